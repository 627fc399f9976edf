"""The lines of a collection that are none of its texts' own: running headings and the banner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from drafter.reading.persons import names_post_and_person
from drafter.reading.rows import Row, RowKind
from drafter.reading.salutation import greets, salutation_of
from drafter.reading.title_words import branches
from drafter.reading.titles import title_like
from drafter.reading.turns import ended_before, said_farewell
from drafter.text.numerals import ordinal

__all__ = ["banner_above", "is_banner", "running_headings", "without_number"]

_CN = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_OPEN, _SHUT = "[（(【\\[〔［<《—–-]", "[】\\])）〕］>》—–-]"
_NAMED_BEHIND = r"(?:[：:、. ].{0,60})?$"
#: Without one of these no line is a running heading; they are found faster.
_RUNNING_WORD = re.compile(r"[篇文本板之材例件]")
#: 通用11篇: how many texts the page says it holds; then its first number may stand alone.
_HOW_MANY = re.compile(rf"(?<!第){_CN}篇")
_ENDS_NUMBERED = re.compile(r"[\d一二三四五六七八九十][）)\]】]?(?:[：:]|$)")
_NUMBERED = re.compile(
    rf"(?P<stem>.{{2,50}}?) ?[（(\[【]? ?(?P<n>{_CN})[）)\]】]?(?:[：:].{{0,40}})?$"
)
#: 会议讲话2012 says the year.
_MOST_TEXTS = 60
_ADDRESS_WITHIN = 3


class _Words(NamedTuple):
    """Patterns of the words in reading.yaml for what a page calls its texts.

    ``heading`` is a running heading, ``number`` what counts in it, ``example`` the line above a
    text given as one, ``banner`` what stands over several.
    """

    heading: re.Pattern[str]
    number: re.Pattern[str]
    example: re.Pattern[str]
    banner: re.Pattern[str]


@cache
def _words() -> _Words:
    any_of = branches("collections")
    each = any_of["each"]
    return _Words(
        heading=re.compile(
            rf".{{0,60}}?{_OPEN}? ?{each} ?[（(]?{_CN}[）)]? ?{_SHUT}?{_NAMED_BEHIND}"
            rf"|.{{2,40}}之{_CN}$"
            rf"|[^。！？；]{{2,40}}{_OPEN}?第 ?{_CN} ?篇{_SHUT}?{_NAMED_BEHIND}"
            rf"|[^\w]{{0,3}}{any_of['papers_for']}?{any_of['papers']}{_CN}{_NAMED_BEHIND}"
            rf"|{_OPEN}{{0,2}}第 ?{_CN} ?篇{_SHUT}{{0,2}}{_NAMED_BEHIND}"
            rf"|{_OPEN}(?:篇|范文) ?{_CN}{_SHUT}.{{0,60}}$"
        ),
        number=re.compile(
            rf"^[【\[（(]?第? ?{_CN} ?[篇、.]?[】\]）)]?[：:、. ]*"
            rf"|[ （(\[【]*{each}?[ （(]?{_CN}[）)\]】：:]*$|之{_CN}$"
        ),
        example=re.compile(rf"[^。！？；]{{0,8}}{any_of['example']}{any_of['example_given']}?：?$"),
        banner=re.compile(rf"(?P<what>[^。！？；]{{2,40}}?)(?:材料)?{any_of['banner']}$"),
    )


def running_headings(rows: Sequence[Row]) -> set[int]:
    """Rows like 「…讲话 篇一」, and numbered copies of one line 「…发言稿1」「…发言稿2」."""
    found: set[int] = set()
    stems: Counter[str] = Counter()
    numbered: dict[int, tuple[str, int | None]] = {}
    later: set[int] = set()
    for i, row in enumerate(rows):
        if len(row.text) > 70 or row.text[-1] in "。！？；，":
            continue
        if _RUNNING_WORD.search(row.text) and _words().heading.match(row.text):
            found.add(i)
        elif (
            _ENDS_NUMBERED.search(row.text)
            and (m := _NUMBERED.match(row.text))
            and title_like(m["stem"]) == 2
        ):
            numbered[i] = m["stem"], ordinal(m["n"])
            stems[m["stem"]] += 1
            if _is_later(m["n"]) and i + 1 < len(rows) and salutation_of(rows[i + 1].text):
                later.add(i)
    found |= {i for i, (stem, _) in numbered.items() if stems[stem] > 1}
    in_a_row = [n for _, n in numbered.values()] == [*range(1, len(numbered) + 1)]
    if in_a_row and len(numbered) > 1:  # …竞选演讲稿（一）, …家长会发言（二）
        found |= numbered.keys()
    found |= later
    found |= _numbered_reports(rows)
    if (
        len(found) == 1
        and not later
        and not any(_HOW_MANY.search(r.text) for r in rows[: min(found)])
    ):
        found = set()
    return found | _examples(rows)


def _is_later(number: str) -> bool:
    """Whether a number tells that a text stands above: nobody numbers one text alone."""
    return 2 <= (ordinal(number) or 0) <= _MOST_TEXTS


def _examples(rows: Sequence[Row]) -> set[int]:
    """Rows like 「演讲稿范文」 below the prose of a guide to writing."""
    prose = next((i for i, r in enumerate(rows) if r.kind is RowKind.PROSE), len(rows))
    short = (i for i, r in enumerate(rows[prose:], prose) if r.kind is RowKind.SHORT)
    return {i for i in short if _words().example.match(rows[i].text)}


def _numbered_reports(rows: Sequence[Row]) -> set[int]:
    """Rows like 「一、李明述职报告」 「二、王海述职报告」, above an address or below last words.

    A heading may end like a title too, but nobody is greeted under each heading of one speech, and
    nobody takes leave above each.
    A post and a name (「一、局长 李明」) are no heading, whatever comes below; nor is a name that
    the title right below takes up (「一、柳湾村」 above 柳湾村党支部书记述职报告).
    """
    found: list[int] = []
    for i in range(len(rows) - 1):
        row = rows[i]
        mark = row.mark if row.kind is RowKind.SHORT else None
        if mark is None or mark.number != len(found) + 1:
            continue
        said, below = row.text[mark.width :], rows[i + 1 : i + 1 + _ADDRESS_WITHIN]
        greeted = any(salutation_of(r.text) or greets(r.text) for r in below)
        # Alone on its line a number heads a text only where people are greeted right below.
        titled = greeted and (title_like(said) == 2 or not said)
        ended = mark.number == 1 or ended_before(rows, i) or said_farewell(rows, i)
        titled = titled or (title_like(said) == 2 and ended)
        title = rows[i + 1].text
        taken_up = title != said and title.startswith(said) and title_like(title) == 2
        if titled or taken_up or names_post_and_person(said):
            found.append(i)
    return set(found) if len(found) > 1 else set()


def without_number(text: str) -> str:
    """A running heading without its number: what it says of the text below."""
    return _words().number.sub("", text)


def is_banner(text: str) -> bool:
    """Whether a line says that several texts follow: …发言选登, …贺词集锦."""
    return _words().banner.match(text) is not None


def banner_above(rows: Sequence[Row], first: int) -> str:
    """What a line above row ``first`` says of all texts below it (…交流发言), else empty."""
    found = (_words().banner.match(rows[i].text) for i in range(first))
    return next((m["what"] for m in found if m), "")
