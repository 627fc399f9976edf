"""A reading as lines for a person: what was found, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.reading import Reading
from drafter.speech import Speech, Trace

__all__ = ["outline"]

_KINDS = {"speech": "讲话", "article": "文章", "excerpt": "节录"}


def outline(reading: Reading) -> Iterator[str]:
    """The lines that show one source: its texts one after another, headings indented by level."""
    count = len(reading.speeches)
    noise = f"，文外 {len(reading.noise_lines)} 行" if reading.noise_lines else ""
    yield f"{reading.source}（{f'{count} 篇' if count else '没有认出正文'}{noise}）"
    for speech in reading.speeches:
        yield from _speech(speech)


def _speech(speech: Speech) -> Iterator[str]:
    trace = speech.trace or Trace(lines=(1, 1))
    yield f"  {_KINDS[speech.kind]} {_span(trace.lines)} 共 {speech.characters} 字"
    head = (
        ("标题", speech.title),
        ("日期", speech.date),
        ("讲话人", speech.speaker),
        ("称谓", speech.salutation),
        ("开头", trace.opening and _span(trace.opening)),
    )
    yield from (f"    {name}：{text}" for name, text in head if text)
    for level, _, text in speech.outline():
        yield f"    {'    ' * level}{text}"
    if trace.closing:
        yield f"    结尾：{_span(trace.closing)}"
    signature = " ".join(p.text for p in speech.by_role("signature"))
    if signature:
        yield f"    落款：{signature}"
    yield from _counts(speech, trace)


def _span(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"第 {first} 行" if first == last else f"第 {first}—{last} 行"


def _counts(speech: Speech, trace: Trace) -> Iterator[str]:
    levels = Counter(level for level, _, _ in speech.outline())
    parts = [f"{level} 级标题 {count} 个" for level, count in sorted(levels.items())]
    dirt = len(trace.noise_lines) + len(trace.inline_noise)
    if dirt:
        parts.append(f"清除杂质 {dirt} 处")
    if parts:
        yield f"    合计：{'，'.join(parts)}"
