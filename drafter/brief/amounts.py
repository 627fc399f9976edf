"""Amounts and dates as clerks write them → the one form the model reads.

约3000字, 三千字左右 and ３０００ are 3000; 半小时 is 30 minutes; 2026年11月21日（星期六）上午9点 is
2026-11-21. What could mean two things (3000-3500字, 不超过3000字) stays for the model to refuse.
"""

from __future__ import annotations

import datetime as dt
import re

from drafter.text.folding import to_half_digits
from drafter.text.numerals import chinese, ordinal

__all__ = ["AMOUNTS", "amount_of", "date_of", "day_advice"]

#: The keys under which an amount stands, and what is to be written there.
AMOUNTS = {
    "篇幅": "要写一个整数，如 3000",
    "时长": "要写几分钟，如 15",
    "语速": "要写每分钟几个字，如 220",
}

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_AMOUNT = re.compile(
    r"(?:大?约|大概)?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[半一二两三四五六七八九十百千零]+)"
    r"\s*(?P<unit>字(?:/分钟)?|个?小时|分钟?)?\s*(?:左右|上下)?"
)
_COUNT = r"\d+(?:\.\d+)?|[一二两三四五六七八九十百零]+"
#: 一个半小时, 8分30秒, 三刻钟, 15 min: the hours, the half, the quarters, the minutes, the seconds.
_SPAN = re.compile(
    rf"(?:大?约)?\s*(?:({_COUNT})\s*(?:个(半)?)?\s*(?:小时|钟头|h))?(半)?\s*(?:([一二两三1-3])刻钟)?\s*"
    rf"(?:({_COUNT})\s*(?:分钟?|min(?:ute)?s?))?\s*(?:({_COUNT})\s*秒钟?)?\s*(?:左右|上下)?"
)
#: One hour, or from one to another: 上午9时—11时, T09:00:00Z.
_CLOCK = r"(?:[\d一二三四五六七八九十]{1,3}(?:[:：]\d{2}|[点时])[\d:：一二三四五十分半整Z]*)"
_HOUR = (
    r"[（(\s]*(?:(?:星期|周)[一二三四五六日天])?[）)\s]*"
    r"(?:[上中下]午|早上|晚上?|T)?\s*"
    rf"(?:{_CLOCK}(?:[\s—–~～至到-]*(?:[上中下]午|晚上?)?{_CLOCK})?)?"
)
_WEEKDAY = re.compile("(?:星期|周)([一二三四五六日天])")
_HOURS = re.compile(_HOUR)
_DATE = re.compile(r"(\d{4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})\s*[日号]?" + _HOUR)

#: What stands where a day belongs and is none, and what is said of it.
_NO_DAY = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "没有这一天"),
    (re.compile(r"\d{4}\D.*[至到~～—–].*"), "不是日期（连开几天的只写第一天）"),
    (re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"), "年份要写在前面"),
    (re.compile(r"\d{2}[年.\-/]\d{1,2}[月.\-/]\d{1,2}\D?.*"), "年份要写四位"),
    (re.compile(r"\d{1,2}[月./\-]\d{1,2}\D?.*"), "少了年份"),
)
#: 20261126, as files and messages have it.
_BARE_DATE = re.compile(r"(20\d{2})(0[1-9]|1[0-2])([0-3]\d)")
_IN_CHINESE = re.compile("[一二][〇○零一二三四五六七八九]{3}年")


def amount_of(text: str, key: str) -> str:
    """The amount under a key as digits; the text itself where it is no amount of that kind."""
    text = to_half_digits(text)
    if _PLAIN.fullmatch(text):
        return text
    found = _AMOUNT.fullmatch(text)
    number = found and _number(found["number"])
    if not found or number is None:
        return _minutes(text) if key == "时长" else text
    unit = found["unit"] or ""
    if unit and ("字" in unit) == (key == "时长"):
        return text
    return f"{number * 60 if unit.endswith('小时') else number:.15g}"


def _minutes(text: str) -> str:
    """The minutes that hours, quarters, minutes and seconds make; the text itself where none do."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return text
    hours, half, also_half, quarters, minutes, seconds = found.groups()
    told = [_number(part) if part else 0.0 for part in (hours, quarters, minutes, seconds)]
    if None in told or not any(told) or (also_half and not hours):
        return text
    counts = [part or 0.0 for part in told]
    halves = 0.5 if half or also_half else 0.0
    total = (counts[0] + halves) * 60 + counts[1] * 15 + counts[2] + counts[3] / 60
    return f"{total:.15g}"


def _number(text: str) -> float | None:
    """What digits or a numeral stand for; None for 两千五, which is not 2005."""
    if text == "半":
        return 0.5
    if text[0].isdigit():
        return float(text.replace(",", ""))
    number = ordinal(text)
    whole = number is not None and chinese(number) == text.replace("两", "二")
    return number if whole else None


def date_of(text: str) -> str:
    """The day as 2026-11-21, its weekday and hour left out; the text itself where it is no date."""
    plain = to_half_digits(text)
    found = _DATE.fullmatch(plain) or _BARE_DATE.fullmatch(plain)
    day = "-".join(g.zfill(2) for g in found.groups()) if found else _in_chinese(plain)
    return text if not day or _other_weekday(plain, day) else day


def _other_weekday(text: str, day: str) -> str:
    """The weekday of a day where the text tells another one; empty where it tells none."""
    told = _WEEKDAY.search(text)
    try:
        true = "一二三四五六日"[dt.date.fromisoformat(day).weekday()]
    except ValueError:  # no day at all, which is said by others
        return ""
    return "" if told is None or told[1].replace("天", "日") == true else f"星期{true}"


def day_advice(written: object) -> str:
    """What is wrong with something written where a day belongs, and what would do."""
    text = to_half_digits(str(written))
    day = _DATE.fullmatch(text)
    true = _other_weekday(text, "-".join(g.zfill(2) for g in day.groups())) if day else ""
    if true:
        return f"那一天是{true}，日期和星期对不上，请核对后只写日期"
    for sign, said in _NO_DAY:
        if sign.fullmatch(text):
            return f"{said}，应写成 2026-11-21 这样"
    return "不是日期，应写成 2026-11-21 这样"


def _in_chinese(text: str) -> str | None:
    """二〇二六年十一月二十六日, where nothing but the hour follows."""
    if not _IN_CHINESE.match(text):
        return None
    # The reader of speeches takes long to load.
    from drafter.reading.dates import date_in, without_date

    return date_in(text) if _HOURS.fullmatch(without_date(text)) else None
