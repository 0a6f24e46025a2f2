"""How a sentence speaks of the role of its page: by its name, as "you" or "incumbents", or as its work or purpose."""

from __future__ import annotations

import re

from rolegraph.extraction.grammar.inflection import singular
from rolegraph.extraction.roles.duties import RESPONSIBLE

__all__ = ["beside", "clauses", "included", "level_said", "said_of"]

_CLASS = r"(?:class(?:ification)?|position|job|role|level|series|grade|occupation|post)"
_HOLDER = (
    r"you(?:['’]ll)?|(?:the|this|an|each) (?:role|position|job|post|class(?:ification)?|successful candidate|"
    r"ideal candidate|incumbent|candidate|employee|post ?holder)|incumbents(?! in)|the (?:person|holder)|they|"
    r"(?:she|he)(?:(?: or |/)(?:he|she))?|"
    r"(?:an? |the )?(?:employees?|incumbents?|positions?|jobs?|workers?) (?:in|of|at|assigned to) "
    rf"(?:this|the) {_CLASS}"
)
_OWNED = r"(?:his|her|their|its|your|the (?:role|position|job)['’]s|the {label}['’]s)"
_AIM = (
    r"(?:(?:main|primary|key|core|principal|overall|chief|first|most important|central)\s+)?"
    r"(?:job|role|mission|goal|purpose|task|aim|objective|responsibility|duty|function|focus)"
)
_CIRCUMSTANCE = (
    r"(?:as an? [^,]+, |under [^,]{3,70}, |(?:in|with)(?:in)? this (?:role|position|job|post|capacity), |"
    r"at this level, |more than [^,]{3,50}, |(?:beyond|besides|in addition to|apart from|aside from|along with|"
    r"as well as|alongside|when|while|by|after|before) \w+ing [^,]{2,70}, |day[- ]to[- ]day, |on a daily basis, |"
    r"(?:and|but|also|additionally|in addition|typically|generally|ultimately),? )?"
)
_SAYS = r"(?:also|may|can|typically|usually|primarily|often|mainly|generally|and)\s+"
_INCLUDED = re.compile(
    r"^(?:(?:(?:these|the|this|its|his|her|their|your|key|main|primary|other|typical|specific|"
    r"[A-Z][\w ]{2,40}['’]s)\s+)*"
    r"(?:responsibilities|duties|tasks|functions|work|role|position|job)"
    r"(?: of (?:this|the) (?:role|position|job|class|classification|post))?|"
    r"this is [\w, -]{3,60}?\b(?:work|position|job|role),? (?:which|that))\s+"
    rf"(?:{_SAYS})*(?:includes?|are|involves?|comprises?|consists? of|entails?|revolves? around|cent(?:er|re)s? on)\s+"
    r"(?:but (?:is|are) not limited to:?\s+|the following:\s+)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"^(?:this|(?:this|the) [\w ]{2,50}?|positions (?:in|at) this \w+|incumbents)\s+(?:is|are|represents?)\s+"
    r"(?:the\s+|an?\s+)?(?P<level>(?:entry|trainee|journey|intermediate|mid|advanced|full[- ]performance|working|"
    r"senior|supervisory|managerial|executive|lead|first|second|third|fourth|highest|lowest|expert|professional)"
    r"(?:[/ -](?:working|journey))?[ -]level)\b",
    re.IGNORECASE,
)


def said_of(text: str, label: str) -> str:
    """Give what follows the role, where a sentence has it, its holder or its aim for its subject; else nothing.

    >>> said_of("Under general supervision, incumbents in this class sort the mail.", "clerk")
    'sort the mail.'
    >>> said_of("Their primary mission is to keep the shop open.", "shop manager"), said_of("Shops open.", "manager")
    ('keep the shop open.', '')
    """
    name = re.escape(singular(label))
    owned = _OWNED.replace("{label}", name)
    aim = (
        rf"(?:{owned} {_AIM}|the {_AIM} of (?:an?|the|this) (?:role|position|job|post|{name})) (?:is|will be) to|"
        rf"it(?:['’]s| is) the {name}['’]s job to|"
        rf"(?:another|one|a further|a key|an important) (?:\w+ )?(?:job|task|duty|responsibility|function) of "
        rf"(?:an?|the|this) (?:role|position|{name}) is to"
    )
    named = rf"(?:an?|the|our|every|each|most|many|some|good|great|successful|an? (?:good|great|successful)) {name}"
    holder = (
        rf"(?:we expect )?(?:{_HOLDER}|{named}(?: role| position)?)(?: to)?|{name}s?|(?:the|our|most|many) {name}s"
        + (rf"|(?:the )?{_head(label)}s" if _head(label) else "")
    )
    purpose = (
        r"(?:(?:is|are)(?: typically| usually)? (?:employed|hired|appointed|engaged|there|expected|required|needed)"
        r"(?: by [\w ]{2,40})? to|exists? to|serves? to|aims? to|seeks? to|works? to) "
    )
    subject = re.match(rf"{_CIRCUMSTANCE}(?:{aim}|{holder})\s+(?:{purpose})?", text, re.IGNORECASE)
    return text[subject.end() :] if subject else ""


def _head(label: str) -> str:
    """Give the noun by whose plural alone a page can go on to speak of the role: "stewards" of a data steward."""
    words = singular(label).split()
    return re.escape(words[-1]) if len(words) > 1 and words[0].lower() not in _RANKS else ""


_RANKS = frozenset(
    {"senior", "junior", "lead", "chief", "head", "deputy", "assistant", "associate", "vice", "principal"}
)


def beside(text: str) -> str:
    """Give what a sentence says is done besides what it goes on to tell: "Beyond loading ships, clerks …".

    >>> beside("In addition to loading ships, clerks keep the log."), beside("Before loading ships, clerks wait.")
    ('loading ships', '')
    """
    match = re.match(
        r"(?:beyond|besides|in addition to|apart from|aside from|as well as) (\w+ing [^,]+),", text, re.I
    )
    return match[1] if match else ""


def included(text: str) -> str:
    """Give what a sentence says that the duties or the work include; else nothing.

    >>> included("The work also involves responsibility for counting stock."), included("The work is hard.")
    ('counting stock.', '')
    """
    match = _INCLUDED.match(text)
    rest = text[match.end() :] if match else ""
    answers = RESPONSIBLE.match(rest)
    return rest[answers.end() :] if answers else rest


def clauses(text: str) -> list[str]:
    """Part a sentence at its semicolons; what follows one goes on with the subject of the first clause."""
    return [part.strip() for part in re.split(r";\s+(?:and\s+|or\s+)?", text) if part.strip()]


def level_said(text: str) -> str:
    """Give the level at which a sentence says a role is.

    >>> level_said("This is the entry-level class in the series."), level_said("This is a class.")
    ('entry-level', '')
    """
    match = _LEVEL.match(text)
    return match["level"].lower() if match else ""
