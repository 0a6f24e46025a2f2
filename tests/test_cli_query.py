"""Questions in SPARQL: forms of answers, named queries, refusals."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from commandline import ask, printed, refusal, run
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from rolegraph.cli.queries import named_queries

ROLES = "SELECT ?role ?label { ?role rg:uses|^rg:employs ?x ; skos:prefLabel ?label }"
NAMES = [query.name for query in named_queries()]


def test_table_shows_labels_beside_shortened_iris() -> None:
    assert printed(ask("query", "SELECT ?who ?what { ?who rg:uses ?what }")) == (
        "who                                 what\n"
        "Product manager (:product-manager)  Customer relationship management (:customer-relationship-management)\n"
    )


def test_labels_can_be_left_out() -> None:
    assert printed(ask("query", "SELECT ?who { ?who rg:uses ?what }", "--no-labels")) == (
        "who\n:product-manager\n"
    )


def test_numbers_stand_to_the_right_and_unbound_is_empty() -> None:
    query = "SELECT ?n ?empty ?s { VALUES (?n ?s) { (5 'a') (12 'b') } } ORDER BY ?n"
    assert printed(ask("query", query)) == " n  empty  s\n 5         a\n12         b\n"


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_rows_are_in_the_forms_of_the_standard(form: str) -> None:
    text = printed(ask("query", ROLES, "--format", form))
    syntax = QueryResultsFormat.from_extension({"json": "srj", "xml": "srx"}.get(form, form))
    assert syntax is not None
    if form == "csv":  # which the standard gives no way back from
        assert text.splitlines()[0] == "role,label"
    else:
        results = parse_query_results(text.encode(), format=syntax)
        assert isinstance(results, QuerySolutions)
        assert [variable.value for variable in results.variables] == ["role", "label"]
        assert {row["label"].value for row in results} == {"Product manager"}


def test_csv_ends_lines_as_rfc_4180_says() -> None:
    assert ask("query", "SELECT (1 AS ?n) {}", "--format", "csv").stdout_bytes == b"n\r\n1\r\n"


def test_question_is_true_or_false() -> None:
    assert printed(ask("query", "ASK { ?s a rg:Role }")) == "true\n"
    assert printed(ask("query", "ASK { ?s a rg:Nothing }")) == "false\n"
    assert json.loads(printed(ask("query", "ASK {}", "--format", "json"))) == {"head": {}, "boolean": True}
    root = ElementTree.fromstring(printed(ask("query", "ASK {}", "--format", "xml")))
    assert [child.text for child in root if child.tag.endswith("boolean")] == ["true"]


@pytest.mark.parametrize(
    ("form", "syntax"),
    [("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)],
)
def test_graphs_are_in_rdf(form: str, syntax: RdfFormat) -> None:
    text = printed(ask("query", "CONSTRUCT { ?s rg:uses ?o } WHERE { ?s rg:uses ?o }", "--format", form))
    base = "https://w3id.org/rolegraph/id/"
    assert [
        (str(quad.subject), str(quad.object)) for quad in parse(text.encode(), syntax, base_iri=base)
    ] == [(f"<{base}product-manager>", f"<{base}customer-relationship-management>")]


def test_graph_is_turtle_where_nothing_is_said() -> None:
    assert ":product-manager a skos:Concept, rg:Role ;" in printed(ask("query", "DESCRIBE :product-manager"))


@pytest.mark.parametrize(
    ("query", "form", "accepted"),
    [
        (ROLES, "turtle", "table, csv, tsv, json, xml"),
        ("ASK {}", "csv", "table, json, xml"),
        ("DESCRIBE :product-manager", "json", "turtle, ntriples, jsonld"),
    ],
)
def test_form_that_an_answer_cannot_take_is_misuse(query: str, form: str, accepted: str) -> None:
    message = refusal(ask("query", query, "--format", form), exit_code=2)
    assert message.endswith(f"--format {form} does not fit, use one of: {accepted}.\n")


def test_query_comes_from_a_file_or_the_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "roles.rq"
    file.write_text(ROLES, encoding="utf-8")
    assert printed(ask("query", "-f", str(file))) == printed(ask("query", ROLES))
    assert printed(ask("query", "-f", "-", stdin=ROLES)) == printed(ask("query", ROLES))


def test_answer_goes_into_a_file(tmp_path: Path) -> None:
    file = tmp_path / "roles.json"
    assert printed(ask("query", ROLES, "--format", "json", "-o", str(file))) == ""
    assert file.read_text(encoding="utf-8") == printed(ask("query", ROLES, "--format", "json"))


@pytest.mark.parametrize(
    "arguments",
    [[], [ROLES, "--list"], [ROLES, "--name", "hierarchy"], ["-f", "x.rq", "--name", "hierarchy"]],
)
def test_there_is_exactly_one_query(arguments: list[str]) -> None:
    message = refusal(ask("query", *arguments), exit_code=2)
    assert message.endswith("Error: Give one of: a query, -f FILE, --name NAME, --list.\n")


def test_missing_query_file_is_one_line() -> None:
    assert refusal(ask("query", "-f", "none.rq")) == "Error: none.rq: no such file or directory\n"


def test_query_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "roles.rq"
    file.write_bytes(b"SELECT \xff")
    assert refusal(ask("query", "-f", str(file))) == f"Error: {file}: is not UTF-8 text (byte 7)\n"


def test_broken_query_is_one_line_with_the_place() -> None:
    assert refusal(ask("query", "SELECT * {\n  ?s a foo:Role }")).startswith(
        "Error: query, line 2, column 8: the prefix 'foo:' is not known"
    )


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        f"SELECT * FROM <file://{os.devnull}> {{ ?s ?p ?o }}",
        "LOAD <http://127.0.0.1:9/roles.ttl>",
    ],
)
def test_query_that_would_leave_the_graph_is_refused(query: str) -> None:
    message = refusal(ask("query", query))
    assert message.startswith("Error: query, line 1, column ")
    assert "--allow-remote is given" in message or "would change the graph" in message


def test_update_is_refused() -> None:
    message = refusal(ask("query", "DELETE WHERE { ?s ?p ?o }"))
    assert "DELETE would change the graph" in message


# named queries


def test_there_are_ten_named_queries_or_more_listed_with_their_titles() -> None:
    rows = json.loads(printed(run("query", "--list", "--format", "json")))
    assert [row["name"] for row in rows] == NAMES == sorted(NAMES)
    assert len(NAMES) >= 10
    assert all(row["title"] and row["description"] and row["query"] for row in rows)
    assert printed(run("query", "--list")).startswith("Name  ")


@pytest.mark.parametrize("name", NAMES)
def test_named_query_has_rows_with_names_and_no_iris(name: str) -> None:
    rows = json.loads(printed(ask("query", "--name", name, "--format", "json")))
    assert rows["head"]["vars"]
    assert [
        cell for row in rows["results"]["bindings"] for cell in row.values() if cell["type"] == "uri"
    ] == []


@pytest.mark.parametrize("name", sorted({*NAMES} - {"ambiguous-abbreviations"}))
def test_named_query_has_an_answer_on_the_starter(name: str) -> None:
    assert printed(run("query", "--name", name, "-g", "starter")).count("\n") > 1


def test_named_queries_say_what_they_promise() -> None:
    def rows(name: str) -> list[str]:
        return printed(ask("query", "--name", name, "--format", "tsv")).splitlines()[1:]

    assert rows("ambiguous-abbreviations") == ['"CSM"\t2\t"Certified scrum master; Customer success manager"']
    assert rows("terms-without-definition") == ['"Customer success manager"@en\t"pm.md"\t41']
    assert rows("activity-shares") == ['"Product manager"@en\t"user research"@en\t0.2\t"designer"']
    assert rows("negated-statements") == [
        '"Product manager"@en\t"measuredBy"\t"feature count"@en\t"Success is not feature count."@en'
    ]
    assert rows("evidence-by-source") == ['"pm.md"\t4\t2\t1', '"bpo.md"\t1\t1\t0', '"crm.md"\t0\t0\t0']


def test_unknown_named_query_is_answered_with_the_near_one() -> None:
    assert refusal(ask("query", "--name", "hierachy")) == (
        "Error: No query 'hierachy'. Did you mean 'hierarchy'? 'rolegraph query --list' names them all.\n"
    )
