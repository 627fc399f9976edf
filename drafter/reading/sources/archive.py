"""Zip archives → their files, one after another, nothing unpacked to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from drafter.errors import SourceError
from drafter.reading.sources.decoding import detect
from drafter.reading.sources.kinds import is_promising, suffix_of
from drafter.reading.sources.packed import member_bytes
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["member_name", "members"]

#: General purpose bit 11: the name is in UTF-8 (APPNOTE 4.4.4).
_UTF8_NAME = 0x800


def members(
    container: zipfile.ZipFile, limits: Limits = LIMITS
) -> Iterator[tuple[str, bytes | SourceError]]:
    """The files in an archive that may hold a text, by name: each one's bytes, or why not.

    Raises :class:`SourceError` where there is none.
    """
    files = [(member_name(info), info) for info in container.infolist() if not info.is_dir()]
    files = [(name, info) for name, info in files if is_promising(name) and not _is_hidden(name)]
    for name, info in sorted(files, key=lambda file: file[0]):
        yield name, _bytes(container, info, name, limits)
    if not files:
        raise refusal(Why.NOTHING, ".txt .md .html .docx .pdf …")


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name: UTF-8 where it says so, else in the encoding its bytes read best in.

    Windows packs names in the system's encoding and says nothing; the zip module then reads them
    as code page 437, from which the bytes come back.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode(detect(raw)[0])
    except (SourceError, UnicodeDecodeError):
        return raw.decode("gb18030", errors="replace")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/"))


def _bytes(
    container: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits
) -> bytes | SourceError:
    if suffix_of(name) == ".zip":
        return refusal(Why.NESTED)
    try:
        return member_bytes(container, info, limits.file)
    except SourceError as error:
        return error
