"""Growing a worded plan to the asked length, or trimming it, without saying anything twice.

A paragraph grows from a passage, sentences that belong together, and a sentence or two that go
with it. After a task stands only what concerns that task; after a sentence of the user's comes a
passage that follows it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.drafting.beside import block_of, formula_just_heard, joins_beside, near_of
from drafter.drafting.candidates import Shared, terms_of
from drafter.drafting.place import Near
from drafter.drafting.plan import Block, Plan, Section, Unit
from drafter.drafting.shelf import Wanted
from drafter.drafting.suiting import Test, comments, own, single, sober
from drafter.drafting.wording import Worder
from drafter.speech import Sentence, spoken_length

__all__ = ["CLOSE", "fit", "frames_of", "suiting"]

#: So many paragraphs without content of their own may stand in one point.
_SEATS = 8
#: The shortest sentence worth adding.
_SHORTEST = 16
#: Nearer to the asked length than this share, nothing more is added.
_ENOUGH = 0.01
#: How far the last sentence may overshoot.
_OVER = 0.02
#: How much a sentence must have to do with the task it comes after.
CLOSE = 0.3
#: The same for a formula, whose words are those of many tasks.
_RELATED = 0.1
#: The same for a sentence that goes on from a passage, which has many more words to share.
_AFTER = 0.5
#: Moves beside which measures may stand.
_MEASURES = frozenset({"measure", "mechanism", "goal"})


class _Step(Struct, frozen=True):
    """One way a place may grow; within a section the lowest ``rank`` comes first.

    ``again`` is no sentence but one more paragraph of the same kind; ``fitting`` is a passage that
    was written for this part of the field, ``after`` a sentence that goes on from a passage,
    ``formula`` a mined one, of the task or the field before any.
    """

    rank: int
    kind: Literal["passage", "single", "near", "after", "again", "fitting", "formula"]


#: How each kind of place grows, in order.
_STEPS = {
    "seat": (
        _Step(0, "passage"),
        _Step(2, "after"),
        _Step(2, "formula"),
        _Step(3, "again"),
        _Step(5, "single"),
        _Step(6, "single"),
    ),
    "follow": (_Step(0, "passage"), _Step(4, "near")),
    "task": (_Step(0, "fitting"), _Step(1, "near"), _Step(4, "near")),
    "single": (_Step(2, "single"), _Step(5, "single")),
}
#: The same in a formal speech: measures in formulae that offices share stand beside passages.
_FORMAL = {
    "seat": (
        _Step(1, "passage"),
        _Step(2, "formula"),
        _Step(3, "again"),
        _Step(5, "after"),
        _Step(6, "single"),
    ),
    "follow": (_Step(0, "formula"), _Step(3, "passage"), _Step(4, "near")),
    "task": (_Step(0, "fitting"), _Step(0, "formula"), _Step(2, "near"), _Step(4, "near")),
    "single": _STEPS["single"],
}


class _Site(Struct):
    """A unit that may grow, and the ways it has left."""

    unit: Unit
    steps: list[_Step]


class _Growing(Struct):
    """A section with its places that may grow; ``lack`` is how far it is below its budget."""

    section: Section
    sites: list[_Site]
    lack: int


def _site(unit: Unit, formal: bool) -> _Site:
    steps = list((_FORMAL if formal else _STEPS)[unit.grows])
    return _Site(unit, steps[: unit.limit] if unit.grows == "single" else steps)


def fit(plan: Plan, worder: Worder, target: int, have: int) -> None:
    """Grow or trim the plan, which has so many characters, until it is near ``target``."""
    have = _trim(plan, target, have)
    formal = worder.situation.genre.formal
    growing = [_growing(section, formal) for section in plan.sections]
    worder.scorer.count(0)
    while (room := target - have) >= max(_SHORTEST, _ENOUGH * target):
        # The place that comes first in the section that is furthest below its budget.
        open_ = [g for g in growing if g.sites]
        if not open_:
            return
        place = max(open_, key=_lack)
        site = min(place.sites, key=_rank)
        step = site.steps.pop(0)
        if not site.steps:
            place.sites = [s for s in place.sites if s is not site]
        if step.kind == "again":
            _seat_after(site.unit, place, formal)
            continue
        if step.kind == "formula" and formula_just_heard(place.section, site.unit):
            continue
        # A sentence that would overshoot is no use; the last one may by a hair.
        most = room + int(_OVER * target)
        added = _say_more(worder, place.section, site.unit, step.kind, most)
        site.unit.grown += added
        said = sum([len(s.text) for s in added])
        have += said
        place.lack -= said


_lack = attrgetter("lack")


def _rank(site: _Site) -> int:
    return site.steps[0].rank


def _growing(section: Section, formal: bool) -> _Growing:
    sites = [
        _site(u, formal)
        for u in section.units()
        if u.room and u.limit and (u.said or u.kind == "seat")
    ]
    return _Growing(section, [s for s in sites if s.steps], section.budget - section.length)


def _seat_after(old: Unit, place: _Growing, formal: bool) -> None:
    """One more paragraph in a point that still has something to say."""
    section = place.section
    seats = sum(u.kind == "seat" for u in section.units())
    # A seat that could not be filled shows that its moves have nothing left.
    if not old.grown or seats >= _SEATS:
        return
    unit = replace(old, said=[], grown=[])
    section.blocks.insert(block_of(section, old), Block("body", [unit]))
    place.sites.append(_site(unit, formal))


def suiting(section: Section, worder: Worder) -> Test:
    """Which passages may still be added: a point of a formal speech has room for one of sayings."""
    if not worder.situation.genre.formal:
        return comments
    said = {s.pattern for u in section.units() for s in u.sentences}
    return comments if worder.sayings.isdisjoint(said) else sober


def _say_more(worder: Worder, section: Section, unit: Unit, kind: str, room: int) -> list[Sentence]:
    """The sentences one step adds, none where nothing fits."""
    place = (unit.part, unit.room, unit.focus)
    if kind == "fitting" and not worder.scorer.speaks_of(unit.about):
        return []
    near = near_of(section, unit)
    if kind == "fitting":
        return worder.free(Wanted(*place, passage=True), near, room, about=unit.about)
    if kind == "near":
        if len(unit.grown) > 1:
            return []
        return worder.free(Wanted(*place, passage=False, suits=single), near, room, least=CLOSE)
    if kind == "formula":
        # Beside a passage or a task; alone it would be a paragraph of nothing else.
        alone = unit.grows == "seat" and not unit.grown
        genre = worder.situation.genre
        if alone or not (genre.formal or (genre.direction == "上行" and "pledge" in unit.room)):
            return []
        near.joined = joins_beside(section, unit)
        return _formula(worder, unit, near, room)
    if not unit.about and unit.grown:
        # What follows a passage goes on with what it speaks of.
        near.about = terms_of("".join(s.text for s in unit.grown))
    if kind == "passage":
        wanted = Wanted(*place, passage=True, suits=suiting(section, worder))
        return worder.free(wanted, near, room)
    if kind == "after":
        # What the user's own packs say needs no nearness to be preferred.
        said = _own(worder, unit, near, room)
        wanted = Wanted(*place, passage=False, suits=single)
        return said or worder.free(wanted, near, room, least=_AFTER)
    return worder.free(Wanted(*place, passage=False, suits=single), near, room)


def _own(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """A sentence of the user's own packs."""
    if not worder.shelf.has_own:
        return []
    wanted = Wanted(unit.part, unit.room, unit.focus, passage=False, suits=own)
    return worder.free(wanted, near, room)


def _formula(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """A mined sentence: of what the place speaks of, of the field, of any; the user's own first.

    Where measures may stand it is one, where reasons alone do it is a reason; after a task stands
    only what has to do with it, and nothing of any field.
    """
    if said := _own(worder, unit, near, room):
        return said
    asking = worder.situation.directive and not _MEASURES.isdisjoint(unit.room)
    # Formulae have no focus of their own: one order of them serves every place.
    place = (unit.part, ("measure", "mechanism") if asking else unit.room, None)
    if worder.scorer.speaks_of(unit.about):
        # What the place speaks of needs no other nearness; what is farther comes after it.
        wanted = Wanted(*place, passage=False, shared="part")
        if said := worder.free(wanted, near, room, about=unit.about):
            return said
    of_task = unit.grows == "task"
    least = _RELATED if of_task else 0.0
    # What suits every field has nothing to do with a task: 培训护理员 wants no 技术支撑.
    kinds: tuple[Shared, ...] = ("part", "field") if of_task else ("part", "field", "any")
    # A topic that is the whole field speaks of no part of it by itself.
    for shared in kinds[worder.situation.whole_field :]:
        wanted = Wanted(*place, passage=False, shared=shared)
        if said := worder.free(wanted, near, room, least=least):
            return said
    return []


def frames_of(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """The sentences by the frame that said them."""
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.pattern)]


def _trim(plan: Plan, target: int, have: int) -> int:
    """Drop what carries no fact, from the end, while the plan is too long; what is left of it."""
    most = round(target * (1 + _OVER))
    droppable = [
        u for s in reversed(plan.sections) for b in reversed(s.blocks) for u in reversed(b.units)
        if u.kind == "free" and not u.must and u.said
    ]  # fmt: skip
    for unit in sorted(droppable, key=lambda u: u.part != "points"):
        if have <= most:
            break
        have -= sum([spoken_length(s.text) for s in unit.said])
        unit.said = []
    return have
