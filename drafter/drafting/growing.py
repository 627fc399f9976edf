"""Growing a worded plan to the asked length, or trimming it, without saying anything twice.

A paragraph grows from a passage, sentences that belong together, and a sentence or two that go
with it. After a task stands only what concerns that task; after a sentence of the user's comes a
passage that follows it up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.drafting.assembling import is_assembled, join_of, made_of_formulae
from drafter.drafting.candidates import Candidate, Shared, terms_of
from drafter.drafting.place import Near
from drafter.drafting.plan import Block, Plan, Section, Unit
from drafter.drafting.wording import Worder, comments
from drafter.speech import Sentence

__all__ = ["CLOSE", "fit", "frames_of", "near_of", "suiting", "written_for"]

#: So many paragraphs without content of their own may stand in one point.
_SEATS = 8
#: A sentence is heard together with so many before it.
_BEFORE = 2
#: The shortest sentence worth adding.
_SHORTEST = 16
#: Nearer to the asked length than this share, nothing more is added.
_ENOUGH = 0.01
#: How far the last sentence may overshoot.
_OVER = 0.02
#: How much a sentence must have to do with the task it comes after.
CLOSE = 0.3
#: Moves beside which measures may stand.
_MEASURES = frozenset({"measure", "mechanism", "goal"})
#: The same for a formula, whose words are those of many tasks.
_RELATED = 0.1
#: The same for a sentence that goes on from a passage, which has many more words to share.
_AFTER = 0.5


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
    """A unit that may grow, with its section and the ways it has left."""

    section: Section
    unit: Unit
    steps: list[_Step] = field(default_factory=list)


def _site(section: Section, unit: Unit, formal: bool) -> _Site:
    steps = list((_FORMAL if formal else _STEPS)[unit.grows])
    return _Site(section, unit, steps[: unit.limit] if unit.grows == "single" else steps)


def fit(plan: Plan, worder: Worder, target: int, length: Callable[[], int]) -> None:
    """Grow or trim the plan until ``length()`` is near ``target`` characters."""
    _trim(plan, target, length)
    formal = worder.situation.genre.formal
    sites = [
        _site(s, u, formal)
        for s in plan.sections
        for b in s.blocks
        for u in b.units
        if u.room and u.limit and (u.said or u.kind == "seat")
    ]
    lacks = {id(s): s.budget - s.length for s in plan.sections}
    have = length()
    worder.scorer.count(0)
    while (room := target - have) >= max(_SHORTEST, _ENOUGH * target):
        site = _neediest(sites, lacks)
        if site is None:
            return
        step = site.steps.pop(0)
        if step.kind == "again":
            _seat_after(site, sites, formal)
            continue
        if step.kind == "formula" and _formula_just_heard(site):
            continue
        # A sentence that would overshoot is no use; the last one may by a hair.
        near = near_of(site.section, site.unit)
        if step.kind == "formula":
            near.joined = _joins_beside(site)
        suits = suiting(site.section, worder)
        added = _say_more(worder, site.unit, step.kind, near, room + int(_OVER * target), suits)
        site.unit.grown += added
        said = sum(len(s.text) for s in added)
        have += said
        lacks[id(site.section)] -= said


def _neediest(sites: list[_Site], lacks: dict[int, int]) -> _Site | None:
    """The place that comes first in the section that is furthest below its budget."""
    sites[:] = [s for s in sites if s.steps]
    if not sites:
        return None
    neediest = max([lacks[id(s.section)] for s in sites])
    section = next(s.section for s in sites if lacks[id(s.section)] == neediest)
    return min([s for s in sites if s.section is section], key=lambda s: s.steps[0].rank)


def _seat_after(site: _Site, sites: list[_Site], formal: bool) -> None:
    """One more paragraph in a point that still has something to say."""
    section, old = site.section, site.unit
    seats = sum(u.kind == "seat" for u in section.units())
    # A seat that could not be filled shows that its moves have nothing left.
    if not old.grown or seats >= _SEATS:
        return
    unit = replace(old, said=[], grown=[])
    place = next(i for i, b in enumerate(section.blocks) if any(u is old for u in b.units))
    section.blocks.insert(place, Block("body", [unit]))
    sites.append(_site(section, unit, formal))


def _formula_just_heard(site: _Site) -> bool:
    """Whether the paragraph before ends in a formula: in every paragraph they sound like a list."""
    blocks = [b for b in site.section.blocks if b.role == "body" and b.sentences]
    at = next((i for i, b in enumerate(blocks) if any(u is site.unit for u in b.units)), 0)
    return at > 0 and blocks[at - 1].sentences[-1].origin == "mined"


def _joins_beside(site: _Site) -> frozenset[str]:
    """How the formulae next before and next after a place in its section are joined."""
    before: list[str] = []
    after: list[str] = []
    side = before
    for unit in site.section.units():
        side += [join_of(s.text) for s in unit.sentences if made_of_formulae(s.pattern)]
        if unit is site.unit:
            side = after
    return frozenset(before[-1:] + after[:1])


def suiting(section: Section, worder: Worder) -> Callable[[Candidate], bool]:
    """Which passages may still be added: a point of a formal speech has room for one of sayings."""
    said = {s.pattern for u in section.units() for s in u.sentences}
    if not worder.situation.genre.formal or worder.sayings.isdisjoint(said):
        return comments
    return lambda c: comments(c) and not (c.homely and c.passage)


def _say_more(
    worder: Worder,
    unit: Unit,
    kind: str,
    near: Near,
    room: int,
    suits: Callable[[Candidate], bool],
) -> list[Sentence]:
    """The sentences one step adds, none where nothing fits."""
    place = (unit.part, unit.room, unit.focus, near, room)
    if kind == "fitting":
        if not worder.scorer.speaks_of(unit.about):
            return []
        return worder.free(*place, suits=lambda c: written_for(c, unit), passage=True)
    if kind == "near":
        if len(unit.grown) > 1:
            return []
        return worder.free(*place, passage=False, least=CLOSE, suits=_single)
    if kind == "formula":
        # Beside a passage or a task; alone it would be a paragraph of nothing else.
        alone = unit.grows == "seat" and not unit.grown
        genre = worder.situation.genre
        fits = genre.formal or (genre.direction == "上行" and "pledge" in unit.room)
        return [] if alone or not fits else _formula(worder, unit, near, room)
    if not unit.about and unit.grown:
        # What follows a passage goes on with what it speaks of.
        near.about = terms_of("".join(s.text for s in unit.grown))
    if kind == "after":
        # What the user's own packs say needs no nearness to be preferred.
        own = worder.shelf.has_own and worder.free(*place, passage=False, suits=_own)
        return own or worder.free(*place, passage=False, least=_AFTER, suits=_single)
    if kind == "passage":
        return worder.free(*place, passage=True, suits=suits)
    return worder.free(*place, passage=False, suits=_single)


def _formula(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """A mined sentence: of what the place speaks of, of the field, of any; the user's own first.

    Where measures may stand it is one, where reasons alone do it is a reason; after a task stands
    only what has to do with it.
    """
    place = (unit.part, unit.room, unit.focus, near, room)
    if worder.shelf.has_own and (own := worder.free(*place, passage=False, suits=_own)):
        return own
    asking = worder.situation.directive and not _MEASURES.isdisjoint(unit.room)
    # Formulae have no focus of their own: one order of them serves every place.
    place = (unit.part, ("measure", "mechanism") if asking else unit.room, None, near, room)
    least = _RELATED if unit.grows == "task" else 0.0
    # What the place speaks of needs no other nearness; what is farther comes after it.
    kinds: list[tuple[Shared, float, Callable[[Candidate], bool]]] = [
        ("field", least, comments),
        ("any", least, comments),
    ]
    if not worder.situation.whole_field:
        # A topic that is the whole field speaks of no part of it by itself.
        kinds.insert(0, ("part", least, comments))
    if worder.scorer.speaks_of(unit.about):
        kinds.insert(0, ("part", 0.0, lambda c: written_for(c, unit)))
    for shared, enough, fits in kinds:
        said = worder.free(*place, passage=False, least=enough, suits=fits, shared=shared)
        if said:
            return said
    return []


def _single(c: Candidate) -> bool:
    """What comments and is no formula: those have a step of their own."""
    return comments(c) and not is_assembled(c.pattern)


def _own(c: Candidate) -> bool:
    return c.own and comments(c)


def written_for(c: Candidate, unit: Unit) -> bool:
    """Whether a candidate speaks of a part of the field that the unit's content names."""
    return comments(c) and any(part <= unit.about for part in c.about)


def frames_of(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """The sentences by the frame that said them."""
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.pattern)]


def near_of(section: Section, unit: Unit) -> Near:
    """What will stand around the next sentence added to a unit."""
    units = [u for block in section.blocks for u in block.units]
    at = next(i for i, u in enumerate(units) if u is unit)
    before: list[str] = []
    back = at
    while back >= 0 and len(before) < _BEFORE:
        before += [s.text for s in reversed(units[back].sentences)]
        back -= 1
    after = next((units[i].said[0].text for i in range(at + 1, len(units)) if units[i].said), "")
    starts = unit.starts or (section.name == "point" and not before)
    return Near(tuple(before[_BEFORE - 1 :: -1]), after, unit.about, section.scene, starts)


def _trim(plan: Plan, target: int, length: Callable[[], int]) -> None:
    """Drop what carries no fact, from the end, while the plan is too long."""
    over = length() - round(target * (1 + _OVER))
    droppable = [
        u for s in reversed(plan.sections) for b in reversed(s.blocks) for u in reversed(b.units)
        if u.kind == "free" and not u.must and u.said
    ]  # fmt: skip
    for unit in sorted(droppable, key=lambda u: u.part != "points"):
        if over <= 0:
            return
        over -= sum(len(s.text) for s in unit.said)
        unit.said = []
