"""What is measured of the engine, each against what it could take at best or what others take."""

from __future__ import annotations

import io
import math
import random
import shutil
import subprocess
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import MagicMock, Mock, patch

import pyoxigraph
from measuring import CLICK, ROLEGRAPH, Row, alternately, held_memory, peak_memory, process, silent
from queries import QUERIES, answer_of
from terms import BASE, labels

from rolegraph.graph import KnowledgeGraph, loading
from rolegraph.graph.loading import load
from rolegraph.graph.pairs import read_pairs
from rolegraph.graph.routes import find_ways

if TYPE_CHECKING:
    from data import Data

OTHERS = {"oaklib": ("runoak", "--help"), "kglab": ("python", "-c", "import kglab")}
"""Packages of others and what of them is begun."""

MOST_BY_RDFLIB = 100_000
"""Terms of the largest graph that rdflib is given: it takes a gigabyte for each 100,000."""

MOST_WRITTEN_BY_RDFLIB = 10_000
"""Terms of the largest graph that rdflib writes: the next one takes it the better part of an hour."""

_FEW_RUNS_FROM = 1_000_000  # terms
_LONGEST_INSTALL = 900  # seconds
_MOST_TIMES, _LEAST_SECONDS = 20, 0.02

NAMES = labels(50)
QUERY = "SELECT ?term ?label { ?term skos:prefLabel ?label } LIMIT 5"


def commands(graph: Path) -> dict[str, tuple[str, ...]]:
    """Give the command lines that are timed, on a graph."""
    on = ("-g", str(graph))
    return {
        "show": (ROLEGRAPH, "show", NAMES[20], *on),
        "search": (ROLEGRAPH, "search", NAMES[20].split()[0], *on),
        "path": (ROLEGRAPH, "path", NAMES[20], NAMES[40], *on),
        "query": (ROLEGRAPH, "query", QUERY, *on),
    }


def start_up(data: Data, runs: int) -> Iterator[Row]:
    """Whole processes on a file of 1,000 terms."""
    for name, command in {"--help": (ROLEGRAPH, "--help"), **commands(data.file(1000))}.items():
        ours, click = alternately(process(command), process(CLICK), runs=runs)
        yield Row(f"rolegraph {name}, file", "import click", 1000, ours / click, "≤ 2.5")


def directories(data: Data, runs: int) -> Iterator[Row]:
    """Whole processes on directories, and the memory that one takes."""
    small = commands(data.file(1000))
    for size in data.sizes:
        for name, command in commands(data.folder(size)).items():
            ours, file = alternately(process(command), process(small[name]), runs=runs)
            yield Row(f"rolegraph {name}, directory", "the same, file of 1,000", size, ours / file, "≤ 1.5")
        held = peak_memory(commands(data.folder(size))["show"]) / peak_memory(small["show"])
        yield Row("rolegraph show, directory: memory", "the same, file of 1,000", size, held, "≤ 1.5")


def queries(data: Data, runs: int) -> Iterator[Row]:
    """Typical queries, as kg.query, as pyoxigraph and, up to 100,000 terms, as rdflib answers them."""
    for size in data.sizes:
        kg = KnowledgeGraph.open(data.file(size))
        other = _as_rdflib(data.file(size)) if size <= MOST_BY_RDFLIB else None
        against_engine, against_rdflib = [], []
        for query in QUERIES.values():
            whole = "".join(f"PREFIX {one}: <{iri}> " for one, iri in kg.prefixes.items()) + query
            asked = [partial(_answer, kg.query, query), partial(_answer, kg.store.query, whole)]
            asked += [partial(_answer, other.query, whole)] if other is not None else []
            answers, seconds = zip(*map(_timed, asked), strict=True)
            if len(set(answers)) > 1:
                raise RuntimeError(f"the engines differ: {query}")
            repeated = [partial(_repeated, ask, _times(seconds[1])) for ask in asked[:2]]
            ours, bare = alternately(*repeated, runs=_runs(size, runs))
            against_engine.append(ours / bare)
            if other is not None:
                against_rdflib.append(seconds[2] / ours * _times(seconds[1]))
        yield Row("14 queries, kg.query", "pyoxigraph", size, _mean(against_engine), "≤ 1.1")
        if against_rdflib:
            yield Row("14 queries, rdflib", "kg.query", size, _mean(against_rdflib), "≥ 20")


def loads(data: Data, runs: int) -> Iterator[Row]:
    """A file into memory, and into a directory: the data alone, then with the names and the columns."""
    for size in data.sizes:
        file = data.file(size)
        ours, bare = alternately(
            silent(partial(KnowledgeGraph.open, file)), silent(partial(_parsed, file)), runs=_runs(size, runs)
        )
        yield Row("file opened", "pyoxigraph, parse and extend", size, ours / bare, "≤ 1.15")
        with tempfile.TemporaryDirectory() as place:
            alone, whole, bare = alternately(
                partial(_loaded_alone, file, f"{place}/alone"),
                silent(partial(load, [str(file)], f"{place}/ours", replace=True)),
                partial(_bulk_loaded, file, f"{place}/bare"),
                runs=min(_runs(size, runs), 3),
            )
        yield Row("load, the data alone", "pyoxigraph, bulk_load", size, alone / bare, "≤ 1.15")
        yield Row("load, with names and columns", "pyoxigraph, bulk_load", size, whole / bare, "")


def writing(data: Data, runs: int) -> Iterator[Row]:
    """Turtle, sorted and grouped."""
    for size in (one for one in data.sizes if one <= MOST_WRITTEN_BY_RDFLIB):
        kg, other = KnowledgeGraph.open(data.file(size)), _as_rdflib(data.file(size))
        (ours,) = alternately(partial(_written, kg), runs=runs)
        (theirs,) = alternately(silent(partial(other.serialize, format="turtle")), runs=1)
        yield Row("Turtle, rdflib", "export turtle", size, theirs / ours, "≥ 20")


def networks(data: Data, runs: int) -> Iterator[Row]:
    """The networkx graph and the compiled one, from a directory; time, then memory."""
    for size in data.sizes:
        kg = KnowledgeGraph.open(data.folder(size))
        ready = kg.network()
        bare = partial(_bare_network, list(ready.nodes(data=True)), list(ready.edges(keys=True, data=True)))
        del ready
        ours, floor, compiled = alternately(
            silent(kg.network), silent(bare), silent(partial(_compiled, kg)), runs=min(_runs(size, runs), 3)
        )
        yield Row("kg.network()", "MultiDiGraph of ready tuples", size, ours / floor, "≤ 1.3")
        yield Row("kg.network()", "the compiled graph, from the store", size, ours / compiled, "≥ 2.5")
        held = [held_memory(_HELD.format(what), str(data.folder(size))) for what in (_COMPILED, _NETWORK)]
        yield Row("the compiled graph: memory", "kg.network()", size, held[0] / held[1], "≤ 0.25")


def paths(data: Data, runs: int) -> Iterator[Row]:
    """Paths between random terms, other ones in each run, by a graph that is warm, and on a ready networkx graph."""
    for size in data.sizes:
        kg, chance = KnowledgeGraph.open(data.folder(size)), random.Random(7)
        while kg._edges.adjacency() is None:
            kg.path(*(f"<{BASE}t{chance.randrange(size)}>" for _ in "ab"))
        pairs = read_pairs(kg.triples, kg._edges)
        graph, numbers = pairs.network(), {iri: number for number, iri in enumerate(pairs.iris)}
        asked = [
            [tuple(f"{BASE}t{chance.randrange(size)}" for _ in "ab") for _ in range(20)]
            for _ in range(runs + 1)
        ]
        terms = iter([[tuple(kg.term(f"<{iri}>") for iri in pair) for pair in some] for some in asked])
        numbered = iter([[tuple(numbers[iri] for iri in pair) for pair in some] for some in asked])
        named = iter(asked)
        search, read, theirs = alternately(
            lambda kg=kg, named=named: _searched(kg, next(named)),  # type: ignore[misc]
            lambda kg=kg, terms=terms: _walked(kg, next(terms)),  # type: ignore[misc]
            lambda graph=graph, numbered=numbered: _walked_by_networkx(graph, next(numbered)),  # type: ignore[misc]
            runs=runs,
        )
        against = "networkx, on a ready graph"
        yield Row("path between random terms, warm", against, size, search / theirs, "≤ 3")
        yield Row("the same, its terms read", against, size, read / theirs, "")
        held = [held_memory(_HELD.format(what), str(data.folder(size))) for what in (_ADJACENCY, _READY)]
        yield Row("relations at hand: memory", "the ready graph", size, held[0] / held[1], "≤ 0.05")


_HELD = """
import igraph, networkx
from rolegraph.graph import KnowledgeGraph
from rolegraph.graph.pairs import read_pairs
kg = KnowledgeGraph.open(sys.argv[1])
kg.relation_type("broader")  # reads the ontology
{}
"""
_COMPILED = "begin(); kept = read_pairs(kg.triples, kg._edges); compiled = kept.compiled()"
_NETWORK = "begin(); kept = kg.network()"
_READY = "kept = read_pairs(kg.triples, kg._edges); begin(); ready = kept.network()"
_ADJACENCY = "begin(); kg._edges.walked(10**12); kept = kg._edges.adjacency()"


def others(data: Data, runs: int) -> Iterator[Row]:
    """What other tools take to begin; each is installed into an environment of its own, once."""
    for package, command in OTHERS.items():
        place = data.place / f"{package}.venv"
        if not is_installed(package, place):
            print(f"SKIPPED: {package} could not be installed, so that it was not measured", flush=True)
            continue
        program, *arguments = command
        theirs, ours = alternately(
            process((str(place / "bin" / program), *arguments)), process((ROLEGRAPH, "--help")), runs=runs
        )
        name = " ".join(command).replace("python -c ", "")
        yield Row(name, "rolegraph --help", 0, theirs / ours, "≥ 20")


WORKS = {
    "start-up": start_up,
    "directories": directories,
    "queries": queries,
    "loads": loads,
    "writing": writing,
    "networks": networks,
    "paths": paths,
    "others": others,
}


def _runs(size: int, runs: int) -> int:
    """Give how often a work on so many terms is done: once where each time takes minutes."""
    return 1 if size >= _FEW_RUNS_FROM else runs


def _as_rdflib(file: Path) -> Any:
    import rdflib

    return rdflib.Graph().parse(file, format="nt")


def _timed(ask: Callable[[], list[str]]) -> tuple[tuple[str, ...], float]:
    """Give an answer and the seconds that it took."""
    begun = time.process_time()
    answer = ask()
    return tuple(answer), time.process_time() - begun


def _times(seconds: float) -> int:
    """Tell how often to ask so that the clock can tell: microseconds are else measured by what ran before them."""
    return max(1, min(_MOST_TIMES, math.ceil(_LEAST_SECONDS / max(seconds, 1e-6))))


def _repeated(ask: Callable[[], object], times: int) -> None:
    for _ in range(times):
        ask()


def _answer(ask: Callable[[str], Any], query: str) -> list[str]:
    return answer_of(ask(query))


def _written(kg: KnowledgeGraph) -> None:
    from rolegraph import exports

    exports.write_stream(kg, "turtle", io.BytesIO())


def _bare_network(nodes: list[Any], edges: list[Any]) -> object:
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def _compiled(kg: KnowledgeGraph) -> object:
    return read_pairs(kg.triples, kg._edges).compiled()


def _walked(kg: KnowledgeGraph, asked: Sequence[Sequence[Any]]) -> None:
    for one, other in asked:
        kg.path(one, other)


def _searched(kg: KnowledgeGraph, asked: Sequence[Sequence[Any]]) -> None:
    """Find the ways without the terms on them: nodes are what networkx gives too."""
    for one, other in asked:
        node, ways = one, find_ways(kg._edges.ground(None), one, other, 6)
        while ways.is_found and node != other:
            node = ways.onward(node)[0].end


def _walked_by_networkx(graph: Any, asked: Sequence[Sequence[int]]) -> None:
    import networkx

    for one, other in asked:
        networkx.bidirectional_shortest_path(graph, one, other)


def _loaded_alone(file: Path, place: str) -> None:
    """Load as ``load`` does, but for what it makes beside the data."""
    with (
        patch.object(loading, "ColumnWriter", MagicMock()) as writer,
        patch.object(loading, "parse", return_value=Mock(prefixes={})),
        patch.object(loading, "write_index"),
        patch.object(loading, "_reopened"),
    ):
        writer.return_value.__enter__.return_value.is_whole = False

        load([str(file)], place, replace=True)


def is_installed(package: str, place: Path) -> bool:
    """Tell whether a package is installed into an environment of its own, which is tried once."""
    if not place.exists():
        venv.create(place, with_pip=True)
        pip = [str(place / "bin" / "pip"), "--disable-pip-version-check", "install", "-q", package]
        try:
            subprocess.run(pip, capture_output=True, text=True, check=True, timeout=_LONGEST_INSTALL)
            failed = ""
        except subprocess.SubprocessError as error:
            failed = str(error)
        (place / "installed").write_text(failed)
    return (place / "installed").exists() and not (place / "installed").read_text()


def _parsed(file: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.parse(path=str(file)))
    return store


def _bulk_loaded(file: Path, place: str) -> None:
    shutil.rmtree(place, ignore_errors=True)
    store = pyoxigraph.Store(place)
    store.bulk_load(path=str(file))
    store.flush()


def _mean(ratios: list[float]) -> float:
    return math.exp(sum(map(math.log, ratios)) / len(ratios))
