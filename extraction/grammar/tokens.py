"""Words with a coarse tag: enough grammar to find who does what in a sentence, without a language model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.inflection import is_gerund
from rolegraph.extraction.links.mentions import Match

if TYPE_CHECKING:
    from rolegraph.extraction.links.mentions import Names

__all__ = ["Mention", "Tag", "Token", "is_clear_third_person", "tag_words"]

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:[–-]\d+)?(?:%|s\b)?(?![^\W\d_])|[^\W_]+(?:[-'’.&/+][^\W_]+)*[+#]{0,2}['’]?|—|–|--|…|[^\w\s]",
    re.UNICODE,
)


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


def tag_words(
    text: str,
    names: Names,
    verbs: Mapping[str, str],
    linked: Sequence[Mention] = (),
    *,
    opens_with_verb: bool = False,
) -> list[Token]:
    """Split a sentence into tagged words, each name of a term being one token.

    ``linked`` are pieces of the text that hyperlinks tell the term of; they go before names.
    ``verbs`` maps the forms of verbs to their base form; "reports to" among them marks a verb with its preposition.
    ``opens_with_verb`` tells that the first word is a verb, where nothing before it can.
    """
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    tokens: list[Token] = []
    position = 0
    for match in _mentions(words, names, linked):
        tokens += [_token(*word, verbs) for word in words[position : match.start]]
        start, end = words[match.start][1], words[match.end - 1][2]
        tokens.append(Token(text[start:end], start, end, Tag.TERM, keys=match.keys))
        position = match.end
    tokens += [_token(*word, verbs) for word in words[position:]]
    if opens_with_verb and tokens and tokens[0].verb:
        tokens[0] = tokens[0]._replace(tag=Tag.VERB)
    return _disambiguated(tokens, verbs)


def _mentions(words: Sequence[tuple[str, int, int]], names: Names, linked: Sequence[Mention]) -> list[Match]:
    """Give the words that name terms: those linked, and the names found between them."""
    sure = []
    for mention in linked:
        inside = [
            n for n, (_, start, end) in enumerate(words) if mention.start <= start and end <= mention.end
        ]
        if inside:
            sure.append(Match(inside[0], inside[-1] + 1, (mention.key,)))
    taken = {number for match in sure for number in range(match.start, match.end)}
    found = names.find([word for word, _, _ in words])
    free = [match for match in found if not taken & set(range(match.start, match.end))]
    return sorted([*sure, *free])


_SIGNS = {"—": "-", "–": "-", "--": "-", "-": "-", "[": "(", "]": ")", "“": '"', "”": '"', "…": "."}
_CLOSED: tuple[tuple[frozenset[str], str], ...] = (
    (en.NEGATIONS, Tag.NEGATION),
    (en.AUXILIARIES, Tag.AUXILIARY),
    (en.CONJUNCTIONS, Tag.CONJUNCTION),
    (en.CONNECTIVES, Tag.CONNECTIVE),
    (en.DETERMINERS, Tag.DETERMINER),
    (en.PREPOSITIONS, Tag.PREPOSITION),
    (en.PRONOUNS, Tag.PRONOUN),
    (en.ADVERBS, Tag.ADVERB),
)

_TAGS = {word: tag for words, tag in reversed(_CLOSED) for word in words}
_CONTRACTION = re.compile(r"(it|they|that|what|who|we|you|there)'(?:s|re|ll|ve|d)")


def _token(text: str, start: int, end: int, verbs: Mapping[str, str]) -> Token:
    if not text[0].isalnum():
        return Token(text, start, end, _SIGNS.get(text, text))
    lower = text.lower().replace("’", "'")
    tag = None if text in ("IT", "US") else _TAGS.get(lower)
    if tag is not None:
        return Token(text, start, end, tag, verbs.get(lower, "") if lower == "own" else "")
    contraction = _CONTRACTION.fullmatch(lower) if "'" in lower else None
    if contraction:
        return Token(text, start, end, Tag.CONNECTIVE if contraction[1] in en.QUESTION_WORDS else Tag.PRONOUN)
    if (
        lower.endswith("ly")
        and len(lower) > 4
        and lower not in ("family", "supply", "assembly", "only", "anomaly")
    ):
        return Token(text, start, end, Tag.ADVERB)
    return Token(text, start, end, Tag.WORD, verbs.get(lower, ""))


def _disambiguated(tokens: list[Token], verbs: Mapping[str, str]) -> list[Token]:
    """Decide for each word that could be a verb whether it is one here, from left to right."""
    done: list[Token] = []
    line: list[Token] = []
    depth = 0
    for number, token in enumerate(tokens):
        before = done[len(done) - depth :] if depth else line
        following = tokens[number + 1 : number + 4]
        tag = _tag_in_place(before, token, following)
        tagged = token if tag == token.tag else token._replace(tag=tag)
        if tagged.tag == Tag.WORD and _is_phrasal_verb(before, token, following, verbs):
            tagged = token._replace(tag=Tag.VERB)
        done.append(tagged)
        depth = 1 if token.tag == "(" else 0 if token.tag == ")" else depth + bool(depth)
        aside = _aside_start(line) if token.tag == "," and not depth else None
        if aside is not None:
            del line[aside:]
        elif not depth and token.tag != ")":
            line.append(tagged)
    return done


def _aside_start(line: Sequence[Token]) -> int | None:
    """Find the comma that opens ", unlike managers", which a second comma closes; None where none does."""
    comma = next((n for n in range(len(line) - 1, 0, -1) if line[n].tag == ","), 0)
    opens = bool(comma) and comma + 1 < len(line) and line[comma + 1].lower == "unlike"
    return comma if opens else None


def _tag_in_place(before: Sequence[Token], token: Token, following: Sequence[Token]) -> str:
    lower, previous = token.text.lower(), _meaningful(before)
    if token.tag == Tag.TERM:
        return token.tag
    if (
        token.text[0].isdigit()
        and following
        and following[0].tag in Tag.NOUNS
        and not lower.endswith(("s", "%"))
    ):
        return Tag.DETERMINER
    if lower == "to":
        return Tag.TO if _is_infinitive(following) else Tag.PREPOSITION
    if lower == "own":
        return Tag.DETERMINER if previous == Tag.DETERMINER or _possessive(before) else Tag.VERB
    if lower == "that":
        return _tag_of_that(before, following)
    if lower in ("this", "these", "those"):
        return Tag.DETERMINER if following and _noun_after(lower, following[0]) else Tag.PRONOUN
    if lower == "no":
        return Tag.DETERMINER if following and following[0].tag in Tag.NOUNS else Tag.NEGATION
    if token.tag != Tag.WORD:
        return token.tag
    if lower in en.PREDICATIVES and following and following[0].lower in ("for", "of", "to"):
        return Tag.PREDICATIVE
    if lower.endswith("ed") and "-" in lower and following and following[0].tag in Tag.NOUNS:
        return Tag.WORD
    if lower.endswith("ed") and len(lower) > 4 and not token.verb:
        tied = (bool(following) and following[0].tag in (Tag.PREPOSITION, ".")) or not following
        return Tag.PARTICIPLE if previous == Tag.AUXILIARY or (previous in Tag.NOUNS and tied) else Tag.WORD
    if is_gerund(lower) and "-" not in lower:
        return _tag_of_gerund(before, token, previous, following)
    return _tag_of_verb(before, token, previous, following) if token.verb else Tag.WORD


def _is_infinitive(following: Sequence[Token]) -> bool:
    """Tell "to manage releases" from "to project managers"."""
    if not following or not following[0].verb or following[0].lower != following[0].verb:
        return False
    compound = len(following) > 1 and following[1].tag == Tag.WORD and not following[1].verb
    return not (compound and following[0].verb in en.NOUNS_FIRST)


def _noun_after(pointer: str, token: Token) -> bool:
    """Tell whether "these" or "this" belongs to the word behind it, which is no verb that agrees with it."""
    third = token.lower.endswith("s") and token.lower != token.verb
    agrees = bool(token.verb) and third == (pointer == "this")
    return token.tag in Tag.NOUNS and not agrees


def _meaningful(before: Sequence[Token]) -> str:
    """Give the tag of the last word that is no adverb; empty at the start of the sentence."""
    return next((token.tag for token in reversed(before) if not _is_adverbial(token)), "")


def _is_adverbial(token: Token) -> bool:
    """Tell a word that may stand between subject and verb: an adverb, "never", "rarely"."""
    return token.tag == Tag.ADVERB or token.lower in (
        "never",
        "rarely",
        "seldom",
        "hardly",
        "scarcely",
        "barely",
    )


def _possessive(before: Sequence[Token]) -> bool:
    return bool(before) and before[-1].possessive


def _tag_of_that(before: Sequence[Token], following: Sequence[Token]) -> str:
    relative = bool(before) and (before[-1].tag in Tag.NOUNS or before[-1].tag in Tag.VERBS)
    relative = relative or (bool(before) and bool(following) and is_clear_third_person(following[0]))
    return (
        Tag.CONNECTIVE if relative or not following or following[0].tag not in Tag.NOUNS else Tag.DETERMINER
    )


_REMAINDERS = frozenset({"rest", "remainder", "person", "someone"})


_DESCRIBING = frozenset(
    {"consist", "include", "use", "focus", "range", "contain", "concern", "involve", "comprise"}
)


def _tag_of_gerund(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell a verb in -ing (running tests) from a noun (the running costs, user testing)."""
    goes_on = (
        bool(following) and following[0].tag in "WTDPRSA" and following[0].text.lower() not in ("of", "is")
    )
    if previous in (Tag.DETERMINER, Tag.CONNECTIVE) or _possessive(before):
        return Tag.WORD
    if not before and following and is_clear_third_person(following[0]):
        return Tag.WORD
    if (
        [t.tag for t in before[-3:]] == [Tag.DETERMINER, Tag.WORD, ","]
        and following
        and following[0].tag in Tag.NOUNS
    ):
        return Tag.WORD
    if token.verb in _DESCRIBING and previous in Tag.NOUNS and following:
        return Tag.GERUND
    if previous in Tag.NOUNS:
        actor = (
            before[-1].tag == Tag.TERM or before[-1].lower.endswith("s") or before[-1].lower in _REMAINDERS
        )
        is_object = bool(following) and following[0].tag in "DTR"
        return Tag.GERUND if is_object or (goes_on and actor) else Tag.WORD
    return Tag.GERUND if goes_on else Tag.WORD


def _tag_of_verb(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    lower = token.text.lower()
    third = lower.endswith("s") and lower != token.verb
    if before and before[-1].lower == "please":
        return Tag.VERB
    if lower.endswith("ed") or (lower != token.verb and not third):
        return _tag_of_past(before, token, previous, following)
    if previous in (Tag.TO, Tag.PRONOUN, Tag.CONNECTIVE) or (
        previous in "XN" and previous and _can_lead(before)
    ):
        return Tag.VERB
    if not previous and third and following and following[0].tag == Tag.DETERMINER:
        return Tag.VERB
    if previous in ("", Tag.DETERMINER, Tag.PREPOSITION) or _possessive(before):
        return Tag.WORD
    last = not following or following[0].tag in ".:"
    opens = not _has_verb(before) if last else following[0].tag in "WTDPRASIN"
    if previous in Tag.NOUNS and lower == token.verb and _is_bare_infinitive(before):
        return Tag.VERB
    if previous in Tag.NOUNS:
        sure = before[-1].tag == Tag.TERM and (third or _takes_object(following) or _opens_relative(before))
        likely = sure or token.verb not in en.NOUNS_FIRST or (bool(following) and following[0].tag in "DR")
        fits = _agrees_with_noun(before, token)
        return Tag.VERB if opens and fits and likely and _has_no_verb(before) else Tag.WORD
    objects = bool(following) and following[0].tag in "DRTW" and _has_verb(before)
    passive = third and previous == Tag.CONJUNCTION and bool(following) and following[0].tag in "DRT"
    agrees = _agrees_with_verb(before, lower, or_auxiliary=passive)
    return Tag.VERB if previous in "C,-" and objects and agrees else Tag.WORD


def _takes_object(following: Sequence[Token]) -> bool:
    return bool(following) and (following[0].tag in Tag.NOUNS or following[0].lower == "to")


def _opens_relative(before: Sequence[Token]) -> bool:
    """Tell whether "that" or "which" stands before the last noun, so that its verb is due: "that managers use"."""
    start = [token.tag for token in before[-3:-1] if token.tag != Tag.DETERMINER]
    return bool(start) and start[-1] == Tag.CONNECTIVE


def _plural_before_place(before: Sequence[Token]) -> bool:
    """Tell whether a plural stands before the "in Manila" or "at Google" that ends here."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n].tag == Tag.PREPOSITION), 0)
    named = all(token.text[:1].isupper() for token in before[place + 1 :])
    return (
        bool(place) and named and before[place - 1].tag in Tag.NOUNS and before[place - 1].lower.endswith("s")
    )


def _is_bare_infinitive(before: Sequence[Token]) -> bool:
    """Tell whether "help", "let" or "make" stands before, which a bare verb follows: "helps teams build"."""
    verbs = [token.verb for token in _clause(before) if token.tag in Tag.VERBS]
    return bool(verbs) and verbs[-1] in ("help", "let", "make") and before[-1].lower.endswith("s")


def _is_phrasal_verb(
    before: Sequence[Token], token: Token, following: Sequence[Token], verbs: Mapping[str, str]
) -> bool:
    """Tell a verb by its preposition: "works with designers", "owns the roadmap and reports to the CPO"."""
    if not token.verb or not following or f"{token.lower} {following[0].lower}" not in verbs:
        return False
    previous = _meaningful(before)
    if not before:
        return token.lower.endswith("s") and token.lower != token.verb
    if previous in (Tag.CONJUNCTION, ","):
        return _has_verb(before) and _agrees_with_verb(before, token.lower, or_auxiliary=True)
    return previous in Tag.NOUNS and _agrees_with_noun(before, token) and _has_no_verb(before)


def _agrees_with_noun(before: Sequence[Token], token: Token) -> bool:
    """Tell whether a verb has the form that the noun before it asks for: manager works, managers work."""
    third = token.lower.endswith("s") and token.lower != token.verb
    noun = next(each for each in reversed(before) if not _is_adverbial(each))
    plural = noun.lower.endswith("s") or noun.lower in _PLURALS or _coordinated(before)
    if not third and noun.text[:1].isupper() and not plural:
        plural = _plural_before_place(before)
    return third != plural or (third and noun.tag == Tag.TERM)


_INTRANSITIVE = frozenset(
    {
        "emerge",
        "grow",
        "begin",
        "arise",
        "appear",
        "originate",
        "start",
        "evolve",
        "spread",
        "become",
        "exist",
        "rise",
    }
)


def is_clear_third_person(token: Token) -> bool:
    """Tell "improves" from "records", which can be a plural noun."""
    third = token.lower.endswith("s") and token.lower != token.verb
    return bool(token.verb) and third and token.verb not in en.NOUNS_FIRST


_PLURALS = frozenset({"people", "men", "women", "children", "staff", "police", "criteria", "media"})
_MERE_NO = frozenset(
    {"not", "never", "no", "rarely", "seldom", "hardly", "scarcely", "barely", "without", "neither", "nor"}
)


def _can_lead(before: Sequence[Token]) -> bool:
    """Tell whether the last auxiliary takes a bare verb (can plan, don't plan), not a noun (is plan)."""
    plain = (
        t.lower
        for t in reversed(before)
        if t.tag in (Tag.AUXILIARY, Tag.NEGATION) and t.lower not in _MERE_NO
    )
    return next(plain, "is") not in en.BE | {"has", "have", "had", "having"}


def _tag_of_past(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell a participle or past tense from an adjective (distributed teams, strong written skills)."""
    before_noun = bool(following) and following[0].tag in Tag.NOUNS
    past, past_participle = en.IRREGULAR.get(token.verb, ("", ""))
    if (
        before_noun
        and past != past_participle == token.lower
        and previous not in (Tag.AUXILIARY, Tag.NEGATION)
    ):
        return Tag.WORD
    if previous in ("", Tag.DETERMINER, Tag.PREPOSITION) and before_noun:
        return Tag.WORD
    if previous in "XN" and previous:
        return Tag.PARTICIPLE
    if previous in (Tag.PRONOUN, Tag.CONNECTIVE, Tag.TO):
        return Tag.VERB
    if previous in Tag.NOUNS and token.verb in _INTRANSITIVE and _has_no_verb(before):
        return Tag.VERB
    if previous in Tag.NOUNS:
        finite = bool(following) and following[0].tag in "DWTR" and _has_no_verb(before)
        return Tag.VERB if finite else Tag.PARTICIPLE
    joined = previous == Tag.CONJUNCTION and len(before) > 1 and before[-2].tag == Tag.WORD
    return Tag.WORD if before_noun and (previous == "," or joined) else Tag.PARTICIPLE


def _clause(before: Sequence[Token]) -> Sequence[Token]:
    """Give the words since the last clause boundary."""
    for number in range(len(before) - 1, -1, -1):
        if before[number].tag in (";", ":", "-", "(", ")", Tag.CONNECTIVE, "."):
            return before[number + 1 :]
    return before


def _has_verb(before: Sequence[Token]) -> bool:
    return any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE) for token in _clause(before))


def _has_no_verb(before: Sequence[Token]) -> bool:
    """Tell whether the clause still lacks its verb, so that this word can be it."""
    clause = list(_clause(before))
    commas = [number for number, token in enumerate(clause) if token.tag == ","]
    after_comma = clause[commas[-1] + 1 :] if commas else clause
    return not any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after_comma)


def _agrees_with_verb(before: Sequence[Token], lower: str, *, or_auxiliary: bool = False) -> bool:
    """Tell whether a second verb has the form of the first: plans … and builds; can plan … and build."""
    tags = (Tag.VERB, Tag.AUXILIARY) if or_auxiliary else (Tag.VERB,)
    first = next((t for t in reversed(_clause(before)) if t.tag in tags), None)
    return first is not None and first.text.lower().endswith("s") == lower.endswith("s")


def _coordinated(before: Sequence[Token]) -> bool:
    return any(token.tag == Tag.CONJUNCTION for token in before[-4:-1])
