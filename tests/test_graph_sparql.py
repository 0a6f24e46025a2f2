"""SPARQL: what may be asked, what is refused, and how faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_samples import BASE, sample, turtle
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, Store, Triple

from rolegraph.graph import QueryError, RemoteAccessRefused, Solutions
from rolegraph.graph.sparql_tokens import tokens


def solutions(query: str) -> Solutions:
    found = sample().query(query)
    assert isinstance(found, Solutions)
    return found


def fault(query: str) -> str:
    with pytest.raises(QueryError) as caught:
        sample().query(query)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_select_gives_variables_and_rows() -> None:
    found = solutions("SELECT ?term ?label ?none { ?term rg:abbreviation 'BPO'@en ; skos:prefLabel ?label }")
    assert found.variables == ("term", "label", "none")
    [row] = found.rows
    assert (row["label"].value, row[0].value, row["none"]) == (
        "Business process outsourcing",
        f"{BASE}business-process-outsourcing",
        None,
    )
    assert [list(found), list(found)] == [found.rows, found.rows]


def test_rows_are_written_in_results_formats(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    solutions("SELECT ?label { ?s skos:prefLabel ?label } ORDER BY ?label LIMIT 1").serialize(
        path, QueryResultsFormat.CSV
    )
    assert path.read_text().split() == ["label", "Business", "process", "outsourcing"]


def test_ask_gives_a_bool() -> None:
    kg = sample()
    assert kg.query("ASK { :product-manager rg:uses :crm }") is True
    assert kg.query("ASK { <product-manager> rg:uses <engineer> }") is False


def test_construct_and_describe_give_triples_each_once() -> None:
    kg = sample()
    made = kg.query("CONSTRUCT { :all rg:uses :everything } WHERE { ?s rg:uses|rg:employs ?o }")
    assert isinstance(made, list)
    assert all(isinstance(triple, Triple) for triple in made)
    assert len(made) == 1
    described = kg.query("DESCRIBE :crm")
    assert isinstance(described, list)
    assert {triple.subject.value for triple in described} == {f"{BASE}crm"}  # type: ignore[union-attr]


def test_prefixes_of_the_file_and_of_the_query_go_before_the_known_ones() -> None:
    kg = turtle('@prefix mine: <http://other.example/> . mine:a skos:prefLabel "A" .')
    assert kg.query('ASK { mine:a skos:prefLabel "A" }') is True
    assert kg.query('PREFIX mine: <http://nowhere.example/> ASK { mine:a skos:prefLabel "A" }') is False


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a.example/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "ASK { ?s ?p ?o . OPTIONAL { SERVICE ex:endpoint { ?s ?p ?o } } }",
        "ASK { ?s ?p 1SERVICE<http://a.example/>{} }",
        "ASK { ?s ?p 1e5SERVICE<http://a.example/>{} }",
        "ASK { ?s ?p trueSERVICE<http://a.example/>{} }",
        "ASK { # comment ends here\nSERVICE <http://a.example/> {} }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <FILE:/etc/passwd> { ?s ?p ?o }",
        "PREFIX here: <file:///etc/> SELECT * FROM here:passwd { ?s ?p ?o }",
        "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
        "BASE <file:///etc/> PREFIX here: <a/> SELECT * FROM here:passwd { ?s ?p ?o }",
        "SELECT * FROM <\\u0066ile:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
        "LOAD <http://a.example/>",
    ],
)
def test_what_leaves_the_graph_is_refused(query: str) -> None:
    with pytest.raises(RemoteAccessRefused):
        sample().query(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?service rg:service :SERVICE }",
        "ASK { ?s rg:x.SERVICE 'SERVICE', \"\"\"a \"SERVICE\" b\"\"\", '''it's SERVICE''' }",
        "ASK { <http://example.org/SERVICE#SERVICE> ?p 'x'@service } # SERVICE <http://a.example/> {",
        'ASK { $service ?load _:service . ?service ?from "LOAD \\" SERVICE" }',
        "SELECT * FROM <http://a.example/file:> { ?s ?p 'FROM <file:///etc/passwd>' }",
        "PREFIX service: <http://a.example/> ASK { service:from service:a service:load }",
    ],
)
def test_what_only_looks_like_it_is_run(query: str) -> None:
    sample().query(query)


LEAVING = ["SERVICE", "service", "SERVICE SILENT", "SERVICESILENT"]
AROUND = [
    "",
    " ",
    "1",
    "1.",
    "1e5",
    "true",
    "'a'",
    "'''a''' ",
    '"',
    "#x\n",
    "<a:b>",
    "?x",
    ":a",
    ":a.",
    "a:b-",
    "_:b",
    "@en",
    "\\",
]


@given(
    st.sampled_from(AROUND),
    st.sampled_from(AROUND),
    st.sampled_from(LEAVING),
    st.sampled_from(["", " ", "#\n"]),
)
def test_no_query_calls_a_server_unnoticed(first: str, second: str, keyword: str, space: str) -> None:
    query = f"ASK {{ ?s ?p {first}{second}{keyword}{space}<http://127.0.0.1:1/>{{}} }}"
    try:
        Store().query(query, prefixes={"": "a:", "a": "a:"})
        called = False
    except OSError:
        called = True
    except SyntaxError:
        return
    refused = False
    try:
        sample().query(query)
    except RemoteAccessRefused:
        refused = True
    except QueryError:
        pass
    assert refused or not called


def test_remote_access_may_be_allowed_and_a_dead_server_is_one_clear_line() -> None:
    with pytest.raises(QueryError, match="the query failed"):
        sample().query("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", allow_remote=True)
    found = sample().query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", allow_remote=True)
    assert isinstance(found, Solutions)
    with pytest.raises(QueryError, match="the query failed"):
        print(found.rows)


def test_file_may_be_allowed_and_stays_out_of_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "one fact.nt"
    path.write_text("<a:s> <a:p> <a:o> .\n")
    kg = sample()
    query = f"ASK FROM <{path.as_uri()}> {{ <a:s> <a:p> <a:o> }}"
    assert kg.query(query, allow_remote=True) is True
    assert kg.query("ASK { GRAPH ?g { ?s ?p ?o } }") is False


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <a:> DELETE WHERE { ?s ?p ?o }",
        "clear all",
        "DROP DEFAULT",
        "WITH <a:g> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_as_queries_only_read(update: str) -> None:
    kg = sample()
    before = len(kg.store)
    with pytest.raises(QueryError, match="a query only reads"):
        kg.query(update, allow_remote=True)
    assert len(kg.store) == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "query: it is empty; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("# nothing", "query: it is empty; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        (
            "SELEC ?x {}",
            "query, line 1, column 1: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with 'SELEC'",
        ),
        ("ASK {\n  ?s ?p 'a }", "query, line 2, column 9: the string that begins here is not closed"),
        ("ASK {\n  ?s ?p ?o", "query, line 1, column 5: '{' is not closed"),
        ("ASK { ?s ?p ?o }}", "query, line 1, column 17: '}' closes nothing that is open"),
        ("ASK { ?s <http://a.b/ ?o }", "query, line 1, column 10: the IRI that begins here is not closed"),
        (
            "SELECT ?a, ?b { ?a ?p ?b }",
            "query, line 1, column 10: variables are separated by spaces, not by commas",
        ),
        ("ASK { ?s ?p ?o . ?o FOO ?x }", "query, line 1, column 21: 'FOO' is no word of SPARQL"),
        ("SELECT * WHERE ?s ?p ?o", "query, line 1, column 16: '?s' is not expected here"),
        (
            "SELECT ?x (COUNT(?y) AS ?n) { ?x :p ?y }",
            "query, line 1, column 41: The SELECT contains a variable that is unbound",
        ),
        ("ASK { ?s ?p }", "query, line 1, column 14: something is missing or misplaced before the end"),
    ],
)
def test_fault_is_told_with_its_place(query: str, message: str) -> None:
    assert fault(query) == message


def test_unknown_prefix_is_named_with_those_that_are_known() -> None:
    message = fault("PREFIX ex: <http://a.example/>\nASK { ex:a foo:bar ?x }")
    assert message.startswith(
        "query, line 2, column 12: the prefix 'foo:' is not known; declare it with PREFIX"
    )
    assert all(prefix in message for prefix in ("rg:", "skos:", "ex:"))


@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused_in_one_line(query: str) -> None:
    message = ""
    try:
        sample().query(query)
    except QueryError as error:
        message = str(error)
    assert "\n" not in message


@given(st.text(max_size=60))
def test_tokens_lose_nothing_but_space_and_comments(query: str) -> None:
    for token in tokens(query):
        assert query[token.start : token.start + len(token.text)] == token.text
