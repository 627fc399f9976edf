"""Heading scenes: what a clause shows of another trade than its point's (heading_scenes.yaml).

A word that all trades have (消毒, 新建) calls up what is written for it, and some of that belongs
to one of them alone: 守住感控防线 to hospitals, 加快推进工程建设 to building sites.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.resources import read_data

__all__ = ["is_of_another_trade"]

#: Of so many clauses it is remembered which scenes they show.
_REMEMBERED = 4096


class _Scene(NamedTuple):
    """What shows a scene, what names it, and what a task says that is not about it."""

    shows: re.Pattern[str]
    names: re.Pattern[str]
    but: re.Pattern[str] | None


def is_of_another_trade(clause: str, task: str, around: str) -> bool:
    """Whether a clause shows a scene that the task does not have, nor what is said ``around`` it.

    That are its measures, the topic and the unit. What the task says itself decides against all.
    """
    return any(
        (scene.but is not None and scene.but.search(task) is not None)
        or not (scene.names.search(task) or scene.names.search(around))
        for scene in _shown(clause)
    )


@lru_cache(_REMEMBERED)
def _shown(clause: str) -> tuple[_Scene, ...]:
    """The scenes that a clause shows."""
    return tuple(scene for scene in _scenes() if scene.shows.search(clause))


@cache
def _scenes() -> tuple[_Scene, ...]:
    return tuple(
        _Scene(
            re.compile(said["shows"]),
            re.compile(said["names"]),
            re.compile(said["but"]) if "but" in said else None,
        )
        for said in read_data("heading_scenes.yaml").values()
    )
