"""Examples and parts of the headword that a definition names behind its end: "…, such as A and B", "(e.g. A)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import is_gerund
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, read_phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.words.insertions import Insertion

__all__ = [
    "examples_in_brackets",
    "examples_of_headword",
    "examples_of_plurals",
    "listed_examples",
    "possible_cases",
]

Relations = Callable[[str], RelationType]

_CUES = {
    "such as": "exampleOf",
    "for example": "exampleOf",
    "for instance": "exampleOf",
    "e.g.": "exampleOf",
    "e.g": "exampleOf",
    "eg": "exampleOf",
    "e.g .": "exampleOf",
    "like": "exampleOf",
    "including": "partOf",
}
_MOSTLY = frozenset({"typically", "usually", "often", "generally", "commonly", "normally"})
_MASS = frozenset(
    {"machinery", "equipment", "software", "staff", "infrastructure", "merchandise", "hardware", "stock"}
)
_LISTING = frozenset({"include", "includes", "are", "is", ":"})


def examples_of_headword(
    tokens: Sequence[Token], genus_end: int, topic: Phrase, relation: Relations
) -> Iterator[Claim]:
    """Read "Assets that cannot be touched, such as patents": what stands before the comma is no plural noun.

    Examples of a plural noun right before them are read as those of that noun.
    """
    for position in range(2, len(tokens)):
        name, start = _cue(tokens, position)
        if not name or tokens[position - 1].tag != ",":
            continue
        left, begin = words_before(tokens, position - 1)
        if _is_excepted(tokens, begin):
            continue
        others = _completes_plural(tokens, begin, genus_end)
        if (
            left is None
            or _holds_verb(tokens[begin : left.end])
            or not (_has_own(left, begin, genus_end, name) or (others and name == "exampleOf"))
        ):
            yield from _claims(tokens, start, topic, relation(name))


def examples_of_plurals(tokens: Sequence[Token], relation: Relations) -> Iterator[Claim]:
    """Read "records, such as invoices" where no sentence is told: of the plural noun right before them."""
    for position in range(1, len(tokens)):
        name, start = _cue(tokens, position)
        end = position - (tokens[position - 1].tag == ",")
        left, begin = words_before(tokens, end) if name else (None, 0)
        if left is not None and not left.plural and begin > 1 and tokens[begin - 1].lower == "of":
            left, begin = words_before(tokens, begin - 1)  # "logs of work, such as …"
        several = left is not None and (left.plural or left.head in _MASS)
        if left is not None and several and not _is_excepted(tokens, begin):
            told = _claims(tokens, start, left, relation("exampleOf"))
            yield from (claim for claim in told if claim.subject.form != "gerund")


def _is_excepted(tokens: Sequence[Token], begin: int) -> bool:
    """Tell "harm from causes other than fire, such as theft", where "causes" has the examples."""
    return any(token.lower == "than" for token in tokens[max(0, begin - 2) : begin])


def _has_own(left: Phrase, begin: int, genus_end: int, name: str) -> bool:
    """Tell whether a noun phrase has the examples behind it: a plural, or "a group" not of the genus."""
    itself = 0 < genus_end == left.end  # the genus, whose examples are those of the headword
    some = left.determiner in ("a", "an", "any", "some") and begin != genus_end + 1 and not itself
    named = bool(left.keys) and left.determiner == "the"
    return (left.plural and not named) or (some and name == "exampleOf")


def _completes_plural(tokens: Sequence[Token], begin: int, genus_end: int) -> bool:
    """Tell the loan of "the fees charged for the loan, such as …", where a plural behind the genus has the examples."""
    while begin > genus_end and tokens[begin - 1].tag in (Tag.PREPOSITION, Tag.PARTICIPLE, Tag.ADVERB):
        begin -= 1
        before, start = words_before(tokens, begin)
        if before is not None and before.plural and before.end == begin:
            return before.end > genus_end > 0
        begin = start if before is not None else begin
    return False


def _holds_verb(tokens: Sequence[Token]) -> bool:
    """Tell "payment an employee receives", read as one noun phrase, from a noun phrase."""
    return any(token.verb and token.lower.endswith("s") for token in tokens)


def examples_in_brackets(
    main: Sequence[Token],
    insertions: Sequence[Insertion],
    genus: tuple[int, Phrase],
    relation: Relations,
    acts: Callable[[Phrase], bool],
) -> Iterator[Claim]:
    """Read "an interaction (e.g. a call)", "a leader — typically a potter —": of the headword or a plural before it.

    ``genus`` is where the genus of a definition ends, and the headword. Those who act have no things as examples.
    """
    for insertion in insertions:
        dash = insertion.sign == "-"
        behind_genus = insertion.after == genus[0]
        name, start = _cue(insertion.tokens, 0)
        if not name and dash and behind_genus and insertion.tokens[0].lower in _MOSTLY:
            name, start = "exampleOf", 1
        owner, _ = words_before(main, insertion.after)
        if not name or insertion.sign not in "(-" or owner is None:
            continue
        complement = main[max(genus[0], 0) : insertion.after]
        plain = genus[0] >= 0 and not any(token.tag in (*Tag.VERBS, Tag.CONNECTIVE) for token in complement)
        behind_genus = behind_genus or (dash and genus[0] >= 0) or (plain and not owner.plural)
        of_owner = owner.plural and not behind_genus
        told = list(_claims(insertion.tokens, start, owner, relation("exampleOf" if of_owner else name)))
        for claim in told:
            itself = claim.subject.keys == genus[1].keys
            if of_owner and acts(owner) <= acts(claim.subject):
                yield claim
            elif itself:
                continue
            elif behind_genus or (of_owner and genus[0] >= 0) or (genus[0] >= 0 and _outnumber(told, owner)):
                yield claim._replace(object=genus[1])
            elif insertion.sign == "(" and name == "exampleOf" and not of_owner:
                yield claim


def _outnumber(told: Sequence[Claim], owner: Phrase) -> bool:
    """Tell plurals, which are no examples of the one thing before the bracket: "unique to a person (e.g. scars)"."""
    return not owner.plural and bool(told) and all(claim.subject.plural for claim in told)


def listed_examples(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "Examples include A, B and C", at the start of a sentence or behind a semicolon."""
    for position, token in enumerate(tokens[:-2]):
        opens = not any(t.tag not in (Tag.DETERMINER, Tag.WORD, Tag.ADVERB) for t in tokens[:position][-2:])
        opens = opens or tokens[position - 1].tag in ";."
        if token.lower in ("examples", "example") and opens and tokens[position + 1].lower in _LISTING:
            yield from _claims(tokens, position + 2, topic, relation("exampleOf"))


def possible_cases(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "The fee may be a deposit", "May be a donor, fund, or agency": what the headword can be is a case of it.

    One thing alone has to be a term.
    """
    place = next((n for n, token in enumerate(tokens[:8]) if token.tag == Tag.AUXILIARY), -1)
    words = [token.lower for token in tokens[place : place + 2]] if place >= 0 else []
    if words not in (["may", "be"], ["can", "be"], ["might", "be"], ["could", "be"]):
        return
    start = place + 2
    determined = start < len(tokens) and tokens[start].lower in ("a", "an", "any", "either")
    found = [phrase for phrase in read_list(tokens, start)[0] if phrase.form == "noun"] if determined else []
    several = len(found) > 2
    for phrase in found:
        if (phrase.keys or several) and phrase.keys != topic.keys:
            yield Claim(phrase, relation("exampleOf"), topic, rule="example")


def _cue(tokens: Sequence[Token], position: int) -> tuple[str, int]:
    """Give the relation type that "such as" or the like tells, and where what it names begins."""
    for length in (2, 1):
        name = _CUES.get(" ".join(token.lower for token in tokens[position : position + length]), "")
        if name:
            start = position + length
            return name, start + (start < len(tokens) and tokens[start].tag in ",:")
    return "", 0


def _claims(tokens: Sequence[Token], start: int, owner: Phrase, relation: RelationType) -> Iterator[Claim]:
    phrases, end = read_list(tokens, start, as_subject=True)
    for found in (*phrases, *_without_and(tokens, end if phrases else len(tokens))):
        phrase = _with_object(tokens, found)
        itself = phrase.keys and phrase.keys == owner.keys
        vague = _is_vague(phrase)
        if not (itself or vague or _is_cut_off(tokens, phrase)):
            yield Claim(phrase, relation, owner, rule="example")


def _with_object(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Give what is done in full, where only its verb was read: "restarting (a server)"."""
    alone = phrase.start >= 0 and " " not in phrase.text and is_gerund(phrase.text.lower())
    if not alone or phrase.end >= len(tokens) or tokens[phrase.end].tag not in (Tag.DETERMINER, Tag.WORD):
        return phrase
    gerund = tokens[phrase.start]._replace(tag=Tag.GERUND)
    whole, _ = read_phrase([*tokens[: phrase.start], gerund, *tokens[phrase.end :]], phrase.start)
    return whole or phrase


def _without_and(tokens: Sequence[Token], position: int) -> Iterator[Phrase]:
    """Go on with a list that has no "and": "for example a bowl, a jug, a vase, for food"."""
    while position < len(tokens) and tokens[position].tag in ",;":
        phrase, end = read_noun_phrase(tokens, position + 1)
        if phrase is None or (end < len(tokens) and tokens[end].tag not in ",;."):
            return
        yield phrase
        position = end


def _is_vague(phrase: Phrase) -> bool:
    """Tell "other times", "similar cases" from "talk time", which names a time."""
    empty = phrase.head in en.EMPTY_HEADS and not phrase.keys
    modifier = phrase.text.lower().split()[-2:][0]
    adjective = modifier in en.ADJECTIVES or modifier.endswith(("ar", "al", "ous"))
    return phrase.head in en.STAND_INS or (empty and (" " not in phrase.text or adjective))


def _is_cut_off(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell a lone gerund, and a noun that has examples of its own behind it."""
    bare = phrase.form != "noun" and " " not in phrase.text
    return bare or (phrase.end >= 0 and _cue(tokens, phrase.end)[0] == "exampleOf")
