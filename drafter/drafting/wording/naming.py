"""Naming: a word of the topic for a speech in which none came up."""

from __future__ import annotations

from drafter.drafting.planning.plan import Plan
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import names_topic
from drafter.drafting.wording.beside import near_of
from drafter.drafting.wording.wording import Worder

__all__ = ["name_topic"]

#: What tells an opening's occasion.
_OCCASION = "occasion"


def name_topic(plan: Plan, worder: Worder) -> None:
    """No speech without a word of its topic: where none came up by itself, one is added."""
    situation = worder.situation
    topic = situation.words["topic"]
    beside = situation.occasional or situation.genre.direction == "平行"
    if beside and _is_named(topic, situation.title):
        return
    blocks = [b for s in plan.sections for b in s.blocks]
    if any(topic in s.text for b in blocks for s in (*b.sentences, b.heading_said) if s):
        return
    worder.scorer.count(0)
    for section in plan.sections:
        for unit in section.units():
            if unit.room and unit.said and unit.grows not in ("item", "evidence"):
                near = near_of(section, unit)
                wanted = Wanted(unit.part, unit.room, unit.focus, suits=names_topic)
                named = worder.free(wanted, near)
                if named:
                    unit.grown += named
                    return
    units = [u for b in blocks for u in b.units]
    # What the talk is about is said once the occasion is told, not before it.
    told = next((u for u in units if _OCCASION in u.moves and u.said), None)
    home = told or next(iter([b.units[-1] for b in blocks[:1] if b.units]), None)
    if home:
        home.grown += worder.plain_topic()


def _is_named(topic: str, title: str) -> bool:
    """Whether the title names the topic, be it between quotation marks."""
    bare = str.maketrans("", "", "“”‘’《》")
    return topic.translate(bare) in title.translate(bare)
