"""SPARQL queries: what may be asked, and the answers. Queries read; nothing here changes a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    Store,
    Triple,
)

from rolegraph.graph.errors import QueryError, RemoteAccessRefused
from rolegraph.graph.sparql_tokens import Token, in_prologue, line_and_column, tokens

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping
    from typing import IO

    from rolegraph.graph.triples import Triples

__all__ = ["Answer", "Solutions", "run_query"]

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")

# A query that has none of these words, and no escape that may spell one, stays here, and need not be taken apart.
_TELLING = ("\\U", "SERVICE", "FROM", "GRAPH")


class Solutions:
    """The solutions of a SELECT query: rows are read as they are asked for, once.

    A row is indexed by position or by variable name; what is unbound is None. ``far`` tells that they may come from
    another machine.
    """

    def __init__(self, solutions: QuerySolutions, *, far: bool = True) -> None:
        self._solutions, self._far = solutions, far
        self._rows: list[QuerySolution] | None = None

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the variables, in the order of the query."""
        return tuple([variable.value for variable in self._solutions.variables])

    def __iter__(self) -> Iterator[QuerySolution]:
        """Give the rows; QueryError where a remote service fails."""
        if self._rows is not None:
            return iter(self._rows)
        return self._fetched() if self._far else iter(self._solutions)

    def _fetched(self) -> Iterator[QuerySolution]:
        try:
            yield from self._solutions
        except OSError as error:
            raise QueryError(f"the query failed: {error}") from error

    @property
    def rows(self) -> list[QuerySolution]:
        """All rows, kept."""
        if self._rows is None:
            self._rows = list(self)
        return self._rows

    def serialize(self, output: IO[bytes] | str | os.PathLike[str], format: QueryResultsFormat) -> None:  # noqa: A002
        """Write the rows that were not read yet in a SPARQL results format: XML, JSON, CSV, TSV."""
        try:
            self._solutions.serialize(output, format)
        except OSError as error:
            raise QueryError(f"the query failed: {error}") from error


Answer: TypeAlias = Solutions | bool | list[Triple]


def run_query(
    triples: Triples, query: str, prefixes: Mapping[str, str], base: str, *, allow_remote: bool
) -> Answer:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query.

    The default graph is all graphs that hold assertions, unless the query has FROM. Raises QueryError with
    line and column, RemoteAccessRefused for what would leave the graph, unless ``allow_remote``.
    """
    read = list(tokens(query)) if triples.endpoint is not None or _is_telling(query) else []
    if read:
        check_query(query, read, prefixes, base, allow_remote=allow_remote)
    if triples.endpoint is not None:
        from rolegraph.graph.remote_query import ask_endpoint

        found = ask_endpoint(triples.endpoint, query, read, prefixes, base)
        return Solutions(found) if isinstance(found, QuerySolutions) else found
    named_by = _graphs(read, prefixes, base) if read else ()
    sources = [iri for keyword, _, iri in named_by if keyword.is_word("FROM")]
    store = _with_files(triples.store, sorted(set(filter(_is_file, sources)))) if sources else triples.store
    named = [] if sources else triples.named_graphs()
    try:
        answer = store.query(
            query,
            base_iri=base,
            prefixes=dict(prefixes),
            default_graph=[DefaultGraph(), *named] if named else None,
        )
    except SyntaxError as error:
        from rolegraph.graph.sparql_faults import fault

        read = read or list(tokens(query))
        check_query(query, read, prefixes, base, allow_remote=allow_remote)  # an update is no query either
        raise fault(query, read, prefixes, str(error)) from error
    except (OSError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error
    if isinstance(answer, QuerySolutions):
        return Solutions(answer, far=allow_remote)
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    return _collected(answer)


def _is_telling(query: str) -> bool:
    """Tell whether a query has a word in it, in whatever case, for which it is to be taken apart."""
    upper = query.upper()  # a pattern that ignores case takes ten times as long
    return any(word in upper for word in _TELLING)


def _with_files(store: Store, iris: list[str]) -> Store:
    """Add files, which were allowed, as graphs of their IRIs to a copy of a store: the engine reads none."""
    if not iris:
        return store
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    from rolegraph.graph.opening import open_store

    copy = Store()
    copy.extend(store)
    for iri in iris:
        quads = open_store(url2pathname(urlsplit(iri).path)).triples.store
        copy.extend(Quad(quad.subject, quad.predicate, quad.object, NamedNode(iri)) for quad in quads)
    return copy


def _collected(triples: Iterator[Triple]) -> list[Triple]:
    """Collect triples, each once (SPARQL 1.1, 16.2: the answer is a graph)."""
    try:
        return list(dict.fromkeys(triples))
    except OSError as error:
        raise QueryError(f"the query failed: {error}") from error


def check_query(
    query: str, read: list[Token], prefixes: Mapping[str, str], base: str, *, allow_remote: bool
) -> None:
    """Refuse updates, and unless allowed what would read files or call servers."""
    verb = next((token for token in read if not in_prologue(token)), None)
    if verb and verb.is_word(*_UPDATES):
        message = f"{verb.text.upper()} would change the graph, and a query only reads"
        kind = RemoteAccessRefused if verb.is_word("LOAD") else QueryError
        raise kind(message, *line_and_column(query, verb.start))
    if not allow_remote and (found := _leaving(read, prefixes, base)):
        token, what = found
        message = f"{what} would leave the graph, which is refused unless remote access is allowed"
        raise RemoteAccessRefused(message, *line_and_column(query, token.start))


def _leaving(read: list[Token], prefixes: Mapping[str, str], base: str) -> tuple[Token, str] | None:
    """Find what leaves the graph: SERVICE, else a file in FROM or GRAPH.

    Keywords need no space around them (``1SERVICE<…>``), so a word that merely holds one counts; names,
    variables, strings, IRIs and comments are other tokens.
    """
    for token in read:
        if token.kind == "word" and "SERVICE" in token.text.upper():
            return token, "SERVICE"
    for keyword, target, iri in _graphs(read, prefixes, base):
        if _is_file(iri):
            return target, f"{keyword.text.upper()} with a file"
    return None


def _graphs(read: list[Token], prefixes: Mapping[str, str], base: str) -> Iterator[tuple[Token, Token, str]]:
    """Give the graphs that a query names: FROM or GRAPH, the token behind it, and its IRI."""
    scope = dict(prefixes)
    for index, token in enumerate(read):
        following = read[index + 1 : index + 3]
        if token.is_word("BASE") and following:
            base = _resolved(following[0], scope, base)
        elif token.is_word("PREFIX") and len(following) == 2:
            scope[following[0].text.rstrip(":")] = _resolved(following[1], scope, base)
        elif token.is_word("FROM", "GRAPH") and following:
            target = following[-1] if following[0].is_word("NAMED") else following[0]
            yield token, target, _resolved(target, scope, base)


def _is_file(iri: str) -> bool:
    return iri.lower().startswith("file:")


def _resolved(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    """Spell out an IRI as far as its scheme needs."""
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return prefixes.get(prefix, "") + local
    iri = token.text.strip("<>")
    if "\\" in iri:
        iri = iri.encode("ascii", "backslashreplace").decode("unicode_escape")
    return iri if ":" in iri.partition("/")[0] else base + iri
