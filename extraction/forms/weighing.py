"""What a text is about, weighed by how the whole of it speaks: its title, what it tells, its headings, its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rolegraph.extraction.forms.heads import Head, abbreviates, asked_term, initials, read_head
from rolegraph.extraction.forms.patterns import read_pair
from rolegraph.extraction.forms.tellings import Telling, is_gloss, tellings
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

__all__ = ["Weighed", "Page", "plain"]

_MIN_TEXT, _MIN_SENTENCE, _MAX_FRONT, _MAX_NAME = 8, 4, 16, 7
_FIRST_BLOCKS, _FIRST_TEXTS, _OPENING = 12, 12, 4
_WORDS = re.compile(r"[^\W_]+")
_CODE = re.compile(r"\b[A-Z]{2,6}\b")
_POINTERS = re.compile(r"(?:it|this|these|they|such)\b", re.IGNORECASE)
_FIELD = re.compile(r"\s(?:in|for|within|at|on)\s", re.IGNORECASE)
_GENERIC = frozenset({"index", "readme", "page", "doc", "document", "x", "a"})
_PART = re.compile(r"\b(?:of|for|in|to|with|about|behind)\s$")


class Weighed(NamedTuple):
    """A thing that a text may be about, and what speaks for it; ``rivals`` speaks for a list of others."""

    head: Head
    names: frozenset[str]
    told: float
    title: float
    file: float
    asked: float
    headed: float
    spoken: float
    rivals: float

    @property
    def score(self) -> float:
        """What speaks for it, less what speaks against it."""
        return self.told + self.title + self.file + self.asked + self.headed + self.spoken - self.rivals


def plain(text: str) -> str:
    """Fold a text, with nothing but its words, each between spaces.

    >>> plain("The e-mail (SMTP) servers")
    ' e mail smtp server '
    """
    return f" {' '.join(_WORDS.findall(fold(text)))} "


class Page:
    """A text of which is asked what it is about; ``stem`` is the name of its file without the ending."""

    def __init__(self, blocks: Sequence[Block], stem: str, knows: Callable[[str], bool]) -> None:
        self.blocks, self.knows = blocks, knows
        self.stem = plain(re.sub(r"[\W_]+", " ", stem))
        self.plain = [plain(text_of(block)) for block in blocks]
        self.texts = [n for n, block in enumerate(blocks) if is_text(block)]
        start = min([*self.texts[:1], _FIRST_BLOCKS])
        self.fronts = [n for n, block in enumerate(blocks[:start]) if _can_title(block)]
        tops = (n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1)
        self.fronts += [n for n in tops if n not in self.fronts][:3]
        self.heads = [
            n for n, block in enumerate(blocks) if isinstance(block, Heading) and n not in self.fronts
        ]

    @cached_property
    def told(self) -> dict[int, list[Telling]]:
        """What the texts tell of, by their places."""
        found = {n: list(tellings(span_of(self.blocks[n]))) for n in self.texts}
        return {n: each for n, each in found.items() if each}

    def weighed(self) -> list[Weighed]:
        """Give the things that the text may be about, the likeliest first."""
        found = [self._weigh(*each) for each in self._candidates()]
        return sorted(found, key=lambda each: -each.score)

    def _candidates(self) -> list[tuple[Head, frozenset[str]]]:
        """Give the names that the text may be about; those that a bracket or initials make one belong together."""
        groups: list[tuple[Head, frozenset[str]]] = []
        for head in self._heads():
            names = _names(head)
            if not names or len(plain(head.label).split()) > _MAX_NAME:
                continue
            same = [n for n, each in enumerate(groups) if each[1] & names or _abbreviates(each[0], head)]
            for n in same[:1]:
                old, known = groups[n]
                longer = head if len(head.label) > len(old.label) and _abbreviates(old, head) else old
                short = (
                    *old.abbreviations,
                    *head.abbreviations,
                    *(
                        each.label
                        for each in (old, head)
                        if each.label != longer.label and abbreviates(each.label, longer.label)
                    ),
                )
                groups[n] = (longer._replace(abbreviations=tuple(dict.fromkeys(short))), known | names)
            if not same:
                groups.append((head, names))
        return groups

    def _heads(self) -> Iterator[Head]:
        for n in self.fronts:
            text = text_of(self.blocks[n])
            asked = asked_term(f"{text.rstrip('?')}?")
            for part in (
                (asked, *re.split(r"\s*[:|?]\s+|\s[–—-]\s", text))
                if asked or len(text.split()) > 1
                else (text,)
            ):
                yield read_head(part)
                for found in _FIELD.finditer(part):
                    yield read_head(part[: found.start()])
        for n in self.texts[:_FIRST_TEXTS]:
            yield from (each.head for each in self.told.get(n, ()))
        for n in self.heads:
            if asked := asked_term(f"{text_of(self.blocks[n]).rstrip('?')}?"):
                yield read_head(asked)
        if (
            self.stem.strip()
            and self.stem.strip() not in _GENERIC
            and sum(map(lambda text: text.count(self.stem), self.plain)) > 1
        ):
            yield read_head(self.stem.strip())

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The words in capitals, which may be the initials of a name."""
        return frozenset(code for block in self.blocks for code in _CODE.findall(text_of(block)))

    def _weigh(self, head: Head, names: frozenset[str]) -> Weighed:
        short = [code for code in self._codes if plain(code) not in names and initials(code, head.label)]
        head = head._replace(abbreviations=(*head.abbreviations, *short))
        names = names.union(map(plain, short))
        headed = [n for n in self.heads if self.names(n, names)]
        return Weighed(
            head,
            names,
            self._told(names),
            max((self._titled(n, names) for n in self.fronts), default=0.0),
            2.0 if self.stem in names else 1.5 if any(name in self.stem for name in names) else 0.0,
            float(any(_asks(text_of(self.blocks[n]), names) for n in self.heads)),
            2.0 * len(headed) / len(self.heads) if self.heads else 0.0,
            self._spoken(names, frozenset(headed)),
            self._rivals(names),
        )

    def _told(self, names: frozenset[str]) -> float:
        """Weigh the texts that say what it is, the first ones more."""
        weight = 0.0
        for place, n in enumerate(self.texts):
            for each in self.told.get(n, ()):
                if names & _names(each.head):
                    first = place < _OPENING and each.first
                    weight += (2.0 if first else 1.0) if each.sure else 0.75 if each.first else 0.0
                    break
        return min(weight, 4.0)

    def _titled(self, n: int, names: frozenset[str]) -> float:
        text = text_of(self.blocks[n])
        own = _names(read_head(text)) | _names(read_head(asked_term(f"{text.rstrip('?')}?")))
        return 3.0 if own & names else 2.0 if self.names(n, names) else 0.0

    def _spoken(self, names: frozenset[str], headed: frozenset[int]) -> float:
        """Weigh the texts that name it, or stand below a heading that does."""
        below, spoken, total = False, 0.0, 0.0
        for n, block in enumerate(self.blocks):
            if isinstance(block, Heading):
                below = n in headed or (n in self.fronts and self.names(n, names))
            elif is_text(block) or (isinstance(block, Item) and _is_long(block.span.text)):
                weight = 1.0 if isinstance(block, Paragraph) else 0.5
                named = self.names(n, names)
                if named or not _POINTERS.match(text_of(block)):
                    total += weight
                    spoken += weight if named else 0.7 * weight if below else 0.0
        return 3.0 * spoken / total if total else 0.0

    def _rivals(self, names: frozenset[str]) -> float:
        """Weigh what tells of other things, as the entries of a list do: headings, pairs and rows."""
        against, units, led = 0.0, 0.0, False
        for n, block in enumerate(self.blocks):
            led = (led and isinstance(block, Item)) or (is_text(block) and self.names(n, names))
            if isinstance(block, Table):
                rivals, of = 0.5 * len(block.rows), float(len(block.rows))
            elif isinstance(block, Item) and led:
                rivals, of = 0.0, 0.25
            elif isinstance(block, Heading):
                rivals, of = (
                    (0.0, 0.0) if self.knows(block.span.text) else (self._rivals_as_head(n, names), 1.0)
                )
            else:
                rivals, of = self._rivals_as_pair(n, names)
            against, units = against + rivals, units + of
        return 10.0 * against / units if units else 0.0

    def _rivals_as_head(self, n: int, names: frozenset[str]) -> float:
        """Weigh a heading: whether the text below tells of it, as of another term, or of the thing in question."""
        text = text_of(self.blocks[n])
        below = n + 1 if n + 1 < len(self.blocks) else n
        asked = asked_term(text)
        own = _names(read_head(asked or text))
        if own & names or not isinstance(self.blocks[below], Paragraph) or (text.endswith("?") and not asked):
            return 0.0
        if _is_part_of(text, names):
            return 0.0
        if any(own & _names(each.head) for each in self.told.get(below, ())):
            return 1.0
        if is_gloss(text_of(self.blocks[below])) and len(text.split()) <= _MAX_NAME:
            return 0.75
        return 0.0 if self.names(n, names) or self.names(below, names) else 0.5

    def _rivals_as_pair(self, n: int, names: frozenset[str]) -> tuple[float, float]:
        block = self.blocks[n]
        if isinstance(block, Definition):
            return (0.0 if names & _names(read_head(block.term.text)) else 1.0), 1.0
        pair = read_pair(span_of(block))
        weight = 1.0 if isinstance(block, Paragraph) else 0.5
        if pair and pair.definition:
            return (0.0 if self.names(n, names) else weight), weight
        return 0.0, (0.5 if _is_long(text_of(block)) else 0.0)

    def names(self, n: int, names: frozenset[str]) -> bool:
        """Tell whether a block has one of some names in it."""
        return any(name in self.plain[n] for name in names)


def _asks(text: str, names: frozenset[str]) -> bool:
    return bool(names & _names(read_head(asked_term(f"{text.rstrip('?')}?"))))


def _is_part_of(text: str, names: frozenset[str]) -> bool:
    """Tell a heading that speaks of a part of the thing: "Benefits of toil"."""
    folded = plain(text)
    return any(_PART.search(folded[: folded.index(name) + 1]) for name in names if name in folded)


def _names(head: Head) -> frozenset[str]:
    names = (plain(name) for name in (head.label, *head.abbreviations, *head.alternatives))
    return frozenset(name for name in names if name.strip())


def _abbreviates(one: Head, other: Head) -> bool:
    return abbreviates(one.label, other.label) or abbreviates(other.label, one.label)


def _can_title(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and 0 < len(block.span.text.split()) <= _MAX_FRONT


def is_text(block: Block) -> bool:
    """Tell a paragraph that is long enough to tell something, or a sentence."""
    return isinstance(block, Paragraph) and _is_long(block.span.text)


def _is_long(text: str) -> bool:
    words = len(text.split())
    return words >= _MIN_TEXT or (words >= _MIN_SENTENCE and text[-1] in ".!")


def span_of(block: Block) -> Span:
    """Give the text of a heading, a paragraph or an item; that of other blocks is empty."""
    return block.span if isinstance(block, Heading | Paragraph | Item) else Span("", ((0, 1),))


def text_of(block: Block) -> str:
    """Give the words of a heading, a paragraph or an item."""
    return span_of(block).text
