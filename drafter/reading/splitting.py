"""Where texts begin and end on a page: collections, reports of several people, teasers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.reading.dates import is_date_line
from drafter.reading.extent import Extent
from drafter.reading.furniture import mark_furniture
from drafter.reading.head import Head, find_head, starts_body
from drafter.reading.people_in_turn import reports_of_people, signed
from drafter.reading.persons import is_byline, names_post, speaker_of
from drafter.reading.prefaces import without_prefaces
from drafter.reading.rows import Row, RowKind
from drafter.reading.running import banner_above, is_banner, running_headings, without_number
from drafter.reading.salutation import greets, salutation_of
from drafter.reading.tails import last_row
from drafter.reading.titles import title_like
from drafter.reading.turns import begins_anew, ended_before, said_farewell

__all__ = ["find_texts"]

_LOOK_AHEAD = 5
_PREFACE_ROWS = 4
_LONGEST_NOTE = 120


def find_texts(rows: Sequence[Row]) -> list[Extent]:
    """The texts on a page in order; rows outside them are noise."""
    found: list[Extent] = []
    mark_furniture(rows)
    running = running_headings(rows)
    edges = [-1, *sorted(running), len(rows)]
    for before, after in pairwise(edges):
        texts = _texts_between(rows, before + 1, after)
        if before == -1 and running and _is_preface(texts):
            continue
        if texts and before in running:
            said = without_number(rows[before].text)
            texts[0] = replace(texts[0], announced=said)
            named = speaker_of(said)
            # A post alone (述职报告一：乡镇书记) says what kind of text it is.
            if named is not None and not names_post(named):
                texts[0].head.speaker = texts[0].head.speaker or named
        found.extend(texts)
    if len(found) > 1:
        found = without_prefaces(rows, found)
        _drop_banner(rows, found)
        banner = banner_above(rows, found[0].head.first)
        found = [replace(t, announced=t.announced or banner) for t in found]
    return found


def _drop_banner(rows: Sequence[Row], texts: Sequence[Extent]) -> None:
    """Take what stands over several texts at once (…贺词集锦) out of the head of the first."""
    head = texts[0].head
    if len(texts) > 1 and head.title and all(is_banner(rows[i].clean) for i in head.title):
        head.title.clear()
        head.first = min(head.own() | {head.body})


def _is_preface(texts: Sequence[Extent]) -> bool:
    """Whether what stands above a collection's first running heading is the editor's word."""
    own = [t for t in texts if t.head.addressed or t.last - t.head.body >= _PREFACE_ROWS]
    return not own


def _texts_between(rows: Sequence[Row], start: int, stop: int) -> list[Extent]:
    people = reports_of_people(rows, start, stop)
    if people:
        edges = [*people, stop]
        pairs = pairwise(edges)
        return [text for a, b in pairs for text in _texts_in_turn(rows, a, b)]
    return _texts_in_turn(rows, start, stop)


def _texts_in_turn(rows: Sequence[Row], start: int, stop: int) -> list[Extent]:
    found: list[Extent] = []
    at = start
    while at < stop:
        body = next((i for i in range(at, stop) if starts_body(rows[i])), None)
        if body is None:
            break
        body = _below_note(rows, body, stop)
        head = find_head(rows, at, body, first=at == start)
        following = _next_text(rows, head, stop)
        last = last_row(rows, head, following)
        found.append(Extent(head, last))
        at = max(following, last + 1)
    return found


def _below_note(rows: Sequence[Row], body: int, stop: int) -> int:
    """The row where people are addressed below a lone note on how the text came about, marked.

    Nobody speaks a paragraph before the address that stands on a line of its own.
    """
    below = next((j for j in range(body + 1, stop) if rows[j].kind is not RowKind.NOISE), None)
    note = rows[body]
    if below is None or note.kind is not RowKind.PROSE or len(note.text) > _LONGEST_NOTE:
        return body
    said = salutation_of(rows[below].text)
    alone = said is not None and said.spoken and said.end == len(rows[below].text)
    if not alone or rows[below].text[-1] != "：" or salutation_of(note.text) is not None:
        return body
    if note.mark is not None or greets(note.text):
        return body
    note.kind = RowKind.NOISE
    return below


def _next_text(rows: Sequence[Row], head: Head, stop: int) -> int:
    """The first row of the head of the text after the one with ``head``, else ``stop``."""
    start = head.body + 1
    greeted = head.salutation_text if head.addressed else None
    for i in range(start, stop):
        if begins_anew(rows, head.body, i, stop, greeted=greeted):
            return _head_above(rows, i, start, stop)
        if rows[i].kind is not RowKind.SHORT or _counts_on(rows, start, i):
            continue
        if (title_like(rows[i].text) == 2 and _opens(rows, i, stop)) or signed(rows, i, stop):
            body = next((j for j in range(i + 1, stop) if starts_body(rows[j])), None)
            if body is not None:
                return find_head(rows, max(start, i - 1), body, first=False).first
    return stop


def _head_above(rows: Sequence[Row], i: int, start: int, stop: int) -> int:
    """The first row of the head of a text that is known by its address in row ``i`` or below.

    Its title may have any wording, but is no cry: those are last words of the text above.
    """
    body = next((j for j in range(i, stop) if starts_body(rows[j])), i)
    prose = (j + 1 for j in range(i - 1, start - 1, -1) if rows[j].kind is RowKind.PROSE)
    head = find_head(rows, next(prose, start), body, first=False)
    titled = bool(head.title) and rows[head.title[-1]].text[-1] not in "！。？"
    return min(head.first, i) if titled else i


def _counts_on(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether a line is the next numbered part of the text: 四、领导讲话 in a host's script."""
    mark = rows[i].mark
    if mark is None or mark.number == 1:
        return False
    before = (r.mark for r in reversed(rows[max(0, start - 1) : i]))
    last = next((m for m in before if m and m.style == mark.style), None)
    return last is not None and last.number == mark.number - 1


def _opens(rows: Sequence[Row], title: int, stop: int) -> bool:
    """Whether a date, a speaker or a salutation follows a title before any prose.

    After the last words of another text prose is enough, but not below 一、: what sounds like them
    (请组织放心，我将做到以下三点) stands above the first of its own parts.
    """
    part = rows[title].mark is not None
    for j in range(title + 1, min(title + 1 + _LOOK_AHEAD, stop)):
        row = rows[j]
        if row.kind is RowKind.NOISE:
            continue
        if salutation_of(row.text) is not None or greets(row.text):
            return True
        numbered = row.mark is not None
        if row.kind is RowKind.PROSE or numbered:
            # A page's keywords stand below last words too, and above its numbered advice.
            ended = ended_before(rows, title) or (not numbered and said_farewell(rows, title))
            return ended and not part
        if is_date_line(row.text) or is_byline(row.text):
            return True
    return False
