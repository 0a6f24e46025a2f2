"""Who does what a verb says: its subject, found to its left, and what pronouns and "the role" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.appositions import apposed_to
from rolegraph.extraction.claims.claims import AGENTS, Classes
from rolegraph.extraction.claims.list_owners import owner_of_cases, owner_of_list
from rolegraph.extraction.claims.stand_ins import StandIns
from rolegraph.extraction.claims.topic_words import deed_before, is_subject, opens_with_deed
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_firm
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import HELPING, INFLUENCING
from rolegraph.extraction.words.verb_places import infinitive_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["RELATIVE", "Subjects"]

RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where"})
_CAUSATIVE = en.words(
    "allow enable let help hire employ ask invite require encourage empower permit cause lead force train "
    "pay assign need want appoint"
)
_EMPTY_VERBS = frozenset({"take", "make", "cost", "pay", "become", "require", "help"})
_ORDER = frozenset({"next", "first", "then", "last", "finally", "second", "third"})
_SHARES = frozenset({"most", "many", "some", "all", "few", "several", "none"})
# Whose object is what an aim is reached by: "cities grant the headword to attract firms".
_USING = en.words("use utilize utilise grant offer introduce adopt employ apply issue run set")
_HOLDING = en.words(
    "list contain include comprise show specify state describe display"
)  # papers do, not people
_TOOLS = en.words("use utilize utilise leverage deploy employ apply adopt")
_MEETING = frozenset({"meet", "join", "visit", "contact", "call"})
_REFERRING = frozenset({"it", "they", "this", "these", "he", "she", "both"})


class Subjects:
    """Finds the subjects of the verbs of one sentence, in the order of the verbs.

    ``topic`` is the headword the text is about, ``previous`` the subject of the sentence before. ``genus_end`` is
    where the genus of a definition ends, -1 without one; ``standing`` are the subjects of the clause read last.
    ``kind`` is the noun of what an earlier sentence says that the headword is.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        topic: Phrase,
        previous: Phrase | None,
        classes: Callable[[Phrase], Classes],
        *,
        subjectless: bool = False,
        kind: str = "",
    ) -> None:
        self.tokens, self.topic, self._classes = tokens, topic, classes
        self._stand_ins = StandIns(topic, kind, self._agentive)
        self.referent = previous if previous and (previous.keys or self._is_new(previous)) else topic
        self._many = previous or topic  # what "they" stands for
        self.subjectless = subjectless
        self.genus_end = -1
        self._measuring = False
        self._visited = -1
        self.standing: list[Phrase] = self._opening_subject()

    def _is_new(self, previous: Phrase) -> bool:
        """Tell what the sentence before brought in, a thing in the singular, which "it" goes on about."""
        mass = not previous.determiner and previous.form == "noun"  # "Logistics", "Nearshoring"
        introduced = mass or previous.determiner in ("a", "an", "each", "every") or " " in previous.text
        person = self._agentive(previous) and not names_firm(previous.head)
        return introduced and not previous.plural and not person

    def _opening_subject(self) -> list[Phrase]:
        """Give the subject that the sentence begins with; the topic where it has none of its own."""
        if self.subjectless:
            return [self.topic]
        first = self.tokens[0] if self.tokens else None
        if first is not None and first.tag == Tag.PRONOUN:
            return [self._referred(first)] if first.lower in _REFERRING and not self._is_expletive() else []
        if first is not None and self._is_elliptic(0):
            return [self.referent]
        if (after := self._place_of_inverted()) > 0:
            inverted, _ = read_noun_phrase(self.tokens, after)
            return [inverted] if inverted else []
        phrase, end = read_noun_phrase(self.tokens, 0)
        clause = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in self.tokens[end:])
        resolved = self._meant(phrase) if phrase and clause else None
        return [resolved] if resolved else []

    def _place_of_inverted(self) -> int:
        """Give where the subject begins of "Next comes the trial run", "Then follows a test"; 0 elsewhere."""
        opens = len(self.tokens) > 2 and self.tokens[0].lower in _ORDER
        return 2 if opens and self.tokens[1].verb in ("come", "follow") else 0

    def _referred(self, pronoun: Token) -> Phrase:
        """Give what a pronoun stands for: "they" for the many that the sentence before speaks of, if it does."""
        if pronoun.lower in ("he", "she") and not self._agentive(self.topic):
            return self._many
        return self._many if pronoun.lower in ("they", "these") else self.referent

    def _is_elliptic(self, position: int) -> bool:
        """Tell "Most" in "Most don't write code" from the "most" of "most managers"."""
        after = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        verb = after is not None and after.tag in (Tag.VERB, Tag.AUXILIARY, Tag.NEGATION, Tag.ADVERB)
        return verb and self.tokens[position].lower in ("most", "many", "some", "few", "all", "both")

    def _is_expletive(self) -> bool:
        """Tell the empty "it" of "it is common to …" from one that stands for something."""
        to = next((n for n, token in enumerate(self.tokens[:8]) if token.tag == Tag.TO), 0)
        verbs = [token.verb for token in self.tokens[1:to] if token.tag in (*Tag.VERBS, Tag.PARTICIPLE)]
        helps = verbs == ["help"]  # "It helps (teams) to …"
        acts = helps or any(verb not in _EMPTY_VERBS for verb in verbs)
        return self.tokens[0].lower.startswith("it") and bool(to) and not acts

    def of(self, verb: int, *, measuring: bool = False) -> tuple[list[Phrase], list[Token]]:
        """Find the subjects of a verb, and the words between (auxiliaries, adverbs, negations).

        With ``measuring``, which is also to tell what it depends on, "success" and "output" stand for the topic.
        """
        self._measuring = measuring
        start = verb
        self._visit(verb)
        while start > 0 and self.tokens[start - 1].tag in (Tag.ADVERB, Tag.AUXILIARY, Tag.NEGATION):
            start -= 1
        group = list(self.tokens[start:verb])
        without = any(token.lower == "without" for token in group)
        found = self.standing if without else self._subjects_before(start, verb, group)
        kept = [each for phrase in found if (each := self._meant(phrase))]
        if kept and self.tokens[verb].tag not in (Tag.GERUND, Tag.PARTICIPLE):
            self.standing = kept
        return kept, group

    def _visit(self, verb: int) -> None:
        """Find the subject of the verb that this one is joined to, where no cue has asked for it."""
        joined = verb > 0 and self.tokens[verb - 1].tag in ",C" and self._visited < verb - 1
        first = self._visited + 1
        self._visited = max(self._visited, verb)
        if not joined:
            return
        before = next((n for n in range(verb - 1, first - 1, -1) if self.tokens[n].tag == Tag.VERB), -1)
        if before >= 0:
            self.of(before, measuring=self._measuring)

    def _subjects_before(self, start: int, verb: int, group: list[Token]) -> list[Phrase]:
        previous = self.tokens[start - 1] if start else None
        if previous is None:
            if self.tokens[verb].tag == Tag.GERUND and is_subject(self.tokens, verb):
                return []  # "Reviewing maps saves fuel": somebody does
            elliptic = self.tokens[verb].tag in (Tag.PARTICIPLE, Tag.VERB) or verb == 0
            return [self.topic] if self.subjectless or elliptic else []
        if start == self.genus_end:
            return [self.topic]
        if self._is_elliptic(start - 1):
            return [self.referent]
        of_subject = previous.lower == "of" and any(each.end == start - 1 for each in self.standing)
        if self._hangs_on_other_noun(start, verb) or (of_subject and start - 1 != self.genus_end):
            return []  # "The benefits of using a kiln are …"
        if previous.tag == Tag.TO:
            passive = any(token.lower == "be" for token in group) and start - 1 != self.genus_end
            return [] if passive and self.subjectless else self._of_infinitive(start - 1)
        if previous.tag == Tag.PRONOUN:
            return self._of_pronoun(previous, start)
        if previous.tag == Tag.CONNECTIVE:
            return self._of_relative(start - 1, verb) if previous.lower in RELATIVE else self.standing
        if previous.tag in Tag.NOUNS:
            bare = not group and self.tokens[verb].tag in (Tag.GERUND, Tag.PARTICIPLE)
            return self._directly_before(start) if bare else self._of_noun(start)
        helping = previous.verb == "help" and previous.tag in Tag.VERBS  # "It helps improve quality"
        by_means = (
            self.tokens[verb].lower == "using" and previous.tag in Tag.VERBS
        )  # "They work using a kiln"
        return self.standing if previous.tag in ",CPD;" or helping or by_means else []

    def _hangs_on_other_noun(self, start: int, verb: int) -> bool:
        """Tell "instructions for sending bids", which says nothing of the headword, from "a form for …"."""
        between = self.tokens[start - 1].lower == "between"
        purpose = between or self.tokens[start - 1].lower in ("for", "of", "from", "about", "to")
        gerund = self.tokens[verb].tag == Tag.GERUND and purpose and start > 1
        return (
            self.subjectless
            and gerund
            and (between or start - 1 != self.genus_end)
            and self.tokens[start - 2].tag in Tag.NOUNS
        )

    def _of_pronoun(self, pronoun: Token, start: int) -> list[Phrase]:
        share = [token.lower for token in self.tokens[max(0, start - 3) : start]]
        if len(share) == 3 and share[0] in _SHARES and share[1] == "of" and share[2] in ("them", "these"):
            return [self._many]
        if start == 1:
            return self.standing
        apart = start > 2 and self.tokens[start - 2].tag in ";CS," and bool(self.standing)
        if apart and pronoun.lower in ("it", "they"):
            first = self.standing[0]
            many = first.plural or len(self.standing) > 1
            if many == (pronoun.lower == "they") and (many or not self._is_person(first)):
                return self.standing
        if pronoun.lower in ("it", "they") and (agent := self._agent_before(start - 2)):
            return [agent]
        meant = self._referred(pronoun) if pronoun.lower in _REFERRING else None
        one = meant is not None and meant.keys == self.topic.keys and not meant.plural
        if meant is None or (pronoun.lower == "they" and one and not self._agentive(meant)):
            self.standing = []  # "It changes their work: they …" does not speak of the one headword
            return []
        return [meant]

    def _is_person(self, phrase: Phrase) -> bool:
        """Tell somebody, of whom "it" does not speak, from a body."""
        return any(iri.endswith("Role") for iri in self._classes(phrase))

    def _agent_before(self, connective: int) -> Phrase | None:
        """Give the council of "is set by the council when it meets"."""
        if connective < 2 or self.tokens[connective].tag != Tag.CONNECTIVE:
            return None
        phrase, begin = words_before(self.tokens, connective)
        while begin > 0 and self.tokens[begin - 1].tag == Tag.DETERMINER:
            begin -= 1
        done_by = begin > 0 and self.tokens[begin - 1].lower == "by"
        return phrase if phrase is not None and done_by else None

    def _of_infinitive(self, to: int) -> list[Phrase]:
        """Read "hires PMs to run platforms": who acts is PMs; "uses metrics to improve": the subject of uses.

        In a gloss who acts is the headword ("delegating work to a firm to cut costs"), unless a verb makes others act.
        """
        phrase, _ = words_before(self.tokens, to)
        if (
            to
            and self.tokens[to - 1].tag == Tag.CONJUNCTION
            and (first := infinitive_before(self.tokens, to)) >= 0
        ):
            return self._of_infinitive(first)
        if phrase is not None and phrase.head in en.ABILITIES:
            return []  # "the ability to drive a truck" tells of no deed
        made = any(token.verb in _CAUSATIVE and token.tag in Tag.VERBS for token in self.tokens[:to])
        if phrase is not None and self.named(phrase).keys == self.topic.keys and self._is_used(phrase):
            return [self.topic]  # "Firms use the headword to cut costs"
        others = not self.subjectless and all(each.keys != self.topic.keys for each in self.standing)
        if phrase is not None and others and self._is_tool(to):
            return [phrase]  # "Managers use dashboards to cut costs"
        if phrase is None and self.tokens[to - 1].lower in ("it", "them") and self._is_tool(to):
            return [self.referent if self.tokens[to - 1].lower == "it" else self._many]
        met = any(token.verb in _MEETING and token.tag == Tag.VERB for token in self.tokens[:to])
        made = made or (not self.subjectless and not met)  # "they meet the manager to review calls"
        acting = phrase is not None and self._agentive(phrase) and made
        return [phrase] if phrase and acting else self.standing

    def _is_used(self, phrase: Phrase) -> bool:
        """Tell the object of "use", by which something is reached."""
        before = [token for token in self.tokens[: max(phrase.start, 0)] if token.tag != Tag.DETERMINER]
        return bool(before) and before[-1].tag in Tag.VERBS and before[-1].verb in _USING

    def _is_tool(self, to: int) -> bool:
        """Tell whether the object of "use" stands before "to"."""
        verbs = [token for token in self.tokens[:to] if token.tag in (*Tag.VERBS, Tag.AUXILIARY)]
        return bool(verbs) and verbs[-1].tag in (Tag.VERB, Tag.GERUND) and verbs[-1].verb in _TOOLS

    def _agentive(self, phrase: Phrase) -> bool:
        """Tell whether a phrase can act: a role, a team, an organisation."""
        return any(iri in AGENTS for iri in self._classes(phrase))

    def _of_relative(self, connective: int, verb: int) -> list[Phrase]:
        """Find what "that", "which" or "who" stands for; the genus of a definition stands for the headword.

        Behind "a contract between client and provider that sets …" the singular verb speaks of the contract.
        """
        comma = connective > 0 and self.tokens[connective - 1].tag == ","
        end = connective - comma
        phrase, begin = words_before(self.tokens, end)
        singular_verb = self.tokens[verb].tag == Tag.VERB and self.tokens[verb].lower.endswith("s")
        adjective = begin > 0 and self.tokens[begin - 1].lower in en.BE
        other = phrase is None or adjective or (phrase.plural and singular_verb)
        if comma and self.genus_end >= 0 and other:
            return [self.topic]
        able = self.tokens[connective + 1].tag == Tag.AUXILIARY and not self.tokens[
            connective + 1
        ].lower.endswith("e")
        singular_verb = singular_verb or (comma and able and self.tokens[verb].verb in HELPING)
        whole = [each.keys for each in self.standing] == [self.topic.keys] and self.tokens[
            verb
        ].verb in HELPING | INFLUENCING
        if comma and phrase is not None and singular_verb and (phrase.plural or whole):
            return [each for each in self.standing if not self._agentive(each)]  # speaks of the whole clause
        if phrase is not None and self.tokens[connective].lower == "who" and not self._agentive(phrase):
            phrase = self._somebody_before(begin) or phrase
        if phrase is None:
            return self.standing
        if phrase.text.lower().startswith("unlike ") and begin == phrase.start:
            phrase = read_noun_phrase(self.tokens, begin + 1)[0] or phrase  # "Unlike kilns, which …"
        between = self.tokens[self.genus_end : end]
        if between and between[0].tag == Tag.PARTICIPLE and not any(t.lower == "by" for t in between):
            between = between[1:]  # "a form used in a shop that tells …"
        third = self.tokens[verb].lower.endswith("s")
        linking = (
            "DPCAG," if phrase.plural and singular_verb else "DPCA,"
        )  # "a way of sorting pots that uses …"
        completes = all(t.tag in Tag.NOUNS or t.tag in linking for t in between) and (third or not between)
        genus = 0 <= self.genus_end <= end and completes
        if self._is_predicate(begin):
            return self.standing  # "Feast is a store that was made by …" speaks of Feast
        if apposed := self._apposed_to(begin):
            return [apposed]
        genus = genus or (
            self._agentive(phrase) and self.tokens[verb].verb in _HOLDING and 0 <= self.genus_end <= end
        )
        return [self.topic] if genus or (begin == 0 and self.subjectless) else [phrase]

    def _is_predicate(self, begin: int) -> bool:
        """Tell what the subject is said to be: "Feast is a store"."""
        while begin > 1 and (
            self.tokens[begin - 1].tag == Tag.DETERMINER or self.tokens[begin - 1].lower == "of"
        ):
            begin = (
                words_before(self.tokens, begin - 1)[1] if self.tokens[begin - 1].lower == "of" else begin - 1
            )
        serves = self.tokens[begin - 1].lower == "as" and self.tokens[begin - 2].verb in ("serve", "act")
        linked = begin > 1 and (self.tokens[begin - 1].lower in en.BE or serves)
        return linked and self.genus_end < 0

    def _apposed_to(self, begin: int) -> Phrase | None:
        """Give the Iris of "Iris, a library that was written in …", which the clause speaks of."""
        return apposed_to(self.tokens, begin) if self.genus_end < 0 or begin > self.genus_end else None

    def _somebody_before(self, begin: int) -> Phrase | None:
        """Give who acts before "in Rotterdam", which "who" cannot speak of: "a forwarder in Rotterdam who …"."""
        placed = begin > 1 and self.tokens[begin - 1].tag == Tag.PREPOSITION
        owner, _ = words_before(self.tokens, begin - 1) if placed else (None, 0)
        return owner if owner is not None and self._agentive(owner) else None

    def _directly_before(self, end: int) -> list[Phrase]:
        """Give the noun phrase that a participle behind it describes: "PMs running experiments"."""
        phrase, begin = words_before(self.tokens, end)
        if end == self.genus_end or self._passes_over(phrase, begin, end):
            return [self.topic]
        if phrase and self._is_means(phrase, begin, end):
            return self.standing
        if phrase and (apposed := self._apposed_to(begin)):
            return [apposed]
        return [phrase] if phrase else []

    def _is_means(self, phrase: Phrase, begin: int, end: int) -> bool:
        """Tell "sends mail using a van", where who sends uses it, from "people using a van"."""
        while begin > 1 and self.tokens[begin - 1].tag == Tag.CONJUNCTION:
            _, joined = words_before(self.tokens, begin - 1)
            if joined == begin - 1:
                break
            begin = joined
        handled = begin > 0 and self.tokens[begin - 1].tag in Tag.VERBS
        return handled and self.tokens[end].lower == "using" and not self._agentive(phrase)

    def _passes_over(self, phrase: Phrase | None, begin: int, end: int) -> bool:
        """Tell whether a participle in a gloss skips a complement: "recording sales in a book using codes".

        So does one behind a thing that is known: "a request to the registrar containing all data".
        """
        complement = begin > 0 and self.tokens[begin - 1].tag == Tag.PREPOSITION
        known = phrase is not None and bool(phrase.keys) and phrase.determiner == "the"
        using = self.tokens[end].lower == "using"
        return self.subjectless and complement and (known or using)

    def _of_noun(self, end: int) -> list[Phrase]:
        """Read the noun phrase before a verb, its coordinated partners, or the head that "of" hangs on."""
        phrase, begin = words_before(self.tokens, end)
        if begin == 1 and opens_with_deed(self.tokens[:end], self.topic):
            return [self.topic]
        if begin and self.tokens[0].tag in "GA" and (deed := deed_before(self.tokens[:end])):
            return [deed if phrase is None or phrase.keys != self.topic.keys else phrase]
        if begin < self.genus_end < end:
            phrase, begin = read_noun_phrase(self.tokens, self.genus_end)[0], self.genus_end
        if begin > 1 and self.tokens[begin - 1].tag == Tag.GERUND and self.tokens[begin - 2].tag in Tag.NOUNS:
            phrase, begin = words_before(self.tokens, begin - 1)
        while begin > 0 and self._hangs_on(begin - 1):
            head, head_begin = words_before(self.tokens, begin - 1)
            if head is None and begin > 1 and self.tokens[begin - 2].tag == Tag.DETERMINER:
                begin -= 2
                continue
            if head is None:
                phrase = self._behind_clause(begin - 1) or phrase
                break
            phrase, begin = head, head_begin
        if phrase is None:
            return []
        if (owner := owner_of_cases(self.tokens, begin)) is not None:
            return [owner]
        return owner_of_list(self.tokens, begin) or [*self._partners(begin), phrase]

    def _behind_clause(self, preposition: int) -> Phrase | None:
        """Give the repairs of "repairs (that are) covered by the lease (are paid)", whose clause ends there."""
        place = preposition - 1
        if place < 1 or self.tokens[place].tag != Tag.PARTICIPLE:
            return None
        while place > 0 and self.tokens[place].tag in (
            Tag.PARTICIPLE,
            Tag.ADVERB,
            Tag.AUXILIARY,
            Tag.NEGATION,
        ):
            place -= 1
        place -= self.tokens[place].lower in RELATIVE
        return words_before(self.tokens, place + 1)[0]

    def _hangs_on(self, position: int) -> bool:
        """Tell whether a preposition ties what follows to a noun before it; "as" and "like" open something new."""
        token = self.tokens[position]
        return token.tag == Tag.PREPOSITION and token.lower not in en.OPENING_PREPOSITIONS

    def _partners(self, begin: int) -> list[Phrase]:
        """Give the subjects joined to the left by "and" and commas, where no verb stands before them."""
        partners: list[Phrase] = []
        position = begin
        while position > 0 and self.tokens[position - 1].tag in "C,":
            end = position - 1
            end -= end > 0 and self.tokens[end - 1].tag == "," and self.tokens[end].tag == Tag.CONJUNCTION
            phrase, position = words_before(self.tokens, end)
            if (
                phrase is None
                and partners
                and position < len(self.tokens)
                and self.tokens[position].tag == ","
            ):
                return partners if self._has_verb_before(position) else []
            if phrase is None or phrase.text.lower().startswith("unlike "):
                return []
            partners.insert(0, phrase)
        opens = (
            position == 0
            or self.tokens[position - 1].tag in ";S"
            or self.tokens[position - 1].lower in en.OPENING_PREPOSITIONS
        )
        return partners if opens else []

    def named(self, phrase: Phrase) -> Phrase:
        """Give what "the store" and "the practice" name where no verb has them for its subject, else the phrase."""
        return self._stand_ins.named(phrase, self.referent)

    def _meant(self, phrase: Phrase) -> Phrase | None:
        return self._stand_ins.meant(phrase, self.referent, measuring=self._measuring)

    def _has_verb_before(self, position: int) -> bool:
        """Tell whether a clause of its own stands before: "After it has been signed, A and B …"."""
        return any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in self.tokens[:position])
