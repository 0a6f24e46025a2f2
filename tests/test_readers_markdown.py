"""Markdown comes out as blocks without mark-up, each character on its line."""

from __future__ import annotations

import pytest
from outline import bold, linked, outline, spans

from rolegraph.readers import Document, Paragraph, Table, read_bytes


def markdown(text: str) -> Document:
    return read_bytes(text.encode(), "terms.md")


def first_paragraph(text: str) -> Paragraph:
    block = markdown(text).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def test_headings_keep_their_levels() -> None:
    text = "# Roles\n\nProduct owner\n=============\n\nKeeps the backlog.\n\n### Levels ###\n"
    assert outline(markdown(text)) == [
        "1 # Roles",
        "3 # Product owner",
        "6 Keeps the backlog.",
        "8 ### Levels",
    ]


def test_a_sentence_above_a_rule_is_no_heading() -> None:
    assert outline(markdown("Work that moves to a country next door is nearshoring.\n---\n")) == [
        "1 Work that moves to a country next door is nearshoring."
    ]


def test_lines_of_a_paragraph_are_joined_and_each_keeps_its_number() -> None:
    span = first_paragraph("\nA firm that\nruns call centres  \nfor others.").span
    assert span.text == "A firm that runs call centres for others."
    assert span.starts == ((0, 2), (12, 3), (30, 4))
    assert [span.line_at(offset) for offset in (0, 11, 12, 29, 30, 40)] == [2, 2, 3, 3, 4, 4]


def test_hard_breaks_are_noted() -> None:
    assert first_paragraph("one and\ntwo  \nthree\\\nfour<br>five").span.breaks == (12, 18, 23)


def test_inline_mark_up_is_removed() -> None:
    span = first_paragraph(
        "The **product** *manager* ~~may~~ `owns` ![a chart](c.png) <b>R&amp;D</b> \\*today\\*"
    ).span
    assert span.text == "The product manager may owns R&D *today*"
    assert bold(span) == ["product", "R&D"]


def test_code_and_links_that_run_over_lines_do_not_shift_the_lines_below() -> None:
    span = first_paragraph(
        'A `code\nspan`, a [link](/x/\n"title"), an ![image\n](y)\nand the <i\nlang="en">end</i>'
    ).span
    assert span.text == "A code span, a link, an and the end"
    assert [(span.text[at : at + 3], line) for at, line in span.starts] == [
        ("A c", 1),
        ("spa", 2),
        (", a", 3),
        ("and", 5),
        ("end", 6),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("An [SLA](/sla/ 'title') it is", [("SLA", "/sla/")]),
        ("An [SLA][agreement] it is\n\n[agreement]: ../SLA%20x.md", [("SLA", "../SLA%20x.md")]),
        ("An [SLA] it is\n\n[sla]: <a b.md>", [("SLA", "a b.md")]),
        ("See [[Offshoring]] now", [("Offshoring", "Offshoring")]),
        ("See [[Offshoring#Costs|what it costs]] now", [("what it costs", "Offshoring#Costs")]),
        ("See <https://example.org/ü> now", [("https://example.org/ü", "https://example.org/ü")]),
        ('See <a class="x" href="/kpo/">KPO</a> now', [("KPO", "/kpo/")]),
        ("See [](/empty/) and [![logo](l.png)](/home/) now", []),
        ("Run [this](javascript:x) now", [("this", "javascript:x")]),
    ],
)
def test_links_keep_the_target_as_written(text: str, links: list[tuple[str, str]]) -> None:
    assert linked(first_paragraph(text).span) == links


def test_items_know_their_depth_and_further_paragraphs() -> None:
    text = (
        "1. plan\n\n   and check\n2. build\n   - code\n     it\n     * test\n   > quoted\n"
        "- [x] done\n-\n- ![only](a.png)\n"
    )
    assert outline(markdown(text)) == [
        "1 1. plan + and check",
        "4 1. build + quoted",
        "5   - code it",
        "7     - test",
        "9 - done",
    ]


def test_bullets_of_word_processors_are_items() -> None:
    assert outline(markdown("Skills are:\n• writing\n• counting")) == [
        "1 Skills are:",
        "2 - writing",
        "3 - counting",
    ]


def test_a_block_quote_gives_paragraphs_and_items() -> None:
    assert outline(markdown("> [!NOTE]\n> A word\n> of care\n>\n> - one\n")) == [
        "2 A word of care",
        "5 - one",
    ]


def test_a_table_has_header_rows_and_lines() -> None:
    text = "| Duty | Share |\n|:--|--:|\n| a \\| b | **20%** |\n| [calls](/c/) |\n"
    [table] = markdown(text).blocks
    assert outline(markdown(text)) == ["1 Duty | Share / a | b | 20% / calls | "]
    assert [cell.line for cell in spans(markdown(text))] == [1, 1, 3, 3, 4, 4]
    assert table == markdown(text).blocks[0]


def test_a_line_without_pipes_ends_a_table() -> None:
    assert outline(markdown("| a | b |\n|---|---|\n| c | d |\nAnd so it ends.\n")) == [
        "1 a | b / c | d",
        "4 And so it ends.",
    ]


def test_definition_lists_are_pairs() -> None:
    text = "# T\n\nKPO\n: Knowledge work\n  done elsewhere.\n: Also **costly**.\n\nITO\n\n: IT work with\n  - servers\n"
    assert outline(markdown(text)) == [
        "1 # T",
        "3 KPO := Knowledge work done elsewhere. := Also costly.",
        "8 ITO := IT work with",
        "11 - servers",
    ]


def test_footnotes_stand_where_they_were_written() -> None:
    assert outline(markdown("# T\n\nIt is paid[^1] well.\n\n[^1]: In most\n    places.\n\nEnd of it.")) == [
        "1 # T",
        "3 It is paid well.",
        "5 In most places.",
        "8 End of it.",
    ]


def test_comments_and_codes_are_dropped_and_lines_stay() -> None:
    text = (
        "# T <!-- x -->\n<!-- one\n\ntwo -->\n{{% alert\n color=red %}}\nWithin it.\n{{% /alert %}}\n{% raw %}\n"
        "A {{< glossary_tooltip text='vendor' term_id=\"vendor\" >}} sells.\n{: .wide}\n:::note\nBe warned.\n:::\n"
        '[Go]({{< ref "page.md" >}}) and [on]({{ site.url }}/on/).\n\n## Head {#id}\n<!-- never closed,\nlast.\n'
    )
    document = markdown(text)
    assert outline(document) == [
        "1 # T",
        "7 Within it.",
        "10 A vendor sells.",
        "13 Be warned.",
        "15 Go and on.",
        "17 ## Head",
        "18 never closed, last.",
    ]
    assert [link for span in spans(document) for link in linked(span)] == [
        ("vendor", "vendor"),
        ("Go", "page.md"),
        ("on", "/on/"),
    ]


def test_codes_in_backticks_are_text() -> None:
    assert first_paragraph("Write `{{< ref >}}` there.").span.text == "Write {{< ref >}} there."


def test_code_blocks_are_dropped_and_indented_sentences_are_not() -> None:
    text = "# T\n\n```sh\nmake it so now.\n```\n\n    Work that is done abroad\n    by others.\n\nx\n\n    y = f(x);\n"
    assert outline(markdown(text)) == ["1 # T", "7 Work that is done abroad by others.", "10 x"]


def test_of_html_blocks_the_words_stay() -> None:
    text = (
        "# T\n\n<details>\n<summary>What is BPO?</summary>\n\nA sector.\n\n</details>\n\n"
        "<dl>\n<dt>KPO</dt>\n<dd>Knowledge work,\n<b>costly</b></dd>\n</dl>\n\n"
        "<ul><li>one</li><li><p>two</p></li></ul>\n<script>\nvar x;\n</script>\n\n"
        "<table><tr><th>Term</th><th>Class</th></tr>\n"
        "<tr><td>PM<br>APM</td><td><a href='/r/'>role</a></td></tr></table>\n"
    )
    document = markdown(text)
    assert outline(document) == [
        "1 # T",
        "4 ? What is BPO?",
        "6 A sector.",
        "11 KPO := Knowledge work, costly",
        "16 - one",
        "16 - two",
        "21 Term | Class / PM APM | role",
    ]
    assert [link for span in spans(document) for link in linked(span)] == [("role", "/r/")]


def test_a_bold_line_heads_what_is_below() -> None:
    text = (
        "# T\n\n**Nearshoring**\n\nWork moves next door.\n\n"
        "**Onshoring**\nWork stays,\nmostly.\n\n**Note** this.\n\n**End**\n"
    )
    assert outline(markdown(text)) == [
        "1 # T",
        "3 ? Nearshoring",
        "5 Work moves next door.",
        "7 ? Onshoring",
        "8 Work stays, mostly.",
        "11 Note this.",
        "13 End",
    ]


def test_a_term_line_heads_the_definition_line() -> None:
    assert outline(markdown("# T\n\nOnshoring\nWork stays in the country.\n\nThis line\ngoes on.")) == [
        "1 # T",
        "3 ? Onshoring",
        "4 Work stays in the country.",
        "6 This line goes on.",
    ]


def test_without_marked_headings_bare_lines_are_headings() -> None:
    text = "Glossary\n\nOnshoring\n\nWork stays in the country, whatever that costs.\n\nSee also\n\n- offshoring\n"
    assert outline(markdown(text)) == [
        "1 ? Glossary",
        "3 ? Onshoring",
        "5 Work stays in the country, whatever that costs.",
        "7 ? See also",
        "9 - offshoring",
    ]


def test_markdown_without_blank_lines_is_read_line_by_line() -> None:
    text = (
        "Product owner\nDefinition\nA product owner keeps the backlog in order and decides what comes next.\n"
        "How it works\nAt each planning the owner brings what matters most to [users](/users/).\n"
        "Related terms\n- Scrum master: guards the method.\n"
    )
    document = markdown(text)
    assert document.form == "markdown"
    assert outline(document) == [
        "1 ? Product owner",
        "2 ? Definition",
        "3 A product owner keeps the backlog in order and decides what comes next.",
        "4 ? How it works",
        "5 At each planning the owner brings what matters most to users.",
        "6 ? Related terms",
        "7 - Scrum master: guards the method.",
    ]


def test_unseen_characters_go_and_odd_spaces_become_plain() -> None:
    text = "The pro\u00adduct\u00a0man\u200bager&nbsp;of&shy;fice\n"
    assert first_paragraph(text).span.text == "The product manager office"


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: PM\n---\n", "<!-- all -->", "![a](b)", "***"])
def test_a_document_may_hold_nothing(text: str) -> None:
    assert markdown(text).blocks == ()


def test_terms_in_a_front_matter_in_toml_are_a_table_with_their_lines() -> None:
    terms = (
        '[[terms]]\nterm = "CRM"\ndefinition = "Software."\n[[terms]]\nterm = "SLA"\ndefinition = "A pact."\n'
    )
    found = read_bytes(f'+++\ntitle = "Words"\n\n{terms}+++\n\nText.\n'.encode(), "terms.md")
    assert [row.line for block in found.blocks if isinstance(block, Table) for row in block.rows] == [5, 8]


def test_a_blank_written_as_an_entity_below_a_table_is_no_paragraph() -> None:
    [block] = read_bytes(b"a|b\n-|-\n&nbsp;\n", "terms.md").blocks
    assert isinstance(block, Table)


def test_abbreviations_of_php_markdown_extra_are_definitions() -> None:
    text = "# Words\n\nThe TOS is down.\n\n*[TOS]: Terminal operating system\n*[BL]: Bill of lading\n"
    assert outline(read_bytes(text.encode(), "words.md"))[2:] == [
        "5 TOS := Terminal operating system",
        "6 BL := Bill of lading",
    ]
