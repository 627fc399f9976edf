"""Names that are almost a known one: 李民 for 李明, 赖国才 for 赖有才."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.text.dictionary import is_word
from drafter.text.people import begins_word, is_han, is_name, may_begin, may_end
from drafter.text.scanning import places_of

__all__ = ["people_near"]


@cache
def _compound() -> frozenset[str]:
    return frozenset(read_data("names.yaml")["compound_surnames"])


@cache
def _grammar() -> frozenset[str]:
    return frozenset(read_data("names.yaml")["grammar"])


def people_near(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the text has a name like ``name`` but for one character (李民 for 李明).

    The family name stands; one character of the given name differs, and what stands there can be
    a name where a name may begin and end. An everyday word (周全 for 周敏) needs both ends; into a
    word that goes on (周|计划 for 周立) no name of two characters runs.
    """
    if len(name) < 2:
        return
    family = 2 if name[:2] in _compound() else 1
    for place in range(family, len(name)):
        for start in places_of(name[:place], text):
            end = start + len(name)
            found = text[start:end]
            alike = len(found) == len(name) and found.endswith(name[place + 1 :])
            if alike and found != name and (is_name(found) or _is_renamed(found, family)):
                ends = may_begin(text, start) + may_end(text, end)
                runs_on = is_word(text[end - 1 : end + 1])
                if len(name) > 2 or (ends > is_word(found) and not runs_on):
                    yield start, end


def _is_renamed(name: str, family: int) -> bool:
    """Whether three characters are somebody of a known family, be it a rare one: 赖国才."""
    given = name[family:]
    apart = all(map(is_han, given)) and _grammar().isdisjoint(given)
    return len(name) > 2 and apart and not begins_word(name)
