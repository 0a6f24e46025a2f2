"""Columns of tables of terms: told by their titles, by their cells, or by the user; and the entries of their rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built as built_of
from extraction_samples import classes, definitions, entries, labels, skips, triple, triples

from rolegraph.extraction import Build, build
from rolegraph.extraction.entries import Entry
from rolegraph.extraction.layout.sections import Announcer
from rolegraph.extraction.recognition.recognition import recognise
from rolegraph.extraction.sheets.column_titles import ColumnTitles
from rolegraph.ontology import UnknownName, load
from rolegraph.readers import read_bytes

ONTOLOGY = load()


def recognised(text: str, name: str = "terms.csv", **columns: str) -> list[Entry]:
    """Give the entries of a document; ``columns`` says what columns hold."""
    document = read_bytes(text.encode("utf-8"), name)
    return recognise(document, ONTOLOGY, Announcer(ONTOLOGY), ColumnTitles(ONTOLOGY, columns))[0]


def told(text: str, name: str = "terms.csv", **columns: str) -> list[tuple[str, list[str], str]]:
    """Give label, abbreviations and definition of each entry."""
    return [
        (entry.label, entry.abbreviations, entry.definition.text if entry.definition else "")
        for entry in recognised(text, name, **columns)
    ]


def relations(entry: Entry) -> list[tuple[str, bool, str]]:
    """Give what the relation columns of an entry say: relation type, whether it is turned round, the other end."""
    return [
        (load().relation_types[each.announced.relation].name, each.announced.inverse, each.span.text)
        for each in entry.passages
        if each.announced
    ]


LOT = [("lot size", ["LS"], "How many goods are made together.")]


@pytest.mark.parametrize(
    "header",
    [
        "Term,Abbreviation,Definition",
        "Name,Acronym,Description",
        "Term (EN),Abbr.,Definition / Meaning",
        "Preferred term,Short form,Description of the term",
        "term_name,abbr,long_description",
        "Key terms,Acronym (if any),What it means",
        "Business term,Acronyms,Defintion",
        "prefLabel,abbreviation,skos:definition",
        "Begriff,Abkürzung,Erklärung",
        "Bezeichnung,Kürzel,Bedeutung",
        "Terme,Sigle,Définition",
        "Libellé,Abréviation,Signification",
        "Término,Siglas,Definición",
        "Concepto,Abreviatura,Significado",
    ],
)
def test_titles_tell_terms_abbreviations_and_definitions(header: str) -> None:
    assert told(f"{header}\nlot size,LS,How many goods are made together.\n") == LOT


def test_columns_may_stand_in_any_order_among_others() -> None:
    text = "ID,Definition,Owner email,Acronym,URL,Term\n"
    text += "7,How many goods are made together.,a@b.example,LS,/ls,lot size\n"
    assert told(text) == LOT


def test_titles_are_found_below_other_rows() -> None:
    text = "Words of the store,,\nLast change: May,,\n,,\n"
    text += "Term,Abbr,Meaning\nlot size,LS,How many goods are made together.\n"
    assert told(text) == LOT


def test_table_without_titles_is_read_by_its_cells() -> None:
    text = (
        "LS,lot size,How many goods are made together.\n"
        "OP,order point,The stock at which goods are ordered again.\n"
        "LT,lead time,The time from an order to its delivery.\n"
    )
    assert told(text)[0] == LOT[0]
    assert [label for label, _, _ in told(text)] == ["lot size", "order point", "lead time"]


def test_titles_that_nobody_knows_are_still_no_row() -> None:
    text = "Thing,Blurb\nlot size,How many goods are made together.\norder point,The stock that calls for goods.\n"
    assert [label for label, _, _ in told(text)] == ["lot size", "order point"]


def test_abbreviation_and_full_form_make_a_term_named_by_the_full_form() -> None:
    for header in ("Abbreviation,Full form", "Acronym,Stands for", "Acronym,Meaning", "Abk.,Langform"):
        text = f"{header}\nLS,Lot size\nOP,Order point\n"
        assert told(text) == [("Lot size", ["LS"], ""), ("Order point", ["OP"], "")]


def test_abbreviation_full_form_and_definition() -> None:
    text = "Acronym,Full name,Definition\nLS,Lot size,How many goods are made together.\n"
    assert told(text) == [("Lot size", ["LS"], "How many goods are made together.")]


def test_abbreviation_with_several_full_forms_is_an_entry_of_each() -> None:
    text = "LS:\n  type: acronym\n  full_form: [Lot size, Level sensor]\nOP:\n  full_form: [Order point]\n"
    assert told(text, "terms.yml") == [
        ("Lot size", ["LS"], ""),
        ("Level sensor", ["LS"], ""),
        ("Order point", ["OP"], ""),
    ]


def test_what_stands_behind_a_full_form_is_no_full_form() -> None:
    [lot, _] = recognised("Acronym,Full form\nLS,Lot size; see order point\nOP,Order point\n")
    assert (lot.label, [each.name for each in lot.references]) == ("Lot size", ["order point"])


def test_abbreviation_beside_a_text_names_the_term_where_nothing_spells_it() -> None:
    text = "Acronym,Definition\nKANBAN,A board that shows how work flows.\nLS,How many goods are made together.\n"
    assert told(text) == [
        ("KANBAN", [], "A board that shows how work flows."),
        ("LS", [], "How many goods are made together."),
    ]


BILINGUAL = [
    "Term (English),Term (French),Definition",
    "English,French,Definition",
    "EN,FR,Definition",
    "term_en,term_fr,definition",
    "English term,terme français,Definition",
    "Englisch,Französisch,Definition",
]


@pytest.mark.parametrize("header", BILINGUAL)
def test_label_in_a_further_language_is_a_translation(header: str) -> None:
    [entry] = recognised(f"{header}\nlot size,taille de lot,How many goods are made together.\n")
    assert (entry.label, entry.language, entry.translations) == ("lot size", "en", [("taille de lot", "fr")])
    assert entry.definition


def test_definition_in_a_further_language_is_a_rendering() -> None:
    text = "English;Deutsch;Definition (English);Definition (Deutsch)\n"
    text += "lot;Los;Goods made together.;Güter.\nbin;;A place.;\n"
    lot, bin_ = recognised(text)
    assert (lot.language, lot.translations, lot.renderings) == ("en", [("Los", "de")], [("Güter.", "de")])
    assert (bin_.translations, bin_.renderings) == ([], [])


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("Deutsch,English,Erklärung,Definition", "de"),
        ("Deutsch,English,Definition,Explanation in English", "de"),
        ("Begriff,Nr.,Erklärung,Explication", "de"),
    ],
)
def test_definition_titled_in_a_further_language_is_a_rendering(header: str, language: str) -> None:
    [entry] = recognised(
        f"{header}\nVorrat,7,Was an Waren im Lager liegt.,The goods that lie in the store.\n"
    )
    assert (language, "Was an Waren im Lager liegt.") == (
        entry.language,
        entry.definition and entry.definition.text,
    )
    assert [text for text, _ in entry.renderings] == ["The goods that lie in the store."]


def test_definition_whose_title_is_of_the_language_of_the_others_goes_on() -> None:
    [entry] = recognised("Begriff,Definition,Erklärung\nVorrat,Ware im Lager.,Er liegt lange.\n")
    assert [each.span.text for each in entry.passages] == ["Ware im Lager.", "Er liegt lange."]
    assert entry.renderings == []


def test_row_without_a_label_in_the_first_language_has_that_of_the_next() -> None:
    [entry] = recognised("EN,DE,Definition\n,Los,Goods made together.\n")
    assert (entry.label, entry.language, entry.translations) == ("Los", "de", [])


def test_language_is_that_of_the_titles_or_of_a_column() -> None:
    assert recognised("Begriff;Bedeutung\nLos;Güter\n")[0].language == "de"
    text = "Fachbegriff;Englisch;Abk.;Erläuterung;Synonyme\nLosgröße;lot size;LG;Menge;Menge je Los\n"
    [entry] = recognised(text)
    assert (entry.language, entry.translations) == ("de", [("lot size", "en")])
    assert recognised("Term,Language,Definition\nlot,es,Goods.\n")[0].language == "es"


def test_relation_columns_are_those_of_the_ontology() -> None:
    text = (
        "Term,Definition,Broader,Uses,Part of,Used by,is measured by\n"
        'stock,Goods at hand.,asset,"shelves; bins",store,"store keeper, buyer",turnover\n'
    )
    assert relations(recognised(text)[0]) == [
        ("broader", False, "asset"),
        ("uses", False, "shelves"),
        ("uses", False, "bins"),
        ("partOf", False, "store"),
        ("uses", True, "store keeper"),
        ("uses", True, "buyer"),
        ("measuredBy", False, "turnover"),
    ]


def test_related_terms_are_references_without_words_that_only_point() -> None:
    [entry] = recognised('Term,Definition,See also\nlot,Goods.,"See: bin, dock"\n')
    assert [each.name for each in entry.references] == ["bin", "dock"]


def test_numbers_of_rows_in_a_relation_column_mean_their_terms() -> None:
    text = "id,term,definition,parent\n1,asset,A thing of value.,\n2,stock,Goods at hand.,1\n"
    assert [
        (each.name, load().relation_types[each.relation].name) for each in recognised(text)[1].references
    ] == [("asset", "broader")]


def test_cells_with_several_names_are_split_with_care() -> None:
    text = (
        "Term,Synonyms,Definition\n"
        'lot,"batch; run",Goods.\n'
        'bin,"box, case",A place.\n'
        'dock,"gate\n- ramp",A gate.\n'
        'stock,"goods (raw, half made)",Goods.\n'
    )
    assert [entry.alternatives for entry in recognised(text)] == [
        ["batch", "run"],
        ["box", "case"],
        ["gate", "ramp"],
        ["goods (raw, half made)"],
    ]


def test_synonym_with_a_row_of_its_own_is_a_reference() -> None:
    lot, _ = recognised("Term,Synonyms,Definition\nlot,batch,Goods.\nbatch,,A run.\n")
    assert lot.alternatives == []
    assert [(each.name, each.redirect) for each in lot.references] == [("batch", True)]


@pytest.mark.parametrize("empty", ["n/a", "-", "–", "none", "TBD", "N/A", "?"])
def test_cell_that_says_that_it_says_nothing_is_empty(empty: str) -> None:
    [entry] = recognised(f"Term,Abbr,Synonyms,Uses,Definition\nlot,{empty},{empty},{empty},Goods.\n")
    assert entry.names() == ["lot"]
    assert relations(entry) == []


def test_classes_and_categories() -> None:
    text = "Term,Type,Category,Definition\n"
    text += "planner,Role,Store; Yard,A person.\nlot,Thing,Store,Goods.\nlt,term,,A time.\n"
    planner, lot, time = recognised(text)
    assert ([iri.rpartition("#")[2] for iri in planner.classes], planner.collections) == (
        ["Role"],
        ["Store", "Yard"],
    )
    assert (lot.classes, lot.collections) == ([], ["Thing", "Store"])
    assert time.collections == []


def test_column_of_a_class_is_one_of_terms(tmp_path: Path) -> None:
    found = built_of(
        tmp_path, roles_csv="Role,Description,Reports to\nStore keeper,Keeps goods.,Head of store\n"
    )
    assert classes(found)["Store keeper"] == ["Role"]
    assert ("Store keeper", "reportsTo", "head of store") in triples(found)


def test_rows_that_tell_nothing_are_reported_with_line_and_reason(tmp_path: Path) -> None:
    text = "Store words,,\nTerm,Definition,Colour\nA,,\nlot,Goods.,red\n,Lost.,\nbin,,blue\nTerm,Definition,Colour\n"
    assert skips(built_of(tmp_path, terms_csv=text)) == [
        ("terms.csv", 1, "above the titles of the columns"),
        ("terms.csv", 2, "a column that is not known; --map says what it holds"),
        ("terms.csv", 5, "a row without a term"),
        ("terms.csv", 6, "a row with a term and nothing about it"),
    ]


def test_sheet_without_terms_is_reported(tmp_path: Path) -> None:
    found = built_of(
        tmp_path, prices_csv="Day,Price\n2024-01-02,7\n2024-01-03,8\n", words_csv="Term,Meaning\nlot,Goods.\n"
    )
    assert [(source, line) for source, line, reason in skips(found) if "--map" in reason] == [
        ("prices.csv", 1)
    ]


def test_evidence_of_a_cell_is_its_text_on_its_line(tmp_path: Path) -> None:
    text = 'Term,Definition,Uses\nstock,"Goods\nat hand.","shelves\nbins"\n'
    found = built_of(tmp_path, terms_csv=text)
    assert {(each.quote.value, each.place.first) for each in found.evidence} >= {("shelves", 3), ("bins", 4)}


# --- tables in documents -------------------------------------------------------------------------------------


def test_table_of_a_markdown_glossary_is_read_like_a_sheet(tmp_path: Path) -> None:
    text = (
        "# Words we use\n\n| Acronym | Full form | What it means | Broader |\n|---|---|---|---|\n"
        "| LS | Lot size | How many goods are made together. | Quantity |\n"
    )
    found = built_of(tmp_path, words_md=text)
    assert definitions(found)["Lot size"] == ["How many goods are made together."]
    assert ("Lot size", "broader", "Quantity") in triples(found)


def test_table_of_other_matters_makes_no_terms() -> None:
    text = "# Store\n\n## Prices\n\n| Goods | Price |\n|---|---|\n| Lot of bolts | 7 |\n| Bin of nuts | 5 |\n"
    assert recognised(text, "prices.md") == []


def test_table_of_terms_below_an_article_is_a_glossary_beside_it() -> None:
    text = (
        "# Store keeper\n\nA store keeper keeps goods.\n\n## Words of the trade\n\n"
        "| Term | Meaning |\n|---|---|\n| lot | Goods made together. |\n"
    )
    assert told(text, "keeper.md") == [
        ("Store keeper", [], "A store keeper keeps goods."),
        ("lot", [], "Goods made together."),
    ]


def test_glossary_of_a_front_matter_stands_beside_the_article() -> None:
    text = (
        "---\ntitle: Store keeper\nglossary:\n  lot: Goods made together.\n---\nA store keeper keeps goods.\n"
    )
    assert told(text, "keeper.md") == [
        ("Store keeper", [], "A store keeper keeps goods."),
        ("lot", [], "Goods made together."),
    ]


# --- what the user says --------------------------------------------------------------------------------------


def test_columns_are_what_the_user_says() -> None:
    text = "Sache;Zeichen;Worte;Term\nlot size;LS;How many goods are made together.;4\n"
    assert told(text, Sache="term", zeichen="abbreviation", Worte="definition", Term="ignore") == LOT


def test_columns_are_named_by_letter_or_number() -> None:
    text = "4;lot size;How many goods are made together.;LS\n5;bin size;How much a bin holds in all.;BS\n"
    columns = {"B": "term", "3": "definition", "d": "abbreviation"}
    assert told(text, **columns)[0] == LOT[0]


def test_columns_can_be_of_a_relation_or_a_language() -> None:
    text = "Term,Definition,Oben,Fremd\nlot,Goods.,asset,Los\n"
    [entry] = recognised(text, Oben="broader", Fremd="term@de")
    assert relations(entry) == [("broader", False, "asset")]
    assert entry.translations == [("Los", "de")]
    [turned] = recognised(text, Oben="narrower")
    assert relations(turned) == [("broader", True, "asset")]


def test_field_that_nobody_knows_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UnknownName, match="unknown field 'definitoin'; did you mean definition"):
        ColumnTitles(ONTOLOGY, {"Text": "definitoin"})


def test_columns_that_no_document_has_are_told(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("Sache,Worte\nlot,Goods made together.\n", encoding="utf-8")
    given = {"Sache": "term", "Worte": "definition", "Farbe": "ignore", "C": "note"}
    found: Build = build([str(tmp_path)], columns=given)
    assert found.unused == ("Farbe", "C")
    assert list(entries(found)) == ["lot"]


@pytest.mark.parametrize(
    "title",
    ["Manager", "Managed by", "Supervisor", "Boss", "Line manager", "Vorgesetzter", "N+1", "Jefe directo"],
)
def test_column_of_superiors_names_whom_the_role_of_the_row_reports_to(tmp_path: Path, title: str) -> None:
    rows = f"Role,Department,{title},Description\nDispatcher,Transport,Head of logistics,Plans routes.\n"
    found = built_of(tmp_path, a_csv=rows)
    told = [triple(each, labels(found)) for each in found.evidence]
    assert ("Dispatcher", "reportsTo", "head of logistics") in told


def test_field_of_a_superior_names_whom_the_role_reports_to(tmp_path: Path) -> None:
    found = built_of(
        tmp_path, a_md="# Dispatcher\n\nManager: Head of Logistics\n\n## Responsibilities\n\n- Plan routes\n"
    )
    told = [triple(each, labels(found)) for each in found.evidence]
    assert ("Dispatcher", "reportsTo", "Head of Logistics") in told
