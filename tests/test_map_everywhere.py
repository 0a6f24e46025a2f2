"""The map for every reader and in every place: hostile text, colours, languages, phones, frames, and axe-core."""

from __future__ import annotations

import importlib.util
import re
from html import escape
from pathlib import Path
from xml.etree import ElementTree

import export_samples as samples
import pytest
from graph_samples import iri, term
from map_pages import Opener, drawn, wait_selected
from playwright.sync_api import expect

from rolegraph.graph import KnowledgeGraph, Term, Text

# --- hostile text ------------------------------------------------------------------------------------------------

STRANGE = "document.querySelectorAll('img, iframe, object, svg, form, script, style, link, base').length"


def test_hostile_text_stays_text_in_every_view(opened: Opener) -> None:
    page = opened(samples.hostile())
    made = page.evaluate(STRANGE)
    addresses = [
        "#?view=table",
        "#?view=table&table=relations",
        "#?view=tree",
        "#t0?steps=3",
        "#t0?to=t15",
        "#t1",
    ]
    for address in addresses:
        page.goto(page.url.partition("#")[0] + address)
        drawing = ElementTree.fromstring(page.evaluate("rolegraph.drawing()"))
        assert {one.tag.rpartition("}")[2] for one in drawing.iter()} <= SHAPES
        assert page.evaluate(f"[window.hacked, {STRANGE}]") == [None, made], address
    for form in ("markdown", "turtle", "sparql"):
        assert page.evaluate(f"rolegraph.copy('{form}')")
    page.locator("#search").fill("img")
    page.locator("#menu-button").click()
    assert page.evaluate(f"[window.hacked, {STRANGE}]") == [None, made]


SHAPES = {"svg", "title", "rect", "path", "polygon", "line", "text"}


def test_hostile_title_stays_text_in_a_notebook() -> None:
    page = samples.hostile().map(title='"><script>hacked()</script>')._repr_html_()
    assert page.count("<") == 2
    assert "<script" not in page


# --- looks -------------------------------------------------------------------------------------------------------


def test_colours_are_chosen_in_the_menu(opened: Opener) -> None:
    page = opened(samples.glossary())
    page.locator("#menu-button").click()
    page.locator("#theme").select_option("dark")
    assert page.evaluate("document.documentElement.style.colorScheme") == "dark"
    page.locator("#theme").select_option("contrast")
    assert page.evaluate("document.documentElement.dataset.contrast") == "more"
    assert "theme=contrast" in page.url


def test_labels_change_their_language(opened: Opener) -> None:
    named = Term(iri("Engineer"), Text("Engineer", "en"), translations=(Text("Ingenieurin", "de"),))
    page = opened(KnowledgeGraph.from_record([named, term("Desk")], [], base=samples.BASE))
    page.locator("#menu-button").click()
    page.locator("#language").select_option("de")
    assert drawn(page) == {"Ingenieurin", "Desk"}
    assert "lang=de" in page.url
    assert page.evaluate("rolegraph.find('engineer')") == ["Ingenieurin"]
    page.locator("#language").select_option("")
    assert drawn(page) == {"Engineer", "Desk"}


def test_phone_shows_map_and_panel_and_the_legend_on_demand(opened: Opener) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True)
    expect(page.locator("#legend")).to_be_hidden()
    page.locator("#legend-button").tap()
    expect(page.locator("#legend")).to_be_visible()
    page.locator("#legend-button").tap()
    box = dict(page.evaluate("rolegraph.boxes()"))["Engineer"]
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    page.touchscreen.tap(stage["x"] + box["x"], stage["y"] + box["y"])
    wait_selected(page, "Engineer")
    expect(page.locator("#panel h2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_share_of_time_stands_in_a_table(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#product-manager")
    expect(page.locator("#panel .shares tbody tr")).to_have_text(["CRMroles.md, line 420 %"])


# --- inside other pages ------------------------------------------------------------------------------------------


def test_map_works_in_the_frame_of_a_notebook(opened: Opener) -> None:
    kg = samples.glossary()
    page = opened(kg)
    page.goto("about:blank")
    page.set_content(kg.map(selected="PM")._repr_html_())
    frame = page.frame_locator("iframe")
    expect(frame.locator("#panel h2")).to_contain_text("Product manager")
    frame.locator("#panel a", has_text="Engineer").first.click()
    expect(frame.locator("#panel h2")).to_contain_text("Engineer")
    frame.locator("#classes label", has_text="Sectors").locator("input").uncheck()
    expect(frame.locator("#panel h2")).to_contain_text("Engineer")


def test_map_works_under_the_policy_of_notebooks_in_an_editor(opened: Opener) -> None:
    """VS Code shows the output of a cell in a sandboxed frame, whose strict policy the frame of the map inherits."""
    other = opened(samples.glossary()).context.new_page()
    faults: list[str] = []
    other.on("pageerror", lambda error: faults.append(str(error)))
    other.on("request", lambda sent: faults.append(sent.url))
    policy = (
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
        "img-src https: http: data:; font-src https:; connect-src https:; child-src https: data:"
    )
    cell = samples.glossary().map(selected="PM")._repr_html_()
    outer = escape(f'<meta http-equiv="Content-Security-Policy" content="{policy}">{cell}')
    sandbox = "allow-scripts allow-same-origin allow-forms allow-pointer-lock allow-downloads"
    other.set_content(f'<iframe sandbox="{sandbox}" width="1200" height="700" srcdoc="{outer}"></iframe>')
    frame = other.frame_locator("iframe").frame_locator("iframe")
    expect(frame.locator("#panel h2")).to_contain_text("Product manager")
    frame.locator("#panel a", has_text="Engineer").first.click()
    expect(frame.locator("#panel h2")).to_contain_text("Engineer")
    frame.locator("#search").fill("CRM")
    expect(frame.locator("#hits")).to_contain_text("CRM")
    other.close()
    assert faults == []


@pytest.mark.parametrize(
    "part",
    [
        {"around": "PM"},
        {"path": ("PM", "BPO")},
        {"term_class": "Role"},
        {"query": "CONSTRUCT WHERE { ?a rg:uses ?b }"},
    ],
)
def test_parts_are_drawn_from_python(part: dict[str, object]) -> None:
    kg = samples.glossary()
    assert len(kg.map(**part).html) < len(kg.map().html)  # type: ignore[arg-type]


def test_one_part_at_a_time_is_drawn() -> None:
    with pytest.raises(ValueError, match="give one of"):
        samples.glossary().map(around="PM", term_class="Role")


# --- for everybody -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which judges a page by the rules of WCAG."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("no axe-playwright-python (it is in the extra [test])")
    return Path(found.origin).with_name("axe.min.js").read_text("utf-8")


VIOLATIONS = """async () => (await axe.run()).violations
  .map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary])])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(opened: Opener, axe: str, scheme: str) -> None:
    page = opened(samples.glossary(), scheme=scheme)
    page.evaluate(f"void (() => {{ {axe} }})()")
    for address in ("#", "#product-manager", "#product-manager?to=crm", "#?view=table", "#?theme=contrast"):
        page.goto(page.url.partition("#")[0] + address)
        assert page.evaluate(VIOLATIONS) == [], address


def test_axe_finds_no_violation_in_open_lists_and_on_a_phone(opened: Opener, axe: str) -> None:
    page = opened(samples.glossary(), size=(390, 844), phone=True)
    page.evaluate(f"void (() => {{ {axe} }})()")
    page.locator("#search").fill("product")
    assert page.evaluate(VIOLATIONS) == []
    page.locator("#search").fill("")
    page.locator("#menu-button").tap()
    assert page.evaluate(VIOLATIONS) == []
    page.locator("#menu-button").tap()
    page.locator("#legend-button").tap()
    assert page.evaluate(VIOLATIONS) == []


# --- inside a page of one's own, and in words of one's own -------------------------------------------------------


def test_map_works_in_a_frame_by_its_address(opened: Opener, tmp_path: Path) -> None:
    page = opened(samples.glossary())
    own = page.url.rpartition("/")[2]
    host = tmp_path / "host.html"
    host.write_text(
        f'<iframe src="{own}#product-manager?to=crm" width="1200" height="700"></iframe>', "utf-8"
    )
    faults: list[str] = []
    other = page.context.new_page()
    other.on("pageerror", lambda error: faults.append(str(error)))
    other.goto(host.as_uri())
    frame = other.frame_locator("iframe")
    expect(frame.locator("#panel .sentence")).to_have_text("Product manager uses CRM.")
    frame.locator("#panel a", has_text="Leave the path").click()
    expect(frame.locator("#panel h2")).to_contain_text("Product manager")
    other.close()
    assert faults == []


def test_answers_stand_in_the_panel(opened: Opener) -> None:
    page = opened(samples.glossary(), address="#product-manager")
    question = page.locator("#panel details", has_text="Why?")
    expect(question.locator("p").first).to_be_hidden()
    question.locator("summary").click()
    expect(question.locator("p").first).to_have_text("To decide.")
    expect(question).to_contain_text("roles.md, line 12")


def test_all_words_of_the_page_stand_in_one_table() -> None:
    """What the template says itself are signs, the title and what a reader without scripts needs."""
    folder = Path(__file__).parents[1] / "exports" / "map"
    template = (folder / "template.html").read_text("utf-8").partition("<body>")[2]
    bare = re.sub(
        r"<noscript>.*?</noscript>|<script.*?</script>|{{.*?}}|<[^>]*>", " ", template, flags=re.DOTALL
    )
    assert set(bare.split()) <= {"/", "+", "−"}
    known = set(re.findall(r"^  (\w+)[:(]", (folder / "words.js").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r'data-words[a-z-]*="(\w+)"', template))
    for path in folder.glob("*.js"):
        asked |= set(re.findall(r"\bWORDS\.(\w+)", path.read_text("utf-8")))
    assert asked <= known
    assert known <= asked
