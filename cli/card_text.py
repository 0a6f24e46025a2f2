"""The card of a term as text to read."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from rolegraph.cli import style
from rolegraph.cli.tables import Column, Table
from rolegraph.cli.wording import name_of, percent, qualified, tagged, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.cli.card import Activity, Card, Group, Item
    from rolegraph.cli.wording import Places
    from rolegraph.graph import Evidence, Question

__all__ = ["text"]

_ACTIVITIES = (
    Column("label", "Activity"),
    Column("share", "Share"),
    Column("collaborators", "Collaborators"),
)


def text(card: Card, places: Places, *, width: int, evidence: bool = False) -> str:
    """Write a card for a width in columns; with ``evidence`` each relation stands with its quotes."""
    sections = [
        _head(card, places, width),
        _relations("Relations", card.relations, places, width, evidence),
        _relations("Denied", card.denials, places, width, evidence),
        _activities(card.activities, width),
        _questions(card.questions, places, width, evidence),
    ]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _head(card: Card, places: Places, width: int) -> list[str]:
    term = card.term
    kinds = [*card.classes, *(["mention"] if term.mention else [])]
    lines = [style.bold(style.plain(titled(term))) + (f"  [{', '.join(kinds)}]" if kinds else "")]
    if names := [*(name.value for name in term.alternatives), *map(tagged, term.translations)]:
        lines += _wrapped("also: " + ", ".join(names), width, "  ")
    if card.collections:
        lines += _wrapped("in: " + ", ".join(card.collections), width, "  ")
    for definition in term.definitions:
        foreign = term.translations and definition.language != term.label.language
        lines += _wrapped(tagged(definition) if foreign else definition.value, width, "  ")
    where = ", ".join(map(places, term.places))
    return [*lines, *([style.faint(f"  {style.plain(where)}")] if where else [])]


def _relations(title: str, groups: Sequence[Group], places: Places, width: int, evidence: bool) -> list[str]:
    if not groups:
        return []
    if evidence:
        listed = [line for group in groups for line in _with_evidence(group, places, width)]
    else:
        margin = max(len(group.phrase) for group in groups) + 4
        listed = [line for group in groups for line in _beside(group, margin, width)]
    return [style.bold(title), *listed]


def _beside(group: Group, margin: int, width: int) -> list[str]:
    """Write the phrase in a column of its own and the other ends beside it."""
    ends = "; ".join(name_of(item.end) for item in group.items)
    first, *more = _wrapped(ends, width, " " * margin)
    return [f"  {group.phrase:{margin - 2}}{first.strip()}", *more]


def _with_evidence(group: Group, places: Places, width: int) -> Iterator[str]:
    """Write one end a line, its quotes below it."""
    yield f"  {group.phrase}"
    for item in group.items:
        yield from _wrapped(name_of(item.end), width, "    ")
        yield from _quotes(item, places, width)


def _quotes(item: Item, places: Places, width: int) -> Iterator[str]:
    for evidence in item.evidence:
        yield from _wrapped(f"“{evidence.quote.value}”", width, "      ")
        yield style.faint(f"      {_source(evidence, places)}")


def _source(evidence: Evidence, places: Places) -> str:
    said = qualified(evidence)
    return style.plain(places(evidence.place)) + (f"  ({style.plain(said)})" if said else "")


def _activities(activities: Sequence[Activity], width: int) -> list[str]:
    if not activities:
        return []
    rows = [(one.label, percent(one.share), one.collaborators) for one in activities]
    table = Table(_ACTIVITIES, rows).render("table", width - 2)
    return [style.bold("Activities"), *(f"  {line}" for line in table.splitlines())]


def _questions(questions: Sequence[Question], places: Places, width: int, evidence: bool) -> list[str]:
    if not questions:
        return []
    lines = [style.bold("Questions")]
    for one in questions:
        lines += _wrapped(one.question.value, width, "  ")
        lines += _wrapped(one.answer.value, width, "    ")
        lines += [style.faint(f"      {places(one.place)}")] if evidence else []
    return lines


def _wrapped(words: str, width: int, margin: str) -> list[str]:
    return wrap(
        style.plain(words),
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [margin]
