"""Pictures made of bars: patterns by support or literal characters, speeches by length, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log10

from markupsafe import Markup

from drafter.bank.names import status_names
from drafter.mining.held import HeldReason
from drafter.mining.report.bank import Bin
from drafter.mining.report.corpus import Length
from drafter.mining.report.svg import chart, number, rect, tag, text, title

__all__ = ["bin_chart", "length_chart", "reason_chart", "shown_lengths"]

#: More bars than this are thinner than a pen stroke; then each stands for several speeches.
MOST_BARS = 220
#: How many of the longest and of the shortest speeches are named.
NAMED = 3


def bin_chart(bins: Sequence[Bin], unit: str, label: str) -> Markup:
    """Patterns in bins, each bar split by what was decided on them."""
    width, height, base, top = 540.0, 280.0, 232.0, 30.0
    step = width / max(1, len(bins))
    most = max((b.total for b in bins), default=0) or 1
    parts: list[str] = [tag("line", x1=0, x2=width, y1=base, y2=base, class_="base")]
    for place, counted in enumerate(bins):
        x, y = step * place + step * 0.14, base
        for status, name in status_names().items():
            count = getattr(counted, status)
            if count:
                tall = (base - top) * count / most
                y -= tall
                about = title(f"{counted.label} {unit}：{name} {count} 条")
                parts.append(rect(x, y, step * 0.72, tall, about, class_=status))
        middle = step * (place + 0.5)
        if counted.total:
            parts.append(text(middle, y - 6, number(counted.total), "count middle"))
        parts.append(text(middle, base + 18, counted.label, "axis middle"))
    parts.append(text(width / 2, base + 40, label, "axis middle"))
    return chart(width, height, label, *parts)


def shown_lengths(lengths: Sequence[Length]) -> list[tuple[int, Length]]:
    """(rank from 0, speech) of the bars drawn: all, or evenly spaced ones of a large corpus."""
    last = len(lengths) - 1
    if len(lengths) <= MOST_BARS:
        return list(enumerate(lengths))
    ranks = sorted({round(last * n / (MOST_BARS - 1)) for n in range(MOST_BARS)})
    return [(rank, lengths[rank]) for rank in ranks]


def speech_name(length: Length) -> str:
    """The file, and which speech of it where it holds several."""
    return f"{length.source}（第{length.number}篇）" if length.number else length.source


def length_chart(lengths: Sequence[Length]) -> Markup:
    """Speeches from the longest to the shortest; the first and the last few are named below."""
    width, base, top = 1100.0, 236.0, 26.0
    left = 62.0
    drawn = shown_lengths(lengths)
    longest = max((speech.characters for speech in lengths), default=1) or 1
    step = (width - left) / max(1, len(drawn))
    parts: list[str] = list(_ruled(longest, left, width, base, top))
    for place, (rank, speech) in enumerate(drawn):
        tall = max(1.0, (base - top) * speech.characters / longest)
        ends = rank < NAMED or rank >= len(lengths) - NAMED
        about = title(f"{speech_name(speech)}：{number(speech.characters)} 字")
        gap = min(6.0, step * 0.22)
        bar = rect(
            left + step * place + gap / 2,
            base - tall,
            step - gap,
            tall,
            about,
            class_="mined" if ends else "authored",
        )
        parts.append(bar)
    parts.append(text(left, base + 20, "← 最长", "axis"))
    parts.append(text(width, base + 20, "最短 →", "axis end"))
    return chart(width, base + 28, "讲话的长短，从最长到最短", *parts)


def _ruled(most: int, left: float, right: float, base: float, top: float) -> Iterator[Markup]:
    """Lines at round numbers of characters, three to six of them."""
    rough = 10 ** int(log10(max(most, 10) / 3))
    step = next(rough * n for n in (1, 2, 5, 10) if most / (rough * n) <= 6)
    for value in range(0, most + 1, step):
        y = base - (base - top) * value / most
        yield tag("line", x1=left, x2=right, y1=y, y2=y, class_="tick" if value else "base")
        yield text(left - 8, y + 4, number(value), "axis end")


def reason_chart(reasons: Sequence[HeldReason]) -> Markup:
    """One bar a reason."""
    width, left, row = 1100.0, 230.0, 30.0
    most = max((r.count for r in reasons), default=1)
    parts: list[str] = []
    for place, reason in enumerate(reasons):
        y = row * place
        long = (width - left - 60) * reason.count / most
        parts.append(text(left - 12, y + 20, reason.reason, "label end"))
        about = title(f"{reason.reason}：{reason.count} 条")
        parts.append(rect(left, y + 5, max(long, 2.0), row - 10, about, class_="mined"))
        parts.append(text(left + max(long, 2.0) + 8, y + 20, number(reason.count), "count"))
    return chart(width, max(row * len(reasons), 1.0), "没有放行的句式，按原因", *parts)
