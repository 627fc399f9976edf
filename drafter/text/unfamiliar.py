"""Names that show by being no words, whatever they are made of: 段秋萍, 焦桐.

A family name and two characters of which no two make a word, neither with each other nor with
their neighbours, are a name wherever they stand. A family name with one character more is one
where a name may begin, and what follows may stand after a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.text.dictionary import is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import is_name, may_begin

__all__ = ["find_unfamiliar"]


@cache
def _heads() -> re.Pattern[str]:
    """A family name before a character that can stand in a given name."""
    data = read_data("names.yaml")
    teachings = "|".join(data["teachers"])
    no = set(data["not_given"] + data["joining"]).difference(data["first_given"])
    # The family name comes first in the expression, for which a text is scanned fast.
    return re.compile(
        f"[{data['surnames']}](?![{''.join(sorted(no))}])(?=[\u4e00-\u9fff])"
        f"(?<=(?!(?:{teachings})).)"
    )


@cache
def _later_words() -> frozenset[str]:
    return frozenset(read_data("names.yaml")["later_words"])


def _makes_word(pair: str) -> bool:
    return is_word(pair) or pair in _later_words()


@cache
def _characters(key: str) -> frozenset[str]:
    return frozenset(name_characters(key))


def find_unfamiliar(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    for head in _heads().finditer(text):
        start = head.start()
        if _makes_word(text[start : start + 2]) or is_word(text[max(0, start - 1) : start + 1]):
            continue
        if text[start] not in _characters("telling_surnames") and not _may_be_family(text, start):
            continue
        alone = _stands_alone(text, start, start + 3) or _is_given(text, start)
        size = 3 if alone else 2
        # 楼建得|再好, 关得响|一点: how something is done. 亲|商安商: what is said twice.
        last = text[start + size - 1 : start + size]  # empty where the text ends before
        if last == "得" or (size == 3 and last == text[start]):
            continue
        if text[start + 1] == "得" and text[start + 2 : start + 3] not in _given():
            continue
        begins = size == 3 or (may_begin(text, start) and text[start + 1] in _given())
        if begins and (alone or _stands_alone(text, start, start + size)):
            yield start, min(start + size, len(text))


def _may_be_family(text: str, start: int) -> bool:
    """Whether a character that is a word as well (路, 车) is somebody's: not in 把路扫净."""
    given = _given().intersection(text[start + 1 : start + 3])
    return bool(given) and text[start - 1 : start] not in _characters("never_before_name")


def _is_given(text: str, start: int) -> bool:
    """Whether a family name that is no word has a given name after it, though that is one: 建平."""
    name = text[start : start + 3]
    if len(name) < 3 or _makes_word(text[start + 2 : start + 4]) or name[2] not in _given():
        return False
    if name[1] in _characters("first_given"):
        # 顾|大家
        word = name[1:] in read_data("names.yaml")["no_first_given"]
        only = name[0] in _characters("only_surnames")
        return (only or name[0] in _characters("telling_surnames")) and not word
    return name[0] in _characters("quiet_surnames") and is_name(name) and name[1] in _given()


def _given() -> frozenset[str]:
    return _characters("given")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word lies in the name after its first character, or goes on from it."""
    name = text[start:end]
    # 美|的 is a word of the dictionary, too.
    ended = text[end : end + 1] in _characters("after_any_name")
    return (
        is_name(name)
        and _characters("joining").isdisjoint(name)
        and not any(_makes_word(text[at : at + 2]) for at in range(start + 1, end - ended))
    )
