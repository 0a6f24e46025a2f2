"""All that one sentence claims: by its cues, as a definition, and by turns of phrase without a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.grammar import constructions, contrasts, passives, varieties
from rolegraph.extraction.grammar.announcing_nouns import BENEFITS, benefits, is_of_noun, told_by_noun
from rolegraph.extraction.grammar.claims import Claim, without_known, without_rivals
from rolegraph.extraction.grammar.clauses import ClauseReader
from rolegraph.extraction.grammar.dealings import BENEFITING, DEEDS, MAKING, UNDERGOING, dealing, decides
from rolegraph.extraction.grammar.definition_starts import is_bare_gloss
from rolegraph.extraction.grammar.definitions import DefinitionReader, TaggedSentence
from rolegraph.extraction.grammar.ends import linked, names_quality, of_headword, term_within
from rolegraph.extraction.grammar.helping import LESSENING, lessened
from rolegraph.extraction.grammar.included_parts import included_parts
from rolegraph.extraction.grammar.inflection import names_doer, singular
from rolegraph.extraction.grammar.insertions import nested, without_insertions
from rolegraph.extraction.grammar.lead_ins import lead_in
from rolegraph.extraction.grammar.phrase_lists import read_list
from rolegraph.extraction.grammar.phrases import Phrase, begins_clause, words_before
from rolegraph.extraction.grammar.scopes import is_quantity, says_little
from rolegraph.extraction.grammar.subjects import Subjects
from rolegraph.extraction.grammar.tokens import Tag, Token
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.grammar.cues import CueMatch
    from rolegraph.extraction.grammar.prose import ProseReader

__all__ = ["SentenceReader"]


_DEEDS = ("tion", "sion", "ment", "ing", "ance", "val", "sis")
_MATTER = frozenset({"data", "information", "numbers"})
_SET_APART = frozenset({"unlike", "than", "rather", "instead", "without", "except"})
_INSIDE = frozenset({"in", "at", "within", "inside"})
_PLACING = frozenset({"where", "which", "whereby", "wherein"})
_LETTING = frozenset({"help", "enable", "allow", "let", "permit", "assist"})
_LET_NEAR = 4
_PROVIDING = frozenset({"provide", "supply", "furnish", "equip"})


def _without_retold(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what a cue says within an activity that is told as a part: "It includes sorting mail"."""
    parts = [
        claim.subject
        for claim in claims
        if claim.relation.name == "partOf" and claim.subject.form == "gerund"
    ]
    return [claim for claim in claims if not any(part.start <= claim.cue < part.end for part in parts)]


def _is_retold(claim: Claim, known: Sequence[Claim]) -> bool:
    """Tell whether what a claim is about is told as the object of a deed: the costs of "reducing costs"."""
    ending = f" {claim.object.text}"
    loose = claim.relation.name == "appliesTo" and not claim.object.keys
    return loose and any(
        one.form == "gerund" and other.keys == claim.subject.keys and one.text.endswith(ending)
        for each in known
        for one, other in ((each.object, each.subject), (each.subject, each.object))
    )


class SentenceReader:
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
        kind: str = "",
    ) -> None:
        self.reader, self.topic = reader, topic
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
            self._acts,
        )

    @property
    def kind(self) -> str:
        """The noun of what the sentence, once read, says that the headword is; empty where it says none."""
        span = self.definition.genus_span
        return singular(self.main[span.stop - 1].lower) if span else ""

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence; what it says of the headword goes before rival readings."""
        defined = list(self.definition.genus(self.matches))
        turns = list(self.definition.turns())
        found = list(without_rivals([*defined, *turns, *self._all_claims()], turns))
        known = len(found)
        yield from found
        if not any(claim.rule == "formula" for claim in turns):
            found += list(without_known(map(self._as_member, self.definition.scopes()), found))
            reached = (
                claim
                for claim in self._reached()
                if claim.object.text not in BENEFITS and not _is_retold(claim, found)
            )
            found += list(without_known(reached, found))
            found += list(without_known(self._apposed(), found))
            found += list(without_known(self._parties(), found))
            yield from found[known:]

    def _apposed(self) -> Iterator[Claim]:
        """Read what a definition adds behind a dash: "— the last step of a firing", "— kept for each kiln"."""
        for insertion in self.insertions if self.definition.is_definition else ():
            tokens = insertion.tokens
            if insertion.sign != "-" or tokens[0].tag not in (Tag.DETERMINER, Tag.PARTICIPLE):
                continue
            classes = self.reader.classifier.of_phrase
            subjects = Subjects(tokens, self.topic, None, classes, subjectless=True)
            sentence = TaggedSentence(tokens, tokens, (), self.topic, subjectless=True, defining=True)
            added = DefinitionReader(sentence, subjects, self.reader.relation, self._acts)
            list(added.genus(()))
            told = list(added.scopes())
            told += list(without_known(added.reached(self.reader.cues.find(tokens)), told))
            for claim in told:
                if claim.relation.name != "appliesTo" or not self._acts(self.topic):
                    yield claim._replace(cue=-1)

    def _parties(self) -> Iterator[Claim]:
        """Give who else the definition of a thing speaks of: what a thing has to do with people applies to them."""
        start = max(self.definition.genus_span.stop, 1)
        muted = says_little(self.main, start) and not is_quantity(self.main[start - 1])
        if not self.definition.is_definition or self._acts(self.topic) or muted:
            return
        for place in range(start, len(self.main)):
            token = self.main[place]
            if token.lower in _SET_APART or token.tag == Tag.NEGATION:
                return
            party = Phrase(
                token.lower, "noun", token.lower, token.keys, token.keys, start=place, end=place + 1
            )
            if token.keys and token.keys != self.topic.keys and self._acts(party) and self._takes_part(place):
                yield Claim(self.topic, self.reader.relation("appliesTo"), party, rule="reach")

    def _takes_part(self, place: int) -> bool:
        """Tell a party from one that only describes a noun ("buyer portal"), and from who acts ("by a buyer")."""
        after = self.main[place + 1 : place + 2]
        described = bool(after) and after[0].tag in Tag.NOUNS and not self.main[place].possessive
        opening = place
        while opening and self.main[opening - 1].tag in (Tag.DETERMINER, *Tag.NOUNS):
            opening -= 1
        before = [token.tag for token in self.main[max(opening - 2, 0) : opening]]
        apart = before == [",", Tag.CONJUNCTION] and begins_clause(
            self.main, place + 1
        )  # ", and a buyer pays"
        return not (described or apart or (opening and self.main[opening - 1].lower in ("by", "from")))

    def _reached(self) -> Iterator[Claim]:
        """Give what the definition reaches, each with the type that verb, preposition and ends tell together."""
        for claim in self.definition.reached(self.matches):
            if self._lessens(claim):
                claim = claim._replace(object=lessened(self.main[claim.cue], claim.object))
            settled = self._of_headword(claim) if claim.object == self.topic else self._settled(claim)
            if settled is not None:
                yield settled

    def _is(self, *names: str) -> bool:
        """Tell whether the headword is of one of some classes."""
        return not {RG + name for name in names}.isdisjoint(self.clauses.classes(self.topic))

    def _as(self, name: str, claim: Claim) -> Claim:
        """Give a claim another type."""
        return claim._replace(relation=self.reader.relation(name))

    def _of_headword(self, claim: Claim) -> Claim | None:
        """Settle what somebody is to the headword: who cannot act did nothing to it, and a time is no tool."""
        name = claim.relation.name
        if name == "uses" and (self._is("Metric") or not self._works(claim)):
            return self._as("appliesTo", claim.turned())  # "the time a potter spends"
        if name in ("produces", "responsibleFor") and not self._acts(claim.subject):
            return self._as("appliesTo", claim.turned())
        if name == "precedes" and self._acts(claim.subject) != self._acts(claim.object):
            return None
        return claim

    def _settled(self, claim: Claim) -> Claim | None:
        """Settle what the headword is to something; who acts answers for what it does, a place applies to nothing."""
        name, cue = claim.relation.name, self.main[claim.cue]
        if name == "uses" and cue.lower == "by" and self._does(claim.object):
            return self._done_by(claim)  # who acts is no means
        if name == "responsibleFor" and claim.subject == self.topic:
            acts = self._acts(self.topic) and not self._describes(claim.object)
            return claim if acts else self._as("appliesTo", claim)
        if name == "precedes" and self._acts(claim.subject) != self._acts(claim.object):
            return None  # "after a referral of the applicant": who acts is no step
        if name != "appliesTo" or claim.subject != self.topic:
            return claim
        return self._applied(claim)

    def _done_by(self, claim: Claim) -> Claim | None:
        """Give who carries out an activity: "in which bowls are fired by a potter"."""
        passive = claim.cue > 1 and self.main[claim.cue - 2].tag in (Tag.AUXILIARY, Tag.ADVERB)
        carried_out = passive and self._is("Activity", "Method") and self._acts(claim.object)
        return self._as("responsibleFor", claim.turned()) if carried_out else None

    def _applied(self, claim: Claim) -> Claim | None:
        """Find the type of what the grammar alone would only tell as appliesTo."""
        if self._acts_where(claim) and (there := self._there(claim)):
            return there
        if self._is("Activity", "Method") and self._is_means(claim.cue):
            return self._as("uses", claim)
        told = bool(claim.object.keys) and not self._describes(claim.object)
        acting = self._acts(claim.subject) and self._acts(claim.object)
        if told and (name := dealing(self.main, claim.cue, acting=acting)):
            return self._as(name, claim)
        if self._benefits(claim):
            return self._as("supports", claim)
        if self._answers_for(claim, told=told):
            deed = "produces" if self.main[claim.cue].verb in MAKING else "responsibleFor"
            return self._as(deed, claim)
        someone = self._is("Role", "Team", "Place")
        plain = told and not self._is("Place") and not self._tells_duties()
        return claim if not someone or plain else None

    def _answers_for(self, claim: Claim, *, told: bool) -> bool:
        """Tell whether a verb says what the headword, which acts, does to something."""
        done = self._is_deed(claim.cue) and not self._describes(claim.object)
        duty = told and self.main[claim.cue].verb not in UNDERGOING
        return done and (self._is("Team", "Organization") or (self._is("Role") and duty))

    def _there(self, claim: Claim) -> Claim | None:
        """Give what those who act somewhere are to it: they use a system, belong to a group, carry out a step."""
        inside = self.main[claim.cue].lower == "where" or self.main[claim.cue - 1].lower in _INSIDE
        if self._is("System", "Place", "Sector"):
            return self._as("uses", claim.turned())
        if self._is("Team", "Organization"):
            return self._as("memberOf", claim.turned()) if inside else claim
        return self._as("responsibleFor", claim.turned()) if self._is("Activity", "Method") else None

    def _works(self, claim: Claim) -> bool:
        """Tell who or what can use the headword: who acts, and a system."""
        return self._acts(claim.subject) or RG + "System" in self.clauses.classes(claim.subject)

    def _acts_where(self, claim: Claim) -> bool:
        """Tell the potters of "a shed where potters work" and "a step in which potters fire pots", who act there."""
        placed = self.main[claim.cue].lower in _PLACING and self._acts(claim.object)
        if not placed or self._describes(claim.object):
            return False
        behind = (
            token for token in self.main[claim.object.end :] if token.tag not in (Tag.AUXILIARY, Tag.ADVERB)
        )
        verb = next(behind, None)
        return verb is not None and verb.tag == Tag.VERB and verb.verb not in UNDERGOING

    def _does(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who acts, by its class or by its form."""
        return self._acts(phrase) or names_doer(singular(phrase.head))

    def _is_means(self, cue: int) -> bool:
        """Tell the gerund of "is done by adding kilns"."""
        return cue > 0 and self.main[cue].tag == Tag.GERUND and self.main[cue - 1].lower == "by"

    def _is_deed(self, cue: int) -> bool:
        """Tell the verb of "funds a firing", and that of "pays for a firing" by its preposition."""
        paid = self.main[cue].lower == "for" and cue > 0 and self.main[cue - 1].verb in DEEDS
        helped = any(token.verb in _LETTING for token in self.main[max(0, cue - _LET_NEAR) : cue])
        return (
            paid or (self.main[cue].tag in (Tag.VERB, Tag.GERUND) and not helped)
        ) and not self._is_of_others(cue)

    def _is_of_others(self, cue: int) -> bool:
        """Tell the deed of "a desk through which all users report faults", whose users are its subject."""
        opens = next((n for n in range(cue - 1, -1, -1) if self.main[n].tag == Tag.CONNECTIVE), -1)
        first = next((n for n in range(opens + 1, cue) if self.main[n].tag in Tag.NOUNS), 0)
        alone = not any(self.main[n].tag in Tag.VERBS for n in range(opens + 1, first))
        return opens >= 0 and first > 0 and alone and self.main[opens].lower in _PLACING | {"when"}

    def _tells_duties(self) -> bool:
        """Tell whether a sentence says what its subject does, for whom that is said by the way."""
        readings = (reading for match in self.matches for reading in match.readings)
        return any(reading.relation.name == "responsibleFor" for reading in readings)

    def _as_member(self, claim: Claim) -> Claim:
        """Take those who act for members of what they are in: "the cooks in a crew"."""
        genus_end = self.clauses.subjects.genus_end
        answers = 0 < genus_end < len(self.main) and self.main[genus_end].lower in (
            "responsible",
            "accountable",
        )
        if claim.relation.name == "appliesTo" and answers and self._acts(self.topic):
            return claim._replace(relation=self.reader.relation("responsibleFor"))
        if claim.relation.name == "appliesTo" and self._acts(claim.object) and claim.subject == self.topic:
            before = self.main[max(claim.object.start - 3, 0) : max(claim.object.start, 0)]
            decided = any(decides(token) for token in before) and before[-1].tag in (
                Tag.PREPOSITION,
                Tag.DETERMINER,
            )
            of = any(token.lower == "of" for token in before)
            return (
                claim.turned()._replace(relation=self.reader.relation("produces"))
                if decided and of
                else claim
            )
        people = claim.relation.name == "partOf" and self._acts(claim.subject) and self._acts(claim.object)
        return claim._replace(relation=self.reader.relation("memberOf")) if people else claim

    def _describes(self, phrase: Phrase) -> bool:
        """Tell the customer of "handles a customer's account", which is not what is handled."""
        after = self.main[phrase.end : phrase.end + 1]
        return self.main[phrase.end - 1].possessive or (bool(after) and after[0].tag in Tag.NOUNS)

    def _all_claims(self) -> Iterator[Claim]:
        aims = frozenset(match.start for match in self.matches if self._is_aim(match))
        announced = list(
            told_by_noun(self.main, self.topic, self.reader.relation, self._acts, aims.__contains__)
        )
        kinds = list(varieties.varieties(self.main, self.insertions, self.topic, self.reader.relation))
        announced = list(without_known(announced, kinds))
        yield from announced
        yield from without_known(self._told_by_cues(), announced)

    def _told_by_cues(self) -> Iterator[Claim]:
        for claim in _without_retold(list(self.clauses.claims(self.matches))):
            if self.definition.has_other_examples(claim) or is_of_noun(claim.subject):
                continue
            if claim.relation.name == "appliesTo":
                claim = claim._replace(object=term_within(self.main, claim.object))
            claim = linked(self.main, claim, keeps=self._keeps(claim))
            claim = of_headword(claim, self.topic, self.definition.genus_span)
            if (
                claim.relation.name == "derivedFrom"
                and self._acts(claim.subject)
                and self.definition.genus_span
            ):
                claim = claim._replace(subject=self.topic)  # "a suit against a buyer based on a complaint"
            if self._is_of_benefits(claim):
                if claim.object.head in BENEFITS:
                    continue
                claim = claim._replace(relation=self.reader.relation("supports"))
            if (
                self._is_vague_part(claim)
                or self._is_matter(claim)
                or self._is_of_word(claim)
                or self._is_of_other_noun(claim)
            ):
                continue
            if claim.relation.name == "dependsOn" and self._informs(claim):
                claim = claim.turned()._replace(relation=self.reader.relation("supports"))
            if claim.relation.name == "dependsOn" and self._is_obliged(claim.object):
                claim = claim._replace(relation=self.reader.relation("appliesTo"))
            if self._lessens(claim):
                if self._describes(claim.object) or self._opens_clause(claim.object):
                    continue  # "reduces the time clerks need" speaks of no whole thing
                claim = claim._replace(object=lessened(self.main[claim.cue], claim.object))
            if self._is_recipient(claim) or self._benefits(claim):
                claim = claim._replace(relation=self.reader.relation("supports"))
            if (
                claim.relation.name == "produces"
                and claim.object.form == "noun"
                and names_quality(claim.object.head)
            ):
                claim = claim._replace(relation=self.reader.relation("supports"))
            yield claim._replace(qualifiers=tuple(sorted({*claim.qualifiers, *self.qualifiers})))
        subject = self.clauses.subjects.standing[0] if self.clauses.subjects.standing else None
        self.subject = subject
        yield from self._by_doing(self._opener or subject)
        yield from benefits(self.main, subject, self.reader.relation("supports"))
        for rule, claims in self._constructions(subject):
            yield from (claim._replace(rule=claim.rule or rule) for claim in claims)

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
        vague = other or bool(claim.subject.keys) or self._acts(claim.subject) or len(listed) < 2
        return involved and claim.relation.name == "partOf" and vague

    def _is_of_other_noun(self, claim: Claim) -> bool:
        """Tell what a noun is for from what the subject is about: "needs a plan for assessing candidates"."""
        if claim.relation.name != "appliesTo" or claim.cue < 2 or self.main[claim.cue].tag != Tag.GERUND:
            return False
        before, noun = self.main[claim.cue - 1], self.main[claim.cue - 2]
        other = noun.tag in Tag.NOUNS and noun.keys != claim.subject.keys
        return before.lower in ("for", "of") and other and self.clauses.subjects.genus_end < 0

    def _lessens(self, claim: Claim) -> bool:
        """Tell a verb whose object is no aim: "reduces costs"."""
        placed = claim.relation.name == "supports" and 0 <= claim.cue < len(self.main)
        return placed and self.main[claim.cue].verb in LESSENING and self.main[claim.cue].tag in Tag.VERBS

    def _opens_clause(self, phrase: Phrase) -> bool:
        after = self.main[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
        return any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after)

    def _is_of_word(self, claim: Claim) -> bool:
        """Tell where the word is used from where the thing is: "The term is used in the context of trade"."""
        words = [token.lower for token in self.main[:2]]
        return claim.relation.name == "uses" and words in (
            ["the", "term"],
            ["the", "word"],
            ["the", "phrase"],
        )

    def _is_matter(self, claim: Claim) -> bool:
        """Tell what one works on, though one works "with" it: data."""
        return claim.relation.name == "collaboratesWith" and claim.object.head in _MATTER

    def _informs(self, claim: Claim) -> bool:
        """Tell "analysts inform decisions" from "reports inform decisions", which need these."""
        told = claim.cue >= 0 and self.main[claim.cue].verb == "inform"
        return told and self._acts(claim.object)

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
        return any(token.lower == "to" for token in after) and self._acts(phrase)

    def _is_recipient(self, claim: Claim) -> bool:
        """Tell the potters of "provides potters with clay" from what is provided."""
        after = self.main[claim.object.end : claim.object.end + 1] if claim.object.end > 0 else ()
        gives = (
            claim.relation.name == "produces" and claim.cue >= 0 and self.main[claim.cue].verb in _PROVIDING
        )
        return gives and [token.lower for token in after] == ["with"]

    def _benefits(self, claim: Claim) -> bool:
        """Tell the lender of "protects the lender", and of "protects the rights of the lender", who is helped."""
        done = claim.relation.name in ("appliesTo", "responsibleFor") and claim.subject == self.topic
        done = done and self.main[claim.cue].verb in BENEFITING and self._acts(claim.object)
        return done and not self._is_of_others(claim.cue)

    def _keeps(self, claim: Claim) -> bool:
        """Tell whether the end behind the cue is a kind of a role, which is a thing of its own."""
        ends = [end for end in (claim.subject, claim.object) if end.start > claim.cue and end.head_keys]
        return any(self._is_role(end._replace(keys=end.head_keys, text=end.head)) for end in ends)

    def _constructions(self, subject: Phrase | None) -> Iterator[tuple[str, Iterator[Claim]]]:
        """Give what turns of phrase without a cue claim, each with the name of its rule."""
        relation, is_role = self.reader.relation, self.reader.is_role
        for main, insertions in [(self.main, self.insertions), *nested(self.insertions)]:
            yield "insertion", constructions.insertion_claims(main, insertions, relation)
        if self.clauses.subjects.genus_end < 0:
            yield "noun cue", included_parts(self.main, relation("partOf"))
        yield "employer", constructions.employments(self.whole, relation, is_role)
        yield "sector", constructions.firms(self.clauses.learned, self._sector(), relation)
        yield "activity", constructions.activities(self.main, self._cued(), subject, relation, self._acts)
        for insertion in self.insertions:
            if insertion.sign == "-" and insertion.tokens[0].tag == Tag.GERUND:
                aside = [insertion.tokens[0]._replace(text=",", tag=","), *insertion.tokens]
                yield "activity", constructions.activities(aside, frozenset(), subject, relation, self._acts)
        if not self._acts(self.topic):
            yield "verb cue", constructions.possessions(self.main, self.topic, relation, self._acts)
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
        if self.subjectless or (self.definition.is_open_gloss and subject in (None, self.topic)):
            yield (
                "agent",
                passives.done_by(self.main, genus_end, self.topic, relation, self._acts, self._cued()),
            )
        elif (place := self.definition.passive) >= 0:
            yield "agent", passives.done_by(self.main, place, self.topic, relation, self._acts, self._cued())
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
