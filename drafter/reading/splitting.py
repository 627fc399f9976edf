"""Where texts begin and end on a page: collections, reports of several people, teasers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.reading import chrome
from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line
from drafter.reading.extent import Extent
from drafter.reading.foot import is_signature
from drafter.reading.furniture import mark_furniture
from drafter.reading.head import Head, find_head, starts_body
from drafter.reading.persons import is_byline, names_post, names_post_and_person, speaker_of
from drafter.reading.prefaces import without_prefaces
from drafter.reading.rows import Row, RowKind
from drafter.reading.running import banner_above, is_banner, running_headings, without_number
from drafter.reading.salutation import salutation_of
from drafter.reading.titles import title_like
from drafter.reading.turns import begins_anew, ended_before, said_farewell, teases
from drafter.text.enumerators import find_enumerator

__all__ = ["find_texts"]

#: A text goes on after a page's tail marks only when this much of it is still to come.
_REST_SHARE = 0.35
_LOOK_AHEAD = 5
_PREFACE_ROWS = 4
#: So many lines of chrome one below another are the end of a page.
_TAIL_LINES = 3
#: 演讲稿3篇, and the date behind a teaser.
_COUNTED = re.compile(r"[（(]?(?:共|精选|通用)?\d{1,2}篇[）)]?$|\d{2}-\d{2}$")
_LONGEST_NAME = 30


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
    people = _reports_of_people(rows, start, stop)
    if people:
        edges = [*people, stop]
        pairs = pairwise(edges)
        return [text for a, b in pairs for text in _texts_in_turn(rows, a, b)]
    return _texts_in_turn(rows, start, stop)


def _reports_of_people(rows: Sequence[Row], start: int, stop: int) -> list[int]:
    """The lines that name a person where several report in turn under one title.

    Each stands right above prose and its report numbers its points from one again, so that a
    signature or a speaker under the title of a single text is none.
    """
    names: list[int] = []
    for i in range(start, stop - 1):
        if rows[i].kind is not RowKind.SHORT or len(rows[i].text) > _LONGEST_NAME:
            continue
        below = rows[i + 1]
        said = below.kind is RowKind.PROSE or below.text.endswith("。")
        begins = said or salutation_of(below.text) is not None
        named = salutation_of(rows[i].text) is None and speaker_of(rows[i].text) is not None
        if begins and named and (not names or _after_a_text(rows[i - 1])):
            names.append(i)
    if len(names) < 2:
        return []
    edges = [*names, stop]
    alike = [_numbers_from_one(rows, a, b) for a, b in pairwise(edges)]
    later = names[1:]
    titled = any(title_like(rows[i - 1].text) == 2 for i in later)
    titled = titled or all(_signed(rows, i - 1, stop) for i in later)
    return names if all(alike) and not titled else []


def _after_a_text(above: Row) -> bool:
    """Whether a text can have ended in a row; a page may break a line at a name it links."""
    return above.kind is RowKind.NOISE or above.text[-1] in "。！？…”）；" or is_signature(above)


def _numbers_from_one(rows: Sequence[Row], start: int, stop: int) -> bool:
    marks = [m for r in rows[start:stop] if (m := find_enumerator(r.text)) and m.sure]
    return bool(marks) and marks[0].number == 1


def _texts_in_turn(rows: Sequence[Row], start: int, stop: int) -> list[Extent]:
    found: list[Extent] = []
    at = start
    while at < stop:
        body = next((i for i in range(at, stop) if starts_body(rows[i])), None)
        if body is None:
            break
        head = find_head(rows, at, body, first=at == start)
        following = _next_text(rows, head, stop)
        last = _last_row(rows, head, following)
        found.append(Extent(head, last))
        at = max(following, last + 1)
    return found


def _next_text(rows: Sequence[Row], head: Head, stop: int) -> int:
    """The first row of the head of the text after the one with ``head``, else ``stop``."""
    start = head.body + 1
    for i in range(start, stop):
        if begins_anew(rows, head.body, i, stop, addressed=head.addressed):
            return i
        if rows[i].kind is not RowKind.SHORT or _counts_on(rows, start, i):
            continue
        if (title_like(rows[i].text) == 2 and _opens(rows, i, stop)) or _signed(rows, i, stop):
            body = next((j for j in range(i + 1, stop) if starts_body(rows[j])), None)
            if body is not None:
                return find_head(rows, max(start, i - 1), body, first=False).first
    return stop


def _counts_on(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether a line is the next numbered part of the text: 四、领导讲话 in a host's script."""
    mark = find_enumerator(rows[i].text)
    if mark is None or mark.number == 1:
        return False
    before = (find_enumerator(r.text) for r in reversed(rows[max(0, start - 1) : i]))
    last = next((m for m in before if m and m.style == mark.style), None)
    return last is not None and last.number == mark.number - 1


def _opens(rows: Sequence[Row], title: int, stop: int) -> bool:
    """Whether a date, a speaker or a salutation follows a title before any prose.

    After the last words of another text prose is enough.
    """
    for j in range(title + 1, min(title + 1 + _LOOK_AHEAD, stop)):
        row = rows[j]
        if row.kind is RowKind.NOISE:
            continue
        if salutation_of(row.text) is not None:
            return True
        if row.kind is RowKind.PROSE or find_enumerator(row.text) is not None:
            return ended_before(rows, title)
        if is_date_line(row.text) or is_byline(row.text):
            return True
    return False


def _signed(rows: Sequence[Row], title: int, stop: int) -> bool:
    """Whether a line is a title of any wording: post and name stand below it, then a body."""
    said = rows[title].text
    if title + 2 >= stop or not title_like(said) or is_byline(said) or is_date_line(said):
        return False
    name, below = rows[title + 1], rows[title + 2]
    signed = name.kind is RowKind.SHORT and names_post_and_person(name.text)
    return signed and (below.kind is RowKind.PROSE or salutation_of(below.text) is not None)


def _last_row(rows: Sequence[Row], head: Head, stop: int) -> int:
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
    mark = find_enumerator(row.text)
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
    return stop


def _follows_farewell(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether a page's own line stands below last words, and no more of them below the line.

    Its tools and stamps stand above a text too, so they end nothing but what has been ended.
    """
    if chrome.may_stand_inside(rows[i].text) or not said_farewell(rows, i):
        return False
    below = next((r for r in rows[i + 1 : stop] if r.kind is not RowKind.NOISE), None)
    if below is None:
        return True
    return not (is_signature(below) or cues().closing.match(below.text))


def _parts_from_page(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether the line of chrome in row ``i`` stands below the text, and not between its lines."""
    if not chrome.ends_text(rows[i].text):
        return False
    below = next((r for r in rows[i + 1 : stop] if r.kind is not RowKind.NOISE), None)
    several = all(r.kind is RowKind.NOISE for r in rows[i : i + _TAIL_LINES])
    if below is None or several or chrome.leads_to_others(rows[i].text):
        return True
    said = below.kind is RowKind.PROSE or cues().closing.match(below.text) is not None
    return not said or teases(below.text)
