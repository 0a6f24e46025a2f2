"""Files that mean harm, or look as if they did: one clear error with its place, soon and without much memory."""

from __future__ import annotations

import gzip
import io
import os
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from word_samples import item, p, packed, word

from rolegraph.cli import main
from rolegraph.extraction import BuildError, build
from rolegraph.readers import ReadError, find, read, read_bytes

TEXT = b"- Queue: a row of calls that wait.\n"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY l0 "ha">{LAUGHS}]>'


def refusal(path: Path) -> str:
    """Give the one error of a source, without the folder it stands in."""
    with pytest.raises(BuildError) as caught:
        build([str(path)])
    [failure] = caught.value.failures
    return failure.message.removeprefix(f"{path.parent}{os.sep}")


def stored(name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack one member by a method."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, data)
    return file.getvalue()


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """Change bytes of the entry in the directory at the end (APPNOTE 4.3.12)."""
    start = data.index(b"PK\x01\x02") + offset
    return data[:start] + value + data[start + len(value) :]


def overlapping() -> bytes:
    """Let two entries of the directory point to one member."""
    data = packed({"a.md": TEXT})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), start, 0)
    return data[:start] + entry + entry.replace(b"a.md", b"b.md") + tail


def crowded() -> bytes:
    """Say in the last record that the directory has room for millions of members."""
    data = packed({"a.md": TEXT})
    end = data.index(b"PK\x05\x06")
    return data[: end + 12] + struct.pack("<L", 1 << 30) + data[end + 16 :]


BAD_ARCHIVES: dict[str, tuple[bytes, str]] = {
    "leads up": (packed({"../a.md": TEXT}), "its member '../a.md' leads out of the archive"),
    "leads up inside": (packed({"x/../../a.md": TEXT}), "its member 'x/../../a.md' leads out of the archive"),
    "absolute": (packed({"/etc/a.md": TEXT}), "its member '/etc/a.md' leads out of the archive"),
    "drive": (packed({"C:\\a.md": TEXT}), "its member 'C:\\a.md' leads out of the archive"),
    "backslashes": (packed({"..\\a.md": TEXT}), "its member '..\\a.md' leads out of the archive"),
    "encrypted": (
        patched(packed({"a.md": TEXT}), 8, b"\1\0"),
        "its member 'a.md' is encrypted; unpack it first",
    ),
    "bomb": (packed({"a.md": b" " * (8 << 20)}), "its member 'a.md' unpacks to more than 200 times its size"),
    "large": (packed({"a.md": b" " * ((64 << 20) + 1)}), "its member 'a.md' is larger than 64 MB; split it"),
    "many bombs": (
        packed({f"{number}.md": b" " * (1 << 20) for number in range(513)}),
        "unpacks to more than 512 MB; split it",
    ),
    "bzip2": (
        stored("a.md", TEXT, zipfile.ZIP_BZIP2),
        "its member 'a.md' is not packed by 'deflate'; pack it anew",
    ),
    "overlap": (overlapping(), "its members 'a.md' and 'b.md' overlap"),
    "crowd": (crowded(), "has more than 50000 members; split it"),
    "long name": (
        packed({f"{'x' * 2000}.md": TEXT}),
        f"its member '{'x' * 100}…{'x' * 97}.md' has a name of more than 1000 characters",
    ),
    "no archive": (
        b"- Queue: a row of calls.\n",
        "is no ZIP file, or a damaged one (File is not a zip file)",
    ),
    "cut short": (packed({"a.md": TEXT})[:-30], "is no ZIP file, or a damaged one (File is not a zip file)"),
    "empty": (b"", "is no ZIP file, or a damaged one (File is not a zip file)"),
}


@pytest.mark.parametrize(("data", "message"), BAD_ARCHIVES.values(), ids=BAD_ARCHIVES)
def test_archive_that_means_harm_is_refused_before_it_is_unpacked(
    tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "all.zip").write_bytes(data)
    assert refusal(tmp_path / "all.zip") == f"all.zip: {message}"


BAD_MEMBERS: dict[str, tuple[bytes, str]] = {
    "states too little": (
        patched(packed({"a.md": TEXT * 9}), 24, struct.pack("<L", 5)),
        "the archive is damaged (Bad CRC-32 for file 'a.md')",
    ),
    "damaged": (packed({"a.md": TEXT}).replace(TEXT[:9], b"\xff" * 9), ""),
    "other name": (
        packed({"a.md": TEXT}).replace(b"a.md", b"b.md", 1),
        "the archive is damaged (File name in directory 'a.md' and header b'b.md' differ.)",
    ),
    "points nowhere": (patched(packed({"a.md": TEXT}), 42, struct.pack("<L", 3)), "the archive is damaged"),
}


@pytest.mark.parametrize(("data", "message"), BAD_MEMBERS.values(), ids=BAD_MEMBERS)
def test_member_that_is_not_what_the_archive_says_is_an_error(
    tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "all.zip").write_bytes(data)
    if message:
        assert refusal(tmp_path / "all.zip").startswith(f"all.zip/a.md: {message}")
    else:
        assert build([str(tmp_path / "all.zip")]).documents == 1


def tar(info: tarfile.TarInfo, data: bytes = b"") -> bytes:
    return info.tobuf() + data.ljust(-len(data) % 512 + len(data), b"\0") + b"\0" * 1024


def tar_info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    return info


BAD_TARS: dict[str, tuple[str, bytes, str]] = {
    "leads up": ("all.tar", tar(tar_info("../a.md", 0)), "its member '../a.md' leads out of the archive"),
    "large": ("all.tar", tar(tar_info("a.md", 1 << 40)), "its member 'a.md' is larger than 64 MB; split it"),
    "negative": ("all.tar", tar(tar_info("a.md", -512)), "its member 'a.md' has a size below 0"),
    "no archive": ("all.tar", b"x" * 4096, "the archive is damaged"),
    "no gzip": ("all.tgz", b"x" * 4096, "the archive is damaged (Not a gzipped file (b'xx'))"),
    "bomb": ("all.tgz", gzip.compress(b"\0" * (257 << 20), 1), "unpacks to more than 256 MB; split it"),
    "cut short": ("all.tgz", gzip.compress(tar(tar_info("a.md", 0)))[:-12], "the archive is damaged"),
}


@pytest.mark.parametrize(("name", "data", "message"), BAD_TARS.values(), ids=BAD_TARS)
def test_tar_that_means_harm_is_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name).startswith(f"{name}: {message}")


def test_archive_that_holds_itself_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(packed({"all.zip": packed({"a.md": TEXT}), "b.md": TEXT}))
    assert [file.name for file in find([str(tmp_path / "all.zip")]).files] == ["b.md"]


DECLARES = "its member 'word/document.xml' declares entities, which no Office file does"
BAD_WORDS: dict[str, tuple[bytes, str]] = {
    "entities": (word(p("&l11;"), prolog=DOCTYPE), DECLARES),
    "file entity": (
        word(p("&x;"), prolog='<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        DECLARES,
    ),
    "bomb": (
        word("", more={"word/more.xml": b" " * (8 << 20)}),
        "its member 'word/more.xml' unpacks to more than 200 times its size",
    ),
    "deep": (
        word("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
        "is no Word document, or a damaged one (Excessive depth",
    ),
    "encrypted": (patched(word(""), 8, b"\1\0"), "its member '[Content_Types].xml' is encrypted"),
}


@pytest.mark.parametrize(("data", "message"), BAD_WORDS.values(), ids=BAD_WORDS)
def test_word_document_that_means_harm_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "terms.docx")
    assert str(caught.value).startswith(f"terms.docx: {message}")


def test_table_in_table_as_deep_as_xml_may_be_is_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + p("Queue") + "</w:tc></w:tr></w:tbl>" * 60
    assert len(read_bytes(word(deep), "terms.docx").blocks) == 1


def test_cell_over_billions_of_columns_is_one_over_few() -> None:
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{p("a")}</w:tc><w:tc>{p("b")}</w:tc></w:tr>'
    document = read_bytes(word(f"<w:tbl>{wide}{wide}</w:tbl>{item('x', depth=999)}"), "terms.docx")
    assert len(document.blocks) == 2


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    for name in ("pipe.md", "pipe.zip", "pipe.docx"):
        os.mkfifo(tmp_path / name)
        with pytest.raises(ReadError, match=r"regular file"):
            read(str(tmp_path / name), name, "a.md" if name.endswith("zip") else "")
        assert refusal(tmp_path / name) == f"{name}: is neither a file nor a folder"


def test_device_is_not_read() -> None:
    assert [str(each) for each in find(["/dev/zero"]).failures] == [
        "/dev/zero: is neither a file nor a folder"
    ]
    with pytest.raises(ReadError, match=r"^x\.md: cannot be read: it is no regular file$"):
        read("/dev/zero", "x.md")


def test_folder_named_like_a_document_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    (tmp_path / "x.md" / "y.md").write_bytes(TEXT)
    assert [file.name for file in find([str(tmp_path)]).files] == ["x.md/y.md"]
    (tmp_path / "z.zip").mkdir()
    (tmp_path / "z.zip" / "a.md").write_bytes(TEXT)
    assert [file.name for file in find([str(tmp_path / "z.zip")]).files] == ["a.md"]


def test_links_that_lead_to_themselves_are_skipped(tmp_path: Path) -> None:
    os.symlink(tmp_path / "loop.md", tmp_path / "loop.md")
    os.symlink(tmp_path, tmp_path / "up")
    os.symlink(tmp_path / "loop.zip", tmp_path / "loop.zip")
    found = find([str(tmp_path)])
    assert (found.files, found.failures) == ([], [])
    assert [each.name for each in found.skipped] == ["loop.md", "loop.zip", "up"]


def test_links_that_branch_at_each_level_are_walked_once(tmp_path: Path) -> None:
    for level in range(40):
        (tmp_path / str(level)).mkdir()
        for name in ("a", "b"):
            os.symlink(tmp_path / str(level + 1), tmp_path / str(level) / name)
    (tmp_path / "40").mkdir()
    (tmp_path / "40" / "x.md").touch()
    assert len(find([str(tmp_path)]).files) == 1


def test_folders_of_any_depth_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(150):
        os.mkdir("d")
        monkeypatch.chdir("d")
    monkeypatch.chdir(tmp_path)
    [skipped] = find([str(tmp_path)]).skipped
    assert skipped.reason == "a folder more than 100 folders deep"


def test_escapes_of_the_front_matter_make_no_odd_labels(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: "Qu\\ud800e\\u0000u\\u202ee"\n---\nA queue is a row.\n')
    labels = [term.label.value for term in build([str(tmp_path)]).terms if not term.mention]
    assert labels == ["Qu\ufffdeue"]


def test_file_that_vanishes_or_grows_while_it_is_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT)
    [file] = find([str(path)]).files
    with open(path, "ab") as grown:
        grown.truncate((64 << 20) + 1)
    with pytest.raises(ReadError, match=r"^a\.md: is larger than 64 MB; split it$"):
        read(*file)
    path.unlink()
    with pytest.raises(ReadError, match=r"^a\.md: no such file$"):
        read(*file)


@pytest.mark.parametrize(
    "name",
    [b"a\nb.md", b"a\x1b[31m.md", b"\xff\xfe.md", "a\u202eb.md".encode(), b"x" * 250 + b".md", b"a\\b'\".md"],
)
def test_file_of_any_name_is_built_and_its_name_can_be_printed(tmp_path: Path, name: bytes) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)
    with open(path, "wb") as file:
        file.write(b"- Queue: a row of calls.\n- Agent: a person who answers the queue.\n")
    for source in (str(tmp_path), os.fsdecode(path)):
        result = CliRunner().invoke(main, ["build", source, "-o", "-"])
        assert (result.exit_code, result.exception) == (0, None)
    with open(path, "ab") as file:
        file.write(b"\0")
    result = CliRunner().invoke(main, ["build", str(tmp_path), "-o", "-"])
    assert result.exit_code == 1
    assert "looks binary" in result.output
    assert not set("\x1b\u202e") & set(result.output)


@pytest.mark.parametrize(
    "odd", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u00ad", "\u061c", "\u2060", "\u200e", "\u200d"]
)
def test_what_is_not_seen_makes_no_second_term_and_no_odd_label(tmp_path: Path, odd: str) -> None:
    text = f"- Queue{odd} line: a row of calls.\n- Queue line: a row of people.\n- {odd}: nothing.\n"
    (tmp_path / "terms.md").write_text(text, encoding="utf-8")
    labels = [term.label.value for term in build([str(tmp_path)]).terms if not term.mention]
    assert labels == ["Queue line"]


def test_names_in_persian_keep_their_joiners(tmp_path: Path) -> None:
    (tmp_path / "terms.md").write_text("- \u0645\u06cc\u200c\u0634\u0648\u062f: a verb.\n", encoding="utf-8")
    [label] = [term.label.value for term in build([str(tmp_path)]).terms if not term.mention]
    assert "\u200c" in label


def test_long_lines_do_not_cost_more_than_their_length(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_bytes(b"- Queue: a row of calls.\n" + b"word " * 200_000)
    assert build([str(tmp_path)]).documents == 1


def test_page_of_too_many_tags_is_refused_before_its_tree_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolegraph.readers.pagetree._MAX_NODES", 1000)
    monkeypatch.setattr("turbohtml.parse", lambda text: pytest.fail("was parsed"))
    with pytest.raises(ReadError, match=r"^deep\.html: holds more than 1,000 elements; split it$"):
        read_bytes(b"<div>" * 1001, "deep.html")
