"""What the front matter of an article tells of its term: names, class, definition, related terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Entry, Passage, Skip
from rolegraph.extraction.forms.labelled import Field, layout_of_fields
from rolegraph.extraction.names.heads import is_abbreviation
from rolegraph.extraction.sheets.rows import RowReader
from rolegraph.ontology import Ontology, UnknownName
from rolegraph.readers import Span
from rolegraph.readers.cells import cell_span

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.forms.entry_list import EntryList

__all__ = ["FrontFields", "names_term"]

# Keys, in letters alone: those of other names, of the definition, and of a text that may stand for one.
_SHORT = ("abbreviation", "abbreviations", "acronym", "abbr")
_OTHERS = ("aliases", "alias", "synonyms", "synonym", "altlabel", "also", "aka", "alsoknownas")
_DEFINED = ("definition", "glossarytext", "shortdescription")
_DESCRIBED = ("description", "summary", "excerpt")
# What the keys of a text can relate its term by; others, such as "author" and "location", are of the page.
_RELATIONS = frozenset(
    {"broader", "narrower", "related", "partOf", "hasPart", "distinctFrom", "oppositeOf", "exampleOf"}
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_PAIR = ("label", "value")
_LABELS = ("title", "name", "label", "key")
_NAMES = ("term", "name", "title", "label", "headword", "text", "slug", "id")
_LETTERS = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[/\\#]|\.\w{2,5}$|\w:")


def names_term(meta: Mapping[str, object]) -> bool:
    """Tell whether a front matter gives other names of a term, were its title only in the text below.

    >>> names_term({"aliases": ["grind"]}), names_term({"tags": ["work"]})
    (True, False)
    """
    keys = ("".join(_LETTERS.findall(key)) for key, value in meta.items() if value)
    return any(key in _SHORT or key in _OTHERS for key in keys)


class FrontFields:
    """Takes what a front matter says of the entry of its document."""

    def __init__(self, entries: EntryList, ontology: Ontology) -> None:
        self._list, self._ontology = entries, ontology
        self._meta = {"".join(_LETTERS.findall(key)): value for key, value in entries.document.meta.items()}

    def read(self, entry: Entry) -> None:
        """Take names, class and definition."""
        for name in self._values(*_SHORT):
            entry.add_name(name, abbreviation=True)
        for name in self._values(*_OTHERS):
            if not name.startswith("/"):
                entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
        for name in _listed(self._meta.get("class") or self._meta.get("type")):
            self._add_class(entry, name)
        self._define(entry, _DEFINED)

    def relate(self, entry: Entry) -> None:
        """Take related terms; they come last, since what an entry points to would stand for its definition."""
        if fields := list(self._relations()):
            layout = layout_of_fields(fields)
            RowReader(layout, self._list, self._ontology).fill(entry, layout.rows[0])

    def describe(self, entry: Entry) -> None:
        """Read what defines the term where the text says nothing, be it only the description of the page."""
        if entry.definition is None and not entry.passages and not entry.references:
            self._define(entry, _DESCRIBED)
        if entry.definition is not None and not entry.passages:
            entry.passages.append(Passage(entry.definition, gloss=True))

    def _define(self, entry: Entry, keys: tuple[str, ...]) -> None:
        texts = (self._meta.get(key) for key in keys)
        if text := next((text for text in texts if text and isinstance(text, str)), ""):
            self._list.define(entry, cell_span(text.strip(), 1, step=0))

    def _values(self, *keys: str) -> Iterator[str]:
        for key in keys:
            yield from _listed(self._meta.get(key))

    def _relations(self) -> Iterator[Field]:
        """Yield the keys that relate the term to others, with the names that stand below each."""
        for key, value in _with_pairs(self._list.document.meta):
            meaning = self._list.titles.read(key) if isinstance(value, str | list) else None
            if not meaning or not meaning.reading or not (meaning.sure or _is_column(key, meaning.reading)):
                continue
            if meaning.reading.relation.name in _RELATIONS:
                names = [_spaced(_bare(name)) for name in _listed(value)]
                text = "; ".join(name for name in names if name and not _ADDRESS.search(name))
                yield Field(Span(key, ((0, 1),)), meaning, Span(text, ((0, 1),)))

    def _add_class(self, entry: Entry, name: str) -> None:
        try:
            entry.classes.append(self._ontology.term_class(name).iri)
        except UnknownName:
            skip = Skip(self._list.document.name, 1, f"class: {name}", "no such class")
            self._list.skipped.append(skip)


def _bare(name: str) -> str:
    """Take the mark-up of a link off a name: "[[Toil]]"."""
    return cell_span(name, 1).text


def _spaced(name: str) -> str:
    """Give the name that a part of an address stands for: "berth-plan"."""
    return name.replace("-", " ").replace("_", " ") if _SLUG.fullmatch(name) else name


def _is_column(key: str, reading: Reading) -> bool:
    """Tell the name of a column whose words are run together: "relatedterms"."""
    return key in {"".join(_LETTERS.findall(name.lower())) for name in reading.relation.columns}


def _with_pairs(meta: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield keys and values; a list of labels with a value each is as many keys."""
    for key, value in meta.items():
        pairs = [_pair(item) for item in value] if isinstance(value, list) else []
        if pairs and all(pairs):
            yield from (pair for pair in pairs if pair)
        else:
            yield key, value


def _pair(item: object) -> tuple[str, object] | None:
    """Give the label and the value of "{title: Related terms, value: Berth, Quay}"."""
    values = dict(item) if isinstance(item, Mapping) and len(item) == len(_PAIR) else {}
    label = next((values[key] for key in _LABELS if isinstance(values.get(key), str)), "")
    return (label.lower(), values["value"]) if label and "value" in values else None


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, list) else str(value).split(",")
    return [name for item in values if (name := _name(item))]


def _name(item: object) -> str:
    """Give the name in a list, or that of a thing that is described by several: "{term: Berth, slug: berth}"."""
    if isinstance(item, Mapping):
        item = next((item[key] for key in _NAMES if item.get(key)), "")
    return str(item).strip()
