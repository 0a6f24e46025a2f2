"""A front matter that itself holds the glossary: its terms, in YAML or TOML, read as those of a YAML file are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.readers.document import Block, Heading
from rolegraph.readers.nodes import Keyed, Listed, Node
from rolegraph.readers.structures import glossary_blocks, is_wrapper
from rolegraph.readers.tomls import toml_node
from rolegraph.readers.yamls import yaml_nodes

if TYPE_CHECKING:
    from rolegraph.readers.frontmatter import FrontMatter

__all__ = ["front_glossary"]


def front_glossary(text: str, front: FrontMatter, name: str) -> list[Block]:
    r"""Give the terms that the front matter of a text lists, below the key that they are listed under.

    >>> from rolegraph.readers.frontmatter import split_front_matter
    >>> text = "---\nterms:\n- term: CRM\n  definition: Software.\n---\n"
    >>> [type(block).__name__ for block in front_glossary(text, split_front_matter(text, "a.md"), "a.md")]
    ['Heading', 'Table']
    """
    wrapped = (isinstance(value, list | dict) and is_wrapper(key) for key, value in front.values.items())
    if not any(wrapped):
        return []
    inner = "\n".join(text.split("\n")[1 : front.lines])
    if text.startswith("+++"):
        return list(_blocks(toml_node(inner.rstrip(" +\n"), 2)))
    return [block for node in yaml_nodes(inner.rstrip(" -."), name, 2) for block in _blocks(node)]


def _blocks(node: Node) -> Iterator[Block]:
    for key, value in node.pairs if isinstance(node, Keyed) else ():
        if is_wrapper(key.text) and _holds_entries(value):
            yield Heading(key, 1)
            yield from glossary_blocks(value, 1)


def _holds_entries(node: Node) -> bool:
    """Tell mappings from a list of plain words, which are tags."""
    return isinstance(node, Keyed) or (
        isinstance(node, Listed) and any(isinstance(item, Keyed) for item in node.items)
    )
