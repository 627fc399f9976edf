"""Encodings are told apart by what the text would say."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import SourceError
from drafter.reading.sources.decoding import decode, detect

SIMPLIFIED = "同志们：今天我们召开全县安全生产工作会议，主要任务是分析形势、部署工作。"
TRADITIONAL = "同志們：今天我們召開全縣安全生產工作會議，主要任務是分析形勢、部署工作。"
ENCODINGS = [
    ("utf-8", SIMPLIFIED),
    ("gb18030", SIMPLIFIED),
    ("big5hkscs", TRADITIONAL),
    ("utf-16-le", SIMPLIFIED),
    ("utf-16-be", TRADITIONAL),
]


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
@pytest.mark.parametrize("length", [10, 20, 40])
def test_a_line_is_enough(encoding: str, text: str, length: int) -> None:
    data = text[:length].encode(encoding)
    assert detect(data) == (encoding, 0)
    assert decode(data) == text[:length]


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_text_after_a_long_ascii_head_is_found(encoding: str, text: str) -> None:
    data = ("<p class='x'>\n" * 3000 + text).encode(encoding)
    assert decode(data).endswith(text)


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_broken_bytes_do_not_hide_the_encoding(encoding: str, text: str) -> None:
    whole = (text * 6).encode(encoding)
    cut = whole[:-1]
    holed = whole[:100] + b"\xff\xff" + whole[102:]
    for data in (cut, holed):
        assert detect(data)[0] == encoding
        assert text[-10:] in decode(data)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_removed(mark: bytes, encoding: str) -> None:
    assert decode(mark + "一、好".encode(encoding)) == "一、好"


def test_characters_beyond_gb2312_and_big5_are_kept() -> None:
    assert decode(("𠮷野家与犇羴鱻，" + SIMPLIFIED).encode("gb18030")).startswith("𠮷野家与犇羴鱻")
    assert "裏" in decode(("在這裏，" + TRADITIONAL).encode("big5hkscs"))


def test_plain_ascii_is_text() -> None:
    assert decode(b"Ladies and gentlemen,\nwelcome.") == "Ladies and gentlemen,\nwelcome."


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 500 + bytes(range(128, 256)) * 9,
        b"\1\2\3\4" * 100,
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert caught.value.code == "S005"


@given(st.text(alphabet="的一是在不了有和人这中大为上个国我以要他时来用们，。", min_size=12))
def test_any_chinese_text_comes_back_from_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")) == text
