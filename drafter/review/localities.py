"""Places that no gazetteer has, or that it has only in other contexts.

Villages, quarters, roads and grounds with a name of their own (大王庄村, 人民路沿线, 天鹅湖公园),
stretches of the country (长三角), and counties by their short name where a name may begin (学昆山,
昆山能做到的). What the shipped patterns say is an everyday word and no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.gazetteer import Span, is_cut, short_names
from drafter.text.scanning import matches_from

__all__ = ["find_localities", "may_begin_place", "no_stems"]

_HAN = re.compile("[\u4e00-\u9fff]")
#: A village or quarter of a town, with its name of two to four characters.
_VILLAGE = re.compile(
    "([\u4e00-\u9fff]{2,3}?)"
    "(?:(?<![乡农山新渔牧镇])村(?![民级庄委里居落镇容貌规史情])|社区(?![居干工党服管治])"
    "|屯|寨(?!子)|[坳垭垸峪疃圩畈塬])"
)
#: 由各村, 全村: of no village in particular.
_OF_ANY = frozenset("各全我本每该此多几两这那和与的座条处了以对在进被把让有个及或")


class _Rules(Struct, frozen=True):
    cues: tuple[str, ...]
    short_cues: tuple[str, ...]
    sorts: tuple[str, ...]
    regions: re.Pattern[str]
    #: A ground or a road, with the characters before it that its name may have.
    grounds: re.Pattern[str]
    counties: Any


@cache
def _rules() -> _Rules:
    from ahocorasick_rs import AhoCorasick

    data = read_data("places.yaml")
    endings, roads, lying = (
        "|".join(sorted(data[key], key=len, reverse=True))
        for key in ("local_endings", "roads", "on_roads")
    )
    no_roads = data["no_roads"]
    return _Rules(
        cues=tuple(data["cue_before"]),
        short_cues=(*data["cue_before"], *data["cue_short"]),
        sorts=tuple(data["sorts_of_place"]),
        regions=re.compile("|".join(sorted(data["regions"], key=len, reverse=True))),
        grounds=re.compile(
            rf"([一-龥]{{2,4}}?)(?:{endings}|(?<![{no_roads}])(?:{roads})(?={lying}))"
        ),
        counties=AhoCorasick(sorted(short_names())),
    )


@cache
def no_stems() -> frozenset[str]:
    """Words before 县, 市, 村 that are no name: verbs, and what says what sort it is."""
    verbs = read_data("wording.yaml")["verbs"]
    return frozenset((*read_data("review.yaml")["no_stems"], *verbs))


def may_begin_place(text: str, start: int, *, short: bool = False) -> bool:
    """Whether a name may begin here: after a mark, or a word such as 在, 向, 学习."""
    cues = _rules().short_cues if short else _rules().cues
    before = text[max(0, start - 4) : start]
    return not before or not "\u4e00" <= before[-1] <= "\u9fff" or before.endswith(cues)


def find_localities(text: str) -> Iterator[Span]:
    """Every such place of the text; what several rules find comes several times."""
    for match in matches_from(_HAN, _VILLAGE, text):
        start, stem = _without_cue(match)
        if len(stem) > 1 and may_begin_place(text, start) and not _is_sort(stem):
            yield Span(text[start : match.end()], start, match.end())
    for match in _rules().regions.finditer(text):
        yield Span(match.group(), *match.span())
    yield from _grounds(text)
    for _, start, end in _rules().counties.find_matches_as_indexes(text):
        span = Span(text[start:end], start, end)
        if may_begin_place(text, start, short=True) and not is_cut(text, span):
            yield span


def _without_cue(match: re.Match[str]) -> tuple[int, str]:
    """Where a name and its stem begin after a word that stands before it: 在|柳河村."""
    stem = match.group(1)
    cue = next((c for c in _rules().short_cues if stem.startswith(c)), "")
    return match.start() + len(cue), stem[len(cue) :]


def _is_sort(stem: str) -> bool:
    """Whether what stands before 村 says what sort of village it is: 示范, 空心, 行政."""
    return (
        stem in no_stems()
        or stem[-2:] in no_stems()
        or not _OF_ANY.isdisjoint(stem)
        or is_common_word(stem[-2:])
    )


def _grounds(text: str) -> Iterator[Span]:
    """人民路沿线, 天鹅湖公园, 滨江新区: where a name may begin and more than the sort is said."""
    for match in matches_from(_HAN, _rules().grounds, text):
        start, name = _without_cue(match)
        ground = Span(text[start : match.end()], start, match.end())
        road = ground.text.endswith(("路", "街", "巷"))
        sort = name.endswith(_rules().sorts) or name[:2] in no_stems() or is_common_word(name)
        plain = len(name) < 2 or (sort and not road) or not _OF_ANY.isdisjoint(name)
        if may_begin_place(text, start) and not plain:
            yield ground
