"""``drafter draft``: a brief becomes a speech in Word, Markdown, plain text or JSON."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from drafter.cli.keeping import refuse_to_lose_edits
from drafter.cli.streams import STANDARD, read_bytes, say, write_bytes
from drafter.errors import UsageError

if TYPE_CHECKING:
    from drafter.bank import Bank
    from drafter.brief import Brief
    from drafter.drafting import Draft
    from drafter.review import Finding
    from drafter.word import Rebased

__all__ = ["register"]

_FORMATS = ("docx", "md", "txt", "json")
_LEVELS = {"error": "错误", "warning": "提醒"}
#: Findings that the notes on gaps and length say already.
_SAID_ANYWAY = frozenset({"placeholder", "too-short"})


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("draft")(draft)


def draft(
    briefs: list[str] = typer.Argument(..., metavar="提纲.yaml…", help="提纲文件；- 为标准输入。"),
    output: str = typer.Option(
        STANDARD, "--output", "-o", help="保存为哪个文件；几份提纲时写文件夹；- 为屏幕。"
    ),
    seed: int = typer.Option(0, "--seed", min=0, help="换一个数，换一稿。"),
    patterns: list[Path] = typer.Option(
        [], "--patterns", help="自己的句式包文件夹，优先选用；可写多次。"
    ),
    format_: str | None = typer.Option(
        None, "--format", help="docx、md、txt 或 json；不写则看文件名。"
    ),
    layout: str | None = typer.Option(None, "--layout", help="版式名，或自己的 .docx 模板。"),
    clean: bool = typer.Option(False, "--clean", help="Word 里不留出处信息。"),
    comments: bool = typer.Option(False, "--comments", help="Word 里用批注标出每句出处。"),
    fonts: str | None = typer.Option(None, "--fonts", help="字体：gb2312、windows 或 founder。"),
    pinyin: bool = typer.Option(False, "--pinyin", help="Word 里给生僻字和人名注音。"),
    minutes: bool = typer.Option(False, "--minutes", help="Word 页边注明每部分约读几分钟。"),
    onto: Path | None = typer.Option(
        None, "--onto", help="改过的 Word 文件：手改的地方留下，其余跟着新提纲走。"
    ),
    sent: Path | None = typer.Option(
        None, "--sent", help="当初发出的 Word 文件；--onto 的文件丢了原稿信息时用。"
    ),
) -> None:
    """按提纲起草讲话稿。"""
    kind = _format(format_, output)
    alone = len(briefs) == 1 and not _is_folder(output)
    _refuse_clashes(alone, output, onto, sent)
    from drafter.bank import load_bank, shipped_bank

    look = _Look(layout, fonts, clean, comments, pinyin, minutes)
    if kind != "docx" and look.asked:
        say(f"{'、'.join(look.asked)} 只用于 Word，写 .{kind} 时不起作用")
    job = _Job(load_bank(patterns) if patterns else shipped_bank(), seed, kind, look, onto, sent)
    if alone:
        job.one(briefs[0], output)
    elif job.many(briefs, Path(output)):
        raise typer.Exit(1)


def _refuse_clashes(alone: bool, output: str, onto: Path | None, sent: Path | None) -> None:
    """Raises :class:`UsageError` for options that do not go together."""
    if onto is not None and not alone:
        raise UsageError("--onto 只能用于一份提纲，-o 请写文件名")
    if sent is not None and onto is None:
        raise UsageError("--sent 要和 --onto 一起用")
    if not alone and output == STANDARD:
        raise UsageError("几份提纲请用 -o 指定一个文件夹")
    if not (alone or _is_folder(output)) and Path(output).suffix.lower().lstrip(".") in _FORMATS:
        raise UsageError(f"几份提纲要写进一个文件夹，“{output}”是文件名；请写成 -o 稿件/")


def _is_folder(output: str) -> bool:
    # os.path's test: a folder that may not be looked into is no error here.
    return output != STANDARD and (output.endswith(("/", "\\")) or os.path.isdir(output))  # noqa: PTH112


def _format(asked: str | None, output: str) -> str:
    if asked is not None:
        if asked not in _FORMATS:
            raise UsageError(f"没有“{asked}”这种格式；可用的有：{'、'.join(_FORMATS)}")
        return asked
    suffix = Path(output).suffix.lower().lstrip(".")
    if output == STANDARD:
        return "txt"
    if _is_folder(output) or not suffix:
        return "docx"
    if suffix not in _FORMATS:
        raise UsageError(f"不会写 .{suffix} 文件；文件名请以 .{'、.'.join(_FORMATS)} 结尾")
    return suffix


class _Look(NamedTuple):
    """How the Word file is to look, and what it says of its sources."""

    layout: str | None
    fonts: str | None
    clean: bool
    comments: bool
    pinyin: bool
    minutes: bool

    @property
    def asked(self) -> list[str]:
        """The options that were written."""
        return [f"--{name}" for name, value in self._asdict().items() if value]


class _Job(NamedTuple):
    """The bank and the options, once for all briefs of a call."""

    bank: Bank
    seed: int
    kind: str
    look: _Look
    onto: Path | None
    sent: Path | None

    def one(self, name: str, output: str) -> None:
        """Draft one brief; what is to be said of the draft goes to stderr."""
        brief = _only(name)
        if self.kind == "docx" and self.onto is None and output != STANDARD:
            refuse_to_lose_edits(Path(output))
        made, merged = self._draft(brief), None
        if self.onto is not None:
            from drafter.word import rebase_file

            merged = rebase_file(made, self.onto, sent=self.sent)
            made = merged.draft
        data = self._encode(made, brief, merged)
        write_bytes(output, data, binary=self.kind == "docx")
        if merged is not None:
            from drafter.word import rebase_text

            if told := rebase_text(merged).rstrip():
                say(told)
        where = "" if output == STANDARD else f"已写出 {output}："
        say(f"{where}{made.characters} 字，约 {made.minutes} 分钟（每分钟 {made.rate} 字）")
        for note in _notes(made, brief):
            say(note)

    def many(self, names: list[str], folder: Path) -> int:
        """Draft every brief into a folder; how many failed."""
        from drafter.cli.batch import draft_all

        def make(brief: Brief) -> tuple[str, bytes, list[str]]:
            made = self._draft(brief)
            data = self._encode(made, brief)
            return made.speech.title or "讲话稿", data, list(_notes(made, brief))

        return draft_all(names, folder, self.kind, make)

    def _draft(self, brief: Brief) -> Draft:
        from drafter.drafting import draft as make

        return make(brief, bank=self.bank, seed=self.seed)

    def _encode(self, made: Draft, brief: Brief, merged: Rebased | None = None) -> bytes:
        if self.kind == "docx":
            from drafter.word import write_word

            author = brief.speaker.name if brief.speaker else None
            return write_word(
                made,
                layout=self.look.layout or brief.layout,
                fonts=self.look.fonts,
                clean=self.look.clean,
                comments=self.look.comments,
                pinyin=self.look.pinyin,
                minutes=self.look.minutes,
                author=author or brief.unit.name,
                notes=merged.comments if merged is not None else (),
                base=merged.base if merged is not None else None,
            )
        if self.kind == "json":
            from drafter.drafting.draft import draft_json

            return (json.dumps(draft_json(made), ensure_ascii=False, indent=1) + "\n").encode()
        from drafter.drafting.plain import markdown, plain_text

        return (markdown if self.kind == "md" else plain_text)(made.speech).encode()


def _only(name: str) -> Brief:
    from drafter.brief import load_brief, parse_brief

    data = read_bytes(name)
    return load_brief(Path(name)) if data is None else parse_brief(data, name="标准输入")


def _notes(made: Draft, brief: Brief) -> Iterator[str]:
    """What the user should look at in the draft, each thing once: gaps, findings, its length."""
    from drafter.brief.remarks import remarks
    from drafter.review import review

    yield from (f"提醒：{remark}" for remark in remarks(brief))
    for line, times in Counter(_remarks(made, review(made, brief))).items():
        yield line if times == 1 else f"{line}（共 {times} 处）"


def _remarks(made: Draft, findings: Iterable[Finding]) -> Iterator[str]:
    for gap in made.pending:
        yield f"待填：{gap.field} {gap.text}"
    for f in findings:
        # A gap is said above, a shortfall below; a note asks for nothing.
        if f.level != "note" and f.code not in _SAID_ANYWAY:
            yield f"{_LEVELS[f.level]}：{f.message}"
    short = made.shortfall
    if short is not None:
        yield (
            f"篇幅不足：要求 {short.asked} 字，现有 {short.have} 字；"
            f"再写长需要补充：{'、'.join(short.fields)}"
        )
