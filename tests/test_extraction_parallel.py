"""Reading with several processes: the same result, errors that arrive, workers that are lost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from extraction_samples import GLOSSARY

from rolegraph.exports import write
from rolegraph.extraction import Build, Context, Entry, Extractor, Proposal, WorkerLost, build, building
from rolegraph.extraction.passes import workers
from rolegraph.extraction.passes.workers import Workers

NOUNS = ("harbour", "parcel", "clinic", "museum", "dairy", "tunnel", "grid")
METHODS = ("fork", "spawn")


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start workers in one way, and for the least text."""
    name = str(request.param)
    if name not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {name}")
    monkeypatch.setattr(workers, "start_method", lambda: name)
    monkeypatch.setattr(building, "_SHARE", 1)
    return name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of documents that speak of each other's terms."""
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
    for number in range(12):
        noun, next_noun = NOUNS[number % 7], NOUNS[(number + 1) % 7]
        (folder / f"{noun}-{number}.md").write_text(
            f"# {noun.title()} manager {number}\n\nA {noun} manager is a role that runs a {noun}. It reports to the "
            f"CPO and works with the {next_noun} manager {number + 1}. It needs a [designer](glossary.md#designer).\n\n"
            f"## Tools\n\n- CRM\n- {noun} system\n\nIs it hard?\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            encoding="utf-8",
        )
    return folder


def turtle(built: Build, path: Path) -> bytes:
    write(built.graph, None, path)
    return path.read_bytes()


MIXED = {
    "short.md": "# Terms\n\n- HF. See Harbour fee.\n- Harbour fee: a cost.\n- Dock rate (DR): a metric.\n",
    "other.md": "# Terms\n\n- Data room (DR): a place.\n- Bin (BN): a place.\n",
    "auditor.md": "# Auditor\n\nAn auditor is a role. An auditor uses the DR.\n",
    "quai.fr.md": "# Lexique\n\n- Chef de quai : personne qui dirige le quai et utilise le CRM.\n- Quai : lieu.\n",
    "sheet.csv": "Sache,Oberbegriff,Sinn\nBale,Parcel,A bundle of hay.\nHF,,A cost.\n",
    "page.html": "<h1>Lexicon</h1><dl><dt id=crate>Crate<dd>A <a href='#bale'>bale</a> in wood.</dl>",
}


def test_number_of_processes_changes_nothing(folder: Path, tmp_path: Path, method: str) -> None:
    for name, text in MIXED.items():
        (folder / name).write_text(text, encoding="utf-8")
    columns = {"Sache": "term", "Oberbegriff": "broader", "Ort": "ignore"}
    one, *more = [build([str(folder)], jobs=jobs, columns=columns) for jobs in (1, 2)]
    assert one.evidence
    assert one.skipped
    assert (one.unused, bool(one.unsettled), len(one.forms)) == (("Ort",), True, 13 + len(MIXED))
    for other in more:
        assert (other.terms, other.evidence, other.skipped) == (one.terms, one.evidence, one.skipped)
        assert (other.unused, other.unsettled, other.forms) == (one.unused, one.unsettled, one.forms)
        assert turtle(other, tmp_path / "b.ttl") == turtle(one, tmp_path / "a.ttl")


def test_progress_counts_every_document_of_every_stage(folder: Path, method: str) -> None:
    for jobs in (1, 2):
        told: list[tuple[int, int]] = []
        build([str(folder)], jobs=jobs, progress=lambda done, of, told=told: told.append((done, of)))  # type: ignore[misc]
        assert told == [(done, 39) for done in range(1, 40)]


def test_unreadable_sources_are_told_in_order_whatever_the_number(folder: Path, method: str) -> None:
    for number in (3, 9):
        (folder / f"broken-{number:02}.md").write_bytes(b"\x00\x01\xff\xfe broken")
    messages = [
        [failure.name for failure in build([str(folder)], jobs=jobs, keep_going=True).failures]
        for jobs in (1, 2)
    ]
    assert messages == [["broken-03.md", "broken-09.md"]] * 2


def _failing(entry: Entry, context: Context) -> Iterator[Proposal]:
    if entry.source.startswith("dairy"):
        raise OSError("the model is away")
    return iter(())


def test_failures_of_an_extractor_are_told_by_workers_too(folder: Path, method: str) -> None:
    extractor = Extractor("model", _failing, "fails")
    one, two = (build([str(folder)], extractors=[extractor], jobs=jobs, keep_going=True) for jobs in (1, 2))
    assert one.failures == two.failures
    assert {failure.name[:5] for failure in one.failures} == {"dairy"}


def test_extractor_that_cannot_be_sent_is_run_in_one_process(folder: Path, method: str) -> None:
    seen = []
    extractor = Extractor("local", lambda entry, context: seen.append(entry.label) or (), "counts")  # type: ignore[func-returns-value]
    build([str(folder)], extractors=[extractor], jobs=2)
    assert bool(seen) == (method == "spawn")


# --- the workers by themselves -----------------------------------------------------------------------------


def _double(number: int) -> int:
    if number == 13:
        raise ArithmeticError("thirteen")
    if number == 66:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 99:
        time.sleep(3600)
    return 2 * number


def _doubling() -> Callable[[int], int]:
    return _double


def _unprepared(why: str) -> Callable[[int], int]:
    raise LookupError(why)


def test_results_come_in_the_order_of_the_items(method: str) -> None:
    items = [number for number in range(14, 60) for _ in range(20)]
    with Workers(_doubling, 3) as some:
        assert list(some.map(items)) == [2 * item for item in items]
    assert multiprocessing.active_children() == []


def test_error_of_a_worker_arrives_with_its_place(method: str) -> None:
    with pytest.raises(ArithmeticError, match="thirteen") as caught, Workers(_doubling, 2) as some:
        list(some.map([1, 2, 3, 13, 5]))
    assert "in _double" in caught.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_error_of_the_preparation_arrives(method: str) -> None:
    with pytest.raises(LookupError, match="no words"), Workers(partial(_unprepared, "no words"), 2) as some:
        list(some.map([1, 2]))


def test_killed_worker_is_one_error_and_no_hang(method: str) -> None:
    with pytest.raises(WorkerLost, match="ended from outside"), Workers(_doubling, 2) as some:
        list(some.map([1, 2, 66, 3, 4]))
    assert multiprocessing.active_children() == []


def _interrupted(items: list[int]) -> None:
    with Workers(_doubling, 2) as some:
        for _ in some.map(items):
            raise KeyboardInterrupt


def test_leaving_by_an_exception_ends_workers_that_are_busy(method: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        _interrupted([1, 99, 99, 2])
    assert multiprocessing.active_children() == []


def test_little_text_is_read_in_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "_start", lambda self: pytest.fail("a process was to be started"))
    assert build([str(folder)], jobs=8).evidence
