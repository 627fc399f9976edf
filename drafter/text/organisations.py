"""Organs, companies, schools and other bodies in running text, without a segmenter.

An organ is a field of government work with a suffix (应急管理|局) or has a name of its
own (总工会); what stands before it (安平县, 市, 中共) belongs to it. The name of another body
(华能电力|公司) is read back from its suffix to the last word that cannot be part of it. A body
that is only said to be of a sort (民营企业, 龙头公司, 农民专业合作社) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.gazetteer import Span
from drafter.text.later import later
from drafter.text.name_characters import name_characters
from drafter.text.scanning import Words, either, longest_first, without_overlaps

__all__ = ["find_organisations", "is_generic"]

#: How many characters before a suffix are looked at for the name of a body.
_REACH = 14
#: 县人民医院 is one body, 县级医院 and 乡镇医院 are a sort.
_OF_A_LEVEL = later(r"[省市县区](?![级属直域区乡外内场民镇])")


class _Lexicon(Struct, frozen=True):
    organs: Any
    names: tuple[str, ...]
    fields: frozenset[str]
    suffixes: tuple[str, ...]
    generic_organs: frozenset[str]
    bodies: Words
    #: Stops, and after them (from the index on) words that hide a stop.
    stops: Any
    stop_count: int
    guards: dict[str, str]
    body_guards: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    data = read_data("organisations.yaml")
    longest = MatchKind.LeftmostLongest
    # 王家沟小学: the 家 of a family's hamlet is no stop.
    hamlets = [f"{c}家" for c in name_characters("telling_surnames")]
    names = tuple(dict.fromkeys([*data["fields"], *data["organs"]]))
    return _Lexicon(
        organs=AhoCorasick(names, store_patterns=True),
        names=names,
        fields=frozenset(data["fields"]),
        suffixes=longest_first(data["organ_suffixes"]),
        generic_organs=frozenset(data["generic_organs"]),
        bodies=Words(data["body_suffixes"]),
        stops=AhoCorasick([*data["body_stops"], *data["body_wholes"], *hamlets], matchkind=longest),
        stop_count=len(data["body_stops"]),
        guards=data["suffix_guards"],
        body_guards=data["body_guards"],
    )


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(read_data('organisations.yaml')['organ_prefixes'])})+\Z")


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(read_data("organisations.yaml")["generic_words"])


def is_generic(name: str) -> bool:
    """Whether a name is nothing but words for a sort of body, end to end."""
    words = _generic_words()
    reached = [True] + [False] * len(name)
    for start in range(len(name)):
        if reached[start]:
            for end in range(start + 1, len(name) + 1):
                reached[end] = reached[end] or name[start:end] in words
    return reached[-1]


def find_organisations(text: str, places: Sequence[Span]) -> list[tuple[int, int]]:
    """Every organ and body as (start, end), in order; ``places`` are those the text has."""
    ends = {p.end: p.start for p in places}
    return without_overlaps((*_organs(text, ends), *_bodies(text, ends)))


def _organs(text: str, places: dict[int, int]) -> Iterator[tuple[int, int]]:
    words = _lexicon()
    for index, begin, field_end in words.organs.find_matches_as_indexes(text, overlapping=True):
        end = field_end
        made = words.names[index] in words.fields
        if made:
            suffix = next((s for s in words.suffixes if text.startswith(s, field_end)), None)
            if suffix is None:
                continue
            end += len(suffix)
        name = text[begin:end]
        if _is_cut(name, text[end : end + 1], words.guards):
            continue
        start = _before(text, begin, places)
        # Without a level or place, 组织部, 文化中心 and the like are the word, not one of them.
        word = made and name.endswith(("中心", "办", "处", "队", "馆"))
        # 巡特警大队 is one, 消防队 is not.
        word = word and not name.endswith(("大队", "支队", "总队"))
        word = word or name in words.generic_organs
        if (start < begin or not word) and text[max(0, start - 1) : start] not in ("各", "本"):
            yield start, end


def _before(text: str, start: int, places: dict[int, int]) -> int:
    """Where the levels and places before a name begin (中共|安平县|…, 市|县|…)."""
    while True:
        if start in places:
            start = places[start]
            continue
        level = _prefix().search(text, max(0, start - 8), start)
        if level is None:
            return start
        start = level.start()


def _is_cut(name: str, after: str, guards: dict[str, str]) -> bool:
    return bool(after) and any(
        name.endswith(suffix) and after in marks for suffix, marks in guards.items()
    )


def _bodies(text: str, places: dict[int, int]) -> Iterator[tuple[int, int]]:
    words = _lexicon()
    for start, end in words.bodies.spans(text):
        if _is_cut(text[start:end], text[end : end + 1], words.body_guards):
            continue
        begin = start
        while begin > max(0, start - _REACH) and _is_letter(text[begin - 1]):
            begin -= 1
        stops = [
            m
            for m in words.stops.find_matches_as_indexes(text[begin:start])
            if m[0] < words.stop_count
        ]
        if stops:
            begin += stops[-1][2]
        if begin < start:
            placed = _from_place(begin, start, places)
            if placed == begin and begin not in places.values():
                placed = _from_level(text, begin, start)
            begin = _before(text, placed, places)
        if begin < start and _is_named(text[begin:start], begin, places):
            yield begin, end


def _is_letter(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or (char.isascii() and char.isalnum())


def _from_place(begin: int, end: int, places: dict[int, int]) -> int:
    """Where the first place inside begins: what stands before it (召开|安平县…) is no name."""
    return min((s for e, s in places.items() if begin <= s and e <= end), default=begin)


def _from_level(text: str, begin: int, end: int) -> int:
    """Where 县 of 接着开|县人民医院 stands: a level and then only the sort of body."""
    for at in range(begin + 1, end):
        if _OF_A_LEVEL().match(text, at, end) and is_generic(text[at + 1 : end]):
            return at
    return begin


def _is_named(name: str, begin: int, places: dict[int, int]) -> bool:
    """Whether more than the sort of body stands before the suffix."""
    if any(begin <= start < begin + len(name) for start in places.values()):
        return True
    if _OF_A_LEVEL().match(name):
        return True
    return len(name) > 1 and not is_generic(name)
