"""Terms that an article explains by the way: its kinds and parts, "FCR and its neighbours", a table of metrics.

What stands in a section is a term where most texts there say what something is: "AHT: the mean length of a contact",
but not "Lower cost: stock is not stored". Below a heading for terms or kinds any text will do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.articles.glosses import explains
from rolegraph.extraction.articles.tellings import is_name
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.extraction.layout.sections import Section
from rolegraph.extraction.names.heads import without_article, without_brackets
from rolegraph.extraction.words.inflection import verb_forms
from rolegraph.readers import Definition, Item, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rolegraph.readers import Block, Span

__all__ = ["Explained", "InnerTerm", "explained", "holds_no_terms"]

_FEWEST, _MOST_WORDS, _LEAST_TOLD = 2, 6, 3
# "**Mixer.** A machine that …", "Bay ...... a place for ships".
_STOPPED = re.compile(
    r"(?=[A-Z])(?:The )?(?P<name>[\w’'-]+(?: [\w’'-]+){0,4}(?: \([^()]{1,40}\))?)\.\s+(?=[A-Z])"
)
_DOTTED = re.compile(r"(?P<name>[^.:;]{2,60}?)\s*\.{3,}\s+(?=\S)")

_DESCRIBES = re.compile(r"(?:ed|[ae]nt|[ai]ble|al|ic|ous|ive|-term)$", re.IGNORECASE)


# Headings of what one gains, should do or pays, and of people, days and words of praise: no terms stand below these.
_OF_NO_TERMS = re.compile(
    r"(?:(?:\w+\s){0,3}(?:examples?|beispiele?|exemples?|ejemplos?|tips|tricks|advice|checklist"
    r"|pricing|prices|plans|testimonials|quotes"
    r"|case studies|timeline|milestones|(?:common|frequent|typical)\s(?:mistakes|errors|pitfalls)"
    r"|benefits|advantages|drawbacks)"
    r"|(?:our|the|meet the) team|team|trusted by|our (?:customers|clients)|who (?:we are|uses .*)|how to\b.*"
    r"|step[- ]by[- ]step\b.*|what (?:you(?:['’]ll| will)? need|we offer)\b.*"
    r"|(?:\w+\s){0,2}(?:tipps|tipps und tricks|preise|vorteile|nachteile|ratschläge|häufige fehler)"
    r"|(?:\w+\s){0,2}(?:conseils|astuces|tarifs|avantages|inconvénients|consejos|trucos|precios|tarifas|ventajas"
    r"|desventajas|inconvenientes))(?:\s(?:of|for|on|der|des|von|für|de|du|d['’]|la|les|del|para|pour)\b.*)?",
    re.IGNORECASE,
)


class InnerTerm(NamedTuple):
    """The name of a term, the line it stands in, and what is said of it.

    ``more`` of that stands in the same block, or what goes on in a ``part`` of its own. ``link`` is the text that a
    hyperlink on the name begins.
    """

    head: str
    line: int
    gloss: Span
    more: tuple[Span, ...] = ()
    part: Section | None = None
    link: Span | None = None


class Explained(NamedTuple):
    """Terms, and the places of the blocks and of the sub-sections that are nothing but such.

    ``of_kinds`` tells that the sub-sections are on kinds of one thing.
    """

    terms: tuple[InnerTerm, ...] = ()
    blocks: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()
    of_kinds: bool = False


def explained(section: Section, knows: Callable[[str], bool], *, listed: bool = False) -> Explained:
    """Give the terms that a section explains in lines, in tables and below headings of their own.

    ``knows`` tells the titles of sections and the labels of fields; ``listed`` that the heading announces terms.
    """
    lines = {place: term for place, block in enumerate(section.blocks) if (term := _of_block(block))}
    lines = _longest_run(lines, len(section.blocks))
    told = [term for term in lines.values() if _can_be(term, knows)]
    texts = sum(isinstance(block, Paragraph | Item | Definition) for block in section.blocks)
    if not _prevail(told, texts, listed=listed):
        lines, told = {}, []
    told += [term for block in section.blocks if isinstance(block, Table) for term in _of_table(block, knows)]
    parts = {place: term for place, child in enumerate(section.children) if (term := _of_part(child))}
    headed = [term for term in parts.values() if _can_be(term, knows)]
    led = _leads_to_parts(section) and not _are_numbered(section) and not _bid(headed)
    if not _prevail(headed, len(section.children), listed=listed or led):
        parts, headed = {}, []
    of_kinds = listed or _are_kinds(headed)
    return Explained((*told, *headed), frozenset(lines), frozenset(parts), of_kinds)


_NUMBERED = re.compile(r"(?:step |stage |phase )?\d{1,2}[.):]?\s", re.IGNORECASE)
# What a text leads to that are no things of one kind: steps, and what speaks for something or against it.
_OF_NO_THINGS = re.compile(
    r"\b(?:steps?|stages?|phases?|ways?|reasons?|tips?|benefits?|advantages?|disadvantages?|challenges?|questions?|mistakes?"
    r"|factors?|points?|examples?|following|things?|cases?|days?|weeks?|tasks?)\s*:$",
    re.IGNORECASE,
)


def _leads_to_parts(section: Section) -> bool:
    """Tell a text that ends with a colon and leads to what the headings below it name: "We use two artifacts:"."""
    last = section.blocks[-1] if section.blocks else None
    text = last.span.text.rstrip() if isinstance(last, Paragraph) else ""
    return text.endswith((":", "…", "...")) and not _OF_NO_THINGS.search(
        text.rstrip("….") + ":" * (text[-1] != ":")
    )


def _are_numbered(section: Section) -> bool:
    """Tell steps by the numbers before their headings."""
    heads = [child.heading.span.text for child in section.children if child.heading]
    return len(heads) > 1 and all(_NUMBERED.match(head) for head in heads)


def holds_no_terms(title: str) -> bool:
    """Tell a heading of what one gains, should do or pays.

    >>> holds_no_terms("Our tips for crews"), holds_no_terms("Vorteile der Planung"), holds_no_terms("Tip trucks")
    (True, True, False)
    """
    return _OF_NO_TERMS.fullmatch(title.strip(" :")) is not None


def _bid(told: Sequence[InnerTerm]) -> bool:
    """Tell names that all say what to do: "Clear the site", "Order gas", "Train staff"."""
    heads = [term.head.lower().split() for term in told]
    bidding = all(verb_forms().get(words[0]) == words[0] for words in heads if words)
    return bidding and 2 * sum(len(words) > 1 for words in heads) > len(heads)


def _prevail(told: Sequence[InnerTerm], count: int, *, listed: bool) -> bool:
    """Tell whether terms are most of what there is, and whether most of them are said to be something."""
    if not listed and _bid(told):
        return False
    listed = listed or _are_kinds(told)
    told = [term for term in told if len(term.gloss.text.split()) >= _LEAST_TOLD]
    saying = sum(explains(term.gloss.text, without_brackets(term.head)) for term in told)
    return len(told) >= _FEWEST and 2 * len(told) >= count and (listed or 3 * saying >= 2 * len(told))


def _are_kinds(told: Sequence[InnerTerm]) -> bool:
    """Tell kinds of one thing by the word that all end in: "Buoy mooring", "Quay mooring"."""
    return len(told) > 1 and len({without_brackets(term.head).split()[-1].lower() for term in told}) == 1


def _can_be(term: InnerTerm, knows: Callable[[str], bool]) -> bool:
    bare = without_brackets(term.head)
    if " " not in bare and _DESCRIBES.search(bare):
        return False  # "Internal" below "Types" says only how a thing is
    few = is_name(bare) and len(bare.split()) <= _MOST_WORDS and not bare.endswith(("?", "!", "."))
    return few and not knows(term.head) and any(letter.isalpha() for letter in bare)


def _longest_run(found: dict[int, InnerTerm], count: int) -> dict[int, InnerTerm]:
    """Keep the longest run of neighbours: "Key terms" above a list, with a paragraph before and behind it.

    Where there is little else among ``count`` blocks, all are kept.
    """
    if 4 * len(found) >= 3 * count:
        return found
    runs: list[list[int]] = []
    for place in found:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return {place: found[place] for place in max(runs, key=len, default=[])}


def _of_block(block: Block) -> InnerTerm | None:
    """Read a block as a term and its text."""
    if isinstance(block, Definition):
        link = _linked(block.term)
        term = InnerTerm(block.term.text, block.term.line, block.term, block.details[1:], link=link)
        return term._replace(gloss=block.details[0]) if block.details else None
    if not isinstance(block, Item | Paragraph):
        return None
    span = block.span
    if isinstance(block, Item) and block.more and is_name(without_brackets(span.text)):
        return InnerTerm(span.text, span.line, block.more[0], block.more[1:], link=_linked(span))
    if found := _STOPPED.match(span.text) or _DOTTED.match(span.text):
        name = found["name"]
        name = f"{name[:1].upper()}{name[1:]}"
        return InnerTerm(name, span.line, cut(span, found.end()), link=_linked(span))
    pair = read_pair(span)
    if pair is None or pair.definition is None:
        return None
    return InnerTerm(pair.head, span.line, pair.definition, link=_linked(span))


def _linked(span: Span) -> Span | None:
    return span if span.links and not span.links[0].start else None


def _of_part(section: Section) -> InnerTerm | None:
    """Read a section as a term, which its heading names, and its text."""
    first = section.blocks[0] if section.blocks else None
    if section.heading is None or section.children or not isinstance(first, Paragraph | Item):
        return None
    part = Section(None, section.blocks[1:], ())
    return InnerTerm(without_article(section.title), section.heading.span.line, first.span, part=part)


def _of_table(table: Table, knows: Callable[[str], bool]) -> Iterator[InnerTerm]:
    """Give the terms of a table, of which a column says what they are: "Metric | What it tells you"."""
    rows = [row for row in table.rows if len(row.cells) > 1]
    told = [
        term
        for row in rows
        if len(row.cells[1].text.split()) >= _LEAST_TOLD
        and _can_be(term := InnerTerm(row.cells[0].text, row.line, row.cells[1]), knows)
    ]
    if len(told) == len(rows) and _prevail(told, len(rows), listed=False):
        yield from told
