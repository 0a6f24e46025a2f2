"""Sheets: CSV, TSV and Excel workbooks, each cell on its line."""

from __future__ import annotations

import pytest
from outline import linked, outline
from workbook_samples import OFFICE, PACKAGE, open_document, sheet, workbook

from rolegraph.readers import Document, ReadError, Table, read_bytes


def csv(text: str, name: str = "terms.csv") -> Document:
    return read_bytes(text.encode("utf-8"), name)


def table(document: Document) -> Table:
    """Give the only table of a document."""
    [block] = document.blocks
    assert isinstance(block, Table)
    return block


def rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table(document).rows]


def refusal(data: bytes, name: str = "terms.xlsx") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return str(caught.value)


# --- delimited text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_the_one_that_gives_rows_of_one_width(delimiter: str) -> None:
    text = f"Term{delimiter}Meaning\nlead time{delimiter}from order to delivery\nlot{delimiter}goods made together\n"
    assert rows(csv(text)) == [
        ["Term", "Meaning"],
        ["lead time", "from order to delivery"],
        ["lot", "goods made together"],
    ]


def test_delimiter_of_texts_with_commas_is_the_semicolon() -> None:
    text = "Term;Meaning\nlot;goods, made together, as one\nbin;a place, in a store, for goods\n"
    assert rows(csv(text))[1] == ["lot", "goods, made together, as one"]


def test_first_line_names_the_delimiter_and_is_no_row() -> None:
    document = csv("sep=|\nTerm|Meaning\nlot|goods; made; together\n")
    assert rows(document)[0] == ["Term", "Meaning"]
    assert table(document).rows[0].line == 2


def test_each_character_of_a_quoted_cell_has_its_line() -> None:
    document = csv('Term,Meaning,Note\nlot,"goods\nmade together","seen\nhere"\nbin,a place,\n')
    lot, last = table(document).rows[1:]
    assert [cell.starts for cell in lot.cells] == [((0, 2),), ((0, 2), (6, 3)), ((0, 3), (5, 4))]
    assert lot.cells[1].breaks == (6,)
    assert last.line == 5


def test_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    document = csv('Term,Meaning\nlot,"goods\nbin,a place\nrack,a frame\n')
    assert rows(document) == [["Term", "Meaning"], ["lot", '"goods'], ["bin", "a place"], ["rack", "a frame"]]
    assert [row.line for row in table(document).rows] == [1, 2, 3, 4]


def test_quotation_marks_between_tabs_are_text_where_they_do_not_close_the_cell() -> None:
    assert rows(csv('Term\tMeaning\n"lot" size\thow many\n', "terms.tsv"))[1] == ['"lot" size', "how many"]


def test_ragged_rows_empty_rows_and_remarks() -> None:
    text = "# kept by the store\nTerm,Meaning,Note\n\nlot,goods\n,,\n# to do\nbin,a place, here, or there\n"
    document = csv(text)
    assert rows(document) == [
        ["Term", "Meaning", "Note"],
        ["lot", "goods"],
        ["bin", "a place", "here, or there"],
    ]
    assert [row.line for row in table(document).rows] == [2, 4, 7]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_told(encoding: str) -> None:
    text = "Begriff;Erklärung\nLos;Güter, die zusammen gefertigt werden\nFach;Platz für Güter\n"
    assert rows(read_bytes(text.encode(encoding), "terms.csv"))[0] == ["Begriff", "Erklärung"]


def test_markup_of_cells_is_taken_out() -> None:
    document = csv('Term,Meaning\nlot,"<p>goods made <b>together</b></p> &amp; [packed](#pack)"\n')
    cell = table(document).rows[1].cells[1]
    assert cell.text == "goods made together & [packed](#pack)"
    plain = table(csv("Term,Meaning\nlot,goods **made** [together](#pack)\n")).rows[1].cells[1]
    assert (plain.text, linked(plain)) == ("goods made together", [("together", "#pack")])


def test_file_without_rows_has_no_blocks() -> None:
    assert csv("\n\n").blocks == ()


# --- workbooks -----------------------------------------------------------------------------------------------


def test_line_of_a_cell_is_its_row() -> None:
    xml = sheet({3: ["Term", "Meaning"], 7: ["lot", "goods made\ntogether"]})
    document = read_bytes(workbook({"Terms": xml}), "terms.xlsx")
    assert outline(document) == ["3  / Term | Meaning / lot | goods made together"]
    assert table(document).rows[1].cells[1].starts == ((0, 7),)
    assert table(document).rows[1].cells[1].breaks == (11,)


def test_several_sheets_have_their_names_above_and_hidden_ones_are_left_out() -> None:
    one, other = sheet({1: ["lot", "goods"]}), sheet({1: ["bin", "a place"]})
    data = workbook({"Store": one, "Notes": sheet({}), "Yard": other, "Lists": one}, hidden=["Lists"])
    assert outline(read_bytes(data, "terms.xlsx")) == [
        "1 # Store",
        "1  / lot | goods",
        "1 # Yard",
        "1  / bin | a place",
    ]


def test_hidden_sheet_is_read_where_no_other_has_content() -> None:
    data = workbook({"Store": sheet({1: ["lot", "goods"]}), "Notes": sheet({})}, hidden=["Store"])
    assert outline(read_bytes(data, "terms.xlsm")) == ["1  / lot | goods"]


def test_numbers_and_formulas_are_read_as_they_show() -> None:
    xml = sheet({1: ["lot", 3, 2.5, ("A1&B1", "lot3")]})
    assert outline(read_bytes(workbook({"S": xml}), "t.xlsx")) == ["1  / lot | 3 | 2.5 | lot3"]


def test_merged_cell_stands_in_each_of_its_rows() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    xml = sheet({1: ["Group", "Term"], 2: ["Store", "lot"], 3: ["", "bin"], 4: ["", "dock"]}, merged)
    found = rows(read_bytes(workbook({"S": xml}), "t.xlsx"))
    assert found == [["Group", "Term"], ["Store", "lot"], ["Store", "bin"], ["", "dock"]]


def test_hyperlinks_of_cells_are_kept() -> None:
    links = (
        '<hyperlinks><hyperlink ref="A1" r:id="rId7"/><hyperlink ref="B2" location="Store!A1"/></hyperlinks>'
    )
    target = f'<Relationship Id="rId7" Type="{OFFICE}/hyperlink" Target="https://example.org/lot"/>'
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{target}</Relationships>'
    xml = sheet({1: ["lot", "goods"], 2: ["bin", "a place"]}, links)
    data = workbook({"Store": xml}, parts={"xl/worksheets/_rels/sheet1.xml.rels": rels})
    first, second = table(read_bytes(data, "t.xlsx")).rows
    assert [linked(cell) for cell in first.cells] == [[("lot", "https://example.org/lot")], []]
    assert [linked(cell) for cell in second.cells] == [[], [("a place", "#Store!A1")]]


def test_what_is_no_workbook_is_refused() -> None:
    assert refusal(b"Term;Meaning") == (
        "terms.xlsx: is no Excel workbook of 2007 or later, nor an OpenDocument sheet; save it as .xlsx"
    )
    assert "save it again" in refusal(b"PK\x03\x04 and nothing more")
    assert "save it again" in refusal(workbook({"S": sheet({})})[:-40])


def test_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolegraph.readers.workbook_parts._MAX_UNPACKED", 8 << 20)
    bomb = workbook({"S": sheet({1: ["lot"]})}, parts={"xl/media/image1.bin": bytes(9 << 20)})
    assert refusal(bomb) == "terms.xlsx: unpacks to more than 8 MB; split it"


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    for declaration in (laughs, outside):
        data = workbook({"S": declaration + sheet({1: ["lot"]})})
        assert refusal(data) == (
            "terms.xlsx: declares entities in xl/worksheets/sheet1.xml, as no Office file does"
        )


def test_cells_that_are_too_far_apart_are_refused() -> None:
    far = sheet({1: ["lot"]}).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert "far apart" in refusal(workbook({"S": far}))


def test_empty_cells_far_away_do_no_harm() -> None:
    far = sheet({1: ["lot", "goods"]}).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    assert outline(read_bytes(workbook({"S": far}), "terms.xlsx")) == ["1  / lot | goods"]


CELL = '<table:table-cell office:value-type="string"{}><text:p>lot</text:p></table:table-cell>'


def test_open_document_sheet_is_read_with_its_rows() -> None:
    gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    row = f"<table:table-row>{CELL.format('')}{CELL.format('')}</table:table-row>"
    tail = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    document = read_bytes(open_document(gap + row + tail), "terms.ods")
    assert (document.form, outline(document)) == ("ods", ["4  / lot | lot"])


def test_repeated_cells_beyond_reason_are_refused() -> None:
    wide = CELL.format(' table:number-columns-repeated="16384"')
    rows = f'<table:table-row table:number-rows-repeated="1048576">{wide}</table:table-row>'
    assert "far apart" in refusal(open_document(rows), "terms.ods")
