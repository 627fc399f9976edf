"""``drafter parse``: the structure of real texts, as an outline or as JSON.

One source after another is read, printed and forgotten, so that memory stays flat.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.streams import STANDARD, say
from drafter.errors import SourceError, UsageError

if TYPE_CHECKING:
    from drafter.reading import Reading

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("parse")(parse)


def parse(
    files: list[str] = typer.Argument(
        ..., metavar="文件…", help="文本、网页、Word、PDF、压缩包或文件夹；- 为标准输入。"
    ),
    as_json: bool = typer.Option(False, "--json", help="输出 JSON，每个文件一个对象。"),
) -> None:
    """读出讲话的结构：标题、日期、讲话人、称谓、各级标题、开头和结尾。"""
    from drafter.reading import read_all

    if STANDARD in files and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError("“-”表示从标准输入读，但没有内容传进来")
    tally = _Tally()
    show = _JsonList() if as_json else _Outlines()
    with _progress() as step:
        for result in read_all(map(Path, files)):
            if isinstance(result, SourceError):
                tally.failures[result.code] += 1
                step(None, str(result))
            else:
                tally.count(result)
                show.add(result)
                step(result.source, None)
    show.end()
    if tally.files + tally.failures.total() > 1:
        say(tally.summary())
    if tally.failures:
        raise typer.Exit(1)


class _Tally:
    """How many files and texts there were, and the failures by code."""

    def __init__(self) -> None:
        self.files = 0
        self.texts: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()

    def count(self, reading: Reading) -> None:
        self.files += 1
        self.texts.update(speech.kind for speech in reading.speeches)

    def summary(self) -> str:
        said = (
            f"读了 {self.files} 个文件：讲话 {self.texts['speech']} 篇，"
            f"文章 {self.texts['article']} 篇，节录 {self.texts['excerpt']} 篇"
        )
        if not self.failures:
            return said
        reasons = "，".join(f"{code} {n} 个" for code, n in sorted(self.failures.items()))
        return f"{said}；{self.failures.total()} 个没有读成（{reasons}）"


class _Outlines:
    """Readable outlines, a blank line between sources."""

    _between = ""

    def add(self, reading: Reading) -> None:
        from drafter.cli.outline import outline

        typer.echo(self._between + "\n".join(outline(reading)))
        self._between = "\n"

    def end(self) -> None:
        """Each source was printed whole."""


class _JsonList:
    """A JSON list written as it grows, one object a line, in UTF-8 whatever the terminal uses."""

    _before = "[\n"

    def add(self, reading: Reading) -> None:
        from drafter.reading import reading_json

        self._write(self._before + json.dumps(reading_json(reading), ensure_ascii=False))
        self._before = ",\n"

    def end(self) -> None:
        self._write("[]\n" if self._before == "[\n" else "\n]\n")

    @staticmethod
    def _write(text: str) -> None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


#: Called after every source with its name or its error.
_Step = Callable[[str | None, str | None], None]


@contextmanager
def _progress() -> Iterator[_Step]:
    """A count on stderr where somebody watches it and the results go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _, error: say(error) if error else None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False)
    columns = (
        SpinnerColumn(),
        TextColumn("已读 {task.completed} 份"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, name="")

        def step(name: str | None, error: str | None) -> None:
            if error:
                console.print(error, markup=False, soft_wrap=True)
            bar.update(task, advance=1, name=name or "")

        yield step
