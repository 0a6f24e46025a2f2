"""Lists that a heading or a question announces: its words tell the relation, the items only the other end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.claims.constructions import kinds
from rolegraph.extraction.claims.soundness import is_sound
from rolegraph.extraction.deeds.duties import lead, opens_with_doers
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.extraction.prose.led_lists import is_within, lead_of
from rolegraph.extraction.prose.question_frames import asks_why, question_frame
from rolegraph.extraction.prose.sentence_claims import SentenceReader
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import gerund, third_person, verb_forms
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.entries import Announced, Asked, Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.prose.question_frames import Frame
    from rolegraph.extraction.words.sentences import Sentence
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["ListReader"]

_OPTIONAL = re.compile(
    r"\s*\(?\b(?:optional|nice to have|a plus|preferred|desirable|optionnel(?:le)?|souhaitée?|un plus|wünschenswert"
    r"|von vorteil|opcional|deseable|valorable)\b\)?",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"^(?:\d+\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?)?(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|understanding|command|proficiency|familiarity)\s+(?:with|in|of|using)\s+",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[A-Z][\w ]{2,30}):\s+(?P<listed>\S.*)", re.DOTALL)
_READ_ELSEWHERE = frozenset({"exampleOf", "related", "synonymOf"})
_ASKS_SKILLS = re.compile(
    r"skill|competenc|knowledge|qualification|abilit|compétence|kompetenz|fähigkeit|habilidad", re.IGNORECASE
)
_SAME = re.compile(r"\b(?:the same (?:thing )?as|same as|identical to|equal to)\b", re.IGNORECASE)


_LINKING = re.compile(
    r"^(?:by|with|for|on|through|from)\s+", re.IGNORECASE
)  # "By uptime" answers "How is it measured?"


# "Usually the buyer does" answers "Who owns it?".
_OFTEN = re.compile(
    r"^(?:(?:usually|typically|often|mostly|mainly|generally|normally),? |in (?:most|many) \w+, )",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b(?:do|does|must|should|can)\b", re.IGNORECASE)
_BARE_DOING = re.compile(r" (?:does|do|did|is|are)(?: so| it| that)?$")


class ListReader:
    """Reads items below a heading that announces a relation, and the answers to questions."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def announced(self, passage: Passage, announced: Announced, topic: Phrase) -> Iterator[Found]:
        """Read an item below a heading; the heading is its context, since the item alone does not tell the relation."""
        text = passage.span.text
        reading = announced.reading(self._reader.ontology)
        optional = (("optional", "true"),) if _OPTIONAL.search(text) else ()
        if primary(topic.language) == "en":
            listed = self._listed(passage)
        else:
            reading, listed = self._reader.plain(topic.language).below(reading, _OPTIONAL.sub("", text))
        relation = self._required(reading.relation, announced.heading, topic)
        for phrase in listed:
            context = ("context", f"under “{announced.heading}”")
            claim = Claim(topic, relation, phrase, (context, *optional), rule="heading")
            claim = claim.turned() if reading.inverse else claim
            if is_sound(claim):
                line = passage.span.line
                yield Found(claim, text, line, passage.span.starts[-1][1])

    def _required(self, relation: RelationType, heading: str, topic: Phrase) -> RelationType:
        """Take what something else than a role requires, unless it is called skills, for what it depends on."""
        role = RG + "Role" in self._reader.classifier.of_phrase(topic)
        if relation.name != "requiresSkill" or role or _ASKS_SKILLS.search(heading):
            return relation
        return self._reader.relation("dependsOn")

    def followed(self, passage: Passage) -> Iterator[Found]:
        """Read a numbered step: the one before it comes first."""
        pair = read_pair(passage.span)
        names = (passage.after, pair.head if pair else passage.span.text.strip(" .;"))
        before, step = (self._named(name) for name in names)
        claim = Claim(before, self._reader.relation("precedes"), step, rule="heading")
        if is_sound(claim):
            yield Found(claim, passage.span.text, passage.span.line, passage.span.starts[-1][1])

    def kinds_named(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Captive offshoring keeps … Offshore outsourcing hands …": names with a modifier are kinds.

        Two such subjects in one paragraph, or a heading that announces kinds, tell that.
        """
        reading = passage.announced and passage.announced.reading(self._reader.ontology)
        found = []
        for sentence in sentences(passage.span):
            tokens = self._reader.tagged(sentence.text[:LONGEST])
            named = kinds(tokens, -1, self._reader.relation, lambda token: token.keys == topic.keys)
            opening = (claim for claim in named if reading or _opens(tokens, claim.object))
            found += [
                Found(each, sentence.text, sentence.first, sentence.last)
                for each in opening
                if is_sound(each)
            ]
        several = len({each.claim.subject.text.lower() for each in found}) > 1
        if reading == (self._reader.relation("broader"), True) or (reading is None and several):
            yield from found

    def _named(self, name: str) -> Phrase:
        """Give the phrase of a name, that of a term where it is one."""
        tokens = self._reader.tagged(name)
        phrase, end = read_noun_phrase(tokens, 0)
        return phrase if phrase and end == len(tokens) else Phrase(name, "noun", name.split()[-1].lower())

    def _listed(self, passage: Passage) -> list[Phrase]:
        """Give what an item, or a paragraph without a verb, lists."""
        pair = read_pair(passage.span)
        text = _OPTIONAL.sub("", pair.head if pair else passage.span.text).strip(" .;")
        text = _EXPERIENCE.sub("", text)
        if opens_with_doers(text):
            return []
        announced = passage.announced and self._reader.ontology.relation_types[passage.announced.relation]
        goal = announced is not None and announced.name == "supports"
        text = _aimed(text) if goal else text
        if announced and (RG + "Activity" in announced.range or (goal and not _names_goal(text))):
            text = self.as_activities(text, duty=announced.name == "responsibleFor")
        tokens = self._reader.tagged(text)
        told = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in tokens)
        if not passage.item and (told or not pair):  # "The fee depends on two things: …" is no label
            first = next((each.text.rstrip(".") for each in sentences(passage.span)), "")
            return _bare_list(tokens) or (self._list_alone(first) if told else [])
        phrases, end = read_list(tokens, 0)
        if phrases and phrases[0].form == "gerund":
            return [phrase for phrase in phrases if phrase.form != "noun"]
        if phrases and end >= len(tokens):
            return phrases
        return [Phrase(text, "noun", tokens[-1].lower)] if tokens and len(text.split()) <= 8 else phrases[:1]

    def labelled(self, sentence: Sentence, topic: Phrase) -> list[Found]:
        """Read a sentence that is a label with a list behind it: "Key skills: negotiation and contract law"."""
        match = _LABELLED.fullmatch(sentence.text)
        reading = self._reader.announcer.relation(match["label"]) if match else None
        if match is None or reading is None or reading.relation.name in _READ_ELSEWHERE:
            return []
        text = match["listed"].rstrip(".")
        if RG + "Activity" in reading.relation.range:
            text = self.as_activities(text)
        phrases = _bare_list(self._reader.tagged(text))
        claims = [Claim(topic, reading.relation, phrase, rule="heading") for phrase in phrases]
        turned = [claim.turned() if reading.inverse else claim for claim in claims]
        found = (sentence.text, sentence.first, sentence.last)
        return [Found(claim, *found) for claim in turned if is_sound(claim)]

    def as_activities(self, text: str, *, duty: bool = False, verbal: bool = False) -> str:
        """Turn the verbs of a duty into gerunds: "Monitor pipelines and fix failures" tells two activities.

        A word that can be a noun or an adjective is a verb there where the text surely tells a ``duty``, or where
        it stands behind a "to" (``verbal``).
        """
        words = text.split(" ")
        verb = words[0].lower()
        determined = len(words) > 1 and words[1].lower() in en.DETERMINERS
        if (
            len(words) < 2
            or self._reader.cues.verbs.get(verb) != verb
            or (verb in en.NOUNS_FIRST and not determined and not verbal and not (duty and lead(text)))
        ):
            return text
        for number, word in enumerate(words):
            opens = not number or words[number - 1] == "and" or words[number - 1].endswith(",")
            goes_on = number + 1 < len(words) and words[number + 1] != "and"
            clear = not number or (word not in en.NOUNS_FIRST and goes_on)
            if opens and clear and self._reader.cues.verbs.get(word.lower()) == word.lower():
                words[number] = gerund(word.lower())
        return " ".join(words)

    def answered(self, asked: Asked, topic: Phrase) -> Iterator[Found]:
        """Read the answers to a question, and what the question itself claims when the answer is yes or no."""
        yield from self._compared(asked)
        announced = self._reader.announcer.asked(asked.question.text, topic.text)
        if not announced or asks_why(asked.question.text) or _says_who(asked):
            yield from self._completed(asked, topic)
        lead = ""
        told = self._reader.announcer.asked_for(asked.question.text) is not None
        for span in asked.answers:
            whole = span.text.rstrip()
            if announced and (told or not whole.endswith(".") or self._listed_only(whole[:-1])):
                yield from self._listed_in_answer(span, announced, self._who_has(asked, topic))
            listed = bool(lead) and not lead_of(span)
            if listed and not announced:
                yield from self._reader.led.read(lead, span, topic)
            lead = lead_of(span) or lead
            if listed:
                yield from self._reader.items.item(span, topic)
            elif span is asked.answers[0] and (who := self._who_does(asked)) is not None:
                first = next(iter(sentences(span)))
                rest = cut(span, first.start + len(first.text))
                yield from self._reader.text(rest, topic, previous=who) if rest.text.strip() else ()
            else:
                yield from self._reader.text(span, topic, previous=self._asked_about(asked, topic))

    def _who_does(self, asked: Asked) -> Phrase | None:
        """Give the client of the answer "The client does. It …", of whom the rest of the answer speaks."""
        if not _says_who(asked):
            return None
        phrase, _ = read_noun_phrase(self._reader.tagged(asked.answers[0].text), 0)
        return phrase._replace(determiner="a") if phrase is not None and not phrase.plural else phrase

    def _asked_about(self, asked: Asked, topic: Phrase) -> Phrase | None:
        """Give the clerks of "What skills do stock clerks need?", whom "they" in the answer stands for."""
        tokens = self._reader.tagged(asked.question.text)
        if [token.lower for token in tokens[:2]] in (["what", "is"], ["what", "are"]):
            thing, end = read_noun_phrase(tokens, 2)
            whole = thing is not None and end == len(tokens) - 1 and " " in thing.text
            if thing is not None and whole and topic.keys not in (thing.keys, thing.head_keys):
                return thing._replace(determiner=thing.determiner or "a")  # "What is a good churn rate?"
        auxiliary = next((n for n, token in enumerate(tokens[:6]) if token.tag == Tag.AUXILIARY), -1)
        last = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].verb), len(tokens))  # "… need?"
        phrase, end = read_noun_phrase(tokens[:last], auxiliary + 1) if auxiliary >= 0 else (None, 0)
        other = (
            phrase is not None and phrase.keys != topic.keys and (phrase.plural or bool(phrase.determiner))
        )
        return phrase if other and end < len(tokens) and tokens[end].verb else None

    def _who_has(self, asked: Asked, topic: Phrase) -> Phrase:
        """Give whose skills are asked for, the headword's or those of another: "What does a bot builder need?"."""
        doing = _DOES.search(asked.question.text) is not None
        other = self._asked_about(asked, topic) if doing else None
        return other if other is not None and other.head not in en.STAND_INS else topic

    def _listed_in_answer(self, span: Span, announced: Reading, topic: Phrase) -> Iterator[Found]:
        for number, sentence in enumerate(sentences(span)):
            text = sentence.text.rstrip(".")
            listed = self._list_alone(text) if number else _bare_list(self._reader.tagged(text))
            for phrase in listed:
                claim = Claim(topic, announced.relation, phrase, rule="question")
                claim = claim.turned() if announced.inverse else claim
                if is_sound(claim):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)

    def _completed(self, asked: Asked, topic: Phrase) -> Iterator[Found]:
        """Read the sentence that a question and an answer without a verb make together."""
        sentence = next(iter(sentences(asked.answers[0])))
        text = _BARE_DOING.sub("", _OFTEN.sub("", sentence.text.rstrip("."), count=1), count=1)
        if asks_why(asked.question.text) and text.lower().startswith("to "):
            claims = self._aims(text[3:], topic)
        elif listed := self._listed_only(text := _LINKING.sub("", text, count=1)):
            several = len(listed) > 1 or listed[0].plural
            frame = question_frame(asked.question.text, topic.text, several=several)
            claims = self._framed(frame, text, topic) if frame else iter(())
        else:
            return
        for claim in claims:
            if is_sound(claim):
                yield Found(
                    claim._replace(rule="question", cue=-1), sentence.text, sentence.first, sentence.last
                )

    def _aims(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read "To cut costs, find talent and reach markets": what a thing is for."""
        phrases, _ = read_list(self._reader.tagged(self.as_activities(text, verbal=True)), 0)
        done = [phrase for phrase in phrases if phrase.form == "gerund"]
        yield from (Claim(topic, self._reader.relation("supports"), phrase) for phrase in done)

    def _framed(self, frame: Frame, text: str, topic: Phrase) -> Iterator[Claim]:
        """Read an answer within the sentence that its question makes of it."""
        words = text if text[1:2].isupper() or not frame.before else text[:1].lower() + text[1:]
        tokens = self._reader.tagged(f"{frame.before} {words} {frame.behind}".strip() + ".")
        reader = SentenceReader(self._reader, tokens, topic, None, subjectless=False, defining=False)
        answer = range(len(frame.before), len(frame.before) + len(text) + 1)
        for claim in list(reader.claims()):
            if any(is_within(end, reader.main, answer) for end in (claim.subject, claim.object)):
                yield claim

    def _list_alone(self, text: str) -> list[Phrase]:
        """Give the phrases of a sentence that is a list and no more: "Grocers, parcel carriers and car makers."."""
        tokens = self._reader.tagged(text)
        phrases, end = read_list(tokens, 0)
        return phrases if len(phrases) > 1 and end == len(tokens) else []

    def _listed_only(self, text: str) -> list[Phrase]:
        """Give the phrases of a text that is a list from its first word to its last, but for what completes that."""
        tokens = self._reader.tagged(text)
        end = read_list(tokens, 0)[1]
        ends = end == len(tokens) or tokens[end].tag == Tag.PREPOSITION
        return _bare_list(tokens) if ends else []

    def _compared(self, asked: Asked) -> Iterator[Found]:
        """Read "Is an X the same as a Y?" with its "No."."""
        answer = next(iter(sentences(asked.answers[0])))
        same = _SAME.search(asked.question.text)
        if not same or not answer.text.lower().startswith("no"):
            return
        left, _ = read_noun_phrase(self._reader.tagged(asked.question.text[: same.start()]), 1)
        right, _ = read_noun_phrase(self._reader.tagged(asked.question.text[same.end() :]), 0)
        if left and right:
            claim = Claim(left, self._reader.relation("distinctFrom"), right, rule="question")
            yield Found(claim, asked.question.text, asked.question.line, answer.last)


def _says_who(asked: Asked) -> bool:
    """Tell the answer "The supplier is." or "The board does."."""
    first = next((each.text.rstrip(".") for each in sentences(asked.answers[0])), "")
    return _BARE_DOING.search(first) is not None


_CHANGES = frozenset({"access", "increase", "decrease", "reduction", "control", "support"})


_BETTERING = en.words(
    "improve ensure support enable increase enhance promote provide facilitate boost strengthen maximize maximise "
    "foster encourage raise aid guarantee deliver offer give bring help create"
)


def _aimed(text: str) -> str:
    """Name what a benefit told in the third person comes to: "Ensures quality", "Reduces waste" (reducing waste)."""
    first, _, rest = text.partition(" ")
    verb = verb_forms().get(first.lower(), "")
    noun = verb in en.NOUNS_FIRST and verb not in _BETTERING
    if not rest or not verb or noun or first.lower() != third_person(verb):
        return text
    return rest if verb in _BETTERING else f"{gerund(verb)} {rest}"


def _names_goal(text: str) -> bool:
    """Tell "Lower costs" and "Access to skills", which name a benefit, from "Cut costs", which tells a deed."""
    first, second, *_ = [*text.lower().split()[:2], "", ""]
    compared = first in ("lower", "better", "faster") and second not in en.DETERMINERS
    return compared or (first in _CHANGES and second in ("to", "in", "of", "over", "for"))


def _opens(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell the subject that a sentence, or a clause behind a sign, begins with."""
    start = phrase.start
    while start > 0 and tokens[start - 1].tag in (Tag.WORD, Tag.DETERMINER):
        start -= 1
    verb = tokens[phrase.end : phrase.end + 1]
    return (not start or tokens[start - 1].tag == ";") and [each.tag for each in verb] in (
        [Tag.VERB],
        [Tag.AUXILIARY],
    )


def _bare_list(tokens: Sequence[Token]) -> list[Phrase]:
    """Give the phrases of a sentence that is nothing but a list."""
    verbs = [number for number, token in enumerate(tokens) if token.tag in (Tag.VERB, Tag.AUXILIARY)]
    if any(not number or tokens[number - 1].lower != "to" for number in verbs):
        return []  # "judgment to say no" has no verb but an infinitive
    phrases, _ = read_list(tokens, 0)
    return phrases
