"""Whether one name abbreviates another: by its capitals, its initials, its letters in order."""

from __future__ import annotations

import re
import unicodedata

from rolegraph.graph.names import fold

__all__ = [
    "CODE",
    "SMALL_WORDS",
    "abbreviates",
    "capitals",
    "initials",
    "is_abbreviation",
    "is_blend",
    "is_code",
    "is_counted",
    "spells",
    "stands_for",
]

CODE = re.compile(r"^(?=.*[A-ZÀ-ÖØ-Þ].*[A-ZÀ-ÖØ-Þ0-9]|[A-Z0-9]*\d)[\w&/.+-]{2,10}$")
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "in",
        "of",
        "on",
        "or",
        "than",
        "the",
        "to",
        "with",
        "&",
        "à",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "pour",
        "sur",
        "am",
        "der",
        "die",
        "das",
        "für",
        "im",
        "mit",
        "und",
        "von",
        "zu",
        "zum",
        "zur",
        "con",
        "del",
        "e",
        "el",
        "los",
        "las",
        "o",
        "para",
        "por",
        "y",
    ]
)

_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)['’](?=\w)")
_FIGURES = {
    "second": "2",
    "two": "2",
    "to": "2",
    "third": "3",
    "three": "3",
    "fourth": "4",
    "four": "4",
    "for": "4",
}


def is_abbreviation(short: str, full: str) -> bool:
    """Tell whether one name abbreviates another: two capitals at least, or the initials in order.

    >>> is_abbreviation("CaaS", "Containers as a Service"), is_abbreviation("grade", "Manager")
    (True, False)
    """
    if not CODE.match(short) or len(short) >= len(full):
        return False
    letters = [letter for letter in short.lower() if letter.isalnum()]
    return fold(short) != fold(full) and bool(letters)


def abbreviates(short: str, full: str) -> bool:
    """Tell whether one name is an abbreviation of another that its letters can be read from.

    >>> abbreviates("AHT", "Average handle time"), abbreviates("AHT", "Attrition")
    (True, False)
    """
    return is_abbreviation(short, full) and stands_for(short, full)


def is_code(text: str) -> bool:
    """Tell whether a text looks like an abbreviation, whatever it stands for.

    >>> is_code("CRM"), is_code("R&D"), is_code("Customer")
    (True, True, False)
    """
    return CODE.match(text) is not None


def initials(short: str, full: str) -> bool:
    """Tell whether an abbreviation is made of the first letters of the words of a name, small words counted or not.

    >>> initials("FIFO", "First In, First Out"), initials("3PL", "Third-party logistics"), initials("CRM", "Call")
    (True, True, False)
    """
    short = _plain(short)
    words = [
        word for word in re.split(r"[^\w&']+", _ELIDED.sub("", _sounded(short, full))) if word.strip("&")
    ]
    letters = [letter for letter in short.removesuffix("s") if letter.isalnum()]
    whole = [
        _FIGURES.get(word, word[0]) if letters[:1] and letters[0].isdigit() else word[0] for word in words
    ]
    large = [one for one, word in zip(whole, words, strict=True) if word not in SMALL_WORDS]
    joined = [
        word[0] for word in _ELIDED.sub("", _sounded(short, full)).split()
    ]  # "Twenty-foot equivalent unit"
    return len(letters) > 1 and (letters in (whole, large, joined) or [*short] in (whole, large))


def is_counted(short: str, name: str) -> bool:
    """Tell whether a short form counts the letters that it leaves out of a name.

    >>> is_counted("i18n", "internationalization"), is_counted("i18n", "translation")
    (True, False)
    """
    counted = re.fullmatch(r"([a-z])(\d{1,2})([a-z])", short)
    told = counted and (counted[1], counted[3]) == (name[:1], name[-1:])
    return bool(told and counted and len(name) == int(counted[2]) + 2)


def is_blend(short: str, name: str) -> bool:
    """Tell whether a word is made of the beginnings of all words of a name.

    >>> is_blend("regexp", "regular expression"), is_blend("quay", "quick arrival")
    (True, False)
    """
    first, *rest = name.lower().split() or [""]
    short = short.lower()
    if not rest:
        return len(short) > 1 and first.startswith(short)
    taken = range(1, min(len(first), len(short)) + 1)
    return any(first[:count] == short[:count] and is_blend(short[count:], " ".join(rest)) for count in taken)


def capitals(short: str, full: str) -> bool:
    """Tell whether an abbreviation is made of the capitals of a name, of which one may be left out.

    >>> capitals("CSR", "Customer Sales or Service Representative"), capitals("CSR", "Customer Stories")
    (True, False)
    """
    large = [word[0] for word in full.split() if word[0].isupper()]
    letters = [letter for letter in short if letter.isalnum()]
    left = iter(large)
    return len(letters) > 2 and len(large) <= len(letters) + 1 and all(one in left for one in letters)


def stands_for(short: str, full: str) -> bool:
    """Tell whether an abbreviation is spelled by a name or made of its initials."""
    return spells(short, full) or initials(short, full)


def spells(short: str, full: str) -> bool:
    """Tell whether the letters of an abbreviation begin the words of a name, in order."""
    short = _plain(short)
    full = _sounded(short, full)
    letters = iter(letter for letter in re.sub(r"[-/]", " ", full) if letter.isalnum())
    wanted = [letter for letter in short if letter.isalpha()]
    return all(letter in letters for letter in wanted) and wanted[:1] == [full[:1]]


def _sounded(short: str, full: str) -> str:
    """Give a name as its abbreviation takes it: "XML" hears an X in "Extensible"."""
    full = _plain(full)
    return full[1:] if short[:1] == "x" and full.startswith("ex") else full


def _plain(text: str) -> str:
    """Give a text in small letters without accents, which abbreviations leave out."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
