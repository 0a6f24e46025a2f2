"""GraphML and GEXF, written by networkx from the graph's network view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from typing import BinaryIO

    import networkx

    from rolegraph.graph import KnowledgeGraph

__all__ = ["write_gexf", "write_graphml"]


def write_graphml(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write terms and relations as GraphML; a relation is an edge with an id of its own."""
    from networkx.readwrite.graphml import GraphMLWriter

    # the plain writer: networkx's other one needs lxml and formats differently
    writer = GraphMLWriter(graph=_numbered(kg), encoding="utf-8", prettyprint=True, named_key_ids=False)
    _write_tree(writer.xml, stream)


def write_gexf(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write terms and relations as GEXF 1.2, the terms in the colours of their classes and without a date."""
    from networkx.readwrite.gexf import GEXFWriter

    graph = _numbered(kg)
    for _, attributes in graph.nodes(data=True):
        attributes["viz"] = {"color": _rgb(kg, str(attributes["class"]))}
    writer = GEXFWriter(graph=graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    _tidy(writer.xml)
    _write_tree(writer.xml, stream)


def _tidy(root: Any) -> None:
    """Take out what networkx adds of its own: the date, its version, and the edge keys a second time."""
    for meta in root.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
        for creator in meta.iter("creator"):
            creator.text = "rolegraph"
    keys = {one.get("id") for one in root.iter("attribute") if one.get("title") == "networkx_key"}
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("for") in keys or (child.tag == "attribute" and child.get("id") in keys):
                parent.remove(child)


def _write_tree(root: Any, stream: BinaryIO) -> None:
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    stream.write(
        data.replace(b"\r", b"&#13;") + b"\n"
    )  # a reader would make a line feed of it (XML 1.0, 2.11)


def _numbered(kg: KnowledgeGraph) -> networkx.MultiDiGraph[str]:
    """Copy the network with a key of its own for every edge: both formats use keys as ids, and ids differ."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network = kg.network()
    graph.add_nodes_from((node, dict(attributes)) for node, attributes in network.nodes(data=True))
    for number, (start, end, attributes) in enumerate(network.edges(data=True), 1):
        graph.add_edge(start, end, key=f"e{number}", **attributes)
    return graph


def _rgb(kg: KnowledgeGraph, class_name: str) -> dict[str, int | float]:
    from rolegraph.exports.looks import look_of_name

    colour = look_of_name(kg.ontology, class_name).colour
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
