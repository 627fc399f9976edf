"""Rows: the lines of a source, folded and told apart, before any text is recognised.

Folding keeps every character's place, so a column of a row is a column of the source line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from drafter.reading import chrome
from drafter.text.enumerators import Enumerator, find_enumerator
from drafter.text.folding import fold_punctuation, to_half_digits
from drafter.text.traditional import is_traditional, simplify_lines

__all__ = [
    "NOISE_MARK",
    "STOPS",
    "Row",
    "RowKind",
    "kind_of_line",
    "make_rows",
    "row_above",
    "row_below",
    "rows_below",
]

#: Stands for each character of noise inside a line, so that columns stay right.
NOISE_MARK = "\ue000"
#: What a line ends with that has not been cut in mid-sentence.
STOPS = frozenset("。！？；：”）…")


class RowKind(Enum):
    """What a line is, seen alone."""

    NOISE = "noise"
    PROSE = "prose"
    SHORT = "short"


@dataclass(slots=True, eq=False)
class Row:
    """A piece of one source line: the whole line, or a part of it where a text has no lines.

    ``column`` is where ``text`` starts in the source line. ``inline`` holds the noise found in
    it, as columns of the source line. ``after_gap`` says that blank lines stand before it,
    ``joined`` that it goes on the paragraph of the row before.
    """

    line: int
    column: int
    text: str
    kind: RowKind
    inline: tuple[tuple[int, int], ...] = ()
    after_gap: bool = False
    joined: bool = False
    _marked: tuple[str, Enumerator | None] | None = None

    @property
    def mark(self) -> Enumerator | None:
        """The enumerator it begins with; many rules ask for that, it is looked for once."""
        if self._marked is None or self._marked[0] is not self.text:
            self._marked = self.text, find_enumerator(self.text)
        return self._marked[1]

    @property
    def clean(self) -> str:
        """The text without its inline noise."""
        return self.text.replace(NOISE_MARK, "") if self.inline else self.text


def row_above(rows: Sequence[Row], i: int) -> Row | None:
    """The nearest row above row ``i`` that is no noise."""
    return next((rows[j] for j in range(i - 1, -1, -1) if rows[j].kind is not RowKind.NOISE), None)


def row_below(rows: Sequence[Row], i: int, stop: int) -> Row | None:
    """The nearest row below row ``i`` and above row ``stop`` that is no noise."""
    return next(rows_below(rows, i, stop), None)


def rows_below(rows: Sequence[Row], i: int, stop: int) -> Iterator[Row]:
    """The rows below row ``i`` and above row ``stop`` that are no noise.

    Few of them are ever asked for: a copy of what follows would cost a long file its square.
    """
    between = (rows[j] for j in range(i + 1, min(stop, len(rows))))
    return (row for row in between if row.kind is not RowKind.NOISE)


_BLANKS = " \t\r\u3000\u00a0\u200b\ufeff\x0b\x0c"
#: 可好？！——在毕业典礼上的讲话: a cry or a question before a dash is a title.
_STOPS = re.compile(r"[。；]|[！？](?![！？—–-])")
_COMMAS = re.compile(r"[，。！？；：、]")
_SPACES = re.compile("[\u3000\u00a0\u200b\ufeff\t]")
#: Where more lines than this have a blank line above, blank lines part paragraphs, not parts.
_GAPS_EVERYWHERE = 0.6


def fold(lines: Sequence[str]) -> list[str]:
    """The lines with print punctuation and half-width digits; each keeps its length."""
    whole = "\n".join(lines)
    if whole.count("\n") >= len(lines):
        whole = "\n".join([line.replace("\n", " ") for line in lines])
    whole = _SPACES.sub(" ", to_half_digits(fold_punctuation(whole)))
    folded = whole.split("\n")
    return simplify_lines(folded) if is_traditional(whole) else folded


def make_rows(lines: Sequence[str]) -> list[Row]:
    """One row for every line that is not blank."""
    rows: list[Row] = []
    gap = False
    folded = fold(lines)
    bare = [text.strip(_BLANKS) for text in folded]
    hints = chrome.hints_in(bare)
    for number, (whole, text) in enumerate(zip(folded, bare, strict=True)):
        if text:
            row = Row(number + 1, len(whole) - len(whole.lstrip(_BLANKS)), text, RowKind.NOISE)
            row.after_gap = gap
            _tell(row, number, hints)
            rows.append(row)
        gap = not text
    if sum([r.after_gap for r in rows]) > _GAPS_EVERYWHERE * len(rows):
        for row in rows:
            row.after_gap = False
    return rows


def _tell(row: Row, number: int, hints: chrome.Hints) -> None:
    """Set what the row of line ``number`` is, and mark the noise inside it."""
    text = row.text
    spans = chrome.inline_noise(text) if number in hints.inside else []
    noted = bool(spans) and spans[0][0] == 0  # [1] at the start of a line begins a note
    rest = _blank(text, spans).replace(NOISE_MARK, "") if spans else text
    floating, leading = number in hints.floating, number in hints.leading
    apart = chrome.is_chrome(text, floating=floating, leading=leading)
    if apart and (noted or not _is_sentence(rest)):
        return
    if spans:
        row.inline = tuple((row.column + a, row.column + b) for a, b in spans)
        row.text = _blank(text, spans)
    row.kind = kind_of_line(row.text)


def _is_sentence(rest: str) -> bool:
    """Whether what noise inside a line leaves of it is a sentence that no page says."""
    return (
        rest.endswith("。") and kind_of_line(rest) is RowKind.PROSE and not chrome.is_chrome(rest)
    )


def kind_of_line(text: str) -> RowKind:
    """Prose has a sentence in it, or is too long to be anything else."""
    marks = _STOPS if len(text) < 50 else _COMMAS
    long = len(text) >= 15 and marks.search(text) is not None
    return RowKind.PROSE if long else RowKind.SHORT


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with every character of the spans marked as noise."""
    kept, last = [], 0
    for a, b in spans:
        kept += [text[last:a], NOISE_MARK * (b - a)]
        last = b
    return "".join([*kept, text[last:]])
