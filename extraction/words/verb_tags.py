"""Tells verbs from nouns that look alike: whether "plans" or "written" is a verb where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_firm
from rolegraph.extraction.words.inflection import looks_plural, names_doer, participle, singular
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import PARTICLES
from rolegraph.extraction.words.verb_places import (
    can_only_be_verb,
    clause_before,
    coordinated,
    ends_gerund_subject,
    goes_on_as_noun,
    has_no_verb,
    has_possessive,
    has_verb,
    is_adverbial,
    is_clear_third_person,
    is_named,
    is_plural,
    meaningful,
    one_before_of,
    plural_before_cases,
    plural_before_of,
    plural_before_place,
)
from rolegraph.extraction.words.verb_turns import joins_third_person, names_cases, tag_in_turn

__all__ = [
    "has_possessive",
    "is_clear_third_person",
    "is_phrasal_verb",
    "is_plural",
    "meaningful",
    "opens_gapped_clause",
    "tag_of_verb",
]


def tag_of_verb(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell a verb ("a team plans", "and plans the week") from a noun or an adjective of the same form."""
    lower = token.text.lower()
    third = lower.endswith("s") and lower != token.verb
    if turn := tag_in_turn(before, token, previous, following):
        return turn
    if previous in Tag.NOUNS and _is_compound(before, lower, following):
        return Tag.WORD
    if (
        previous == Tag.AUXILIARY
        and lower == token.verb == participle(token.verb)
        and _is_passive_auxiliary(before)
    ):
        return Tag.PARTICIPLE  # "is run by", "was set up"
    if (lower != token.verb and (lower.endswith("ed") or not third)) or lower == "found":
        return _tag_of_past(before, token, previous, following)
    if previous == Tag.CONNECTIVE and third and _is_subject_of(before, following):
        return Tag.WORD
    if previous in (Tag.TO, Tag.PRONOUN, Tag.CONNECTIVE) or (
        previous in "XN" and previous and _can_lead(before)
    ):
        return Tag.VERB
    if tag := _tag_by_clause(before, token, previous, following):
        return tag
    if previous in ("", Tag.DETERMINER, Tag.PREPOSITION) or has_possessive(before):
        return Tag.WORD
    if previous in Tag.NOUNS:
        return _tag_behind_noun(before, token, following)
    return _tag_in_series(before, token, previous, following)


def _is_subject_of(before: Sequence[Token], following: Sequence[Token]) -> bool:
    """Tell the noun of "where screens remove rags", whose verb stands behind it."""
    relative = before[-1].tag != Tag.CONNECTIVE or before[-1].lower in ("that", "which", "who")
    verb = following[0] if following else None
    return not relative and verb is not None and verb.tag in (Tag.WORD, Tag.VERB) and can_only_be_verb(verb)


def _tag_by_clause(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Give the tag of a word that the clause before it asks for; empty where it asks for none."""
    third = token.lower.endswith("s") and token.lower != token.verb
    if previous in Tag.NOUNS and third and _awaits_verb(before, token, following):
        return Tag.VERB
    if previous == "," and _resumes(before, token, following):
        return Tag.VERB
    if (
        previous in Tag.NOUNS
        and _fills_relative(before)
        and (_agrees_with_noun(before, token) or before[-1].text.istitle())
    ):
        return Tag.VERB
    if previous in Tag.NOUNS and third and ends_gerund_subject(before, token, following):
        return Tag.VERB
    bare = token.lower == token.verb and token.verb not in en.NOUNS_FIRST
    if previous == Tag.GERUND and bare and plural_before_cases(before):
        return Tag.VERB  # "industries such as banking still depend on …"
    if previous == Tag.GERUND and is_clear_third_person(token) and has_no_verb(before) and following:
        return Tag.VERB if following[0].tag in "DWT" else Tag.WORD
    if previous == ";" and is_clear_third_person(token) and following and following[0].tag in "DTWAP":
        return Tag.VERB
    if not previous and before and is_clear_third_person(token) and following[:1] != []:
        return Tag.VERB  # "Typically includes passwords"
    if not previous and third and following and following[0].tag == Tag.DETERMINER:
        return Tag.WORD if opens_gapped_clause(token, following) else Tag.VERB
    return ""


def _tag_behind_noun(before: Sequence[Token], token: Token, following: Sequence[Token]) -> str:
    """Tell the verb of the noun before it from the noun of "user plans"."""
    third = token.lower.endswith("s") and token.lower != token.verb
    last = not following or following[0].tag in ".:"
    opens = not has_verb(before) if last else following[0].tag in "WTDPRASIN" or _joins_verb(following)
    sure = is_clear_third_person(token) or (_agrees_with_noun(before, token) and opens)
    if before[-1].tag == Tag.ADVERB and sure and has_no_verb(before):
        return Tag.VERB  # "the board first approves and then audits": no noun stands behind an adverb
    if last and is_clear_third_person(token) and has_no_verb(before) and _agrees_with_noun(before, token):
        return Tag.VERB  # "an offer is made, and onboarding begins"
    if token.lower == token.verb and _is_bare_infinitive(before):
        return Tag.VERB
    past = en.IRREGULAR.get(token.verb, ("",))[0] == token.lower and token.verb not in en.NOUNS_FIRST
    of_many = plural_before_of(before) and can_only_be_verb(token)  # "the parts of a kiln include"
    if token.lower == token.verb and not past and _opens_with_one(before) and not of_many:
        return Tag.WORD  # "a good grasp of rules": one does not "grasp"
    sure = before[-1].tag == Tag.TERM and (third or _takes_object(following) or _opens_relative(before))
    likely = sure or token.verb not in en.NOUNS_FIRST or (bool(following) and following[0].tag in "DR")
    fits = _agrees_with_noun(before, token) or en.IRREGULAR.get(token.verb, ("",))[0] == token.lower
    many = not third and bool(following) and following[0].tag == Tag.DETERMINER and plural_before_of(before)
    many = many or (
        not third and _opens_with_many(before) and following[:1] != [] and following[0].tag in "TD"
    )
    if many or _is_deed_of_many(before, token, following):
        likely = fits = True
    alone = third and _opens_with_one(before) and not goes_on_as_noun(following)
    likely = likely or _is_deed_of_plural(before, token, following) or alone
    return Tag.VERB if opens and fits and likely and has_no_verb(before) else Tag.WORD


def _tag_in_series(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell the second verb of "plans and builds" from a noun behind "and" or a comma."""
    lower = token.lower
    third = lower.endswith("s") and lower != token.verb
    objects = bool(following) and following[0].tag in "DRTW" and has_verb(before)
    objects = objects or (third and previous == "," and bool(following) and joins_third_person(following))
    objects = objects or [each.tag for each in following[:2]] == [Tag.ADVERB, Tag.WORD]  # "first interviews"
    if not third and _is_listed(before, token, previous, following):
        return Tag.WORD
    if third and previous == Tag.CONJUNCTION and before[-1].tag == Tag.ADVERB and has_verb(before):
        return Tag.VERB  # "and often leads to a contract": no noun stands behind an adverb
    agrees = _agrees_with_verb(before, lower, or_auxiliary=_goes_on(token, previous, following))
    if third and previous == Tag.CONJUNCTION and agrees and _goes_on_with_particle(token, following):
        return Tag.VERB
    onward = bool(following) and following[0].tag == Tag.PREPOSITION and following[0].lower != "of"
    sure = token.verb not in en.NOUNS_FIRST and lower not in en.PLAIN_ADJECTIVES
    phrasal = onward and lower == token.verb and (sure or token.verb in _PHRASAL)
    if phrasal and previous == Tag.CONJUNCTION and agrees and not before[-2].text.endswith("ing"):
        return Tag.VERB
    return Tag.VERB if previous in "C,-" and objects and agrees else Tag.WORD


_HOLDING = frozenset({"include", "contain", "comprise", "cover"})


def _is_listed(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> bool:
    """Tell a noun in a list from a further verb: "include cost per hire and offer acceptance"."""
    if token.verb not in en.NOUNS_FIRST or not following or following[0].tag != Tag.WORD:
        return False
    verb = next((each.verb for each in reversed(before) if each.tag == Tag.VERB), "")
    joined = next((n for n, each in enumerate(following) if each.tag == Tag.CONJUNCTION), 0)
    closes = 0 < joined < len(following) - 1 and not following[joined + 1].verb
    return verb in _HOLDING or (previous == "," and closes) or names_cases(before)


def _is_passive_auxiliary(before: Sequence[Token]) -> bool:
    """Tell whether a form of "be" stands before, adverbs between."""
    last = next((token for token in reversed(before) if not is_adverbial(token)), None)
    return last is not None and last.lower in en.BE | {"been", "being", "be"}


_DATING = frozenset({"before", "after", "until", "till", "since", "once", "if", "when", "unless", "because"})


def _awaits_verb(before: Sequence[Token], token: Token, following: Sequence[Token]) -> bool:
    """Tell the verb that ends "of where clay comes from", "before the sprint ends" from one more noun."""
    start = len(before)
    while start and (before[start - 1].tag in Tag.NOUNS or before[start - 1].tag == Tag.DETERMINER):
        start -= 1
    opening = before[start - 1] if start else None
    closed = not following or following[0].tag in ".,;"
    if opening is None or not closed or looks_plural(before[-1].text):
        return False
    dated = opening.lower in _DATING and before[start].tag == Tag.DETERMINER
    asked = opening.tag == Tag.CONNECTIVE and opening.lower in en.QUESTION_WORDS
    return dated or (asked and is_clear_third_person(token))


def _joins_verb(following: Sequence[Token]) -> bool:
    """Tell the first verb of "opens and empties the kiln" by the second, which is a verb beyond doubt."""
    pair = following[0].tag == Tag.CONJUNCTION and len(following) > 2 and following[2].tag in "DRT"
    return pair and (is_clear_third_person(following[1]) or can_only_be_verb(following[1]))


def _goes_on(token: Token, previous: str, following: Sequence[Token]) -> bool:
    """Tell a third person that can follow on an auxiliary: "is run by a team, uses a tool and lets others look"."""
    behind = following[0].tag if following else "-"
    if not token.lower.endswith("s") or token.lower == token.verb:
        return False
    if previous == Tag.CONJUNCTION:
        return behind in "DRT" or is_clear_third_person(token)
    return previous == "," and behind in "DR"


_PHRASAL = frozenset({"look", "search", "care", "watch", "listen"})


def _goes_on_with_particle(token: Token, following: Sequence[Token]) -> bool:
    """Tell the second verb of "sets targets and signs off changes", "leads meetings and speaks for the board"."""
    tags = [each.tag for each in following[:2]]
    particle = bool(following) and following[0].lower in PARTICLES and tags[1:] in (["D"], ["W"], ["T"])
    return particle or (is_clear_third_person(token) and tags[:1] in ([Tag.PREPOSITION], [Tag.ADVERB]))


def _resumes(before: Sequence[Token], token: Token, following: Sequence[Token]) -> bool:
    """Tell the verb behind an aside: "the buyer, not the seller, makes the decision"."""
    aside = _is_behind_aside(before)
    opening = next((n for n, each in enumerate(before) if each.tag == ","), 0)
    many = opening > 0 and is_plural(before[opening - 1]) and can_only_be_verb(token)
    agrees = many if token.lower == token.verb else is_clear_third_person(token)
    cases = [each.lower for each in before[opening + 1 : opening + 3]] == [
        "such",
        "as",
    ]  # ", such as Alder, (absorb)"
    behind = bool(following) and following[0].tag in ("DRTW" if cases else "D")
    return aside and agrees and behind


def _is_behind_aside(before: Sequence[Token]) -> bool:
    """Tell whether the second of two commas ends here, and no verb stands before."""
    finite = any(each.tag in (Tag.VERB, Tag.AUXILIARY) for each in clause_before(before))
    return sum(each.tag == "," for each in before) > 1 and not finite


def _fills_relative(before: Sequence[Token]) -> bool:
    """Tell whether "that" or "which" and a subject stand before, so that a verb is due: "a fee a port (levies)"."""
    clause = clause_before(before)
    opening = before[len(before) - len(clause) - 1] if len(clause) < len(before) else None
    relative = opening is not None and opening.lower in ("that", "which", "whom")
    subject = bool(clause) and all(token.tag in "DWTA" for token in clause)
    governed = [each.lower for each in before[: len(before) - len(clause) - 1][-1:]] == ["from"]
    return relative and subject and (governed or clause[0].tag in (Tag.DETERMINER, Tag.TERM))


_RELATING = frozenset({"related", "based", "oriented"})
_PURE_ADJECTIVES = ("ous", "ful", "less", "ical", "ional")
_NEVER_NOUNS = en.words(
    "new old big large small larger smaller short long brief early late strong weak recent other various several "
    "important necessary successful popular appropriate relevant suitable proper adequate simple complex"
)


def _is_compound(before: Sequence[Token], lower: str, following: Sequence[Token]) -> bool:
    """Tell "trial related activities", "viscous forces" and "new hires" from a noun and its verb."""
    relating = lower in _RELATING and bool(following) and following[0].tag in Tag.NOUNS
    last = before[-1].lower
    adjective = before[-1].tag == Tag.WORD and (last.endswith(_PURE_ADJECTIVES) or last in _NEVER_NOUNS)
    return relating or (adjective and lower.endswith("s"))


def opens_gapped_clause(token: Token, following: Sequence[Token]) -> bool:
    """Tell "stages a deal passes" from "stages a play": a noun, and a clause that says something of it."""
    tags = [each.tag for each in following[:2]]
    subject = tags in ([Tag.DETERMINER, Tag.WORD], [Tag.DETERMINER, Tag.TERM])
    subject = subject and following[0].lower in ("a", "an")
    clause = subject and len(following) > 2 and is_clear_third_person(following[2])
    return clause and token.verb in en.NOUNS_FIRST


def _takes_object(following: Sequence[Token]) -> bool:
    return bool(following) and (following[0].tag in Tag.NOUNS or following[0].lower == "to")


def _opens_relative(before: Sequence[Token]) -> bool:
    """Tell whether "that" or "which" stands before the last noun, so that its verb is due: "that managers use"."""
    start = [token.tag for token in before[-3:-1] if token.tag != Tag.DETERMINER]
    return bool(start) and start[-1] == Tag.CONNECTIVE


def _is_deed_of_many(before: Sequence[Token], token: Token, following: Sequence[Token]) -> bool:
    """Tell the verb of "agents of a provider work in its system", where a plural of doers hangs on one of many."""
    one = len(before) > 3 and before[-2].tag == Tag.DETERMINER and before[-2].lower in ("a", "an")
    acting = one and names_doer(singular(before[-4].lower)) and plural_before_of(before)
    placed = bool(following) and following[0].tag == Tag.PREPOSITION
    return acting and placed and token.lower == token.verb


def _is_deed_of_plural(before: Sequence[Token], token: Token, following: Sequence[Token]) -> bool:
    """Tell the verb of "agents answer calls": a plural seldom stands before a noun that it describes."""
    plural = looks_plural(before[-1].text) and before[-1].lower not in en.PLURAL_MODIFIERS
    if not plural or token.lower != token.verb or not following or following[0].tag not in Tag.NOUNS:
        return False
    objects = [each for each in following if each.tag in Tag.NOUNS]
    return looks_plural(objects[-1].text) and not goes_on_as_noun(following)


def _opens_with_one(before: Sequence[Token]) -> bool:
    """Tell whether "a", "each" or "every" opens the noun phrase, so that no plural ends it: "a van uses fuel"."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n].tag not in Tag.NOUNS), -1)
    return place >= 0 and before[place].lower in ("a", "an", "each", "every")


def _opens_with_many(before: Sequence[Token]) -> bool:
    """Tell whether nothing but a plural of those who act opens the sentence: "Companies track cash flow"."""
    return len(before) == 1 and looks_plural(before[0].text) and names_firm(before[0].lower)


def _is_bare_infinitive(before: Sequence[Token]) -> bool:
    """Tell whether "help", "let" or "make" stands before, which a bare verb follows: "helps teams build"."""
    verbs = [token.verb for token in clause_before(before) if token.tag in Tag.VERBS]
    return bool(verbs) and verbs[-1] in ("help", "let", "make") and is_plural(before[-1])


def is_phrasal_verb(
    before: Sequence[Token], token: Token, following: Sequence[Token], verbs: Mapping[str, str]
) -> bool:
    """Tell a verb by its preposition: "works with designers", "owns the roadmap and reports to the CPO"."""
    if not token.verb or not following or f"{token.lower} {following[0].lower}" not in verbs:
        return False
    previous = meaningful(before)
    if not before:
        return token.lower.endswith("s") and token.lower != token.verb
    if previous in (Tag.CONJUNCTION, ","):
        return has_verb(before) and _agrees_with_verb(before, token.lower, or_auxiliary=True)
    agrees = _agrees_with_noun(before, token) or (token.lower.endswith("s") and one_before_of(before))
    return previous in Tag.NOUNS and agrees and has_no_verb(before)


def _agrees_with_noun(before: Sequence[Token], token: Token) -> bool:
    """Tell whether a verb has the form that the noun before it asks for: manager works, managers work."""
    third = token.lower.endswith("s") and token.lower != token.verb
    noun = next((each for each in reversed(before) if not is_adverbial(each)), None)
    if noun is None:
        return False
    plural = is_plural(noun) or coordinated(before)
    if not third and noun.text[:1].isupper() and not plural:
        plural = plural_before_place(before)
    if not third and not plural and token.verb not in en.NOUNS_FIRST:
        plural = plural_before_of(before) or plural_before_cases(before)
    if third and is_clear_third_person(token) and is_named(before):
        return True  # "Calder Services runs …"
    return third != plural or (
        third and (noun.tag == Tag.TERM or (is_clear_third_person(token) and one_before_of(before)))
    )


_INTRANSITIVE = en.words(
    "emerge grow begin arise appear originate start evolve spread become exist rise look belong happen "
    "occur respond listen result"
)


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


_BEFORE_ADJECTIVES = ("", Tag.DETERMINER, Tag.PREPOSITION, Tag.VERB, Tag.GERUND)  # "uses shared tools"


def _tag_of_past(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell a participle or past tense from an adjective (distributed teams, strong written skills)."""
    before_noun = bool(following) and following[0].tag in Tag.NOUNS
    if previous == Tag.DETERMINER and _joins_modifier(following):
        return Tag.WORD
    past, past_participle = en.IRREGULAR.get(token.verb, ("", ""))
    if (
        before_noun
        and past != past_participle == token.lower
        and previous not in (Tag.AUXILIARY, Tag.NEGATION)
    ):
        return Tag.WORD
    if before_noun and (previous in _BEFORE_ADJECTIVES or _ends_in_adjective(before)):
        return Tag.WORD
    if previous in "XN" and previous:
        return Tag.PARTICIPLE
    if previous in (Tag.PRONOUN, Tag.CONNECTIVE, Tag.TO):
        return Tag.VERB
    done_by = bool(following) and following[0].lower == "by"
    if previous == "," and before_noun and _is_behind_aside(before):
        return Tag.VERB  # "Bolt, introduced in May, replaced …"
    if previous in Tag.NOUNS and token.verb in _INTRANSITIVE and has_no_verb(before) and not done_by:
        return Tag.VERB
    if previous in Tag.NOUNS and _fills_relative(before) and not done_by:
        return Tag.VERB
    if previous in Tag.NOUNS:
        named = token.verb in ("call", "name", "term") and before_noun  # "machines called nodes"
        finite = bool(following) and following[0].tag in "DWTR" and has_no_verb(before) and not named
        finite = finite and not _is_passive(following)  # "lines picked divided by hours"
        finite = finite and following[0].lower not in _BY_MEANS  # "a check performed using a scanner"
        return Tag.VERB if finite else Tag.PARTICIPLE
    joined = previous == Tag.CONJUNCTION and len(before) > 1 and before[-2].tag in (Tag.WORD, ",")
    return Tag.WORD if before_noun and (previous == "," or joined) else Tag.PARTICIPLE


_BY_MEANS = frozenset({"using", "according", "following", "including"})


def _joins_modifier(following: Sequence[Token]) -> bool:
    """Tell "(a planned) and approved sale", whose noun comes behind a second modifier."""
    joined = len(following) > 2 and following[0].tag == Tag.CONJUNCTION
    return joined and following[1].tag == Tag.WORD and following[2].tag in Tag.NOUNS


def _is_passive(following: Sequence[Token]) -> bool:
    """Tell whether "divided by" and the like follow."""
    return following[0].lower.endswith("ed") and len(following) > 1 and following[1].lower == "by"


def _ends_in_adjective(before: Sequence[Token]) -> bool:
    """Tell whether "a drug's" or "end-to-end" stands before, behind which a participle describes a noun too."""
    return has_possessive(before) or (
        bool(before) and before[-1].tag == Tag.WORD and before[-1].text.count("-") > 1
    )


def _agrees_with_verb(before: Sequence[Token], lower: str, *, or_auxiliary: bool = False) -> bool:
    """Tell whether a second verb has the form of the first: plans … and builds; can plan … and build."""
    tags = (Tag.VERB, Tag.AUXILIARY) if or_auxiliary else (Tag.VERB,)
    verbs = [t for t in clause_before(before) if t.tag in tags]
    first = verbs[-1] if verbs else None
    if lower.endswith("s") and len(verbs) > 1 and verbs[0].tag == Tag.VERB and verbs[0].lower.endswith("s"):
        return True  # "cuts the time to fill a post and makes …"
    return first is not None and first.text.lower().endswith("s") == lower.endswith("s")
