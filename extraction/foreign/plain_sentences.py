"""One plain sentence: a subject that opens it, a cue, and what follows; the genus of a definition.

Only sentences of plain shape are read: the subject is the headword, a name, a pronoun or "the role"; it stands right
before the cue, and the objects right behind it. All else says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, fits, likeliest
from rolegraph.extraction.foreign.plain_phrases import read_genus, read_list
from rolegraph.extraction.names.heads import spells
from rolegraph.extraction.words.phrases import Phrase

if TYPE_CHECKING:
    from rolegraph.extraction.foreign.plain import PlainReader
    from rolegraph.extraction.foreign.plain_cues import PlainMatch
    from rolegraph.extraction.foreign.plain_words import Word

__all__ = ["PlainSentence"]

_ASIDE = 10


_EXAMPLE = frozenset(
    {"b", "z.b", "beispiel", "beispielsweise", "exemple", "ex", "p.ex", "ejemplo", "ej", "p.ej"}
)
_CLAUSE_ENDS = frozenset(",;:.(")
_OPERATOR = re.compile(
    r"^\S.*? (?:(?:geteilt|dividiert) durch|multipliziert mit|minus|abzüglich|zuzüglich|[÷×=]"
    r"|(?:divisée?s?|multipliée?s?) par|(?<!à )(?<!de )moins (?:le|la|les|l'?|des?)"
    r"|dividid[oa]s? (?:por|entre)|multiplicad[oa]s? por|(?<!al )(?<!lo )menos (?:el|la|los|las))(?: |$)"
)
_ACTED_ON = frozenset({"den", "die", "das", "einen", "eine", "ein"})
_CONDITIONS, _NEAR_VERB = frozenset({"wenn", "falls", "sobald"}), 5
_DEFINITE = frozenset(["der", "die", "das", "le", "la", "les", "l'", "el", "los", "las"])


class PlainSentence:
    """The words of a sentence about a headword; ``defining`` tells the first sentence of a definition."""

    def __init__(self, reader: PlainReader, words: Sequence[Word], topic: Phrase, *, defining: bool) -> None:
        self.reader, self.all, self.topic, self.defining = reader, words, topic, defining
        self.words = reader.words
        self.genus: Phrase | None = None
        self.genus_end = -1
        self._find_genus()

    def claims(self) -> Iterator[Claim]:
        """Give all claims of the sentence."""
        if self.genus is not None:
            broader = self.reader.ontology.relation_type("broader")
            yield Claim(self.topic, broader, self.genus, rule="plain genus")
        matches = [match for match in self.reader.cues.find(self.all) if match.noun or self._opens(match)]
        subject: Phrase | None = None
        for number, match in enumerate(matches):
            limit = matches[number + 1].start if number + 1 < len(matches) else len(self.all)
            if match.noun:
                yield from self._joined(match, limit)
                continue
            found = self._subject(match) or (subject if self._goes_on(match) else None)
            if found is not None:
                subject = found
                yield from self._said(match, found, limit)
            elif self._is_final(match):
                yield from self._said_before(match)

    # --- the genus -------------------------------------------------------------------------------------------

    def _find_genus(self) -> None:
        start = self._genus_start() if self.words.genus else None
        if start is None or any(word.plain in self.words.negations for word in self.all[: start + 1]):
            return
        if self._computes(start):
            return
        phrase, self.genus_end = read_genus(self.all, start, self.words, self.reader.language)
        if not self._completes(start, self.genus_end):
            phrase, self.genus_end = None, -1
        same = phrase is not None and (
            phrase.keys == self.topic.keys or phrase.text.casefold() == self.topic.text.casefold()
        )
        self.genus = None if same else phrase

    def _completes(self, start: int, end: int) -> bool:
        """Tell whether a definition that opens with "the" goes on with what completes its noun, and is no sentence."""
        if start != 1 or self.all[0].plain in self.words.indefinite:
            return True
        behind = [word.plain for word in self.all[end : end + 3]] if end > 0 else []
        if self.all[0].plain not in _DEFINITE or not behind:
            return False
        clause = behind[0] == "," and not self.words.relatives.isdisjoint(behind[1:])
        return behind[0] in self.words.of | self.words.relatives or clause

    def _computes(self, start: int) -> bool:
        """Tell a formula ("Umsatz minus Kosten") from a genus: its first noun is what is computed with."""
        main: list[str] = []
        for word in self.all[start:]:
            relative = (
                word.plain in self.words.relatives and not self.words.finals
            )  # a German one has a comma
            if relative or word.text in _CLAUSE_ENDS:
                break
            main.append(word.plain)
        return bool(_OPERATOR.search(" ".join(main)))

    def _genus_start(self) -> int | None:
        """Give the place of the genus: behind "X est un", or the opening of a definition without a verb."""
        named = self._past_name(self.all)
        for position in self._openings(named):
            for opener in self.words.genus:
                parts = opener.split(" ")
                if [word.plain for word in self.all[position : position + len(parts)]] == parts:
                    return position + len(parts)
        if not self.defining or named or not self.all:
            return None
        start = int(self.all[0].plain in self.words.determiners)
        cued = any(match.start <= start and not match.noun for match in self.reader.cues.find(self.all))
        spelled = self.topic.text.isupper() and spells(
            self.topic.text, " ".join(w.text for w in self.all[:12])
        )
        return None if cued or spelled or self._opens_with_german_verb() else start

    def _opens_with_german_verb(self) -> bool:
        """Tell "Verhandelt Rahmenverträge", which says what somebody does, from a noun: "Recht der Verbraucher"."""
        if self.reader.language[:2] != "de" or len(self.all) < 2:
            return False
        first, second = self.all[0].text, self.all[1]
        acted_on = second.plain in _ACTED_ON or (second.text[:1].isupper() and second.text.isalpha())
        depends = any(
            sign.text == "," and word.plain in _CONDITIONS for sign, word in pairwise(self.all[1:_NEAR_VERB])
        )
        return first.endswith("t") and (acted_on or depends)  # "Liegt vor, wenn …"

    def _openings(self, named: int) -> Sequence[int]:
        """Give where "is a" may stand: behind the name, behind an aside or a second name, or at the very start."""
        if not named:
            return (0,) if self.all and self.all[0].plain in ("es", "c'") else ()
        aside = named < len(self.all) and (
            self.all[named].text == "," or self.all[named].plain in self.words.conjunctions
        )
        return range(named, min(named + _ASIDE, len(self.all))) if aside else (named,)

    def _past_name(self, words: Sequence[Word]) -> int:
        """Give the place behind the headword, or a word that stands for it, where words open with it; 0 else."""
        position = 1 if words and words[0].plain in self.words.determiners and not words[0].keys else 0
        if position >= len(words):
            return 0
        word = words[position]
        stands_in = word.plain in (self.words.stand_ins if position else self.words.pronouns)
        if not (set(word.keys) & set(self.topic.keys) or stands_in):
            return 0
        return _past_brackets(words, position + 1)

    # --- cues ------------------------------------------------------------------------------------------------

    def _subject(self, match: PlainMatch) -> Phrase | None:
        """Find whose cue it is: what opens the sentence, or the headword behind "who"."""
        left = [word for word in self.all[: match.start] if not self._is_adverb(word)]
        while left and left[-1].plain in self.words.negations:
            left.pop()
        if not left or ((opened := self._past_name(left)) and _past_aside(left, opened) == len(left)):
            return self.topic
        if (
            left[-1].plain in self.words.relatives
            and self.genus_end > 0
            and match.start - self.genus_end <= 3
        ):
            return self.topic
        if self._names_topic(left):
            return self.topic
        start = 1 if left[0].plain in self.words.determiners and len(left) > 1 else 0
        whole = len(left) == start + 1 and left[start].keys
        return self._named(left[start]) if whole else None

    def _names_topic(self, words: Sequence[Word]) -> bool:
        """Tell whether words are names of the headword alone: "Die Leiterin oder der Leiter"."""
        between = self.words.determiners | self.words.conjunctions
        named = [set(word.keys) & set(self.topic.keys) for word in words if word.plain not in between]
        return len(named) > 1 and all(named)

    def _opens(self, match: PlainMatch) -> bool:
        """Tell a verb from a noun that is written like one ("le directeur produit"), by the word before it."""
        before = self.all[match.start - 1] if match.start else None
        if before is None or before.keys or before.is_sign or match.end - match.start > 1:
            return True
        opening = self.words.conjunctions | self.words.relatives | self.words.pronouns | self.words.negations
        stands_in = before.plain in self.words.stand_ins or before.plain in opening or self._is_adverb(before)
        return stands_in or bool(self.words.finals)

    def _goes_on(self, match: PlainMatch) -> bool:
        """Tell whether "and" or a comma alone opens a cue, so that the subject is the one before."""
        before = self.all[match.start - 1] if match.start else None
        return before is not None and (before.plain in self.words.conjunctions or before.text == ",")

    def _is_adverb(self, word: Word) -> bool:
        return not word.keys and (word.plain in self.words.adverbs or word.plain in self.words.hedges)

    def _said(self, match: PlainMatch, subject: Phrase, limit: int) -> Iterator[Claim]:
        """Give the claims of a cue with its objects; a negation right at the cue denies them."""
        start, limit = match.end, match.object_end or limit
        before = self.all[max(0, match.start - 2) : match.start]
        denied = any(word.plain in self.words.negations for word in before)
        if past := self._past_denial(start, limit):
            start, denied = past, True
        phrases, end = read_list(self.all[:limit], start, self.words, self.reader.language)
        if match.object_end and end < limit:
            return
        yield from self._claims(match, subject, phrases, denied=denied)

    def _past_denial(self, start: int, limit: int) -> int:
        """Give the place behind a negation and its adverbs ("fast nie", "nicht mehr"), 0 without one."""
        end = start
        while end < limit and (self.all[end].plain in self.words.negations or self._is_adverb(self.all[end])):
            end += 1
        return end if any(word.plain in self.words.negations for word in self.all[start:end]) else 0

    def _is_final(self, match: PlainMatch) -> bool:
        """Tell whether a German verb ends the relative clause right behind the genus: "die den Etat verantwortet"."""
        place, last = self.genus_end, match.end >= len(self.all) or self.all[match.end].is_sign
        opened = 0 < place < match.start - 2 and self.all[place].text == ","
        return opened and last and self.all[place + 1].plain in self.words.finals

    def _said_before(self, match: PlainMatch) -> Iterator[Claim]:
        phrases, end = read_list(
            self.all[: match.start], self.genus_end + 2, self.words, self.reader.language
        )
        if end == match.start:
            yield from self._claims(match, self.topic, phrases, denied=False)

    def _joined(self, match: PlainMatch, limit: int) -> Iterator[Claim]:
        """Read "a CRM such as X": a term before the cue, or the genus, which stands for the headword."""
        before = match.start - (1 if match.start and self.all[match.start - 1].text in ",(" else 0)
        owner = self._named(self.all[before - 1]) if before and self.all[before - 1].keys else None
        if owner is None and self.defining and self.genus_end > 0:
            owner = self.topic
        complement = match.end < limit and self.all[match.end].plain in self.words.of
        if owner is None or complement:
            return
        phrases, end = read_list(self.all[:limit], match.end, self.words, self.reader.language)
        common = self._is_explicit(match, before, end, limit)
        named = [
            each for each in phrases if common or each.keys or _is_proper(each.text, self.reader.language)
        ]
        yield from self._claims(match, owner, named, denied=False)

    def _is_explicit(self, match: PlainMatch, before: int, end: int, limit: int) -> bool:
        """Tell "eine lose Ware, z. B. Kohle und Erz": right behind the genus, what such a cue lists is examples.

        A word like "wie" alone compares as well; then only names count.
        """
        closed = end >= limit or self.all[end].text in ").;"
        said = any(word.plain in _EXAMPLE for word in self.all[match.start : match.end])
        return said and closed and self.genus_end > 0 and self._is_only_genus(before)

    def _is_only_genus(self, end: int) -> bool:
        """Tell whether nothing stands between the genus and a place that could have examples of its own."""
        between = self.all[self.genus_end : end]
        return end >= self.genus_end and not any(word.text[:1].isupper() for word in between)

    def _claims(
        self, match: PlainMatch, left: Phrase, objects: Sequence[Phrase], *, denied: bool
    ) -> Iterator[Claim]:
        """Choose the meaning of a cue by the classes of its ends, and give the claims that can stand."""
        classes = self.reader.classifier.of_phrase
        hedge = next((word.lower for word in self.all[: match.end] if word.plain in self.words.hedges), "")
        for right in objects:
            relation, inverse = likeliest(match.readings, classes(left), classes(right))
            hedges = (("hedge", hedge),) if hedge else ()
            claim = Claim(left, relation, right, hedges, denied, rule="plain cue")
            claim = claim.turned() if inverse else claim
            same = left.text.casefold() == right.text.casefold() or (left.keys and left.keys == right.keys)
            if not same and fits(claim, classes(claim.subject), classes(claim.object)):
                yield claim

    def _named(self, word: Word) -> Phrase:
        return Phrase(word.text, "noun", word.plain, word.keys, word.keys, language=self.reader.language)


def _past_brackets(words: Sequence[Word], position: int) -> int:
    if position < len(words) and words[position].text == "(":
        closing = next((n for n in range(position, len(words)) if words[n].text == ")"), position - 1)
        return closing + 1
    return position


def _past_aside(words: Sequence[Word], position: int) -> int:
    """Step over what two commas set apart behind a name: "X, also called Y, is …"."""
    if not position or position >= len(words) or words[position].text != ",":
        return position
    ahead = range(position + 1, min(position + _ASIDE, len(words)))
    return next((n + 1 for n in ahead if words[n].text == ","), position)


def _is_proper(text: str, language: str) -> bool:
    """Tell a proper name; a German one only by a capital or a digit inside its words, since all nouns have one."""
    inside = any(letter.isupper() or letter.isdigit() for word in text.split() for letter in word[1:])
    return inside if language == "de" else text[:1].isupper()
