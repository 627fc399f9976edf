"""Threads: what leads over from one point of a speech to the next."""

from __future__ import annotations

from collections.abc import Collection

from drafter.drafting.planning.plan import Section
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.situation import roll
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.speech import Sentence, spoken_length

__all__ = ["hand_on", "thread", "thread_between"]


def thread_between(
    before: PointPlan, point: PointPlan, worder: Worder, said: Collection[str]
) -> str:
    """What takes up the point before and leads to this one, not ``said`` yet; empty where none.

    Where no field of work is spoken of (开学典礼) nobody shares out tasks.
    """
    if not worder.situation.genre.area:
        return ""
    place = worder.situation.title, point.focus
    # Results and then what is wanting: it is the latter that this point takes up.
    wanting = before.focus == "成绩" and before.problems
    left = "问题" if wanting else before.focus
    for thread in read_data("wording.yaml")["threads"]:
        if left in thread["from"] and point.focus in thread["to"]:
            every = "\n".join(thread["say"])
            # Hardly any of them has a word that is banned.
            banned = [b for b in (*worder.situation.banned, *said) if b in every]
            ways = [way for way in thread["say"] if not any(b in way for b in banned)]
            return ways[roll(worder.situation.seed, *place) % len(ways)] if ways else ""
    return ""


def thread(text: str) -> Sentence:
    """The sentence that leads over from one point to the next."""
    return Sentence(text, "transition", "data/wording", "authored")


def hand_on(section: Section, room: int) -> int:
    """Let what a point says first begin with what leads over to it, within ``room`` characters.

    What was to open the point had nothing to say. How many characters that takes.
    """
    units = section.units()
    if not units or units[0].said or not units[0].thread:
        return 0
    length = spoken_length(units[0].thread)
    said = next((u for u in units if u.sentences), None)
    if said is None or length > room:
        return 0
    said.said.insert(0, thread(units[0].thread))
    return length
