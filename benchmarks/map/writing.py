"""How long the file of a map takes to be written, against a JSON dump and against pyvis's own way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path

import networkx
from pyvis.network import Network

from rolegraph.exports.map import render
from rolegraph.exports.map.content import map_content
from rolegraph.exports.map.page import page
from rolegraph.graph import KnowledgeGraph

__all__ = ["bytes_over_hash_seeds", "size_beyond_data", "writing"]

_SEEDS = ("1", "2", "3")


def writing(kg: KnowledgeGraph, folder: Path) -> dict[str, float]:
    """Time, in seconds: a JSON dump of the record, the map without layout, layout, and pyvis's own page."""
    start = time.perf_counter()
    _dump(kg, folder / "dump.json")
    dumped = time.perf_counter()
    steps: list[float] = []
    content = map_content(kg, progress=lambda done, of: steps.append(time.perf_counter()))
    collected = time.perf_counter()
    (folder / "map.html").write_text(page(content, "bench"), "utf-8")
    written = time.perf_counter()
    layout = steps[3] - steps[1]
    pyvis = _pyvis_seconds(kg, folder)
    return {
        "dump": dumped - start,
        "map": written - dumped - layout,
        "layout": layout,
        "page": written - collected,
        "pyvis": pyvis,
    }


def _dump(kg: KnowledgeGraph, path: Path) -> None:
    """Read the same record - terms, relations, evidence - and dump it plainly."""
    record = [kg.terms(mentions=True), [tuple(one) for one in kg.relations()], kg.evidence()]
    path.write_text(json.dumps(record), "utf-8")


def _pyvis_seconds(kg: KnowledgeGraph, folder: Path) -> float:
    graph: networkx.MultiDiGraph[str] = kg.network()
    start = time.perf_counter()
    network = Network(directed=True, cdn_resources="in_line")
    with redirect_stdout(StringIO()):
        network.from_nx(graph)
        html = network.generate_html(notebook=False)
    (folder / "pyvis.html").write_text(html, encoding="utf-8")
    return time.perf_counter() - start


def size_beyond_data() -> int:
    """Give the bytes of the page of an empty graph."""
    return len(render(KnowledgeGraph.from_record([], [])).encode())


def bytes_over_hash_seeds() -> int:
    """Count the different pages of the starter graph over three hash seeds; one is right."""
    code = (
        "import sys; from rolegraph import KnowledgeGraph; from rolegraph.exports.map import render; "
        "sys.stdout.buffer.write(render(KnowledgeGraph.open('starter')).encode())"
    )
    pages = set()
    for seed in _SEEDS:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
        pages.add(sha256(done.stdout).hexdigest())
    return len(pages)
