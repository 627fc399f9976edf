"""What came back, said to a reader in Chinese and to a program in plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import to_builtins

from drafter.drafting.draft import draft_json
from drafter.word.asides import Aside
from drafter.word.comparing import Comparison, ParagraphChange, SentenceChange
from drafter.word.reading import WordReading
from drafter.word.rebasing import Rebased

__all__ = ["reading_json", "rebase_text", "report_text"]

_KINDS = {
    "changed": "改动",
    "added": "新增",
    "removed": "删除",
    "moved": "移动",
    "restyled": "改样式",
}
_KEPT = {
    "edited": "保留手改",
    "added": "保留手写段落",
    "removed": "保留手工删除",
    "outdated": "新稿已无此段，手改过，仍保留",
}
#: What becomes of things beside the text in a file written anew.
_NOTED = "新稿里改成了批注"
_FATE = {
    **dict.fromkeys(("脚注", "尾注", "文本框"), _NOTED),
    "表格": "文字逐格成段留在新稿里，表格请手工重画",
    "公式": "新稿里是普通文字",
    "加粗、下划线或着重": "新稿里是普通字，请手工再标",
}
_LEFT = "带不到新稿，请手工移过去"


def reading_json(reading: WordReading, comparison: Comparison | None) -> dict[str, Any]:
    """The draft as ``drafter draft --format json`` gives it, and beside it what people did.

    ``changes``, ``facts`` and ``unchanged`` are null for a file whose sent draft is not known.
    """
    changes = to_builtins(comparison) if comparison is not None else {}
    return {
        **draft_json(reading.draft),
        "changes": changes.get("changes"),
        "facts": changes.get("facts"),
        "unchanged": changes.get("unchanged"),
        "tracked": [to_builtins(t) for t in reading.tracked],
        "comments": [to_builtins(c) for c in reading.comments],
        "filled": [to_builtins(f) for f in reading.filled],
        "asides": [to_builtins(a) for a in reading.asides],
    }


def report_text(reading: WordReading, comparison: Comparison | None) -> str:
    """The report ``drafter read`` prints, one finding a line, details indented."""
    return "\n".join(_lines(reading, comparison)) + "\n"


def _lines(reading: WordReading, comparison: Comparison | None) -> Iterator[str]:
    speech = reading.speech
    title = speech.title or "（无标题）"
    yield f"《{title}》：{len(speech.paragraphs)} 段，{reading.draft.characters} 字"
    if comparison is None:
        yield "文件里没有原稿信息（干净稿，或不是本程序生成的），只读出了现在的文字"
    else:
        yield from _change_lines(comparison)
    for place in reading.filled:
        yield f"已填写 {place.field}：{place.text if place.text is not None else '（占位已删去）'}"
    for pending in reading.draft.pending:
        yield f"未填写 {pending.field}：{pending.text}"
    for tracked in reading.tracked:
        kind = "修订删除" if tracked.kind == "deletion" else "修订插入（已接受）"
        yield f"{kind} {tracked.author or '佚名'}：{tracked.text}"
    for comment in reading.comments:
        on = f"（“{_short(comment.quoted)}”）" if comment.quoted else ""
        yield f"批注 {comment.author or '佚名'}{on}：{' '.join(comment.text.split())}"
    for aside in reading.asides:
        yield f"正文以外 {_aside(aside)}"


def _aside(aside: Aside) -> str:
    where = f"（{aside.paragraph}）" if aside.paragraph else ""
    text = f"：{_short(' '.join(aside.text.split()), 80)}" if aside.text else ""
    return f"{aside.kind}{where}{text}"


def _change_lines(comparison: Comparison) -> Iterator[str]:
    if not comparison.changes:
        yield "与发出的稿子一字不差"
        return
    yield f"{comparison.unchanged} 段未动，{len(comparison.changes)} 处改动："
    for change in comparison.changes:
        yield from _change(change)
    for fact in comparison.facts:
        now = f" → {fact.now}" if fact.now else "（已不见）"
        yield f"事实有变 {fact.field}：{fact.value}{now}（{fact.paragraph}）"


def _change(change: ParagraphChange) -> Iterator[str]:
    kind = _KINDS[change.kind]
    if change.kind == "restyled":
        yield f"{kind} {change.paragraph}：{change.before} → {change.after}"
        return
    text = change.before or change.after
    yield f"{kind} {change.paragraph}：{_short(text)}"
    if change.kind == "changed":
        yield from _sentence_lines(change.sentences)


def _sentence_lines(sentences: tuple[SentenceChange, ...]) -> Iterator[str]:
    for sentence in sentences:
        if sentence.before:
            yield f"  - {sentence.before}"
        if sentence.after:
            yield f"  + {sentence.after}"


def rebase_text(rebased: Rebased) -> str:
    """What ``drafter draft --onto`` says of the hand edits, one line each; empty without any."""
    lines = []
    for kept in rebased.kept:
        line = f"{_KEPT[kept.kind]} {kept.paragraph}：{_short(kept.text)}"
        if kept.new is not None:
            line += f"；提纲的改动涉及此段，新稿为：{kept.new}"
        lines.append(line)
    lines += [f"序号顺延 {_short(old)} → {_short(new, 12)}" for old, new in rebased.renumbered]
    lines += [f"{_aside(aside)}；{_FATE.get(aside.kind, _LEFT)}" for aside in rebased.asides]
    return "\n".join(lines) + "\n" if lines else ""


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
