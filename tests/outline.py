"""A document as a few short lines, for the tests of the readers: line number, mark of the block, text."""

from __future__ import annotations

from rolegraph.readers import Block, Definition, Document, Heading, Item, Paragraph, Span


def outline(document: Document) -> list[str]:
    """Show each block with its line; deeper items are indented, further paragraphs stand after " + "."""
    return [_shown(block) for block in document.blocks]


def _shown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{block.span.line} {'#' * block.level or '?'} {block.span.text}"
    if isinstance(block, Paragraph):
        return f"{block.span.line} {block.span.text}"
    if isinstance(block, Item):
        texts = " + ".join(span.text for span in (block.span, *block.more))
        return f"{block.span.line} {'  ' * block.depth}{'1.' if block.ordered else '-'} {texts}"
    if isinstance(block, Definition):
        names = " = ".join(span.text for span in (block.term, *block.others))
        return f"{block.term.line} {names}" + "".join(f" := {span.text}" for span in block.details)
    rows = [block.header, *(row.cells for row in block.rows)]
    return f"{block.line} " + " / ".join(" | ".join(cell.text for cell in row) for row in rows)


def spans(document: Document) -> list[Span]:
    """Give every span of a document."""
    return [span for block in document.blocks for span in _spans_of(block)]


def _spans_of(block: Block) -> list[Span]:
    if isinstance(block, Heading | Paragraph):
        return [block.span]
    if isinstance(block, Item):
        return [block.span, *block.more]
    if isinstance(block, Definition):
        return [block.term, *block.others, *block.details]
    return [*block.header, *(cell for row in block.rows for cell in row.cells)]


def linked(span: Span) -> list[tuple[str, str]]:
    """Give the text and the target of each link."""
    return [(span.text[link.start : link.end], link.target) for link in span.links]


def bold(span: Span) -> list[str]:
    """Give the bold parts of a text."""
    return [span.text[start:end] for start, end in span.strong]
