"""Reads the text of an entry: every sentence, item, answer and table row, for what it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction import constructions, genus
from rolegraph.extraction import english as en
from rolegraph.extraction.claims import Claim
from rolegraph.extraction.clauses import ClauseReader
from rolegraph.extraction.cues import Cues, Reading
from rolegraph.extraction.inflection import gerund
from rolegraph.extraction.insertions import nested, without_insertions
from rolegraph.extraction.patterns import read_pair
from rolegraph.extraction.phrases import Phrase, read_list, read_noun_phrase, words_before
from rolegraph.extraction.sections import Announcer
from rolegraph.extraction.sentences import sentences
from rolegraph.extraction.tokens import Mention, Tag, Token, tag_words
from rolegraph.ontology import RG, Ontology, RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.classes import Classifier
    from rolegraph.extraction.entries import Announced, Asked, Entry, Passage
    from rolegraph.extraction.hyperlinks import Hyperlinks
    from rolegraph.extraction.mentions import Names
    from rolegraph.readers import Span

__all__ = ["LONGEST", "Found", "ProseReader", "headword"]

LONGEST = (
    3000  # characters: what is longer is no sentence, and its grammar would cost the square of its length
)
_OPTIONAL = re.compile(r"\s*\(?\b(?:optional|nice to have|a plus|preferred|desirable)\b\)?", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"^(?:\d+\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?)?(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|understanding|command|proficiency|familiarity)\s+(?:with|in|of|using)\s+",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:the same (?:thing )?as|same as|identical to|equal to)\b", re.IGNORECASE)


class Found(NamedTuple):
    """A claim, the sentence it was found in, and the lines that the sentence stands on."""

    claim: Claim
    quote: str
    first: int
    last: int


def headword(label: str, key: str) -> Phrase:
    """Give the phrase that names an entry."""
    return Phrase(label, "noun", label.lower().split()[-1] if label.split() else "", (key,), (key,))


class ProseReader:
    """Reads entries by the cues of an ontology and the names of all terms."""

    def __init__(
        self, ontology: Ontology, names: Names, classifier: Classifier, hyperlinks: Hyperlinks
    ) -> None:
        self.ontology, self.names, self.classifier, self.hyperlinks = ontology, names, classifier, hyperlinks
        self.cues = Cues(ontology.relation_types.values())
        self.announcer = Announcer(ontology)

    def read(self, entry: Entry, key: str, *, secondary: bool = False) -> Iterator[Found]:
        """Give what the passages and answers of an entry claim.

        A ``secondary`` entry, a gloss beside a full entry elsewhere, tells relations but no genus.
        """
        topic = headword(entry.label, key)
        for passage in entry.passages:
            if passage.announced:
                yield from self._announced(passage, passage.announced, topic)
            if passage.example and passage.item:
                yield from self._example(passage, topic)
                continue
            if passage.announced and passage.item and _is_one_line(passage):
                continue
            defining = passage.gloss or passage.span == entry.definition
            for found in self._text(passage.span, topic, defining=defining):
                if not secondary or found.claim.relation.name != "broader":
                    yield found
        for asked in entry.questions:
            yield from self._answered(asked, topic)

    def tagged(self, text: str, linked: Sequence[Mention] = ()) -> list[Token]:
        """Tag the words of a text; ``linked`` are words that hyperlinks explain."""
        return tag_words(text, self.names, self.cues.verbs, linked)

    # --- sentences -----------------------------------------------------------------------------------------

    def _text(self, span: Span, topic: Phrase, *, defining: bool = False) -> Iterator[Found]:
        previous: Phrase | None = None
        for number, sentence in enumerate(sentences(span)):
            if len(sentence.text) > LONGEST:
                continue
            tokens = self.tagged(sentence.text, list(self.hyperlinks.mentions(span, sentence)))
            reader = _SentenceReader(self, tokens, topic, previous, subjectless=defining and not number)
            for claim in reader.claims():
                if _sound(claim):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)
            previous = reader.subject if reader.subject and reader.subject.keys else None

    def relation(self, name: str) -> RelationType:
        """Give a relation type of the ontology by name."""
        return self.ontology.relation_type(name)

    def is_role(self, token: Token) -> bool:
        """Tell whether a word names a role."""
        if not token.keys:
            return False
        phrase = Phrase(token.text, "noun", token.lower, token.keys)
        return RG + "Role" in self.classifier.of_phrase(phrase)

    # --- lists that a heading or a question announces --------------------------------------------------------

    def _announced(self, passage: Passage, announced: Announced, topic: Phrase) -> Iterator[Found]:
        """Read an item below a heading; the heading is its context, since the item alone does not tell the relation."""
        text = passage.span.text
        relation, inverse = self.ontology.relation_types[announced.relation], announced.inverse
        optional = (("optional", "true"),) if _OPTIONAL.search(text) else ()
        for phrase in self._listed(passage):
            claim = Claim(topic, relation, phrase, (("context", f"under “{announced.heading}”"), *optional))
            claim = claim.turned() if inverse else claim
            if _sound(claim):
                line = passage.span.line
                yield Found(claim, text, line, passage.span.starts[-1][1])

    def _example(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Spotify: every squad has a PM", or "Infosys and Wipro run …", in a section of examples.

        The organisation employs a role; what is no role has the organisation as its example.
        """
        context = (("context", f"under “{passage.example}”"),)
        employs = RG + "Role" in self.classifier.of_phrase(topic)
        for named in self._named_examples(passage.span):
            claim = Claim(named, self.relation("employs" if employs else "exampleOf"), topic, context)
            if _sound(claim):
                yield Found(claim, passage.span.text, passage.span.line, passage.span.starts[-1][1])
        yield from self._told_of_example(passage, topic)

    def _named_examples(self, span: Span) -> list[Phrase]:
        """Give the proper names that an example is about: its head, or what its sentence begins with."""
        pair = read_pair(span)
        tokens = self.tagged(pair.head if pair else span.text)
        start, _ = _lead_in(tokens)
        phrases, end = read_list(tokens[start:], 0, as_subject=True)
        phrases = [phrase._replace(start=-1) for phrase in phrases]
        whole = end >= len(tokens[start:]) or not pair
        named = [
            phrase
            for phrase in phrases
            if not phrase.keys and not phrase.determiner and _is_proper(phrase.text)
        ]
        return named if whole and len(named) == len(phrases) else []

    def _told_of_example(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read what an example goes on to tell; it holds there and not of every headword."""
        pair = read_pair(passage.span)
        span = pair.definition if pair and pair.definition else passage.span
        place = (("context", f"at {pair.head}"),) if pair and self._named_examples(passage.span) else ()
        for found in self._text(span, topic):
            claim = found.claim._replace(qualifiers=tuple(sorted({*found.claim.qualifiers, *place})))
            yield found._replace(claim=claim)

    def _listed(self, passage: Passage) -> list[Phrase]:
        """Give what an item, or a paragraph without a verb, lists."""
        pair = read_pair(passage.span)
        text = _OPTIONAL.sub("", pair.head if pair else passage.span.text).strip(" .;")
        text = _EXPERIENCE.sub("", text)
        announced = passage.announced and self.ontology.relation_types[passage.announced.relation]
        if announced and RG + "Activity" in announced.range:
            text = self._as_activities(text)
        tokens = self.tagged(text)
        if not passage.item and not pair:
            return _bare_list(tokens)
        phrases, end = read_list(tokens, 0)
        if phrases and phrases[0].form == "gerund":
            return [phrase for phrase in phrases if phrase.form != "noun"]
        if phrases and end >= len(tokens):
            return phrases
        return [Phrase(text, "noun", tokens[-1].lower)] if tokens and len(text.split()) <= 8 else phrases[:1]

    def _as_activities(self, text: str) -> str:
        """Turn the verbs of a duty into gerunds: "Monitor pipelines and fix failures" tells two activities."""
        words = text.split(" ")
        verb = words[0].lower()
        determined = len(words) > 1 and words[1].lower() in en.DETERMINERS
        if len(words) < 2 or self.cues.verbs.get(verb) != verb or (verb in en.NOUNS_FIRST and not determined):
            return text
        for number, word in enumerate(words):
            opens = not number or words[number - 1] == "and" or words[number - 1].endswith(",")
            goes_on = number + 1 < len(words) and words[number + 1] != "and"
            clear = not number or (word not in en.NOUNS_FIRST and goes_on)
            if opens and clear and self.cues.verbs.get(word.lower()) == word.lower():
                words[number] = gerund(word.lower())
        return " ".join(words)

    def _answered(self, asked: Asked, topic: Phrase) -> Iterator[Found]:
        """Read the answers to a question, and what the question itself claims when the answer is yes or no."""
        yield from self._compared(asked)
        announced = self.announcer.asked(asked.question.text)
        for span in asked.answers:
            if announced:
                yield from self._listed_in_answer(span, announced, topic)
            yield from self._text(span, topic)

    def _listed_in_answer(self, span: Span, announced: Reading, topic: Phrase) -> Iterator[Found]:
        for sentence in sentences(span):
            for phrase in _bare_list(self.tagged(sentence.text.rstrip("."))):
                claim = Claim(topic, announced.relation, phrase)
                claim = claim.turned() if announced.inverse else claim
                if _sound(claim):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)

    def _compared(self, asked: Asked) -> Iterator[Found]:
        """Read "Is an X the same as a Y?" with its "No."."""
        answer = next(iter(sentences(asked.answers[0])))
        same = _SAME.search(asked.question.text)
        if not same or not answer.text.lower().startswith("no"):
            return
        left, _ = read_noun_phrase(self.tagged(asked.question.text[: same.start()]), 1)
        right, _ = read_noun_phrase(self.tagged(asked.question.text[same.end() :]), 0)
        if left and right:
            claim = Claim(left, self.relation("distinctFrom"), right)
            yield Found(claim, asked.question.text, asked.question.line, answer.last)


class _SentenceReader:
    """Reads one sentence; ``subject`` is the last subject it found."""

    def __init__(
        self,
        reader: ProseReader,
        tokens: Sequence[Token],
        topic: Phrase,
        previous: Phrase | None,
        *,
        subjectless: bool,
    ) -> None:
        self.reader, self.topic = reader, topic
        self.subject: Phrase | None = None
        self.whole, insertions = without_insertions(tokens)
        start, self.qualifiers = _lead_in(self.whole)
        self.main = self.whole[start:]
        self.matches = reader.cues.find(self.main)
        self.subjectless = subjectless and not start
        self.insertions = [
            each._replace(after=each.after - start) for each in insertions if each.after > start
        ]
        self.clauses = ClauseReader(
            self.main,
            self.insertions,
            topic,
            previous,
            reader.classifier.of_phrase,
            subjectless=self.subjectless,
        )

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence."""
        relation = self.reader.relation
        yield from self._genus()
        for claim in self.clauses.claims(self.matches):
            yield claim._replace(qualifiers=tuple(sorted({*claim.qualifiers, *self.qualifiers})))
        subject = self.clauses.subjects.standing[0] if self.clauses.subjects.standing else None
        self.subject = subject
        for main, insertions in [(self.main, self.insertions), *nested(self.insertions)]:
            yield from constructions.insertion_claims(main, insertions, relation)
        yield from constructions.employments(self.whole, relation, self.reader.is_role)
        yield from constructions.firms(self.clauses.learned, self._sector(), relation)
        yield from constructions.activities(self.main, self._cued(), subject, relation, self._acts)
        yield from constructions.kinds(
            self.main, self.clauses.subjects.genus_end, relation, self.reader.is_role
        )
        yield from constructions.contrasts(self.whole, relation)
        yield from self._glossed()
        yield from constructions.careers(self.main, lambda token: token.verb, relation)
        if self._acts(subject or self.topic):
            yield from constructions.time_shares(self.main, relation, subject or self.topic)
        genus_place = (self.clauses.subjects.genus_end, self.topic)
        yield from constructions.places(self.main, genus_place, relation, self._is_place)
        yield from self._times(subject)

    def _glossed(self) -> Iterator[Claim]:
        """Read what brackets say of the noun before them: "loose coupling (the opposite of tight coupling)"."""
        for insertion in self.insertions:
            owner, _ = words_before(self.main, insertion.after)
            if insertion.sign == "(" and owner is not None and owner.keys:
                classes = self.reader.classifier.of_phrase
                inner = ClauseReader(insertion.tokens, (), owner, None, classes, subjectless=True)
                yield from inner.claims(self.reader.cues.find(insertion.tokens))

    def _cued(self) -> frozenset[int]:
        return frozenset(match.start for match in self.matches)

    def _acts(self, phrase: Phrase) -> bool:
        agents = {RG + name for name in ("Role", "Team", "Organization")}
        return bool(agents & set(self.clauses.classes(phrase)))

    def _is_place(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the name of a place."""
        return phrase.text[:1].isupper() and RG + "Place" in self.clauses.classes(phrase)

    def _sector(self) -> Phrase | None:
        """Give the sector that a sentence opens with: "In the BPO sector, …"."""
        before = self.whole[: len(self.whole) - len(self.main)]
        named = [token for token in before if token.keys]
        sectoral = any(token.lower in ("sector", "industry") for token in before)
        if not sectoral or len(named) != 1:
            return None
        return Phrase(named[0].text, "noun", named[0].lower, named[0].keys, named[0].keys)

    def _genus(self) -> Iterator[Claim]:
        """Read the genus, of a definition or of any sentence that says what the headword is."""
        start = genus.definition_start(self.main, self.topic.keys[0])
        if start is None or (start == 0 and not self.subjectless):
            return
        phrase, end = genus.read_genus(self.main, start)
        self.clauses.subjects.genus_end = end
        if any(not cue.verbal and start <= cue.start < end for cue in self.matches):
            return
        if phrase is None or phrase.keys == self.topic.keys or phrase.head in en.STAND_INS:
            return
        if genus.is_group(self.main[start : phrase.start], phrase):
            yield Claim(phrase, self.reader.relation("partOf"), self.topic)
        else:
            yield Claim(self.topic, self.reader.relation("broader"), phrase)

    def _times(self, subject: Phrase | None) -> Iterator[Claim]:
        about = subject or (self.topic if self.subjectless else None)
        if about is not None and about.keys:
            text = " ".join(token.text for token in self.whole)
            yield from constructions.times(text, about, self.reader.relation)


def _is_proper(text: str) -> bool:
    """Tell whether every word of a name has a capital, "&" and "of" apart."""
    return all(word[:1].isupper() or word in ("&", "of", "and") for word in text.split())


def _is_one_line(passage: Passage) -> bool:
    """Tell an item that a heading has said all of from one that goes on to tell more."""
    return read_pair(passage.span) is None and len(list(sentences(passage.span))) == 1


def _lead_in(tokens: Sequence[Token]) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Give the length of "At Airbnb," or "According to McKinsey," before a sentence, and what it qualifies."""
    if not tokens or not (tokens[0].tag == Tag.PREPOSITION or tokens[0].lower == "according"):
        return 0, ()
    comma = next((number for number, token in enumerate(tokens[:14]) if token.tag == ","), 0)
    inner = tokens[:comma]
    if not comma or any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in inner):
        return 0, ()
    if comma + 1 < len(tokens) and not _opens_clause(tokens[comma + 1 :]):
        return 0, ()
    text = " ".join(token.text for token in inner)
    if tokens[0].lower == "according":
        return comma + 1, (("attribution", re.sub(r"^(?i:according to)(?: the)? ", "", text)),)
    return comma + 1, (("context", text[:1].lower() + text[1:]),) if len(inner) > 1 else ()


def _opens_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause with a verb of its own follows a comma, and not the next item of a list."""
    comma = next((number for number, token in enumerate(tokens) if token.tag in ",;"), len(tokens))
    return any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE) for token in tokens[:comma])


def _bare_list(tokens: Sequence[Token]) -> list[Phrase]:
    """Give the phrases of a sentence that is nothing but a list."""
    if any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in tokens):
        return []
    phrases, _ = read_list(tokens, 0)
    return phrases


def _sound(claim: Claim) -> bool:
    """Tell whether both ends name something, and two things."""
    if claim.subject.text.lower() == claim.object.text.lower():
        return False
    if claim.subject.keys and claim.subject.keys == claim.object.keys:
        return False
    return claim.object.form == "time" or (_names_something(claim.subject) and _names_something(claim.object))


def _names_something(phrase: Phrase) -> bool:
    if phrase.keys:
        return True
    words = phrase.text.lower().split()
    if (
        phrase.text[:1].isdigit()
        or not any(letter.isalpha() for letter in phrase.text)
        or len(phrase.text) < 2
    ):
        return False
    empty = en.STAND_INS | en.PRONOUNS | en.LIGHT_HEADS | en.EMPTY_HEADS
    adjective = len(words) == 1 and words[0].endswith(("able", "ible", "ous", "ful", "less", "ernal"))
    return not (len(words) == 1 and words[0] in empty) and len(words) <= 8 and not adjective
