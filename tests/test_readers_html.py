"""Web pages: which blocks come of their elements, what is left out as no content, encodings, data, anchors."""

from __future__ import annotations

import pytest
from outline import bold, linked, outline

from rolegraph.readers import Definition, Document, Heading, ReadError, Table, read_bytes


def page(body: str, head: str = "") -> Document:
    text = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return read_bytes(text.encode(), "page.html")


def shown(body: str, head: str = "") -> list[str]:
    """Give the blocks without their line numbers: most pages under test are one line."""
    return [line.partition(" ")[2] for line in outline(page(body, head))]


def reasons(body: str) -> list[tuple[str, str]]:
    return [(each.text, each.reason) for each in page(body).dropped]


def test_each_character_stands_on_its_line() -> None:
    document = page("<p>An\nagent<!-- one\ntwo --> <b\nid=x>answers</b\n> calls.</p>")
    [paragraph] = document.blocks
    assert not isinstance(paragraph, Table | Definition)
    assert paragraph.span.text == "An agent answers calls."
    assert paragraph.span.starts == ((0, 1), (3, 2), (9, 4), (17, 5))
    assert bold(paragraph.span) == ["answers"]


def test_text_that_the_parser_moves_keeps_its_line() -> None:
    assert outline(page("<table>\n<tr><td>cell<td>two\n</tr>\nstray</table>")) == [
        "4 stray",
        "2  / cell | two",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<dl><dt>BPO<dd>Work done elsewhere.<dt>KPO<dd>Knowledge work.</dl>", ["BPO", "KPO"]),
        ("<dl><div><dt>BPO<dd>Work.</div><div><dt>KPO<dd>Knowledge.</div></dl>", ["BPO", "KPO"]),
        ("<dl><dt><h3>BPO</h3><dd><p>Work.</p></dl>", ["BPO"]),
        ("<dl><dt>BPO</dt><p>Work.</p></dl>", ["BPO"]),
        ("<dl><dt>A</dt><dt>Agent</dt><dd>One who answers.</dd></dl>", ["Agent"]),
        ("<dl><dt>BPO<dd>Work.<dl><dt>ITO<dd>IT work.</dl></dl>", ["BPO", "ITO"]),
        ("<dl><dt>BPO</dt><dt>KPO</dt></dl>", ["BPO", "KPO"]),
    ],
)
def test_definition_lists_pair_terms_with_texts(body: str, expected: list[str]) -> None:
    blocks = page(body).blocks
    assert [block.term.text for block in blocks if isinstance(block, Definition)] == expected


def test_several_terms_of_one_text_are_its_names_and_several_texts_its_details() -> None:
    body = (
        "<dl><dt>SLA<dt>Service level agreement<dd>A promise.<dd><p>It is signed.</p><ul><li>yearly</ul></dl>"
    )
    assert shown(body) == ["SLA = Service level agreement := A promise. := It is signed. := yearly"]


def test_abbreviation_that_is_a_term_brings_its_full_name() -> None:
    body = "<dl><dt><abbr title='Service level agreement'>SLA</abbr><dd>A promise.</dl>"
    assert shown(body) == ["SLA = Service level agreement := A promise."]


def test_numbers_of_meanings_and_links_to_notes_are_cut_off() -> None:
    body = "<dl><dt>Lead<dd>1. One who may buy.<sup><a href='#n1'>[1]</a></sup><dd>2. A hint.</dl>"
    assert shown(body) == ["Lead := One who may buy. := A hint."]


def test_bullets_that_are_set_as_text_make_items() -> None:
    assert shown("<p>·&nbsp;&nbsp; <b>Lead</b> – one who may buy.</p>") == ["- Lead – one who may buy."]


def test_lists_keep_depth_numbers_and_further_paragraphs() -> None:
    body = "<ol><li><p>One</p><p>more</p><ul><li>deep</ul><li>Two</ol>"
    assert shown(body) == ["1. One + more", "  - deep", "1. Two"]


def test_item_with_a_heading_is_a_section() -> None:
    assert shown("<ul><li><h3>Churn</h3><p>Loss of customers.</p></ul>") == [
        "### Churn",
        "Loss of customers.",
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><th>Term<th>Text<tr><td>PM<td>A role", "Term | Text / PM | A role"),
        ("<thead><tr><td>Term<td>Text<tbody><tr><th scope=row>PM<td>A role", "Term | Text / PM | A role"),
        ("<tr><td><b>Term</b><td><b>Text</b><tr><td>PM<td>A role", "Term | Text / PM | A role"),
        ("<tr><td>PM<td>A role<tr><td>QA<td>A check", " / PM | A role / QA | A check"),
        ("<tr><td rowspan=2>PM<td>A role<tr><td>A job", " / PM | A role / PM | A job"),
        ("<tr><th>Term<th>Text<tr><th colspan=2>P<tr><td>PM<td>A role", "Term | Text / PM | A role"),
        ("<tr><th>Term<th>Text<tr><td>PM<td><p>A role</p><p>or job</p>", "Term | Text / PM | A role or job"),
        ("<tr><th>Term<th>Text<tr><td colspan=2>PM<td>x<tr><td>QA<td>y", "Term | Text / PM |  | x / QA | y"),
    ],
)
def test_tables_know_their_header_and_spanning_cells(table: str, expected: str) -> None:
    assert shown(f"<table>{table}</table>") == [expected]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>side<td><h2>PM</h2><p>A role.</table>",
        "<table><tr><td><td><dl><dt>PM<dd>A role.</dl></table>",
        "<table><tr><td><p>PM owns.</p><p>PM asks.</p></table>",
    ],
)
def test_table_that_lays_out_the_page_is_no_table(table: str) -> None:
    assert not any(isinstance(block, Table) for block in page(table).blocks)


@pytest.mark.parametrize(
    "body",
    [
        "<details><summary>Is it paid?</summary><p>Yes.</p></details>",
        "<div><button aria-expanded=false aria-controls=a>Is it paid?</button><div id=a hidden>Yes.</div></div>",
        "<h2><button class=collapsed data-bs-toggle=collapse>Is it paid?</button></h2><div class=collapse>Yes.</div>",
        "<div role=button aria-expanded=false data-target='#a'>Is it paid?</div><p id=a style='display: none'>Yes.</p>",
        "<div itemscope itemtype='https://schema.org/Question'><b itemprop=name>Is it paid?</b>"
        "<div itemprop=acceptedAnswer itemscope><p itemprop=text>Yes.</p></div></div>",
    ],
)
def test_accordions_give_a_heading_and_its_answer(body: str) -> None:
    assert shown(body) == ["## Is it paid?", "Yes."]


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Churn</b></p><p>Loss of customers.</p>",
        "<p><b>Churn</b><br>Loss of customers.</p>",
        "<div class=c><div class=term>Churn</div><div>Loss of customers.</div></div>"
        "<div class=c><div class=term>Lead</div><div>One who may buy.</div></div>",
        "<a class=c><span class=term-name>Churn</span><span class=term-text>Loss of customers.</span></a>"
        "<a class=c><span class=term-name>Lead</span><span class=term-text>One who may buy.</span></a>",
    ],
)
def test_titles_by_looks_are_headings(body: str) -> None:
    assert shown(body)[:2] == ["## Churn", "Loss of customers."]


def test_titles_by_looks_stand_below_the_last_heading() -> None:
    assert shown("<h2>Sales</h2><p><b>Churn</b></p><p>Loss.</p>")[:2] == ["## Sales", "### Churn"]


def test_lines_that_are_entries_are_paragraphs() -> None:
    assert shown("<p>PM: a role.<br>SLA: a promise.</p>") == ["PM: a role.", "SLA: a promise."]
    assert shown("<b>PM</b> a role<br>that owns.<br><b>SLA</b> a promise.") == [
        "PM a role that owns.",
        "SLA a promise.",
    ]
    assert shown("one<br><br>two") == ["one", "two"]


def test_elements_that_fill_a_line_are_not_run_together() -> None:
    assert shown("<ul><li><strong>Churn</strong><span>Loss of customers.</span></ul>") == [
        "- Churn + Loss of customers."
    ]


def test_term_defined_by_the_way_is_paired_with_its_paragraph() -> None:
    assert shown("<p>A <dfn>lead</dfn> is one who may buy.</p>") == ["lead := A lead is one who may buy."]
    assert shown("<h2>Lead</h2><p>A <dfn>lead</dfn> may buy.</p>") == ["## Lead", "A lead may buy."]


def test_preformatted_text_is_read_as_text_and_code_is_not() -> None:
    body = "<pre>\nChurn\n  The share of customers that leave.\n</pre><pre><code>x = 1</code></pre>"
    assert outline(page(body)) == ["2 ## Churn", "3 The share of customers that leave."]
    assert reasons(body) == [("x = 1", "code")]


def test_characters_without_width_go_and_references_are_resolved() -> None:
    assert shown("<p>R&amp;D&nbsp;is out&shy;sourced<wbr>, &#8220;so&#8221;.</p>") == [
        "R&D is outsourced, “so”."
    ]


MAIN = "<p>A product manager decides what is built next, and says no to all the rest of it.</p>"


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("<nav>Our products</nav>", "navigation"),
        ("<div class=site-nav>Our products</div>", "navigation"),
        ("<div role=navigation>Our products</div>", "navigation"),
        ("<p><a href='#a'>A</a> | <a href='#b'>B</a> | <a href='#c'>C</a> | D</p>", "bar of letters"),
        (
            "<ul><li><a href='#x'>Xen</a><li><a href='#y'>Yak</a><li><a href='#z'>Zed</a></ul>",
            "contents of the page",
        ),
        (
            "<p><a href='en.html' hreflang=en>English</a> <a href='fr.html' hreflang=fr>français</a></p>",
            "navigation",
        ),
        ("<p><a href='#top'>Back to top</a></p>", "navigation"),
        ("<a href='#main'>Skip to content</a>", "navigation"),
        ("<footer>Our address</footer>", "footer"),
        ("<header>Our company</header>", "header"),
        ("<aside>Our address</aside>", "aside"),
        ("<div class='related-posts'>Ten more</div>", "aside"),
        ("<div id=cookie-banner>We store things</div>", "cookie banner"),
        ("<div class=share-buttons>Tell all</div>", "share bar"),
        ("<div class=newsletter-form>Mail for you</div>", "call to action"),
        ("<form>Your name</form>", "form"),
        ("<button>Press</button>", "button"),
        ("<div class=ads>Buy</div>", "advertisement"),
        ("<div id=comments>First!</div>", "comments"),
        ("<p hidden>Not now</p>", "hidden"),
        ("<p aria-hidden=true>Not now</p>", "hidden"),
        ("<p style='display:none'>Not now</p>", "hidden"),
        ("<span class=visually-hidden>Not now</span>", "hidden"),
    ],
)
def test_furniture_is_left_out_and_reported(furniture: str, reason: str) -> None:
    assert shown(furniture + MAIN) == [MAIN[3:-4]]
    assert [found for _, found in reasons(furniture + MAIN)] == [reason]


@pytest.mark.parametrize(
    "body",
    [
        f"<form>{MAIN}</form>",
        f"<div class=sidebar>{MAIN}</div>",
        f"<header><h1>Product manager</h1></header>{MAIN}",
        "<div class=nav-tabs><dl><dt>PM<dd>A role.</dl></div>" + MAIN,
        MAIN
        + "<h2>See also</h2><ul><li><a href='#x'>Xen</a><li><a href='#y'>Yak</a><li><a href='#z'>Zed</a></ul>",
    ],
)
def test_content_in_what_is_named_like_furniture_stays(body: str) -> None:
    assert page(body).dropped == ()


@pytest.mark.parametrize(
    "mute", ["<script>a</script>", "<style>a</style>", "<template>a</template>", "<!-- a -->"]
)
def test_what_holds_no_prose_is_left_out_without_a_word(mute: str) -> None:
    assert shown(mute + MAIN) == [MAIN[3:-4]]
    assert reasons(mute + MAIN) == []


def test_permalinks_are_cut_out_of_titles() -> None:
    body = "<h2 id=crm>CRM<a class=headerlink href='#crm'>¶</a></h2><dl><dt>ERP<a href='#erp'>#</a><dd>A system.</dl>"
    assert shown(body) == ["## CRM", "ERP := A system."]


def test_main_part_is_read_with_the_title_that_stands_before_it() -> None:
    body = f"<div><h1>Product manager</h1><p>Our menu</p></div><main>{MAIN}</main><div>Small print</div>"
    assert shown(body) == ["# Product manager", MAIN[3:-4]]
    assert reasons(body) == [
        ("Product manager Our menu".replace(" Our", "Our"), "outside the main part of the page"),
        ("Small print", "outside the main part of the page"),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>Sales words | Example</title>", "Sales words"),
        ("<title>Sales words – Example</title>", "Sales words"),
        ("<title>Example | Sales words</title><meta property=og:site_name content=Example>", "Sales words"),
        ("<title>x</title><meta property=og:title content='Sales words'>", "Sales words"),
        ("<title>Nearshoring-centre words</title>", "Nearshoring-centre words"),
    ],
)
def test_title_loses_the_name_of_the_site(head: str, expected: str) -> None:
    assert page(MAIN, head).meta == {"title": expected}


@pytest.mark.parametrize(
    ("tag", "expected"), [("de-AT", "de-AT"), ("pt_BR", "pt-BR"), ("", ""), ("not a tag", "")]
)
def test_language_is_that_of_the_page(tag: str, expected: str) -> None:
    assert read_bytes(f"<html lang='{tag}'><p>a".encode(), "a.html").language == expected


def test_links_and_anchors_are_kept() -> None:
    document = page("<a name=top></a><dl><dt id=crm>CRM<dd id=d>Like <a href='erp.html#x'>ERP</a>.</dl>")
    [block] = document.blocks
    assert isinstance(block, Definition)
    assert block.term.anchors == ("top", "crm")
    assert linked(block.details[0]) == [("ERP", "erp.html#x")]


ACCENTS = "<p>Qualité générale</p>"


@pytest.mark.parametrize(
    "data",
    [
        ACCENTS.encode(),
        ACCENTS.encode("utf-16"),
        b"<meta charset=iso-8859-1>" + ACCENTS.encode("latin-1"),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
        + ACCENTS.encode("cp1252"),
        b"<?xml version='1.0' encoding='ISO-8859-1'?>" + ACCENTS.encode("latin-1"),
        b"<meta charset=iso-8859-1>" + ACCENTS.encode(),
        b"<meta charset=nonsense>" + ACCENTS.encode("cp1252"),
    ],
)
def test_encoding_is_declared_or_told_from_the_bytes(data: bytes) -> None:
    assert [line.partition(" ")[2] for line in outline(read_bytes(data, "a.html"))] == ["Qualité générale"]


def test_declared_encoding_that_bytes_alone_do_not_tell() -> None:
    for encoding in ("iso-2022-jp", "shift_jis", "koi8-r"):
        word = "用語" if "j" in encoding else "слово"
        data = f"<meta charset={encoding}><p>{word}".encode(encoding)
        assert [line.partition(" ")[2] for line in outline(read_bytes(data, "a.html"))] == [word]


def test_xhtml_closes_empty_elements_and_holds_sections_of_text() -> None:
    text = "<?xml version='1.0'?><html><body><script src='x'/><p>a <![CDATA[< b]]></p></body></html>"
    assert outline(read_bytes(text.encode(), "a.xhtml")) == ["1 a < b"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.html: looks binary \(a PDF\)"):
        read_bytes(b"%PDF-1.7", "a.html")


TERM = (
    '{"@type": "DefinedTerm", "name": "Churn", "termCode": "CH",\n"description": "Loss of <i>customers</i>."}'
)


@pytest.mark.parametrize(
    "data",
    [
        TERM,
        f"[{TERM}]",
        f'{{"@graph": [{TERM}]}}',
        f'{{"@type": "DefinedTermSet", "hasDefinedTerm": [{TERM}]}}',
        TERM.replace("DefinedTerm", "https://schema.org/DefinedTerm"),
    ],
)
def test_terms_of_the_data_that_the_page_does_not_show_are_read(data: str) -> None:
    head = f"<script type=application/ld+json>\n{data}</script>"
    document = page(MAIN, head)
    assert outline(document)[1:] == ["2 Churn = CH := Loss of customers."]
    definition = document.blocks[1]
    assert isinstance(definition, Definition)
    assert [span.line for span in definition.details] == [3]


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Churn<dd>Loss of customers.</dl>",
        "<h2>churn</h2><p>Customers who leave.</p>",
        "<p><b>Churn</b> is a loss.</p>",
        "<table><tr><th>Term<th>Text<tr><td>Churn<td>A loss</table>",
    ],
)
def test_terms_of_the_data_that_the_page_shows_come_once(body: str) -> None:
    head = f"<script type=application/ld+json>{TERM}</script>"
    assert shown(body, head) == shown(body)


def test_questions_of_the_data_are_headings_with_their_answers() -> None:
    question = (
        '{"@type": "Question", "name": "Is it paid?", "acceptedAnswer": {"@type": "Answer", "text": "Yes."}}'
    )
    head = f'<script type=application/ld+json>{{"@type": "FAQPage", "mainEntity": [{question}]}}</script>'
    assert shown(MAIN, head)[1:] == ["## Is it paid?", "Yes."]


@pytest.mark.parametrize("data", ["", "{", "[1, null, {}]", '{"@type": "DefinedTerm"}', "[" * 5000])
def test_data_that_says_nothing_is_passed_over(data: str) -> None:
    assert shown(MAIN, f"<script type=application/ld+json>{data}</script>") == [MAIN[3:-4]]


def test_properties_of_a_term_are_its_name_and_definition() -> None:
    body = (
        "<div itemscope itemtype='https://schema.org/DefinedTerm'><span itemprop=name>Churn</span> "
        "<span itemprop=description>Loss of customers.</span></div>"
    )
    assert shown(body) == ["Churn := Loss of customers."]


@pytest.mark.parametrize(
    "body", ["", "   ", "<div></div>", "<!-- a -->", "<table></table>", "<dl></dl>", "<ul><li></ul>"]
)
def test_page_without_text_has_no_blocks(body: str) -> None:
    assert page(body).blocks == ()


def test_title_of_the_page_is_no_block() -> None:
    assert not any(isinstance(block, Heading) for block in page(MAIN, "<title>PM</title>").blocks)


def test_related_terms_beside_the_main_part_are_read_behind_it() -> None:
    html = (
        "<body><nav>Menu</nav><main><h1>Berth</h1><p>A place where ships lie while cargo is taken off.</p></main>"
        "<aside><h2>Related terms</h2><ul><li><a href='/t/crane'>Crane</a></li></ul></aside>"
        "<aside><h2>Related posts</h2><ul><li><a href='/b/1'>Port news</a></li></ul></aside></body>"
    )
    document = page(html)
    assert outline(document)[-2:] == ["1 ## Related terms", "1 - Crane"]
    assert [each.text for each in document.dropped if each.reason.startswith("outside")] == [
        "Menu",
        "Related postsPort news",
    ]
