"""The head of a text: title, date, speaker and salutation, found upwards from its first words.

Upwards, because what stands nearest the body is the text's own, and what a web page adds (its
copy of the title, its stamps, its menus) stands farther away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from drafter.reading.cues import cues
from drafter.reading.dates import date_in, is_date_line, without_date
from drafter.reading.persons import (
    attends,
    is_byline,
    named_first,
    names_post_and_person,
    speaker_in_title,
    speaker_of,
)
from drafter.reading.rows import Row, RowKind
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["Head", "find_head", "salutation_of", "starts_body", "title_like"]

#: Stamps and share links between a title and its body come in a handful of lines.
_MOST_NOISE = 14
_MOST_LINES = 7
_LONGEST_TITLE = 80
_SUBTITLE = re.compile(r"[—–-]{1,4} ?")
_GIVEN_AT = re.compile(r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{2,60}[上中][）)]?$")
#: A date in a title is the day it was given only in a subtitle or in brackets at the end.
_DATED_TITLE = re.compile(r"^(?![—–-]).*(?=[（(][^（()）]*[）)]$)|^(?![—–-]).*[^）)]$")
_UNFINISHED = re.compile(r"(?:[的和与及、，“《（]|在|关于|暨|强调|指出|要求)$")
_PLACED = re.compile(r"(?:在|关于)[^。]*$")
#: Couplets of a title: two lines, or the halves of a line, as long as one another.
_SHORTEST_COUPLET = 6
#: A headline is longer than a menu's labels, the word for a speech (开幕词) is short.
_SHORTEST_HEADLINE, _LONGEST_GENRE = 9, 5
_LONGEST_REMNANT = 3
#: 第六届职工运动会 above 开幕词: the occasion, and what is said on it.
_OCCASION = re.compile(r"(?:会|仪式|典礼|会议|论坛|宴会|盛典|节)$")
_TITLE_WORD = re.compile(r"讲话|发言|致辞|致词|报告|演讲|汇报|述职|主持词")

_Part = Literal["noise", "date", "byline", "dated byline", "title", "weak"]


@dataclass(frozen=True, slots=True)
class Salutation:
    """A salutation: its text without the colon, and how many characters of its row it takes.

    ``spoken`` is false for the units a written text is sent to.
    """

    text: str
    end: int
    spoken: bool = True


@dataclass(slots=True)
class Head:
    """What stands before the body, as indexes of rows.

    ``run_in`` says that body follows the salutation in its row, ``addressed`` that the
    salutation speaks to people.
    """

    body: int
    first: int
    title: list[int] = field(default_factory=list)
    date: int | None = None
    bylines: list[int] = field(default_factory=list)
    speaker: str | None = None
    salutation: int | None = None
    salutation_text: str | None = None
    run_in: bool = False
    addressed: bool = False

    def own(self) -> set[int]:
        """The rows that are head and not body."""
        found = {*self.title, *self.bylines}
        if self.date is not None:
            found.add(self.date)
        if self.salutation is not None and not self.run_in:
            found.add(self.salutation)
        return found


def salutation_of(text: str) -> Salutation | None:
    """The address that begins a line, or None."""
    found = cues().salutation.match(text[:120]) or cues().honoured.match(text[:80])
    if found is not None:
        return Salutation(found["text"].strip(), found.end())
    found = cues().recipients.match(text[:80])
    return Salutation(found["text"].strip(), found.end(), spoken=False) if found else None


def starts_body(row: Row) -> bool:
    """Whether a row can be the first of a body."""
    if row.kind is RowKind.NOISE:
        return False
    if row.kind is RowKind.PROSE or row.text.endswith("如下："):
        return True
    if salutation_of(row.text) is not None or cues().greeting.match(row.text) is not None:
        return True
    found = find_enumerator(row.text)
    return found is not None and found.number == 1 and found.sure


def title_like(text: str) -> int:
    """2 for a line that ends like the title of a text, 1 for one that may be a title, else 0."""
    if not 2 <= len(text) <= _LONGEST_TITLE or text[-1] in "。；：，、" or text[0] in "》”）、，。":
        return 0
    bare = squeeze(text)
    if bare.isascii():
        return 0
    if cues().speech_title.match(bare) or cues().article_title.match(bare):
        return 2
    if text[-1] in "？！" and len(text) < 8:
        return 0
    return 1 if 4 <= len(text) <= 50 and find_enumerator(text) is None else 0


def find_head(rows: Sequence[Row], start: int, body: int, *, first: bool = True) -> Head:
    """The head whose body begins at row ``body``; nothing above row ``start`` is looked at.

    ``first`` says that no other text stands above it on the page.
    """
    head = Head(body=body, first=body)
    _salutation(rows, head)
    parts = _parts_above(rows, start, head.first)
    title = _title_among(rows, parts)
    for i, part in parts:
        if title is not None and i < title:
            break
        _place(rows, i, part, title, head)
    if head.title:
        _lengthen_title(rows, start, head, first=first)
        _facts_in_title(rows, head)
    if head.speaker is None:
        head.speaker = named_first(rows[body].clean)
    head.first = min(head.own() | {head.first})
    return head


def _salutation(rows: Sequence[Row], head: Head) -> None:
    """The salutation on the first row of the body."""
    said = salutation_of(rows[head.body].text)
    if said is None:
        return
    head.salutation, head.salutation_text = head.body, said.text
    head.addressed = said.spoken
    rest = rows[head.body].clean[said.end :]
    greeting = cues().greeting.match(rest)
    if greeting is not None:
        rest = rest[greeting.end() :]
    head.run_in = len(squeeze(rest)) >= 6
    if not head.run_in:
        head.body += 1


def _parts_above(rows: Sequence[Row], start: int, below: int) -> list[tuple[int, _Part]]:
    """What the short lines right above row ``below`` may be, the nearest first."""
    found: list[tuple[int, _Part]] = []
    noise = lines = 0
    for i in range(below - 1, start - 1, -1):
        part = _part(rows[i])
        if part is None or noise > _MOST_NOISE or lines > _MOST_LINES:
            break
        noise += part == "noise"
        lines += part != "noise"
        found.append((i, part))
    return found


def _part(row: Row) -> _Part | None:
    text = row.clean
    if row.kind is RowKind.NOISE:
        return "noise"
    if row.kind is RowKind.PROSE:
        return None
    if is_date_line(text) or (_GIVEN_AT.match(text) and date_in(text)):
        return "date"
    bare = without_date(text)
    if bare != text and is_byline(bare):
        return "dated byline"
    like = title_like(text)
    if like == 2:
        return "title"
    if is_byline(text) and not _SUBTITLE.match(text):
        return "byline"
    return "weak" if like == 1 else None


def _title_among(rows: Sequence[Row], parts: Sequence[tuple[int, _Part]]) -> int | None:
    """The row of the title: the nearest that ends like one, else the nearest that may be one."""
    weak: int | None = None
    for i, part in parts:
        if part == "title":
            return i if weak is None or weak - i <= 3 else weak
        if part == "weak" and weak is None and not _in_menu(rows, i):
            weak = i
    return weak


def _in_menu(rows: Sequence[Row], i: int) -> bool:
    """Whether a very short line follows another: menus come in runs, titles do not."""
    near = i > 0 and rows[i - 1].kind is RowKind.SHORT and len(rows[i - 1].text) <= 8
    return len(rows[i].text) <= 6 and near


def _place(rows: Sequence[Row], i: int, part: _Part, title: int | None, head: Head) -> None:
    text = rows[i].clean
    if i == title:
        head.title.insert(0, i)
    elif part == "date" and head.date is None:
        head.date = i
    elif part in ("byline", "dated byline"):
        head.bylines.append(i)
        if part == "dated byline":
            text = without_date(text)
            head.date = i if head.date is None else head.date
        head.speaker = head.speaker or speaker_of(text)
    elif part == "weak" and title is not None:
        if _SUBTITLE.match(text):
            head.title.insert(0, i)
            head.date = head.date if head.date is not None else (i if date_in(text) else None)
        else:
            head.bylines.append(i)


def _lengthen_title(rows: Sequence[Row], start: int, head: Head, *, first: bool) -> None:
    """Take in the lines above that begin the same title."""
    while len(head.title) < 4:
        i = head.title[0] - 1
        if i - 1 >= start and _broken_title(rows, i):
            head.title[:0] = [i - 1, i]
            continue
        if i < start or not _begins_title(rows, i, first=first):
            return
        head.title.insert(0, i)


def _broken_title(rows: Sequence[Row], i: int) -> bool:
    """Whether row ``i`` holds the last characters of a title broken off in the row above."""
    above, text = rows[i - 1].clean, rows[i].clean
    if rows[i - 1].kind is RowKind.NOISE or len(text) > _LONGEST_REMNANT or len(above) < 4:
        return False
    return title_like(above) < 2 and title_like(text) < 2 and title_like(above + text) == 2


def _begins_title(rows: Sequence[Row], i: int, *, first: bool) -> bool:
    """Whether row ``i`` is an earlier line of the title that goes on in the next row."""
    text, below = rows[i].clean, rows[i + 1].clean
    if rows[i].kind is not RowKind.SHORT or not title_like(text) or is_date_line(text):
        return False
    if squeeze(text) in squeeze(below) or squeeze(below) in squeeze(text):
        return False
    if _SUBTITLE.match(below) or _UNFINISHED.search(text):
        return True
    said = len(squeeze(below)) <= _LONGEST_GENRE and title_like(below) == 2
    if len(text) >= _SHORTEST_HEADLINE and (attends(below) or (said and _OCCASION.search(text))):
        return True
    unit = below.startswith("关于") and cues().unit_end.fullmatch(text) is not None
    if unit or _in_couplet(rows, i) or (below.startswith("在") and names_post_and_person(text)):
        return True
    if rows[i + 1].after_gap or _TITLE_WORD.search(text) or len(text) <= 6:
        return False
    if _PLACED.match(text) is not None:
        return True
    slogan = below.startswith(("在", "关于")) and not is_byline(text)
    return slogan or (first and len(below) < 20 and cues().unit_end.match(text) is not None)


def _in_couplet(rows: Sequence[Row], i: int) -> bool:
    """Whether row ``i`` is a couplet, or makes one with the next, above a subtitle."""
    below = rows[i + 2].clean if i + 2 < len(rows) else ""
    if not _SUBTITLE.match(below) or title_like(rows[i].clean) == 2:
        return False
    halves = [len(half) for half in rows[i].clean.split()]
    if len(halves) > 2 or sum(halves) < _SHORTEST_COUPLET:
        return False
    even = sum(halves) == len(squeeze(rows[i + 1].clean))
    return even or (len(halves) == 2 and halves[0] == halves[1])


def _facts_in_title(rows: Sequence[Row], head: Head) -> None:
    title = "".join(rows[k].clean for k in head.title)
    # A notice that sends a speech round names in its title who spoke, not who wrote it.
    if head.speaker is None and (
        cues().speech_title.match(title) or not cues().article_title.match(title)
    ):
        head.speaker = speaker_in_title(title)
    if head.date is None:
        dated = [k for k in head.title if date_in(_DATED_TITLE.sub("", rows[k].clean))]
        head.date = dated[0] if dated else None
