"""Names of everyday words, known by what is said of people alone: 白雪把孩子托付给老人.

高飞, 向阳 and 田野 are names where somebody 带头签下, 常说 or 第一个 does; 秀英 and 志远 without
a family name beside 大姐 or 同志; 老王, 小李 and 陈老 where a name may begin and what follows
makes no word with them (老马识途, 小康社会).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_word
from drafter.text.people import is_name, may_begin
from drafter.text.scanning import Words

__all__ = ["find_acting_people"]


class _Lists(Struct, frozen=True):
    given: frozenset[str]
    no_people: frozenset[str]
    deeds: Words
    addresses: Words
    #: 老王, 小李, and 陈老 before what is said of him.
    familiar: re.Pattern[str]
    #: 孙奶奶, 老孙头.
    kin: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    telling = "".join(data["telling_surnames"].split())
    kin = "|".join(data["kin"])
    return _Lists(
        given=frozenset("".join(data["given"].split())),
        no_people=frozenset((*data["posts"], *data["no_doers"])),
        deeds=Words(data["deeds"]),
        addresses=Words(data["addresses"]),
        familiar=re.compile(
            f"[老小][{telling}](?!子)"
            f"|[{telling}冷郎](?:老|总|工|院|局|处|校|董)(?=[的对在为把，、说讲常画介跟给也都还已就要亲带]|先生|$)"
        ),
        kin=re.compile(f"[{telling}](?={kin})|老[{telling}](?:头|汉|太|爷子)"),
    )


def find_acting_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    lists = _lists()
    for end, _ in lists.deeds.spans(text):
        yield from _doer(text, end)
    for end, _ in lists.addresses.spans(text):
        yield from _addressed(text, end)
    for match in lists.familiar.finditer(text):
        start, end = match.span()
        joined = is_word(text[start + 1 : end + 1]) or is_word(text[end - 1 : end + 1])
        if may_begin(text, start) and not joined:
            yield start, end
    for match in lists.kin.finditer(text):
        if not is_word(text[max(0, match.start() - 1) : match.start() + 1]):
            yield match.span()


def _doer(text: str, end: int) -> Iterator[tuple[int, int]]:
    """A family name with one or two characters of given names, before what only people do."""
    for size in (3, 2):
        start = end - size
        name = text[max(0, start) : end]
        # 小芳, 阿珍
        called = size == 2 and name[:1] in tuple("小大阿") and not is_word(name)
        if start < 0 or not (called or is_name(name)) or not may_begin(text, start):
            continue
        if _lists().given.issuperset(name[1:]) and not _is_sort(name):
            yield start, end
            return


def _addressed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """A given name alone before 大姐 or 同志."""
    name = text[max(0, end - 2) : end]
    begins = len(name) == 2 and may_begin(text, end - 2)
    if begins and _lists().given.issuperset(name) and not _is_sort(name):
        yield end - 2, end


def _is_sort(name: str) -> bool:
    """Whether it says what somebody is: 班长, 青年."""
    return not _lists().no_people.isdisjoint((name, name[:2], name[-2:]))
