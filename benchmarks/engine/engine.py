"""Measure the engine: one table, every row a ratio of two things that were run in turn.

The data has 1,000, 10,000 and 100,000 terms of about fourteen triples, made with a fixed seed. The figures go to
benchmarks/results/engine.json, and what moved by more than a tenth since the last run is marked. Times are those of the
processor; a graph of a million terms is made and loaded in a quarter of an hour.

    python benchmarks/engine/engine.py [--sizes 1000,10000,100000,1000000] [--only paths,loads] [--runs 5]
"""

from __future__ import annotations

import argparse
import compileall
import json
import platform
import time
from collections import defaultdict
from pathlib import Path

from data import Data
from measuring import Row, exponent
from works import WORKS

RESULTS = Path(__file__).parents[1] / "results"
FILE = RESULTS / "engine.json"


def main() -> None:
    """Measure, print each row as it comes, then the growth; save the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of terms")
    parser.add_argument("--only", default=",".join(WORKS), help="names of works: %(default)s")
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each (5)")
    asked = parser.parse_args()
    data = Data(RESULTS / "data", [int(size) for size in asked.sizes.split(",")])
    begun, before = time.monotonic(), _known()
    compile_room()
    found: dict[str, float] = {}
    print(f"{'work':<36}{'against':<38}{'terms':>9}{'ratio':>9}  goal")
    for name in asked.only.split(","):
        for row in WORKS[name](data, asked.runs):
            found[_key(row)] = row.ratio
            print(_line(row, before.get(_key(row))), flush=True)
    _print_growth({**before, **found}, {_name(key) for key in found})
    _save({**before, **found})
    print(f"\nTaken: {(time.monotonic() - begun) / 60:.0f} minutes")


def compile_room() -> None:
    """Compile the modules, as pip does where they are installed for good."""
    import rolegraph

    for room in Path(rolegraph.__file__).parent.iterdir():
        if room.is_dir():
            compileall.compile_dir(room, quiet=1)


def _line(row: Row, before: float | None) -> str:
    missed = "" if row.is_met else "  missed"
    moved = f"  was {before:.2f}" if before and abs(row.ratio / before - 1) > 0.1 else ""
    return f"{row.work:<36}{row.against:<38}{row.size:>9}{row.ratio:>9.2f}  {row.goal}{missed}{moved}"


def _print_growth(ratios: dict[str, float], measured: set[str]) -> None:
    """Print how what was measured grows, with the figures of other sizes from runs before."""
    rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for key, ratio in ratios.items():
        rows[_name(key)].append((int(key.rpartition(" | ")[2]), ratio))
    print("\nGrowth of the ratio with the number of terms (exponent)")
    for name, points in rows.items():
        if name in measured and len(points) > 1:
            print(f"  {exponent(*zip(*points, strict=True)):>6.2f}  {name}")


def _name(key: str) -> str:
    """Give the work and what it is measured against, without the number of terms."""
    return key.rpartition(" | ")[0]


def _key(row: Row) -> str:
    return f"{row.work} | {row.against} | {row.size}"


def _known() -> dict[str, float]:
    try:
        ratios: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))["ratios"]
    except (OSError, ValueError, KeyError):
        return {}
    return ratios


def _save(ratios: dict[str, float]) -> None:
    record = {"python": platform.python_version(), "machine": platform.machine(), "ratios": ratios}
    FILE.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
