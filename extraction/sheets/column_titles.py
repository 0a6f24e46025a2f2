"""What the title of a column says of its cells: a field of the entry, a relation, a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.names.language_names import language_tag
from rolegraph.graph.names import fold
from rolegraph.ontology import RG, Ontology, RelationType, UnknownName
from rolegraph.ontology.derived import once_for_ontology
from rolegraph.readers import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.readers import Document

__all__ = ["CORE", "HEAD_ROWS", "ColumnTitles", "Meaning", "words_of"]

CORE = frozenset({"term", "abbreviation", "expansion", "definition"})
HEAD_ROWS = 15  # the rows among which the titles of columns are looked for
_LONGEST = 8
_PREFIX = re.compile(r"^[a-z]{2,8}:(?=[A-Za-z])")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_BETWEEN = re.compile(r"[\s_\-–—/|:@()\[\],.*;]+")
_PARTS = re.compile(r"\s*[/|,+&;\n]\s*|\s+(?:or|and|oder|und|ou|et|o|y)\s+", re.IGNORECASE)
_BEFORE = re.compile(r"\s(?:of|for|du|de|des|del|der|d'|von|für|para|in|en|auf|to|the|per)\s", re.IGNORECASE)
_BY_ID = re.compile(r"[\s_-]+(?:ids?|refs?|uris?)$", re.IGNORECASE)
_HANGING = re.compile(r"\s+(?:in|en|auf|em|into|de)$", re.IGNORECASE)
# Codes that are words as well: alone, or without brackets, they name no language.
_WORDS = frozenset(
    {
        "am", "as", "be", "he", "id", "in", "is", "it", "my", "no", "or", "se", "so", "to", "of",
    }
)  # fmt: skip
_SPELLED_ALIKE = 90
# Columns of these relations hold names of the term itself, and texts about it.
_RELATION_KINDS = {"synonymOf": "synonym", "exampleOf": "example"}


class Meaning(NamedTuple):
    """What the cells of a column are: the kind of field, for a relation which, and in which language.

    ``term_class`` is the class of what a column of terms holds ("Role"), ``told`` the language that the title is
    written in, ``sure`` tells a title that is known as it stands from one that only resembles it.
    """

    kind: str
    reading: Reading | None = None
    language: str = ""
    term_class: str = ""
    told: str = ""
    sure: bool = True


_ONE_OF_TWO = re.compile(
    r"(?:source|target|ausgangs|ziel|origen|destino|cible)(?:[ -]?(?:text|language|segment|sprache))?",
    re.IGNORECASE,
)
_TRANSLATES = re.compile(r"(?:translation|übersetzung|traduc|traduz|tradução|vertaling)", re.IGNORECASE)


class ColumnTitles:
    """Knows the titles of columns: those of the ontology, and before them those that the user has chosen.

    ``chosen`` maps titles, letters or numbers of columns to fields or relation types.

    >>> from rolegraph.ontology import load
    >>> titles = ColumnTitles(load(), {"Kürzel": "abbreviation"})
    >>> [titles.read(title).kind for title in ("Definition / Meaning", "Term (EN)", "Abbr.", "KÜRZEL")]
    ['definition', 'term', 'abbreviation', 'abbreviation']

    :raises UnknownName: (a KeyError) if a column is mapped to what is neither a field nor a relation type.
    """

    def __init__(self, ontology: Ontology, chosen: Mapping[str, str] | None = None) -> None:
        self._known, self._roles, self._ranks = _titles_of(ontology)
        self._names = {_key(name): name for name in chosen or {}}
        self.chosen = {_key(name): _chosen(field, ontology) for name, field in (chosen or {}).items()}
        self._read: dict[str, Meaning | None] = {}

    def rank(self, title: str) -> int:
        """Tell how surely a title heads a column of terms; the smaller, the surer."""
        return self._ranks.get(_key(title), len(self._ranks))

    def is_chosen(self, title: str) -> bool:
        """Tell whether the user has said what a column of this title holds."""
        return _key(title) in self.chosen

    def read(self, title: str, place: int | None = None) -> Meaning | None:
        """Give what a title means; ``place`` is the number of its column from 0, by which it may be chosen."""
        chosen = self.chosen.get(_key(title)) if title else None
        if chosen is None and place is not None and self.chosen:
            chosen = self.chosen.get(str(place + 1)) or self.chosen.get(_letters(place))
        if chosen:
            return chosen
        if title not in self._read:
            self._read[title] = self._meaning(title)
        return self._read[title]

    def missing_in(self, documents: Iterable[Document]) -> list[str]:
        """Give the columns that the user has named and that no table of some documents has."""
        missing = dict(self._names)
        for document in documents:
            for block in document.blocks if missing else ():
                if isinstance(block, Table):
                    for key in _keys_of(block):
                        missing.pop(key, None)
        return list(missing.values())

    def _meaning(self, title: str) -> Meaning | None:
        text = _CAMEL.sub(" ", _PREFIX.sub("", " ".join(title.split()).strip(" *#:"))) or title.strip()
        if found := self._known.get(_key(text)) or self._known.get(_key(text.rstrip("."))):
            return found
        if denies(text, label=True):
            return Meaning("ignore")
        named = self._known.get(_key(_BY_ID.sub("", text)))
        if named and named.kind == "relation":
            return named  # "broader_id": terms by what numbers them
        if len(words_of(text)) > _LONGEST:
            return None
        return self._in_language(text) or self._resembling(text)

    def _in_language(self, text: str) -> Meaning | None:
        """Read "Term (EN)", "definition_fr", "English term", or the bare name of a language."""
        words = words_of(text)
        if (tag := language_tag(" ".join(words))) and text.casefold() not in _WORDS:
            return Meaning("term", language=tag, sure=False)
        for size in (2, 1):
            for said, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
                tag = language_tag(" ".join(said)) if rest else ""
                if tag and (said[0].casefold() not in _WORDS or "(" in text):
                    base = _HANGING.sub("", " ".join(rest))
                    found = self._known.get(_key(base)) or self._resembling(base)
                    if _TRANSLATES.match(base) or _ONE_OF_TWO.fullmatch(base):
                        return Meaning("term", language=tag, sure=False)
                    if found and found.kind not in ("language", "ignore"):
                        return found._replace(language=tag, told="")
        return None

    def _resembling(self, text: str) -> Meaning | None:
        """Find a known title in a longer or a misspelt one."""
        first = self._known.get(_key(next(iter(words_of(text)), "")))
        last = self._known.get(_key(words_of(text)[-1])) if words_of(text) else None
        of_term = last is not None and last.kind == "term"  # "Source term", beside "Target term"
        if (
            first
            and not of_term
            and first.kind
            in (
                "note",
                "source",
            )
        ):  # "comment-translation", "source_name", "Notes on usage"
            return first._replace(sure=False)
        for part in _candidates(text):
            found = self._known.get(_key(part))
            of_role = found is not None and found.reading is not None and _key(part) in self._roles
            if found and not (
                of_role and not _holds(found)
            ):  # "Product manager" is a role, "Data owner" holds one
                return found._replace(sure=False)
        from rapidfuzz import fuzz, process

        key = _key(text)
        near = process.extractOne(key, list(self._known), scorer=fuzz.ratio, score_cutoff=_SPELLED_ALIKE)
        return self._known[near[0]]._replace(sure=False) if near and len(key) > 5 else None


def _holds(meaning: Meaning) -> bool:
    """Tell a column of those who answer for what a row names."""
    return meaning.reading is not None and meaning.reading.relation.name == "responsibleFor"


def words_of(title: str) -> list[str]:
    """Give the words of a title, whatever stands between them.

    >>> words_of("Term_name (EN)")
    ['Term', 'name', 'EN']
    """
    return [word for word in _BETWEEN.split(title) if word]


def _candidates(text: str) -> Iterator[str]:
    """Yield the parts of a title that may be known, the surest first."""
    yield _BRACKETS.sub(" ", text)
    yield from _PARTS.split(text)
    plain = " ".join(words_of(_BRACKETS.sub(" ", text)))
    yield plain
    yield _BEFORE.split(plain, maxsplit=1)[0]
    words = plain.split()
    for size in (3, 2, 1):
        if len(words) > size:
            yield " ".join(words[-size:])
            yield " ".join(words[:size])


def _key(title: str) -> str:
    return fold(title.replace("?", " ").strip().rstrip(":")) or title.strip()


def _keys_of(table: Table) -> Iterator[str]:
    """Yield the keys by which the columns of a table can be named: titles, numbers, letters."""
    heads = [table.header, *(row.cells for row in table.rows[:HEAD_ROWS])]
    yield from (_key(cell.text) for cells in heads for cell in cells if cell.text)
    for place in range(max(map(len, heads))):
        yield from (str(place + 1), _letters(place))


def _letters(place: int) -> str:
    """Write the number of a column, from 0, as sheets do, in small letters: 0 is a, 27 is ab."""
    text, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


class _Titles(NamedTuple):
    """What an ontology says of columns: what their titles mean, the nouns of roles, the rank of each for terms."""

    known: Mapping[str, Meaning]
    roles: frozenset[str]
    ranks: Mapping[str, int]


@once_for_ontology
def _titles_of(ontology: Ontology) -> _Titles:
    known: dict[str, Meaning] = {}
    for key, meaning in _known(ontology):
        before = known.get(key, meaning)
        shared = before.kind == meaning.kind and before.told != meaning.told
        known[key] = meaning._replace(told="") if shared else meaning
    roles = frozenset(map(_key, ontology.classes[RG + "Role"].nouns))
    ranks = {_key(title): n for n, title in reversed([*enumerate(ontology.column_titles["term"])])}
    return _Titles(known, roles, ranks)


def _known(ontology: Ontology) -> Iterator[tuple[str, Meaning]]:
    """Yield the keys of all titles, those of headings first and those of fields last: the last one counts."""
    relations = tuple(reversed(ontology.relation_types.values()))
    for relation in relations:
        yield from _related(relation, relation.inverse_headings, inverse=True)
        yield from _related(relation, (*relation.headings, relation.label, relation.phrase))
        if relation.inverse and not relation.symmetric:
            yield from _related(relation, (relation.inverse_label, relation.inverse_phrase), inverse=True)
    for each in ontology.classes.values():
        for title in each.columns:
            yield _key(title), Meaning("term", term_class=each.iri, sure=False)
    for relation in relations:
        yield from _related(relation, relation.inverse_columns, inverse=True)
        yield from _related(relation, relation.columns)
    for kind, told in ontology.column_titles.items():
        for title, language in told.items():
            yield _key(title), Meaning(kind, told=language)


def _related(
    relation: RelationType, titles: Sequence[str], *, inverse: bool = False
) -> Iterator[tuple[str, Meaning]]:
    meaning = Meaning(_RELATION_KINDS.get(relation.name, "relation"), Reading(relation, inverse))
    return ((_key(title), meaning) for title in titles)


def _chosen(field: str, ontology: Ontology) -> Meaning:
    """Give what a user means by a field, with its language ("term@fr"), or by a relation type."""
    name, _, said = field.strip().partition("@")
    if name.casefold() in ontology.column_titles:
        return Meaning(name.casefold(), language=language_tag(said) or said)
    try:
        relation = ontology.relation_type(name)
    except UnknownName as error:
        raise UnknownName("field", name, [*ontology.column_titles, *error.known]) from None
    if relation.name == "synonymOf":
        return Meaning("synonym")
    return Meaning("relation", Reading(relation, ontology.direction(name) == "inverse"))
