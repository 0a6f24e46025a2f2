"""Reads the text of an entry: every sentence, item, answer and table row, for what it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.foreign.plain import PlainReader
from rolegraph.extraction.forms.patterns import read_pair
from rolegraph.extraction.forms.sections import Announcer
from rolegraph.extraction.grammar import constructions, contrasts
from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.claims import Claim, Found, without_known, without_rivals
from rolegraph.extraction.grammar.clauses import ClauseReader
from rolegraph.extraction.grammar.cues import Cues, Reading
from rolegraph.extraction.grammar.definitions import DefinitionReader, TaggedSentence
from rolegraph.extraction.grammar.denials import judged
from rolegraph.extraction.grammar.inflection import gerund
from rolegraph.extraction.grammar.insertions import nested, without_insertions
from rolegraph.extraction.grammar.lead_ins import lead_in
from rolegraph.extraction.grammar.phrases import (
    Phrase,
    read_list,
    read_noun_phrase,
    with_ampersands,
    words_before,
)
from rolegraph.extraction.grammar.scopes import term_within
from rolegraph.extraction.grammar.sentences import LONGEST, sentences
from rolegraph.extraction.grammar.tokens import Mention, Tag, Token, tag_words
from rolegraph.extraction.roles.duties import subjectless_verb
from rolegraph.extraction.roles.role_prose import RoleProse
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG, Ontology, RelationType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.extraction.forms.entries import Announced, Asked, Entry, Passage
    from rolegraph.extraction.grammar.classes import Classifier
    from rolegraph.extraction.links.hyperlinks import Hyperlinks
    from rolegraph.extraction.links.mentions import Names
    from rolegraph.readers import Span

    NamesIn = Callable[[str], Names]

__all__ = ["LONGEST", "Found", "ProseReader", "headword"]

_OPTIONAL = re.compile(
    r"\s*\(?\b(?:optional|nice to have|a plus|preferred|desirable|optionnel(?:le)?|souhaitée?|un plus|wünschenswert"
    r"|von vorteil|opcional|deseable|valorable)\b\)?",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"^(?:\d+\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?)?(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|understanding|command|proficiency|familiarity)\s+(?:with|in|of|using)\s+",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:the same (?:thing )?as|same as|identical to|equal to)\b", re.IGNORECASE)


def headword(entry: Entry) -> Phrase:
    """Give the phrase that names an entry."""
    label, keys = entry.label, (entry.key,)
    head = label.lower().split()[-1] if label.split() else ""
    return Phrase(label, "noun", head, keys, keys, language=entry.language)


class ProseReader:
    """Reads entries by the cues of an ontology and the names of all terms."""

    def __init__(
        self, ontology: Ontology, names: NamesIn, classifier: Classifier, hyperlinks: Hyperlinks
    ) -> None:
        self.ontology, self.classifier, self.hyperlinks = ontology, classifier, hyperlinks
        self.names, self._names_in = names("en"), names
        self._plain: dict[str, PlainReader] = {}
        self.cues = Cues(ontology.relation_types.values())
        self.announcer = Announcer(ontology)
        self._roles = RoleProse(self)

    def read(self, entry: Entry, key: str, *, secondary: bool = False) -> Iterator[Found]:
        """Give what the passages and answers of an entry claim.

        A ``secondary`` entry, a gloss beside a full entry elsewhere, tells relations but no genus.
        """
        topic = headword(entry)
        english = primary(entry.language) == "en"
        read = self._passage if english else self._plainly
        for passage in entry.passages:
            defining = passage.gloss or passage.span == entry.definition
            if steps := list(self._roles.paths.read(passage, entry.language)):
                yield from steps
                continue
            for found in read(passage, topic, defining=defining, secondary=secondary):
                yield found._replace(claim=found.claim._replace(negative=True)) if passage.denied else found
        for asked in entry.questions:
            if english:
                yield from self._answered(asked, topic)
            else:
                for span in asked.answers:
                    yield from self._plain_text(span, topic)

    def _passage(
        self, passage: Passage, topic: Phrase, *, defining: bool, secondary: bool
    ) -> Iterator[Found]:
        if passage.role and not passage.example:
            yield from (found for found in self._roles.read(passage, topic) if _sound(found.claim))
            return
        if passage.announced:
            yield from self._announced(passage, passage.announced, topic)
        if passage.example and passage.item:
            yield from self._example(passage, topic)
            return
        if passage.announced and passage.item and _is_one_line(passage):
            return
        for found in self._text(passage.span, topic, defining=defining):
            if not secondary or found.claim.relation.name != "broader":
                yield found

    def plain(self, language: str) -> PlainReader:
        """Give the reader of another language than English."""
        language = primary(language)
        if language not in self._plain:
            names = self._names_in(language)
            self._plain[language] = PlainReader(language, self.ontology, names, self.classifier)
        return self._plain[language]

    def _plainly(
        self, passage: Passage, topic: Phrase, *, defining: bool, secondary: bool
    ) -> Iterator[Found]:
        """Read a passage in another language than English."""
        if passage.role and not passage.example:
            yield from (found for found in self._roles.read(passage, topic) if _sound(found.claim))
            return
        if passage.announced:
            yield from self._announced(passage, passage.announced, topic)
        if passage.announced and passage.item and _is_one_line(passage, topic.language):
            return
        for found in self._plain_text(passage.span, topic, defining=defining):
            if not (secondary and found.claim.relation.name == "broader"):
                yield found

    def _plain_text(self, span: Span, topic: Phrase, *, defining: bool = False) -> Iterator[Found]:
        reader = self.plain(topic.language)
        for number, sentence in enumerate(sentences(span, topic.language)):
            if len(sentence.text) <= LONGEST:
                for claim in reader.claims(sentence.text, topic, defining=defining and not number):
                    if _sound(claim):
                        yield Found(claim, sentence.text, sentence.first, sentence.last)

    def tagged(
        self, text: str, linked: Sequence[Mention] = (), *, opens_with_verb: bool = False
    ) -> list[Token]:
        """Tag the words of a text; ``linked`` are words that hyperlinks explain."""
        tokens = tag_words(text, self.names, self.cues.verbs, linked, opens_with_verb=opens_with_verb)
        tokens = [token._replace(tag=Tag.GERUND) if _opens_aside(token) else token for token in tokens]
        return with_ampersands(tokens)

    # --- sentences -----------------------------------------------------------------------------------------

    def addressed(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Read prose on the page of a role, in which "you" is the role."""
        yield from self._text(span, topic, addressed=True)

    def _text(
        self, span: Span, topic: Phrase, *, defining: bool = False, addressed: bool = False
    ) -> Iterator[Found]:
        previous: Phrase | None = None
        for number, sentence in enumerate(sentences(span)):
            if len(sentence.text) > LONGEST:
                continue
            opening = subjectless_verb(sentence.text) if defining else None
            links = list(self.hyperlinks.mentions(span, sentence))
            tokens = self.tagged(sentence.text, links, opens_with_verb=opening is not None)
            tokens = [_as_role(token, topic) for token in tokens] if addressed else tokens
            bare = defining and (not number or opening is not None)
            reader = _SentenceReader(self, tokens, topic, previous, subjectless=bare, defining=defining)
            claims = reader.claims()
            for claim in self._roles.of_gloss(claims, sentence.text, opening, topic) if defining else claims:
                if _sound(claim):
                    claim = judged(claim, reader.main, sentence.text)
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
        reading = announced.reading(self.ontology)
        optional = (("optional", "true"),) if _OPTIONAL.search(text) else ()
        if primary(topic.language) == "en":
            listed = self._listed(passage)
        else:
            reading, listed = self.plain(topic.language).below(reading, _OPTIONAL.sub("", text))
        for phrase in listed:
            context = ("context", f"under “{announced.heading}”")
            claim = Claim(topic, reading.relation, phrase, (context, *optional), rule="heading")
            claim = claim.turned() if reading.inverse else claim
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
            relation = self.relation("employs" if employs else "exampleOf")
            claim = Claim(named, relation, topic, context, rule="example heading")
            if _sound(claim):
                yield Found(claim, passage.span.text, passage.span.line, passage.span.starts[-1][1])
        yield from self._told_of_example(passage, topic)

    def _named_examples(self, span: Span) -> list[Phrase]:
        """Give the proper names that an example is about: its head, or what its sentence begins with."""
        pair = read_pair(span)
        tokens = self.tagged(pair.head if pair else span.text)
        start, _ = lead_in(tokens)
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
                claim = Claim(topic, announced.relation, phrase, rule="question")
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
            claim = Claim(left, self.relation("distinctFrom"), right, rule="question")
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
        defining: bool,
    ) -> None:
        self.reader, self.topic = reader, topic
        self.subject: Phrase | None = None
        self.whole, insertions = without_insertions(tokens)
        start, self.qualifiers = lead_in(self.whole)
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
        self.definition = DefinitionReader(
            TaggedSentence(tokens, self.main, self.insertions, topic, self.subjectless, defining),
            self.clauses.subjects,
            reader.relation,
            self._acts,
        )

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence; what it says of the headword goes before rival readings."""
        defined = list(self.definition.genus(self.matches))
        turns = list(self.definition.turns())
        found = list(without_rivals([*defined, *turns, *self._all_claims()], turns))
        yield from found
        if not any(claim.rule == "formula" for claim in turns):
            yield from without_known(self.definition.scopes(), found)

    def _all_claims(self) -> Iterator[Claim]:
        for claim in self.clauses.claims(self.matches):
            if self.definition.has_other_examples(claim):
                continue
            if claim.relation.name == "appliesTo":
                claim = claim._replace(object=term_within(self.main, claim.object))
            yield claim._replace(qualifiers=tuple(sorted({*claim.qualifiers, *self.qualifiers})))
        subject = self.clauses.subjects.standing[0] if self.clauses.subjects.standing else None
        self.subject = subject
        for rule, claims in self._constructions(subject):
            yield from (claim._replace(rule=claim.rule or rule) for claim in claims)

    def _constructions(self, subject: Phrase | None) -> Iterator[tuple[str, Iterator[Claim]]]:
        """Give what turns of phrase without a cue claim, each with the name of its rule."""
        relation, is_role = self.reader.relation, self.reader.is_role
        for main, insertions in [(self.main, self.insertions), *nested(self.insertions)]:
            yield "insertion", constructions.insertion_claims(main, insertions, relation)
        yield "employer", constructions.employments(self.whole, relation, is_role)
        yield "sector", constructions.firms(self.clauses.learned, self._sector(), relation)
        yield "activity", constructions.activities(self.main, self._cued(), subject, relation, self._acts)
        genus_end = self.clauses.subjects.genus_end
        yield "modifier", constructions.kinds(self.main, genus_end, relation, is_role)
        yield "contrast", contrasts.clauses_set_against(self.whole, relation)
        yield "insertion cue", self._glossed()
        yield "career", constructions.careers(self.main, lambda token: token.verb, relation)
        if self._acts(subject or self.topic):
            yield "time share", constructions.time_shares(self.main, relation, subject or self.topic)
        places = constructions.places(
            self.main, (genus_end, self.topic), relation, self._is_place, self._is_role
        )
        yield "place", places
        yield "time", self._times(subject)

    def _glossed(self) -> Iterator[Claim]:
        """Read what brackets say of the noun before them: "loose coupling (the opposite of tight coupling)"."""
        for insertion in self.insertions:
            owner, _ = words_before(self.main, insertion.after)
            if insertion.sign == "(" and owner is not None and owner.keys:
                classes = self.reader.classifier.of_phrase
                inner = ClauseReader(insertion.tokens, (), owner, None, classes, subjectless=True)
                for claim in inner.claims(self.reader.cues.find(insertion.tokens)):
                    if claim.relation.name != "exampleOf" or claim.subject.keys:
                        yield claim._replace(rule="insertion cue", cue=-1)

    def _cued(self) -> frozenset[int]:
        return frozenset(match.start for match in self.matches)

    def _acts(self, phrase: Phrase) -> bool:
        agents = {RG + name for name in ("Role", "Team", "Organization")}
        return bool(agents & set(self.clauses.classes(phrase)))

    def _is_place(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the name of a place."""
        return phrase.text[:1].isupper() and RG + "Place" in self.clauses.classes(phrase)

    def _is_role(self, phrase: Phrase) -> bool:
        return RG + "Role" in self.clauses.classes(phrase)

    def _sector(self) -> Phrase | None:
        """Give the sector that a sentence opens with: "In the BPO sector, …"."""
        before = self.whole[: len(self.whole) - len(self.main)]
        named = [token for token in before if token.keys]
        sectoral = any(token.lower in ("sector", "industry") for token in before)
        if not sectoral or len(named) != 1:
            return None
        return Phrase(named[0].text, "noun", named[0].lower, named[0].keys, named[0].keys)

    def _times(self, subject: Phrase | None) -> Iterator[Claim]:
        about = subject or (self.topic if self.subjectless else None)
        if about is not None and about.keys:
            text = " ".join(token.text for token in self.whole)
            yield from constructions.times(text, about, self.reader.relation)


def _opens_aside(token: Token) -> bool:
    """Tell "using" and "including", which open a phrase, from a gerund that is part of a name."""
    return token.tag == Tag.WORD and token.lower in ("using", "including")


def _as_role(token: Token, topic: Phrase) -> Token:
    """Take "you" for the role that a page speaks of."""
    you = token.tag == Tag.PRONOUN and token.lower.replace("’", "'").split("'")[0] == "you"
    return token._replace(tag=Tag.TERM, keys=topic.keys) if you else token


def _is_proper(text: str) -> bool:
    """Tell whether every word of a name has a capital, "&" and "of" apart."""
    return all(word[:1].isupper() or word in ("&", "of", "and") for word in text.split())


def _is_one_line(passage: Passage, language: str = "en") -> bool:
    """Tell an item that a heading has said all of from one that goes on to tell more."""
    return read_pair(passage.span) is None and len(list(sentences(passage.span, language))) == 1


def _bare_list(tokens: Sequence[Token]) -> list[Phrase]:
    """Give the phrases of a sentence that is nothing but a list."""
    verbs = [number for number, token in enumerate(tokens) if token.tag in (Tag.VERB, Tag.AUXILIARY)]
    if any(not number or tokens[number - 1].lower != "to" for number in verbs):
        return []  # "judgment to say no" has no verb but an infinitive
    phrases, _ = read_list(tokens, 0)
    return phrases


def _sound(claim: Claim) -> bool:
    """Tell whether both ends name something, and two things."""
    if claim.subject.text.lower() == claim.object.text.lower():
        return False
    if claim.subject.keys and claim.subject.keys == claim.object.keys:
        return False
    if (
        claim.relation.name == "exampleOf"
        and claim.subject.form == "gerund"
        and " " not in claim.subject.text
    ):
        return False
    if claim.relation.name == "broader" and claim.object.head in en.LIGHT_HEADS - en.GENUS_LIGHT:
        return _names_something(claim.subject)
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
    longest = (8 if phrase.form == "noun" else 10) + 4 * (primary(phrase.language) != "en")
    empty = en.STAND_INS | en.PRONOUNS | en.LIGHT_HEADS | en.EMPTY_HEADS | en.EVALUATIVE | en.PLAIN_ADJECTIVES
    adjective = len(words) == 1 and words[0].endswith(("able", "ible", "ous", "ful", "less", "ernal"))
    return not (len(words) == 1 and words[0] in empty) and len(words) <= longest and not adjective
