"""What sections look like by themselves: what they begin with, and whether their texts and headings agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import is_head, read_pair
from rolegraph.extraction.layout.sections import Section, is_letter
from rolegraph.extraction.names.heads import abbreviates, asked_term, read_head
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Paragraph, Span

if TYPE_CHECKING:
    from typing import TypeGuard

__all__ = [
    "are_letters",
    "are_self_defining",
    "are_stanzas",
    "ask_what_things_are",
    "asks_for_several",
    "asks_of_itself",
    "blocks_below",
    "bold_head",
    "defines_itself",
    "has_parts",
    "is_defined",
    "is_foot",
    "is_self_defining",
    "is_undefined",
    "is_without_number",
    "lead_of",
    "leaves_of",
    "mentions",
    "names_in_parts",
    "names_kind",
    "opens_with",
    "repeats_heading",
    "sets_side_by_side",
    "tell_of",
    "text_at_start",
]

# How a definition begins that leaves its headword out.
_DEFINING = re.compile(
    r"(?:an?|any|one of|each|every|the \w+ (?:of|that|which|used)|eine?|une?|una|cada)\s", re.IGNORECASE
)
_MIN_ASKED = 4
_SIGN = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?(?::|[–—=]|-{1,2}\s)")
# A word that the title of a part has and the name of a kind, "Night mooring", has not.
_AMONG_OTHERS = re.compile(
    r"\b(?:why|how|what|when|who|vs|versus|of|for|in|to|and|or|is|are|warum|wie|was|wann|von|für|und|oder|pourquoi|comment"
    r"|de|du|des|pour|et|ou|por qué|cómo|qué|para|y|o)\b",
    re.IGNORECASE,
)
_LEADING_TO = frozenset({"of", "in", "for", "with", "to", "from", "about", "a", "an", "the", "your", "our"})
_SHORT_SUBJECT = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he)\s+)?([A-Z][\w&/-]{1,7})\s+(?:is|are|refers|means|stands)\b"
)
_ASIDES = re.compile(r"\s+\([^()]{1,40}\)")
_FOOT = re.compile(r"(?:see also|back to|return to|for more)\b", re.IGNORECASE)


def blocks_below(section: Section) -> Iterator[Block]:
    """Yield the blocks of a section and of all below it.

    >>> inner = Section(None, (Paragraph(Span("A place for ships.", ((0, 2),))),), ())
    >>> [block.span.text for block in blocks_below(Section(None, (Paragraph(Span("Words", ((0, 1),))),), (inner,)))]
    ['Words', 'A place for ships.']
    """
    yield from section.blocks
    for child in section.children:
        yield from blocks_below(child)


def leaves_of(section: Section) -> Iterator[Section]:
    """Yield the sections below one that have none below them.

    >>> from rolegraph.readers import Heading
    >>> titles = [Heading(Span(text, ((0, line),)), line) for line, text in enumerate(("B", "Berth", "Buoy"), 1)]
    >>> inner = [Section(title, (), ()) for title in titles[1:]]
    >>> [leaf.title for leaf in leaves_of(Section(titles[0], (), tuple(inner)))]
    ['Berth', 'Buoy']
    """
    if not section.children:
        yield section
    for child in section.children:
        yield from leaves_of(child)


def lead_of(section: Section) -> Span | None:
    """Give the first paragraph directly below a heading.

    >>> from rolegraph.readers import Item
    >>> blocks = Item(Span("Ports", ((0, 2),))), Paragraph(Span("A place for ships.", ((0, 3),)))
    >>> lead_of(Section(None, blocks, ())).text
    'A place for ships.'
    """
    return next((block.span for block in section.blocks if isinstance(block, Paragraph)), None)


def text_at_start(section: Section) -> Span | None:
    """Give the text that a section begins with, if it is a paragraph.

    >>> from rolegraph.readers import Item
    >>> blocks = Item(Span("Ports", ((0, 2),))), Paragraph(Span("A place for ships.", ((0, 3),)))
    >>> text_at_start(Section(None, blocks, ())), text_at_start(Section(None, blocks[1:], ())).text
    (None, 'A place for ships.')
    """
    first = section.blocks[0] if section.blocks else None
    return first.span if isinstance(first, Paragraph) else None


def bold_head(span: Span) -> str:
    """Give the bold words that open a paragraph before a sign and a text, empty where none do.

    >>> bold_head(Span("Berth (quay): a place for ships", ((0, 1),), strong=((0, 5),)))
    'Berth'
    """
    if not span.strong or span.strong[0][0] or not is_head(span.text[: span.strong[0][1]].rstrip(" :")):
        return ""
    end = span.strong[0][1]
    told = span.text[end:] if span.text[:end].endswith(":") else ""
    sign = _SIGN.match(span.text, end)
    return span.text[:end].rstrip(" :") if told.strip() or (sign and sign.end() < len(span.text)) else ""


def opens_with(span: Span, name: str) -> bool:
    """Tell whether a text begins by naming a term: "A product manager owns …".

    >>> span = Span("A berth is a place for ships.", ((0, 1),))
    >>> opens_with(span, "Berth"), opens_with(span, "Ship")
    (True, False)
    """
    label = fold(read_head(name).label)
    short = _SHORT_SUBJECT.match(span.text)
    if short and abbreviates(short[1], read_head(name).label):
        return True
    opening = fold(_ASIDES.sub("", span.text[: len(name) + 60])[: len(name) + 40])
    return bool(label) and (
        opening == label or opening.startswith(f"{label} ") or f" {label} is " in f" {opening} "
    )


def mentions(span: Span, name: str) -> bool:
    """Tell whether the opening of a text names a term, or its main word.

    >>> mentions(Span("Ships wait for the crane.", ((0, 1),)), "Crane driver")
    True
    """
    opening = f" {fold(span.text[:400])} "
    words = fold(name).split()
    return f" {' '.join(words)} " in opening or any(f" {word} " in opening for word in words if len(word) > 3)


def is_undefined(section: Section) -> bool:
    """Tell a heading with nothing below it, as that of a term that nobody has defined yet.

    >>> from rolegraph.readers import Heading
    >>> is_undefined(Section(Heading(Span("Berth", ((0, 1),)), 2), (), ()))
    True
    """
    return not section.blocks and not section.children


def is_self_defining(section: Section) -> bool:
    """Tell whether a section opens by naming its own heading.

    >>> from rolegraph.readers import Heading
    >>> text = Paragraph(Span("In ports, a berth is a place for ships.", ((0, 2),)))
    >>> is_self_defining(Section(Heading(Span("What is a berth?", ((0, 1),)), 2), (text,), ()))
    True
    """
    lead = lead_of(section)
    name = asked_term(section.title) or section.title
    head = read_head(name)
    opening = f" {fold(lead.text[:120])} " if lead else ""
    return any(f" {fold(each)} " in opening for each in (name, head.label, *head.abbreviations) if fold(each))


def is_without_number(section: Section, counted: frozenset[str]) -> bool:
    """Tell a section that a document does not count, nor any in it, where it counts its terms: "1. Berth"."""
    below = any(leaf.title in counted for leaf in leaves_of(section))
    return bool(counted) and section.title not in counted and not below and not is_self_defining(section)


def sets_side_by_side(section: Section) -> list[Section]:
    """Give the sub-sections on what a title names several of, where these say what it is; two at least.

    >>> from rolegraph.readers import Heading
    >>> heads = [Heading(Span(name, ((0, 1),)), 2) for name in ("Berth", "Crane", "Conclusion")]
    >>> texts = [Paragraph(Span(f"A {name} is a thing.", ((0, 2),))) for name in ("berth", "crane", "port")]
    >>> children = tuple(Section(head, (text,), ()) for head, text in zip(heads, texts, strict=True))
    >>> title = Heading(Span("Berth and crane: which is it?", ((0, 1),)), 1)
    >>> [child.title for child in sets_side_by_side(Section(title, (), children))]
    ['Berth', 'Crane']
    """
    title = f" {fold(section.title)} "
    heads = [(child, read_head(child.title)) for child in section.children]
    found = [
        child
        for child, head in heads
        if any(f" {fold(name)} " in title for name in (head.label, *head.abbreviations))
        and is_self_defining(child)
    ]
    return found if len(found) > 1 else []


def are_self_defining(children: Sequence[Section]) -> bool:
    """Tell whether most sub-sections open by naming their own heading, as entries do.

    >>> from rolegraph.readers import Heading
    >>> heads = [Heading(Span(name, ((0, 1),)), 2) for name in ("Berth", "Crane")]
    >>> texts = [Paragraph(Span(f"A {name} is a thing in ports.", ((0, 2),))) for name in ("berth", "crane")]
    >>> are_self_defining([Section(head, (text,), ()) for head, text in zip(heads, texts, strict=True)])
    True
    """
    return sum(map(is_self_defining, children)) * 2 > sum(lead_of(child) is not None for child in children)


def defines_itself(section: Section) -> bool:
    """Tell whether a section is about what its heading names; the title of a document must be the subject of it.

    >>> from rolegraph.readers import Heading
    >>> text = Paragraph(Span("Ships need a berth.", ((0, 2),)))
    >>> [defines_itself(Section(Heading(Span("Berth", ((0, 1),)), level), (text,), ())) for level in (1, 2)]
    [False, True]
    """
    lead = lead_of(section)
    titled = section.heading is not None and section.heading.level == 1
    return is_self_defining(section) and (not titled or bool(lead and opens_with(lead, section.title)))


def is_defined(section: Section) -> bool:
    """Tell whether a section begins with a definition, with or without the term: "A place for ships"; "A berth is …".

    >>> from rolegraph.readers import Heading
    >>> text = Paragraph(Span("A place for ships.", ((0, 2),)))
    >>> is_defined(Section(Heading(Span("Berth", ((0, 1),)), 2), (text,), ()))
    True
    """
    start = text_at_start(section)
    return start is not None and (bool(_DEFINING.match(start.text)) or is_self_defining(section))


def repeats_heading(section: Section) -> bool:
    """Tell a heading above a definition pair of its own name, which only parts it from others.

    >>> from rolegraph.readers import Heading
    >>> pair = Definition(Span("Berth", ((0, 2),)), (Span("A place for ships.", ((0, 3),)),))
    >>> repeats_heading(Section(Heading(Span("Berth", ((0, 1),)), 2), (pair,), ()))
    True
    """
    name = fold(read_head(section.title).label)
    alone = all(isinstance(block, Definition) and block.details for block in section.blocks)
    named = (
        fold(read_head(block.term.text).label) for block in section.blocks if isinstance(block, Definition)
    )
    return bool(section.blocks) and alone and not section.children and name in named


def names_kind(block: Block, title: str) -> TypeGuard[Paragraph]:
    """Tell a kind of the term that is defined below it: "Sea waybill – a waybill for …", below "Waybill".

    >>> names_kind(Paragraph(Span("Sea waybill – a waybill for goods at sea", ((0, 2),))), "Waybill")
    True
    """
    pair = read_pair(block.span) if isinstance(block, Paragraph) else None
    name, kind = (fold(read_head(title).label), fold(read_head(pair.head).label)) if pair else ("", "")
    return bool(name) and kind.endswith(f" {name}") and len(kind.split()) <= len(name.split()) + 3


def tell_of(children: Sequence[Section], title: str) -> bool:
    """Tell whether most sub-sections open by naming the title above them, and not their own heading.

    >>> from rolegraph.readers import Heading
    >>> texts = [Paragraph(Span(f"A berth {told}.", ((0, 2),))) for told in ("has a crane", "is let by the day")]
    >>> heads = [Heading(Span(name, ((0, 1),)), 2) for name in ("Machines", "Rent")]
    >>> tell_of([Section(head, (text,), ()) for head, text in zip(heads, texts, strict=True)], "Berth")
    True
    """
    told = [(child, lead) for child in children if (lead := lead_of(child))]
    of_title = sum(opens_with(lead, title) and not is_self_defining(child) for child, lead in told)
    return bool(told) and 2 * of_title > len(told)


def has_parts(section: Section, title: str) -> bool:
    """Tell whether a heading below a title speaks of what it names.

    >>> from rolegraph.readers import Heading
    >>> part = Section(Heading(Span("Features of a berth", ((0, 3),)), 2), (), ())
    >>> has_parts(Section(Heading(Span("Berth", ((0, 1),)), 1), (), (part,)), "Berth")
    True
    """
    return any(_speaks_of(child.title, title) for child in section.children)


def names_in_parts(section: Section, title: str) -> bool:
    """Tell an article most of whose parts name its title among other words: "Why toil matters", "Toil vs gruntwork".

    >>> from rolegraph.readers import Heading
    >>> heads = [Heading(Span(words, ((0, 1),)), 2) for words in ("Why toil matters", "Toil vs chore", "Risks")]
    >>> names_in_parts(Section(None, (), tuple(Section(head, (), ()) for head in heads)), "Toil")
    True
    """
    name = f" {fold(title)} "
    named = sum(
        name in f" {fold(child.title)} " and _AMONG_OTHERS.search(child.title) is not None
        for child in section.children
    )
    return named > 1 and 2 * named > len(section.children)


def asks_of_itself(section: Section, title: str) -> bool:
    """Tell an article whose first part asks or repeats its title, and one of whose others is "Benefits of toil".

    >>> from rolegraph.readers import Heading
    >>> text = Paragraph(Span("It is a place for ships.", ((0, 2),)))
    >>> heads = [Heading(Span(words, ((0, 1),)), 2) for words in ("What is a berth?", "Benefits of a berth")]
    >>> asks_of_itself(Section(None, (), tuple(Section(head, (text,), ()) for head in heads)), "Berth")
    True
    """
    first, *others = section.children or (section,)
    asked = (asked_term(first.title) or first.title) if first is not section and lead_of(first) else ""
    same = bool(asked) and fold(read_head(asked).label) == fold(read_head(title).label)
    return same and any(_speaks_of(other.title, title) for other in others)


def _speaks_of(heading: str, title: str) -> bool:
    """Tell the heading of a part of an article from a term: "Features of a data lake", "How data lakes work".

    >>> _speaks_of("Features of a data lake", "Data lake"), _speaks_of("Data lake owner", "Data lake")
    (True, False)
    """
    before, named, _ = f" {fold(heading)} ".partition(f" {fold(read_head(title).label)} ")
    words = before.split()
    asks = words[:1] in (["how"], ["why"], ["when"], ["where"], ["who"])
    return bool(named) and (asks or (len(words) > 1 and words[-1] in _LEADING_TO))


def ask_what_things_are(section: Section) -> bool:
    """Tell whether a section is nothing but headings that ask for other terms: "What is X?", "What is Y?".

    >>> from rolegraph.readers import Heading
    >>> heads = [Heading(Span(words, ((0, 1),)), 2) for words in ("What is a berth?", "What is a crane?")]
    >>> ask_what_things_are(Section(None, (), tuple(Section(head, (), ()) for head in heads)))
    True
    """
    heads = [asked_term(child.title) for child in section.children]
    different = {fold(head) for head in heads if head}
    return all(heads) and len(different) > 1 and fold(section.title) not in different and not lead_of(section)


def asks_for_several(section: Section) -> bool:
    """Tell whether most headings below a title ask for another term each, below whatever text: four at least."""
    heads = [fold(asked_term(child.title)) for child in section.children]
    asked = {head for head in heads if head} - {fold(section.title)}
    return len(asked) >= _MIN_ASKED and 4 * len(asked) >= 3 * len(heads)


def are_letters(sections: Sequence[Section]) -> bool:
    """Tell the letters of an index, below which terms begin with them, from terms of one letter.

    >>> from rolegraph.readers import Heading
    >>> heads = [Heading(Span(letter, ((0, 1),)), 2) for letter in "ABC"]
    >>> texts = [Paragraph(Span(f"{name}: a thing in ports", ((0, 2),))) for name in ("Anchor", "Berth", "Crane")]
    >>> are_letters([Section(head, (text,), ()) for head, text in zip(heads, texts, strict=True)])
    True
    """
    letters = [section for section in sections if is_letter(section.title)]
    return len(letters) > 2 and 2 * sum(map(_begins_a_term, letters)) >= len(letters)


def _begins_a_term(section: Section) -> bool:
    """Tell a letter whose text begins with an entry that begins with it, or that has headings below it."""
    lead = lead_of(section)
    pair = read_pair(lead) if lead else None
    own = pair is not None and (len(section.title) > 1 or pair.head[:1].upper() == section.title)
    return bool(section.children) or own


def are_stanzas(section: Section) -> bool:
    """Tell whether a plain text is nothing but lines with one paragraph just below each, as terms are written.

    >>> from rolegraph.readers import Heading
    >>> text = Paragraph(Span("A place for ships.", ((0, 2),)))
    >>> [are_stanzas(Section(Heading(Span("Berth", ((0, line),)), 0), (text,), ())) for line in (1, 0)]
    [True, False]
    """
    each = (section, *section.children)
    return all(_is_stanza(one) for one in each) and not any(child.children for child in section.children)


def _is_stanza(section: Section) -> bool:
    start = text_at_start(section)
    if section.heading is None or section.heading.level or start is None or len(section.blocks) > 1:
        return False
    return start.line == section.heading.span.line + 1


def is_foot(block: Block) -> bool:
    """Tell a line below tables that only leads on to other pages.

    >>> from rolegraph.readers import Link
    >>> is_foot(Paragraph(Span("Back to the list", ((0, 9),), links=(Link(8, 16, "/list"),))))
    True
    """
    return isinstance(block, Paragraph) and bool(_FOOT.match(block.span.text)) and bool(block.span.links)
