"""Many briefs into a folder: each failure is said, none stops the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.keeping import refuse_to_lose_edits
from drafter.cli.streams import read_bytes, say, write_bytes
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.brief import Brief

__all__ = ["draft_all"]

#: File systems take names of 255 bytes; writing needs some beside the target, and an ending.
_NAME_BYTES = 200


def draft_all(
    names: Iterable[str],
    folder: Path,
    kind: str,
    make: Callable[[Brief], tuple[str, bytes, list[str]]],
) -> int:
    """Draft every brief of the files into a folder; returns how many failed.

    ``make`` gives the title of one draft, its bytes and what is to be said of it, ``kind`` is the
    ending of its file.
    """
    from drafter.files import make_folder

    make_folder(folder)
    taken: set[str] = set()
    failed = done = 0
    for item in _progress(list(_each(names))):
        try:
            if isinstance(item, DrafterError):
                raise item
            title, data, notes = make(item)
            name = _file_name(title, kind, taken)
            if kind == "docx":
                refuse_to_lose_edits(folder / name)
            write_bytes(str(folder / name), data)
            done += 1
            for note in notes:
                say(f"{name}：{note}")
        except DrafterError as error:
            failed += 1
            for line in error.lines():
                say(line)
    say(f"共写出 {done} 份，在 {folder}" + (f"；{failed} 份没有写成" if failed else ""))
    return failed


def _each(names: Iterable[str]) -> Iterator[Brief | DrafterError]:
    from drafter.brief import each_brief, parse_brief

    for name in names:
        try:
            data = read_bytes(name)
            if data is None:
                yield from each_brief(Path(name))
            else:
                yield parse_brief(data, name="标准输入")
        except DrafterError as error:
            yield error


def _progress(items: list[Brief | DrafterError]) -> Iterator[Brief | DrafterError]:
    """The items, with a bar on stderr when somebody is watching."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="起草", console=Console(stderr=True))


def _file_name(title: str, kind: str, taken: set[str]) -> str:
    """The title as a file name no system refuses, numbered where two are the same.

    Windows and macOS take two names for one that differ in nothing but letter case.
    """
    clean = "".join("_" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in title)
    base = clean.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .") or "讲话稿"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base}（{number}）"
    taken.add(name.casefold())
    return f"{name}.{kind}"
