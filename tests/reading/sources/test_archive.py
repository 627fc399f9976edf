"""Zip archives: names, order, and what is not unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from drafter.errors import SourceError
from drafter.reading import SourceText
from drafter.reading.sources import open_sources
from drafter.reading.sources.refusals import Limits

TEXT = "同志们：今天我们召开会议。".encode()


def opened(path: Path, limits: Limits | None = None) -> list[str]:
    """Each source as its name inside the archive, or as the code of its error."""
    found = open_sources([path], limits or Limits())
    return [
        item.code if isinstance(item, SourceError) else item.name.removeprefix(f"{path}/")
        for item in found
    ]


@pytest.fixture
def archive(tmp_path: Path):
    def write(data: bytes) -> Path:
        path = tmp_path / "讲话汇编.zip"
        path.write_bytes(data)
        return path

    return write


def test_folders_are_gone_through_in_order_and_the_rest_is_passed_over(archive, make_zip) -> None:
    members = {
        "乙/2.txt": TEXT,
        "甲.txt": TEXT,
        "乙/": b"",
        "乙/1.txt": TEXT,
        "__MACOSX/._甲.txt": b"\0\5",
        ".隐藏.txt": TEXT,
        "封面.jpg": b"\xff\xd8\xff",
    }
    assert opened(archive(make_zip(members))) == ["乙/1.txt", "乙/2.txt", "甲.txt"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5hkscs"])
def test_names_in_the_encoding_of_the_system_that_packed_them(
    archive, make_raw_zip, encoding: str
) -> None:
    name = "縣長講話.txt" if encoding == "big5hkscs" else "县长讲话/动员会.txt"
    assert opened(archive(make_raw_zip({name.encode(encoding): TEXT}))) == [name]


def test_a_bad_member_does_not_stop_the_others(archive, make_zip) -> None:
    members = {
        "1.docx": b"PK\x03\x04broken",
        "2.zip": make_zip({"a.txt": TEXT}),
        "3.txt": b"",
        "4.rar": b"Rar!\x1a\x07\x00",
        "5.txt": TEXT,
    }
    assert opened(archive(make_zip(members))) == ["S006", "S013", "S004", "S012", "5.txt"]


def test_a_member_that_unpacks_too_large_is_left_alone(archive, make_zip) -> None:
    path = archive(make_zip({"大.txt": TEXT * 50, "小.txt": TEXT}, zipfile.ZIP_STORED))
    assert opened(path, Limits(file=100)) == ["S003", "小.txt"]


def test_a_bomb_is_refused_before_anything_is_unpacked(archive, make_zip) -> None:
    path = archive(make_zip({"炸.txt": b"\0" * 20_000_000}))
    assert path.stat().st_size < 30_000
    assert opened(path) == ["S009"]


def test_members_laid_over_one_another_are_a_bomb(archive, make_zip) -> None:
    """The densest bombs list one packed stream many times; the sum of the sizes shows it."""
    single = make_zip({"a.txt": b"\0" * 1_000_000})
    start = single.index(b"PK\x01\x02")
    end = single.index(b"PK\x05\x06")
    entry, count = single[start:end], 300
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entry) * count, start, 0)
    assert opened(archive(single[:start] + entry * count + tail)) == ["S009"]


def test_too_many_members_are_a_bomb(archive, make_zip) -> None:
    path = archive(make_zip({f"{n}.txt": TEXT for n in range(5)}))
    assert opened(path, Limits(archive_members=4)) == ["S009"]


def test_a_locked_member_says_so(archive, make_zip) -> None:
    data = bytearray(make_zip({"a.txt": TEXT}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert opened(archive(bytes(data))) == ["S007"]


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_cut_off_archive_says_so(archive, make_zip, cut: int) -> None:
    assert opened(archive(make_zip({"a.txt": TEXT, "b.txt": TEXT})[:cut])) == ["S006"]


def test_a_member_whose_bytes_changed_says_so(archive, make_zip) -> None:
    data = make_zip({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED)
    damaged = data.replace(TEXT, TEXT[:-3] + "？".encode(), 1)
    assert opened(archive(damaged)) == ["S006", "b.txt"]


def test_an_archive_without_texts_says_so(archive, make_zip) -> None:
    assert opened(archive(make_zip({"a.jpg": b"x"}))) == ["S014"]


def test_an_archive_is_known_by_its_content(tmp_path: Path, make_zip) -> None:
    path = tmp_path / "下载"
    path.write_bytes(make_zip({"a.txt": TEXT}))
    assert opened(path) == ["a.txt"]


def test_an_archive_on_standard_input(monkeypatch, make_zip) -> None:
    stream = io.TextIOWrapper(io.BytesIO(make_zip({"a.txt": TEXT})))
    monkeypatch.setattr("sys.stdin", stream)
    (source,) = open_sources([Path("-")])
    assert isinstance(source, SourceText)
    assert source.name == "-/a.txt"
