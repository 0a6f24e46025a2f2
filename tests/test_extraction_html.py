"""Web pages, end to end: which terms, names and definitions come out, and where links lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, skips, triples

SITE = """\
<!doctype html>
<html lang="en-GB"><head><title>Words of our trade | Example Works</title></head>
<body>
<div class="cookie-consent">We keep biscuits. <button>Fine</button></div>
<nav><a href="/">Start</a> <a href="/team">Team</a></nav>
<main>
<h1>Words of our trade</h1>
<p><a href="#a">A</a> <a href="#b">B</a> <a href="#s">S</a> <a href="#v">V</a></p>
{body}
<p><a href="#top">Back to top</a></p>
</main>
<footer><p>Example Works, Harbour Road</p></footer>
</body></html>
"""

EXPECTED = {
    "Agent": ["Somebody who answers calls."],
    "Service level": ["The share of calls that are answered in time."],
    "Vendor": ["A firm that sells to others."],
}

SHAPES = {
    "terms": "<h2>A</h2><dl><dt>Agent<dd>{0}</dl><h2>S</h2><dl><dt>Service level<dd>{1}<dt>Vendor<dd>{2}</dl>",
    "headings": "<h2 id=a>Agent</h2><p>{0}</p><h2 id=s>Service level</h2><p>{1}</p><h2>Vendor</h2><p>{2}</p>",
    "table": "<table><thead><tr><th>Term<th>Definition</thead><tr><td>Agent<td>{0}<tr><td>Service level<td>{1}"
    "<tr><td>Vendor<td>{2}</table>",
    "items": "<ul><li><b>Agent</b>: {0}<li><b>Service level</b>: {1}<li><b>Vendor</b>: {2}</ul>",
    "items of two parts": "<ul><li><strong>Agent</strong><span>{0}</span><li><strong>Service level</strong>"
    "<span>{1}</span><li><strong>Vendor</strong><span>{2}</span></ul>",
    "bold lines": "<p><b>Agent</b><br>{0}</p><p><b>Service level</b><br>{1}</p><p><b>Vendor</b><br>{2}</p>",
    "broken lines": "<b>Agent</b> – {0}<br><b>Service level</b> – {1}<br><b>Vendor</b> – {2}",
    "cards": "<div class=card><div class=term>Agent</div><p>{0}</p></div><div class=card><div class=term>Service level"
    "</div><p>{1}</p></div><div class=card><div class=term>Vendor</div><p>{2}</p></div>",
    "accordion": "<details><summary>Agent</summary>{0}</details><details><summary>Service level</summary>{1}</details>"
    "<details><summary>Vendor</summary>{2}</details>",
    "panels": "<button aria-expanded=false>Agent</button><div class=panel hidden>{0}</div>"
    "<button aria-expanded=false>Service level</button><div class=panel hidden>{1}</div>"
    "<button aria-expanded=false>Vendor</button><div class=panel hidden>{2}</div>",
    "letters": "<h2>A</h2><h3>Agent</h3><p>{0}</p><h2>S</h2><h3>Service level</h3><p>{1}</p><h2>V</h2><h3>Vendor</h3>"
    "<p>{2}</p>",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_page_gives_the_same_entries(shape: str, tmp_path: Path) -> None:
    body = shape.format(*(texts[0] for texts in EXPECTED.values()))
    assert definitions(built(tmp_path, words_html=SITE.format(body=body))) == EXPECTED


def test_labels_have_the_language_of_the_page(tmp_path: Path) -> None:
    build = built(tmp_path, words_html="<html lang=fr><dl><dt>Agent<dd>Une personne.</dl>")
    assert entries(build)["Agent"].label.language == "fr"


def test_what_is_no_content_is_reported_with_its_line(tmp_path: Path) -> None:
    build = built(tmp_path, words_html=SITE.format(body=SHAPES["terms"]))
    assert ("words.html", 8, "bar of letters") in skips(build)
    assert ("words.html", 4, "outside the main part of the page") in skips(build)


def test_further_terms_of_a_text_are_other_names_of_the_first(tmp_path: Path) -> None:
    page = (
        "<dl><dt>Service level agreement<dt>SLA<dd>A promise.<dt>Agent<dt>Operator<dd>One who answers.</dl>"
    )
    build = built(tmp_path, words_html=page)
    assert abbreviations(build) == {"Service level agreement": ["SLA"]}
    assert [text.value for text in entries(build)["Agent"].alternatives] == ["Operator"]


def test_abbreviation_with_its_full_name_in_a_list_of_terms_is_one_entry(tmp_path: Path) -> None:
    page = "<dl><dt>AHT<dd>Average handle time<dt>CRM<dd>Customer relationship management</dl>"
    assert abbreviations(built(tmp_path, words_html=page)) == {
        "Average handle time": ["AHT"],
        "Customer relationship management": ["CRM"],
    }


def test_link_to_an_anchor_leads_to_the_entry_that_stands_there(tmp_path: Path) -> None:
    build = built(
        tmp_path,
        words_html="<dl><dt id=w17>Service level<dd>A share.<dt><a name=w18></a>Agent<dd>One who answers.</dl>",
        shift_html="<h1>Shift lead</h1><p>A shift lead is a role.</p><p>Shift leads are responsible for "
        "<a href='words.html#w17'>the levels</a>.</p>",
    )
    assert ("Shift lead", "responsibleFor", "Service level") in triples(build, "shift.html")


def test_anchor_of_two_pages_leads_to_the_one_that_the_link_names(tmp_path: Path) -> None:
    build = built(
        tmp_path,
        one_html="<dl><dt id=t1>Call agent<dd>One who answers.<dt>Queue<dd>Calls that wait.</dl>",
        two_html="<dl><dt id=t1>Service level<dd>A share.<dt>Line<dd>A wire.</dl>",
        lead_html="<h1>Shift lead</h1><p>A role.</p><p>A shift lead is responsible for "
        "<a href='two.html#t1'>the levels</a>.</p>",
    )
    assert ("Shift lead", "responsibleFor", "Service level") in triples(build, "lead.html")


def test_term_that_an_article_defines_by_the_way_is_an_entry(tmp_path: Path) -> None:
    page = (
        "<h1>Call centre</h1><p>A call centre takes calls.</p><p>Its <dfn>queue</dfn> is a list of calls.</p>"
    )
    assert set(definitions(built(tmp_path, centre_html=page))) == {"Call centre", "queue"}


def test_questions_without_a_term_are_no_entries(tmp_path: Path) -> None:
    page = (
        "<h1>Words</h1><dl><dt>Agent<dd>One who answers.<dt>Queue<dd>Calls that wait.<dt>Line<dd>A wire."
        "<dt>How do I call?<dd>By phone.</dl><h2>Why this page?</h2><p>For new people.</p>"
    )
    assert set(definitions(built(tmp_path, words_html=page))) == {"Agent", "Queue", "Line"}


def test_prose_beside_a_list_of_terms_is_no_entry(tmp_path: Path) -> None:
    page = (
        "<h1>Words</h1><h2>How to use this page</h2><p>Read it from the top.</p><h2>Terms</h2>"
        "<dl><dt>Agent<dd>One who answers.<dt>Queue<dd>Calls that wait.<dt>Line<dd>A wire.</dl>"
    )
    assert set(definitions(built(tmp_path, words_html=page))) == {"Agent", "Queue", "Line"}


def test_title_of_the_page_names_an_article_only_where_no_other_title_is_shown(tmp_path: Path) -> None:
    text = "<p>A shift lead is a role.</p>"
    one = built(
        tmp_path / "one", lead_html=f"<title>All about leads | Example</title><h1>Shift lead</h1>{text}"
    )
    two = built(tmp_path / "two", lead_html=f"<title>Shift lead | Example</title>{text}")
    assert set(entries(one)) == set(entries(two)) == {"Shift lead"}


def test_terms_of_the_data_come_once(tmp_path: Path) -> None:
    data = '{"@type": "DefinedTerm", "name": "%s", "description": "Calls that wait."}'
    script = f"<script type=application/ld+json>[{data % 'Queue'}, {data % 'Hold'}]</script>"
    build = built(tmp_path, words_html=f"{script}<dl><dt>Queue<dd>Calls that wait.<dt>Line<dd>A wire.</dl>")
    assert [term.label.value for term in build.terms if not term.mention] == ["Line", "Queue"]
