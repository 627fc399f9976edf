"""Where a text ends: its last own row, and what a page puts below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.reading import chrome
from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line
from drafter.reading.foot import is_signature
from drafter.reading.head import Head
from drafter.reading.rows import Row, RowKind, row_below
from drafter.reading.salutation import salutation_of
from drafter.reading.titles import title_like
from drafter.reading.turns import said_farewell, teases

__all__ = ["last_row"]

#: A text goes on after a page's tail marks only when this much of it is still to come.
_REST_SHARE = 0.35
#: A line left over below last words is no longer than a comment or an advert.
_LONGEST_LEFT_OVER = 60
#: So many lines of chrome one below another are the end of a page.
_TAIL_LINES = 3
#: 演讲稿3篇, and the date behind a teaser.
_COUNTED = re.compile(r"[（(]?(?:共|精选|通用)?\d{1,2}篇[）)]?$|\d{2}-\d{2}$")


def last_row(rows: Sequence[Row], head: Head, stop: int) -> int:
    """The last row of the text whose body begins at ``head.body``."""
    stop = _cut_tail(rows, head, stop)
    last = min(head.body, stop - 1)
    for i in range(head.body, stop):
        row = rows[i]
        if row.kind is RowKind.PROSE or _own_short(row):
            last = i
    for i in range(last + 1, min(stop, last + 7)):
        if rows[i].kind is RowKind.NOISE:
            continue
        adjoins = all(chrome.is_page_mark(r.text) for r in rows[last + 1 : i])
        dated = any(is_date_line(r.text) for r in rows[i : min(stop, i + 2)])
        # Below a page's own lines a unit alone may be one of its links.
        signs = is_signature(rows[i]) and (adjoins or dated)
        if not signs and not (adjoins and cues().foot_label.match(rows[i].text)):
            break
        last = i
    return last


def _own_short(row: Row) -> bool:
    """Whether a short line is part of a body: a heading, or a sentence."""
    if row.kind is not RowKind.SHORT:
        return False
    mark = row.mark
    if mark is not None:
        # A numbered list of other texts' titles is no part of this one.
        return title_like(_COUNTED.sub("", row.text[mark.width :])) < 2
    if cues().closing.match(row.text):
        return True
    return row.text[-1] in "。！？；：" or salutation_of(row.text) is not None


def _cut_tail(rows: Sequence[Row], head: Head, stop: int) -> int:
    """The first row of a page's tail after the body of ``head``, else ``stop``.

    A line of whom a paper is sent to (抄送：…) begins the tail of that paper.
    """
    body = head.body
    weights = [len(r.text) if r.kind is RowKind.PROSE else 0 for r in rows[body:stop]]
    total, before = sum(weights), 0
    for i in range(body, stop):
        before += weights[i - body]
        if before <= (1 - _REST_SHARE) * total:
            continue
        sent = cues().sent_label.match(rows[i].text) is not None
        if sent or (rows[i].kind is RowKind.NOISE and _parts_from_page(rows, i, stop)):
            return i
        if rows[i].kind is RowKind.NOISE and _follows_farewell(rows, i, stop):
            return i
        if rows[i].kind is not RowKind.NOISE and _left_over(rows, i, stop):
            return i
    return stop


def _left_over(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether nothing that stands in row ``i`` and below is spoken: it stands below last words.

    What readers say, an advert, a form have sentences too, but short ones which turn to nobody
    in the hall, number no points and wish nothing.
    """
    if not said_farewell(rows, i):
        return False
    own = [r for r in rows[i:stop] if r.kind is RowKind.PROSE or _own_short(r)]
    return bool(own) and not any(_may_be_spoken(r) for r in own) and not _signs_below(rows, i, stop)


def _may_be_spoken(row: Row) -> bool:
    text = row.text
    if row.joined or len(text) > _LONGEST_LEFT_OVER or text[-1] in "！，、；" or text[-2:] == "！”":
        return True
    if row.mark is not None or salutation_of(text) is not None:
        return True
    return bool(cues().in_the_hall.search(text) or cues().closing.match(text))


def _signs_below(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether a date or a unit in row ``i`` or below signs the text, so that it has not ended."""
    return any(is_signature(r) for r in rows[i:stop])


def _follows_farewell(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether a page's own line stands below last words, and no more of them below the line.

    Its tools and stamps stand above a text too, so they end nothing but what has been ended.
    """
    if chrome.may_stand_inside(rows[i].text) or not said_farewell(rows, i):
        return False
    below = row_below(rows, i, stop)
    if below is None:
        return True
    return not (is_signature(below) or cues().closing.match(below.text))


def _parts_from_page(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether the line of chrome in row ``i`` stands below the text, and not between its lines."""
    if not chrome.ends_text(rows[i].text):
        return False
    below = row_below(rows, i, stop)
    several = all(r.kind is RowKind.NOISE for r in rows[i : i + _TAIL_LINES])
    if below is None or several or chrome.leads_to_others(rows[i].text):
        return True
    said = below.kind is RowKind.PROSE or cues().closing.match(below.text) is not None
    return not said or teases(below.text)
