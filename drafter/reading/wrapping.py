"""Texts without lines of their own: wrapped at a width, or run into one line.

A line is a paragraph only where the writer ended it. Lines that all stop at the same width were
cut by a machine and belong together; a line that holds a whole speech was never cut, and its
numbered parts begin where a sentence has just ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from drafter.reading.rows import NOISE_MARK, STOPS, Row, RowKind, kind_of_line
from drafter.reading.salutation import salutation_of
from drafter.reading.title_words import title_words
from drafter.reading.titles import title_like

__all__ = ["cut_rows", "join_rows"]

_NARROWEST, _WIDEST = 16, 90
#: So many of the longest lines must break off, and so many of all lines be among the longest.
_LEAST_ROWS = 3
_BROKEN_SHARE = 0.6
_FULL_SHARE = 0.2
_BEYOND_SHARE = 0.1
#: Half-width signs make a full line shorter by a few characters.
_NEAR, _FLUSH_SHARE = 0.8, 0.8
#: No line begins with a closing mark, and none ends with an opening one.
_GOES_ON = frozenset("，。、；：》”）！？,;")
_BREAKS_OFF = frozenset("《（“")


def join_rows(rows: Sequence[Row]) -> None:
    """Mark the rows that go on the paragraph of the row before."""
    for before, row in pairwise(rows):
        if row.text[0] in _GOES_ON or before.text[-1] in _BREAKS_OFF:
            row.joined = RowKind.NOISE not in (before.kind, row.kind)
    wide = sum(len(row.text) > _WIDEST for row in rows)
    for end in (_end, _clean_end, _narrow_end) if wide <= _BEYOND_SHARE * len(rows) else ():
        width = _width(rows, end)
        if width is not None:
            _join_wrapped(rows, width, end)
            break
    _join_flush(rows)
    for before, row in pairwise(rows):
        if row.joined:
            before.kind = row.kind = RowKind.PROSE


def _join_wrapped(rows: Sequence[Row], width: int, end: Callable[[Row], int]) -> None:
    """Mark the rows that go on a paragraph cut at a fixed width."""
    margin = _margin(rows)
    for before, row in pairwise(rows):
        if row.after_gap or row.column > margin or RowKind.NOISE in (before.kind, row.kind):
            continue
        full = end(before) >= width - 1
        found = row.mark
        formal = (
            found is not None and found.sure and found.rank < 60 and before.text[-1] in "。！？；："
        )
        if full and not formal:
            row.joined = True


def _margin(rows: Sequence[Row]) -> int:
    """The column where lines begin that go on a paragraph: the outer where paragraphs indent."""
    common = [column for column, n in Counter(r.column for r in rows).most_common(2) if n > 2]
    return min(common, default=0)


def _join_flush(rows: Sequence[Row]) -> None:
    """Mark the flush lines of a text that indents its paragraphs: they go on the line above.

    The lines above them break off near the longest line; where more than a few end a sentence,
    flush lines are paragraphs of their own.
    """
    body = [(a, b) for a, b in pairwise(rows) if RowKind.NOISE not in (a.kind, b.kind)]
    flush = [(a, b) for a, b in body if b.column == 0 and len(a.text) >= _NARROWEST]
    if not any(a.column for a, _ in flush):
        return
    longest = max(r.column + len(r.text) for pair in flush for r in pair)
    wrapped = [
        (a, b)
        for a, b in flush
        if a.text[-1] not in STOPS and a.column + len(a.text) >= _NEAR * longest
    ]
    if longest <= _WIDEST and len(wrapped) >= max(_LEAST_ROWS, _FLUSH_SHARE * len(flush)):
        for before, row in wrapped:
            row.joined = not row.after_gap and (before.column > 0 or before.joined)


def _end(row: Row) -> int:
    """Where a line ends."""
    return row.column + len(row.text)


def _clean_end(row: Row) -> int:
    """Where a line ends that a page put something into after it was cut."""
    return row.column + len(row.clean)


def _narrow_end(row: Row) -> int:
    """Where a line ends with blanks before it that are half as wide as characters."""
    return row.column // 2 + len(row.clean)


def _width(rows: Sequence[Row], end: Callable[[Row], int]) -> int | None:
    """The width at which lines were cut, if they were: the longest lines stop in mid-sentence.

    A note below the text may be longer; then most of the lines that break off end at one place.
    """
    own = [(end(r), r.text[-1]) for r in rows if r.kind is not RowKind.NOISE]
    ends = [(at, last) for at, last in own if at >= _NARROWEST]
    broken = Counter(at for at, last in ends if last not in STOPS)
    if not broken:
        return None
    for width in (max(at for at, _ in ends), broken.most_common(1)[0][0]):
        if width <= _WIDEST and _cut_at(ends, width):
            return width
    return None


def _cut_at(ends: Sequence[tuple[int, str]], width: int) -> bool:
    """Whether lines that end so were cut at a width: many reach it, and few go beyond."""
    beyond = sum(end > width + 1 for end, _ in ends)
    full = [last for end, last in ends if width - 1 <= end <= width + 1]
    broken = sum(last not in STOPS for last in full)
    enough = broken >= _LEAST_ROWS and broken >= _BROKEN_SHARE * len(full)
    return enough and len(full) >= _FULL_SHARE * len(ends) and beyond <= _BEYOND_SHARE * len(ends)


_CN = "[一二三四五六七八九十]{1,3}"
_INSIDE = re.compile(
    rf"(?<=[。！？；：”）]) *"
    rf"(?={_CN}[、．]|（{_CN}）|第{_CN}[，、：]|\d{{1,2}}[、．.](?!\d)|（\d{{1,2}}）)"
    r"|(?<=[\u4e00-\u9fff])(?<!第)(?=（一）[\u4e00-\u9fff])"
    r"|(?<=[。！])(?=(?:同志们|同学们|各位代表|老师们)[，！：])"
)
#: A document site puts a file's name before the title, which is the same.
_TWICE = re.compile(r"([^。！？；：，]{6,40}) ?(?=\1)")
_LONG_LINE = 300
_LONG_SHARE = 0.7


def cut_rows(rows: Sequence[Row]) -> list[Row]:
    """Rows with a title cut from the salutation that runs on in its line.

    Where one line holds most of a source, it is cut before each numbered part too.
    """
    longest = max((len(r.text) for r in rows), default=0)
    whole = longest >= _LONG_LINE and longest >= _LONG_SHARE * sum(len(r.text) for r in rows)
    out: list[Row] = []
    for row in rows:
        _mark_copy(row)
        cuts = _title_cuts(row)
        if whole and len(row.text) == longest:
            cuts += [m.end() for m in _INSIDE.finditer(row.text, cuts[-1] if cuts else 0)]
        out.extend(_pieces(row, cuts) if cuts else [row])
    return out


def _title_cuts(row: Row) -> list[int]:
    """Where a title, and a date after it, end before a salutation in the same line."""
    if row.kind is not RowKind.PROSE and not row.text.endswith("："):
        return []
    found = title_words().runs_on.match(row.text)
    if found is None or salutation_of(row.text[found.end() :]) is None:
        return []
    return sorted({found.end("title"), found.end()})


def _mark_copy(row: Row) -> None:
    """Mark the first of two copies of a title at the start of a line as noise inside it."""
    found = _TWICE.match(row.text) if row.kind is RowKind.PROSE else None
    if found is not None and title_like(found[1]) == 2:
        width = found.end()
        row.inline = ((row.column, row.column + found.end(1)), *row.inline)
        row.text = NOISE_MARK * width + row.text[width:]


def _pieces(row: Row, cuts: Sequence[int]) -> list[Row]:
    edges = [0, *cuts, len(row.text)]
    out: list[Row] = []
    at = 0
    for a, b in pairwise(edges):
        text = row.text[a:b]
        bare = text.strip()
        if not bare:
            continue
        start = row.column + a + len(text) - len(text.lstrip())
        first = at
        while at < len(row.inline) and row.inline[at][0] < row.column + b:
            at += 1
        out.append(Row(row.line, start, bare, kind_of_line(bare), row.inline[first:at]))
    return out
