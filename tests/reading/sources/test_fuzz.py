"""Whatever a file holds, the outcome is its text or a SourceError that is no fault of ours."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import SourceError
from drafter.reading import SourceText
from drafter.reading.sources import legacy, source_from_bytes

_ENDINGS = ".txt .md .html .aspx .php .mht .docx .pdf .zip .doc .wps .rtf .odt .rar .ofd .unknown"
SUFFIXES = _ENDINGS.split()
#: What files of each kind begin with, so that the fuzz gets past the door.
HEADS = (
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"PK\x05\x06" + b"\0" * 18,
    b"%PDF-1.7\n1 0 obj<<",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    b"{\\rtf1",
    b"<html><body><table>",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n",
    "同志们：一、".encode("gb18030"),
)
PIECES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b"<div>", b"</p>", b"<ol><li>", b"&#x110000;", b"\r\n", b"\0", b"**", b"\\par", b"endobj"]
    ),
    st.text(alphabet="一、（）123.同志们：\u2028\x0b\u3000", max_size=12).map(str.encode),
)
BYTES = st.builds(
    lambda head, pieces: head + b"".join(pieces),
    st.sampled_from(HEADS),
    st.lists(PIECES, max_size=12),
)


def outcome(name: str, data: bytes) -> SourceText | SourceError:
    """What a file of that name and content gives."""
    try:
        return source_from_bytes(name, data)
    except SourceError as error:
        return error


def is_fine(found: SourceText | SourceError, name: str) -> bool:
    """Whether that is lines of text, or an error that names the file and is no fault of ours."""
    if isinstance(found, SourceError):
        return found.place.file == name and found.code != "S099"
    return all("\n" not in line for line in found.lines)


@pytest.fixture
def _no_office(monkeypatch) -> None:
    monkeypatch.setattr(legacy, "find_office", lambda: None)


@pytest.mark.usefixtures("_no_office")
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(suffix=st.sampled_from(SUFFIXES), data=BYTES)
def test_random_bytes(suffix: str, data: bytes) -> None:
    name = "模糊" + suffix
    assert is_fine(outcome(name, data), name)


@pytest.mark.usefixtures("_no_office")
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_files(
    data: st.DataObject, make_docx, paragraph, make_pdf, column, make_zip
) -> None:
    """Real files with a stretch of bytes replaced."""
    docx = make_docx(paragraph("同志们：") + paragraph("一、提高认识"))
    whole = {
        ".docx": docx,
        ".pdf": make_pdf([column("同志们：", "一、提高认识")]),
        ".zip": make_zip({"a.docx": docx}),
    }
    suffix = data.draw(st.sampled_from(sorted(whole)))
    original = whole[suffix]
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, min(len(original), start + 40)))
    damaged = original[:start] + data.draw(st.binary(max_size=40)) + original[end:]
    name = "损坏" + suffix
    assert is_fine(outcome(name, damaged), name)
