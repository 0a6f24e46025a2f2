"""Titles and labels that say that what stands below or behind them is not so: "Clerks do not", "Out of scope"."""

from __future__ import annotations

import re

__all__ = ["denies"]

_REST = (
    r"(?: (?:do|own|be|cover|include|need to|need|require|required|needed|necessary|essential|have to|responsible for|"
    r"accountable for|in charge of|"
    r"(?:expected|required|asked|supposed|obliged|obligated|meant|needed|entitled|allowed|permitted|authori[sz]ed) to|"
    r"about|part of|included|covered|in scope|your job|here|(?:this|the|your) \w+))"
)
_DENIES = re.compile(
    r"(?:(?:.{0,60}\b)?(?:(?:do|does|will|would|should|must|can|may|is|are) (?:not|never)|cannot"
    rf"|(?:do|does|wo|must|should|ca|is|are)n['’]t)|\w.{{0,40}} never){_REST}*"
    rf"|(?:.{{0,60}}\b)?(?:not|never){_REST}+"
    r"|(?:things |tasks |work |items |what )?(?:to avoid|avoid(?: the following)?)|excluded|exclusions|excludes"
    r"|(?:things |tasks |work |items )?(?:out of|outside|beyond)(?: the| of| this| your)* (?:scope|role|remit)\b.{0,30}"
    r"|(?:non-goals|non-responsibilities|anti-goals|don['’]ts|no responsibility for)"
    r"|(?:à |a |zu )?(?:éviter|vermeiden|evitar)|ausgeschlossen|exclus?|excluido|no incluye|nicht enthalten"
    r"|hors (?:du )?(?:périmètre|champ)"
    r"|(?:(?:ce que .{3,40} )?ne .{2,30} pas|non responsable de)"
    r"|(?:.{0,40}\b)?nicht(?: (?:zuständig|verantwortlich)(?: für)?| im umfang| (?:seine|ihre|deine) aufgaben?)?"
    r"|keine aufgaben?"
    r"|fuera (?:de|del) alcance|(?:lo que )?no (?:es responsable de|hace|incluye|debe)",
    re.IGNORECASE,
)
_BARE = frozenset({"not", "never", "no", "nicht", "nie", "jamais", "nunca"})


def denies(title: str, *, label: bool = False) -> bool:
    """Tell whether a title says that what stands below is not so; a ``label`` can do it in a word.

    >>> denies("They are not required to:"), denies("Never"), denies("Never", label=True)
    (True, False, True)
    """
    bare = title.strip(" ?!.:…").replace("...", "")
    return bool(_DENIES.fullmatch(bare)) or (label and bare.lower() in _BARE and not bare.isupper())
