"""Places that no gazetteer has, or that it has only in other contexts.

Villages, quarters, roads and grounds with a name of their own (大王庄村, 人民路沿线, 天鹅湖公园),
stretches of the country (长三角), and counties by their short name where a name may begin (学昆山,
昆山能做到的). What the shipped patterns say is an everyday word and no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word
from drafter.text.gazetteer import Span, is_cut, short_names
from drafter.text.name_characters import name_characters
from drafter.text.people import is_han
from drafter.text.scanning import Words, either, matches_from

__all__ = ["find_localities", "may_begin_place", "no_stems"]

_ROAD_HEAD = re.compile("[路街巷大]")
#: 平山、灵寿两县: places of a kind in a row, and how many they are.
_COUNT = "(?:等?[两三四五六七八九十]个?|等)(?=[县市镇乡村]|街道|社区)"
_LISTED = re.compile(f"((?:[\u4e00-\u9fff]{{2,3}}、)+[\u4e00-\u9fff]{{2,3}}?){_COUNT}")
_COUNTED = re.compile(_COUNT)


class _Rules(Struct, frozen=True):
    cues: tuple[str, ...]
    short_cues: tuple[str, ...]
    sorts: tuple[str, ...]
    regions: Words
    grounds: Words
    #: Words that places are called by.
    calling: frozenset[str]
    #: What a village or a quarter of a town ends with: its first character, and the expression.
    villages: tuple[re.Pattern[str], re.Pattern[str]]
    #: Before these it is of no village in particular: 由各村, 全村.
    of_any: frozenset[str]
    #: What is done to a road: no name of one.
    done_to_roads: frozenset[str]
    #: Behind these it is said of which sort of villages some do so.
    some_of: tuple[str, ...]
    #: A road on which something lies.
    roads: re.Pattern[str]
    counties: Words
    #: Those of the counties that are said for something else, too.
    heard: frozenset[str]
    landmarks: re.Pattern[str]
    of_landmarks: tuple[str, ...]
    #: What stands before a landmark where one lives: 家住|黄土岗.
    lived_at: tuple[str, ...]
    #: What no landmark is called with.
    unlike: frozenset[str]


@cache
def _rules() -> _Rules:
    data, names = read_data("places.yaml"), read_data("names.yaml")
    lying = either(data["on_roads"])
    return _Rules(
        cues=tuple(data["cue_before"]),
        short_cues=(*data["cue_before"], *data["cue_short"]),
        sorts=tuple(data["sorts_of_place"]),
        regions=Words(data["regions"]),
        grounds=Words(data["local_endings"]),
        calling=frozenset(data["calling_places"]),
        villages=(re.compile(f"[{data['village_heads']}]"), re.compile("|".join(data["villages"]))),
        of_any=frozenset(data["of_any_village"]),
        some_of=tuple(data["some_of"]),
        done_to_roads=frozenset(data["done_to_roads"]),
        roads=re.compile(rf"(?:(?<![{data['no_roads']}])[路街巷]|大[道街])(?={lying})"),
        counties=Words(sorted(short_names())),
        heard=frozenset(data["heard_counties"]),
        # 资水两岸 is a river's, 用水 nobody's.
        landmarks=re.compile(f"[{data['landmarks']}]|水(?={either(data['of_landmarks'])})"),
        of_landmarks=tuple(data["of_landmarks"]),
        lived_at=tuple(data["lived_at"]),
        unlike=frozenset(names["not_given"] + names["joining"] + data["no_landmarks"])
        - frozenset(data["landmarks_anyhow"]),
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
    rules = _rules()
    ends = [m.span() for m in matches_from(*rules.villages, text)]
    yield from _named(text, ends, _is_sort_of_village)
    yield from _named(text, rules.grounds.spans(text), _is_sort_of_ground)
    roads = [m.span() for m in matches_from(_ROAD_HEAD, rules.roads, text)]
    yield from _named(text, roads, _is_sort_of_road)
    for start, end in rules.regions.spans(text):
        yield Span(text[start:end], start, end)
    for start, end in rules.counties.spans(text):
        span = Span(text[start:end], start, end)
        if _is_county(text, span) and not is_cut(text, span):
            yield span
    for match in _LISTED.finditer(text) if _COUNTED.search(text) else ():
        yield from _listed(text, *match.span(1))
    for match in rules.landmarks.finditer(text):
        yield from _landmark(text, match.start())


def _listed(text: str, start: int, end: int) -> Iterator[Span]:
    """The names between the marks; the first is of two characters unless it begins with three."""
    if text[start + 2] != "、" and not may_begin_place(text, start, short=True):
        start += 1
    for name in text[start:end].split("、"):
        if name not in no_stems() and name not in _rules().sorts:
            yield Span(name, start, start + len(name))
        start += len(name) + 1


def _is_county(text: str, span: Span) -> bool:
    """Whether a short name is a county here: where a name may begin, or beside no other word."""
    beside = (text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1])
    # 看|清河 is a county seen, 看清|原奶 is not.
    if may_begin_place(text, span.start, short=True):
        return not is_word(beside[0]) or may_begin_place(text, span.start)
    return span.text not in _rules().heard and not any(map(is_word, beside))


def _landmark(text: str, at: int) -> Iterator[Span]:
    """梅花洲, 雪峰山深处: what makes no word with its ending, or of which is said where it lies."""
    rules, end = _rules(), at + 1
    lying = text.startswith(rules.of_landmarks, end)
    if text[at] == "水":
        yield from _river(text, at) if lying else ()
        return
    if text[at] in "河江" and (lying or "、" in (text[at - 2 : at - 1], text[end : end + 1])):
        yield from _river(text, at)
    for start in (at - 2, at - 3):
        stem = text[max(0, start) : at]
        if start < 0 or not all(map(is_han, stem)) or not rules.unlike.isdisjoint(stem):
            return
        # 易涨|易退山溪水: no name begins with what is said twice.
        if text[start] == text[max(0, start - 2)] and start > 1:
            return
        lived = text.endswith(rules.lived_at, 0, start)
        if lived or may_begin_place(text, start, short=True):
            sort = stem.endswith(rules.sorts) or stem[:2] in no_stems() or _is_of_any(stem)
            cut = any(is_word(text[i : i + 2]) for i in range(start, end))
            if not (sort if lying or lived else cut):
                yield Span(text[start:end], start, end)
            return


def _river(text: str, at: int) -> Iterator[Span]:
    """滦河, 漳河: of one character, which no pattern says of rivers as such (内河, 大江)."""
    name = text[max(0, at - 1) : at + 1]
    begins = len(name) == 2 and is_han(name[0]) and may_begin_place(text, at - 1, short=True)
    if begins and name[0] not in _rules().unlike and not is_common_word(name):
        yield Span(name, at - 1, at + 1)


def _named(
    text: str, ends: list[tuple[int, int]], is_sort: Callable[[str], bool]
) -> Iterator[Span]:
    """Before each ending the shortest name of two to four characters that begins like one."""
    for middle, end in ends:
        for start in range(middle - 2, max(-1, middle - 5), -1):
            stem = text[start:middle]
            if not all(map(is_han, stem)):
                break
            if may_begin_place(text, start, short=True):
                if not is_sort(stem):
                    yield Span(text[start:end], start, end)
                break


def _is_of_any(stem: str) -> bool:
    """每条路, 这几处广场: of no place in particular; the 和 of 和平 says nothing of the kind."""
    # 赵各庄 is a family's.
    if stem[1:] == "各" and stem[0] in name_characters("telling_surnames"):
        return False
    return not _rules().of_any.isdisjoint(stem[stem[:1] == "和" and is_word(stem[:2]) :])


def _is_sort_of_village(stem: str) -> bool:
    """Whether what stands before 村 says what sort of village it is: 示范, 空心, 行政."""
    sort = stem in no_stems() or stem[-2:] in no_stems() or _is_of_any(stem)
    # 部分高岗村 are as many as lie high.
    return sort or stem.startswith(_rules().some_of)


def _is_sort_of_road(stem: str) -> bool:
    """Whether what stands before 路段 is what is done to it (解决路段积水), or says of any road."""
    return stem in _rules().done_to_roads or _is_of_any(stem)


def _is_sort_of_ground(stem: str) -> bool:
    """Whether what stands before 公园 says only its sort, or is a verb: 城市, 建设."""
    return stem not in _rules().calling and (
        stem.endswith(_rules().sorts)
        or stem[:2] in no_stems()
        or _is_of_any(stem)
        or is_common_word(stem)
    )
