"""Handing a graph on: export, view, validate, demo."""

from __future__ import annotations

import base64
import gzip
import json
import webbrowser
from pathlib import Path
from typing import Any

import pytest
from commandline import GRAPH, ask, printed, refusal, run

from rolegraph.exports import FORMATS
from rolegraph.graph import KnowledgeGraph

# export


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_goes_to_the_standard_output_and_into_a_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"roles{FORMATS[name].endings[0]}"
    result = ask("export", name, "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"Wrote {file}.\n")
    assert ask("export", name).stdout_bytes == file.read_bytes() != b""


def test_ending_names_the_format(tmp_path: Path) -> None:
    file = tmp_path / "roles.NT"
    assert ask("export", "-o", str(file)).exit_code == 0
    assert file.read_bytes() == ask("export", "ntriples").stdout_bytes


def test_name_goes_before_the_ending(tmp_path: Path) -> None:
    file = tmp_path / "roles.txt"
    assert ask("export", "turtle", "-o", str(file)).exit_code == 0
    assert file.read_bytes() == ask("export", "turtle").stdout_bytes


def test_export_without_format_or_file_is_misuse() -> None:
    message = refusal(ask("export"), exit_code=2)
    assert message.endswith("Error: Give a format, or -o FILE with an ending that names one.\n")


def test_unknown_format_is_misuse_and_the_near_one_is_named() -> None:
    message = refusal(ask("export", "turtel"), exit_code=2)
    assert "unknown format 'turtel'; did you mean 'turtle'?" in message


def test_unknown_ending_is_misuse(tmp_path: Path) -> None:
    assert "'.doc'" in refusal(ask("export", "-o", str(tmp_path / "roles.doc")), exit_code=2)


def test_help_lists_the_formats() -> None:
    text = printed(run("export", "--help"))
    assert all(f"\n  {name} " in text for name in FORMATS)


def test_file_of_before_stands_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "roles.ttl"
    file.write_text("before", encoding="utf-8")

    def failing(kg: KnowledgeGraph, stream: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "turtle", FORMATS["turtle"]._replace(write=failing))
    assert refusal(ask("export", "turtle", "-o", str(file))) == f"Error: {file}: no space left on device\n"
    assert [path.name for path in tmp_path.iterdir()] == ["roles.ttl"]
    assert file.read_text(encoding="utf-8") == "before"


# view


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what a browser would be asked to open."""
    addresses: list[str] = []

    def note(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return addresses


def test_view_writes_the_map_and_opens_it(opened: list[str], tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    result = ask("view", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Wrote {file}.\n"
    assert opened == [file.as_uri()]
    assert b"<html" in file.read_bytes()


def test_view_without_browser_only_writes(opened: list[str], tmp_path: Path) -> None:
    assert ask("view", "-o", str(tmp_path / "map.html"), "--no-browser").exit_code == 0
    assert opened == []


def test_view_writes_into_a_temporary_folder_and_says_where(
    opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = ask("view")
    (file,) = tmp_path.glob("rolegraph-*/rolegraph.html")
    assert result.stderr == f"Wrote {file}.\n"
    assert opened == [file.as_uri()]


def test_view_into_the_standard_output_opens_nothing(opened: list[str]) -> None:
    assert "<html" in printed(ask("view", "-o", "-"))
    assert opened == []


def test_view_of_a_term_opens_on_it() -> None:
    assert printed(ask("view", "PM", "-o", "-")) != printed(ask("view", "-o", "-"))


def test_view_says_when_no_browser_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    file = tmp_path / "map.html"
    result = ask("view", "-o", str(file))
    assert result.exit_code == 0
    assert result.stderr == f"Wrote {file}.\nNo browser could be started; open the file in one.\n"


def test_view_of_an_unknown_term_writes_nothing(opened: list[str], tmp_path: Path) -> None:
    refusal(ask("view", "prodct manager", "-o", str(tmp_path / "map.html")))
    assert (opened, list(tmp_path.iterdir())) == ([], [])


# validate


def test_warnings_do_not_fail_unless_asked() -> None:
    result = ask("validate")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Warning: Customer success manager: ")
    assert result.stdout.endswith("\n1 warning\n")
    assert ask("validate", "--strict").exit_code == 1


def test_violation_fails(tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    text = Path(GRAPH).read_text(encoding="utf-8")
    file.write_text(text.replace('    skos:prefLabel "Product manager"@en ;\n', ""), encoding="utf-8")
    result = run("validate", "-g", str(file), "--format", "json")
    assert result.exit_code == 1
    findings = json.loads(result.stdout)
    assert "Violation" in {finding["severity"] for finding in findings}
    assert "https://w3id.org/rolegraph/id/product-manager" in {finding["term"] for finding in findings}


def test_graph_that_keeps_its_shapes_is_said_to(tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    text = Path(GRAPH).read_text(encoding="utf-8")
    label = 'skos:prefLabel "Customer success manager"@en ;'
    file.write_text(
        text.replace(label, f'{label}\n    skos:definition "Keeps customers content."@en ;'), encoding="utf-8"
    )
    assert printed(run("validate", "-g", str(file))) == "The graph keeps all its shapes.\n"


# demo


def test_demo_shows_card_path_answer_and_writes_graph_and_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("demo")
    assert result.exit_code == 0
    assert result.stderr.startswith("Built the starter glossary: ")
    text = result.stdout
    assert "$ rolegraph show PM\nProduct manager (PM)  [Role]\n" in text
    assert "$ rolegraph path PM CRM\nPM uses CRM.\n" in text
    assert "$ rolegraph query 'SELECT ?role ?skill WHERE {\n" in text
    assert "\nSenior product manager (:senior-product-manager)  " in text
    assert text.endswith("Wrote demo/rolegraph.ttl\nWrote demo/rolegraph.html\n")
    assert KnowledgeGraph.open("demo/rolegraph.ttl").term("PM")
    assert b"<html" in Path("demo/rolegraph.html").read_bytes()


def shown(*arguments: str) -> dict[str, Any]:
    """Give the data of the map that a command writes."""
    page = printed(ask("view", *arguments, "-o", "-"))
    packed = page.partition('id="content">')[2].partition("<")[0]
    found: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(packed)))
    return found


ROLES = {"Certified scrum master", "Customer success manager", "designer", "Product manager"}


def labels(content: dict[str, Any]) -> set[str]:
    return {node["label"] for node in content["nodes"]}


def test_view_draws_what_is_near_a_term() -> None:
    near, far = shown("--around", "PM"), shown("--around", "PM", "--depth", "2")
    assert "Product manager" in labels(near)
    assert labels(near) < labels(far)
    assert (near["opening"], far["opening"]) == ("product-manager", "product-manager?steps=2")


def test_view_draws_the_paths_between_two_terms() -> None:
    content = shown("--path", "PM", "BPO")
    assert {"Product manager", "Business process outsourcing"} <= labels(content)
    assert content["opening"].endswith("?to=business-process-outsourcing")


def test_view_draws_a_class() -> None:
    assert labels(shown("--class", "Role")) == ROLES


def test_view_draws_what_a_query_constructs() -> None:
    content = shown("--query", "CONSTRUCT { ?a <https://x.example/knows> ?b } WHERE { ?a rg:uses ?b }")
    assert [row["iri"] for row in content["relations"]] == ["https://x.example/knows"]
    assert content["edges"]
    assert "Product manager" in labels(content)


def test_view_of_stated_triples_keeps_their_sentences() -> None:
    content = shown("--query", "CONSTRUCT WHERE { ?a rg:uses ?b }")
    assert all(edge["evidence"] for edge in content["edges"])


def test_view_draws_the_terms_of_selected_rows() -> None:
    query = "SELECT ?role ?name { ?role a rg:Role ; skos:prefLabel ?name }"
    assert labels(shown("--query", query)) == ROLES


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--query", "ASK {}"), "Error: an ASK query answers true or false"),
        (("--query", "SELECT ?x { ?x a rg:Nothing }"), "Error: the query gives no terms"),
        (("--query", "CONSTRUCT WHERE { ?x a rg:Nothing }"), "Error: the query gives no terms"),
        (("--query", "SELEC"), "Error:"),
        (("--class", "Nothing"), "Error: "),
        (("--around", "Nobody at all"), "Error: no term is named"),
    ],
)
def test_view_says_why_nothing_is_drawn(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    assert refusal(ask("view", *arguments, "-o", str(tmp_path / "map.html"))).startswith(message)
    assert list(tmp_path.iterdir()) == []


def test_view_takes_one_part_at_a_time() -> None:
    assert "Give one of" in refusal(ask("view", "--class", "Role", "--around", "PM"), 2)
