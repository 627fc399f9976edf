"""From paths to readings: one file, many files, and memory that stays flat."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.errors import SourceError
from drafter.reading import Reading, SourceText, parse_text, read, read_all, reader

SPEECH = """在全县春季造林动员会上的讲话
（2026年3月4日）
同志们：
今天，我们召开全县春季造林动员会，主要任务是部署今年的造林工作。下面，我讲两点意见。
一、提高认识，增强造林绿化的紧迫感
山川秀美是全县群众的共同心愿，造林绿化等不得、慢不得。
二、压实责任，确保造林任务按期完成
各乡镇要把任务分解到村、落实到地块，林业部门要搞好技术服务。
同志们，让我们迅速行动起来，为建设绿色家园作出新的贡献！
"""


def headings(reading: Reading | SourceError) -> list[str]:
    assert isinstance(reading, Reading)
    return [text for speech in reading.speeches for _, _, text in speech.outline()]


def test_one_file(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, encoding="gb18030")
    reading = read(path)
    (speech,) = reading.speeches
    assert reading.source == str(path)
    assert speech.title == "在全县春季造林动员会上的讲话"
    assert speech.date == "2026-03-04"
    assert headings(reading) == [
        "一、提高认识，增强造林绿化的紧迫感",
        "二、压实责任，确保造林任务按期完成",
    ]


@pytest.mark.parametrize(
    "data",
    [
        SPEECH.encode("utf-8-sig"),
        SPEECH.encode("utf-16"),
        SPEECH.encode("utf-16-be"),
        SPEECH.replace("\n", "\r\n").encode("gb18030"),
        "".join(f"<p>{line}</p>\n" for line in SPEECH.split("\n")).encode(),
        SPEECH.replace("一、", "## 一、").replace("二、", "## 二、").encode(),
    ],
    ids=["bom", "utf-16", "utf-16-be", "crlf", "html", "markdown"],
)
def test_the_same_text_in_any_wrapping_has_the_same_outline(tmp_path: Path, data: bytes) -> None:
    suffix = ".html" if data.startswith(b"<p>") else ".md" if b"## " in data else ".txt"
    path = tmp_path / f"讲话{suffix}"
    path.write_bytes(data)
    plain = parse_text(SourceText("plain", tuple(SPEECH.split("\n"))))
    assert read(path).speeches[0].outline() == plain.speeches[0].outline()


def test_a_file_that_cannot_be_read_raises_its_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path / "无.txt")
    assert str(caught.value).startswith(f"{tmp_path / '无.txt'}: S002 ")


def test_a_folder_of_several_is_not_one_file(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(SPEECH, encoding="utf-8")
    with pytest.raises(SourceError, match="不止一个") as caught:
        read(tmp_path)
    assert caught.value.code == "S015"


def test_the_rest_goes_on_after_an_error(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text(SPEECH, encoding="utf-8")
    first, second = read_all([tmp_path])
    assert isinstance(first, SourceError)
    assert len(headings(second)) == 2


def test_a_fault_of_the_program_costs_one_file(tmp_path: Path, monkeypatch) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(SPEECH, encoding="utf-8")

    def fails_on_the_first(source: SourceText, *, details: bool) -> Reading:
        if source.name.endswith("1.txt"):
            raise IndexError
        return parse_text(source, details=details)

    monkeypatch.setattr(reader, "parse_text", fails_on_the_first)
    first, second = read_all([tmp_path])
    assert isinstance(first, SourceError)
    assert (first.code, first.place.file) == ("S099", str(tmp_path / "1.txt"))
    assert isinstance(second, Reading)


def test_importing_the_reader_loads_no_parser_of_files() -> None:
    heavy = "{'lxml.etree', 'pypdfium2', 'docx', 'jieba', 'markdown_it', 'opencc'}"
    code = f"import sys, drafter.reading; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.slow
def test_memory_stays_flat_over_ten_thousand_files(tmp_path: Path) -> None:
    """The interpreter holds as many blocks of memory after 10,000 files as after 500."""
    for number in range(10_000):
        path = tmp_path / f"{number // 500:02d}" / f"{number:05d}.txt"
        path.parent.mkdir(exist_ok=True)
        text = f"在第{number}次例会上的讲话\n同志们：\n今天我们召开第{number}次例会。\n"
        path.write_text(text, encoding="utf-8")
    held = []
    for number, reading in enumerate(read_all([tmp_path]), start=1):
        assert isinstance(reading, Reading)
        if number % 500 == 0:
            held.append(sys.getallocatedblocks())
    assert len(held) == 20
    assert max(held) < held[0] + 5_000  # a reading takes 25: keeping all would add 237,500


PIECES = (
    "一、 （一） 1. ① 第一， 一是 同志们： 今天 让我们 谢谢大家！ \u3000 ** 。 ， a 李明 篇一 ——"
    " （2024年3月1日） 在动员会上的讲话 下面，我讲三点意见。 \r \x00 \u2028 首页>>正文 —5— 展开全文"
)
LINES = st.lists(st.sampled_from(PIECES.split(" ")), max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=12))
@example(["让我们", "\x00一、。（2024年3月1日）"])
def test_any_lines_can_be_parsed(lines: list[str]) -> None:
    reading = parse_text(SourceText("杂", tuple(lines)))
    spans = [speech.trace.lines for speech in reading.speeches if speech.trace]
    assert all(1 <= first <= last <= len(lines) for first, last in spans)
    assert spans == sorted(spans)
