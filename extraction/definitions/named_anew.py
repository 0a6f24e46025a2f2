"""Definitions that call their term by a longer or an older name: "Call center routing is …" below *Call routing*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["with_headword_named"]

_DEFINING = frozenset({"is", "are", "was", "were", "means", "denotes"})
_LONGEST = 9  # words of a name
# What is put behind a name without making another thing of it: "ACD systems are …" below *ACD*.
_TOOLS = frozenset({"tool", "platform", "software", "system", "application", "program", "product"})
_CARRIERS = en.CARRIERS | en.KINDS | frozenset({"file", "work", "management", "plan", "team"})


def with_headword_named(tokens: Sequence[Token], topic: Phrase) -> list[Token]:
    """Make the headword of the subject of a definition that names it otherwise, else leave the words as they are.

    Such a subject has an abbreviation of the headword in brackets, all words of it, or a noun behind it that
    adds nothing.
    """
    end = _end_of_subject(tokens)
    subject = tokens[:end]
    start = next((n for n, token in enumerate(subject) if token.tag != Tag.DETERMINER), end)
    opening = next((n for n, token in enumerate(subject) if token.tag == "("), end)
    named = tokens[start:opening]
    if not named or not topic.keys or len(named) > _LONGEST:
        return list(tokens)
    if _is_headword(named, topic):
        closing = next((n for n in range(opening, end) if tokens[n].tag == ")"), end)
        carried = _is_carried([*named, *tokens[closing + 1 : end]], topic)
        return [*tokens[: closing + 1], *tokens[end:]] if carried else list(tokens)
    short = any(topic.keys[0] in token.keys for token in subject[opening:])
    if not (short or _has_all_words(named, topic) or _is_carried(named, topic)):
        return list(tokens)
    text = " ".join(token.text for token in named)
    whole = Token(text, named[0].start, named[-1].end, Tag.TERM, keys=topic.keys)
    return [*tokens[:start], whole, *tokens[opening:]]


def _end_of_subject(tokens: Sequence[Token]) -> int:
    """Give the place of the "is" or "refers to" behind the noun phrase that a sentence opens with; 0 without one."""
    depth = 0
    for position, token in enumerate(tokens[: _LONGEST + 8]):
        depth += (token.tag == "(") - (token.tag == ")")
        if depth or token.tag in "()":
            continue
        refers = [each.lower for each in tokens[position : position + 2]] in (
            ["refers", "to"],
            ["refer", "to"],
        )
        if refers or token.lower in _DEFINING:
            return position
        if token.tag not in (*Tag.NOUNS, Tag.DETERMINER, Tag.GERUND):
            return 0
    return 0


def _is_headword(named: Sequence[Token], topic: Phrase) -> bool:
    return len(named) == 1 and topic.keys[0] in named[0].keys


def _words(text: str) -> list[str]:
    return [singular(word) for word in text.lower().replace("-", " ").split()]


def _has_all_words(named: Sequence[Token], topic: Phrase) -> bool:
    """Tell a name with all words of the headword in their order, which ends as it does."""
    said = [word for token in named for word in _words(token.text)]
    label = _words(topic.text)
    rest = iter(said)
    return said[-1:] == label[-1:] and all(word in rest for word in label)


def _is_carried(named: Sequence[Token], topic: Phrase) -> bool:
    """Tell the headword with a noun behind it that adds nothing; tools make another thing of a name in full."""
    behind = [singular(token.lower) for token in named[1:]]
    if behind and behind[-1] in _TOOLS and not named[0].text.rstrip("s").isupper():
        return False  # "A backlog tool is a program …"
    return topic.keys[0] in named[0].keys and 0 < len(behind) <= 2 and behind[-1] in _CARRIERS
