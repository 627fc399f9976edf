"""``drafter new`` and ``drafter schema``: how a brief begins."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typer

from drafter.cli.streams import STANDARD, read_bytes, say, write_bytes
from drafter.cli.terminal import Terminal
from drafter.errors import OutputError, UsageError

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the two commands."""
    app.command("new")(new)
    app.command("schema")(schema)


def new(
    genre: str | None = typer.Option(None, "--genre", "-g", help="文种，如 动员讲话。"),
    example: bool = typer.Option(False, "--example", help="不提问，直接给一份填好的样例。"),
    notice: str | None = typer.Option(
        None, "--from", help="从通知、方案（Word、PDF、网页、文本）里读出提纲；- 为标准输入。"
    ),
    output: str = typer.Option(STANDARD, "--output", "-o", help="保存到哪个文件；- 为屏幕。"),
) -> None:
    """新建一份提纲：逐项提问，给出样例，或从通知、方案里读出。"""
    from drafter.brief.vocabulary import closest, genre_id, genres

    known = genre_id(genre) if genre else None
    if genre and known is None:
        names = [n[0] for n in genres().values()]
        raise UsageError(f"没有“{genre}”这个文种；{closest(genre, names)}")
    if notice is not None and example:
        raise UsageError("--from 和 --example 只能用一个")
    _spare(output)
    asked = not example and notice is None
    if notice is not None:
        text = _begun(notice, known)
    else:
        text = _example(known or "mobilisation") if example else _asked(known)
    try:
        write_bytes(output, text.encode("utf-8"))
    except OutputError:
        if asked:
            print(text)  # nobody answers all the questions a second time
        raise
    if output != STANDARD:
        say(f"已保存 {output}；下一步：drafter draft {output} -o 讲话稿.docx")


def _spare(output: str) -> None:
    """Ask whoever sits at a terminal before a brief filled by hand is written over."""
    there = output != STANDARD and Path(output).is_file()
    if there and sys.stdin.isatty() and not Terminal().confirm(f"已有 {output}，要覆盖它吗"):
        raise typer.Abort


def schema() -> None:
    """打印提纲的 JSON Schema，供编辑器补全和校验。"""
    from drafter.brief.schema import brief_schema

    print(json.dumps(brief_schema(), ensure_ascii=False, indent=2))


def _example(genre: str) -> str:
    from drafter.resources import shipped

    file: Path = shipped("templates") / genre / "example.yaml"
    return file.read_text("utf-8")


def _begun(notice: str, genre: str | None) -> str:
    from drafter.brief.begun import begun_brief
    from drafter.cli.drafts import bytes_of
    from drafter.reading.sources import source_from_bytes

    data = read_bytes(notice)
    if data is None:
        data = bytes_of(notice, "一份通知或方案")
    source = source_from_bytes("通知.txt" if notice == STANDARD else notice, data)
    return begun_brief("\n".join(source.lines), Path(notice).name, genre)


def _asked(genre: str | None) -> str:
    if not sys.stdin.isatty():
        raise UsageError("逐项提问需要在终端里运行；要一份样例请加 --example")
    from drafter.brief.questions import ask_brief
    from drafter.brief.writing import brief_yaml

    return brief_yaml(ask_brief(Terminal(), genre))
