"""The full name of an abbreviation, where its definition begins by writing it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolegraph.extraction.names.abbreviations import (
    CODE,
    SMALL_WORDS,
    initials,
    is_abbreviation,
    is_blend,
    is_counted,
    spells,
    stands_for,
)

__all__ = ["longer_names", "marked_name", "with_its_noun", "written_out"]

_ADDRESS = re.compile(r"\s*[<\[(]*https?://\S+\s*$")
_ARTICLE = re.compile(
    r"(?:(?:an?|the|der|die|das|eine?|les?|la|une?|el|los|las|beim|im|(?:bei|mit|unter) (?:der|dem|einer|einem))\s+"
    r"|l['’]\s*)?(?=\S)|",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(
    r"^(?:(?:an?|the|der|die|das|les?|la|el|los|las)\s+)?(?:(?P<before>[^.,;:()]{3,80}?)\s+\((?P<short>[\w&/.+-]{2,10})\)"
    r"|(?:(?P<said>[\w&/.+-]{2,10})\s+(?:is|are)\s+|also\s+)?"
    r"(?:(?:an?|the|its)\s+)?(?:stands?\s+for|short(?:\s+form)?\s+(?:for|of)|(?:abbreviation|acronym|initialism)\s+(?:for|of))\s+"
    r"[\"“]?(?P<after>[^.,;:()\"”]{3,80})"
    r"|(?P<own>[\w&/.+-]{2,10})(?:,?\s+which)?\s+(?:stands\s+for|is\s+short\s+for|steht\s+für|signifie|significa)\s+[\"“„«]?\s?(?P<named>[^.,;:()\"”]{3,80}))",
    re.IGNORECASE,
)


def written_out(short: str, definition: str) -> str:
    """Give the full name that the definition of an abbreviation begins with, empty if it does not.

    >>> written_out("BPO", "Business process outsourcing (BPO) hands a process over.")
    'Business process outsourcing'
    >>> written_out("KPI", "KPI stands for key performance indicator, a figure that is watched.")
    'key performance indicator'
    """
    if not CODE.match(short) and not (short.isupper() and CODE.match(short.replace(" ", ""))):
        return (
            with_its_noun(short, definition)
            or _of_small_letters(short, definition)
            or _counted(short, definition)
        )
    if named := _named_by(short, definition):
        return named
    if opening := _opening_name(short, definition) or _in_brackets(short, definition):
        return opening
    if (
        (inside := _INSIDE.match(definition[:120]))
        and inside["short"] == short
        and spells(short, inside["full"])
    ):
        return inside["full"].strip()
    bare = definition.strip(" .")
    if bare.isalpha() and len(bare) > 2 * len(short) + 1 and short.isupper() and spells(short, bare):
        return bare  # "VE: Vorsorgeeinrichtung"
    match = _WRITTEN_OUT.match(definition[:240])
    if match is None:
        return ""
    if match["before"] and _CLAUSE.search(match["before"]):
        return ""
    said = match["short"] or match["said"] or match["own"] or short
    full = match["before"] or match["after"] or match["named"]
    full = re.split(r"\s+(?:and|which|that|is|are)\s+(?=is|are|it|they|a|an|the|means|refers)", full)[
        0
    ].strip()
    return full if said == short and is_abbreviation(short, full) and stands_for(short, full) else ""


def _of_small_letters(short: str, definition: str) -> str:
    """Write out a key such as "css", where its definition is a name in capitals, alone or up to a colon."""
    named = _KEYED.match(definition)
    if not named or not short.isalpha() or not short.islower() or not 1 < len(short) < 7:
        return ""
    full = named["full"].strip()
    return full if initials(short, full) or _is_spelled_by(short, full) else ""


def _counted(short: str, definition: str) -> str:
    """Write out "i18n", where its definition begins with "Short for “internationalization”"."""
    said = re.match(r"(?:[Ss]hort|[Aa]bbreviation)\s+(?:for|of)\s+[\"“']?([a-z]{5,40})\b", definition)
    return said[1] if said and is_counted(short, said[1]) else ""


def _named_by(short: str, definition: str) -> str:
    """Give the name that "DART is the Digital Archivist's Resource Tool." tells."""
    said = re.match(rf"{re.escape(short)}\s+is\s+(?:an?|the)\s+([^.,;:()]{{5,80}})[.,;]", definition)
    return said[1] if said and said[1][0].isupper() and initials(short, said[1]) else ""


_KEYED = re.compile(r"(?:[Tt]he\s+)?(?P<full>[A-Z][^.,;:()]{3,80})(?::\s|\.?$)")
_CLAUSE = re.compile(r"\b(?:that|which|who|que|qui|dont|is|are|est|es|ist)\b")  # no name has one


def marked_name(short: str, marked: str) -> str:
    """Give the full name of an abbreviation that bold type sets off, whatever signs stand in it.

    >>> marked_name("PDP Act", "Personal Data and Privacy Act (2019)")
    'Personal Data and Privacy Act'
    """
    full = _YEAR.sub("", marked.strip(" .:"))
    whole = CODE.match(short) and (initials(short, full) or _is_of_maker(short, full))
    return (full if whole else "") or with_its_noun(short, full)


def longer_names(names: Sequence[str], marked: str) -> list[str]:
    """Give what bold words that end like a sentence name in full: "Acme Crane." of "Crane", or two abbreviations.

    >>> longer_names(["Crane"], "Acme Crane."), longer_names(["Crane"], "Acme sells a crane.")
    (['Acme Crane'], [])
    >>> longer_names(["QY", "QW"], "Quay Yard / Quay Works.")
    ['Quay Yard', 'Quay Works']
    """
    parts = [part.strip() for part in marked.rstrip(" .").split(" / ")]
    if not marked.endswith("."):
        return []
    if len(parts) > 1:
        told = all(any(CODE.match(name) and initials(name, part) for name in names) for part in parts)
        return parts if told else []
    words, own = parts[0].casefold().split(), names[0].casefold().split()
    longer = len(own) < len(words) <= 6 and own in (words[-len(own) :], words[: len(own)])
    return parts if longer and all(word[0].isupper() for word in parts[0].split()) else []


def _is_of_maker(short: str, full: str) -> bool:
    """Tell whether a name stands behind that of its maker, itself an abbreviation: "NFK Yard Booking Service"."""
    maker, _, name = full.partition(" ")
    return bool(CODE.match(maker)) and len(short) > 2 and initials(short, name) and name[0].isupper()


_GENERIC_END = re.compile(
    r"\s(?:providers?|compan(?:y|ies)|firms?|vendors?)$"
)  # "Third-party logistics provider" of "3PL"
_YEAR = re.compile(r"\s*\((?:of\s+)?\d{4}\)$")
_INSIDE = re.compile(r"(?P<short>[\w&/.+-]{2,10})\s+\((?P<full>[^()]{5,80})\)\s")
_NAME_END = re.compile(
    r"\.(?=\s|$)|\s[–—-]\s|[,:;]\s|\s\(|\s(?:is|are|was|ist|sind|war|wird|werden|est|es|sont|son)\s|$"
)
_WORD_END = re.compile(r"\s(?=[a-zà-ÿ]+\s)")


def _opening_name(short: str, definition: str) -> str:
    """Give the full name of an abbreviation that a definition opens with, up to a stop, a comma, a dash, a verb."""
    text = _ADDRESS.sub("", definition[:120])
    article = _ARTICLE.match(text)
    start = article.end() if article else 0
    for match in _NAME_END.finditer(text, start):
        name = text[start : match.start()].strip(' "“”')
        if len(name) > 80 or re.search(r"[.;:–—(?]", name):
            break
        ended = match.end() == len(text)
        if (
            initials(short, name)
            or initials(short, _GENERIC_END.sub("", name))
            or _is_of_maker(short, name)
            or _leaves_out(short, name, match[0])
            or (_almost_initials(short, name) if ended else _is_spelled_by(short, name))
            or (ended and name.istitle() and is_blend(short, name))
            or (match[0].strip() in _ARE and _is_compound_of(short, name))
        ):
            return name
    return _in_capitals(short, text, start)


_ARE = frozenset({"is", "are", "ist", "sind", "est", "es", "sont", "son"})


def _is_compound_of(short: str, name: str) -> bool:
    """Tell a long word that an abbreviation is spelled by: "LWL" and "Lichtwellenleiter"."""
    return name.isalpha() and name[0].isupper() and len(name) > 3 * len(short) and spells(short, name)


def _in_capitals(short: str, text: str, start: int) -> str:
    """Give a name in capitals that a definition opens with, whatever verb stands behind: "Terminal Gate opens …"."""
    for match in _WORD_END.finditer(text, start):
        name = text[start : match.start()]
        words = [word for word in name.split() if word.lower() not in SMALL_WORDS]
        if re.search(r"[,.;:(]", name) or not all(word[0].isupper() for word in words):
            break
        ended = name.split()[-1].lower() not in SMALL_WORDS
        if len(words) > 1 and ended and initials(short, name):
            return name
    return ""


def _in_brackets(short: str, definition: str) -> str:
    """Give the full name of an abbreviation that a definition opens with in brackets."""
    told = re.match(r"\((?:the\s+)?([^().]{5,80})\)\s", definition, re.IGNORECASE)
    return told[1] if told and (initials(short, told[1]) or _is_spelled_by(short, told[1])) else ""


def _leaves_out(short: str, name: str, end: str) -> bool:
    """Tell whether a name in capitals that ends a sentence has one word more than its abbreviation has letters."""
    name = re.sub(r"\s+(?:of\s+)?\d{4}$", "", name)
    large = all(word[0].isupper() for word in name.split() if word.lower() not in SMALL_WORDS)
    return end == "." and large and len(short) > 3 and _almost_initials(short, name)


def _is_spelled_by(short: str, full: str) -> bool:
    """Tell whether a name in capitals spells an abbreviation: "GOKb" for "Global Open Knowledgebase"."""
    words = [word for word in full.split() if word.lower() not in SMALL_WORDS]
    capital = all(word[0].isupper() for word in words)
    return capital and "," not in full and 1 < len(words) <= len(short) and spells(short, full)


def _almost_initials(short: str, full: str) -> bool:
    """Tell whether an abbreviation leaves out one word of a name: "OGP" for "Office of Government-wide Policy"."""
    words = [word for word in re.split(r"[^\w&']+", full.lower()) if word and word not in SMALL_WORDS]
    letters = [letter for letter in short.lower() if letter.isalnum()]
    first = [word[0] for word in words]
    return len(words) == len(letters) + 1 > 3 and any(
        first[:place] + first[place + 1 :] == letters for place in range(1, len(words))
    )


def with_its_noun(short: str, definition: str) -> str:
    """Write out the abbreviation that a name begins or ends with: "CAP goal" is a "Cross-Agency Priority goal"."""
    code, _, noun = short.partition(" ")
    full = re.split(r"\.\s+(?=[A-Z])", definition, maxsplit=1)[0].strip(" .")
    front = full[: -len(noun)] if noun and full.casefold().endswith(f" {noun.casefold()}") else ""
    if front and CODE.match(code) and initials(code, front):
        return full
    first, _, code = short.rpartition(" ")
    back = full[len(first) :] if first and full.casefold().startswith(f"{first.casefold()} ") else ""
    return full if back and CODE.match(code) and initials(code, back) else ""
