"""Reads duties: what a role does, with whom and by what means, in a clause whose unspoken subject is the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import AGENTS, Claim
from rolegraph.extraction.deeds.deed_objects import ARTICLE, completed, objects, text_of
from rolegraph.extraction.deeds.deed_verbs import ENSURING, adjectival
from rolegraph.extraction.deeds.deeds import Deed, deeds
from rolegraph.extraction.deeds.duties import Lead, lead, subjectless_verb
from rolegraph.extraction.deeds.duty_forms import (
    STATES,
    as_noun,
    by_head,
    does,
    imperative,
    infinitive,
    is_function,
    manner,
    relates,
    says_where,
    with_examples,
)
from rolegraph.extraction.roles.duty_relations import purposes, supported, used, used_beside
from rolegraph.extraction.roles.holders import beside, clauses, included, named_first, said_of, which_include
from rolegraph.extraction.roles.reporting import subordinates
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.insertions import without_insertions
from rolegraph.extraction.words.noun_classes import DEPARTMENTS
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import NO_MEANS
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import CueMatch
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.words.insertions import Insertion

__all__ = ["PRODUCTS", "RoleDuties"]

PRODUCTS = frozenset({RG + "Artifact", RG + "System"})
_THINGS = frozenset(
    RG + name for name in ("System", "Artifact", "Metric", "Method", "Skill", "Level", "Place")
)
_TOOLS = frozenset(RG + name for name in ("System", "Method"))
# People that one works with and does not have as subordinates, whatever one does with them.
_NO_REPORTS = en.words(
    "stakeholder user client customer partner vendor supplier expert member colleague report employee "
    "staff contractor profession occupation role position"
)
# Heads of names of those who act together, whose form does not tell it: "academic staff", "legal counsel".
_BODIES = en.DOERS | en.words(
    "faculty counsel leadership enforcement personnel administration public community clergy police press bureau"
)
_LINKS = frozenset({"liaison", "bridge", "link", "interface", "go-between", "intermediary", "contact"})
_MANAGING = frozenset({"manage", "supervise", "line-manage", "oversee", "lead"})
_LEADING_TEAMS = en.words("lead manage supervise run head coach guide direct oversee build")
_GUIDANCE = re.compile(r"\b(?:supervision|direction|guidance|oversight|instructions?)\b", re.IGNORECASE)
_KNOWING = frozenset({"understand", "know"})  # and do something beside: "know the yard and keep its books"
_ALIGNING = en.words(
    "coordinate align liaise negotiate agree confer consult engage communicate share discuss partner "
    "collaborate work interact interface meet"
)
_MOST_BEFORE = 12  # words before the subject of a sentence
_ENDING = re.compile(r"(?:['’]s|s['’]?)$")
_QUOTES = re.compile(r"[“”„\"]")
_RESPONSIBLE_FOR = re.compile(
    r"(?:will |shall |may |can |must |should |often |typically |usually |generally |is |are |be |also |"
    r"mainly |primarily )*"
    r"(?:(?:responsible|accountable|tasked|charged) (?:for|with)|focus(?:es|ed)? (?:\w+ly )?on|(?:the |"
    r"an? )?(?:[\w-]+ ){0,3}(?:experts?|person|people|"
    r"contact|specialists?) (?:for|in)) (?=\w+ing\b)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"(?:will |shall |is |are |be |also |mainly |primarily |directly )*(?:(?:responsible|accountable) for|"
    r"(?:takes?|has|have) (?:[\w-]+ ){0,3}(?:responsibility|charge|ownership) (?:for|of)|takes? the lead (?:on|in|"
    r"for)) (?!\w+ing\b)",
    re.IGNORECASE,
)
_LEADING_ON = re.compile(r"(?:will )?(?:also )?takes? the lead (?:on|in|for) (?!\w+ing\b)", re.IGNORECASE)
_WHERE_NEEDED = re.compile(
    r",? (?:when|where|whenever|as|if) (?:and (?:when|where) )?(?:required|needed|necessary|appropriate|possible|"
    r"applicable|requested|instructed)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r":|,?\s+(?:and\s+)?(?=[a-z]+s\s(?:the|an?|its|for|to|with)\b)")
_BY_DOING = re.compile(r"\sby (?=\w{3,}ing\s(?!by\b))")
_UNTOLD = re.compile(
    r"(?:following\b|(?:(?:wide|broad) )?(?:variety|range|number) of (?:duties|tasks|responsibilities|"
    r"activities|functions)$)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+(?:and\s+)?")
_LISTED_DEED = re.compile(r",\s+(?:and\s+)?(?=\w{3,}ing\s)")
_ALSO_RESPONSIBLE = re.compile(r"(?:also )?(?:responsible|accountable) for (?=\w+ing\b)", re.IGNORECASE)
_TOOLS_ALONE = frozenset(
    {"tools", "systems", "software", "methods", "technologies", "platforms", "technology"}
)


_LEADING = frozenset({RG + "Role", RG + "Team", RG + "Organization"})
_OFFICES = en.words(
    "body trustees partner investors office secretariat bureau headquarters directorate management assembly "
    "shareholders partners owners"
)
_DEVICES = en.words("equipment machinery machine instrument device vehicle tool")


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
        aims = purposes(main, done[0].stop) if done and default == "responsibleFor" else ()
        joint = done and main[done[0].start].verb in _ALIGNING | {"work"}
        if not joint and not opening.negative:
            yield from (self.claim(topic, "supports", each) for each in aims)
        later = {n: match for n, match in matches.items() if not any(d.start <= n < d.end for d in done)}
        yield from self._beside(main, later, topic)

    def told(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read "You will model data" and "The analyst also tracks budgets" as the duties that they are.

        What the cues of the ontology tell of other relations is left to them.
        """
        text = self._by_label(text, topic)
        openings = self._openings(text, topic)
        bidden = bool(included(text) or infinitive(text) or imperative(text)) or by_head(text, topic.text)
        for opening in openings:
            main, matches, _ = self._clause(opening)
            for deed in deeds(main):
                if main[deed.start].verb in _ALIGNING:
                    yield from self._together(main, deed.stop, "responsibleFor", topic)
                if bidden or not self._is_cued(deed, matches, main):
                    yield from self._of_opening(opening, deed, topic)
        if said_of(text, topic.text):
            linked = self._linked(self._reader.tagged(text))
            yield from (self.claim(topic, "collaboratesWith", each) for each in linked)
        if not openings or (included(text) and lead(included(text)) is None):
            yield from self.answered_for(self._answers(text, topic), topic)
        for clause in clauses(text)[1:] if openings else ():
            if answers := _RESPONSIBLE.match(clause):
                yield from self.answered_for(clause[answers.end() :], topic)

    def told_by_cues(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read the deeds of a sentence that ``told`` leaves to the cues, for where these tell nothing."""
        text = self._by_label(text, topic)
        for opening in self._openings(text, topic):
            main, matches, _ = self._clause(opening)
            for deed in deeds(main):
                if self._is_cued(deed, matches, main) and not relates(deed, matches):
                    found = self._of_opening(opening, deed, topic)
                    yield from (claim for claim in found if claim.relation.name == "responsibleFor")

    def _of_opening(self, opening: Lead, deed: Deed, topic: Phrase) -> Iterator[Claim]:
        """Give what one deed of a clause claims, with what limits or denies it."""
        main, matches, insertions = self._clause(opening)
        hedge = (("hedge", opening.hedge),) if opening.hedge else ()
        done = does(text_of(main[deed.start :])) and (deed.start == 1 or opening.third)
        if main[deed.start].verb in STATES and not (done or main[deed.start].lower.endswith("ing")):
            return
        for claim in self._deed(deed, main, matches, "responsibleFor", topic, insertions):
            yield claim._replace(qualifiers=hedge, negative=opening.negative)

    def retold(self, claim: Claim, sentence: str, topic: Phrase) -> bool:
        """Tell whether ``told`` reads the verb by whose cue a sentence claims a responsibility."""
        sentence = self._by_label(sentence, topic)
        openings = self._openings(sentence, topic)
        if openings:
            return any(claim.object.text in opening.text for opening in openings)
        told = self.answered_for(self._answers(sentence, topic), topic)
        return any(claim.object.text in each.object.text for each in told)

    def _by_label(self, text: str, topic: Phrase) -> str:
        """Call the role by its label where a sentence has another name of it for its subject: "The SDL keeps …"."""
        for token in self._reader.tagged(text)[:_MOST_BEFORE]:
            if token.verb and not token.keys:
                break
            if token.keys == topic.keys:
                ending = _ENDING.search(token.text) if not topic.text.endswith("s") else None
                named = f"{topic.text}{ending[0] if ending else ''}"
                return f"{text[: token.start]}{named}{text[token.end :]}"
        return text

    def answered_for(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read a list of nouns, each with its complement: "the safety of the depot and the night shift"."""
        tokens, _ = without_insertions(adjectival(self._reader.tagged(text))) if text else ([], ())
        for each in map(completed, objects(tokens, 0)):
            if not _UNTOLD.match(each.text):
                yield self.claim(topic, "responsibleFor", each)

    def _answers(self, text: str, topic: Phrase) -> str:
        """Give what a sentence says the role answers for, where that is no deed."""
        if nouns := included(text):
            return _LISTED_DEED.split(_GOES_ON.split(nouns, maxsplit=1)[0])[0]
        rest = said_of(text, topic.text, team=self.is_of(topic, {RG + "Team"}))
        answers = _RESPONSIBLE.match(rest)
        return _GOES_ON.split(rest[answers.end() :], maxsplit=1)[0] if answers else ""

    def _openings(self, text: str, topic: Phrase) -> list[Lead]:
        """Find the verbs of the clauses of a sentence whose subject is the role, or is left out."""
        first, *later = clauses(text) or [""]
        opening = self._opening(first, topic)
        listed = [found for part in _LISTED_DEED.split(included(first))[1:] if (found := lead(part))]
        if opening is None:
            others = (found for part in _COMMA.split(included(first))[1:] if (found := lead(part)))
            return listed or [each for each in others if each.verb not in en.NOUNS_FIRST]
        means = _LISTED_DEED.split(_BY_DOING.split(first)[1]) if _BY_DOING.search(first) else []
        parts = (beside(first), which_include(first), *means)
        also = [*listed, *(found for part in parts if (found := lead(part)))]
        said = (said_of(clause, topic.text) or clause.removeprefix("for ") for clause in later)
        bare = (_RESPONSIBLE_FOR.sub("", clause, count=1) for clause in said)
        more = (each for clause in bare if (each := lead(clause, nouns=True)))
        return [opening, *also, *(each for each in more if each.verb not in STATES)]

    def _opening(self, text: str, topic: Phrase) -> Lead | None:
        """Find the verb of a clause whose subject is the role, or one that leaves its subject out."""
        answers = _ALSO_RESPONSIBLE.match(text)
        named = named_first(text, topic.text)  # "Pilots advise …" on the page of a harbour pilot
        bare = None if named else subjectless_verb(text) or infinitive(text) or imperative(text)
        bare = bare or (lead(text[answers.end() :]) if answers else None)
        if bare is not None:
            return bare
        if nouns := included(text):
            first = lead(nouns)
            return first if first and first.text[: len(first.text.split()[0])].endswith("ing") else None
        rest = said_of(text, topic.text, team=self.is_of(topic, {RG + "Team"}))
        if _LEADING_ON.match(rest):
            return None  # "takes the lead on the count"
        answers = _RESPONSIBLE_FOR.match(rest)
        opening = lead(rest[answers.end() :] if answers else rest, behind=True) if rest else None
        idle = STATES - {"apply"} if answers else STATES  # "responsible for applying for grants"
        idle = idle - _KNOWING if " and " in rest else idle
        done = opening is not None and does(opening.text) and not text.lower().startswith("you")
        return None if opening is None or (opening.verb in idle and not done) else opening

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
        if verb == "receive" and _GUIDANCE.search(text_of(main[deed.start :])):
            return  # whoever is supervised does nothing by it
        if verb in _LEADING_TEAMS and self._leads_roles(text_of(main[deed.start :])):
            return  # "leads a team of six clerks"
        if partners := self._partners_of(deed, main, match, insertions):
            yield from (self.claim(topic, "collaboratesWith", partner) for partner in partners)
            yield from self._together(main, deed.end, default, topic)
            return
        if verb == "work" and (worked := list(self._worked(deed, main, match, default, topic))):
            yield from worked
            return
        if verb == "work" and (says_where(main, deed) or (match and match.end - match.start > 1)):
            return
        if match and any(r.relation.name == "reportsTo" and not r.inverse for r in match.readings):
            superiors, _ = read_list(main, match.end)
            yield from (self.claim(topic, "reportsTo", each) for each in superiors if self.leads(each))
            return
        reports = [each for each in deed.objects if self._is_report(each)] if verb in _MANAGING else []
        yield from (self.claim(each, "reportsTo", topic) for each in reports)
        if reports and len(reports) == len(deed.objects):
            return
        others = {"supports": supported(main, deed), "uses": used(main, deed)}
        told = [self.claim(topic, name, each) for name, found in others.items() for each in found]
        yield from told
        if told and default == "responsibleFor":
            return
        if verb == "own":
            yield from self._owned(deed, default, topic)
            return
        answers = match and any(r.relation.name == "responsibleFor" for r in match.readings)
        terms = [each for each in deed.objects if each.keys] if answers else []
        yield from (self.claim(topic, default, each) for each in terms)
        for text in deed.texts if len(terms) < len(deed.objects) or not terms else ():
            yield self.claim(topic, default, Phrase(text, "gerund", text.split()[-1].lower()))

    def _leads_roles(self, text: str) -> bool:
        """Tell whether a clause names the roles of a team that is led."""
        named = (self._reader.tagged(name) for name in subordinates(text))
        phrases = (read_noun_phrase(tokens, 0)[0] for tokens in named)
        return any(each is not None and self._is_report(each) for each in phrases)

    def _partners_of(
        self, deed: Deed, main: Sequence[Token], match: CueMatch | None, insertions: Sequence[Insertion]
    ) -> list[Phrase]:
        """Give with whom a deed is done; one "aligns with core goals" and with nobody."""
        verb = main[deed.start].verb
        partners = self._partners(main, match, strict=verb == "work") if match else []
        partners = self._listed(insertions) or partners if verb in _ALIGNING else partners
        partners = partners or self._coordinated(deed, verb)
        if verb == "align":
            return [each for each in partners if self.is_of(each, AGENTS) or is_function(each)]
        return partners

    def _worked(
        self, deed: Deed, main: Sequence[Token], match: CueMatch | None, default: str, topic: Phrase
    ) -> Iterator[Claim]:
        """Read on what, how or to do what one works: "work on a project", "work independently"."""
        if deed.end < len(main) and main[deed.end].lower == "on" and deed.objects:
            yield from (self.claim(topic, default, each) for each in deed.objects)
        elif default == "requiresSkill" and (told := manner(main, deed)):
            yield self.claim(topic, default, Phrase(told, "gerund", told.split()[-1]))
        elif says_where(main, deed) or (match and match.end - match.start > 1):
            yield from self._together(main, deed.end, default, topic)

    def _owned(self, deed: Deed, default: str, topic: Phrase) -> Iterator[Claim]:
        """Read what one owns as it stands, with its complement: "the flow of goods"."""
        texts = [text.split(maxsplit=1)[-1] for text in deed.texts]
        whole = len(texts) == len(deed.objects) and not any(each.keys for each in deed.objects)
        names = texts if whole else [each.text for each in deed.objects]
        for text, each in zip(names, deed.objects, strict=True):
            bare = ARTICLE.sub("", text)
            same = bare == each.text or each.text not in bare
            yield self.claim(topic, default, each if same else each._replace(text=bare, head_keys=()))

    def _coordinated(self, deed: Deed, verb: str) -> list[Phrase]:
        """Give the teams or functions that somebody coordinates: "coordinating support, product and legal"."""
        named = deed.objects if verb in ("coordinate", "consult", "engage", "brief") else ()
        functions = all(is_function(each) or self.is_of(each, AGENTS) for each in named)
        return list(named) if functions and len(named) > 1 else []

    def _together(self, main: Sequence[Token], start: int, default: str, topic: Phrase) -> Iterator[Claim]:
        """Read what one does together with others: "Work with sales to win tenders"."""
        joints = (n for n in range(start, len(main) - 1) if main[n].tag == Tag.CONJUNCTION)
        stop = next((n for n in joints if main[n + 1].tag == Tag.VERB), len(main) - 1)
        place = next((n for n in range(start, stop) if main[n].tag == Tag.TO), 0)
        for deed in deeds(main, place + 1) if place else ():
            for text in deed.texts if main[deed.start].verb not in STATES else ():
                yield self.claim(topic, default, Phrase(text, "gerund", text.split()[-1].lower()))

    def _is_cued(self, deed: Deed, matches: dict[int, CueMatch], main: Sequence[Token]) -> bool:
        """Tell whether the cues of the ontology tell what is done; making what is no product is told as a deed."""
        verbs = [token for token in main[deed.start : deed.end] if token.verb]
        cues = [match for start, match in matches.items() if deed.start <= start < deed.end]
        gerund = deed.start == 1 and main[1].lower.endswith("ing")  # behind "responsible for"
        if len(verbs) > len(cues) > 0 or deed.enabling or gerund or main[deed.start].verb in ENSURING:
            return False  # "supports and enforces the rules": the second verb tells a deed
        if any(reading.relation.name == "responsibleFor" for cue in cues for reading in cue.readings):
            return False
        making = bool(cues) and all({r.relation.name for r in cue.readings} == {"produces"} for cue in cues)
        if cues and all(reading.relation.name == "appliesTo" for cue in cues for reading in cue.readings):
            return False
        return bool(cues) and not (making and not any(self.is_of(each, PRODUCTS) for each in deed.objects))

    def _clause(self, opening: Lead) -> tuple[list[Token], dict[int, CueMatch], list[Insertion]]:
        """Tag a duty as a sentence, and find its cues by their places."""
        text = _WHERE_NEEDED.sub("", _QUOTES.sub("", opening.text))
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
                tools = self._tools(main, match.end) or used_beside(main, match.end)
                yield from (self.claim(topic, "uses", each) for each in tools)
            elif "collaboratesWith" in names and (match.noun or joined):
                strict = main[match.start].verb == "work"
                yield from (
                    self.claim(topic, "collaboratesWith", each)
                    for each in self._partners(main, match, strict=strict)
                )
        yield from (self.claim(topic, "collaboratesWith", each) for each in self._linked(main))
        for position, token in enumerate(main[:-1]):
            if token.lower == "with" and position > 2 and main[position - 1].tag in Tag.NOUNS:
                found = with_examples(main, position + 1)
                acting = [each for each in found if self._acts(each) or each.text.lower() in DEPARTMENTS]
                beside = [each for each in found if each.plural and self.can_take_part(each, strict=False)]
                named = beside if acting and len(found) > 2 else acting
                yield from (self.claim(topic, "collaboratesWith", each) for each in named)
                if not acting and self._tells_means(main, position):
                    yield from (self.claim(topic, "uses", each) for each in self._tools(main, position + 1))

    @staticmethod
    def _tells_means(main: Sequence[Token], position: int) -> bool:
        """Tell "sort boxes with a scanner" from "share boxes with a scanner"."""
        verbs = [token.verb for token in main[:position] if token.tag in Tag.VERBS]
        return bool(verbs) and verbs[-1] not in NO_MEANS

    def _linked(self, main: Sequence[Token]) -> list[Phrase]:
        """Give between whom one stands: "acts as a liaison between sales and the plant"."""
        for position, token in enumerate(main[:-2]):
            if token.lower in _LINKS and main[position + 1].lower in ("between", "to", "with", "for"):
                found, _ = read_list(main, position + 2)
                strict = main[position + 1].lower == "for"  # "the contact for questions"
                named = (each for each in found if each.form == "noun")
                return [each for each in named if self.can_take_part(each, strict=strict)]
        return []

    def _acts(self, phrase: Phrase) -> bool:
        """Tell who takes part; of organizations those with a name, since "the plant startup" is none."""
        organization = self.is_of(phrase, {RG + "Organization"})
        named = bool(phrase.keys) or phrase.text[:1].isupper() or phrase.plural
        return self.is_of(phrase, AGENTS) and (named or not organization)

    def _tools(self, main: Sequence[Token], start: int) -> list[Phrase]:
        """Read what is used: "using Jira and Figma", "using tools like Jira"."""
        main = [as_noun(token, after) for token, after in zip_longest(main, main[1:])]
        found, end = read_list(main, start)
        bare = len(found) == 1 and found[0].text.lower() in _TOOLS_ALONE
        if bare and end < len(main) and main[end].lower in ("like", "such", "including"):
            found, _ = read_list(main, end + (2 if main[end].lower == "such" else 1))
            bare = False
        tools = [each for each in found if not bare and self._is_tool(each)]
        listed = [each for each in found if each.form == "noun" and not self.is_of(each, AGENTS)]
        return listed if tools and len(found) > 1 else tools

    def _partners(self, main: Sequence[Token], match: CueMatch, *, strict: bool = False) -> list[Phrase]:
        """Give who is worked with behind "works with" and the like."""
        together = any(reading.relation.name == "collaboratesWith" for reading in match.readings)
        if not together or (not match.noun and match.end - match.start < 2):
            return []
        found = with_examples(main, match.end)
        return [each for each in found if each.form == "noun" and self.can_take_part(each, strict=strict)]

    def can_take_part(self, phrase: Phrase, *, strict: bool) -> bool:
        """Tell whether a phrase can name who is worked with; with ``strict`` its words must tell it."""
        classes = set(self._reader.classifier.of_phrase(phrase))
        function = is_function(phrase)
        function = function and phrase.text.lower() != "data"
        named = phrase.text[:1].isupper() and classes == {RG + "Activity"}
        if classes & AGENTS or function or named or phrase.head in _BODIES:
            return not phrase.text.lower().startswith("cross-")
        return not classes & _THINGS and (phrase.plural or not strict)

    def _is_report(self, phrase: Phrase) -> bool:
        role = self.is_of(phrase, {RG + "Role"}) and phrase.form == "noun"
        return role and phrase.head.rstrip("s") not in _NO_REPORTS

    def _is_tool(self, phrase: Phrase) -> bool:
        proper = phrase.text[:1].isupper() and not phrase.keys
        if set(phrase.text.lower().replace("&", "and").split()) <= _TOOLS_ALONE | {"and"}:
            return False
        of_kind = phrase.head.rstrip("s") in _DEVICES  # "lifting equipment"
        return phrase.form == "noun" and (proper or of_kind or self.is_of(phrase, _TOOLS))

    def acts(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who acts."""
        return self.is_of(phrase, AGENTS)

    def leads(self, phrase: Phrase) -> bool:
        """Tell somebody, or a body, that a role can report to: "the board", "head office"."""
        return self.is_of(phrase, _LEADING) or phrase.head in _OFFICES

    def is_of(self, phrase: Phrase, classes: set[str] | frozenset[str]) -> bool:
        """Tell whether a phrase belongs to one of some classes."""
        return bool(set(self._reader.classifier.of_phrase(phrase)) & classes)

    def claim(self, subject: Phrase, name: str, target: Phrase) -> Claim:
        """Make a claim by the name of its relation."""
        return Claim(subject, self._reader.relation(name), target, rule="duty")
