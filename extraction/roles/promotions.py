"""Steps of a career that a sentence tells: "Many begin as a clerk", "may become a buyer, then a head buyer"."""

from __future__ import annotations

import re
from itertools import pairwise, product

from rolegraph.extraction.roles.fields import values

__all__ = ["steps"]

_BEGUN = re.compile(
    r"\b(?:begin|start|enter|join)(?:s|ed)?(?: out| off| work| working| (?:their|your|his or her) (?:careers?|"
    r"working li(?:fe|ves))| (?:in )?the (?:profession|field|trade))* as (?P<names>(?:an? )?[^.;:]+)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:the|a|your) (?:(?:usual|natural|common|typical|obvious) )?next (?:step|role|post|move|position|job)(?: up)? "
    r"(?:is|would be)(?: (?:usually|often|typically|that of|to))* (?P<names>[^.;:]+)",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r",? and (?:some|others|a few|many) (?:later |even )?(?:go on to |end up as )?(?:become |move on to )?",
    re.IGNORECASE,
)
_BECOMING = re.compile(
    r"\b(?:become|becomes|becoming|(?:moves?|moving|steps?|"
    r"(?<!report )(?<!reports )progress(?:es)?|advances?|grows?|rises?|(?:be |is |are )?promoted)"
    r"(?: (?:on|up|into|further))* (?:in)?to(?: (?:the|an?) (?:roles?|posts?|positions?) of)?"
    r"(?= (?:an? |the |become )?)) (?P<names>(?:an? |the )?[^.;:]+)",
    re.IGNORECASE,
)
_RISING = re.compile(
    r"\b(?:move|progress|advance|rise|go|climb|work (?:your|their) way up)"
    r"(?: (?:on|up))? from (?P<names>(?:an? )?[\w /-]{3,50}?)"
    r"(?=,? (?:in|up )?to )",
    re.IGNORECASE,
)
_TO = re.compile(r",? (?:in|up )?to (?=\w)")
_DENIED = re.compile(
    r"\b(?:not|never|nobody|rarely|seldom|hardly|scarcely|few|without|cannot|no longer|neither|if|unless|"
    r"(?<!go on )to become)\b|n['’]t\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r",?\s+(?:and\s+)?(?:then|later|finally|eventually|ultimately|afterwards|from there|in time)(?:,)?\s+"
    r"(?:(?:on\s+)?(?:in)?to\s+|become\s+|as\s+)?(?=\w)"
)
_ENDED = re.compile(
    r",?\s+(?:before|after|with|when|once|while|who|which|where|if|within|at|in (?=[a-z])|for|by|because|through|under|"
    r"and (?=(?:work|move|progress|train|learn|gain|advance|become)s?\b))"
)
_MOST_WORDS = 6


def steps(text: str, role: str) -> list[tuple[str, str]]:
    """Give the pairs of names that follow one another by a sentence on the page of a ``role``; the role is one of them.

    >>> steps("Many begin as a filing clerk.", "Buyer")
    [('filing clerk', 'Buyer')]
    >>> steps("A buyer may become a senior buyer, then a head of purchasing or a consultant.", "Buyer")
    [('Buyer', 'senior buyer'), ('senior buyer', 'head of purchasing'), ('senior buyer', 'consultant')]
    """
    if _DENIED.search(text):
        return []
    begun, becoming = _BEGUN.search(text), _BECOMING.search(text)
    if begun and re.match(r"you (?:will|['’]ll)", text, re.IGNORECASE):
        begun = None
    if following := _NEXT.search(text):
        names = (
            name for part in _GOING_ON.split(following["names"]) for name in values(_ENDED.split(part)[0])
        )
        return [(role, name) for name in names]
    if rising := _RISING.search(text):
        path = [
            *_chain(rising["names"])[:1],
            *_chain(_TO.sub("", text[rising.end() :], count=1).rstrip(".")),
        ]
        return [pair for one, other in pairwise(path) for pair in product(one, other)]
    before = _chain(begun["names"][: _cut(begun, becoming)]) if begun else []
    after = _chain(becoming["names"]) if becoming else []
    chain = (
        [*before, [role], *after]
        if not (after and role.lower() in map(str.lower, after[0]))
        else [*before, *after]
    )
    return [pair for one, other in pairwise(chain) for pair in product(one, other)]


def _cut(begun: re.Match[str], becoming: re.Match[str] | None) -> int:
    """Give where the names behind "begin as" end: before "and become …"."""
    return (
        becoming.start() - begun.start("names")
        if becoming and becoming.start() > begun.start("names")
        else 999
    )


def _chain(text: str) -> list[list[str]]:
    """Part the names behind a verb by "then", and those beside one another."""
    found = []
    for part in _THEN.split(text):
        names = [name for name in values(_ENDED.split(part)[0]) if len(name.split()) <= _MOST_WORDS]
        if not names:
            break
        found.append(names)
    return found
