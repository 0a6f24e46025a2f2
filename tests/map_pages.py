"""The map in a real browser: opening it, and what tests ask of the page."""

from __future__ import annotations

import base64
import functools
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import export_samples as samples
import pytest

from rolegraph.exports.map import render
from rolegraph.graph import KnowledgeGraph

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, ViewportSize

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
Opener = Callable[..., "Page"]


def wait_until(page: Page, expression: str) -> None:
    """Ask from outside until it is so: the page's policy forbids the evaluation that Playwright would wait by."""
    for _ in range(400):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(15)
    pytest.fail(f"did not come true: {expression}")


@pytest.fixture(scope="module")
def contexts(chromium: str) -> Iterator[Callable[..., BrowserContext]]:
    """Give browser contexts by their settings; all tests share one browser and one context for each setting."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)

        @functools.cache
        def context(**settings: Any) -> BrowserContext:
            width, height = settings.pop("size")
            viewport: ViewportSize = {"width": width, "height": height}
            return browser.new_context(viewport=viewport, reduced_motion="reduce", offline=True, **settings)

        yield context
        browser.close()


rendered = functools.cache(render)
large = functools.cache(samples.large)


@pytest.fixture
def opened(contexts: Callable[..., BrowserContext], tmp_path: Path) -> Iterator[Opener]:
    """Open the map of a graph; whatever goes wrong in the page fails the test."""
    faults: list[str] = []
    pages: list[Page] = []

    def opener(
        kg: KnowledgeGraph,
        *,
        address: str = "",
        scheme: str = "light",
        size: tuple[int, int] = (1440, 900),
        phone: bool = False,
        **options: Any,
    ) -> Page:
        path = tmp_path / f"map{len(pages)}.html"
        path.write_text(render(kg, **options) if options else rendered(kg), "utf-8")
        page = contexts(size=size, color_scheme=scheme, has_touch=phone, is_mobile=phone).new_page()
        pages.append(page)
        page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        own = (path.as_uri(), "data:image/svg+xml", "blob:")
        page.on(
            "request",
            lambda sent: None if sent.url.startswith(own) else faults.append(f"request: {sent.url}"),
        )
        page.goto(path.as_uri() + address)
        wait_until(page, "window.rolegraph")
        return page

    yield opener
    for page in pages:
        page.close()
    assert faults == []


def drawn(page: Page) -> set[str]:
    return set(page.evaluate("rolegraph.drawn()"))


def selected(page: Page) -> str | None:
    found: str | None = page.evaluate("rolegraph.state().selected")
    return found


def wait_selected(page: Page, label: str | None) -> None:
    """Wait for the selection: the browser tells the page of a followed link only after the click has returned."""
    wait_until(page, f"rolegraph.state().selected === {json.dumps(label)}")


def click_box(page: Page, label: str) -> None:
    box = dict(page.evaluate("rolegraph.boxes()"))[label]
    stage = page.locator("#map").bounding_box()
    assert stage is not None
    page.mouse.click(stage["x"] + box["x"], stage["y"] + box["y"])


def boxes_apart(page: Page, labels: set[str]) -> bool:
    return not overlaps([box for label, box in page.evaluate("rolegraph.boxes()") if label in labels])


def overlaps(boxes: list[dict[str, float]]) -> list[tuple[dict[str, float], dict[str, float]]]:
    """Give the pairs of boxes that lie on each other."""
    return [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        if abs(a["x"] - b["x"]) < (a["width"] + b["width"]) / 2 - 1
        and abs(a["y"] - b["y"]) < (a["height"] + b["height"]) / 2 - 1
    ]


def content_of(page: str) -> dict[str, Any]:
    """Unpack the data of a page, as its script does."""
    packed = re.search(r'id="content">([^<]+)<', page)
    assert packed is not None
    found: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(packed.group(1))))
    return found
