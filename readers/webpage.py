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
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_RELATED = re.compile(
    r"(?:related|similar) (?:\w+ )?(?:terms|concepts|words|entries|definitions)|see also|verwandte begriffe|siehe auch"
    r"|termes (?:associés|liés)|voir aussi|términos relacionados|véase también",
    re.IGNORECASE,
)
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
    furniture = Furniture(body)
    reader, beside = PageBlocks(furniture), PageBlocks(furniture)
    title = main_title(body, main)
    around = [found for each in _around(main, body) if (found := _related_in(each)) is not None]
    inside = [*reader.read(main), *(beside.read(around[0]) if around else ())]
    blocks = titled([*(reader.read_title(title) if title else ()), *inside])
    left_out = sorted([*reader.dropped, *_outside(main, body, around[:1])])
    blocks += read_data(root, blocks)
    named = _title(root, blocks)
    return Document(
        name, "html", tuple(blocks), {"title": named} if named else {}, _language(root, body), tuple(left_out)
    )


def _outside(main: Element, body: Element, kept: Sequence[Element]) -> Iterator[Dropped]:
    """Yield what is left out as it stands around the main part of a page, and holds nothing that is kept."""
    for each in _around(main, body):
        if not any(inner is found for found in kept for inner in elements(each)):
            yield dropped(each, "outside the main part of the page")


def _around(main: Element, body: Element) -> Iterator[Element]:
    """Yield the parts of a page around its main part."""
    while main is not body and main.parent is not None:
        for child in main.parent.children:
            if isinstance(child, Element) and child is not main and child.size and not is_mute(child):
                yield child
        main = main.parent


def _related_in(part: Element) -> Element | None:
    """Give what a part beside the text has of links to related terms: a heading that says so, and what is below it."""
    heads = (each for each in elements(part) if each.tag in _HEADS)
    head = next((each for each in heads if _RELATED.fullmatch(text_of(each).strip(" :"))), None)
    holder = head.parent if head is not None else None
    alone = holder is not None and sum(each.tag in _HEADS for each in elements(holder)) == 1
    linked = holder is not None and any(each.tag == "a" for each in elements(holder))
    return holder if alone and linked else None


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
