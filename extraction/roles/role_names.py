"""Names on the page of a role: what a label, a heading or a list names, and whether it can stand in a relation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.words.phrases import Phrase
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.roles.role_duties import RoleDuties
    from rolegraph.ontology import RelationType

__all__ = ["WHOLE", "RoleNames"]

WHOLE = frozenset(
    {"memberOf", "hasLevel", "hasTime"}
)  # relations whose objects may have "and" in their names
_REMOTE = re.compile(r"\b(?:remote|hybrid|on-?site|anywhere|office|flexible|home|full|part)\b", re.IGNORECASE)
_SMALL = frozenset(
    {"of", "the", "and", "&", "for", "de", "d'", "des", "du", "la", "le", "et", "der", "und", "y", "del"}
)
_FEW = 3
_PREPOSITIONS = frozenset({"to", "of", "for", "on", "in", "with", "without"})


class RoleNames:
    """Makes phrases of names, with the terms of a ``ProseReader`` in them."""

    def __init__(self, reader: ProseReader, duties: RoleDuties) -> None:
        self._reader, self._duties = reader, duties

    def named(self, name: str, language: str = "en", *, opens: bool = False) -> Phrase | None:
        """Read a name; one that ``opens`` an item has a capital for that alone."""
        start = 0 if opens else -1
        if primary(language) == "en":
            tokens = self._reader.tagged(name)
            keys = [token.keys for token in tokens]
        else:
            keys = [word.keys for word in self._reader.plain(language).tagged(name)]
        if not keys:
            return None
        head = name.lower().split()[-1] if primary(language) != "en" else tokens[-1].lower
        whole = keys[0] if len(keys) == 1 else ()
        last = keys[-1] if primary(language) in ("en", "de") else keys[0]
        return Phrase(name, "noun", head, whole, last, start=start, language=language)

    def is_role(self, phrase: Phrase) -> bool:
        """Tell whether a name is a role's."""
        return self._duties.is_of(phrase, {RG + "Role"})

    def may_lead(self, phrase: Phrase) -> bool:
        """Tell a few words of no known class, which name a superior behind a label that asks for one: "Chief mate"."""
        words = phrase.text.split()
        return (
            len(words) <= _FEW
            and not _PREPOSITIONS & set(words)
            and not self._reader.classifier.of_phrase(phrase)
        )

    def suits(self, phrase: Phrase, relation: RelationType) -> bool:
        """Tell whether a name can be what a label asks for: a place is a proper name, a superior a role."""
        if relation.name == "locatedIn":
            return phrase.text[:1].isupper() and not _REMOTE.search(phrase.text)
        if relation.name in ("reportsTo", "precedes"):
            words = [word for word in phrase.text.split() if word.lower() not in _SMALL]
            capitals = [word[:1].isupper() or word[:2].lower() in ("d'", "l'") for word in words]
            led = relation.name == "reportsTo" and self._duties.leads(phrase)
            return (len(words) <= 5 and all(capitals)) or led or self.is_role(phrase)
        if relation.name == "collaboratesWith" and primary(phrase.language or "en") == "en":
            if re.search(r"[@\d]|www\.", phrase.text):
                return False  # an address
            joined = _PREPOSITIONS & set(phrase.text.lower().split())
            strict = not phrase.text[:1].isupper()
            return (not joined or self.is_role(phrase)) and self._duties.can_take_part(phrase, strict=strict)
        if relation.literal:
            return any(letter.isdigit() for letter in phrase.text)
        return True
