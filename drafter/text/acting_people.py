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
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import is_name, may_begin
from drafter.text.scanning import Words, either

__all__ = ["find_acting_people"]


class _Lists(Struct, frozen=True):
    given: frozenset[str]
    no_people: frozenset[str]
    deeds: Words
    addresses: Words
    #: 志强|主任: offices that somebody is called by beside his given name.
    offices: Words
    #: 老王, 小李, and 陈老 before what is said of him.
    familiar: re.Pattern[str]
    #: 孙奶奶, 老孙头.
    kin: re.Pattern[str]
    #: 小芳, 阿珍: what a given name of one character is called with.
    called: tuple[str, ...]
    #: 田野, 黄金: people are called by them, family name and given name.
    words: Words
    #: What stands before those, and what stands after them: 护林员|田野, 高山|同学.
    introducing: tuple[str, ...]
    addressed: tuple[str, ...]
    going_on: frozenset[str]
    #: 熊, 马: what a toy or a beast is called by, too.
    beasts: frozenset[str]
    #: 教师安静|地听
    how: frozenset[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    telling = name_characters("telling_surnames")
    quiet = data["quiet_surnames"] + data["only_surnames"]
    short = f"[{telling}{data['telling_beside_posts']}](?:{either(data['short_posts'])})"
    others = "".join(sorted(set(data["surnames"]) - set(telling + quiet)))
    no_chiefs = set(data["no_chiefs"] + data["rare_surnames"])
    short += f"|[{''.join(sorted(set(data['surnames']) - no_chiefs))}]总"
    return _Lists(
        given=frozenset(name_characters("given")),
        no_people=frozenset((*data["posts"], *data["no_doers"])),
        deeds=Words(data["deeds"]),
        addresses=Words(data["addresses"]),
        offices=Words(data["offices_beside_given"]),
        familiar=re.compile(
            f"[老小][{telling}{quiet}](?!子)|小[{others}](?=[{data['after_little']}])|(?:{short})(?=[{data['after_short_posts']}]|先生|$)"
        ),
        kin=re.compile(
            f"[{telling}{quiet}](?={'|'.join(data['kin'])})|老[{telling}](?:{either(data['after_old'])})"
            f"|老[{data['old_fields']}]头(?!子)"
        ),
        called=tuple(data["called_before"]),
        words=Words(data["called_by_words"]),
        introducing=(*data["posts"], *data["introducing"], *data["of_a_trade"]),
        addressed=tuple(data["soft_posts"]),
        going_on=frozenset(data["going_on"]),
        beasts=frozenset(read_data("placed_people.yaml")["beasts"]),
        how=frozenset(data["how_it_is_done"]),
    )


def find_acting_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    lists = _lists()
    deeds = [start for start, _ in lists.deeds.spans(text)]
    for end in deeds:
        yield from _doer(text, end)
    for end, _ in lists.offices.spans(text):
        # 建设|局长 is an office, too.
        name = text[max(0, end - 2) : end]
        if not is_word(name) or is_called_name(name):
            yield from _addressed(text, end)
    for start, end in lists.words.spans(text):
        if _is_called(text, start, end, does=end in deeds):
            yield start, end
    for end, _ in lists.addresses.spans(text):
        yield from _addressed(text, end)
    for match in lists.familiar.finditer(text):
        start, end = match.span()
        joined = is_word(text[start + 1 : end + 1]) or is_word(text[end - 1 : end + 1])
        # 小熊|玩具
        joined = joined or (text[end - 1] in lists.beasts and is_noun(text[end : end + 2]))
        # 供电所的老魏
        begins = may_begin(text, start) or text[start - 1] == "的"
        if begins and not joined and not _is_sort(text[start:end]):
            yield start, end
    for match in lists.kin.finditer(text):
        if not is_word(text[max(0, match.start() - 1) : match.start() + 1]):
            yield match.span()


def _doer(text: str, end: int) -> Iterator[tuple[int, int]]:
    """A family name with one or two characters of given names, before what only people do."""
    for size in (3, 2):
        start = end - size
        name = text[max(0, start) : end]
        called = size == 2 and name.startswith(_lists().called) and not is_word(name)
        if start < 0 or not (called or is_name(name)) or not may_begin(text, start):
            continue
        if _lists().given.issuperset(name[1:]) and not _is_sort(name):
            yield start, end
            return


def _addressed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """A given name alone before 大姐 or 同志."""
    name = text[max(0, end - 2) : end]
    begins = len(name) == 2 and may_begin(text, end - 2)
    # 小雨同学, not 大家同志.
    called = name.startswith(_lists().called) and (not is_word(name) or is_called_name(name))
    if begins and _lists().given.issuperset(name[called:]) and not _is_sort(name):
        yield end - 2, end


def _is_called(text: str, start: int, end: int, *, does: bool) -> bool:
    """Whether somebody is called by an everyday word here: 保洁员|黄金|每天, 高三的|高山|同学."""
    lists, after = _lists(), text[end : end + 2]
    if is_word(text[max(0, start - 1) : start + 1]) or is_word(text[end - 1 : end + 1]):
        return False
    if text.startswith(lists.addressed, end):
        return True
    if text.endswith(lists.introducing, 0, start):
        # 教师高峰|论坛 is a meeting's, 民警安静|地 says how.
        name = text[start:end]
        noun = is_noun(name) or is_called_name(name)
        noun = noun and after[:1] not in lists.how and not is_noun(after)
        return noun or after[:1] in lists.going_on
    return does and text[start - 1 : start] == "的"


def _is_sort(name: str) -> bool:
    """Whether it says what somebody is: 班长, 青年."""
    return not _lists().no_people.isdisjoint((name, name[:2], name[-2:]))
