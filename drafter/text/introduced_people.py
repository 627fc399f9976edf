"""People by the word that says who they are: 村官方静, 先进个人邓超群, 群众代表侯三娃.

After such a word stands what somebody does, or somebody's name. A family name that makes no word
with what stands before and after it is a name, whoever the person may be and whatever he does: so
neither given names nor deeds are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_called_name, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import is_han, is_name
from drafter.text.scanning import Words, either

__all__ = ["find_introduced_people"]


class _Lists(Struct, frozen=True):
    people: Words
    surnames: frozenset[str]
    #: Those that hardly stand in words.
    telling: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    #: Verbs and the like that no given name begins with.
    no_given: frozenset[str]
    #: What is no part of any name: 的, 把.
    grammar: frozenset[str]
    #: 由范志刚具体负责: nobody but people and bodies do this.
    charged: re.Pattern[str]
    #: 邵建明、万里红三位同志: all of them are people.
    together: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    how, what, whom = map(either, (data["charged_how"], data["charged_with"], data["in_a_row"]))
    return _Lists(
        people=Words(dict.fromkeys((*data["posts"], *data["introducing"]))),
        surnames=frozenset(
            data["surnames"] + name_characters("telling_surnames") + data["later_surnames"]
        ),
        telling=frozenset(name_characters("telling_surnames")),
        compound=frozenset(data["compound_surnames"]),
        given=frozenset(name_characters("given")),
        grammar=frozenset(data["grammar"]),
        no_given=frozenset(data["not_given"] + data["joining"] + data["never_given"]),
        charged=re.compile(f"(?<=由)([\u4e00-\u9fff]{{2,3}})(?=(?:同志)?(?:{how})?(?:{what}))"),
        together=re.compile(
            "((?:[\u4e00-\u9fff]{2,3}、)+[\u4e00-\u9fff]{2,3}?)"
            f"(?=等?[两三四五六七八九十](?:位|名(?={whom}))|等(?:同志|老师))"
        ),
    )


def find_introduced_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    lists = _lists()
    for _, start in lists.people.spans(text):
        size = _size(text, start)
        if size:
            yield start, start + size
    for match in lists.charged.finditer(text) if "由" in text else ():
        if is_name(match.group()) and not is_word(match.group()):
            yield match.span()
    for match in lists.together.finditer(text) if "、" in text else ():
        start = match.start()
        for name in match.group().split("、"):
            # 建国、志刚两位师傅: called by their given names.
            called = len(name) == 2 and lists.given.issuperset(name)
            if called or name[0] in lists.surnames or name[:2] in lists.compound:
                yield start, start + len(name)
            start += len(name) + 1


def _size(text: str, start: int) -> int:
    """How many characters after the word are a name; 0 where none stands there."""
    lists = _lists()
    family = 2 if text[start : start + 2] in lists.compound else 1
    if family == 1 and (text[start : start + 1] not in lists.surnames or _joined(text, start)):
        return 0
    first = text[start + family : start + family + 1]
    given = text[start + family : start + family + 2]
    if text[start] in lists.telling and is_word(given) and lists.grammar.isdisjoint(given):
        return family + 2
    if not first or not is_han(first) or first in lists.no_given:
        return 0
    after = text[start + family + 1 : start + family + 3]
    whole = text[start : start + family + 2]
    if after and is_name(whole) and after[0] not in lists.no_given and not is_word(after):
        return family + 2
    sure = family == 2 or text[start] in lists.telling or first in lists.given
    ends = not (after and is_han(after[0])) or is_word(after)
    return family + 1 if sure or ends else 0


def _joined(text: str, start: int) -> bool:
    """Whether a family name makes an everyday word with what stands before or after it."""
    after = text[start : start + 2]
    if is_word(after) and not is_called_name(after):
        return True
    # 村官|方静, though 官方 is a word: what is left of it would begin none.
    return is_word(text[start - 1 : start + 1]) and is_word(text[start + 1 : start + 3])
