"""The map in a real browser: no request, no script but its own, and everything that a reader can do."""

from __future__ import annotations

import os
import re
from math import hypot
from pathlib import Path
from statistics import median

import export_samples as samples
import pytest
from map_pages import (
    Opener,
    boxes_apart,
    click_box,
    content_of,
    drawn,
    large,
    rendered,
    selected,
    wait_selected,
)
from playwright.sync_api import expect

from rolegraph.exports.map import draw, render
from rolegraph.exports.map.earlier import earlier_places
from rolegraph.graph import KnowledgeGraph

ENTRIES = {"Business process outsourcing", "Product manager", "Engineer"}
MENTIONS = {"CRM", "Ticket volume"}


def test_all_terms_are_drawn_and_counted(opened: Opener) -> None:
    page = opened(samples.glossary())
    assert drawn(page) == ENTRIES | MENTIONS
    expect(page.locator("#status")).to_have_text("5 of 5 terms, 4 of 4 relations")
    expect(page.locator("h1")).to_have_text("Roles")
    assert page.title() == "Roles"


def test_click_shows_what_is_said_of_a_term(opened: Opener) -> None:
    page = opened(samples.glossary())
    click_box(page, "Product manager")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_contain_text("Product manager")
    expect(panel.locator(".chip")).to_have_text(["Role", "PM"])
    expect(panel).to_contain_text("Decides what is built and why.")
    expect(panel).to_contain_text("Product manager uses it.")
    expect(panel).to_contain_text("roles.md, line 4")
    expect(panel).to_contain_text("(share 0.2; confidence 0.6)")
    headings = panel.locator("h3").all_inner_texts()
    assert {"uses", "is employed by", "works with", "not: is measured by"} <= set(headings)
    assert "Questions" in headings
    expect(panel).to_contain_text("1931")
    assert page.url.endswith("#product-manager")


def test_links_lead_to_the_other_term_and_back(opened: Opener) -> None:
    page = opened(samples.glossary())
    page.locator("#panel a", has_text="Product manager").click()
    page.locator("#panel a", has_text="Business process outsourcing").click()
    wait_selected(page, "Business process outsourcing")
    expect(page.locator("#panel")).to_contain_text("employs")
    expect(page.locator("#panel")).to_contain_text("(often)")
    page.go_back()
    wait_selected(page, "Product manager")
    page.go_back()
    wait_selected(page, None)
    page.go_forward()
    wait_selected(page, "Product manager")


def test_address_selects_a_term(opened: Opener) -> None:
    assert selected(opened(samples.glossary(), address="#engineer")) == "Engineer"
    assert selected(opened(samples.glossary(), address="#no-such-term")) is None
    assert selected(opened(samples.glossary(), address="#%")) is None


def test_term_can_be_selected_at_the_start(opened: Opener) -> None:
    kg = samples.glossary()
    page = opened(kg, selected=kg.term("PM"))
    assert selected(page) == "Product manager"
    page.keyboard.press("Escape")
    wait_selected(page, None)


def test_part_of_a_graph_names_what_lies_outside(opened: Opener) -> None:
    kg = samples.glossary()
    page = opened(kg, terms=[kg.term("PM"), samples.iri("Engineer")], selected=samples.iri("Product manager"))
    assert drawn(page) == {"Product manager", "Engineer"}
    expect(page.locator("#panel")).to_contain_text("CRM")
    expect(page.locator("#panel a", has_text="CRM")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("product", "Product manager"),
        ("bpo", "Business process outsourcing"),
        ("decides", "Product manager"),
        ("outsourcing process", "Business process outsourcing"),
        ("enginer", "Engineer"),
        ("ENGINEÉR", "Engineer"),
    ],
)
def test_search_finds_by_label_abbreviation_definition_and_slip(
    opened: Opener, typed: str, found: str
) -> None:
    page = opened(samples.glossary())
    page.keyboard.press("/")
    page.keyboard.type(typed)
    expect(page.locator("#hits [aria-selected=true] .name")).to_have_text(found)
    page.keyboard.press("Enter")
    wait_selected(page, found)
    expect(page.locator("#hits")).to_be_hidden()


def test_search_is_worked_by_keys(opened: Opener) -> None:
    page = opened(large(30))
    field = page.locator("#search")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("manager")
    options = page.locator("#hits [role=option]")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "hits-1")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("nothing like it")
    expect(page.locator("#hits")).to_contain_text("Nothing is called so")


def test_legend_counts_and_filters_classes(opened: Opener) -> None:
    page = opened(samples.glossary())
    roles = page.locator("#classes label", has_text="Roles")
    expect(roles.locator(".count")).to_have_text("2")
    roles.locator("input").uncheck()
    assert drawn(page) == {"Business process outsourcing"} | MENTIONS
    expect(page.locator("#panel a", has_text="Engineer")).to_have_count(0)
    page.locator("#classes-all").click()
    assert drawn(page) == ENTRIES | MENTIONS
    page.locator("#classes-all").click()
    assert drawn(page) == set()


def test_legend_filters_relations(opened: Opener) -> None:
    page = opened(samples.glossary())
    assert ["Product manager", "uses", "CRM"] in page.evaluate("rolegraph.relations()")
    uses = page.locator("#relations label", has_text="uses")
    expect(uses.locator(".count")).to_have_text("1")
    uses.locator("input").uncheck()
    assert ["Product manager", "uses", "CRM"] not in page.evaluate("rolegraph.relations()")
    page.locator("#relations-all").click()
    assert len(page.evaluate("rolegraph.relations()")) == 4


def test_many_mentions_are_drawn_on_demand(opened: Opener) -> None:
    page = opened(large(40, 120))
    assert len(drawn(page)) == 40
    page.locator("#mentions").check()
    assert len(drawn(page)) == 160
    expect(page.locator("#mentions-switch")).to_contain_text("Mentions (120)")


def test_neighbours_of_a_selected_term_are_drawn_around_it(opened: Opener) -> None:
    page = opened(large(40, 120))
    label = page.evaluate("rolegraph.drawn()")[0]
    page.locator("#panel a", has_text=re.compile(f"^{label}$")).click()
    wait_selected(page, label)
    ends = {end for start, _, to in page.evaluate("rolegraph.relations()") for end in (start, to)}
    assert label in ends
    assert ends <= drawn(page)
    assert boxes_apart(page, ends)


@pytest.mark.parametrize("count", [0, 1, 2, 60, 500])
def test_any_number_of_terms_is_drawn_without_overlaps(opened: Opener, count: int) -> None:
    page = opened(large(count), address="#?view=map")
    assert len(drawn(page)) == (120 if count > 400 else count)
    assert boxes_apart(page, drawn(page))
    expect(page.locator("#panel h2")).to_have_text("1 term" if count == 1 else f"{count} terms")


def test_term_beyond_the_limit_is_drawn_when_it_is_selected(opened: Opener) -> None:
    page = opened(large(500))
    listed = page.locator("#panel .terms a").all_inner_texts()
    hidden = next(label for label in listed if label not in drawn(page))
    page.locator("#search").fill(hidden)
    page.keyboard.press("Enter")
    wait_selected(page, hidden)
    assert hidden in drawn(page)


def test_hover_tells_definition_and_quote(opened: Opener) -> None:
    page = opened(samples.glossary())
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    boxes = dict(page.evaluate("rolegraph.boxes()"))
    one, other = boxes["Product manager"], boxes["CRM"]
    page.mouse.move(stage["x"] + one["x"], stage["y"] + one["y"])
    expect(page.locator("#hint")).to_contain_text("Decides what is built and why.")
    page.mouse.move(stage["x"] + 3, stage["y"] + 3)
    expect(page.locator("#hint")).to_be_hidden()
    page.mouse.move(
        stage["x"] + (one["x"] + other["x"]) / 2, stage["y"] + (one["y"] + other["y"]) / 2, steps=5
    )
    expect(page.locator("#hint")).to_contain_text("Product manager uses CRM")
    expect(page.locator("#hint")).to_contain_text("roles.md, line 4")


def test_hostile_text_stays_text_everywhere(opened: Opener) -> None:
    kg = samples.hostile()
    page = opened(kg)
    elements = page.evaluate("document.querySelectorAll('img, iframe, object, svg, form').length")
    scripts = page.evaluate("document.scripts.length")
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    for number, text in enumerate(samples.HOSTILE):
        page.evaluate(f"location.hash = 't{number}'")
        wait_selected(page, text)
        page.locator("#search").fill(text[:12])
        page.locator("#search").fill("")
        boxes = dict(page.evaluate("rolegraph.boxes()"))
        page.mouse.move(stage["x"] + boxes[text]["x"], stage["y"] + boxes[text]["y"])
    assert page.evaluate(
        "[window.hacked, document.querySelectorAll('img, iframe, object, svg, form').length]"
    ) == [
        None,
        elements,
    ]
    assert elements == 0
    assert page.evaluate("document.scripts.length") == scripts == 3
    links = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) == {"file:"}
    assert page.title() == samples.HOSTILE[0] + samples.HOSTILE[1]


def test_policy_lets_no_other_script_run(opened: Opener) -> None:
    page = opened(samples.glossary())
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_every_control_is_reached_by_keyboard(opened: Opener) -> None:
    page = opened(samples.glossary())
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
    assert {"search", "mentions", "zoom-in", "zoom-out", "fit", "classes-all", "Engineer", "CRM"} <= reached


def test_text_fits_its_box(opened: Opener) -> None:
    page = opened(large(60))
    worst = page.evaluate(
        """(nodes) => {
          const ctx = document.createElement('canvas').getContext('2d');
          return Math.max(...nodes.map(({ lines, box: [width, , font, strip] }) => {
            ctx.font = `bold ${font}px Arial, "Liberation Sans", Helvetica, sans-serif`;
            return Math.max(...lines.map((text) => ctx.measureText(text).width)) + strip + font * 0.55 - width;
          }));
        }""",
        content_of(rendered(large(60)))["nodes"],
    )
    assert worst < 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader(opened: Opener, scheme: str) -> None:
    page = opened(samples.glossary(), scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (int(re.findall(r"\d+", ground)[0]) > 127) == (scheme == "light")


def test_page_beyond_the_data_is_small() -> None:
    page = render(KnowledgeGraph.from_record([], [], base=samples.BASE))
    assert len(page.encode()) < 600_000


def test_same_graph_gives_the_same_page() -> None:
    assert render(samples.large(60, 30)) == render(samples.large(60, 30))


def test_files_of_the_page_hold_no_address() -> None:
    folder = Path(os.path.dirname(__file__)).parent / "exports" / "map"
    for path in sorted(folder.iterdir()):
        if path.suffix in {".js", ".css", ".html"}:
            assert "://" not in path.read_text("utf-8"), path


def places(page: str) -> dict[str, tuple[int, int]]:
    content = content_of(page)
    labels = [node["label"] for node in content["nodes"]]
    return {labels[int(one)]: tuple(at) for one, at in content["views"]["terms"].items()}


def test_terms_stay_where_an_earlier_map_had_them(tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    old = places(rendered(large(40)))
    draw(large(40)).save(file)
    assert draw(large(40), before=file).html == file.read_text("utf-8")
    grown = places(draw(large(41), before=file).html)
    fresh = places(draw(large(41)).html)
    assert len(grown) == 41
    assert moved(old, grown) < moved(old, fresh) / 3


def moved(old: dict[str, tuple[int, int]], new: dict[str, tuple[int, int]]) -> float:
    """Give how far terms stand from their place in another map, in the middle, wherever that map as a whole stands."""
    shifts = [(new[one][0] - x, new[one][1] - y) for one, (x, y) in old.items()]
    middle = median(x for x, _ in shifts), median(y for _, y in shifts)
    return median(hypot(x - middle[0], y - middle[1]) for x, y in shifts)


@pytest.mark.parametrize("text", ["", "<html>", 'id="content">AAAA<', 'id="content">H4sIAAAAAAAA<'])
def test_file_that_is_no_map_is_not_minded(text: str, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(text, encoding="utf-8")
    assert earlier_places(file) == {}
