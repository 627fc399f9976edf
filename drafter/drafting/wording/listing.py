"""Listing: several remarks on one task, told as the list they are.

Three remarks one after another, each on another side of the task, are heard as sayings strung
together. A speaker counts them (这里提三点：一是…；二是…), or joins them (还有一条，…).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any

from msgspec.structs import replace

from drafter.drafting.planning.plan import Block, Plan, Unit
from drafter.drafting.setting.situation import Situation, roll
from drafter.resources import read_data
from drafter.speech import Sentence, spoken_length
from drafter.text.numerals import chinese

__all__ = ["list_remarks", "marked_like"]

#: So many remarks on one task are a list.
_LEAST = 3
#: One task in so many has its remarks joined instead of counted.
_JOINED = 3
_NUMBER = "[一二三四五六七八九十]"


def list_remarks(plan: Plan, situation: Situation, room: int) -> None:
    """Count or join the remarks on each task that has several, within ``room`` characters.

    Reports tell no superior what to mind: their remarks stay as they are, and so do those for
    pupils. Villagers hear no counting. Nothing is counted where the paragraph counts already.
    """
    genre = situation.genre
    if not (situation.directive and genre.duties):
        return
    counting = genre.formal or genre.mined
    turn = roll(situation.seed, "remarks")
    leads = situation.allowed(_ways()["leads"])
    places = [(b, u) for section in plan.points for b in section.blocks for u in b.units]
    for block, unit in places:
        run = _remarks(block, unit)
        if run is None or not leads:
            continue
        told, counts = unit.grown[run], counting and turn % _JOINED > 0
        lead = leads[turn % len(leads)]
        new = _counted(told, lead) if counts else _joined(told, turn)
        more = _length(new) - _length(told)
        if more > room:
            continue
        unit.grown[run] = new
        room -= more
        turn += 1
        if counts:
            leads.remove(lead)


def marked_like(said: Sentence, other: Sentence) -> Sentence:
    """Another sentence for one of a list, with its mark (二是) and its end (；)."""
    found = _marks().match(said.text)
    text = (found.group() if found else "") + other.text
    if said.text.endswith("；"):
        text = text.removesuffix("。") + "；"
    return replace(other, text=text)


def _remarks(block: Block, unit: Unit) -> slice | None:
    """Where the remarks stand among what was added to a task, if they are many."""
    if unit.grows != "task" or len(unit.grown) < _LEAST:
        return None
    if unit.prefix or [u for u in block.units if u.prefix]:
        return None
    moves = [s.move == "follow" for s in unit.grown]
    if True not in moves:
        return None
    start = moves.index(True)
    end = next((i for i in range(start, len(moves)) if not moves[i]), len(moves))
    # What points back at the task itself stands right behind it, before the list.
    if re.match(_ways()["pointing"], unit.grown[start].text):
        start += 1
    told = unit.grown[start:end]
    if len(told) < _LEAST or any(re.match(_ways()["pointing"], s.text) for s in told):
        return None
    # 策从哪里来？ is answered by the sentence behind it, which is no item of its own.
    if any(s.text.endswith("？") for s in told):
        return None
    return slice(start, end)


def _counted(told: list[Sentence], lead: str) -> list[Sentence]:
    """这里提三点：一是…；二是…；三是…。 A remark of two sentences ends each item with 。"""
    whole = any(s.text.count("。") > 1 or "；" in s.text for s in told)
    clumsy = any(re.match(_ways()["no_is"], s.text) for s in told)
    way = _ways()["ordinals"]["plain" if clumsy else "is"]
    items = []
    for number, said in enumerate(told, 1):
        text = way.format(chinese(number)) + said.text
        if number < len(told) and not whole:
            text = text.removesuffix("。") + "；"
        items.append(replace(said, text=text))
    head = Sentence(lead.format(chinese(len(told))), "follow", "data/wording", "authored")
    return [head, *items]


def _joined(told: list[Sentence], turn: int) -> list[Sentence]:
    """The last but one and the last begin with what joins them to the one before."""
    ways = _ways()["joins"]
    more, last = ways[turn // _JOINED % len(ways)]
    *first, two, three = told
    marked = (replace(s, text=m + s.text) for m, s in ((more, two), (last, three)))
    return [*first, *marked]


def _length(told: list[Sentence]) -> int:
    return sum([spoken_length(s.text) for s in told])


@cache
def _marks() -> re.Pattern[str]:
    """What an item of a list begins with: its number, or what joins it to the one before.

    So may a paragraph that leads on from another (see leading_on).
    """
    numbers = [way.format(_NUMBER) for way in _ways()["ordinals"].values()]
    leading = read_data("wording.yaml")["leading"]
    told = [_ways()["joins"], leading["ordinals"].values(), leading["joins"].values()]
    return re.compile("|".join([*numbers, *chain.from_iterable(chain.from_iterable(told))]))


@cache
def _ways() -> dict[str, Any]:
    ways: dict[str, Any] = read_data("wording.yaml")["remarks"]
    return ways
