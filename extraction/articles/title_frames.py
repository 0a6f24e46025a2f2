"""Words that titles put around the name of what a page is about: "The complete guide to toil", "Toil 101"."""

from __future__ import annotations

import re

__all__ = ["unframed"]

_BEFORE = (
    r"(?:the\s|an?\s|your\s|our\s)?(?:[\w’'-]+\s){0,3}?(?:guide|introduction|intro|primer)\s(?:to|on|for)\s"
    r"|(?:an?\s|the\s)?(?:quick\s|brief\s)?overview of\s|(?:the\s)?(?:abc|basics|fundamentals|art|power)\sof\s"
    r"|understanding\s|demystifying\s|explaining\s|getting to know\s|meet\s"
    r"|(?:everything|all|what|\w+ things)\s(?:you\s)?(?:(?:really\s)?(?:need|should|want|have|must)\s(?:to\s)?)?"
    r"know about\s"
    r"|all about\s"
    r"|how\s(?:does\s|do\s)?(?=.{2,60}\sworks?$)|why\s(?:is\s|are\s)?(?=.{2,60}\s(?:matters?|important|counts?)$)"
)
_BEHIND = (
    r"\s101|\s(?:explained|defined|demystified|simplified)|,?\s(?:definitions?|meanings?|basics|essentials|fundamentals)"
    r"(?:\s(?:and|&)\s(?:definitions?|meanings?|examples?|types|uses))?"
    r"|\s(?:in a nutshell|in brief|in short|at a glance|en bref|en résumé|en quelques mots|auf einen blick"
    r"|(?:kurz|einfach) erklärt|im überblick|en breve|en pocas palabras)"
    r"|\sworks?|\s(?:matters?|counts?)|\s(?:is|are)\simportant"
)
_STARTS, _ENDS = (
    re.compile(rf"^(?:{_BEFORE})", re.IGNORECASE),
    re.compile(rf"(?:{_BEHIND})[?!.]?$", re.IGNORECASE),
)
# "Works" and "matters" close a title only where "how" or "why" opens it.
_ONLY_BEHIND = re.compile(r"^(?:how|why)\s", re.IGNORECASE)
_CLOSING = re.compile(r"\s(?:works?|matters?|counts?|(?:is|are)\simportant)[?!.]?$", re.IGNORECASE)
_LONGEST = 120


def unframed(title: str) -> str:
    """Give the name that a title puts such words around, empty for a title without any.

    >>> [unframed(title) for title in ("A beginner's guide to toil", "Why toil matters", "Toil 101", "Guide dog")]
    ['toil', 'toil', 'Toil', '']
    """
    title = " ".join(title[:_LONGEST].split())
    opened = _STARTS.match(title)
    asks = opened is not None and _ONLY_BEHIND.match(title) is not None
    name = title[opened.end() :] if opened else title
    closed = _ENDS.search(name)
    if closed and (asks or not _CLOSING.search(name)):
        name = name[: closed.start()]
    elif not opened or asks:
        return ""
    return re.sub(r"^(?:an?|the)\s+", "", name.rstrip(" ?!.:"), flags=re.IGNORECASE)
