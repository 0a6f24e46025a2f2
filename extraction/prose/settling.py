"""What a claim found by a cue comes to: the type that its ends and the words around the cue ask for, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.announcing_nouns import BENEFITS
from rolegraph.extraction.definitions.ends import names_quality
from rolegraph.extraction.words.doers import names_body, names_firm, names_somebody
from rolegraph.extraction.words.english import words
from rolegraph.extraction.words.inflection import looks_plural, singular, third_person
from rolegraph.extraction.words.noun_classes import BRANCHES, DEPARTMENTS
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.ontology import RelationType

__all__ = ["Settling"]

_DEEDS = ("tion", "sion", "ment", "ing", "ance", "val", "sis")
_MATTER = frozenset({"data", "information", "numbers"})
_EXAMINING = words(
    "document analyze analyse evaluate assess verify inspect review identify summarize summarise process control "
    "manage monitor handle track aggregate automate capture report describe outline specify detail regulate"
)
_TENDING = words("stabilize stabilise preserve safeguard calm soothe facilitate sharpen hone")
_RULES = words(
    "rule guideline standard schema procedure instruction law regulation policy principle convention protocol recipe "
    "template code norm format script guidance method methodology approach framework model"
)
_JOINING = frozenset({"combine", "bundle", "incorporate", "begin", "start"})
_AUTHORING = frozenset({"publish", "develop", "design", "write", "create", "build"})
_CUTTING = frozenset({"cut", "reduce", "lower", "shorten"})
_PROVIDING = frozenset({"provide", "supply", "furnish", "equip"})


class Settling(NamedTuple):
    """The words of a sentence, its topic, who can act, and where the genus of a definition ends in it."""

    main: Sequence[Token]
    topic: Phrase
    acts: Callable[[Phrase], bool]
    relation: Callable[[str], RelationType]
    genus_end: int
    is_role: Callable[[Phrase], bool]
    is_metric: Callable[[Phrase], bool]
    is_skill: Callable[[Phrase], bool]

    def says_nothing(self, claim: Claim) -> bool:
        """Tell a claim whose cue says nothing of its ends, or whose end is no more than "benefits"."""
        empty = self._is_of_benefits(claim) and claim.object.head in BENEFITS
        aside = self._is_of_word(claim) or self._is_of_other_noun(claim)
        vague = self._is_vague_part(claim) or self._is_matter(claim) or self._is_company(claim)
        vague = vague or self._is_means(claim) or self._is_put_together(claim) or self._is_handed_to(claim)
        listed = self._is_listed_deed(claim) or self._is_put_in_its_place(claim) or self._goes_to(claim)
        listed = listed or self._is_fed_by(claim) or self._cuts_back(claim)
        return empty or aside or vague or listed

    def retyped(self, claim: Claim) -> Claim:
        """Give a claim the type that its ends and the words around its cue ask for."""
        if claim.relation.name == "requiresSkill" and self._is_needed_thing(claim):
            return self.as_type("dependsOn", claim)
        if claim.relation.name == "partOf" and self.is_role(claim.subject) and names_body(claim.object.text):
            return self.as_type("memberOf", claim)
        if claim.relation.name == "partOf" and self._belongs(claim):
            return self.as_type("responsibleFor", claim.turned())
        if self._is_of_benefits(claim):
            return self.as_type("supports", claim)
        if claim.relation.name == "dependsOn" and self._informs(claim):
            return self.as_type("supports", claim.turned())
        if claim.relation.name == "dependsOn" and self._must_have(claim):
            return self.as_type("requiresSkill", claim)
        if claim.relation.name == "dependsOn" and self._is_obliged(claim.object):
            return self.as_type("appliesTo", claim)
        if claim.relation.name == "appliesTo" and self._meets(claim):
            return self.as_type("collaboratesWith", claim)
        if claim.relation.name == "appliesTo" and self._does(claim):
            return self.as_type("responsibleFor", claim)
        if claim.relation.name == "supports" and self._tends(claim):
            return self.as_type("responsibleFor", claim)
        if claim.relation.name == "produces" and self._is_authored(claim):
            return self.as_type("createdBy", claim.turned())
        if claim.relation.name == "partOf" and self._is_kind_of_things(claim):
            return self.as_type("exampleOf", claim)
        if claim.relation.name == "measuredBy" and self._keeps_track(claim):
            return self.as_type("responsibleFor" if self.acts(claim.subject) else "appliesTo", claim)
        if claim.relation.name == "measuredBy" and self._follows(claim):
            return self.as_type("responsibleFor", claim.turned())
        if claim.relation.name == "measuredBy" and self._is_tracked_with(claim):
            return self.as_type("uses", claim)
        if claim.relation.name == "derivedFrom" and self._is_origin(claim):
            return self.as_type("precedes", claim.turned())
        if claim.relation.name == "precedes" and self._obeys(claim):
            return self.as_type("uses", claim.turned())
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
        vague = other or bool(claim.subject.keys) or self.acts(claim.subject) or len(listed) < 2
        return involved and claim.relation.name == "partOf" and vague

    def _is_of_other_noun(self, claim: Claim) -> bool:
        """Tell what a noun is for from what the subject is about: "needs a plan for assessing candidates"."""
        if claim.relation.name != "appliesTo" or claim.cue < 2 or self.main[claim.cue].tag != Tag.GERUND:
            return False
        before, noun = self.main[claim.cue - 1], self.main[claim.cue - 2]
        other = noun.tag in Tag.NOUNS and noun.keys != claim.subject.keys
        return before.lower in ("for", "of") and other and self.genus_end < 0

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
        return follows and self.acts(claim.subject) and self.acts(claim.object)

    def _must_have(self, claim: Claim) -> bool:
        """Tell "a clinician needs a licence", which is asked of the person, from "a kiln needs gas"."""
        needed = claim.cue >= 0 and self.main[claim.cue].verb in ("need", "require", "demand")
        needed = needed and self.main[claim.cue].tag == Tag.VERB and claim.object.form == "noun"
        person = self.is_role(claim.subject) and not names_firm(claim.subject.head)
        return needed and person and not self.acts(claim.object)

    def _is_needed_thing(self, claim: Claim) -> bool:
        """Tell "a permit that a driver needs" below *Permit*, where the headword is no skill, from what is asked.

        So are things in the plural that others than the headword need: "recruiters need texts".
        """
        needs = (
            claim.cue >= 0 and self.main[claim.cue].verb == "need" and claim.subject.keys != self.topic.keys
        )
        things = (
            needs and claim.object.plural and claim.object.form == "noun" and " " not in claim.object.text
        )
        own = claim.object.keys == self.topic.keys and not self.is_skill(self.topic)
        return own or (things and not self.is_skill(claim.object))

    def _belongs(self, claim: Claim) -> bool:
        """Tell "contracts belong to the account manager", who answers for them, from parts of a thing."""
        told = claim.cue >= 0 and self.main[claim.cue].verb == "belong"
        return told and self.is_role(claim.object) and not self.acts(claim.subject)

    def _is_fed_by(self, claim: Claim) -> bool:
        """Tell "firms feed the list from a file", who are no input to it, from "the test feeds the list"."""
        told = claim.relation.name == "dependsOn" and claim.cue >= 0
        return told and self.main[claim.cue].verb == "feed" and self.acts(claim.object)

    def _cuts_back(self, claim: Claim) -> bool:
        """Tell what somebody "cut", which is done once, from what a thing or a role makes less."""
        told = claim.relation.name == "supports" and claim.cue >= 0 and not claim.subject.keys
        return told and self.main[claim.cue].verb in _CUTTING and self.acts(claim.subject)

    def _goes_to(self, claim: Claim) -> bool:
        """Tell "forms go back to the clerk", to whom they come, from "the custom goes back to a law"."""
        return (
            claim.relation.name == "derivedFrom"
            and self.is_role(claim.object)
            and not self.acts(claim.subject)
        )

    def _informs(self, claim: Claim) -> bool:
        """Tell "analysts inform decisions" from "reports inform decisions", which need these."""
        told = claim.cue >= 0 and self.main[claim.cue].verb == "inform"
        return told and self.acts(claim.object)

    def _tends(self, claim: Claim) -> bool:
        """Tell "keepers preserve pots", who answer for them, from "glaze preserves pots"."""
        tends = claim.cue >= 0 and self.main[claim.cue].verb in _TENDING
        return tends and self.acts(claim.subject) and not self.acts(claim.object)

    def _meets(self, claim: Claim) -> bool:
        """Tell "brokers deal with the authorities" from "brokers deal with claims"."""
        dealt = claim.cue >= 0 and self.main[claim.cue].verb == "deal"
        return dealt and self.acts(claim.subject) and self.acts(claim.object)

    def _does(self, claim: Claim) -> bool:
        """Tell "assessors inspect buildings", who answer for it, from "the report inspects" and "focuses on"."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        examines = cue is not None and cue.verb in _EXAMINING and cue.tag in (Tag.VERB, Tag.PARTICIPLE)
        agent = examines and (claim.subject.start <= claim.cue) == (self.main[claim.cue].tag == Tag.VERB)
        return agent and (self.acts(claim.subject) or claim.subject.text.lower() in DEPARTMENTS | BRANCHES)

    def _is_authored(self, claim: Claim) -> bool:
        """Tell "Ada Byron wrote the notes", who is their author, from "bakers write recipes"."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        past = cue is not None and cue.tag == Tag.VERB and cue.lower not in (cue.verb, third_person(cue.verb))
        past = past or (cue is not None and cue.tag == Tag.PARTICIPLE and cue.verb in _AUTHORING)
        words = claim.subject.text.split()
        named = (
            not claim.subject.keys
            and all(word[:1].isupper() or word in ("of", "for", "and", "&") for word in words)
            and claim.subject.start >= 0
        )
        bare = not claim.subject.determiner or (len(words) > 1 and claim.subject.determiner == "the")
        return past and named and bare and not claim.subject.plural

    def _is_kind_of_things(self, claim: Claim) -> bool:
        """Tell "popular formats include A and B", which are formats, from "the kit includes A and B"."""
        included = claim.cue >= 0 and self.main[claim.cue].lower == "include" and not claim.object.keys
        sorts = included and claim.object.plural and claim.object.determiner in ("", "some", "other", "many")
        return (sorts or self._is_carried_plural(claim)) and claim.subject.form == "noun"

    def _is_carried_plural(self, claim: Claim) -> bool:
        """Tell "CRM products include A and B", which are such products, from the parts of a CRM."""
        last = self.main[claim.object.end - 1] if claim.object.end > 0 else None
        included = claim.cue >= 0 and self.main[claim.cue].lower in ("include", "are")
        whole = claim.object.determiner.lower() in (
            "most",
            "all",
            "each",
            "every",
        )  # "Most contracts include a fee"
        return included and not whole and last is not None and not last.keys and looks_plural(last.text)

    def _keeps_track(self, claim: Claim) -> bool:
        """Tell "managers track the churn rate", which they do, from "the team is tracked by the churn rate"."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        tracked = cue is not None and cue.verb == "track" and cue.tag in (Tag.VERB, Tag.GERUND)
        acts = tracked and (self.acts(claim.subject) or self.main[claim.cue].tag == Tag.GERUND)
        told = self.acts(claim.subject) or not self.is_metric(claim.object)
        return acts and told and not self.acts(claim.object)

    def _follows(self, claim: Claim) -> bool:
        """Tell "agents track boxes" from "the rate tracks growth", which measures it."""
        verb = claim.cue >= 0 and self.main[claim.cue].tag == Tag.VERB
        return verb and self.acts(claim.object)

    def _is_listed_deed(self, claim: Claim) -> bool:
        """Tell what is done in "tasks include tracking scores", by which the tasks are not measured."""
        cue = self.main[claim.cue] if claim.cue >= 0 else None
        tracked = cue is not None and cue.verb == "track" and cue.tag in (Tag.GERUND, Tag.WORD)
        return tracked and claim.relation.name == "measuredBy" and not self.acts(claim.subject)

    def _is_put_in_its_place(self, claim: Claim) -> bool:
        """Tell the chains of "chains replaced it with planning", which replace nothing themselves."""
        told = claim.relation.name == "replaces" and claim.cue >= 0 and claim.object.start < claim.cue
        behind = [token.lower for token in self.main[claim.cue + 1 : claim.cue + 3]] if told else []
        return behind[:1] != [] and behind[0] in ("it", "them", "this") and behind[1:] == ["with"]

    def _is_tracked_with(self, claim: Claim) -> bool:
        """Tell the tool of "tickets are tracked with a tool" from what somebody's success is tracked with."""
        behind = self.main[claim.cue + 1 : claim.cue + 2] if claim.cue >= 0 else []
        told = (
            claim.cue >= 0 and self.main[claim.cue].verb == "track" and [t.lower for t in behind] == ["with"]
        )
        return told and not self.is_metric(claim.object)

    def _is_origin(self, claim: Claim) -> bool:
        """Tell "clerks come from sales", who worked there before, from what a thing comes from."""
        comes = claim.cue >= 0 and self.main[claim.cue].verb == "come"
        return comes and self.is_role(claim.subject) and not claim.object.text[:1].isupper()

    def _obeys(self, claim: Claim) -> bool:
        """Tell "bakers follow a recipe", which they use, from steps that follow one another."""
        told = claim.cue >= 0 and self.main[claim.cue].verb == "follow"
        return told and singular(claim.subject.head) in _RULES

    def _is_put_together(self, claim: Claim) -> bool:
        """Tell what "users combine", which is no part of them, from "the discipline combines A and B"."""
        told = claim.relation.name == "partOf" and claim.cue >= 0
        return told and self.main[claim.cue].verb in _JOINING and self.acts(claim.object)

    def _is_handed_to(self, claim: Claim) -> bool:
        """Tell "leads are assigned to reps" from "analysts are assigned to a squad", whose members they are."""
        told = claim.relation.name == "memberOf" and claim.cue >= 0 and self.main[claim.cue].verb == "assign"
        return told and names_somebody(claim.object.head)

    def _is_obliged(self, phrase: Phrase) -> bool:
        """Tell the potter of "a rule requiring the potter to cover the kiln" from what is needed."""
        after = self.main[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
        return any(token.lower == "to" for token in after) and self.acts(phrase)

    def is_recipient(self, claim: Claim) -> bool:
        """Tell the potters of "provides potters with clay" from what is provided."""
        after = self.main[claim.object.end : claim.object.end + 1] if claim.object.end > 0 else ()
        gives = (
            claim.relation.name == "produces" and claim.cue >= 0 and self.main[claim.cue].verb in _PROVIDING
        )
        return gives and [token.lower for token in after] == ["with"]

    @staticmethod
    def is_quality(claim: Claim) -> bool:
        """Tell the reliability that something "provides", and that it does not make."""
        noun = claim.relation.name == "produces" and claim.object.form == "noun"
        return noun and names_quality(claim.object.head)

    def prepares(self, claim: Claim) -> bool:
        """Tell "a warm-up prepares the voice" from "a cook prepares meals"."""
        placed = claim.relation.name == "produces" and claim.cue >= 0
        acts = self.acts(claim.subject) or names_somebody(claim.subject.head)
        return placed and self.main[claim.cue].verb == "prepare" and not acts

    def as_type(self, name: str, claim: Claim) -> Claim:
        """Give a claim another type."""
        return claim._replace(relation=self.relation(name))
