"""Fit the confidence of statements to those that people judged, and see how well it holds.

    python benchmarks/extraction/calibration.py            # print the tables
    python benchmarks/extraction/calibration.py --fit      # write extraction/review/confidence.json anew
    python benchmarks/extraction/calibration.py --predictions FOLDER --reference FOLDER
                                                           # also how right predictions are by the scorer there

``judged.csv`` beside this file has a row a judged statement: the kind of document, the rule that made the statement,
the signs that were there, and whether a careful reader would state exactly this relation between these two ends.
Rows of documents that were in view while the rules were written (``seen``) flatter the rules; they weigh less.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import NamedTuple

from rolegraph.extraction.review import confidence

HERE = Path(__file__).parent
JUDGED = HERE / "judged.csv"
FITTED = Path(confidence.__file__).with_name("confidence.json")
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
SEEN = 0.3  # what a statement of a document weighs that the rules were written against
SHRINKAGE = 1.0  # how strongly numbers are drawn to zero; on left-out documents 1, 2 and 4 did about alike
STEPS = 600


class Judged(NamedTuple):
    """A statement that somebody judged."""

    document: str
    seen: bool
    rule: str
    signs: tuple[str, ...]
    right: bool


class Bin(NamedTuple):
    """Statements of about the same confidence: how many, what was promised on average, how many were right."""

    low: float
    high: float
    number: int
    promised: float
    right: float


def judged(path: Path = JUDGED) -> list[Judged]:
    """Read the judged statements."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Judged(
                row["document"],
                row["seen"] == "yes",
                row["rule"],
                tuple(row["signs"].split("; ")),
                row["right"] == "yes",
            )
            for row in csv.DictReader(stream)
        ]


def fit(rows: Sequence[Judged]) -> confidence.Weights:
    """Fit a logistic function by gradient descent, rules and signs drawn to zero (ridge regression)."""
    keys = sorted({key for row in rows for key in _keys(row)})
    columns = {key: number for number, key in enumerate(keys)}
    samples = [
        ([columns[key] for key in _keys(row)], float(row.right), SEEN if row.seen else 1.0) for row in rows
    ]
    base, numbers = _descend(samples, len(keys))
    found = {key: round(numbers[column], 2) for key, column in columns.items()}
    rules = {name: round(base + found[kind, name], 2) for kind, name in keys if kind == "rule"}
    signs = {name: found[kind, name] for kind, name in keys if kind == "sign" and found[kind, name]}
    return confidence.Weights(rules, signs, round(base, 2))


def _descend(samples: Sequence[tuple[list[int], float, float]], width: int) -> tuple[float, list[float]]:
    """Find the base and the numbers; a step is as long as the data of a number allow."""
    base, numbers, weights = 0.0, [0.0] * width, [SHRINKAGE] * width
    for active, _, weight in samples:
        for column in active:
            weights[column] += weight
    total = sum(weight for _, _, weight in samples)
    for _ in range(STEPS):
        slope, slopes = 0.0, [-SHRINKAGE * number for number in numbers]
        for active, right, weight in samples:
            missed = weight * (right - _logistic(base + sum(numbers[column] for column in active)))
            slope += missed
            for column in active:
                slopes[column] += missed
        base += slope / total
        numbers = [n + s / w for n, s, w in zip(numbers, slopes, weights, strict=True)]
    return base, numbers


def _keys(row: Judged) -> list[tuple[str, str]]:
    return [("rule", row.rule), *(("sign", sign) for sign in row.signs)]


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def figure(row: Judged, table: confidence.Weights) -> float:
    """Give the confidence of a judged statement by a table of numbers."""
    return confidence.confidence(row.rule, row.signs, table)


def left_out(rows: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Give each statement the figure of a table that was fitted to the other documents."""
    found = []
    for document in dict.fromkeys(row.document for row in rows):
        table = fit([row for row in rows if row.document != document])
        found += [(figure(row, table), row.right) for row in rows if row.document == document]
    return found


def bins(pairs: Iterable[tuple[float, bool]], edges: Sequence[float] = EDGES) -> list[Bin]:
    """Put figures with what they came to into bins."""
    pairs = list(pairs)
    found = []
    for low, high in pairwise(edges):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == edges[-1]]
        if inside:
            promised = sum(figure for figure, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            found.append(Bin(low, high, len(inside), promised, right))
    return found


def error(found: Sequence[Bin]) -> float:
    """Give the expected calibration error: by how much promise and outcome differ, weighted by count."""
    return sum(one.number * abs(one.promised - one.right) for one in found) / sum(one.number for one in found)


def table(title: str, found: Sequence[Bin], kept: Callable[[float], tuple[float, float]]) -> str:
    """Lay out bins, each with the precision and the share of right statements that a threshold there would keep."""
    lines = [f"{title}  (expected calibration error {error(found):.3f})",
             "  confidence   count  stated  right   from here on: precision  share of the right kept"]  # fmt: skip
    for one in found:
        precision, share = kept(one.low)
        lines.append(
            f"  {one.low:.1f} to {one.high:.1f}  {one.number:7}  {one.promised:6.2f}  {one.right:5.2f}"
            f"  {precision:24.2f}  {share:23.2f}"
        )
    return "\n".join(lines)


def threshold(pairs: Sequence[tuple[float, bool]]) -> Callable[[float], tuple[float, float]]:
    """Give a function that tells, for a least confidence, the precision and the share of right statements kept."""
    everything = sum(right for _, right in pairs)

    def kept(low: float) -> tuple[float, float]:
        above = [right for figure, right in pairs if figure >= low]
        return sum(above) / max(1, len(above)), sum(above) / max(1, everything)

    return kept


def report(rows: Sequence[Judged]) -> str:
    """Tell how confidence held on the judged statements: as it is shipped, and with each document left out."""
    shipped = [(figure(row, confidence.weights()), row.right) for row in rows]
    documents = len({row.document for row in rows})
    return "\n\n".join(
        table(title.format(len(rows), documents), bins(pairs), threshold(pairs))
        for title, pairs in (
            ("{} judged statements of {} documents, as shipped", shipped),
            ("The same, each document by what the others taught", left_out(rows)),
        )
    )


def scored(predictions: Path, reference: Path, low: float, high: float) -> dict[str, tuple[int, int]]:
    """Score only the statements whose confidence lies between two figures: right and wrong by the reference.

    Only statements between things that the reference names are counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path in predictions.glob("*.json"):
            content = json.loads(path.read_text(encoding="utf-8"))
            content["relations"] = [
                one for one in content["relations"] if low <= (one["confidence"] or 0) < high + (high == 1)
            ]
            (Path(folder) / path.name).write_text(json.dumps(content), encoding="utf-8")
        result = Path(folder) / "result.out"
        command: list[str | Path] = [
            sys.executable,
            reference / "score.py",
            "--pred",
            folder,
            "--gold",
            reference / "gold",
        ]
        subprocess.run([*command, "--json", result], check=True, capture_output=True)
        documents = json.loads(result.read_text(encoding="utf-8"))["docs"]
    return {one["doc"]: (one["rel"]["strict"]["good"], one["rel"]["strict"]["bad"]) for one in documents}


def reference_table(predictions: Path, reference: Path) -> str:
    """Tell for each reference set how many statements of about the same confidence it has, and how many not."""
    lines = ["Statements that the reference sets have, of those between things that they name"]
    for low, high in pairwise(EDGES):
        told = scored(predictions, reference, low, high).items()
        lines.append(
            f"  {low:.1f} to {high:.1f}  "
            + "   ".join(f"{name}: {good:3} of {good + bad:3}" for name, (good, bad) in told)
        )
    return "\n".join(lines)


def main() -> None:
    """Fit, or print how well the fitted numbers hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true", help="write the numbers anew")
    parser.add_argument(
        "--predictions", type=Path, help="what predictions.py wrote, without a least confidence"
    )
    parser.add_argument("--reference", type=Path, help="folder with the scorer and what it scores against")
    rows, arguments = judged(), parser.parse_args()
    if arguments.fit:
        text = json.dumps(fit(rows)._asdict(), indent=1, sort_keys=True, ensure_ascii=False)
        FITTED.write_text(text + "\n", encoding="utf-8")
        confidence.weights.cache_clear()
    print(report(rows))
    if arguments.predictions and arguments.reference:
        print("\n" + reference_table(arguments.predictions, arguments.reference))


if __name__ == "__main__":
    main()
