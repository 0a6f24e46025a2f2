"""What the heading of a part of an article announces beyond its bare words: "Key benefits of toil", "Why use toil?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import Reading

__all__ = ["part_announced"]

# Relations whose headings may go on with what they are of; others would be other terms: "Tools of the trade".
_OF_PARTS = frozenset(
    {"supports", "partOf", "broader", "appliesTo", "measuredBy", "requiresSkill", "responsibleFor"}
)
_OF_HEADWORD = frozenset({"partOf", "broader"})
_STAND_INS = frozenset({"it", "process", "model", "approach", "system"})
_ASKED = re.compile(
    r"^(?:what(?:\s+are|\s+is|['’]re|['’]s)\s+|what\s+(?=\w+\s+(?:do|does)\b))", re.IGNORECASE
)
_COUNT = re.compile(
    r"^(?:top\s+)?(?:\d{1,2}|several|many|two|three|four|five|six|seven|eight|nine|ten)\s+", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:the|some|its|their|most|key|main|core|common|major|top|typical|important|primary|potential|essential|"
    r"different|various|basic|general|business|central|fundamental|critical|notable)\s+)+",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+(?:of|for|in|to|with|from|behind|involved|associated|include)\b.*$", re.IGNORECASE)
_ASKS_WHY = re.compile(
    r"why\s+(?:(?:is|are|does|do|should|would)\s+.{2,60}\s+(?:important|valuable|useful|essential|beneficial|needed|use\b.*|matter)"
    r"|(?:use|choose|adopt|implement)\s.{2,60}|.{2,60}\s(?:matters?|counts?))|(?:the\s+)?(?:importance|value)\s+of\s.{2,60}",
    re.IGNORECASE,
)


_TAKES_FORMS = re.compile(
    r"(?:.{2,60}\s(?:takes?|comes? in|has|have)|there (?:are|is))\s"
    r"(?:(?:several|many|various|different|two|three|four|five|the|main)\s)+"
    r"(forms|types|kinds|components|elements|stages|phases|benefits|advantages)",
    re.IGNORECASE,
)
# Headings that announce what another does.
_SAME_AS = {
    "contents": "components",
    "steps": "stages",
    "features": "components",
    "functions": "components",
    "pillars": "components",
}


def part_announced(title: str, label: str, relation: Callable[[str], Reading | None]) -> Reading | None:
    """Give the relation of the items below the heading of a part of the article on ``label``.

    ``relation`` tells that of bare words. Kinds and parts of something else are none of the headword.

    >>> from rolegraph.extraction.layout.sections import Announcer
    >>> from rolegraph.ontology import load
    >>> titles = "Key benefits of toil", "What are the main types of toil?", "Types of tools", "Why is toil important?"
    >>> found = [part_announced(title, "Toil", Announcer(load()).relation) for title in titles]
    >>> [reading and reading.relation.name for reading in found]
    ['supports', 'broader', None, 'supports']
    """
    if found := relation(title):
        return found
    if told := _TAKES_FORMS.fullmatch(title.rstrip(" :.")):
        return relation(told[1])
    if _ASKS_WHY.fullmatch(title.rstrip(" ?")):
        return relation("benefits")
    bare = _LEADING.sub("", _COUNT.sub("", _LEADING.sub("", _ASKED.sub("", title.rstrip(" ?")))))
    if bare.casefold().startswith(f"{label.casefold()} "):
        bare = bare[len(label) :].strip()  # "SLA metrics"
    behind = _OF_WHAT.search(bare)
    words = bare[: behind.start()] if behind else bare
    found = relation(bare) or relation(_SAME_AS.get(words.lower(), words))
    if found is None or found.relation.name not in _OF_PARTS:
        return None
    other = (
        bool(behind)
        and found.relation.name in _OF_HEADWORD
        and not _names(behind[0] if behind else "", label)
    )
    return None if other else found


def _names(text: str, label: str) -> bool:
    """Tell whether a text has the main word of a label, or a pronoun or a noun that stands for it."""
    words = fold(text).split()
    return bool({*fold(label).split()[-1:], *_STAND_INS} & set(words)) or label.casefold() in text.casefold()
