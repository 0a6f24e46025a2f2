"""What a text is about, weighed by how the whole of it speaks: title, headings, sentences, the name of its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from rolegraph.extraction.articles.tellings import Telling, is_gloss, is_name, is_state, tellings
from rolegraph.extraction.articles.title_frames import unframed
from rolegraph.extraction.layout.list_titles import names_list
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.names.heads import Head, asked_term, initials, read_head
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

__all__ = [
    "Page",
    "Weighed",
    "asked_in",
    "called",
    "is_part_line",
    "is_text",
    "names_of",
    "plain",
    "span_of",
    "text_of",
]

_MAX_LINE, _MIN_SENTENCE, _MAX_FRONT, _MAX_NAME, _MAX_CANDIDATES, _MOST_TOPS = 13, 4, 16, 7, 24, 3
_STOPS = frozenset('.!:;”"…)]')
_FIRST_BLOCKS, _FIRST_TEXTS, _OPENING, _MIN_STEM, _MIN_GLOSS = 12, 12, 4, 4, 3
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"(?<= )\w(?: \w)+(?= )")
_CODE = re.compile(r"\b[A-Z]{2,6}\b")
_POINTERS = re.compile(r"(?:it|this|these|they|such)\b", re.IGNORECASE)
_COMPARES = re.compile(r"\s(?:vs\.?|versus|and|or|from)\s", re.IGNORECASE)
_OF_PARTS = re.compile(r"^(?:how|why|when|who)\b.*\b(?:its?|they)\b", re.IGNORECASE)
_FIELD = re.compile(r"\s(?:in|for|within|at|on)\s", re.IGNORECASE)
_PARTS = re.compile(r"\s*[:|?]\s+|\s[–—-]\s")
_BESIDE = re.compile(
    r"\s\|\s|(?<=\?)\s"
)  # what parts a title from the name of its site, or a question from more
_DEFINED = re.compile(r"(?:the\s)?(?:definition|meaning|concept)s? of\s(?:an?\s|the\s)?(.+)", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:of|for|in|to|with|about|behind)\s$")
_KINDS = frozenset(
    {
        "definition",
        "meaning",
        "defined",
        "explained",
        "overview",
        "basic",
        "fundamental",
        "guide",
        "glossary",
        "example",
    }
)
_ASKING = frozenset(
    {"what", "is", "are", "a", "an", "the", "of", "definition", "meaning", "define", "glossary", "term"}
)


class Weighed(NamedTuple):
    """A thing that a text may be about, and what speaks for it.

    ``parts`` speak for an article on whatever it is, ``rivals`` for a list of others.
    """

    head: Head
    names: frozenset[str]
    told: float
    title: float
    file: float
    asked: float
    headed: float
    spoken: float
    parts: float
    rivals: float

    @property
    def score(self) -> float:
        """What speaks for it, less what speaks against it."""
        return (
            self.told
            + self.title
            + self.file
            + self.asked
            + self.headed
            + self.spoken
            + self.parts
            - self.rivals
        )


def plain(text: str) -> str:
    """Fold a text, with nothing but its words, each between spaces; single letters in a row are one word.

    >>> plain("The e-mail (S.M.T.P.) servers")
    ' e mail smtp server '
    """
    words = f" {' '.join(_WORDS.findall(fold(text)))} "
    return _LETTERS.sub(lambda found: found[0].replace(" ", ""), words)


def names_of(head: Head) -> frozenset[str]:
    """Give the names in a head, folded as ``plain`` does."""
    names = (plain(name) for name in (head.label, *head.abbreviations, *head.alternatives))
    return frozenset(name for name in names if name.strip())


def called(text: str) -> frozenset[str]:
    """Give the names that a heading is, or asks for, folded."""
    return names_of(read_head(asked_in(text) or text))


class Page:
    """A text of which is asked what it is about.

    ``stem`` is the name of its file without the ending, ``title`` what it is called beside its text; ``knows`` tells
    the headings of sections, ``relates`` those of related terms.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        stem: str,
        knows: Callable[[str], bool],
        title: str = "",
        language: str = "en",
        relates: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.blocks, self.knows, self.language, self.relates = blocks, knows, language, relates
        self.stem = plain(re.sub(r"[\W_]+", " ", stem))
        self.plain = [plain(text_of(block)) for block in blocks]
        self.texts = [n for n, block in enumerate(blocks) if is_text(block)]
        start = min([*self.texts[:1], _FIRST_BLOCKS])
        self.fronts = [n for n, block in enumerate(blocks[:start]) if _can_title(block)]
        tops = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
        tops = (
            tops if len(tops) <= _MOST_TOPS else tops[:1]
        )  # where all headings are such, they are no titles
        self.fronts += [n for n in tops if n not in self.fronts]
        self.titles = [title] * bool(title) + [text_of(blocks[n]) for n in self.fronts]
        self.heads = [
            n for n, block in enumerate(blocks) if isinstance(block, Heading) and n not in self.fronts
        ]

    @cached_property
    def told(self) -> dict[int, list[Telling]]:
        """What the texts tell of, by their places."""
        found = {n: list(tellings(span_of(self.blocks[n]), self.language)) for n in self.texts}
        return {n: each for n, each in found.items() if each}

    def names(self, n: int, names: frozenset[str]) -> bool:
        """Tell whether a block has one of some names in it."""
        return any(name in self.plain[n] for name in names)

    def weighed(self) -> list[Weighed]:
        """Give the things that the text may be about, the likeliest first."""
        found = [self._weigh(*each) for each in self._candidates()]
        return sorted(found, key=lambda each: -each.score)

    def _candidates(self) -> list[tuple[Head, frozenset[str]]]:
        """Give the names that the text may be about; those that a bracket or initials make one belong together."""
        groups: list[tuple[Head, frozenset[str]]] = []
        for head in islice(self._heads(), _MAX_CANDIDATES):
            names = names_of(head)
            same = (n for n, each in enumerate(groups) if each[1] & names or _abbreviates(each[0], head))
            place = next(same, None)
            if place is None:
                groups.append((head, names))
            else:
                groups[place] = (_joined(groups[place][0], head), groups[place][1] | names)
        return groups

    def _heads(self) -> Iterator[Head]:
        """Yield what titles, texts, questions and the name of the file may name."""
        told = {plain(each.head.label) for found in self.told.values() for each in found if each.sure}
        heads = (*self._titling(), *self._telling(), *self._asking(), *self._filing())
        for head in (_parted(head, told) for head in heads):
            if names_of(head) and is_name(head.label) and len(plain(head.label).split()) <= _MAX_NAME:
                yield head

    def _titling(self) -> Iterator[Head]:
        for text in self.titles:
            asked = asked_in(text)
            bare = text.rstrip(" .:")
            parts = _PARTS.split(bare)
            framed = [name for part in (bare, *parts) if (name := unframed(part))]
            for part in dict.fromkeys((*([asked] if asked else []), *framed, bare, *parts)):
                own = _DEFINED.match(part)
                part = own[1] if own and not is_state(own[1]) else part
                yield read_head(part)
                yield from (read_head(part[: found.start()]) for found in _FIELD.finditer(part))

    def _telling(self) -> Iterator[Head]:
        return (each.head for n in self.texts[:_FIRST_TEXTS] for each in self.told.get(n, ()))

    def _asking(self) -> Iterator[Head]:
        asked = (asked_in(text_of(self.blocks[n])) for n in self.heads)
        return (read_head(term) for term in asked if term)

    def _filing(self) -> Iterator[Head]:
        """Yield the longest end of the name of the file that the text has several times."""
        words = self.stem.split()
        ends = (f" {' '.join(words[n:])} " for n in range(len(words)))
        used = (end for end in ends if sum(text.count(end) for text in self.plain) > 1)
        found = next((end.strip() for end in used if len(end.strip()) >= _MIN_STEM), "")
        if found:
            yield read_head(found)

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The words in capitals, which may be the initials of a name."""
        return frozenset(code for block in self.blocks for code in _CODE.findall(text_of(block)))

    def _weigh(self, head: Head, names: frozenset[str]) -> Weighed:
        short = sorted(
            code for code in self._codes if plain(code) not in names and initials(code, head.label)
        )
        head = head._replace(abbreviations=(*head.abbreviations, *short))
        names = names.union(map(plain, short))
        headed = frozenset(n for n in self.heads if self.names(n, names))
        told = self._told(names) + self._glossed(names)
        return Weighed(
            head,
            names,
            told,
            max((_titled(text, names) for text in self.titles), default=0.0),
            self._filed(names),
            self._asked(names),
            2.0 * len(headed) / len(self.heads) if self.heads else 0.0,
            self._spoken(names, headed),
            self._parts,
            self._rivals(names, led=told >= 1),
        )

    @cached_property
    def _parts(self) -> float:
        """Weigh the headings of parts that only an article has one of each: "How it works", "FAQ", "Related terms"."""
        titles = Counter(text_of(self.blocks[n]) for n in self.heads)
        parts = sum(
            count == 1 and not is_letter(title) and (self.knows(title) or _OF_PARTS.search(title) is not None)
            for title, count in titles.items()
        )
        return min(0.75 * max(parts - 1, 0), 3.0)

    def _told(self, names: frozenset[str]) -> float:
        """Weigh the texts that say what it is, the first ones more."""
        weight = 0.0
        for place, n in enumerate(self.texts):
            own = [each for each in self.told.get(n, ()) if names & names_of(each.head)]
            sure = [each for each in own if each.sure]
            if sure:
                weight += 2.0 if place < _OPENING and sure[0].first else 1.0
            elif own and own[0].first:
                weight += 0.75
        return min(weight, 4.0)

    def _glossed(self, names: frozenset[str]) -> float:
        """Weigh a gloss right below the name on top of a page that ends with its related terms: "A metric that …"."""
        related = sum(self.relates(text_of(self.blocks[n])) for n in self.heads)
        first = self.texts[0] if self.texts else 0
        named = first > 0 and isinstance(self.blocks[first - 1], Heading) and self.names(first - 1, names)
        glossed = named and related == 1 and is_gloss(text_of(self.blocks[first]), self.language)
        return 2.0 if glossed and called(text_of(self.blocks[first - 1])) & names else 0.0

    def _filed(self, names: frozenset[str]) -> float:
        """Weigh the name of the file: more where it is nothing but the name of the thing."""
        inside = [name for name in names if name in self.stem]
        alone = any(set(self.stem.split()) - set(name.split()) <= _ASKING for name in inside)
        return 2.0 if alone else 1.5 if inside else 0.0

    def _asked(self, names: frozenset[str]) -> float:
        """Weigh a heading that asks for it, or a title, unless one of a list stands beside that."""
        others = (called(text_of(self.blocks[n])) for n in self.heads if asked_in(text_of(self.blocks[n])))
        listed = any(map(names_list, self.titles)) or any(not names & other for other in others)
        titles = () if listed else self.titles
        texts = (*titles, *(text_of(self.blocks[n]) for n in self.heads))
        questions = (part for text in texts for part in _BESIDE.split(text))
        return float(any(names & called(text) for text in questions if asked_in(text)))

    def _spoken(self, names: frozenset[str], headed: frozenset[int]) -> float:
        """Weigh the texts that name it, have its words in other forms, or stand below a heading that names it."""
        below, spoken, total = False, 0.0, 0.0
        forms = [[word[: max(_MIN_STEM, len(word) - 4)] for word in name.split()] for name in names]
        for n, block in enumerate(self.blocks):
            if isinstance(block, Heading):
                own = n in headed or (n in self.fronts and self.names(n, names))
                below = own or (self.knows(block.span.text) and n not in self.fronts)
            elif n in self._told_about or (isinstance(block, Item) and self.names(n, names)):
                weight = 1.0 if isinstance(block, Paragraph) else 0.5
                like = any(all(f" {form}" in self.plain[n] for form in each) for each in forms)
                total += weight
                spoken += weight if self.names(n, names) else 0.7 * weight if below or like else 0.0
        return 3.0 * spoken / total if total else 0.0

    @cached_property
    def _told_about(self) -> frozenset[int]:
        """The places of the texts that go on about nothing else: "It is …" does."""
        return frozenset(n for n in self.texts if not _POINTERS.match(text_of(self.blocks[n])))

    def _rivals(self, names: frozenset[str], *, led: bool) -> float:
        """Weigh what tells of other things, as the entries of a list do: headings, pairs and rows.

        Items that a text on the thing leads in count little, if they may be ``led``, and so do related terms.
        """
        against, units, leads, relates = 0.0, 0.0, False, False
        for n, block in enumerate(self.blocks):
            if isinstance(block, Heading):
                known = self.knows(block.span.text)
                leads = known or self.names(n, names)
                relates = led and (self.relates(block.span.text) if known else relates)
                rivals, of = (0.0, 0.0) if known else (self._rivals_as_head(n, names), 1.0)
            if relates:
                rivals, of = 0.0, 0.25
            elif isinstance(block, Heading):
                pass
            elif isinstance(block, Table):
                rows = len(block.rows) if len(block.rows) > 1 else 0
                rivals, of = (0.0, 0.25 * rows) if leads and led else (0.5 * rows, float(rows))
            else:
                leads = leads if isinstance(block, Item) else is_text(block) and self.names(n, names)
                own = isinstance(block, Item) and leads and led
                rivals, of = (0.0, 0.25) if own else self._rivals_as_pair(n, names)
            against, units = against + rivals, units + of
        return 10.0 * against / units if units else 0.0

    def _rivals_as_head(self, n: int, names: frozenset[str]) -> float:
        """Weigh a heading: whether the text below tells of it, as of another term, or of the thing in question."""
        text, below = text_of(self.blocks[n]), self._below(n)
        own = called(text) | called(_PARTS.split(text)[0])
        question = text.endswith("?") and not asked_term(text)
        compared = self.names(n, names) and _COMPARES.search(text)
        if own & names or question or compared or _is_part_of(text, names):
            return 0.0
        if below >= len(self.blocks) or not isinstance(self.blocks[below], Paragraph):
            return 0.0
        if any(own & names_of(each.head) for each in self.told.get(below, ()) if each.first):
            return 1.0
        told = text_of(self.blocks[below])
        says = len(told.split()) >= _MIN_GLOSS or told.endswith(".")
        short = len(text.split()) <= _MAX_NAME and says
        if short and is_gloss(told, self.language):
            return 0.75
        return 0.0 if self.names(n, names) or self.names(below, names) else 0.5

    def _below(self, n: int) -> int:
        """Give the place below a heading, or below the known one right under it: "Definition"."""
        below = self.blocks[n + 1] if n + 1 < len(self.blocks) else None
        return n + 2 if isinstance(below, Heading) and self.knows(below.span.text) else n + 1

    def _rivals_as_pair(self, n: int, names: frozenset[str]) -> tuple[float, float]:
        """Weigh a pair of a term and a text, and give its weight if it counted in full."""
        block = self.blocks[n]
        if isinstance(block, Definition):
            return (0.0 if names & called(block.term.text) else 1.0), 1.0
        pair = read_pair(span_of(block))
        weight = 1.0 if isinstance(block, Paragraph) else 0.5
        marked = isinstance(block, Item) or bool(span_of(block).strong)
        if pair and pair.definition and (marked or len(pair.definition.text.split()) >= _MIN_GLOSS):
            return (0.0 if self.names(n, names) else weight), weight
        return 0.0, (0.5 if _is_long(text_of(block)) else 0.0)


def _parted(head: Head, told: set[str]) -> Head:
    """Take what is told of by itself out of the other names: "Tug or barge?"."""
    if plain(head.label) not in told:
        return head
    return head._replace(alternatives=tuple(name for name in head.alternatives if plain(name) not in told))


def _joined(one: Head, other: Head) -> Head:
    """Join two heads of one thing: the longer label with all other names."""
    first, second = (other, one) if initials(one.label, other.label) else (one, other)
    again = plain(first.label) == plain(second.label)
    short = not again and initials(second.label, first.label)
    abbreviations = (*first.abbreviations, *second.abbreviations, *([second.label] if short else []))
    others = (*first.alternatives, *second.alternatives, *([] if short or again else [second.label]))
    known = {plain(name) for name in (first.label, *abbreviations)}
    return Head(
        first.label,
        tuple(dict.fromkeys(abbreviations)),
        tuple(dict.fromkeys(name for name in others if plain(name) not in known)),
    )


def _abbreviates(one: Head, other: Head) -> bool:
    return initials(one.label, other.label) or initials(other.label, one.label)


def _titled(text: str, names: frozenset[str]) -> float:
    """Weigh a title: more where it is the name of the thing, or asks for that, than where it has it somewhere."""
    whole = plain(text)
    beside = _BESIDE.split(text)[0]
    if (called(text) | called(beside) | called(unframed(beside))) & names:
        return 3.0
    inside = [whole.partition(name) for name in names if name in whole]
    other = any(not before.strip() and _goes_on(text, behind) for before, _, behind in inside)
    return (0.5 if other else 2.0) if inside else 0.0


def _goes_on(title: str, behind: str) -> bool:
    """Tell a short title that goes on behind a name and names another thing: "Quorum requirement"."""
    words = behind.split()
    short = 0 < len(words) < _MIN_GLOSS and not _PARTS.search(title)
    return short and not _KINDS.intersection(words) and not _FIELD.match(f" {words[0]} ")


def _is_part_of(text: str, names: frozenset[str]) -> bool:
    """Tell a heading that speaks of a part of the thing: "Benefits of toil"."""
    folded = plain(text)
    return any(_PART_OF.search(folded[: folded.index(name) + 1]) for name in names if name in folded)


def is_part_line(page: Page, n: int, names: frozenset[str]) -> bool:
    """Tell a bare line in a text that names a part of the thing, above other lines: "Benefits of toil"."""
    block, text = page.blocks[n], text_of(page.blocks[n])
    below = page.blocks[n + 1] if n + 1 < len(page.blocks) else None
    bare = isinstance(block, Paragraph) and 1 < len(text.split()) <= _MAX_NAME and text[-1] not in ".!:;,"
    return bare and isinstance(below, Paragraph | Item) and _is_part_of(text, names) and text[:1].isupper()


def asked_in(text: str) -> str:
    """Give the term that a text asks for, were it written as a question; empty for another.

    >>> asked_in("What is toil")
    'toil'
    """
    return asked_term(f"{text.rstrip('?')}?")


def _can_title(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and 0 < len(block.span.text.split()) <= _MAX_FRONT


def is_text(block: Block) -> bool:
    """Tell a paragraph that is long enough to tell something, or a sentence."""
    return isinstance(block, Paragraph) and _is_long(block.span.text)


def _is_long(text: str) -> bool:
    words = len(text.split())
    if text.endswith(")") and words <= _MAX_NAME and read_head(text).abbreviations:
        return False  # "Service desk (SD)"
    return words > _MAX_LINE or (words >= _MIN_SENTENCE and text[-1] in _STOPS)


def span_of(block: Block) -> Span:
    """Give the text of a heading, a paragraph or an item; that of other blocks is empty."""
    return block.span if isinstance(block, Heading | Paragraph | Item) else Span("", ((0, 1),))


def text_of(block: Block) -> str:
    """Give the words of a heading, a paragraph or an item."""
    return span_of(block).text
