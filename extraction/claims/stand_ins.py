"""What a phrase stands for: "the role", "this model", "the use of a lock gate" for the headword."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.topic_words import before_complement, is_done, names_success
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["StandIns"]

_HOLDERS = frozenset({"post holder", "job holder", "role holder", "successful candidate"})
_DEFINITE = frozenset({"", "the", "this", "that", "these", "its", "their", "a", "an"})
_POINTING = frozenset({"this", "these", "that", "those", "such"})
_POINTS = frozenset({"moment", "point", "stage", "milestone", "event"})  # "This moment marks the start of X"
# "This activity follows a call": what the sentence before spoke of.
_GENERAL = en.words(
    "activity document metric measure figure amount fee event stage phase meeting tool agreement number "
    "rate list report feature software platform setting plan step"
)
_MASS = (
    "ing",
    "ment",
    "tion",
    "ance",
    "ness",
    "ship",
)  # "Onboarding" of customer onboarding needs no article
_COURSES = frozenset({"process", "flow", "workflow", "cycle", "practice", "procedure", "approach"})
_NOTIONS = frozenset(
    {"model", "idea", "word", "notion", "arrangement", "scheme", "technique", "method", "system"}
)
_USES = frozenset({"role", "use", "presence", "adoption", "implementation", "introduction", "work"})
_PEOPLE = en.words("people person one individual someone professional week title")
_POSTS = frozenset({"role", "position", "job", "post"})  # an article on a practice speaks of others


class StandIns:
    """Tells where a phrase stands for ``topic``, the headword, or for what the sentence before spoke of.

    ``kind`` is the noun of what an earlier sentence says that the headword is; ``acts`` tells who can act.
    """

    def __init__(self, topic: Phrase, kind: str, acts: Callable[[Phrase], bool]) -> None:
        self._topic, self._kind, self._acts = topic, kind, acts

    def named(self, phrase: Phrase, referent: Phrase) -> Phrase:
        """Give what "the store" and "the practice" name where no verb has them for its subject, else the phrase."""
        if is_done(phrase, self._topic):
            return self._topic  # "runs A/B tests" in an article on A/B testing
        pointing = phrase.determiner in ("the", "this") and phrase.form == "noun" and " " not in phrase.text
        kind = phrase.determiner in ("this", "such") and phrase.head in en.KINDS and phrase.form == "noun"
        pointing = (pointing and phrase.head not in _PEOPLE) or kind
        if phrase.form == "noun" and not phrase.keys and not phrase.determiner and not phrase.plural:
            return self._topic if self._is_short_for_topic(phrase) else phrase
        resolved = self.meant(phrase, referent) if pointing and not phrase.keys else None
        return resolved if resolved is not None and resolved.keys == self._topic.keys else phrase

    def _is_kind(self, phrase: Phrase) -> bool:
        """Tell "this fee" and "the fee" where the sentence before says that the headword is a fee."""
        bare = phrase.determiner == "this" or (phrase.determiner == "the" and " " not in phrase.text)
        return bool(self._kind) and bare and singular(phrase.head) == self._kind

    def _is_short_for_topic(self, phrase: Phrase) -> bool:
        """Tell "researchers" or "the researcher" where the headword is a UX researcher, "a lake" for a data lake.

        "A researcher" can be another one.
        """
        words = before_complement(self._topic.text.lower().split())
        mass = not phrase.determiner and phrase.head.endswith(_MASS)
        any_one = phrase.determiner in ("a", "an") and not self._acts(self._topic)
        named = phrase.plural or phrase.determiner == "the" or mass or any_one
        named = named or (not phrase.determiner and not self._acts(self._topic))
        alone = " " not in phrase.text and " " in self._topic.text and named
        return alone and singular(phrase.head) == singular(words[-1])

    def _is_of_topic(self, phrase: Phrase, *, measuring: bool) -> bool:
        """Tell "their presence" and "the use of a lock gate", which do what the headword does."""
        owned = phrase.determiner in ("its", "their") and " " not in phrase.text
        named = phrase.head_keys == self._topic.keys or self._topic.text.lower() in phrase.text.lower()
        named = named or phrase.text.lower().endswith((f" {self._topic.head}", f" the {self._topic.head}"))
        first = phrase.text.lower().split()[0]
        told = first in _USES or (measuring and first in en.MEASURED)  # "the success of a lock gate"
        return told and (owned or (" of " in phrase.text and named))

    def meant(self, phrase: Phrase, referent: Phrase, *, measuring: bool = False) -> Phrase | None:
        """Put the topic in the place of "the role", "the term", "a product manager's week".

        "This model" is the topic where its name says so ("squad model"); else what it stands for is not known, unless
        it is the ``referent``, of which the sentence before spoke. With ``measuring`` "success" stands for the topic.
        """
        if phrase.keys:
            return phrase
        if self._is_of_topic(phrase, measuring=measuring) or is_done(phrase, self._topic):
            return self._topic
        others = phrase.head == "people" and " " in phrase.text and not self._acts(self._topic)
        stands_in = phrase.head in en.STAND_INS or phrase.text.lower() in _HOLDERS
        stands_in = stands_in and phrase.text not in ("IT", "US")
        stands_in = stands_in and (phrase.head not in _POSTS or self._acts(self._topic))
        if stands_in and phrase.determiner in _DEFINITE and len(phrase.text.split()) <= 3:
            return phrase if others else self._topic
        if self._is_short_for_topic(phrase):
            return self._topic
        acts = self._acts(self._topic)
        if phrase.determiner in ("the", "this") and phrase.text.lower() in _COURSES:
            return self._topic
        if phrase.determiner == "the" and phrase.text.lower() in _NOTIONS and not acts:
            return self._topic
        if phrase.head in en.MEASURED and phrase.determiner in _DEFINITE and " " not in phrase.text:
            return self._topic if measuring else None
        if measuring and names_success(phrase, self._topic):
            return self._topic
        if measuring and phrase.determiner in ("its", "their", "his", "her"):
            return self._topic  # "Its accuracy is judged by …"
        if self._is_kind(phrase):
            return self._topic
        if phrase.determiner in _POINTING:
            if phrase.determiner in ("this", "such") and phrase.head in en.KINDS:
                return referent
            if phrase.determiner == "these" and self._topic.plural and singular(phrase.head) in _GENERAL:
                return self._topic  # "These one-time fees include …" below *Closing costs*
            if phrase.determiner == "this" and phrase.text.lower() in _POINTS | _GENERAL:
                return None if acts and referent == self._topic else referent
            return self._topic if phrase.head in self._topic.text.lower().split() else None
        return phrase
