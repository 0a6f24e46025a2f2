"""How the command line looks: the few styles it has, and whether colour is wanted at all."""

from __future__ import annotations

import os
import re

import click

__all__ = ["bold", "colour", "faint", "good", "plain", "warn"]

# C0 and C1 control characters: a label must not be able to move the cursor of the terminal that shows it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def colour() -> bool | None:
    """Say whether colour is wanted: never with NO_COLOR or on a dumb terminal, else as the stream is.

    NO_COLOR counts where it is set and not empty (no-color.org).
    """
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def bold(text: str) -> str:
    """Mark a heading or a name."""
    return click.style(text, bold=True)


def faint(text: str) -> str:
    """Mark what is beside the point: places, IRIs."""
    return click.style(text, dim=True)


def good(text: str) -> str:
    """Mark success."""
    return click.style(text, fg="green")


def warn(text: str) -> str:
    """Mark what needs a look."""
    return click.style(text, fg="yellow")


def plain(text: str) -> str:
    r"""Bring a text to one line without control characters.

    >>> plain("Product\nmanager \x1b[31m")
    'Product manager [31m'
    """
    return " ".join(_CONTROL.sub(" ", text).split())
