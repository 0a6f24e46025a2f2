"""What is kept of large files: never wrong, and never in the way."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from commandline import printed, run

from rolegraph.graph import GraphUnreadable, KnowledgeGraph
from rolegraph.graph.locks import held

ROW = '<https://example.org/id/n{n}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Term {n} {word}"@en .\n'


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolegraph.graph.inputs.LARGE", 2000)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rolegraph" / "graphs"


def written(path: Path, word: str, count: int = 40) -> str:
    path.write_text("".join(ROW.format(n=n, word=word) for n in range(count)))
    return str(path)


def kept(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir()) if cache.exists() else []


def opened(file: str, cache: Path) -> KnowledgeGraph:
    return KnowledgeGraph.open(file, cache=lambda: str(cache))


def test_large_file_is_kept_and_answers_the_same(tmp_path: Path, cache: Path) -> None:
    file = written(tmp_path / "a.nt", "one")
    first, second = opened(file, cache), opened(file, cache)
    assert len(kept(cache)) == 1
    assert first.name == second.name == file
    assert (
        first.term("term 7 one") == second.term("term 7 one") == KnowledgeGraph.open(file).term("term 7 one")
    )


def test_small_file_is_not_kept(tmp_path: Path, cache: Path) -> None:
    opened(written(tmp_path / "a.nt", "one", count=3), cache)
    assert kept(cache) == []


def test_packed_file_is_kept(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "a.nt.gz"
    file.write_bytes(gzip.compress(Path(written(tmp_path / "a.nt", "one", count=400)).read_bytes()))
    assert opened(str(file), cache).term("term 7 one")
    assert len(kept(cache)) == 1


def test_changed_content_is_read_anew_though_size_and_time_are_the_same(tmp_path: Path, cache: Path) -> None:
    import os

    file = tmp_path / "a.nt"
    written(file, "one")
    opened(str(file), cache)
    before = file.stat()
    written(file, "two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert opened(str(file), cache).term("term 7 two")


def test_one_content_under_two_syntaxes_is_two_graphs(tmp_path: Path, cache: Path) -> None:
    opened(written(tmp_path / "a.nt", "one"), cache)
    opened(written(tmp_path / "a.ttl", "one"), cache)
    assert len(kept(cache)) == 2


def test_file_that_another_process_is_parsing_is_parsed_here_too(tmp_path: Path, cache: Path) -> None:
    file = written(tmp_path / "a.nt", "one")
    opened(file, cache)
    name = kept(cache)[0]
    (cache / name).rename(tmp_path / "gone")
    with held(str(cache / f".{name}.lock"), name):
        assert opened(file, cache).term("term 7 one")
    assert kept(cache) == []


def test_folder_that_is_broken_is_dropped_and_made_again(tmp_path: Path, cache: Path) -> None:
    file = written(tmp_path / "a.nt", "one")
    opened(file, cache)
    folder = cache / kept(cache)[0]
    (folder / "CURRENT").write_text("MANIFEST-999999\n")
    assert opened(file, cache).term("term 7 one")
    assert opened(file, cache).term("term 7 one")
    assert (folder / "CURRENT").read_text() != "MANIFEST-999999\n"


def test_file_is_parsed_where_the_store_that_was_kept_breaks(tmp_path: Path, cache: Path) -> None:
    file = written(tmp_path / "a.nt", "one")
    opened(file, cache)
    for table in (cache / kept(cache)[0]).glob("*.sst"):
        table.unlink()
    kg = opened(file, cache)
    assert kg.term("term 7 one")
    assert kg.query("ASK { ?term skos:prefLabel ?label }") is True
    assert kept(cache) == []


def test_broken_file_is_named_as_without_a_cache(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "a.nt"
    written(file, "one")
    file.write_text(file.read_text() + "broken")
    with pytest.raises(GraphUnreadable, match=r"a\.nt, line 41"):
        opened(str(file), cache)
    assert kept(cache) == []


def test_cache_that_can_not_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert opened(written(tmp_path / "a.nt", "one"), tmp_path / "file" / "cache").term("term 7 one")


def test_no_cache_reads_and_keeps_nothing(tmp_path: Path, cache: Path) -> None:
    file = written(tmp_path / "a.nt", "one")
    with_it = printed(run("show", "term 7 one", "-g", file))
    assert len(kept(cache)) == 1
    (cache / kept(cache)[0]).rename(tmp_path / "gone")
    assert printed(run("show", "term 7 one", "-g", file, "--no-cache")) == with_it
    assert kept(cache) == []
