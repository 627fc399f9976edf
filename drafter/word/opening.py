"""Opening a Word file nobody vouches for: bounded, without macros, entities or the network.

Every limit is far above any real speech (a 50,000-character one is some 3 MB of XML) and far
below what would hurt the machine. Nothing in the file is executed or fetched.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from lxml import etree

from drafter.errors import Place, SourceError
from drafter.files import reason

__all__ = ["Package", "main_part", "open_package", "parse_xml"]

_FILE_LIMIT = 64 << 20
_PART_LIMIT = 16 << 20
_ENTRY_LIMIT = 4000
#: A local file header of a zip: so many bytes before the name, the last four the lengths of the
#: name and the extra field; bit 0 of the flags tells that the entry is encrypted.
_LOCAL_HEADER, _ENCRYPTED = 30, 1
#: Deflate packs 258 bytes into two bits at best: 1032 times smaller.
_MOST_SWELLING = 1032
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # a way of packing that zipfile does not know is one of these
    ValueError,
)
_NOWHERE = Place()
_T = TypeVar("_T")
#: Parts of at most so many packed bytes are remembered, so many at most.
_REMEMBERED_BYTES, _MOST_REMEMBERED = 1 << 16, 32
_remembered: dict[tuple[Any, int, bytes], Any] = {}
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_pis=True,
    collect_ids=False,
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _error(message: str, code: str, place: Place) -> SourceError:
    return SourceError(message, place=place, code=code)


def parse_xml(data: bytes, place: Place = _NOWHERE) -> etree._Element:
    """The root of an XML part. Raises :class:`SourceError` for broken XML or a DOCTYPE.

    A document type is refused outright: no Word part has one, and entities live there.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        message = "文件里的 XML 损坏或嵌套过深，请用 Word 或 WPS 打开后另存一份"
        raise _error(message, "W003", place) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _error("文件里夹带了 DTD 声明，不是正常的 Word 文件，已拒绝", "W006", place)
    return root


class Package:
    """An opened docx: its parts by name, read one by one and never more than the limit."""

    def __init__(self, archive: zipfile.ZipFile, data: bytes, place: Place) -> None:
        self._archive = archive
        self._data = memoryview(data)
        self.place = place
        self.names: frozenset[str] = frozenset(archive.NameToInfo)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is no such part."""
        if name not in self.names:
            return None
        entry = self._archive.NameToInfo[name]
        packed = self._packed(entry)
        data = _inflated(entry, packed) if packed is not None else None
        return self._streamed(name) if data is None else data

    def remembered(self, name: str, make: Callable[[bytes], _T]) -> _T | None:
        """What ``make`` makes of a part; None when there is no such part.

        Files of one program mostly have the very same styles and relationships: what was made of
        the same packed bytes before is not made again. ``make`` must not keep or change anything.
        """
        if name not in self.names:
            return None
        entry = self._archive.NameToInfo[name]
        packed = self._packed(entry)
        if packed is None or len(packed) > _REMEMBERED_BYTES:
            return self._made(name, make)
        key = make, entry.CRC, bytes(packed)
        if key not in _remembered:
            while len(_remembered) >= _MOST_REMEMBERED:
                _remembered.pop(next(iter(_remembered)), None)
            _remembered[key] = self._made(name, make)
        return cast("_T", _remembered[key])

    def _made(self, name: str, make: Callable[[bytes], _T]) -> _T:
        try:
            return make(self.part(name) or b"")
        except SourceError as error:
            raise _error(error.message, error.code, self.place) from None

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview | None:
        """The packed bytes of an ordinary entry; None for whatever is out of the ordinary."""
        if entry.flag_bits & _ENCRYPTED or entry.compress_type != zipfile.ZIP_DEFLATED:
            return None
        begin = entry.header_offset + _LOCAL_HEADER
        lengths = self._data[begin - 4 : begin]
        if len(lengths) < 4 or entry.file_size > _PART_LIMIT:
            return None
        begin += sum(struct.unpack("<HH", lengths))
        return self._data[begin : begin + entry.compress_size]

    def _streamed(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as stream:
                # The size in the zip header may lie; the count of bytes read does not.
                data = stream.read(_PART_LIMIT + 1)
        except _BROKEN as error:
            if isinstance(error, RuntimeError) and "password" in str(error):
                raise _encrypted(self.place) from None
            raise _error("文件损坏，读不完整，请换一份没有损坏的", "W003", self.place) from None
        if len(data) > _PART_LIMIT:
            raise _too_big(self.place)
        return data

    def parts(self) -> dict[str, bytes]:
        """Every part by its name, in the file's order; at most the file limit all together."""
        out: dict[str, bytes] = {}
        total = 0
        for name in self._archive.namelist():
            data = self.part(name) if not name.endswith("/") else None
            if data is not None:
                out[name] = data
                total += len(data)
            if total > _FILE_LIMIT:
                raise _too_big(self.place)
        return out

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part; None when there is no such part."""
        data = self.part(name)
        return None if data is None else parse_xml(data, self.place)

    def related(self, source: str) -> list[tuple[str, str, str]]:
        """The relationships of a part as (last word of the type, part name, id).

        Targets outside the file are left out: nothing is ever fetched.
        """
        folder, _, name = source.rpartition("/")
        found = self.remembered(f"{folder}/_rels/{name}.rels".lstrip("/"), _relationships)
        paths = (
            (kind, path if path.startswith("/") else f"{folder}/{path}", number)
            for kind, path, number in found or ()
        )
        return [(kind, posixpath.normpath(p).lstrip("/"), number) for kind, p, number in paths]


def _relationships(data: bytes) -> tuple[tuple[str, str, str], ...]:
    """The inner relationships of a part: last word of the type, target as written, id."""
    return tuple(
        (rel.get("Type", "").rpartition("/")[2], rel.get("Target", ""), rel.get("Id", ""))
        for rel in parse_xml(data).iter(_RELATIONSHIP)
        if rel.get("TargetMode") != "External"
    )


def _inflated(entry: zipfile.ZipInfo, packed: memoryview) -> bytes | None:
    """An entry at one go, several times faster than zipfile's stream.

    None for one that is not what its header says; zipfile then tells what is wrong.
    """
    try:
        if len(packed) * _MOST_SWELLING <= _PART_LIMIT:
            # It cannot swell beyond the limit, whatever the header says: room for all at once.
            data = zlib.decompress(packed, -zlib.MAX_WBITS, entry.file_size + 1)
        else:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
    except zlib.error:
        return None
    whole = len(data) == entry.file_size and zlib.crc32(data) == entry.CRC
    return data if whole else None


def _encrypted(place: Place) -> SourceError:
    message = "文件加了密码（或是旧版 .doc 格式），请去掉密码、另存为 .docx 再用"
    return _error(message, "W002", place)


def _too_big(place: Place) -> SourceError:
    return _error("文件过大，不像一篇讲话稿，请删去图片和无关内容再用", "W005", place)


def _bytes(source: Path | bytes, place: Place) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        try:
            if source.is_dir():
                raise _error("这是一个文件夹，请给出 Word 文件", "S001", place)
            with source.open("rb") as file:
                # A device has no size of its own: one byte more than the limit is enough to tell.
                data = file.read(_FILE_LIMIT + 1)
        except FileNotFoundError:
            raise _error("没有这个文件，请检查路径", "S001", place) from None
        except OSError as e:
            message = f"文件读不到（{reason(e)}），请检查路径和权限"
            raise _error(message, "S001", place) from None
    if len(data) > _FILE_LIMIT:
        raise _too_big(place)
    return data


def open_package(source: Path | str | bytes, *, name: str | None = None) -> Package:
    """Open a docx from a path or its bytes; ``name`` is what errors call bytes.

    Raises :class:`SourceError`: W001 no Word file, W002 encrypted or .doc, W003 broken,
    W004 with macros, W005 too big, W006 with a DTD.
    """
    if isinstance(source, str):
        source = Path(source)
    place = Place(file=name if isinstance(source, bytes) else str(source))
    data = _bytes(source, place)
    if data.startswith(_OLE):
        raise _encrypted(place)
    if not data.startswith(b"PK"):
        raise _error("这不是 Word 文件（.docx）", "W001", place)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise _error("文件损坏，打不开，请换一份没有损坏的", "W003", place) from None
    package = Package(archive, data, place)
    if len(package.names) > _ENTRY_LIMIT:
        raise _too_big(place)
    _check(package)
    return package


def _check(package: Package) -> None:
    """Refuse what is no Word document and what carries macros."""
    typed = package.remembered("[Content_Types].xml", _types_macros)
    if typed is None:
        raise _error("这不是 Word 文件（.docx）", "W001", package.place)
    if typed or "vbaproject.bin" in "\n".join(package.names).lower():
        message = "文件带有宏，为安全起见不读，请另存为不带宏的 .docx 再用"
        raise _error(message, "W004", package.place)


def _types_macros(types: bytes) -> bool:
    return b"macroEnabled" in types


def main_part(package: Package) -> str:
    """The name of the document part, whatever the program that wrote the file calls it."""
    for kind, name, _ in package.related(""):
        if kind == "officeDocument" and name in package.names:
            return name
    raise _error("这不是 Word 文件（.docx），里面没有正文", "W001", package.place)
