"""What a document says, read by all extractors: relations whose ends are linked to terms, questions, what was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Found
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import Failure
from rolegraph.extraction.links.linking import spelling
from rolegraph.extraction.passes.extractors import EXTRACTORS, Extractor
from rolegraph.extraction.passes.guards import fault, in_a_line
from rolegraph.extraction.passes.proposals import Proposal, checked
from rolegraph.extraction.review.confidence import confidence, signs
from rolegraph.graph.reviews import UNSETTLED
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.contexts import Context
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["Account", "Answered", "Assertion", "End", "EntryReader"]


class End(NamedTuple):
    """One end of a relation: the key of a term; for a mention also its spelling, and for a literal only that.

    ``language`` and ``classes`` are those of a mention as told here, ``weight`` is how much the classes count against
    what others tell.
    """

    key: str
    label: str = ""
    language: str = ""
    classes: tuple[str, ...] = ()
    weight: int = 1


class Assertion(NamedTuple):
    """A relation between two ends, its type by IRI, with the quote and lines that it was read in.

    ``confidence`` is the chance that it is right, ``rule`` what found it, ``line`` where the later end stands in a
    quote of several lines.
    """

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
    confidence: float | None = None
    rule: str = ""
    line: int = 0


class Answered(NamedTuple):
    """A question about a term, with its answer."""

    key: str
    question: str
    answer: str
    first: int
    last: int
    language: str


class Account(NamedTuple):
    """All that a document says, as plain data.

    The ends of what is ``unsettled`` are names, one of which can mean several terms; ``failures`` are those of
    extractors.
    """

    source: str
    assertions: list[Assertion]
    unsettled: list[Assertion]
    questions: list[Answered]
    skipped: list[Skip]
    failures: list[Failure]


class EntryReader:
    """Reads entries with some extractors, and links both ends of what they find."""

    def __init__(self, context: Context, extractors: Sequence[Extractor]) -> None:
        self._context, self._extractors = context, extractors

    def account(self, source: str, entries: Iterable[Entry]) -> Account:
        """Give what the entries of a document say."""
        account = Account(source, [], [], [], [], [])
        for entry in entries:
            self._context.chooser.enter(entry)
            for extractor in self._extractors:
                for each in self._found(extractor, entry, account):
                    self._take(each, entry, account)
            account.questions.extend(_answered(entry))
        return account

    def _take(self, each: Found | Skip, entry: Entry, account: Account) -> None:
        """Note what was found, or that something was passed over."""
        if isinstance(each, Skip):
            account.skipped.append(each)
            return
        try:
            self._link(each, entry, account)
        except Exception as error:
            account.skipped.append(fault(error, entry.source, each.first))

    def _found(self, extractor: Extractor, entry: Entry, account: Account) -> Iterator[Found | Skip]:
        """Ask an extractor; where it breaks, what it found before stands and the fault is told."""
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
                yield fault(error, entry.source, entry.first)
                return
            place = f"{entry.source}, line {entry.first}"
            message = f"{place}: the extractor {extractor.name!r} failed: {in_a_line(error)}"
            account.failures.append(Failure(entry.source, message))

    def _link(self, found: Found, entry: Entry, account: Account) -> None:
        """Link both ends of a claim; one that could mean several terms is left open and reported."""
        claim = found.claim._replace(
            subject=self._settled(found.claim.subject, found), object=self._settled(found.claim.object, found)
        )
        found = found._replace(claim=claim)
        unclear = [end for end in (claim.subject, claim.object) if len(end.keys) > 1]
        if unclear:
            reason = f"'{unclear[0].text}' can mean {self._context.chooser.meanings(unclear[0].keys)}"
            account.skipped.append(Skip(entry.source, found.first, found.quote, reason))
            account.unsettled.append(self._left_open(found, entry))
            return
        subject = self._end(claim.subject, claim, 0)
        target = End("", claim.object.text) if claim.relation.literal else self._end(claim.object, claim, 1)
        if not subject.key or not (target.key or claim.relation.literal):
            account.skipped.append(
                Skip(entry.source, found.first, found.quote, "an end without a letter or a digit")
            )
            return
        said = _assertion(found, entry, subject, target)
        account.assertions.append(said._replace(confidence=self._confidence(found), rule=claim.rule))

    def _confidence(self, found: Found) -> float:
        """Tell how sure a claim is: as its finder says, or by its rule and signs."""
        if found.confidence is not None:
            return found.confidence
        return confidence(found.claim.rule, signs(found.claim, found.quote, self._context.classes))

    def _left_open(self, found: Found, entry: Entry) -> Assertion:
        """Give a claim whose ends are names, with the terms that they can mean."""
        merged = self._context.glossary.merged
        ends = (found.claim.subject, found.claim.object)
        named = (merged[end.keys[0]].label if len(end.keys) == 1 else end.text for end in ends)
        meanings = sorted({merged[key].label for end in ends if len(end.keys) > 1 for key in end.keys})
        said = _assertion(found, entry, *(End("", name) for name in named))
        return said._replace(rule=f"{UNSETTLED}{' or '.join(meanings)}", literal=False)

    def _settled(self, phrase: Phrase, found: Found) -> Phrase:
        """Choose among the terms that a name can mean."""
        if len(phrase.keys) < 2:
            return phrase
        return phrase._replace(keys=self._context.chooser.choose(phrase.keys, found.quote))

    def _end(self, phrase: Phrase, claim: Claim, side: int) -> End:
        classes = self._context.classes(phrase)
        wanted = (claim.relation.domain, claim.relation.range)[side]
        if set(wanted) == {RG + "Organization", RG + "Sector"} and phrase.text[:1].isupper():
            wanted = (RG + "Organization",)
        guessed = not classes or (classes == (RG + "Activity",) and not phrase.keys)
        sure = guessed and len(wanted) == 1
        key, known = self._context.glossary.meant(phrase)
        if known:
            return End(key)
        return End(key, spelling(phrase), phrase.language, *((wanted, 3) if sure else (classes, 1)))


def _assertion(found: Found, entry: Entry, subject: End, target: End) -> Assertion:
    claim = found.claim
    place = (found.quote, found.first, found.last, entry.language)
    told = (claim.qualifiers, claim.negative, claim.relation.literal)
    return Assertion(subject, claim.relation.iri, target, *place, *told, line=_line_of_ends(found, entry))


def _line_of_ends(found: Found, entry: Entry) -> int:
    """Give the line of a quote of several lines on which its second end is named; 0 where none is, or it has one."""
    if found.first == found.last:
        return 0
    words = found.quote.casefold()
    at = max(words.find(end.text.casefold()) for end in (found.claim.subject, found.claim.object))
    for span in entry.spans() if at >= 0 else ():
        start = span.text.find(found.quote)
        if start >= 0 and found.first <= span.line_at(start + at) <= found.last:
            return span.line_at(start + at)
    return 0


def _answered(entry: Entry) -> Iterator[Answered]:
    for asked in entry.questions:
        answer = "\n\n".join(span.text for span in asked.answers)
        lines = asked.question.line, asked.answers[-1].starts[-1][1]
        yield Answered(entry.key, asked.question.text, answer, *lines, entry.language)
