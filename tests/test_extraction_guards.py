"""Faults of rolegraph itself: a passage is lost and named, the rest is built, and memory that ran out ends it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import run
from extraction_samples import built, labels, said

from rolegraph.extraction import BuildError, build
from rolegraph.extraction.passes import accounts, guards, stages, surveys
from rolegraph.extraction.prose.sentence_claims import SentenceReader
from rolegraph.extraction.recognition.recognition import recognise

GLOSSARY = """\
# Depot

- Ramp: a place. A ramp is part of a depot.
- Gate: a place. Gates use barriers.
- Depot: a place.
"""


@pytest.fixture(autouse=True)
def _as_for_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "is_fatal", lambda error: isinstance(error, MemoryError))


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sentence with a barrier break its reader."""
    whole = SentenceReader.claims

    def claims(self: SentenceReader) -> object:
        if any(token.lower == "barriers" for token in self.whole):
            raise IndexError("no such\nword")
        return whole(self)

    monkeypatch.setattr(SentenceReader, "claims", claims)


@pytest.mark.usefixtures("faulty")
def test_a_fault_in_a_sentence_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    build = built(tmp_path, depot_md=GLOSSARY)
    assert "Ramp -partOf-> Depot" in said(build, "depot.md")
    (told,) = [skip for skip in build.skipped if guards.is_fault(skip)]
    assert told.line == 4
    assert "IndexError: no such word" in told.reason


@pytest.mark.usefixtures("faulty")
def test_the_command_says_which_line_and_writes_the_graph(tmp_path: Path) -> None:
    (tmp_path / "depot.md").write_text(GLOSSARY, encoding="utf-8")
    for _ in range(2):  # the second build doesn't find on its shelf what was only half read
        result = run("build", str(tmp_path / "depot.md"), "-o", str(tmp_path / "depot.ttl"))
        assert result.exit_code == 0
        assert "depot.md: line 4 could not be read to its end" in result.stderr
    assert (tmp_path / "depot.ttl").exists()


def test_a_fault_in_linking_loses_one_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(found: object, entry: object) -> int:
        raise KeyError("line")

    monkeypatch.setattr(accounts, "_line_of_ends", broken)
    build = built(tmp_path, depot_md=GLOSSARY)
    assert not said(build, "depot.md")
    assert sorted(labels(build).values()) == ["Depot", "Gate", "Ramp"]
    assert {skip.line for skip in build.skipped if guards.is_fault(skip)} == {3, 4}


def test_a_fault_in_a_definition_leaves_the_class_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(entry: object, reader: object) -> None:
        raise ValueError("no genus")

    monkeypatch.setattr(stages, "genus_of", broken)
    assert "Ramp -partOf-> Depot" in said(built(tmp_path, depot_md=GLOSSARY), "depot.md")


def test_a_fault_in_recognising_a_document_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: object, *others: object) -> object:
        if getattr(document, "name", "") == "bad.md":
            raise RecursionError("too deep")
        return recognise(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(surveys, "recognise", broken)
    for name in ("bad.md", "depot.md"):
        (tmp_path / name).write_text(GLOSSARY, encoding="utf-8")
    with pytest.raises(BuildError, match=r"bad\.md.*through a fault of rolegraph: RecursionError: too deep"):
        build([str(tmp_path)])
    assert [failure.name for failure in build([str(tmp_path)], keep_going=True).failures] == ["bad.md"]


def test_memory_that_has_run_out_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: SentenceReader) -> None:
        raise MemoryError

    monkeypatch.setattr(SentenceReader, "claims", broken)
    with pytest.raises(MemoryError):
        built(tmp_path, depot_md=GLOSSARY)
