"""Campaigns, meetings and rules with a name of their own that stand without marks.

雷霆行动, 创建全国文明城市, 全省经济工作会议, 环境保护法. A name is read back from what it ends
with to the last word that cannot belong to it; what says only which sort it is (专项行动,
民生工程, 有关管理办法) names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.gazetteer import Span

__all__ = ["find_campaigns", "find_meetings", "find_rules"]

#: How many characters before its last word a name is looked for.
_REACH = 14
_NO_HAN = re.compile("[^\u4e00-\u9fff]")


class _Rules(Struct, frozen=True):
    campaigns: re.Pattern[str]
    campaign_ends: re.Pattern[str]
    meetings: re.Pattern[str]
    rules: re.Pattern[str]
    rule_ends: re.Pattern[str]
    stops: Any
    words: re.Pattern[str]


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    from ahocorasick_rs import AhoCorasick, MatchKind

    data = read_data("review.yaml")
    stops = read_data("organisations.yaml")["body_stops"]
    levels, meetings = _any(data["meeting_levels"]), _any(data["meeting_suffixes"])
    return _Rules(
        campaigns=re.compile(_any(data["known_undertakings"])),
        campaign_ends=re.compile(
            rf"(?:{_any(data['undertaking_suffixes'])})(?![力家者组队量室员师])"
        ),
        meetings=re.compile(
            rf"(?:{levels})(?:[一二三四五六七八九十]{{1,3}}届)?(?:[一二三四五六七八九十]{{1,3}}次)?"
            rf"(?:(?![的要把将在对是有召参举通个这次])[\u4e00-\u9fff]){{0,16}}?(?:{meetings})议?(?!室)"
        ),
        rules=re.compile(_any(data["known_rules"])),
        rule_ends=re.compile(rf"(?:{_any(data['rule_suffixes'])})(?![律规制治定庭院官])"),
        stops=AhoCorasick(stops, matchkind=MatchKind.LeftmostLongest),
        words=re.compile(rf"(?:{_any(data['undertaking_words'])})*\Z"),
    )


def find_campaigns(text: str) -> Iterator[Span]:
    """雷霆行动, 荷花节: with a name of its own before the word for what it is."""
    for match in _rules().campaigns.finditer(text):
        yield Span(match.group(), *match.span())
    yield from _named(text, _rules().campaign_ends)


def find_meetings(text: str) -> Iterator[Span]:
    """全省经济工作会议, 县政府第三次常务会议: a meeting with the level that holds it."""
    for match in _rules().meetings.finditer(text):
        yield Span(match.group(), *match.span())


def find_rules(text: str) -> Iterator[Span]:
    """环境保护法, 信访工作条例: laws and rules without 《》."""
    for match in _rules().rules.finditer(text):
        yield Span(match.group(), *match.span())
    yield from _named(text, _rules().rule_ends)


def _named(text: str, ends: re.Pattern[str]) -> Iterator[Span]:
    for match in ends.finditer(text):
        start = _name_begins(text, match.start())
        stem = text[start : match.start()]
        common = is_common_word(text[max(start, match.start() - 2) : match.end()])
        if len(stem) > 1 and not common and not _rules().words.match(stem):
            yield Span(text[start : match.end()], start, match.end())


def _name_begins(text: str, end: int) -> int:
    """Where the name whose last word stands at ``end`` begins: after a mark or a word like 开展."""
    begin = max(0, end - _REACH)
    marks = [m.end() for m in _NO_HAN.finditer(text, begin, end)]
    begin = marks[-1] if marks else begin
    stops = _rules().stops.find_matches_as_indexes(text[begin:end])
    return begin + stops[-1][2] if stops else begin
