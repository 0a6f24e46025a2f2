"""Measure how long commands take to start, as a ratio to `python -c "import click"`.

Whole processes are timed, one run of each in turn, so that a busy machine slows all of them alike; the
medians are compared. The table goes to stdout, the figures to benchmarks/results/startup.json.

    python benchmarks/startup.py [--runs 25]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RESULTS = Path(__file__).parent / "results" / "startup.json"
BASELINE = 'python -c "import click"'
LIMIT = 3.0
ROLEGRAPH = str(Path(sys.executable).with_name("rolegraph"))
QUERY = "SELECT ?term ?label WHERE { ?term skos:prefLabel ?label } LIMIT 5"
COMMANDS: dict[str, tuple[str, ...]] = {
    BASELINE: (sys.executable, "-c", "import click"),
    "rolegraph --help": (ROLEGRAPH, "--help"),
    "rolegraph show PM": (ROLEGRAPH, "show", "PM"),
    "rolegraph query": (ROLEGRAPH, "query", QUERY),
    "rolegraph list": (ROLEGRAPH, "list"),
    "rolegraph search manager": (ROLEGRAPH, "search", "manager"),
    "rolegraph path PM CRM": (ROLEGRAPH, "path", "PM", "CRM"),
}


def seconds(command: tuple[str, ...], folder: str) -> float:
    """Time one run of a command on the starter graph.

    Settings of rolegraph and of Python are left out: without PYTHONDONTWRITEBYTECODE our modules are compiled
    once, in the round that is not measured, as click's were when it was installed.
    """
    ours = ("ROLEGRAPH_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, list[float]]:
    """Run all commands in turn, as often as asked, after one round that fills the caches."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(runs + 1):
            for name, command in COMMANDS.items():
                taken = seconds(command, folder)
                if turn:
                    times[name].append(taken)
    return times


def main() -> None:
    """Measure, print the table of ratios, save the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=25, help="measured runs of each command (25)")
    times = measure(parser.parse_args().runs)
    baseline = median(times[BASELINE])
    print(f"{'command':<28}{'median':>9}{'fastest':>9}{'ratio':>7}")
    for name, taken in times.items():
        ratio = median(taken) / baseline
        over = f"  over {LIMIT:g}" if ratio > LIMIT else ""
        print(f"{name:<28}{median(taken) * 1000:>6.0f} ms{min(taken) * 1000:>6.0f} ms{ratio:>7.2f}{over}")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    record = {"python": platform.python_version(), "machine": platform.machine(), "seconds": times}
    RESULTS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(f"Wrote {os.path.relpath(RESULTS)}")


if __name__ == "__main__":
    main()
