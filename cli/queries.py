"""The queries that ship with rolegraph: SPARQL files, their first comment a title, the next a description."""

from __future__ import annotations

import os
from typing import NamedTuple

import click

from rolegraph.cli.faults import did_you_mean

__all__ = ["NamedQuery", "named_queries", "named_query"]


class NamedQuery(NamedTuple):
    """A query that ships: its file name without the ending, its title, what it answers, and its text."""

    name: str
    title: str
    description: str
    text: str


def named_queries() -> list[NamedQuery]:
    """Read the named queries, in alphabetical order."""
    from rolegraph.ontology import QUERIES_PATH

    folder = os.fspath(QUERIES_PATH)
    files = sorted(name for name in os.listdir(folder) if name.endswith(".rq"))
    return [_read(folder, name) for name in files]


def named_query(name: str) -> NamedQuery:
    """Find a named query; a name that none has is told with those that come near."""
    known = {query.name: query for query in named_queries()}
    if name not in known:
        near = did_you_mean(name, known)
        raise click.ClickException(f"No query {name!r}.{near} 'rolegraph query --list' names them all.")
    return known[name]


def _read(folder: str, file_name: str) -> NamedQuery:
    with open(os.path.join(folder, file_name), encoding="utf-8") as file:
        lines = file.read().splitlines()
    comments = []
    while lines and lines[0].startswith("#"):
        comments.append(lines.pop(0).lstrip("# "))
    title, *description = comments or [""]
    text = "\n".join(lines).strip() + "\n"
    return NamedQuery(file_name.removesuffix(".rq"), title, " ".join(description), text)
