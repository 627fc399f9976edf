"""What goes by a number, and systems by their name: 第三届, 六支小分队, 一村一警, 雷霆一号; 积分制.

A figure in these is no more than one character, and the words are everyday ones; but which of
several it is, how many there are, and what each is to have, only the brief can say. What patterns
say of that kind is left out by who asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.names.localities import may_begin_place, no_stems
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word
from drafter.text.gazetteer import Span
from drafter.text.people import is_han
from drafter.text.scanning import either, matches_from, places_of

__all__ = ["find_articles", "find_counts", "find_systems"]

_NUMERAL = re.compile("[一二两三四五六七八九十]")
#: So many characters before 制 may be the name of a system.
_SYSTEM = range(4, 1, -1)


@cache
def _counts() -> re.Pattern[str]:
    """Which of several (第三届, 第一届, 六号地块), and how many of what (六支小分队)."""
    data = read_data("quantities.yaml")
    return re.compile(
        f"(?<=第)(?:[二三四五六七八九十](?:{either(data['editions'])})|一届)"
        f"|[一二三四五六七八九十]+号(?:{either(data['numbered_things'])})"
        f"|(?<=[{data['ranked']}]第)[二三四五六七八九十](?=[，。；、的！])"
        f"|(?<![第每一二三四五六七八九十百千万几数])[两三四五六七八九十](?:{either(data['counters'])})(?![两三四五六七八九])"
    )


@cache
def _each() -> re.Pattern[str]:
    """一村一警, 三亮三比: as many of these as of those; and what goes by a number, 雷霆一号.

    一百一十 is a number itself.
    """
    data = read_data("quantities.yaml")
    return re.compile(
        f"(?!{either(data['one_and_one'])})一(?![十百千万亿])([\u4e00-\u9fff])一(?!\\1)[\u4e00-\u9fff]"
        f"|[一二三四五六七八九十]号(?={either(data['numbered'])})"
        f"|(?!{either(data['as_many'])})([两三四五六七八九十])([\u4e00-\u9fff])\\2(?!\\3)[\u4e00-\u9fff]"
    )


@cache
def _shares() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How such a share begins, and all of it: 还有一半, 达到百分之百, 十个里有八个."""
    data = read_data("quantities.yaml")
    return re.compile(data["share_heads"]), re.compile("|".join(data["shares"]))


def find_counts(text: str) -> Iterator[Span]:
    """Which of several, and how many: 第三届班子, 六支小分队, not 三条措施, which everybody has."""
    for match in matches_from(_NUMERAL, _counts(), text):
        start, end = match.span()
        if text[start - 1 : start] == "第":
            yield Span(text[start - 1 : end], start - 1, end)
        elif not is_common_word(text[start + 1 : end + 2]):
            yield Span(match.group(), start, end)
    for match in matches_from(*_shares(), text):
        yield Span(match.group(), *match.span())


@cache
def _articles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A part of a rule by its number, behind the rule, and a paper by its own."""
    data, number = read_data("likened.yaml"), "[一二三四五六七八九十百零0-9]+"
    return re.compile(f"第{number}[条款章](?!意见|建议|经验)"), re.compile(
        f"{number}号(?:{either(data['papers'])})"
    )


def find_articles(text: str) -> Iterator[Span]:
    """考核办法第九条, 七号文: rules and papers by a number."""
    part, paper = _articles()
    rules = tuple(read_data("likened.yaml")["rules"])
    for at in places_of("第", text):
        if text.endswith(rules, 0, at) and (match := part.match(text, at)):
            start = max(0, at - 4)
            while not all(map(is_han, text[start:at])):
                start += 1
            yield Span(text[start : match.end()], start, match.end())
    for match in paper.finditer(text) if "号" in text else ():
        yield Span(match.group(), *match.span())


def find_systems(text: str) -> Iterator[Span]:
    """一村一警, 雷霆一号, 首问负责制, 积分制: undertakings by their shape."""
    for match in matches_from(_NUMERAL, _each(), text):
        start = match.start() - 2 * (match.group()[1] == "号")
        yield Span(text[max(0, start) : match.end()], max(0, start), match.end())
    after = read_data("quantities.yaml")["not_after_system"]
    apart = frozenset("的是在有把和与对让将了").isdisjoint
    for at in places_of("制", text):
        # 著名|制茶师傅: the character begins the next word.
        begins = is_word(text[at : at + 2])
        if begins or text[at + 1 : at + 2] in after or is_word(text[max(0, at - 1) : at + 1]):
            continue
        starts = [at - size for size in _SYSTEM if at >= size]
        starts = [s for s in starts if all(map(is_han, text[s:at])) and apart(text[s:at])]
        begun = (s for s in starts if _may_begin(text, s))
        start = next(begun, starts[-1] if starts else at)
        name = text[start : at + 1]
        # 学院|负责制 says of whom a known system is.
        known = is_common_word(name) or (is_common_word(name[-3:]) and is_word(name[-5:-3]))
        if start < at and not known:
            yield Span(name, start, at + 1)


def _may_begin(text: str, start: int) -> bool:
    """Whether a name may begin here, be it after a verb: 推行|首问负责制."""
    return may_begin_place(text, start, short=True) or text[max(0, start - 2) : start] in no_stems()
