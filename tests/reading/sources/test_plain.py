"""Lines of a text file are the lines an editor numbers."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import SourceError
from drafter.reading.sources.plain import checked, read_plain, split_lines
from drafter.reading.sources.refusals import Limits


def test_only_line_feeds_part_lines() -> None:
    assert split_lines("甲\x0b乙\u2028丙\x0c丁\x85戊\n己\r\n庚") == [
        "甲\x0b乙\u2028丙\x0c丁\x85戊",
        "己",
        "庚",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", []), ("\n", [""]), ("甲", ["甲"]), ("甲\n", ["甲"]), ("甲\n\n", ["甲", ""])],
)
def test_the_last_line_feed_ends_a_line_and_begins_none(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(st.text(alphabet="甲乙\n\r\t \u2028\x0b"))
def test_there_are_as_many_lines_as_cat_numbers(text: str) -> None:
    numbered = text.count("\n") + (not text.endswith("\n") and bool(text))
    assert len(split_lines(text)) == numbered


def test_cat_agrees(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_bytes("\ufeff标题\r\n\r\n同志们：\u2028今天\x0c\n完".encode())
    shown = subprocess.run(["cat", "-n", path], capture_output=True, check=True).stdout
    assert len(read_plain(path.read_bytes())) == len(shown.split(b"\n"))


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        checked(["", " \u3000", "\t"])
    assert caught.value.code == "S004"


def test_a_line_longer_than_any_paragraph_is_refused() -> None:
    with pytest.raises(SourceError, match="长达 11 字"):
        checked(["好", "好" * 11], Limits(line_characters=10))


def test_fifty_megabytes_in_one_line_are_refused_quickly() -> None:
    with pytest.raises(SourceError) as caught:
        checked(read_plain("讲话".encode() * 8_333_334))
    assert caught.value.code == "S003"


def test_a_text_file_beyond_the_limit_is_not_even_decoded() -> None:
    with pytest.raises(SourceError) as caught:
        read_plain(b"\xff" * 11, Limits(text=10))
    assert caught.value.code == "S003"
