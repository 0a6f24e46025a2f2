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
from collections.abc import Iterable
from pathlib import Path
from typing import Any

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


def scored(reference: Path, predictions: Path, gold: Path, *, quiet: bool = True) -> dict[str, Any]:
    """Run the scorer on a folder of predictions and a folder of gold, and give its figures."""
    figures = predictions.with_name(f"{predictions.name}.json")
    command = [
        sys.executable,
        reference / "score.py",
        "--pred",
        predictions,
        "--gold",
        gold,
        "--json",
        figures,
    ]
    printed = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
    if not quiet:
        print(printed)
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return found


def print_forms(figures: dict[str, Any], forms: dict[str, str]) -> None:
    """Print the figures of the documents by their form."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for document in figures["docs"]:
        rows.setdefault(forms[document["doc"]], []).append(document)
    print(f"{'form':60s}  docs  term F  alias F  definitions  strict recall")
    for form, documents in sorted(rows.items()):
        found = [
            mean(document["term"][2] for document in documents),
            mean(document["alias"][2] for document in documents if document["alias_n"][2]),
            mean(document["def"][1] / document["def"][2] for document in documents if document["def"][2]),
            mean(document["rel"]["strict"]["R"] for document in documents if document["rel"]["strict"]["n"]),
        ]
        shown = "  ".join(f"{figure:{width}.2f}" for figure, width in zip(found, (6, 7, 11, 13), strict=True))
        print(f"{form[:60]:60s}  {len(documents):4d}  {shown}")
    print()


def mean(figures: Iterable[float]) -> float:
    """Give the mean, not a number where there is none."""
    each = list(figures)
    return sum(each) / len(each) if each else float("nan")


def print_relations(reference: Path, predictions: Path, folder: Path) -> None:
    """Print recall by relation type: the scorer sees one type at a time, of the gold and of what is stated."""
    gold = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (reference / "gold").glob("*.json")
    }
    kinds = sorted({each["type"] for one in gold.values() for each in one["relations"]})
    print(f"{'relation type':18s}  in gold  found  recall  found in the other direction")
    for kind in kinds:
        golds, stated = folder / f"gold-{kind}", folder / f"stated-{kind}"
        for name, one in gold.items():
            alone = {
                **one,
                "relations": [each for each in one["relations"] if each["type"] == kind],
                "links": [],
            }
            write(golds / name, alone)
            write(stated / name, json.loads((predictions / name).read_text(encoding="utf-8")))
        strict, either = (
            [document["rel"][level] for document in scored(reference, stated, golds)["docs"]]
            for level in ("strict", "undir")
        )
        wanted, found = sum(each["n"] for each in strict), sum(each["rec"] for each in strict)
        turned = sum(each["rec"] for each in either) - found
        if wanted:
            print(f"{kind:18s}  {wanted:7d}  {found:5d}  {found / wanted:6.2f}  {turned:5d}")


def write(path: Path, content: dict[str, Any]) -> None:
    """Write one document of a set."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def main() -> int:
    """Build each set, turn the graphs into predictions, and print the scorer's tables and those of confidence."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared", help="default: ../shared")
    reference = parser.parse_args().reference.resolve()
    if not (reference / "gold").is_dir():
        print(f"no reference documents in {reference}: nothing is scored", file=sys.stderr)
        subprocess.run([sys.executable, CALIBRATION], check=True)
        return 1
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in (reference / "gold").glob("*.json")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "predictions"
        script = Path(__file__).with_name("predictions.py")
        subprocess.run([sys.executable, script, "--out", folder, *sources(reference)], check=True)
        figures = scored(reference, folder, reference / "gold", quiet=False)
        print_forms(figures, {one["doc"]: one["form"] for one in golds})
        print_relations(reference, folder, Path(temporary))
        everything = Path(temporary) / "everything"
        build_all: list[str | Path] = [sys.executable, script, "--min-confidence", "0", "--out", everything]
        subprocess.run([*build_all, *sources(reference)], check=True)
        calibrated: list[str | Path] = [
            sys.executable,
            CALIBRATION,
            "--predictions",
            everything,
            "--reference",
            reference,
        ]
        subprocess.run(calibrated, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
