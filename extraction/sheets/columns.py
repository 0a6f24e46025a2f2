"""Which column of a table holds what: told by its title, and where that says nothing, by its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.names.heads import asked_term
from rolegraph.extraction.sheets.column_titles import CORE, HEAD_ROWS, ColumnTitles, Meaning, words_of
from rolegraph.extraction.sheets.level_columns import with_levels_joined
from rolegraph.extraction.sheets.profiles import Profile, profile_of, share_spelled
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG
from rolegraph.readers import Row, Span, Table

__all__ = ["Column", "Layout", "layout_of"]

_MAX_TITLE_WORDS, _MAX_COLUMNS = 8, 300
_LONGEST_NAME = 5
_SAMPLE, _FEW_ROWS = 500, 3
_CONTENT = frozenset({"definition", "relation", "synonym", "note", "example"})


_OF_TERMS = re.compile(
    r"(?:\w+ )?(?:terms?|words?|phrases?|expressions?|jargon|(?:fach)?begriffe?|termes?|mots?|términos?|palabras?"
    r"|conceptos?)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?=.*[A-Z].*[A-Z])\w{3,24}")
_MEASURE = re.compile(
    r"\(.*\)|\[.*\]|[^\w\s]+|[a-zµ°%]{1,3}|(?=.*[/%°²³µ])\S{1,12}|[A-Z][a-z]?|[kMGmcd]?[A-Z][a-z]?"
)
_LETTERS = ("", "A", "B", "C", "D", "1", "2", "3", "4")  # what columns are called that have no titles


class Column(NamedTuple):
    """A column: its number from 0, its title, empty where the table has none, and what its cells are."""

    place: int
    title: str
    meaning: Meaning


class Layout(NamedTuple):
    """How a table of terms is read: its known columns, the rows of terms, those above the titles, titles unknown.

    ``language`` is that of the labels and definitions without one of their own, empty where nothing tells it.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    unknown: tuple[Span, ...]
    language: str
    bare: bool = False

    @property
    def is_sure(self) -> bool:
        """Tell whether titles name both a column of terms, of whatever class, and one of definitions."""
        kinds = {each.meaning.kind for each in self.columns if each.meaning.sure}
        return {"term", "definition"} <= kinds

    def of(self, *kinds: str) -> list[Column]:
        """Give the columns of some kinds, in their order."""
        return [column for column in self.columns if column.meaning.kind in kinds]


def layout_of(table: Table, titles: ColumnTitles, *, sheet: bool = False) -> Layout | None:
    """Find out how a table of terms is laid out; None for a table of anything else.

    A table of a ``sheet`` is taken to be one of terms where its cells let it be; any other has titles that say so.
    """
    if max(len(table.header), *(len(row.cells) for row in table.rows[:_SAMPLE]), 0) > _MAX_COLUMNS:
        return None
    header, rows, above = _headed(_turned(table, titles) if sheet else table, titles)
    header, rows = with_levels_joined(header, rows)
    columns = _Columns(header, rows, titles)
    columns.settle(guess=sheet or not header)
    bare = sheet and columns.only_name_terms()
    if not bare and not columns.hold_terms(named=not sheet and bool(header)):
        return None
    known = tuple(
        Column(place, title, meaning)
        for place, (title, meaning) in enumerate(zip(columns.titles, columns.meanings, strict=True))
        if meaning
    )
    known = _with_languages(known)
    unknown = tuple(
        header[place] for place in columns.unknown() if place < len(header) and header[place].text
    )
    return Layout(known, rows, above, unknown, _language(known), bare)


def _language(columns: Sequence[Column]) -> str:
    """Give the language of the first column of terms, or the one that the titles are written in."""
    tags = [column.meaning.language for column in columns if column.meaning.kind in ("term", "expansion")]
    others = {primary(tag) for tag in tags if tag}
    told = Counter(tag for column in columns if (tag := column.meaning.told) and primary(tag) not in others)
    return next(iter(tags), "") or next((tag for tag, _ in told.most_common(1)), "")


def _with_languages(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give columns of definitions the languages that their titles are written in, where they are in several.

    A title that may be of any language has the one language of the terms that no other has.
    """
    texts = [column for column in columns if column.meaning.kind == "definition"]
    others = [column for column in columns if column.meaning.kind != "definition"]
    spoken = {primary(tag): tag for column in others if (tag := column.meaning.language)}
    main = "" if spoken else _language(others) or next((column.meaning.told for column in texts), "")
    told = {column.place: column.meaning.language or column.meaning.told for column in texts}
    left = [tag for name, tag in spoken.items() if name not in map(primary, told.values())]
    open_ones = [place for place, tag in told.items() if not tag]
    if len(open_ones) == len(left) == 1:
        told[open_ones[0]] = left[0]
    if len(texts) < 2:
        return columns
    tags = {
        place: spoken.get(primary(tag), "" if spoken or tag == main else tag) for place, tag in told.items()
    }
    return tuple(
        column._replace(meaning=column.meaning._replace(language=said, told=""))
        if (said := tags.get(column.place)) and not column.meaning.language
        else column
        for column in columns
    )


def _turned(table: Table, titles: ColumnTitles) -> Table:
    """Turn a table round whose first column holds the titles, and each further one an entry."""
    rows = [
        cells
        for cells in (table.header, *(row.cells for row in table.rows))
        if any(cell.text for cell in cells)
    ]
    width = min(map(len, rows), default=0)
    if not 2 <= len(rows) <= _MAX_COLUMNS or width < 3:
        return table
    read = [titles.read(cells[0].text) for cells in rows]
    known = [meaning for meaning in read[1:] if meaning and meaning.sure]
    defined = any(meaning.kind == "definition" for meaning in known)
    corner = not rows[0][0].text or (read[0] is not None and read[0].kind == "term")
    titled = any(titles.read(cell.text) for cell in rows[0][1:])
    if not defined or len(known) < len(rows) - 1 or not corner or titled:
        return table
    first = rows[0][0] if rows[0][0].text else rows[0][0]._replace(text="Term")
    header = (first, *(cells[0] for cells in rows[1:]))
    turned = (tuple(cells[place] for cells in rows) for place in range(1, width))
    return Table(header, tuple(Row(cells, cells[0].line) for cells in turned), table.line)


# --- the row of titles -----------------------------------------------------------------------------------------


def _headed(table: Table, titles: ColumnTitles) -> tuple[tuple[Span, ...], tuple[Row, ...], tuple[Row, ...]]:
    """Part a table into its titles, the rows of terms, and what stands above the titles."""
    filled = [cell.text for cell in table.header if cell.text]
    group = len(filled) == 1 < len(table.header) and is_letter(filled[0])  # the letter above the first rows
    if filled and not group:
        return table.header, table.rows, ()
    rows = table.rows
    for number, row in enumerate(rows[:HEAD_ROWS]):
        if _names_columns(row, titles):
            return row.cells, rows[number + 1 :], rows[:number]
    if len(rows) > 2 and all(cell.text in _LETTERS for cell in rows[0].cells):
        return (), rows[1:], rows[:1]
    if len(rows) > 2 and _differs(rows):
        return rows[0].cells, rows[1:], ()
    return (), rows, ()


def _names_columns(row: Row, titles: ColumnTitles) -> bool:
    """Tell whether most cells of a row are titles that are known, one of a column of terms or texts among them."""
    filled = [cell.text for cell in row.cells if cell.text]
    lone = len(filled) < 2 and len(row.cells) > 1
    if lone or any(len(words_of(text)) > _MAX_TITLE_WORDS for text in filled):
        return False
    found = [meaning for text in filled if (meaning := titles.read(text))]
    chosen = any(titles.is_chosen(text) for text in filled)
    core = [meaning for meaning in found if meaning.kind in CORE]
    sure = any(meaning.sure for meaning in core) or sum(bool(meaning.language) for meaning in core) > 1
    enough = 2 * len(found) >= len(filled) or len(found) > 2
    roles = len(found) == len(filled) and any(meaning.term_class for meaning in core)
    related = roles and any(meaning.kind == "relation" and meaning.sure for meaning in found)
    return chosen or related or (enough and (sure or len(core) > 1))


def _differs(rows: Sequence[Row]) -> bool:
    """Tell whether the first row has a word or two above what is sentences, or ends as they do, further down."""
    for place, cell in enumerate(rows[0].cells):
        texts = [row.cells[place].text for row in rows[1:_SAMPLE] if place < len(row.cells)]
        below = profile_of(texts)
        sentences = below.words >= 6 or (below.words > 3 and all(text.endswith(".") for text in texts))
        short = 0 < len(cell.text.split()) <= 3 and not cell.text.endswith((".", "!", "?"))
        if below.filled > 1 and sentences and short:
            return all(each.text for each in rows[0].cells)
    return False


# --- what the columns are --------------------------------------------------------------------------------------


class _Columns:
    """The columns of one table, while it is decided what each holds."""

    def __init__(self, header: Sequence[Span], rows: Sequence[Row], titles: ColumnTitles) -> None:
        width = max([len(header), *(len(row.cells) for row in rows[:_SAMPLE])], default=0)
        self.titles = [header[place].text if place < len(header) else "" for place in range(width)]
        self.meanings = [titles.read(title, place) for place, title in enumerate(self.titles)]
        self._known = titles
        self._cells = [
            [row.cells[place].text if place < len(row.cells) else "" for row in rows[:_SAMPLE]]
            for place in range(width)
        ]
        self._profiles = [profile_of(cells) for cells in self._cells]
        self.named = {meaning.kind for meaning in self.meanings if meaning}

    def settle(self, *, guess: bool) -> None:
        """Decide between columns that could hold the same, and find by their cells those that are missing."""
        self._settle_sentences()
        self._settle_questions()
        self._settle_languages()
        self._settle_first(guess=guess)
        self._settle_terms()
        self._settle_expansions()
        if guess or self.named & CORE:
            self._guess()
        self._write_out()

    def hold_terms(self, *, named: bool) -> bool:
        """Tell whether the columns are those of a table of terms; with ``named`` their titles must say so."""
        kinds = [meaning.kind for meaning in self.meanings if meaning]
        languages = len({meaning.language for meaning in self.meanings if meaning and meaning.kind == "term"})
        heads = [kind for kind in kinds if kind in ("term", "abbreviation", "expansion")]
        told = bool(_CONTENT & set(kinds)) or languages > 1 or len(set(heads)) > 1
        if (
            named
            and not self._tell_of_terms()
            and not (self.named & CORE and (_CONTENT & self.named or len(set(heads)) > 1 or languages > 1))
        ):
            return False
        return bool(heads) and told and not self._are_activities()

    def _tell_of_terms(self) -> bool:
        """Tell a column that is surely called one of terms, in a table with a column of texts of whatever title."""
        sure = any(_OF_TERMS.fullmatch(self.titles[place].strip()) for place in self._of("term"))
        return sure and any(self._profiles[place].words > _LONGEST_NAME for place in self._of("definition"))

    def only_name_terms(self) -> bool:
        """Tell a list of terms that nobody has defined yet: a title says so, and beside them are numbers at most."""
        kinds = {meaning.kind for meaning in self.meanings if meaning}
        terms = [place for place in self._of("term") if self._profiles[place].is_name]
        sure = any(
            (meaning := self.meanings[place]) and meaning.sure and not meaning.term_class for place in terms
        )
        return sure and len(terms) == 1 and kinds <= {"term", "ignore"} and not self.unknown()

    def unknown(self) -> list[int]:
        """Give the columns of words that nothing tells the meaning of."""
        return [place for place in self._free() if self._profiles[place].wordless < 0.5]

    def _are_activities(self) -> bool:
        """Tell a table of what a role does from one of terms."""
        activity = any(meaning and meaning.term_class == RG + "Activity" for meaning in self.meanings)
        return activity and not any(meaning and meaning.kind == "definition" for meaning in self.meanings)

    def _of(self, kind: str) -> list[int]:
        return [place for place, meaning in enumerate(self.meanings) if meaning and meaning.kind == kind]

    def _settle_languages(self) -> None:
        """Take a language's column for texts where its cells are long and another column has the terms."""
        terms = self._of("term")
        for place in terms:
            meaning = self.meanings[place]
            if (
                meaning
                and meaning.language
                and not meaning.sure
                and self._profiles[place].words > 6
                and len(terms) > 1
            ):
                self.meanings[place] = meaning._replace(kind="definition")

    def _settle_sentences(self) -> None:
        """Take columns "Short", "Role" and "Unit" of sentences and measures for what they hold, and not for names."""
        for place, meaning in enumerate(self.meanings):
            cells = [cell for cell in self._cells[place] if cell]
            told = sum(cell.endswith(".") and len(cell.split()) > _LONGEST_NAME for cell in cells)
            if meaning and meaning.kind in ("abbreviation", "synonym") and 2 * told > len(cells):
                self._take("note", [place])
            elif (
                meaning
                and meaning.kind == "relation"
                and _is_unit(self.titles[place])
                and _are_measures(cells)
            ):
                self._take("ignore", [place])
            elif meaning and meaning.term_class and self._is_of_sentences(place):
                self._take("note" if self._of("definition") else "definition", [place])

    def _settle_questions(self) -> None:
        """Take a column that asks what things are, "What is a berth?", for the terms, whatever it is called."""
        if any(
            meaning and meaning.sure and not meaning.term_class
            for meaning in map(self.meanings.__getitem__, self._of("term"))
        ):
            return
        for place, cells in enumerate(self._cells):
            filled = [cell for cell in cells if cell]
            asked = sum(bool(asked_term(cell)) for cell in filled)
            if len(filled) > _FEW_ROWS - 1 and 5 * asked > 4 * len(filled):
                self._take("term", [place])
                return

    def _is_of_sentences(self, place: int) -> bool:
        """Tell a column of texts: they are longer than names, or end with a stop."""
        cells = [cell for cell in self._cells[place] if cell]
        stopped = sum(cell.endswith(".") and " " in cell for cell in cells)
        return self._profiles[place].words > _LONGEST_NAME or 4 * stopped > 3 * len(cells)

    def _settle_first(self, *, guess: bool) -> None:
        """Take a first column that is called by another field, "Type", for the terms that a column defines.

        In a sheet (``guess``) a column of texts of whatever title defines them: "Metric", "How we count it".
        """
        first = self.meanings[0] if self.meanings else None
        defined = any(
            meaning and meaning.sure for meaning in self.meanings if meaning and meaning.kind == "definition"
        )
        texts = guess and any(
            self._is_text(self._profiles[place]) and self._profiles[place].words > _LONGEST_NAME
            for place in self._free()
        )
        if (
            not first
            or first.kind not in ("relation", "category", "class")
            or not (defined or texts)
            or self.named & {"term", "expansion", *(() if texts else ("abbreviation",))}
        ):
            return
        ranges = first.reading.relation.range if first.reading else ()
        alone = not any(self._profiles[place].is_name for place in self._free())
        if self._profiles[0].is_name and (ranges or alone):
            self.meanings[0] = Meaning("term", term_class=ranges[0] if len(ranges) == 1 else "", sure=False)
            self.named = self.named | {"term"}

    def _settle_terms(self) -> None:
        """Leave one column of terms in each language: the one whose title says it most surely."""
        self._part_groups()
        self._tell_languages()
        by_language: dict[str, list[int]] = {}
        for place in self._of("term"):
            meaning = self.meanings[place]
            by_language.setdefault(meaning.language if meaning else "", []).append(place)
        for places in by_language.values():
            first = min(places, key=self._order)
            for place in places:
                if place != first:
                    full = share_spelled(self._cells[first], self._cells[place]) > 0.5
                    self.meanings[place] = Meaning("expansion", sure=False) if full else None

    def _part_groups(self) -> None:
        """Take a column of terms whose cells repeat for groups, where another has a name of its own in each row."""
        terms = [place for place in self._of("term") if self._profiles[place].filled > _FEW_ROWS]
        if any(self._profiles[place].distinct > 0.9 for place in terms):
            for place in terms:
                if self._profiles[place].distinct < 0.5:
                    self.meanings[place] = Meaning("category", sure=False)

    def _tell_languages(self) -> None:
        """Give columns of terms the languages that their titles are written in, where these differ: Term, Terme.

        One that is written alike in several is English there.
        """
        terms = [(place, meaning) for place in self._of("term") if (meaning := self.meanings[place])]
        tags = [meaning.language or meaning.told or "en" for _, meaning in terms]
        told = any(meaning.language or meaning.told for _, meaning in terms)
        if told and len(set(map(primary, tags))) == len(terms) > 1:
            for (place, meaning), tag in zip(terms, tags, strict=True):
                self.meanings[place] = meaning._replace(language=tag)

    def _order(self, place: int) -> tuple[bool, bool, int, int]:
        meaning = self.meanings[place]
        by_class = bool(meaning and meaning.term_class)
        return (by_class, not self._profiles[place].filled, self._known.rank(self.titles[place]), place)

    def _settle_expansions(self) -> None:
        """Take the first text beside an abbreviation without a term for its full form if it is short and spells it."""
        shorts, definitions = self._of("abbreviation"), self._of("definition")
        if self._of("term") or self._of("expansion") or not shorts or not definitions:
            return
        first = definitions[0]
        words = self._profiles[first].words
        spelled = share_spelled(self._cells[shorts[0]], self._cells[first]) > 0.5 and words <= 8
        if spelled or (len(definitions) > 1 and words <= 6 and words < self._profiles[definitions[1]].words):
            self.meanings[first] = Meaning("expansion", sure=False)

    def _guess(self) -> None:
        """Find columns of abbreviations, terms and texts by their cells."""
        if not self._of("abbreviation") and not self._of("term"):
            self._take("abbreviation", [place for place in self._free() if self._profiles[place].is_code])
        self._name_by_summaries()
        if not self._of("term") and not self._of("expansion"):
            names = [place for place in self._free() if self._profiles[place].is_name]
            spare = [place for place in self._of("ignore") if self._profiles[place].is_name]
            told = self._of("definition") or self._of("note")
            wanted = names if told or len(self._free()) > 1 else []
            self._take("term", wanted or ([] if self._of("abbreviation") else spare))
        if not self._of("definition"):
            spelled = bool(self._of("expansion"))
            texts = [place for place in self._free() if self._is_text(self._profiles[place], spelled=spelled)]
            if self._of("relation"):  # which short texts tell more of
                texts = [place for place in texts if self._profiles[place].words > _LONGEST_NAME]
            self._take("definition", sorted(texts, key=lambda place: -self._profiles[place].words))
        self._fill_definitions()
        self._take_short_forms()
        if not any(self.titles) and {meaning.kind for meaning in self.meanings if meaning} == {"term"}:
            others = [place for place in self._free() if self._names_again(self._profiles[place])]
            self._take("synonym", others)

    def _name_by_summaries(self) -> None:
        """Take the first of two columns of texts for the terms where it has names: "Summary" beside "Description"."""
        texts = self._of("definition")
        named = self._of("term") or self._of("expansion") or self._of("abbreviation")
        if not named and len(texts) > 1 and self._profiles[texts[0]].is_name:
            self._take("term", texts)

    def _fill_definitions(self) -> None:
        """Take a column of texts beside one of definitions that most rows leave empty."""
        texts = self._of("definition")
        if len(texts) != 1 or not (meaning := self.meanings[texts[0]]) or meaning.language:
            return
        filled = self._profiles[texts[0]].filled
        fuller = [place for place in self._free() if self._is_text(self._profiles[place])]
        fuller = [place for place in fuller if self._profiles[place].filled > 1.5 * filled]
        self._take("definition", sorted(fuller, key=lambda place: -self._profiles[place].filled))

    def _take_short_forms(self) -> None:
        """Take a column without a known title that abbreviates the terms beside it: "AtmoT" of "Atmospheric tide"."""
        terms = self._of("term")
        if terms and not self._of("abbreviation") and not self._of("expansion"):
            short = [
                place for place in self._free() if self._shorten(self._cells[place], self._cells[terms[0]])
            ]
            self._take("abbreviation", short)

    @staticmethod
    def _shorten(shorts: Sequence[str], fulls: Sequence[str]) -> bool:
        """Tell whether most cells are one word each that has two capitals and the letters of the term beside it."""
        filled = [short for short in shorts if short]
        words = sum(_COMPOUND.fullmatch(short) is not None for short in filled)
        return 4 * words > 3 * len(filled) and share_spelled(shorts, fulls) > 0.5

    def _names_again(self, profile: Profile) -> bool:
        """Tell whether a column of a list without titles can hold the words of another language."""
        return profile.is_name and profile.words <= 3 and profile.codes < 0.5

    def _free(self) -> list[int]:
        return [
            place
            for place, meaning in enumerate(self.meanings)
            if meaning is None and self._profiles[place].filled
        ]

    def _is_text(self, profile: Profile, *, spelled: bool = False) -> bool:
        """Tell a column of texts; beside full forms (``spelled``) they are longer than names, and different."""
        if spelled and (profile.words <= _LONGEST_NAME or profile.distinct < 0.7):
            return False
        return profile.words >= (2 if len(self.meanings) == 2 else 2.5) and profile.wordless < 0.5

    def _take(self, kind: str, places: Sequence[int]) -> None:
        """Give the first of some columns a meaning."""
        if places:
            self.meanings[places[0]] = Meaning(kind, sure=False)

    def _write_out(self) -> None:
        """Take a column of terms for full forms where they spell what the only other name abbreviates."""
        shorts, terms = self._of("abbreviation"), self._of("term")
        guessed = [place for place in terms if self.meanings[place] == Meaning("term", sure=False)]
        if shorts and guessed and share_spelled(self._cells[shorts[0]], self._cells[guessed[0]]) > 0.5:
            self.meanings[guessed[0]] = Meaning("expansion", sure=False)


def _is_unit(title: str) -> bool:
    return title.strip().casefold() in ("unit", "units")


def _are_measures(cells: Sequence[str]) -> bool:
    """Tell units of measure, "(hPa)", "km/h", "%", from those of an organisation."""
    return 2 * sum(_MEASURE.fullmatch(cell.strip()) is not None for cell in cells) > len(cells)
