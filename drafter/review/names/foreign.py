"""What the draft names and the brief does not: another county left in, an invented figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from drafter.review.checked import Checked
from drafter.review.finding import Finding, Level
from drafter.review.names.allowed import Allowed
from drafter.review.names.near_names import check_near_names
from drafter.review.names.seams import Seams
from drafter.review.names.undertakings import is_undertaking
from drafter.review.names.unlisted import (
    likely_bodies,
    likely_called,
    likely_campaigns,
    likely_counts,
    likely_days,
    likely_documents,
    likely_headed,
    likely_honours,
    likely_names,
    likely_organs,
    likely_people,
    likely_places,
    likely_terms,
)
from drafter.review.numbering import POINTS
from drafter.text.entities import Entity
from drafter.text.gazetteer import Span

__all__ = ["check_foreign"]

_NAMES = {
    "number": "数字",
    "date": "日期",
    "person": "人名",
    "place": "地名",
    "organisation": "单位名",
    "document": "文件或会议名",
    "quote": "引号里的说法",
    "campaign": "活动名或提法",
    "honour": "荣誉",
    "name": "名称",
}
#: What even that is, though it looks like a person called 连.
_EVEN = re.compile("连[^，。；！？\n]{2,12}?[都也]")
#: 修一修 has so many characters.
_TWICE = 3
_TRIED = re.compile("([\u4e00-\u9fff])一\\1")
_Likely = Callable[[Checked], Iterator[Span]]


def _headed(kind: str, level: Level) -> Iterator[tuple[str, Level, _Likely]]:
    """The names told by what they end with: the sure ones at this level, others as warnings."""
    yield kind, level, partial(likely_headed, kind=kind, sure=True)
    yield kind, "warning", partial(likely_headed, kind=kind, sure=False)


#: What no list has, by the code it is reported under: a sign that is less sure is a warning.
_UNLISTED: tuple[tuple[str, Level, _Likely], ...] = (
    ("place", "error", likely_places),
    ("person", "error", likely_people),
    ("organisation", "error", likely_bodies),
    ("organisation", "warning", likely_organs),
    ("document", "error", likely_documents),
    ("honour", "error", likely_honours),
    ("date", "error", likely_terms),
    ("date", "warning", likely_days),
    ("campaign", "error", likely_called),
    ("campaign", "warning", likely_campaigns),
    ("number", "warning", likely_counts),
    *_headed("place", "error"),
    *_headed("organisation", "error"),
    *_headed("document", "error"),
    *_headed("honour", "error"),
    *_headed("campaign", "warning"),
    *_headed("name", "warning"),
    ("name", "warning", likely_names),
)


def check_foreign(checked: Checked) -> Iterator[Finding]:
    """``foreign-number`` … (errors); a quote or a campaign that may be no name is a warning."""
    allowed, seams, text = Allowed(checked), Seams(checked), checked.text
    # 讲三百点意见 counts the points, which numbering.py looks at.
    checked.excused.extend(m.span(1) for m in POINTS.finditer(text))
    yield from check_near_names(checked)
    said: set[tuple[str, str]] = set()
    told: list[tuple[int, int]] = []
    for entity in _joined(checked.entities):
        key = (entity.kind, entity.text)
        if key in said or checked.is_excused(entity.start, entity.end) or allowed.has(entity):
            continue
        if _is_no_name(checked, seams, entity):
            continue
        said.add(key)
        told.append((entity.start, entity.end))
        saying = entity.kind == "quote" and not is_undertaking(text, entity.start, entity.end)
        level: Level = "warning" if saying else "error"
        yield _finding(checked, entity.kind, entity.text, entity.start, level)
    taken: list[Span] = []
    for kind, level, likely in _UNLISTED:
        for span in likely(checked):
            # 丁家营 of 丁家营乡 is nobody.
            part = any(s.start < span.end and span.start < s.end for s in taken)
            if part or (kind, span.text) in said:
                continue
            excused = checked.is_excused(span.start, span.end)
            if not excused and not _is_no_name(checked, seams, span):
                taken.append(span)
                said.add((kind, span.text))
                yield _finding(checked, kind, span.text, span.start, level)
    checked.excused.extend([*told, *((span.start, span.end) for span in taken)])


def _is_no_name(checked: Checked, seams: Seams, span: Entity | Span) -> bool:
    """Whether it is cut out of what a pattern and the brief say, or of grammar: 连喝|口水都没空."""
    start, end, text = span.start, span.end, checked.text
    figure = isinstance(span, Entity) and span.kind in ("number", "date")
    # “拍一拍”小程序 is called what it says.
    called = isinstance(span, Entity) and span.kind == "quote" and is_undertaking(text, start, end)
    twice = not (figure or called) and _says_twice(text, start, end)
    cut = bool(_EVEN.match(text, start)) or twice
    cut = cut or checked.runs_into_own(start, end)
    return cut or seams.accounts_for(start, end)


def _says_twice(text: str, start: int, end: int) -> bool:
    """Whether something is said twice there: 修一修, 桥归桥, and the 试新办法 of 试一试新办法."""
    whole = end - start == _TWICE and text[start] == text[end - 1]
    heads = range(max(0, start - _TWICE + 1), start + 1)
    return whole or any(_TRIED.match(text, at) for at in heads)


def _joined(entities: list[Entity]) -> Iterator[Entity]:
    """The entities, places that follow each other as one: 湖北省张家界."""
    last: Entity | None = None
    for entity in entities:
        if last and last.kind == entity.kind == "place" and last.end == entity.start:
            last = Entity("place", last.text + entity.text, last.start, entity.end)
            continue
        if last:
            yield last
        last = entity
    if last:
        yield last


def _finding(checked: Checked, kind: str, text: str, start: int, level: Level) -> Finding:
    around = _around(checked, start, len(text))
    mend = "请核对来历，提纲里没有就删去" if level == "warning" else "请删去，或先补进提纲"
    return Finding(
        f"foreign-{kind}",
        level,
        checked.id_at(start),
        text,
        f"提纲里没有这个{_NAMES[kind]}：“{text}”（见“{around}”），{mend}",
    )


def _around(checked: Checked, start: int, length: int) -> str:
    text = checked.raw
    begin = max(text.rfind("\n", 0, start) + 1, start - 10)
    end = start + length + 10
    stop = text.find("\n", start)
    return text[begin : min(end, stop) if stop >= 0 else end]
