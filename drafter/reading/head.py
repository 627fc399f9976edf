"""The head of a text: title, date, speaker and salutation, found upwards from its first words.

Upwards, because what stands nearest the body is the text's own, and what a web page adds (its
copy of the title, its stamps, its menus) stands farther away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from drafter.reading import chrome
from drafter.reading.cues import cues
from drafter.reading.dates import date_in, is_date_line, without_date
from drafter.reading.persons import (
    is_byline,
    named_first,
    names_person,
    names_post_and_person,
    speaker_in_title,
    speaker_of,
)
from drafter.reading.rows import Row, RowKind
from drafter.reading.salutation import greets, salutation_of
from drafter.reading.title_words import title_words
from drafter.reading.titles import EMPHASIS, heaviest, is_subtitle, lengthen, says_who, title_like
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["Head", "find_head", "starts_body"]

#: Stamps and share links between a title and its body come in a handful of lines.
_MOST_NOISE = 14
_MOST_LINES = 7
#: A page's words that nothing tells from a text's are few, and end like a label.
_MOST_STRAY, _LONGEST_STRAY = 2, 30
_LONGEST_ADDRESS, _SHORTEST_LEAD = 60, 15
_SHORTEST_RUN_IN = 6
#: So far below 相关文章 a line is still one of that list.
_LIST = 5
#: A date in a title is the day it was given only in a subtitle or in brackets at the end.
_DATED_TITLE = re.compile(r"^(?![—–-]).*(?=[（(][^（()）]*[）)]$)|^(?![—–-]).*[^）)]$")

#: 第27期（总第186期）, the number of a periodical.
_ISSUE = re.compile(
    r"（?(?:\d{4}年)?总?第 ?[\d一二三四五六七八九十百]{1,4} ?期）?(?: ?（总第? ?\d+ ?期）)?$"
)

#: The dash of a subtitle, marks of emphasis.
_AROUND_TITLE = "—–- " + EMPHASIS

_Part = Literal["noise", "date", "byline", "dated byline", "title", "weak", "stray"]


@dataclass(slots=True)
class Head:
    """What stands before the body, as indexes of rows.

    ``run_in`` says that body follows the salutation in its row, ``addressed`` that the
    salutation speaks to people; ``second_salutation`` is the next row of one set in two lines.
    """

    body: int
    first: int
    title: list[int] = field(default_factory=list)
    date: int | None = None
    bylines: list[int] = field(default_factory=list)
    speaker: str | None = None
    salutation: int | None = None
    salutation_text: str | None = None
    second_salutation: int | None = None
    run_in: bool = False
    addressed: bool = False

    def own(self) -> set[int]:
        """The rows that are head and not body."""
        found = {*self.title, *self.bylines}
        if self.date is not None:
            found.add(self.date)
        if self.salutation is not None and not self.run_in:
            found.add(self.salutation)
        if self.second_salutation is not None:
            found.add(self.second_salutation)
        return found


def starts_body(row: Row) -> bool:
    """Whether a row can be the first of a body."""
    if row.kind is RowKind.NOISE:
        return False
    text = row.text
    if row.kind is RowKind.PROSE or text.endswith("如下："):
        return True
    if text[-1] == "：" and "，" in text and len(text) >= _SHORTEST_LEAD:  # …，特制定本办法：
        return True
    if salutation_of(text) is not None or greets(text):
        return True
    found = row.mark
    return found is not None and found.number == 1 and found.sure


def find_head(rows: Sequence[Row], start: int, body: int, *, first: bool = True) -> Head:
    """The head whose body begins at row ``body``; nothing above row ``start`` is looked at.

    ``first`` says that no other text stands above it on the page.
    """
    head = Head(body=body, first=body)
    _salutation(rows, start, head)
    parts = _parts_above(rows, start, head.first)
    title = heaviest(rows, [i for i, part in parts if part in ("title", "weak")])
    for i, part in parts:
        if title is not None and i < title:
            break
        _place(rows, i, part, title, head)
    if head.title:
        lengthen(rows, start, head.title, first=first)
        _word_above(rows, start, head)
        _facts_in_title(rows, head)
    if head.speaker is None:
        head.speaker = named_first(rows[body].clean)
    head.first = min(head.own() | {head.first})
    return head


def _word_above(rows: Sequence[Row], start: int, head: Head) -> None:
    """The line above the title that says whose word it is: 周校长国旗下讲话."""
    above = head.title[0] - 1
    if above < start or not says_who(rows[above].clean):
        return
    if any(chrome.leads_to_others(row.text) for row in rows[max(0, above - _LIST) : above]):
        return
    speaker = speaker_in_title(rows[above].clean)
    if speaker is not None:
        head.bylines.append(above)
        head.speaker = head.speaker or speaker


def _salutation(rows: Sequence[Row], start: int, head: Head) -> None:
    """The salutation on the first row of the body, or right above the greeting on it."""
    said = salutation_of(rows[head.body].text)
    if said is None:
        _unusual_address(rows, start, head)
        _below_heading(rows, head)
        return
    head.salutation, head.salutation_text = head.body, said.text
    head.addressed = said.spoken
    rest = rows[head.body].clean[said.end :]
    greeting = cues().greeting.match(rest)
    if greeting is not None:
        rest = rest[greeting.end() :]
    head.run_in = len(squeeze(rest)) >= _SHORTEST_RUN_IN
    if not head.run_in:
        head.body += 1
        _second_line(rows, head)


def _second_line(rows: Sequence[Row], head: Head) -> None:
    """The second line of a salutation set in two: 各位园长，/ 同志们：."""
    above = rows[head.body - 1].text
    if head.body + 1 >= len(rows) or rows[head.body].joined:
        return
    text = rows[head.body].text
    said = salutation_of(text)
    if said is not None and said.end == len(text) and (above[-1] in "，、：" or text[-1] == "："):
        head.second_salutation = head.body
        head.body += 1


def _unusual_address(rows: Sequence[Row], start: int, head: Head) -> None:
    """Whoever is named with a colon right above 大家好！ is addressed by it."""
    above = head.body - 1
    if above < start or not greets(rows[head.body].text):
        return
    text = rows[above].clean
    if rows[above].kind is not RowKind.NOISE and text.endswith("：") and not _a_sentence(text):
        head.salutation, head.salutation_text = above, text.rstrip("： ")
        head.addressed, head.first = True, above


def _below_heading(rows: Sequence[Row], head: Head) -> None:
    """The salutation below a first heading: a host's script has parts before anyone is greeted."""
    below = head.body + 1
    if below == len(rows) or rows[head.body].kind is not RowKind.SHORT:
        return
    said = salutation_of(rows[below].text)
    if said and said.spoken and rows[head.body].mark:
        head.salutation, head.salutation_text, head.addressed = below, said.text, True
        head.run_in = len(rows[below].text) > said.end + _SHORTEST_RUN_IN


def _a_sentence(text: str) -> bool:
    return len(text) > _LONGEST_ADDRESS or find_enumerator(text) is not None or "。" in text


def _parts_above(rows: Sequence[Row], start: int, below: int) -> list[tuple[int, _Part]]:
    """What the short lines right above row ``below`` may be, the nearest first."""
    found: list[tuple[int, _Part]] = []
    noise = lines = stray = 0
    for i in range(below - 1, start - 1, -1):
        part = _part(rows[i])
        headed = any(p in ("title", "weak") for _, p in found)
        if headed and _ISSUE.match(rows[i].clean):  # above it stands what the periodical is called
            break
        if part is None or noise > _MOST_NOISE or lines > _MOST_LINES or stray > _MOST_STRAY:
            break
        noise += part == "noise"
        lines += part != "noise"
        stray += part == "stray"
        found.append((i, part))
    return found


def _part(row: Row) -> _Part | None:
    text = row.clean
    if row.kind is RowKind.NOISE:
        return "noise"
    if row.kind is RowKind.PROSE:
        return None
    bare = without_date(text)
    dated = is_date_line(text)
    # A name beside a day speaks, 于 and 在 lead to the place.
    if dated and bare[:1] not in "于在" and names_person(bare):
        return "dated byline"
    if dated or (title_words().given_at.match(text) and date_in(text)):
        return "date"
    if bare != text and is_byline(bare):
        return "dated byline"
    like = title_like(text)
    if like == 2:
        return "title"
    if is_byline(text) and (not is_subtitle(text) or names_post_and_person(text)):
        return "byline"
    if like == 1:
        return "weak"
    label = len(text) <= _LONGEST_STRAY and text[-1:] not in "。！？；，、"
    return "stray" if label and find_enumerator(text) is None else None


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
    elif title is not None and (is_subtitle(text) or title_words().given_to.fullmatch(text)):
        head.title.insert(0, i)
        head.date = head.date if head.date is not None else (i if date_in(text) else None)
    elif part == "weak" and title is not None:
        head.bylines.append(i)


def _facts_in_title(rows: Sequence[Row], head: Head) -> None:
    title = "".join(rows[k].clean for k in head.title)
    # A notice that sends a speech round names in its title who spoke, not who wrote it.
    if head.speaker is None and (
        cues().speech_title.match(title) or not cues().article_title.match(title)
    ):
        said = [title, *(rows[k].clean for k in reversed(head.title))]
        named = (speaker_in_title(text.strip(_AROUND_TITLE)) for text in said)
        head.speaker = next(filter(None, named), None)
    if head.date is None:
        dated = [k for k in head.title if date_in(_DATED_TITLE.sub("", rows[k].clean))]
        head.date = dated[0] if dated else None
