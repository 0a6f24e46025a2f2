"""A claim: two phrases in a relation, and whether what is known of them lets it stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolegraph.extraction.words.inflection import names_doer, verb_forms
from rolegraph.ontology import RG, RelationType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.words.phrases import Phrase

__all__ = [
    "AGENTS",
    "Claim",
    "Classes",
    "Found",
    "fits",
    "likeliest",
    "without_known",
    "without_places",
    "without_rivals",
]

Classes: TypeAlias = tuple[str, ...]
AGENTS = frozenset(RG + name for name in ("Role", "Team", "Organization", "Sector"))


class Claim(NamedTuple):
    """A relation between two phrases, with qualifiers as (name, value) pairs.

    ``rule`` names what found it ("verb cue", "genus", "heading"); ``cue`` is the place of the cue's first word
    among the words of the sentence, -1 where no cue did.
    """

    subject: Phrase
    relation: RelationType
    object: Phrase
    qualifiers: tuple[tuple[str, str], ...] = ()
    negative: bool = False
    rule: str = ""
    cue: int = -1

    def turned(self) -> Claim:
        """Exchange subject and object."""
        return self._replace(subject=self.object, object=self.subject)


class Found(NamedTuple):
    """A claim, the sentence it was found in, and the lines that the sentence stands on.

    ``confidence`` is how sure its finder is; without it, the rule and what was found tell.
    """

    claim: Claim
    quote: str
    first: int
    last: int
    confidence: float | None = None


def likeliest(readings: Sequence[Reading], left: Classes, right: Classes) -> Reading:
    """Choose among the meanings of a cue the one whose domain and range suit its two ends best."""
    return max(readings, key=lambda reading: _suitability(reading, left, right))


def _suitability(reading: Reading, left: Classes, right: Classes) -> int:
    """Count how well the classes of two ends fit the domain and range of a meaning: a misfit weighs most."""
    subject, target = (right, left) if reading.inverse else (left, right)
    unclear = not subject and bool(reading.relation.domain) and set(reading.relation.domain) <= AGENTS
    return _fit(subject, reading.relation.domain) + _fit(target, reading.relation.range) - 3 * unclear


def _fit(classes: Classes, wanted: Sequence[str]) -> int:
    if not wanted or not classes:
        return 0
    return 2 if any(iri in wanted for iri in classes) else -3


# In technical glossaries systems use and produce things as roles do, so the domain of these is not held against them.
_LENIENT = frozenset({"uses", "produces", "supports", "precedes", "derivedFrom"})
_EMPLOYERS = frozenset(RG + name for name in ("Organization", "Sector"))
_THINGS = frozenset(
    RG + name for name in ("System", "Artifact", "Metric", "Place", "Method", "Level", "Skill")
)


def _clashes(classes: Classes, wanted: Sequence[str]) -> bool:
    """Tell whether an end is a thing where only those who act are wanted, or the other way round."""
    if not wanted or any(iri in wanted for iri in classes):
        return False
    acts, thing = bool(set(classes) & AGENTS), bool(set(classes) & _THINGS)
    return (thing and bool(set(wanted) & AGENTS)) or (acts and not set(wanted) & AGENTS)


def fits(claim: Claim, subject: Classes, target: Classes = ()) -> bool:
    """Tell whether a claim is worth making: who acts must be able to, and one end must be a known thing.

    ``subject`` and ``target`` are the classes of subject and object, empty where unknown.
    """
    relation = claim.relation
    if relation.range == (RG + "Place",) and not (claim.object.keys or claim.object.text[:1].isupper()):
        return False
    if relation.name == "createdBy" and claim.object.form != "noun":
        return False  # "the work of sorting mail"
    if relation.name == "memberOf" and target == (RG + "Role",):
        return False  # "is assigned to a clerk"
    acting = [not AGENTS.isdisjoint(classes) for classes in (subject, target)]
    if relation.name == "precedes" and acting[0] != acting[1]:
        return False  # "a script that agents follow"
    if relation.name == "collaboratesWith" and AGENTS.isdisjoint((*subject, *target)):
        return False
    if (
        relation.name == "employs"
        and not target
        and not (claim.object.keys and _names_worker(claim.object.head))
    ):
        return False
    strict = relation.name not in _LENIENT and not (relation.name == "measuredBy" and not acting[0])
    if strict and (_clashes(subject, relation.domain) or _clashes(target, relation.range)):
        return False
    if claim.relation.literal and not any(letter.isdigit() for letter in claim.object.text):
        return False
    domain = claim.relation.domain
    if domain and not subject and set(domain) <= _EMPLOYERS and claim.subject.text[:1].isupper():
        return bool(claim.object.keys)
    acts = bool(set(subject) & AGENTS)
    lenient = acts and (not strict or relation.name == "collaboratesWith")
    if (
        domain
        and (acts or set(domain) <= AGENTS)
        and not lenient
        and not any(iri in domain for iri in subject)
    ):
        return False
    kind = bool(claim.subject.head_keys) and " " in claim.subject.text  # "Remote firing uses gas"
    told = relation.name in _BETWEEN_THINGS and claim.subject.form == "noun"
    told = told or (
        relation.name in _BY_DEEDS and claim.subject.form == "gerund" and " " in claim.subject.text
    )
    return bool(claim.subject.keys or claim.object.keys or acts or kind or told)


# What doing a thing brings about or takes: "sharing kilns saves fuel".
_BY_DEEDS = frozenset({"supports", "dependsOn", "produces"})
# These tell something also of two things without an entry: "the levy is based on the budget".
_BETWEEN_THINGS = frozenset(
    {
        "derivedFrom",
        "dependsOn",
        "produces",
        "uses",
        "partOf",
        "precedes",
        "replaces",
        "createdBy",
        "measuredBy",
        "distinctFrom",
        "oppositeOf",
        "reportsTo",
        "memberOf",
        "locatedIn",
        "supports",
        "synonymOf",
        "exampleOf",
        "appliesTo",
    }
)


def _names_worker(noun: str) -> bool:
    """Tell a noun made of a verb ("baker"), or one of the few others, from "offer"."""
    made = noun.endswith(("er", "or")) and bool({noun[:-2], noun[:-1], noun[:-3]} & verb_forms().keys())
    return names_doer(noun) and (made or not noun.endswith(("er", "or")))


_CONTRASTS = frozenset({"distinctFrom", "oppositeOf"})
_EXAMPLES = frozenset({"exampleOf", "partOf"})


def without_rivals(claims: Sequence[Claim], sure: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out claims that read the words of a ``sure`` claim differently.

    What the headword is set against is set against nothing else in the sentence, what is an example, a part or a kind
    of it is not a part or an example of another noun, and what it is computed from is not its genus.
    """
    examples = {
        claim.subject.text for claim in sure if claim.relation.name in _EXAMPLES or claim.rule == "kinds"
    }
    opposed = {claim.object.keys for claim in sure if claim.relation.name in _CONTRASTS}
    operands = {claim.object.text for claim in sure if claim.relation.name == "derivedFrom"}
    for claim in claims:
        name, target = claim.relation.name, claim.object
        contrast = name in _CONTRASTS and target.keys in opposed
        known = any(target.text in each for each in operands)
        genus = name == "broader" and (known or any(each in target.text for each in operands))
        example = name in _EXAMPLES and claim.subject.text in examples
        step = name == "derivedFrom" and bool(operands) and (known or target.form == "gerund")
        if claim in sure or not (contrast or genus or step or example):
            yield claim


def without_known(claims: Iterable[Claim], known: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out claims between ends that another claim of the sentence relates already."""
    related = {frozenset((_name(claim.subject), _name(claim.object))) for claim in known}
    for claim in claims:
        if frozenset((_name(claim.subject), _name(claim.object))) not in related:
            yield claim


def without_places(claims: Iterable[Claim], known: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out what is claimed to be done to the place of another thing: "we run crews in Peru and Chile"."""
    located = {_name(claim.object): claim for claim in known if claim.relation.name == "locatedIn"}
    for claim in claims:
        there = located.get(_name(claim.object))
        if there is None or there.relation == claim.relation or _name(there.subject) == _name(claim.subject):
            yield claim


def _name(phrase: Phrase) -> str:
    return phrase.keys[0] if phrase.keys else phrase.text.lower()
