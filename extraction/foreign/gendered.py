"""Names written for both genders: the first form is the name, the other an alternative."""

from __future__ import annotations

import re

from rolegraph.graph.plurals import primary

__all__ = ["is_for_all", "without_gender"]

_MARK = re.compile(
    r"\s*[(\[]\s*(?:[mwfhdxi]|div|all genders|gn)(?:\s*[/|,*]\s*(?:[mwfhdxia]|div))*\s*[)\]]"
    r"|\s+(?:[mwfhdx]/){1,2}[mwfhdx](?=\s|$)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\s+(?:in (?:voll|teil)(?:-|zeit)?(?:\s?(?:und|oder|/|-)\s?(?:voll|teil))?-?zeit|à temps (?:plein|"
    r"complet|partiel)|à mi-temps|"
    r"a (?:tiempo (?:completo|parcial)|jornada completa|media jornada))\b.*$",
    re.IGNORECASE,
)
_FORMS = {
    "de": re.compile(r"(?P<stem>\w{3,})(?:[/:*_·]-?|/-|\()(?P<end>innen|in|r|n)\)?(?=$|[\s,;)–-])"),
    "fr": re.compile(
        r"(?P<stem>\w{2,})(?:[·•./∙-]|\s?\()(?P<end>fe|trice|rice|euse|ière|ère|ve|se|ne|le|e)\)?(?:[·.]?s)?(?=$|[\s,;)–])"
    ),
    "es": re.compile(r"(?P<stem>\w{3,})(?:/|\s?\()(?P<end>as?|ora|triz)\)?(?:es|s)?(?=$|[\s,;)–-])"),
}
_FEMININE = {
    "trice": ("teur", "trice"),
    "rice": ("teur", "trice"),
    "euse": ("eur", "euse"),
    "ière": ("ier", "ière"),
    "ère": ("er", "ère"),
    "ve": ("f", "ve"),
    "se": ("x", "se"),
    "a": ("o", "a"),
    "as": ("os", "as"),
    "ora": ("or", "ora"),
    "triz": ("tor", "triz"),
}
_INNER = re.compile(r"(?<=[a-zäöüß])I(?=n(?:nen)?\b)")


def without_gender(name: str, language: str) -> tuple[str, str]:
    """Split a name into its first form and the other, which is empty where there is none.

    >>> without_gender("Projektmanager/in (m/w/d)", "de")
    ('Projektmanager', 'Projektmanagerin')
    >>> without_gender("Directeur·rice de projet", "fr"), without_gender("Jefe/a de obra", "es")
    (('Directeur de projet', 'Directrice de projet'), ('Jefe de obra', 'Jefa de obra'))
    """
    name = _HOURS.sub("", _MARK.sub("", name)).strip() or name
    forms = _FORMS.get(primary(language))
    if forms is None:
        return name, ""
    if primary(language) == "de":
        name = _INNER.sub(":i", name)
    first = forms.sub(lambda found: found["stem"], name)
    return first, forms.sub(lambda found: _other(found["stem"], found["end"]), name) if first != name else ""


def is_for_all(name: str) -> bool:
    """Tell a name behind which stands whom it is meant for, as only titles of posts have it: "Koch (m/w/d)"."""
    return _MARK.search(name) is not None


def _other(stem: str, end: str) -> str:
    """Put the ending of the other gender on a stem."""
    masculine, feminine = _FEMININE.get(end, ("", end))
    if masculine and stem.endswith(masculine):
        return stem[: -len(masculine)] + feminine
    if end in ("a", "as") and stem.endswith("e"):
        return stem[:-1] + end
    return stem + end
