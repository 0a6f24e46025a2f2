"""What was found, as the record: terms, evidence, questions, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import quote

from rolegraph.extraction.claims import Claim
from rolegraph.extraction.confidence import confidence, signs, surest
from rolegraph.extraction.cues import Reading
from rolegraph.extraction.entries import Asked, Entry, Reference, Skip
from rolegraph.extraction.heads import read_head
from rolegraph.extraction.hyperlinks import Pointers
from rolegraph.extraction.linking import Glossary, Mentions, assign_iris
from rolegraph.extraction.phrases import Phrase
from rolegraph.extraction.prose import LONGEST, Found, ProseReader, headword
from rolegraph.extraction.sentences import sentences
from rolegraph.extraction.tables import read_table
from rolegraph.extraction.tokens import Tag
from rolegraph.graph import Collection, Evidence, Place, Question, Statement, Term, Text, fold, slug
from rolegraph.graph.plurals import primary
from rolegraph.graph.reading import language_rank
from rolegraph.graph.reviews import UNSETTLED
from rolegraph.ontology import RG
from rolegraph.readers import Link, Span

__all__ = ["Recorder", "source_iri"]

_Key = tuple[str, str, str | Text]


def source_iri(name: str, base: str) -> str:
    """Give the IRI of a source by its name."""
    return f"{base}source/{quote(name)}"


class Recorder:
    """Collects what entries claim, and gives it as values of the record once all are read."""

    def __init__(self, glossary: Glossary, reader: ProseReader, base: str) -> None:
        self._glossary, self._reader, self._base = glossary, reader, base
        self._mentions = Mentions(glossary)
        self._pointers = Pointers(entry for merged in glossary.merged.values() for entry in merged.entries)
        self._claims: list[tuple[str, str, str | Text, Found, Place, str]] = []
        self._questions: list[tuple[str, Asked, Place, str]] = []
        self.skipped: list[Skip] = []
        self.unsettled: list[Evidence] = []

    def add(self, entry: Entry) -> None:
        """Read an entry and note what it claims, asks and refers to."""
        key = entry.key
        full = self._glossary.merged[key].entries[0]
        for found in self._reader.read(entry, key, secondary=entry.gloss and not full.gloss):
            self._note(found, entry, key)
        topic = headword(entry)
        for table in entry.tables:
            for each in read_table(table, topic, self._reader, entry.source):
                if isinstance(each, Skip):
                    self.skipped.append(each)
                else:
                    self._note(each, entry, key)
        for reference in entry.references:
            self._refer(reference, entry, topic)
        for span in entry.spans():
            self._hyperlinks(span, entry, topic)
            self._report_long(span, entry)
        for asked in entry.questions:
            last = asked.answers[-1].starts[-1][1]
            self._questions.append(
                (key, asked, self._place(entry, asked.question.line, last), entry.language)
            )

    def _report_long(self, span: Span, entry: Entry) -> None:
        """Say which sentences were too long to be read."""
        for sentence in sentences(span, entry.language) if len(span.text) > LONGEST else ():
            if len(sentence.text) > LONGEST:
                reason = f"longer than {LONGEST} characters, which is no sentence"
                self.skipped.append(Skip(entry.source, sentence.first, sentence.text[:80], reason))

    def _place(self, entry: Entry, first: int, last: int) -> Place:
        return Place(source_iri(entry.source, self._base), first, last)

    def _note(self, found: Found, entry: Entry, key: str) -> None:
        """Link both ends of a claim; one that could mean several terms is left open and reported."""
        claim = found.claim._replace(
            subject=self._settled(found.claim.subject, entry, key),
            object=self._settled(found.claim.object, entry, key),
        )
        unclear = [end.text for end in (claim.subject, claim.object) if len(end.keys) > 1]
        if unclear:
            reason = f"'{unclear[0]}' can mean several terms"
            self.skipped.append(Skip(entry.source, found.first, found.quote, reason))
            self.unsettled.append(self._unsettled(found._replace(claim=claim), entry))
            return
        place = self._place(entry, found.first, found.last)
        subject = self._end(claim.subject, claim, 0, place)
        target = (
            Text(claim.object.text) if claim.relation.literal else self._end(claim.object, claim, 1, place)
        )
        if subject != target:
            self._claims.append(
                (subject, claim.relation.iri, target, found._replace(claim=claim), place, entry.language)
            )

    def _unsettled(self, found: Found, entry: Entry) -> Evidence:
        """Give a claim that is left open as evidence whose ends are names in place of IRIs."""
        claim, merged = found.claim, self._glossary.merged
        ends = (claim.subject, claim.object)
        named = [merged[end.keys[0]].label if len(end.keys) == 1 else end.text for end in ends]
        meanings = sorted({merged[key].label for end in ends if len(end.keys) > 1 for key in end.keys})
        return Evidence(
            Statement(named[0], claim.relation.iri, named[1]),
            Text(found.quote, entry.language),
            self._place(entry, found.first, found.last),
            claim.qualifiers,
            claim.negative,
            rule=f"{UNSETTLED}{' or '.join(meanings)}",
        )

    def _settled(self, phrase: Phrase, entry: Entry, key: str) -> Phrase:
        """Choose among the terms a name can mean: the headword itself, or the only one of the same document."""
        if len(phrase.keys) < 2:
            return phrase
        here = [
            k for k in phrase.keys if any(e.source == entry.source for e in self._glossary.merged[k].entries)
        ]
        chosen = (key,) if key in phrase.keys else tuple(here) if len(here) == 1 else phrase.keys
        return phrase._replace(keys=chosen)

    def _end(self, phrase: Phrase, claim: Claim, side: int, place: Place) -> str:
        classes = self._reader.classifier.of_phrase(phrase)
        wanted = (claim.relation.domain, claim.relation.range)[side]
        if set(wanted) == {RG + "Organization", RG + "Sector"} and phrase.text[:1].isupper():
            wanted = (RG + "Organization",)
        guessed = not classes or (classes == (RG + "Activity",) and not phrase.keys)
        sure = guessed and len(wanted) == 1
        return self._mentions.key(phrase, wanted if sure else classes, place, weight=3 if sure else 1)

    # --- references ------------------------------------------------------------------------------------------

    def _refer(self, reference: Reference, entry: Entry, topic: Phrase) -> None:
        """Link an entry to one that it names: "See X" as a synonym, a related term as related."""
        related = Reading(self._reader.relation("synonymOf" if reference.redirect else "related"), False)
        reading = reference.reading or related
        rule = "label field" if reference.reading else "see" if reference.redirect else "see also"
        targets = self._linked(reference) or self._named(reference.name, entry.language)
        if not targets:
            text = reference.name.strip(" .")
            head = text.lower().split()[-1] if text else ""
            mention = Phrase(text, "noun", head, language=entry.language)
            self._relate_phrase((reading, rule), mention, reference.span, entry, topic)
        for target in targets:
            if target != topic.keys[0]:
                self._relate((reading, rule), target, reference.span, entry, topic)

    def _linked(self, reference: Reference) -> list[str]:
        """Give the key of the entry that the hyperlink under a name leads to."""
        links = [link for link in reference.span.links if _names(reference, link)]
        return [key for link in links if (key := self._reader.hyperlinks.key(link.target))]

    def _named(self, name: str, language: str) -> list[str]:
        """Give the keys of the entries that a name means; "CRM and ERP" means two."""
        head = read_head(name)
        for text in (name, head.label, *head.abbreviations):
            if fold(text, language) in self._glossary.merged:
                return [fold(text, language)]
        if primary(language) != "en":
            return self._reader.plain(language).named(name)
        tokens = self._reader.tagged(name)
        sure = all(token.tag in "TC," and len(token.keys) == (token.tag == Tag.TERM) for token in tokens)
        return [token.keys[0] for token in tokens if token.keys] if sure else []

    def _hyperlinks(self, span: Span, entry: Entry, topic: Phrase) -> None:
        for link in span.links:
            target = self._reader.hyperlinks.key(link.target)
            relates = self._pointers.relates(span, link, entry.source)
            if target and target != topic.keys[0] and relates:
                related = Reading(self._reader.relation("related"), False)
                sentence = _sentence_at(span, link.start, entry.language)
                self._relate((related, "hyperlink"), target, sentence, entry, topic)

    def _relate(self, by: tuple[Reading, str], target: str, span: Span, entry: Entry, topic: Phrase) -> None:
        whole = headword(self._glossary.merged[target].entries[0])
        self._relate_phrase(by, whole, span, entry, topic)

    def _relate_phrase(
        self, by: tuple[Reading, str], target: Phrase, span: Span, entry: Entry, topic: Phrase
    ) -> None:
        """Note that the headword is related to a phrase; ``by`` is the relation and the rule that found it."""
        reading, rule = by
        claim = Claim(topic, reading.relation, target, rule=rule)
        claim = claim.turned() if reading.inverse else claim
        self._note(Found(claim, span.text, span.line, span.starts[-1][1]), entry, topic.keys[0])

    # --- the record ------------------------------------------------------------------------------------------

    def _iris(self) -> dict[str, str]:
        entries = {key: merged.label for key, merged in self._glossary.merged.items()}
        return assign_iris(entries, self._mentions.names(), self._base)

    def terms(self) -> list[Term]:
        """Give all terms, entries and mentions, ordered by IRI."""
        iris = self._iris()
        found = [*self._entries(iris), *self._mentions.terms(iris)]
        return sorted(found, key=lambda term: term.iri)

    def _entries(self, iris: dict[str, str]) -> Iterator[Term]:
        for key, merged in self._glossary.merged.items():
            entries = merged.entries
            full = [entry for entry in entries if not entry.gloss] or list(entries)
            label, translations = self._labels(merged.label, entries)
            yield Term(
                iris[key],
                label,
                _texts((name, entry.language) for entry in entries for name in entry.abbreviations),
                _texts((name, entry.language) for entry in entries for name in entry.alternatives),
                _texts(definition for entry in full for definition in _definitions(entry)),
                self._glossary.classes[key],
                places=tuple(sorted({self._place(entry, entry.first, entry.last) for entry in entries})),
                translations=translations,
            )

    def _labels(self, label: str, entries: Sequence[Entry]) -> tuple[Text, tuple[Text, ...]]:
        """Give the label of a term in the main language of the graph, if it has one there, and those in others."""
        own = Text(label, entries[0].language)
        others = ((entry.label, entry.language) for entry in entries if entry.language != own.language)
        told = _texts([*others, *(pair for entry in entries for pair in entry.translations)])
        texts = sorted(
            {own, *told}, key=lambda text: (language_rank(text.language, self.language), text != own)
        )
        return texts[0], tuple(texts[1:])

    @cached_property
    def language(self) -> str:
        """The language of most entries, the first in the alphabet among equals."""
        counts = Counter(entry.language for each in self._glossary.merged.values() for entry in each.entries)
        return min(counts, key=lambda tag: (-counts[tag], tag), default="")

    def collections(self) -> list[Collection]:
        """Give the groups that category headings make of entries, ordered by IRI."""
        iris = self._iris()
        members: dict[str, set[str]] = {}
        labels: dict[str, Text] = {}
        for key, merged in self._glossary.merged.items():
            for entry in merged.entries:
                for name in entry.collections:
                    iri = f"{self._base}collection/{slug(name)}"
                    labels.setdefault(iri, Text(name, entry.language))
                    members.setdefault(iri, set()).add(iris[key])
        return [Collection(iri, labels[iri], tuple(sorted(members[iri]))) for iri in sorted(members)]

    def evidence(self) -> list[Evidence]:
        """Give the evidence of all claims, ordered; a link beside a hierarchical relation is left out (SKOS S27)."""
        iris = self._iris()
        hierarchical = {
            frozenset((subject, target))
            for subject, _, target, found, _, _ in self._claims
            if found.claim.relation.name == "broader" and isinstance(target, str)
        }
        found_evidence = (
            self._evidence(claim, iris)
            for claim in self._claims
            if claim[3].claim.relation.name != "related"
            or frozenset((claim[0], claim[2])) not in hierarchical
        )
        return sorted(surest(found_evidence), key=_order)

    def _evidence(
        self, noted: tuple[str, str, str | Text, Found, Place, str], iris: dict[str, str]
    ) -> Evidence:
        subject, relation, target, found, place, language = noted
        statement = Statement(
            iris[subject], relation, iris[target] if not isinstance(target, Text) else target
        )
        claim = found.claim
        signs_found = signs(claim, found.quote, self._reader.classifier.of_phrase)
        sure = confidence(claim.rule, signs_found)
        quoted = Text(found.quote, language)
        return Evidence(statement, quoted, place, claim.qualifiers, claim.negative, sure, claim.rule)

    def questions(self) -> list[Question]:
        """Give all questions in order."""
        iris, taken, found = self._iris(), dict[str, int](), []
        for key, asked, place, language in sorted(self._questions, key=lambda each: (each[2], each[0])):
            name = slug(asked.question.text)
            taken[name] = taken.get(name, 0) + 1
            name = name if taken[name] == 1 else f"{name}-{taken[name]}"
            answer = "\n\n".join(span.text for span in asked.answers)
            texts = (Text(asked.question.text, language), Text(answer, language))
            found.append(Question(f"{self._base}question/{name}", iris[key], *texts, place))
        return found


def _definitions(entry: Entry) -> list[tuple[str, str]]:
    own = [(entry.definition.text, entry.language)] if entry.definition else []
    return own + entry.renderings


def _texts(pairs: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(Text(value, language) for value, language in pairs))


def _names(reference: Reference, link: Link) -> bool:
    return fold(reference.span.text[link.start : link.end]) == fold(reference.name)


def _sentence_at(span: Span, offset: int, language: str) -> Span:
    """Give the sentence around an offset, as a span."""
    for sentence in sentences(span, language):
        if sentence.start <= offset < sentence.start + len(sentence.text):
            lines = ((0, sentence.first), (max(0, len(sentence.text) - 1), sentence.last))
            return Span(sentence.text, lines)
    return span


def _order(evidence: Evidence) -> tuple[object, ...]:
    statement = evidence.statement
    target = statement.object
    text = target.value if isinstance(target, Text) else target
    return (
        statement.subject,
        statement.relation,
        text,
        evidence.place,
        evidence.negative,
        evidence.quote,
        evidence.qualifiers,
    )
