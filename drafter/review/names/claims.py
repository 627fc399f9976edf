"""What a speech claims beside names: honours won, sayings by number, terms and days.

全国文明单位, 鲁班奖; 七个坚持, 两个维护; 汛期前, 教师节. Each is somebody's word: the brief has it,
or the shipped patterns, or it came from elsewhere. The lists are in claims.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.gazetteer import Span
from drafter.text.scanning import Words, either, matches_from

__all__ = ["find_days", "find_honours", "find_sayings", "find_terms"]

#: What is won ends before these.
_CLAUSE = re.compile("[了为“‘]*([\u4e00-\u9fffA-Za-z0-9·]{2,24})")

#: What :func:`find_sayings` counts, or says is done so many times, begins with one of these.
_COUNTED = re.compile("[二两双三四五六七八九十百千万]")

#: 每天 and 每个月 are so long at most.
_OFTEN = 3


class _Rules(Struct, frozen=True):
    won: Words
    honour: re.Pattern[str]
    givers: re.Pattern[str]
    prizes: tuple[str, ...]
    #: What is given, with who gives it: 全国劳动模范.
    given: re.Pattern[str]
    sayings: Words
    done: re.Pattern[str]
    #: 三改一拆, 三连冠: so many of one thing and of another, so many times in a row; and
    #: 百名干部联百企, many going to as many.
    counted: re.Pattern[str]
    #: What terms and days begin with, and the expressions.
    terms: tuple[re.Pattern[str], re.Pattern[str]]
    days: tuple[re.Pattern[str], re.Pattern[str]]


@cache
def _rules() -> _Rules:
    data = read_data("claims.yaml")
    honours = either(data["honours"])
    return _Rules(
        won=Words(data["won"]),
        honour=re.compile(
            f".*?(?:{honours})(?=称号|荣誉|等|的|[，。；、！]|$)(?:等?荣誉称号|称号)?"
        ),
        givers=re.compile(either(data["givers"])),
        prizes=tuple(data["prizes"]),
        given=re.compile(
            f"(?:{either(data['honour_givers'])})[\u4e00-\u9fff]{{0,4}}?(?:{either(data['given_honours'])})"
            f"|最美(?:{either(data['fairest'])})"
        ),
        sayings=Words(data["sayings"]),
        done=re.compile(
            f"(?<![第每几])[二三四五六七八九十两]个?(?:{either(data['done'])})(?=[，。、；”的落贯作要]|做|工作)"
        ),
        counted=re.compile(
            f"(?!{either(data['counted_idioms'])})([二两三四五六七八九])[^\u0000-\u4dff是要在有来](?!\\1)"
            f"[一二两三四五六七八九][{data['counted']}]"
            f"|[百千万][名个位]?[\u4e00-\u9fff]{{1,2}}[{data['going']}][百千万][\u4e00-\u9fff]"
            f"|{'|'.join(data['counted_things'])}"
        ),
        terms=(_heads(data["term_heads"]), re.compile("|".join(data["terms"]))),
        days=(_heads(data["day_heads"]), re.compile("|".join(data["days"]))),
    )


def _heads(characters: Sequence[str]) -> re.Pattern[str]:
    """A first character with one of the second ones behind it: the first alone is everywhere."""
    first, second = characters
    return re.compile(f"[{first}](?=[{second}])")


def find_honours(text: str) -> Iterator[Span]:
    """全国文明单位, 鲁班奖: what was won, where it is somebody's or a prize with a name."""
    rules = _rules()
    for _, end in rules.won.spans(text):
        clause = _CLAUSE.match(text, end)
        found = rules.honour.match(clause.group(1)) if clause else None
        if clause is None or found is None:
            continue
        name = found.group()
        if len(name) > 2 and (rules.givers.match(name) or name.endswith(rules.prizes)):
            yield Span(name, clause.start(1), clause.start(1) + len(name))
    yield from _all(rules.given.finditer(text))


def find_sayings(text: str) -> Iterator[Span]:
    """两个维护, 七个坚持: sayings of the years by their number."""
    for start, end in _rules().sayings.spans(text):
        yield Span(text[start:end], start, end)
    yield from _all(matches_from(_COUNTED, _rules().done, text))
    yield from _all(matches_from(_COUNTED, _rules().counted, text))


def find_terms(text: str) -> Iterator[Span]:
    """汛期前, 凌晨两点, 前年: when something is to be done or was, without a figure."""
    for span in _all(matches_from(*_rules().terms, text)):
        # 每天|开工前 is no day.
        if "每" not in text[max(0, span.start - _OFTEN) : span.start]:
            yield span


def find_days(text: str) -> Iterator[Span]:
    """教师节, 立秋, 三伏: feasts and seasons that no date goes with."""
    return _all(matches_from(*_rules().days, text))


def _all(matches: Iterable[re.Match[str]]) -> Iterator[Span]:
    for match in matches:
        yield Span(match.group(), *match.span())
