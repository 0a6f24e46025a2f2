"""The forms in which a run of items and paragraphs lists terms: where an entry begins, and what belongs to it.

Each form tries to read an entry at a block. The form that explains most of a run is the one it is written in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from rolegraph.extraction.forms.dictionary_words import read_word
from rolegraph.extraction.layout.patterns import cut, is_head, read_pair, read_redirect, spelled_pair
from rolegraph.extraction.names.heads import ends_with_short
from rolegraph.extraction.words import english as en
from rolegraph.readers import Item, Paragraph, Span
from rolegraph.readers.alphabet import is_alphabetical

__all__ = ["FORMS", "Form", "Listed", "Listing", "Text", "likeliest_form"]

Text: TypeAlias = Item | Paragraph

_MIN_LISTED = 3  # fewer pairs can be remarks


class Listed(NamedTuple):
    """An entry as a form found it: the words of its head, its line, its definition and what goes on with it.

    ``target`` is what a redirection names, in ``definition``; ``gloss`` tells a definition without its subject;
    ``anchors`` are the names by which links lead to the entry.
    """

    head: str
    line: int
    definition: Span | None = None
    more: tuple[Span, ...] = ()
    target: str = ""
    gloss: bool = True
    anchors: tuple[str, ...] = ()


class Listing(NamedTuple):
    """A run of blocks as one form reads it: what each block is part of, and how many blocks begin or define entries.

    ``entries`` holds each entry; ``left`` the blocks that stand before the first; ``explained`` counts the blocks that
    the form itself accounts for, out of all of the run.
    """

    form: str
    entries: tuple[Listed, ...]
    left: tuple[Text, ...]
    explained: int
    blocks: int

    @property
    def share(self) -> float:
        """How much of the run the form explains, from 0 to 1."""
        return self.explained / self.blocks if self.blocks else 0.0

    @property
    def is_remark(self) -> bool:
        """Whether it is one or two pairs, which beside marked terms only lead in or end, and no list of terms.

        >>> Listing("colon", (Listed("Source", 1, Span("the port", ((0, 1),))),), (), 1, 1).is_remark
        True
        """
        return len(self.entries) < _MIN_LISTED and not any(entry.target for entry in self.entries)


class Form(NamedTuple):
    """A form: what reads an entry at a block and tells how many blocks it takes, and when to believe it.

    A run is believed to be of the form from ``least`` entries on that explain a ``share`` of its blocks.
    """

    begin: Callable[[Sequence[Text], int], tuple[Listed, int] | None]
    description: str
    least: int
    share: float

    def read(self, name: str, blocks: Sequence[Text], bare: frozenset[int] = frozenset()) -> Listing:
        """Read a run of blocks; what begins no entry goes on with the one before, but for ``bare`` names."""
        entries: list[Listed] = []
        more: list[list[Span]] = []
        left: list[Text] = []
        explained = place = 0
        went_on = -1  # the last place that goes on with an entry
        while place < len(blocks):
            if found := self.begin(blocks, place) or _begin_pointer(blocks, place):
                entries.append(found[0]._replace(anchors=blocks[place].span.anchors))
                more.append([*found[0].more])
                explained += found[1]
                place += found[1]
                continue
            if place in bare:
                entries.append(Listed(blocks[place].span.text, blocks[place].span.line))
                more.append([])
                explained += 1
            elif entries and _goes_on(blocks, place, after=went_on == place - 1):
                more[-1] += _spans(blocks[place])
                went_on = place
                explained += isinstance(blocks[place], Item)
            else:
                left.append(blocks[place])
            place += 1
        whole = (entry._replace(more=tuple(each)) for entry, each in zip(entries, more, strict=True))
        return Listing(name, tuple(whole), tuple(left), explained, len(blocks))


def likeliest_form(blocks: Sequence[Text], *, sure: bool = False) -> Listing | None:
    """Give the listing of the form that explains most of a run, None if none is believed.

    ``sure`` says that the run is known to list terms, as below a heading "Glossary".

    >>> run = [Paragraph(Span(text, ((0, 1),))) for text in ("Toil: work by hand.", "Runbook: steps to take.")]
    >>> [entry.head for entry in likeliest_form(run).entries]
    ['Toil', 'Runbook']
    """
    bare = _bare_names(blocks)
    listings = [(form, form.read(name, blocks, bare)) for name, form in FORMS.items()]
    believed = [listing for form, listing in listings if _is_believed(form, listing, sure)]
    best = max(believed, key=lambda listing: listing.explained, default=None)
    return _without_unmarked(_without_numbers(best), blocks) if best else None


def _without_unmarked(listing: Listing, blocks: Sequence[Text]) -> Listing:
    """Leave out one or two remarks at the end of a list of terms in bold that stands in the order of the alphabet."""
    bold = {block.span.line for block in blocks if block.span.strong[:1] and block.span.strong[0][0] == 0}
    marked = [entry for entry in listing.entries if entry.line in bold]
    last = listing.entries[len(marked) :]
    heads = [entry.head for entry in listing.entries]
    if (
        len(marked) < _MIN_MARKED
        or not 0 < len(last) < _MIN_LISTED
        or any(each.line in bold for each in last)
    ):
        return listing
    in_order = heads[len(marked)].casefold() >= heads[len(marked) - 1].casefold()
    if in_order or not is_alphabetical(heads[: len(marked)]):
        return listing
    left = [block for block in blocks if block.span.line in {entry.line for entry in last}]
    return listing._replace(entries=tuple(marked), left=(*listing.left, *left))


def _bare_names(blocks: Sequence[Text]) -> frozenset[int]:
    """Give the places of terms that nobody has defined yet: names alone, where all heads stand in their alphabet."""
    heads: list[str] = []
    bare: set[int] = set()
    for place, block in enumerate(blocks):
        pair = read_pair(block.span)
        if pair is None and _stands_alone(block) and not block.span.strong:
            bare.add(place)
        if pair is not None or place in bare:
            heads.append(
                block.span.text
            )  # as it is written: the full name of an abbreviation has another place
    first = next((place for place in range(len(blocks)) if place not in bare), len(heads))
    if first < len(heads):  # what stands above them all is no term where it would stand further down
        bare -= {place for place in range(first) if heads[place].casefold() > heads[first].casefold()}
    return frozenset(bare) if 2 * len(bare) < len(heads) and is_alphabetical(heads) else frozenset()


_MIN_MARKED = 5
_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?\s+(?=[^\W\d])")


def _without_numbers(listing: Listing) -> Listing:
    """Take the numbers of clauses off the heads, where most have one: "2.1 Counter-offer"."""
    numbered = sum(_NUMBER.match(entry.head) is not None for entry in listing.entries)
    if numbered < 2 or 2 * numbered <= len(listing.entries):
        return listing
    heads = (entry._replace(head=_NUMBER.sub("", entry.head, count=1)) for entry in listing.entries)
    return listing._replace(entries=tuple(heads))


def _is_believed(form: Form, listing: Listing, sure: bool) -> bool:
    lone = listing.form == "stops" and listing.blocks == 1  # "Words we share. The manual has more."
    lenient = sure and form.least <= 2 and not lone
    least, share = (1, form.share / 2) if lenient else (form.least, form.share)
    return len(listing.entries) >= least and listing.share >= share


def _goes_on(blocks: Sequence[Text], place: int, *, after: bool) -> bool:
    """Tell whether a block without a term goes on with the entry before: a paragraph, or an item further in.

    So do items below a paragraph: the first, and any ``after`` one that goes on and is no pair itself.
    """
    block = blocks[place]
    if isinstance(block, Paragraph):
        return True
    above = blocks[place - 1]
    return block.depth > 0 or isinstance(above, Paragraph) or (after and read_pair(block.span) is None)


def _spans(block: Text) -> tuple[Span, ...]:
    return (block.span, *block.more) if isinstance(block, Item) else (block.span,)


# ---- a term that points to another, in a list of whatever form ----


def _begin_pointer(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "Term. See Other term."."""
    span = blocks[place].span
    head, target = read_redirect(span.text) or ("", "")
    return (Listed(head, span.line, span, target=target), 1) if head else None


# ---- a term and its definition in one block ----


def _begin_pair(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "Term (ABBR): definition" or "Term. See Other term."."""
    block = blocks[place]
    if pointer := _begin_pointer(blocks, place):
        return pointer
    near = [
        blocks[n].span for n in range(place - _NEAR, place + _NEAR + 1) if 0 <= n < len(blocks) and n != place
    ]
    pair = spelled_pair(block.span, listed=any(map(spelled_pair, near))) or read_pair(block.span)
    if pair is None and ends_with_short(block.span.text) and any(ends_with_short(span.text) for span in near):
        return Listed(block.span.text, block.span.line, None), 1
    if pair is None:
        return (
            _begin_titled(blocks, place) if block.span.strong[:1] and block.span.strong[0][0] == 0 else None
        )
    more = block.more if isinstance(block, Item) else ()
    return Listed(pair.head, block.span.line, pair.definition, more), 1


_NEAR = 3
_STOP = re.compile(r"(?<=[^.\s])\.\s+(?=[A-Z\"“(])")
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|will|can|may|must|should|does|do)\b")


def _begin_stop(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "Term. Definition.": the head is a few words without a verb, closed by a full stop."""
    block = blocks[place]
    if pointer := _begin_pointer(blocks, place):
        return pointer
    match = _STOP.search(block.span.text[:90])
    head = block.span.text[: match.start()] if match else ""
    if not match or not _is_name(head) or _VERBAL.search(head):
        return None
    more = block.more if isinstance(block, Item) else ()
    return Listed(head, block.span.line, cut(block.span, match.end()), more), 1


# ---- a term and its definition that a sign parts which can also stand within a name or a sentence ----

_DASH = re.compile(r"(?<=[^\W\d])(?:—(?=\w)|–(?=[^\W\d]+\s+\S+\s))|(?<=\))[–—](?=\w)")
_SEMICOLON = re.compile(r"(?<=[\w)]);\s+(?=\w)")


def _begin_parted(sign: re.Pattern[str], blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "Term—definition" or "Term; definition": the head is a few words without a verb."""
    block = blocks[place]
    match = sign.search(block.span.text[:90])
    head = block.span.text[: match.start()] if match else ""
    if not match or not _is_name(head) or _VERBAL.search(head):
        return None
    if (pair := read_pair(block.span)) and len(pair.head) <= len(head):
        return None
    more = block.more if isinstance(block, Item) else ()
    return Listed(head, block.span.line, cut(block.span, match.end()), more), 1


# ---- a word as dictionaries print it ----


def _begin_word(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "Barratry (n.) The offence …", "BARRATRY The offence …" and "BARRATRY See OFFENCE."."""
    block = blocks[place]
    word = read_word(block.span)
    if word is None:
        return None
    redirect = read_redirect(word.told.text)
    target = redirect[1] if redirect and not redirect[0] else ""
    more = block.more if isinstance(block, Item) else ()
    return Listed(word.head, block.span.line, word.told, more, target), 1


# ---- a sentence that says what its subject is ----

_DEFINING = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>[^.,:;!?\"“”]{2,70}?)"
    r"(?:\s*,?\s+(?:also|sometimes|often)\s+(?:known as|called)\s+[^,.;]{2,50},?)?"
    r"\s+(?:(?:is|are)\s+(?:an?|the|any|one|all|when|where|what|how|used|[a-z]+ing|[a-z]+s\s+(?:and|or)\s+[a-z]+|[a-z]+\s+(?:that|which|who|for|used|designed|[a-z]+ed))\b|means\b|refers?\s+to\b|denotes\b"
    r"|describes\b|represents\b|stands\s+for\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^(?:the\s+term\s+)?[\"“‘'](?P<head>[^\"”’]{2,70})[\"”’']\s*(?:\([^)]{2,20}\)\s*)?"
    r"(?:(?:shall\s+)?(?:mean|include)s?\b|refers?\s+to\b|has\s+the\s+meaning\b|is\b|are\b|[:–—-])",
    re.IGNORECASE,
)
_NO_SUBJECT = (
    en.PRONOUNS
    | en.QUESTION_WORDS
    | en.words("there some many most if as in for although though while when because since")
)


def _begin_sentence(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read "An offshore centre is a site that …" and "“Offshore centre” means a site that …"."""
    block = blocks[place]
    match = _QUOTED.match(block.span.text) or _DEFINING.match(block.span.text)
    head = match["head"].strip() if match else ""
    words = head.lower().split()
    if not match or len(words) > 6 or not words or words[0] in _NO_SUBJECT or words[-1] in en.PREPOSITIONS:
        return None
    if match.re is _DEFINING and (_VERBAL.search(head) or not block.span.text[:1].isupper()):
        return None
    more = block.more if isinstance(block, Item) else ()
    return Listed(head, block.span.line, block.span, more, gloss=False), 1


# ---- a term in a line of its own, and its definition in the next ----


def _begin_titled(blocks: Sequence[Text], place: int) -> tuple[Listed, int] | None:
    """Read a term that stands alone, and below it what defines it: further in, as the next item, as a paragraph."""
    block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if not _stands_alone(block):
        return None
    own = block.more if isinstance(block, Item) else ()
    if own:
        return Listed(block.span.text, block.span.line, own[0], own[1:]), 1
    if below is None or (_stands_alone(below) and not _is_further_in(below, block)):
        return None
    same = isinstance(below, Item) and isinstance(block, Item) and below.depth == block.depth
    if isinstance(below, Item) and not same and not _is_further_in(below, block):
        return None
    redirect = read_redirect(below.span.text)
    target = redirect[1] if redirect and not redirect[0] else ""
    first, *more = _spans(below)
    return Listed(block.span.text, block.span.line, first, tuple(more), target), 2


def _is_further_in(below: Text, block: Text) -> bool:
    """Tell whether an item belongs to the block above it: it stands further in, or below a bold line."""
    if not isinstance(below, Item):
        return False
    return below.depth > block.depth if isinstance(block, Item) else bool(block.span.strong)


def _stands_alone(block: Text) -> bool:
    text = block.span.text.rstrip(":")
    return _is_name(text) and read_pair(block.span) is None and not _VERBAL.search(text)


def _is_name(text: str) -> bool:
    return is_head(text) and len(text.split()) <= 8 and text.split()[0].lower() not in _NO_SUBJECT


FORMS: dict[str, Form] = {
    "pairs": Form(_begin_pair, "a term and its definition in one line", 1, 0.5),
    "lines": Form(_begin_titled, "a term in one line, its definition in the next", 2, 0.8),
    "sentences": Form(_begin_sentence, "sentences that say what their subject is", 2, 0.7),
    "stops": Form(_begin_stop, "a term, a full stop, its definition", 2, 0.8),
    "dashes": Form(partial(_begin_parted, _DASH), "a term, a dash without spaces, its definition", 3, 0.8),
    "words": Form(_begin_word, "a word, its part of speech or capitals, its definition", 3, 0.7),
    "semicolons": Form(partial(_begin_parted, _SEMICOLON), "a term, a semicolon, its definition", 3, 0.8),
}
