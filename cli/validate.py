"""``rolegraph validate``: the graph against its shapes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph, output_option, text_or_json_option
from rolegraph.cli.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.graph import Finding

__all__ = ["command"]


@click.command(
    "validate",
    cls=Command,
    examples=(
        "rolegraph validate",
        "rolegraph validate -g roles.ttl --strict",
        "rolegraph validate --format json",
    ),
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@text_or_json_option
@output_option
@graph_option
def command(strict: bool, form: str, output: str | None, graph: str | None) -> None:
    """Check the graph against its shapes.

    Exit status 1 where the graph breaks a shape (SHACL severity Violation), with --strict also for warnings.
    """
    kg = open_graph(graph)
    findings = kg.validate()
    if form == "json":
        outputs.write_json([finding._asdict() for finding in findings], output)
    else:
        outputs.write(_report(findings), output)
    failing = [finding for finding in findings if strict or finding.severity == "Violation"]
    if failing:
        click.get_current_context().exit(1)


def _report(findings: Sequence[Finding]) -> str:
    """Write a line for each finding, and their count by severity."""
    counts = Counter(finding.severity.lower() for finding in findings)
    said = ", ".join(counted(count, severity) for severity, count in counts.items())
    last = style.warn(said) if said else style.good("The graph keeps all its shapes.")
    return "\n".join([*map(_line, findings), last]) + "\n"


def _line(finding: Finding) -> str:
    path = f" ({finding.path})" if finding.path else ""
    name = finding.label or finding.term
    return style.plain(f"{finding.severity}: {name}{path}: {finding.message}")
