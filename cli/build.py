"""``rolegraph build``: a graph from glossaries and role descriptions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.caches import cache_folder
from rolegraph.cli.lazy import Command
from rolegraph.cli.reading import Reading, reading_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction import Build, Failure, Skip

__all__ = ["build_graph", "command", "format_of", "warn"]

_SHOWN = 5


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
@click.option("--title", default="", help="Title of the graph.")
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
    help="Obey this review alone; may be given several times. [default: rolegraph-review.csv in a source folder]",
)
@reading_options
@click.option("--keep-going", is_flag=True, help="Build the rest where a source can't be read.")
@click.option("--explain", is_flag=True, help="Show each document block by block, with what became of it.")
@click.option("--verbose", is_flag=True, help="List all that was skipped, not only some of each kind.")
def command(
    sources: tuple[str, ...],
    output: str,
    title: str,
    min_confidence: float | None,
    reviews: tuple[str, ...],
    reading: Reading,
    keep_going: bool,
    explain: bool,
    verbose: bool,
) -> None:
    """Build a graph from glossaries and role descriptions.

    A source is a file, or a folder or an archive (.zip, .tar.gz) of files: text, Markdown, reStructuredText, AsciiDoc,
    HTML, Word, CSV, Excel and OpenDocument sheets, YAML or JSON. The same sources always give the same bytes. What was
    found and what was skipped, and why, is told on stderr.

    What "rolegraph review" wrote and a person filled in is obeyed with --review, or else by itself where it stands
    in a source folder as rolegraph-review.csv or .xlsx.

    Where a source can't be read, nothing is written and the exit status is 1. With --keep-going the rest is
    built, the unreadable sources are named on stderr, and the exit status is 0, or 1 where none can be read.
    """
    import os

    from rolegraph.cli.summary import summary

    if explain and output == "-":
        raise click.UsageError(
            "--explain and -o - both write to the standard output; name a file for the graph"
        )
    form = format_of(output)
    with _told_of_interrupts():
        built = build_graph(
            sources,
            reading,
            title=title,
            keep_going=keep_going,
            min_confidence=min_confidence,
            reviews=reviews or None,
        )
        if not built.terms and os.path.isfile(output) and os.path.getsize(output):
            raise click.ClickException(f"No term was found; {output} stands as it was.\n{summary(built)}")
        files = outputs.write_graph(built.graph, form, output)
    for file in files:
        outputs.note(f"Wrote {file}.")
    if explain:
        from rolegraph.cli.explanation import explanation

        click.echo(explanation(sources, built, reading), nl=False)
    outputs.note(summary(built, verbose=verbose))
    warn(built)
    _tell_of_reviews(sources, reviews)


@contextmanager
def _told_of_interrupts() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        outputs.note("Interrupted: nothing was written.")
        raise


def warn(built: Build) -> None:
    """Tell of columns that no document has, and of sources that can't be read."""
    for column in built.unused:
        outputs.note(style.warn(f"No document has the column '{column}' that --map names."))
    if built.failures:
        outputs.note(
            style.warn(f"Missing from the graph, for they can't be read:\n{_listed(built.failures)}")
        )


def _tell_of_reviews(sources: Sequence[str], reviews: Sequence[str]) -> None:
    """Tell of reviews in folders of sources that were passed over, for others were named."""
    import os

    from rolegraph.extraction.review.verdicts import reviews_in

    named = {os.path.realpath(path) for path in reviews}
    for path in reviews_in(sources) if reviews else ():
        if os.path.realpath(path) not in named:
            outputs.note(style.warn(f"{path} was not obeyed, for --review names what is; name it too."))


def build_graph(
    sources: Sequence[str],
    reading: Reading | None = None,
    *,
    title: str = "",
    keep_going: bool = False,
    min_confidence: float | None = None,
    reviews: Sequence[str] | None = None,
    doubts: bool = False,
) -> Build:
    """Build, with a progress bar; where sources can't be read, name all of them."""
    from rolegraph.cli.progress import Progress
    from rolegraph.extraction import MIN_CONFIDENCE, BuildError, build, cores
    from rolegraph.graph import DEFAULT_BASE
    from rolegraph.ontology import UnknownName, load

    reading = reading or Reading()
    try:
        with Progress("Building") as progress:
            built = build(
                sources,
                base=reading.base or DEFAULT_BASE,
                ontology=load(*reading.ontologies),
                keep_going=keep_going,
                title=title,
                language=reading.language,
                min_confidence=MIN_CONFIDENCE if min_confidence is None else min_confidence,
                reviews=reviews,
                columns=reading.columns,
                extractors=reading.extractors(),
                jobs=reading.jobs or cores(),
                cache=None if reading.no_cache else cache_folder("build"),
                doubts=doubts,
                progress=progress,
            )
    except UnknownName as error:
        raise click.BadParameter(str(error), param_hint="'--map'") from error
    except BuildError as error:
        raise _unreadable(error.failures) from error
    if not built.documents:
        raise _unreadable(built.failures) if built.failures else _nothing(sources, built.skipped)
    return built


def _unreadable(failures: Sequence[Failure]) -> click.ClickException:
    return click.ClickException(f"Nothing was built, for these can't be read:\n{_listed(failures)}")


def _listed(failures: Sequence[Failure]) -> str:
    return "\n".join(f"  {failure.message}" for failure in failures)


def _nothing(sources: Sequence[str], skipped: Sequence[Skip]) -> click.ClickException:
    """Tell that there was nothing to read, and why the first few files that there were are none."""
    reasons = [f"\n  {skip.source}: {skip.reason}" for skip in skipped]
    more = f"\n  and {len(reasons) - _SHOWN} more" if len(reasons) > _SHOWN else ""
    message = f"Nothing was built: there is no document in {', '.join(sources)}."
    return click.ClickException(message + "".join(reasons[:_SHOWN]) + more)


def format_of(output: str) -> str:
    """Name the format of an output by its ending; without one it is Turtle. Raises UnknownFormat."""
    import os

    from rolegraph.exports import format_for

    return format_for(output).name if os.path.splitext(output)[1] else "turtle"
