"""Names by where they stand in a sentence of somebody's own: 嘎玛不会, 把施一凡叫来, 花园口的教训.

What stands at the head of a clause before 的, 今年 or 不, or after 把, 找 or 跟, is what is spoken
of. Two or three characters of which nothing is a word were put together by somebody who gave a
name; a word that the dictionary has as a name and patterns never say is one there as well, and so
is a word with a ground behind it (朝阳|门) that make no word together. Only sentences are looked
through that neither brief nor patterns say: everyday ones hardly have the like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.names.localities import may_begin_place
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_word
from drafter.text.gazetteer import Span
from drafter.text.name_characters import name_characters
from drafter.text.scanning import either

__all__ = ["standing_names"]

_PAIR = 2


class _Rules(Struct, frozen=True):
    #: The expressions, whose only group is a name, and whether what stands there is one.
    frames: tuple[tuple[re.Pattern[str], Callable[[str, int, int], bool]], ...]
    #: What no name has, and what none begins with.
    never: frozenset[str]
    never_first: frozenset[str]
    #: Words that the dictionary calls names and everybody uses.
    everyday: frozenset[str]
    families: frozenset[str]


@cache
def _rules() -> _Rules:
    data, heads = read_data("standing.yaml"), read_data("heads.yaml")
    names = read_data("names.yaml")
    families = names["surnames"] + name_characters("telling_surnames") + names["quiet_surnames"]
    never = {*data["no_name_characters"], *read_data("likened.yaml")["no_characters"]}
    whose = f"的(?!{either(data['anyhow'])})"
    when, does, done = either(data["when"]), either(data["does"]), either(data["done"])
    cues, doing = either(data["cues"]), either(data["cues_of_doing"])
    head, name = "(?<![\u4e00-\u9fff])", "([\u4e00-\u9fff]{2,3}?)"
    ground = f"(?=([\u4e00-\u9fff]{{2}}[{data['grounds']}])(?:{'|'.join(data['of_grounds'])}))"
    return _Rules(
        frames=(
            (re.compile(f"{head}{name}(?={whose}|{when})"), _is_called),
            (re.compile(f"{head}{name}(?={whose}|{when}|{does})"), _is_no_word),
            (re.compile(f"(?:{cues}){name}(?={whose}|{when}|{does}|{done}|[，。；！])"), _is_apart),
            (re.compile(f"(?:{doing}){name}(?={when}|{does}|{done})"), _is_of_family),
            (re.compile(ground), _is_ground),
        ),
        never=frozenset(never.difference(data["within"])),
        never_first=frozenset(data["within"]),
        everyday=frozenset(heads["everyday_names"]),
        families=frozenset(families).difference(names["rare_surnames"]),
    )


def standing_names(text: str, start: int, end: int, known: str) -> Iterator[Span]:
    """The names in words of somebody's own, which neither ``known`` nor a pattern has."""
    for frame, is_one in _rules().frames:
        for match in frame.finditer(text, start, end):
            name = match.group(1)
            if name in known or not _may_be(name) or is_common_word(name):
                continue
            if is_one(text, *match.span(1)):
                yield Span(name, *match.span(1))


def _may_be(name: str) -> bool:
    """Whether it has no character of grammar."""
    rules = _rules()
    return rules.never.isdisjoint(name) and name[0] not in rules.never_first


def _is_no_word(text: str, start: int, end: int) -> bool:
    """Whether no two of its characters are a word."""
    return not any(map(is_word, map("".join, pairwise(text[start:end]))))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether besides it makes no word with what stands before and after it."""
    cut = is_word(text[start - 1 : start + 1]) or is_word(text[end - 1 : end + 1])
    return not cut and _is_no_word(text, start, end)


def _is_of_family(text: str, start: int, end: int) -> bool:
    """Whether besides it begins with a family name: not 把|雪扫净."""
    return text[start] in _rules().families and _is_apart(text, start, end)


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether it begins with what the dictionary calls a name, and no word follows: 武夷|山."""
    pair, rest = text[start : start + _PAIR], text[start + 1 : end]
    called = is_called_name(pair) and pair not in _rules().everyday and not is_common_word(pair)
    return called and (len(rest) < _PAIR or not is_word(rest))


def _is_ground(text: str, start: int, end: int) -> bool:
    """Whether a ground goes on from a word there and ends none: 花园|口, not 学|校门."""
    last = text[end - _PAIR : end]
    if is_word(last) or is_common_word(last) or is_word(text[end - 1 : end + 1]):
        return False
    return not is_word(text[start - 1 : start + 1]) and may_begin_place(text, start, short=True)
