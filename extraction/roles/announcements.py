"""Sentences that announce the role of a page: "As the ward sister you will …", "We are looking for a planner"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.readers import Heading, Item, Paragraph

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block

__all__ = ["announced_title", "opens_with_name"]

_FIRST = 12  # texts in which a page says what it is about
_MOST_WORDS = 6
_NAME = r"(?P<name>[\w&/'’-]+(?: [\w&/'’-]+){0,6}?)"
_ENDED = (
    r"(?=[,.;:!(]| (?:to|who|whose|with|for|in|on|at|within|from|based|able|that|join|joining|as|reporting|you|"
    r"is|will|has)\b|$)"
)
# What anybody may do, as an article tells it: "by hiring a vendor", "before looking for a lender".
_NO_AIM = "".join(
    rf"(?<!\b{word} )"
    for word in ("by", "of", "for", "in", "from", "before", "after", "when", "while", "without")
)
_ADDRESSED = re.compile(
    rf"(?:\b[Aa]s|[Ww]orking as|[Ii]n (?:the|your|this) role (?:of|as)|[Yy]our role as) "
    rf"(?:(?:an?|the|our|your) |(?=[A-Z])){_NAME}"
    rf"{_ENDED}[^.;:]{{0,60}}?,? you(?:['’]ll| will| are|['’]re| \w+)\b"
)
_SOUGHT = re.compile(
    rf"{_NO_AIM}\b(?:looking for|seeking(?: to (?:appoint|recruit|hire))?|hiring|recruiting|searching for|in search of|"
    r"(?:wish(?:es)?|want(?:s)?|hoping|hopes?) to (?:appoint|recruit|hire)|(?:vacancy|opening|position|post) for|"
    r"(?:[Ww]e|is|are|now) (?:need|appointing|after))"
    r" (?:an?|another|our next|one|the post of|the role of) (?P<before>(?:[\w-]+, )*(?:[\w-]+ and )?)"
    rf"{_NAME}{_ENDED}"
)
_SEVERAL = re.compile(
    rf"{_NO_AIM}\b(?:looking for|seeking|hiring|recruiting)(?: (?:more|new|two|three|several|\d+))* {_NAME}{_ENDED}"
)
_OF_ROLE = re.compile(
    rf"^(?:the|your) (?:role|post|job|position) of (?:the |an? |our )?{_NAME}{_ENDED}", re.IGNORECASE
)
# What is said in praise of the one who is looked for, before the name of the role.
_PRAISE = re.compile(
    r"^(?:(?:full-?time|part-?time|permanent|temporary|fixed-?term|new|additional|second|third|further|"
    r"experienced|skilled|qualified|motivated|reliable|friendly|enthusiastic|dedicated|talented|committed|"
    r"passionate|caring|organi[sz]ed|hard-?working|creative|conscientious|proactive|outstanding|excellent|"
    r"exceptional|energetic|ambitious|confident|competent|inspiring|dynamic|self-?motivated|capable|bright|"
    r"highly|very|really|truly|well|\w+ly|\w+-\w+ed|suitably|keen|great|good|first|strong)\s+)+(?=\w)",
    re.IGNORECASE,
)
_NOBODY = en.words(
    "one ones people work result rule reminder bonus company team business start matter consequence "
    "member employee person someone candidate colleague individual applicant customer user client part "
    "professional example whole step teammate partner expert home place way role job position volunteer "
    "parent subscriber visitor guest student tenant patient resident reader user beginner owner citizen "
    "taxpayer traveller traveler passenger organisation organization group family leader"
)


def announced_title(blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Give the one role that the sentences of a page announce; else nothing.

    A name whose noun is no role's is taken where it is written like a title, or where the page begins with it.
    """
    first = next((block.span.text for block in blocks if isinstance(block, Heading | Paragraph)), "")
    names: dict[str, str] = {}
    for name in _announced(blocks):
        titled = name.istitle() or opens_with_name(titles.core(first), name)
        known = titles.names_role(name) or titles.looks_like_role(name)
        known = known or (titles.may_be_role(name) and _offers_work(blocks))
        if known or (titled and titles.may_be_role(name)):
            names.setdefault(fold(name), name)
    longest = max(names.values(), key=len, default="")
    same = all(fold(longest).endswith(name) for name in names)
    return longest[:1].upper() + longest[1:] if same else ""


def opens_with_name(title: str, name: str) -> bool:
    """Tell whether a title is a name, or begins with it: "Ward sister, Beech Ward"."""
    return f"{fold(title)} ".startswith(f"{fold(name)} ")


def _offers_work(blocks: Sequence[Block]) -> bool:
    """Tell a page that offers work, where "As a host you …" names who does it, from one for whoever reads it."""
    found = {
        word.lower()
        for block in blocks
        if isinstance(block, Heading | Paragraph | Item)
        for word in _OF_WORK.findall(block.span.text)
    }
    return len(found) >= _SIGNS


_SIGNS = 3
_OF_WORK = re.compile(
    r"\b(?:hiring|recruit|vacanc|apply|salary|wage|holiday|annual leave|experience|boss|manager|"
    r"qualification|certificate|"
    r"licen[cs]e|shift|interview|cv|training|uniform|report to|pension|team)",
    re.IGNORECASE,
)


def _announced(blocks: Sequence[Block]) -> Iterator[str]:
    texts = [block.span for block in blocks if isinstance(block, Paragraph | Item)][:_FIRST]
    for sentence in (each for span in texts for each in sentences(span)):
        for pattern in (_ADDRESSED, _SOUGHT, _OF_ROLE, _SEVERAL):
            match = pattern.search(sentence.text)
            if match and pattern is _SEVERAL and singular(match["name"]) == match["name"]:
                continue  # "looking for work"
            name = (
                singular(match["name"]) if match and pattern is _SEVERAL else match["name"] if match else ""
            )
            name = _PRAISE.sub("", name).strip()
            words = name.lower().split()
            placed = any(word in en.PREPOSITIONS - {"of", "for", "in"} for word in words[1:])
            if 0 < len(words) <= _MOST_WORDS and words[-1] not in _NOBODY and not placed:
                yield name
