"""Archives are read like the folder they were made of, under the same names, and never unpacked to disk."""

from __future__ import annotations

import io
import os
import pickle
import tarfile
import zipfile
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from word_samples import packed

from rolegraph.extraction import BuildError, build
from rolegraph.readers import Document, ReadError, SkippedFile, SourceFile, find, read, read_content

TEXT = b"- Queue: a row of calls that wait.\n"


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    path.write_bytes(packed(members))
    return path


def tarred(path: Path, members: Mapping[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix in (".gz", ".tgz") else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def archived(path: Path, members: Mapping[str, bytes]) -> Path:
    return zipped(path, members) if path.suffix == ".zip" else tarred(path, members)


def names(*paths: Path) -> list[str]:
    return [file.name for file in find([str(path) for path in paths]).files]


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz", ".tgz", ".ZIP"])
def test_names_of_members_are_those_of_the_folder_they_were_made_of(tmp_path: Path, ending: str) -> None:
    members = {
        "roles/b.md": TEXT,
        "roles/sub/a.txt": TEXT,
        "roles/.git/c.md": TEXT,
        "__MACOSX/roles/._b.md": b"",
    }
    for name, data in members.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    archive = archived(tmp_path / f"roles{ending.lower()}", members).rename(tmp_path / f"roles{ending}")
    assert names(archive) == names(tmp_path / "roles") == ["b.md", "sub/a.txt"]


def test_members_that_no_folder_holds_together_keep_their_paths(tmp_path: Path) -> None:
    assert names(zipped(tmp_path / "all.zip", {"a.md": b"", "sub/b.md": b""})) == ["a.md", "sub/b.md"]


def test_archive_inside_a_folder_is_a_folder_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "b.md").touch()
    zipped(tmp_path / "old.zip", {"old/a.md": b""})
    assert names(tmp_path) == ["b.md", "old.zip/a.md"]


def test_members_that_share_a_name_get_their_archive_in_front(tmp_path: Path) -> None:
    first, second = (zipped(tmp_path / f"{name}.zip", {"a.md": b""}) for name in ("x", "y"))
    assert names(first, second) == ["x/a.md", "y/a.md"]


def test_unknown_endings_links_and_inner_archives_are_skipped_with_the_reason(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.md")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    archive = zipped(tmp_path / "all.zip", {"a.md": b"", "b.png": b"", "inner.zip": packed({"c.md": b""})})
    with zipfile.ZipFile(archive, "a") as added:
        added.writestr(link, "/etc/passwd")
    found = find([str(archive)])
    assert [file.name for file in found.files] == ["a.md"]
    assert [(each.name, each.reason.partition(";")[0]) for each in found.skipped] == [
        ("b.png", "no reader for the ending '.png'"),
        ("inner.zip", "an archive inside an archive"),
        ("link.md", "a link inside an archive"),
    ]


def test_links_and_devices_of_a_tar_are_skipped(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        for name, kind in (("link.md", tarfile.SYMTYPE), ("pipe.md", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert find([str(tmp_path / "all.tar")]).skipped == [
        SkippedFile("link.md", "no regular file"),
        SkippedFile("pipe.md", "no regular file"),
    ]


def test_names_in_utf8_are_read_also_where_the_archive_does_not_say_so(tmp_path: Path) -> None:
    data = bytearray(packed({"caf\u00e9.md": b""}))
    for flags in (6, data.index(b"PK\x01\x02") + 8):
        data[flags : flags + 2] = b"\0\0"
    (tmp_path / "a.zip").write_bytes(data)
    assert names(tmp_path / "a.zip") == ["caf\u00e9.md"]


def test_backslashes_of_windows_part_folders(tmp_path: Path) -> None:
    assert names(zipped(tmp_path / "a.zip", {"x\\a.md": b"", "b.md": b""})) == ["b.md", "x/a.md"]


def test_member_is_read_under_its_name_and_from_another_process(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "all.zip", {"a.md": TEXT, "b.md": TEXT})
    files = find([str(archive)]).files
    assert pickle.loads(pickle.dumps(files)) == files
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        contents = list(pool.map(read_content, *zip(*files, strict=True)))
    assert contents == [TEXT, TEXT]
    assert [_outcome(file) for file in files] == [("a.md", 1), ("b.md", 1)]


def _outcome(file: SourceFile) -> tuple[str, int]:
    document: Document = read(*file)
    return document.name, len(document.blocks)


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz"])
def test_archive_and_folder_build_the_same_graph(tmp_path: Path, ending: str) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a.md").write_bytes(TEXT)
    (tmp_path / "roles" / "b.md").write_bytes(b"# Agent\n\nAn agent is a person who answers the queue.\n")
    members = {f"roles/{file.name}": file.read_bytes() for file in (tmp_path / "roles").iterdir()}
    archive = archived(tmp_path / f"roles{ending}", members)
    assert build([str(archive)]).evidence == build([str(tmp_path / "roles")]).evidence


def test_nothing_is_unpacked_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = zipped(tmp_path / "all.zip", {"a.md": TEXT})
    monkeypatch.chdir(tmp_path)
    build([str(archive)])
    assert os.listdir(tmp_path) == ["all.zip"]


def test_fault_of_a_member_names_the_archive_and_the_line(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "all.zip", {"a.md": b"---\nname: [x\n---\n", "b.md": TEXT})
    with pytest.raises(BuildError, match=r"all\.zip/a\.md, line \d: the front matter is no YAML"):
        build([str(archive)])
    assert build([str(archive)], keep_going=True).documents == 1


def test_archive_that_changes_while_it_is_read_is_an_error(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "all.zip", {"a.md": TEXT})
    [file] = find([str(archive)]).files
    zipped(archive, {"other.md": TEXT, "more.md": TEXT})
    with pytest.raises(ReadError, match=r"^a\.md: is gone: the archive changed while it was read$"):
        read(*file)
    archive.unlink()
    with pytest.raises(ReadError, match=r"^a\.md: cannot be read: No such file or directory$"):
        read(*file)
