"""Reads duties: what a role does, with whom and by what means, in a clause whose unspoken subject is the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.claims import AGENTS, Claim
from rolegraph.extraction.grammar.insertions import without_insertions
from rolegraph.extraction.grammar.phrase_lists import read_list
from rolegraph.extraction.grammar.phrases import Phrase
from rolegraph.extraction.grammar.tokens import Tag, Token
from rolegraph.extraction.roles.deed_objects import completed, objects
from rolegraph.extraction.roles.deed_verbs import ENSURING, adjectival
from rolegraph.extraction.roles.deeds import Deed, deeds
from rolegraph.extraction.roles.duties import Lead, lead, subjectless_verb
from rolegraph.extraction.roles.holders import beside, clauses, included, said_of
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.grammar.cues import CueMatch
    from rolegraph.extraction.grammar.insertions import Insertion
    from rolegraph.extraction.grammar.prose import ProseReader

__all__ = ["PRODUCTS", "RoleDuties"]

PRODUCTS = frozenset({RG + "Artifact", RG + "System"})
_THINGS = frozenset(
    RG + name for name in ("System", "Artifact", "Metric", "Method", "Skill", "Level", "Place")
)
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
_LINKS = frozenset({"liaison", "bridge", "link", "interface", "go-between", "intermediary", "contact"})
_MANAGING = frozenset({"manage", "supervise", "line-manage", "oversee"})
_ALIGNING = en.words(
    "coordinate align liaise negotiate agree consult engage communicate share discuss partner "
    "collaborate work interact interface meet"
)
_QUOTES = re.compile(r"[“”„\"]")
_RESPONSIBLE_FOR = re.compile(
    r"(?:will |shall |is |are |be |also |mainly |primarily )*(?:responsible|accountable|tasked|charged) (?:for|"
    r"with) (?=\w+ing\b)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"(?:will |shall |is |are |be |also |mainly |primarily |directly )*(?:responsible|accountable) for (?!\w+ing\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r":|,?\s+(?:and\s+)?(?=[a-z]+s\s(?:the|an?|its|for|to|with)\b)")
_STATES = en.words(
    "have be play enjoy join get need want include see come become expect thrive love like receive grow "
    "gain find feel know understand bring offer require look apply sit live earn belong care start"
)
_TOOLS_ALONE = frozenset(
    {"tools", "systems", "software", "methods", "technologies", "platforms", "technology"}
)


class RoleDuties:
    """Reads clauses without subject with the cues and names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def read(
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

    def told(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read "You will model data" and "The analyst also tracks budgets" as the duties that they are.

        What the cues of the ontology tell of other relations is left to them.
        """
        openings = self._openings(text, topic)
        for opening in openings:
            main, matches, insertions = self._clause(opening)
            hedge = (("hedge", opening.hedge),) if opening.hedge else ()
            for deed in deeds(main):
                if main[deed.start].verb in _STATES or self._is_cued(deed, matches, main):
                    continue
                for claim in self._deed(deed, main, matches, "responsibleFor", topic, insertions):
                    yield claim._replace(qualifiers=hedge, negative=opening.negative)
        if not openings:
            yield from self.answered_for(self._answers(text, topic), topic)

    def retold(self, claim: Claim, sentence: str, topic: Phrase) -> bool:
        """Tell whether ``told`` reads the verb by whose cue a sentence claims a responsibility."""
        openings = self._openings(sentence, topic)
        if openings:
            return any(claim.object.text in opening.text for opening in openings)
        told = self.answered_for(self._answers(sentence, topic), topic)
        return any(claim.object.text in each.object.text for each in told)

    def answered_for(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read a list of nouns, each with its complement: "the safety of the depot and the night shift"."""
        tokens, _ = without_insertions(adjectival(self._reader.tagged(text))) if text else ([], ())
        for each in objects(tokens, 0):
            yield self.claim(topic, "responsibleFor", completed(each))

    def _answers(self, text: str, topic: Phrase) -> str:
        """Give what a sentence says the role answers for, where that is no deed."""
        if nouns := included(text):
            return _GOES_ON.split(nouns, maxsplit=1)[0]
        rest = said_of(text, topic.text)
        answers = _RESPONSIBLE.match(rest)
        return _GOES_ON.split(rest[answers.end() :], maxsplit=1)[0] if answers else ""

    def _openings(self, text: str, topic: Phrase) -> list[Lead]:
        """Find the verbs of the clauses of a sentence whose subject is the role, or is left out."""
        first, *later = clauses(text) or [""]
        opening = self._opening(first, topic)
        if opening is None:
            return []
        also = [found] if (found := lead(beside(first))) else []
        more = (each for clause in later if (each := lead(clause, nouns=True)))
        return [opening, *also, *(each for each in more if each.verb not in _STATES)]

    def _opening(self, text: str, topic: Phrase) -> Lead | None:
        """Find the verb of a clause whose subject is the role, or one that leaves its subject out."""
        bare = subjectless_verb(text) or _infinitive(text)
        if bare is not None:
            return bare
        if nouns := included(text):
            first = lead(nouns)
            return first if first and first.text[: len(first.text.split()[0])].endswith("ing") else None
        rest = said_of(text, topic.text)
        answers = _RESPONSIBLE_FOR.match(rest)
        opening = lead(rest[answers.end() :] if answers else rest, behind=True) if rest else None
        return None if opening is None or opening.verb in _STATES else opening

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
        partners = partners or self._coordinated(deed, verb)
        if partners:
            yield from (self.claim(topic, "collaboratesWith", partner) for partner in partners)
            yield from self._together(main, deed.end, default, topic)
            return
        if match and verb == "work" and match.end - match.start > 1:
            return
        if match and any(r.relation.name == "reportsTo" and not r.inverse for r in match.readings):
            superiors, _ = read_list(main, match.end)
            yield from (
                self.claim(topic, "reportsTo", each) for each in superiors if self.is_of(each, {RG + "Role"})
            )
            return
        reports = [each for each in deed.objects if self._is_report(each)] if verb in _MANAGING else []
        yield from (self.claim(each, "reportsTo", topic) for each in reports)
        if reports and len(reports) == len(deed.objects):
            return
        tools = (
            [each for each in deed.objects if self._is_tool(each)]
            if verb in ("use", "utilize", "utilise")
            else []
        )
        yield from (self.claim(topic, "uses", each) for each in tools)
        if tools:
            return
        if verb == "own":
            yield from (self.claim(topic, default, each) for each in deed.objects)
            return
        answers = match and any(r.relation.name == "responsibleFor" for r in match.readings)
        terms = [each for each in deed.objects if each.keys] if answers else []
        yield from (self.claim(topic, default, each) for each in terms)
        for text in deed.texts if len(terms) < len(deed.objects) or not terms else ():
            yield self.claim(topic, default, Phrase(text, "gerund", text.split()[-1].lower()))

    def _coordinated(self, deed: Deed, verb: str) -> list[Phrase]:
        """Give the teams or functions that somebody coordinates: "coordinating support, product and legal"."""
        named = deed.objects if verb in ("coordinate", "consult", "engage", "brief") else ()
        functions = all(
            set(each.text.lower().split()) <= _FUNCTIONS or self.is_of(each, AGENTS) for each in named
        )
        return list(named) if functions and len(named) > 1 else []

    def _together(self, main: Sequence[Token], start: int, default: str, topic: Phrase) -> Iterator[Claim]:
        """Read what one does together with others: "Work with sales to win tenders"."""
        place = next((n for n in range(start, len(main) - 1) if main[n].tag == Tag.TO), 0)
        for deed in deeds(main, place + 1) if place else ():
            for text in deed.texts if main[deed.start].verb not in _STATES else ():
                yield self.claim(topic, default, Phrase(text, "gerund", text.split()[-1].lower()))

    def _is_cued(self, deed: Deed, matches: dict[int, CueMatch], main: Sequence[Token]) -> bool:
        """Tell whether the cues of the ontology tell what is done; making what is no product is told as a deed."""
        verbs = [token for token in main[deed.start : deed.end] if token.verb]
        cues = [match for start, match in matches.items() if deed.start <= start < deed.end]
        if len(verbs) > len(cues) > 0 or deed.enabling or main[deed.start].verb in ENSURING:
            return False  # "supports and enforces the rules": the second verb tells a deed
        if any(reading.relation.name == "responsibleFor" for cue in cues for reading in cue.readings):
            return False
        making = bool(cues) and all({r.relation.name for r in cue.readings} == {"produces"} for cue in cues)
        if cues and all(reading.relation.name == "appliesTo" for cue in cues for reading in cue.readings):
            return False
        return bool(cues) and not (making and not any(self.is_of(each, PRODUCTS) for each in deed.objects))

    def _clause(self, opening: Lead) -> tuple[list[Token], dict[int, CueMatch], list[Insertion]]:
        """Tag a duty as a sentence, and find its cues by their places."""
        text = _QUOTES.sub("", opening.text)
        tokens = self._reader.tagged(("It " if opening.third else "They ") + text)
        tokens[1] = tokens[1]._replace(tag=Tag.VERB, verb=opening.verb, keys=())
        tokens = [t._replace(tag=Tag.GERUND) if t.lower == "using" else t for t in tokens]
        main, insertions = without_insertions(adjectival(tokens))
        return main, {match.start: match for match in self._reader.cues.find(main)}, insertions

    def _listed(self, insertions: Sequence[Insertion]) -> list[Phrase]:
        """Give the teams in the brackets of "across departments (marketing, finance)"."""
        for insertion in insertions:
            found, end = read_list(insertion.tokens, 0)
            if (
                len(found) > 1
                and end >= len(insertion.tokens)
                and all(self.can_take_part(each, strict=True) for each in found)
            ):
                return found
        return []

    def _beside(self, main: Sequence[Token], matches: dict[int, CueMatch], topic: Phrase) -> Iterator[Claim]:
        """Read by what means and with whom: "using Figma", "in partnership with sales"."""
        for match in matches.values():
            names = {reading.relation.name for reading in match.readings}
            before = main[match.start - 1] if match.start > 1 else None
            joined = before is not None and (
                before.tag in (Tag.CONJUNCTION, ",") or before.lower in ("by", "while")
            )
            if main[match.start].lower == "using" and "uses" in names:
                yield from (self.claim(topic, "uses", each) for each in self._tools(main, match.end))
            elif "collaboratesWith" in names and (match.noun or joined):
                strict = main[match.start].verb == "work"
                yield from (
                    self.claim(topic, "collaboratesWith", each)
                    for each in self._partners(main, match, strict=strict)
                )
        yield from (self.claim(topic, "collaboratesWith", each) for each in self._linked(main))
        for position, token in enumerate(main[:-1]):
            if token.lower == "with" and position > 2 and main[position - 1].tag in Tag.NOUNS:
                found = _with_examples(main, position + 1)
                yield from (self.claim(topic, "collaboratesWith", each) for each in found if self._acts(each))

    def _linked(self, main: Sequence[Token]) -> list[Phrase]:
        """Give between whom one stands: "acts as a liaison between sales and the plant"."""
        for position, token in enumerate(main[:-2]):
            if token.lower in _LINKS and main[position + 1].lower in ("between", "to", "with", "for"):
                found, _ = read_list(main, position + 2)
                return [
                    each for each in found if each.form == "noun" and self.can_take_part(each, strict=False)
                ]
        return []

    def _acts(self, phrase: Phrase) -> bool:
        """Tell who takes part; of organizations those with a name, since "the plant startup" is none."""
        organization = self.is_of(phrase, {RG + "Organization"})
        named = bool(phrase.keys) or phrase.text[:1].isupper() or phrase.plural
        return self.is_of(phrase, AGENTS) and (named or not organization)

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
        found = _with_examples(main, match.end)
        return [each for each in found if each.form == "noun" and self.can_take_part(each, strict=strict)]

    def can_take_part(self, phrase: Phrase, *, strict: bool) -> bool:
        """Tell whether a phrase can name who is worked with; with ``strict`` its words must tell it."""
        classes = set(self._reader.classifier.of_phrase(phrase))
        function = set(phrase.text.lower().split()) <= _FUNCTIONS
        named = phrase.text[:1].isupper() and classes == {RG + "Activity"}
        if classes & AGENTS or function or named:
            return not phrase.text.lower().startswith("cross-")
        return not classes & _THINGS and (phrase.plural or not strict)

    def _is_report(self, phrase: Phrase) -> bool:
        role = self.is_of(phrase, {RG + "Role"}) and phrase.form == "noun"
        return role and phrase.head.rstrip("s") not in _NO_REPORTS

    def _is_tool(self, phrase: Phrase) -> bool:
        proper = phrase.text[:1].isupper() and not phrase.keys
        if set(phrase.text.lower().replace("&", "and").split()) <= _TOOLS_ALONE | {"and"}:
            return False
        return phrase.form == "noun" and (proper or self.is_of(phrase, _TOOLS))

    def is_of(self, phrase: Phrase, classes: set[str] | frozenset[str]) -> bool:
        """Tell whether a phrase belongs to one of some classes."""
        return bool(set(self._reader.classifier.of_phrase(phrase)) & classes)

    def claim(self, subject: Phrase, name: str, target: Phrase) -> Claim:
        """Make a claim by the name of its relation."""
        return Claim(subject, self._reader.relation(name), target, rule="duty")


def _with_examples(tokens: Sequence[Token], start: int) -> list[Phrase]:
    """Read a list of names and those that are given as examples of them: "partners such as A and B"."""
    found, end = read_list(tokens, start)
    words = tuple(token.lower for token in tokens[end : end + 2])
    opening = 2 if words == ("such", "as") else 1 if words[:1] in (("like",), ("including",)) else 0
    named, _ = read_list(tokens, end + opening) if found and opening else ([], end)
    return [*found, *named]


def _infinitive(text: str) -> Lead | None:
    """Find the verb of "To keep the minutes"; what one is to be ("To be the contact, keep …") tells no deed."""
    if not text.startswith("To "):
        return None
    return lead(text) or lead(text.partition(", ")[2])
