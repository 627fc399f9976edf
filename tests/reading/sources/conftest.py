"""Files of every kind, made here: nothing binary lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zip_of(members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these members; dated the same always, so that its bytes are the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as container:
        for name, data in members.items():
            member = zipfile.ZipInfo(name) if isinstance(name, str) else name
            container.writestr(member, data, compression)
    return buffer.getvalue()


@pytest.fixture
def make_zip() -> Callable[..., bytes]:
    return zip_of


class _RawName(zipfile.ZipInfo):
    """A member whose name is written as the bytes given, as Windows does, not marked as UTF-8."""

    def __init__(self, name: bytes) -> None:
        super().__init__(name.decode("cp437"))
        self.raw_name = name

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own name
        return self.raw_name, self.flag_bits


@pytest.fixture
def make_raw_zip() -> Callable[[dict[bytes, bytes]], bytes]:
    def make(members: dict[bytes, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as container:
            for name, data in members.items():
                container.writestr(_RawName(name), data)
        return buffer.getvalue()

    return make


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """A Word file from the XML of its body, numbering and styles."""

    def make(body: str, *, numbering: str = "", styles: str = "", namespace: str = _W) -> bytes:
        spaces = (
            f'xmlns:w="{namespace}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        members = {
            "[Content_Types].xml": _TYPES,
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        }
        if numbering:
            members["word/numbering.xml"] = f"<w:numbering {spaces}>{numbering}</w:numbering>"
        if styles:
            members["word/styles.xml"] = f"<w:styles {spaces}>{styles}</w:styles>"
        return zip_of(members)

    return make


@pytest.fixture
def paragraph() -> Callable[..., str]:
    """The XML of a paragraph: its text, and what its properties hold."""

    def make(text: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    return make


_FONT = (
    (
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H"
        b"/DescendantFonts[4 0 R]>>"
    ),
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
    ),
)

#: A piece of text on a page: left edge, baseline, size, all in points, and what it says.
Piece = tuple[float, float, float, str]


@pytest.fixture
def make_pdf() -> Callable[[Sequence[Sequence[Piece]]], bytes]:
    """A PDF of A4 pages, its Chinese font named but not embedded (ISO 32000-1, 9.7.5.2)."""

    def content(page: Sequence[Piece]) -> bytes:
        shown = (
            f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
            for left, base, size, text in page
        )
        return "\n".join(shown).encode()

    def make(pages: Sequence[Sequence[Piece]]) -> bytes:
        kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
        pages_object = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", pages_object, *_FONT]
        for number, page in enumerate(pages):
            data = content(page)
            box = "/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            objects.append(f"<</Type/Page{box}/Contents {7 + 2 * number} 0 R>>".encode())
            objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(data), data))
        return _assembled(objects)

    return make


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(out)


@pytest.fixture
def column() -> Callable[..., list[Piece]]:
    """Pieces of one page, one under the other: a leading 　　 is two characters of indent."""

    def make(*lines: str, left: float = 90, top: float = 740, size: float = 16) -> list[Piece]:
        return [
            (left + 2 * size * line.startswith("　　"), top - 28 * row, size, line.strip("　"))
            for row, line in enumerate(lines)
        ]

    return make


@pytest.fixture
def assemble_pdf() -> Callable[[Sequence[bytes]], bytes]:
    """A PDF from its objects, numbered from 1."""
    return _assembled
