"""Characters on a page → paragraphs of a text.

What stands on one height is a line; what runs on from line to line is a paragraph. A line runs on
when it is full, and the next one has the same size, starts at the left edge and follows at the
usual pitch: Chinese print indents a paragraph by two characters or sets it off by space, so one
of the three says where a paragraph starts. Page numbers, running heads and notes at the foot
stand outside the text; they follow the paragraph that their page broke.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

__all__ = ["Glyph", "Sheet", "reading_lines"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its box in points, the origin at the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """The height of its box, which stands for the size of the font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its width in points and what stands on it."""

    width: float
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    text: str
    left: float
    right: float
    middle: float
    size: float


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in this document, in points."""

    size: float
    left: float
    right: float
    pitch: float


#: Raised and smaller than this share of its line, a digit in a circle or bracket is a note's mark.
_SMALL = 0.8
_NOTE_MARK = re.compile(r"[\[［〔【(（]?(?:\d{1,3}|[①-⑳*])[\]］〕】)）]?")
_PAGE_NUMBER = re.compile(
    r"[-—–―－_~·•.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，共of]+\s*\d{1,4}\s*页?)?[-—–―－_~·•.\s]*"
)
#: Shares of the font's size: a gap that is a space; how far a line may end before the edge and
#: still be full (marks that may not start or end a line take neighbours along); what is no indent.
_SPACE_MIXED, _SPACE_IDEOGRAPHS, _SPACE_LATIN = 0.45, 0.2, 0.15
_FULL = 3.1
_INDENT = 0.8
#: A justified line is stretched evenly; in fewer gaps than this no usual one can be seen.
_FEWEST_GAPS = 4
#: On fewer pages nothing can be seen to repeat.
_FEWEST_PAGES = 3
#: Of the usual pitch: beyond it, space sets the paragraph off.
_WIDE = 1.3


def reading_lines(sheets: Sequence[Sheet]) -> list[str]:
    """The text of all pages, one paragraph, page number or note an item.

    Heads and feet that run from page to page are left out, as they are in Word files.
    """
    pages = [_page_lines(number, sheet.glyphs) for number, sheet in enumerate(sheets)]
    every = [line for page in pages for line in page]
    if not every:
        return []
    usual = _measure(every, max(sheet.width for sheet in sheets))
    running = _running(pages, usual)
    pages = [[line for line in page if id(line) not in running] for page in pages]
    aside = _aside(pages, usual)
    out: list[str] = []
    waiting: list[str] = []
    before: _Line | None = None
    for line in (line for page in pages for line in page):
        if id(line) in aside:
            waiting.append(line.text)
        elif before is not None and _runs_on(before, line, usual):
            out[-1] = _joined(out[-1], line.text)
            before = line
        else:
            out += [*waiting, line.text]
            waiting.clear()
            before = line
    return [text.rstrip() for text in [*out, *waiting]]


def _page_lines(page: int, glyphs: Iterable[Glyph]) -> list[_Line]:
    """The lines of a page from top to bottom; a line is what overlaps by half in height."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.middle, g.left)):
        row = rows[-1] if rows else None
        if row and row[0].middle - glyph.middle < 0.5 * max(row[0].size, glyph.size):
            row.append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(page, sorted(row, key=lambda g: g.left)) for row in rows)
    return [line for line in lines if line is not None]


def _line(page: int, row: list[Glyph]) -> _Line | None:
    """One line; its measures are those of what can be seen. None where nothing can."""
    seen = [glyph for glyph in row if glyph.text != " "]
    if not seen:
        return None
    size = median(glyph.size for glyph in seen)
    middle = median(glyph.middle for glyph in seen)
    row = _without_note_marks(row, size, middle)
    text = "".join(_spaced(row, size)).lstrip() or "".join(glyph.text for glyph in seen)
    return _Line(page, text, seen[0].left, max(g.right for g in seen), middle, size)


def _spaced(row: list[Glyph], size: float) -> Iterator[str]:
    """The characters with one space wherever spaces were drawn or a gap was left."""
    gaps = [after.left - glyph.right for glyph, after in pairwise(row)]
    usual = median(gaps) if len(gaps) >= _FEWEST_GAPS else 0.0
    before: Glyph | None = None
    for glyph in row:
        drawn = glyph.text == " "
        if before is not None and before.text != " ":
            gap = glyph.left - before.right - usual
            yield " " if drawn or gap > _space(before.text, glyph.text) * size else ""
        if not drawn:
            yield glyph.text
        before = glyph


def _space(one: str, other: str) -> float:
    """How wide a gap between two characters has to be to be a space.

    Word puts a quarter of an em between Chinese and Latin, and marks are squeezed and stretched.
    """
    if one.isascii() and other.isascii():
        return _SPACE_LATIN
    return _SPACE_IDEOGRAPHS if one >= "\u3400" <= other else _SPACE_MIXED


def _without_note_marks(row: list[Glyph], size: float, middle: float) -> list[Glyph]:
    raised = [g.size < _SMALL * size and g.middle > middle for g in row]
    kept: list[Glyph] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and raised[end] == raised[start]:
            end += 1
        run = row[start:end]
        if not (raised[start] and _NOTE_MARK.fullmatch("".join(g.text for g in run))):
            kept += run
        elif kept:  # what stood over the mark reaches to its end, so no gap is left
            kept[-1] = replace(kept[-1], right=run[-1].right)
        start = end
    return kept


def _measure(lines: Sequence[_Line], width: float) -> _Measure:
    weight: Counter[float] = Counter()
    for line in lines:
        weight[round(line.size)] += len(line.text)
    size = weight.most_common(1)[0][0]
    body = [line for line in lines if _same_size(line.size, size)] or list(lines)
    left = min(line.left for line in body)
    edges = sorted(line.right for line in body)
    right = edges[-max(1, len(edges) // 50)]
    if sum(edge > right - _FULL * size for edge in edges) < max(3, len(edges) // 10):
        right = max(right, width - left)  # too few full lines to show the edge: margins are alike
    pitches = [
        above.middle - line.middle
        for above, line in pairwise(body)
        if above.page == line.page and above.right > right - _FULL * size
    ]
    return _Measure(size, left, right, median(pitches) if pitches else 2 * size)


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _running(pages: Sequence[Sequence[_Line]], usual: _Measure) -> set[int]:
    """Heads and feet, by identity: the same words at the same height on most pages.

    Larger than the text they are titles, as where every page is another person's report.
    """
    if len(pages) < _FEWEST_PAGES:
        return set()
    edges = [line for page in pages for line in _edges(page) if line.size < 1.1 * usual.size]
    pages_with = Counter(key for key, _ in {(_running_key(line), line.page) for line in edges})
    return {
        id(line)
        for line in edges
        if pages_with[_running_key(line)] * 2 > len(pages)
        and not _PAGE_NUMBER.fullmatch(line.text.strip())
    }


def _aside(pages: Sequence[Sequence[_Line]], usual: _Measure) -> set[int]:
    """What stands on a page but not in the text, by identity: its number, notes at its foot."""
    found: set[int] = set()
    for page in pages:
        numbers = (line for line in _edges(page) if _PAGE_NUMBER.fullmatch(line.text.strip()))
        found.update(map(id, numbers))
        for line in reversed(page):
            if id(line) not in found and line.size > 0.9 * usual.size:
                break
            found.add(id(line))
    return found


def _edges(page: Sequence[_Line]) -> list[_Line]:
    """The two outermost lines at the head and at the foot of a page."""
    return list(page) if len(page) <= 4 else [*page[:2], *page[-2:]]


def _running_key(line: _Line) -> tuple[str, int]:
    """What repeats from page to page: the words without numbers, at the same height."""
    return re.sub(r"\d+", "", line.text), round(line.middle / 4)


def _runs_on(above: _Line, line: _Line, usual: _Measure) -> bool:
    if above.right < usual.right - _FULL * above.size:
        return False
    if not _same_size(above.size, line.size) or line.left > usual.left + _INDENT * line.size:
        return False
    if above.page != line.page:
        return True
    return above.middle - line.middle <= _WIDE * usual.pitch


def _joined(text: str, more: str) -> str:
    """Two pieces of one paragraph, with a space only between Latin words."""
    between = " " if text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() else ""
    return text + between + more
