"""All that one sentence claims: by its cues, as a definition, and by turns of phrase without a cue."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rolegraph.extraction.claims import constructions, contrasts, passives
from rolegraph.extraction.claims.acting import deeds_told
from rolegraph.extraction.claims.actors import Acting
from rolegraph.extraction.claims.announcing_nouns import benefits, is_of_noun, told_by_noun
from rolegraph.extraction.claims.appositions import also_named, appositions, instances
from rolegraph.extraction.claims.claims import Claim, without_known, without_places, without_rivals
from rolegraph.extraction.claims.clauses import ClauseReader
from rolegraph.extraction.claims.handed_over import handed_over
from rolegraph.extraction.claims.handling import handled
from rolegraph.extraction.claims.helping import bettered, lessened, lessens
from rolegraph.extraction.claims.included_parts import included_parts
from rolegraph.extraction.claims.means import Means, easing_means, enabling_means, fronted_means
from rolegraph.extraction.claims.purposes import used_for
from rolegraph.extraction.claims.subjects import Subjects
from rolegraph.extraction.definitions import varieties
from rolegraph.extraction.definitions.definition_starts import is_bare_gloss
from rolegraph.extraction.definitions.definitions import DefinitionReader, TaggedSentence
from rolegraph.extraction.definitions.ends import (
    linked,
    of_headword,
    only_describes,
    term_within,
)
from rolegraph.extraction.definitions.formulas import formula
from rolegraph.extraction.definitions.reached_claims import ReachedClaims
from rolegraph.extraction.prose.settling import Settling
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.insertions import nested, without_insertions
from rolegraph.extraction.words.lead_ins import lead_in
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import LESSENING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rolegraph.extraction.prose.prose import ProseReader

__all__ = ["SentenceReader"]


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

    @property
    def _settling(self) -> Settling:
        genus_end = self.clauses.subjects.genus_end
        return Settling(
            self.main,
            self.topic,
            self.clauses.acts,
            self.reader.relation,
            genus_end,
            self._is_role,
            lambda phrase: self.clauses.is_a(phrase, "Metric"),
            lambda phrase: self.clauses.is_a(phrase, "Skill"),
        )

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence, what "the agreement" stands for written out."""
        if self.subjectless:
            yield from self._claims()
            return
        for claim in self._claims():
            subject = self.mentioned.get(_pointed(claim.subject), claim.subject)
            if 0 <= claim.cue < subject.start:
                subject = self.clauses.subjects.named(subject)  # "Alder coined the term"
            target = self.mentioned.get(_pointed(claim.object), claim.object)
            target = self.clauses.subjects.named(target) if target.start >= 0 else target
            yield claim._replace(subject=subject, object=target)
        if self.subject is not None:
            self.subject = self.mentioned.get(_pointed(self.subject), self.subject)

    def _claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence; what it says of the headword goes before rival readings."""
        defined = [self._of_all(claim) for claim in self.definition.genus(self.matches)]
        if [token.lower for token in self.opening[:1]] == ["for"]:
            defined = []  # "For patients, it means fewer tests" defines nothing
        turns = list(self.definition.turns())
        found = list(without_rivals([*defined, *turns, *self._all_claims()], turns))
        found = list(without_places(found, found))
        means = self._means()
        found = [claim for claim in found if not (means and means.tells(claim))]
        yield from found
        done = [] if self.addressed else list(without_places(without_known(self._deeds(), found), found))
        done = [claim for claim in done if not (means and means.tells(claim))]
        yield from done
        reached = list(self._reached.claims([*found, *done]))
        eased = (
            list(means.claims(self.reader.relation("supports"), self._aim_places.__contains__))
            if means
            else []
        )
        yield from eased
        within = [aim.object.text for aim in eased]
        reached = [claim for claim in reached if not any(claim.object.text in text for text in within)]
        yield from reached if not any(claim.rule == "formula" for claim in turns) else ()

    def _means(self) -> Means | None:
        """Give what somebody can do something by, said before the sentence or as its subject."""
        subject = self.topic if self.definition.is_definition else self._opener
        fronted = fronted_means(self.opening, self.main, self.topic)
        return fronted or easing_means(self.main, subject) or enabling_means(self.main, subject)

    @cached_property
    def _aim_places(self) -> frozenset[int]:
        """The places of verbs whose object is an aim: "improves service"."""
        aims = [each for each in self.matches if any(r.relation.name == "supports" for r in each.readings)]
        return frozenset(match.start for match in aims)

    def _of_all(self, claim: Claim) -> Claim:
        """Take what a gloss counts up in full ("All the records of a firm") for the parts of the headword."""
        counted = (
            self.subjectless and [token.lower for token in self.main[:1]] == ["all"] and claim.object.plural
        )
        counted = counted and claim.object.head != self.topic.head
        return claim.turned()._replace(relation=self.reader.relation("partOf")) if counted else claim

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
        if subjects.genus_end < 0 and not self.subjectless:
            yield from handled(self.main, known)
        self.subject = self.subject or next(iter(subjects.standing), None)

    def _all_claims(self) -> Iterator[Claim]:
        is_aim = self._aim_places.__contains__
        announced = list(told_by_noun(self.main, self.topic, self.reader.relation, self.clauses.acts, is_aim))
        kinds = list(varieties.varieties(self.main, self.insertions, self.topic, self.reader.relation))
        announced = list(without_known(announced, kinds))
        yield from announced
        yield from without_known(self._told_by_cues(), announced)

    def _told_by_cues(self) -> Iterator[Claim]:
        for claim in _without_retold(list(self.clauses.claims(self.matches))):
            if self.definition.has_other_examples(claim) or is_of_noun(claim.subject):
                continue
            if operands := self._computed(claim):
                yield from operands
                continue
            claim = self._between_terms(claim)
            if self._settling.says_nothing(claim):
                continue
            claim = self._settling.retyped(claim)
            if claim.relation.name == "exampleOf" and is_of_noun(claim.object):
                continue  # "The parts of a kiln include …"
            if claim.relation.name == "replaces" and (means := self._replaced_with(claim)):
                yield from means
                if self.clauses.acts(claim.subject):
                    continue  # "teams replaced boards with tests": the tests do so
            if lessens(self.main, claim):
                if only_describes(self.main, claim.object) or self._opens_clause(claim.object):
                    continue  # "reduces the time clerks need" speaks of no whole thing
                claim = claim._replace(object=lessened(self.main[claim.cue], claim.object))
            elif (
                self._settling.prepares(claim)
                or self._settling.is_recipient(claim)
                or self._settling.is_quality(claim)
                or self._reached.benefits(claim)
            ):
                claim = self._settling.as_type("supports", claim)
            yield claim._replace(qualifiers=tuple(sorted({*claim.qualifiers, *self.qualifiers})))
        subject = self.clauses.subjects.standing[0] if self.clauses.subjects.standing else None
        self.subject = self._opener or subject
        yield from self._by_doing(self._opener or subject)
        yield from benefits(self.main, subject, self.reader.relation("supports"))
        for rule, claims in self._constructions(subject):
            yield from (claim._replace(rule=claim.rule or rule) for claim in claims)

    def _computed(self, claim: Claim) -> list[Claim]:
        """Read "The rate is calculated by dividing A by B" of other things than the headword."""
        gerund = claim.relation.name == "derivedFrom" and claim.object.form == "gerund"
        if not gerund or claim.subject.keys == self.topic.keys:
            return []
        return list(formula(self.main[claim.object.start :], claim.subject, self.reader.relation))

    def _replaced_with(self, claim: Claim) -> list[Claim]:
        """Read "replaced the fallow with clover": who does so uses the clover, which replaces the fallow."""
        end = claim.object.end
        if claim.negative or not 0 < end < len(self.main) or self.main[end].lower not in ("with", "by"):
            return []
        found = [each for each in read_list(self.main, end + 1)[0] if each.form == "noun"]
        by = [self._settling.as_type("uses", claim._replace(object=each)) for each in found]
        return [*by, *(claim._replace(subject=each) for each in found if self.clauses.acts(claim.subject))]

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

    def _opens_clause(self, phrase: Phrase) -> bool:
        after = self.main[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
        return any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after)

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
        yield "example", instances(self.main, self.topic, relation)
        yield "other name", also_named(self.main, self.topic, relation)
        yield "contrast", contrasts.clauses_set_against(self.whole, relation)
        yield "insertion cue", self._glossed()
        yield "career", constructions.careers(self.main, lambda token: token.verb, relation)
        if acts(subject or self.topic):
            yield "time share", constructions.time_shares(self.main, relation, subject or self.topic)
        yield "place", self._places(genus_end)
        yield "verb cue", bettered(self.main, subject, relation("supports"), acts)
        yield "deed", handed_over(self.main, relation, acts, self._is_place)
        is_aim = self._aim_places.__contains__
        yield "verb cue", used_for(self.main, self.topic, relation("supports"), is_aim)
        placing = [
            match
            for match in self.matches
            if any(each.relation.name == "locatedIn" for each in match.readings)
        ]
        told = frozenset(n for match in placing for n in range(match.start, match.end))
        yield "place", constructions.hubs(self.main, self.topic, relation, self._is_place)
        there = constructions.done_there(self.main, self._first_of(subject), relation, self._is_place)
        yield "place", (claim for claim in there if claim.cue not in told)
        if self.subjectless or (self.definition.is_open_gloss and subject in (None, self.topic)):
            yield "agent", passives.done_by(self.main, genus_end, self.topic, relation, acts, self._cued())
        elif (place := self.definition.passive) >= 0:
            yield "agent", passives.done_by(self.main, place, self.topic, relation, acts, self._cued())
        yield "scope", self._placed()
        yield "time", self._times(self._first_of(subject))

    def _first_of(self, subject: Phrase | None) -> Phrase | None:
        """Give the term that the sentence opens with, of which all its times and places are told, else the subject."""
        return self._opener if self._opener and self._opener.keys else subject

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

    def _places(self, genus_end: int) -> Iterator[Claim]:
        """Give where things are; "Also called a barge in Canada" tells no place."""
        if any(token.lower in ("called", "known", "termed") for token in self.main[:6]):
            return
        places, relation = constructions.places, self.reader.relation
        yield from places(self.main, (genus_end, self.topic), relation, self._is_place, self._is_role)

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
