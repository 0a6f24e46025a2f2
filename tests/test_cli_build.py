"""Building a graph on the command line: sources, summary, failures."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from commandline import refusal, run

from rolegraph.cli.progress import Progress
from rolegraph.graph import KnowledgeGraph

ARTICLE = """\
# Product manager (PM)

A product manager (PM) is the person who decides what a product should become.

## Related terms

- Roadmap: the plan that a product manager owns.
"""


@pytest.fixture(autouse=True)
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a glossary of two documents."""
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "product-manager.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "terms.txt").write_text(
        "CRM: a system that keeps what is known of customers.\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return folder


def unreadable(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(b"\x00\x01\x02 not a text \xff\xfe")


def test_build_writes_rolegraph_ttl_and_tells_what_it_found(tmp_path: Path) -> None:
    result = run("build", "glossary")
    assert (result.exit_code, result.stdout) == (0, "")
    first, second = result.stderr.splitlines()[:2]
    assert first == "Wrote rolegraph.ttl."
    assert second.endswith(" from 2 documents.")
    kg = KnowledgeGraph.open(tmp_path / "rolegraph.ttl")
    assert kg.term("PM").label.value == "Product manager"


def test_summary_counts_relations_by_type() -> None:
    lines = run("build", "glossary").stderr.splitlines()
    kg = KnowledgeGraph.open("rolegraph.ttl")
    heading = next(
        number for number, line in enumerate(lines) if line.split() == ["Relation", "type", "Stated"]
    )
    counts = lines[heading + 1 : heading + 1 + len(kg.relation_counts())]
    shown = {name: int(count) for name, count in map(str.split, counts)}
    assert shown == {kind.name: count for kind, count in kg.relation_counts()}


def test_build_into_the_standard_output_is_the_same_turtle(tmp_path: Path) -> None:
    assert run("build", "glossary", "-o", "roles.ttl").exit_code == 0
    result = run("build", "glossary", "-o", "-")
    assert result.stdout_bytes == (tmp_path / "roles.ttl").read_bytes()
    assert "Wrote" not in result.stderr


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.ttl", "two.ttl"):
        assert run("build", "glossary", "-o", name).exit_code == 0
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_ending_of_the_output_names_the_format(tmp_path: Path) -> None:
    assert run("build", "glossary", "-o", "roles.nt").exit_code == 0
    assert (tmp_path / "roles.nt").read_text(encoding="utf-8").startswith("<https://w3id.org/rolegraph/id/")


def test_unknown_ending_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    message = refusal(run("build", "glossary", "-o", "roles.doc"))
    assert message.startswith("Error: unknown file ending '.doc'")
    assert not (tmp_path / "roles.doc").exists()


def test_base_and_title_are_those_given() -> None:
    assert (
        run("build", "glossary", "--base", "https://example.org/roles/", "--title", "Our roles").exit_code
        == 0
    )
    kg = KnowledgeGraph.open("rolegraph.ttl")
    assert kg.term("PM").iri == "https://example.org/roles/product-manager"
    assert kg.query(
        'ASK { <https://example.org/roles/> dcterms:title ?title FILTER(STR(?title) = "Our roles") }'
    )


@pytest.mark.parametrize("base", ["roles/", "https://example.org/roles", "https://exa mple.org/"])
def test_base_that_names_cannot_be_put_behind_is_misuse(base: str) -> None:
    message = refusal(run("build", "glossary", "--base", base), exit_code=2)
    assert f"'{base}' is no IRI that ends with / or #" in message


def test_progress_is_shown_once_the_work_takes_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(terminal: bool, patience: float) -> str:
        stream = io.StringIO()
        monkeypatch.setattr(stream, "isatty", lambda: terminal)
        monkeypatch.setattr("sys.stderr", stream)
        with Progress("Building", patience) as progress:
            for done in range(1, 5):
                progress(done, 4)
        return stream.getvalue()

    assert "Building" in shown(terminal=True, patience=0)
    assert "100%" in shown(terminal=True, patience=0)
    assert shown(terminal=True, patience=60) == ""
    assert shown(terminal=False, patience=0) == ""


def test_build_without_sources_is_misuse() -> None:
    assert "Missing argument 'SOURCE...'" in refusal(run("build"), exit_code=2)


def test_unreadable_sources_are_all_named_and_nothing_is_written(glossary: Path, tmp_path: Path) -> None:
    unreadable(glossary, "broken.md", "worse.txt")
    message = refusal(run("build", "glossary"))
    first, *others = message.splitlines()
    assert first == "Error: Nothing was built, for these can't be read:"
    assert [line.split()[0].strip(",:") for line in others] == ["glossary/broken.md", "glossary/worse.txt"]
    assert not (tmp_path / "rolegraph.ttl").exists()


def test_missing_source_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    message = refusal(run("build", "glossary", "nowhere.md", "-o", "roles.ttl"))
    assert "  nowhere.md: no such file or folder\n" in message
    assert not (tmp_path / "roles.ttl").exists()


def test_graph_of_before_stands_where_a_source_cannot_be_read(glossary: Path, tmp_path: Path) -> None:
    assert run("build", "glossary").exit_code == 0
    before = (tmp_path / "rolegraph.ttl").read_bytes()
    unreadable(glossary, "broken.md")
    assert run("build", "glossary").exit_code == 1
    assert (tmp_path / "rolegraph.ttl").read_bytes() == before


def test_keep_going_builds_the_rest_and_says_what_is_missing(glossary: Path) -> None:
    unreadable(glossary, "broken.md")
    result = run("build", "glossary", "nowhere.md", "--keep-going")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "from 2 documents." in result.stderr
    missing = result.stderr.partition("Missing from the graph, for they can't be read:\n")[2]
    assert {line.split()[0].strip(",:") for line in missing.splitlines()} == {
        "glossary/broken.md",
        "nowhere.md",
    }
    assert KnowledgeGraph.open("rolegraph.ttl").term("PM")


def test_keep_going_with_nothing_left_fails(glossary: Path, tmp_path: Path) -> None:
    unreadable(glossary, "broken.md")
    message = refusal(run("build", "glossary/broken.md", "--keep-going"))
    assert message.startswith("Error: Nothing was built, for these can't be read:\n")
    assert not (tmp_path / "rolegraph.ttl").exists()


def test_folder_without_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(run("build", "empty")) == "Error: Nothing was built: there is no document in empty.\n"


def test_ontology_that_is_missing_is_one_line() -> None:
    message = refusal(run("build", "glossary", "--ontology", "none.ttl"))
    assert message.startswith("Error: none.ttl")
    assert message.count("\n") == 1


def test_ontology_of_ones_own_adds_relation_types(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix rg: <https://w3id.org/rolegraph/ns#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://example.org/own#mentors> a owl:ObjectProperty, rg:RelationType ;\n"
        '  rdfs:label "mentors"@en ; skos:definition "Helps to grow."@en ; rg:phrase "mentors"@en ;\n'
        '  rg:cue "mentors" .\n',
        encoding="utf-8",
    )
    (tmp_path / "lead.md").write_text(
        "# Chapter lead\n\nA chapter lead mentors the product manager.\n", encoding="utf-8"
    )
    assert run("build", "glossary", "lead.md", "--ontology", "own.ttl").exit_code == 0
    kg = KnowledgeGraph.open("rolegraph.ttl")
    assert kg.query("ASK { ?lead <https://example.org/own#mentors> ?manager }")


def test_skipped_text_is_grouped_by_reason_and_listed_whole_when_asked(glossary: Path) -> None:
    for number in range(5):
        (glossary / f"sheet-{number}.xyz").write_text("not ours", encoding="utf-8")
    short, whole = run("build", "glossary"), run("build", "glossary", "--verbose")
    assert "--verbose lists each" in short.stderr
    assert "    and 2 more" in short.stderr
    assert "sheet-4.xyz" not in short.stderr
    assert "sheet-4.xyz" in whole.stderr
    assert "--verbose" not in whole.stderr


def test_summary_tells_the_form_of_the_documents() -> None:
    Path("list.md").write_text("# Glossary\n\n- Apron: a place.\n- Axle: a part.\n", encoding="utf-8")
    lines = run("build", "list.md").stderr.splitlines()
    form = "a term and its definition in one line"
    assert lines[2] == f"  Read as {form}: 1 document, 100% of the text has a place."


def test_document_without_entries_is_named_with_the_nearest_form() -> None:

    Path("poem.md").write_text("so be it and so say all of us in the end\n", encoding="utf-8")
    told = run("build", "poem.md").stderr
    assert "poem.md: no entry was recognised in this document; no line of it is like an entry" in told


def test_graph_of_before_stands_where_no_term_was_found() -> None:
    Path("list.md").write_text("# Glossary\n\n- Apron: a place.\n", encoding="utf-8")
    run("build", "list.md", "-o", "out.ttl")
    before = Path("out.ttl").read_bytes()
    Path("list.md").write_text("", encoding="utf-8")
    assert "No term was found; out.ttl stands as it was." in refusal(run("build", "list.md", "-o", "out.ttl"))
    assert Path("out.ttl").read_bytes() == before


def test_explanation_tells_what_became_of_each_block() -> None:
    text = "# Glossary\n\n## Ground\n\n- Apron: a place.\n- Axle: a part.\n\nBack to top\n"
    Path("list.md").write_text(text, encoding="utf-8")
    lines = run("build", "list.md", "--explain").stdout.splitlines()
    assert lines[0] == "list.md: a term and its definition in one line; 100% of the text has a place"
    assert [re.split(r"\s{2,}", line.strip())[:3] for line in lines[2:]] == [
        ["1", "heading", "heading"],
        ["3", "heading", "collection"],
        ["5", "item", "term Apron"],
        ["6", "item", "term Axle"],
        ["8", "paragraph", "left out: way back to the top"],
    ]


def test_explanation_and_graph_do_not_share_the_standard_output() -> None:
    Path("list.md").write_text("- Apron: a place.\n", encoding="utf-8")
    result = run("build", "list.md", "--explain", "-o", "-")
    assert result.exit_code == 2
    assert "--explain and -o - both write to the standard output" in result.stderr


def test_map_says_what_columns_hold(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("Sache;Oben\nlot;asset\n", encoding="utf-8")
    result = run(
        "build", "terms.csv", "--map", "Sache=term", "--map", "Oben=broader", "--map", "Farbe=ignore"
    )
    assert result.exit_code == 0
    assert "No document has the column 'Farbe' that --map names." in result.stderr
    assert KnowledgeGraph.open("rolegraph.ttl").query("ASK { ?lot skos:broader ?asset }")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("Sache=trem", "Invalid value for '--map': unknown field 'trem'; did you mean term"),
        ("Sache", "'Sache' is no column=field, like Bezeichnung=term"),
    ],
)
def test_map_of_what_is_no_field_is_misuse(value: str, message: str) -> None:
    assert message in refusal(run("build", "glossary", "--map", value), exit_code=2)


def test_explanation_tells_of_each_row_of_a_table() -> None:
    text = "Term,Definition\nApron,A place.\nAxle,\n"
    Path("terms.csv").write_text(text, encoding="utf-8")
    lines = run("build", "terms.csv", "--explain").stdout.splitlines()
    assert [re.split(r"\s{2,}", line.strip())[2] for line in lines[2:]] == [
        "titles of columns",
        "term Apron",
        "left out: a row with a term and nothing about it",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "list.html",
            "<dl><dt>Apron</dt><dd>A place.</dd><dt>Axle</dt><dd>A part.</dd></dl><p>Back to top</p>",
        ),
        (
            "list.json",
            '[{"term": "Apron", "definition": "A place."}, {"term": "Axle", "definition": "A part."}]',
        ),
    ],
)
def test_explanation_tells_blocks_on_one_line_apart(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    lines = run("build", name, "--explain").stdout.splitlines()
    fates = [re.split(r"\s{2,}", line.strip())[2] for line in lines[2:]]
    assert [fate for fate in fates if fate.startswith("term")] == ["term Apron", "term Axle"]


def test_explanation_reads_the_members_of_an_archive_as_the_build_does() -> None:
    with ZipFile("terms.zip", "w") as archive:
        archive.writestr("terms/list.md", "# Words\n\n- Bus: a car for many.\n- Tram: a bus on rails.\n")
        archive.writestr("terms/deep/van.md", "# Van\n\nA van is a car that carries goods.\n")
    Path("folder").mkdir()
    Path("terms.zip").rename("folder/terms.zip")
    lines = run("build", "folder", "--explain").stdout.splitlines()
    titles = [line for line in lines if line.startswith("terms.zip/")]
    assert titles == [
        "terms.zip/deep/van.md: an article on one term; 100% of the text has a place",
        "terms.zip/list.md: a term and its definition in one line; 100% of the text has a place",
    ]
    (row,) = [line.split() for line in lines if "Tram: a bus" in line]
    assert row[:5] == ["4", "item", "term", "Tram", "1"]


def test_explanation_knows_what_columns_were_said_to_hold() -> None:
    Path("kram.csv").write_text("Kram;Zeug\nBus;a car for many\nTram;\n", encoding="utf-8")
    told = run("build", "kram.csv", "--map", "Kram=term", "--map", "Zeug=definition", "--explain").stdout
    assert "term Bus" in told


def test_explanation_is_of_the_documents_and_of_no_review_among_them(glossary: Path) -> None:
    assert run("review", "glossary", "--all", "-o", "glossary/rolegraph-review.csv").exit_code == 0
    told = run("build", "glossary", "--explain").stdout
    assert "terms.txt" in told
    assert "review" not in told


def test_archive_that_holds_only_an_archive_is_refused_with_the_reason() -> None:
    with ZipFile("outer.zip", "w") as outer:
        outer.writestr("inner.zip", b"PK")
    message = refusal(run("build", "outer.zip"))
    assert "there is no document in outer.zip." in message
    assert "inner.zip: an archive inside an archive; unpack it" in message
