"""Labels in several languages: written as SKOS has them, read back, found, shown."""

from __future__ import annotations

import io
import json
from pathlib import Path

from click.testing import CliRunner
from graph_samples import BASE
from pyoxigraph import Literal, NamedNode

from rolegraph.cli import main
from rolegraph.exports.map.content import map_content
from rolegraph.exports.tables import write_nodes
from rolegraph.exports.turtle import write_turtle
from rolegraph.graph import KnowledgeGraph, Term, Text, fold
from rolegraph.ontology import SKOS

OFFSHORING = Term(
    f"{BASE}offshoring",
    Text("Offshoring", "en"),
    definitions=(Text("Work done abroad.", "en"), Text("Travail réalisé à l'étranger.", "fr")),
    translations=(Text("Verlagerung", "de"), Text("Délocalisation", "fr")),
)


def graph(*terms: Term, language: str = "") -> KnowledgeGraph:
    return KnowledgeGraph.from_record(terms, [], base=BASE, language=language)


def labels(kg: KnowledgeGraph, term: Term, name: str = "prefLabel") -> set[Literal]:
    values = kg.triples.objects(NamedNode(term.iri), NamedNode(SKOS + name))
    return {value for value in values if isinstance(value, Literal)}


def test_translations_are_preferred_labels_of_their_language() -> None:
    assert labels(graph(OFFSHORING), OFFSHORING) == {
        Literal("Offshoring", language="en"),
        Literal("Verlagerung", language="de"),
        Literal("Délocalisation", language="fr"),
    }


def test_second_translation_in_a_language_becomes_an_alternative() -> None:
    term = OFFSHORING._replace(translations=(Text("Verlagerung", "de"), Text("Auslagerung", "de")))
    kg = graph(term)
    assert labels(kg, term) == {Literal("Offshoring", language="en"), Literal("Verlagerung", language="de")}
    assert labels(kg, term, "altLabel") == {Literal("Auslagerung", language="de")}


def test_translation_in_the_language_of_the_label_becomes_an_alternative() -> None:
    term = OFFSHORING._replace(translations=(Text("Moving work abroad", "en"),))
    assert labels(graph(term), term) == {Literal("Offshoring", language="en")}
    assert labels(graph(term), term, "altLabel") == {Literal("Moving work abroad", language="en")}


def test_alternative_that_is_a_translation_is_written_once() -> None:
    term = OFFSHORING._replace(alternatives=(Text("Verlagerung", "de"),))
    assert labels(graph(term), term, "altLabel") == set()


def test_term_with_translations_is_read_back_as_it_was_written() -> None:
    assert graph(OFFSHORING).terms() == [OFFSHORING]


def test_label_is_in_the_language_of_the_graph() -> None:
    french = Term(
        f"{BASE}delocalisation",
        Text("Délocalisation", "fr"),
        definitions=(Text("Travail à l'étranger.", "fr"), Text("Work abroad.", "en")),
        translations=(Text("Offshoring", "en"),),
    )
    assert graph(french, language="fr").terms() == [french]
    assert graph(french).terms()[0].label == Text("Offshoring", "en")


def test_term_is_found_by_its_label_in_any_language_and_number() -> None:
    kg = graph(OFFSHORING)
    assert [kg.term(name).iri for name in ("Délocalisation", "les délocalisations", "Verlagerungen")] == [
        OFFSHORING.iri
    ] * 3


def test_search_finds_a_term_by_its_label_in_any_language() -> None:
    hits = graph(OFFSHORING).search("délocalisations")
    assert [(hit.term.iri, hit.field, hit.text) for hit in hits] == [
        (OFFSHORING.iri, "label", "Délocalisation")
    ]


def test_shapes_allow_one_preferred_label_a_language() -> None:
    kg = graph(OFFSHORING)
    assert kg.validate() == []
    kg.store.update(
        f'INSERT DATA {{ <{OFFSHORING.iri}> <{SKOS}prefLabel> "Auslagerung"@de }}',
    )
    assert [(finding.severity, finding.path) for finding in kg.validate()] == [
        ("Violation", "skos:prefLabel")
    ]


def test_map_has_the_label_of_each_language() -> None:
    [node] = map_content(graph(OFFSHORING)).nodes
    assert node["labels"] == {"fr": "Délocalisation", "de": "Verlagerung", "en": "Offshoring"}


def test_table_of_terms_lists_translations() -> None:
    stream = io.BytesIO()
    write_nodes(graph(OFFSHORING), stream)
    header, row = stream.getvalue().decode().splitlines()
    assert row.split(",")[header.split(",").index("translations")] == "Verlagerung (de); Délocalisation (fr)"


def written(folder: Path) -> str:
    path = folder / "terms.ttl"
    with path.open("wb") as stream:
        write_turtle(graph(OFFSHORING).store, stream)
    return str(path)


def test_card_prints_translations_in_one_line(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["show", "Verlagerung", "-g", written(tmp_path)]).output
    assert "  also: Verlagerung (de), Délocalisation (fr)\n" in shown
    assert "  Travail réalisé à l'étranger. (fr)\n" in shown


def test_card_as_json_has_translations(tmp_path: Path) -> None:
    shown = (
        CliRunner().invoke(main, ["show", "Offshoring", "--format", "json", "-g", written(tmp_path)]).output
    )
    assert json.loads(shown)["translations"] == [
        {"value": "Verlagerung", "language": "de"},
        {"value": "Délocalisation", "language": "fr"},
    ]


def test_plurals_are_folded_by_the_rules_of_their_language() -> None:
    pairs = {
        "fr": [
            ("journal", "journaux"),
            ("réseau", "réseaux"),
            ("prix", "prix"),
            ("chef d’équipe", "chefs d'équipe"),
        ],
        "de": [("Vertrag", "Verträge"), ("Rolle", "Rollen"), ("Haus", "Häuser"), ("Ergebnis", "Ergebnisse")],
        "es": [("vez", "veces"), ("gestión", "gestiones"), ("índice", "índices"), ("país", "países")],
        "en": [("policy", "policies"), ("analysis", "analysis"), ("business", "business")],
    }
    folded = {
        lang: [(fold(one, lang), fold(many, lang)) for one, many in each] for lang, each in pairs.items()
    }
    assert [(lang, one, many) for lang, each in folded.items() for one, many in each if one != many] == []


def test_language_without_rules_keeps_its_plurals() -> None:
    assert fold("processi", "it") == "processi"
