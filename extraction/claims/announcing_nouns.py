"""What a noun announces of the headword: "Its benefits include A", "The goal of X is to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import LESSENING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.ontology import RelationType

__all__ = ["BENEFITS", "benefits", "is_of_noun", "told_by_noun"]

BENEFITS = frozenset({"benefits", "advantages"})
_AIMS = en.words("goal goals objective objectives aim aims purpose purposes")
_TASKS = en.words("responsibility responsibilities duty duties task tasks job role")
_RELATIONS = {
    **dict.fromkeys((*BENEFITS, *_AIMS), "supports"),
    **dict.fromkeys(_TASKS, "responsibleFor"),
    **dict.fromkeys(("skills", "competencies", "qualifications"), "requiresSkill"),
    **dict.fromkeys(("metrics", "kpis"), "measuredBy"),
    **dict.fromkeys(("applications",), "appliesTo"),
    **dict.fromkeys(("tools",), "uses"),
    **dict.fromkeys(("outcome", "output", "deliverable", "deliverables", "outputs", "outcomes"), "produces"),
}
# These announce something of the headword only behind a word that says no more than how usual they are.
_YARDSTICKS = en.words("measures indicators yardsticks figures indicator measure metric yardstick")
_USUAL = en.words(
    "common typical usual key main popular standard important other further additional frequent the its their most"
)
_LISTING = en.words("include includes are is comprise involve involves cover covers encompass encompasses")
_MOST_WORDS = 8
_NOUNS = ("tion", "ment", "ness", "ity", "ship", "ance", "ence", "acy", "athy")
_WHOLES = {
    **dict.fromkeys(
        en.words("components elements parts steps stages phases pillars features activities"), "partOf"
    ),
    **dict.fromkeys(en.words("types kinds forms"), "broader"),
    **dict.fromkeys(("causes", "drivers"), "produces"),
    "members": "memberOf",
}
_TASKS_OF_WORK = en.words("tasks activities duties")  # those of a practice are parts of it
_SOME = en.words("some one many most several few two three")


def told_by_noun(
    main: Sequence[Token],
    topic: Phrase,
    relation: Callable[[str], RelationType],
    acts: Callable[[Phrase], bool],
    is_aim: Callable[[int], bool],
) -> Iterator[Claim]:
    """Read a sentence whose subject is what the headword has: benefits, a goal, duties.

    ``acts`` tells who can have duties and skills, ``is_aim`` the place of a verb whose object is an aim of its own.
    """
    some = 2 if [token.lower for token in main[1:2]] == ["of"] and main[0].lower in _SOME else 0
    main = main[some:]  # "Some of the benefits of a kiln are …"
    position = next((n for n, token in enumerate(main) if _announces(main, n)), -1)
    if position < 0 or not _opens(main, position):
        return
    owner, end = _owner(main, position + 1, topic)
    name = "measuredBy" if main[position].lower in _YARDSTICKS else _RELATIONS.get(main[position].lower, "")
    joined = name in ("responsibleFor", "requiresSkill") or main[position].lower == "members"
    if joined and owner is not None and not acts(owner) and main[position].lower in _TASKS_OF_WORK:
        name, joined = "", False
    if owner is None or (joined and not acts(owner)):
        return
    while end < len(main) and main[end].tag in (Tag.ADVERB, Tag.AUXILIARY) and main[end].lower not in en.BE:
        end += 1
    if end >= len(main) or main[end].lower not in _LISTING:
        return
    for phrase in _told(main, end + 1, is_aim):
        if phrase.keys != owner.keys or not owner.keys:
            phrase = phrase._replace(start=phrase.start + some, end=phrase.end + some)
            claim = Claim(
                owner, relation(name or _WHOLES.get(main[position].lower, "partOf")), phrase, rule="kinds"
            )
            yield claim if name else claim.turned()


def _announces(main: Sequence[Token], position: int) -> bool:
    """Tell a noun that announces something of the headword: "benefits"; "common measures", not "safety measures"."""
    word = main[position].lower
    usual = position > 0 and all(token.lower in _USUAL for token in main[:position])
    return word in _RELATIONS or word in _WHOLES or (word in _YARDSTICKS and usual)


def is_of_noun(subject: Phrase) -> bool:
    """Tell "the role of a clerk", "the goals of the plan": what is said of them is told of the clerk and the plan."""
    first, *rest = subject.text.lower().split()
    return (
        not subject.keys
        and first in _RELATIONS.keys() | _WHOLES.keys()
        and first != "role"
        and rest[:1] in (["of"], ["for"])
    )


def _opens(main: Sequence[Token], position: int) -> bool:
    """Tell whether nothing but what belongs to a noun stands before it, and no other noun that has it."""
    before = main[:position]
    plain = all(token.tag in (Tag.DETERMINER, Tag.ADVERB, Tag.WORD) for token in before)
    return plain and not any(token.possessive for token in before) and position < 4


def _owner(main: Sequence[Token], position: int, topic: Phrase) -> tuple[Phrase | None, int]:
    """Give who or what has it and where it ends: the headword, or an entry behind "of"; None for anything else."""
    if position >= len(main) or main[position].lower not in ("of", "for"):
        return topic, position
    start = position + 1 + (main[position + 1 : position + 2] != [] and main[position + 1].tag == Tag.GERUND)
    phrase, end = read_noun_phrase(main, start)
    if phrase is None:
        return None, position
    head = topic.text.lower().split()[-1]
    short = phrase.determiner in ("the", "this", "a", "an") and phrase.text.lower() in (
        head,
        "role",
        "process",
    )
    carried = main[end - 1].lower in en.CARRIERS and any(
        topic.keys[0] in each.keys for each in main[start:end]
    )
    return (phrase if phrase.keys else topic if short or carried else None), end


def _told(main: Sequence[Token], start: int, is_aim: Callable[[int], bool]) -> Iterator[Phrase]:
    """Give what stands behind "is to", deed by deed, or what is listed behind "include"."""
    if start + 1 < len(main) and main[start].tag == Tag.TO:
        yield from _done(main, start + 1, is_aim)
        return
    listed, end = read_list(main, start)
    ends = end >= len(main) or main[end].tag in ".;" or len(listed) > 1
    one = len(listed) == 1 and main[start - 1].lower == "is"
    one = one and (
        listed[0].determiner in ("a", "an") or any(each.lower in _YARDSTICKS | _AIMS for each in main[:start])
    )
    if main[start - 1].lower in en.BE and not one and (len(listed) < 2 or _describes(listed)):
        return
    yield from (phrase for phrase in listed if ends and not phrase.text.lower().startswith("following"))


def _describes(listed: Sequence[Phrase]) -> bool:
    """Tell adjectives, which say how a thing is: "Its benefits are clear and lasting"."""
    return not any(
        " " in phrase.text or phrase.keys or phrase.plural or phrase.text.endswith(_NOUNS)
        for phrase in listed
    )


def _done(main: Sequence[Token], start: int, is_aim: Callable[[int], bool]) -> Iterator[Phrase]:
    for deed in deeds(main, start):
        if is_aim(deed.start) and main[deed.start].verb not in LESSENING:
            yield from deed.objects
            continue
        for text in deed.texts:
            if 1 < len(text.split()) <= _MOST_WORDS:
                yield Phrase(text, "gerund", text.split()[-1].lower(), start=deed.start, end=deed.stop)


def benefits(main: Sequence[Token], subject: Phrase | None, relation: RelationType) -> Iterator[Claim]:
    """Read "brings benefits, such as A and B", where A and B are what the subject supports."""
    for position, token in enumerate(main[:-2]):
        if token.lower not in BENEFITS or subject is None:
            continue
        if any(each.tag == Tag.NEGATION or each.lower == "no" for each in main[:position]):
            continue
        start = position + 1 + (main[position + 1].tag == ",")
        words = [each.lower for each in main[start : start + 2]]
        behind = 2 if words == ["such", "as"] else 1 if words[:1] in (["including"], ["like"]) else 0
        if behind and any(each.tag == Tag.VERB for each in main[:position]):
            listed, _ = read_list(main, start + behind, as_subject=True)
            yield from (Claim(subject, relation, phrase, rule="verb cue", cue=position) for phrase in listed)
