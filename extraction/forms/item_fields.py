"""Items further in that are fields of the item above them: "- **Toil**: work by hand" with "- Synonyms: …" below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rolegraph.readers import Item, Paragraph

__all__ = ["with_fields_within"]


def with_fields_within(
    blocks: Sequence[Item | Paragraph], is_label: Callable[[str], bool]
) -> list[Item | Paragraph]:
    """Give the blocks, with each labelled item made a paragraph of the item that it stands further in than.

    >>> from rolegraph.readers import Span
    >>> toil, field = (Item(Span(text, ((0, 1),)), depth) for depth, text in enumerate(("Toil: work", "Also: x")))
    >>> [[span.text for span in item.more] for item in with_fields_within([toil, field], lambda text: "Also" in text)]
    [['Also: x']]
    """
    found: list[Item | Paragraph] = []
    owner = -1
    for block in blocks:
        above = found[owner] if owner >= 0 else None
        if isinstance(block, Item) and isinstance(above, Item) and block.depth > above.depth:
            if ":" in block.span.text and is_label(block.span.text):
                found[owner] = above._replace(more=(*above.more, block.span, *block.more))
                continue
        else:
            owner = len(found) if isinstance(block, Item) else -1
        found.append(block)
    return found
