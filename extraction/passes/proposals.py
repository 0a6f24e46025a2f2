"""Relations that an extractor of another package proposes, and the checks that they must pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.ontology import Ontology, RelationType, UnknownName

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.contexts import Context
    from rolegraph.readers import Span

__all__ = ["Proposal", "checked"]


class Proposal(NamedTuple):
    """A relation as an extractor states it, and the words that it stands in.

    ``subject`` and ``object`` are names of terms or other words; ``relation`` is the name, label or IRI of a
    relation type, or of its inverse. ``quote`` is a piece of the text as it stands, ``first`` and ``last`` are its
    lines in the document; line 0 is wherever in the entry the quote stands. Qualifiers are (name, value) pairs by
    the names of the ontology, ("hedge", "often"); a ``negative`` proposal says that the text denies it.
    ``confidence``, from 0 to 1, is the chance that it is right; without one it is told from what was found.
    """

    subject: str
    relation: str
    object: str
    quote: str
    first: int = 0
    last: int = 0
    qualifiers: tuple[tuple[str, str], ...] = ()
    negative: bool = False
    confidence: float | None = None


class _Refused(Exception):  # noqa: N818
    """Why a proposal can't be taken."""


def checked(proposal: Proposal, entry: Entry, context: Context, extractor: str) -> Found | Skip:
    """Take a proposal whose quote stands at its place and whose relation can hold between its ends."""
    try:
        quote, first, last = _place(proposal, entry)
        claim = _claim(proposal, entry, context)
        sure = _confidence(proposal)
    except _Refused as refused:
        reason = f"refused from extractor {extractor}: {refused}"
        return Skip(entry.source, proposal.first or entry.first, proposal.quote[:80], reason)
    return Found(claim._replace(rule=extractor), quote, first, last, sure)


# --- the place ---------------------------------------------------------------------------------------------


def _place(proposal: Proposal, entry: Entry) -> tuple[str, int, int]:
    """Find the quote in the entry; spaces and line breaks in it are one."""
    quote = " ".join(proposal.quote.split())
    places = list(_places(quote, entry)) if quote else []
    if not places:
        raise _Refused("its quote isn't in the text of the entry")
    first, last = proposal.first, proposal.last or proposal.first
    found = next(((a, b) for a, b in places if not first or a <= first <= last <= b), None)
    if found is None:
        where = ", ".join(str(line) for line in sorted({line for line, _ in places}))
        raise _Refused(f"its quote stands on line {where}, not on line {first}")
    return quote, *found


def _places(quote: str, entry: Entry) -> Iterator[tuple[int, int]]:
    """Give the first and last line of each place at which the entry holds the quote."""
    for span in _texts(entry):
        start = span.text.find(quote)
        while start >= 0:
            yield span.line_at(start), span.line_at(start + len(quote) - 1)
            start = span.text.find(quote, start + 1)


def _texts(entry: Entry) -> Iterator[Span]:
    """Give all text of an entry, a table row with its cells between bars."""
    yield from entry.spans()
    if entry.definition is not None:
        yield entry.definition
    for reference in entry.references:
        yield reference.span
    for table in entry.tables:
        for row in table.rows:
            yield row.span


# --- the relation ------------------------------------------------------------------------------------------


def _claim(proposal: Proposal, entry: Entry, context: Context) -> Claim:
    relation, inverse = _relation(proposal.relation, context.ontology)
    subject = _end(proposal.subject, entry, context)
    target = (
        Phrase(proposal.object, "noun", "") if relation.literal else _end(proposal.object, entry, context)
    )
    qualifiers = _qualifiers(proposal, context.ontology)
    claim = Claim(subject, relation, target, qualifiers, proposal.negative)
    claim = claim.turned() if inverse else claim
    _check_classes(claim, context)
    return claim


def _relation(name: str, ontology: Ontology) -> tuple[RelationType, bool]:
    try:
        return ontology.relation_type(name), ontology.direction(name) == "inverse"
    except UnknownName as error:
        raise _Refused(str(error)) from None


def _end(text: str, entry: Entry, context: Context) -> Phrase:
    words = " ".join(text.split())
    if not any(letter.isalpha() for letter in words):
        raise _Refused(f"{text!r} names nothing")
    return context.phrase(words, entry.language)


def _confidence(proposal: Proposal) -> float | None:
    if proposal.confidence is None:
        return None
    if not 0 <= proposal.confidence <= 1:
        raise _Refused(f"its confidence is {proposal.confidence}, not a number from 0 to 1")
    return round(proposal.confidence, 2)


def _qualifiers(proposal: Proposal, ontology: Ontology) -> tuple[tuple[str, str], ...]:
    known = sorted(name for name, each in ontology.properties.items() if each.qualifier)
    for name, _ in proposal.qualifiers:
        if name not in known:
            raise _Refused(f"unknown qualifier {name!r}; known: {', '.join(known)}")
    return tuple(sorted(proposal.qualifiers))


def _check_classes(claim: Claim, context: Context) -> None:
    """Hold domain and range against the classes of the ends, where these are known, and keep out islands."""
    sides = [("subject", claim.subject, claim.relation.domain)]
    if not claim.relation.literal:
        sides.append(("object", claim.object, claim.relation.range))
    for side, phrase, wanted in sides:
        classes = context.classes(phrase)
        if wanted and classes and not _with_parents(classes, context.ontology) & set(wanted):
            known = context.ontology.classes
            is_a, allowed = (" or ".join(known[iri].label for iri in each) for each in (classes, wanted))
            raise _Refused(f"{phrase.text!r} is a {is_a}, and {side}s of {claim.relation.name} a {allowed}")
    if not claim.subject.keys and not claim.object.keys:
        raise _Refused("neither end is a term with an entry")
    if claim.subject.text.casefold() == claim.object.text.casefold():
        raise _Refused("both ends are the same")


def _with_parents(classes: Sequence[str], ontology: Ontology) -> set[str]:
    found: set[str] = set()
    waiting = list(classes)
    while waiting:
        iri = waiting.pop()
        if iri not in found:
            found.add(iri)
            waiting += ontology.classes[iri].parents if iri in ontology.classes else ()
    return found
