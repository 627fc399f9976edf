"""Two pictures made of rows of cells: the bank by move and genre, and where moves stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import sqrt

from markupsafe import Markup

from drafter.bank.names import move_name, part_names
from drafter.mining.report.bank import BankFigures, MoveRow
from drafter.mining.report.corpus import BINS, HeatRow
from drafter.mining.report.svg import chart, number, rect, scale, tag, text, title

__all__ = ["heat_chart", "matrix_chart"]

WIDTH = 1100
ROW, GAP = 23, 9
LABEL = 112  # where the moves' names end


def _places(rows: Sequence[MoveRow] | Sequence[HeatRow], top: float) -> list[float]:
    """The top of each row, with a gap between the parts of the speech."""
    out: list[float] = []
    y, part = top, rows[0].part if rows else ""
    for row in rows:
        if row.part != part:
            y, part = y + GAP, row.part
        out.append(y)
        y += ROW
    return out


def _parts(rows: Sequence[MoveRow] | Sequence[HeatRow], tops: Sequence[float]) -> Iterator[Markup]:
    """A band with the part's name beside its rows."""
    for part, group in groupby(range(len(rows)), key=lambda n: rows[n].part):
        members = list(group)
        top, bottom = tops[members[0]], tops[members[-1]] + ROW
        yield rect(0, top + 1, 26, bottom - top - 2, class_="band", rx=3)
        name = part_names()[part]
        if len(members) == 1:
            yield text(13, (top + bottom) / 2 + 4, name, "bandname small")
            continue
        first = (top + bottom) / 2 - 14 * (len(name) - 1) / 2 + 5
        for place, character in enumerate(name):
            yield text(13, first + 14 * place, character, "bandname")


def _upright(x: float, bottom: float, name: str) -> Iterator[Markup]:
    """A name written downwards, its last character at ``bottom``."""
    for place, character in enumerate(reversed(name)):
        yield text(x, bottom - 13 * place, character, "column")


def _cell(x: float, y: float, width: float, shade: float, words: str, about: str) -> Iterator[str]:
    colour, light = scale(shade)
    yield rect(x + 0.5, y + 0.5, width - 1, ROW - 1, title(about), fill=colour, rx=2)
    if words:
        yield text(x + width / 2, y + 15.5, words, "cell light" if light else "cell")


def matrix_chart(figures: BankFigures) -> Markup:
    """Moves down, genres across; a bar of mined and authored patterns at the head of each row."""
    rows = [row for row in figures.moves if row.total]
    columns = ["不限文种", *(name for _, name in figures.genres)]
    left, bar = 360.0, 190.0
    top = 24.0 + 13 * max(map(len, columns))
    tops = _places(rows, top)
    width = (WIDTH - left) / len(columns)
    most = max((row.total for row in rows), default=1)
    deepest = max((max(row.anywhere, *row.genres, 0) for row in rows), default=1) or 1
    parts: list[str] = list(_parts(rows, tops))
    for place, name in enumerate(columns):
        parts += _upright(left + width * (place + 0.5), top - 8, name)
    for row, y in zip(rows, tops, strict=True):
        name = move_name(row.part, row.move)
        parts.append(text(LABEL, y + 16, name, "label end"))
        parts += _split_bar(row, LABEL + 10, y, bar * row.total / most)
        counts = (row.anywhere, *row.genres)
        for place, (count, genre) in enumerate(zip(counts, columns, strict=True)):
            about = f"{part_names()[row.part]} · {name} · {genre}：{count} 条"
            words = str(count) if count else ""
            x = left + width * place
            parts += _cell(x, y, width, sqrt(count / deepest), words, about)
    bottom = (tops[-1] + ROW if tops else top) + 4
    return chart(WIDTH, bottom, "句式库：语步与文种，每格是能用的句式条数", *parts)


def _split_bar(row: MoveRow, x: float, y: float, length: float) -> Iterator[Markup]:
    mined = length * row.mined / row.total
    name = move_name(row.part, row.move)
    if row.mined:
        about = title(f"{name}：挖掘所得 {row.mined} 条")
        yield rect(x, y + 5, max(mined, 1.5), ROW - 10, about, class_="mined")
    if row.authored:
        about = title(f"{name}：撰写 {row.authored} 条")
        yield rect(x + mined, y + 5, max(length - mined, 1.5), ROW - 10, about, class_="authored")
    yield text(x + max(length, 3) + 6, y + 16, number(row.total), "count")


def heat_chart(rows: Sequence[HeatRow]) -> Markup:
    """Moves down, the speech from its first word to its last across; each row by itself."""
    left, right = LABEL + 12.0, WIDTH - 62.0
    top = 34.0
    tops = _places(rows, top)
    width = (right - left) / BINS
    parts: list[str] = list(_parts(rows, tops))
    for row, y in zip(rows, tops, strict=True):
        name = move_name(row.part, row.move)
        parts.append(text(LABEL, y + 16, name, "label end"))
        for place, count in enumerate(row.counts):
            share = count / row.total
            where = f"{100 * place // BINS}%—{100 * (place + 1) // BINS}%"
            said = f"讲到 {where} 处 {count} 句，占这一语步的 {share:.0%}"
            about = f"{part_names()[row.part]} · {name}：{said}"
            parts += _cell(left + width * place, y, width, sqrt(share), "", about)
        parts.append(text(right + 10, y + 16, number(row.total), "count"))
    bottom = tops[-1] + ROW if tops else top
    for tenth in range(0, 11, 2):
        x = left + (right - left) * tenth / 10
        words = {0: "开讲", 10: "讲完"}.get(tenth, f"{tenth * 10}%")
        side = {0: "axis", 10: "axis end"}.get(tenth, "axis middle")
        parts.append(text(x, top - 10, words, side))
        parts.append(tag("line", x1=x, x2=x, y1=top - 5, y2=bottom, class_="tick"))
    parts.append(text(right + 10, top - 10, "句数", "axis"))
    return chart(WIDTH, bottom + 4, "各语步在讲话里的位置，颜色越深越集中", *parts)
