"""The running text of a Word paragraph: what its reader sees, less what was deleted, hidden or set apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolegraph.readers.encodings import clean
from rolegraph.readers.spans import SpanBuilder
from rolegraph.readers.word_styles import Styles, W, is_on, value_of

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element

    from rolegraph.readers.document import Span

__all__ = ["RunReader", "chosen"]

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

# Deleted and moved text, notes and remarks, phonetic guides, properties; what is in none of these is descended into.
_LEFT_OUT = frozenset(
    W + name
    for name in (
        *(
            "del",
            "moveFrom",
            "delText",
            "delInstrText",
            "footnoteReference",
            "endnoteReference",
            "annotationRef",
        ),
        *("commentReference", "footnoteRef", "endnoteRef", "rt", "pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr"),
        *("smartTagPr", "customXmlPr", "ffData", "binData"),
    )
)
_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_BREAKS = frozenset({W + "br", W + "cr"})
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?"([^"]*)"(?:\s+\\l\s+"([^"]*)")?', re.IGNORECASE)


def chosen(alternatives: _Element) -> _Element | None:
    """Give the first of several forms of one thing: the newest, which the others stand in for."""
    return next(alternatives.iterchildren(_MARKUP + "Choice", _MARKUP + "Fallback"), None)


class RunReader:
    """Reads the runs of one paragraph; ``boxes`` are the text boxes anchored in it, not read yet.

    ``targets`` are the addresses of hyperlinks by their ids, ``languages`` counts the letters in each language.
    """

    def __init__(
        self, number: int, styles: Styles, targets: Mapping[str, str], languages: Counter[str]
    ) -> None:
        self.boxes: list[_Element] = []
        self._number = number
        self._styles = styles
        self._targets = targets
        self._languages = languages
        self._builder = SpanBuilder()
        self._strong_from = -1
        self._fields: list[tuple[int, list[str]]] = []
        self._language = ""

    def read(self, paragraph: _Element) -> Span:
        """Give the text of a paragraph."""
        bold = self._styles.paragraph_bold(paragraph.find(W + "pPr"))
        self._read_children(paragraph, bold)
        self._set_strong(False)
        return self._builder.span(self._number)

    def _read_children(self, node: _Element, bold: bool) -> None:
        for child in node.iterchildren("*"):
            if child.tag not in _LEFT_OUT:
                self._read_child(child, str(child.tag), bold)

    def _read_child(self, child: _Element, tag: str, bold: bool) -> None:
        if tag in (W + "t", _FORMULA_TEXT):
            self._add(child.text or "", bold)
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag], bold)
        elif tag in _BREAKS:
            self._builder.add_break(on_purpose=True)
        elif tag == W + "r":
            self._read_run(child, bold)
        elif tag == W + "txbxContent":
            self.boxes.append(child)
        elif tag == W + "fldChar":
            self._read_field_mark(child.get(W + "fldCharType", ""))
        elif tag == W + "instrText":
            self._note_instruction(child.text or "")
        elif tag == _MARKUP + "AlternateContent":
            if (choice := chosen(child)) is not None:
                self._read_children(choice, bold)
        else:
            self._read_linked(child, bold)

    def _read_run(self, run: _Element, bold: bool) -> None:
        properties = run.find(W + "rPr")
        if is_on(properties, "vanish"):
            return
        own = is_on(properties, "b")
        by_style = self._styles.is_bold(value_of(properties, "rStyle"))
        self._language = value_of(properties, "lang")
        self._read_children(run, next((on for on in (own, by_style) if on is not None), bold))

    def _read_linked(self, node: _Element, bold: bool) -> None:
        """Read what else holds runs; hyperlinks, as elements or as simple fields, become links."""
        start = self._builder.length
        self._read_children(node, bold)
        if node.tag == W + "hyperlink":
            anchor = node.get(W + "anchor", "")
            target = self._targets.get(node.get(_R + "id", ""), "") + (f"#{anchor}" if anchor else "")
        else:
            target = _target(node.get(W + "instr", ""))
        if target:
            self._builder.add_link(start, target)

    def _read_field_mark(self, kind: str) -> None:
        """Follow a field: its instruction comes first, then what it shows, which is text."""
        if kind == "begin":
            self._fields.append((self._builder.length, []))
        elif kind == "end" and self._fields:
            start, instruction = self._fields.pop()
            if target := _target("".join(instruction)):
                self._builder.add_link(start, target)

    def _note_instruction(self, text: str) -> None:
        if self._fields:
            self._fields[-1][1].append(text)

    def _add(self, text: str, bold: bool) -> None:
        if text.strip():
            self._set_strong(bold)
            self._languages[self._language] += len(text)
        self._builder.add(clean(text).replace("\n", " "), self._number)

    def _set_strong(self, bold: bool) -> None:
        """Begin or end bold; runs of bold that meet are one."""
        if bold and self._strong_from < 0:
            self._strong_from = self._builder.length
        elif not bold and self._strong_from >= 0:
            self._builder.add_strong(self._strong_from)
            self._strong_from = -1


def _target(instruction: str) -> str:
    """Give where the instruction of a field leads; nothing for fields that are no links."""
    match = _HYPERLINK.match(instruction)
    if not match:
        return ""
    return f"#{match[2]}" if match[1] else match[2] + (f"#{match[3]}" if match[3] else "")
