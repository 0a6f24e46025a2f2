"""What a sentence says of its headword without naming it anew: its genus, formula, contrasts, examples and matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims import contrasts
from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.dealings import ownership
from rolegraph.extraction.definitions import examples, formulas, genus, reach, scopes, varieties
from rolegraph.extraction.definitions.definition_starts import definition_start, past_headword
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.insertions import enumerated
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.claims.cues import CueMatch
    from rolegraph.extraction.claims.subjects import Subjects
    from rolegraph.extraction.words.insertions import Insertion
    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["DefinitionReader", "TaggedSentence"]


_PARTS = frozenset({"feature", "component", "module", "part", "element", "section", "subsystem", "extension"})
_CLAUSAL = frozenset({"when", "where", "what", "how"})
_OFFERED = frozenset({"service", "offering", "standard", "protocol", "framework", "methodology", "mode"})
_WORDS = frozenset(
    {"term", "word", "phrase", "expression", "name"}
)  # what is said of them is no matter of the thing


class TaggedSentence(NamedTuple):
    """A sentence about ``topic``: its words, its main line, and what stands between brackets or dashes.

    ``subjectless`` marks a gloss, whose unspoken subject is the topic; ``defining`` any sentence of a definition.
    """

    tokens: Sequence[Token]
    main: Sequence[Token]
    insertions: Sequence[Insertion]
    topic: Phrase
    subjectless: bool
    defining: bool


class DefinitionReader:
    """Reads one sentence for what it says of the headword; ``subjects`` learn from it where the genus ends.

    ``acts`` tells whether a phrase names somebody who can act.
    """

    def __init__(
        self,
        sentence: TaggedSentence,
        subjects: Subjects,
        relation: Callable[[str], RelationType],
        acts: Callable[[Phrase], bool],
    ) -> None:
        self._sentence, self._subjects, self._relation, self._acts = sentence, subjects, relation, acts
        self._is_group = False
        self._start = definition_start(sentence.main, sentence.topic.keys[0], gloss=sentence.subjectless)

    @property
    def is_definition(self) -> bool:
        """Whether the sentence says what the headword is."""
        return self._start is not None

    @property
    def is_open_gloss(self) -> bool:
        """Whether the sentence goes on with a definition by a participle without a subject: "Kept by the clerk."."""
        first = self._sentence.main[:1]
        return self._sentence.defining and bool(first) and first[0].tag == Tag.PARTICIPLE

    @property
    def passive(self) -> int:
        """The place of the participle in "It is kept by the clerk", -1 where no such passive tells of the headword."""
        verb = self._main_verb() if self._start is None or self._subjects.genus_end < 0 else None
        return verb if verb is not None and self._sentence.main[verb].tag == Tag.PARTICIPLE else -1

    @property
    def genus_span(self) -> range:
        """The places of the genus with what stands before its noun, none in other sentences."""
        return (
            range(0)
            if self._start is None
            else range(self._start, max(self._start, self._subjects.genus_end))
        )

    def genus(self, matches: Sequence[CueMatch]) -> Iterator[Claim]:
        """Read the genus, of a definition or of any sentence that says what the headword is.

        Where a pronoun stands for the headword, only a genus that is a term counts.
        """
        main, topic = self._sentence.main, self._sentence.topic
        start = self._pronoun_end() if self._start is None else self._start
        if not start and self._start is None:
            return
        members, end = genus.read_members(main, start) if self._start is not None else ([], start)
        if members:
            self._subjects.genus_end = end
            yield from (self._member(each) for each in members)
            return
        kinds, end = genus.read_alternatives(main, start) if self._start is not None else ([], start)
        if kinds:
            self._subjects.genus_end = end
            yield from (Claim(each, self._relation("exampleOf"), topic, rule="group") for each in kinds)
            return
        own = topic.head if " " in topic.text and not self._acts(topic) else ""
        phrases, end = genus.read_genera(main, start, own)
        self._subjects.genus_end = end
        if any(
            start <= cue.start < end and _tells_of_genus(cue) and not _joins(main, cue) for cue in matches
        ):
            return
        for phrase in phrases:
            unsure = self._start is None and not phrase.keys
            empty = (genus.says_nothing(phrase) and phrase.head != own) or genus.is_whoever(phrase)
            if phrase.keys == topic.keys or empty or unsure:
                continue
            yield from self._kind_or_group(phrase, start)

    def _kind_or_group(self, phrase: Phrase, start: int) -> Iterator[Claim]:
        """Give a genus; of a group ("a set of duties that …") what it consists of, too, be that a term or not."""
        main, topic = self._sentence.main, self._sentence.topic
        group = genus.gathered(main, start, phrase)
        if genus.is_group(main[start : phrase.start], phrase):
            self._is_group = True
            named = enumerated(self._sentence.insertions, start, phrase.end) or [phrase]
            yield from (Claim(each, self._relation("partOf"), topic, rule="group") for each in named)
            if phrase.keys or not group:
                return
        if group and not phrase.keys:
            phrase = phrase._replace(text=group, head=group.split()[0])
        yield Claim(topic, self._relation("broader"), phrase, rule="genus")

    def _member(self, phrase: Phrase) -> Claim:
        """Give what one of the things is to the headword that a definition counts it up for."""
        topic = self._sentence.topic
        people = self._acts(topic) and self._acts(phrase)
        name = "exampleOf" if topic.plural else "memberOf" if people else "partOf"
        return Claim(phrase, self._relation(name), topic, rule="group")

    def _pronoun_end(self) -> int:
        """Give the place behind "It is", "They are" where the pronoun stands for the headword; else 0."""
        opens = [token.lower for token in self._sentence.main[:2]]
        about = self._subjects.standing == [self._sentence.topic]
        is_link = len(opens) == 2 and opens[0] in ("it", "they") and opens[1] in ("is", "are")
        return 2 if about and is_link else 0

    def turns(self) -> Iterator[Claim]:
        """Read the turns of phrase whose subject is the headword: formulas, contrasts, examples."""
        sentence, end = self._sentence, self._subjects.genus_end
        tokens, main, topic = sentence.tokens, sentence.main, sentence.topic
        place = (end, topic)
        yield from varieties.named_instances(main, self._relation)
        if not self._is_group:
            yield from examples.examples_in_brackets(
                main, sentence.insertions, place, self._relation, self._acts
            )
        yield from varieties.varieties(main, sentence.insertions, topic, self._relation)
        if sentence.defining:
            yield from contrasts.own_opposite(tokens, topic, self._relation)
        if sentence.defining:
            yield from examples.listed_examples(main, topic, self._relation)
        if not self._is_about_headword():
            return
        yield from formulas.formula(tokens, topic, self._relation)
        yield from contrasts.headword_set_against(tokens, topic, self._relation)
        yield from contrasts.compared_with(tokens, topic, self._relation)
        yield from contrasts.told_apart(tokens, topic, self._relation)
        yield from examples.possible_cases(main, topic, self._relation)
        if end >= 0:
            yield from examples.examples_of_headword(main, end, topic, self._relation)

    def _is_about_headword(self) -> bool:
        """Tell whether a sentence has no other subject than the headword."""
        topic, standing = self._sentence.topic, self._subjects.standing
        opens = [token for token in self._sentence.tokens[:4] if token.keys]
        named = bool(opens) and topic.keys[0] in opens[0].keys
        return self._sentence.subjectless or named or not standing or standing[0].keys == topic.keys

    def scopes(self) -> Iterator[Claim]:
        """Read what a definition is about."""
        if self._start is not None:
            end = self._subjects.genus_end
            yield from scopes.scopes(
                self._sentence.main, self._start, end, self._sentence.topic, self._relation
            )

    def reached(self, matches: Sequence[CueMatch]) -> Iterator[Claim]:
        """Read which terms the definition speaks of further on."""
        sentence, main = self._sentence, self._sentence.main
        start = self._clause() if self._start is None else max(self._start, self._subjects.genus_end)
        if start is not None and not self._is_of_word(start):
            muted = self._start is not None and scopes.says_little(main, start)
            quantity = start > 0 and scopes.is_quantity(main[start - 1])
            muted = muted and not quantity
            group = "-partOf" if self._is_group else "appliesTo" if quantity else ""
            relation = self._relation
            part = start > 0 and main[start - 1].lower in _PARTS
            for term in self._genus_modifiers():
                owned = main[term.start].possessive and self._acts(term)
                by_owner = ownership(main, self._subjects.genus_end) if owned else ""
                name = by_owner or ("partOf" if part else "appliesTo")
                claim = Claim(sentence.topic, relation(name), term, rule="reach")
                yield claim.turned() if by_owner else claim
            defines = self._start is not None or start == 0
            found = reach.reached(
                main, start, sentence.topic, relation, matches, muted=muted, genus=group, defines=defines
            )
            yield from found

    def _is_of_word(self, start: int) -> bool:
        """Tell "The term is used in trade", which says nothing of the thing."""
        opening = self._sentence.main[:start]
        return any(token.lower in _WORDS for token in (opening if self._start is None else opening[-1:]))

    def _genus_modifiers(self) -> Iterator[Phrase]:
        """Give the terms before the noun of the genus: "a customs document", "an agent's fee"."""
        places, topic = self.genus_span, self._sentence.topic
        tokens = [self._sentence.main[place] for place in places]
        owned = any(token.possessive for token in tokens) and ownership(self._sentence.main, places.stop)
        if not tokens or (tokens[-1].lower in en.WAYS | _OFFERED and not owned):
            return
        for place, token in zip(places, tokens[:-1], strict=False):
            if token.keys and token.keys != topic.keys and (token.possessive or not tokens[-1].keys):
                yield Phrase(
                    token.lower, "noun", token.lower, token.keys, token.keys, start=place, end=place + 1
                )

    def _clause(self) -> int | None:
        """Give where a definition without a genus begins to tell: behind "When", or at its main verb; else None."""
        sentence = self._sentence
        opens = sentence.main[0].lower if sentence.main else ""
        if self.is_open_gloss:
            return 0
        return 1 if sentence.subjectless and opens in _CLAUSAL else self._main_verb()

    def _main_verb(self) -> int | None:
        """Give the place of the verb in "A lock gate holds the water", where a definition opens so; else None."""
        sentence, main = self._sentence, self._sentence.main
        if not sentence.defining or [each.keys for each in self._subjects.standing] != [sentence.topic.keys]:
            return None
        resumed = (
            bool(main) and main[0].tag == Tag.PRONOUN and main[0].lower in ("it", "they", "this", "these")
        )
        end = 1 if resumed else past_headword(main, sentence.topic.keys[0]) or read_noun_phrase(main, 0)[1]
        while end and end < len(main) and main[end].tag in (Tag.ADVERB, Tag.AUXILIARY):
            end += 1
        passive = 0 < end < len(main) and main[end].tag == Tag.PARTICIPLE and main[end - 1].tag != Tag.TERM
        return end if end < len(main) and (passive or main[end].tag == Tag.VERB) else None

    def has_other_examples(self, claim: Claim) -> bool:
        """Tell "Examples include …" far from the definition, which are examples of what was just spoken of."""
        opens = [token.lower for token in self._sentence.main[:1]]
        listing = opens in (["example"], ["examples"]) and not self._sentence.defining
        return listing and claim.relation.name == "exampleOf" and claim.object == self._sentence.topic


_OF_THINGS = frozenset({"uses", "locatedIn"})


def _tells_of_genus(cue: CueMatch) -> bool:
    """Tell the noun of "a part of the plan", which is told of the plan, from that of "a user of a tool", a genus."""
    return not cue.verbal and any(reading.relation.name not in _OF_THINGS for reading in cue.readings)


def _joins(tokens: Sequence[Token], cue: CueMatch) -> bool:
    """Tell the "or other" of "a clerk or other official", which joins two genera."""
    return tokens[cue.start].tag == Tag.CONJUNCTION
