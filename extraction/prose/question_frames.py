"""What a question says once its answer is put in: "Who uses a CRM?" and "Sales teams." make "Sales teams use a CRM"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rolegraph.extraction.words.inflection import third_person, verb_forms

__all__ = ["Frame", "asks_why", "question_frame"]

_ADVERBS = (
    r"(?:(?:usually|typically|commonly|normally|generally|mostly|often|mainly|actually|really|best)\s+)?"
)
_ACTIVE = re.compile(
    r"(?:what|whom|who|which)(?:\s+[\w-]+){0,2}?\s+(?P<aid>do|does|can|should|must)\s+(?P<who>\S.*?)\s+"
    rf"{_ADVERBS}(?P<verb>\w+)(?P<behind>\s+(?:on|for|in|to|with|from|of|as))?(?:\s+most)?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"what\s+(?P<aid>is|are)\s+(?P<who>\S.*?)\s+{_ADVERBS}(?P<verb>\w+)(?P<behind>\s+(?:by|for|of|on|in|with|from|to))",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"how\s+(?P<aid>is|are)\s+(?P<who>\S.*?)\s+(?P<verb>measured|calculated|evaluated|assessed|computed)",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"(?:who|(?:what|which)(?:\s+[\w-]+)?\s+\w+s)\s+(?:(?:can|may|should|must)\s+(?!be\b))?{_ADVERBS}"
    r"(?P<verb>\w+)\s+(?P<rest>\S.*?)(?:\s+(?:the )?most)?",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"(?:what|which)(?:\s+[\w-]+){{1,2}}\s+(?:is|are|can be|get)\s+{_ADVERBS}(?P<verb>\w+)", re.IGNORECASE
)
_WHY = re.compile(
    r"why\s+(?:do|does|would|should|is|are)\s.*"
    r"|what\s+(?:is|are)\s+the\s+(?:main\s+)?(?:goals?|purpose|aims?|point|objectives?)\s+of\s.*",
    re.IGNORECASE | re.DOTALL,
)
_DENYING = re.compile(
    r"\b(?:not|never|rarely|seldom|hardly|least|avoids?|lacks?|fails?|stops?|without|no longer)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(r"(?:you|we|i|one|people|your .*|my .*)", re.IGNORECASE)
_STANDING_IN = re.compile(r"(?:it|they|this|these|this [\w-]+)", re.IGNORECASE)
_ANSWERING = re.compile(r"(?:responsible|accountable|in charge)\b", re.IGNORECASE)
_STEM = 5  # letters that a thing and what is done by it have in common: "offshoring", "are offshored"


class Frame(NamedTuple):
    """What stands before and behind the answer in the sentence that it makes with its question."""

    before: str
    behind: str = ""


def asks_why(question: str) -> bool:
    """Tell a question for an aim: "Why do firms offshore?"."""
    return _WHY.fullmatch(question.strip(" ?")) is not None and not _DENYING.search(question)


def question_frame(question: str, topic: str, *, several: bool = True) -> Frame | None:
    """Give the sentence that a question on a topic makes of its answer; None for one that asks otherwise.

    ``several`` tells an answer in the plural.

    >>> question_frame("Who uses a CRM?", "CRM")
    Frame(before='', behind='use a CRM')
    >>> question_frame("What does uptime depend on?", "Uptime")
    Frame(before='uptime depends on', behind='')
    >>> question_frame("What jobs are commonly offshored?", "Offshoring")
    Frame(before='Offshoring applies to', behind='')
    """
    asked = question.strip(" ?")
    if _DENYING.search(asked):
        return None
    if found := _MEASURED.fullmatch(asked):
        return _told(found, topic, f"{found['aid']} {found['verb']} by")
    if found := _PASSIVE.fullmatch(asked):
        return _told(found, topic, f"{found['aid']} {found['verb']}{found['behind']}")
    if (found := _ACTIVE.fullmatch(asked)) and not _asks_who_can(found):
        return _active(found, topic)
    if found := _DONE.fullmatch(asked):
        same = found["verb"].lower()[:_STEM] == topic.lower()[:_STEM]
        return Frame(f"{topic} applies to") if same else None
    if found := _WHO.fullmatch(asked):
        verb = verb_forms().get(found["verb"].lower())
        if found["verb"].lower() in ("is", "are") and _ANSWERING.match(found["rest"]):
            return Frame("", f"{'are' if several else 'is'} {found['rest']}")
        if verb and verb != "be":
            return Frame("", f"{verb if several else third_person(verb)} {found['rest']}")
    return None


def _asks_who_can(found: re.Match[str]) -> bool:
    """Tell "Who can provide care?" from "Who can patients call?"."""
    verb = found["who"].split()[0].lower()
    return (
        found.string[:4].lower() == "who " and found["aid"].lower() != "do" and verb_forms().get(verb) == verb
    )


def _active(found: re.Match[str], topic: str) -> Frame | None:
    verb = found["verb"].lower()
    if verb_forms().get(verb) != verb or verb in ("do", "mean", "stand", "cost", "take", "look"):
        return None
    aid = found["aid"].lower()
    told = third_person(verb) if aid == "does" else verb if aid == "do" else f"{aid} {verb}"
    return _told(found, topic, f"{told}{found['behind'] or ''}")


def _told(found: re.Match[str], topic: str, verb: str) -> Frame | None:
    if _NOT_IT.fullmatch(found["who"]):
        return None
    who = topic if _STANDING_IN.fullmatch(found["who"]) else found["who"]
    return Frame(f"{who} {verb}")
