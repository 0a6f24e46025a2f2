"""How the engine is measured: two things in turn, so that a busy machine slows both alike; medians are compared."""

from __future__ import annotations

import gc
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROLEGRAPH = str(Path(sys.executable).with_name("rolegraph"))
CLICK = (sys.executable, "-c", "import click")


class Row(NamedTuple):
    """One line of the table: what was done on so many terms, against what, how many times it took, and the goal.

    The goal is a most ("≤ 2.5") or a least ("≥ 20"); ``size`` is 0 where it does not matter.
    """

    work: str
    against: str
    size: int
    ratio: float
    goal: str

    @property
    def is_met(self) -> bool:
        """Tell whether the goal is reached."""
        sign, number = self.goal.split()
        return self.ratio <= float(number) if sign == "≤" else self.ratio >= float(number)


def alternately(*works: Callable[[], object], runs: int = 5) -> list[float]:
    """Give the median seconds of each work, one run of each in turn after one that fills the caches."""
    times: list[list[float]] = [[] for _ in works]
    for turn in range(runs + 1):
        for work, taken in zip(works, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            result = work()
            if turn:
                taken.append(time.perf_counter() - start)
            del result
    return [median(taken) for taken in times]


def process(command: Sequence[str]) -> Callable[[], None]:
    """Give the run of a whole process; the settings of rolegraph and of Python are left out."""

    def run() -> None:
        subprocess.run(command, env=_environment(), check=True, capture_output=True)

    return run


def peak_memory(command: Sequence[str]) -> float:
    """Give the most memory in MB that a process holds; files that it only maps count as far as they were read."""
    done = subprocess.Popen(command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}")
    return usage.ru_maxrss / 1024


def exponent(sizes: Sequence[int], figures: Sequence[float]) -> float:
    """Give the power of the size that figures grow with: the slope of their logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(figure) for figure in figures]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - middle_x) ** 2 for x in xs)


def _environment() -> dict[str, str]:
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("ROLEGRAPH_", "PYTHON"))
    }
