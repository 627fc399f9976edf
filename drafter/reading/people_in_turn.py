"""Who reports below whom: names that begin texts where several people speak on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.reading.dates import is_date_line
from drafter.reading.foot import is_signature
from drafter.reading.persons import is_byline, names_post_and_person, speaker_of
from drafter.reading.rows import Row, RowKind
from drafter.reading.salutation import salutation_of
from drafter.reading.titles import title_like

__all__ = ["reports_of_people", "signed"]

_LONGEST_NAME = 30


def reports_of_people(rows: Sequence[Row], start: int, stop: int) -> list[int]:
    """The lines that name a person where several report in turn under one title.

    Each stands right above prose and its report numbers its points from one again, so that a
    signature or a speaker under the title of a single text is none.
    """
    names: list[int] = []
    for i in range(start, stop - 1):
        if rows[i].kind is not RowKind.SHORT or len(rows[i].text) > _LONGEST_NAME:
            continue
        named = speaker_of(rows[i].text) is not None and salutation_of(rows[i].text) is None
        if named and _speaks(rows[i + 1]) and (not names or _after_a_text(rows[i - 1])):
            names.append(i)
    if len(names) < 2:
        return []
    edges = [*names, stop]
    alike = [_numbers_from_one(rows, a, b) for a, b in pairwise(edges)]
    above = [_above_date(rows, i) for i in names[1:]]
    titled = any(title_like(rows[i].text) == 2 for i in above)
    titled = titled or all(signed(rows, i, stop) for i in above)
    return names if all(alike) and not titled else []


def _speaks(below: Row) -> bool:
    """Whether the row below a name is what is said: a sentence, or an address."""
    said = below.kind is RowKind.PROSE or below.text.endswith("。")
    return said or salutation_of(below.text) is not None


def _above_date(rows: Sequence[Row], name: int) -> int:
    """The row above a name, or above the date of the report between them: its title, if any."""
    return name - 2 if name > 1 and is_date_line(rows[name - 1].text) else name - 1


def _after_a_text(above: Row) -> bool:
    """Whether a text can have ended in a row; a page may break a line at a name it links."""
    return above.kind is RowKind.NOISE or above.text[-1] in "。！？…”）；" or is_signature(above)


def _numbers_from_one(rows: Sequence[Row], start: int, stop: int) -> bool:
    marks = [m for r in rows[start:stop] if (m := r.mark) and m.sure]
    return bool(marks) and marks[0].number == 1


def signed(rows: Sequence[Row], title: int, stop: int) -> bool:
    """Whether a line is a title of any wording: post and name stand below it, then a body.

    The day of the report may stand between title and name.
    """
    said = rows[title].text
    at = title + 1 + (title + 1 < stop and is_date_line(rows[title + 1].text))
    if rows[title].kind is RowKind.NOISE:
        return False
    if at + 1 >= stop or not title_like(said) or is_byline(said) or is_date_line(said):
        return False
    name, below = rows[at], rows[at + 1]
    signed = name.kind is RowKind.SHORT and names_post_and_person(name.text)
    return signed and (below.kind is RowKind.PROSE or salutation_of(below.text) is not None)
