"""Names that stand bare in a sentence, without a post beside them: 要学习刘德胜的做法.

A family name that hardly stands in words (刘, 赵, 欧阳), with characters of given names after it,
is a name anywhere. A family name that is also a word (高, 方), or a given name with another
character in it, needs a place where a name may begin and one where it may end. Names of other
peoples show by their dot: 买买提·艾力.

The lists are in names.yaml. A name of two everyday characters (高山) stays unseen, and an everyday
phrase may look like a name: who asks leaves out what is known otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.people import begins_word, is_name, may_begin, may_end

__all__ = ["find_bare_people"]

#: Words that a bare name ends before, besides those of people.py.
_END_WORDS = ("同志", "的", "是", "说", "把", "从", "以", "用", "曾", "那", "这", "他", "她", "先")


class _Lists(Struct, frozen=True):
    telling: frozenset[str]
    given: frozenset[str]
    compound: frozenset[str]
    ending: frozenset[str]
    phrases: tuple[str, ...]
    sounds: frozenset[str]
    #: One character that can begin a family name, and one that a name can go on with.
    heads: re.Pattern[str]
    dotted: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    telling = "".join(data["telling_surnames"].split())
    given = "".join(data["given"].split())
    sounds = "".join(data["sounds"].split())
    families = telling + data["surnames"]
    begun = "|".join((f"[{families}](?=[{given}]|.[{given}])", *data["compound_surnames"]))
    return _Lists(
        telling=frozenset(telling),
        given=frozenset(given),
        compound=frozenset(data["compound_surnames"]),
        ending=frozenset(data["ending_words"]),
        phrases=tuple(data["no_bare_names"]),
        sounds=frozenset(sounds + "·•"),
        heads=re.compile(begun),
        dotted=re.compile(f"(?<=[{sounds}])[·•](?=[{sounds}])"),
    )


def find_bare_people(text: str) -> Iterator[tuple[int, int]]:
    """Every bare name as (start, end), in order of its start; two may overlap."""
    for match in _lists().heads.finditer(text):
        size = _size(text, match.start())
        if size:
            yield match.start(), match.start() + size
    for match in _lists().dotted.finditer(text):
        yield _around(text, match.start())


def _around(text: str, dot: int) -> tuple[int, int]:
    """The name whose parts the dot stands between: the characters of sounds on both sides."""
    sounds = _lists().sounds
    start = end = dot
    while start > 0 and text[start - 1] in sounds:
        start -= 1
    while end + 1 < len(text) and text[end + 1] in sounds:
        end += 1
    return start, end + 1


def _size(text: str, start: int) -> int:
    """How many characters from here are a name; 0 where none begins."""
    lists = _lists()
    if text.startswith(lists.phrases, start):
        return 0
    if text[start : start + 2] in lists.compound:
        return next((n for n in (4, 3) if _fits(text, start, n)), 0)
    if begins_word(text[start : start + 2]) or text[max(0, start - 1) : start + 1] in lists.ending:
        return 0
    telling = text[start] in lists.telling
    usual = sum(c in lists.given for c in text[start + 1 : start + 3])
    if telling and usual == 2 and _fits(text, start, 3):
        return 3
    if not may_begin(text, start):
        return 0
    if usual >= 2 - telling and _fits(text, start, 3) and _ends(text, start + 3):
        return 3
    short = telling and text[start + 1 : start + 2] in lists.given
    return 2 if short and _fits(text, start, 2) and _ends(text, start + 2) else 0


def _fits(text: str, start: int, size: int) -> bool:
    name = text[start : start + size]
    return len(name) == size and is_name(name)


def _ends(text: str, end: int) -> bool:
    return may_end(text, end) or text.startswith(_END_WORDS, end)
