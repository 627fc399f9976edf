"""Names by what is said around them in a sentence of somebody's own: 像朱柳那样, 鼎盛这样的企业.

Of what is likened to something, or told as one of several, what it is made of says little; what
stands before 那边 is a place. Everyday words stand there as well (像钉子那样): those are left out,
and so is what patterns say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.gazetteer import Span
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
    )


def likened_names(text: str, start: int, end: int, known: str) -> Iterator[Span]:
    """The names in words of somebody's own, which neither ``known`` nor a pattern has."""
    for frame, is_one in _frames():
        for match in frame.finditer(text, start, end):
            name = match.group(1)
            if name not in known and not is_common_word(name) and is_one(name):
                yield Span(name, *match.span(1))


def _is_no_word(name: str) -> bool:
    """Whether nothing in it is an everyday word: not 老黄牛, nor 石榴籽."""
    return not any(is_word(name[at : at + _PAIR]) for at in range(len(name) - 1))


def _is_place(name: str) -> bool:
    """Whether it is no word, or one that is called so (下沙)."""
    return _is_no_word(name) or (is_called_name(name) and not is_noun(name))
