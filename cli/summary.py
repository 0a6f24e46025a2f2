"""What a build did, in words: how much it found, of which types, and what it passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.cli import style
from rolegraph.cli.tables import Column, Table
from rolegraph.cli.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction import Build, Form, Outcome, Skip

__all__ = ["summary"]

_SHOWN = 3
_RELATIONS = (Column("type", "Relation type"), Column("count", "Stated"))


def summary(build: Build, *, verbose: bool = False) -> str:
    """Tell the counts, the relations by type, and what was skipped: by reason, some of each or all."""
    entries = sum(not term.mention for term in build.terms)
    mentions = len(build.terms) - entries
    counts = build.graph.relation_counts()
    stated = sum(count for _, count in counts)
    first = (
        f"{counted(entries, 'term')}, {counted(mentions, 'mention')} and {counted(stated, 'relation')} "
        f"from {counted(build.documents, 'document')}."
    )
    table = Table(_RELATIONS, [(kind.name, count) for kind, count in counts])
    unread = [skip for skip in build.skipped if not skip.text and skip.line]
    skipped = [skip for skip in build.skipped if skip.text or not skip.line]
    found = [first, *_forms(build.forms), *_indented(table), *_doubtful(build), *_reviewed(build.review)]
    lines = [*found, *_skipped(skipped, verbose)]
    lines += _homonyms(build)
    return "\n".join([*lines, *(style.warn(f"{skip.source}: {skip.reason}") for skip in unread)])


def _forms(forms: Sequence[Form]) -> Iterator[str]:
    """Tell in which form the documents were read, and how much of their text has a place in it."""
    from rolegraph.extraction import DESCRIPTIONS

    shares: dict[str, list[float]] = {}
    for form in forms:
        if form.name:
            shares.setdefault(form.name, []).append(form.share)
    for name, each in sorted(shares.items(), key=lambda item: (-len(item[1]), item[0])):
        placed = f"{sum(each) / len(each):.0%} of the text has a place"
        yield f"  Read as {DESCRIPTIONS[name]}: {counted(len(each), 'document')}, {placed}."


def _indented(table: Table) -> list[str]:
    return [f"  {line}" for line in table.render("table").splitlines()] if table.rows else []


def _doubtful(build: Build) -> Iterator[str]:
    if build.doubtful:
        yield f"Left out {counted(build.doubtful, 'statement')} less sure than --min-confidence."


def _reviewed(outcome: Outcome) -> Iterator[str]:
    """Tell what the verdicts of reviews did, and name those that are about nothing any more."""
    words = ("accepted", "rejected", "changed")
    done = [f"{number} {word}" for number, word in zip(outcome[:3], words, strict=True) if number]
    if done:
        yield f"Reviewed statements: {', '.join(done)}."
    if outcome.doubts:
        yield f"Reviewed meanings and classes: {outcome.doubts} decided."
    if outcome.stale:
        count = counted(len(outcome.stale), "verdict")
        yield style.warn(f"Stale in the review, for nothing is like it any more ({count}):")
    for one in outcome.stale:
        what = style.plain(f"{one.row.verdict} {one.row.subject} {one.row.relation} {one.row.object}")
        yield f"  {one.file}, line {one.line}: {style.faint(what)}"


def _homonyms(build: Build) -> Iterator[str]:
    """Name the labels with definitions that have nothing in common, each meaning with its place."""
    for label, first, second, apart in build.homonyms:
        places = [f"{each.source}:{each.line}" for each in (first, second)]
        if apart:
            terms = " and ".join(
                f"'{style.plain(each.label)}' ({place})"
                for each, place in zip((first, second), places, strict=True)
            )
            yield style.warn(f"'{style.plain(label)}' has several meanings: {terms} are terms of their own.")
        else:
            yield style.warn(
                f"'{style.plain(label)}' is defined in {places[0]} and {places[1]} in other words, and is one term; "
                "'rolegraph review' lists it, should it be two."
            )


def _skipped(skips: Sequence[Skip], verbose: bool) -> Iterator[str]:
    if not skips:
        return
    more = "" if verbose else "; --verbose lists each"
    yield f"Skipped {counted(len(skips), 'piece')} of text{more}:"
    by_reason: dict[str, list[Skip]] = {}
    for skip in skips:
        by_reason.setdefault(skip.reason, []).append(skip)
    for reason, same in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"  {reason} ({len(same)})"
        yield from (_line(skip) for skip in (same if verbose else same[:_SHOWN]))
        if not verbose and len(same) > _SHOWN:
            yield style.faint(f"    and {len(same) - _SHOWN} more")


def _line(skip: Skip) -> str:
    place = f"{skip.source}:{skip.line}" if skip.line else skip.source
    text = style.plain(skip.text)
    quoted = f"  {text[:60]}{'…' if len(text) > 60 else ''}" if text else ""
    return f"    {place}{style.faint(quoted)}"
