"""Duties that a German, French or Spanish page tells to the reader, put into the infinitive."""

from __future__ import annotations

import re

from rolegraph.graph.plurals import primary

__all__ = ["infinitives"]

_SPOKEN = {
    "de": re.compile(r"^(?P<who>sie|du) (?:werden |wirst )?(?=[a-zäöüß]+(?:en|eln|ern|st) )", re.IGNORECASE),
    "fr": re.compile(r"^vous (?=[a-zéèêçï]+ez )", re.IGNORECASE),
    "es": re.compile(r"^(?=[a-zñ]+[aei]rás )", re.IGNORECASE),
}
_AND = {
    "de": re.compile(r",? und (?=[a-zäöüß]+(?:en|eln|ern|st) (?:[a-zäöüß]+ )?[A-ZÄÖÜ])"),
    "fr": re.compile(r",? et (?=[a-zéèêçï]+ez )"),
    "es": re.compile(r",? y (?=[a-zñ]+[aei]rás )"),
}
_PREFIXES = frozenset("ab an auf aus bei durch ein fest her hin mit nach sicher teil um vor weiter zu zusammen".split())
_GERMAN_END = re.compile(r"\s(?:in|im|mit|bei|für|nach|zur|zum|unter|gemäß|sowie)\s|,\s")
_ARTICLE = re.compile(r"^(?:die|den|das|dem|der|unsere[nmr]?|ihre[nmr]?) ", re.IGNORECASE)
_IDLE = frozenset({"haben", "sein", "bringen", "besitzen", "verfügen", "sind", "können", "avez", "êtes", "serez", "aurez", "tendrás"})


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
        return f"{re.sub('ez$', 'er', verb)} {rest}"
    if tongue == "es":
        return f"{re.sub('ás$', '', verb)} {rest}"
    *words, last = rest.split()
    prefix = last if words and last in _PREFIXES else ""
    told = _ARTICLE.sub("", _GERMAN_END.split(" ".join(words) if prefix else rest)[0])
    return f"{told} {prefix}{_of_du(verb) if verb.endswith('st') else verb}"


def _of_du(verb: str) -> str:
    """Give the infinitive of "planst": "planen"."""
    stem = verb.removesuffix("est") if verb.endswith(("dest", "test")) else verb.removesuffix("st")
    return stem + ("n" if stem.endswith(("el", "er")) else "en")
