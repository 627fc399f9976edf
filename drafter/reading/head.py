"""The head of a text: title, date, speaker and salutation, found upwards from its first words.

Upwards, because what stands nearest the body is the text's own, and what a web page adds (its
copy of the title, its stamps, its menus) stands farther away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.reading.cues import cues
from drafter.reading.dates import date_in, is_date_line
from drafter.reading.rows import Row, RowKind
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["Head", "Salutation", "find_head", "salutation_of", "starts_body", "title_like"]

#: Stamps and share links between a title and its body come in a handful of lines.
_MOST_NOISE = 14
_LONGEST_TITLE = 80
_SUBTITLE = re.compile(r"[—–-]{1,4} ?")
_UNFINISHED = re.compile(r"(?:[的和与及、，“《（]|在|关于|暨)$")
_PLACED = re.compile(r"(?:在|关于)[^。]*$")
_COMPLETE = re.compile(r".*(?:上|中|时|会|上的|中的)")
_TITLE_SPEAKER = re.compile(
    r"(?:\d{4}年?|[\dxX×]{4}年?)?(?P<who>[^，。：“”《》—]{2,24}?)(?:同志)?(?:在|于)(?=.{2,60}(?:上|中|时|会)?的?(?:讲话|发言|致辞|致词|演讲|汇报|报告|述职|总结|动员))"
)


@dataclass(frozen=True, slots=True)
class Salutation:
    """A salutation: its text without the colon, and how many characters of its row it takes."""

    text: str
    end: int


@dataclass(slots=True)
class Head:
    """What stands before the body, as indexes of rows."""

    body: int
    first: int
    title: list[int] = field(default_factory=list)
    date: int | None = None
    speaker: int | None = None
    speaker_name: str | None = None
    salutation: int | None = None
    salutation_text: str | None = None
    run_in: bool = False

    def own(self) -> set[int]:
        """The rows that are head and not body."""
        found = {*self.title, self.date, self.speaker}
        if not self.run_in:
            found.add(self.salutation)
        return {i for i in found if i is not None}


def salutation_of(text: str) -> Salutation | None:
    """The address that begins a line, or None."""
    found = cues().salutation.match(text[:120])
    if found is None:
        return None
    said = found["text"]
    mark = found["mark"].strip()
    if mark in ("：", "！", "") or mark in ("，", "。"):
        return Salutation(said.strip(), found.end())
    return None


def starts_body(row: Row) -> bool:
    """Whether a row can be the first of a body."""
    if row.kind is RowKind.NOISE:
        return False
    if row.kind is RowKind.PROSE:
        return True
    if salutation_of(row.text) is not None:
        return True
    if cues().greeting.match(row.text) is not None:
        return True
    found = find_enumerator(row.text)
    return found is not None and found.number == 1 and found.sure


def title_like(text: str) -> int:
    """2 for a line that ends like the title of a text, 1 for one that may be a title, else 0."""
    if not 2 <= len(text) <= _LONGEST_TITLE or text[-1] in "。；：，、":
        return 0
    if cues().speech_title.match(text) or cues().article_title.match(text):
        return 2
    if text[-1] in "？！" and len(text) < 8:
        return 0
    return 1 if 4 <= len(text) <= 50 and find_enumerator(text) is None else 0


def find_head(rows: Sequence[Row], start: int, body: int) -> Head:
    """The head whose body begins at row ``body``; nothing above row ``start`` is looked at."""
    head = Head(body=body, first=body)
    _salutation(rows, head)
    noise, i = 0, head.first - 1
    while i >= start and noise <= _MOST_NOISE:
        row = rows[i]
        if row.kind is RowKind.NOISE:
            noise += 1
        elif not _take(rows, i, head, noise):
            break
        i -= 1
    if head.title:
        head.first = min(head.own())
        _speaker_in_title("".join(rows[k].clean for k in head.title), head)
    return head


def _salutation(rows: Sequence[Row], head: Head) -> None:
    """The salutation on the first row of the body, and the date or speaker on that row."""
    said = salutation_of(rows[head.body].text)
    if said is None:
        return
    head.salutation, head.salutation_text = head.body, said.text
    rest = rows[head.body].clean[said.end :]
    greeting = cues().greeting.match(rest)
    if greeting is not None:
        rest = rest[greeting.end() :]
    head.run_in = len(squeeze(rest)) >= 6
    if not head.run_in:
        head.body += 1


def _take(rows: Sequence[Row], i: int, head: Head, noise: int) -> bool:
    """Give row ``i`` its place in the head; False where the head is over."""
    text = rows[i].clean
    if head.title:
        return _goes_before_title(rows, i, head)
    if head.date is None and is_date_line(text):
        head.date = i
    elif head.speaker is None and (name := speaker_of(text)) is not None:
        head.speaker, head.speaker_name = i, name
    elif rows[i].kind is RowKind.SHORT and title_like(text):
        head.title = [i]
    else:
        return False
    head.first = i
    return True


def _goes_before_title(rows: Sequence[Row], i: int, head: Head) -> bool:
    """Whether row ``i`` is an earlier line of the title that has been found below it."""
    text, below = rows[i].clean, rows[head.title[0]].clean
    if rows[i].kind is not RowKind.SHORT or not title_like(text) or len(head.title) >= 3:
        return False
    if i + 1 != head.title[0] or squeeze(text) in squeeze(below):
        return False
    if _SUBTITLE.match(below) or _UNFINISHED.search(text):
        head.title.insert(0, i)
        return True
    near = not rows[head.title[0]].after_gap
    strong = title_like(text) == 2
    unfinished = _PLACED.match(text) is not None and not strong
    slogan = near and not strong and len(text) >= 7 and below.startswith(("在", "关于"))
    named = near and not strong and cues().unit_end.match(text) is not None and len(below) < 20
    if near and (unfinished or slogan or named):
        head.title.insert(0, i)
        return True
    return False


def speaker_of(text: str) -> str | None:
    """The name (else the post) in a line that says nothing but who speaks."""
    text = text.strip("（）() —–").removesuffix("同志")
    if not 2 <= len(text) <= 40:
        return None
    if cues().signature_label.match(text):
        text = text.split("：", 1)[-1].strip()
    if cues().person.match(text) and len(squeeze(text)) <= 4 and not cues().post.match(text):
        return squeeze(text)
    found = cues().post.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip(" ：（）")
    if rest and cues().person.match(rest) and len(squeeze(rest)) <= 4:
        return squeeze(rest)
    return None


def _speaker_in_title(title: str, head: Head) -> None:
    if head.speaker_name is not None:
        return
    found = _TITLE_SPEAKER.match(title)
    if found is not None:
        who = found["who"]
        if cues().post.fullmatch(who) or cues().person.match(who):
            head.speaker_name = who
