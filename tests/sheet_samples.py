"""A workbook as Excel 97 wrote it: one sheet with the terms Toil and Runbook, compressed and spelled in letters."""

from __future__ import annotations

import base64
import zlib

__all__ = ["old_workbook"]

_PACKED = (
    "c-rk)O=uHA6#izDG(R+HQd6N7%2KduEd}x7rLKzFlc83jB7!Dn#gMpLw((FeR%?!e;7RdP=*3Ibi$CZ=Zytn-9t1&1^yo>k;Gxa>"
    "=4BUC?V%AZD)TM#=Iwjm?7ZFi+nJXOsp{;#o*I6@ZUj(wqiAcg2})7_CJFMpu2lUzLdjM5rx1-$L$-zRIQ}9m+fcT54I1tSpOFOK"
    "Q#yeOWNgdS*Ae?ThOCe=43iYNMV17*IjT;Ur&(@bd54)#SngrVRhGlVt%~DVFfs$Xyk2}v>tkO6^0^PV%v-kXKo_3NUVQPIXmCT="
    ">lCu3zthnhY{wj^-9}8ybh4!?($s)+SafyZi$7AI>dL;pb^)?~U1<-mV!y5hfoZs>xPw;^$LE0bgfMP9`N<_@cs$BP#G|HjE(Yv3"
    "&lIdexnNt;W*16vNP1DvP3dQ|R(^>3!`OK%XWPXDaHMQbOzLG@FK3J9P)yF?JmQlpMtqz{LOaPkI#^Hfcu3NmzI6N3t3$a_<0M<A"
    "d6sXi1)F8~aB)eNpu!3E@Eb69faP|Um-(riSnpw(rq`srf3(X}4$d&=3VZvho}G->#+D|1E9sSwhadJ<J{a3bpC74RNYB49X3<A$"
    "Q=ZDpYX*a2P~5yB@yPIV;msTGSa$z3heWib7rW~%cpX?qjMWs&#-02+!sClo_=5SG#}~{GczkUYzQ+8Z$8UW7kX(bcPTZGHn$f-^"
    "1_cEL1qB5K1qFp)h4B8>1C2cf|98qALD)OjS*BE1$0YwP#$eM`rj6+VSd=@MYN`KhL`eA05^F5upBGAuQ|%6l$Z;ISmisU5=tT4T"
    "thr$F_YI*|>#w&G=O3>B8-VZAmH"
)


def old_workbook() -> bytes:
    """Give the bytes of the workbook."""
    return zlib.decompress(base64.b85decode(_PACKED))
