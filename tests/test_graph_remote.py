"""Graphs in SPARQL engines: the same answers as from a file, by Oxigraph's server and by Virtuoso."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commandline import GRAPH, printed, run
from engines import Engine, oxigraph, virtuoso
from graph_samples import RG, SKOS
from map_pages import content_of

from rolegraph.graph import KnowledgeGraph, QueryError, UnknownTerm
from rolegraph.graph.pushing import Target, push

ENGINES = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with (
        ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as running,
        pytest.MonkeyPatch.context() as patch,
    ):
        if running.user:
            patch.setenv("ROLEGRAPH_USER", running.user)
            patch.setenv("ROLEGRAPH_PASSWORD", running.password)
        push(KnowledgeGraph.open(GRAPH).triples, Target(running.update, running.graph))
        yield running


@pytest.fixture(scope="module")
def both(engine: Engine) -> tuple[KnowledgeGraph, KnowledgeGraph]:
    return KnowledgeGraph.open(engine.query), KnowledgeGraph.open(GRAPH)


Both = tuple[KnowledgeGraph, KnowledgeGraph]

QUESTIONS: dict[str, Callable[[KnowledgeGraph], object]] = {
    "term by abbreviation": lambda kg: kg.term("BPO"),
    "term in another form": lambda kg: kg.term("product managers"),
    "search": lambda kg: kg.search("manager"),
    "search of a misspelling": lambda kg: kg.search("prodct manger"),
    "search in definitions": lambda kg: kg.search("decides"),
    "terms": lambda kg: kg.terms(mentions=True),
    "terms of a class": lambda kg: kg.terms("Role"),
    "relations": lambda kg: kg.relations("PM"),
    "neighbors": lambda kg: kg.neighbors("PM", 2),
    "path": lambda kg: kg.paths("BPO", "CRM", all=True),
    "evidence": lambda kg: kg.evidence("PM"),
    "questions": lambda kg: kg.questions(),
    "sources": lambda kg: kg.sources(),
    "counts": lambda kg: kg.relation_counts(),
    "stats": lambda kg: kg.stats(),
    "base": lambda kg: kg.base,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_engine_answers_as_the_file_does(both: Both, question: str) -> None:
    remote, local = (QUESTIONS[question](kg) for kg in both)
    assert remote == local


def test_unknown_name_gets_the_same_suggestions(both: Both) -> None:
    said = []
    for kg in both:
        with pytest.raises(UnknownTerm) as caught:
            kg.term("prodct manger")
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_query_goes_out_with_the_prefixes_that_it_uses(both: Both) -> None:
    query = "SELECT ?label { ?term a rg:Role ; skos:prefLabel ?label . FILTER(?term != <nothing>) } ORDER BY ?label"
    remote, local = ([row[0] for row in kg.query(query)] for kg in both)  # type: ignore[union-attr]
    assert remote == local
    assert both[0].query("ASK { ?term a rg:Role }") is True
    assert both[0].query("ASK { ?term a rg:NoSuchClass }") is False
    construct = "CONSTRUCT { ?term a rg:Role } WHERE { ?term a rg:Role }"
    assert set(both[0].query(construct)) == set(both[1].query(construct))  # type: ignore[arg-type]


def test_query_that_is_wrong_or_changes_something_is_refused(both: Both) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        both[0].query("DELETE WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "PM"),
        ("search", "outsourcing"),
        ("path", "BPO", "CRM"),
        ("neighbors", "PM"),
        ("list", "--format", "csv"),
        ("relations",),
        ("query", "SELECT ?role { ?role a rg:Role } ORDER BY ?role", "--format", "csv"),
        ("export", "ntriples"),
        ("stats",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_commands_print_the_same_from_an_engine(engine: Engine, arguments: tuple[str, ...]) -> None:
    assert sorted(printed(run(*arguments, "-g", engine.query)).splitlines()) == sorted(
        printed(run(*arguments, "-g", GRAPH)).splitlines()
    )


def test_view_draws_what_an_engine_holds(engine: Engine, tmp_path: Path) -> None:
    result = run("view", "--no-browser", "-o", str(tmp_path / "map.html"), "-g", engine.query)
    assert result.exit_code == 0, result.stderr
    content = content_of((tmp_path / "map.html").read_text(encoding="utf-8"))
    assert {node["iri"] for node in content["nodes"]} == {
        term.iri for term in KnowledgeGraph.open(GRAPH).terms(mentions=True)
    }


def test_more_than_a_page_comes_whole(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolegraph.graph.remote_triples.PAGE", 7)
    remote = KnowledgeGraph.open(both[0].name)
    assert {str(quad.triple) for quad in remote.store} == {str(quad.triple) for quad in both[1].store}


def test_push_by_the_graph_store_protocol_adds_the_same(engine: Engine) -> None:
    graph = "https://example.org/other"
    local = KnowledgeGraph.open(GRAPH)
    push(local.triples, Target(engine.store, graph, "graph-store"))
    query = f"SELECT (COUNT(*) AS ?count) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    rows = list(KnowledgeGraph.open(engine.query.partition("?")[0]).query(query))  # type: ignore[arg-type]
    assert int(rows[0][0].value) == len(local.store)  # type: ignore[index]


def test_relation_types_are_those_of_the_ontology(both: Both) -> None:
    assert both[0].relation_type("uses").iri == RG + "uses"
    assert both[0].relation_type("broader").iri == SKOS + "broader"
