"""The kinds, parts and examples of a thing that a sentence names: "Types of lease include A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.insertions import enumerated
from rolegraph.extraction.words.named_terms import whole_term
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.words.insertions import Insertion
    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["named_instances", "varieties"]

_SORTS = en.words("types kinds sorts forms variants varieties categories subtypes")
_PARTS = en.words(
    "parts components elements dimensions aspects stages phases steps layers pillars ingredients"
)
_RELATIONS = {
    **dict.fromkeys(_SORTS, "broader"),
    **dict.fromkeys(_PARTS, "partOf"),
    **dict.fromkeys(("examples", "instances"), "exampleOf"),
}
_PROMINENT = frozenset(
    {"popular", "common", "typical", "well-known", "best-known", "notable", "famous", "prominent", "frequent"}
)
_LISTING = en.words("include are comprise")


def varieties(
    main: Sequence[Token],
    insertions: Sequence[Insertion],
    topic: Phrase,
    relation: Callable[[str], RelationType],
) -> Iterator[Claim]:
    """Give each kind that a sentence names as narrower than the thing it is a kind of; parts and examples alike.

    The thing is what stands behind "types of", or else the headword: "There are two types: A and B".
    """
    for position, token in enumerate(main):
        name = _RELATIONS.get(token.lower, "")
        if not name or not _is_counted(main[:position]):
            continue
        owner, end = _owner(main, position + 1, topic)
        if name == "exampleOf" and owner is topic:
            continue  # "Examples include A" is read with the other examples of the headword
        for kind in _named(main, insertions, end):
            if kind.keys != owner.keys or not owner.keys:
                yield Claim(
                    _full(kind, owner) if name == "broader" else kind, relation(name), owner, rule="kinds"
                )


def named_instances(tokens: Sequence[Token], relation: Callable[[str], RelationType]) -> Iterator[Claim]:
    """Read "Popular orchestration tools are Airflow and Dagster": cases of what the sentence opens with."""
    opening = [token.lower for token in tokens[:3]]
    start = int(opening[:1] == ["the"])
    start += opening[start : start + 1] in (["most"], ["best"])
    if not {*opening[start : start + 1]} & _PROMINENT:
        return
    kind, end = read_noun_phrase(tokens, start + 1)
    if (
        kind is None
        or not kind.plural
        or [t.lower for t in tokens[end : end + 1]] not in (["are"], ["include"])
    ):
        return
    owner = whole_term(tokens, kind) or kind
    phrases, _ = read_list(tokens, end + 1)
    if len(phrases) > 1 and not any(phrase.determiner for phrase in phrases):
        yield from (Claim(phrase, relation("exampleOf"), owner, rule="example") for phrase in phrases)


def _is_counted(before: Sequence[Token]) -> bool:
    """Tell a sentence that speaks of the kinds: they open it, or "there are" or "has" stands before them."""
    words = [token for token in before if token.tag not in (Tag.DETERMINER, Tag.ADVERB, Tag.WORD)]
    has = any(token.verb in ("have", "come") or token.lower in ("has", "have", "there") for token in before)
    return not words or has


def _owner(main: Sequence[Token], position: int, topic: Phrase) -> tuple[Phrase, int]:
    """Give the thing behind "of" and where it ends; the topic where there is none."""
    if position < len(main) and main[position].lower == "of":
        phrase, end = read_noun_phrase(main, position + 1)
        if phrase is not None:
            return phrase, end
    return topic, position


def _named(main: Sequence[Token], insertions: Sequence[Insertion], end: int) -> list[Phrase]:
    """Give what is listed behind "include" or "are", or else behind a colon."""
    if end < len(main) and main[end].lower in _LISTING:
        listed = read_list(_as_nouns(main), end + 1)[0]
        return listed if len(listed) > 1 else []
    named = [each._replace(tokens=tuple(_as_nouns(each.tokens))) for each in insertions]
    return enumerated(named, end - 1, end)


def _as_nouns(tokens: Sequence[Token]) -> list[Token]:
    """Read "operating" in "finance leases and operating leases" as part of a name: kinds are things, no deeds."""
    after = [*tokens[1:], None]
    verbal = (Tag.GERUND, Tag.PARTICIPLE)
    return [
        token._replace(tag=Tag.WORD)
        if token.tag in verbal and following is not None and following.tag in Tag.NOUNS
        else token
        for token, following in zip(tokens, after, strict=True)
    ]


def _full(kind: Phrase, owner: Phrase) -> Phrase:
    """Give "fixed" among the kinds of a lease its noun: no kind is a bare adjective."""
    bare = kind.form == "noun" and not kind.keys and " " not in kind.text
    adjective = bare and kind.text.endswith(en.ADJECTIVE_ENDINGS) and not kind.plural
    return kind._replace(text=f"{kind.text} {owner.head}", head=owner.head) if adjective else kind
