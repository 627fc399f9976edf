"""Passages: which may be added at a place, what speaks of its matter before what is general."""

from __future__ import annotations

from drafter.drafting.planning.plan import Section, Unit
from drafter.drafting.planning.rules import KEEPING
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import (
    Test,
    both,
    comments,
    general,
    meant,
    meant_beyond,
    of_all,
    particular,
    sober,
    telling,
    unbound,
)
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.sentences import first_of
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence

__all__ = ["general_beside", "of_no_other", "passage_beside", "suiting"]

#: How much a passage must have to do with a sentence that has its follow-up already.
_AKIN = 0.35
#: So many passages on what its heading names a point has at most.
_HEADED = 2
#: A point of no more sentences is no point yet.
_BARE = 2
#: What a place has room for that tells why all of it matters.
_REASONS = ("why",)


def suiting(section: Section, worder: Worder) -> Test:
    """Which passages may still be added: a point of a formal speech has room for one of sayings.

    A speech has room for a few on the procedure of any work (台账、归档、督查), a formal one for a
    few on why any work matters: more of them say the same again. What a kind of deed teaches
    stands beside such a deed and nowhere else.
    """
    usual: Test = comments if worder.procedures > 0 else particular
    units = section.units()
    if "deed" in [u.grows for u in units]:
        usual = both(usual, general)
    if not worder.situation.genre.formal:
        return usual
    # A point that would be left with a sentence or two hears one more.
    if worder.reasons <= 0 and sum([len(u.sentences) for u in units]) > _BARE:
        usual = both(usual, telling)
    if not worder.sayings:
        return usual
    said = {s.pattern for u in units for s in u.sentences}
    return usual if worder.sayings.isdisjoint(said) else both(usual, sober)


def passage_beside(
    worder: Worder, section: Section, unit: Unit, near: Near, room: int, *, akin: bool
) -> list[Sentence]:
    """A passage: of what the point speaks of, else of its field, ``akin`` to what it follows.

    A sentence that has been followed up goes on only to what speaks of the same.
    """
    followed = unit.grown and unit.grows in ("follow", "deed")
    least = _AKIN if followed or akin else 0.0
    place = (unit.part, unit.room, unit.focus)
    told = wanted = Wanted(*place, passage=True, suits=_suits(section, unit, worder))
    said = []
    if unit.grows == "seat" and not unit.grown:
        if unit.room == _REASONS:
            # Why this very thing matters, before why anything of its field does.
            said = worder.free(wanted, near, room, about=worder.on)
        said = said or _on_heading(wanted, near, worder, room)
        # What speaks of the very tasks that were counted is nothing besides them.
        other = wanted._replace(suits=both(wanted.suits, unbound)) if unit.besides else wanted
        said = said or _of_the_point(worder, section, unit, other, near, room)
    elif unit.grows == "follow" and unit.about:
        # What a sentence names in passing is not its matter: 抓紧工期 is no word on walls.
        plain = wanted._replace(suits=both(wanted.suits, unbound))
        said = worder.free(plain, near, room, about=unit.about)
    wanted = wanted._replace(suits=both(wanted.suits, of_no_other(unit, worder)))
    if unit.grows in ("seat", "follow"):  # what goes with any comes later
        wanted = wanted._replace(suits=both(wanted.suits, meant))
    said = said or worder.free(wanted, near, room, least)
    if not said and not unit.grown and unit.grows == "seat":
        # The field has no more to say than what was said of it.
        said = _of_the_point(worder, section, unit, told, near, room, waits=False)
        if unit.besides:
            return said
    return _led_over(said, unit, near, worder)


def _on_heading(wanted: Wanted, near: Near, worder: Worder, room: int) -> list[Sentence]:
    """A passage on what the heading names: a point has room for two before it says the same.

    It is no passage on any work, however plain its words are.
    """
    if len(worder.memory.keys & near.headed) >= _HEADED:
        return []
    return worder.free(wanted._replace(suits=comments), near, room, among=near.headed)


def general_beside(
    worder: Worder, section: Section, unit: Unit, near: Near, room: int
) -> list[Sentence]:
    """A passage that goes with any matter."""
    suits = both(_suits(section, unit, worder), general)
    wanted = Wanted(unit.part, unit.room, unit.focus, passage=True, suits=suits)
    return _led_over(worder.free(wanted, near, room), unit, near, worder)


def _led_over(said: list[Sentence], unit: Unit, near: Near, worder: Worder) -> list[Sentence]:
    """What comes besides things that were counted, with a word that leads on to it."""
    if not (said and unit.besides):
        return said
    over = Wanted(unit.part, ("besides",), unit.focus, passage=False)
    return worder.free(over, near) + said


def of_no_other(unit: Unit, worder: Worder) -> Test:
    """What is not written for a thing that is told elsewhere or nowhere.

    Who reports, or tells equals what he means to do, has passages for each thing: they stand
    behind it.
    """
    direction = worder.situation.genre.direction
    apart = direction == "上行" or (direction == "平行" and unit.focus == "任务")
    return of_all if apart else unbound


def _suits(section: Section, unit: Unit, worder: Worder) -> Test:
    """Which passages may stand at a place.

    Where listeners have words of their own, results and problems are not followed by why it is good
    to talk.
    """
    if unit.room == (KEEPING,):
        return comments  # there is no other way to speak of rules than plainly
    usual, genre = suiting(section, worder), worder.situation.genre
    if unit.focus == section.focus or genre.id == genre.base:
        return usual
    return both(usual, meant_beyond(genre.base))


def _of_the_point(
    worder: Worder,
    section: Section,
    unit: Unit,
    wanted: Wanted,
    near: Near,
    room: int,
    *,
    waits: bool = True,
) -> list[Sentence]:
    """What is written for a thing the point's heading names, else for one that it tells.

    In a formal speech that is under a heading of the user's; where the field has passages of its
    own, it ``waits`` for two of those, again and again.
    """
    if worder.situation.genre.formal:
        if not near.told:
            return []
        seats = [id(u) for u in section.units() if u.grows == "seat"]
        if waits and worder.situation.area is not None and seats.index(id(unit)) % 3 < 2:
            return []
    return first_of((near.told, near.about), worder, wanted, near, room)
