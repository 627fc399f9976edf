"""The end of a text: its closing and its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line
from drafter.reading.head import salutation_of, speaker_of
from drafter.reading.rows import Row, RowKind

__all__ = ["find_closing", "is_signature"]

_LONGEST_SIGNATURE = 40
#: The closing is short beside the body: no more paragraphs than these turn back to the audience.
_MOST_PARAGRAPHS = 8
_MASKED = re.compile(r"[×xX*某＊_]{2,}")


def is_signature(row: Row) -> bool:
    """Whether a line is a unit, a name or a date that signs a text."""
    text = row.clean
    if (
        row.kind is not RowKind.SHORT
        or len(text) > _LONGEST_SIGNATURE
        or text[-1] in "。！？；：，"
    ):
        return False
    if is_date_line(text) or cues().signature_label.match(text) or speaker_of(text) is not None:
        return True
    return cues().unit_end.match(text) is not None or _MASKED.fullmatch(text) is not None


def _address(text: str) -> bool:
    return salutation_of(text) is not None


def find_closing(rows: Sequence[Row], first: int, last: int) -> int | None:
    """The row where the closing begins, among the body rows ``first`` … ``last``.

    ``first`` is the row after the last heading's own row (or the first body row of a text
    without headings); None where the text just ends.
    """
    own = [i for i in range(first, last + 1) if rows[i].kind is not RowKind.NOISE]
    found: int | None = None
    for i in reversed(own[-_MOST_PARAGRAPHS:]):
        text = rows[i].clean
        if _address(text) or cues().closing.match(text):
            found = i
        elif found is not None:
            break
    if found is not None:
        return found
    if own:
        text = rows[own[-1]].clean
        if cues().closing_last.match(text) or cues().closing_tail.search(text):
            return own[-1]
    return None
