"""What weakens a claim: "often", "may", "not all"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["hedge", "not_all"]


def hedge(tokens: Sequence[Token], subjects: Sequence[Phrase]) -> tuple[tuple[str, str], ...]:
    """Give the first word that weakens the claim: "often", "may", "most"."""
    words = [*(phrase.determiner for phrase in subjects), *(token.lower for token in tokens)]
    found = next((word for word in words if word in en.HEDGES and word != "about"), "")
    return (("hedge", found),) if found else ()


def not_all(tokens: Sequence[Token], subjects: Sequence[Phrase]) -> tuple[tuple[str, str], ...]:
    """Read the limit of "Not all teams use it"."""
    for subject in subjects:
        opening = [token.lower for token in tokens[: max(subject.start, 0)]]
        if subject.determiner in ("all", "every", "each") and opening == ["not", subject.determiner]:
            return (("hedge", " ".join(opening)),)
    return ()
