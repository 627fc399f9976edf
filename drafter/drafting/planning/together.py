"""Together: what a brief tells of one person in two places, told in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.setting.user_words import as_clause, as_sentence
from drafter.text.bare_people import find_bare_people
from drafter.text.introduced_people import find_introduced_people
from drafter.text.people import find_people

__all__ = ["bring_together", "people_in"]

_FINDERS = (find_people, find_bare_people, find_introduced_people)


def bring_together(points: Sequence[PointPlan], brief: Brief) -> None:
    """Tell what somebody achieved right before the sentence of a point that speaks of him.

    陶师傅二十年零差错 among figures and 陶师傅的工具箱里有11本笔记 in a later point are one man.
    """
    for text in dict.fromkeys(map(as_clause, brief.achievements)):
        names = people_in(text)
        home, place = next(_spoken_of(points, names), (None, 0)) if names else (None, 0)
        if home is None:
            continue
        for point in points:
            point.achievements = [t for t in point.achievements if t != text]
        told = as_sentence(text)
        home.have([*home.items[:place], told, *home.items[place:]])
        home.held.add(told)
        home.tied.add(str(home.items[place + 1]))


def _spoken_of(
    points: Sequence[PointPlan], names: frozenset[str]
) -> Iterator[tuple[PointPlan, int]]:
    """The points and places of the user's sentences that speak of one of these people."""
    for point in points:
        for place, item in enumerate(point.items):
            if not isinstance(item, Task) and any(name in item for name in names):
                yield point, place


@lru_cache(256)
def people_in(text: str) -> frozenset[str]:
    """The names of people in a text."""
    return frozenset(text[span[0] : span[1]] for find in _FINDERS for span in find(text))
