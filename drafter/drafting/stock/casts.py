"""Casts: whom and what a passage on a field of work brings on (firms, wards, farmland).

On 校园食堂 nobody expects the duties of firms, though both are 食品安全. So in a speech on one part
of its field a passage for all of it stands only where the brief has about whom it speaks
(casts.yaml).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafter.bank import Pattern
from drafter.resources import read_data

__all__ = ["cast_named", "cast_of"]

#: Of so many briefs it is remembered whom they name.
_REMEMBERED = 16


def cast_of(pattern: Pattern) -> frozenset[str]:
    """Whom and what the frame of what is written for a field brings on."""
    if pattern.area is None or pattern.part != "points":
        return frozenset()
    return frozenset([name for name, (shows, _) in _casts().items() if shows.search(pattern.frame)])


@lru_cache(_REMEMBERED)
def cast_named(content: frozenset[str], level: str) -> frozenset[str]:
    """Whom and what the content of a brief and the level of its unit name."""
    told = "，".join([level, *content])
    return frozenset([name for name, (_, names) in _casts().items() if names.search(told)])


@cache
def _casts() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What shows each, and what names it."""
    data = read_data("casts.yaml")
    return {name: (re.compile(k["shows"]), re.compile(k["names"])) for name, k in data.items()}
