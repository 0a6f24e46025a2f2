"""Reads the text of a page on a role: duties and skills in items, labelled fields, and prose that says "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction import english as en
from rolegraph.extraction.claims import AGENTS, Claim, Found
from rolegraph.extraction.deeds import Deed, deeds
from rolegraph.extraction.duties import RESPONSIBLE, Lead, lead
from rolegraph.extraction.fields import values
from rolegraph.extraction.insertions import without_insertions
from rolegraph.extraction.patterns import cut, read_pair
from rolegraph.extraction.phrases import Phrase, read_list
from rolegraph.extraction.requirements import skills
from rolegraph.extraction.sentences import sentences
from rolegraph.extraction.tokens import Tag, Token
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.cues import CueMatch
    from rolegraph.extraction.entries import Announced, Passage
    from rolegraph.extraction.insertions import Insertion
    from rolegraph.extraction.prose import ProseReader
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["RoleProse"]

_THINGS = frozenset(
    RG + name for name in ("System", "Artifact", "Metric", "Method", "Skill", "Level", "Place")
)
_PRODUCTS = frozenset({RG + "Artifact", RG + "System"})
_TOOLS = frozenset(RG + name for name in ("System", "Method"))
_FUNCTIONS = en.words(
    "product design engineering marketing sales finance legal operations support hr leadership "
    "management security it qa accounting procurement communications recruiting analytics data research "
    "development"
)
# People that one works with and does not have as subordinates, whatever one does with them.
_NO_REPORTS = en.words(
    "stakeholder user client customer partner vendor supplier expert member colleague report employee "
    "staff contractor"
)
_MANAGING = frozenset({"manage", "supervise", "line-manage", "oversee"})
_ALIGNING = en.words(
    "coordinate align liaise negotiate agree consult engage communicate share discuss partner "
    "collaborate work interact interface meet"
)
_WHOLE = frozenset({"memberOf", "hasLevel", "hasTime"})


class RoleProse:
    """Reads passages of pages on roles, with the cues and names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Give what a passage claims of the role ``topic``."""
        if passage.role == "field":
            yield from self._field(passage, topic)
        elif passage.role == "prose":
            yield from self._prose(passage.span, topic)
        else:
            yield from self._item(passage, topic)

    def _prose(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Read sentences of or to the role; what the employer says of itself is no claim on the role."""
        for sentence in sentences(span):
            part = cut(span, sentence.start, sentence.start + len(sentence.text))
            yield from (_found(claim, part) for claim in self._told(part.text, topic))
        for found in self._reader.addressed(span, topic):
            claim = self._of_role(found.claim, topic)
            vague = found.claim.relation.name in _VAGUE and bool(_YOU.search(found.quote))
            vague = vague or self._is_no_product(claim, topic)
            if not vague and not _speaks_of_employer(found.quote) and _concerns(claim, topic):
                yield found._replace(claim=claim)

    def _told(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read "You will model data" and "The analyst also tracks budgets": what no cue of the ontology tells."""
        subject = re.match(
            rf"(?:{_HOLDER}|(?:an?|the|our)\s+{re.escape(topic.text)})\s+", text, re.IGNORECASE
        )
        opening = lead(text[subject.end() :]) if subject else None
        if opening is None or opening.verb in _STATES:
            return
        main, matches, _ = self._clause(opening)
        hedge = (("hedge", opening.hedge),) if opening.hedge else ()
        for deed in deeds(main):
            if main[deed.start].verb in _STATES or self._is_cued(deed, matches):
                continue
            for each in deed.texts:
                phrase = Phrase(each, "gerund", each.split()[-1].lower())
                claim = self._claim(topic, "responsibleFor", phrase)
                yield claim._replace(qualifiers=hedge, negative=opening.negative)

    def _is_cued(self, deed: Deed, matches: dict[int, CueMatch]) -> bool:
        """Tell whether the cues of the ontology tell what is done; making what is no product is told as a deed."""
        cues = [match for start, match in matches.items() if deed.start <= start < deed.end]
        making = bool(cues) and all({r.relation.name for r in cue.readings} == {"produces"} for cue in cues)
        return bool(cues) and not (making and not any(self._is(each, _PRODUCTS) for each in deed.objects))

    def _clause(self, opening: Lead) -> tuple[list[Token], dict[int, CueMatch], list[Insertion]]:
        """Tag a duty as a sentence, and find its cues by their places."""
        tokens = self._reader.tagged(("It " if opening.third else "They ") + opening.text)
        tokens[1] = tokens[1]._replace(tag=Tag.VERB, verb=opening.verb, keys=())
        tokens = [t._replace(tag=Tag.GERUND) if t.lower == "using" else t for t in tokens]
        main, insertions = without_insertions(tokens)
        return main, {match.start: match for match in self._reader.cues.find(main)}, insertions

    def _is_no_product(self, claim: Claim, topic: Phrase) -> bool:
        """Tell "builds relationships", which is something done, from "builds prototypes"."""
        made = claim.relation.name == "produces" and claim.subject.keys == topic.keys
        return made and not self._is(claim.object, _PRODUCTS)

    def _of_role(self, claim: Claim, topic: Phrase) -> Claim:
        """Take "a structured, solution-oriented data engineer" for the role itself."""
        return claim._replace(
            subject=self._itself(claim.subject, topic), object=self._itself(claim.object, topic)
        )

    def _itself(self, phrase: Phrase, topic: Phrase) -> Phrase:
        words = phrase.text.lower().removesuffix(topic.text.lower()).split()
        sought = bool(words) and all(_SOUGHT.match(word) for word in words)
        return topic if phrase.head_keys == topic.keys and sought else phrase

    # --- labelled fields ---------------------------------------------------------------------------------------

    def _field(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Reports to: …": each name in the value stands in the relation of the label."""
        if passage.announced is None:
            return
        relation, inverse = passage.announced.reading
        text = passage.span.text[passage.value :]
        if relation.name == "locatedIn":
            text = re.split(r"\s+(?:with|plus|[–—-])\s", text)[0]
        for name in values(text, names_with_and=relation.name in _WHOLE):
            phrase = self._named(name)
            if phrase is not None and self._suits(phrase, relation):
                claim = Claim(topic, relation, phrase)
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
            role = RG + "Role" in self._reader.classifier.of_phrase(phrase)
            return role or (phrase.text[:1].isupper() and len(phrase.text.split()) <= 5)
        if relation.name == "collaboratesWith":
            prepositions = {"to", "of", "for", "on", "in", "with", "without"} & set(
                phrase.text.lower().split()
            )
            return not prepositions and self._can_take_part(phrase, strict=not phrase.text[:1].isupper())
        if relation.literal:
            return any(letter.isdigit() for letter in phrase.text)
        return True

    # --- items -------------------------------------------------------------------------------------------------

    def _item(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read the sentences of an item, each a duty, a list of names, or prose."""
        parts = list(_parts(passage.span))
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
        if phrase is None or phrase.keys == topic.keys or not self._is(phrase, {RG + "Role"}):
            return None
        return phrase if lead(span.text) is None else None

    def _claims(self, span: Span, passage: Passage, topic: Phrase) -> Iterator[Claim]:
        announced = passage.announced
        name = announced.reading.relation.name if announced else ""
        text = span.text.strip(" .;:")
        context = (("context", f"under “{announced.heading}”"),) if announced else ()
        responsible = RESPONSIBLE.match(text)
        opening = lead(text, nouns=name not in ("", "responsibleFor", "collaboratesWith"))
        if name not in _DEEDS and len(text.split()) <= _MOST_NOUNS:
            opening = (
                None  # "Pay run report" below "Deliverables" tells a noun, whatever its first word can be
            )
        if responsible:
            yield from self._list(text[responsible.end() :], "responsibleFor", topic, context)
        elif opening is not None and name in _DEEDS:
            yield from self._deeds(opening, name, topic, context)
        elif opening is None and _YEARS.search(text) and name in ("", "responsibleFor"):
            yield from self._skills(text, self._reader.relation("requiresSkill"), topic, context)
        elif name == "requiresSkill" and opening is None and announced is not None:
            yield from self._skills(text, announced.reading.relation, topic, context)
        elif opening is None and (announced is None or self._is_sentence(text)):
            whole = self._is_sentence(text)
            told = (found.claim for found in self._prose(span, topic))
            yield from (claim for claim in told if whole or claim.relation.name in _OF_FRAGMENTS)
        elif opening is None and announced is not None:
            yield from self._announced(text, announced, topic, context)

    def _announced(
        self, text: str, announced: Announced, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        relation, inverse = announced.reading
        if relation.name == "responsibleFor":
            yield from self._list(text, relation.name, topic, context)
        else:
            for name in values(text, names_with_and=relation.name in _WHOLE):
                phrase = self._named(name, opens=relation.name in _COMMON)
                if phrase is not None and self._suits(phrase, relation):
                    claim = Claim(topic, relation, phrase, context)
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
            phrase = self._named(skill)
            if phrase is not None:
                yield Claim(topic, relation, phrase, context)

    def _list(
        self, text: str, name: str, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        """Read a list of nouns or gerunds: what the role answers for."""
        tokens, _ = without_insertions(self._reader.tagged(text))
        if any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in tokens):
            return
        phrases, _ = read_list(tokens, 0)
        for phrase in phrases:
            yield Claim(topic, self._reader.relation(name), phrase, context)

    def _deeds(
        self, opening: Lead, name: str, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        """Read a duty: what is done, with whom, for whom, by what means."""
        main, matches, insertions = self._clause(opening)
        hedge = (("hedge", opening.hedge),) if opening.hedge else ()
        default = "responsibleFor" if opening.third or name != "requiresSkill" else name
        done = list(deeds(main))
        for deed in done:
            for claim in self._deed(deed, main, matches, default, topic, insertions):
                told = claim.relation.name == name or claim.relation.name == default
                qualifiers = tuple(sorted({*hedge, *(context if told else ())}))
                yield claim._replace(qualifiers=qualifiers, negative=opening.negative)
        later = {n: match for n, match in matches.items() if not any(d.start <= n < d.end for d in done)}
        yield from self._beside(main, later, topic)

    def _deed(
        self,
        deed: Deed,
        main: Sequence[Token],
        matches: dict[int, CueMatch],
        default: str,
        topic: Phrase,
        insertions: Sequence[Insertion],
    ) -> Iterator[Claim]:
        verb = main[deed.start].verb
        match = next((matches[n] for n in range(deed.start, deed.end) if n in matches), None)
        partners = self._partners(main, match, strict=verb == "work") if match else []
        partners = self._listed(insertions) or partners if verb in _ALIGNING else partners
        if partners:
            yield from (self._claim(topic, "collaboratesWith", partner) for partner in partners)
            return
        if match and any(r.relation.name == "reportsTo" and not r.inverse for r in match.readings):
            superiors, _ = read_list(main, match.end)
            yield from (
                self._claim(topic, "reportsTo", each) for each in superiors if self._is(each, {RG + "Role"})
            )
            return
        reports = [each for each in deed.objects if self._is_report(each)] if verb in _MANAGING else []
        yield from (self._claim(each, "reportsTo", topic) for each in reports)
        if reports and len(reports) == len(deed.objects):
            return
        tools = (
            [each for each in deed.objects if self._is_tool(each)]
            if verb in ("use", "utilize", "utilise")
            else []
        )
        yield from (self._claim(topic, "uses", each) for each in tools)
        if tools:
            return
        if verb == "own":
            yield from (self._claim(topic, default, each) for each in deed.objects)
            return
        for text in deed.texts:
            yield self._claim(topic, default, Phrase(text, "gerund", text.split()[-1].lower()))

    def _listed(self, insertions: Sequence[Insertion]) -> list[Phrase]:
        """Give the teams in the brackets of "across departments (marketing, finance)"."""
        for insertion in insertions:
            found, end = read_list(insertion.tokens, 0)
            if (
                len(found) > 1
                and end >= len(insertion.tokens)
                and all(self._can_take_part(each, strict=True) for each in found)
            ):
                return found
        return []

    def _beside(self, main: Sequence[Token], matches: dict[int, CueMatch], topic: Phrase) -> Iterator[Claim]:
        """Read by what means and with whom: "using Figma", "in partnership with sales"."""
        for match in matches.values():
            names = {reading.relation.name for reading in match.readings}
            joined = match.start > 1 and main[match.start - 1].tag in (Tag.CONJUNCTION, ",")
            if main[match.start].lower == "using" and "uses" in names:
                yield from (self._claim(topic, "uses", each) for each in self._tools(main, match.end))
            elif "collaboratesWith" in names and (match.noun or joined):
                strict = main[match.start].verb == "work"
                yield from (
                    self._claim(topic, "collaboratesWith", each)
                    for each in self._partners(main, match, strict=strict)
                )
        for position, token in enumerate(main[:-1]):
            if token.lower == "with" and position > 2 and main[position - 1].tag in Tag.NOUNS:
                found, _ = read_list(main, position + 1)
                yield from (
                    self._claim(topic, "collaboratesWith", each) for each in found if self._is(each, AGENTS)
                )

    def _tools(self, main: Sequence[Token], start: int) -> list[Phrase]:
        """Read what is used: "using Jira and Figma", "using tools like Jira"."""
        found, end = read_list(main, start)
        bare = len(found) == 1 and found[0].text.lower() in _TOOLS_ALONE
        if bare and end < len(main) and main[end].lower in ("like", "such", "including"):
            found, _ = read_list(main, end + (2 if main[end].lower == "such" else 1))
            bare = False
        return [each for each in found if not bare and self._is_tool(each)]

    def _partners(self, main: Sequence[Token], match: CueMatch, *, strict: bool = False) -> list[Phrase]:
        """Give who is worked with behind "works with" and the like."""
        together = any(reading.relation.name == "collaboratesWith" for reading in match.readings)
        if not together or (not match.noun and match.end - match.start < 2):
            return []
        found, _ = read_list(main, match.end)
        return [each for each in found if each.form == "noun" and self._can_take_part(each, strict=strict)]

    def _can_take_part(self, phrase: Phrase, *, strict: bool) -> bool:
        classes = set(self._reader.classifier.of_phrase(phrase))
        function = set(phrase.text.lower().split()) <= _FUNCTIONS
        named = phrase.text[:1].isupper() and classes == {RG + "Activity"}
        if classes & AGENTS or function or named:
            return not phrase.text.lower().startswith("cross-")
        return not classes & _THINGS and (phrase.plural or not strict)

    def _is_report(self, phrase: Phrase) -> bool:
        role = self._is(phrase, {RG + "Role"}) and phrase.form == "noun"
        return role and phrase.head.rstrip("s") not in _NO_REPORTS

    def _is_tool(self, phrase: Phrase) -> bool:
        proper = phrase.text[:1].isupper() and not phrase.keys
        return phrase.form == "noun" and (proper or self._is(phrase, _TOOLS))

    def _is(self, phrase: Phrase, classes: set[str] | frozenset[str]) -> bool:
        return bool(set(self._reader.classifier.of_phrase(phrase)) & classes)

    def _claim(self, subject: Phrase, name: str, target: Phrase) -> Claim:
        return Claim(subject, self._reader.relation(name), target)


_WE = re.compile(r"\b[Ww]e(?:['’](?:re|ll|ve|d))?\b|\b[Ll]et['’]s\b")
_WE_WANT = re.compile(
    r"\bwe(?:['’]re| are)? (?:currently )?(?:expect|looking for|want|need|seek|seeking|hir)", re.IGNORECASE
)
_YOU = re.compile(r"\byou(?:['’]\w+)?\b", re.IGNORECASE)
_VAGUE = frozenset({"partOf", "appliesTo", "derivedFrom", "exampleOf", "dependsOn", "broader", "related"})
_SOUGHT = re.compile(
    r"^(?:.+-(?:oriented|minded|driven|focused|motivated|savvy|starting)|and|structured|talented|experienced|motivated|passionate|"
    r"skilled|dedicated|enthusiastic|proactive|creative|ambitious|curious|seasoned|first|new|full-?time|part-?time|additional)$"
)
_YEARS = re.compile(r"\b\d+\+?\s*(?:[-–]\s*\d+\s*)?\+?\s*years?['’]?\b.*\bexperience\b", re.IGNORECASE)
_HOLDER = (
    r"you(?:['’]ll)?|(?:the|this) (?:role|position|job|successful candidate|ideal candidate|"
    r"incumbent|candidate|post ?holder)|the (?:person|holder)"
)
_STATES = en.words(
    "have be play enjoy join get need want include see come become expect thrive love like receive grow "
    "gain help find feel know understand bring offer require look apply sit live earn belong care start"
)
_MOST_NOUNS = 4
_OF_FRAGMENTS = frozenset({"requiresSkill", "collaboratesWith", "reportsTo", "memberOf"})
_COMMON = frozenset({"collaboratesWith", "measuredBy", "produces"})
_POINTING = re.compile(r"^(?:this|it|these|those|that|they|he|she|such|there|here)\b", re.IGNORECASE)
_TOOLS_ALONE = frozenset(
    {"tools", "systems", "software", "methods", "technologies", "platforms", "technology"}
)
_DEEDS = frozenset({"", "responsibleFor", "requiresSkill", "collaboratesWith"})
_REMOTE = re.compile(r"\b(?:remote|hybrid|on-?site|anywhere|office|flexible|home|full|part)\b", re.IGNORECASE)
_OPTIONAL = re.compile(
    r"\b(?:optional|nice to have|a plus|a bonus|preferred|preferably|desirable|an advantage|an asset|ideally)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r";\s+|\s+[–—]\s+")


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
