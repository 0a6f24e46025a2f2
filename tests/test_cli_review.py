"""A review: what is doubtful as a spreadsheet, and a build that does as a person decided in it."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import printed, refusal, run
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from workbook_samples import open_document, open_document_row

from rolegraph.exports.review_sheets import write_csv, write_xlsx
from rolegraph.extraction import ReviewError, read_rows
from rolegraph.graph import KnowledgeGraph
from rolegraph.graph.relations import wording
from rolegraph.graph.reviews import COLUMNS, ReviewRow

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands" / "review.md"
ROLES = PAGE.read_text(encoding="utf-8").partition("```markdown\n")[2].partition("```")[0]
HELPS = "evidence/8ca956fff7e6"
FOCUSES = "evidence/5471265bcd05"

Row = dict[str, str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the document of the page on the command, in a folder of its own."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "roles.md").write_text(ROLES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def review(*arguments: str) -> list[Row]:
    """Give the rows that a review of the documents has."""
    text = run("review", "docs", *arguments, "-o", "-").stdout_bytes.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def decided(decide: Callable[[Row], Row], name: str = "review.csv", **more: str) -> str:
    """Write a review of all statements with what ``decide`` makes of each row; give the name of the file."""
    rows = [{**row, **decide(row)} for row in review("--all")]
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, delimiter=more.get("delimiter", ","))
    writer.writeheader()
    writer.writerows(rows)
    Path(name).write_bytes(stream.getvalue().encode(more.get("encoding", "utf-8")))
    return name


def on(key: str, **cells: str) -> Callable[[Row], Row]:
    """Decide on one statement only."""
    named = {name.replace("_", " "): text for name, text in cells.items()}
    return lambda row: named if row["id"] == key else {}


def build(*arguments: str) -> str:
    """Build the documents and give what is told of it."""
    result = run("build", "docs", *arguments, "-o", "roles.ttl")
    assert result.exit_code == 0, result.stderr
    return result.stderr


def stated() -> set[tuple[str, str, str]]:
    """Give what the graph states, and the labels of both ends."""
    kg = KnowledgeGraph.open("roles.ttl")
    return {(one.subject.label.value, one.relation_type.name, wording(one.object)) for one in kg.relations()}


# --- what is written -----------------------------------------------------------------------------------------


def test_page_shows_the_rows_that_its_example_gives() -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| evidence/")]
    shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert [list(row.values())[:9] for row in review()] == shown


def test_review_is_a_csv_with_a_byte_order_mark_and_empty_columns_for_the_decision() -> None:
    result = run("review", "docs", "-o", "review.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Wrote review.csv: 2 rows, 0 of them decided.\n"
    data = Path("review.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    assert all(not any(list(row.values())[9:]) for row in review())


def test_only_statements_below_the_threshold_are_listed_and_all_on_demand() -> None:
    figures = [float(row["confidence"]) for row in review("--all")]
    assert [float(row["confidence"]) for row in review()] == [one for one in figures if one < 0.7]
    assert len(review("--below", "0.5")) == sum(one < 0.5 for one in figures) == 1


def test_rows_stand_in_the_order_of_documents_and_lines() -> None:
    Path("docs/a.md").write_text(
        "# Desk\n\nA desk is a team that helps callers to find answers.\n", encoding="utf-8"
    )
    places = [(row["source"], int(row["line"])) for row in review("--all")]
    assert places == sorted(places)
    assert {source for source, _ in places} == {"a.md", "roles.md"}


def test_statements_of_a_graph_are_listed_as_those_of_its_sources() -> None:
    build("--min-confidence", "0")
    result = run("review", "-g", "roles.ttl", "--all", "-o", "-")
    assert list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"), newline=""))) == review(
        "--all"
    )


def test_denied_statement_is_listed_with_not() -> None:
    Path("docs/roles.md").write_text(
        "# Shift lead\n\nA shift lead does not plan budgets.\n", encoding="utf-8"
    )
    assert [row["relation"] for row in review("--all")] == ["not responsibleFor"]


def test_cell_that_a_spreadsheet_would_run_is_guarded_and_read_back() -> None:
    row = ReviewRow("evidence/1", "=1+1", "uses", "@cmd", "+x", comment="-y", verdict="accept")
    stream = io.BytesIO()
    write_csv([row], stream)
    cells = next(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig").split("\r\n")[1])))
    assert not [cell for cell in cells if cell[:1] in {*"=+-@"}]
    Path("review.csv").write_bytes(stream.getvalue())
    assert read_rows("review.csv") == [(2, row)]


def test_workbook_holds_texts_and_a_list_of_verdicts() -> None:
    row = ReviewRow(
        "evidence/1", "=1+1", "uses", "http://example.org", "a\x00b\nc", line="12", verdict="reject"
    )
    stream = io.BytesIO()
    write_xlsx([row], stream)
    cells = CalamineWorkbook.from_filelike(io.BytesIO(stream.getvalue())).get_sheet_by_index(0).to_python()
    assert cells[0] == list(COLUMNS)
    assert cells[1][:7] == ["evidence/1", "=1+1", "uses", "http://example.org", "ab\nc", "", "12"]
    import zipfile

    sheet = zipfile.ZipFile(stream).read("xl/worksheets/sheet1.xml").decode()
    assert '<dataValidation type="list"' in sheet
    assert "accept,reject,change" in sheet
    assert "<f>" not in sheet


def test_same_rows_give_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for stream in (first, second):
        write_xlsx([ReviewRow("evidence/1", "PM", "uses", "CRM", "PMs use the CRM.")], stream)
    assert first.getvalue() == second.getvalue()


# --- what a build obeys --------------------------------------------------------------------------------------


def test_rejected_statement_is_not_made_and_its_mention_is_gone() -> None:
    name = decided(on(HELPS, verdict="reject"))
    told = build("--min-confidence", "0", "--review", name)
    assert ("Shift lead", "supports", "agents") not in stated()
    assert "agents" not in {
        term.label.value for term in KnowledgeGraph.open("roles.ttl").terms(mentions=True)
    }
    assert "Reviewed statements: 1 rejected." in told


def test_rejected_statement_stays_away_when_its_sentence_moves() -> None:
    name = decided(on(HELPS, verdict="reject"))
    Path("docs/roles.md").write_text(ROLES.replace("# Glossary\n", "# Glossary\n\n\n\n"), encoding="utf-8")
    assert "Stale" not in build("--min-confidence", "0", "--review", name)
    assert ("Shift lead", "supports", "agents") not in stated()


def test_accepted_statement_is_certain_and_says_that_a_person_accepted_it() -> None:
    build("--review", decided(on(HELPS, verdict="Accept ")), "--min-confidence", "0.9")
    kg = KnowledgeGraph.open("roles.ttl")
    (said,) = kg.evidence(kg.term("Shift lead"), "supports")
    assert (said.confidence, said.qualifiers) == (1.0, (("review", "accepted"),))


def test_changed_statement_stands_in_place_of_what_was_read() -> None:
    build("--review", decided(on(FOCUSES, verdict="change", new_object="incoming letters")))
    kg = KnowledgeGraph.open("roles.ttl")
    assert ("Back office", "appliesTo", "incoming letters") in stated()
    assert ("Back office", "appliesTo", "post") not in stated()
    (said,) = kg.evidence(kg.term("Back office"), "appliesTo")
    assert said.quote.value == "The back office focuses on post."
    assert (said.confidence, dict(said.qualifiers)) == (1.0, {"review": "changed"})
    assert kg.term("incoming letters").mention


def test_new_name_of_a_term_means_the_term() -> None:
    build("--review", decided(on(FOCUSES, verdict="change", new_subject="the SL", new_object="queues")))
    assert ("Shift lead", "appliesTo", "Queue") in stated()


def test_new_relation_may_be_an_inverse_or_a_denial() -> None:
    build(
        "--review", decided(on(HELPS, verdict="change", new_relation="supportedBy")), "--min-confidence", "0"
    )
    assert ("agents", "supports", "Shift lead") in stated()
    build("--review", decided(on(HELPS, verdict="change", new_relation="not supports")))
    kg = KnowledgeGraph.open("roles.ttl")
    assert ("Shift lead", "supports", "agents") not in stated()
    assert [one.negative for one in kg.evidence(kg.term("Shift lead"), "supports")] == [True]


def test_changed_graph_keeps_all_its_shapes() -> None:
    build("--review", decided(on(FOCUSES, verdict="change", new_object="incoming letters")))
    assert run("validate", "-g", "roles.ttl").exit_code == 0


def test_review_in_a_folder_of_sources_is_found_by_itself_and_not_read_as_a_source() -> None:
    decided(on(HELPS, verdict="reject"), "docs/rolegraph-review.csv")
    told = build("--min-confidence", "0")
    assert "Reviewed statements: 1 rejected." in told
    assert "from 1 document." in told
    assert "rolegraph-review" not in told


def test_review_that_excel_saved_with_semicolons_is_read() -> None:
    name = decided(on(FOCUSES, verdict="change", new_object="Übergaben"), delimiter=";", encoding="cp1252")
    build("--review", name)
    assert ("Back office", "appliesTo", "Übergaben") in stated()


def test_workbook_is_obeyed_like_a_csv() -> None:
    run("review", "docs", "-o", "review.xlsx")
    rows = [row._replace(verdict="reject") for _, row in read_rows("review.xlsx")]
    with open("review.xlsx", "wb") as stream:
        write_xlsx(rows, stream)
    assert "Reviewed statements: 2 rejected." in build("--min-confidence", "0", "--review", "review.xlsx")


def test_review_that_was_saved_as_opendocument_is_obeyed() -> None:
    run("review", "docs", "-o", "review.csv")
    rows = [COLUMNS, *(row._replace(verdict="Reject") for _, row in read_rows("review.csv"))]
    Path("review.ods").write_bytes(open_document("".join(map(open_document_row, rows))))
    assert "Reviewed statements: 2 rejected." in build("--min-confidence", "0", "--review", "review.ods")
    Path("review.ods").rename("docs/rolegraph-review.ods")
    assert "Reviewed statements: 2 rejected." in build("--min-confidence", "0")


def test_verdict_holds_under_another_base() -> None:
    name = decided(on(HELPS, verdict="reject"))
    told = build("--min-confidence", "0", "--base", "https://example.org/roles/", "--review", name)
    assert "Reviewed statements: 1 rejected." in told


def test_verdict_on_what_is_not_said_any_more_is_reported_as_stale() -> None:
    name = decided(on(HELPS, verdict="reject"))
    Path("docs/roles.md").write_text(ROLES.replace("help agents with", "help nobody with"), encoding="utf-8")
    told = build("--review", name)
    assert "Stale in the review, for nothing is like it any more (1 verdict):" in told
    assert "review.csv, line 3: reject Shift lead supports agents" in told


def test_statement_left_open_is_settled_by_the_name_that_is_meant() -> None:
    Path("docs/roles.md").unlink()
    for name, text in (
        ("a", "# Product manager (PM)\n\nA product manager is a role that owns a roadmap.\n"),
        ("b", "# Project manager (PM)\n\nA project manager is a role that owns a schedule.\n"),
        ("c", "# Designer\n\nA designer is a role that works with the PM.\n"),
    ):
        Path(f"docs/{name}.md").write_text(text, encoding="utf-8")
    (row,) = [row for row in review() if row["rule"].startswith("left open")]
    assert row["rule"] == "left open: Product manager or Project manager"
    name = decided(on(row["id"], verdict="change", new_object="Project manager"))
    told = build("--review", name)
    assert ("Designer", "collaboratesWith", "Project manager") in stated()
    assert "can mean several terms" not in told
    refused = refusal(run("build", "docs", "--review", decided(on(row["id"], verdict="accept"))))
    assert "line 4: a name can mean several terms; write 'change' and the term it means" in refused
    refused = refusal(
        run("build", "docs", "--review", decided(on(row["id"], verdict="change", new_object="PM")))
    )
    assert "'PM' can mean 'Product manager' or 'Project manager'; write the label" in refused


# --- what is wrong with a review -----------------------------------------------------------------------------


def test_all_faults_are_told_with_their_lines_and_nothing_is_written() -> None:
    Path("review.csv").write_text(
        "id,subject,verdict,new object,new relation\n"
        "evidence/1,a,acept,,\n"
        "evidence/2,a,change,,\n"
        "evidence/3,a,,b,\n"
        "evidence/4,a,change,,responsibelFor\n"
        "evidence/5,a,reject,,\n"
        "evidence/5,a,accept,,\n"
        ",a,reject,,\n",
        encoding="utf-8",
    )
    assert refusal(run("build", "docs", "--review", "review.csv")).splitlines() == [
        "Error: review.csv, line 2: unknown verdict 'acept'; did you mean 'accept'?",
        "review.csv, line 3: 'change' needs a new subject, a new relation or a new object",
        "review.csv, line 4: there is a new subject, relation or object, and the verdict is empty; write 'change'",
        "review.csv, line 5: unknown relation type 'responsibelFor'; did you mean responsibleFor "
        "or responsibilityOf?",
        "review.csv, line 7: another verdict on the same statement stands in line 6",
        "review.csv, line 8: the row has no id, so nothing tells which statement is meant",
    ]
    assert not Path("rolegraph.ttl").exists()


def test_file_that_is_no_review_is_refused() -> None:
    Path("review.csv").write_text("term,definition\nPM,a role\n", encoding="utf-8")
    message = "Error: review.csv, line 1: no review: its first line has no column 'id' and none 'verdict'\n"
    assert refusal(run("build", "docs", "--review", "review.csv")) == message
    assert refusal(run("review", "docs", "-o", "review.csv")) == message
    assert Path("review.csv").read_text(encoding="utf-8").startswith("term,")
    Path("review.xlsx").write_bytes(b"no workbook")
    assert "review.xlsx: is no workbook" in refusal(run("build", "docs", "--review", "review.xlsx"))
    assert (
        refusal(run("build", "docs", "--review", "none.csv"))
        == "Error: none.csv: no such file or directory\n"
    )


def test_change_that_relates_a_term_to_itself_is_refused() -> None:
    name = decided(on(FOCUSES, verdict="change", new_object="Back office"))
    assert "as changed, the statement relates a term to itself" in refusal(
        run("build", "docs", "--review", name)
    )


def test_confidence_out_of_range_and_an_unknown_ending_are_misuse() -> None:
    assert "1.5 is not in the range" in refusal(run("build", "docs", "--min-confidence", "1.5"), 2)
    assert "unknown ending of a review '.ods'" in refusal(run("review", "docs", "-o", "review.ods"), 2)
    assert "Give sources or -g GRAPH, not both." in refusal(run("review", "docs", "-g", "starter"), 2)


# --- again ---------------------------------------------------------------------------------------------------


def test_decisions_stay_when_the_review_is_written_again() -> None:
    name = decided(on(HELPS, verdict="reject", comment="Too broad."))
    Path("docs/roles.md").write_text("\n\n" + ROLES, encoding="utf-8")
    assert run("review", "docs", "-o", name).stderr == f"Wrote {name}: 2 rows, 1 of them decided.\n"
    kept = {row.id: row for _, row in read_rows(name)}
    assert (kept[HELPS].verdict, kept[HELPS].comment, kept[HELPS].line) == ("reject", "Too broad.", "5")
    assert kept[FOCUSES].verdict == ""


def test_decision_on_what_is_gone_keeps_its_row() -> None:
    name = decided(on(HELPS, verdict="reject"))
    build("--review", name)
    run("review", "-g", "roles.ttl", "-o", name)
    assert [row.id for _, row in read_rows(name)] == [HELPS, FOCUSES]


def test_reviewed_statement_is_not_doubtful_any_more() -> None:
    build("--review", decided(on(FOCUSES, verdict="accept")))
    text = run("review", "-g", "roles.ttl", "--below", "1", "-o", "-").stdout_bytes.decode("utf-8-sig")
    assert FOCUSES not in text
    assert "(accepted in review)" in printed(run("show", "Back office", "--evidence", "-g", "roles.ttl"))


@settings(deadline=None)
@given(data=st.binary(max_size=200), ending=st.sampled_from([".csv", ".xlsx"]))
def test_any_bytes_are_a_review_or_are_refused_with_the_name_of_the_file(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, f"review{ending}"))
        Path(path).write_bytes(data)
        assert faulty_files(path) <= {path}


def faulty_files(path: str) -> set[str]:
    """Name the files that a refusal speaks of, none where there is no refusal."""
    try:
        read_rows(path)
    except ReviewError as error:
        return {fault.file for fault in error.faults}
    return set()


def test_review_reads_sources_as_the_build_does() -> None:
    Path("terms.csv").write_text("Sache;Oben\nlot;asset\n", encoding="utf-8")
    result = run(
        "review",
        "terms.csv",
        "--all",
        "-o",
        "-",
        "--map",
        "Sache=term",
        "--map",
        "Oben=broader",
        "--no-cache",
    )
    assert [row["object"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["asset"]
    assert "unknown extractor 'prosa'" in refusal(run("review", "docs", "--extractor", "prosa"), exit_code=2)


def test_review_in_a_source_folder_that_is_passed_over_is_told() -> None:
    own = decided(on(HELPS, verdict="accept"), "docs/rolegraph-review.csv")
    other = decided(on(FOCUSES, verdict="reject"))
    warning = f"{own} was not obeyed, for --review names what is"
    assert warning in run("build", "docs", "--review", other).stderr
    assert warning not in run("build", "docs", "--review", other, "--review", own).stderr
    assert warning not in run("build", "docs").stderr
