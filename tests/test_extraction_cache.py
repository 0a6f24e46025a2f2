"""The cache: it spares reading what has not changed, and never changes the result."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest
from extraction_samples import GLOSSARY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolegraph.exports import write
from rolegraph.extraction import Build, Context, Entry, Extractor, Proposal, build
from rolegraph.extraction.passes import editions, surveys
from rolegraph.extraction.passes.accounts import EntryReader
from rolegraph.extraction.passes.shelves import Folder, prune
from rolegraph.readers import read_bytes

ARTICLES = {
    "glossary.md": GLOSSARY,
    "analyst.md": "# Analyst\n\nAn analyst is a role. An analyst uses the CRM and reports to the CPO.\n",
    "buyer.md": "# Buyer\n\nA buyer works with the [analyst](analyst.md).\n\n## Tools\n\n- Order system\n",
    "clerk.md": "# Clerk\n\nA clerk is a person who files. Clerks use stamps.\n",
    "runner.md": "# Runner\n\nA runner produces parcels.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "terms"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


class Reads:
    """Counts the documents that are parsed, and those whose sentences are read."""

    def __init__(self) -> None:
        self.parsed: Counter[str] = Counter()
        self.read: Counter[str] = Counter()

    def taken(self) -> tuple[list[str], list[str]]:
        """Give what was parsed and what was read since the last time."""
        found = sorted(self.parsed), sorted(self.read)
        self.parsed.clear()
        self.read.clear()
        return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    reads = Reads()
    parse, account = read_bytes, EntryReader.account

    def counted_parse(data: bytes, name: str) -> object:
        reads.parsed[name] += 1
        return parse(data, name)

    def counted_account(self: EntryReader, source: str, entries: list[Entry]) -> object:
        reads.read[source] += 1
        return account(self, source, entries)

    monkeypatch.setattr(surveys, "read_bytes", counted_parse)
    monkeypatch.setattr(EntryReader, "account", counted_account)
    return reads


def turtle(built: Build, folder: Path) -> bytes:
    write(built.graph, None, folder / "out.ttl")
    return (folder / "out.ttl").read_bytes()


def same(cached: Build, folder: Path, tmp_path: Path) -> bool:
    """Tell whether a build with a cache gave what one without gives."""
    fresh = build([str(folder)])
    assert (cached.terms, cached.evidence, cached.skipped) == (fresh.terms, fresh.evidence, fresh.skipped)
    assert (cached.forms, cached.unsettled, cached.unused) == (fresh.forms, fresh.unsettled, fresh.unused)
    return turtle(cached, tmp_path) == turtle(fresh, tmp_path)


def test_second_build_reads_nothing(folder: Path, cache: Path, tmp_path: Path, reads: Reads) -> None:
    cold = build([str(folder)], cache=str(cache))
    assert reads.taken() == (sorted(ARTICLES), sorted(ARTICLES))
    warm = build([str(folder)], cache=str(cache))
    assert reads.taken() == ([], [])
    assert turtle(warm, tmp_path) == turtle(cold, tmp_path)
    assert same(warm, folder, tmp_path)


def test_changed_sentence_is_the_only_thing_read(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    build([str(folder)], cache=str(cache))
    (folder / "clerk.md").write_text(ARTICLES["clerk.md"] + "\nClerks use ink.\n", encoding="utf-8")
    reads.taken()
    built = build([str(folder)], cache=str(cache))
    assert reads.taken() == (["clerk.md"], ["clerk.md"])
    assert same(built, folder, tmp_path)


def test_new_term_lets_only_those_be_read_again_that_speak_of_it(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    build([str(folder)], cache=str(cache))
    (folder / "parcel.md").write_text("# Parcel\n\nA parcel is a thing that is sent.\n", encoding="utf-8")
    reads.taken()
    built = build([str(folder)], cache=str(cache))
    assert reads.taken() == (["parcel.md"], ["parcel.md", "runner.md"])
    assert same(built, folder, tmp_path)


def test_changed_class_of_a_term_lets_those_be_read_again_that_speak_of_it(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    build([str(folder)], cache=str(cache))
    changed = ARTICLES["analyst.md"].replace("# Analyst", "---\ntitle: Analyst\nclass: Organization\n---")
    (folder / "analyst.md").write_text(changed, encoding="utf-8")
    reads.taken()
    built = build([str(folder)], cache=str(cache))
    assert reads.taken() == (["analyst.md"], ["analyst.md", "buyer.md"])
    assert same(built, folder, tmp_path)


def test_removed_document_is_forgotten(folder: Path, cache: Path, tmp_path: Path) -> None:
    build([str(folder)], cache=str(cache))
    (folder / "analyst.md").unlink()
    assert same(build([str(folder)], cache=str(cache)), folder, tmp_path)


def test_new_pointer_of_a_glossary_lets_those_be_read_again_that_link(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    build([str(folder)], cache=str(cache))
    (folder / "clerk.md").write_text(
        ARTICLES["clerk.md"] + "\n## Related terms\n\n- Runner\n", encoding="utf-8"
    )
    reads.taken()
    built = build([str(folder)], cache=str(cache))
    assert reads.taken() == (["clerk.md"], ["buyer.md", "clerk.md"])
    assert same(built, folder, tmp_path)


def test_entry_that_another_document_renames_is_read_again(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    (folder / "short.md").write_text("# CL\n\nA CL is a role. It uses the CRM.\n", encoding="utf-8")
    build([str(folder)], cache=str(cache))
    full = ARTICLES["clerk.md"].replace("# Clerk", "# Clerk (CL)")
    (folder / "clerk.md").write_text(full, encoding="utf-8")
    reads.taken()
    built = build([str(folder)], cache=str(cache))
    parsed, read = reads.taken()
    assert (parsed, "short.md" in read) == (["clerk.md"], True)
    assert [term.label.value for term in built.terms if not term.mention].count("CL") == 0
    assert same(built, folder, tmp_path)


def test_columns_and_language_that_are_told_find_nothing_of_before(
    folder: Path, cache: Path, reads: Reads
) -> None:
    build([str(folder)], cache=str(cache))
    for told in ({"columns": {"Sache": "term"}}, {"columns": {"Sache": "definition"}}, {"language": "fr"}):
        reads.taken()
        build([str(folder)], cache=str(cache), **told)
        assert reads.taken() == (sorted(ARTICLES), sorted(ARTICLES))
        build([str(folder)], cache=str(cache), **told)
        assert reads.taken() == ([], [])


def test_columns_that_no_document_has_are_told_from_the_cache_too(folder: Path, cache: Path) -> None:
    (folder / "words.csv").write_text("Sache,Sinn\nBale,A bundle of hay.\n", encoding="utf-8")
    columns = {"Farbe": "ignore", "Sache": "term", "Ort": "ignore"}
    found = [build([str(folder)], cache=str(cache), columns=columns).unused for _ in range(2)]
    assert found == [("Farbe", "Ort")] * 2


def test_members_of_an_archive_are_kept_by_their_bytes(tmp_path: Path, cache: Path, reads: Reads) -> None:
    def packed(**texts: str) -> None:
        with ZipFile(tmp_path / "terms.zip", "w") as archive:
            for name, text in texts.items():
                archive.writestr(f"{name}.md", text)

    packed(clerk=ARTICLES["clerk.md"], runner=ARTICLES["runner.md"])
    build([str(tmp_path / "terms.zip")], cache=str(cache))
    assert reads.taken()[0] == ["clerk.md", "runner.md"]
    packed(clerk=ARTICLES["clerk.md"], runner=ARTICLES["runner.md"] + "\nRunners use bikes.\n")
    built = build([str(tmp_path / "terms.zip")], cache=str(cache))
    assert reads.taken() == (["runner.md"], ["runner.md"])
    fresh = build([str(tmp_path / "terms.zip")])
    assert (built.terms, built.evidence) == (fresh.terms, fresh.evidence)


SENTENCES = (
    "An analyst uses the CRM.",
    "The buyer reports to the analyst.",
    "Stamps are made by [clerks](clerk.md).",
    "A parcel service includes runners, buyers and stamp sales.",
    "See also the order system.",
    "AN is short for analyst.",
    "AN works with the stamp sale.",
    "See [the analyst](a.md) and the [buyer](b.md#buyer).",
    "L'analyste utilise le CRM et travaille avec les achats.",
    "\n\n- PS. See Parcel service.\n",
    "\n\n## Outils\n\n- Tampon\n\n## Related terms\n\n- [Stamp](c.md)\n",
    "\n\n| Activity | Share |\n|---|---|\n| Filing with the CRM | 30% |\n",
)
HEADS = (
    "Analyst (AN)",
    "Buyer",
    "Stamp",
    "Order system",
    "Analyst",
    "Parcel service (AN)",
    "stamp sale",
    "AN",
    "Achats",
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["a.md", "b.md", "c.md", "d.fr.md"]),
            st.tuples(st.sampled_from(HEADS), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)),
            min_size=1,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_no_history_of_the_cache_changes_a_result(
    tmp_path_factory: pytest.TempPathFactory, versions: list[dict[str, tuple[str, list[str]]]]
) -> None:
    place = tmp_path_factory.mktemp("history")
    for number, documents in enumerate(versions):
        folder = place / str(number)
        folder.mkdir()
        for name, (head, sentences) in documents.items():
            (folder / name).write_text(f"# {head}\n\n{' '.join(sentences)}\n", encoding="utf-8")
        assert same(build([str(folder)], cache=str(place / "cache")), folder, place)


@pytest.mark.parametrize("damage", ["cut", "emptied", "overwritten", "swapped"])
def test_damaged_pieces_are_read_anew_and_written_again(
    folder: Path, cache: Path, tmp_path: Path, reads: Reads, damage: str
) -> None:
    build([str(folder)], cache=str(cache))
    pieces = sorted(path for path in cache.rglob("*") if path.is_file())
    whole = {path: path.read_bytes() for path in pieces}
    for path, data in whole.items():
        changed = bytearray(data)
        changed[len(data) // 2] ^= 1
        path.write_bytes({"cut": data[:-7], "emptied": b"", "overwritten": b"\xff" * 40}.get(damage, changed))
    reads.taken()
    assert same(build([str(folder)], cache=str(cache)), folder, tmp_path)
    reads.taken()
    assert {path: path.read_bytes() for path in pieces} == whole
    build([str(folder)], cache=str(cache))
    assert reads.taken() == ([], [])


def test_piece_of_another_shape_is_read_anew(folder: Path, cache: Path, tmp_path: Path) -> None:
    build([str(folder)], cache=str(cache))
    shelf = Folder(str(cache), lasting=True)
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        shelf.put(path.parent.name + path.name, msgspec.msgpack.encode({"another": "shape"}))
    assert same(build([str(folder)], cache=str(cache)), folder, tmp_path)


def test_cache_that_cannot_be_written_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, and no folder", encoding="utf-8")
    assert same(build([str(folder)], cache=str(tmp_path / "cache")), folder, tmp_path)


def test_other_code_ontology_or_name_finds_nothing(
    folder: Path, cache: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rolegraph.ontology import load

    build([str(folder)], cache=str(cache))
    reads.taken()
    own = load()._replace(section_headings={})
    build([str(folder)], cache=str(cache), ontology=own)
    assert reads.taken() == (sorted(ARTICLES), sorted(ARTICLES))
    (folder / "clerk.md").rename(folder / "clerks.md")
    build([str(folder)], cache=str(cache))
    assert reads.taken() == (["clerks.md"], ["clerks.md"])
    monkeypatch.setattr(editions, "_code", lambda: iter([b"other code"]))
    build([str(folder)], cache=str(cache))
    assert len(reads.taken()[0]) == len(ARTICLES)


def test_oldest_pieces_go_when_the_cache_is_full(tmp_path: Path) -> None:
    shelf = Folder(str(tmp_path), lasting=True)
    for number in range(4):
        shelf.put(f"aa{number}", os.urandom(1000))
        os.utime(tmp_path / "aa" / str(number), (number, number))
    assert shelf.get("aa0")  # which is now the one used last
    prune(str(tmp_path), 2200)
    assert [number for number in range(4) if shelf.get(f"aa{number}")] == [0, 3]


def _read(entry: Entry, context: Context) -> Iterator[Proposal]:
    if entry.label == "Clerk":
        yield Proposal("Clerk", "uses", "stamp system", "Clerks use stamps.")


def test_answers_of_an_extractor_are_kept_under_its_version(folder: Path, cache: Path, reads: Reads) -> None:
    def built(version: str) -> int:
        found = build([str(folder)], extractors=[Extractor("own", _read, "", version)], cache=str(cache))
        assert len(found.evidence) == 1
        return len(reads.taken()[1])

    assert [built(version) for version in ("1", "1", "2", "2", "", "")] == [5, 0, 5, 0, 5, 5]


def _labels(entry: Entry, context: Context) -> Iterator[Proposal]:
    if entry.label == "Clerk" and "Parcel" in context.labels():
        yield Proposal("Clerk", "related", "Parcel", "Clerks use stamps.")


def test_extractor_that_goes_through_all_terms_is_asked_anew_when_one_is_new(
    folder: Path, cache: Path
) -> None:
    extractor = Extractor("own", _labels, "", "1")
    assert build([str(folder)], extractors=[extractor], cache=str(cache)).evidence == []
    (folder / "parcel.md").write_text("# Parcel\n\nA parcel is a thing that is sent.\n", encoding="utf-8")
    assert len(build([str(folder)], extractors=[extractor], cache=str(cache)).evidence) == 1


def _failing(entry: Entry, context: Context) -> Iterator[Proposal]:
    raise OSError("away")


def test_failure_of_an_extractor_is_not_kept(folder: Path, cache: Path) -> None:
    for _ in range(2):
        extractor = Extractor("own", _failing, "", "1")
        assert build([str(folder)], extractors=[extractor], cache=str(cache), keep_going=True).failures
    assert not build([str(folder)], extractors=[extractor._replace(read=_labels)], cache=str(cache)).failures
