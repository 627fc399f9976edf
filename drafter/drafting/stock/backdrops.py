"""Backdrops: what a comment shows of its own (a kitchen, a building site), by its words.

What is written for 改造 is heard where pipes are wrapped as well, and its helmets and straps are
none of that matter. So what shows a setting stands only beside what names it (backdrops.yaml).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafter.bank import Pattern
from drafter.bank.acts import ACT_MARKS
from drafter.resources import read_data

__all__ = ["backdrops_of", "is_out_of_place"]

#: Of so many places it is remembered what they name: a few candidates are tried at each.
_REMEMBERED = 256


def backdrops_of(pattern: Pattern) -> frozenset[str]:
    """The backdrops that the frame of what is written for a thing of any field shows.

    That is what a kind of act calls up, and a passage on a matter; words written for one comment
    call up what it shows. What its own ``about`` names, word by word, is there wherever it is
    asked for.
    """
    kinds = any(word.startswith(ACT_MARKS) for word in pattern.about)
    passage = pattern.move != "follow" and pattern.focus is None and bool(pattern.about)
    if pattern.area is not None or not (kinds or passage):
        return frozenset()
    known = _kinds()
    shown = [name for name, (shows, _) in known.items() if shows.search(pattern.frame)]
    return frozenset([n for n in shown if not all(map(known[n][1].search, pattern.about))])


def is_out_of_place(shown: frozenset[str], *contents: frozenset[str] | None) -> bool:
    """Whether one of these backdrops is named by no content of a place.

    A place of which nothing is known names them all.
    """
    if not shown or not any(contents):
        return False
    return not all(any(_names(name, content) for content in contents if content) for name in shown)


@lru_cache(_REMEMBERED)
def _names(name: str, content: frozenset[str]) -> bool:
    """Whether content (runs and kinds of act) has a word for a backdrop; kinds are no words."""
    named = _kinds()[name][1].search
    return any(named(run) for run in content if not run.startswith(ACT_MARKS))


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What shows each backdrop, and what names it."""
    data = read_data("backdrops.yaml")
    return {name: (re.compile(k["shows"]), re.compile(k["names"])) for name, k in data.items()}
