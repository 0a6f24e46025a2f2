"""A claim: two phrases in a relation, and whether what is known of them lets it stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolegraph.ontology import RG, RelationType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.cues import Reading
    from rolegraph.extraction.phrases import Phrase

__all__ = ["AGENTS", "Claim", "Classes", "fits", "likeliest"]

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


def likeliest(readings: Sequence[Reading], left: Classes, right: Classes) -> Reading:
    """Choose among the meanings of a cue the one whose domain and range suit its two ends best."""
    return max(readings, key=lambda reading: _suitability(reading, left, right))


def _suitability(reading: Reading, left: Classes, right: Classes) -> int:
    """Count how well the classes of two ends fit the domain and range of a meaning: a misfit weighs most."""
    subject, target = (right, left) if reading.inverse else (left, right)
    return _fit(subject, reading.relation.domain) + _fit(target, reading.relation.range)


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
    strict = relation.name not in _LENIENT
    if strict and (_clashes(subject, relation.domain) or _clashes(target, relation.range)):
        return False
    if claim.relation.literal and not any(letter.isdigit() for letter in claim.object.text):
        return False
    domain = claim.relation.domain
    if domain and not subject and set(domain) <= _EMPLOYERS and claim.subject.text[:1].isupper():
        return bool(claim.object.keys)
    acts = bool(set(subject) & AGENTS)
    if domain and (acts or set(domain) <= AGENTS) and not any(iri in domain for iri in subject):
        return False
    return bool(claim.subject.keys or claim.object.keys or acts)
