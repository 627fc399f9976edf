"""Fronts: what a point or an opening begins with that is no fact of the brief."""

from __future__ import annotations

from drafter.drafting.planning.plan import Unit
from drafter.drafting.setting.situation import roll
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import both, of_a_field, of_its_field
from drafter.drafting.wording.passages import of_no_other
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["passage", "reason"]


def passage(unit: Unit, wanted: Wanted, near: Near, worder: Worder) -> list[Sentence]:
    """The passage that a point opens with, the one nearest to what it is about.

    A heading says what that is; a sentence of it may speak of anything. Then comes what is written
    for the very thing that the speech is on. Where the point is ``spared`` there is nothing else
    but what is written for its field; one that is ``bound`` has the first alone.
    """
    said = worder.free(wanted, near, about=near.told) if near.told else []
    # What is bound to another thing would open no point, nor what is for one of many that a
    # report tells: that comes behind it.
    rest = of_its_field if unit.spared else of_no_other(unit, worder)
    others = wanted._replace(suits=both(wanted.suits, rest))
    # Why a field counts comes before why any work does, whatever words the heading has.
    own = others._replace(suits=both(others.suits, of_a_field))
    said = said or worder.free(own, near, among=near.headed)
    if said or unit.bound:
        return said or worder.free(others, near, among=near.headed)
    said = worder.free(wanted, near, about=worder.on) or worder.free(own, near)
    return said or worder.free(others, near, among=near.headed) or worder.free(others, near)


def reason(wanted: Wanted, near: Near, worder: Worder) -> list[Sentence]:
    """Why the matter counts, said at the head in words of its field, and that it was borne in mind.

    Nothing where the field has no words for it.
    """
    about = content_of(worder.situation.brief.topic.name)
    said = worder.free(wanted, near, about=about) or worder.free(wanted, near)
    ways: list[str] = read_data("wording.yaml")["borne_in_mind"]
    text = ways[roll(worder.situation.seed, "mind") % len(ways)]
    return said and [*said, Sentence(text, "why", "data/wording", "authored")]
