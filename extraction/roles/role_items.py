"""Reads items on the page of a role: duties, skills, and lists of names, each with what the item says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.deeds.deed_objects import completed, objects
from rolegraph.extraction.deeds.deed_verbs import adjectival
from rolegraph.extraction.deeds.duties import RESPONSIBLE, Lead, lead, opens_with_doers
from rolegraph.extraction.definitions.examples import examples_in_brackets, examples_of_plurals
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.extraction.roles.fields import values
from rolegraph.extraction.roles.holders import which_include
from rolegraph.extraction.roles.role_names import WHOLE
from rolegraph.extraction.roles.role_sentences import found_in
from rolegraph.extraction.roles.text_openings import bold_head
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import verb_forms
from rolegraph.extraction.words.insertions import without_insertions
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Announced, Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.roles.role_duties import RoleDuties
    from rolegraph.extraction.roles.role_names import RoleNames
    from rolegraph.extraction.roles.role_sentences import RoleSentences
    from rolegraph.readers import Span

__all__ = ["RoleItems", "asks_for"]

_Context = tuple[tuple[str, str], ...]


class RoleItems:
    """Reads items with the cues and names of a ``ProseReader``."""

    def __init__(
        self, reader: ProseReader, duties: RoleDuties, names: RoleNames, prose: RoleSentences
    ) -> None:
        self._reader, self._duties, self._names, self._prose = reader, duties, names, prose

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read the sentences of an item, each a duty, a list of names, or prose."""
        parts = [part for part in _parts(passage.span) if not _LABEL.match(part.text)]
        if self._is_headed_skill(parts, passage) and passage.announced is not None:
            wanted = passage.announced.reading(self._reader.ontology).relation
            context = (("context", f"under “{passage.announced.heading}”"),)
            head = parts.pop(0)
            told = self._prose.skills(head.text.strip(" .:*"), wanted, topic, context)
            yield from (found_in(claim, head) for claim in told)
            for span in parts:
                yield from self._prose.read(span, topic)
            return
        if len(parts) > 1 and parts[0].text.lower().strip(" *:") in _ASPECTS | _TRAITS:
            del parts[0]
        if self._only_named(parts, passage):
            del parts[1:]
        acting = len(parts) > 1 and 2 * sum(lead(part.text) is not None for part in parts) > len(parts)
        passage = passage._replace(acts=passage.acts or acting)
        for number, span in enumerate(parts):
            if not number and len(parts) > 1 and (other := self._other_role(span, topic)):
                topic = other
                continue
            if number and _POINTING.match(span.text) and not self._prose.asked(span.text, topic):
                continue
            for claim in self._claims(span, passage, topic):
                optional = passage.optional or bool(_OPTIONAL.search(span.text))
                if optional and claim.relation.name == "requiresSkill":
                    claim = claim._replace(
                        qualifiers=tuple(sorted({*claim.qualifiers, ("optional", "true")}))
                    )
                yield found_in(claim, span)
            yield from (found_in(claim, span) for claim in self._examples(span.text))

    def _is_headed_skill(self, parts: list[Span], passage: Passage) -> bool:
        """Tell a skill with sentences on it: "Negotiation: Good deals are made by those who prepare."."""
        asked = passage.announced and passage.announced.reading(self._reader.ontology).relation.name
        if asked != "requiresSkill" or len(parts) < 2 or len(parts[0].text.split()) > _MOST_OF_HEAD:
            return False
        ends = passage.span.text.rstrip().endswith(".") and passage.span.text.startswith(parts[0].text)
        if ends and bold_head(passage.span) and len(parts[1].text.split()) >= _MOST_NOUNS:
            return True
        if ends and re.match(r"\s+[–—-]\s", passage.span.text[len(parts[0].text) :]):
            return True  # "Chemistry — Knowledge of substances."
        bold = passage.span.strong[0][1] if passage.span.strong and not passage.span.strong[0][0] else 0
        if bold and len(parts[0].text.split()) <= _MOST_OF_HEAD and _AIMS.match(parts[1].text):
            return True  # "**Empathy** – to see the world as others do"
        headed = ends and re.match(r"\s*[:–—.-]", passage.span.text[len(parts[0].text) :]) is not None
        told = parts[1].text
        return headed and lead(told) is None and not asks_for(told) and self._is_sentence(told)

    def _examples(self, text: str) -> Iterator[Claim]:
        """Read the examples of what an item names: "systems such as A and B", "platforms (e.g. A)"."""
        done = "They " * (lead(text) is not None)
        main, insertions = without_insertions(self._reader.tagged(done + text))
        nowhere, topic = -1, Phrase("", "noun", "")
        relation, acts = self._reader.relation, self._duties.acts
        yield from examples_in_brackets(main, insertions, (nowhere, topic), relation, acts)
        yield from examples_of_plurals(main, relation)

    def _only_named(self, parts: list[Span], passage: Passage) -> bool:
        """Tell whether an item names somebody and says more of them: "Yard lead - north" below "Works with"."""
        relation = passage.announced.reading(self._reader.ontology).relation.name if passage.announced else ""
        return (
            len(parts) == 2
            and relation in _WHOM
            and len(parts[0].text.split()) < 6
            and lead(parts[0].text) is None
        )

    def _other_role(self, span: Span, topic: Phrase) -> Phrase | None:
        """Read the head of "Tech lead: guides the team", which says of whom the item speaks."""
        short = len(span.text.split()) <= 4 and span.text[:1].isupper()
        phrase = self._names.named(span.text) if short else None
        if phrase is None or phrase.keys == topic.keys or not self._names.is_role(phrase):
            return None
        return phrase if lead(span.text) is None else None

    def _claims(self, span: Span, passage: Passage, topic: Phrase) -> Iterator[Claim]:
        announced = passage.announced
        wanted = announced.reading(self._reader.ontology).relation if announced else None
        name = wanted.name if wanted else ""
        text = span.text.strip(" .;:")
        context = (("context", f"under “{announced.heading}”"),) if announced else ()
        led = [*self._prose.superiors(text, topic), *self._prose.leading(text, topic)]
        wanted_of = self._prose.asked(text, topic)
        partnered = _TOGETHER.match(wanted_of or text)
        responsible = RESPONSIBLE.match(text)
        opening = self._opening(text, name, acts=passage.acts)
        if name == "requiresSkill" and opening is not None and _GERUND.match(opening.text):
            opening = None  # "Leading remote teams" is what somebody has done
        if (name == "collaboratesWith" and self._is_body(text)) or (name in _NAMING and not _telling(text)):
            opening = None  # "Controls engineer or buyer" below "Next roles"
        if name not in _DEEDS and len(text.split()) <= _MOST_NOUNS:
            opening = (
                None  # "Pay run report" below "Deliverables" tells a noun, whatever its first word can be
            )
        yield from led
        if wanted_of and not partnered:
            yield from self._prose.skills(wanted_of, self._reader.relation("requiresSkill"), topic, context)
            return
        if led and (opening is None or opening.verb in _BEING_LED):
            return
        if partnered:
            yield from self._with(partnered["names"], topic)
        elif name in _NAMING and (telling := _telling(text)):
            yield from self._duties.read(telling, "", topic, ())
        elif responsible and (done := lead(text[responsible.end() :])) and _GERUND.match(done.text):
            yield from self._duties.read(done, "", topic, context)
        elif responsible:
            yield from self.listed(text[responsible.end() :], "responsibleFor", topic, context)
        elif opening is not None and name in _DEEDS:
            yield from self._duties.read(opening, name, topic, context)
            if among := lead(which_include(text)):
                yield from self._duties.read(among, name, topic, context)
        elif opening is None and asks_for(text) and name in ("", "responsibleFor"):
            yield from self._prose.skills(text, self._reader.relation("requiresSkill"), topic, context)
        elif name == "requiresSkill" and opening is None and wanted is not None:
            yield from self._prose.skills(text, wanted, topic, context)
        elif opening is None and name == "responsibleFor" and (nouns := self._nouns(text)):
            yield from self.listed(nouns, name, topic, context)
        elif opening is None and ((whole := self._is_sentence(text)) or announced is None):
            told = (found.claim for found in self._prose.read(span, topic))
            yield from (claim for claim in told if whole or claim.relation.name in _OF_FRAGMENTS)
        elif opening is None and announced is not None:
            yield from self._announced(text, announced, topic, context)

    def _opening(self, text: str, name: str, *, acts: bool) -> Lead | None:
        """Find the verb of an item; "Experience with ledgers" is nothing that is done."""
        if asks_for(text):
            return None
        opening = lead(text, nouns=name not in ("", "responsibleFor", "collaboratesWith"))
        return _bidden(text) if opening is None and acts and name in ("", "responsibleFor") else opening

    def _is_body(self, text: str) -> bool:
        """Tell the name of those who act, whose first word has the form of a gerund."""
        named = self._names.named(text) if len(text.split()) <= _MOST_NOUNS and _GERUND.match(text) else None
        return named is not None and self._duties.acts(named)

    def _with(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read with whom, and to do what: "Coordination with the warehouse lead, drivers (to plan trips)"."""
        relation = self._reader.relation("collaboratesWith")
        for name in values(_ABOUT.split(text, maxsplit=1)[0].replace("/", " / ")):
            phrase = self._names.named(name)
            if phrase is not None and self._names.suits(phrase, relation):
                yield Claim(topic, relation, phrase, rule="duty")
        whom, _, what_for = text.partition(" to ")
        if "abilit" not in whom and (aim := lead(what_for)):
            yield from self._duties.read(aim, "", topic, ())

    def _announced(
        self, text: str, announced: Announced, topic: Phrase, context: _Context
    ) -> Iterator[Claim]:
        relation, inverse = announced.reading(self._reader.ontology)
        if relation.name == "responsibleFor":
            yield from self.listed(text, relation.name, topic, context)
        else:
            whom = _ABOUT.split(text, maxsplit=1)[0] if relation.name == "collaboratesWith" else text
            for name in values(whom, names_with_and=relation.name in WHOLE):
                phrase = self._names.named(name, opens=relation.name in _COMMON)
                if phrase is not None and self._names.suits(phrase, relation):
                    claim = Claim(topic, relation, phrase, context, rule="heading")
                    yield claim.turned() if inverse else claim

    def _nouns(self, text: str) -> str:
        """Give the nouns that an item opens with, cut before the clause that says when or for what; else nothing."""
        part = _TIMED.split(text, maxsplit=1)[0]
        return part if part != text and not self._has_verb(part) else ""

    def _has_verb(self, text: str) -> bool:
        verbal = (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN)
        return any(token.tag in verbal for token in self._reader.tagged(text))

    def _is_sentence(self, text: str) -> bool:
        """Tell a sentence with a subject of its own from a list of names."""
        return len(text.split()) > 4 and self._has_verb(text)

    def listed(self, text: str, name: str, topic: Phrase, context: _Context) -> Iterator[Claim]:
        """Read a list of nouns or gerunds: what the role answers for; two nouns that only "and" joins stay together."""
        tokens, _ = without_insertions(_nominal(adjectival(self._reader.tagged(text))))
        if any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in tokens):
            return
        phrases = [completed(each) for each in objects(tokens, 0)]
        joined = _JOINED.match(text)
        if len(phrases) == 2 and not phrases[0].keys and joined and " " not in phrases[0].text:
            stop = (
                text.index(phrases[1].text) + len(phrases[1].text) if phrases[1].text in text else len(text)
            )
            phrases = [phrases[1]._replace(text=text[:stop], keys=(), head_keys=())]
        for phrase in phrases:
            if _OTHERS.fullmatch(phrase.text):
                continue  # "Other duties as assigned"
            none = phrase.determiner == "no"
            yield Claim(topic, self._reader.relation(name), phrase, context, none, rule="heading")


def _nominal(tokens: Sequence[Token]) -> Sequence[Token]:
    """Take words that can be verbs for nouns behind an article that opens an item: "the fire risk assessment"."""
    if not tokens or tokens[0].tag != Tag.DETERMINER:
        return tokens
    return [
        token._replace(tag=Tag.WORD)
        if token.tag == Tag.VERB and token.verb in en.NOUNS_FIRST | {"fire", "alarm"}
        else token
        for token in tokens
    ]


_OTHERS = re.compile(
    r"(?:any |all )?(?:other|additional|related|similar) (?:\w+ )?(?:duties|tasks|work|responsibilities)",
    re.I,
)
_WHOM = frozenset({"collaboratesWith", "reportsTo", "memberOf"})
_YEARS = re.compile(r"\b\d+\+?\s*(?:[-–]\s*\d+\s*)?\+?\s*years?['’]?\b.*\bexperience\b", re.IGNORECASE)
_MOST_NOUNS = 4
_MOST_OF_HEAD = 5
_AIMS = re.compile(r"(?:to|enough|so that|because|since|for|you|they)\b", re.IGNORECASE)
_OF_FRAGMENTS = frozenset({"requiresSkill", "collaboratesWith", "reportsTo", "memberOf"})
_COMMON = frozenset({"collaboratesWith", "measuredBy", "produces"})
_LABEL = re.compile(
    r"^(?:(?:education(?:al)?|degree|training|licensure|licenses?|experience|knowledge|skills?|abilit(?:y|ies)|other|"
    r"certifications?|qualifications?|requirements?|essential|desirable|required|preferred|general|minimum|additional|"
    r"primary|secondary|main|duties|responsibilities|tasks|functions|misc\.?|miscellaneous)[/,& ]*(?:and )?)+$",
    re.IGNORECASE,
)
_GERUND = re.compile(r"\w{2,}ing\s")
_TOGETHER = re.compile(
    r"^(?:(?:close|regular|effective|daily|direct|in|strong)\s+)*(?:coordination|collaboration|co-?operation|liaison|"
    r"partnership|interaction|consultation|coordinating|collaborating|liaising)\s+(?:closely\s+)?with\s+(?P<names>.+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r":|\s(?:regarding|concerning|on|about|for|to|in|as|when|during|where)\s|\s(?:regarding|concerning)$"
)
_TIMED = re.compile(r",?\s(?:as|when|while|where|if|so that|in order to|to ensure|that|which)\s")
_BEING_LED = frozenset({"receive", "work", "report", "operate", "function", "act"})
_JOINED = re.compile(r"[\w-]+\s(?:and|&)\s")
_HELD = re.compile(
    r"^(?:an?\s+|the\s+)?(?:ability|capacity|willingness)\s+to\b|"
    r"^(?:(?!and\b)[\w-]+\s+){0,3}?(?:proficiency|proficient|knowledge|understanding|familiarity|expertise|"
    r"experience|expert|"
    r"command|grasp|fluency)\s+(?:in|of|with|using)\b|^(?:(?:strong|solid|good|excellent|basic|advanced|deep|effective|"
    r"proven)\s+)(?:[\w&/-]+\s+){0,4}(?:skills|abilities|knowledge|expertise)\b",
    re.IGNORECASE,
)
# Heads that name an aspect under which roles are compared, and nothing that one does.
_ASPECTS = en.words(
    "technical scope impact collaboration growth influence leadership communication autonomy execution "
    "mindset culture people business delivery complexity independence craft behavior behaviour mentoring "
    "misc miscellaneous note notes management ownership focus level tenure strategy quality direction"
)
# Heads that name a trait of a role or of a task of it.
_TRAITS = frozenset(
    {
        "activity level",
        "frequency",
        "description",
        "summary",
        "details",
        "commitment",
        "time commitment",
        "term",
        "hours",
    }
    | {"term of office", "duration", "schedule", "shift", "example", "examples", "status", "priority"}
)
_POINTING = re.compile(r"^(?:this|it|these|those|that|they|he|she|such|there|here)\b", re.IGNORECASE)
_NAMING = frozenset({"reportsTo", "precedes", "memberOf"})
_DEEDS = frozenset({"", "responsibleFor", "requiresSkill", "collaboratesWith"})
_OPTIONAL = re.compile(
    r"\b(?:optional|nice to have|a plus|a bonus|preferred|preferably|desirable|an advantage|an asset|ideally)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r";\s+|\s+[–—]\s+")


_WANTED = re.compile(
    r"(?<!\bas )(?<!\bif )(?<!\bwhen )(?<!\bwhere )(?<!\bwhenever )\b(?:preferred|required|"
    r"desirable)\W*$",
    re.IGNORECASE,
)


def asks_for(text: str) -> bool:
    """Tell what somebody has to know or to have done from what is done."""
    return bool(_YEARS.search(text) or _HELD.match(text) or _WANTED.search(text))


def _bidden(text: str) -> Lead | None:
    """Read the verb of "Track customer satisfaction" among deeds; "Release calendar" is a noun."""
    words = text.lower().split()
    if opens_with_doers(text):
        return None  # "Store clerks help customers"
    noun = len(words) == 2 and (not words[1].endswith("s") or words[1].endswith(("sis", "ss")))
    second = words[1] if len(words) > 1 else ""
    base = verb_forms().get(words[0]) == words[0] and second not in ("", "and", "or", "of", "for")
    return lead(f"to {text[:1].lower()}{text[1:]}") if base and not noun else None


def _telling(text: str) -> Lead | None:
    """Read the verb of "Supervises trainees", which is no name, nor is it the noun of "Accounts manager"."""
    opening = lead(text)
    after = opening.text.split()[1:2] if opening else []
    sure = opening is not None and opening.third and opening.verb not in en.NOUNS_FIRST
    return opening if sure or after in (["to"], ["into"], ["directly"], ["the"], ["a"]) else None


def _parts(span: Span) -> Iterator[Span]:
    """Give the sentences of an item, a head ("Planning: …") and clauses behind semicolons by themselves."""
    for sentence in sentences(span):
        if len(sentence.text) > LONGEST:
            continue
        whole = cut(span, sentence.start, sentence.start + len(sentence.text))
        pair = read_pair(whole)
        if pair is not None and pair.definition is not None and len(pair.head.split()) <= 7:
            behind = whole.text.index(pair.definition.text) if pair.definition.text in whole.text else 0
            if whole.text[len(pair.head) : behind].isspace() and pair.definition.text[:1].islower():
                yield whole  # only stressed: "**Keep** the books"
                continue
            yield cut(whole, 0, len(pair.head))
            whole = cut(whole, behind)
        start = 0
        for match in _SPLIT.finditer(whole.text):
            yield cut(whole, start, match.start())
            start = match.end()
        yield cut(whole, start)
