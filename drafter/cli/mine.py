"""``drafter mine``: a corpus of real speeches → a pack of patterns."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.messages import chosen
from drafter.cli.streams import say

if TYPE_CHECKING:
    from drafter.mining import Summary

__all__ = ["register"]

_ENGINES = ("local", "dask")
_SHOWN = 10


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mine")(mine)


def mine(
    paths: list[Path] = typer.Argument(..., metavar="路径…", help="讲话稿文件或文件夹。"),
    out: Path = typer.Option(..., "-o", "--output", metavar="文件夹", help="句式包写到这里。"),
    engine: str = typer.Option("local", "--engine", help="local（本机进程）或 dask。"),
    workers: int = typer.Option(1, "--workers", min=1, help="同时用几个进程。"),
    min_support: int | None = typer.Option(
        None, "--min-support", min=1, help="一条句式至少要在几个来源里出现；不写时按语料大小定。"
    ),
    held: Path | None = typer.Option(None, "--held", help="把没有放行的句式和原因写到这个文件。"),
) -> None:
    """从真实讲话中挖掘句式，写成句式包。"""
    chosen("--engine", engine, {name: name for name in _ENGINES})
    from drafter.mining import mine as run

    try:
        with _progress() as step:
            summary = run(
                paths,
                out,
                engine="dask" if engine == "dask" else "local",
                workers=workers,
                min_support=min_support,
                progress=step,
            )
    except KeyboardInterrupt:
        say("读过的部分留着，用同样的命令再运行一次会接着挖")
        raise
    if held is not None:
        _write_held(held, summary)
    _report(summary)
    if summary.failures:
        raise typer.Exit(1)


def _report(summary: Summary) -> None:
    from drafter.bank.names import part_names

    for line in summary.failures:
        say(line)
    say(
        f"读了 {summary.texts} 篇讲话，去掉重复后 {summary.speeches} 篇，"
        f"来自 {summary.sources} 个独立来源，共 {summary.characters} 字"
    )
    parts = Counter(p.part for p in summary.patterns)
    counted = "，".join(
        f"{name} {parts[part]}" for part, name in part_names().items() if parts[part]
    )
    say(
        f"挖出 {len(summary.patterns)} 条句式{f'（{counted}）' if counted else ''}，"
        f"每条至少见于 {summary.least} 个来源，写入 {summary.folder}"
    )
    if summary.held:
        say(f"有 {len(summary.held)} 条没有放行：")
        for item in summary.held[:_SHOWN]:
            say(f"  {item.frame}（{'；'.join(item.reasons)}）")
        if len(summary.held) > _SHOWN:
            say(f"  ……其余 {len(summary.held) - _SHOWN} 条可用 --held 文件名 写出来看")
    if summary.patterns:
        say(_what_waits(summary))


def _what_waits(summary: Summary) -> str:
    """What is left to be reviewed: what was decided on before is decided."""
    from drafter.bank import load_decisions

    decided = load_decisions(summary.folder)
    waiting = sum(p.id not in decided for p in summary.patterns)
    if not waiting:
        return "这些句式以前都审过，审的结果仍然有效"
    which = "这些句式" if waiting == len(summary.patterns) else f"其中 {waiting} 条"
    return f"{which}还是“待审”，请用 drafter patterns review {summary.folder} 逐条过目"


def _write_held(path: Path, summary: Summary) -> None:
    from drafter.bank.yaml_files import dump_yaml
    from drafter.files import write_text

    write_text(
        path,
        dump_yaml(
            [{"part": h.part, "frame": h.frame, "reasons": list(h.reasons)} for h in summary.held]
        ),
    )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on stderr where somebody watches it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("挖掘"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True))
    task = bar.add_task("", total=None)

    def step(done: int, total: int) -> None:
        # The bar has a thread; until the first piece is done none may run (mining.workers).
        bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield step
    finally:
        bar.stop()
