"""SPARQL queries that go to an endpoint as they are, with the prefixes that they use without saying so."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.graph.sparql_tokens import in_prologue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import QuerySolutions, Triple

    from rolegraph.graph.endpoint import Endpoint
    from rolegraph.graph.sparql_tokens import Token

__all__ = ["ask_endpoint", "with_prefixes"]


def ask_endpoint(
    endpoint: Endpoint, query: str, read: list[Token], prefixes: Mapping[str, str], base: str
) -> QuerySolutions | bool | list[Triple]:
    """Send a query to an endpoint; whether it is right is for the endpoint to say."""
    whole = with_prefixes(query, read, prefixes, base)
    verb = next((token for token in read if not in_prologue(token)), None)
    if verb is not None and verb.is_word("CONSTRUCT", "DESCRIBE"):
        return list(dict.fromkeys(endpoint.triples(whole)))
    if verb is not None and verb.is_word("ASK"):
        return endpoint.truth(whole)
    return endpoint.solutions(whole)


def with_prefixes(query: str, read: list[Token], prefixes: Mapping[str, str], base: str) -> str:
    """Declare what a query uses undeclared: on the line that it begins with, so that its lines keep their numbers."""
    used = {token.text.partition(":")[0] for token in read if token.kind == "name"}
    said = {
        after.text.rstrip(":")
        for token, after in pairwise(read)
        if token.is_word("PREFIX") and after.kind == "name"
    }
    lines = [f"PREFIX {one}: <{prefixes[one]}> " for one in sorted(used - said) if one in prefixes]
    needs_base = any(token.kind == "iri" for token in read) and not any(
        token.is_word("BASE") for token in read
    )
    return "".join([f"BASE <{base}> " if needs_base else "", *lines, query])
