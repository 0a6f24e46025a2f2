"""Score the extraction against reference documents, and see how well confidence holds.

    python benchmarks/extraction/bench.py [--reference FOLDER]

FOLDER holds the documents, ``gold/NAME.json`` with what a careful reader finds in each, and the scorer ``score.py``.
It is no part of the project; without it there is nothing to measure, and this says so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALIBRATION = Path(__file__).with_name("calibration.py")


def sources(reference: Path) -> list[str]:
    """Give NAME=SOURCE for each reference set: its file, or the folder that holds its files."""
    found = []
    for gold in sorted((reference / "gold").glob("*.json")):
        content = json.loads(gold.read_text(encoding="utf-8"))
        files = [reference / name for name in content["files"]]
        found.append(f"{content['doc']}={files[0] if len(files) == 1 else files[0].parent}")
    return found


def main() -> int:
    """Build each set, turn the graphs into predictions, and print the scorer's table and those of confidence."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared", help="default: ../shared")
    reference = parser.parse_args().reference
    if not (reference / "gold").is_dir():
        print(f"no reference documents in {reference}: nothing is scored", file=sys.stderr)
        subprocess.run([sys.executable, CALIBRATION], check=True)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(__file__).with_name("predictions.py")
        subprocess.run([sys.executable, predictions, "--out", folder, *sources(reference)], check=True)
        score = [sys.executable, reference / "score.py", "--pred", folder, "--gold", reference / "gold"]
        scored = subprocess.run(score, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        everything: list[str | Path] = [sys.executable, predictions, "--min-confidence", "0", "--out", folder]
        subprocess.run([*everything, *sources(reference)], check=True)
        calibrated = [sys.executable, CALIBRATION, "--predictions", folder, "--reference", reference]
        return subprocess.run(calibrated, check=False).returncode or scored


if __name__ == "__main__":
    sys.exit(main())
