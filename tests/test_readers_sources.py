"""Sources are found in a fixed order, and named the same wherever the folder stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rolegraph.readers import READERS, ReadError, SkippedFile, find, read, read_bytes


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    for name in (
        "terms/b.md",
        "terms/a.txt",
        "terms/sub/c.MD",
        "terms/.hidden.md",
        "terms/.git/d.md",
        "other/a.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One line.\n", encoding="utf-8")
    (tmp_path / "terms" / "logo.png").write_bytes(b"\x89PNG")
    return tmp_path


def names(*paths: Path | str) -> list[str]:
    return [file.name for file in find([str(path) for path in paths]).files]


def test_a_folder_gives_its_files_by_name(glossary: Path) -> None:
    assert names(glossary / "terms") == ["a.txt", "b.md", "sub/c.MD"]


def test_names_do_not_depend_on_the_working_folder(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(glossary / "terms")
    assert (
        names(".")
        == names("../terms")
        == names(str(glossary / "terms") + "/")
        == ["a.txt", "b.md", "sub/c.MD"]
    )


def test_a_file_goes_by_its_own_name(glossary: Path) -> None:
    assert names(glossary / "terms" / "sub" / "c.MD") == ["c.MD"]


def test_files_that_share_a_name_get_their_folder_in_front(glossary: Path) -> None:
    assert names(glossary / "terms", glossary / "other") == ["b.md", "other/a.txt", "sub/c.MD", "terms/a.txt"]
    assert names(glossary / "terms/a.txt", glossary / "other/a.txt") == ["other/a.txt", "terms/a.txt"]


def test_files_that_share_even_their_folder_are_numbered(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name / "terms").mkdir(parents=True)
        (tmp_path / name / "terms" / "a.md").touch()
    assert names(tmp_path / "x/terms", tmp_path / "y/terms") == ["terms-2/a.md", "terms/a.md"]


def test_a_file_given_twice_is_read_once(glossary: Path) -> None:
    assert names(glossary / "terms" / "a.txt", glossary / "terms") == ["a.txt", "b.md", "sub/c.MD"]


def test_files_that_no_reader_knows_are_skipped_with_the_reason(glossary: Path) -> None:
    [skipped] = find([str(glossary / "terms")]).skipped
    assert skipped.name == "logo.png"
    assert skipped.reason.startswith("no reader for the ending '.png'; known: .md, ")


def test_links_round_in_a_circle_are_not_followed(glossary: Path) -> None:
    os.symlink(glossary / "terms", glossary / "terms" / "sub" / "up", target_is_directory=True)
    os.symlink(glossary / "gone.md", glossary / "terms" / "gone.md")
    found = find([str(glossary / "terms")])
    assert [file.name for file in found.files] == ["a.txt", "b.md", "sub/c.MD"]
    assert found.skipped[0] == SkippedFile("gone.md", "a symbolic link to nothing")
    assert found.skipped[2] == SkippedFile("sub/up", "a symbolic link that leads back to a folder above it")


def test_a_link_to_a_folder_within_the_folder_given_is_followed(glossary: Path) -> None:
    os.symlink(glossary / "terms" / "sub", glossary / "all", target_is_directory=True)
    assert names(glossary) == ["all/c.MD", "other/a.txt", "terms/a.txt", "terms/b.md"]


def test_links_that_lead_out_of_the_folder_given_are_told_and_not_followed(glossary: Path) -> None:
    os.symlink(glossary / "other", glossary / "terms" / "more", target_is_directory=True)
    os.symlink(glossary / "other" / "a.txt", glossary / "terms" / "more.txt")
    found = find([str(glossary / "terms")])
    reason = "a symbolic link that leads out of the folder given"
    assert [file.name for file in found.files] == ["a.txt", "b.md", "sub/c.MD"]
    assert [SkippedFile("more", reason), SkippedFile("more.txt", reason)] == found.skipped[1:]


def test_every_argument_that_cannot_be_read_is_told(glossary: Path) -> None:
    gone, logo = str(glossary / "gone.md"), str(glossary / "terms" / "logo.png")
    found = find([gone, logo, str(glossary / "other")])
    assert [str(failure).partition(";")[0] for failure in found.failures] == [
        f"{gone}: no such file or folder",
        f"{logo}: no reader for the ending '.png'",
    ]
    assert [file.name for file in found.files] == ["a.txt"]


def test_special_files_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert find([str(tmp_path)]).skipped == [SkippedFile("pipe.md", "no regular file")]
    assert [failure.message for failure in find([str(tmp_path / "pipe.md")]).failures] == [
        "is neither a file nor a folder"
    ]


def test_file_names_that_are_no_utf8_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).touch()
    assert names(tmp_path) == ["caf\ufffd.md"]


def test_a_file_is_read_under_its_name(glossary: Path) -> None:
    document = read(str(glossary / "terms" / "sub" / "c.MD"), "sub/c.MD")
    assert (document.name, document.form, len(document.blocks)) == ("sub/c.MD", "markdown", 1)


@pytest.mark.parametrize(
    ("name", "message"), [("gone.md", "terms.md: no such file"), ("terms", "terms.md: is a directory; ")]
)
def test_a_file_that_cannot_be_opened_is_an_error(glossary: Path, name: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(str(glossary / name), "terms.md")
    assert str(caught.value).startswith(message)


def test_a_file_that_may_not_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ReadError, match=r"^terms\.md: may not be read \(permission denied\)$"):
        read("terms.md", "terms.md")


def test_a_file_that_is_too_large_is_an_error(tmp_path: Path) -> None:
    with open(tmp_path / "terms.md", "wb") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(ReadError, match=r"^terms\.md: is larger than 64 MB; split it$"):
        read(str(tmp_path / "terms.md"), "terms.md")


def test_an_unknown_ending_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(ReadError, match=r"no reader for the ending '\.pdf'; known: .*\.md.*\.txt"):
        read_bytes(b"", "terms.pdf")


def test_no_two_readers_claim_one_ending() -> None:
    endings = [ending for reader in READERS.values() for ending in reader.endings]
    assert len(endings) == len(set(endings))
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)
