"""What the pictures of a map look like, measured in a browser: overlaps, edges behind boxes, text, small screens."""

from __future__ import annotations

from itertools import pairwise
from math import hypot, log2
from typing import TYPE_CHECKING, Any

import export_samples as samples
import networkx
import pytest
from graph_samples import iri, term
from map_pages import Opener, click_box, drawn, large, overlaps, selected, wait_selected, wait_until
from playwright.sync_api import expect

from rolegraph.exports.map.clearance import settled
from rolegraph.exports.map.layout import place
from rolegraph.graph import KnowledgeGraph, Term, Text

if TYPE_CHECKING:
    from playwright.sync_api import Page

Point = dict[str, float]

# --- readable pictures -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "text"), [(50, 9), (150, 9), (350, 6)])
def test_map_is_readable_on_a_common_screen(opened: Opener, count: int, text: int) -> None:
    page = opened(tree(count))
    boxes = [box for _, box in page.evaluate("rolegraph.boxes()")]
    assert len(boxes) == count
    assert overlaps(boxes) == []
    assert min(box["text"] for box in boxes) >= text
    assert hidden_pieces(page, bent=True) <= 0.3


def test_starter_glossary_is_readable_on_a_common_screen(opened: Opener) -> None:
    page = opened(KnowledgeGraph.open("starter"))
    boxes = [box for _, box in page.evaluate("rolegraph.boxes()")]
    assert overlaps(boxes) == []
    assert min(box["text"] for box in boxes) >= 9
    assert hidden_pieces(page, bent=True) <= 0.35  # each change of an article moves it a little


def test_edges_bend_round_boxes(opened: Opener) -> None:
    page = opened(large(60, 30))
    assert hidden_pieces(page, bent=True) < 0.7 * hidden_pieces(page, bent=False)


def test_edges_between_the_same_terms_lie_apart(opened: Opener) -> None:
    stated = samples.stated
    evidence = [
        stated("Desk", "uses", "Tool"),
        stated("Tool", "supports", "Desk"),
        stated("Desk", "partOf", "Tool"),
        stated("Tool", "reportsTo", "Desk"),
    ]
    kg = KnowledgeGraph.from_record([term("Desk"), term("Tool")], evidence, base=samples.BASE)
    for address in ("#", "#desk"):
        page = opened(kg, address=address)
        middles = [middle(line["points"]) for line in page.evaluate("rolegraph.lines()")]
        assert len(middles) == 4
        distances = [distance(a, b) for at, a in enumerate(middles) for b in middles[:at]]
        assert min(distances) > 3, address


def test_places_fill_a_frame_and_never_overlap() -> None:
    sizes = [(90.0 + 7 * (n % 5), 24.0 + 16 * (n % 3)) for n in range(80)]
    edges = [(n, n // 3) for n in range(1, 80)]
    points = settled([(500.0, 400.0)] * 80, sizes, edges, 10.0, (900.0, 800.0))
    placed = [{"x": x, "y": y, "width": w, "height": h} for (x, y), (w, h) in zip(points, sizes, strict=True)]
    assert overlaps(placed) == []
    assert all(one["x"] - one["width"] / 2 >= 0 and one["x"] + one["width"] / 2 <= 906 for one in placed)


def test_frame_that_is_too_small_grows() -> None:
    sizes = [(100.0, 30.0)] * 40
    points = settled([(0.0, 0.0)] * 40, sizes, [], 10.0, (120.0, 60.0))
    assert len(set(points)) == 40


def test_picture_takes_the_shape_of_a_screen() -> None:
    sizes = [(110.0, 26.0)] * 60
    points = place(sizes, [(n, n - 1) for n in range(1, 60)], [0] * 60)
    wide = max(x for x, _ in points) - min(x for x, _ in points) + 110
    high = max(y for _, y in points) - min(y for _, y in points) + 26
    assert 0.9 < wide / high < 1.5


def tree(count: int) -> KnowledgeGraph:
    """Terms of which each is said to belong to one that came before it."""
    labels = [
        f"{first} {second} {number}"
        for number in range(1, 1 + count // 16)
        for first in ("Sales", "Claims", "Data", "Field")
        for second in ("office", "audit", "analyst", "plan")
    ]
    labels += [f"Desk {number}" for number in range(count - len(labels))]
    links = [(n, max(0, n - 1 - n * 7 % 11)) for n in range(1, count)]
    evidence = [samples.stated(labels[a], "partOf", labels[b]) for a, b in links]
    return KnowledgeGraph.from_record([term(label) for label in labels], evidence, base=samples.BASE)


def hidden_pieces(page: Page, *, bent: bool) -> float:
    """Count the boxes that an edge runs behind, for each edge: as it is drawn, or as if it were straight."""
    named = page.evaluate("rolegraph.boxes()")
    lines = page.evaluate("rolegraph.lines()")
    count = sum(
        any(is_behind(box, a, b) for a, b in pairwise(line["points"] if bent else ends(line["points"])))
        for line in lines
        for label, box in named
        if label not in (line["from"], line["to"])
    )
    return count / len(lines)


def ends(points: list[Point]) -> list[Point]:
    return [points[0], points[-1]]


def is_behind(box: dict[str, float], a: Point, b: Point) -> bool:
    """Clip a piece of a line to a box (Liang and Barsky), and tell whether something is left."""
    first, last = 0.0, 1.0
    for axis, size in (("x", "width"), ("y", "height")):
        way = (b[axis] - a[axis]) or 1e-9
        near, far = sorted((box[axis] + side * box[size] / 2 - a[axis]) / way for side in (-1, 1))
        first, last = max(first, near), min(last, far)
    return first < last


def middle(points: list[Point]) -> Point:
    if len(points) == 2:
        return {axis: (points[0][axis] + points[1][axis]) / 2 for axis in ("x", "y")}
    return points[len(points) // 2]


def distance(a: Point, b: Point) -> float:
    return hypot(a["x"] - b["x"], a["y"] - b["y"])


# --- paths -------------------------------------------------------------------------------------------------------


def test_path_is_the_cheapest_one(opened: Opener) -> None:
    kg = large(60)
    page = opened(kg)
    costs = weighed(page)
    labels = sorted(costs.nodes)
    for start, end in zip(labels[::7], labels[5::7], strict=False):
        page.goto(page.url.partition("#")[0] + f"#{key(start)}?to={key(end)}")
        wait_until(page, f"rolegraph.state().end === '{end}'")
        found = [one["from"] for one in page.evaluate("rolegraph.steps()")] + [end]
        assert found[0] == start
        taken = sum(costs[a][b]["cost"] for a, b in pairwise(found)) - hub(costs, end)
        best = networkx.dijkstra_path_length(costs, start, end, weight="cost") - hub(costs, end)
        assert taken == pytest.approx(best), (start, end)


def weighed(page: Page) -> networkx.DiGraph[str]:
    """Make a graph of all relations with what a step costs: telling ones 1, against their way more, and hubs."""
    rows: list[list[Any]] = page.evaluate("rolegraph.relations()")
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    degrees: dict[str, int] = {}
    for start, _, end in rows:
        for one in (start, end):
            degrees[one] = degrees.get(one, 0) + 1
    for label, degree in degrees.items():
        graph.add_node(label, degree=degree)
    for start, words, end in rows:
        weak, symmetric = words == "related", words in ("related", "collaborates with", "distinct from")
        for a, b, against in ((start, end, 0.0), (end, start, 0.0 if symmetric else 0.05)):
            cost = (2.2 if weak else 1.0) + against + hub(graph, b)
            if not graph.has_edge(a, b) or graph[a][b]["cost"] > cost:
                graph.add_edge(a, b, cost=cost)
    return graph


def hub(graph: networkx.DiGraph[str], label: str) -> float:
    return 0.25 * log2(1 + graph.nodes[label]["degree"])


def key(label: str) -> str:
    return iri(label).removeprefix(samples.BASE)


# --- small screens -----------------------------------------------------------------------------------------------


def test_sheet_of_a_phone_is_drawn_and_set(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True)
    handle, panel = page.locator("#sheet"), page.locator("#panel")
    heights = [height(page, "#panel")]
    for _ in range(3):
        handle.tap()
        heights.append(height(page, "#panel"))
    assert heights[2] < heights[0] < heights[1]
    assert heights[3] == heights[0]
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 100, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] - 200, steps=5)
    assert height(page, "#panel") == pytest.approx(heights[0] + 210, abs=12)
    page.mouse.move(box["x"] + 100, 200, steps=5)
    page.mouse.up()
    assert height(page, "#panel") == heights[1]
    handle.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert height(page, "#panel") == heights[2]
    expect(handle).to_have_attribute("aria-expanded", "false")
    expect(panel.locator("h2")).to_be_in_viewport()
    assert height(page, "#stage") > 500
    page.wait_for_timeout(300)  # vis-network looks at its size by itself, too
    middles = [box["y"] for _, box in page.evaluate("rolegraph.boxes()")]
    assert all(0 < y < height(page, "#stage") for y in middles)
    assert max(middles) - min(middles) > 100


def height(page: Page, name: str) -> float:
    box = page.locator(name).bounding_box()
    assert box is not None
    return box["height"]


def test_phone_draws_few_neighbours_so_that_they_can_be_read(opened: Opener) -> None:
    page = opened(large(60), size=(390, 844), phone=True)
    page.evaluate(f"location.hash = '{key(page.evaluate('rolegraph.drawn()')[0])}'")
    wait_until(page, "rolegraph.state().scene === 'ring'")
    boxes = [box for _, box in page.evaluate("rolegraph.boxes()")]
    assert 2 < len(boxes) <= 15
    assert min(box["text"] for box in boxes) >= 7


def test_mentions_are_switched_among_the_filters_of_a_phone(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True)
    page.locator("#legend-button").tap()
    page.locator("#legend #mentions").tap()
    wait_until(page, "!rolegraph.drawn().includes('CRM')")


def test_legend_is_a_drawer_on_a_narrow_screen(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(1024, 768))
    expect(page.locator("#legend")).to_be_hidden()
    page.locator("#legend-button").click()
    expect(page.locator("#legend")).to_be_visible()
    page.locator("#classes label", has_text="Sectors").locator("input").uncheck()
    assert "Business process outsourcing" not in drawn(page)
    page.keyboard.press("Escape")
    expect(page.locator("#legend")).to_be_hidden()


# --- edges that tell ---------------------------------------------------------------------------------------------


def test_click_on_an_edge_tells_what_it_says(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True, address="#product-manager?steps=2")
    line = next(one for one in page.evaluate("rolegraph.lines()") if one["to"] == "CRM")
    at, stage = middle(line["points"]), page.locator("#map").bounding_box()
    assert stage is not None
    page.touchscreen.tap(stage["x"] + at["x"], stage["y"] + at["y"])
    expect(page.locator("#hint")).to_contain_text("Product manager uses CRM")
    expect(page.locator("#hint")).to_contain_text("roles.md, line 4")
    assert selected(page) == "Product manager"
    click_box(page, "Engineer")
    wait_selected(page, "Engineer")
    expect(page.locator("#hint")).to_be_hidden()


# --- little and odd graphs ---------------------------------------------------------------------------------------


def test_empty_pictures_say_why(opened: Opener) -> None:
    page = opened(KnowledgeGraph.from_record([], [], base=samples.BASE))
    expect(page.locator("#nothing")).to_have_text("This graph has no terms.")
    page = opened(samples.glossary())
    expect(page.locator("#nothing")).to_be_hidden()
    page.locator("#classes-all").click()
    expect(page.locator("#nothing")).to_have_text("The filter hides everything.")


@pytest.mark.parametrize("count", [1, 2])
def test_graph_of_a_term_or_two_is_drawn_in_the_middle(opened: Opener, count: int) -> None:
    labels = ["Desk", "Tool"][:count]
    evidence = [samples.stated("Desk", "uses", "Tool")] if count == 2 else []
    page = opened(KnowledgeGraph.from_record([term(label) for label in labels], evidence, base=samples.BASE))
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    boxes = [box for _, box in page.evaluate("rolegraph.boxes()")]
    assert len(boxes) == count
    assert sum(box["x"] for box in boxes) / count == pytest.approx(stage["width"] / 2, abs=60)
    assert sum(box["y"] for box in boxes) / count == pytest.approx(stage["height"] / 2, abs=60)
    page.locator("#panel a", has_text="Desk").click()
    wait_selected(page, "Desk")


def test_graph_of_mentions_alone_is_drawn(opened: Opener) -> None:
    labels = [f"Thing {number}" for number in range(60)]
    evidence = [samples.stated(label, "uses", "Thing 0") for label in labels[1:]]
    terms = [term(label, mention=True) for label in labels]
    page = opened(KnowledgeGraph.from_record(terms, evidence, base=samples.BASE))
    assert drawn(page) == set(labels)
    expect(page.locator("#mentions-switch")).to_be_hidden()
    names = page.locator("#panel .terms a").all_text_contents()
    assert names[:4] == ["Thing 0", "Thing 1", "Thing 2", "Thing 3"]


def test_long_and_foreign_labels_stay_in_their_boxes(opened: Opener) -> None:
    words = (
        "the coordination of many departments and of their suppliers in every region of a large company today"
    )
    labels = [
        Text(f"{words} and {words}", "en"),
        Text("Donaudampfschifffahrtsgesellschaftskapitänsmütze", "de"),
        Text("产品经理负责人与流程外包项目管理办公室主任", "zh"),
        Text("مدير المنتج والعمليات", "ar"),
    ]
    terms = [Term(f"{samples.BASE}t{n}", label) for n, label in enumerate(labels)]
    page = opened(KnowledgeGraph.from_record(terms, [], base=samples.BASE))
    boxes = dict(page.evaluate("rolegraph.boxes()"))
    assert overlaps(list(boxes.values())) == []
    scale = boxes[labels[0].value]["text"] / 14
    assert max(box["width"] for box in boxes.values()) < 340 * scale
    assert max(box["height"] for box in boxes.values()) < 90 * scale
    assert page.locator("#panel a[dir=auto]").count() == 4
    page.goto(page.url.partition("#")[0] + "#t3")
    wait_selected(page, labels[3].value)
    direction = page.evaluate("getComputedStyle(document.querySelector('#panel h2 span[dir]')).direction")
    assert direction == "rtl"
