"""Measure the map against its goals: each figure a ratio or a count in one run.

The table goes to stdout, the figures to benchmarks/results/map.json. It needs Chromium and the extra [test].

    python benchmarks/map/goals.py [--quick]

``--quick`` leaves out the graph of 50,000 terms.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from graphs import glossary_of
from reading import Reader, reader
from writing import bytes_over_hash_seeds, size_beyond_data, writing

from rolegraph.exports.map import render
from rolegraph.exports.map.content import map_content
from rolegraph.graph import KnowledgeGraph

RESULTS = Path(__file__).parents[1] / "results" / "map.json"
LARGE, HUGE = 10_000, 50_000
PAN = "(at) => rolegraph.look({ x: Math.sin(at / 9) * 300, y: Math.cos(at / 9) * 200 }, 0.6 + (at % 20) / 40)"


class Row(NamedTuple):
    """A goal: what is measured, the goal in words, the figure, and whether it is met."""

    what: str
    goal: str
    figure: float
    met: bool


def most(what: str, limit: float, figure: float) -> Row:
    return Row(what, f"<= {limit:g}", figure, figure <= limit)


def least(what: str, limit: float, figure: float) -> Row:
    return Row(what, f">= {limit:g}", figure, figure >= limit)


def file_rows(folder: Path) -> list[Row]:
    """Measure how the file is written."""
    taken = writing(glossary_of(LARGE), folder)
    return [
        most("build and write 10,000 / JSON dump of the same record", 2, taken["map"] / taken["dump"]),
        most("groups and layout of 10,000, seconds", 10, taken["layout"]),
        least("pyvis from_nx + page / our page, 10,000", 30, taken["pyvis"] / taken["page"]),
        most("different pages over three hash seeds", 1, bytes_over_hash_seeds()),
        most("size beyond the data, MB", 0.6, size_beyond_data() / 1e6),
    ]


def opening_rows(browser: Reader, folder: Path, *, quick: bool) -> list[Row]:
    """Measure the time to the first picture as ratios to that of 100 terms."""
    small = folder / "100.html"
    small.write_text(render(glossary_of(100)), "utf-8")
    base = browser.first_picture(small)
    rows = [most("first picture at 10,000 / at 100", 3, browser.first_picture(folder / "map.html") / base)]
    if not quick:
        huge = folder / "50000.html"
        huge.write_text(render(glossary_of(HUGE)), "utf-8")
        rows.append(most("first picture at 50,000 / at 100", 6, browser.first_picture(huge) / base))
    return rows


def working_rows(browser: Reader, folder: Path) -> list[Row]:
    """Measure what a reader does in a map of 10,000 terms."""
    content = map_content(glossary_of(LARGE))._asdict()
    keys = [content["nodes"][number]["key"] for number in range(7, LARGE, LARGE // 11)]
    words = [content["nodes"][number]["label"][:6] for number in range(5, LARGE, LARGE // 11)]
    with browser.page(folder / "map.html") as page:
        select = browser.go(page, [f"#{key}" for key in keys])
        focus = browser.go(page, [f"#{key}?steps=2" for key in keys])
        path = browser.go(page, [f"#{a}?to={b}" for a, b in zip(keys, reversed(keys), strict=True) if a != b])
        search = browser.search(page, [*words, "analist", "office of", "xyzzy"])
        browser.go(page, ["#?view=map"])
        frames = browser.frames(page, PAN)
    everything = browser.frames_of_everything(content, folder)
    return [
        most("select a term at 10,000, ms", 200, select),
        most("focus (two steps) at 10,000, ms", 150, focus),
        most("search at 10,000, ms", 20, search),
        most("path at 10,000, ms", 50, path),
        least("frames a second at 10,000 / vis-network drawing everything", 20, frames / everything),
    ]


def picture_rows(browser: Reader, folder: Path) -> list[Row]:
    """Measure the pictures of small graphs, as sparse as a concept map and as the starter."""
    graphs = {f"{count} terms": glossary_of(count, per_term=1) for count in (50, 100, 150)}
    rows = []
    for name, kg in {**graphs, "the starter": KnowledgeGraph.open("starter")}.items():
        path = folder / "picture.html"
        path.write_text(render(kg), "utf-8")
        found = browser.picture(path)
        rows += [
            most(f"label overlaps, {name}", 0, found["overlaps"]),
            most(f"boxes that an edge runs behind, {name}", 0.3, found["behind"]),
            least(f"smallest text at fit on 1440 x 900, px, {name}", 9, found["text"]),
        ]
    return rows


def access_rows(browser: Reader, folder: Path) -> list[Row]:
    """Count what axe-core finds, and the rows and links of the table."""
    path = folder / "100.html"
    violations = sum(browser.violations(path, scheme) for scheme in ("light", "dark"))
    with browser.page(folder / "map.html", "#?view=table") as page:
        while (rows := page.locator("#table tbody tr").count()) < LARGE and not browser.errors:
            page.wait_for_timeout(100)
        links = page.locator("#table tbody th a[href]").count()
    with browser.page(folder / "map.html") as one, browser.page(folder / "map.html") as other:
        differ = one.evaluate("rolegraph.boxes()") != other.evaluate("rolegraph.boxes()")
    return [
        most("axe-core violations, light and dark", 0, violations),
        least("rows of the table at 10,000", LARGE, rows),
        least("terms reachable by keyboard at 10,000", LARGE, links),
        most("boxes that differ between two loads", 0, differ),
        most("requests with the network off", 0, len(browser.requests)),
        most("script errors", 0, len(browser.errors)),
    ]


def measured(chromium: str, *, quick: bool) -> list[Row]:
    """Measure everything, and show each part as it is done."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name, reader(chromium) as browser:
        folder = Path(name)
        parts: list[Callable[[], list[Row]]] = [
            lambda: file_rows(folder),
            lambda: opening_rows(browser, folder, quick=quick),
            lambda: working_rows(browser, folder),
            lambda: picture_rows(browser, folder),
            lambda: access_rows(browser, folder),
        ]
        for part in parts:
            for row in part():
                print(
                    f"{row.what:<62}{row.goal:>10}{row.figure:>11.2f}  {'yes' if row.met else 'NO'}",
                    flush=True,
                )
                rows.append(row)
    return rows


def main() -> None:
    """Measure, print the table, save the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="leave out the graph of 50,000 terms")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("bench-map needs Chromium (Debian package chromium)")
    quick, start = parser.parse_args().quick, time.monotonic()
    print(f"{'measured':<62}{'goal':>10}{'figure':>11}  met")
    rows = measured(chromium, quick=quick)
    minutes = (time.monotonic() - start) / 60
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps([row._asdict() for row in rows], indent=1) + "\n", encoding="utf-8")
    missed = sum(not row.met for row in rows)
    print(
        f"{len(rows) - missed} of {len(rows)} goals met in {minutes:.0f} minutes; wrote {os.path.relpath(RESULTS)}"
    )


if __name__ == "__main__":
    main()
