"""The page of the map: template, style and scripts in one file that asks for nothing."""

from __future__ import annotations

import gzip
import os
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from rolegraph.exports.errors import ExportError
from rolegraph.exports.map.views import MOST_DRAWN
from rolegraph.ontology.namespaces import SKOS

if TYPE_CHECKING:
    import pyvis.network

    from rolegraph.exports.map.content import MapContent

__all__ = ["page"]

_FOLDER = os.path.dirname(__file__)
_SCRIPTS = (
    "words.js",
    "payload.js",
    "state.js",
    "address.js",
    "paths.js",
    "placing.js",
    "theme.js",
    "boxes.js",
    "ring.js",
    "groups.js",
    "tree.js",
    "bends.js",
    "scenes.js",
    "drawing.js",
    "panel.js",
    "search.js",
    "legend.js",
    "table.js",
    "svg.js",
    "copying.js",
    "menu.js",
    "sheet.js",
    "print.js",
    "script.js",
    "hook.js",
)
"""In the order in which they stand in the page; what each says on its first line."""
_PACKING = 3
"""The level of gzip: higher ones take several times as long for a tenth of the size."""
_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "speed": {"x": 8, "y": 8, "zoom": 0.02}},
        "zoomSpeed": 0.7,
    },
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "selectionWidth": 0},
}


def page(content: MapContent, title: str, opening: str = "") -> str:
    """Put everything into the template; only the template's own scripts may run in it.

    ``opening`` is the address part, without ``#``, of the view to open with.
    """
    from jinja2 import Environment, FileSystemLoader

    style, library, script = _bare(_text("style.css")), _library(), _script()
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, keep_trailing_newline=True)
    from markupsafe import Markup

    return environment.get_template("template.html").render(
        title=title,
        policy=_policy(style, library, script),
        style=Markup(style),
        library=Markup(library),
        script=Markup(script),
        content=_packed(content, opening),
    )


def network_of(content: MapContent) -> pyvis.network.Network:
    """Fill a pyvis network directly: its own ``add_node`` searches lists, its ``set_options`` strips spaces."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.nodes, network.edges = content.nodes, content.edges
    network.node_ids = [node["id"] for node in content.nodes]
    network.node_map = {node["id"]: node for node in content.nodes}
    network.options = _OPTIONS
    return network


def _packed(content: MapContent, opening: str) -> str:
    """Write the content as JSON, gzip, base64: the same bytes for the same content, and nothing to escape."""
    network = network_of(content)
    edges = [_with_packed_evidence(edge) for edge in network.edges]
    drawn = {"nodes": network.nodes, "edges": edges, "options": network.options}
    values = {**content._asdict(), **drawn, "opening": opening}
    values |= {"most_drawn": MOST_DRAWN, "label_iri": SKOS + "prefLabel"}
    return b64encode(gzip.compress(msgspec.json.encode(values), _PACKING, mtime=0)).decode()


def _with_packed_evidence(edge: dict[str, Any]) -> dict[str, Any]:
    """Leave the evidence of an edge packed, as JSON in JSON: most of the data, of which little is ever looked at."""
    proofs = edge["evidence"]
    sources = list(dict.fromkeys(proof["place"][0] for proof in proofs))
    return {**edge, "evidence": msgspec.json.encode(proofs).decode(), "sources": sources}


def _policy(style: str, *scripts: str) -> str:
    """Allow these very scripts and nothing else: no request, no frame, no form, no other script."""
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{_digest(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8", newline=None) as file:
        return file.read()


def _script() -> str:
    return "'use strict';\n(async () => {\n" + "\n".join(_bare(_text(name)) for name in _SCRIPTS) + "})();\n"


def _bare(text: str) -> str:
    r"""Leave out indents and the lines that are comments, which are for whoever edits the files.

    >>> _bare("// What it does.\nif (a) {\n  b();\n}\n")
    'if (a) {\nb();\n}\n'
    """
    lines = (line.lstrip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _library() -> str:
    """Give the vis-network that pyvis brings, without its pointer to a source map and safe inside a script element."""
    import pyvis

    folder = os.path.join(os.path.dirname(pyvis.__file__), "templates", "lib")
    found = [name for name in os.listdir(folder) if name.startswith("vis-")] if os.path.isdir(folder) else []
    if not found:
        raise ExportError(f"pyvis in {os.path.dirname(pyvis.__file__)} has no vis-network; reinstall it")
    newest = max(found, key=lambda name: [int(part) for part in re.findall(r"\d+", name)])
    with open(os.path.join(folder, newest, "vis-network.min.js"), encoding="utf-8", newline=None) as file:
        script = re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", file.read())
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
