"""A net below the reading of texts: a fault of rolegraph loses one passage, says where, and the rest is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rolegraph.extraction.entries import Skip

__all__ = ["fault", "guarded", "in_a_line", "is_fatal", "is_fault", "told"]

_Each = TypeVar("_Each")
_BLAME = "could not be read to its end, through a fault of rolegraph"


def is_fatal(error: Exception) -> bool:
    """Tell what ends a build from what it can go on after: memory that has run out is no fault of a passage."""
    return isinstance(error, MemoryError)


def guarded(found: Iterable[_Each], source: str, line: int) -> Iterator[_Each | Skip]:
    """Give what is found in the passage on a line until reading it breaks, and then what broke.

    >>> [each.reason for each in guarded((len(word) for word in ["BPO", None]), "terms.md", 7) if is_fault(each)]
    ["line 7 could not be read to its end, through a fault of rolegraph: TypeError: object of type \
'NoneType' has no len(). Please report it, with the text there."]
    """
    try:
        yield from found
    except Exception as error:
        yield fault(error, source, line)


def fault(error: Exception, source: str, line: int) -> Skip:
    """Give what is told of an error in the passage on a line; a fatal one is raised."""
    return Skip(source, line, "", f"line {line} {told(error)}")


def told(error: Exception) -> str:
    """Put an error into words; a fatal one is raised."""
    if is_fatal(error):
        raise error
    return f"{_BLAME}: {in_a_line(error)}. Please report it, with the text there."


def in_a_line(error: Exception) -> str:
    """Name an error and what it says.

    >>> in_a_line(ValueError("no", "name"))
    "ValueError: ('no', 'name')"
    """
    return " ".join(f"{type(error).__name__}: {error}".split())


def is_fault(each: object) -> bool:
    """Tell a fault from other text that was passed over."""
    return isinstance(each, Skip) and _BLAME in each.reason
