"""Zip containers opened with care: Word files and archives share the same dangers."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO

from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["member_bytes", "open_zip"]

#: What the zip module raises for damaged or unusual containers.
_UNPACK_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # locked, or packed in a way the module does not know
    EOFError,
    ValueError,
    OSError,
    OverflowError,
)


def open_zip(file: IO[bytes], size: int, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """The container in ``file``, ``size`` bytes long, after its directory has been judged.

    Sizes in the directory bound what can be read: the zip module stops at them. Members that lie
    over one another, as in the densest bombs, show in the sum.

    Raises :class:`SourceError` for a corrupt container or one that unpacks beyond measure.
    """
    try:
        container = zipfile.ZipFile(file)
    except _UNPACK_ERRORS as error:
        raise refusal(Why.CORRUPT, "压缩结构不完整") from error
    members = container.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > limits.archive_members:
        raise refusal(Why.BOMB, f"{len(members)} 个文件")
    if total > limits.archive or total > max(limits.archive_ratio * size, 10_000_000):
        raise refusal(Why.BOMB, f"{total // 1_000_000} MB")
    return container


def member_bytes(container: zipfile.ZipFile, member: zipfile.ZipInfo | str, most: int) -> bytes:
    """The bytes of one member.

    Raises :class:`SourceError` when it is locked, damaged, or larger than ``most`` bytes.
    """
    try:
        info = container.getinfo(member) if isinstance(member, str) else member
        if info.flag_bits & 0x1:
            raise refusal(Why.LOCKED)
        if info.file_size > most:
            raise refusal(Why.TOO_BIG, f"解压后超过 {most // 1_000_000} MB")
        return container.read(info)
    except KeyError as error:
        raise refusal(Why.CORRUPT, f"缺少 {member}") from error
    except _UNPACK_ERRORS as error:
        raise refusal(Why.CORRUPT, "内容解不开") from error
