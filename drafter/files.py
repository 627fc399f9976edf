"""Writing files so that nothing is ever half written: beside the target, then renamed."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from drafter.errors import OutputError, Place

__all__ = ["write_bytes", "write_text"]


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing it in one step.

    Raises :class:`OutputError` where the folder does not exist or cannot be written; then the old
    file, if there was one, is untouched.
    """
    place = Place(file=str(path))
    if path.is_dir():
        raise OutputError("这里是一个文件夹，请写出要保存的文件名", place=place)
    beside = path.parent / f".{path.name[:60]}.{os.urandom(4).hex()}.tmp"
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except FileNotFoundError:
        raise OutputError(
            f"没有“{path.parent}”这个文件夹，请先建好或换一个位置", place=place
        ) from None
    except OSError as e:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutputError(
            f"写不进去（{_reason(e)}），请换一个位置或检查权限", place=place
        ) from None


def write_text(path: Path, text: str) -> None:
    r"""Write UTF-8 text with ``\n`` line ends, the same way."""
    write_bytes(path, text.encode("utf-8"))


def _reason(error: OSError) -> str:
    reasons = {
        "EACCES": "没有权限",
        "EPERM": "没有权限",
        "EROFS": "磁盘是只读的",
        "ENOSPC": "磁盘已满",
        "ENAMETOOLONG": "文件名太长",
        "ENOTDIR": "路径里有一段不是文件夹",
    }
    return reasons.get(errno.errorcode.get(error.errno or 0, ""), error.strerror or "系统拒绝")
