"""Directives of MyST Markdown that list terms: the glossary of Sphinx, in a fence of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.readers.restructured import read_glossary

if TYPE_CHECKING:
    from rolegraph.readers.document import Block

__all__ = ["is_glossary", "read_myst_glossary"]

_NAME = re.compile(r"\{(?:[\w-]+:)?glossary\}")
_ROLE = re.compile(r"\{(?P<role>[\w:-]+)\}`")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]\n]+)\]\((?P<to>[^()\s]+)\)")


def is_glossary(info: str) -> bool:
    """Tell the fence of a glossary by what stands behind its signs.

    >>> is_glossary("{glossary}"), is_glossary("python")
    (True, False)
    """
    return _NAME.match(info.strip()) is not None


def read_myst_glossary(text: str, line: int) -> list[Block]:
    r"""Read the content of a glossary that begins on a line; its roles and links are those of MyST.

    >>> [block] = read_myst_glossary(":sorted:\n\nSLA\n    An agreement on [service](#service).\n", 5)
    >>> block.term.text, block.term.line, block.details[0].text
    ('SLA', 7, 'An agreement on service.')
    """
    text = _LINK.sub(r"`\g<text> <\g<to>>`_", _ROLE.sub(r":\g<role>:`", text))
    return read_glossary(text, line)
