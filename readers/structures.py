"""The shapes in which structured data lists terms, read into tables, definition pairs and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from rolegraph.readers.document import Block, Definition, Document, Dropped, Heading, Item, Row, Span, Table
from rolegraph.readers.fields import field_spans, is_language, is_language_map
from rolegraph.readers.frontmatter import language_of
from rolegraph.readers.nodes import Keyed, Listed, Node, texts
from rolegraph.readers.spans import join_spans

__all__ = ["glossary_blocks", "is_settings", "is_wrapper", "structured_document"]

# Keys below which a file lists its terms, and those that an entry names its term and its text with.
_WRAPPERS = frozenset(
    {
        "abbreviations", "acronyms", "concept", "concepts", "data", "definedterms", "definitions",
        "entries", "glossary", "glossaries", "graph", "hasdefinedterm", "hastopconcept", "items",
        "list", "lexicon", "nodes", "records", "results", "rows", "roles", "terminology", "termlist", "terms",
        "topconcepts", "vocabulary", "words", "keyterms",
    }
)  # fmt: skip
_NAMES = frozenset(
    {
        "abbr", "abbreviation", "acronym", "altlabel", "concept", "entry", "headword", "key", "label",
        "longform", "name", "preflabel", "term", "title", "word", "begriff", "benennung", "terme",
        "mot", "nom", "término", "termino", "nombre", "fullform", "shortform", "role", "termname", "businessterm",
        "glossaryterm", "keyterm", "keyword", "subject",
    }
)  # fmt: skip
_TEXTS = frozenset(
    {
        "body", "content", "def", "definition", "definitions", "desc", "description", "details",
        "explanation", "expansion", "full", "fulldefinition", "fullform", "gloss", "longdescription",
        "meaning", "shortdefinition", "shortdescription", "summary", "text", "value", "bedeutung",
        "beschreibung", "définition", "signification", "definición", "significado", "descripción",
    }
)  # fmt: skip
_OTHER_NAMES = frozenset({"abbr", "abbreviation", "acronym", "altlabel", "longform", "fullform", "shortform"})
_GROUP_NAMES = frozenset(
    {
        "category", "group", "letter", "name", "section", "title", "topic", "theme", "domain",
        "heading", "label", "initial",
    }
)  # fmt: skip
_CHILDREN = frozenset({"children", "narrower", "subterms", "subconcepts", "subtypes", "types"})
_TITLES = frozenset({"name", "title", "label", "key"})
_OTHERS = frozenset(
    {
        "aliases",
        "category",
        "id",
        "language",
        "related",
        "seealso",
        "slug",
        "source",
        "synonyms",
        "tags",
        "type",
    }
)
# Files that many folders hold and that list no terms.
_SETTINGS = re.compile(
    r"(?:package|package-lock|composer|tsconfig.*|jsconfig|manifest|vercel|renovate|lerna|angular|nx|turbo|firebase"
    r"|mkdocs|_config|_toc|_quarto|docker-compose.*|compose|config|settings|hugo|netlify|antora|environment"
    r"|pnpm-lock|pnpm-workspace|openapi|swagger|codecov|dependabot|readthedocs|meta|site)\.(?:json|ya?ml)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[{}<>$^~=*]|\./|//|--")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LETTERS = re.compile(r"[^\W_]+")


def structured_document(
    name: str, form: str, roots: Sequence[Node], dropped: Sequence[Dropped] = ()
) -> Document:
    """Make a document of the roots that a file holds; several make one list."""
    root = roots[0] if len(roots) == 1 else Listed(tuple(roots), 1)
    meta: dict[str, object] = {}
    if (isinstance(root, Keyed) and not _is_entry(root)) or _wrapped(root):
        pairs = root.pairs if isinstance(root, Keyed) else ()
        meta = {
            key.text.lower(): value.text for key, value in pairs if isinstance(value, Span) and value.text
        }
    blocks = tuple(glossary_blocks(root)) if roots else ()
    language = language_of(meta) if _wrapped(root) else ""
    title = {"title": meta["title"]} if _wrapped(root) and "title" in meta else {}
    return Document(name, form, blocks, title, language, tuple(dropped))


def is_settings(name: str) -> bool:
    """Tell a file of settings by its name.

    >>> is_settings("docs/mkdocs.yml"), is_settings("terms.yml")
    (True, False)
    """
    return _SETTINGS.fullmatch(name.rpartition("/")[2]) is not None


def is_wrapper(key: str) -> bool:
    """Tell whether a key can stand above the terms of a glossary.

    >>> is_wrapper("Glossary"), is_wrapper("@graph"), is_wrapper("layout")
    (True, True, False)
    """
    return _key(key) in _WRAPPERS


def glossary_blocks(node: Node, depth: int = 0) -> Iterator[Block]:
    """Yield the blocks that a node makes: tables of entries, pairs, and headings above groups of either."""
    if isinstance(node, Listed):
        yield from _list_blocks(node, depth)
    elif isinstance(node, Keyed):
        yield from _mapping_blocks(node, depth)
    elif node.text:
        yield Item(node)


def _key(text: str) -> str:
    """Write a key as the tables above do: letters only, without the prefix of a namespace."""
    return "".join(_LETTERS.findall(text.rpartition(":")[2].rpartition("/")[2].rpartition("#")[2])).lower()


# --- mappings ------------------------------------------------------------------------------------------------


def _wrapped(node: Node) -> list[tuple[Span, Node]]:
    """Give the pairs of a mapping that hold terms below a key such as "terms"."""
    if not isinstance(node, Keyed):
        return []
    found = [
        (key, value)
        for key, value in node.pairs
        if _holds_terms(key.text, value, node) or _holds_vocabulary(value)
    ]
    kept = [pair for pair in found if not _is_outline(*pair)] or found
    fields = {key.text for _, value in kept for key in _fields_of(value)}
    told = any(_tells_terms(value) for _, value in kept)
    return [
        pair
        for pair in node.pairs
        if kept and (pair in kept or _shares(pair[1], fields) or (told and _tells_terms(pair[1])))
    ]


def _tells_terms(node: Node) -> bool:
    """Tell a mapping of several terms to a text each."""
    values = [value for _, value in node.pairs] if isinstance(node, Keyed) else []
    return len(values) > 1 and all(
        isinstance(value, Span) and len(value.text.split()) > 2 for value in values
    )


def _fields_of(node: Node) -> Iterator[Span]:
    """Give the keys of the mappings in a list, as often as they stand there."""
    items = node.items if isinstance(node, Listed) else ()
    yield from (key for item in items if isinstance(item, Keyed) for key, _ in item.pairs)


def _shares(node: Node, fields: Set[str]) -> bool:
    """Tell a list whose mappings have no other keys than those of the terms beside it: another group of terms."""
    keys = {key.text for key in _fields_of(node)}
    return len(keys) > 1 and keys <= fields


def _holds_vocabulary(node: Node) -> bool:
    """Tell a mapping such as ``{concepts: […]}``, below whatever key, with entries that name terms."""
    if not isinstance(node, Keyed) or len(node.pairs) != 1:
        return False
    ((key, value),) = node.pairs
    return is_wrapper(key.text) and isinstance(value, Listed) and bool(value.items) and _are_entries(value)


def _is_outline(key: Span, node: Node) -> bool:
    """Tell a list of the parts of something else: each has a list of mappings below a key of its own."""
    if is_wrapper(key.text) or not isinstance(node, Listed):
        return False
    parts = [item for item in node.items if isinstance(item, Keyed) and _group(item) is None]
    held = sum(
        any(isinstance(value, Listed) and _are_entries(value) for _, value in part.pairs) for part in parts
    )
    return 2 * held > len(node.items)


def _holds_terms(key: str, value: Node, above: Keyed) -> bool:
    """Tell whether what stands below a key is terms, and no field of one entry."""
    if not isinstance(value, Keyed | Listed) or is_language_map(value) or not any(True for _ in texts(value)):
        return False
    inner = value.items if isinstance(value, Listed) else [each for _, each in value.pairs]
    if is_wrapper(key):
        return (
            isinstance(value, Keyed)
            or not all(isinstance(each, Span) for each in inner)
            or not _names_term(above)
        )
    listed = len(inner) > (1 if isinstance(value, Listed) else 2) and 2 * sum(map(_is_entry, inner)) > len(
        inner
    )
    return listed and not _names_term(above)


def _names_term(node: Keyed) -> bool:
    """Tell a mapping that names a term from one with the title of a glossary."""
    return any(_key(key.text) in _NAMES - _TITLES for key, _ in node.pairs)


def _is_entry(node: Node) -> bool:
    """Tell whether a node is one entry: a mapping of fields with a name and something else."""
    if not isinstance(node, Keyed) or len(node.pairs) < 2:
        return False
    keys = {
        _key(key.text) for key, value in node.pairs if not isinstance(value, Keyed) or is_language_map(value)
    }
    return bool(keys & _NAMES) or any(
        isinstance(value, Keyed) and {_key(key.text) for key, _ in value.pairs} & _NAMES
        for key, value in node.pairs
        if is_language(key.text)
    )


def _parallel(node: Keyed) -> list[tuple[Span, Listed]]:
    """Give lists side by side that are columns: ``{terms: [A, B], definitions: ["An a.", "A b."]}``."""
    lists = [(key, value) for key, value in node.pairs if isinstance(value, Listed)]
    plain = [(key, each) for key, each in lists if all(isinstance(item, Span) for item in each.items)]
    names = [(key, each) for key, each in plain if _singular(key) in _NAMES - _OTHER_NAMES]
    named = any(isinstance(value, Span) and _key(key.text) in _NAMES - _TITLES for key, value in node.pairs)
    size = len(names[0][1].items) if names else 0
    columns = [(key, each) for key, each in plain if len(each.items) == size]
    told = any(_singular(key) in _TEXTS for key, _ in columns)
    return columns if size > 1 and told and not named and len(columns) == len(lists) else []


def _singular(key: Span) -> str:
    name = _key(key.text)
    return name if name in _NAMES | _TEXTS else name.removesuffix("s")


def _table_of_columns(columns: Sequence[tuple[Span, Listed]]) -> Table:
    """Make a table of lists side by side, a row for the items at one place in each."""
    rows = zip(*(each.items for _, each in columns), strict=True)
    cells = [tuple(item for item in row if isinstance(item, Span)) for row in rows]
    header = tuple(key._replace(text=_singular(key)) for key, _ in columns)
    return Table(header, tuple(Row(row, row[0].line) for row in cells), columns[0][0].line)


def _is_sure(node: Keyed) -> bool:
    """Tell an entry that stands alone in its file from settings, which have a name as well."""
    keys = [_key(key.text) for key, _ in node.pairs]
    known = sum(key in _NAMES | _TEXTS | _OTHERS for key in keys)
    return _names_term(node) or 3 * known >= 2 * len(keys)


def _mapping_blocks(node: Keyed, depth: int) -> Iterator[Block]:
    wrapped = _wrapped(node)
    if columns := _parallel(node):
        yield _table_of_columns(columns)
    elif wrapped:
        for key, value in wrapped:
            if len(wrapped) > 1:
                yield Heading(key, min(depth + 1, 6))
            yield from glossary_blocks(value, depth + (len(wrapped) > 1))
    elif not _is_entry(node):
        yield from _unwrapped_blocks(node, depth)
    elif _is_sure(node):
        yield _table([node])


def _unwrapped_blocks(node: Keyed, depth: int, *, sure: bool = False) -> Iterator[Block]:
    """Yield the blocks of a mapping by term, or by group; unless ``sure`` it may be one of settings."""
    values = [value for _, value in node.pairs]
    keyed = [value for value in values if isinstance(value, Keyed)]
    if _are_terms(values, keyed):
        yield _table([_with_term(key, value) for key, value in node.pairs], "Term")
    elif _are_groups(values):
        for key, value in node.pairs:
            if isinstance(value, Keyed | Listed):
                if len(values) > 1:
                    yield Heading(key, min(depth + 1, 6))
                yield from glossary_blocks(value, depth + 1)
    elif sure or depth or (_are_texts(values) and not any(map(_holds_mappings, values))):
        for key, value in node.pairs:
            if key.text:
                yield Definition(key, tuple(texts(value)))


def _are_texts(values: Sequence[Node]) -> bool:
    """Tell texts from settings: most are of several words, without the signs of code."""
    told = [span.text for value in values for span in texts(value)]
    return 2 * sum(len(_WORD.findall(text)) > 1 and not _CODE.search(text) for text in told) >= len(told)


def _are_terms(values: Sequence[Node], keyed: Sequence[Keyed]) -> bool:
    """Tell a mapping of terms to their fields, or to several texts, from one to groups or to a text each."""
    if keyed:
        return _share_keys(keyed) and 2 * len(keyed) >= len(values)
    listed = [value for value in values if isinstance(value, Listed) and not _holds_mappings(value)]
    return bool(listed) and not _are_groups(values)


def _holds_mappings(node: Node) -> bool:
    """Tell a list of mappings, which is no text of a term."""
    return isinstance(node, Listed) and any(isinstance(item, Keyed) for item in node.items)


def _are_groups(values: Sequence[Node]) -> bool:
    """Tell whether most values are containers of terms, not lists of plain texts."""
    containers = [
        value
        for value in values
        if isinstance(value, Keyed)
        or (isinstance(value, Listed) and any(not isinstance(item, Span) for item in value.items))
    ]
    return 2 * len(containers) > len(values)


def _share_keys(nodes: Sequence[Keyed]) -> bool:
    """Tell whether mappings are entries of one kind: most have a key in common, or one that entries have."""
    counts = Counter(key for node in nodes for key in {_key(key.text) for key, _ in node.pairs})
    usual = [key for key, times in counts.items() if 2 * times > len(nodes)]
    return any(key in _TEXTS | _NAMES for key in usual) or (len(nodes) > 2 and bool(usual))


def _with_term(key: Span, value: Node) -> Keyed:
    """Make an entry of a term and what stands below it."""
    if not isinstance(value, Keyed):
        value = Keyed(((Span("definition", ((0, key.line),)), value),), key.line)
    if _identifies(key.text, value):
        return value
    return Keyed(((Span("Term", ((0, key.line),)), key), *value.pairs), key.line)


def _identifies(key: str, node: Keyed) -> bool:
    """Tell a key that only numbers its entry, which names its term itself: "peer-domain", but not "crm"."""
    names = (value for each, value in node.pairs if _key(each.text) in _NAMES - _OTHER_NAMES)
    name = next((each.text for each in names if isinstance(each, Span) and each.text), "")
    words = name.lower().split()
    return bool(name) and _SLUG.fullmatch(key) is not None and "".join(word[0] for word in words) != key


# --- lists ---------------------------------------------------------------------------------------------------


def _list_blocks(node: Listed, depth: int) -> Iterator[Block]:
    items = [item for item in node.items if not isinstance(item, Span) or item.text]
    keyed = [item for item in items if isinstance(item, Keyed)]
    if items and len(keyed) * 2 > len(items):
        yield from (Item(item) for item in items if isinstance(item, Span))
        yield from _keyed_blocks(keyed, depth)
    elif items and all(isinstance(item, Listed) for item in items):
        rows = [
            Row(tuple(_joined(cell) for cell in item.items), item.line)
            for item in items
            if isinstance(item, Listed)
        ]
        yield Table((), tuple(row for row in rows if row.cells), node.line)
    else:
        for item in items:
            yield from glossary_blocks(item, depth)


def _keyed_blocks(nodes: Sequence[Keyed], depth: int) -> Iterator[Block]:
    """Yield the blocks of mappings in a list: entries, pairs of a term and its text, or groups."""
    single = [node for node in nodes if len(node.pairs) == 1 and not _is_field(node.pairs[0][0].text)]
    if 2 * len(single) > len(nodes):
        joined = tuple(pair for node in nodes for pair in node.pairs)
        yield from _unwrapped_blocks(Keyed(joined, nodes[0].line), depth, sure=True)
        return
    entries: list[Keyed] = []
    for node in nodes:
        group = _group(node)
        if group is None:
            entries.append(node)
            continue
        if entries:
            yield _table(entries)
            entries = []
        title, inner = group
        yield Heading(title, min(depth + 1, 6))
        for terms in inner:
            yield from glossary_blocks(terms, depth + 1)
    if entries:
        yield _table(entries)


def _is_field(key: str) -> bool:
    return _key(key) in _NAMES | _TEXTS


def _group(node: Keyed) -> tuple[Span, list[Node]] | None:
    """Give the title and the terms of a mapping such as ``{letter: A, terms: […]}``, which may hold groups as well."""
    title = next((value for key, value in node.pairs if _key(key.text) in _GROUP_NAMES), None)
    if not isinstance(title, Span):
        return None
    holding = (
        value for key, value in node.pairs if is_wrapper(key.text) and isinstance(value, Keyed | Listed)
    )
    inner: list[Node] = [value for value in holding if _are_entries(value)]
    has_text = any(_key(key.text) in _TEXTS and isinstance(value, Span) for key, value in node.pairs)
    return (title, inner) if inner and not (has_text and isinstance(inner[0], Keyed)) else None


def _are_entries(node: Keyed | Listed) -> bool:
    if isinstance(node, Keyed):
        return True
    keyed = [item for item in node.items if isinstance(item, Keyed)]
    return (
        bool(keyed)
        and 2 * len(keyed) > len(node.items)
        and any(_is_entry(item) or len(item.pairs) == 1 for item in keyed)
    )


def _table(nodes: Sequence[Keyed], first: str = "") -> Table:
    """Make a table of entries, a column for each field that any of them has; ``first`` is one that leads."""
    nodes = [each for node in nodes for each in _with_children(node)]
    rows = [dict(field_spans(node)) for node in nodes]
    leads = bool(first) and any(first in row for row in rows)
    titles: dict[str, int] = {first: nodes[0].line} if leads else {}
    for row, node in zip(rows, nodes, strict=True):
        for title in row:
            titles.setdefault(title, node.line)
    header = tuple(Span(title, ((0, line),)) for title, line in titles.items())
    body = tuple(
        Row(tuple(row.get(title, Span("", ((0, node.line),))) for title in titles), node.line)
        for row, node in zip(rows, nodes, strict=True)
    )
    return Table(header, body, nodes[0].line)


def _with_children(node: Keyed) -> list[Keyed]:
    """Give an entry and the entries below it, which name it as their parent."""
    name = next((value for key, value in node.pairs if _key(key.text) in _NAMES), None)
    found, own = [], []
    for key, value in node.pairs:
        children = value.items if isinstance(value, Listed) and _key(key.text) in _CHILDREN else ()
        entries = [child for child in children if isinstance(child, Keyed) and _has_text(child)]
        if not entries or len(entries) < len(children) or not isinstance(name, Span):
            own.append((key, value))
            continue
        parent = (Span("Parent", ((0, key.line),)), name)
        for child in entries:
            found += _with_children(Keyed((*child.pairs, parent), child.line))
    return [Keyed(tuple(own), node.line), *found]


def _has_text(node: Keyed) -> bool:
    return _is_entry(node) and any(_key(key.text) in _TEXTS for key, _ in node.pairs)


def _joined(node: Node) -> Span:
    return join_spans(texts(node), node.line)
