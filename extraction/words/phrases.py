"""Noun phrases, gerund phrases and clauses, read from tagged words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import gerund, is_gerund, looks_plural, names_doer, singular
from rolegraph.extraction.words.noun_classes import TIMES
from rolegraph.extraction.words.tokens import Tag, Token

__all__ = [
    "Phrase",
    "begins_clause",
    "dates_clause",
    "end_of_complement",
    "opens_contact_clause",
    "opens_personal_clause",
    "read_clause",
    "read_noun_phrase",
    "read_phrase",
    "with_ampersands",
    "words_before",
]

_MOST_WORDS = 7
_LEAST_IN_CLAUSE, _MOST_IN_CLAUSE = 4, 9
_ENSURING = frozenset({"ensure", "verify", "confirm", "guarantee", "check"})
_OFTEN = frozenset({"every", "each", "this", "last", "next", "one", "all"})
_TIMES = TIMES | {"morning", "evening", "night"}
_COMPARATIVES = frozenset({"lower", "higher", "smaller", "larger"})
_SHARES = frozenset({"some", "all", "any", "each", "most", "many", "both", "several", "few"})
_DATING = frozenset({"before", "after", "until", "till", "since"})
_PERSONS = frozenset({"you", "we", "they", "he", "she", "it", "i"})
_SKIPPED_BEFORE = frozenset({Tag.DETERMINER, Tag.ADVERB})
_GERUND_PREPOSITIONS = frozenset({"to", "with", "into", "on", "for", "from", "of", "between"})


class Phrase(NamedTuple):
    """What can be an end of a relation: its words as they stand, its form, and the terms it names as a whole.

    ``form`` is "noun", "gerund" or "clause"; ``head`` is the last noun in lower case; ``keys`` are the terms
    that the whole phrase names, ``head_keys`` those that its last word names ("senior PMs": PM). ``language`` is a tag.
    """

    text: str
    form: str
    head: str
    keys: tuple[str, ...] = ()
    head_keys: tuple[str, ...] = ()
    determiner: str = ""
    start: int = -1
    end: int = -1
    language: str = "en"

    @property
    def plural(self) -> bool:
        """Whether the head looks like a plural, as "KPIs" does too."""
        return looks_plural(self.head) or (self.text[-1:] == "s" and self.text[-2:-1].isupper())


def begins_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a finite verb follows, so that the phrase is the subject of a new clause."""
    while position < len(tokens) and tokens[position].tag in (Tag.ADVERB, Tag.NEGATION):
        position += 1
    return position < len(tokens) and tokens[position].tag in (Tag.VERB, Tag.AUXILIARY)


def read_phrase(tokens: Sequence[Token], start: int) -> tuple[Phrase | None, int]:
    """Read one end of a relation: a clause ("what is built"), a gerund phrase or a noun phrase."""
    position = start
    while position < len(tokens) and tokens[position].tag == Tag.ADVERB:
        position += 1
    if position >= len(tokens):
        return None, start
    token = tokens[position]
    if token.tag == Tag.GERUND:
        return _read_gerund(tokens, position)
    return read_noun_phrase(tokens, start)


def read_clause(tokens: Sequence[Token], verb: int) -> tuple[Phrase | None, int]:
    """Read "decides what gets built" from its verb on, as the activity "deciding what gets built"."""
    end = verb + 1
    while end < len(tokens) and tokens[end].tag not in ",;:-().":
        end += 1
    if end - verb < 3:
        return None, verb
    rest = _slice(tokens[verb + 1 : end])
    return Phrase(
        f"{gerund(tokens[verb].verb)} {rest}", "clause", tokens[verb].verb, start=verb, end=end
    ), end


def _read_gerund(tokens: Sequence[Token], start: int) -> tuple[Phrase | None, int]:
    """Read "talking to users", "writing specs or strategy docs", "deciding what gets built"."""
    position = start + 1
    while position < len(tokens) and tokens[position].tag == Tag.ADVERB:
        position += 1
    if position < len(tokens) and tokens[position].text.lower() in en.QUESTION_WORDS | {"what's"}:
        return read_clause(tokens, start)
    if clause := _ensured(tokens, start):
        return clause, clause.end
    inner, end = read_noun_phrase(tokens, position)
    if inner:
        end = _joined_object(tokens, end)
    if end < len(tokens) and tokens[end].text.lower() in _GERUND_PREPOSITIONS:
        complement, after = read_noun_phrase(tokens, end + 1)
        if complement:
            inner, end = complement, after
    if inner is None:
        return Phrase(
            tokens[start].text, "gerund", tokens[start].lower, start=start, end=start + 1
        ), start + 1
    return Phrase(_slice(tokens[start:end]), "gerund", tokens[start].lower, start=start, end=end), end


def _ensured(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Read "ensuring that customers reach their goals", up to what says when or from what."""
    opens = start + 1 < len(tokens) and tokens[start + 1].lower == "that"
    if not opens or tokens[start].verb not in _ENSURING:
        return None
    end = start + 2
    while end < len(tokens) and tokens[end].tag not in ",;:-().C" and end - start < _MOST_IN_CLAUSE + 1:
        if end - start > _LEAST_IN_CLAUSE and tokens[end].tag == Tag.PREPOSITION:
            break
        end += 1
    if not _LEAST_IN_CLAUSE <= end - start <= _MOST_IN_CLAUSE:
        return None
    return Phrase(_slice(tokens[start:end]), "gerund", tokens[start].lower, start=start, end=end)


def _joined_object(tokens: Sequence[Token], end: int) -> int:
    """Take in a second object: "analyzing usage and metrics"."""
    if end < len(tokens) and tokens[end].tag == Tag.CONJUNCTION:
        second, after = read_noun_phrase(tokens, end + 1)
        if second and not begins_clause(tokens, after):
            return after
    return end


def read_noun_phrase(
    tokens: Sequence[Token], start: int, *, contact: bool = False, light: frozenset[str] = en.LIGHT_HEADS
) -> tuple[Phrase | None, int]:
    """Read a noun phrase without its determiners and valuing adjectives, and where it ends.

    ``light`` are the heads that are passed over for what follows "of" ("a type of contract"). With ``contact``, a
    clause may follow without "that": of "a system PMs build against" only the system is read.
    """
    if _is_share(tokens, start):
        return read_noun_phrase(tokens, start + 2, contact=contact, light=light)
    position, determiner = start, ""
    while position < len(tokens) and (
        tokens[position].tag in _SKIPPED_BEFORE or _joins_determiners(tokens, position)
    ):
        determiner = determiner or (
            tokens[position].text.lower() if tokens[position].tag == Tag.DETERMINER else ""
        )
        position += 1
    end = position
    while end < len(tokens) and (tokens[end].tag in Tag.NOUNS or _joins(tokens, position, end)):
        end += 1
        if _is_plural_term(tokens[end - 1]) and not _heads_doer(tokens, end):
            break
    while position < end - 1 and tokens[position].lower in en.EVALUATIVE:
        if not determiner and tokens[position].lower in _COMPARATIVES:
            break  # "lower costs" are no costs
        if tokens[position + 1].lower == "estate" or _opens_name(tokens, position):
            break
        position += 1
    if end - position > 1 and (tokens[end - 1].lower in en.ADVERBIAL or _follows_its_noun(tokens, end)):
        end -= 1
    if end - position > 1 and tokens[end - 1].tag == Tag.TERM and tokens[end - 2].possessive:
        position = end - 1
    stacked = _stacked_adjective(tokens, position, end)
    if stacked is not None:
        return stacked
    if contact and end - position > 1 and opens_contact_clause(tokens, end):
        end -= 1
    end = _past_proper_name(tokens, position, end)
    if position == end or end - position > _MOST_WORDS:
        return None, start
    if determiner in _OFTEN and tokens[end - 1].lower in _TIMES:
        return None, start
    if end - position == 1 and tokens[position].lower in en.ADVERBIAL:
        return None, start
    if tokens[end - 1].lower in light and end < len(tokens) and tokens[end].text.lower() == "of":
        if tokens[end - 1].lower in ("way", "ways") and _is_activity(tokens, end + 1):
            whole = Phrase(
                _slice(tokens[position : end + 2]), "noun", tokens[end - 1].lower, (), (), determiner
            )
            return whole._replace(start=position, end=end + 2), end + 2
        inner, after = read_noun_phrase(tokens, end + 1)
        if inner:
            return inner, after
    return _noun_phrase(tokens, position, end, determiner), end


def _opens_name(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "General" of "since General Electric …", which values nothing."""
    both = all(token.text.istitle() and not token.keys for token in tokens[position : position + 2])
    return both and position > 0 and tokens[position - 1].text != "."


def _past_proper_name(tokens: Sequence[Token], start: int, end: int) -> int:
    """Read on in "International Chamber of Commerce"."""
    named = end - start > 1 and all(
        token.text[:1].isupper() and not token.keys for token in tokens[start:end]
    )
    while named and end + 1 < len(tokens) and tokens[end].text == "of" and tokens[end + 1].text.istitle():
        if tokens[end + 1].tag != Tag.WORD:
            break
        end += 2
    return end


def _is_share(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "some of" of "some of the pots", which are pots."""
    words = [token.lower for token in tokens[position : position + 3]]
    return len(words) == 3 and words[1] == "of" and words[0] in _SHARES


def _is_activity(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a gerund without an object stands here, as in "a way of working"."""
    if position >= len(tokens) or not is_gerund(tokens[position].lower):
        return False
    return position + 1 == len(tokens) or tokens[position + 1].tag not in "WTD"


def _follows_its_noun(tokens: Sequence[Token], end: int) -> bool:
    """Tell the adjective of "the charges payable by a customer"; of "accounts payable" it is part of the name."""
    after = end + (end < len(tokens) and tokens[end].tag == Tag.ADVERB)
    governs = after < len(tokens) and (tokens[after].tag == Tag.PREPOSITION or tokens[after].tag == Tag.TO)
    return governs and tokens[end - 1].lower in en.POSTPOSITIVE


def _joins_determiners(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "or" of "two or more nodes"."""
    around = [token.tag for token in tokens[max(0, position - 1) : position + 2]]
    return around == [Tag.DETERMINER, Tag.CONJUNCTION, Tag.DETERMINER]


def _stacked_adjective(tokens: Sequence[Token], position: int, end: int) -> tuple[Phrase, int] | None:
    """Read on behind the comma of "a small, lasting team": what stood before it was an adjective."""
    alone = end - position == 1 and tokens[position].tag == Tag.WORD and tokens[position].text.islower()
    listed = position > 0 and tokens[position - 1].tag == "," and tokens[position].lower.endswith("ing")
    alone = alone and not listed  # "sales, billing, technical support"
    if (
        not alone
        or not _can_be_adjective(tokens[position].lower)
        or end >= len(tokens)
        or tokens[end].tag != ","
    ):
        return None
    last = "-" in tokens[position].text and bool(
        tokens[end + 1 : end + 2]
    )  # "high-scale, and low-cost storage"
    joined = last and tokens[end + 1].tag == Tag.CONJUNCTION
    inner, after = read_noun_phrase(tokens, end + 2 if joined else end + 1)
    listed = after < len(tokens) and (
        tokens[after].tag in (",", Tag.CONJUNCTION) or tokens[after].lower == "of"
    )
    stacked = inner is not None and not inner.determiner and " " in inner.text and not listed
    return (inner, after) if stacked and inner else None


def _can_be_adjective(word: str) -> bool:
    return word.endswith(en.ADJECTIVE_ENDINGS) or word in en.ADJECTIVES or "-" in word


def opens_contact_clause(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the last noun of a phrase is the subject of a clause of its own."""
    after = end
    while after < len(tokens) and tokens[after].tag == Tag.ADVERB:
        after += 1
    return _is_plural_term(tokens[end - 1]) and after < len(tokens) and tokens[after].tag == Tag.VERB


def dates_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "before" of "before it takes effect" and "before the firing ends" from that of "before the firing"."""
    if tokens[position].lower not in _DATING:
        return False
    after = position + 1
    if after < len(tokens) and tokens[after].tag == Tag.PRONOUN:
        return begins_clause(tokens, after + 1)
    _, end = read_noun_phrase(tokens, after)
    return end > after and begins_clause(tokens, end)


def opens_personal_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "you" of "the amount you pay", "the most you can pay", which opens a clause without "that"."""
    if not 0 < position < len(tokens) - 1 or tokens[position].lower not in _PERSONS:
        return False
    before = tokens[position - 1]
    return begins_clause(tokens, position + 1) and (before.tag in Tag.NOUNS or before.lower == "most")


def _is_plural_term(token: Token) -> bool:
    """Tell a term in the plural, which ends its noun phrase ("works with designers day by day")."""
    plural = token.tag == Tag.TERM and token.text.endswith("s") and not token.possessive
    return (
        plural and token.lower.split()[-1] not in en.PLURAL_MODIFIERS and singular(token.lower) != token.lower
    )


def _heads_doer(tokens: Sequence[Token], position: int) -> bool:
    """Tell the head of "acquisitions librarian", before which a plural is no noun phrase of its own."""
    if position >= len(tokens) or tokens[position].tag != Tag.WORD:
        return False
    return names_doer(tokens[position].lower)


def _joins(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Tell whether an ampersand or a participle stands inside a name: Research & Development, customer facing."""
    inside = start < position < len(tokens) - 1 and tokens[position + 1].tag in Tag.NOUNS
    return inside and tokens[position].text == "&"


# Nouns that say little without what stands behind this preposition.
_COMPLETED = {
    "with": frozenset(
        {
            "relationship",
            "contract",
            "agreement",
            "partnership",
            "contact",
            "integration",
            "compliance",
            "experience",
            "familiarity",
        }
    ),
    "to": frozenset({"access", "exposure", "attention", "answer"}),
    "into": frozenset({"insight", "visibility", "research"}),
    "on": frozenset({"experiment", "research", "advice"}),
    "for": frozenset({"demand", "need", "responsibility"}),
    "in": frozenset({"experience", "expertise", "training"}),
}


def end_of_complement(tokens: Sequence[Token], end: int) -> int:
    """Give the end of what completes a bare noun: "execution of a product", "judgment to say no"."""
    head, sign = tokens[end - 1].lower, tokens[end].text.lower() if end < len(tokens) else ""
    if sign == "of" and tokens[end + 1 : end + 2] and tokens[end + 1].text[:1].isdigit():
        return end  # "teams of 12 to 20 agents"
    if sign in ("of", "per") and head not in en.LIGHT_HEADS:
        complement, after = read_noun_phrase(tokens, end + 1)
        if complement and after < len(tokens) and tokens[after].text.lower() == "or":
            _, after = read_noun_phrase(tokens, after + 1)
        return after if complement and len(complement.text.split()) <= 3 else end
    if singular(head) in _COMPLETED.get(sign, ()):
        complement, after = read_noun_phrase(tokens, end + 1)
        return after if complement and len(complement.text.split()) <= 3 else end
    verbal = end + 1 < len(tokens) and bool(tokens[end + 1].verb)
    if sign == "to" and (head in en.ABILITIES or (head == "time" and verbal)):
        after = end + 1
        while after < len(tokens) and tokens[after].tag not in ",;:-().C" and after < end + 5:
            after += 1
        return after
    return end


def _noun_phrase(tokens: Sequence[Token], start: int, end: int, determiner: str) -> Phrase | None:
    carrier = end - start > 1 and singular(tokens[end - 1].lower) in en.CARRIERS
    carrier = carrier and not _is_for_activity(tokens[end - 2], singular(tokens[end - 1].lower))
    if carrier and tokens[end - 2].tag == Tag.TERM and not tokens[end - 2].possessive:
        carried = _noun_phrase(tokens, start, end - 1, determiner)
        return carried._replace(end=end) if carried else None
    last = tokens[end - 1]
    whole = last.keys if end - start == 1 else ()
    text = _slice(tokens[start:end])
    if end - start == 1 and not whole:
        text = _slice(tokens[start : end_of_complement(tokens, end)])
    return Phrase(text, "noun", last.lower, whole, last.keys, determiner, start, end)


_SYSTEMS = frozenset(
    {"solution", "software", "system", "tool", "technology", "product", "application", "program", "package"}
)


def _is_for_activity(term: Token, carrier: str) -> bool:
    """Tell the software of "payroll software", which is no payroll, from a CRM system."""
    plain = term.text.islower() or term.text.istitle()
    return carrier in _SYSTEMS and plain and (" " not in term.text or is_gerund(term.lower.split()[-1]))


def _slice(tokens: Sequence[Token]) -> str:
    """Give the text of some tokens as it stands, a final possessive ending removed."""
    parts = []
    for number, token in enumerate(tokens):
        glued = number and token.start == tokens[number - 1].end
        parts.append(token.text if glued or not number else f" {token.text}")
    text = "".join(parts)
    for ending in ("’s", "'s"):
        text = text.removesuffix(ending)
    return text.rstrip("'’")


def words_before(tokens: Sequence[Token], end: int) -> tuple[Phrase | None, int]:
    """Read the noun phrase that ends before a token, and where it starts."""
    start = end
    while start > 0 and tokens[start - 1].tag in Tag.NOUNS:
        start -= 1
    if start == end:
        return None, end
    begin = start
    while begin > 0 and tokens[begin - 1].tag in _SKIPPED_BEFORE:
        begin -= 1
    phrase, _ = read_noun_phrase(tokens, begin)
    return phrase, begin


def with_ampersands(tokens: list[Token]) -> list[Token]:
    """Take "&" between words with capitals for a part of one name: "the Mixing & Packing Crew"."""
    for position in range(1, len(tokens) - 1):
        before, sign, after = tokens[position - 1 : position + 2]
        plain = not before.keys and not after.keys
        if sign.text == "&" and plain and before.text[:1].isupper() and after.text[:1].isupper():
            tokens[position] = sign._replace(tag=Tag.WORD)
            tokens[position + 1] = after._replace(tag=Tag.WORD) if after.tag == Tag.GERUND else after
    return tokens
