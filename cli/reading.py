"""How sources are to be read: the options of every command that reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce, wraps
from typing import Any, NamedTuple

import click

__all__ = ["Reading", "reading_options"]


class Reading(NamedTuple):
    """What was said of how to read sources; the names are those of the options."""

    base: str | None = None
    language: str = ""
    ontologies: Sequence[str] = ()
    columns: Mapping[str, str] | None = None
    added: Sequence[str] = ()
    left_out: Sequence[str] = ()
    jobs: int | None = None
    no_cache: bool = False

    def extractors(self) -> list[str]:
        """Name the extractors of rolegraph, with some of other packages, without some."""
        from rolegraph.extraction import EXTRACTORS

        return [name for name in dict.fromkeys((*EXTRACTORS, *self.added)) if name not in self.left_out]


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for reading sources; it takes their values as ``reading``."""

    @wraps(command)
    def with_reading(*arguments: Any, **values: Any) -> None:
        said = {name: values.pop(name) for name in Reading._fields}
        command(*arguments, reading=Reading(**said), **values)

    return reduce(lambda found, option: option(found), reversed(_OPTIONS), with_reading)


def _absolute_base(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Take an absolute IRI that names can be put behind."""
    if value is not None and not (value.endswith(("/", "#")) and _is_iri(value)):
        raise click.BadParameter(
            f"{value!r} is no IRI that ends with / or #, like https://example.org/roles/"
        )
    return value


def _language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Take a language tag."""
    from rolegraph.extraction.foreign.detection import is_tag

    if value and not is_tag(value):
        raise click.BadParameter(f"{value!r} is no language tag (BCP 47), like en, fr or pt-BR")
    return value or ""


def _columns(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Part each "column=field" at its last equals sign."""
    columns: dict[str, str] = {}
    for value in values:
        column, _, field = value.rpartition("=")
        if not column.strip() or not field.strip():
            raise click.BadParameter(f"{value!r} is no column=field, like Bezeichnung=term")
        columns[column.strip()] = field.strip()
    return columns


def _is_iri(value: str) -> bool:
    from pyoxigraph import NamedNode

    try:
        NamedNode(value)
    except ValueError:
        return False
    return True


def _extractor_names(
    ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Take names of extractors that there are."""
    if values:
        from rolegraph.extraction import UnknownExtractor, find_extractor

        try:
            for name in values:
                find_extractor(name)
        except UnknownExtractor as error:
            raise click.BadParameter(str(error)) from error
    return values


_OPTIONS: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.option(
        "--base", metavar="IRI", callback=_absolute_base, help="Base of the terms' IRIs; ends with / or #."
    ),
    click.option(
        "--lang",
        "language",
        metavar="TAG",
        callback=_language,
        help="Language of the documents that do not tell theirs; without it, it is told from their words.",
    ),
    click.option(
        "--ontology",
        "ontologies",
        metavar="FILE",
        multiple=True,
        help="Turtle file with classes, relation types or cues of your own; may be given several times.",
    ),
    click.option(
        "--map",
        "columns",
        metavar="COLUMN=FIELD",
        multiple=True,
        callback=_columns,
        help="Say what a column of tables holds: a field or a relation type; may be given several times.",
    ),
    click.option(
        "--extractor",
        "added",
        metavar="NAME",
        multiple=True,
        callback=_extractor_names,
        help="Run an extractor of another package as well; may be given several times.",
    ),
    click.option(
        "--no-extractor",
        "left_out",
        metavar="NAME",
        multiple=True,
        callback=_extractor_names,
        help="Leave out an extractor: prose, tables, references or hyperlinks.",
    ),
    click.option(
        "-j",
        "--jobs",
        metavar="N",
        type=click.IntRange(1),
        help="Read with at most so many processes.  [default: one a core]",
    ),
    click.option(
        "--no-cache", is_flag=True, help="Read everything anew, and keep nothing for the next build."
    ),
)
