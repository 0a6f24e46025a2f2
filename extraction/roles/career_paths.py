"""Career paths that arrows draw: "Analyst → Senior analyst → Lead", wherever a document has them."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.roles.requirements import asked
from rolegraph.extraction.roles.role_sentences import found_in
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.extraction.entries import Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.roles.role_names import RoleNames
    from rolegraph.extraction.roles.role_sentences import RoleSentences
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["CareerPaths", "Path", "path"]

_ARROW = re.compile(r"\s*(?:[→⟶➔➜⇒➡]\ufe0f?|[-=]{1,2}>)\s*|\s+[>»›]\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OTHER = re.compile(r"\s+(?:or|ou|oder|o)\s+|\s+/\s+")
_TELLS = re.compile(r":\s+|\.\s+(?=[A-Z])|\s[–—-]\s")
_STOP = re.compile(r"[.;]\s+")
_MOST_IN_NAME = 7


class Path(NamedTuple):
    """The steps of a path, each with the names that it stands for, and the text that goes on behind the last one."""

    steps: tuple[tuple[str, ...], ...]
    rest: str = ""


def path(text: str) -> Path | None:
    """Read a path of short names; None for other text.

    What stands before the first name and a colon announces the path; what stands behind the last one and a colon, a
    stop or a dash tells of it.

    >>> path("Analyst (L1) → Senior analyst → Lead or Principal: needs a sponsor")
    Path(steps=(('Analyst',), ('Senior analyst',), ('Lead', 'Principal')), rest='needs a sponsor')
    >>> path("Career path: Clerk -> Senior clerk").steps
    (('Clerk',), ('Senior clerk',))
    """
    parts = _ARROW.split(_BRACKETS.sub("", text).strip(" .;"))
    if len(parts) < 2:
        return None
    first = parts[0].rpartition(": ")[2]
    last, *behind = _TELLS.split(parts[-1], maxsplit=1)
    steps = [_names(part) for part in (first, *parts[1:-1], last)]
    if not all(names and all(len(name.split()) <= _MOST_IN_NAME for name in names) for names in steps):
        return None
    return Path(tuple(steps), " ".join(behind))


def _names(part: str) -> tuple[str, ...]:
    return tuple(name for each in _OTHER.split(part) if (name := each.strip(" .;*_,")))


class CareerPaths:
    """Reads career paths in any language, with the names of a ``ProseReader``."""

    def __init__(self, reader: ProseReader, names: RoleNames, prose: RoleSentences) -> None:
        self._reader, self._names, self._prose = reader, names, prose

    def read(self, passage: Passage, language: str) -> Iterator[Found]:
        """Give a claim for each two steps that follow one another; nothing where the text is no career path.

        A heading that announces a path makes one of any names; without it, each name has to be a role's.
        """
        found = path(passage.span.text[passage.value :])
        steps = [self._phrases(names, language) for names in found.steps] if found else []
        announced = passage.announced.reading(self._reader.ontology) if passage.announced else None
        sure = announced is not None and announced.relation.name == "precedes"
        if not all(steps) or not (sure or all(map(self._are_roles, steps))):
            return
        relation = self._reader.relation("precedes")
        for one, other in pairwise(steps):
            for before, after in product(one, other):
                yield found_in(Claim(before, relation, after, rule="heading"), passage.span)
        if found and found.rest and primary(language) == "en":
            yield from self._asked(passage, found.rest, steps[-1])

    def _asked(self, passage: Passage, rest: str, last: list[Phrase]) -> Iterator[Found]:
        """Read what is asked of those who take the last step: "Clerk → Buyer: must have haggled"."""
        relation = self._reader.relation("requiresSkill")
        for sentence, role in product(_STOP.split(rest), last):
            for claim in self._prose.skills(asked(sentence), relation, role, ()):
                yield found_in(claim, passage.span)

    def _phrases(self, names: tuple[str, ...], language: str) -> list[Phrase]:
        return [phrase for name in names if (phrase := self._names.named(name, language))]

    def _are_roles(self, phrases: list[Phrase]) -> bool:
        return all(map(self._names.is_role, phrases))
