"""What became of each document of a build, as text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.cli import style
from rolegraph.cli.output import terminal_width
from rolegraph.cli.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.cli.reading import Reading
    from rolegraph.extraction import Build, Form

__all__ = ["explanation"]

_COLUMNS = (
    Column("line", "Line"),
    Column("block", "Block"),
    Column("fate", "Became"),
    Column("statements", "States"),
    Column("text", "Text"),
)


def explanation(sources: Sequence[str], built: Build, reading: Reading) -> str:
    """Show the documents of a build block by block: the line, what the block is, what became of it, its text."""
    return "\n".join(_documents(sources, built, reading))


def _documents(sources: Sequence[str], built: Build, reading: Reading) -> Iterator[str]:
    from rolegraph.extraction import explain
    from rolegraph.ontology import load
    from rolegraph.readers import ReadError, find, read

    ontology, forms = load(*reading.ontologies), {form.source: form for form in built.forms}
    for file in find(sources).files:
        if file.name not in forms:
            continue  # it could not be read, as the summary says, or is a review
        try:
            document = read(*file)
        except ReadError:
            continue  # the summary names it
        rows = [
            (each.line, each.block, each.fate, each.statements or "", each.text)
            for each in explain(document, built, ontology, reading.columns)
        ]
        yield f"{style.bold(style.plain(file.name))}: {_form(forms.get(file.name))}"
        yield Table(_COLUMNS, rows).render("table", terminal_width(None))


def _form(form: Form | None) -> str:
    from rolegraph.extraction import DESCRIPTIONS

    if form is None or not form.name:
        return "no form was recognised"
    return f"{DESCRIPTIONS[form.name]}; {form.share:.0%} of the text has a place"
