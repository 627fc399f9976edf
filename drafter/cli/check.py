"""``drafter check``: a draft or an edited Word file against its brief and other texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.streams import STANDARD, say, write_bytes

if TYPE_CHECKING:
    from drafter.review.corpus import CopyIndex

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    file: str = typer.Argument(
        ..., metavar="稿子", help="稿子：Word、JSON、Markdown 或文本；- 为标准输入。"
    ),
    brief: Path = typer.Option(..., "--brief", "-b", help="写这份稿子用的提纲。"),
    corpus: list[Path] = typer.Option(
        [], "--corpus", help="拿来对照抄袭的文件、文件夹或压缩包；可写多次。"
    ),
    patterns: list[Path] = typer.Option(
        [], "--patterns", help="起草时另加的句式包文件夹；可写多次。"
    ),
    as_json: bool = typer.Option(False, "--json", help="以 JSON 输出。"),
) -> None:
    """核对稿子：漏写、改错、多出的名称数字，抄来的段落，序号、重复、标点、篇幅。"""
    from drafter.bank import load_bank
    from drafter.brief import load_brief
    from drafter.cli.drafts import open_draft
    from drafter.drafting.draft import Draft
    from drafter.review import findings_json, is_clean, report_text, review
    from drafter.review.facts import brief_texts, facts_of
    from drafter.word import as_written

    known = load_brief(brief)
    draft, beside = open_draft(file, brief_texts(known, facts_of(known)))
    index = _index(corpus, file)
    own = load_bank(patterns).own if patterns else ()
    findings = review(as_written(draft), known, corpus=index, own=own, beside=beside)
    if as_json:
        text = json.dumps(findings_json(findings), ensure_ascii=False, indent=1) + "\n"
    else:
        text = report_text(findings, draft.speech if isinstance(draft, Draft) else draft)
    write_bytes(STANDARD, text.encode())
    # A text that was not compared with is no clean bill either.
    if not is_clean(findings) or (index is not None and index.skipped):
        raise typer.Exit(1)


def _index(corpus: list[Path], draft: str) -> CopyIndex | None:
    if not corpus:
        return None
    from drafter.review.corpus import open_index

    index = open_index(corpus, without=None if draft == STANDARD else Path(draft))
    for line in index.skipped:
        say(line)
    return index
