"""Which characters names and documents of the web's languages may hold."""

from __future__ import annotations

import re

__all__ = ["NAME", "NAME_CHARS", "NAME_START", "xml_text"]

NAME_START = (
    "A-Za-z_À-ÖØ-öø-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
"""NameStartChar of XML 1.0, 2.3 without the colon, which is also PN_CHARS_U of Turtle 1.1, 6.5."""

NAME_CHARS = f"{NAME_START}0-9\u00b7\u0300-\u036f\u203f\u2040-"
"""NameChar of XML 1.0 without the dot, which is also PN_CHARS of Turtle."""

NAME = re.compile(f"[{NAME_START}][.{NAME_CHARS}]*")
"""An XML name without a colon (Namespaces in XML 1.0, 3: NCName)."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""Escape a text for XML 1.0; what XML cannot hold in any form (2.2) becomes U+FFFD.

    A carriage return is written as a reference, for a reader turns a bare one into a line feed (2.11).

    >>> xml_text('R&D <lead>\r\x0b')
    'R&amp;D &lt;lead&gt;&#13;\ufffd'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r", "&#13;"))
