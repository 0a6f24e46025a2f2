"""A review decides on more than statements: the meanings of a label, names that are left open, doubtful classes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from commandline import run

from rolegraph.graph import KnowledgeGraph
from rolegraph.graph.reviews import COLUMNS

FINANCE = "# Words\n\n- Bank: an institution that takes deposits and lends money.\n- Debt: a sum.\n"
RIVERS = "# Words\n\n- Bank: the sloping land beside a river.\n- Ferry: a boat.\n"
WORK = "# Angler\n\nAn angler is a role. Anglers use the bank.\n"
CLASSES = "# Words\n\n- Fleet operator: a helper program that runs beside the map.\n- Map: a picture.\n"

Row = dict[str, str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one folder of documents for each meaning, and one that tells none."""
    for name, text in {"a/finance.md": FINANCE, "b/rivers.md": RIVERS, "c/angler.md": WORK}.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows() -> list[Row]:
    """Give the rows of a review of the documents."""
    text = run("review", "docs", "-o", "-").stdout_bytes.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(kind: str) -> Row:
    """Give the only row of a kind: homonym, class or evidence left open."""
    (found,) = [
        each
        for each in rows()
        if each["id"].startswith(kind) and (kind != "evidence" or "left" in each["rule"])
    ]
    return found


def built(*decided: Row) -> str:
    """Build the documents by a review of some rows, and give what is told of it."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows(decided)
    Path("review.csv").write_text(stream.getvalue(), encoding="utf-8")
    result = run("build", "docs", "--review", "review.csv", "-o", "g.ttl", "--min-confidence", "0")
    return result.stderr


def labels() -> set[str]:
    """Give the labels of the terms that are called bank."""
    return {term.label.value for term in KnowledgeGraph.open("g.ttl").terms() if "ank" in term.label.value}


def class_of(label: str) -> list[str]:
    """Give the names of the classes of a term."""
    terms = KnowledgeGraph.open("g.ttl").terms(mentions=True)
    return [iri.rpartition("#")[2] for term in terms if term.label.value == label for iri in term.classes]


# --- meanings ----------------------------------------------------------------------------------------------------


def test_row_on_meanings_has_both_labels_and_both_definitions() -> None:
    found = row("homonym")
    assert [found[name] for name in COLUMNS[1:7]] == [
        "Bank (finance)",
        "other term than",
        "Bank (rivers)",
        "an institution that takes deposits and lends money. ↔ the sloping land beside a river. (b/rivers.md)",
        "a/finance.md",
        "3",
    ]


def test_meanings_that_are_accepted_stay_and_are_told_no_more() -> None:
    told = built({**row("homonym"), "verdict": "accept"})
    assert labels() == {"Bank (finance)", "Bank (rivers)"}
    assert "several meanings" not in told
    assert "Reviewed meanings and classes: 1 decided." in told


def test_meanings_that_are_rejected_are_one_term() -> None:
    built({**row("homonym"), "verdict": "reject"})
    assert labels() == {"Bank"}


def test_meanings_get_the_labels_that_a_review_gives_them() -> None:
    change = {"verdict": "change", "new subject": "Bank", "new object": "River bank"}
    built({**row("homonym"), **change})
    assert labels() == {"Bank", "River bank"}


def test_one_term_that_is_rejected_becomes_two() -> None:
    for name, text in {
        "a/finance.md": "a talk with a leaver",
        "b/rivers.md": "questions put before departure",
    }.items():
        Path("docs", name).write_text(
            f"# Words\n\n- Parting bank: {text}.\n- Debt: a sum.\n", encoding="utf-8"
        )
    found = row("homonym")
    assert (found["subject"], found["relation"], found["object"]) == (
        "Parting bank",
        "same term as",
        "Parting bank",
    )
    told = built({**found, "verdict": "accept"})
    assert (labels(), "other words" in told) == ({"Parting bank"}, False)
    built({**found, "verdict": "reject"})
    assert labels() == {"Parting bank (finance)", "Parting bank (rivers)"}


def test_decision_on_meanings_holds_when_lines_move() -> None:
    found = {**row("homonym"), "verdict": "reject"}
    path = Path("docs/b/rivers.md")
    path.write_text(
        path.read_text(encoding="utf-8").replace("- Bank", "- Net: a tool.\n- Bank"), encoding="utf-8"
    )
    built(found)
    assert labels() == {"Bank"}


def test_name_that_is_left_open_gets_the_meaning_that_a_review_gives_it() -> None:
    found = row("evidence")
    assert found["rule"] == "left open: Bank (finance) or Bank (rivers)"
    built({**found, "verdict": "change", "new object": "Bank (rivers)"})
    kg = KnowledgeGraph.open("g.ttl")
    (angler,) = [one for one in kg.relations() if one.relation_type.name == "uses"]
    assert angler.object == kg.term("Bank (rivers)")


def test_decision_on_a_meaning_that_is_gone_is_stale() -> None:
    found = {**row("homonym"), "verdict": "reject"}
    Path("docs/b/rivers.md").write_text("# Words\n\n- Ferry: a boat.\n- Net: a tool.\n", encoding="utf-8")
    assert "reject Bank (finance) other term than Bank (rivers)" in built(found)


# --- classes -----------------------------------------------------------------------------------------------------


def doubtful() -> Row:
    """Let there be a term whose name tells another class than its definition, and give its row."""
    Path("docs/d.md").write_text(CLASSES, encoding="utf-8")
    return row("class")


def test_class_of_which_name_and_definition_tell_different_things_is_doubtful() -> None:
    found = doubtful()
    assert [found[name] for name in COLUMNS[1:7]] == [
        "Fleet operator",
        "class",
        "Role",
        "a helper program that runs beside the map.",
        "d.md",
        "3",
    ]


@pytest.mark.parametrize(
    ("cells", "classes"),
    [
        ({"verdict": "accept"}, ["Role"]),
        ({"verdict": "reject"}, []),
        ({"verdict": "change", "new object": "system"}, ["System"]),
    ],
)
def test_class_is_that_of_the_review(cells: Row, classes: list[str]) -> None:
    built({**doubtful(), **cells})
    assert class_of("Fleet operator") == classes


def test_class_of_the_review_decides_on_the_relations_of_the_term() -> None:
    path = Path("docs/e.md")
    path.write_text(
        "# Driver\n\nA driver is a role. Drivers report to the fleet operator.\n", encoding="utf-8"
    )
    found = doubtful()
    built({**found, "verdict": "accept"})
    assert "reportsTo" in {one.relation_type.name for one in KnowledgeGraph.open("g.ttl").relations()}
    built({**found, "verdict": "change", "new object": "System"})
    assert "reportsTo" not in {one.relation_type.name for one in KnowledgeGraph.open("g.ttl").relations()}


def test_decisions_stay_when_the_review_is_written_again() -> None:
    found = {**doubtful(), "verdict": "change", "new object": "System", "comment": "by Thursday"}
    built(found, {**row("homonym"), "verdict": "reject"})
    assert "2 of them decided" in run("review", "docs", "-o", "review.csv").stderr
    text = Path("review.csv").read_text(encoding="utf-8-sig")
    again = {each["id"]: each for each in csv.DictReader(io.StringIO(text, newline=""))}
    assert again[found["id"]]["comment"] == "by Thursday"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"verdict": "change", "new object": "sistem"}, "unknown class 'sistem'"),
        ({"verdict": "change", "new subject": "System"}, "takes a new object alone"),
        ({"verdict": "change", "new relation": "uses", "new object": "System"}, "takes no new relation"),
    ],
)
def test_wrong_decision_on_a_class_is_refused_with_its_line(cells: Row, message: str) -> None:
    told = built({**doubtful(), **cells})
    assert message in told
    assert "review.csv, line 2" in told
    assert not Path("g.ttl").exists()
