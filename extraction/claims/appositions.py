"""What a comma and an article say that a thing is: "Iris, a library that was written in …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

__all__ = ["also_named", "apposed_to", "appositions", "instances"]

Relations = Callable[[str], RelationType]

# What goes on about a whole clause, and not about the noun before the comma: "…, a view that is shared by …".
_OF_CLAUSES = en.words(
    "view practice fact step move process task invention decision trend change approach idea reason sign role job "
    "development result habit feature advantage condition"
)


def apposed_to(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """Give the noun phrase before the comma and the article of "Iris, a library", whose noun begins at a place."""
    article = begin - (begin < len(tokens) and tokens[begin].tag != Tag.DETERMINER)
    if article < 2 or tokens[article].lower not in ("a", "an") or tokens[article - 1].tag != ",":
        return None
    told, end = read_noun_phrase(tokens, article)
    goes_on = end < len(tokens) and tokens[end].tag in (",", Tag.CONJUNCTION)
    phrase, _ = words_before(tokens, article - 1)
    listed = told is None or told.head in _OF_CLAUSES or goes_on
    listed = listed or (phrase is not None and phrase.text.islower() and _is_inside_list(tokens, end))
    return (
        None
        if listed or phrase is None or phrase.form != "noun" or phrase.determiner in ("a", "an")
        else phrase
    )


def _is_inside_list(tokens: Sequence[Token], end: int) -> bool:
    """Tell "dry clay, a supply of wood and gas" from what a comma says that a thing is."""
    while end < len(tokens) and tokens[end].tag == Tag.PREPOSITION:
        inner, after = read_noun_phrase(tokens, end + 1)
        if inner is None:
            return False
        end = after
    return end < len(tokens) and tokens[end].tag == Tag.CONJUNCTION


def appositions(
    tokens: Sequence[Token], topic: Phrase, genus_end: int, relation: Relations
) -> Iterator[Claim]:
    """Read "It comes from Iris, a library that …": what a comma and an article say that a thing is."""
    for position in range(max(genus_end, 0) + 2, len(tokens)):
        phrase = apposed_to(tokens, position) if tokens[position - 1].tag == "," else None
        kind, end = read_noun_phrase(tokens, position)
        goes_on = end >= len(tokens) or tokens[end].tag in (
            ".",
            Tag.CONNECTIVE,
            Tag.PARTICIPLE,
            ";",
            Tag.PREPOSITION,
        )
        named = (
            kind is not None and kind.head not in en.FRACTIONS
        )  # "half the day on calls, a quarter on visits"
        apart = tokens[0].tag == Tag.CONNECTIVE and any(
            each.tag in (Tag.VERB, Tag.AUXILIARY) for each in tokens[end:]
        )
        named = named and not apart  # "While it varies by yard, a process that …" opens the main clause
        if phrase is not None and kind is not None and named and goes_on and phrase.keys != topic.keys:
            yield Claim(phrase, relation("broader"), kind, rule="genus")


def also_named(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "Net pay is also known as take-home pay", where the first is not the headword."""
    for place in range(1, len(tokens) - 2):
        words = [token.lower for token in tokens[place : place + 2]]
        named = 2 if words == ["known", "as"] else 1 if words[0] == "called" else 0
        start = place
        while start > 1 and tokens[start - 1].tag == Tag.ADVERB:
            start -= 1
        also = any(token.lower in ("also", "sometimes", "otherwise") for token in tokens[start:place])
        if not named or not also or tokens[start - 1].lower not in ("is", "are"):
            continue
        thing, begin = words_before(tokens, start - 1)
        other, end = read_noun_phrase(tokens, place + named)
        ends = end >= len(tokens) or tokens[end].tag in ".,;("
        if thing is not None and other is not None and not begin and ends and thing.keys != topic.keys:
            yield Claim(thing, relation("synonymOf"), other, rule="other name")


def instances(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "Bolt Ads is the best-known PPC platform", "Bolt and Ember are PPC platforms": cases of such a thing."""
    yield from _several_instances(tokens, topic, relation)
    phrase, end = read_noun_phrase(tokens, 0)
    named = phrase is not None and not phrase.keys and all(word[:1].isupper() for word in phrase.text.split())
    if not named or end + 2 >= len(tokens) or tokens[end].lower not in ("is", "was"):
        return
    kind, _ = read_noun_phrase(tokens, end + 1)
    praised = (
        kind is not None
        and kind.determiner in ("a", "an", "the")
        and topic.keys in (kind.keys, kind.head_keys)
    )
    if phrase is not None and praised and (" " in phrase.text or phrase.text.isupper()):
        yield Claim(phrase, relation("exampleOf"), topic, rule="example")


def _several_instances(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "Bolt, Ember and Velo Racks are well-known platforms": names that are said to be such things.

    Those that "are examples" are some of what the text is on.
    """
    names, end = read_list(tokens, 0, as_subject=True)
    if len(names) < 2 or end + 1 >= len(tokens) or tokens[end].lower not in ("are", "were"):
        return
    kind, after = read_noun_phrase(tokens, end + 1 + (tokens[end + 1].lower == "among"))
    ends = after >= len(tokens) or tokens[after].tag in (".", ",", ";", Tag.PREPOSITION, Tag.CONNECTIVE)
    counted = any(token.lower == "of" for token in tokens[end : after + 1])  # "are examples of ports"
    named = all(any(letter.isupper() or letter.isdigit() for letter in each.text) for each in names)
    told = kind is not None and kind.plural and kind.form == "noun" and kind.determiner in ("", "the")
    if (
        kind is not None
        and told
        and named
        and ends
        and not counted
        and not any(each.determiner for each in names)
    ):
        owner = topic if kind.head in ("examples", "example") else kind
        yield from (Claim(each, relation("exampleOf"), owner, rule="example") for each in names)
