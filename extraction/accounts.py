"""What a document says, read by all extractors: relations whose ends are linked to terms, questions, what was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import Failure
from rolegraph.extraction.extractors import EXTRACTORS, Extractor
from rolegraph.extraction.proposals import Proposal, checked
from rolegraph.extraction.prose import Found
from rolegraph.graph.names import fold
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.claims import Claim
    from rolegraph.extraction.contexts import Context
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.phrases import Phrase

__all__ = ["Account", "Answered", "Assertion", "End", "EntryReader"]


class End(NamedTuple):
    """One end of a relation: the key of a term; for a mention also its spelling, and for a literal only that.

    ``classes`` are those told of a mention here, ``weight`` is how much they count against what others tell.
    """

    key: str
    label: str = ""
    classes: tuple[str, ...] = ()
    weight: int = 1


class Assertion(NamedTuple):
    """A relation between two ends, its type by IRI, with the quote and lines that it was read in."""

    subject: End
    relation: str
    object: End
    quote: str
    first: int
    last: int
    language: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    negative: bool = False
    literal: bool = False


class Answered(NamedTuple):
    """A question about a term, with its answer."""

    key: str
    question: str
    answer: str
    first: int
    last: int
    language: str


class Account(NamedTuple):
    """All that a document says, as plain data; ``failures`` are those of extractors."""

    source: str
    assertions: list[Assertion]
    questions: list[Answered]
    skipped: list[Skip]
    failures: list[Failure]


class EntryReader:
    """Reads entries with some extractors, and links both ends of what they find."""

    def __init__(self, context: Context, extractors: Sequence[Extractor]) -> None:
        self._context, self._extractors = context, extractors

    def account(self, source: str, entries: Iterable[Entry]) -> Account:
        """Give what the entries of a document say."""
        account = Account(source, [], [], [], [])
        for entry in entries:
            for extractor in self._extractors:
                for each in self._found(extractor, entry, account):
                    linked = each if isinstance(each, Skip) else self._linked(each, entry)
                    if isinstance(linked, Skip):
                        account.skipped.append(linked)
                    elif linked is not None:
                        account.assertions.append(linked)
            account.questions.extend(_answered(entry))
        return account

    def _found(self, extractor: Extractor, entry: Entry, account: Account) -> Iterator[Found | Skip]:
        """Ask an extractor; where one of another package breaks, what it found before stands and the fault is told."""
        try:
            for each in extractor.read(entry, self._context):
                if isinstance(each, Proposal):
                    yield checked(each, entry, self._context, extractor.name)
                elif isinstance(each, Found | Skip):
                    yield each
                else:
                    raise TypeError(f"gave a {type(each).__name__}, neither a Proposal nor a Skip")
        except Exception as error:
            if EXTRACTORS.get(extractor.name) == extractor:
                error.add_note(f"while reading {entry.source}, line {entry.first}")
                raise
            fault = " ".join(f"{type(error).__name__}: {error}".split())
            message = f"{entry.source}, line {entry.first}: the extractor {extractor.name!r} failed: {fault}"
            account.failures.append(Failure(entry.source, message))

    def _linked(self, found: Found, entry: Entry) -> Assertion | Skip | None:
        """Link both ends of a claim; one that could mean several terms is left open and reported."""
        claim = found.claim._replace(
            subject=self._settled(found.claim.subject, entry), object=self._settled(found.claim.object, entry)
        )
        unclear = [end.text for end in (claim.subject, claim.object) if len(end.keys) > 1]
        if unclear:
            reason = f"'{unclear[0]}' can mean several terms"
            return Skip(entry.source, found.first, found.quote, reason)
        literal = claim.relation.literal
        subject = self._end(claim.subject, claim, 0)
        target = End("", claim.object.text) if literal else self._end(claim.object, claim, 1)
        return Assertion(
            subject,
            claim.relation.iri,
            target,
            found.quote,
            found.first,
            found.last,
            entry.language,
            claim.qualifiers,
            claim.negative,
            literal,
        )

    def _settled(self, phrase: Phrase, entry: Entry) -> Phrase:
        """Choose among the terms a name can mean: the headword itself, or the only one of the same document."""
        if len(phrase.keys) < 2:
            return phrase
        key, merged = fold(entry.label), self._context.glossary.merged
        here = [k for k in phrase.keys if any(e.source == entry.source for e in merged[k].entries)]
        chosen = (key,) if key in phrase.keys else tuple(here) if len(here) == 1 else phrase.keys
        return phrase._replace(keys=chosen)

    def _end(self, phrase: Phrase, claim: Claim, side: int) -> End:
        classes = self._context.classes(phrase)
        wanted = (claim.relation.domain, claim.relation.range)[side]
        if set(wanted) == {RG + "Organization", RG + "Sector"} and phrase.text[:1].isupper():
            wanted = (RG + "Organization",)
        guessed = not classes or (classes == (RG + "Activity",) and not phrase.keys)
        sure = guessed and len(wanted) == 1
        key = self._context.glossary.key(phrase)
        if key in self._context.glossary.merged:
            return End(key)
        return End(key, _spelling(phrase), *((wanted, 3) if sure else (classes, 1)))


def _answered(entry: Entry) -> Iterator[Answered]:
    for asked in entry.questions:
        answer = "\n\n".join(span.text for span in asked.answers)
        lines = asked.question.line, asked.answers[-1].starts[-1][1]
        yield Answered(fold(entry.label), asked.question.text, answer, *lines, entry.language)


def _spelling(phrase: Phrase) -> str:
    """Write a common name small where it opens a sentence or a cell, a proper name or a code as it stands."""
    text = phrase.text
    first, *rest = text.split(" ")
    if not rest and phrase.start == 0 and phrase.plural and first[1:].islower():
        return text.lower()
    common = first[:1].isupper() and first[1:].islower() and not any(word[:1].isupper() for word in rest)
    return text[:1].lower() + text[1:] if common and rest else text
