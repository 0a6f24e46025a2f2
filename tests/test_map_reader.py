"""What a reader of the map can do, read back from what is drawn: every view, by its address and by its controls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import export_samples as samples
from graph_samples import iri, term
from map_pages import (
    Opener,
    boxes_apart,
    click_box,
    drawn,
    large,
    overlaps,
    selected,
    wait_selected,
    wait_until,
)
from playwright.sync_api import expect
from pyoxigraph import RdfFormat, Store

from rolegraph.graph import KnowledgeGraph, Source

if TYPE_CHECKING:
    from playwright.sync_api import Page


def scene(page: Page) -> str:
    found: str = page.evaluate("rolegraph.state().scene")
    return found


def company() -> KnowledgeGraph:
    """A small firm: kinds, parts, reporting lines, two sources, a hub, and a way round it."""
    stated, skos = samples.stated, samples.SKOS
    labels = ["Chief", "Lead", "Writer", "Editor", "Tool", "Desk", "Firm", "Printer", "Hub"]
    terms = [term(label, kind="System" if label in {"Tool", "Printer"} else "Role") for label in labels]
    evidence = [
        stated("Lead", "reportsTo", "Chief", 1, confidence=0.95),
        stated("Writer", "reportsTo", "Lead", 2, confidence=0.75),
        stated("Editor", "reportsTo", "Lead", 3, confidence=0.5),
        stated("Writer", "uses", "Tool", 4),
        stated("Printer", skos + "broader", "Tool", 5),
        stated("Desk", "partOf", "Firm", 6),
        *(stated(label, skos + "related", "Hub", 7) for label in labels[:-1]),
    ]
    return KnowledgeGraph.from_record(
        terms, evidence, sources=[Source(samples.SOURCE, "roles.md")], base=samples.BASE, title="Firm"
    )


# --- paths -------------------------------------------------------------------------------------------------------


def test_path_is_drawn_and_told_and_prefers_what_tells_more(opened: Opener) -> None:
    page = opened(company(), address="#chief?to=tool")
    assert page.evaluate("rolegraph.path()") == "Chief manages Lead, which manages Writer, which uses Tool"
    expect(page.locator("#panel .sentence")).to_have_text(
        "Chief manages Lead, which manages Writer, which uses Tool."
    )
    expect(page.locator("#panel .steps li").first).to_contain_text("roles.md, line 1")
    assert drawn(page) == {"Chief", "Lead", "Writer", "Tool"}
    assert boxes_apart(page, drawn(page))
    page.locator("#panel a", has_text="other end").click()
    wait_until(page, "rolegraph.path().startsWith('Tool is used by Writer')")
    page.locator("#panel a", has_text="Leave the path").click()
    wait_selected(page, "Tool")
    assert scene(page) == "ring"


def test_path_is_asked_for_in_the_panel_by_keyboard(opened: Opener) -> None:
    page = opened(company(), address="#chief")
    page.locator("#path-end").focus()
    page.keyboard.type("prin")
    expect(page.locator("#path-hits [aria-selected=true] .name")).to_have_text("Printer")
    page.keyboard.press("Enter")
    wait_until(page, "rolegraph.path() !== null")
    assert page.url.endswith("#chief?to=printer")


def test_path_obeys_the_filter(opened: Opener) -> None:
    page = opened(company(), address="#chief?to=tool&norelation=uses,related")
    assert page.evaluate("rolegraph.path()") is None
    expect(page.locator("#panel")).to_contain_text("Nothing that is shown leads from Chief to Tool.")


# --- neighbourhood -----------------------------------------------------------------------------------------------


def test_neighbourhood_grows_by_steps(opened: Opener) -> None:
    page = opened(company(), address="#desk?norelation=related")
    assert drawn(page) == {"Desk", "Firm"}
    page.goto(page.url.replace("#desk", "#chief"))
    wait_selected(page, "Chief")
    assert drawn(page) == {"Chief", "Lead"}
    page.locator("#panel button", has_text="2 steps").click()
    wait_until(page, "rolegraph.state().steps === 2")
    assert drawn(page) == {"Chief", "Lead", "Writer", "Editor"}
    page.locator("#panel button", has_text="3 steps").click()
    wait_until(page, "rolegraph.state().steps === 3")
    assert drawn(page) == {"Chief", "Lead", "Writer", "Editor", "Tool"}
    assert boxes_apart(page, drawn(page))
    page.go_back()
    wait_until(page, "rolegraph.state().steps === 2")


def test_double_click_draws_the_neighbours_too(opened: Opener) -> None:
    page = opened(company(), address="#chief?norelation=related")
    box = dict(page.evaluate("rolegraph.boxes()"))["Lead"]
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    page.mouse.dblclick(stage["x"] + box["x"], stage["y"] + box["y"])
    wait_until(page, "rolegraph.state().open.length === 1")
    assert selected(page) == "Chief"
    assert drawn(page) == {"Chief", "Lead", "Writer", "Editor"}
    assert "open=lead" in page.url
    page.locator("#panel button", has_text="Only its own neighbours").click()
    wait_until(page, "rolegraph.state().open.length === 0")
    assert drawn(page) == {"Chief", "Lead"}


def test_nothing_lies_on_anything_in_a_ring(opened: Opener) -> None:
    page = opened(large(40, 120))
    for label in sorted(drawn(page))[::4]:
        page.evaluate(f"location.hash = '{iri(label).rpartition('/')[2]}'")
        wait_selected(page, label)
        boxes = page.evaluate("[...rolegraph.boxes(), ...rolegraph.pills()].map(([, box]) => box)")
        assert overlaps(boxes) == [], label


# --- hierarchy ---------------------------------------------------------------------------------------------------


def test_hierarchy_shows_each_kind_of_tree(opened: Opener) -> None:
    page = opened(company(), address="#?view=tree")
    assert drawn(page) == {"Chief", "Lead", "Writer", "Editor"}  # the relation of most statements
    places = dict(page.evaluate("rolegraph.boxes()"))
    assert places["Chief"]["x"] < places["Lead"]["x"] < places["Writer"]["x"]
    assert boxes_apart(page, drawn(page))
    page.locator("#choices button", has_text="kinds").click()
    wait_until(page, "rolegraph.state().tree === 'broader'")
    assert drawn(page) == {"Tool", "Printer"}
    page.locator("#choices button", has_text="parts").click()
    wait_until(page, "rolegraph.state().tree === 'partOf'")
    assert drawn(page) == {"Desk", "Firm"}


def test_hierarchy_with_a_circle_is_drawn(opened: Opener) -> None:
    labels = ["A", "B", "C"]
    evidence = [
        samples.stated(a, samples.SKOS + "broader", b) for a, b in [("A", "B"), ("B", "C"), ("C", "A")]
    ]
    kg = KnowledgeGraph.from_record([term(label) for label in labels], evidence, base=samples.BASE)
    page = opened(kg, address="#?view=tree")
    assert drawn(page) == set(labels)
    assert len(page.evaluate("rolegraph.relations()")) == 3


# --- groups of a large graph -------------------------------------------------------------------------------------


def test_large_graph_opens_with_its_groups(opened: Opener) -> None:
    page = opened(large(500))
    groups = page.evaluate("rolegraph.groups()")
    assert scene(page) == "groups"
    assert 2 <= len(groups) <= 40
    assert sum(count for _, count in groups) <= 500
    assert boxes_apart(page, {name for name, _ in groups})
    click_box(page, groups[0][0])
    wait_until(page, "rolegraph.state().group !== null")
    assert len(drawn(page)) == groups[0][1]
    assert groups[0][0] in drawn(page)
    assert boxes_apart(page, drawn(page))
    page.locator("#choices a", has_text="All groups").click()
    wait_until(page, "rolegraph.state().scene === 'groups'")


def test_large_graph_without_relations_opens_as_a_map(opened: Opener) -> None:
    terms = [term(f"Term {number}") for number in range(450)]
    page = opened(KnowledgeGraph.from_record(terms, [], base=samples.BASE), address="#?view=groups")
    assert scene(page) == "map"
    assert len(drawn(page)) == 120
    expect(page.locator("#views button")).to_have_text(["Map", "Table"])


# --- table -------------------------------------------------------------------------------------------------------


def test_table_lists_everything_and_sorts(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#?view=table")
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(5)
    first = rows.first.locator("th")
    expect(first).to_have_text("Business process outsourcing")
    page.locator("#table [data-column=relations]").click()
    page.locator("#table [data-column=relations]").click()
    expect(first).to_have_text("Product manager")
    expect(page.locator("#table [aria-sort=descending]")).to_have_text("Relations")
    assert page.url.endswith("sort=-relations")
    page.locator("#table button", has_text="relations").first.click()
    expect(page.locator("#table h2")).to_have_text("Table of relations")
    expect(rows).to_have_count(4)
    expect(page.locator("#table")).to_contain_text("Product managers open the CRM.")


def test_table_has_a_row_for_every_term_of_a_large_graph(opened: Opener) -> None:
    page = opened(large(500), address="#?view=table")
    wait_until(page, "document.querySelectorAll('#table tbody tr').length === 500")
    page.locator("#classes-all").click()
    expect(page.locator("#table tbody tr")).to_have_count(0)


def test_skip_link_leads_to_the_table_and_a_row_to_its_term(opened: Opener) -> None:
    page = opened(samples.glossary())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#table")).to_be_visible()
    page.locator("#table a", has_text="Engineer").click()
    wait_selected(page, "Engineer")
    expect(page.locator("#table")).to_be_visible()
    expect(page.locator("#panel h2")).to_contain_text("Engineer")


# --- filters -----------------------------------------------------------------------------------------------------


def test_confidence_filters_relations(opened: Opener) -> None:
    page = opened(company())
    page.locator("#confidence-filter summary").click()
    labels = page.locator("#confidence label")
    assert [re.sub(r"\s+", " ", text) for text in labels.all_inner_texts()] == [
        "0.9 and more 1",
        "0.7 to 0.8 1",
        "less than 0.7 1",
        "not stated 11",
    ]
    labels.filter(has_text="less than").locator("input").uncheck()
    assert ["Editor", "reports to", "Lead"] not in page.evaluate("rolegraph.relations()")
    assert ["Writer", "reports to", "Lead"] in page.evaluate("rolegraph.relations()")
    page.locator("#show-everything").click()
    assert ["Editor", "reports to", "Lead"] in page.evaluate("rolegraph.relations()")


def test_sources_filter_relations(opened: Opener) -> None:
    page = opened(samples.hostile())
    page.locator("#sources-filter summary").click()
    before = len(page.evaluate("rolegraph.relations()"))
    page.locator("#sources-all").click()
    assert page.evaluate("rolegraph.relations()") == []
    page.locator("#sources-all").click()
    assert len(page.evaluate("rolegraph.relations()")) == before


def test_search_shows_what_is_filtered_out_in_grey(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#?noclass=Roles")
    page.locator("#search").fill("engineer")
    hit = page.locator("#hits [role=option]")
    expect(hit).to_have_class("filtered")
    expect(hit).to_contain_text("Role · 2 relations · filtered out")
    page.keyboard.press("Enter")
    wait_selected(page, "Engineer")
    assert "noclass=Roles" in page.url


# --- the address -------------------------------------------------------------------------------------------------

ADDRESSES = [
    "#product-manager",
    "#product-manager?to=crm",
    "#product-manager?steps=2",
    "#product-manager?open=crm",
    "#?view=tree&tree=broader",
    "#?view=table&table=relations&sort=-to",
    "#engineer?noclass=Sectors&norelation=uses&noconfidence=0.8%20to%200.9&mentions=0&theme=dark",
    "#?class=Roles&theme=contrast",
    "#?source=",
]


def test_address_tells_the_whole_view(opened: Opener) -> None:
    page = opened(samples.glossary())
    for address in ADDRESSES:
        page.goto(page.url.partition("#")[0] + address)
        before = page.evaluate("[rolegraph.state(), rolegraph.drawn(), rolegraph.relations()]")
        page.reload()
        wait_until(page, "window.rolegraph")
        assert page.evaluate("[rolegraph.state(), rolegraph.drawn(), rolegraph.relations()]") == before
        assert page.url.endswith(address)


def test_filters_stay_in_every_link(opened: Opener) -> None:
    page = opened(samples.glossary())
    page.locator("#classes label", has_text="Sectors").locator("input").uncheck()
    assert page.url.endswith("#?noclass=Sectors")
    page.locator("#panel a", has_text="Engineer").click()
    wait_selected(page, "Engineer")
    assert page.url.endswith("#engineer?noclass=Sectors")


def test_same_picture_on_two_loads(opened: Opener) -> None:
    page = opened(large(500), address="#?view=map")
    first = page.evaluate("rolegraph.boxes()")
    page.reload()
    wait_until(page, "window.rolegraph")
    assert page.evaluate("rolegraph.boxes()") == first


# --- handing on --------------------------------------------------------------------------------------------------


def test_selection_is_copied_as_markdown_turtle_and_sparql(opened: Opener) -> None:
    kg = samples.glossary()
    page = opened(kg, address="#product-manager")
    assert page.evaluate("rolegraph.copy('markdown')").startswith(
        "## Product manager\n\nDecides what is built"
    )
    turtle = page.evaluate("rolegraph.copy('turtle')")
    triple = f"<{iri('Product manager')}> <{samples.RG}uses> <{iri('CRM')}> ."
    assert triple in turtle
    assert '"Product manager"@en .' in turtle
    store = Store()
    store.load(turtle.encode(), RdfFormat.TURTLE)
    assert len(list(store)) == len(turtle.splitlines())
    rows = kg.query(page.evaluate("rolegraph.copy('sparql')")).rows  # type: ignore[union-attr]
    assert len(rows) > 3
    page.goto(page.url.replace("#product-manager", "#product-manager?to=crm"))
    wait_until(page, "rolegraph.path() !== null")
    assert kg.query(page.evaluate("rolegraph.copy('sparql')")) != []


def test_copy_that_is_not_allowed_offers_the_text(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#product-manager")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.locator("[data-copy=turtle]").click()
    expect(page.locator("#copy-text")).to_contain_text("<https://")


def test_picture_is_saved_as_svg_and_png(opened: Opener) -> None:
    page = opened(samples.glossary())
    for name, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        page.locator("#menu-button").click()
        with page.expect_download() as waiting:
            page.locator(f"#save-{name}").click()
        assert waiting.value.suggested_filename == f"Roles.{name}"
        assert waiting.value.path().read_bytes().startswith(start)
        page.keyboard.press("Escape")
    drawing = page.evaluate("rolegraph.drawing()")
    assert "Product manager" in drawing
    assert drawing.count("<path") == 4


def test_print_shows_the_whole_scene_and_leaves_the_controls_out(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#product-manager?theme=dark")
    page.emulate_media(media="print")
    page.evaluate("void window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#printed svg")).to_be_visible()
    for control in ("#search", "#map", ".reach", ".copy", "#menu-button"):
        expect(page.locator(control).first).to_be_hidden()
    assert {"Product manager", "CRM"} <= set(page.locator("#printed text").all_text_contents())
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 32, 43)"
    panel, picture = page.locator("#panel").bounding_box(), page.locator("#printed").bounding_box()
    assert panel is not None
    assert picture is not None
    assert panel["y"] >= picture["y"] + picture["height"]
    page.evaluate("void window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#printed")).to_be_empty()
    assert page.evaluate("document.documentElement.style.colorScheme") == "dark"


def test_print_opens_the_answers(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True, address="#product-manager")
    answers = page.locator("#panel details")
    page.evaluate("void window.dispatchEvent(new Event('beforeprint'))")
    assert [one.get_attribute("open") for one in answers.all()] == [""] * answers.count()
    assert page.pdf(format="A4").startswith(b"%PDF")
