"""Reads prose on the page of a role: sentences of the role, to the role as "you", and of those who apply for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.roles.holders import included, level_said, said_of, which_include
from rolegraph.extraction.roles.promotions import steps
from rolegraph.extraction.roles.reporting import employer, employers, metrics, subordinates, superiors, unit
from rolegraph.extraction.roles.requirements import asked, skills
from rolegraph.extraction.roles.role_duties import PRODUCTS
from rolegraph.extraction.roles.role_lists import SOMEBODY
from rolegraph.extraction.roles.role_titles import SENIORITY
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular, verb_forms
from rolegraph.extraction.words.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.graph.names import fold
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.roles.role_duties import RoleDuties
    from rolegraph.extraction.roles.role_names import RoleNames
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["RoleSentences", "found_in"]


class RoleSentences:
    """Reads sentences with the cues and names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader, duties: RoleDuties, names: RoleNames) -> None:
        self._reader, self._duties, self._names = reader, duties, names

    def read(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Read sentences of or to the role; what the employer says of itself is no claim on the role."""
        addressed = list(self._addressed(span, topic))
        yield from addressed
        for sentence in sentences(span):
            part = cut(span, sentence.start, sentence.start + len(sentence.text))
            if len(sentence.text) <= LONGEST:
                text = _HEADED.sub("", part.text, count=1)
                yield from (found_in(claim, part) for claim in self._said(text, topic))
                told = [each.claim for each in addressed if each.quote == sentence.text]
                more = self._duties.told_by_cues(text, topic)
                yield from (found_in(claim, part) for claim in more if not _is_told(claim, told))

    def _addressed(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Give what the cues of the ontology tell of the role, without what they misread on its page."""
        for found in self._reader.addressed(span, topic):
            claim = _of_ranked(self._of_role(found.claim, topic), topic, found.quote)
            if claim.relation.name == "dependsOn" and claim.subject != found.claim.subject:
                claim = claim._replace(relation=self._reader.relation("requiresSkill"))
            vague = found.claim.relation.name in _VAGUE and bool(_ADDRESS.search(found.quote))
            vague = vague or self._is_no_product(claim, topic)
            aside = bool(_ADDRESS.search(found.quote)) and not _concerns(claim, topic)
            asks = claim.relation.name == "requiresSkill" and bool(asked(found.quote))
            asks = asks or (claim.relation.name == "broader" and bool(level_said(found.quote)))
            doubtful = vague or aside or asks or self._is_misread(claim, topic, found.quote)
            doubtful = doubtful or _is_cut_short(claim, found.quote, topic)
            team = self._duties.is_of(topic, {RG + "Team"})
            if not doubtful and (team or not _speaks_of_employer(found.quote)):
                yield found._replace(claim=claim)

    def _said(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read what only sentences on the page of a role say: duties, demands, superiors, the employer, the level."""
        for reading in (
            self._duties.told,
            self._of_applicants,
            self._led,
            self._employed,
            self._levelled,
            self._joined,
            self._measured,
            self._promoted,
            self.leading,
        ):
            for claim in reading(text, topic):
                if not (_RISES.match(claim.object.text) and steps(text, topic.text)):
                    yield claim

    def _promoted(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read from what and to what one rises."""
        relation = self._reader.relation("precedes")
        first, end = read_noun_phrase(tokens := self._reader.tagged(text), 0)
        other = first is not None and first.keys != topic.keys and first.plural and self._names.is_role(first)
        if other and begins_clause(tokens, end) and not said_of(text, topic.text):
            return  # "Analysts can move up …" on the page of their manager
        for pair in steps(text, topic.text):
            named = (topic if name == topic.text else self._names.named(name) for name in pair)
            before, after = ((each if each and self._may_rise(each, topic) else None) for each in named)
            if before is not None and after is not None and fold(before.text) != fold(after.text):
                yield Claim(before, relation, after, rule="duty")

    def _may_rise(self, phrase: Phrase, topic: Phrase) -> bool:
        """Tell a role, or a name with the noun of the one that is spoken of: "assistant conservator"."""
        return self._names.is_role(phrase) or singular(phrase.head) == topic.text.lower().split()[-1]

    def leading(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read whom one leads: "leads a team of six clerks", "exercises supervision over trainees"."""
        relation = self._reader.relation("reportsTo")
        for phrase in map(self._names.named, subordinates(text)):
            if phrase is not None and self._names.is_role(phrase) and phrase.keys != topic.keys:
                yield Claim(phrase, relation, topic, rule="duty")

    def _measured(self, text: str, topic: Phrase) -> Iterator[Claim]:
        relation = self._reader.relation("measuredBy")
        told = self._duties.answered_for(metrics(text, said_of(text, topic.text)), topic)
        return (claim._replace(relation=relation) for claim in told)

    def _joined(self, text: str, topic: Phrase) -> Iterator[Claim]:
        name = unit(text, said_of(text, topic.text))
        phrase = self._names.named(name) if name else None
        if phrase is not None:
            yield Claim(topic, self._reader.relation("memberOf"), phrase, rule="duty")

    def _levelled(self, text: str, topic: Phrase) -> Iterator[Claim]:
        phrase = self._names.named(level_said(text)) if level_said(text) else None
        if phrase is not None:
            yield Claim(topic, self._reader.relation("hasLevel"), phrase, rule="duty")

    def _of_applicants(self, text: str, topic: Phrase) -> Iterator[Claim]:
        for part in text.split("; "):
            wanted = self.asked(part, topic)
            yield from (
                self.skills(wanted, self._reader.relation("requiresSkill"), topic, ()) if wanted else ()
            )

    def asked(self, text: str, topic: Phrase) -> str:
        """Give what a sentence asks of those who apply, or of the role by its name."""
        return asked(text) or asked(said_of(text, topic.text))

    def skills(
        self, text: str, relation: RelationType, topic: Phrase, context: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        """Give a claim for each skill that a requirement names."""
        for skill in skills(text):
            phrase = self._names.named(skill, opens=text.startswith(skill))
            certified = skill.startswith(("Certified ", "Licensed ", "Registered ", "Chartered "))
            if phrase is not None and (certified or not self._names.is_role(phrase)):
                form = "clause" if " to " in skill else phrase.form
                yield Claim(topic, relation, phrase._replace(form=form), context, rule="requirement")

    def _employed(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read who looks for somebody; a name that is a role's or an activity's is no employer's."""
        bodies = {RG + "Organization", RG + "Sector"}
        for phrase in map(self._names.named, employers(text, said_of(text, topic.text))):
            known = phrase is not None and bool(self._reader.classifier.of_phrase(phrase))
            if phrase is not None and (not known or self._duties.is_of(phrase, bodies)):
                yield Claim(phrase, self._reader.relation("employs"), topic, rule="employer")
        phrase = self._names.named(employer(text)) if employer(text) else None
        if phrase is not None and not self._duties.is_of(phrase, {RG + "Role", RG + "Activity"}):
            yield Claim(phrase, self._reader.relation("employs"), topic, rule="employer")

    def _led(self, text: str, topic: Phrase) -> Iterator[Claim]:
        return self.superiors(text, topic, said_of(text, topic.text))

    def superiors(self, text: str, topic: Phrase, said: str = "") -> Iterator[Claim]:
        """Give a claim for each role by whom this one is said to be led."""
        relation = self._reader.relation("reportsTo")
        for number, phrase in enumerate(map(self._names.named, superiors(text, said))):
            named = (
                number and phrase is not None and phrase.text.istitle() and not self._names.is_role(phrase)
            )
            if phrase is not None and not named and self._names.suits(phrase, relation):  # "the CEO, Ada"
                yield Claim(topic, relation, phrase, rule="duty")

    def _is_misread(self, claim: Claim, topic: Phrase, sentence: str) -> bool:
        """Tell claims that a sentence on a role makes by a cue that means something else in it."""
        name, own = claim.relation.name, claim.subject.keys == topic.keys
        if name == "broader" and claim.subject.head in ("supervision", "direction", "guidance"):
            return True  # "Under direct supervision, an employee …"
        if name == "exampleOf" and claim.object.head.rstrip("s") == "employer":
            return True
        if name == "exampleOf" and claim.subject.form == "gerund" and which_include(sentence):
            return True
        if name in ("responsibleFor", "produces") and not claim.subject.keys and _WORKS_TO.search(sentence):
            return True  # "bakers work for hotels to make bread"
        if name == "reportsTo":
            led = self._duties.is_of(claim.subject, {RG + "Role"})
            return not (led and self._duties.leads(claim.object))
        if name == "memberOf":
            return self._duties.is_of(claim.object, {RG + "Role"})
        if name == "collaboratesWith" and "align" in sentence:
            return not all(
                self._duties.can_take_part(end, strict=True) for end in (claim.subject, claim.object)
            )
        if name == "supports" and not own and " " not in claim.object.text and _is_done(claim.object.text):
            return True  # "help keep them on track"
        if name == "supports" and own:
            if _HELPED.search(sentence):
                return True  # "help the head chef to write the menus"
            again = "ensur" in sentence and self._duties.retold(claim, sentence, topic)
            done = _is_done(claim.object.text) and not self._duties.acts(claim.object)
            return again or claim.object.form == "gerund" or done
        if name in _TOLD and not own and SOMEBODY.match(sentence):
            return True  # "the member of the stage crew who paints the sets"
        if name == "responsibleFor" and own and _OWN_JOB.match(claim.object.text):
            return True  # "The job of a clerk involves …"
        if name == "requiresSkill":
            people = self._duties.acts(claim.object) or _IF_REQUIRED.search(sentence)
            return own and bool(people or claim.object.head.rstrip("s") in _TIMES)
        if name == "partOf":
            listed = claim.object.text.lower().endswith("employers") and bool(employers(sentence))
            return listed or (claim.object.keys == topic.keys and bool(included(sentence)))
        if name == "measuredBy" and own:
            return "track" in sentence and "tracked" not in sentence
        told = name in ("responsibleFor", "appliesTo") and own and not claim.negative
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
        if phrase.text.lower() == f"role of {topic.text.lower()}" or _HOLDERS.fullmatch(phrase.text):
            return topic
        *ranks, noun = phrase.text.lower().split() or [""]
        alike = singular(noun) == topic.text.lower().split()[-1] and phrase.plural
        if not ranks and noun == topic.text.lower().split()[-1] and phrase.determiner in ("a", "an"):
            return phrase if noun in SENIORITY | _RANKS else topic  # "A coordinator needs …"
        if ranks and alike and set(ranks) <= SENIORITY:
            return topic
        words = phrase.text.lower().removesuffix(topic.text.lower()).split()
        sought = bool(words) and all(_SOUGHT.match(word) for word in words)
        return topic if phrase.head_keys == topic.keys and sought else phrase


_RANKS = en.words("manager director officer assistant supervisor leader engineer analyst specialist worker")
_RISES = re.compile(r"(?:moving|progressing|advancing|rising|stepping|climbing|becoming|going) ")
_HOLDERS = re.compile(
    r"(?:employee|incumbent|post[ -]?holder|job[ -]?holder|appointee)s?(?: in this class)?", re.IGNORECASE
)
_HEADED = re.compile(r"^[A-Z][^.:;]{2,60}:\s+(?=[A-Z])")  # "Mail: The clerk sorts letters."
_HELPED = re.compile(r"\bhelp(?:s|ing)? (?:[\w'’-]+ ){1,6}?to [a-z]+", re.IGNORECASE)
_WORKS_TO = re.compile(
    r"\bwork(?:s|ing)? (?:closely )?(?:for|with|in|at|alongside) [^.;]{3,120} to [a-z]", re.IGNORECASE
)
_WE = re.compile(r"\b[Ww]e(?:['’](?:re|ll|ve|d))?\b|\b[Ll]et['’]s\b")
_WE_WANT = re.compile(
    r"\bwe(?:['’]re| are)? (?:currently )?(?:expect|looking for|want|need|seek|seeking|hir)", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:['’]\w+)?\b", re.IGNORECASE)
_VAGUE = frozenset({"partOf", "appliesTo", "derivedFrom", "exampleOf", "dependsOn", "broader", "related"})
_SOUGHT = re.compile(
    r"^(?:.+-(?:oriented|minded|driven|focused|motivated|savvy|starting)|and|structured|talented|experienced|"
    r"motivated|passionate|"
    r"skilled|dedicated|enthusiastic|proactive|creative|ambitious|curious|seasoned|first|new|full-?time|"
    r"part-?time|additional)$"
)
_OWN_JOB = re.compile(r"(?:job|role|work|duties|tasks) of an? ", re.IGNORECASE)
_IF_REQUIRED = re.compile(r"\b(?:when|where|whenever|as|if) required\b", re.IGNORECASE)
_TOLD = frozenset({"responsibleFor", "produces", "appliesTo", "uses", "supports"})
_TIMES = en.words("weekend evening night hour day week month shift travel overtime")  # that a post asks for
_EMPTY = frozenset({"duties", "tasks", "responsibilities", "work", "activities", "role", "including"})


def _is_told(deed: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether other claims of a sentence tell of the object of a deed."""
    told = (claim for claim in claims if claim.relation.name != "produces")
    return any(claim.object.text.lower() in deed.object.text.lower() for claim in told)


def _of_ranked(claim: Claim, topic: Phrase, sentence: str) -> Claim:
    """Take what "The chief risk officer leads …" says for that other role's, on the page of a risk officer."""
    match = _RANKED.match(sentence)
    other = match is not None and match["role"].lower().endswith(f" {topic.text.lower()}")
    if match is None or not other or claim.subject.keys != topic.keys:
        return claim
    return claim._replace(subject=Phrase(match["role"].lower(), "noun", topic.head))


def _is_cut_short(claim: Claim, sentence: str, topic: Phrase) -> bool:
    """Tell "Manager" of "reports to the Manager, Finance Systems", "busy crew" of "to join our busy crew"."""
    team = unit(sentence) if claim.relation.name == "memberOf" else ""
    if team and claim.object.text.lower().endswith(f" {team.lower()}"):
        return True
    said = said_of(sentence, topic.text)
    whole = superiors(sentence, said) if claim.relation.name == "reportsTo" else ()
    begun = (f"{end.text.lower()}, " for end in (claim.object, claim.subject))
    return any(name.lower().startswith(each) for each in begun for name in whole)


def _is_done(text: str) -> bool:
    """Tell "remove impediments" or "team coordinate", which a verb of help has behind it, from what is helped."""
    first, *rest = text.lower().split()
    verbs = [word for word in (first, *rest[-1:]) if verb_forms().get(word) == word]
    return any(verb not in en.NOUNS_FIRST for verb in verbs)


_RANKED = re.compile(
    r"^(?:the|an?)\s+(?P<role>(?:chief|senior|junior|lead|head|deputy|assistant|vice|principal|executive)\s+[\w -]+?)"
    r"(?:\s+\([^()]*\))?\s+(?:is|are|has|leads?|manages?|owns?|sets?|oversees?|directs?|reports?|works?|runs?)\b",
    re.IGNORECASE,
)


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


def found_in(claim: Claim, span: Span) -> Found:
    """Give a claim with the text that makes it."""
    return Found(claim, span.text, span.line, span.starts[-1][1])
