"""Forms of numbers by GB/T 15835-2011: of one kind in one form, never two forms in one number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.text.entities import Entity
from drafter.text.scanning import matches_from

__all__ = ["check_figures"]

_WIDE = re.compile(r"[０-９]+(?:[．.][０-９]+)?[％%]?")
_MIXED_DATE = re.compile(
    r"[0-9]+年[一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?"
    r"|[〇零一二三四五六七八九]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    r"|[0-9]{1,2}月[一二三四五六七八九十]{1,3}日|[一二三四五六七八九十]{1,2}月[0-9]{1,2}日"
)
_MIXED_NUMBER = re.compile(r"[0-9]+[十百千](?=[0-9一二三四五六七八九万亿]|[\u4e00-\u9fff])")
#: The number of a heading before one that counts is none: 一、三项成绩….
_ROUND = re.compile(
    r"(?<=[^\n一二三四五六七八九十第])([一二三四五六七八]、[二三四五六七八九])(?=[个名天年次项户人家万亿千百十])"
)
#: What they begin with.
_WIDE_HEAD, _TENS = re.compile("[０-９]"), re.compile("[0-9](?=[0-9]*[十百千])")
_DATED = re.compile("[0-9〇零一二三四五六七八九十](?=[0-9〇零一二三四五六七八九十]*[年月])")
_TWO = re.compile("[一二三四五六七八](?=、)")
_UNIT = re.compile(r"多?(?:余)?(个百分点|[个名户处家起项人次亩公里吨元件]+)")


def check_figures(checked: Checked) -> Iterator[Finding]:
    """``wide-digit``, ``mixed-number``, ``mixed-date``, ``round-number``, ``mixed-form``."""
    yield from _each(checked)
    yield from _forms(checked)


def _each(checked: Checked) -> Iterator[Finding]:
    rules = (
        (
            _WIDE_HEAD,
            _WIDE,
            "wide-digit",
            "数字“{}”用了全角，应改成半角（GB/T 15835-2011 第5.1条）",
        ),
        (
            _DATED,
            _MIXED_DATE,
            "mixed-date",
            "日期“{}”汉字和阿拉伯数字混用，应统一成一种（GB/T 15835-2011 第4.3条）",
        ),
        (
            _TENS,
            _MIXED_NUMBER,
            "mixed-number",
            "“{}”一个数里混用两种数字，应改成一种（GB/T 15835-2011 第5.1条）",
        ),
        (_TWO, _ROUND, "round-number", "概数“{}”中间不用顿号（GB/T 15835-2011 第5.2.1条）"),
    )
    for heads, pattern, code, message in rules:
        for match in matches_from(heads, pattern, checked.raw):
            text = match.group()
            if text in checked.brief_blob and code == "mixed-number":
                continue
            yield Finding(code, "warning", checked.id_at(match.start()), text, message.format(text))


def _forms(checked: Checked) -> Iterator[Finding]:
    """1260户 here and 三千户 there. A note where the brief itself has both forms."""
    first: dict[str, tuple[Entity, bool]] = {}
    for entity in checked.entities:
        # What is counted is of one kind, which one it is (第3个) of another.
        if entity.kind != "number" or checked.text.endswith("第", 0, entity.start):
            continue
        unit = _UNIT.match(checked.text, entity.end)
        if unit is None:
            continue
        arabic = entity.text[0].isdigit()
        before = first.setdefault(unit.group(1), (entity, arabic))
        if before[1] == arabic:
            continue
        one = before[0].text + unit.group(1)
        other = entity.text + unit.group(1)
        given = all(e.text in checked.brief_blob for e in (before[0], entity))
        yield Finding(
            "mixed-form",
            "note" if given else "warning",
            checked.id_at(entity.start),
            other,
            f"同类数字写法不一：前面写“{one}”，这里写“{other}”，"
            "同类别应同形式（GB/T 15835-2011 第4.3条）",
        )
