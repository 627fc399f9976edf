"""Threads: what leads over from one point of a speech to the next."""

from __future__ import annotations

from collections.abc import Collection

from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.situation import roll
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data

__all__ = ["thread_between"]


def thread_between(
    before: PointPlan, point: PointPlan, worder: Worder, said: Collection[str]
) -> str:
    """What takes up the point before and leads to this one, not ``said`` yet; empty where none.

    Where no field of work is spoken of (开学典礼) nobody shares out tasks.
    """
    if not worder.situation.genre.area:
        return ""
    place = worder.situation.title, point.focus
    for thread in read_data("wording.yaml")["threads"]:
        if before.focus in thread["from"] and point.focus in thread["to"]:
            every = "\n".join(thread["say"])
            # Hardly any of them has a word that is banned.
            banned = [b for b in (*worder.situation.banned, *said) if b in every]
            ways = [way for way in thread["say"] if not any(b in way for b in banned)]
            return ways[roll(worder.situation.seed, *place) % len(ways)] if ways else ""
    return ""
