"""Building: the same bytes each time, only what changed changes, faults are told all together."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from extraction_samples import GLOSSARY, Triple, abbreviations, built, definitions, entries, skips, triples

from rolegraph.exports import write_stream
from rolegraph.extraction import Build, BuildError, build
from rolegraph.graph import Evidence

ROLE = """\
# Release manager (RM)

A release manager plans when software goes live. The release manager reports to the head of engineering.

## Activities

| Activity | Share | Collaborators |
|---|---|---|
| Release planning | 60% | Developers |
| Reporting | 40% | Executives |

## FAQ

### Does a release manager code?

No. Release managers rarely write code.
"""
OTHER = "# Recruiter\n\nRecruiters rely on a CRM and work with release managers. They don't write code.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three documents in two levels."""
    built(
        tmp_path, glossary_txt=GLOSSARY.replace("# ", ""), roles__release_md=ROLE, roles__recruiter_md=OTHER
    )
    return tmp_path


def turtle(found: Build) -> bytes:
    stream = io.BytesIO()
    write_stream(found.graph, "turtle", stream)
    return stream.getvalue()


def evidence_but_of(found: Build, source: str) -> set[Evidence]:
    return {each for each in found.evidence if not each.place.source.endswith(source)}


def test_building_twice_gives_the_same_bytes(folder: Path) -> None:
    assert turtle(build([str(folder)])) == turtle(build([str(folder)]))


SCRIPT = "import sys; from rolegraph.extraction import build; from rolegraph.exports import write_stream; \
write_stream(build(sys.argv[1:]).graph, 'turtle', sys.stdout.buffer)"


def test_bytes_don_t_depend_on_the_seed_of_hashes(folder: Path) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert outputs == {turtle(build([str(folder)]))}


def test_bytes_don_t_depend_on_the_order_in_which_sources_are_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    names = ["glossary.txt", "roles/release.md", "roles/recruiter.md"]
    outputs = {turtle(build(order)) for order in (names, names[::-1], [names[1], names[0], names[2]])}
    assert len(outputs) == 1


def test_source_named_twice_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    once, twice = build(["glossary.txt"]), build(["glossary.txt", "glossary.txt"])
    assert (twice.documents, turtle(twice)) == (1, turtle(once))


CHANGES = {
    "a sentence more": ("code.", "code. The release manager uses a calendar."),
    "a sentence less": ("The release manager reports to the head of engineering.", ""),
    "another number": ("60%", "65%"),
    "another name for a mention": ("Developers", "Testers"),
    "a term more": ("## FAQ", "## Related terms\n\n- Hotfix: an urgent repair.\n\n## FAQ"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_in_a_document_changes_only_what_that_document_says(folder: Path, change: str) -> None:
    before = build([str(folder)])
    (folder / "roles/release.md").write_text(ROLE.replace(*CHANGES[change]), encoding="utf-8")
    after = build([str(folder)])
    assert turtle(before) != turtle(after)
    assert evidence_but_of(before, "release.md") == evidence_but_of(after, "release.md")


def test_lines_of_one_document_move_without_touching_others(folder: Path) -> None:
    before = build([str(folder)])
    (folder / "roles/recruiter.md").write_text(f"<!-- checked -->\n\n{OTHER}", encoding="utf-8")
    after = build([str(folder)])
    assert triples(before) == triples(after)
    assert evidence_but_of(before, "recruiter.md") == evidence_but_of(after, "recruiter.md")


def test_unreadable_sources_are_all_named_and_nothing_is_built(folder: Path) -> None:
    (folder / "roles/picture.md").write_bytes(b"\x00\x01\x02\xff\xfe")
    (folder / "broken.md").write_text("---\nclass: [Role\n---\n# A\n", encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        build([str(folder), str(folder / "gone.md")])
    assert sorted(failure.name.rpartition("/")[2] for failure in caught.value.failures) == [
        "broken.md",
        "gone.md",
        "picture.md",
    ]
    assert [
        line
        for name in ("broken.md", "gone.md", "picture.md")
        if name not in str(caught.value)
        for line in [name]
    ] == []
    assert isinstance(caught.value, ValueError)


def test_keep_going_builds_the_rest_and_says_what_is_missing(folder: Path) -> None:
    whole = build([str(folder)])
    (folder / "roles/picture.md").write_bytes(b"\x00\x01\x02\xff\xfe")
    found = build([str(folder), str(folder / "gone.md")], keep_going=True)
    assert [failure.name.rpartition("/")[2] for failure in found.failures] == ["gone.md", "picture.md"]
    assert (found.documents, triples(found)) == (whole.documents, triples(whole))


def test_keep_going_without_any_readable_source_builds_an_empty_graph(tmp_path: Path) -> None:
    found = build([str(tmp_path / "gone.md")], keep_going=True)
    assert (found.documents, found.terms, len(found.failures)) == (0, [], 1)


def test_empty_folder_gives_an_empty_graph(tmp_path: Path) -> None:
    found = build([str(tmp_path)])
    assert (found.documents, found.terms, found.evidence, found.failures) == (0, [], [], [])


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: Nothing\n---\n"])
def test_document_without_text_is_reported_by_name(tmp_path: Path, text: str) -> None:
    found = built(tmp_path, blank_md=text)
    assert found.terms == []
    assert "blank.md" in {source for source, _, _ in skips(found)}


def test_document_in_which_nothing_is_recognised_is_reported_by_name(tmp_path: Path) -> None:
    found = built(tmp_path, diary_txt="It rained all day, and nobody came to see us.\n")
    assert found.terms == []
    assert [source for source, _, reason in skips(found) if "no entry" in reason] == ["diary.txt"]


def test_file_of_an_unknown_form_in_a_folder_is_reported_and_skipped(folder: Path) -> None:
    (folder / "terms.xyz").write_text("Term: definition", encoding="utf-8")
    assert [source for source, _, _ in skips(build([str(folder)])) if source.endswith("xyz")] == ["terms.xyz"]


def test_hidden_files_are_left_alone(folder: Path) -> None:
    (folder / ".draft.md").write_text("- Ghost: an entry that is not there.\n", encoding="utf-8")
    assert "Ghost" not in entries(build([str(folder)]))


def test_byte_order_mark_and_foreign_line_ends_change_nothing(tmp_path: Path) -> None:
    plain = built(tmp_path / "a", role_md=ROLE)
    (tmp_path / "b").mkdir()
    (tmp_path / "b/role.md").write_bytes(b"\xef\xbb\xbf" + ROLE.replace("\n", "\r\n").encode())
    assert turtle(build([str(tmp_path / "b")])) == turtle(plain)


def test_iri_is_the_base_and_a_slug_of_the_label(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "- Customer & user research (R&D): work.\n- C++: a language.\n", encoding="utf-8"
    )
    found = build([str(tmp_path)], base="https://example.org/roles/")
    assert {term.label.value: term.iri for term in found.terms if not term.mention} == {
        "Customer & user research": "https://example.org/roles/customer-and-user-research",
        "C++": "https://example.org/roles/c-plus-plus",
    }
    assert {each.place.source for each in found.evidence} <= {"https://example.org/roles/source/a.md"}


def test_two_labels_of_one_slug_are_numbered_in_order(tmp_path: Path) -> None:
    found = built(tmp_path, a_md="- C++: a language.\n- C plus plus: a grade of school.\n")
    assert sorted(term.iri.rpartition("/")[2] for term in found.terms if not term.mention) == [
        "c-plus-plus",
        "c-plus-plus-2",
    ]


def test_name_of_a_file_with_spaces_is_escaped_in_its_iri(tmp_path: Path) -> None:
    (tmp_path / "my roles ü.md").write_text("- Recruiter: a role.\n", encoding="utf-8")
    found = build([str(tmp_path)])
    (place,) = entries(found)["Recruiter"].places
    assert place.source.rpartition("/")[2] == "my%20roles%20%C3%BC.md"
    assert [source.name for source in found.graph.sources()] == ["my roles ü.md"]


def test_language_of_the_front_matter_tags_the_texts(tmp_path: Path) -> None:
    found = built(tmp_path, a_md="---\ntitle: Rollout\nlang: en-gb\n---\nA rollout is a launch.\n")
    term = entries(found)["Rollout"]
    assert (term.label.language, term.definitions[0].language) == ("en-gb", "en-gb")


def test_progress_counts_each_document_in_each_of_three_stages(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    build([str(folder)], progress=lambda done, of: told.append((done, of)))
    assert told == [(number, 9) for number in range(1, 10)]


def test_abbreviation_and_definition_of_one_line_stand_in_the_graph(tmp_path: Path) -> None:
    found = built(tmp_path, a_md="- Annual recurring revenue (ARR): the yearly value of contracts.\n")
    assert abbreviations(found) == {"Annual recurring revenue": ["ARR"]}
    assert definitions(found) == {"Annual recurring revenue": ["the yearly value of contracts."]}
    expected: set[Triple] = set()
    assert {each for each in triples(found) if each[1] != "broader"} == expected


def test_path_alone_is_one_source(tmp_path: Path) -> None:
    file = tmp_path / "terms.md"
    file.write_text("- Retention: a metric.\n", encoding="utf-8")
    for source in (file, str(file), [file], (str(file),)):
        assert [term.label.value for term in build(source).terms if not term.mention] == ["Retention"]
