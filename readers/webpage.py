"""Web pages: the content of a saved page, without what a site puts around it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from rolegraph.readers.boilerplate import Furniture, is_mute, main_part, main_title
from rolegraph.readers.document import Block, Document, Dropped, Heading
from rolegraph.readers.encodings import decode
from rolegraph.readers.pageblocks import PageBlocks, dropped
from rolegraph.readers.pagedata import read_data
from rolegraph.readers.pagetitles import titled
from rolegraph.readers.pagetree import Element, elements, parse_page, text_of

__all__ = ["read_page"]

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
# What browsers read when a page names these (Encoding Standard, 4.2).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
_MEANT |= {"euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SITE = re.compile(r"\s+(?:[|–—·•»:]|-|::)\s+|\s*[|»]\s*")


def read_page(data: bytes, name: str) -> Document:
    r"""Read a web page into blocks; what is navigation, banner or hidden is ``dropped``.

    Raises ReadError when the bytes look binary, the encoding cannot be told or the page is too large.

    >>> page = read_page(b"<nav>Home</nav><dl><dt>CRM<dd>A system for\nsales.</dl>", "terms.html")
    >>> page.blocks[0].term.text, page.blocks[0].details[0].starts, page.dropped[0].reason
    ('CRM', ((0, 1), (13, 2)), 'navigation')
    """
    root = parse_page(decode(data, name, _declared(data)), name)
    body = next((each for each in root.children if isinstance(each, Element) and each.tag == "body"), root)
    main = main_part(body)
    reader = PageBlocks(Furniture(body))
    title = main_title(body, main)
    blocks = titled([*(reader.read_title(title) if title else ()), *reader.read(main)])
    left_out = sorted([*reader.dropped, *_outside(main, body)])
    blocks += read_data(root, blocks)
    named = _title(root, blocks)
    return Document(
        name, "html", tuple(blocks), {"title": named} if named else {}, _language(root, body), tuple(left_out)
    )


def _outside(main: Element, body: Element) -> Iterator[Dropped]:
    """Yield the parts of a page around its main part."""
    while main is not body and main.parent is not None:
        for child in main.parent.children:
            if isinstance(child, Element) and child is not main and child.size and not is_mute(child):
                yield dropped(child, "outside the main part of the page")
        main = main.parent


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if match is None:
        return ""
    try:
        known = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    return _MEANT.get(known, known)


def _title(root: Element, blocks: Sequence[Block]) -> str:
    """Give the title of a page without the name of its site."""
    named = _named(root, "og:title") or next(
        (text_of(each) for each in _heads(root) if each.tag == "title"), ""
    )
    site = _named(root, "og:site_name").casefold()
    parts = [part for part in _SITE.split(named) if part and part.casefold() != site]
    shown = {block.span.text for block in blocks if isinstance(block, Heading) and block.level == 1}
    return next((part for part in parts if part in shown), parts[0] if parts else named).strip()


def _named(root: Element, name: str) -> str:
    metas = (each for each in _heads(root) if each.tag == "meta")
    return next(
        (each.get("content").strip() for each in metas if name in (each.get("property"), each.get("name"))),
        "",
    )


def _heads(root: Element) -> Iterator[Element]:
    return (
        each
        for child in root.children
        if isinstance(child, Element) and child.tag == "head"
        for each in elements(child)
    )


def _language(root: Element, body: Element) -> str:
    """Give the language that a page says it is in, if that is a BCP 47 tag."""
    language = (root.get("lang") or root.get("xml:lang") or body.get("lang")).strip().replace("_", "-")
    return language if _LANGUAGE.fullmatch(language) else ""
