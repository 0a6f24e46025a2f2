"""Items further in that are fields of the item above them: "- **Toil**: work by hand" with "- Synonyms: …" below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rolegraph.readers import Item, Paragraph, Span

__all__ = ["with_fields_within"]


def with_fields_within(
    blocks: Sequence[Item | Paragraph], is_label: Callable[[str], bool]
) -> list[Item | Paragraph]:
    """Give the blocks, with each labelled item made a paragraph of the item that it stands further in than.

    >>> toil, field = (Item(Span(text, ((0, 1),)), depth) for depth, text in enumerate(("Toil: work", "Also: x")))
    >>> [[span.text for span in item.more] for item in with_fields_within([toil, field], lambda text: "Also" in text)]
    [['Also: x']]
    """
    found: list[Item | Paragraph] = []
    fields: dict[int, list[Span]] = {}
    owner = -1
    for block in blocks:
        above = found[owner] if owner >= 0 else None
        if isinstance(block, Item) and isinstance(above, Item) and block.depth > above.depth:
            if ":" in block.span.text and is_label(block.span.text):
                fields.setdefault(owner, list(above.more)).extend((block.span, *block.more))
                continue
        else:
            owner = len(found) if isinstance(block, Item) else -1
        found.append(block)
    return [_with(block, fields.get(place)) for place, block in enumerate(found)]


def _with(block: Item | Paragraph, more: list[Span] | None) -> Item | Paragraph:
    return block._replace(more=tuple(more)) if more and isinstance(block, Item) else block
