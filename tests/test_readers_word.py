"""Word documents: headings, lists, tables and text as their readers see them, counted by paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
import word_samples as w
from outline import bold, linked, outline
from word_samples import item, p, r, row, style, table, word

from rolegraph.extraction import build
from rolegraph.readers import Document, Heading, Item, Paragraph, ReadError, Span, Table, read_bytes

HEADINGS = style("Heading1", "heading 1") + style("Heading2", "heading 2") + style("Title", "Title")


def read(body: str, styles: str = HEADINGS, language: str = "") -> Document:
    return read_bytes(word(body, styles=styles, language=language), "terms.docx")


def shown(body: str, styles: str = HEADINGS) -> list[str]:
    return outline(read(body, styles))


def first_span(body: str) -> Span:
    block = read(body).blocks[0]
    assert isinstance(block, Heading | Paragraph | Item)
    return block.span


def test_headings_are_told_by_style_and_counted_by_paragraph() -> None:
    body = (
        p("Sourcing", style="Heading1") + p("") + p("Work that is handed out.") + p("Near", style="Heading2")
    )
    assert shown(body) == ["1 # Sourcing", "3 Work that is handed out.", "4 ## Near"]


@pytest.mark.parametrize(
    "name", ["Überschrift 2", "Titre 2", "Título 2", "Heading 2", "heading 2", "見出し 2"]
)
def test_headings_are_told_by_the_names_that_other_languages_give_them(name: str) -> None:
    assert shown(p("Queue", style="x7") + p("It waits."), style("x7", name)) == ["1 ## Queue", "2 It waits."]


def test_headings_are_told_by_the_outline_level_of_a_style_that_another_is_based_on() -> None:
    styles = style("Base", "Chapter", '<w:outlineLvl w:val="2"/>') + style("Own", "Ours", based_on="Base")
    assert shown(p("Queue", style="Own") + p("It waits."), styles) == ["1 ### Queue", "2 It waits."]


def test_headings_are_told_by_their_own_outline_level() -> None:
    assert shown(p("Queue", properties='<w:outlineLvl w:val="0"/>') + p("It waits."))[0] == "1 # Queue"
    body = p("Queue", style="Heading1", properties='<w:outlineLvl w:val="9"/>') + p(
        "It waits.", style="Heading2"
    )
    assert shown(body) == ["1 Queue", "2 ## It waits."]


def test_headings_stand_below_a_title() -> None:
    body = p("Glossary", style="Title") + p("Sourcing", style="Heading1") + p("It is handed out.")
    assert shown(body) == ["1 # Glossary", "2 ## Sourcing", "3 It is handed out."]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = style("A", "Ours", based_on="B") + style("B", "Theirs", based_on="A")
    assert shown(p("It waits in a queue.", style="A"), styles) == ["1 It waits in a queue."]


def test_bold_lines_are_headings_where_no_style_marks_any() -> None:
    body = p(w.bold("Queue")) + p("Where calls wait until somebody is free.")
    assert shown(body) == ["1 ? Queue", "2 Where calls wait until somebody is free."]


def test_bold_that_begins_a_paragraph_is_noted_also_over_several_runs() -> None:
    span = first_span(p(w.bold("Ser") + w.bold("vice desk") + r(": takes the calls.")))
    assert (span.text, bold(span)) == ("Service desk: takes the calls.", ["Service desk"])


def test_bold_by_style_can_be_switched_off() -> None:
    styles = style("Strong", "Strong one", runs="<w:b/>")
    document = read(p(r("Queue") + r(" of calls.", '<w:b w:val="0"/>'), style="Strong"), styles)
    assert [bold(block.span) for block in document.blocks if isinstance(block, Paragraph)] == [["Queue"]]


def test_items_have_depth_and_order_by_their_numbering() -> None:
    body = item("calls") + item("mail", depth=1) + item("first", number=2) + item("plain text", number=0)
    assert shown(body) == ["1 - calls", "2   - mail", "3 1. first", "4 plain text"]


def test_items_are_told_by_the_numbering_or_the_name_of_their_style() -> None:
    numbered = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    styles = style("Own", "Ours", numbered) + style("ListBullet2", "List Bullet 2")
    assert shown(p("one", style="Own") + p("two", style="ListBullet2"), styles) == ["1 1. one", "2   - two"]


def test_bullets_that_are_typed_make_items() -> None:
    assert shown(p("• Queue: where calls wait.") + p("2. Desk: where they end.")) == [
        "1 - Queue: where calls wait.",
        "2 1. Desk: where they end.",
    ]


def test_inserted_text_is_kept_and_deleted_text_dropped() -> None:
    body = p(
        r("A queue ")
        + f"<w:ins>{r('of calls ')}</w:ins><w:del><w:r><w:delText>of letters</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r('there ')}</w:moveFrom><w:moveTo>{r('here ')}</w:moveTo>"
        + r("waits.")
    )
    assert shown(body) == ["1 A queue of calls here waits."]


def test_notes_remarks_hidden_text_and_pictures_are_left_out() -> None:
    body = p(
        r("A queue")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="3"/></w:r>'
        + r("secret", "<w:vanish/>")
        + "<w:r><w:drawing/></w:r>"
        + r(" waits.")
    )
    assert shown(body) == ["1 A queue waits."]


def test_tables_of_contents_and_captions_are_left_out_but_counted() -> None:
    styles = style("TOC1", "toc 1") + style("Caption", "caption") + HEADINGS
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Contents')}{p('Queue 3')}</w:sdtContent></w:sdt>"
    )
    body = contents + p("Queue 3", style="TOC1") + p("Figure 1: a queue", style="Caption") + p("It waits.")
    assert shown(body, styles) == ["5 It waits."]


def test_hyperlinks_keep_their_targets_in_every_form() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK \\l "desk" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("desk")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" HYPERLINK &quot;crm.md&quot; ">{r("CRM")}</w:fldSimple>'
    span = first_span(
        p(
            f'<w:hyperlink r:id="rId9">{r("queue")}</w:hyperlink>{r(", ")}'
            f'<w:hyperlink w:anchor="agent">{r("agent")}</w:hyperlink>{r(", ")}{field}{r(", ")}{simple}'
        )
    )
    assert span.text == "queue, agent, desk, CRM"
    assert linked(span) == [
        ("queue", "terms.html#queue"),
        ("agent", "#agent"),
        ("desk", "#desk"),
        ("CRM", "crm.md"),
    ]


def test_line_breaks_are_noted_and_content_controls_and_formulas_read() -> None:
    span = first_span(
        p(
            f"<w:sdt><w:sdtContent>{r('Ratio')}</w:sdtContent></w:sdt><w:r><w:br/></w:r>"
            f"<m:oMath><m:r><m:t>a/b</m:t></m:r></m:oMath><w:r><w:noBreakHyphen/></w:r>{r('x')}"
        )
    )
    assert (span.text, span.breaks) == ("Ratio a/b-x", (6,))


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(p(r("Before. ") + shape) + p("After.")) == ["1 Before.", "2 In a box.", "3 After."]


ROWS = ("Term|Meaning", "Queue|Where calls wait until somebody is free.", "Desk|Where they end.")


def test_header_row_is_told_by_its_mark() -> None:
    marked = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{w.cell('Term')}{w.cell('Meaning')}</w:tr>"
    [found] = read(table(marked, *ROWS[1:])).blocks
    assert isinstance(found, Table)
    assert [cell.text for cell in found.header] == ["Term", "Meaning"]
    assert [(each.line, each.cells[0].text) for each in found.rows] == [(3, "Queue"), (5, "Desk")]


@pytest.mark.parametrize("look", ['w:firstRow="1"', 'w:val="04A0"'])
def test_header_row_is_told_by_its_look(look: str) -> None:
    [found] = read(table(*ROWS, properties=f"<w:tblLook {look}/>")).blocks
    assert isinstance(found, Table)
    assert [cell.text for cell in found.header] == ["Term", "Meaning"]


def test_header_row_is_told_by_being_bold_alone() -> None:
    head = f"<w:tr><w:tc>{p(w.bold('Term'))}</w:tc><w:tc>{p(w.bold('Meaning'))}</w:tc></w:tr>"
    [found] = read(table(head, *ROWS[1:])).blocks
    assert isinstance(found, Table)
    assert [cell.text for cell in found.header] == ["Term", "Meaning"]


def test_first_row_that_nothing_sets_off_is_no_header() -> None:
    [found] = read(table(*ROWS[1:])).blocks
    assert isinstance(found, Table)
    assert (found.header, len(found.rows)) == ((), 2)


def test_merged_cells_keep_the_columns() -> None:
    down = [w.cell("Support", '<w:vMerge w:val="restart"/>'), w.cell("", "<w:vMerge/>")]
    across = w.cell("All", '<w:gridSpan w:val="2"/>')
    rows = [f"<w:tr>{down[0]}{w.cell('Queue')}</w:tr>", f"<w:tr>{down[1]}{w.cell('Desk')}</w:tr>"]
    assert shown(table(*rows, f"<w:tr>{across}</w:tr>", "a|b")) == [
        "1  / Support | Queue / Support | Desk / All |  / a | b"
    ]


def test_several_paragraphs_of_a_cell_are_joined_by_breaks() -> None:
    cells = f"<w:tr>{w.cell('Queue')}<w:tc>{p('It waits.')}{item('calls')}</w:tc></w:tr>"
    [found] = read(table(cells, "a|b")).blocks
    assert isinstance(found, Table)
    assert (found.rows[0].cells[1].text, found.rows[0].cells[1].breaks) == ("It waits. calls", (10,))


def test_table_of_one_column_is_a_frame_and_nested_tables_follow_their_own() -> None:
    assert shown(table("It waits.", "It ends.")) == ["1 It waits.", "2 It ends."]
    nested = f"<w:tr><w:tc>{table('a|b', 'c|d')}{p('x')}</w:tc>{w.cell('y')}</w:tr>"
    assert shown(table(nested, "e|f")) == ["5  / x | y / e | f", "1  / a | b / c | d"]


def test_table_without_any_text_is_left_out() -> None:
    assert shown(table("|", "|") + p("It waits.")) == ["5 It waits."]


def test_deleted_rows_are_dropped() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{w.cell('gone')}{w.cell('too')}</w:tr>"
    assert shown(table("a|b", deleted, row("c|d"))) == ["1  / a | b / c | d"]


def test_paragraphs_that_tabs_cut_alike_are_rows() -> None:
    tabbed = "".join(p(f"{r(term)}<w:r><w:tab/></w:r>{r('where it is')}") for term in ("Queue", "Desk"))
    assert shown(tabbed + p("It ends.")) == ["1  / Queue | where it is / Desk | where it is", "3 It ends."]


def test_language_is_that_of_most_of_the_text_without_its_region() -> None:
    german = p(r("Eine Warteschlange für Anrufe.", '<w:lang w:val="de-AT"/>'))
    assert read(p("It waits in a queue."), language="en-US").language == "en"
    assert read(p("Queue") + german, language="en-US").language == "de"
    assert read(p("It waits.")).language == ""


def test_title_of_the_properties_names_the_source_and_makes_no_entry(tmp_path: Path) -> None:
    data = word(p("Queue: a row of calls that wait."), title="Draft 7")
    (tmp_path / "terms.docx").write_bytes(data)
    assert read_bytes(data, "terms.docx").meta == {"dc:title": "Draft 7"}
    assert [term.label.value for term in build([str(tmp_path)]).terms if not term.mention] == ["Queue"]


@pytest.mark.parametrize(("ending", "main"), [(".docm", w.MACROS), (".dotx", w.TEMPLATE)])
def test_documents_with_macros_and_templates_are_read_and_nothing_is_run(ending: str, main: str) -> None:
    data = word(p("It waits."), main=main, more={"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert outline(read_bytes(data, f"terms{ending}")) == ["1 It waits."]


def test_evidence_stands_on_the_number_of_its_paragraph(tmp_path: Path) -> None:
    body = (
        p("Glossary", style="Title")
        + p("Agent: a person who answers calls.")
        + p("")
        + p("The agent uses a dialler.")
    )
    (tmp_path / "terms.docx").write_bytes(word(body, styles=HEADINGS))
    found = [(each.quote.value, each.place.first) for each in build([str(tmp_path)]).evidence]
    assert ("The agent uses a dialler.", 4) in found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no more", "is no ZIP file, or a damaged one"),
        (b"It waits.", "is no ZIP file, or a damaged one"),
        (b"\xd0\xcf\x11\xe0rest", "is locked by a password or of an old Office form"),
        (w.packed({"a.txt": b"x"}), "is no Word document, or a damaged one"),
        (word("<w:p>"), "is no Word document, or a damaged one"),
    ],
)
def test_what_is_no_word_document_is_one_clear_error(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"^terms\.docx: {reason}"):
        read_bytes(data, "terms.docx")
