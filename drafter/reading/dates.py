"""Dates of a head or foot: （2011年8月4日）, 二〇一一年八月, 20××年×月×日."""

from __future__ import annotations

import datetime
import re

from drafter.text.numerals import ordinal

__all__ = ["date_in", "is_date_line", "without_date"]

_YEAR = r"(?:\d{4}|[〇○ＯO零0一二三四五六七八九]{4}|\d{0,3}[xX×*＊某_]{1,4}|[xX×*]{1,4})"
_PART = r"(?:\d{1,2}|[〇○零一二三四五六七八九十]{1,3}|[xX×*＊某_]{1,2})"
_DATE = re.compile(
    rf"(?P<y>{_YEAR}) ?年 ?(?P<m>{_PART}) ?月(?: ?(?P<d>{_PART}) ?[日号])?"
    r"|(?P<y2>\d{4})[.．/-](?P<m2>\d{1,2})[.．/-](?P<d2>\d{1,2})(?!\d)"
)
_AROUND = re.compile(
    r"[（(\[【—– ]*(?:(?:日期|时间|日 期)[：:] ?)?\0[ ，]*"
    r"(?:星期.|周.|[上下]午|晚上?|凌晨)?[印发稿修订 ]*"
    r"(?:[于，]?[\u4e00-\u9fff·]{2,30}(?=[）)\]】]))?[）)\]】—– ]*$"
)
_CHINESE_YEAR = str.maketrans("〇○ＯO零一二三四五六七八九", "00000123456789")


def date_in(text: str) -> str | None:
    """The first whole date in folded text as YYYY-MM-DD; None where there is none, or a mask."""
    for found in _DATE.finditer(text):
        iso = _iso(found)
        if iso:
            return iso
    return None


def is_date_line(text: str) -> bool:
    """Whether the line says a date (masked or not) and nothing else."""
    if len(text) > 40:
        return False
    found = _DATE.search(text)
    if found is None:
        return False
    return _AROUND.match(text[: found.start()] + "\0" + text[found.end() :]) is not None


def without_date(text: str) -> str:
    """A line without its date and the brackets around it; the line itself where it has none."""
    found = _DATE.search(text)
    if found is None:
        return text
    before = text[: found.start()].rstrip(" （(")
    return f"{before} {text[found.end() :].lstrip(' ）)')}".strip()


def _iso(found: re.Match[str]) -> str | None:
    year = found["y"] or found["y2"]
    month, day = found["m"] or found["m2"], found["d"] or found["d2"]
    digits = year.translate(_CHINESE_YEAR)
    if not digits.isdigit() or len(digits) != 4 or not month or not day:
        return None
    numbers = [ordinal(p.replace("○", "〇")) for p in (month, day)]
    try:
        return datetime.date(int(digits), numbers[0] or 0, numbers[1] or 0).isoformat()
    except ValueError:
        return None
