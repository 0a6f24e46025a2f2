"""Whom a page speaks of: the labels that give titles of roles, and the subject of most of its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import VERBS_AT_HEAD, opens_with_verb
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.roles.fields import fields
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular, verb_forms
from rolegraph.extraction.words.sentences import sentences
from rolegraph.readers import Heading, Item, Paragraph, Span

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block

__all__ = [
    "STATING_LABEL",
    "TITLE_LABEL",
    "headed_by_subjects",
    "plural_subject",
    "spoken_of",
    "titled_by_labels",
]

TITLE_LABEL = re.compile(
    r"role|(?:job|position|role|post|class|classification|working|official) title(?: ?/ ?(?:position|role|job))?|"
    r"position|title|post|job|"
    r"intitulé(?: du poste)?|titre(?: du poste)?|poste|stellenbezeichnung|bezeichnung der stelle|stelle|funktion|"
    r"(?:título|nombre|denominación) del (?:puesto|cargo)|puesto|cargo",
    re.IGNORECASE,
)
STATING_LABEL = re.compile(r"(?:job|position|role|post|class|classification) title", re.IGNORECASE)
_FINITE = en.words("is was will must should may can shall has needs")
_ARTICLES = en.words("a an the every each our")
_SMALL = en.PREPOSITIONS | en.CONNECTIVES | en.PRONOUNS | en.BE
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LONGEST = 8
_MOST = 3000  # sentences that are looked at


def spoken_of(blocks: Sequence[Block]) -> dict[str, int]:
    """Count the names that sentences of a text have for their subject, the commonest first.

    >>> from rolegraph.readers import Paragraph, Span
    >>> text = "Beekeepers keep hives. The swarm moves. A beekeeper needs smoke."
    >>> spoken_of([Paragraph(Span(text, ((0, 1),)))])
    {'beekeeper': 2, 'swarm': 1}
    """
    texts = [
        block.span
        for block in blocks
        if isinstance(block, Heading | Paragraph | Item) and not opens_with_verb(block.span.text)
    ]
    parts = (sentence.text for span in texts for sentence in sentences(span))
    names = [name for _, text in zip(range(_MOST), parts, strict=False) if (name := _subject(text))]
    written = {name.lower(): name for name in reversed(names)}
    return {written[name]: count for name, count in Counter(map(str.lower, names)).most_common()}


def _subject(text: str) -> str:
    """Give the one of whom a sentence speaks: "The ward clerk orders …", "Ward clerks order …"."""
    words = _ASIDE.sub("", text).split()[: _LONGEST + 1]
    if not words or words[0].lower() not in _ARTICLES:
        return plural_subject(text)
    for number, verb in enumerate(words[2:], 2):
        if _acts(verb.strip(".,;:"), words[number + 1] if number + 1 < len(words) else ""):
            return singular(" ".join(words[1:number]).strip(","))
        if words[number - 1].lower().strip(",") in _SMALL:
            break
    return ""


def _acts(word: str, after: str) -> bool:
    """Tell a verb in the third person, or one that stands before others; "cleans" only before "the plates"."""
    form = verb_forms().get(word, word)
    sure = form not in en.NOUNS_FIRST or after in en.DETERMINERS | {"after"}
    return word in _FINITE or (word.endswith("s") and form != word and sure)


def plural_subject(text: str) -> str:
    """Give the one of whom a text begins to tell by the plural.

    >>> plural_subject("Night porters keep the keys."), plural_subject("The keys hang there.")
    ('night porter', '')
    """
    words = text.split()[:_LONGEST]
    for number, verb in enumerate(words[1:], 1):
        acts = verb in ("are", "will", "must", "should", "may", "can") or (
            verb_forms().get(verb) == verb and verb not in en.NOUNS_FIRST - VERBS_AT_HEAD
        )
        if acts and words[number - 1].endswith("s"):
            return singular(" ".join(words[:number])).lower()
    return ""


def headed_by_subjects(blocks: Sequence[Block], titles: RoleTitles) -> tuple[list[Block], list[str]]:
    """Put a heading before the first paragraph on each of the roles that a text tells of in turn.

    The second value are their names; none where fewer than three roles have paragraphs, or these are not most of all.
    """
    subjects = [_subject(block.span.text) if isinstance(block, Paragraph) else "" for block in blocks]
    known = {name.lower() for name in subjects if name and _names_somebody(name, titles)}
    named = {name.lower(): titles.may_be_role(name) for name in subjects if name[:1].isupper()}
    if 2 * len(known) > len(named):  # "The bosun …" beside "The mate …" and "The cook …"
        known |= {name for name, may_be in named.items() if may_be}
    found: list[Block] = []
    names: dict[str, str] = {}
    for block, name in zip(blocks, subjects, strict=True):
        new = name.lower() in known and name.lower() not in names
        if new and isinstance(block, Paragraph):
            names[name.lower()] = name[:1].upper() + name[1:]
            found.append(Heading(Span(names[name.lower()], block.span.starts[:1]), 0))
        found.append(block)
    told = sum(name.lower() in known for name in subjects)
    most = told * 3 >= 2 * sum(isinstance(block, Paragraph) for block in blocks)
    return (found, list(names.values())) if len(names) > _FEW and most else (list(blocks), [])


_FEW = 2


def _names_somebody(name: str, titles: RoleTitles) -> bool:
    last = name.rpartition("-")[2]  # "sub-editor"
    return any(titles.names_role(each) or titles.looks_like_role(each) for each in (name, last))


def titled_by_labels(blocks: Sequence[Block], titles: RoleTitles) -> tuple[list[Block], list[str]]:
    """Make headings of the titles that labels give one after the other: "Title: Purser" … "Title: Bosun".

    The second value are these titles; none where a page has fewer than two.
    """
    found: list[Block] = []
    names: list[str] = []
    left = list(reversed(blocks))
    while left:
        block = left.pop()
        title = _labelled(block, left[-1] if left else None)
        if title is None or not titles.can_name(title.text, sure=True):
            found.append(block)
            continue
        names.append(title.text)
        found.append(Heading(title, 0))
        if isinstance(block, Paragraph | Item) and (rest := _below(block.span)):
            found.append(Paragraph(rest))
        elif not fields(_span_of(block)):
            left.pop()
    return (found, names) if len(set(names)) > 1 else (list(blocks), [])


def _labelled(block: Block, after: Block | None) -> Span | None:
    """Give the title that a label gives, on its line or below it."""
    if not isinstance(block, Heading | Paragraph | Item):
        return None
    if TITLE_LABEL.fullmatch(block.span.text.strip(" :*_")):
        short = isinstance(after, Paragraph | Heading) and len(after.span.text.split()) <= _LONGEST
        return after.span if short and isinstance(after, Paragraph | Heading) else None
    first = next(iter(fields(block.span)), None)
    if first is None or not TITLE_LABEL.fullmatch(first.label):
        return None
    return cut(first.span, first.value)


def _below(span: Span) -> Span | None:
    """Give what stands on the lines below a labelled title."""
    told = fields(span)
    start = len(told[0].span.text) if told else len(span.text)
    return cut(span, start) if span.text[start:].strip() else None


def _span_of(block: Block) -> Span:
    return block.span if isinstance(block, Heading | Paragraph | Item) else Span("", ((0, 1),))
