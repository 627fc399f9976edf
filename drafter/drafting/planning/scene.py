"""Scenes: what happened, told where it belongs and led up to.

What a chair tells of the occasion (门口那棵石榴树今年第一次结了果) is why all are here: told when
the last item is over it would be an afterthought. What is wished, asked or still to come stays
behind the agenda. And where a speech tells of several deeds, a word leads up to the first, or they
would be a list.
"""

from __future__ import annotations

import re

from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.situation import Situation, roll
from drafter.resources import read_data

__all__ = ["lay_scene", "lead_to_scenes"]

#: So many deeds are a row of them.
_SEVERAL = 2
#: So many sentences are one paragraph.
_TOGETHER = 3


def lay_scene(points: list[PointPlan], genre: Genre) -> list[Block]:
    """What is told of the occasion, as paragraphs of the opening, taken out of the points.

    A point of which that leaves nothing is left out. Empty for a meeting at which work is laid out,
    and for a genre without an agenda.
    """
    if not genre.agenda or genre.direction != "平行":
        return []
    later = re.compile(read_data("wording.yaml")["scene_later"])
    told: list[str] = []
    for point in [p for p in points if p.heading is None]:
        own = [
            item
            for n, item in enumerate(point.items)
            if isinstance(item, str) and n not in point.causes and not later.search(item)
        ]
        told += own
        point.have([i for i in point.items if i not in own])
        if own and not point.items:
            points.remove(point)
    groups = [told[i : i + _TOGETHER] for i in range(0, len(told), _TOGETHER)]
    return [Block("opening", list(map(_told, group))) for group in groups]


def _told(text: str) -> Unit:
    return Unit("verbatim", "opening", ("review",), text=text, fields=("要点.内容",), must=True)


def lead_to_scenes(section: Section, situation: Situation) -> bool:
    """Lead up to the first of several deeds that a point tells; whether it was done.

    One that begins as a memory (我还记得…) leads up to itself.
    """
    ways = read_data("wording.yaml")["scenes"]
    told = [u for u in section.units() if u.kind == "verbatim" and u.fields == ("要点.内容",)]
    deeds = [u for u in told if re.search(ways["cue"], u.text)]
    if len(deeds) < _SEVERAL or deeds[0].thread or re.search(ways["not"], deeds[0].text):
        return False
    say: list[str] = ways["say"]
    deeds[0].thread = say[roll(situation.seed, "scenes") % len(say)]
    return True
