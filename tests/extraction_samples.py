"""What the tests of the extraction share: documents built from a few lines, and what they are found to say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from rolegraph.extraction import Build, build
from rolegraph.graph import Evidence, Term, Text

# A glossary of names, so that a sentence under test speaks of terms whose classes are known.
GLOSSARY = """\
# Glossary

- Product manager (PM): a role.
- Project manager: a role.
- Chief product officer (CPO): a role.
- Recruiter: a role.
- Designer: a role.
- Squad: a team.
- Contact centre: an organization.
- Business process outsourcing (BPO): a sector.
- Knowledge process outsourcing (KPO): a sector.
- Outsourcing: a practice.
- Offshoring: a practice.
- Nearshoring: a practice.
- Onshoring: a practice.
- Talent acquisition: an activity.
- Scrum: a framework.
- Waterfall: a method.
- Backlog: an artifact.
- Service level agreement (SLA): an agreement.
- Customer relationship management (CRM): a system.
- Average handle time (AHT): a metric.
- Churn rate: a metric.
- Discovery: an activity.
- Delivery: an activity.
- Digital transformation: an activity.
"""

Triple = tuple[str, str, str]


def built(folder: Path, **documents: str) -> Build:
    """Build documents given as ``name_md="text"``; two underscores in a name are a folder.

    All that is read is stated, however doubtful.
    """
    for name, text in documents.items():
        path = folder / (name.replace("__", "/").rpartition("_")[0] + "." + name.rpartition("_")[2])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build([str(folder)], min_confidence=0)


def labels(build: Build) -> dict[str, str]:
    """Give the label of each term by its IRI."""
    return {term.iri: term.label.value for term in build.terms}


def triple(evidence: Evidence, names: dict[str, str]) -> Triple:
    """Give subject, relation and object of a piece of evidence by name."""
    subject, relation, target = evidence.statement
    end = target.value if isinstance(target, Text) else names[target]
    return names[subject], re.split(r"[#/]", relation)[-1], end


def triples(build: Build, source: str = "", *, negative: bool = False) -> set[Triple]:
    """Give what a build states, or what it denies; with ``source`` only by that document."""
    names = labels(build)
    return {
        triple(each, names)
        for each in build.evidence
        if each.negative == negative and each.place.source.endswith(source)
    }


def said(build: Build, source: str) -> set[str]:
    """Give all evidence of one document as "PM -owns-> roadmap {hedge: often}", "no " before what is denied."""
    names, found = labels(build), set[str]()
    for each in build.evidence:
        if each.place.source.endswith(source):
            subject, relation, target = triple(each, names)
            qualifiers = ", ".join(f"{name}: {value}" for name, value in each.qualifiers)
            text = f"{'no ' * each.negative}{subject} -{relation}-> {target}"
            found.add(f"{text} {{{qualifiers}}}" if qualifiers else text)
    return found


def entries(build: Build) -> dict[str, Term]:
    """Give the terms that have an entry, by label."""
    return {term.label.value: term for term in build.terms if not term.mention}


def abbreviations(build: Build) -> dict[str, list[str]]:
    """Give the abbreviations of the entries that have some."""
    return {
        label: [text.value for text in term.abbreviations]
        for label, term in entries(build).items()
        if term.abbreviations
    }


def definitions(build: Build) -> dict[str, list[str]]:
    """Give the definitions of each entry."""
    return {label: [text.value for text in term.definitions] for label, term in entries(build).items()}


def classes(build: Build) -> dict[str, list[str]]:
    """Give the local names of the classes of each entry."""
    return {label: [iri.split("#")[1] for iri in term.classes] for label, term in entries(build).items()}


def skips(build: Build) -> list[tuple[str, int, str]]:
    """Give source, line and reason of what was skipped."""
    return [(skip.source, skip.line, skip.reason) for skip in build.skipped]


def sentence_says(folder: Path, topic: str, sentence: str, *, defines: bool = False) -> set[str]:
    """Give what a sentence states in an article on a topic, beside a glossary of the terms it may name.

    It stands behind a definition, or with ``defines`` is the definition itself.
    """
    head = f"title: {topic}" if defines else f"title: {topic}\ndefinition: The matter of this article."
    found = built(folder, glossary_md=GLOSSARY, article_md=f"---\n{head}\n---\n{sentence}\n")
    return said(found, "article.md")


class Case(NamedTuple):
    """A sentence in an article on a topic, and all that it states; a ``fault`` is why it doesn't hold yet."""

    topic: str
    sentence: str
    expected: frozenset[str]
    fault: str


def case(topic: str, sentence: str, *expected: str, fault: str = "") -> Case:
    """Give a case of a table of sentences."""
    return Case(topic, sentence, frozenset(expected), fault)


def parameters(cases: Iterable[Case]) -> list[ParameterSet]:
    """Give the parameters of a test of sentences; what is known not to hold yet is expected to fail."""
    return [
        pytest.param(
            each.topic,
            each.sentence,
            each.expected,
            id=each.sentence,
            marks=[pytest.mark.xfail(strict=True, reason=each.fault)] if each.fault else [],
        )
        for each in cases
    ]
