"""Which bare lines of a plain text are headings: short ones, with a longer one, a list or a table below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.alphabet import is_alphabetical
from rolegraph.readers.document import Block, Heading, Item, Paragraph
from rolegraph.readers.titles import is_capital, is_section, is_title, split_title, title_span

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["Draft", "find_headings", "with_bold_titles"]

_MAX_RUN = 3
_MIN_PAIRS, _MIN_DASHED = 6, 4
_PAIR = re.compile(r"([^:.!?]{1,60}?)(?::|\s[-–—=])\s")
_DASHED = re.compile(r"[^:.!?]{1,60}?\s[-–—=]\s\S")

# The end of a sentence that the items below go on with: "Pilots typically", "A pilot has to".
_LEADS_ON = re.compile(
    r"^(?!(?:who|what|where|how)\b).*\s(?:typically|usually|often|generally|normally|commonly|will|must|should|"
    r"can|may|to|includes?|are|is)$",
    re.IGNORECASE,
)


class Draft(NamedTuple):
    """A block as first cut, and the lines it was cut from."""

    block: Block
    lines: tuple[Line, ...]


def find_headings(drafts: Sequence[Draft]) -> list[Block]:
    """Give the blocks, with bare lines made headings where they head something."""
    candidates = [_is_candidate(drafts, index) for index in range(len(drafts))]
    for index in (
        *_stanza_bodies(drafts, candidates),
        *_alternating_bodies(drafts, candidates),
        *_undefined(drafts, candidates),
        *_lead_ins(drafts, candidates),
    ):
        candidates[index] = False
    blocks: list[Block] = []
    run: list[Draft] = []
    for draft, candidate in zip(drafts, candidates, strict=True):
        if candidate:
            run.append(draft)
            continue
        blocks += (*_read_run(run, not isinstance(draft.block, Heading)), draft.block)
        run = []
    return [*blocks, *_read_run(run, headed=False)]


def with_bold_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with headings made of lines in bold, and of titles that begin a paragraph.

    Where most terms in bold stand before a colon and their text, one whose text begins in the next line does as well.
    """
    pairs = [_opens_pair(block) for block in blocks]
    paired = pairs.count("line") > pairs.count("end") > 0
    for block, below in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, Paragraph):
            yield block
        elif _is_bold_title(block) and not isinstance(below, Heading | None):
            yield Heading(title_span(block.span), 0)
        elif paired and _opens_pair(block) == "end":
            yield block
        else:
            yield from split_title(block)


def _opens_pair(block: Block) -> str:
    """Tell where the colon behind a term in bold that opens a paragraph stands: in its line, at its end, nowhere."""
    if not isinstance(block, Paragraph) or not block.span.strong or block.span.strong[0][0]:
        return ""
    text, end = block.span.text, block.span.strong[0][1]
    colon = text[end - 1 : end] == ":" or text[end : end + 1] == ":"
    stop = min((at for at, _ in block.span.starts[1:]), default=len(text))
    if not colon or len(text) <= end + 1:
        return ""
    return "end" if stop <= end + 2 else "line"


def _is_bold_title(paragraph: Paragraph) -> bool:
    span = paragraph.span
    return span.strong == ((0, len(span.text)),) and is_title(span.text)


def _read_run(run: Sequence[Draft], headed: bool) -> Iterator[Block]:
    """Make headings of a run of short lines: of all if they are few, of the last alone if many."""
    first = 0 if len(run) <= _MAX_RUN else len(run) - 1
    for number, draft in enumerate(run):
        text = draft.lines[0].body
        more = number + 1 < len(run)
        if (headed and number >= first) or (more and (is_capital(text) or is_section(text))):
            yield _heading(draft)
        else:
            yield draft.block


def _heading(draft: Draft) -> Block:
    block = draft.block
    return Heading(title_span(block.span), 0) if isinstance(block, Paragraph | Item) else block


def _is_candidate(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a block is a lone line that could be a title."""
    block, lines = drafts[index]
    if len(lines) != 1 or _stands_further_in(drafts, index) or _labels_within(drafts, index):
        return False
    if _LEADS_ON.search(block.span.text if isinstance(block, Paragraph) else ""):
        return False
    if isinstance(block, Item):
        return block.ordered and is_title(block.span.text) and _stands_alone(drafts, index)
    return isinstance(block, Paragraph) and (is_capital(lines[0].body) or is_title(block.span.text))


def _stands_further_in(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a line stands further in than the one just above: then it is what that one heads."""
    if not index:
        return False
    above, line = drafts[index - 1].lines[-1], drafts[index].lines[0]
    return line.indent > above.indent and line.number == above.number + 1


def _labels_within(drafts: Sequence[Draft], index: int) -> bool:
    """Tell a label such as "Example:" in the midst of a list, with no blank line between the items around it."""
    near = drafts[max(0, index - 1) : index + 4]
    joined = all(b.lines[0].number == a.lines[-1].number + 1 for a, b in pairwise(near))
    items = [isinstance(draft.block, Item) for draft in near]
    return drafts[index].lines[0].body.endswith(":") and joined and items[0] and any(items[2:])


def _stands_alone(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a numbered line has a text below it and no other item beside it: "2. Scope"."""
    beside = (*drafts[max(0, index - 1) : index], *drafts[index + 1 : index + 2])
    return index + 1 < len(drafts) and not any(isinstance(draft.block, Item) for draft in beside)


def _stanza_bodies(drafts: Sequence[Draft], candidates: Sequence[bool]) -> Iterator[int]:
    """Yield the lines below the first of each stanza, where most of a text is stanzas of short lines.

    So are glossaries written whose definitions are as short as their terms: term, definition, blank line.
    """
    stanzas = list(_stanzas(drafts))
    headed = [stanza for stanza in stanzas if len(stanza) > 1 and candidates[stanza[0]]]
    if len(headed) < 2 or 5 * len(headed) < 3 * len(stanzas):
        return
    for stanza in headed:
        if all(candidates[index] for index in stanza):
            yield from stanza[1:]


def _alternating_bodies(drafts: Sequence[Draft], candidates: Sequence[bool]) -> list[int]:
    """Give the second lines of pairs, where nearly all of a text is a short line and one that says more below each."""
    bodies: list[int] = []
    place = 0
    while place + 1 < len(drafts):
        pair = candidates[place] and _says_more(drafts[place], drafts[place + 1])
        bodies += [place + 1] if pair else []
        place += 2 if pair else 1
    many = len(bodies) >= _MIN_PAIRS and 5 * 2 * len(bodies) >= 4 * len(drafts)
    return [place for place in bodies if candidates[place]] if many else []


def _says_more(head: Draft, body: Draft) -> bool:
    texts = [each.block.span.text for each in (head, body) if isinstance(each.block, Paragraph)]
    return len(texts) == 2 and len(texts[1].split()) >= max(5, len(texts[0].split()) + 2)


def _undefined(drafts: Sequence[Draft], candidates: Sequence[bool]) -> list[int]:
    """Give the bare lines that are terms without a text, among "Term: text" lines in the order of the alphabet."""
    heads, bare = [], []
    for index, draft in enumerate(drafts):
        pair = None if candidates[index] else _PAIR.match(draft.lines[0].body)
        if pair or (candidates[index] and not is_section(draft.lines[0].body)):
            heads.append(pair[1] if pair else draft.lines[0].body)
            bare += [] if pair else [index]
    return bare if 2 * len(bare) < len(heads) and is_alphabetical(heads) else []


def _lead_ins(drafts: Sequence[Draft], candidates: Sequence[bool]) -> list[int]:
    """Give the lines with a colon that lead in what follows, where most of a text are terms with a dash and a text."""
    texts = [draft.lines[0].body for draft in drafts if isinstance(draft.block, Paragraph)]
    dashed = sum(_DASHED.match(text) is not None for text in texts)
    leading = [
        index
        for index, draft in enumerate(drafts)
        if candidates[index] and draft.lines[0].body.endswith(":") and not is_section(draft.lines[0].body)
    ]
    return leading if dashed >= _MIN_DASHED and 2 * dashed >= len(texts) - len(leading) - 1 else []


def _stanzas(drafts: Sequence[Draft]) -> Iterator[range]:
    """Yield the places of the blocks that no blank line parts."""
    start = 0
    for index in range(1, len(drafts) + 1):
        if index == len(drafts) or drafts[index].lines[0].number > drafts[index - 1].lines[-1].number + 1:
            yield range(start, index)
            start = index
