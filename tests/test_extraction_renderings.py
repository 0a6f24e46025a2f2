"""One glossary in every form: whichever way it is written down, the same terms, names, texts and links are found."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from glossary_renderings import (
    FIELDS,
    FORMS,
    HEADS,
    LABELS,
    OTHERS,
    POINTERS,
    TERMS,
    Style,
    rendered,
    with_fields,
)

from rolegraph.extraction import Build, build

GROUPS = ("none", "letters", "topics")
# Heads that a form can't have, since the sign in them is the one that parts the head from its text.
IMPOSSIBLE = {"lines with dashes": {"dash"}, "items with dashes": {"dash"}, "bold with a stop": {"labelled"}}


def styles() -> list[tuple[str, Style]]:
    """Pair each form with every other head, and go through all other choices by turns."""
    heads = [(form, head) for form in FORMS for head in HEADS if head not in IMPOSSIBLE.get(form, ())][::2]
    turns = zip(
        cycle(OTHERS), cycle(POINTERS), cycle(GROUPS), cycle((False, True, True, False, True)), strict=False
    )
    found = []
    for place, ((form, head), (other, pointer, group, more)) in enumerate(zip(heads, turns, strict=False)):
        group = group if FORMS[form].grouped else "none"
        small = place % 7 == 4 and FORMS[form].ending != ".txt"
        found.append((form, Style(head, other, pointer, group, more, small)))
    return found


@pytest.mark.parametrize(
    ("form", "style"),
    styles(),
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else value,
)
def test_every_form_gives_the_same_glossary(tmp_path: Path, form: str, style: Style) -> None:
    assert_whole(tmp_path, f"glossary{FORMS[form].ending}", rendered(FORMS[form], style))


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels["short"])
def test_fields_below_a_term_are_its_own_in_every_form(
    tmp_path: Path, form: str, labels: dict[str, str]
) -> None:
    assert_whole(tmp_path, "glossary.md", with_fields(FIELDS[form], labels))


def assert_whole(folder: Path, name: str, text: str) -> None:
    """Check that the glossary is read from a text as it is: no term, name, definition or link more or less."""
    (folder / name).write_text(text, encoding="utf-8")
    found = build([str(folder / name)])
    entries = {term.label.value.lower(): term for term in found.terms if not term.mention}
    assert set(entries) == {term.name.lower() for term in TERMS}
    for term in TERMS:
        entry = entries[term.name.lower()]
        names = {text.value for text in (*entry.abbreviations, *entry.alternatives)}
        assert names == {term.short, term.other} - {""}
        assert term.definition in entry.definitions[0].value
    assert {frozenset((term.name.lower(), term.see.lower())) for term in TERMS if term.see} <= linked(found)


def linked(found: Build) -> set[frozenset[str]]:
    """Give the pairs of terms that anything relates."""
    labels = {term.iri: term.label.value.lower() for term in found.terms}
    pairs = ((each.statement.subject, str(each.statement.object)) for each in found.evidence)
    return {frozenset((labels[one], labels[other])) for one, other in pairs if other in labels}
