"""Names that no list has: bare people, invented places, parts of offices, campaigns, meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.resources import data_lines, read_data
from drafter.review.checked import Checked
from drafter.review.heard import GRAM, is_heard
from drafter.review.names.localities import may_begin_place, no_stems
from drafter.review.names.signs import headed
from drafter.review.stock import is_common_word
from drafter.text.entities import Entity
from drafter.text.gazetteer import Span
from drafter.text.placed_people import beside_people, is_plain_word

__all__ = [
    "likely_bodies",
    "likely_called",
    "likely_campaigns",
    "likely_counts",
    "likely_days",
    "likely_documents",
    "likely_headed",
    "likely_honours",
    "likely_names",
    "likely_organs",
    "likely_people",
    "likely_places",
    "likely_terms",
]

#: So many characters at the end of a name show that the brief has it.
_TAIL = 5
#: An organ is a pattern's where so many characters on both sides are.
_BESIDE = 3
_HAN = re.compile("[\u4e00-\u9fff]+")
#: What sentences end with.
_ENDS = re.compile("[。！？；\n]")
#: An idiom has so many.
_IDIOM = 4
_ORGANS = ("委", "政府", "人大", "政协", "纪委", "党委", "直", "里")


def likely_people(checked: Checked) -> Iterator[Span]:
    """要学习刘德胜: what can only be a name, and neither the brief nor any pattern says."""
    bare, doers = checked.signs["people"], checked.signs["doers"]
    said = [(span, checked.is_formula(span.start, span.end)) for span in bare]
    # 田野 is an everyday word, 田野带头 is none.
    said += [(s, is_common_word(s.text)) for s in checked.signs["introduced"]]
    said += [(s, is_common_word(checked.text[s.start : s.end + 2])) for s in doers]
    placed = (*checked.signs["placed"], *checked.signs["slotted"])
    # 舒畅 is a word, 的舒畅每天 is said of nobody but a person.
    said += [(s, _is_said(checked, s) or _is_plain(checked.text, s)) for s in placed]
    found = [(span.start, span.end) for span, is_formula in said if not is_formula]
    found += [(e.start, e.end) for e in checked.entities if e.kind == "person"]
    for start, end in beside_people(checked.text, found):
        span = Span(checked.text[start:end], start, end)
        said.append((span, _is_said(checked, span)))
    for span, is_formula in said:
        known = span.text in checked.brief_blob or is_formula or _is_of_idiom(checked.text, span)
        if known or checked.cuts_own(span.start, span.end):
            continue
        if not _is_named(checked.entities, span.start, span.end):
            yield span


def _is_plain(text: str, span: Span) -> bool:
    """Whether it is an everyday word, which patterns say just so, or alone at a clause's head."""
    if not is_plain_word(span.text):
        return False
    alone = text[span.start - 1 : span.start] != "的" and is_common_word(span.text)
    return alone or is_common_word(text[span.start - 1 : span.end + 2])


@cache
def _idioms() -> frozenset[str]:
    return frozenset(idiom for line in data_lines("idioms.txt") for idiom in line.split(" "))


def _is_of_idiom(text: str, span: Span) -> bool:
    """Whether it is part of an idiom of four characters: the 安思危 of 居安思危."""
    starts = range(max(0, span.end - _IDIOM), span.start + 1)
    return any(text[at : at + _IDIOM] in _idioms() for at in starts)


def _is_said(checked: Checked, span: Span) -> bool:
    """Whether patterns say most of the four characters in a row that have all of it.

    Those over a mark say nothing.
    """
    starts = range(max(0, span.end - GRAM), span.start + 1)
    runs = [run for run in (checked.text[at : at + GRAM] for at in starts) if _HAN.fullmatch(run)]
    return 2 * sum(map(is_heard, runs)) > len(runs)


def likely_bodies(checked: Checked) -> Iterator[Span]:
    """财务科, 河长办, 巡视组, 顺达物流: what the brief does not have, by its parts or its shape."""
    yield from _unknown_names(checked, checked.signs["bodies"])
    yield from _unknown_names(checked, checked.signs["shaped_bodies"])


def likely_organs(checked: Checked) -> Iterator[Span]:
    """政法委, 组织部, 城市更新领导小组: whose they are the sentence does not say."""
    for span in _unknown_names(checked, checked.signs["organs"], formulae=False):
        # 会同住建、税务、法院定期会诊 is what a pattern says; no sentence says more than its own.
        start, end = max(0, span.start - _BESIDE), span.end + _BESIDE
        before = _ENDS.split(checked.text[start : span.start])[-1]
        if not is_common_word(before + _ENDS.split(checked.text[span.start : end])[0]):
            yield span
    yield from _unknown_names(checked, checked.signs["committees"])


def likely_documents(checked: Checked) -> Iterator[Span]:
    """全省经济工作会议, 环境保护法: meetings and rules that stand without marks."""
    # 中央经济工作会议 is not the brief's 市委经济工作会议.
    above = tuple(read_data("review.yaml")["levels_above"])
    for span in checked.signs["meetings"]:
        yield from _unknown_names(checked, (span,), whole=span.text.startswith(above))
    yield from _unknown_names(checked, checked.signs["rules"])
    yield from _unknown_names(checked, checked.signs["articles"], formulae=False)


def likely_called(checked: Checked) -> Iterator[Span]:
    """雷霆行动, 安居富民工程: campaigns by what they are called after."""
    return _undertakings(checked, "called")


def likely_campaigns(checked: Checked) -> Iterator[Span]:
    """扫雪行动, 创建全国文明城市, 两个维护: campaigns and sayings without quotation marks."""
    yield from _undertakings(checked, "campaigns")
    for span in _unknown_names(checked, checked.signs["systems"]):
        # 卫生包片|责任制 is what a phrase makes of a pattern.
        if not is_heard(span.text[-GRAM:]):
            yield span
    for span in _unknown_names(checked, checked.signs["sayings"]):
        # 一半 is what it says, whatever stands behind it.
        if span.text.endswith("半") or not _is_counted(checked.text, span):
            yield span


def _undertakings(checked: Checked, rule: str) -> Iterator[Span]:
    for span in _unknown_names(checked, checked.signs[rule]):
        # 老旧小区改造|行动: the brief's own undertaking under a word for undertakings.
        stem = span.text[:-2]
        # One character (中 of 中博会) the brief has anyhow.
        if len(stem) == 1 or stem not in checked.brief_blob:
            yield span


def likely_counts(checked: Checked) -> Iterator[Span]:
    """第三届, 六支: which of several it is, or how many there are, though the figure be small."""
    for span in _unknown_names(checked, checked.signs["counts"]):
        if not _is_counted(checked.text, span):
            yield span


def _is_counted(text: str, span: Span) -> bool:
    """Whether the patterns leave a place for the number here: 要做到|两|个到位。"""
    counted = "\n" + span.text[1:] + text[span.end : span.end + 1]
    return is_common_word(counted) and is_common_word(text[span.start - 2 : span.start] + "\n")


def likely_honours(checked: Checked) -> Iterator[Span]:
    """全国文明单位, 鲁班奖: what somebody is said to have won."""
    return _unknown_names(checked, checked.signs["honours"])


def likely_terms(checked: Checked) -> Iterator[Span]:
    """汛期前, 凌晨两点: when something is to be done or was, without a figure."""
    return _unknown_names(checked, checked.signs["terms"])


def likely_days(checked: Checked) -> Iterator[Span]:
    """教师节, 立秋: feasts and seasons that no date goes with."""
    return _unknown_names(checked, checked.signs["days"])


def likely_headed(checked: Checked, kind: str, *, sure: bool) -> Iterator[Span]:
    """恒泰建筑, 阳光花园, 翠峰茶: names of this kind by what they end with."""
    for span in _unknown_names(checked, checked.signs[headed(kind, sure)]):
        # What the brief speaks of may be undertaken, made or kept: 蔬菜大棚 of its 蔬菜种植.
        soft = not sure or kind not in ("place", "organisation")
        if not (soft and span.text[:2] in checked.brief_blob):
            yield span


def likely_names(checked: Checked) -> Iterator[Span]:
    """御河, 飞跃车行: what is no word, whatever it may be the name of."""
    for span in checked.signs["strange"]:
        known = span.text in checked.brief_blob or is_common_word(span.text)
        known = known or _is_of_idiom(checked.text, span)
        cut = checked.cuts_own(span.start, span.end)
        if not (known or cut or _is_named(checked.entities, span.start, span.end)):
            yield span


def _unknown_names(
    checked: Checked, spans: Iterable[Span], *, formulae: bool = True, whole: bool = False
) -> Iterator[Span]:
    """Those of which neither the brief nor, with ``formulae``, a pattern has the greater part.

    With ``whole`` it is looked for as it stands.
    """
    blob = checked.brief_blob
    for span in spans:
        # Read back too far (如实评估蓝天保卫战) a name still ends with what the brief has.
        tails = {span.text[at:] for at in range(1 if whole else max(1, len(span.text) - _TAIL + 1))}
        known = any(tail in blob for tail in tails)
        known = known or (formulae and checked.is_formula(span.start, span.end))
        if not known and not _is_named(checked.entities, span.start, span.end):
            yield span


def _is_named(named: Iterable[Entity | Span], start: int, end: int) -> bool:
    return any(e.start < end and start < e.end for e in named)


def likely_places(checked: Checked) -> Iterator[Span]:
    """An invented or misspelt 清禾县: two characters before 县 that are no common word.

    区, 镇 and 乡 end so many words that they count only where a name may begin: after a mark, or
    after a word such as 在, 向, 学习.
    """
    text, blob = checked.text, checked.brief_blob
    named = _named(checked)
    for span in checked.signs["counties"]:
        if span.text in blob or _is_named(named, span.start, span.end):
            continue
        # 大家齐聚|县会议中心 and 这件事|县委 end one word and begin another.
        begins = "\n" + text[span.end - 1 : span.end + 3] in "\n" + blob
        sure = (
            len(span.text) == 3
            and span.text[2] in "县市"
            and not begins
            and not text.startswith(_ORGANS, span.end)
        )
        if may_begin_place(text, span.start) or (sure and not is_common_word(span.text[:2])):
            yield span
    yield from _unknown_names(checked, checked.signs["shaped_places"])
    for span in checked.signs["localities"]:
        # 我们召开|石桥村好婆婆表彰会: the verb before it is no part of the name.
        tails = (span.text[n:] for n in (2, 3) if span.text[:n] in no_stems())
        bare = next((tail for tail in tails if len(tail) > 1), span.text)
        known = bare in blob or checked.is_formula(span.start, span.end)
        if not known and not _is_named(named, span.start, span.end):
            yield span


def _named(checked: Checked) -> list[Span]:
    """What is named already; of an organ 县人民医院 the level may still be part of 青禾县."""
    kinds = ("place", "document", "person", "quote")
    spans = [Span(e.text, e.start, e.end) for e in checked.entities if e.kind in kinds]
    for e in checked.entities:
        if e.kind == "organisation":
            begin = e.start + (e.text[0] in "省市县区镇乡")
            spans.append(Span(e.text, begin, e.end))
    return spans
