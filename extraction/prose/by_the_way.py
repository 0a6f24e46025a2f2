"""What a text defines by the way: "Nearshoring is the transfer of work to a neighbour" in an article on offshoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.definitions.genus import read_genus
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.claims.claims import Claim

__all__ = ["defined_here", "is_labelled", "unlabelled"]

_MOST_WORDS = 5
_LABEL = "label "
# What something is called without saying what it is: "Training is a must", "Speed is the key".
_NO_KINDS = en.words(
    "must way key part example result reason factor option choice problem challenge risk step matter question case "
    "destination concern goal aim priority advantage disadvantage benefit drawback plus issue thing need requirement "
    "difference cause source base basis heart core fit bonus success failure alternative exception rule sign trend "
    "responsibility favourite favorite hit mistake solution answer standard necessity decision point idea lack lot"
)
_NO_THINGS = en.words("mistake example quarter third half reason case problem challenge risk")


def defined_here(tokens: Sequence[Token], topic: Phrase) -> tuple[list[Token], Phrase] | None:
    """Give the words of a sentence that says what another thing is, its name as one word, and that name; else None.

    The name is a term for the while, so that the sentence can be read as any definition.
    """
    phrase, end = read_noun_phrase(tokens, 0)
    if (
        phrase is None
        or phrase.head in _NO_THINGS
        or phrase.keys == topic.keys
        or phrase.determiner not in ("", "a", "an")
    ):
        return None
    if any(token.keys == topic.keys for token in tokens[:end]):
        return None  # "a backlog tool" tells nothing of the backlog
    verb = _past_brackets(tokens, end)
    words = [token.lower for token in tokens[verb : verb + 2]]
    if phrase.plural and not phrase.determiner and words[:1] != ["are"]:
        return None
    if len(words) < 2 or words[0] not in ("is", "are") or words[1] not in ("a", "an", "the"):
        return None
    genus, after = read_genus(tokens, verb + 1)
    if genus is None or genus.head in _NO_KINDS or len(phrase.text.split()) > _MOST_WORDS:
        return None
    if words[1] == "the" and [token.lower for token in tokens[after : after + 1]] != ["of"]:
        return None
    if phrase.keys:
        return list(tokens), phrase
    return _as_term(tokens, phrase)


def _past_brackets(tokens: Sequence[Token], position: int) -> int:
    """Step over "(OLA)" behind a name."""
    if position >= len(tokens) or tokens[position].tag != "(":
        return position
    close = (n for n in range(position, min(position + 5, len(tokens))) if tokens[n].tag == ")")
    return next(close, position - 1) + 1


def _as_term(tokens: Sequence[Token], phrase: Phrase) -> tuple[list[Token], Phrase]:
    first, last = tokens[phrase.start], tokens[phrase.end - 1]
    key = (f"{_LABEL}{phrase.text.lower()}",)
    name = Token(phrase.text, first.start, last.end, Tag.TERM, keys=key)
    place = phrase.start
    label = phrase._replace(keys=key, head_keys=key, end=place + 1)
    return [*tokens[:place], name, *tokens[phrase.end :]], label


def unlabelled(claim: Claim) -> Claim:
    """Take back the names that things without an entry had for the while."""
    return claim._replace(subject=_plain(claim.subject), object=_plain(claim.object))


def is_labelled(phrase: Phrase) -> bool:
    """Tell whether a phrase is a term only for the while."""
    return any(key.startswith(_LABEL) for key in (*phrase.keys, *phrase.head_keys))


def _plain(end: Phrase) -> Phrase:
    return end._replace(keys=(), head_keys=()) if is_labelled(end) else end
