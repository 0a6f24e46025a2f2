"""Reads the text of a page on a role: prose, items and labelled fields, and glosses that begin with a verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import AGENTS, Claim, Found
from rolegraph.extraction.deeds.duties import lead, subjectless_verb
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.roles.career_paths import CareerPaths
from rolegraph.extraction.roles.fields import values
from rolegraph.extraction.roles.holders import included, said_of
from rolegraph.extraction.roles.plain_roles import PlainRoles
from rolegraph.extraction.roles.reporting import superiors
from rolegraph.extraction.roles.role_duties import RoleDuties
from rolegraph.extraction.roles.role_items import RoleItems
from rolegraph.extraction.roles.role_names import WHOLE, RoleNames
from rolegraph.extraction.roles.role_sentences import RoleSentences, found_in
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import verb_forms
from rolegraph.extraction.words.sentences import sentences
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import RECEIVING
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.deeds.duties import Lead
    from rolegraph.extraction.entries import Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["RoleProse"]


_LISTED = frozenset({"measuredBy", "collaboratesWith", "uses"})


class RoleProse:
    """Reads passages of pages on roles, with the cues and names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader
        self._duties = RoleDuties(reader)
        self._names = RoleNames(reader, self._duties)
        self._sentences = RoleSentences(reader, self._duties, self._names)
        self._items = RoleItems(reader, self._duties, self._names, self._sentences)
        self._plain = PlainRoles(reader, self._names)
        self.paths = CareerPaths(reader, self._names, self._sentences)

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Give what a passage claims of the role ``topic``."""
        if primary(topic.language) != "en":
            yield from self._plain.read(passage, topic)
        elif passage.role == "field":
            yield from self._field(passage, topic)
        elif passage.role == "prose":
            if (listed := self._listed_first(passage)) is not None:
                yield from self._items.read(listed, topic)
            yield from self._sentences.read(passage.span, topic)
        elif passage.role == "duty":
            yield from self._led(passage, topic) or self._items.read(passage, topic)

    def _listed_first(self, passage: Passage) -> Passage | None:
        """Give the first sentence below "Who they work with" as an item where it only lists: "Porters and cooks."."""
        reading = passage.announced and passage.announced.reading(self._reader.ontology)
        if not reading or reading.relation.name not in _LISTED or reading.inverse:
            return None
        first = next(iter(sentences(passage.span)))
        tokens = self._reader.tagged(first.text)
        told = any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in tokens)
        several = any(token.tag in (",", Tag.CONJUNCTION) for token in tokens)
        if told or not several:
            return None
        span = cut(passage.span, first.start, first.start + len(first.text.rstrip(".")))
        return passage._replace(span=span, role="duty", item=True)

    def _field(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Reports to: …": each name in the value stands in the relation of the label."""
        if passage.announced is None:
            return
        relation, inverse = passage.announced.reading(self._reader.ontology)
        text = passage.span.text[passage.value :]
        if relation.name == "locatedIn":
            text = re.split(r"\s+(?:with|plus|[–—-])\s", text)[0]
        if relation.name == "hasLevel" and text.strip().isdigit():
            text = f"{passage.announced.heading} {text.strip()}"  # "Band: 6"
        named = list(values(text, names_with_and=relation.name in WHOLE))
        if relation.name == "employs" and inverse and len(named) > 1 and " and " not in text:
            named = named[:1]  # "Bolt Works, Leeds"
        for name in (relation.name == "reportsTo" and superiors(text)) or named:
            phrase = self._names.named(name)
            if phrase is None:
                continue
            led = relation.name == "reportsTo" and (
                self._names.may_lead(phrase) or (inverse and phrase.plural)
            )
            if led or self._names.suits(phrase, relation):
                claim = Claim(topic, relation, phrase, rule="label field")
                yield found_in(claim.turned() if inverse else claim, passage.span)

    def _led(self, passage: Passage, topic: Phrase) -> list[Found]:
        """Read "Responsible for: stable hand, groom", where all that is named are roles, as those whom one leads."""
        if passage.announced is None or not _RESPONSIBLE.fullmatch(passage.announced.heading.strip(" :")):
            return []
        named = [self._names.named(name) for name in values(passage.span.text[passage.value :])]
        roles = [each for each in named if each is not None and self._is_somebody(each)]
        relation = self._reader.relation("reportsTo")
        claims = (
            Claim(each, relation, topic, rule="label field") for each in roles if len(roles) == len(named)
        )
        return [found_in(claim, passage.span) for claim in claims]

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Tell a role by its noun, or by capitals and the form of its last word: "Cemetery Groundsman"."""
        return self._names.is_role(phrase) or (phrase.text.istitle() and phrase.head.endswith(_AGENTS))

    def is_role(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names a role."""
        return self._names.is_role(phrase)

    def opening(self, text: str, *, acts: bool = False) -> Lead | None:
        """Find the verb of a sentence that leaves its subject out; "Stewards" names the subject, and is no verb."""
        words = text.split()
        after = words[1].lower() if len(words) > 1 else ""
        verbal = after in en.ADVERBS or verb_forms().get(after) == after
        first = self._names.named(words[0]) if verbal else None
        named = first is not None and first.plural and self._names.is_role(first)
        return None if named else subjectless_verb(text, acts=acts)

    def of_gloss(
        self, claims: Iterable[Claim], text: str, opening: Lead | None, topic: Phrase
    ) -> Iterator[Claim]:
        """Give what a sentence that defines a term claims; what a role does is told as on a page of its own."""
        if self._duties.is_of(topic, {RG + "Role"}):
            claims = [self._as_skill(claim, topic) for claim in claims]
        if opening is not None:
            return self._with_duties(claims, opening, topic)
        if not self._duties.is_of(topic, {RG + "Role"}):
            return iter(claims)
        return self._instead(claims, list(self._of_holder(text, topic)), topic)

    def _as_skill(self, claim: Claim, topic: Phrase) -> Claim:
        """Take what a role needs for a skill: "Needs a clean driving licence"."""
        needs = claim.relation.name == "dependsOn" and claim.subject.keys == topic.keys
        thing = needs and not claim.object.keys and not self._reader.classifier.of_phrase(claim.object)
        return claim._replace(relation=self._reader.relation("requiresSkill")) if thing else claim

    def told(self, text: str, topic: Phrase, known: Sequence[Claim]) -> Iterator[Claim]:
        """Give what a sentence of an article says that the one it is about does, where its cues told nothing of it."""
        team = self._duties.is_of(topic, {RG + "Team"})
        if not self._duties.is_of(topic, _WORKING) or not (
            said_of(text, topic.text, team=team) or included(text)
        ):
            return
        ends = ((each.subject, each.object) for each in known)
        told = [
            end.text.lower() for pair in ends for end in pair if topic.keys in (pair[0].keys, pair[1].keys)
        ]
        for claim in self._duties.told(text, topic):
            text = _SPENDING.sub("", claim.object.text)
            claim = claim._replace(object=claim.object._replace(text=text))
            done = claim.relation.name == "responsibleFor" and not claim.negative
            done = done and not _VAGUE_DEED.match(claim.object.text)
            done = done and not _is_of_label(claim.object.text, topic.text)
            if done and not any(_is_same(each, claim.object.text.lower()) for each in told):
                yield claim

    def done(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Give what somebody does that is told by gerunds: "Sorting mail and filing letters"."""
        if self._duties.is_of(topic, _WORKING):
            yield from self._items.listed(text.strip(" ."), "responsibleFor", topic, ())

    def _of_holder(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read "a crew member who runs the lights" and "member of staff responsible for opening the doors"."""
        opening, answers = _deed_of_holder(text), _ANSWERS.search(text)
        if opening is not None and opening.verb not in RECEIVING:
            yield from self._duties.read(opening, "", topic, ())
        elif answers:
            denied = _NOT.search(answers[0]) is not None
            for claim in self._items.listed(text[answers.end() :].strip(" ."), "responsibleFor", topic, ()):
                yield claim._replace(negative=claim.negative or denied)

    def _instead(self, claims: Iterable[Claim], duties: Sequence[Claim], topic: Phrase) -> Iterator[Claim]:
        """Give duties, and the claims that do not tell the same in fewer words."""
        yield from duties
        told = {(claim.relation.name, claim.object.text) for claim in duties}
        for claim in claims:
            own = bool(duties) and claim.subject.keys == topic.keys and claim.relation.name in _RETOLD
            own = own and claim.rule not in ("reach", "scope") and not claim.object.keys
            if claim.relation.name == "partOf" and claim.object.keys == topic.keys:
                claim = claim.turned()._replace(relation=self._reader.relation("responsibleFor"))
            if not own and (claim.relation.name, claim.object.text) not in told:
                yield claim

    def _with_duties(self, claims: Iterable[Claim], opening: Lead, topic: Phrase) -> Iterator[Claim]:
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
            helps = (
                bool(duties)
                and claim.relation.name == "supports"
                and self._duties.is_of(claim.object, AGENTS)
            )
            if claim.relation.name != "broader" and not own and not again and not helps:
                yield self._as_part(claim, opening, topic)

    def _as_part(self, claim: Claim, opening: Lead, topic: Phrase) -> Claim:
        """Take what a field of work covers for its parts; what another thing covers is what it is about."""
        classes = self._reader.classifier.of_phrase(topic)
        field = not classes or bool(set(classes) & {RG + "Activity", RG + "Sector"})
        covers = opening.verb == "cover" and claim.relation.name == "appliesTo" and field
        parts = claim._replace(relation=self._reader.relation("partOf")).turned() if covers else claim
        return parts if claim.subject.keys == topic.keys else claim


_RESPONSIBLE = re.compile(
    r"responsible for|(?:line )?manages|supervises|line management(?: of)?", re.IGNORECASE
)
_AGENTS = ("er", "ers", "or", "ors", "man", "men", "ist", "ists", "ant", "ants", "hand", "hands", "en")


def _is_of_label(deed: str, label: str) -> bool:
    """Tell a deed whose verb is a noun of the headword: "accounting" of "accounts clerks keep …"."""
    forms = verb_forms()
    verb = forms.get(deed.split()[0].lower(), "")
    return bool(verb) and forms.get(label.split()[0].lower()) == verb


def _is_same(known: str, deed: str) -> bool:
    """Tell whether a deed tells of a known object, as a whole, by two of its words or by the last."""
    shared = set(known.split()) & set(deed.split()) - en.PREPOSITIONS - en.DETERMINERS
    return known in deed or len(shared) > 1 or known.split()[-1] == deed.split()[-1]


_SPENDING = re.compile(r"^spending (?:\w+ ){1,4}?(?=\w{3,}ing\b)")
_VAGUE_DEED = re.compile(
    r"(?:spending|referring to|serving as|acting as|functioning as|comprising|giving) |.*\b(?:things?|ways?|factors)$",
    re.IGNORECASE,
)


_WHO = re.compile(
    r"^(?:[^.;:]*?\bwho|(?:(?:the|an?|any)\s+)?(?:person|professional|individual|someone|anyone|role|post|job)\b"
    r"[^.;:]*?\bthat)"
    r"\s+(?:also\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^[^.;:]*?(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:responsible for|in charge of|"
    r"charged with|tasked with|accountable for)\s+",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|neither|nor|no longer|cannot)\b|n['’]t\b", re.IGNORECASE)
_GERUND = re.compile(r"\w+ing\b")
_SUBORDINATE = re.compile(r"\breports (?:directly )?(?:in)?to\b", re.IGNORECASE)
_WORKING = frozenset(RG + name for name in ("Role", "Team", "Organization"))
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


def _deed_of_holder(text: str) -> Lead | None:
    """Find what somebody does behind "who" or "responsible for"."""
    who, answers = _WHO.search(text), _ANSWERS.search(text)
    opening = lead(text[who.end() :]) if who else None
    if opening is not None and opening.third:
        return opening
    return lead(text[answers.end() :]) if answers and _GERUND.match(text, answers.end()) else None
