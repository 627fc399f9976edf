"""``drafter read``: an edited Word file back into a draft, with what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.streams import STANDARD, read_bytes, say, write_bytes
from drafter.errors import UsageError

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.word import Comparison, WordReading

__all__ = ["register"]

_FORMATS = (".json", ".md", ".txt")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    file: str = typer.Argument(..., metavar="稿子.docx", help="改过的 Word 文件；- 为标准输入。"),
    output: str | None = typer.Option(
        None, "--output", "-o", help="把读回的稿子存为 .json、.md 或 .txt。"
    ),
    brief: Path | None = typer.Option(None, "--brief", help="提纲：说明改动了提纲里的哪些事实。"),
    sent: Path | None = typer.Option(
        None, "--sent", help="当初发出的 Word 文件；改过的文件丢了原稿信息时用。"
    ),
    as_json: bool = typer.Option(False, "--json", help="稿子和改动都以 JSON 输出。"),
) -> None:
    """读回改过的 Word 文件，并逐段逐句说明与发出的稿子有何不同。"""
    from drafter.word import compare, read_word

    if output is not None and Path(output).suffix.lower() not in _FORMATS:
        raise UsageError(f"“{output}”的后缀不认识，请用 {'、'.join(_FORMATS)}")
    known = _brief(brief)
    original = None
    if sent is not None:
        original = read_word(sent).sent
        if original is None:
            raise UsageError(f"“{sent}”里没有原稿信息，请给当初生成的那一份")
    data = read_bytes(file)
    reading = read_word(Path(file) if data is None else data, sent=original, name="标准输入")
    comparison = None
    if reading.sent is not None:
        comparison = compare(reading.sent, reading.draft, known)
    if output is not None:
        write_bytes(output, _as(Path(output).suffix.lower(), reading, comparison))
        say(f"已保存 {output}")
    _print(reading, comparison, as_json)


def _brief(path: Path | None) -> Brief | None:
    if path is None:
        return None
    from drafter.brief import load_brief

    return load_brief(path)


def _as(suffix: str, reading: WordReading, comparison: Comparison | None) -> bytes:
    from drafter.drafting.plain import markdown, plain_text

    if suffix == ".json":
        return _json(reading, comparison)
    text = markdown(reading.speech) if suffix == ".md" else plain_text(reading.speech)
    return text.encode()


def _json(reading: WordReading, comparison: Comparison | None) -> bytes:
    from drafter.word.report import reading_json

    plain = reading_json(reading, comparison)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _print(reading: WordReading, comparison: Comparison | None, as_json: bool) -> None:
    from drafter.word.report import report_text

    if as_json:
        write_bytes(STANDARD, _json(reading, comparison))
    else:
        write_bytes(STANDARD, report_text(reading, comparison).encode())
