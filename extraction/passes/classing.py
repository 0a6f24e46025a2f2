"""The classes of all entries: declared, decided in a review, or told by the noun of the label or by the genus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.classes import BARE, Classifier, names_like_a_place, names_like_people
from rolegraph.extraction.links.linking import class_of_entry
from rolegraph.extraction.prose.genus_classes import Genus
from rolegraph.extraction.review.doubts import DoubtfulClass
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.links.linking import Glossary, Merged
    from rolegraph.extraction.review.doubts import Rulings
    from rolegraph.ontology import Ontology

__all__ = ["Classing"]


class Classing:
    """Tells the class of each entry; ``doubts`` are those whose label and definitions do not tell the same.

    ``told`` is what the genus of each entry's definition tells, by the id of the entry.
    """

    def __init__(self, ontology: Ontology, told: Mapping[int, Genus], rulings: Rulings) -> None:
        self._told, self._rulings = told, rulings
        self.classes: dict[str, Classes] = {}
        self.doubts: list[DoubtfulClass] = []
        self._classifier = Classifier(ontology, self.classes)

    def tell(self, glossary: Glossary) -> dict[str, Classes]:
        """Go through the entries in the order of keys: what a genus names may have its class by then."""
        for key, merged in glossary.merged.items():
            self.classes[key] = self._of(merged)
        return self.classes

    def _of(self, merged: Merged) -> Classes:
        ruled = self._rulings.of_class(merged.label, merged.entries[0].language)
        if ruled is not None:
            return ruled
        declared = [iri for entry in merged.entries for iri in entry.classes]
        by_label = self._of_label(merged.entries[0])
        genera = list(self._of_genera(merged))
        genus = genera[0] if genera else ()
        misleads = names_like_people(by_label, genus) or names_like_a_place(by_label, genus)
        chosen = class_of_entry(declared, () if misleads else by_label, genus)
        if not declared:
            self._doubt(merged, chosen, [classes for classes in (by_label, *genera) if classes])
        return chosen

    def _of_label(self, entry: Entry) -> Classes:
        """Tell the class by the noun of a label; one that means several things tells none."""
        if entry.is_homonym:
            return ()
        told = self._classifier.of_name(entry.label, entry.language)
        told = () if entry.label.lower() in BARE else told
        party = (
            primary(entry.language) == "en" and singular(entry.label.lower().rpartition(" ")[2]) in en.PARTIES
        )
        return told or ((RG + "Role",) if party else ())

    def _of_genera(self, merged: Merged) -> Iterator[Classes]:
        for entry in merged.entries:
            genus = self._told.get(id(entry), Genus())
            found = self._classifier.of_phrase(genus.phrase) if genus.phrase else genus.classes
            if found:
                yield found

    def _doubt(self, merged: Merged, chosen: Classes, told: list[Classes]) -> None:
        """Note a class beside which something tells another."""
        others = [classes for classes in told if not set(classes) & set(chosen)]
        if not (chosen and others):
            return
        entry = next((one for one in merged.entries if one.definition), merged.entries[0])
        first = next(sentences(entry.definition, entry.language), None) if entry.definition else None
        quote, line = (first.text, first.first) if first else (merged.label, entry.first)
        names = (merged.label, entry.language, chosen[0], others[0][0])
        self.doubts.append(DoubtfulClass(*names, entry.source, line, quote))
