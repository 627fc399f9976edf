"""What a file is: by what it begins with, and where that says nothing, by its name.

Names lie: a .doc from the web is as often HTML or a .docx, and people rename freely.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from typing import Literal

from drafter.reading.sources.packed import open_zip
from drafter.reading.sources.refusals import Why, refusal

__all__ = ["ZIP_MARKS", "Kind", "is_promising", "kind_of", "suffix_of", "zip_kind"]

Kind = Literal["plain", "markdown", "page", "mhtml", "word", "pdf", "archive", "legacy"]

_SUFFIXES: dict[Kind, str] = {
    "plain": ".txt .text",
    "markdown": ".md .markdown",
    "page": ".html .htm .xhtml .shtml .shtm .php .asp .aspx .jsp .jspx .jhtml .do",
    "mhtml": ".mht .mhtml",
    "word": ".docx .docm .dotx .dotm",
    "legacy": ".doc .dot .wps .wpt .rtf .odt",
    "pdf": ".pdf",
    "archive": ".zip",
}
_BY_SUFFIX = {suffix: kind for kind, all_ in _SUFFIXES.items() for suffix in all_.split()}
#: Formats that may well hold a speech, so that passing over them in silence would be wrong.
_REFUSED = frozenset((".rar", ".7z", ".tar", ".gz", ".tgz", ".ofd", ".caj", ".pages", ".et"))
#: A page saved by its address keeps the query: view.php?id=3, index.html@p=2.
_SUFFIX = re.compile(r"(\.[a-z0-9]{1,8})(?:[?@&#].*)?$", re.IGNORECASE)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A zip file begins with a member, or where it is empty with its directory's end.
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
    (b"\x89PNG\r\n", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
)
#: Streams in an OLE container by their names in UTF-16: what program wrote it.
_OLE_LOCKED, _OLE_WORD, _OLE_EXCEL, _OLE_SLIDES = (
    name.encode("utf-16-le")
    for name in ("EncryptedPackage", "WordDocument", "Workbook", "PowerPoint Document")
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MHTML = re.compile(
    rb"(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location)\s*:", re.IGNORECASE
)


def suffix_of(name: str) -> str:
    """The name's ending in lower case, with its dot; empty where there is none."""
    match = _SUFFIX.search(name)
    return match.group(1).lower() if match else ""


def is_promising(name: str) -> bool:
    """Whether a file found in a folder is worth opening: its ending says it may hold a text."""
    suffix = suffix_of(name)
    return suffix in _BY_SUFFIX or suffix in _REFUSED


def kind_of(name: str, data: bytes) -> Kind:
    """How to read ``data``, which is a file called ``name``.

    Raises :class:`SourceError` for formats that are not read, and for locked Office files.
    """
    by_content = _by_content(data)
    if by_content is not None:
        return by_content
    suffix = suffix_of(name)
    if suffix in _REFUSED:
        raise refusal(Why.UNKNOWN, suffix)
    kind = _BY_SUFFIX.get(suffix, "plain")
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:2000]):
        return "page"
    if kind == "mhtml" and not _MHTML.match(data.lstrip()[:200]):
        return "page"
    if kind in {"word", "pdf", "archive"}:
        raise refusal(Why.CORRUPT, f"开头不是 {suffix} 应有的样子") if data else refusal(Why.EMPTY)
    # a .doc that begins like no document is text somebody gave that name
    return "plain" if kind == "legacy" else kind


def _by_content(data: bytes) -> Kind | None:
    for mark, foreign in _FOREIGN:
        if data.startswith(mark):
            raise refusal(Why.UNKNOWN, foreign)
    if data.startswith(ZIP_MARKS):
        with open_zip(io.BytesIO(data), len(data)) as container:
            return zip_kind(container.namelist())
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"{\\rtf"):
        return "legacy"
    # ISO 32000-1, annex H: viewers accept the header anywhere in the first 1,024 bytes
    return "pdf" if b"%PDF-" in data[:1024] else None


def zip_kind(names: Collection[str]) -> Kind:
    """What a zip container with members of these names is.

    Raises :class:`SourceError` for the Office formats that are no documents.
    """
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return "word"
        raise refusal(Why.UNKNOWN, "表格或幻灯片")
    if "OFD.xml" in names:
        raise refusal(Why.UNKNOWN, "OFD")
    return "legacy" if {"mimetype", "content.xml"} <= set(names) else "archive"


def _ole_kind(data: bytes) -> Kind:
    if _OLE_LOCKED in data:
        raise refusal(Why.LOCKED)
    if _OLE_WORD in data:
        return "legacy"
    if _OLE_EXCEL in data or _OLE_SLIDES in data:
        raise refusal(Why.UNKNOWN, "表格或幻灯片")
    raise refusal(Why.CORRUPT, "里面找不到正文")
