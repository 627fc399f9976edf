"""Writing files so that nothing is ever half written: beside the target, then renamed."""

from __future__ import annotations

import contextlib
import errno
import secrets
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.errors import OutputError, Place

__all__ = ["make_folder", "reason", "write_bytes", "write_text", "write_texts"]

_REASONS = {
    "EACCES": "没有权限",
    "EPERM": "没有权限",
    "EROFS": "磁盘是只读的",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额用完了",
    "EIO": "磁盘读写出错",
    "ENAMETOOLONG": "文件名太长",
    "ENOENT": "没有这个文件",
    "EEXIST": "同名的文件已经在那里",
    "ENOTDIR": "路径里有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "ELOOP": "链接绕成了圈",
    "EMFILE": "打开的文件太多",
    "ENOMEM": "内存不够",
    "EBADF": "已经关闭",
}


def reason(error: OSError) -> str:
    """Why the system refused, in a few Chinese words."""
    known = _REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    return known or (f"系统错误 {error.errno}" if error.errno else "系统拒绝")


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing it in one step; a link stays and its target is written.

    A device or a pipe is written to as it is. Raises :class:`OutputError` where the folder does
    not exist or cannot be written; then the old file, if there was one, is untouched.
    """
    with _refused(path):
        _write(path, data)


@contextlib.contextmanager
def _refused(path: Path) -> Iterator[None]:
    """Why a file cannot be written, as an :class:`OutputError`."""
    place = Place(file=str(path))
    try:
        yield
    except IsADirectoryError:
        raise OutputError("这里是一个文件夹，请写出要保存的文件名", place=place) from None
    except FileNotFoundError:
        raise OutputError(
            f"没有“{path.parent}”这个文件夹，请先建好或换一个位置", place=place
        ) from None
    except ValueError:
        raise OutputError("文件名里有不能用的字符，请换一个", place=place) from None
    except (OSError, RuntimeError) as e:  # before Python 3.13 a circle of links is a RuntimeError
        why = reason(e) if isinstance(e, OSError) else _REASONS["ELOOP"]
        raise OutputError(f"写不进去（{why}），请换一个位置或检查权限", place=place) from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are not there yet.

    Raises :class:`OutputError` where that cannot be done.
    """
    place = Place(file=str(path))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError("这里已有一个同名的文件，请换一个文件夹名", place=place) from None
    except OSError as e:
        raise OutputError(
            f"建不了文件夹（{reason(e)}），请换一个位置或检查权限", place=place
        ) from None


def write_text(path: Path, text: str) -> None:
    r"""Write UTF-8 text with ``\n`` line ends, the same way."""
    write_bytes(path, text.encode("utf-8"))


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write several files that belong together: all are beside their targets before any is renamed.

    Raises :class:`OutputError` where one cannot be written; then none of the old ones is touched.
    """
    with _written_beside() as beside:
        for path, text in texts.items():
            with _refused(path):
                target = path.resolve()
                beside[target] = _name_beside(target)
                _write_new(beside[target], text.encode("utf-8"), _mode(path))
        for target, written in beside.items():
            with _refused(target):
                written.replace(target)


def _write(path: Path, data: bytes) -> None:
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)  # a rename would put a file in the place of the device
        return
    target = path.resolve()
    with _written_beside() as beside:
        beside[target] = _name_beside(target)
        _write_new(beside[target], data, mode)
        beside[target].replace(target)


@contextlib.contextmanager
def _written_beside() -> Iterator[dict[Path, Path]]:
    """Files written beside their targets; where something fails none of them is left behind."""
    beside: dict[Path, Path] = {}
    try:
        yield beside
    except BaseException:  # nor is after Ctrl-C
        for path in beside.values():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _name_beside(path: Path) -> Path:
    """A name of its own beside the target."""
    return path.parent / f".{path.name[:60]}.{secrets.token_hex(4)}.tmp"


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    path.write_bytes(data)
    if mode is not None:
        with contextlib.suppress(OSError):  # not every file system knows rights
            path.chmod(stat.S_IMODE(mode))  # what was private stays private


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
