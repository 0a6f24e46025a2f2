"""What a definition says of its headword behind the genus, each claim with the type that it has for just this headword.

Verb and preposition alone often tell no more than that the headword applies to something. Who acts answers for what it
does, a system is used by those who work with it, a group has members: that is told by the classes of both ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.announcing_nouns import BENEFITS
from rolegraph.extraction.claims.claims import Claim, without_known
from rolegraph.extraction.claims.dealings import dealing, decides
from rolegraph.extraction.claims.helping import lessened, lessens
from rolegraph.extraction.claims.subjects import Subjects
from rolegraph.extraction.definitions.definitions import DefinitionReader, TaggedSentence
from rolegraph.extraction.definitions.ends import only_describes
from rolegraph.extraction.definitions.scopes import is_quantity, says_little
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import names_doer, singular
from rolegraph.extraction.words.phrases import Phrase, begins_clause
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import (
    ADVERSE,
    BENEFITING,
    DEEDS,
    HANDING_ON,
    HELPING,
    MAKING,
    UNDERGOING,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.clauses import ClauseReader
    from rolegraph.extraction.claims.cues import CueMatch
    from rolegraph.extraction.prose.prose import ProseReader

__all__ = ["ReachedClaims"]

_SET_APART = frozenset({"unlike", "than", "rather", "instead", "without", "except", "before", "until"})
_INSIDE = frozenset({"in", "at", "within", "inside"})
_PLACING = frozenset({"where", "which", "whereby", "wherein"})
_LET_NEAR = 4
_ADVERSE = ADVERSE | {"remove"}
# Who does something within these answers for that alone: "a model in which a supplier employs the cooks".
_SETTINGS = en.words(
    "model arrangement approach scheme program programme plan strategy setup structure relationship"
)
# What those who act have to do with one another, by the preposition between them; other words tell nothing.
_BETWEEN_PARTIES = {"for": "supports", "with": "collaboratesWith"}


class ReachedClaims:
    """Gives what the ``definition`` in a sentence says behind its genus, whose ``matches`` are the cues found there.

    ``clauses`` know the words of the sentence and the classes of its phrases.
    """

    def __init__(
        self,
        reader: ProseReader,
        clauses: ClauseReader,
        definition: DefinitionReader,
        matches: Sequence[CueMatch],
    ) -> None:
        self._reader, self._clauses, self._definition, self._matches = reader, clauses, definition, matches
        self._main, self._topic, self._acts = clauses.tokens, clauses.topic, clauses.acts

    def claims(self, known: Sequence[Claim]) -> list[Claim]:
        """Give what the definition says of ends that none of the claims ``known`` relates already."""
        found = list(known)
        found += list(without_known(map(self._as_member, self._definition.scopes()), found))
        found += list(without_known(self._reached(found), found))
        found += list(without_known(self._apposed(), found))
        found += list(without_known(self._parties(), found))
        return found[len(known) :]

    def benefits(self, claim: Claim) -> bool:
        """Tell the lender of "protects the lender", and of "protects the rights of the lender", who is helped."""
        done = claim.relation.name in ("appliesTo", "responsibleFor") and claim.subject == self._topic
        done = done and self._main[claim.cue].verb in BENEFITING and self._acts(claim.object)
        return done and not _is_of_others(self._main, claim.cue)

    def _is(self, *names: str) -> bool:
        """Tell whether the headword is of one of some classes."""
        return self._clauses.is_a(self._topic, *names)

    def _as(self, name: str, claim: Claim) -> Claim:
        """Give a claim another type."""
        return claim._replace(relation=self._reader.relation(name))

    def _as_member(self, claim: Claim) -> Claim:
        """Take those who act for members of what they are in: "the cooks in a crew"."""
        acting = self._acts(claim.object)
        if claim.relation.name == "partOf":
            return self._as("memberOf", claim) if acting and self._acts(claim.subject) else claim
        if claim.relation.name != "appliesTo":
            return claim
        if self._is_answerable() and self._acts(self._topic):
            return self._as("responsibleFor", claim)
        decided = acting and claim.subject == self._topic and self._is_decided_by(claim.object)
        return self._as("produces", claim.turned()) if decided else claim

    def _is_answerable(self) -> bool:
        """Tell whether the genus goes on with a duty: "a clerk responsible for records"."""
        end = self._clauses.subjects.genus_end
        answers = ("responsible", "accountable")
        return 0 < end < len(self._main) and self._main[end].lower in answers

    def _is_decided_by(self, phrase: Phrase) -> bool:
        """Tell the jury of "the decision of a jury"."""
        before = self._main[max(phrase.start - 3, 0) : max(phrase.start, 0)]
        decided = any(decides(token) for token in before)
        governed = decided and before[-1].tag in (Tag.PREPOSITION, Tag.DETERMINER)
        return governed and any(token.lower == "of" for token in before)

    def _reached(self, known: Sequence[Claim]) -> Iterator[Claim]:
        """Give what the definition reaches, each with the type that verb, preposition and ends tell together.

        ``known`` is what the sentence is known to claim.
        """
        for claim in self._definition.reached(self._matches):
            if lessens(self._main, claim, "supports", "appliesTo"):
                settled = self._lessening(claim)
            else:
                settled = self._of_headword(claim) if claim.object == self._topic else self._settled(claim)
            if settled is None or settled.object.text in BENEFITS or _is_retold(settled, known):
                continue
            yield settled

    def _lessening(self, claim: Claim) -> Claim | None:
        """Give the aim of "reduces losses"; that of "reduces the sum of losses" is told of no term."""
        between = self._main[claim.cue + 1 : claim.object.start]
        direct = all(token.tag in (Tag.DETERMINER, Tag.ADVERB) for token in between)
        if not direct or only_describes(self._main, claim.object):
            return None
        return self._as("supports", claim)._replace(object=lessened(self._main[claim.cue], claim.object))

    def _of_headword(self, claim: Claim) -> Claim | None:
        """Settle what somebody is to the headword: who cannot act did nothing to it, and a time is no tool."""
        name = claim.relation.name
        if name == "uses" and (self._is("Metric") or not self._works(claim.subject)):
            return self._as("appliesTo", claim.turned())  # "the time a potter spends"
        while_done = self._main[claim.cue].lower == "during"
        if name in ("produces", "responsibleFor") and not self._acts(claim.subject) and not while_done:
            return self._as("appliesTo", claim.turned())
        if name == "precedes" and self._acts(claim.subject) != self._acts(claim.object):
            return None
        return claim

    def _works(self, phrase: Phrase) -> bool:
        """Tell who or what can use the headword: who acts, and a system."""
        return self._acts(phrase) or self._clauses.is_a(phrase, "System")

    def _settled(self, claim: Claim) -> Claim | None:
        """Settle what the headword is to something; who acts answers for what it does, a place applies to nothing."""
        name, cue = claim.relation.name, self._main[claim.cue]
        if name == "supports" and claim.object.keys and only_describes(self._main, claim.object):
            return None  # "helps the project team" is no help for the project
        if name == "uses" and cue.lower == "by" and self._does(claim.object):
            return self._done_by(claim)  # who acts is no means
        if name == "responsibleFor" and claim.subject == self._topic:
            acts = self._acts(self._topic) and not only_describes(self._main, claim.object)
            return claim if acts else self._as("appliesTo", claim)
        if name == "precedes" and self._acts(claim.subject) != self._acts(claim.object):
            return None  # "after a referral of the applicant": who acts is no step
        if name != "appliesTo" or claim.subject != self._topic:
            return claim
        return (
            self._as("responsibleFor", claim.turned()) if self._is_handed_to(claim) else self._applied(claim)
        )

    def _is_handed_to(self, claim: Claim) -> bool:
        """Tell the clerk of "work handed to a clerk", who answers for it then."""
        handed = self._main[claim.cue - 1] if claim.cue and self._main[claim.cue].lower == "to" else None
        handed = handed if handed is not None and handed.tag == Tag.PARTICIPLE else None
        done = handed is not None and handed.verb in HANDING_ON and self._is("Activity", "Method")
        return done and self._acts(claim.object)

    def _does(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who acts, by its class or by its form."""
        return self._acts(phrase) or names_doer(singular(phrase.head))

    def _done_by(self, claim: Claim) -> Claim | None:
        """Give who carries out an activity: "in which bowls are fired by a potter"."""
        passive = claim.cue > 1 and self._main[claim.cue - 2].tag in (Tag.AUXILIARY, Tag.ADVERB)
        carried_out = passive and self._is("Activity", "Method") and self._acts(claim.object)
        return self._as("responsibleFor", claim.turned()) if carried_out else None

    def _applied(self, claim: Claim) -> Claim | None:
        """Find the type of what the grammar alone would only tell as appliesTo."""
        if self._acts_where(claim):
            if self._genus() in _SETTINGS:
                return None
            if there := self._there(claim):
                return there
        if self._is("Activity", "Method") and _is_means(self._main, claim.cue):
            return self._as("uses", claim)
        told = bool(claim.object.keys) and not only_describes(self._main, claim.object)
        acting = self._acts(claim.subject) and self._acts(claim.object)
        if told and (name := dealing(self._main, claim.cue, acting=acting)):
            return self._as(name, claim)
        if self.benefits(claim):
            return self._as("supports", claim)
        if self._answers_for(claim, told=told):
            deed = "produces" if self._main[claim.cue].verb in MAKING else "responsibleFor"
            return self._as(deed, claim)
        if acting:
            name = _BETWEEN_PARTIES.get(self._main[claim.cue].lower, "") if told else ""
            return self._as(name, claim) if name else None
        someone = self._is("Role", "Team", "Place")
        plain = told and not self._is("Place") and not self._tells_duties()
        return claim if not someone or plain else None

    def _acts_where(self, claim: Claim) -> bool:
        """Tell the potters of "a shed where potters work" and "a step in which potters fire pots", who act there."""
        word, before = self._main[claim.cue].lower, self._main[claim.cue - 1]
        placed = word in _PLACING and (
            word != "which" or before.tag == Tag.PREPOSITION
        )  # "in which", "where"
        placed = placed and self._acts(claim.object)
        if not placed or only_describes(self._main, claim.object):
            return False
        behind = self._main[claim.object.end :]
        verb = next((token for token in behind if token.tag not in (Tag.AUXILIARY, Tag.ADVERB)), None)
        return verb is not None and verb.tag == Tag.VERB and verb.verb not in UNDERGOING

    def _there(self, claim: Claim) -> Claim | None:
        """Give what those who act somewhere are to it: they use a system, belong to a group, carry out a step."""
        inside = self._main[claim.cue].lower == "where" or self._main[claim.cue - 1].lower in _INSIDE
        if self._is("System", "Place", "Sector"):
            return self._as("uses", claim.turned())
        if self._is("Team", "Organization"):
            return self._as("memberOf", claim.turned()) if inside else claim
        return self._as("responsibleFor", claim.turned()) if self._is("Activity", "Method") else None

    def _genus(self) -> str:
        """Give the noun that the headword is defined as."""
        end = self._clauses.subjects.genus_end
        return singular(self._main[end - 1].lower) if 0 < end <= len(self._main) else ""

    def _answers_for(self, claim: Claim, *, told: bool) -> bool:
        """Tell whether a verb says what the headword, which acts, does to something."""
        if self._main[claim.cue].verb in _ADVERSE:
            return False  # "prevents fraud": nobody answers for what is kept away
        done = _is_deed(self._main, claim.cue) and not only_describes(self._main, claim.object)
        duty = told and self._main[claim.cue].verb not in UNDERGOING
        return done and (self._is("Team", "Organization") or (self._is("Role") and duty))

    def _tells_duties(self) -> bool:
        """Tell whether a sentence says what its subject does, for whom that is said by the way."""
        readings = (reading for match in self._matches for reading in match.readings)
        return any(reading.relation.name == "responsibleFor" for reading in readings)

    def _apposed(self) -> Iterator[Claim]:
        """Read what a definition adds behind a dash: "— the last step of a firing", "— kept for each kiln"."""
        for insertion in self._clauses.insertions if self._definition.is_definition else ():
            tokens = insertion.tokens
            if insertion.sign != "-" or tokens[0].tag not in (Tag.DETERMINER, Tag.PARTICIPLE):
                continue
            for claim in self._added(tokens):
                if claim.relation.name != "appliesTo" or not self._acts(self._topic):
                    yield claim._replace(cue=-1)

    def _added(self, tokens: Sequence[Token]) -> list[Claim]:
        """Read words that go on with the definition for what they are about and what they reach."""
        classes = self._reader.classifier.of_phrase
        subjects = Subjects(tokens, self._topic, None, classes, subjectless=True)
        sentence = TaggedSentence(tokens, tokens, (), self._topic, subjectless=True, defining=True)
        added = DefinitionReader(sentence, subjects, self._reader.relation, self._acts)
        list(added.genus(()))  # finds where the genus ends
        about = list(added.scopes())
        return about + list(without_known(added.reached(self._reader.cues.find(tokens)), about))

    def _parties(self) -> Iterator[Claim]:
        """Give who else the definition of a thing speaks of: what a thing has to do with people applies to them."""
        start = max(self._definition.genus_span.stop, 1)
        muted = says_little(self._main, start) and not is_quantity(self._main[start - 1])
        if not self._definition.is_definition or self._acts(self._topic) or muted:
            return
        for place in range(start, len(self._main)):
            token = self._main[place]
            if token.lower in _SET_APART or token.tag == Tag.NEGATION:
                return
            if token.keys and token.keys != self._topic.keys and _takes_part(self._main, place):
                party = Phrase(
                    token.lower, "noun", token.lower, token.keys, token.keys, start=place, end=place + 1
                )
                if self._acts(party):
                    yield Claim(self._topic, self._reader.relation("appliesTo"), party, rule="reach")


def _is_retold(claim: Claim, known: Sequence[Claim]) -> bool:
    """Tell whether what a claim is about is told as the object of a deed: the costs of "reducing costs"."""
    ending, opening = f" {claim.object.text}", f"{claim.object.text} "
    if " " not in claim.object.text and not claim.object.keys:
        cut = (each.object for each in known if each.subject.keys == claim.subject.keys)
        if any(whole.form == "noun" and whole.text.startswith(opening) for whole in cut):
            return True  # the "human" of "human and material resources"
    loose = claim.relation.name == "appliesTo" and not claim.object.keys
    return loose and any(
        one.form == "gerund" and other.keys == claim.subject.keys and one.text.endswith(ending)
        for each in known
        for one, other in ((each.object, each.subject), (each.subject, each.object))
    )


def _takes_part(tokens: Sequence[Token], place: int) -> bool:
    """Tell a party from one that only describes a noun ("buyer portal"), and from who acts ("by a buyer")."""
    after = tokens[place + 1 : place + 2]
    described = bool(after) and after[0].tag in Tag.NOUNS and not tokens[place].possessive
    opening = place
    while opening and tokens[opening - 1].tag in (Tag.DETERMINER, *Tag.NOUNS):
        opening -= 1
    before = [token.tag for token in tokens[max(opening - 2, 0) : opening]]
    apart = before == [",", Tag.CONJUNCTION] and begins_clause(tokens, place + 1)  # ", and a buyer pays"
    return not (described or apart or (opening and tokens[opening - 1].lower in ("by", "from")))


def _is_means(tokens: Sequence[Token], cue: int) -> bool:
    """Tell the gerund of "is done by adding kilns"."""
    return cue > 0 and tokens[cue].tag == Tag.GERUND and tokens[cue - 1].lower == "by"


def _is_deed(tokens: Sequence[Token], cue: int) -> bool:
    """Tell the verb of "funds a firing", and that of "pays for a firing" by its preposition."""
    paid = tokens[cue].lower == "for" and cue > 0 and tokens[cue - 1].verb in DEEDS
    helped = any(token.verb in HELPING for token in tokens[max(0, cue - _LET_NEAR) : cue])
    done = tokens[cue].tag in (Tag.VERB, Tag.GERUND) and not helped
    return (paid or done) and not _is_of_others(tokens, cue)


def _is_of_others(tokens: Sequence[Token], cue: int) -> bool:
    """Tell the deed of "a desk through which all users report faults", whose users are its subject."""
    opens = next((n for n in range(cue - 1, -1, -1) if tokens[n].tag == Tag.CONNECTIVE), -1)
    first = next((n for n in range(opens + 1, cue) if tokens[n].tag in Tag.NOUNS), 0)
    alone = not any(tokens[n].tag in Tag.VERBS for n in range(opens + 1, first))
    return opens >= 0 and first > 0 and alone and tokens[opens].lower in _PLACING | {"when"}
