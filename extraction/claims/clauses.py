"""What a sentence claims: who stands in which relation to what, found by the cues of the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import AGENTS, Claim, Classes, fits, likeliest
from rolegraph.extraction.claims.denials import (
    hangs_on_denial,
    is_conditional,
    is_denied_aim,
    is_denied_noun,
    is_inverted_denial,
    is_not_done,
    is_past_habit,
    is_set_aside,
    shares_denial,
)
from rolegraph.extraction.claims.hedges import hedge, not_all
from rolegraph.extraction.claims.helping import helped_deeds, is_helped
from rolegraph.extraction.claims.included_parts import governor
from rolegraph.extraction.claims.objects import names_one
from rolegraph.extraction.claims.subjects import RELATIVE, Subjects
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_any_body, names_body, names_somebody
from rolegraph.extraction.words.inflection import is_gerund
from rolegraph.extraction.words.insertions import Insertion, enumerated
from rolegraph.extraction.words.noun_classes import SUBSTANCES
from rolegraph.extraction.words.phrase_lists import cases_behind, read_list
from rolegraph.extraction.words.phrases import Phrase, read_clause, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import HELPING, LESSENING
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.claims.cues import CueMatch

__all__ = ["ClauseReader"]

_COMPOSING = frozenset({"make", "consist", "compose", "comprise", "form", "contain"})


_VAGUE = en.words(
    "things items factors areas tasks issues ways features aspects details benefits activities tools methods events "
    "elements properties options topics problems functions reasons needs goals terms places cases matters points "
    "people services resources materials goods systems processes conditions costs risks changes"
)
_ANYTHING = frozenset({"items", "things", "matters", "cases", "purposes", "reasons"})
_NOBODY = frozenset({"no", "few", "neither", "nobody", "none", "hardly"})


class ClauseReader:
    """Reads the cues of one sentence: for each its subjects, its objects, its negation and its hedges.

    ``topic`` is the headword the text is about; ``classes`` gives the IRIs of the classes of a phrase, as far as known.
    ``learned`` are names that the sentence itself tells the class of.
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
        kind: str = "",
    ) -> None:
        self.tokens, self.insertions, self.topic, self._classes = tokens, insertions, topic, classes
        self._told: dict[str, Classes] = {}
        self.learned: list[Phrase] = []
        self._gap: Phrase | None = None
        self._helper: Phrase | None = None
        self._helper_denied = False
        self.subjects = Subjects(tokens, topic, previous, self.classes, subjectless=subjectless, kind=kind)
        self._aims: frozenset[int] = frozenset()

    def classes(self, phrase: Phrase) -> Classes:
        """Give the classes of a phrase, those that this sentence tells first; who acts by name has a role."""
        known = self._told.get(phrase.text) or self._classes(phrase)
        if known == (RG + "System",) and not phrase.keys and names_body(phrase.text):
            return (RG + "Organization",)  # "Siebel Systems"
        acts = not known and phrase.form == "noun" and not phrase.keys and names_somebody(phrase.head)
        body = not known and phrase.form == "noun" and not phrase.keys and names_body(phrase.text)
        return (RG + "Organization",) if body else (RG + "Role",) if acts else known

    def is_a(self, phrase: Phrase, *names: str) -> bool:
        """Tell whether a phrase is of one of some classes of the ontology, given by name."""
        return not {RG + name for name in names}.isdisjoint(self.classes(phrase))

    def acts(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who does things themselves, as a whole sector does not."""
        return self.is_a(phrase, "Role", "Team", "Organization")

    def claims(self, matches: Sequence[CueMatch]) -> Iterator[Claim]:
        """Give the claims that the cues found in the sentence make."""
        self._aims = frozenset(match.start for match in matches if _supports(match))
        for match in matches:
            if match.noun:
                self._learn(match)
        for match in matches:
            likened = not match.start and self.tokens[0].lower == "like"  # "Like a lease, but …"
            if likened or is_conditional(self.tokens, match.start) or self._is_aside(match):
                continue
            if match.noun and not self._is_predicate(match):
                yield from self._noun_claims(match)
            else:
                found_claims = [] if self._is_past(match) else self._clause_claims(match)
                yield from (claim for claim in found_claims if self._fits(claim))

    def _noun_claims(self, match: CueMatch) -> Iterator[Claim]:
        """Read "metrics such as retention and churn": the phrases directly left and right of the cue."""
        end = match.start - (match.start > 0 and self.tokens[match.start - 1].tag == ",")
        left, _ = words_before(self.tokens, end)
        left = self.topic if match.start == self.subjects.genus_end or self._resumes_genus(match) else left
        left = self._who_acts_by(match, self._governed(match, end, left))
        left = self._whole_of_things(match, left)
        right, _ = read_list(self.tokens, match.end, as_subject=True)
        if self.tokens[match.end - 1].lower in ("other", "similar") and right and right[0].text in _ANYTHING:
            return
        deeds = bool(right) and all(phrase.form == "gerund" for phrase in right)
        if (
            left is None
            or (deeds and not left.plural and not left.keys)
            or self._is_any_firm(left)
            or not self._tells(match, left, right)
            or not (match.start == self.subjects.genus_end or self._can_have_examples(left, match))
            or left.head in en.STAND_INS
            or left.head in en.LIGHT_HEADS
            or (self.tokens[match.start].lower == "like" and right and right[0].determiner in ("a", "an"))
        ):
            return
        for phrase in right:
            claim = self._claim(match, left, phrase)
            together = claim.relation.name == "collaboratesWith"
            acting = not together or self._is_agent(left) or self._is_agent(phrase)
            loose = claim.relation.range != (RG + "Place",) and not together
            if loose or (acting and self._fits(claim)):
                yield claim

    def _whole_of_things(self, match: CueMatch, left: Phrase | None) -> Phrase | None:
        """Give what has the things of "it may include things such as ink": the subject, of which these are cases."""
        cases = any(reading.relation.name == "exampleOf" for reading in match.readings)
        bare = left is not None and cases and left.text.lower() in _ANYTHING
        return self.subjects.standing[0] if bare and self.subjects.standing else left

    def _is_manner(self, match: CueMatch) -> bool:
        """Tell "routes calls based on their length", which says how it is done and nothing of the calls."""
        if self.tokens[match.start].lower != "based" or match.start == self.subjects.genus_end:
            return False
        _, begin = words_before(self.tokens, match.start)
        before = self.tokens[begin - 1] if 0 < begin < match.start else None
        return before is not None and before.tag in (Tag.VERB, Tag.GERUND)

    def _governed(self, match: CueMatch, end: int, left: Phrase | None) -> Phrase | None:
        """Find what has the examples behind a comma: "prepare papers for the shipment, such as …"."""
        cases = any(reading.relation.name == "exampleOf" for reading in match.readings)
        return governor(self.tokens, left) if end < match.start and cases else left

    def _who_acts_by(self, match: CueMatch, left: Phrase | None) -> Phrase | None:
        """Give who uses what "by means of" and "using" name behind a verb and its object: "sends mail using a van"."""
        means = any(reading.relation.name == "uses" and not reading.inverse for reading in match.readings)
        verbs = any(
            token.tag in Tag.VERBS for token in self.tokens[max(self.subjects.genus_end, 0) : match.start]
        )
        opens = self.tokens[match.start].lower in ("by", "with") and match.end > match.start + 2
        if opens and not verbs and self.subjects.genus_end >= 0:
            return self.topic  # "the pricing of many houses by means of models"
        acts = left is not None and self._is_agent(left)
        if not means or not verbs or acts or not self.subjects.standing:
            return left
        return self.subjects.standing[0]

    def _resumes_genus(self, match: CueMatch) -> bool:
        """Tell a participle behind a comma that goes on about the headword: "a code on a spine, made up of A and B"."""
        before = next(
            (token for token in reversed(self.tokens[: match.start]) if token.tag != Tag.ADVERB), None
        )
        behind_comma = before is not None and before.tag == ","
        done = self.tokens[match.end - 1].lower == "by" and self.tokens[match.start].tag == Tag.PARTICIPLE
        set_off = (
            match.start - 1 == self.subjects.genus_end and self.tokens[match.start].tag == Tag.PARTICIPLE
        )
        verbal = behind_comma and (self.tokens[match.start].verb in _COMPOSING or set_off or done)
        if behind_comma and self.tokens[match.start].lower == "based" and self.subjects.genus_end >= 0:
            return True  # "a score that tells how warm a kiln is, based on its gauge"
        clause = any(token.tag in (Tag.VERB, Tag.CONNECTIVE) for token in self.tokens[: match.start])
        consists = behind_comma and self.tokens[match.start].lower in ("consisting", "comprising")
        return verbal and self.subjects.genus_end >= 0 and (not clause or consists)

    def _can_have_examples(self, phrase: Phrase, match: CueMatch) -> bool:
        """Tell whether a phrase is a class of things, as examples need: a plural, or "a …", "any …".

        What ", including" lists behind a singular is no example of it, and in a definition, what stands behind "the
        services, such as" is one of the headword, if of anything.
        """
        if not any(reading.relation.name == "exampleOf" for reading in match.readings):
            return True
        if phrase.head.endswith(SUBSTANCES) and phrase.determiner not in ("this", "that"):
            return True  # "documentation, such as invoices"
        if phrase.plural:
            return not (phrase.determiner == "the" and phrase.keys and self.subjects.genus_end >= 0)
        if not phrase.determiner and self.tokens[match.start].lower == "such" and not phrase.keys:
            return True  # "expert work such as tax or treasury": no article stands before a mass
        one = phrase.determiner in ("a", "an", "any", "some", "other", "several", "each", "every")
        return one and self.tokens[match.start].lower != "including"

    def _is_predicate(self, match: CueMatch) -> bool:
        """Tell whether a noun cue stands behind "is", or opens a gloss, so that the subject is further left."""
        if match.start == 0:
            return self.subjects.subjectless
        return self.tokens[match.start - 1].lower in en.BE

    def _learn(self, match: CueMatch) -> None:
        """Note that the names in "firms like A and B" are names of firms."""
        left, _ = words_before(self.tokens, match.start)
        if left is not None and self._is_any_firm(left):
            for phrase in read_list(self.tokens, match.end, as_subject=True)[0]:
                self._told[phrase.text] = self.classes(left)
                self.learned.append(phrase)

    def _tells(self, match: CueMatch, left: Phrase, right: Sequence[Phrase]) -> bool:
        """Tell whether a list of examples says something: of a term, or of more than "tasks" and "properties"."""
        substance = left.head.endswith(SUBSTANCES)
        such = self.tokens[match.start].lower == "such"
        whole = left.plural or not left.determiner
        plain = such and whole and left.text.lower() not in _VAGUE and len(right) > 1
        proper = such and left.plural and any(phrase.text[:1].isupper() for phrase in right)
        named = proper or " " in left.text or bool(left.keys) or any(phrase.keys for phrase in right)
        return substance or plain or named

    def _is_any_firm(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names no more than a class: "firms like A and B" says nothing of firms."""
        any_body = names_any_body(phrase.text)
        return " " not in phrase.text and not phrase.keys and any_body and self._is_agent(phrase)

    def _clause_claims(self, match: CueMatch) -> Iterator[Claim]:
        aim = match.start > 0 and self.tokens[match.start - 1].tag == Tag.TO
        if aim and _supports(match) and self.tokens[0].lower in _NOBODY:
            return  # "No bank uses kaizen to cut costs"
        measuring = any(reading.relation.name in ("measuredBy", "dependsOn") for reading in match.readings)
        subjects, group = self.subjects.of(self._predicate_start(match), measuring=measuring)
        negative = self._is_denied(match, group, subjects)
        subjects = [each for each in subjects if not self._is_means(match, each)]
        helped, subjects = subjects, self._helpers(match, subjects)
        negative = negative or (self._helper_denied and subjects is not helped)
        qualifiers = not_all(self.tokens, subjects) or hedge(
            [*group, *self.tokens[match.start : match.end]], subjects
        )
        objects = list(self._objects(match)) or self._moved_object(match, group)
        if _supports(match) and self.tokens[match.start].verb in HELPING:
            self._helper, self._helper_denied = (subjects[0] if len(subjects) == 1 else None), negative
            aims = helped_deeds(self.tokens, match.end, self._aims.__contains__)
            objects += [(each, False) for each in aims]
        for phrase, denied in objects or self._pronoun_object(match, subjects):
            for subject in subjects:
                yield self._claim(match, subject, phrase)._replace(
                    qualifiers=qualifiers, negative=negative or denied or phrase.determiner == "no"
                )

    def _helpers(self, match: CueMatch, subjects: list[Phrase]) -> list[Phrase]:
        """Put what helps in the place of those without an entry whom it helps to reach an aim or to make something."""
        helped = [each for each in subjects if is_helped(self.tokens, each, match.start)]
        names = {reading.relation.name for reading in match.readings}
        if not helped or not names & {"supports", "produces", "appliesTo"} or "responsibleFor" in names:
            return subjects
        return [self._helper] if self._helper and _supports(match) else []

    def _pronoun_object(self, match: CueMatch, subjects: Sequence[Phrase]) -> list[tuple[Phrase, bool]]:
        """Give the headword for the "it" of "Potters use it to cool pots", where nothing else stands before."""
        pronoun = self.tokens[match.end].lower if match.verbal and match.end < len(self.tokens) else ""
        opens = bool(subjects) and (0 <= subjects[0].start <= 1 or self._goes_on_about_topic(subjects[0]))
        opens = opens and subjects[0].keys != self.topic.keys
        opens = opens and self.subjects.referent.keys == self.topic.keys
        meant = pronoun == ("them" if self.topic.plural else "it") and not self.subjects.subjectless
        meant = meant and not (pronoun == "it" and names_one(self.tokens, subjects, match.start))
        return [(self.topic, False)] if opens and meant else []

    def _goes_on_about_topic(self, subject: Phrase) -> bool:
        """Tell the second clause of "It spread early, and Bolt adopted it", the first of which is on the headword."""
        opening = self.tokens[0]
        about = opening.keys == self.topic.keys or opening.lower in ("it", "they")
        start = subject.start - (subject.start > 0 and self.tokens[subject.start - 1].tag == Tag.DETERMINER)
        before = [token.tag for token in self.tokens[max(0, start - 2) : max(0, start)]]
        return about and (before == [",", Tag.CONJUNCTION] or before[-1:] == [Tag.CONNECTIVE])

    def _is_means(self, match: CueMatch, subject: Phrase) -> bool:
        """Tell whether others act through a subject that can act itself: "clerks are used to manage queues"."""
        words = [token.lower for token in self.tokens[max(0, match.start - 3) : match.start]]
        used = words[-2:] == ["used", "to"] and bool(words[:-2]) and words[0] in en.BE
        return used and self._is_agent(subject)

    def _is_agent(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who can act."""
        return not AGENTS.isdisjoint(self.classes(phrase))

    def _fits(self, claim: Claim) -> bool:
        return fits(claim, self.classes(claim.subject), self.classes(claim.object))

    def _is_denied(self, match: CueMatch, group: Sequence[Token], subjects: Sequence[Phrase]) -> bool:
        """Tell whether a clause is negative: "don't own", "no manager owns", "without needing to own"."""
        before = self.tokens[max(0, match.start - 4) : match.start]
        without = any(token.lower == "without" for token in before)
        denied = any(token.tag == Tag.NEGATION for token in group) or without
        shared = shares_denial(self.tokens, match.start) or hangs_on_denial(self.tokens, match.start)
        shared = shared or is_inverted_denial(self.tokens, match.start)
        shared = shared or is_denied_noun(self.tokens, match.start)
        shared = shared or is_not_done(self.tokens, match.start)
        shared = shared or is_denied_aim(self.tokens, match.start) or is_set_aside(self.tokens, match.start)
        return denied or shared or any(p.determiner in ("no", "neither") for p in subjects)

    def _is_past(self, match: CueMatch) -> bool:
        """Tell what somebody used to do, and no longer does, from "a kit used to build apps"."""
        if not is_past_habit(self.tokens, match.start):
            return False
        used = max(n for n in range(match.start + 1) if self.tokens[n].lower == "used")
        owner, _ = words_before(self.tokens, used)
        rest = [each for n, each in enumerate(self.tokens) if n not in (used, match.start)]
        told = self.subjects.subjectless or self.subjects.genus_end >= 0
        alone = not told and not any(each.tag in (Tag.VERB, Tag.AUXILIARY) for each in rest)
        return owner is None or owner.plural or self._is_agent(owner) or alone

    def _is_aside(self, match: CueMatch) -> bool:
        """Tell a cue that says nothing of its neighbours: what a thing is for, of its word, "as required by X"."""
        manner = match.start > 0 and self.tokens[match.start - 1].lower == "as"
        manner = manner and self.tokens[match.start].tag == Tag.PARTICIPLE
        aside = self._is_purpose(match) or self._is_of_word(match) or self._is_manner(match)
        return manner or aside or self._is_avoided(match)

    def _is_avoided(self, match: CueMatch) -> bool:
        """Tell what somebody is spared: "avoids buying and keeping stock"."""
        start = match.start
        if self.tokens[start].tag != Tag.GERUND:
            return False
        while start > 0 and self.tokens[start - 1].tag in (Tag.GERUND, Tag.CONJUNCTION, ","):
            start -= 1
        before = self.tokens[start - 1] if start else None
        avoiding = self.tokens[start].verb in LESSENING and start < match.start
        return avoiding or (before is not None and before.verb in LESSENING and before.tag in Tag.VERBS)

    def _is_of_word(self, match: CueMatch) -> bool:
        """Tell where a word is used ("a term used in freight") from where the thing is."""
        before = self.tokens[match.start - 1].lower if match.start else ""
        return match.start == self.subjects.genus_end and before in ("term", "word", "phrase", "expression")

    def _is_purpose(self, match: CueMatch) -> bool:
        """Tell what a thing is for from what it does: "a kit for building apps", "a kit used to build apps"."""
        before = [token.lower for token in self.tokens[max(0, match.start - 2) : match.start]]
        produced = any(reading.relation.name == "produces" for reading in match.readings)
        gerund = before[-1:] == ["for"] and match.start - 1 == self.subjects.genus_end
        aim = before[-1:] == ["to"] and self._is_verbless(match.start - 1)
        return produced and (gerund or aim or before in (["used", "to"], ["order", "to"]))

    def _is_verbless(self, end: int) -> bool:
        """Tell whether no verb stands between the genus and a place: "a set of libraries to provide insight"."""
        genus = self.subjects.genus_end
        return 0 <= genus <= end and not any(token.tag in Tag.VERBS for token in self.tokens[genus:end])

    def _objects(self, match: CueMatch) -> Iterator[tuple[Phrase, bool]]:
        """Give the objects behind a cue, each with whether it is denied ("not feature count")."""
        tokens, start = self.tokens, self._object_start(match.end)
        if start < len(tokens) and tokens[start].lower == "using":
            return
        if start < len(tokens) and _question_word(tokens[start]) and match.verbal:
            clause, _ = read_clause(tokens, match.start)
            if clause:
                yield clause, False
            return
        helps = tokens[match.start].verb in ("help", "assist") and match.verbal
        start += start < len(tokens) and tokens[start].lower == "with" and helps
        denied = start < len(tokens) and tokens[start].tag == Tag.NEGATION
        if _is_not_only(tokens, start):
            yield from self._not_only(start + 2)
            return
        phrases, end = read_list(tokens, start + denied)
        phrases = _without_cut_off(tokens, phrases, end)
        if tokens[match.start].tag == Tag.GERUND:
            phrases = [phrase for phrase in phrases if phrase.form == "noun"]
        if phrases and not denied:
            phrases = [*phrases, *cases_behind(tokens, phrases[-1], end)]
        yield from ((phrase, denied) for phrase in self._spelled_out(phrases, start, end))
        contrast = _contrast(tokens, end) if phrases else 0
        contrast += bool(contrast) and contrast < len(tokens) and tokens[contrast].tag == Tag.PREPOSITION
        if contrast:
            yield from ((phrase, True) for phrase in read_list(tokens, contrast)[0])

    def _not_only(self, start: int) -> Iterator[tuple[Phrase, bool]]:
        """Read "not only A but also B and C", of which all is said."""
        phrases, end = read_list(self.tokens, start)
        end += end < len(self.tokens) and self.tokens[end].tag == ","
        more = end < len(self.tokens) and self.tokens[end].lower == "but"
        phrases += read_list(self.tokens, end + 1)[0] if more else []
        yield from ((phrase, False) for phrase in phrases)

    def _predicate_start(self, match: CueMatch) -> int:
        """Step back over the determiner and adjectives of "is a good example of" to its verb."""
        start = match.start
        while not match.verbal and start > 0 and self.tokens[start - 1].tag in (Tag.DETERMINER, Tag.WORD):
            start -= 1
        if (
            start > 2
            and self.tokens[start - 1].lower == "as"
            and self.tokens[start - 2].tag == Tag.PARTICIPLE
        ):
            start -= 2
        opens = not start and self.subjects.subjectless
        verb = start
        while verb > 0 and self.tokens[verb - 1].tag == Tag.ADVERB:
            verb -= 1
        return start if opens or (verb and self.tokens[verb - 1].lower in en.BE) else match.start

    def _moved_object(self, match: CueMatch, group: Sequence[Token]) -> list[tuple[Phrase, bool]]:
        """Find the object that stands before its clause: "a system (that) PMs build against or own"."""
        after = match.end
        while after < len(self.tokens) and (
            self.tokens[after].tag == Tag.ADVERB or self.tokens[after].lower in en.ADVERBIAL
        ):
            after += 1
        if not match.verbal or (after < len(self.tokens) and self.tokens[after].tag not in "C,;.PI"):
            return []
        subject = match.start - len(group) - 1
        if subject >= 0 and self.tokens[subject].tag in Tag.NOUNS:
            self._gap = self.topic if self._is_behind_genus(subject) else None
        return [(self._gap, False)] if self._gap else []

    def _object_start(self, end: int) -> int:
        """Step over a second verb that shares the object: "builds and maintains pipelines"."""
        pair = [token.tag for token in self.tokens[end : end + 2]]
        passive = self.tokens[end - 1].tag == Tag.PARTICIPLE  # "says how it is measured and names the fee"
        return end + 2 if pair == [Tag.CONJUNCTION, Tag.VERB] and not passive else end

    def _is_behind_genus(self, subject: int) -> bool:
        """Tell whether nothing but "that" and the subject's own words stand between the genus and the subject."""
        between = self.tokens[self.subjects.genus_end : subject + 1]
        own = all(t.tag in Tag.NOUNS or t.tag == Tag.DETERMINER or t.lower in RELATIVE for t in between)
        return 0 <= self.subjects.genus_end <= subject and own

    def _spelled_out(self, phrases: list[Phrase], start: int, end: int) -> list[Phrase]:
        """Put what an enumeration names ("three loops: A, B and C") in the place of its count, or beside its name."""
        named = enumerated(self.insertions, start if phrases else start - 1, end)
        counted = bool(phrases) and phrases[-1].determiner in en.NUMBERS
        return [*(phrases[:-1] if counted and named else phrases), *named]

    def _claim(self, match: CueMatch, left: Phrase, right: Phrase) -> Claim:
        relation, inverse = likeliest(match.readings, self.classes(left), self.classes(right))
        rule = "noun cue" if match.noun else "verb cue" if match.verbal else "phrase cue"
        claim = Claim(left, relation, right, rule=rule, cue=match.start)
        comprising = self.tokens[match.start].verb == "comprise" and left.keys != self.topic.keys
        made_up = comprising and left.plural and not right.plural
        return (
            claim.turned() if inverse != made_up else claim
        )  # "the nodes comprising a cluster" are its parts


def _supports(match: CueMatch) -> bool:
    return any(reading.relation.name == "supports" and not reading.inverse for reading in match.readings)


def _without_cut_off(tokens: Sequence[Token], phrases: list[Phrase], end: int) -> list[Phrase]:
    """Drop bare gerunds whose object stands behind one that follows: of "sorting, packing and sending parcels" two."""
    while end < len(tokens) and tokens[end].tag in (",", Tag.CONJUNCTION):
        end += 1
    goes_on = end < len(tokens) and tokens[end].tag == Tag.GERUND
    cut = goes_on or any(phrase.form == "gerund" and " " in phrase.text for phrase in phrases[-1:])
    return [phrase for phrase in phrases if not (cut and _is_bare_gerund(tokens, phrase))]


def _is_bare_gerund(tokens: Sequence[Token], phrase: Phrase) -> bool:
    bare = not phrase.keys and " " not in phrase.text and is_gerund(phrase.text.lower())
    return bare and bool(tokens[phrase.start].verb)


def _is_not_only(tokens: Sequence[Token], start: int) -> bool:
    words = [token.lower for token in tokens[start : start + 2]]
    return len(words) == 2 and words[0] == "not" and words[1] in ("only", "just", "merely", "simply")


def _question_word(token: Token) -> bool:
    word = token.lower.removesuffix("'s")
    return token.tag == Tag.CONNECTIVE and word in en.QUESTION_WORDS - {"when", "where"}


def _contrast(tokens: Sequence[Token], position: int) -> int:
    """Give the place after ", not", "rather than", "instead of"; 0 where no contrast follows."""
    position += position < len(tokens) and tokens[position].tag in ",;"
    if position >= len(tokens):
        return 0
    if tokens[position].tag == Tag.NEGATION:
        return position + 1
    pair = " ".join(token.lower for token in tokens[position : position + 2])
    return position + 2 if pair in ("rather than", "instead of") else 0
