"""What a definition is about, behind its genus: "a plan for X", "the process of reviewing X", "outsourcing X to …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.definitions.ends import term_within
from rolegraph.extraction.definitions.governors import PURPOSES
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import is_gerund, singular
from rolegraph.extraction.words.named_terms import STATES, is_plain_thing
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import PARTICLES
from rolegraph.ontology import RelationType

__all__ = ["is_quantity", "says_little", "scopes"]

Relations = Callable[[str], RelationType]

# What the noun before "of" makes of the term behind it; a minus turns the relation round.
_OF = {
    noun: relation
    for relation, nouns in {
        "partOf": "role part component element portion section phase stage step member segment layer module aspect "
        "division subdivision subsection subfield parameter attribute property field ingredient dimension pillar facet",
        "produces": "cause source origin driver",
        "-produces": "result outcome output consequence effect",
        "-partOf": "list catalog catalogue collection database directory archive repository inventory register log "
        "sequence queue backlog portfolio "
        "library pool combination bundle mix grouping",
        "uses": "use usage application utilization",
        "memberOf": "member employee",
        "-memberOf": "committee council panel board body association alliance coalition federation consortium jury",
        "precedes": "precursor forerunner prelude",
        "replaces": "successor replacement",
        "": "amount type kind form sort set group series measure measurement indicator metric index way team "
        "ratio difference sum opposite example version variant subset percentage number synonym ability right duty "
        "tendency willingness obligation failure owner absence inability responsibility proportion fraction value "
        "volume quantity",
    }.items()
    for noun in nouns.split()
}
# "A synonym for X", "another name for X", "an alternative to X": that is said of the word.
_NAMING = en.words("synonym name nickname term word abbreviation acronym shorthand alternative opposite")
_PLURAL_LAYERS = frozenset(
    {"layer", "member", "segment"}
)  # "a layer of bricks" holds them, "of the wall" is one
_BEFORE_OR_AFTER = en.words("precursor forerunner prelude successor replacement")
_QUANTITIES = en.words("amount volume number quantity percentage proportion fraction")
_ABOUT = frozenset({"of", "for", "on", "about", "regarding", "over", "to"})
_TELLING = frozenset({"of", "for", "about", "regarding"})  # behind them also what is no term
_MAKING = frozenset(
    {"build", "create", "produce", "develop", "make", "design", "generate", "write", "deliver"}
)
_DEVERBAL = ("tion", "sion", "ment", "sis", "ance")
_THINGS = en.words("document element instrument department segment equipment environment compartment")
_CHANGES = en.words(
    "change increase decrease drop rise fall growth decline difference gap error flaw expert specialist interest trust "
    "loss gain cut delay discount saving rebate break shift trend person someone professional"
)
_UNITS = en.words(
    "unit part piece portion section step stage phase element component item line row point area"
)


def scopes(
    tokens: Sequence[Token], start: int, end: int, topic: Phrase, relation: Relations
) -> Iterator[Claim]:
    """Give what the headword applies to, uses or is part of; ``start`` and ``end`` bound the genus.

    Behind an activity ("the process of reviewing X") that can be anything, behind other nouns it is a term.
    """
    if end <= start:
        yield from _of_gerund_definition(tokens, start, topic, relation)
        return
    end = _past_alternative(tokens, end)
    if [token.lower for token in tokens[end : end + 2]] == ["used", "to"]:
        verb = _past_adverbs(tokens, end + 2)
        makes = any(token.verb in _MAKING | PURPOSES for token in tokens[verb : verb + 1])
        yield from _claims(_nouns(tokens, verb + 1), "supports" if makes else "appliesTo", topic, relation)
        return
    if end + 1 >= len(tokens) or tokens[end].tag not in (Tag.PREPOSITION, Tag.PREDICATIVE):
        return
    before = end - 1 - (tokens[end - 1].tag == ",")
    end = _past_kind(tokens, before, end)
    head, sign = singular(tokens[before].lower), tokens[end].lower
    if tokens[end].tag == Tag.PREDICATIVE:
        sign, end = "for", end + 1
    kind = sign == "of" and head in ("type", "kind", "form", "sort")
    deed = _past_adverbs(tokens, end + 1)
    if _is_verbal(tokens, deed) and sign in ("of", "for", "to") and not kind:
        yield from _claims(_objects_of_gerund(tokens, deed), "appliesTo", topic, relation)
    elif sign in ("within", "inside") or (sign == "in" and not _is_deverbal(head)):
        yield from _claims(_terms(tokens, end + 1), "partOf", topic, relation)
    elif sign == "of" and _OF.get(head) != "" and (place := _placed_behind(tokens, end + 1)):
        yield from _claims(_terms(tokens, place), "partOf", topic, relation)
    elif sign in _ABOUT and head not in _NAMING:
        name = _OF.get(head, "appliesTo") if sign == "of" or head in _BEFORE_OR_AFTER else "appliesTo"
        nominal = sign == "of" and (head.endswith(_DEVERBAL) or name in ("uses", "memberOf"))
        found = _nouns(tokens, end + 1) if nominal or sign in _TELLING else _terms(tokens, end + 1)
        for phrase in found:
            if name == "partOf" and head in _PLURAL_LAYERS and phrase.plural and not phrase.determiner:
                name = "-partOf"
            way = sign == "of" and head in en.WAYS and is_gerund(phrase.text.lower().split()[-1])
            yield from _claims([phrase], "broader" if way else name, topic, relation)


def _past_kind(tokens: Sequence[Token], before: int, end: int) -> int:
    """Step over "of contact" in "the point of contact for users", which only tells the kind of point."""
    if tokens[end].lower != "of" or singular(tokens[before].lower) in _OF:
        return end
    kind, after = read_noun_phrase(tokens, end + 1)
    bare = kind is not None and not (kind.keys or kind.determiner or kind.plural or " " in kind.text)
    goes_on = after < len(tokens) and tokens[after].lower in ("for", "on", "to")
    return after if bare and goes_on else end


def _placed_behind(tokens: Sequence[Token], position: int) -> int:
    """Give the place behind "work in" of "a unit of work in a trace", 0 where a term stands behind "of"."""
    phrase, end = read_noun_phrase(tokens, position)
    placed = end < len(tokens) and tokens[end].lower in ("in", "within", "inside")
    whole = phrase is not None and not phrase.head_keys and singular(tokens[position - 2].lower) in _UNITS
    return end + 1 if whole and placed else 0


def _is_deverbal(head: str) -> bool:
    """Tell "a change in demand", which is about it, from "a step in a process", which is part of it."""
    deed = head.endswith((*_DEVERBAL, "ence", "ing", "ist")) and head not in _THINGS
    return deed or head in _CHANGES


def says_little(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what stands behind a genus only says what it is one of, or another name for: "a type of X"."""
    if not 0 < end < len(tokens):
        return False
    head = singular(tokens[end - 1].lower)
    return head in _NAMING or (tokens[end].lower == "of" and _OF.get(head) == "")


def is_quantity(token: Token) -> bool:
    """Tell the noun of "the percentage of orders", which is about what it counts."""
    return singular(token.lower) in _QUANTITIES


def _past_adverbs(tokens: Sequence[Token], position: int) -> int:
    while position < len(tokens) and tokens[position].tag == Tag.ADVERB:
        position += 1
    return position


def _past_alternative(tokens: Sequence[Token], end: int) -> int:
    """Step over ", or potential cause," behind a genus."""
    if [token.tag for token in tokens[end : end + 2]] != [",", Tag.CONJUNCTION]:
        return end
    _, after = read_noun_phrase(tokens, end + 2)
    return after + 1 if after < len(tokens) and tokens[after].tag == "," else end


def _of_gerund_definition(
    tokens: Sequence[Token], start: int, topic: Phrase, relation: Relations
) -> Iterator[Claim]:
    """Read "Outsourcing tasks to another country": a kind of outsourcing, applied to tasks."""
    if not _is_verbal(tokens, start):
        return
    first = tokens[start]
    objects = _objects_of_gerund(tokens, start)
    if first.tag == Tag.TERM and first.keys != topic.keys and objects:
        genus = Phrase(first.text, "noun", first.lower, first.keys, first.keys, start=start, end=start + 1)
        yield Claim(topic, relation("broader"), genus, rule="genus")
    yield from _claims(objects, "appliesTo", topic, relation)


def _claims(phrases: Sequence[Phrase], name: str, topic: Phrase, relation: Relations) -> Iterator[Claim]:
    for phrase in phrases if name else ():
        if phrase.keys and phrase.keys == topic.keys:
            continue
        rule = "genus" if name == "broader" else "scope"
        claim = Claim(topic, relation(name.removeprefix("-")), phrase, rule=rule)
        yield claim.turned() if name.startswith("-") else claim


def _is_verbal(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a gerund stands here that takes an object: "reviewing records", "outsourcing tasks"."""
    if position + 1 >= len(tokens) or not _is_ing_form(tokens[position]):
        return False
    following = tokens[position + 1]
    if tokens[position].lower in STATES and following.tag != Tag.DETERMINER:
        return False  # "running pumps", but "running a pump"
    return following.tag in (*Tag.NOUNS, Tag.DETERMINER, Tag.CONJUNCTION, ",", Tag.PREPOSITION, Tag.GERUND)


def _is_ing_form(token: Token) -> bool:
    verbal = token.tag in (Tag.GERUND, *Tag.NOUNS)
    return verbal and is_gerund(token.lower.split()[-1])


def _objects_of_gerund(tokens: Sequence[Token], position: int) -> list[Phrase]:
    """Read the objects of "recording and reporting transactions", "experimenting on a system"."""
    start = position
    while position < len(tokens) and (
        (_is_ing_form(tokens[position]) and (position == start or _is_deed(tokens, position)))
        or tokens[position].tag in (Tag.CONJUNCTION, ",", Tag.ADVERB)
    ):
        position += 1
    sign = tokens[position] if position < len(tokens) else None
    if sign and sign.lower in PARTICLES:
        return _nouns(tokens, position + 1)
    if sign and sign.tag == Tag.PREPOSITION and sign.lower not in ("by", "from"):
        return _terms(tokens, position + 1)
    return _nouns(tokens, position)


def _is_deed(tokens: Sequence[Token], position: int) -> bool:
    """Tell a further deed of "recording and reporting sales" from the noun in "using marketing plans"."""
    return tokens[position].tag == Tag.GERUND or tokens[position - 1].tag in (
        Tag.CONJUNCTION,
        ",",
        Tag.ADVERB,
    )


def _nouns(tokens: Sequence[Token], position: int) -> list[Phrase]:
    """Read the noun phrases of a list that name something."""
    phrases, _ = read_list(tokens, position)
    found = [term_within(tokens, phrase) for phrase in phrases]
    return [phrase for phrase in found if phrase.keys or is_plain_thing(tokens, phrase)]


def _terms(tokens: Sequence[Token], position: int) -> list[Phrase]:
    """Read the terms of a list."""
    phrases, _ = read_list(tokens, position)
    if not phrases:
        phrase, _ = read_noun_phrase(tokens, position)
        phrases = [phrase] if phrase else []
    return [term_within(tokens, phrase) for phrase in phrases if phrase.head_keys]
