"""Words with a coarse tag: enough grammar to find who does what in a sentence, without a language model."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Mention", "Tag", "Token"]


class Mention(NamedTuple):
    """The characters ``start`` to ``end`` of a sentence are known to mean the term with this key."""

    start: int
    end: int
    key: str


class Tag:
    """The tags: word classes in capitals, punctuation as itself."""

    WORD, TERM, DETERMINER, PREPOSITION, CONJUNCTION, CONNECTIVE = "W", "T", "D", "P", "C", "S"
    PRONOUN, AUXILIARY, NEGATION, ADVERB, TO = "R", "X", "N", "A", "I"
    VERB, GERUND, PARTICIPLE, PREDICATIVE = "V", "G", "L", "J"
    NOUNS = frozenset("WT")
    VERBS = frozenset("VGL")


class Token(NamedTuple):
    """A word or a sign: its text, where it stands, its tag, its verb if it is one, the terms it names."""

    text: str
    start: int
    end: int
    tag: str
    verb: str = ""
    keys: tuple[str, ...] = ()

    @property
    def lower(self) -> str:
        """The text in lower case, a possessive ending removed."""
        lower = self.text.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        return lower.removesuffix("'s").removesuffix("'") if "'" in lower and self.tag in Tag.NOUNS else lower

    @property
    def possessive(self) -> bool:
        """Whether the word ends as a possessive: product's, teams'."""
        return self.tag in Tag.NOUNS and self.text.replace("’", "'").endswith(("'s", "s'"))
