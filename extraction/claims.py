"""What a sentence claims: who stands in which relation to what, found by the cues of the ontology."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolegraph.extraction import english as en
from rolegraph.extraction.insertions import Insertion, enumerated
from rolegraph.extraction.phrases import (
    Phrase,
    read_clause,
    read_list,
    read_noun_phrase,
    words_before,
)
from rolegraph.extraction.tokens import Tag, Token
from rolegraph.ontology import RG, RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.cues import CueMatch, Cues, Reading

__all__ = ["Claim", "Classes", "ClauseReader"]

Classes: TypeAlias = tuple[str, ...]
_AGENTS = frozenset(RG + name for name in ("Role", "Team", "Organization", "Sector"))

_DEFINITE = frozenset({"", "the", "this", "that", "these", "its", "their", "a", "an"})
_POINTING = frozenset({"this", "these", "that", "those", "such"})
_REFERRING = frozenset({"it", "they", "this", "these", "he", "she", "both"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where"})


class Claim(NamedTuple):
    """A relation between two phrases, with qualifiers as (name, value) pairs."""

    subject: Phrase
    relation: RelationType
    object: Phrase
    qualifiers: tuple[tuple[str, str], ...] = ()
    negative: bool = False

    def turned(self) -> Claim:
        """Exchange subject and object."""
        return self._replace(subject=self.object, object=self.subject)


class ClauseReader:
    """Reads the cues of one sentence: for each its subjects, its objects, its negation and its hedges.

    ``topic`` is the headword the text is about; ``classes`` gives the IRIs of the classes of a phrase, as far as known.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        insertions: Sequence[Insertion],
        topic: Phrase,
        previous: Phrase | None,
        classes: Callable[[Phrase], Classes],
        *,
        subjectless: bool = False,
    ) -> None:
        self.tokens, self.insertions, self.topic, self._classes = tokens, insertions, topic, classes
        self._told: dict[str, Classes] = {}
        self.learned: list[Phrase] = []
        self._measuring = False
        self._gap: Phrase | None = None
        self.referent = previous or topic
        self.subjectless = subjectless
        self.genus_end = -1
        self.clause_subjects: list[Phrase] = self._opening_subject()

    def _opening_subject(self) -> list[Phrase]:
        """Give the subject that the sentence begins with; the topic where it has none of its own."""
        if self.subjectless:
            return [self.topic]
        first = self.tokens[0] if self.tokens else None
        if first is not None and first.tag == Tag.PRONOUN:
            return [self.referent] if first.lower in _REFERRING and not self._is_expletive() else []
        if first is not None and self._is_elliptic(0):
            return [self.referent]
        phrase, end = read_noun_phrase(self.tokens, 0)
        clause = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in self.tokens[end:])
        resolved = self._resolved(phrase) if phrase and clause else None
        return [resolved] if resolved else []

    def _is_elliptic(self, position: int) -> bool:
        """Tell "Most" in "Most don't write code" from the "most" of "most managers"."""
        after = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        verb = after is not None and after.tag in (Tag.VERB, Tag.AUXILIARY, Tag.NEGATION, Tag.ADVERB)
        return verb and self.tokens[position].lower in ("most", "many", "some", "few", "all", "both")

    def classes(self, phrase: Phrase) -> Classes:
        """Give the classes of a phrase, those that this sentence tells first."""
        return self._told.get(phrase.text) or self._classes(phrase)

    def _is_expletive(self) -> bool:
        """Tell the empty "it" of "it is common to …" from one that stands for something."""
        return self.tokens[0].lower.startswith("it") and any(
            token.tag == Tag.TO for token in self.tokens[1:8]
        )

    def claims(self, cues: Cues) -> Iterator[Claim]:
        """Give the claims that the cues of the sentence make."""
        found = cues.find(self.tokens)
        for match in found:
            if match.noun:
                self._learn(match)
        for match in found:
            if match.noun and not self._is_predicate(match):
                yield from self._noun_claims(match)
            else:
                yield from filter(self._fits, self._clause_claims(match))

    def _noun_claims(self, match: CueMatch) -> Iterator[Claim]:
        """Read "metrics such as retention and churn": the phrases directly left and right of the cue."""
        end = match.start - (match.start > 0 and self.tokens[match.start - 1].tag == ",")
        left, _ = words_before(self.tokens, end)
        right, _ = read_list(self.tokens, match.end, as_subject=True)
        if (
            left is None
            or self._is_any_firm(left)
            or not self._tells(left, right)
            or not _can_have_examples(left, match)
            or left.head in en.STAND_INS
            or left.head in en.LIGHT_HEADS
        ):
            return
        for phrase in right:
            yield self._claim(match, left, phrase)

    def _is_predicate(self, match: CueMatch) -> bool:
        """Tell whether a noun cue stands behind "is", or opens a gloss, so that the subject is further left."""
        if match.start == 0:
            return self.subjectless
        return self.tokens[match.start - 1].lower in en.BE

    def _learn(self, match: CueMatch) -> None:
        """Note that the names in "firms like A and B" are names of firms."""
        left, _ = words_before(self.tokens, match.start)
        if left is not None and self._is_any_firm(left):
            for phrase in read_list(self.tokens, match.end, as_subject=True)[0]:
                self._told[phrase.text] = self.classes(left)
                self.learned.append(phrase)

    def _tells(self, left: Phrase, right: Sequence[Phrase]) -> bool:
        """Tell whether a list of examples says something: of a term, or of more than "tasks" and "properties"."""
        return " " in left.text or bool(left.keys) or any(phrase.keys for phrase in right)

    def _is_any_firm(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names no more than a class: "firms like A and B" says nothing of firms."""
        return " " not in phrase.text and not phrase.keys and any(i in _AGENTS for i in self.classes(phrase))

    def _clause_claims(self, match: CueMatch) -> Iterator[Claim]:
        self._measuring = any(reading.relation.name == "measuredBy" for reading in match.readings)
        subjects, group = self.subjects(self._predicate_start(match))
        negative = any(token.tag == Tag.NEGATION for token in group)
        qualifiers = _hedge([*group, *self.tokens[match.start : match.end]], subjects)
        for phrase, denied in list(self._objects(match)) or self._moved_object(match, group):
            for subject in subjects:
                yield self._claim(match, subject, phrase)._replace(
                    qualifiers=qualifiers, negative=negative or denied or phrase.determiner == "no"
                )

    def _claim(self, match: CueMatch, left: Phrase, right: Phrase) -> Claim:
        """Choose among the meanings of a cue the one whose domain and range suit its two ends best."""
        classes = (self.classes(left), self.classes(right))
        relation, inverse = max(match.readings, key=lambda reading: _suitability(reading, *classes))
        claim = Claim(left, relation, right)
        return claim.turned() if inverse else claim

    def _fits(self, claim: Claim) -> bool:
        """Tell whether a claim is worth making: who acts must be able to, and one end must be a known thing."""
        if claim.relation.literal and not any(letter.isdigit() for letter in claim.object.text):
            return False
        domain = claim.relation.domain
        subject = self.classes(claim.subject)
        if domain and set(domain) <= _AGENTS and not any(iri in domain for iri in subject):
            return False
        if subject and domain and not any(iri in domain for iri in subject) and set(subject) & _AGENTS:
            return False
        return bool(claim.subject.keys or claim.object.keys or set(subject) & _AGENTS)

    def _objects(self, match: CueMatch) -> Iterator[tuple[Phrase, bool]]:
        """Give the objects behind a cue, each with whether it is denied ("not feature count")."""
        tokens, start = self.tokens, self._object_start(match.end)
        if start < len(tokens) and _question_word(tokens[start]) and match.verbal:
            clause, _ = read_clause(tokens, match.start)
            if clause:
                yield clause, False
            return
        start += start < len(tokens) and tokens[start].lower == "with" and match.verbal
        denied = start < len(tokens) and tokens[start].tag == Tag.NEGATION
        phrases, end = read_list(tokens, start + denied)
        if tokens[match.start].tag == Tag.GERUND:
            phrases = [phrase for phrase in phrases if phrase.form == "noun"]
        yield from ((phrase, denied) for phrase in self._spelled_out(phrases, start, end))
        contrast = _contrast(tokens, end) if phrases else 0
        if contrast:
            yield from ((phrase, True) for phrase in read_list(tokens, contrast)[0])

    def _predicate_start(self, match: CueMatch) -> int:
        """Step back over the determiner and adjectives of "is a good example of" to its verb."""
        start = match.start
        while not match.verbal and start > 0 and self.tokens[start - 1].tag in (Tag.DETERMINER, Tag.WORD):
            start -= 1
        return start if start and self.tokens[start - 1].lower in en.BE else match.start

    def _moved_object(self, match: CueMatch, group: Sequence[Token]) -> list[tuple[Phrase, bool]]:
        """Find the object that stands before its clause: "a system (that) PMs build against or own"."""
        after = match.end
        while after < len(self.tokens) and (
            self.tokens[after].tag == Tag.ADVERB or self.tokens[after].lower in en.ADVERBIAL
        ):
            after += 1
        if not match.verbal or (after < len(self.tokens) and self.tokens[after].tag not in "C,;.P"):
            return []
        subject = match.start - len(group) - 1
        if subject >= 0 and self.tokens[subject].tag in Tag.NOUNS:
            self._gap = self.topic if self._is_behind_genus(subject) else None
        return [(self._gap, False)] if self._gap else []

    def _object_start(self, end: int) -> int:
        """Step over a second verb that shares the object: "builds and maintains pipelines"."""
        pair = [token.tag for token in self.tokens[end : end + 2]]
        return end + 2 if pair == [Tag.CONJUNCTION, Tag.VERB] else end

    def _is_behind_genus(self, subject: int) -> bool:
        """Tell whether nothing but "that" and the subject's own words stand between the genus and the subject."""
        between = self.tokens[self.genus_end : subject + 1]
        own = all(t.tag in Tag.NOUNS or t.tag == Tag.DETERMINER or t.lower in _RELATIVE for t in between)
        return 0 <= self.genus_end <= subject and own

    def _spelled_out(self, phrases: list[Phrase], start: int, end: int) -> list[Phrase]:
        """Put what an enumeration names ("three loops: A, B and C") in the place of its count, or beside its name."""
        named = enumerated(self.insertions, start, end)
        counted = bool(phrases) and phrases[-1].determiner in en.NUMBERS
        return [*(phrases[:-1] if counted and named else phrases), *named]

    def subjects(self, verb: int) -> tuple[list[Phrase], list[Token]]:
        """Find the subjects of a verb, and the words between (auxiliaries, adverbs, negations)."""
        start = verb
        while start > 0 and self.tokens[start - 1].tag in (Tag.ADVERB, Tag.AUXILIARY, Tag.NEGATION):
            start -= 1
        group = list(self.tokens[start:verb])
        found = self._subjects_before(start, verb, group)
        kept = [each for phrase in found if (each := self._resolved(phrase))]
        if kept and self.tokens[verb].tag not in (Tag.GERUND, Tag.PARTICIPLE):
            self.clause_subjects = kept
        return kept, group

    def _subjects_before(self, start: int, verb: int, group: list[Token]) -> list[Phrase]:
        previous = self.tokens[start - 1] if start else None
        if previous is None:
            return [self.topic] if self.subjectless else []
        if self._is_elliptic(start - 1):
            return [self.referent]
        if previous.tag == Tag.TO:
            return self._of_infinitive(start - 1)
        if previous.tag == Tag.PRONOUN:
            return (
                self.clause_subjects
                if start == 1
                else [self.referent]
                if previous.lower in _REFERRING
                else []
            )
        if previous.tag == Tag.CONNECTIVE:
            return self._of_relative(start - 1) if previous.lower in _RELATIVE else self._standing()
        if previous.tag in Tag.NOUNS:
            bare = not group and self.tokens[verb].tag in (Tag.GERUND, Tag.PARTICIPLE)
            return self._directly_before(start) if bare else self._of_noun(start)
        return self._standing() if previous.tag in ",CPD;" else []

    def _standing(self) -> list[Phrase]:
        """Give the subject of the clause before."""
        return self.clause_subjects

    def _of_infinitive(self, to: int) -> list[Phrase]:
        """Read "hires PMs to run platforms": who acts is PMs; "uses metrics to improve": the subject of uses."""
        phrase, _ = words_before(self.tokens, to)
        return [phrase] if phrase and self._agentive(phrase) else self._standing()

    def _agentive(self, phrase: Phrase) -> bool:
        """Tell whether a phrase can act: a role, a team, an organisation."""
        return any(iri in _AGENTS for iri in self.classes(phrase))

    def _of_relative(self, connective: int) -> list[Phrase]:
        """Find what "that", "which" or "who" stands for; the genus of a definition stands for the headword."""
        end = connective - (connective > 0 and self.tokens[connective - 1].tag == ",")
        phrase, begin = words_before(self.tokens, end)
        if phrase is None:
            return self._standing()
        return [self.topic] if end == self.genus_end or (begin == 0 and self.subjectless) else [phrase]

    def _directly_before(self, end: int) -> list[Phrase]:
        """Give the noun phrase that a participle behind it describes: "PMs running experiments"."""
        phrase, _ = words_before(self.tokens, end)
        return [phrase] if phrase else []

    def _of_noun(self, end: int) -> list[Phrase]:
        """Read the noun phrase before a verb, its coordinated partners, or the head that "of" hangs on."""
        phrase, begin = words_before(self.tokens, end)
        if begin < self.genus_end < end:
            phrase, begin = read_noun_phrase(self.tokens, self.genus_end)[0], self.genus_end
        while begin > 0 and self._hangs_on(begin - 1):
            head, head_begin = words_before(self.tokens, begin - 1)
            if head is None and begin > 1 and self.tokens[begin - 2].tag == Tag.DETERMINER:
                begin -= 2
                continue
            if head is None:
                break
            phrase, begin = head, head_begin
        if phrase is None:
            return []
        return [*self._partners(begin), phrase]

    def _hangs_on(self, position: int) -> bool:
        """Tell whether a preposition ties what follows to a noun before it; "as" and "like" open something new."""
        token = self.tokens[position]
        return token.tag == Tag.PREPOSITION and token.lower not in en.OPENING_PREPOSITIONS

    def _partners(self, begin: int) -> list[Phrase]:
        """Give the subjects joined to the left by "and" and commas, where no verb stands before them."""
        partners: list[Phrase] = []
        position = begin
        while position > 0 and self.tokens[position - 1].tag in "C,":
            end = position - 1
            end -= end > 0 and self.tokens[end - 1].tag == "," and self.tokens[end].tag == Tag.CONJUNCTION
            phrase, position = words_before(self.tokens, end)
            if phrase is None:
                return []
            partners.insert(0, phrase)
        opens = (
            position == 0
            or self.tokens[position - 1].tag in ";S"
            or self.tokens[position - 1].lower in en.OPENING_PREPOSITIONS
        )
        return partners if opens else []

    def _resolved(self, phrase: Phrase) -> Phrase | None:
        """Put the topic in the place of "the role", "the term", "a product manager's week".

        "This model" is the topic where its name says so ("squad model"); else what it stands for is not known.
        """
        if phrase.keys:
            return phrase
        if phrase.head in en.STAND_INS and phrase.determiner in _DEFINITE and len(phrase.text.split()) <= 3:
            return self.topic
        if phrase.head in en.MEASURED and phrase.determiner in _DEFINITE and " " not in phrase.text:
            return self.topic if self._measuring else None
        if phrase.determiner in _POINTING:
            return self.topic if phrase.head in self.topic.text.lower().split() else None
        return phrase


def _can_have_examples(phrase: Phrase, match: CueMatch) -> bool:
    """Tell whether a phrase is a class of things, as examples need: a plural, or "a …", "any …"."""
    examples = any(reading.relation.name == "exampleOf" for reading in match.readings)
    return (
        not examples or phrase.plural or phrase.determiner in ("a", "an", "any", "some", "other", "several")
    )


def _suitability(reading: Reading, left: Classes, right: Classes) -> int:
    """Count how well the classes of two ends fit the domain and range of a meaning: a misfit weighs most."""
    subject, target = (right, left) if reading.inverse else (left, right)
    return _fit(subject, reading.relation.domain) + _fit(target, reading.relation.range)


def _fit(classes: Classes, wanted: Sequence[str]) -> int:
    if not wanted or not classes:
        return 0
    return 2 if any(iri in wanted for iri in classes) else -3


def _question_word(token: Token) -> bool:
    return token.tag == Tag.CONNECTIVE and token.lower.removesuffix("'s") in en.QUESTION_WORDS


def _contrast(tokens: Sequence[Token], position: int) -> int:
    """Give the place after ", not", "rather than", "instead of"; 0 where no contrast follows."""
    position += position < len(tokens) and tokens[position].tag in ",;"
    if position >= len(tokens):
        return 0
    if tokens[position].tag == Tag.NEGATION:
        return position + 1
    pair = " ".join(token.lower for token in tokens[position : position + 2])
    return position + 2 if pair in ("rather than", "instead of") else 0


def _hedge(tokens: Sequence[Token], subjects: Sequence[Phrase]) -> tuple[tuple[str, str], ...]:
    """Give the first word that weakens the claim: "often", "may", "most"."""
    words = [*(phrase.determiner for phrase in subjects), *(token.lower for token in tokens)]
    hedge = next((word for word in words if word in en.HEDGES and word != "about"), "")
    return (("hedge", hedge),) if hedge else ()
