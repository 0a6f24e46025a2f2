"""Reads the text of a page on a role: duties and skills in items, labelled fields, and prose that says "you"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.extraction.forms.patterns import cut, read_pair
from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.claims import AGENTS, Claim, Found
from rolegraph.extraction.grammar.inflection import singular
from rolegraph.extraction.grammar.insertions import without_insertions
from rolegraph.extraction.grammar.phrase_lists import read_list
from rolegraph.extraction.grammar.phrases import Phrase
from rolegraph.extraction.grammar.sentences import LONGEST, sentences
from rolegraph.extraction.grammar.tokens import Tag
from rolegraph.extraction.roles.deeds import adjectival
from rolegraph.extraction.roles.duties import RESPONSIBLE, Lead, lead
from rolegraph.extraction.roles.fields import values
from rolegraph.extraction.roles.requirements import skills
from rolegraph.extraction.roles.role_duties import PRODUCTS, RoleDuties
from rolegraph.extraction.roles.role_titles import SENIORITY
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entries import Announced, Passage
    from rolegraph.extraction.grammar.prose import ProseReader
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["RoleProse"]

_WHOLE = frozenset({"memberOf", "hasLevel", "hasTime"})


class RoleProse:
    """Reads passages of pages on roles, with the cues and names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader
        self._duties = RoleDuties(reader)

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Give what a passage claims of the role ``topic``."""
        if steps := self._steps(passage):
            yield from (_found(claim, passage.span) for claim in self._path(steps))
        elif passage.role == "field":
            yield from self._field(passage, topic)
        elif passage.role == "prose":
            yield from self._prose(passage.span, topic)
        else:
            yield from self._item(passage, topic)

    def _steps(self, passage: Passage) -> list[Phrase]:
        """Read a path of roles, "Analyst → Senior analyst → Lead", that a heading announces or its names tell."""
        parts = _ARROW.split(passage.span.text[passage.value :].strip(" .;"))
        if len(parts) < 2 or not all(0 < len(part.split()) <= _MOST_IN_NAME for part in parts):
            return []
        found = [phrase for part in parts if (phrase := self._named(part.strip()))]
        announced = passage.announced.reading(self._reader.ontology) if passage.announced else None
        if announced is None or announced.relation.name != "precedes":
            found = [phrase for phrase in found if self._duties.is_of(phrase, {RG + "Role"})]
        return found if len(found) == len(parts) else []

    def _path(self, steps: Sequence[Phrase]) -> Iterator[Claim]:
        relation = self._reader.relation("precedes")
        return (Claim(one, relation, other, rule="heading") for one, other in pairwise(steps))

    def with_duties(self, claims: Iterable[Claim], opening: Lead, topic: Phrase) -> Iterator[Claim]:
        """Give what a gloss that begins with a verb claims: "Designs networks" tells what the one defined does."""
        unknown = not self._reader.classifier.of_phrase(topic)
        acts = self._duties.is_of(topic, AGENTS) or (unknown and bool(_SUBORDINATE.search(opening.text)))
        does = acts and opening.verb not in _NO_DUTIES
        duties = list(self._duties.read(opening, "", topic, ())) if does else []
        yield from duties
        told = {(claim.relation.name, claim.object.text) for claim in duties}
        for claim in claims:
            own = bool(duties) and claim.subject.keys == topic.keys and claim.relation.name in _RETOLD
            again = (claim.relation.name, claim.object.text) in told
            if claim.relation.name != "broader" and not own and not again:
                yield self._as_part(claim, opening, topic)

    def _as_part(self, claim: Claim, opening: Lead, topic: Phrase) -> Claim:
        """Take what a field of work covers for its parts; what another thing covers is what it is about."""
        classes = self._reader.classifier.of_phrase(topic)
        field = not classes or bool(set(classes) & {RG + "Activity", RG + "Sector"})
        covers = opening.verb == "cover" and claim.relation.name == "appliesTo" and field
        parts = claim._replace(relation=self._reader.relation("partOf")).turned() if covers else claim
        return parts if claim.subject.keys == topic.keys else claim

    def _prose(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Read sentences of or to the role; what the employer says of itself is no claim on the role."""
        for sentence in sentences(span):
            if len(sentence.text) > LONGEST:
                continue
            part = cut(span, sentence.start, sentence.start + len(sentence.text))
            yield from (_found(claim, part) for claim in self._duties.told(part.text, topic))
        for found in self._reader.addressed(span, topic):
            claim = self._of_role(found.claim, topic)
            vague = found.claim.relation.name in _VAGUE and bool(_ADDRESS.search(found.quote))
            vague = vague or self._is_no_product(claim, topic)
            aside = bool(_ADDRESS.search(found.quote)) and not _concerns(claim, topic)
            doubtful = vague or aside or self._is_misread(claim, topic, found.quote)
            if not doubtful and not _speaks_of_employer(found.quote):
                yield found._replace(claim=claim)

    def _is_misread(self, claim: Claim, topic: Phrase, sentence: str) -> bool:
        """Tell claims that a sentence on a role makes by a cue that means something else in it."""
        name, own = claim.relation.name, claim.subject.keys == topic.keys
        if name == "reportsTo":
            return not all(self._duties.is_of(end, {RG + "Role"}) for end in (claim.subject, claim.object))
        if name == "collaboratesWith" and "align" in sentence:
            return not all(
                self._duties.can_take_part(end, strict=True) for end in (claim.subject, claim.object)
            )
        if name == "measuredBy" and own:
            return "track" in sentence and "tracked" not in sentence
        told = name == "responsibleFor" and own and not claim.negative
        return told and (claim.object.text.lower() in _EMPTY or self._duties.retold(claim, sentence, topic))

    def _is_no_product(self, claim: Claim, topic: Phrase) -> bool:
        """Tell "builds relationships", which is something done, from "builds prototypes"."""
        made = claim.relation.name == "produces" and claim.subject.keys == topic.keys
        return made and not self._duties.is_of(claim.object, PRODUCTS)

    def _of_role(self, claim: Claim, topic: Phrase) -> Claim:
        """Take "a structured, solution-oriented data engineer" for the role itself."""
        return claim._replace(
            subject=self._itself(claim.subject, topic), object=self._itself(claim.object, topic)
        )

    def _itself(self, phrase: Phrase, topic: Phrase) -> Phrase:
        if phrase.text.lower() == f"role of {topic.text.lower()}":
            return topic
        *ranks, noun = phrase.text.lower().split() or [""]
        alike = singular(noun) == topic.text.lower().split()[-1] and phrase.plural
        if ranks and alike and set(ranks) <= SENIORITY:
            return topic
        words = phrase.text.lower().removesuffix(topic.text.lower()).split()
        sought = bool(words) and all(_SOUGHT.match(word) for word in words)
        return topic if phrase.head_keys == topic.keys and sought else phrase

    # --- labelled fields ---------------------------------------------------------------------------------------

    def _field(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Reports to: …": each name in the value stands in the relation of the label."""
        if passage.announced is None:
            return
        relation, inverse = passage.announced.reading(self._reader.ontology)
        text = passage.span.text[passage.value :]
        if relation.name == "locatedIn":
            text = re.split(r"\s+(?:with|plus|[–—-])\s", text)[0]
        for name in values(text, names_with_and=relation.name in _WHOLE):
            phrase = self._named(name)
            if phrase is not None and self._suits(phrase, relation):
                claim = Claim(topic, relation, phrase, rule="label field")
                yield _found(claim.turned() if inverse else claim, passage.span)

    def _named(self, name: str, *, opens: bool = False) -> Phrase | None:
        """Read a name; one that ``opens`` an item has a capital for that alone."""
        tokens = self._reader.tagged(name)
        if not tokens:
            return None
        whole = tokens[0].keys if len(tokens) == 1 else ()
        return Phrase(name, "noun", tokens[-1].lower, whole, tokens[-1].keys, start=0 if opens else -1)

    def _suits(self, phrase: Phrase, relation: RelationType) -> bool:
        """Tell whether a value can be what the label asks for: a place is a proper name, a superior a role."""
        if relation.name == "locatedIn":
            return phrase.text[:1].isupper() and not _REMOTE.search(phrase.text)
        if relation.name in ("reportsTo", "precedes"):
            words = [word for word in phrase.text.split() if word not in ("of", "the", "and", "&", "for")]
            named = len(words) <= 5 and all(word[:1].isupper() for word in words)
            return named or RG + "Role" in self._reader.classifier.of_phrase(phrase)
        if relation.name == "collaboratesWith":
            prepositions = {"to", "of", "for", "on", "in", "with", "without"} & set(
                phrase.text.lower().split()
            )
            return not prepositions and self._duties.can_take_part(
                phrase, strict=not phrase.text[:1].isupper()
            )
        if relation.literal:
            return any(letter.isdigit() for letter in phrase.text)
        return True

    # --- items -------------------------------------------------------------------------------------------------

    def _item(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read the sentences of an item, each a duty, a list of names, or prose."""
        parts = [part for part in _parts(passage.span) if not _LABEL.match(part.text)]
        for number, span in enumerate(parts):
            if not number and len(parts) > 1 and (other := self._other_role(span, topic)):
                topic = other
                continue
            if number and _POINTING.match(span.text):
                continue
            claims = list(self._claims(span, passage, topic))
            for claim in claims:
                optional = passage.optional or bool(_OPTIONAL.search(span.text))
                if optional and claim.relation.name == "requiresSkill":
                    claim = claim._replace(
                        qualifiers=tuple(sorted({*claim.qualifiers, ("optional", "true")}))
                    )
                yield _found(claim, span)

    def _other_role(self, span: Span, topic: Phrase) -> Phrase | None:
        """Read the head of "Tech lead: guides the team", which says of whom the item speaks."""
        phrase = self._named(span.text) if len(span.text.split()) <= 4 and span.text[:1].isupper() else None
        if phrase is None or phrase.keys == topic.keys or not self._duties.is_of(phrase, {RG + "Role"}):
            return None
        return phrase if lead(span.text) is None else None

    def _claims(self, span: Span, passage: Passage, topic: Phrase) -> Iterator[Claim]:
        announced = passage.announced
        wanted = announced.reading(self._reader.ontology).relation if announced else None
        name = wanted.name if wanted else ""
        text = span.text.strip(" .;:")
        context = (("context", f"under “{announced.heading}”"),) if announced else ()
        responsible = RESPONSIBLE.match(text)
        opening = lead(text, nouns=name not in ("", "responsibleFor", "collaboratesWith"))
        if name not in _DEEDS and len(text.split()) <= _MOST_NOUNS:
            opening = (
                None  # "Pay run report" below "Deliverables" tells a noun, whatever its first word can be
            )
        if name in _NAMING and (telling := _telling(text)):
            yield from self._duties.read(telling, "", topic, ())
        elif responsible:
            yield from self._list(text[responsible.end() :], "responsibleFor", topic, context)
        elif opening is not None and name in _DEEDS:
            yield from self._duties.read(opening, name, topic, context)
        elif opening is None and _YEARS.search(text) and name in ("", "responsibleFor"):
            yield from self._skills(text, self._reader.relation("requiresSkill"), topic, context)
        elif name == "requiresSkill" and opening is None and wanted is not None:
            yield from self._skills(text, wanted, topic, context)
        elif opening is None and ((whole := self._is_sentence(text)) or announced is None):
            told = (found.claim for found in self._prose(span, topic))
            yield from (claim for claim in told if whole or claim.relation.name in _OF_FRAGMENTS)
        elif opening is None and announced is not None:
            yield from self._announced(text, announced, topic, context)

    def _announced(
        self, text: str, announced: Announced, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        relation, inverse = announced.reading(self._reader.ontology)
        if relation.name == "responsibleFor":
            yield from self._list(text, relation.name, topic, context)
        else:
            for name in values(text, names_with_and=relation.name in _WHOLE):
                phrase = self._named(name, opens=relation.name in _COMMON)
                if phrase is not None and self._suits(phrase, relation):
                    claim = Claim(topic, relation, phrase, context, rule="heading")
                    yield claim.turned() if inverse else claim

    def _is_sentence(self, text: str) -> bool:
        """Tell a sentence with a subject of its own from a list of names."""
        return len(text.split()) > 4 and any(
            token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in self._reader.tagged(text)
        )

    def _skills(
        self, text: str, relation: RelationType, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        for skill in skills(text):
            phrase = self._named(skill, opens=text.startswith(skill))
            if phrase is not None and not self._duties.is_of(phrase, {RG + "Role"}):
                form = "clause" if " to " in skill else phrase.form
                yield Claim(topic, relation, phrase._replace(form=form), context, rule="requirement")

    def _list(
        self, text: str, name: str, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        """Read a list of nouns or gerunds: what the role answers for."""
        tokens, _ = without_insertions(adjectival(self._reader.tagged(text)))
        if any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in tokens):
            return
        phrases, _ = read_list(tokens, 0)
        for phrase in phrases:
            none = phrase.determiner == "no"
            yield Claim(topic, self._reader.relation(name), phrase, context, none, rule="heading")


_ARROW = re.compile(r"\s*(?:[→⟶➔➜⇒]|[-=]{1,2}>)\s*|\s+[>»›]\s+")
_MOST_IN_NAME = 7
_SUBORDINATE = re.compile(r"\breports (?:directly )?(?:in)?to\b", re.IGNORECASE)
_NO_DUTIES = frozenset(
    {
        "use",
        "include",
        "cover",
        "comprise",
        "contain",
        "consist",
        "involve",
        "require",
        "need",
        "have",
        "know",
    }
)
_RETOLD = frozenset({"responsibleFor", "appliesTo", "produces"})
_WE = re.compile(r"\b[Ww]e(?:['’](?:re|ll|ve|d))?\b|\b[Ll]et['’]s\b")
_WE_WANT = re.compile(
    r"\bwe(?:['’]re| are)? (?:currently )?(?:expect|looking for|want|need|seek|seeking|hir)", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:['’]\w+)?\b", re.IGNORECASE)
_VAGUE = frozenset({"partOf", "appliesTo", "derivedFrom", "exampleOf", "dependsOn", "broader", "related"})
_SOUGHT = re.compile(
    r"^(?:.+-(?:oriented|minded|driven|focused|motivated|savvy|starting)|and|structured|talented|experienced|motivated|passionate|"
    r"skilled|dedicated|enthusiastic|proactive|creative|ambitious|curious|seasoned|first|new|full-?time|part-?time|additional)$"
)
_YEARS = re.compile(r"\b\d+\+?\s*(?:[-–]\s*\d+\s*)?\+?\s*years?['’]?\b.*\bexperience\b", re.IGNORECASE)
_MOST_NOUNS = 4
_EMPTY = frozenset({"duties", "tasks", "responsibilities", "work", "activities", "role", "including"})
_OF_FRAGMENTS = frozenset({"requiresSkill", "collaboratesWith", "reportsTo", "memberOf"})
_COMMON = frozenset({"collaboratesWith", "measuredBy", "produces"})
_LABEL = re.compile(
    r"^(?:(?:education(?:al)?|degree|training|licensure|licenses?|experience|knowledge|skills?|abilit(?:y|ies)|other|"
    r"certifications?|qualifications?|requirements?|essential|desirable|required|preferred|general)[/,& ]*(?:and )?)+$",
    re.IGNORECASE,
)
_POINTING = re.compile(r"^(?:this|it|these|those|that|they|he|she|such|there|here)\b", re.IGNORECASE)
_NAMING = frozenset({"reportsTo", "precedes", "memberOf"})
_DEEDS = frozenset({"", "responsibleFor", "requiresSkill", "collaboratesWith"})
_REMOTE = re.compile(r"\b(?:remote|hybrid|on-?site|anywhere|office|flexible|home|full|part)\b", re.IGNORECASE)
_OPTIONAL = re.compile(
    r"\b(?:optional|nice to have|a plus|a bonus|preferred|preferably|desirable|an advantage|an asset|ideally)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r";\s+|\s+[–—]\s+")


def _telling(text: str) -> Lead | None:
    """Read the verb of "Supervises trainees", which is no name, nor is it the noun of "Accounts manager"."""
    opening = lead(text)
    after = opening.text.split()[1:2] if opening else []
    sure = opening is not None and opening.third and opening.verb not in en.NOUNS_FIRST
    return opening if sure or after in (["to"], ["into"], ["directly"], ["the"], ["a"]) else None


def _speaks_of_employer(sentence: str) -> bool:
    """Tell "We build tools" from "You will run what we have built" and "We want you to build tools"."""
    we = _WE.search(sentence)
    return (
        bool(we) and not _YOU.search(sentence[: we.start()] if we else "") and not _WE_WANT.search(sentence)
    )


def _concerns(claim: Claim, topic: Phrase) -> bool:
    """Tell whether a claim is about the role, or about two terms."""
    ends = (claim.subject.keys, claim.object.keys)
    return topic.keys in ends or all(ends)


def _parts(span: Span) -> Iterator[Span]:
    """Give the sentences of an item, a head ("Planning: …") and clauses behind semicolons by themselves."""
    for sentence in sentences(span):
        if len(sentence.text) > LONGEST:
            continue
        whole = cut(span, sentence.start, sentence.start + len(sentence.text))
        pair = read_pair(whole)
        if pair is not None and pair.definition is not None and len(pair.head.split()) <= 7:
            behind = whole.text.index(pair.definition.text) if pair.definition.text in whole.text else 0
            yield cut(whole, 0, len(pair.head))
            whole = cut(whole, behind)
        start = 0
        for match in _SPLIT.finditer(whole.text):
            yield cut(whole, start, match.start())
            start = match.end()
        yield cut(whole, start)


def _found(claim: Claim, span: Span) -> Found:
    return Found(claim, span.text, span.line, span.starts[-1][1])
