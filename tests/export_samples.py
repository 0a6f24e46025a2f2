"""Graphs that the tests of the exports room write: an ordinary glossary, a hostile one, and large ones."""

from __future__ import annotations

import random

from graph_samples import BASE, RG, SOURCE, iri, term

from rolegraph.graph import Evidence, KnowledgeGraph, Place, Question, Source, Statement, Term, Text

__all__ = ["BASE", "HOSTILE", "RG", "SKOS", "SOURCE", "glossary", "hostile", "iri", "large", "stated", "term"]

SKOS = "http://www.w3.org/2004/02/skos/core#"

HOSTILE = (
    '<img src=x onerror="window.hacked=1">',
    "</script><script>window.hacked=1</script>",
    "javascript:window.hacked=1",
    '"]; n1[x] --> n2',
    'end"',
    "%%{init: {}}%%",
    "=HYPERLINK(1)",
    "a\\\"b\\\\ \\N \\G {|} &amp; &lt;b&gt; '",
    "line\u2028break\u2029 \u202eright to left",
    "tab\tand\nnewline\rreturn",
    "<!-- <script> -->",
    "{{ 7 * 7 }}{% raw %}",
    "__proto__",
    "constructor",
    "naïve Qualität 質量 😀",
    "W" * 90,
)


def stated(
    subject: str,
    relation: str,
    value: str | Text,
    line: int = 5,
    *,
    quote: str = "",
    negative: bool = False,
    qualifiers: tuple[tuple[str, str], ...] = (),
    confidence: float | None = None,
) -> Evidence:
    kind = relation if ":" in relation else RG + relation
    statement = Statement(iri(subject), kind, iri(value) if isinstance(value, str) else value)
    words = quote or f"{subject} {relation} it."
    place = Place(SOURCE, line, line)
    return Evidence(statement, Text(words, "en"), place, qualifiers, negative, confidence)


def glossary() -> KnowledgeGraph:
    """Five terms with every kind of thing that a graph can say."""
    terms = (
        term("Business process outsourcing", "BPO", kind="Sector", definition="Work that another firm does."),
        term("Product manager", "PM", definition="Decides what is built and why."),
        term("Engineer"),
        term("CRM", kind="System", mention=True),
        term("Ticket volume", kind="Metric", mention=True),
    )
    evidence = (
        stated(
            "Business process outsourcing", "employs", "Product manager", 3, qualifiers=(("hedge", "often"),)
        ),
        stated("Product manager", "uses", "CRM", 4, qualifiers=(("share", "0.2"),), confidence=0.6),
        stated("Product manager", "uses", "CRM", 9, quote="Product managers open the CRM.", confidence=0.85),
        stated("Product manager", "collaboratesWith", "Engineer", 5),
        stated("Product manager", SKOS + "related", "Engineer", 6),
        stated("Product manager", "measuredBy", "Ticket volume", 8, negative=True),
        stated("Product manager", "hasTime", Text("1931", "en"), 9),
    )
    questions = [
        Question(
            f"{BASE}question/why",
            iri("Product manager"),
            Text("Why?", "en"),
            Text("To decide.", "en"),
            Place(SOURCE, 12, 13),
        )
    ]
    sources = [Source(SOURCE, "roles.md", "Roles", "en")]
    return KnowledgeGraph.from_record(terms, evidence, questions, sources, base=BASE, title="Roles")


def hostile() -> KnowledgeGraph:
    """Every text of every kind tries to break out of its format."""
    terms = [
        Term(
            f"{BASE}t{number}",
            Text(text, "en"),
            (Text(f"{text} {number}", "en"),),
            (Text(f"also {text}", "en"),),
            (Text(text, "en"),),
            (RG + "Role", f"{BASE}class/{number}"),
            places=(Place(f"{BASE}source/s{number}", 1, 1),),
        )
        for number, text in enumerate(HOSTILE)
    ]
    last = len(terms) - 1
    evidence = [
        Evidence(
            Statement(
                f"{BASE}t{number}",
                f"{BASE}relation/r{number}" if number % 2 else RG + "uses",
                f"{BASE}t{last - number}",
            ),
            Text(text, "en"),
            Place(f"{BASE}source/s{number}", 1, 1),
            (("context", text), ("hedge", text)),
        )
        for number, text in enumerate(HOSTILE)
    ]
    denied = Evidence(
        Statement(f"{BASE}t0", RG + "measuredBy", f"{BASE}t1"),
        Text(HOSTILE[0], "en"),
        Place(f"{BASE}source/s0", 1, 1),
        (),
        True,
    )
    questions = [
        Question(
            f"{BASE}question/{n}",
            f"{BASE}t{n}",
            Text(text, "en"),
            Text(text, "en"),
            Place(f"{BASE}source/s{n}", 1, 1),
        )
        for n, text in enumerate(HOSTILE)
    ]
    sources = [Source(f"{BASE}source/s{n}", text, text, "en") for n, text in enumerate(HOSTILE)]
    return KnowledgeGraph.from_record(
        terms, [*evidence, denied], questions, sources, base=BASE, title=HOSTILE[0] + HOSTILE[1]
    )


_FIRST = (
    "Product",
    "Project",
    "Customer",
    "Sales",
    "Data",
    "Operations",
    "Talent",
    "Vendor",
    "Service",
    "Growth",
)
_SECOND = (
    "manager",
    "analyst",
    "outsourcing",
    "acquisition",
    "platform",
    "agreement",
    "researcher",
    "office",
    "map",
)
_KINDS = (
    "Role",
    "Activity",
    "Metric",
    "Skill",
    "System",
    "Sector",
    "Organization",
    "Method",
    "Place",
    "Artifact",
)
_RELATIONS = (
    "uses",
    "partOf",
    "responsibleFor",
    "measuredBy",
    "requiresSkill",
    "supports",
    "collaboratesWith",
)


def large(entries: int, mentions: int = 0, seed: int = 7) -> KnowledgeGraph:
    """A graph with the shape of a real one: few hubs, many terms with two or three relations."""
    draw = random.Random(seed)
    names = [f"{first} {second}" for second in _SECOND for first in _FIRST]
    labels = [
        name if n < len(names) else f"{name} {n}"
        for n, name in zip(range(entries + mentions), names * 99, strict=False)
    ]
    terms = [
        term(
            label,
            kind=draw.choice(_KINDS),
            mention=n >= entries,
            definition="" if n >= entries else f"{label}: what it is.",
        )
        for n, label in enumerate(labels)
    ]
    evidence = []
    for n in range(1, len(labels)):
        for _ in range(draw.choice((1, 1, 2, 3)) if n < entries else 1):
            other = min(int(draw.paretovariate(0.6)) - 1, n - 1, entries - 1)
            evidence.append(stated(labels[n], draw.choice(_RELATIONS), labels[other], draw.randrange(1, 90)))
    return KnowledgeGraph.from_record(
        terms, evidence, sources=[Source(SOURCE, "roles.md")], base=BASE, title="A large glossary"
    )
