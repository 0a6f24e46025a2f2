"""A progress bar on stderr, for work that turns out to take its time."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from types import TracebackType

    from click._termui_impl import ProgressBar

__all__ = ["Progress"]


class Progress:
    """A bar that appears once the work has taken ``patience`` seconds, and only on a terminal."""

    def __init__(self, label: str, patience: float = 1.0) -> None:
        self._label = label
        self._shown_from = time.monotonic() + patience
        self._bar: ProgressBar[Any] | None = None
        self._done = 0

    def __enter__(self) -> Progress:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the line of the bar, where there is one."""
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def named(self, label: str, done: int, of: int) -> None:
        """Take note of how far one part of the work is; without ``of`` only how much is done is shown."""
        if label != self._label:
            self.__exit__(None, None, None)
            self._bar, self._label, self._done = None, label, 0
        self(done, of)

    def __call__(self, done: int, of: int) -> None:
        """Take note that so many of so many steps are done."""
        if self._bar is None and sys.stderr.isatty() and time.monotonic() >= self._shown_from:
            self._bar = click.progressbar(length=of or None, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        if self._bar is not None:
            self._bar.update(done - self._done)
            self._done = done
