"""All that one sentence claims: by its cues, as a definition, and by turns of phrase without a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims import constructions, contrasts, passives
from rolegraph.extraction.claims.acting import deeds_told
from rolegraph.extraction.claims.actors import Acting
from rolegraph.extraction.claims.announcing_nouns import BENEFITS, benefits, is_of_noun, told_by_noun
from rolegraph.extraction.claims.appositions import appositions
from rolegraph.extraction.claims.claims import Claim, without_known, without_rivals
from rolegraph.extraction.claims.clauses import ClauseReader
from rolegraph.extraction.claims.helping import lessened, lessens
from rolegraph.extraction.claims.included_parts import included_parts
from rolegraph.extraction.claims.subjects import Subjects
from rolegraph.extraction.definitions import varieties
from rolegraph.extraction.definitions.definition_starts import is_bare_gloss
from rolegraph.extraction.definitions.definitions import DefinitionReader, TaggedSentence
from rolegraph.extraction.definitions.ends import (
    linked,
    names_quality,
    of_headword,
    only_describes,
    term_within,
)
from rolegraph.extraction.definitions.reached_claims import ReachedClaims
from rolegraph.extraction.words.english import words
from rolegraph.extraction.words.inflection import singular, third_person
from rolegraph.extraction.words.insertions import nested, without_insertions
from rolegraph.extraction.words.lead_ins import lead_in
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import LESSENING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rolegraph.extraction.claims.cues import CueMatch
    from rolegraph.extraction.prose.prose import ProseReader

__all__ = ["SentenceReader"]


_DEEDS = ("tion", "sion", "ment", "ing", "ance", "val", "sis")
_MATTER = frozenset({"data", "information", "numbers"})
_EXAMINING = words(
    "document analyze analyse evaluate assess verify inspect review identify summarize summarise process control "
    "manage monitor handle track aggregate automate capture"
)
_TENDING = words("stabilize stabilise preserve safeguard calm soothe facilitate sharpen hone")
_PROVIDING = frozenset({"provide", "supply", "furnish", "equip"})


def _without_retold(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what a cue says within an activity that is told as a part: "It includes sorting mail"."""
    parts = [
        claim.subject
        for claim in claims
        if claim.relation.name == "partOf" and claim.subject.form == "gerund"
    ]
    return [claim for claim in claims if not any(part.start <= claim.cue < part.end for part in parts)]


def _pointed(phrase: Phrase) -> str:
    """Give the noun of "the agreement", which points to one spoken of before; empty for other phrases."""
    pointing = phrase.determiner in ("the", "this") and not phrase.keys and " " not in phrase.text
    return phrase.head if pointing and phrase.form == "noun" else ""


class SentenceReader:
    """Reads one sentence; ``subject`` is the last subject it found.

    ``mentioned`` are the things with a longer name of which the sentences before speak, by their last word. What
    others than the headword do is not read where it is ``addressed``, on pages of roles.
    """

    def __init__(
        self,
        reader: ProseReader,
        tokens: Sequence[Token],
        topic: Phrase,
        previous: Phrase | None,
        *,
        subjectless: bool,
        defining: bool,
        kind: str = "",
        mentioned: Mapping[str, Phrase] | None = None,
        addressed: bool = False,
    ) -> None:
        self.reader, self.topic, self.previous, self.kind_before = reader, topic, previous, kind
        self.mentioned, self.addressed = mentioned or {}, addressed
        self.subject: Phrase | None = None
        self.whole, insertions = without_insertions(tokens)
        start, self.qualifiers = lead_in(self.whole)
        self.opening, self.main = self.whole[:start], self.whole[start:]
        self.matches = reader.cues.find(self.main)
        names = any(topic.keys[0] in token.keys for token in self.opening if topic.keys)
        self.subjectless = subjectless and not names and (not start or is_bare_gloss(self.main))
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
            kind=kind,
        )
        self._opener = next(iter(self.clauses.subjects.standing), None)
        self.definition = DefinitionReader(
            TaggedSentence(tokens, self.main, self.insertions, topic, self.subjectless, defining),
            self.clauses.subjects,
            reader.relation,
            self.clauses.acts,
        )
        self._reached = ReachedClaims(reader, self.clauses, self.definition, self.matches)

    @property
    def kind(self) -> str:
        """The noun of what the sentence, once read, says that the headword is; empty where it says none."""
        span = self.definition.genus_span
        return singular(self.main[span.stop - 1].lower) if span else ""

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence, what "the agreement" stands for written out."""
        if self.subjectless:
            yield from self._claims()
            return
        for claim in self._claims():
            subject = self.mentioned.get(_pointed(claim.subject), claim.subject)
            target = self.mentioned.get(_pointed(claim.object), claim.object)
            target = self.clauses.subjects.named(target) if target.start >= 0 else target
            yield claim._replace(subject=subject, object=target)
        if self.subject is not None:
            self.subject = self.mentioned.get(_pointed(self.subject), self.subject)

    def _claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence; what it says of the headword goes before rival readings."""
        defined = list(self.definition.genus(self.matches))
        turns = list(self.definition.turns())
        found = list(without_rivals([*defined, *turns, *self._all_claims()], turns))
        yield from found
        done = [] if self.addressed else list(without_known(self._deeds(), found))
        yield from done
        if not any(claim.rule == "formula" for claim in turns):
            yield from self._reached.claims([*found, *done])

    def _deeds(self) -> Iterator[Claim]:
        """Give what somebody does by a verb that no cue has read."""
        subjects = Subjects(
            self.main,
            self.topic,
            self.previous,
            self.clauses.classes,
            subjectless=self.subjectless,
            kind=self.kind_before,
        )
        subjects.genus_end = self.clauses.subjects.genus_end
        cued = {
            match.start: frozenset(reading.relation.name for reading in match.readings)
            for match in self.matches
        }
        ends = frozenset(match.end for match in self.matches)
        known = Acting(subjects, self.clauses.classes, self.reader.relation, cued, ends)
        yield from deeds_told(self.main, known)
        self.subject = self.subject or next(iter(subjects.standing), None)

    def _all_claims(self) -> Iterator[Claim]:
        aims = frozenset(match.start for match in self.matches if self._is_aim(match))
        announced = list(
            told_by_noun(self.main, self.topic, self.reader.relation, self.clauses.acts, aims.__contains__)
        )
        kinds = list(varieties.varieties(self.main, self.insertions, self.topic, self.reader.relation))
        announced = list(without_known(announced, kinds))
        yield from announced
        yield from without_known(self._told_by_cues(), announced)

    def _told_by_cues(self) -> Iterator[Claim]:
        for claim in _without_retold(list(self.clauses.claims(self.matches))):
            if self.definition.has_other_examples(claim) or is_of_noun(claim.subject):
                continue
            claim = self._between_terms(claim)
            if self._says_nothing(claim):
                continue
            claim = self._retyped(claim)
            if claim.relation.name == "replaces" and (means := self._replaced_with(claim)):
                yield from means
                if self.clauses.acts(claim.subject):
                    continue  # "teams replaced boards with tests": the tests do so
            if lessens(self.main, claim):
                if only_describes(self.main, claim.object) or self._opens_clause(claim.object):
                    continue  # "reduces the time clerks need" speaks of no whole thing
                claim = claim._replace(object=lessened(self.main[claim.cue], claim.object))
            elif (
                self._prepares(claim)
                or self._is_recipient(claim)
                or self._is_quality(claim)
                or self._reached.benefits(claim)
            ):
                claim = self._as("supports", claim)
            yield claim._replace(qualifiers=tuple(sorted({*claim.qualifiers, *self.qualifiers})))
        subject = self.clauses.subjects.standing[0] if self.clauses.subjects.standing else None
        self.subject = subject
        yield from self._by_doing(self._opener or subject)
        yield from benefits(self.main, subject, self.reader.relation("supports"))
        for rule, claims in self._constructions(subject):
            yield from (claim._replace(rule=claim.rule or rule) for claim in claims)

    def _replaced_with(self, claim: Claim) -> list[Claim]:
        """Read "replaced the fallow with clover": who does so uses the clover, which replaces the fallow."""
        end = claim.object.end
        if claim.negative or not 0 < end < len(self.main) or self.main[end].lower not in ("with", "by"):
            return []
        found = [each for each in read_list(self.main, end + 1)[0] if each.form == "noun"]
        by = [self._as("uses", claim._replace(object=each)) for each in found]
        return [*by, *(claim._replace(subject=each) for each in found if self.clauses.acts(claim.subject))]

    def _as(self, name: str, claim: Claim) -> Claim:
        """Give a claim another type."""
        return claim._replace(relation=self.reader.relation(name))

    def _between_terms(self, claim: Claim) -> Claim:
        """Put the terms that the ends of a claim speak of in the place of their words."""
        if claim.relation.name == "appliesTo":
            claim = claim._replace(object=term_within(self.main, claim.object))
        claim = linked(self.main, claim, keeps=self._keeps(claim))
        claim = of_headword(claim, self.topic, self.definition.genus_span)
        person = claim.relation.name == "derivedFrom" and self.clauses.acts(claim.subject)
        if person and self.definition.genus_span:
            return claim._replace(subject=self.topic)  # "a suit against a buyer based on a complaint"
        return claim

    def _says_nothing(self, claim: Claim) -> bool:
        """Tell a claim whose cue says nothing of its ends, or whose end is no more than "benefits"."""
        empty = self._is_of_benefits(claim) and claim.object.head in BENEFITS
        aside = self._is_of_word(claim) or self._is_of_other_noun(claim)
        vague = self._is_vague_part(claim) or self._is_matter(claim) or self._is_company(claim)
        vague = vague or self._is_means(claim)
        return empty or aside or vague

    def _retyped(self, claim: Claim) -> Claim:
        """Give a claim the type that its ends and the words around its cue ask for."""
        if self._is_of_benefits(claim):
            return self._as("supports", claim)
        if claim.relation.name == "dependsOn" and self._informs(claim):
            return self._as("supports", claim.turned())
        if claim.relation.name == "dependsOn" and self._is_obliged(claim.object):
            return self._as("appliesTo", claim)
        if claim.relation.name == "appliesTo" and self._does(claim):
            return self._as("responsibleFor", claim)
        if claim.relation.name == "supports" and self._tends(claim):
            return self._as("responsibleFor", claim)
        if claim.relation.name == "produces" and self._is_authored(claim):
            return self._as("createdBy", claim.turned())
        if claim.relation.name == "partOf" and self._is_kind_of_things(claim):
            return self._as("exampleOf", claim)
        if claim.relation.name == "measuredBy" and self._follows(claim):
            return self._as("responsibleFor", claim.turned())
        return claim

    def _is_of_benefits(self, claim: Claim) -> bool:
        """Tell what "offers several benefits: A and B" names, which is not made."""
        near = self.main[claim.cue : claim.cue + 5] if claim.cue >= 0 else ()
        return claim.relation.name == "produces" and any(token.lower in BENEFITS for token in near)

    def _is_vague_part(self, claim: Claim) -> bool:
        """Tell the thing of "involves a cart", which can be much else than a part, from "involves moving carts"."""
        involved = claim.cue >= 0 and self.main[claim.cue].verb == "involve"
        if claim.subject.form == "gerund" or not involved:
            return False
        listed, _ = read_list(self.main, claim.cue + 1)
        deeds = sum(phrase.head.endswith(_DEEDS) for phrase in listed)  # "smoke, flame and luck" are none
        other = claim.object.keys != self.topic.keys or 2 * deeds < len(listed)
        vague = other or bool(claim.subject.keys) or self.clauses.acts(claim.subject) or len(listed) < 2
        return involved and claim.relation.name == "partOf" and vague

    def _is_of_other_noun(self, claim: Claim) -> bool:
        """Tell what a noun is for from what the subject is about: "needs a plan for assessing candidates"."""
        if claim.relation.name != "appliesTo" or claim.cue < 2 or self.main[claim.cue].tag != Tag.GERUND:
            return False
        before, noun = self.main[claim.cue - 1], self.main[claim.cue - 2]
        other = noun.tag in Tag.NOUNS and noun.keys != claim.subject.keys
        return before.lower in ("for", "of") and other and self.clauses.subjects.genus_end < 0

    def _opens_clause(self, phrase: Phrase) -> bool:
        after = self.main[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
        return any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after)

    def _is_of_word(self, claim: Claim) -> bool:
        """Tell where the word is used from where the thing is: "The term is used in the context of trade"."""
        opening = [token.lower for token in self.main[:2]]
        return claim.relation.name == "uses" and opening in (
            ["the", "term"],
            ["the", "word"],
            ["the", "phrase"],
        )

    def _is_matter(self, claim: Claim) -> bool:
        """Tell what one works on, though one works "with" it: data."""
        return claim.relation.name == "collaboratesWith" and claim.object.head in _MATTER

    def _is_means(self, claim: Claim) -> bool:
        """Tell the monitor of "is controlled with a monitor", which is not what is controlled."""
        placed = claim.relation.name == "appliesTo" and 0 < claim.cue < len(self.main) - 1
        passive = placed and self.main[claim.cue].tag == Tag.PARTICIPLE
        return passive and self.main[claim.cue + 1].lower == "with"

    def _is_company(self, claim: Claim) -> bool:
        """Tell "the pianist follows the conductor", of whom none comes first, from steps that follow one another."""
        follows = (
            claim.relation.name == "precedes" and claim.cue >= 0 and self.main[claim.cue].tag == Tag.VERB
        )
        follows = follows and self.main[claim.cue].verb == "follow"
        return follows and self.clauses.acts(claim.subject) and self.clauses.acts(claim.object)

    def _informs(self, claim: Claim) -> bool:
        """Tell "analysts inform decisions" from "reports inform decisions", which need these."""
        told = claim.cue >= 0 and self.main[claim.cue].verb == "inform"
        return told and self.clauses.acts(claim.object)

    def _tends(self, claim: Claim) -> bool:
        """Tell "keepers preserve pots", who answer for them, from "glaze preserves pots"."""
        tends = claim.cue >= 0 and self.main[claim.cue].verb in _TENDING
        return tends and self.clauses.acts(claim.subject) and not self.clauses.acts(claim.object)

    def _does(self, claim: Claim) -> bool:
        """Tell "assessors inspect buildings", who answer for it, from "the report inspects" and "focuses on"."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        examines = cue is not None and cue.verb in _EXAMINING and cue.tag in (Tag.VERB, Tag.PARTICIPLE)
        agent = examines and (claim.subject.start < claim.cue) == (self.main[claim.cue].tag == Tag.VERB)
        return agent and self.clauses.acts(claim.subject)

    def _is_authored(self, claim: Claim) -> bool:
        """Tell "Ada Byron wrote the notes", who is their author, from "bakers write recipes"."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        past = cue is not None and cue.tag == Tag.VERB and cue.lower not in (cue.verb, third_person(cue.verb))
        words = claim.subject.text.split()
        named = (
            not claim.subject.keys and all(word[:1].isupper() for word in words) and claim.subject.start >= 0
        )
        return past and named and not claim.subject.determiner and not claim.subject.plural

    def _is_kind_of_things(self, claim: Claim) -> bool:
        """Tell "popular formats include A and B", which are formats, from "the kit includes A and B"."""
        included = claim.cue >= 0 and self.main[claim.cue].lower == "include" and not claim.object.keys
        sorts = included and claim.object.plural and claim.object.determiner in ("", "some", "other", "many")
        return sorts and claim.subject.form == "noun"

    def _follows(self, claim: Claim) -> bool:
        """Tell "agents track boxes" from "the rate tracks growth", which measures it."""
        verb = claim.cue >= 0 and self.main[claim.cue].tag == Tag.VERB
        return verb and self.clauses.acts(claim.object)

    @staticmethod
    def _is_aim(match: CueMatch) -> bool:
        return any(reading.relation.name == "supports" for reading in match.readings)

    def _by_doing(self, subject: Phrase | None) -> Iterator[Claim]:
        """Read "By keeping lists, the clerk …": what the subject does by the way."""
        opens = [token.lower for token in self.opening[:1]] == ["by"] and self.opening[1:2]
        if subject is None or not opens or self.opening[1].tag != Tag.GERUND:
            return
        classes = self.reader.classifier.of_phrase
        tokens = [token for token in self.opening[1:] if token.tag != "," or token is not self.opening[-1]]
        inner = ClauseReader(tokens, (), subject, None, classes, subjectless=True)
        for claim in inner.claims(self.reader.cues.find(tokens)):
            own = claim.subject == subject and claim.relation.name != "measuredBy"
            if claim.relation.name == "supports" and tokens[claim.cue].verb in LESSENING:
                claim = claim._replace(object=lessened(tokens[claim.cue], claim.object))
            if own or claim.relation.name == "exampleOf":
                yield claim._replace(cue=-1)

    def _is_obliged(self, phrase: Phrase) -> bool:
        """Tell the potter of "a rule requiring the potter to cover the kiln" from what is needed."""
        after = self.main[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
        return any(token.lower == "to" for token in after) and self.clauses.acts(phrase)

    def _is_recipient(self, claim: Claim) -> bool:
        """Tell the potters of "provides potters with clay" from what is provided."""
        after = self.main[claim.object.end : claim.object.end + 1] if claim.object.end > 0 else ()
        gives = (
            claim.relation.name == "produces" and claim.cue >= 0 and self.main[claim.cue].verb in _PROVIDING
        )
        return gives and [token.lower for token in after] == ["with"]

    @staticmethod
    def _is_quality(claim: Claim) -> bool:
        """Tell the reliability that something "provides", and that it does not make."""
        noun = claim.relation.name == "produces" and claim.object.form == "noun"
        return noun and names_quality(claim.object.head)

    def _prepares(self, claim: Claim) -> bool:
        """Tell "a warm-up prepares the voice" from "a cook prepares meals"."""
        placed = claim.relation.name == "produces" and claim.cue >= 0
        return placed and self.main[claim.cue].verb == "prepare" and not self.clauses.acts(claim.subject)

    def _keeps(self, claim: Claim) -> bool:
        """Tell whether the end behind the cue is a kind of a role, which is a thing of its own."""
        ends = [end for end in (claim.subject, claim.object) if end.start > claim.cue and end.head_keys]
        return any(self._is_role(end._replace(keys=end.head_keys, text=end.head)) for end in ends)

    def _constructions(self, subject: Phrase | None) -> Iterator[tuple[str, Iterator[Claim]]]:
        """Give what turns of phrase without a cue claim, each with the name of its rule."""
        relation, is_role, acts = self.reader.relation, self.reader.is_role, self.clauses.acts
        for main, insertions in [(self.main, self.insertions), *nested(self.insertions)]:
            yield "insertion", constructions.insertion_claims(main, insertions, relation)
        if self.clauses.subjects.genus_end < 0:
            yield "noun cue", included_parts(self.main, relation("partOf"))
        yield "employer", constructions.employments(self.whole, relation, is_role)
        yield "sector", constructions.firms(self.clauses.learned, self._sector(), relation)
        yield "activity", constructions.activities(self.main, self._cued(), subject, relation, acts)
        for insertion in self.insertions:
            if insertion.sign == "-" and insertion.tokens[0].tag == Tag.GERUND:
                aside = [insertion.tokens[0]._replace(text=",", tag=","), *insertion.tokens]
                yield "activity", constructions.activities(aside, frozenset(), subject, relation, acts)
        holder = next((each for each in (subject, self.topic) if each is not None and acts(each)), None)
        yield "verb cue", constructions.needs(self.main, holder, relation)
        if not acts(self.topic):
            yield "verb cue", constructions.possessions(self.main, self.topic, relation, acts)
        genus_end = self.clauses.subjects.genus_end
        yield "modifier", constructions.kinds(self.main, genus_end, relation, is_role)
        yield "apposition", appositions(self.main, self.topic, genus_end, relation)
        yield "contrast", contrasts.clauses_set_against(self.whole, relation)
        yield "insertion cue", self._glossed()
        yield "career", constructions.careers(self.main, lambda token: token.verb, relation)
        if acts(subject or self.topic):
            yield "time share", constructions.time_shares(self.main, relation, subject or self.topic)
        places = constructions.places(
            self.main, (genus_end, self.topic), relation, self._is_place, self._is_role
        )
        yield "place", places
        placing = [
            match
            for match in self.matches
            if any(each.relation.name == "locatedIn" for each in match.readings)
        ]
        told = frozenset(n for match in placing for n in range(match.start, match.end))
        there = constructions.done_there(self.main, subject, relation, self._is_place)
        yield "place", (claim for claim in there if claim.cue not in told)
        if self.subjectless or (self.definition.is_open_gloss and subject in (None, self.topic)):
            yield "agent", passives.done_by(self.main, genus_end, self.topic, relation, acts, self._cued())
        elif (place := self.definition.passive) >= 0:
            yield "agent", passives.done_by(self.main, place, self.topic, relation, acts, self._cued())
        yield "scope", self._placed()
        yield "time", self._times(subject)

    def _placed(self) -> Iterator[Claim]:
        """Read "Within a studio, a shift is …": what is defined so is part of the term that it is placed in."""
        opening = [token for token in self.opening if token.tag not in (Tag.DETERMINER, ",")]
        within = len(opening) == 2 and opening[0].lower in ("in", "within", "inside")
        if (
            within
            and opening[1].keys
            and opening[1].keys != self.topic.keys
            and self.definition.is_definition
        ):
            place = Phrase(opening[1].text, "noun", opening[1].lower, opening[1].keys, opening[1].keys)
            yield Claim(self.topic, self.reader.relation("partOf"), place)

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

    def _is_place(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the name of a place."""
        return phrase.text[:1].isupper() and self.clauses.is_a(phrase, "Place")

    def _is_role(self, phrase: Phrase) -> bool:
        return self.clauses.is_a(phrase, "Role")

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
