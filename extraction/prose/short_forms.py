"""Abbreviations that a text spells out by the way: "a warehouse management system (WMS)", and then "the WMS"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.prose.by_the_way import is_labelled
from rolegraph.extraction.words.phrases import words_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.insertions import Insertion
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["spelt_out", "written_out"]

_SHORT = re.compile(r"[A-Z][A-Za-z&]{0,5}[A-Z]")


def spelt_out(main: Sequence[Token], insertions: Sequence[Insertion]) -> Iterator[tuple[str, Phrase]]:
    """Give each abbreviation in brackets with the words before it whose first letters it has."""
    for insertion in insertions:
        if insertion.sign != "(" or len(insertion.tokens) != 1 or insertion.tokens[0].keys:
            continue
        short, (owner, _) = insertion.tokens[0].text, words_before(main, insertion.after)
        if owner is None or not _SHORT.fullmatch(short):
            continue
        if owner.keys and not is_labelled(owner):
            continue  # an entry has its abbreviation
        initials = "".join(word[0] for word in re.split(r"[\s-]+", owner.text) if word)
        if initials.upper().endswith(short.upper()):
            words = owner.text.split()[-len(short) :]
            bare = owner._replace(text=" ".join(words), keys=(), head_keys=())
            yield short, bare._replace(determiner="the", start=-1, end=-1)


def written_out(claim: Claim, spelt: Mapping[str, Phrase]) -> Claim:
    """Write an end that is such an abbreviation in full."""
    return claim._replace(subject=_full(claim.subject, spelt), object=_full(claim.object, spelt))


def _full(end: Phrase, spelt: Mapping[str, Phrase]) -> Phrase:
    if end.keys or not spelt:
        return end
    short = end.text if end.text in spelt else end.text.removesuffix("s")
    return end._replace(text=spelt[short].text, head=spelt[short].head) if short in spelt else end
