"""Duties that a German, French or Spanish page tells to the reader, put into the infinitive."""

from __future__ import annotations

import re

from rolegraph.extraction.words import english as en
from rolegraph.graph.plurals import primary

__all__ = ["demanded", "infinitives"]

_SPOKEN = {
    "de": re.compile(
        r"^(?:(?:sie|du) (?:werden |wirst )?(?:[a-zäöüß]+ ){0,1}?(?=[a-zäöüß]+(?:en|eln|ern|st) )|(?:außerdem|"
        r"daneben|zudem|ferner|"
        r"dabei|hier|dazu|darüber hinaus) (?=[a-zäöüß]+(?:en|st) (?:sie|du) ))",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"^(?:[^,.;]{3,60}, )?vous (?:y )?(?=[a-zà-ÿœ]+ez )", re.IGNORECASE),
    "es": re.compile(r"^(?=[a-zñ]+[aei]rás )", re.IGNORECASE),
}
_AND = {
    "de": re.compile(r",? und (?=[a-zäöüß]+(?:en|eln|ern|st) (?:[a-zäöüß]+ )?[A-ZÄÖÜ])"),
    "fr": re.compile(r"(?:,? et|,) (?=(?:[a-zà-ÿœ]+ez|faites) )"),
    "es": re.compile(r",? y (?=[a-zñ]+[aei]rás )"),
}
_PREFIXES = en.words(
    "ab an auf aus bei durch ein fest her hin mit nach sicher teil um vor weiter zu zusammen"
)
_GERMAN_END = re.compile(
    r"\sund (?=sind |haben |bist |hast )|\s(?:in|im|am|mit|bei|für|nach|zur|zum|unter|gemäß|sowie)\s|,\s"
)
_ARTICLE = re.compile(r"^(?:die|den|das|dem|der|unsere[nmr]?|ihre[nmr]?) ", re.IGNORECASE)
_IDLE = en.words(
    "aimez arbeiten arbeitest aurez avez berichten berichtest besitzen besitzt bist bringen bringst "
    "connaissez disposez haben hast justifiez kannst können maîtrisez possédez rendez reportez savez sein "
    "serez sind tendrás travaillez verfügen verfügst êtes"
)


def infinitives(text: str, language: str) -> list[str]:
    """Give what a sentence tells the reader to be their work, a deed each; nothing of another sentence.

    >>> infinitives("Sie leiten Auszubildende an und überwachen die Vitalwerte.", "de")
    ['Auszubildende anleiten', 'Vitalwerte überwachen']
    >>> infinitives("Vous pilotez le budget.", "fr"), infinitives("Gestionarás el almacén.", "es")
    (['piloter le budget'], ['gestionar el almacén'])
    """
    tongue = primary(language)
    match = _SPOKEN[tongue].match(text) if tongue in _SPOKEN else None
    if match is None or "." in text.strip(" ."):
        return []
    parts = [part.partition(" ") for part in _AND[tongue].split(text[match.end() :].strip(" ."))]
    if any(verb.lower() in _IDLE for verb, _, _ in parts):
        return []
    return [_put(verb.lower(), rest.strip(), tongue) for verb, _, rest in parts if rest.strip()]


def _put(verb: str, rest: str, tongue: str) -> str:
    if tongue == "fr":
        return f"{_of_vous(verb)} {rest}"
    if tongue == "es":
        return f"{re.sub('ás$', '', verb)} {rest}"
    *words, last = re.sub(r"^(?:sie|du) ", "", rest).split()
    prefix = last if words and last in _PREFIXES else ""
    told = _ARTICLE.sub("", _GERMAN_END.split(" ".join(words if prefix else (*words, last)))[0])
    return f"{told} {prefix}{_of_du(verb) if verb.endswith('st') else verb}"


_IRREGULAR = (
    ("faites", "faire"),
    ("issez", "ir"),
    ("cueillez", "cueillir"),
    ("cevez", "cevoir"),
    ("tenez", "tenir"),
    ("venez", "venir"),
    ("duisez", "duire"),
    ("crivez", "crire"),
    ("mettez", "mettre"),
    ("prenez", "prendre"),
    ("rendez", "rendre"),
    ("vendez", "vendre"),
    ("pondez", "pondre"),
    ("suivez", "suivre"),
    ("servez", "servir"),
    ("ouvrez", "ouvrir"),
    ("ez", "er"),
)


def _of_vous(verb: str) -> str:
    """Give the infinitive of "accueillez": "accueillir"."""
    end, base = next((pair for pair in _IRREGULAR if verb.endswith(pair[0])), ("", ""))
    return verb.removesuffix(end) + base


def _of_du(verb: str) -> str:
    """Give the infinitive of "planst": "planen"."""
    stem = verb.removesuffix("est") if verb.endswith(("dest", "test")) else verb.removesuffix("st")
    return stem + ("n" if stem.endswith(("el", "er")) else "en")


_ASKED = {
    "de": re.compile(
        r"^(?:(?:du|sie) (?:hast|haben|verfügst über|verfügen über|besitzt|besitzen|bringst|bringen|"
        r"beherrschst|beherrschen)|"
        r"(?:wir erwarten|wir wünschen uns|voraussetzung ist|erforderlich (?:ist|sind)|von vorteil (?:ist|sind)))"
        r" (?:bereits |idealerweise |auch )?(?P<asked>[^.;]+?)(?: mit)?(?: und (?:kennst|kennen|arbeitest|"
        r"arbeiten|bist|sind|hast|"
        r"haben)\b.*)?$|^(?P<wanted>[^.;,]+?) (?:sind|ist|wäre|wären) (?:wünschenswert|erforderlich|"
        r"von vorteil|notwendig|ein plus)$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"^(?:vous (?:avez|possédez|maîtrisez|connaissez|disposez d(?:e|u|['’])|justifiez d(?:e|['’])|"
        r"êtes titulaires? d(?:e|u|['’]))|"
        r"(?:nous (?:demandons|exigeons))) ?(?P<asked>[^.;]+?)(?: et (?:vous )?(?:êtes|aimez|savez)\b.*)?$|"
        r"^(?P<wanted>[^.;,]+?) (?:est|sont|serait|seraient) (?:exigée?s?|requise?s?|souhaitée?s?|un plus|"
        r"un atout|indispensables?|"
        r"nécessaires?|appréciée?s?)$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"^(?:tienes|posees|dominas|(?:se |)(?:requiere|valora|valorará|necesita|pide|exige)n?|"
        r"es (?:imprescindible|necesario|"
        r"deseable)(?: tener)?) (?P<asked>[^.;]+?)$|"
        r"^(?P<wanted>[^.;,]+?) (?:es|son|será|serán) (?:imprescindibles?|necesari[oa]s?|deseables?|"
        r"valorables?|un plus|requerid[oa]s?)$",
        re.IGNORECASE,
    ),
}
_DENIED = re.compile(r"\b(?:nicht|kein\w*|pas|aucune?|no|ningun\w*|sin)\b", re.IGNORECASE)


def demanded(text: str, language: str) -> str:
    """Give what a sentence asks of those who apply; empty where it asks for nothing, or denies that it does.

    >>> demanded("Sie verfügen über gute Kenntnisse in Excel.", "de")
    'gute Kenntnisse in Excel'
    >>> demanded("Ein Studium ist nicht erforderlich.", "de")
    ''
    """
    pattern = _ASKED.get(primary(language))
    match = pattern.match(text.strip(" .")) if pattern and not _DENIED.search(text) else None
    return match[match.lastgroup or 0].strip() if match else ""
