"""What a reader's browser makes of a map: times, frames, overlaps, requests, in Debian's Chromium."""

from __future__ import annotations

import importlib.util
import json
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

__all__ = ["Reader", "reader"]

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *(
        "--disable-frame-rate-limit",
        "--disable-gpu-vsync",
    ),  # else 60 frames a second are the most there can be
]
_FRAMES = """async () => {
  const step = %s;
  let frames = 0;
  const start = performance.now();
  while (performance.now() - start < 3000) {
    step(frames);
    await new Promise((done) => requestAnimationFrame(done));
    frames += 1;
  }
  return (frames * 1000) / (performance.now() - start);
}"""
_GO = """async (address) => {
  const start = performance.now();
  const arrived = new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
  location.hash = address;
  await arrived;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


class Reader:
    """A browser that opens maps, without a network, and counts what goes wrong."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.requests: list[str] = []
        self.errors: list[str] = []

    @contextmanager
    def page(
        self, path: Path, address: str = "", scheme: Any = "light", size: tuple[int, int] = (1440, 900)
    ) -> Iterator[Page]:
        """Open a map and wait for its first picture."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(300_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text))
        page.on("request", lambda sent: self.requests.append(sent.url) if sent.url != path.as_uri() else None)
        page.goto(path.as_uri() + address)
        while not page.evaluate("Boolean(window.rolegraph && rolegraph.firstPicture)"):
            page.wait_for_timeout(20)
        yield page
        context.close()

    def first_picture(self, path: Path, runs: int = 3) -> float:
        """Give the median time to the first picture, in milliseconds."""
        taken = []
        for _ in range(runs):
            with self.page(path) as page:
                taken.append(page.evaluate("rolegraph.firstPicture"))
        return float(median(taken))

    def go(self, page: Page, addresses: list[str]) -> float:
        """Give the median time to go to places of a map, in milliseconds."""
        return float(median(page.evaluate(_GO, address) for address in addresses))

    def search(self, page: Page, texts: list[str]) -> float:
        """Give the median time of a search, in milliseconds; the index is made before."""
        page.evaluate("rolegraph.find('x')")
        code = "(text) => { const start = performance.now(); rolegraph.find(text); return performance.now() - start; }"
        return float(median(page.evaluate(code, text) for text in texts))

    def frames(self, page: Page, move: str) -> float:
        """Give the frames a second while the camera moves at every frame, as ``move`` (a function) says."""
        return float(page.evaluate(_FRAMES % move))

    def frames_of_everything(self, content: dict[str, Any], folder: Path) -> float:
        """Give the frames a second of vis-network that draws every box and edge of a map."""
        from rolegraph.exports.map.page import _library

        places = {node["id"]: (node["id"] % 100 * 170, node["id"] // 100 * 70) for node in content["nodes"]}
        nodes = [
            {"id": node["id"], "label": node["label"], "shape": "box", "x": x, "y": y}
            for node in content["nodes"]
            for x, y in [places[node["id"]]]
        ]
        edges = [{"from": edge["from"], "to": edge["to"]} for edge in content["edges"]]
        options = {"physics": False, "layout": {"improvedLayout": False}, "edges": {"smooth": False}}
        data = json.dumps({"nodes": nodes, "edges": edges})
        made = f"window.network = new vis.Network(document.body, {data}, {json.dumps(options)});"
        style = "<style>html, body { height: 840px }</style>"
        scripts = f"<script>{_library()}</script><script>{made}</script>"
        path = folder / "everything.html"
        path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{style}<body>{scripts}", "utf-8")
        page = self._browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(600_000)
        page.goto(path.as_uri())
        found = self.frames(
            page,
            "(at) => network.moveTo({ position: { x: 8000 + at * 9, y: 3500 }, scale: 0.08 + (at % 20) / 400 })",
        )
        page.close()
        return found

    def violations(self, path: Path, scheme: str) -> int:
        """Count what axe-core finds in the views of a map."""
        found = importlib.util.find_spec("axe_playwright_python")
        assert found is not None
        assert found.origin is not None
        axe = Path(found.origin).with_name("axe.min.js").read_text("utf-8")
        count = 0
        with self.page(path, scheme=scheme) as page:
            page.evaluate(f"void (() => {{ {axe} }})()")
            for address in ("#", "#?view=table", "#?view=tree"):
                page.evaluate(_GO, address + "&x" if address == "#" else address)
                count += page.evaluate("async () => (await axe.run()).violations.length")
        return count

    def picture(self, path: Path) -> dict[str, float]:
        """Measure the picture of a small map on a desk's screen: overlaps, edges behind boxes, the smallest text."""
        with self.page(path, size=(1440, 900)) as page:
            named = page.evaluate("rolegraph.boxes()")
            lines = page.evaluate("rolegraph.lines()")
        boxes = [box for _, box in named]
        behind = sum(
            any(_is_behind(box, *piece) for piece in pairwise(line["points"]))
            for line in lines
            for label, box in named
            if label not in (line["from"], line["to"])
        )
        overlaps = sum(_overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
        return {
            "overlaps": overlaps,
            "behind": behind / max(1, len(lines)),
            "text": min(box["text"] for box in boxes),
        }


def _overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    return (
        abs(a["x"] - b["x"]) < (a["width"] + b["width"]) / 2 - 0.5
        and abs(a["y"] - b["y"]) < (a["height"] + b["height"]) / 2 - 0.5
    )


def _is_behind(box: dict[str, float], one: dict[str, float], other: dict[str, float]) -> bool:
    """Tell whether a straight piece of a line runs behind a box."""
    x1, y1, x2, y2 = one["x"], one["y"], other["x"], other["y"]
    start, end = 0.0, 1.0
    for at, way, middle, size in (
        (x1, x2 - x1, box["x"], box["width"]),
        (y1, y2 - y1, box["y"], box["height"]),
    ):
        low, high = middle - size / 2 - at, middle + size / 2 - at
        if not way:
            if low > 0 or high < 0:
                return False
            continue
        near, far = sorted((low / way, high / way))
        start, end = max(start, near), min(end, far)
    return start < end


@contextmanager
def reader(chromium: str) -> Iterator[Reader]:
    """Start a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield Reader(browser)
        browser.close()
