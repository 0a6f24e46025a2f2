"""Loading into an Oxigraph folder: what it answers, what it refuses, what a killed load leaves."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd
from graph_samples import BASE, labels, sample
from pyoxigraph import RdfFormat, Store, serialize

from rolegraph.graph import GraphInUse, GraphUnreadable, GraphUnwritable, KnowledgeGraph, UnknownTerm
from rolegraph.graph.loading import Loaded, load
from rolegraph.graph.locks import held

MORE = b"""@prefix : <https://example.org/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix mine: <https://example.org/mine#> .
:kpo a skos:Concept ; skos:prefLabel "Knowledge process outsourcing"@en ; skos:altLabel "KPO"@en .
:bare a skos:Concept .
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    data = serialize([quad.triple for quad in sample().store], format=RdfFormat.N_TRIPLES)
    assert data is not None
    (tmp_path / "roles.nt").write_bytes(data)
    return str(tmp_path / "roles.nt")


@pytest.fixture
def folder(tmp_path: Path, file: str) -> str:
    load([file], str(tmp_path / "roles.oxi"))
    return str(tmp_path / "roles.oxi")


def more(tmp_path: Path, data: bytes = MORE) -> str:
    (tmp_path / "more.ttl").write_bytes(data)
    return str(tmp_path / "more.ttl")


def is_indexed(folder: str) -> bool:
    return KnowledgeGraph.open(folder).triples.index is not None


def content(folder: str) -> set[str]:
    return {str(quad) for quad in Store.read_only(folder)}


def beside(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("."))


def in_process(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_folder_holds_what_the_file_says_and_an_index_that_fits(folder: str, tmp_path: Path) -> None:
    assert content(folder) == {str(quad) for quad in sample().store}
    assert is_indexed(folder)
    assert beside(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["BPO", "product managers", "Product-Manager", "crm", "the engineer", f"{BASE}crm"]
)
def test_folder_finds_a_term_as_the_file_does(folder: str, file: str, name: str) -> None:
    assert KnowledgeGraph.open(folder).term(name) == KnowledgeGraph.open(file).term(name)


@pytest.mark.parametrize("name", ["prodct manger", "enginer", "process outsorcing", "nothing like it"])
def test_folder_suggests_what_the_file_does(folder: str, file: str, name: str) -> None:
    said = []
    for graph in (folder, file):
        with pytest.raises(UnknownTerm) as caught:
            KnowledgeGraph.open(graph).term(name)
        said.append(str(caught.value))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "text",
    [
        "manager",
        "man",
        "m",
        "prodct manger",
        "outsourcing work",
        "time budget",
        "PM",
        "ux",
        "…",
        "zz",
    ],
)
def test_folder_is_searched_as_the_file_is(folder: str, file: str, text: str) -> None:
    assert KnowledgeGraph.open(folder).search(text) == KnowledgeGraph.open(file).search(text)


def test_folder_finds_a_name_whose_words_are_run_together(folder: str) -> None:
    assert KnowledgeGraph.open(folder).search("projectmanager")[0].term.label.value == "Project manager"


def test_concept_without_a_label_is_found_in_a_folder(folder: str, tmp_path: Path) -> None:
    load([more(tmp_path)], folder)
    assert KnowledgeGraph.open(folder).term("bare").iri == f"{BASE}bare"


def test_load_adds_to_what_is_there_and_tells_how_much(folder: str, tmp_path: Path) -> None:
    before = len(content(folder))
    assert load([more(tmp_path)], folder) == Loaded(before + 4, 4)
    kg = KnowledgeGraph.open(folder)
    assert (kg.term("KPO").label.value, kg.term("BPO").label.value) == (
        "Knowledge process outsourcing",
        "Business process outsourcing",
    )
    assert kg.prefixes["mine"] == "https://example.org/mine#"
    assert load([more(tmp_path)], folder).added == 0


def test_folder_behind_a_link_is_loaded_into_where_it_is(folder: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.oxi"
    link.symlink_to(folder)
    load([more(tmp_path)], str(link))
    assert link.is_symlink()
    assert KnowledgeGraph.open(folder).term("KPO") == KnowledgeGraph.open(link).term("KPO")
    assert os.listdir(tmp_path / "elsewhere") == ["link.oxi"]


def test_replace_leaves_out_what_was_there(folder: str, tmp_path: Path) -> None:
    load([more(tmp_path)], folder, replace=True)
    assert labels(KnowledgeGraph.open(folder).terms()) == ["bare", "Knowledge process outsourcing"]


@pytest.mark.parametrize(
    ("ending", "pack"),
    [
        (".gz", gzip.compress),
        (".bz2", bz2.compress),
        (".xz", lzma.compress),
        (".zst", zstd.compress),
    ],
)
def test_packed_files_are_loaded_and_opened(
    tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
) -> None:
    (tmp_path / f"more.ttl{ending}").write_bytes(
        pack(MORE[:150]) + pack(MORE[150:])
    )  # two parts are one file
    load([str(tmp_path / f"more.ttl{ending}")], str(tmp_path / "more.oxi"))
    for graph in (f"more.ttl{ending}", "more.oxi"):
        assert KnowledgeGraph.open(tmp_path / graph).term("KPO")
    (tmp_path / f"cut.ttl{ending}").write_bytes(pack(MORE)[:-12])
    for read in (KnowledgeGraph.open, lambda name: load([name], str(tmp_path / "cut.oxi"))):
        with pytest.raises(GraphUnreadable, match=r"cut\.ttl.*file is broken"):
            read(str(tmp_path / f"cut.ttl{ending}"))
    assert not (tmp_path / "cut.oxi").exists()


def test_broken_file_is_named_with_its_line_and_changes_nothing(folder: str, tmp_path: Path) -> None:
    before = content(folder)
    broken = more(tmp_path, MORE + b':kpo skos:altLabel "a" "b" .\n')
    with pytest.raises(GraphUnreadable, match=r"more\.ttl, line 5, column "):
        load([broken], folder)
    assert content(folder) == before
    assert beside(tmp_path) == []
    with pytest.raises(GraphUnreadable, match="no such file"):
        load(["nowhere.ttl"], folder)


@pytest.mark.parametrize("fault", [b'<urn:a> <urn:b> "c', b"<urn:a> <urn:b> .", b'<urn:a> <urn:b> "\xff" .'])
def test_broken_line_of_many_is_named_and_the_next_load_works(
    folder: str, tmp_path: Path, fault: bytes
) -> None:
    good = [b'<urn:a> <urn:b> "%d" .' % number for number in range(30_000)]
    lines = {"broken.nt": [*good, fault, *good], "good.nt": good}
    for name, some in lines.items():
        (tmp_path / name).write_bytes(b"\n".join(some))
    files = [str(tmp_path / name) for name in ("good.nt", "broken.nt", "good.nt")]
    with pytest.raises(GraphUnreadable, match=r"broken\.nt, line 30001, column "):
        load(files, folder)
    assert beside(tmp_path) == []
    assert load(files[:1], folder).added == 30_000


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, file: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("A")
    for place in (str(tmp_path / "docs"), file):
        with pytest.raises(GraphUnwritable, match="name a new folder"):
            load([file], place)
    assert (tmp_path / "docs" / "a.md").read_text() == "A"


def test_second_load_into_a_folder_hears_that_it_is_in_use(folder: str, file: str, tmp_path: Path) -> None:
    with held(str(tmp_path / ".roles.oxi.lock"), folder), pytest.raises(GraphInUse, match="is in use"):
        load([file], folder)
    assert load([file], folder).added == 0


def test_folder_that_another_program_writes_to_is_in_use(folder: str, file: str) -> None:
    program = (
        "import sys, pyoxigraph\nstore = pyoxigraph.Store(sys.argv[1])\nprint('open', flush=True)\ninput()"
    )
    with in_process(program, folder) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(GraphInUse, match="is in use"):
            load([file], folder)
        other.communicate("\n")


def test_folder_is_asked_while_a_load_takes_its_place(folder: str, tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(folder)
    load([more(tmp_path)], folder, replace=True)
    assert kg.term("BPO").label.value == "Business process outsourcing"
    assert labels(KnowledgeGraph.open(folder).terms()) == ["bare", "Knowledge process outsourcing"]


def test_store_is_opened_when_a_query_is_asked(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read_only = Store.read_only

    def opened(name: str) -> Store:
        asked.append(name)
        return read_only(name)

    monkeypatch.setattr("rolegraph.graph.opening._opened", opened)
    kg = KnowledgeGraph.open(folder, lazy=True)
    assert kg.path("BPO", "CRM")
    assert kg.relations("BPO")
    assert kg.evidence("BPO")
    assert asked == []
    assert kg.query("ASK { ?term skos:prefLabel ?label }") is True
    assert kg.store
    assert asked == [folder]


def test_folder_that_was_loaded_anew_before_its_store_was_opened_is_told(folder: str, tmp_path: Path) -> None:
    early, late = KnowledgeGraph.open(folder), KnowledgeGraph.open(folder, lazy=True)
    load([more(tmp_path)], folder)
    assert early.query('ASK { ?term skos:altLabel "KPO"@en }') is False
    with pytest.raises(GraphUnreadable, match="has been loaded anew since it was opened; ask once more"):
        late.query("ASK { ?term skos:prefLabel ?label }")


def test_index_is_left_aside_once_another_program_has_changed_the_data(folder: str) -> None:
    store = Store(folder)
    store.load(MORE, RdfFormat.TURTLE)
    store.flush()
    del store
    assert not is_indexed(folder)
    assert KnowledgeGraph.open(folder).term("KPO").label.value == "Knowledge process outsourcing"


def test_killed_loads_leave_the_old_folder_or_the_new_one(folder: str, tmp_path: Path) -> None:
    rows = "".join(
        f'<https://example.org/id/n{n}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Term {n}"@en .\n'
        for n in range(10_000)
    )
    (tmp_path / "many.nt").write_text(rows)
    old, program = (
        content(folder),
        "import sys\nfrom rolegraph.graph.loading import load\nload(*eval(sys.argv[1]))",
    )
    new = old | {str(quad) for quad in _quads(tmp_path / "many.nt")}
    chance = random.Random(5)
    for _ in range(4):
        with in_process(program, repr(([str(tmp_path / "many.nt")], folder))) as loading:
            time.sleep(chance.uniform(0.05, 0.8))
            loading.send_signal(signal.SIGKILL)
        assert content(folder) in (old, new)
        assert KnowledgeGraph.open(folder).term("BPO")
    load([str(tmp_path / "many.nt")], folder)
    assert content(folder) == new
    assert beside(tmp_path) == []


def test_full_disk_is_told_in_one_line_and_changes_nothing(folder: str, file: str, tmp_path: Path) -> None:
    program = """
import resource, sys
from rolegraph.graph import GraphUnwritable
from rolegraph.graph.loading import load
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    load([sys.argv[1]], sys.argv[2])
except GraphUnwritable as error:
    print(error)
"""
    before = content(folder)
    with in_process(program, file, folder) as full:
        said, _ = full.communicate()
    assert said.startswith(f"{folder}: could not be written: ")
    assert said.endswith("nothing was changed\n")
    assert content(folder) == before
    assert beside(tmp_path) == []


def test_place_that_can_not_be_written_is_named(file: str) -> None:
    with pytest.raises(GraphUnwritable, match="could not be written"):
        load([file], os.devnull + "/roles.oxi")


def _quads(path: Path) -> Store:
    store = Store()
    store.load(path=path)
    return store
