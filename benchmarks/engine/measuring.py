"""How the engine is measured: processor time of things that are done in turn; medians are compared.

A busy machine slows both alike, and what waits takes no processor time.
"""

from __future__ import annotations

import gc
import math
import os
import resource
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

    The goal is a most ("≤ 2.5"), a least ("≥ 20") or none (""); ``size`` is 0 where it does not matter.
    """

    work: str
    against: str
    size: int
    ratio: float
    goal: str

    @property
    def is_met(self) -> bool:
        """Tell whether the goal is reached."""
        if not self.goal:
            return True
        sign, number = self.goal.split()
        return self.ratio <= float(number) if sign == "≤" else self.ratio >= float(number)


def alternately(*works: Callable[[], float | None], runs: int = 5) -> list[float]:
    """Give the median seconds of each work, one run of each in turn after one that fills the caches.

    A work that gives a number has measured itself.
    """
    times: list[list[float]] = [[] for _ in works]
    for turn in range(runs + 1):
        for work, taken in zip(works, times, strict=True):
            gc.collect()
            start = time.process_time()
            result = work()
            if turn:
                taken.append(time.process_time() - start if result is None else result)
    return [median(taken) for taken in times]


def silent(work: Callable[[], object]) -> Callable[[], None]:
    """Give a work that drops its result within the time that is measured."""

    def run() -> None:
        work()

    return run


def process(command: Sequence[str]) -> Callable[[], float]:
    """Give the run of a whole process, which takes so many seconds."""

    def run() -> float:
        used = _used(command)
        return used.ru_utime + used.ru_stime

    return run


def peak_memory(command: Sequence[str]) -> float:
    """Give the most memory in MB that a process holds; files that it only maps count as far as they were read.

    A process takes over the peak of the one that begins it, which is therefore a small one.
    """
    begun = subprocess.run(
        [sys.executable, "-S", "-c", _BEGUN, *command],
        env=_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(begun.stdout) / 1024


_BEGUN = """
import os, sys
quiet = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1)])
_, status, used = os.wait4(child, 0)
assert not status, status
print(used.ru_maxrss)
"""


def held_memory(program: str, *arguments: str) -> float:
    """Give the MB that a Python process gains between ``begin()`` and the end of a program that calls it.

    What the program holds by then stays; what it maps of files does not count, since the system may take it back.
    """
    whole = f"{_RESIDENT}{program}\nprint(resident() - begun)"
    done = subprocess.run(
        [sys.executable, "-c", whole, *arguments],
        env=_environment(),
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    return int(done.stdout) / 2**20


_RESIDENT = """
import ctypes, gc, os, sys
sys.path.insert(0, os.getcwd())
def resident():
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/statm") as file:
        resident, shared = map(int, file.read().split()[1:3])
        return (resident - shared) * os.sysconf("SC_PAGE_SIZE")
def begin():
    global begun
    begun = resident()
"""


def _used(command: Sequence[str]) -> resource.struct_rusage:
    """Run a process without the settings of rolegraph and of Python; give what it used."""
    done = subprocess.Popen(command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}")
    return used


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
