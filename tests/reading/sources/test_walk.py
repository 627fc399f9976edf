"""Folders and files: in order, once, and whatever cannot be read is told and passed."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from drafter.errors import SourceError
from drafter.reading.sources import open_sources
from drafter.reading.sources.kinds import kind_of, suffix_of
from drafter.reading.sources.refusals import Limits
from drafter.reading.sources.walk import files_under, os_refusal

TEXT = "同志们：今天我们召开会议。".encode()


def told(*paths: Path, limits: Limits | None = None) -> list[str]:
    """Each source as its file's name, or as the code of its error."""
    return [
        item.code if isinstance(item, SourceError) else Path(item.name).name
        for item in open_sources(paths, limits or Limits())
    ]


def write(folder: Path, *names: str, data: bytes = TEXT) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_a_folder_is_read_in_the_order_of_names_hidden_and_foreign_files_left_out(
    tmp_path: Path,
) -> None:
    write(tmp_path, "b.txt", "a/2.html", "a/1.md", "c.txt", "页面_files/样式.css", "图.jpg")
    write(tmp_path, ".git/x.txt", ".x.txt", "~$讲话.docx", "labels/a.json")
    assert told(tmp_path) == ["1.md", "2.html", "b.txt", "c.txt"]


def test_formats_that_may_hold_a_speech_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, "a.rar", "b.ofd", data=b"xx")
    assert told(tmp_path) == ["S012", "S012"]


def test_a_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    (error,) = open_sources([tmp_path])
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"{tmp_path}: S014 ")


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "a/1.txt")
    (tmp_path / "a" / "回").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "自.txt").symlink_to(tmp_path / "自.txt")
    assert told(tmp_path) == ["1.txt", "S001"]


def test_a_broken_link_and_a_missing_file_say_so(tmp_path: Path) -> None:
    (tmp_path / "断.txt").symlink_to(tmp_path / "没有.txt")
    assert told(tmp_path, tmp_path / "无.txt") == ["S002", "S002"]


def test_a_file_that_vanishes_while_the_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, "1.txt", "2.txt", "3.txt")
    sources = open_sources([tmp_path])
    next(sources)
    (tmp_path / "2.txt").unlink()
    second, third = sources
    assert isinstance(second, SourceError)
    assert second.code == "S002"
    assert not isinstance(third, SourceError)


def test_a_file_one_may_not_read_says_so(tmp_path: Path, monkeypatch) -> None:
    write(tmp_path, "1.txt", "2.txt")
    opens = Path.open

    def refuse(path: Path, mode: str) -> io.IOBase:
        if path.name == "1.txt":
            raise PermissionError(13, "Permission denied")
        return opens(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert told(tmp_path) == ["S001", "2.txt"]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(13, "x"), "没有权限"),
        (FileNotFoundError(2, "x"), "没有这个文件"),
        (IsADirectoryError(21, "x"), "这是一个文件夹"),
        (OSError(errno.ELOOP, "x"), "链接绕成了圈"),
        (OSError(errno.EIO, "Input/output error"), "磁盘读写出错"),
    ],
)
def test_what_the_system_says_is_said_in_chinese(error: OSError, says: str) -> None:
    assert says in os_refusal(error).message


def test_pipes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "1.txt")
    os.mkfifo(tmp_path / "0.txt")
    assert told(tmp_path) == ["1.txt"]


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system allows only UTF-8 names")
def test_a_name_that_is_no_utf8_is_shown_as_gb18030(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "县长讲话.txt".encode("gb18030")
    Path(os.fsdecode(path)).write_bytes(TEXT)
    assert told(tmp_path) == ["县长讲话.txt"]


def test_standard_input(monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    (source,) = open_sources([Path("-")])
    assert not isinstance(source, SourceError)
    assert (source.name, source.lines) == ("-", ("同志们：今天我们召开会议。",))


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "1.txt", "2.txt")
    (tmp_path / "2.txt").write_bytes(TEXT * 10)
    assert told(tmp_path, limits=Limits(file=100)) == ["1.txt", "S003"]


def test_files_are_found_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, "a/1.txt", "b/2.txt")
    found = files_under([tmp_path])
    assert next(found) == tmp_path / "a" / "1.txt"
    write(tmp_path, "b/3.txt")
    assert list(found) == [tmp_path / "b" / "2.txt", tmp_path / "b" / "3.txt"]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("讲话.TXT", ".txt"),
        ("view.php?id=31&p=2", ".php"),
        ("index.html@cid=7", ".html"),
        ("说明", ""),
        ("a.b/无后缀", ""),
    ],
)
def test_endings_of_names(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.doc", b"{\\rtf1 x}", "legacy"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "legacy"),
        ("a.doc", b"<html><p>x", "page"),
        ("a.doc", TEXT, "plain"),
        ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html><p>", "page"),
        ("a.txt", b"<p>is text", "plain"),
        ("a.aspx", b"<p>x", "page"),
        ("a.mht", b"MIME-Version: 1.0\r\n", "mhtml"),
        ("a.mht", b"<p>x", "page"),
        ("a.md", TEXT, "markdown"),
        ("a.unknown", TEXT, "plain"),
    ],
)
def test_content_says_more_than_the_name(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", TEXT, "S006"),
        ("a.pdf", TEXT, "S006"),
        ("a.docx", b"", "S004"),
        ("a.doc", OLE, "S006"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "S007"),
        ("a.wps", OLE + "Workbook".encode("utf-16-le"), "S012"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "S012"),
        ("a.txt", b"\x1f\x8b\x08", "S012"),
        ("a.caj", b"CAJ", "S012"),
    ],
)
def test_what_is_not_read_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        kind_of(name, data)
    assert caught.value.code == code


def test_spreadsheets_slides_and_ofd_are_named(make_zip) -> None:
    for members, says in (
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "表格或幻灯片"),
        ({"OFD.xml": ""}, "OFD"),
    ):
        with pytest.raises(SourceError, match=says):
            kind_of("a.docx", make_zip(members))
