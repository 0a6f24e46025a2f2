"""Which language a word names: a code, or a name in one of the languages that titles are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

__all__ = ["language_tag"]

_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl")
_OTHERS = ("ru", "uk", "zh", "ja", "ko", "ar", "he", "fa", "el", "hi", "th")
# What languages are called beside the names that the Unicode CLDR has.
_ALSO = {
    "英文": "en",
    "中文": "zh",
    "日文": "ja",
    "韩文": "ko",
    "法文": "fr",
    "德文": "de",
    "англ": "en",
    "рус": "ru",
    "нем": "de",
    "gb": "en-GB",
    "us": "en-US",
    "tiếng anh": "en",
    "tiếng việt": "vi",
}
_CODE = re.compile(r"([a-z]{2,3})(?:[-_ ]([a-z]{2}|han[st]|latn|cyrl|arab|\d{3}))?", re.IGNORECASE)
_HAS_LATIN = re.compile(r"[a-z]")
_GERMAN_ENDING = re.compile(r"(?<=sch)(?:e[srnm]?)$")


def language_tag(name: str) -> str:
    """Give the BCP 47 tag of the language that a word or two name, or nothing.

    >>> language_tag("German"), language_tag("anglais"), language_tag("pt_BR"), language_tag("term")
    ('de', 'en', 'pt-BR', '')
    """
    bare = _GERMAN_ENDING.sub("", name.strip().strip(".").casefold())
    written_in = _LATIN if _HAS_LATIN.search(bare) else _OTHERS
    return _names(written_in).get(bare, "") or _by_code(bare)


def _by_code(text: str) -> str:
    match = _CODE.fullmatch(text)
    code = _codes().get(match[1], "") if match else ""
    if not match or not code or not match[2]:
        return code
    region = match[2].title() if len(match[2]) == 4 else match[2].upper()
    return f"{code}-{region}"


@cache
def _names(written_in: tuple[str, ...]) -> dict[str, str]:
    """Map names in lower case to tags; languages with a code of two letters, and their regional forms."""
    found = dict(_ALSO)
    for languages in _languages(written_in):
        for code, name in languages.items():
            if len(code.partition("_")[0]) == 2:
                found.setdefault(name.casefold(), code.replace("_", "-"))
    return found


def _languages(written_in: Iterable[str]) -> list[dict[str, str]]:
    """Give what languages are called, by code, in each of some languages.

    Only what stands in the file of the language itself is read: with the formats of dates and numbers, that it
    shares with others, it would take ten times the memory. The library keeps what it has read, and would take
    it for the whole, so that it is told to forget.
    """
    from babel import localedata

    found = [localedata.load(tag, merge_inherited=False)["languages"] for tag in written_in]
    localedata.clear_caches()
    return found


@cache
def _codes() -> dict[str, str]:
    """Map codes to those of two letters: "ger" and "deu" are "de"."""
    from babel.core import get_global

    known = {code for languages in _languages(["en"]) for code in languages if len(code) == 2}
    pairs = ((str(code), str(new)) for code, new in get_global("language_aliases").items())
    longer = {code: new for code, new in pairs if new in known and len(code) == 3}
    return {**longer, **{code: code for code in known}}
