"""Turn graphs into the input of the extraction scorer: one JSON file a document set.

    python benchmarks/extraction/predictions.py --out FOLDER [--min-confidence X] NAME=SOURCE [NAME=SOURCE …]

A SOURCE is a graph file (``.ttl``) or a document or folder, which is built first.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rolegraph import KnowledgeGraph
from rolegraph.extraction import MIN_CONFIDENCE, build
from rolegraph.graph import Evidence, Term, Text


def prediction(graph: KnowledgeGraph) -> dict[str, object]:
    """Give the terms, relations, questions and activities of a graph as plain values."""
    terms = graph.terms(mentions=True)
    labels = {term.iri: term.label.value for term in terms}
    names = {source.iri: source.name for source in graph.sources()}
    evidence = graph.evidence()
    return {
        "terms": [_term(term) for term in terms if not term.mention],
        "relations": [_relation(each, labels, names) for each in evidence],
        "faq": [{"question": each.question.value, "answer": each.answer.value} for each in graph.questions()],
        "activities": _activities(evidence, labels),
    }


def _term(term: Term) -> dict[str, object]:
    return {
        "label": term.label.value,
        "aliases": [text.value for text in (*term.abbreviations, *term.alternatives)],
        "definition": term.definitions[0].value if term.definitions else None,
    }


def _name(end: str | Text, labels: dict[str, str]) -> str:
    return end.value if isinstance(end, Text) else labels[end]


def _relation(evidence: Evidence, labels: dict[str, str], names: dict[str, str]) -> dict[str, object]:
    statement = evidence.statement
    return {
        "subject": labels[statement.subject],
        "type": statement.relation,
        "object": _name(statement.object, labels),
        "line": evidence.line or evidence.place.first,
        "file": names[evidence.place.source],
        "polarity": "negative" if evidence.negative else "positive",
        "confidence": evidence.confidence,
    }


def _activities(evidence: list[Evidence], labels: dict[str, str]) -> list[dict[str, object]]:
    """Give each activity that has a share, and who takes part in it."""
    partners: dict[str, list[str]] = {}
    for each in evidence:
        if each.statement.relation.endswith("#collaboratesWith"):
            partners.setdefault(each.statement.subject, []).append(_name(each.statement.object, labels))
    return [
        {
            "activity": _name(each.statement.object, labels),
            "share": float(dict(each.qualifiers)["share"]),
            "collaborators": partners.get(str(each.statement.object), []),
        }
        for each in evidence
        if "share" in dict(each.qualifiers)
    ]


def main() -> None:
    """Write the predictions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for the JSON files")
    parser.add_argument("--min-confidence", type=float, default=MIN_CONFIDENCE, help="as for rolegraph build")
    parser.add_argument("sets", nargs="+", metavar="NAME=SOURCE")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for each in arguments.sets:
        name, _, source = each.partition("=")
        ready = source.endswith(".ttl")
        least = arguments.min_confidence
        graph = KnowledgeGraph.open(source) if ready else build([source], min_confidence=least).graph
        text = json.dumps(prediction(graph), ensure_ascii=False, indent=1)
        (arguments.out / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
