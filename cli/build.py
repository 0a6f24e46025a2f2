"""``rolegraph build``: a graph from glossaries and role descriptions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.lazy import Command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rolegraph.extraction import Build, Failure

__all__ = ["absolute_base", "build_graph", "command", "format_of"]


def absolute_base(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
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


@click.command(
    "build",
    cls=Command,
    examples=(
        "rolegraph build glossary/ -o roles.ttl",
        "rolegraph build roles.md levels.txt --base https://example.org/roles/",
        "rolegraph build terms.xlsx --map Bezeichnung=term --map Oberbegriff=broader",
        "rolegraph build glossary/ --keep-going -o - | less",
        "rolegraph build glossaire.csv --lang fr",
        "rolegraph build glossary.txt --explain",
    ),
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="rolegraph.ttl",
    show_default=True,
    help='Write to this file, in the format of its ending; "-" is the standard output, in Turtle.',
)
@click.option(
    "--base", metavar="IRI", callback=absolute_base, help="Base of the terms' IRIs; ends with / or #."
)
@click.option("--title", default="", help="Title of the graph.")
@click.option(
    "--lang",
    "language",
    metavar="TAG",
    callback=_language,
    help="Language of the documents that do not tell theirs; without it, it is told from their words.",
)
@click.option(
    "--ontology",
    "ontologies",
    metavar="FILE",
    multiple=True,
    help="Turtle file with classes, relation types or cues of your own; may be given several times.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="X",
    help="Leave out statements less sure than this, from 0 to 1. [default: 0.3]",
)
@click.option(
    "--review",
    "reviews",
    metavar="FILE",
    multiple=True,
    help="Obey this review; may be given several times. [default: rolegraph-review.csv in a source folder]",
)
@click.option(
    "--map",
    "columns",
    metavar="COLUMN=FIELD",
    multiple=True,
    callback=_columns,
    help="Say what a column of tables holds: a field or a relation type; may be given several times.",
)
@click.option(
    "--extractor",
    "added",
    metavar="NAME",
    multiple=True,
    help="Run an extractor of another package as well; may be given several times.",
)
@click.option(
    "--no-extractor",
    "left_out",
    metavar="NAME",
    multiple=True,
    help="Leave out an extractor: prose, tables, references or hyperlinks.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="Read with at most so many processes.  [default: one a core]",
)
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing for the next build.")
@click.option("--keep-going", is_flag=True, help="Build the rest where a source can't be read.")
@click.option("--explain", is_flag=True, help="Show each document block by block, with what became of it.")
@click.option("--verbose", is_flag=True, help="List all that was skipped, not only some of each kind.")
def command(
    sources: tuple[str, ...],
    output: str,
    base: str | None,
    title: str,
    language: str,
    ontologies: tuple[str, ...],
    min_confidence: float | None,
    reviews: tuple[str, ...],
    columns: dict[str, str],
    added: tuple[str, ...],
    left_out: tuple[str, ...],
    jobs: int | None,
    no_cache: bool,
    keep_going: bool,
    explain: bool,
    verbose: bool,
) -> None:
    """Build a graph from glossaries and role descriptions.

    A source is a file, or a folder of files: text, Markdown, CSV, Excel, YAML or JSON. The same sources
    always give the same bytes. What was found and what was skipped, and why, is told on stderr.

    What "rolegraph review" wrote and a person filled in is obeyed with --review, and by itself where it stands in
    a source folder as rolegraph-review.csv or .xlsx.

    Where a source can't be read, nothing is written and the exit status is 1. With --keep-going the rest is
    built, the unreadable sources are named on stderr, and the exit status is 0, or 1 where none can be read.
    """
    from rolegraph.cli.summary import summary

    if explain and output == "-":
        raise click.UsageError(
            "--explain and -o - both write to the standard output; name a file for the graph"
        )
    form = format_of(output)
    with _told_of_interrupts():
        built = build_graph(
            sources,
            base,
            title,
            ontologies,
            keep_going,
            columns,
            language,
            min_confidence=min_confidence,
            reviews=reviews or None,
            extractors=_extractors(added, left_out),
            jobs=jobs,
            cached=not no_cache,
        )
        files = outputs.write_graph(built.graph, form, output)
    for file in files:
        outputs.note(f"Wrote {file}.")
    if explain:
        from rolegraph.cli.explanation import explanation

        click.echo(explanation(sources, built, ontologies), nl=False)
    outputs.note(summary(built, verbose=verbose))
    _warn(built)


@contextmanager
def _told_of_interrupts() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        outputs.note("Interrupted: nothing was written.")
        raise


def _warn(built: Build) -> None:
    """Tell of columns that no document has, and of sources that can't be read."""
    for column in built.unused:
        outputs.note(style.warn(f"No document has the column '{column}' that --map names."))
    if built.failures:
        outputs.note(
            style.warn(f"Missing from the graph, for they can't be read:\n{_listed(built.failures)}")
        )


def _extractors(added: Sequence[str], left_out: Sequence[str]) -> list[str]:
    """Give the extractors of rolegraph, with some of other packages, without some. Raises UnknownExtractor."""
    from rolegraph.extraction import EXTRACTORS, find_extractor

    for name in (*added, *left_out):
        find_extractor(name)
    return [name for name in dict.fromkeys((*EXTRACTORS, *added)) if name not in left_out]


def build_graph(
    sources: Sequence[str],
    base: str | None = None,
    title: str = "",
    ontologies: Sequence[str] = (),
    keep_going: bool = False,
    columns: Mapping[str, str] | None = None,
    language: str = "",
    *,
    min_confidence: float | None = None,
    reviews: Sequence[str] | None = None,
    extractors: Sequence[str] | None = None,
    jobs: int | None = None,
    cached: bool = True,
) -> Build:
    """Build, with a progress bar; where sources can't be read, name all of them."""
    from rolegraph.cli.progress import Progress
    from rolegraph.extraction import MIN_CONFIDENCE, BuildError, build, cores
    from rolegraph.graph import DEFAULT_BASE
    from rolegraph.ontology import UnknownName, load

    try:
        with Progress("Building") as progress:
            built = build(
                sources,
                base=base or DEFAULT_BASE,
                ontology=load(*ontologies),
                keep_going=keep_going,
                title=title,
                language=language,
                min_confidence=MIN_CONFIDENCE if min_confidence is None else min_confidence,
                reviews=reviews,
                columns=columns,
                extractors=extractors,
                jobs=jobs or cores(),
                cache=_cache() if cached else None,
                progress=progress,
            )
    except UnknownName as error:
        raise click.BadParameter(str(error), param_hint="'--map'") from error
    except BuildError as error:
        raise _unreadable(error.failures) from error
    if not built.documents:
        raise _unreadable(built.failures) if built.failures else click.ClickException(_nothing(sources))
    return built


def _cache() -> str:
    """Give the folder of the user's cache in which what was read is kept."""
    from platformdirs import user_cache_path

    return str(user_cache_path("rolegraph", appauthor=False) / "build")


def _unreadable(failures: Sequence[Failure]) -> click.ClickException:
    return click.ClickException(f"Nothing was built, for these can't be read:\n{_listed(failures)}")


def _listed(failures: Sequence[Failure]) -> str:
    return "\n".join(f"  {failure.message}" for failure in failures)


def _nothing(sources: Sequence[str]) -> str:
    return f"Nothing was built: there is no document in {', '.join(sources)}."


def format_of(output: str) -> str:
    """Name the format of an output by its ending; without one it is Turtle. Raises UnknownFormat."""
    import os

    from rolegraph.exports import format_for

    return format_for(output).name if os.path.splitext(output)[1] else "turtle"
