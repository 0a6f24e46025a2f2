"""What one can do by means of a thing: "With a rota, yards can cut waste", "tags make it easier to find pots"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.helping import BETTER
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, read_phrase
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import LESSENING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["Means", "easing_means", "enabling_means", "fronted_means"]

_MEANS = frozenset({"with", "by", "through", "using", "via"})
_ABLE = frozenset({"can", "could", "may", "might", "will"})
_MOST_WORDS = 8


class Means:
    """A means, and the place of the verb that tells what somebody can do with it."""

    def __init__(self, means: Phrase, tokens: Sequence[Token], verb: int) -> None:
        self._means, self._tokens, self._verb = means, tokens, verb

    def tells(self, claim: Claim) -> bool:
        """Tell what the sentence says of whoever has the means, or as if that did it itself."""
        return claim.cue >= self._verb and claim.subject.start < self._verb

    def claims(self, relation: RelationType, is_aim: Callable[[int], bool]) -> Iterator[Claim]:
        """Give what the means is good for; ``is_aim`` tells the place of a verb whose object is an aim."""
        for deed in deeds(self._tokens, self._verb):
            verb = self._tokens[deed.start]
            whole = [Phrase(text, "gerund", text.split()[-1].lower()) for text in deed.texts]
            bettered = is_aim(deed.start) and verb.verb not in LESSENING
            for aim in deed.objects if bettered else whole:
                if bettered or 1 < len(aim.text.split()) <= _MOST_WORDS:
                    yield Claim(self._means, relation, aim, rule="verb cue", cue=deed.start)


def fronted_means(opening: Sequence[Token], main: Sequence[Token], topic: Phrase) -> Means | None:
    """Find the headword, or what is done, as a means before a sentence that says what one can do then."""
    if len(opening) < 2 or opening[0].lower not in _MEANS:
        return None
    verb = _able_to(main)
    named = any(topic.keys[0] in token.keys for token in opening) if topic.keys else False
    phrase, _ = (topic, 0) if named else read_phrase(opening, 1)
    deed = phrase is not None and phrase.form == "gerund" and " " in phrase.text
    if phrase is None or verb < 0 or not (named or deed):
        return None
    return Means(phrase, main, verb)


def easing_means(main: Sequence[Token], subject: Phrase | None) -> Means | None:
    """Find the ``subject`` of "makes it easier (for potters) to find pots" as a means."""
    made = next(
        (n for n, token in enumerate(main[:-4]) if token.verb == "make" and token.tag == Tag.VERB), -1
    )
    words = [token.lower for token in main[made + 1 : made + 3]]
    if subject is None or made < 0 or words[:1] != ["it"] or words[1:] == [] or words[1] not in BETTER:
        return None
    to = made + 3
    if main[to].lower == "for":
        _, to = read_noun_phrase(main, to + 1)
    told = to + 1 < len(main) and main[to].tag == Tag.TO and main[to + 1].tag == Tag.VERB
    return Means(subject, main, to + 1) if told else None


def enabling_means(main: Sequence[Token], subject: Phrase | None) -> Means | None:
    """Find the ``subject`` of "is kept so that potters can compare firings" as a means."""
    so = next((n for n, token in enumerate(main) if n and token.lower == "so"), -1)
    start = so + 1 + [token.lower for token in main[so + 1 : so + 2]].count("that")
    verb = _able_to(main[start:]) if subject is not None and so > 0 else -1
    return Means(subject, main, start + verb) if subject is not None and verb >= 0 else None


def _able_to(main: Sequence[Token]) -> int:
    """Give the place of the verb behind "yards can" or "you can", where no term is the subject; else -1."""
    phrase, end = read_noun_phrase(main, 0)
    pronoun = main[0].tag == Tag.PRONOUN and main[0].lower != "it" if main else False
    if not pronoun and (phrase is None or phrase.keys or not phrase.plural):
        return -1
    place = 1 if pronoun else end
    if place >= len(main) or main[place].lower not in _ABLE:
        return -1
    while place < len(main) and main[place].tag in (Tag.AUXILIARY, Tag.ADVERB):
        place += 1
    return place if place < len(main) and main[place].tag == Tag.VERB else -1
