"""Groups of terms and the places where they are drawn, for what a map shows when it opens."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rolegraph.exports.map.communities import group
from rolegraph.exports.map.layout import place
from rolegraph.exports.map.overlaps import without_overlaps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rolegraph.exports.map.earlier import Places

__all__ = ["MOST_DRAWN", "set_groups", "views"]

MOST_DRAWN = 400
"""How many terms are drawn at once; the others are found by search and drawn when they are selected."""

_NO_GROUP = -1
_Node = dict[str, Any]
_Edge = dict[str, Any]


def views(
    nodes: list[_Node], edges: list[_Edge], earlier: Mapping[str, Places] | None = None
) -> dict[str, dict[int, list[int]]]:
    """Place what is drawn: ``terms`` are the entries alone, ``all`` entries and mentions, both within limits.

    A larger graph opens with its groups, and the page places what it draws of them: there are no views then.
    What stood on an ``earlier`` map stays near its place, and where no term came or went, at it.
    """
    before = earlier or {}
    entries = [node for node in nodes if not node["mention"]]
    if len(entries or nodes) > MOST_DRAWN:
        return {}
    ranked = sorted(nodes, key=lambda node: (node["mention"], -node["degree"], node["id"]))[:MOST_DRAWN]
    found = {}
    if entries:
        found["terms"] = _placed(ranked[: len(entries)], edges, {}, before.get("terms", {}))
    if len(entries) < len(ranked):
        start = found.get("terms", {})
        found["all"] = _placed(ranked, edges, start, before.get("all", {}))
    return found


def set_groups(nodes: list[_Node], edges: list[_Edge]) -> None:
    """Put each entry into its group, and each mention into the group of most of the entries that it is related to."""
    entries = [node["id"] for node in nodes if not node["mention"]]
    numbers = {one: number for number, one in enumerate(entries or range(len(nodes)))}
    ends = [(edge["from"], edge["to"]) for edge in edges]
    groups = group(len(numbers), [(numbers[a], numbers[b]) for a, b in ends if a in numbers and b in numbers])
    for one, number in numbers.items():
        nodes[one]["group"] = groups[number]
    votes: dict[int, Counter[int]] = {}
    for a, b in [*ends, *((b, a) for a, b in ends)]:
        if a not in numbers and b in numbers:
            votes.setdefault(a, Counter())[groups[numbers[b]]] += 1
    for node in nodes:
        if "group" not in node:
            found = votes.get(node["id"], {_NO_GROUP: 1})
            node["group"] = min(found, key=lambda number: (-found[number], number))


def _placed(
    nodes: Sequence[_Node], edges: list[_Edge], start: dict[int, list[int]], earlier: Places
) -> dict[int, list[int]]:
    numbers = {node["id"]: number for number, node in enumerate(nodes)}
    sizes = [(float(node["box"][0]), float(node["box"][1])) for node in nodes]
    known = {numbers[one]: (float(x), float(y)) for one, (x, y) in start.items()}
    known |= {n: earlier[node["iri"]] for n, node in enumerate(nodes) if node["iri"] in earlier}
    if earlier and len(known) == len(nodes) == len(earlier):
        points = without_overlaps([earlier[node["iri"]] for node in nodes], sizes, 0.0)
    else:
        points = place(
            sizes,
            [
                (numbers[edge["from"]], numbers[edge["to"]])
                for edge in edges
                if edge["from"] in numbers and edge["to"] in numbers
            ],
            [node["group"] for node in nodes],
            start=known,
            heavy=[1.0 if node["mention"] else 4.0 for node in nodes],
        )
    return {node["id"]: [round(x), round(y)] for node, (x, y) in zip(nodes, points, strict=True)}
