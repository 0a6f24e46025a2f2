"""Plain text: a front matter, if it has one, and blocks from nothing but lines."""

from __future__ import annotations

from rolegraph.readers.asciidoc import is_asciidoc, read_asciidoc
from rolegraph.readers.document import Document, Dropped
from rolegraph.readers.frontglossary import front_glossary
from rolegraph.readers.frontmatter import language_of, split_front_matter
from rolegraph.readers.line_blocks import text_blocks
from rolegraph.readers.lost_lines import with_signs_joined
from rolegraph.readers.restructured import is_restructured, read_restructured
from rolegraph.readers.wikitext import is_wikitext, read_wikitext

__all__ = ["read_text"]


def read_text(text: str, name: str) -> Document:
    r"""Read plain text into blocks; one in the mark-up of a wiki, of Sphinx or of AsciiDoc is read as such.

    Raises ReadError for a broken front matter.

    >>> [type(block).__name__ for block in read_text("Offshoring\nWork is done abroad.", "a.txt").blocks]
    ['Heading', 'Paragraph']
    """
    if is_wikitext(text):
        return read_wikitext(text, name)
    if is_restructured(text):
        return read_restructured(text, name)
    if is_asciidoc(text):
        return read_asciidoc(text, name)
    front = split_front_matter(text, name)
    body = with_signs_joined("\n".join(text.split("\n")[front.lines :]))
    dropped = list[Dropped]()
    blocks = (*text_blocks(body, front.lines + 1, dropped), *front_glossary(text, front, name))
    return Document(name, "text", blocks, front.values, language_of(front.values), tuple(dropped))
