"""What a measure is computed from: "A divided by B", "the ratio of A to B", "X = A / B × 100"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.named_terms import whole_term
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

__all__ = ["formula"]

Relations = Callable[[str], RelationType]

_SIGNS = frozenset("/÷×*+−=")
_OPERATORS = tuple(
    tuple(words.split())
    for words in (
        "divided by",
        "multiplied by",
        "minus",
        "plus",
        "times",
        "less",
        "/",
        "÷",
        "×",
        "*",
        "+",
        "−",
    )
)
# What computes two things, and what stands before the first and before the second of them.
_AGGREGATES = {
    "ratio": ("of", "to and"),
    "difference": ("between", "and"),
    "sum": ("of", "and"),
    "product": ("of", "and"),
    "quotient": ("of", "and"),
    "dividing": ("", "by"),
    "multiplying": ("", "by"),
    "subtracting": ("", "from"),
}


_COMPUTING = frozenset({"=", *(words[0] for words in _OPERATORS), *_AGGREGATES})
_EQUALS = frozenset({"as", "by", "is", "equals", "means", "are"})
_SIGNS_BEFORE = frozenset(":-;,=(")


def formula(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Give what the headword is derived from, where a sentence or a line of its own computes it."""
    if _COMPUTING.isdisjoint(token.lower for token in tokens):
        return
    flat = _without_brackets(tokens)
    for operand in _equation(flat, topic) or _operation(flat) or _aggregate(flat):
        term = whole_term(flat, operand) or operand
        if (not term.keys or term.keys != topic.keys) and operand.text.lower() != topic.text.lower():
            yield Claim(topic, relation("derivedFrom"), term, rule="formula")


def _equation(tokens: Sequence[Token], topic: Phrase) -> list[Phrase]:
    """Read "Value = outcomes - costs": the name of the headword, a sign of equality, operands and signs."""
    equals = next((n for n, token in enumerate(tokens[:8]) if token.text == "="), -1)
    if equals < 0 or (equals and not any(set(topic.keys) & set(token.keys) for token in tokens[:equals])):
        return []
    operands, position = [], equals + 1
    while position < len(tokens):
        phrase, end = _operand(tokens, position)
        if phrase and _is_operand(phrase):
            operands.append(_whole(tokens, phrase, end))
        position = max(_past_complement(tokens, end), position + 1)
    return (
        operands if len(operands) > 1 or any(token.text in _SIGNS for token in tokens[equals + 1 :]) else []
    )


def _operation(tokens: Sequence[Token]) -> list[Phrase]:
    """Read "total profit divided by the number of shares"."""
    for position in range(1, len(tokens)):
        length = _operator(tokens, position)
        if not length:
            continue
        left = _phrase_up_to(tokens, position)
        right, end = _operand(_nominal(tokens, position + length), position + length)
        if left and right and _is_operand(left) and _is_operand(right):
            return [left, _whole(tokens, right, end), *_further(tokens, end)]
    return []


def _operand(tokens: Sequence[Token], start: int) -> tuple[Phrase | None, int]:
    return read_noun_phrase(tokens, start, light=frozenset())


def _further(tokens: Sequence[Token], position: int) -> list[Phrase]:
    """Read on: "revenue minus costs, taxes and interest", "A minus B divided by C"."""
    found = []
    position = _past_complement(tokens, position)
    while position < len(tokens):
        listed = tokens[position].tag in (",", Tag.CONJUNCTION) and not _is_aside(tokens, position + 1)
        step = _operator(tokens, position) or listed
        phrase, end = _operand(tokens, position + int(step)) if step else (None, 0)
        if not step or (phrase and not _is_operand(phrase)):
            break
        if phrase:
            found.append(_whole(tokens, phrase, end))
        position = max(_past_complement(tokens, end) if phrase else 0, position + 1)
    return found


def _is_aside(tokens: Sequence[Token], position: int) -> bool:
    """Tell ", also called …" from the next operand."""
    return position < len(tokens) and tokens[position].tag in (Tag.ADVERB, Tag.PARTICIPLE, Tag.VERB)


def _aggregate(tokens: Sequence[Token]) -> list[Phrase]:
    """Read "the ratio of A to B", "the difference between A and B", "dividing A by B"."""
    for position, token in enumerate(tokens[:-3]):
        opener, joints = _AGGREGATES.get(token.lower, ("", ""))
        start = position + 1 + bool(opener)
        if not joints or (opener and tokens[position + 1].lower != opener):
            continue
        left, end = _operand(tokens, start)
        if left and _is_closing_participle(tokens, end, joints.split()):
            left, end = _whole(tokens, left, end, joints.split()), end + 1
        left = left and _whole(tokens, left, end)
        end = _past_complement(tokens, end, but=joints)
        joined = (
            left and end < len(tokens) and (tokens[end].lower in joints.split() or tokens[end].tag == ",")
        )
        right, after = _operand(tokens, end + 1) if joined else (None, 0)
        if left and right and _is_operand(left) and _is_operand(right):
            return [left, _whole(tokens, right, after), *_further(tokens, after)]
        if left and token.lower == "sum":
            return [left]
    return []


def _operator(tokens: Sequence[Token], position: int) -> int:
    """Give how many tokens an operator takes that stands here; 0 for none."""
    words = tuple(token.lower for token in tokens[position : position + 2])
    operator = next((each for each in _OPERATORS if words[: len(each)] == each), ())
    finite = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in tokens[:position])
    path = operator == ("/",) and _is_lopsided(tokens, position)
    return 0 if path or (operator == ("less",) and finite) else len(operator)


def _is_lopsided(tokens: Sequence[Token], position: int) -> bool:
    """Tell the sign that ends a path ("refs/tags/ and …") from a fraction bar: it has a space on one side only."""
    sign, behind = tokens[position], tokens[position + 1 : position + 2]
    touches_left = tokens[position - 1].end == sign.start
    return bool(behind) and touches_left != (behind[0].start == sign.end)


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Drop what stands in brackets, but only the brackets where it computes something; "&" joins one operand."""
    flat: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        if token.tag == "(":
            opened.append(len(flat))
        elif token.tag == ")" and opened:
            start = opened.pop()
            computes = any(_operator(flat, n) or flat[n].tag == "-" for n in range(start, len(flat)))
            flat[start:] = flat[start:] if computes else []
        else:
            joined = token.text == "&" or (flat and flat[-1].text == "&" and token.tag == Tag.GERUND)
            flat.append(token._replace(tag=Tag.WORD) if joined else token)
    return flat


def _phrase_up_to(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Read the operand that ends before an operator: "the total profit of a company"."""
    for start in range(max(0, end - 10), end):
        if start and tokens[start - 1].tag not in _SIGNS_BEFORE and tokens[start - 1].lower not in _EQUALS:
            continue
        phrase, after = _operand(_nominal(tokens, start), start)
        lost = after < end and tokens[after].tag == Tag.PARTICIPLE  # "customers lost divided by …"
        past = _past_complement(tokens, after)
        sold = past < end and tokens[past].tag == Tag.PARTICIPLE and past + 1 == end  # "cost of goods sold"
        if phrase and sold and past > after:
            return phrase._replace(text=" ".join(token.text for token in tokens[phrase.start : end]), end=end)
        if phrase and end in (past, after + lost):
            return _whole(tokens, phrase, after)
    return None


def _nominal(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """Take the gerund that opens an operand for a part of its name: "marketing spend divided by …"."""
    pair = [token.tag for token in tokens[start : start + 2]]
    opens = len(pair) == 2 and pair[0] == Tag.GERUND and pair[1] in Tag.NOUNS
    return [*tokens[:start], tokens[start]._replace(tag=Tag.WORD), *tokens[start + 1 :]] if opens else tokens


def _past_complement(tokens: Sequence[Token], end: int, *, but: str = "") -> int:
    """Step over "of a company", "per month", "in a year" behind an operand, ``but`` not over these prepositions."""
    while (
        end < len(tokens)
        and tokens[end].tag == Tag.PREPOSITION
        and tokens[end].lower not in (*but.split(), "minus")
    ):
        _, after = _operand(tokens, end + 1)
        if after == end + 1:
            break
        end = after
    return end


def _whole(tokens: Sequence[Token], phrase: Phrase, end: int, joints: Sequence[str] = ()) -> Phrase:
    """Write "number" out as "number of shares", "hours" as "hours worked"."""
    if _is_closing_participle(tokens, end, joints) and not phrase.keys:
        return phrase._replace(text=f"{phrase.text} {tokens[end].text}", end=end + 1)
    if phrase.head not in en.LIGHT_HEADS or phrase.keys or end >= len(tokens) or tokens[end].lower != "of":
        return phrase
    members, _ = _operand(tokens, end + 1)
    return phrase._replace(text=f"{phrase.text} of {members.text}") if members else phrase


def _is_closing_participle(tokens: Sequence[Token], position: int, joints: Sequence[str] = ()) -> bool:
    """Tell whether a participle stands here with which an operand ends: "lines picked divided by hours worked".

    ``joints`` are words before which an operand ends too.
    """
    if position >= len(tokens) or tokens[position].tag != Tag.PARTICIPLE or _operator(tokens, position):
        return False
    after = position + 1
    ends = after >= len(tokens) or tokens[after].tag in (",", ";", ".", Tag.CONJUNCTION)
    ends = ends or tokens[after].lower in joints
    return ends or bool(_operator(tokens, after))


def _is_operand(phrase: Phrase) -> bool:
    return not phrase.text[:1].isdigit() and phrase.head not in en.STAND_INS
