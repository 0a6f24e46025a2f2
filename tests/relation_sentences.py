"""Sentences of four fields that each state one relation, with its ends: the data of ``test_extraction_sentences``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["CLASSES", "Sentence", "glossary", "sentences"]


class Sentence(NamedTuple):
    """A sentence below the name of a term, and the one statement that it makes."""

    topic: str
    text: str
    subject: str
    relation: str
    target: str


# What the names of a field are, so that a sentence speaks of terms whose classes are known.
CLASSES = {
    "role": "a role",
    "mate": "a role",
    "boss": "a role",
    "team": "a team",
    "firm": "an organization",
    "trade": "a sector",
    "work": "an activity",
    "next": "an activity",
    "paper": "an artifact",
    "part": "an artifact",
    "metric": "a metric",
    "figure": "a metric",
    "tool": "a system",
    "way": "a method",
    "skill": "a skill",
    "goal": "",
    "old": "",
    "kind": "",
    "place": "",
    "maker": "",
    "year": "",
}
_FIELDS = (
    {
        "role": "pastry baker", "mate": "shop clerk", "boss": "head baker", "team": "night crew",
        "firm": "mill company",
        "trade": "food sector", "work": "dough proofing", "next": "oven baking", "paper": "recipe sheet",
        "part": "crust layer", "metric": "waste rate", "figure": "flour weight", "tool": "oven monitor",
        "way": "cold fermentation", "skill": "palate training", "goal": "freshness", "old": "hand kneading",
        "kind": "sourdough", "place": "Portugal", "maker": "Alwin Brothers", "year": "1912",
    },
    {
        "role": "berth planner", "mate": "crane operator", "boss": "harbour manager", "team": "mooring gang",
        "firm": "shipping company", "trade": "transport sector", "work": "cargo handling", "next": "customs clearance",
        "paper": "stowage plan", "part": "cargo list", "metric": "berth occupancy", "figure": "berth hours",
        "tool": "port system", "way": "vessel tracking", "skill": "radio fluency", "goal": "safety",
        "old": "paper manifests", "kind": "feeder", "place": "Denmark", "maker": "Norwick Lines", "year": "1987",
    },
    {
        "role": "stage manager", "mate": "lighting designer", "boss": "artistic director", "team": "props department",
        "firm": "opera company", "trade": "arts sector", "work": "scene rehearsal", "next": "opening performance",
        "paper": "prompt book", "part": "cue sheet", "metric": "seat occupancy", "figure": "ticket count",
        "tool": "lighting software", "way": "method acting", "skill": "score reading", "goal": "punctuality",
        "old": "gas lighting", "kind": "operetta", "place": "Italy", "maker": "Varga Studio", "year": "1931",
    },
    {
        "role": "ward nurse", "mate": "clinic pharmacist", "boss": "nursing director", "team": "triage team",
        "firm": "hospital trust", "trade": "health sector", "work": "patient admission", "next": "patient discharge",
        "paper": "care plan", "part": "drug chart", "metric": "readmission rate", "figure": "bed count",
        "tool": "ward software", "way": "barcode scanning", "skill": "wound care", "goal": "recovery",
        "old": "fax orders", "kind": "outpatient clinic", "place": "Norway", "maker": "Helm Institute", "year": "1974",
    },
)  # fmt: skip
# The topic, subject and object of each wording by their place in a field, then its wordings.
_WORDINGS = (
    ("broader", "way", "old", (
        "{Way} is a type of {old}.", "{Way} is a kind of {old}.", "{Way} is a special form of {old}.",
        "{Way} falls under {old}.",
    )),
    ("partOf", "part", "paper", (
        "The {part} is part of the {paper}.", "The {part} forms part of the {paper}.",
        "The {part} is a component of the {paper}.", "Each {part} belongs to a {paper}.",
    )),
    ("partOf", "-paper", "part", (
        "The {paper} contains a {part}.", "The {paper} includes the {part}.", "A {paper} consists of a {part}.",
        "The {paper} is made up of the {part}.",
    )),
    ("exampleOf", "tool", "kind", (
        "The {tool} is an example of {kind}.", "The {tool} is a typical example of {kind}.",
    )),
    ("responsibleFor", "role", "work", (
        "The {role} is responsible for {work}.", "The {role} is in charge of {work}.", "The {role} oversees {work}.",
        "{Work} is the responsibility of the {role}.", "The {role} plans {work} every week.",
        "{Work} is handled by the {role}.", "{Work} is supervised by the {role}.",
        "The {role} is accountable for {work}.", "The {role} takes care of {work}.",
    )),
    ("responsibleFor", "role", "paper", (
        "The {role} maintains the {paper}.", "The {role} checks the {paper} each morning.",
        "The {role} keeps the {paper} up to date.", "The {paper} is checked by the {role}.",
        "The {role} signs the {paper}.", "The {role} has to approve the {paper}.",
        "The {paper} was approved by the {role}.", "The {role} has revised the {paper}.",
    )),
    ("collaboratesWith", "role", "mate", (
        "The {role} works closely with the {mate}.", "The {role} collaborates with the {mate}.",
        "The {role} liaises with the {mate}.", "The {role} works hand in hand with the {mate}.",
        "The {role} meets the {mate} once a week.", "The {role} briefs the {mate}.",
    )),
    ("reportsTo", "role", "boss", (
        "The {role} reports to the {boss}.", "The {role} answers to the {boss}.",
        "The {role} reports directly to the {boss}.",
    )),
    ("reportsTo", "-boss", "role", ("The {boss} manages the {role}.", "The {boss} supervises the {role}.")),
    ("memberOf", "role", "team", (
        "The {role} is a member of the {team}.", "The {role} belongs to the {team}.",
        "The {role} is embedded in the {team}.",
    )),
    ("employs", "firm", "role", (
        "The {firm} employs a {role}.", "The {firm} hires a {role}.",
        "The {role} is employed by the {firm}.", "The {role} works for the {firm}.",
    )),
    ("requiresSkill", "role", "skill", (
        "The {role} needs {skill}.", "The {role} must have {skill}.", "The {role} is skilled in {skill}.",
        "{Skill} is a key skill for the {role}.",
    )),
    ("precedes", "work", "next", (
        "{Work} precedes {next}.", "{Work} comes before {next}.", "{Work} is followed by {next}.",
        "{Next} follows {work}.", "{Next} comes after {work}.", "{Work} takes place before {next}.",
    )),
    ("measuredBy", "work", "metric", (
        "{Work} is measured by the {metric}.", "{Work} is assessed by the {metric}.",
        "{Work} is judged by the {metric}.", "The {metric} measures {work}.",
    )),
    ("derivedFrom", "metric", "figure", (
        "The {metric} is calculated from the {figure}.", "The {metric} is derived from the {figure}.",
        "The {metric} is based on the {figure}.", "The {metric} results from the {figure}.",
        "The {metric} is obtained from the {figure}.",
    )),
    ("uses", "role", "tool", (
        "The {role} uses the {tool}.", "The {role} relies on the {tool}.",
        "The {role} works with the help of the {tool}.",
        "The {tool} is used by the {role}.", "The {role} makes use of the {tool}.", "The {role} consults the {tool}.",
    )),
    ("uses", "work", "tool", (
        "{Work} is done with the {tool}.", "{Work} relies on the {tool}.", "{Work} is controlled with the {tool}.",
        "{Work} is carried out by means of the {tool}.",
    )),
    ("produces", "role", "paper", (
        "The {role} writes the {paper}.", "The {role} prepares the {paper}.", "The {role} creates a {paper}.",
        "The {role} drafts the {paper}.", "The {role} issues the {paper}.", "The {role} compiles the {paper}.",
    )),
    ("produces", "work", "paper", (
        "{Work} results in a {paper}.", "{Work} produces a {paper}.", "{Work} yields a {paper}.",
        "{Work} leads to a {paper}.",
    )),
    ("supports", "tool", "goal", (
        "The {tool} improves {goal}.", "The {tool} supports {goal}.", "The {tool} ensures {goal}.",
        "The {tool} enables {goal}.", "The {tool} contributes to {goal}.", "The {tool} increases {goal}.",
    )),
    ("supports", "tool", "role", (
        "The {tool} helps the {role}.", "The {tool} supports the {role}.", "The {tool} assists the {role}.",
        "The {tool} relieves the {role}.",
    )),
    ("appliesTo", "way", "work", (
        "{Way} applies to {work}.", "{Way} focuses on {work}.", "{Way} is concerned with {work}.",
        "{Way} concerns {work}.",
    )),
    ("dependsOn", "work", "next", (
        "{Work} depends on {next}.", "{Work} requires {next}.", "{Next} is a prerequisite for {work}.",
        "{Work} presupposes {next}.", "{Work} is contingent on {next}.",
    )),
    ("locatedIn", "firm", "place", (
        "The {firm} is based in {place}.", "The {firm} is located in {place}.", "The {firm} operates in {place}.",
        "The {firm} was founded in {place}.", "The {firm} was set up in {place}.",
    )),
    ("createdBy", "tool", "maker", (
        "The {tool} was developed by {maker}.", "The {tool} was invented by {maker}.",
        "The {tool} was introduced by {maker}.", "The {tool} was designed by {maker}.",
    )),
    ("replaces", "tool", "old", (
        "The {tool} replaces {old}.", "The {tool} has superseded {old}.", "{Old} was replaced by the {tool}.",
        "The {tool} takes the place of {old}.",
    )),
    ("distinctFrom", "way", "old", (
        "{Way} differs from {old}.", "{Way} is not the same as {old}.", "{Way} should not be confused with {old}.",
        "{Way} is often mixed up with {old}.",
    )),
    ("oppositeOf", "way", "old", ("{Way} is the opposite of {old}.", "{Way} is the reverse of {old}.")),
    ("synonymOf", "way", "old", (
        "{Way} is synonymous with {old}.", "{Way} is another name for {old}.",
    )),
    ("hasTime", "tool", "year", (
        "The {tool} dates from {year}.", "The {tool} appeared in {year}.", "The {tool} dates back to {year}.",
    )),
)  # fmt: skip


def glossary() -> str:
    """Give the names of all fields with their classes, as a glossary in Markdown."""
    named = [(name, CLASSES[place]) for field in _FIELDS for place, name in field.items()]
    lines = [f"- {_capital(name)}: {told}." for name, told in named if told]
    return "\n".join(["# Names", "", *lines, ""])


def sentences() -> Iterator[Sentence]:
    """Give every wording of every relation, each in two of the fields."""
    for number, field in enumerate(_FIELDS):
        names = {**field, **{place.capitalize(): _capital(name) for place, name in field.items()}}
        for relation, first, second, wordings in _WORDINGS:
            turned, first = first.startswith("-"), first.removeprefix("-")
            subject, target = (field[second], field[first]) if turned else (field[first], field[second])
            for place, wording in enumerate(wordings):
                if (number + place) % 2 == 0:
                    yield Sentence(field[first], wording.format(**names), subject, relation, target)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
