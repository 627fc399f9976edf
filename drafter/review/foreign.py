"""What the draft names and the brief does not: another county left in, an invented figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.allowed import Allowed
from drafter.review.checked import Checked
from drafter.review.finding import Finding, Level
from drafter.review.numbering import POINTS
from drafter.review.stock import is_common_word
from drafter.text.entities import Entity, EntityKind
from drafter.text.gazetteer import Span
from drafter.text.people import people_near

__all__ = ["check_foreign"]

_NAMES: dict[EntityKind, str] = {
    "number": "数字",
    "date": "日期",
    "person": "人名",
    "place": "地名",
    "organisation": "单位名",
    "document": "文件名",
    "quote": "引号里的说法",
}
_SUFFIX = re.compile("[县市区镇乡]")
_ORGANS = ("委", "政府", "人大", "政协", "纪委", "党委", "直", "里")


def check_foreign(checked: Checked) -> Iterator[Finding]:
    """``foreign-number`` … ``foreign-document`` (errors) and ``foreign-quote`` (a warning)."""
    allowed = Allowed(checked)
    # 讲三百点意见 counts the points, which numbering.py looks at.
    checked.excused.extend(m.span(1) for m in POINTS.finditer(checked.text))
    said: set[tuple[str, str]] = set()
    for entity in _joined(checked.entities):
        key = (entity.kind, entity.text)
        if key in said or checked.is_excused(entity.start, entity.end) or allowed.has(entity):
            continue
        said.add(key)
        yield _finding(checked, entity.kind, entity.text, entity.start)
    for span in _likely_places(checked):
        if ("place", span.text) not in said:
            said.add(("place", span.text))
            yield _finding(checked, "place", span.text, span.start)
    yield from _altered_names(checked)


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


def _finding(checked: Checked, kind: EntityKind, text: str, start: int) -> Finding:
    level: Level = "warning" if kind == "quote" else "error"
    around = _around(checked, start, len(text))
    mend = "请核对来历，提纲里没有就删去" if kind == "quote" else "请删去，或先补进提纲"
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


# -- places the gazetteer does not know --------------------------------------------------------


@cache
def _no_stems() -> frozenset[str]:
    verbs = read_data("wording.yaml")["verbs"]
    return frozenset((*read_data("review.yaml")["no_stems"], *verbs))


@cache
def _no_stem_characters() -> frozenset[str]:
    return frozenset(read_data("review.yaml")["no_stem_characters"])


@cache
def _cues() -> tuple[str, ...]:
    return tuple(read_data("places.yaml")["cue_before"])


def _likely_places(checked: Checked) -> Iterator[Span]:
    """An invented or misspelt 清禾县: two characters before 县 that are no common word.

    区, 镇 and 乡 end so many words that they count only where a name may begin: after a mark, or
    after a word such as 在, 向, 学习.
    """
    text, blob = checked.text, checked.brief_blob
    named = _named(checked)
    for span in _unknown(text):
        if span.text in blob or any(e.start < span.end and span.start < e.end for e in named):
            continue
        # 大家齐聚|县会议中心 and 这件事|县委 end one word and begin another.
        begins = "\n" + text[span.end - 1 : span.end + 3] in "\n" + blob
        sure = span.text[2] in "县市" and not begins and not text.startswith(_ORGANS, span.end)
        if _may_begin(text, span.start) or (sure and not is_common_word(span.text[:2])):
            yield span


def _unknown(text: str) -> Iterator[Span]:
    """Two characters that are no everyday word, with the 县 or 市 after them."""
    guards = read_data("places.yaml")["not_after_suffix"]
    for match in _SUFFIX.finditer(text):
        start, end = match.start() - 2, match.end()
        stem, suffix = text[max(0, start) : match.start()], match.group()
        if len(stem) < 2 or text[end : end + 1] in tuple(guards[suffix]):
            continue
        if stem in _no_stems() or not _no_stem_characters().isdisjoint(stem):
            continue
        city = suffix == "市" and stem[1] in "城超都"
        if not city and all("\u4e00" <= c <= "\u9fff" for c in stem):
            yield Span(stem + suffix, start, end)


def _may_begin(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    return not before or not "\u4e00" <= before[-1] <= "\u9fff" or before.endswith(_cues())


def _named(checked: Checked) -> list[Span]:
    """What is named already; of an organ 县人民医院 the level may still be part of 青禾县."""
    kinds = ("place", "document", "person", "quote")
    spans = [Span(e.text, e.start, e.end) for e in checked.entities if e.kind in kinds]
    for e in checked.entities:
        if e.kind == "organisation":
            begin = e.start + (e.text[0] in "省市县区镇乡")
            spans.append(Span(e.text, begin, e.end))
    return spans


# -- names that are almost the brief's ---------------------------------------------------------


def _altered_names(checked: Checked) -> Iterator[Finding]:
    """李民 where the brief has 李明, though nothing beside it says that it is a name."""
    brief = checked.brief
    people = [p.name for p in (brief.speaker, *brief.roster) if p and p.name]
    for name in dict.fromkeys(people):
        for start, end in people_near(name, checked.text):
            stands = checked.text[start:end]
            known = stands in checked.brief_blob or stands in people
            if known or checked.is_excused(start, end) or _is_named(checked, start, end):
                continue
            checked.excused.append((start, end))
            yield Finding(
                "fact-altered",
                "error",
                checked.id_at(start),
                stands,
                f"人名与提纲不一致：提纲写“{name}”，稿子写“{stands}”，请改正",
            )


def _is_named(checked: Checked, start: int, end: int) -> bool:
    return any(e.start < end and start < e.end for e in checked.entities)
