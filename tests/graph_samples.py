"""A small graph that the tests of the graph room ask."""

from __future__ import annotations

from rolegraph.graph import Evidence, KnowledgeGraph, Place, Question, Source, Statement, Term, Text, slug

BASE = "https://example.org/id/"
RG = "https://w3id.org/rolegraph/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SOURCE = f"{BASE}source/roles.md"


def iri(label: str) -> str:
    return BASE + slug(label)


def term(
    label: str, *abbreviations: str, kind: str = "Role", mention: bool = False, definition: str = ""
) -> Term:
    return Term(
        iri(label),
        Text(label, "en"),
        tuple(Text(one, "en") for one in abbreviations),
        definitions=(Text(definition, "en"),) if definition else (),
        classes=(RG + kind,) if kind else (),
        mention=mention,
        places=(Place(SOURCE, 1, 2),),
    )


def stated(
    subject: str, relation: str, value: str | Text, line: int = 5, *, negative: bool = False
) -> Evidence:
    kind = relation if ":" in relation else RG + relation
    statement = Statement(iri(subject), kind, iri(value) if isinstance(value, str) else value)
    return Evidence(
        statement, Text(f"{subject} {relation} it.", "en"), Place(SOURCE, line, line), (), negative
    )


TERMS = (
    term("Business process outsourcing", "BPO", kind="Sector", definition="Work that another firm does."),
    term("Product manager", "PM", definition="Decides what is built and why."),
    term("Project manager", "PM", definition="Keeps work in time and budget."),
    term("Engineer"),
    term("UX researcher"),
    term("CRM", kind="System", mention=True),
    term("Ticket volume", kind="Metric", mention=True),
)

EVIDENCE = (
    stated("Business process outsourcing", "employs", "Product manager", 3),
    stated("Product manager", "uses", "CRM", 4),
    stated("Product manager", "collaboratesWith", "Engineer", 5),
    stated("UX researcher", "reportsTo", "Product manager", 6),
    stated("Engineer", SKOS + "related", "UX researcher", 7),
    stated("Product manager", "measuredBy", "Ticket volume", 8, negative=True),
    stated("Project manager", "hasTime", Text("1950s", "en"), 9),
)

QUESTIONS = (
    Question(
        f"{BASE}question/what-is-a-pm",
        iri("Product manager"),
        Text("What is a PM?", "en"),
        Text("The one who decides.", "en"),
        Place(SOURCE, 20, 21),
    ),
)

SOURCES = (Source(SOURCE, "roles.md", "Roles", "en"),)


def sample() -> KnowledgeGraph:
    return KnowledgeGraph.from_record(TERMS, EVIDENCE, QUESTIONS, SOURCES, base=BASE, title="Roles")


def turtle(text: str) -> KnowledgeGraph:
    """Make a graph of Turtle as somebody else may write it."""
    from pyoxigraph import RdfFormat

    from rolegraph.graph.opening import parse_into_store

    head = """
        @prefix : <http://other.example/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix schema: <http://schema.org/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    """
    store, prefixes = parse_into_store((head + text).encode(), RdfFormat.TRIG)
    return KnowledgeGraph(store, prefixes=prefixes)


def labels(terms: list[Term]) -> list[str]:
    return [one.label.value for one in terms]
