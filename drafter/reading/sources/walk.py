"""Paths as the user gave them → files, in a steady order."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import SourceError
from drafter.files import reason
from drafter.reading.sources.kinds import is_promising
from drafter.reading.sources.refusals import Why, named, refusal

__all__ = ["display_name", "files_under", "os_refusal"]


def files_under(paths: Iterable[Path]) -> Iterator[Path | SourceError]:
    """The files to read: each path itself, or below a folder all that may hold a text.

    Folders are read in the order of their names, hidden files and folders left out. A link to a
    folder is followed once, so that links in a circle end.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield named(os_refusal(error), display_name(path))
            continue
        if not is_folder:
            yield path
            continue
        found = 0
        for item in _below(path, set()):
            found += 1
            yield item
        if not found:
            yield named(
                refusal(Why.NOTHING, ".txt .md .html .docx .pdf .zip …"), display_name(path)
            )


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | SourceError]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield named(os_refusal(error), display_name(folder))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):  # ~$ is the lock Word leaves beside an open file
            continue
        if _is_folder(entry):
            yield from _below(Path(entry.path), seen)
        elif is_promising(entry.name) and not _is_device(entry):
            yield Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_device(entry: os.DirEntry[str]) -> bool:
    """Whether reading might never end: a pipe, a socket. A broken link is told when opened."""
    try:
        return not entry.is_file() and not entry.is_symlink()
    except OSError:
        return False


def display_name(path: Path) -> str:
    """The path as it can be printed: bytes that are no UTF-8 are read as GB18030."""
    raw = os.fsencode(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def os_refusal(error: OSError) -> SourceError:
    """What the system said, in Chinese."""
    if isinstance(error, FileNotFoundError):
        return refusal(Why.MISSING)
    if isinstance(error, PermissionError):
        return refusal(Why.UNREADABLE, "没有权限")
    if isinstance(error, IsADirectoryError):
        return refusal(Why.UNREADABLE, "这是一个文件夹")
    if error.errno == errno.ELOOP:
        return refusal(Why.UNREADABLE, "链接绕成了圈")
    return refusal(Why.UNREADABLE, reason(error))
