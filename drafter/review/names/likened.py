"""Names by what is said around them in a sentence of somebody's own: 像朱柳那样, 鼎盛这样的企业.

Of what is likened to something, or told as one of several, what it is made of says little; what
stands before 那边 is a place, and what somebody is compared or signs with, or goes to for advice,
is somebody or a body. Everyday words stand there as well (像钉子那样, 跟自己比): those are left
out, and so is what patterns say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.divisions import divisions, is_township, place_stem
from drafter.text.gazetteer import Span
from drafter.text.organisations import is_generic
from drafter.text.scanning import either

__all__ = ["likened_names"]

_PAIR = 2


@cache
def _frames() -> tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...]:
    """The expressions, and what stands there and is a name."""
    data = read_data("likened.yaml")
    name = f"((?:(?![{data['no_characters']}])[\u4e00-\u9fff]){{2,4}}?)"
    head, of, rules = either(data["before"]), either(data["one_of"]), either(data["rules"])
    beside = f"(?<![\u4e00-\u9fff]){name}(?={either(data['beside'])})"
    whose = f"([{data['givers']}]里的[\u4e00-\u9fff]{{2,6}}?(?:{rules}))"
    return (
        (re.compile(f"(?:{head}){name}(?=[这那]样的(?:{of}))"), bool),
        (re.compile(f"像{name}(?=[这那一]样|学习|似的)"), _is_no_word),
        (re.compile(beside), _is_place),
        (re.compile(whose), bool),
        *((re.compile(slot.replace("N", name)), _is_called) for slot in data["slots"]),
        *((re.compile(slot.replace("N", name)), _is_town) for slot in data["of_towns"]),
    )


def likened_names(text: str, start: int, end: int, known: str) -> Iterator[Span]:
    """The names in words of somebody's own, which neither ``known`` nor a pattern has."""
    for frame, is_one in _frames():
        for match in frame.finditer(text, start, end):
            name = match.group(1)
            if name not in known and (
                (is_one is _is_called and name in _counties())
                or (not is_common_word(name) and is_one(name))
            ):
                yield Span(name, *match.span(1))


def _is_no_word(name: str) -> bool:
    """Whether nothing in it is an everyday word: not 老黄牛, nor 石榴籽."""
    return not any(is_word(name[at : at + _PAIR]) for at in range(len(name) - 1))


def _is_called(name: str) -> bool:
    """Whether it is no everyday noun, nor says of what sort somebody is."""
    if is_generic(name):
        return False
    if len(name) == _PAIR:
        return not is_noun(name) or is_called_name(name)
    # 西河沿: 西河 is called so, whatever 河沿 is.
    return _is_no_word(name) or (is_called_name(name[:_PAIR]) and not is_noun(name[:_PAIR]))


def _is_town(name: str) -> bool:
    """Whether a town or township is called so, and it is no word: 沱川的茶农."""
    return not is_word(name[:_PAIR]) and any(is_township(name + end) for end in "镇乡")


@cache
def _counties() -> frozenset[str]:
    """All counties by their short names, those that are everyday words among them."""
    stems = ((place_stem(name), name) for name in divisions().counties)
    return frozenset(stem if len(stem) == _PAIR else name for stem, name in stems if len(name) < 4)


def _is_place(name: str) -> bool:
    """Whether it is no word, or one that is called so (下沙)."""
    return _is_no_word(name) or (is_called_name(name) and not is_noun(name))
