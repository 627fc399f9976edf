"""Growing a worded plan to the asked length, or trimming it, without saying anything twice.

A paragraph grows from a passage, sentences that belong together, and a sentence or two that go
with it. After a task stands only what concerns that task; after a sentence of the user's comes a
passage that follows it up, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import groupby
from math import inf
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from drafter.drafting.planning.plan import Block, Plan, Section, Unit
from drafter.drafting.setting.matters import spoken_of
from drafter.drafting.stock.shelf import Key
from drafter.drafting.wording.adding import add_beside
from drafter.drafting.wording.beside import block_of
from drafter.drafting.wording.referring import refer_to_topic
from drafter.drafting.wording.saying import close_row, open_points
from drafter.drafting.wording.seats import most_seats
from drafter.drafting.wording.steps import LATE, Step, Ways, ways_of
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence, spoken_length

__all__ = ["fit", "frames_of"]

#: More measures than a task has: what is said of its measures comes before the next rank.
_MANY = 100
#: When what goes on with a task has its comment: after every task has one.
_GOES_ON = 0.005
#: When a task that was come back to has its next comment: after every task has its first ones.
_WAITS = 0.9
#: The shortest sentence worth adding.
_SHORTEST = 16
#: How any task is begun is said where nothing of its field is to be had.
_BARE = 0.004
#: Nearer to the asked length than this share, nothing more is added.
_ENOUGH = 0.01
#: A speech takes to single sayings and to others' formulae only where more than this is wanting.
_WANTING = 0.05
#: How far the last sentence may overshoot.
_OVER = 0.02

#: What of a task names what it deals with.
_NAMED = frozenset({"task", "measures", "further"})
#: The steps that add a passage.
_PASSAGES = frozenset({"passage", "general"})
#: Where nothing was left to choose from in such a step, nothing ever will be: what is written for
#: this place and was not used becomes fewer, its content no more. Of what is shared that goes where
#: the user has no packs: theirs wait for a row of formulae to end.
_LASTING, _SHARED = frozenset({"fitting", "near"}), "shared"


class _Site(Struct):
    """A unit that may grow, and the ways it has left."""

    unit: Unit
    steps: list[Step]


class _Growing(Struct):
    """A section with its places that may grow; ``lack`` is how far it is below its budget.

    ``most`` is how many paragraphs without content of their own may stand in it; ``sites`` is a
    heap: each place stands under the rank of its next step and its number among them.
    """

    section: Section
    sites: list[tuple[float, int, _Site]]
    lack: int
    most: int


def _site(unit: Unit, ways: Ways) -> _Site:
    steps = list(ways[unit.grows])
    if unit.grows == "task":
        # Each measure is worth a word before anything is said in general, and so are goal and
        # owner; every task's first comes before any task's second.
        told = unit.facts.get("measures", unit.facts.get("further"))
        measures = len(told.exact) if told else 0
        measures += ("result" in unit.facts) + ("owner" in unit.facts)
        steps += [Step(n / _MANY, "fitting") for n in range(1, max(measures, 2))]
        if unit.goes_on:
            steps = [replace(step, rank=step.rank + _GOES_ON) for step in steps]
        steps += [] if told or unit.goes_on else [Step(_BARE, "bare")]
        steps.sort(key=_step_rank)
    if unit.is_wish and "why" in unit.room:
        # Among equals what is wished besides has a paragraph of its own.
        steps = [step for step in steps if step.kind not in ("akin", "passage")]
    return _Site(unit, steps[: unit.limit] if unit.grows == "single" else steps)


def fit(plan: Plan, worder: Worder, target: int, most: int, have: int) -> None:
    """Grow or trim the plan, which has so many characters, until it is near ``target``.

    What is written for its matter may go on until it is near ``most``.
    """
    have = _trim(plan, target, have)
    genre = worder.situation.genre
    ways = ways_of(genre)
    worder.scorer.count(0)
    growing = [_growing(s, ways, most_seats(s, genre)) for s in plan.sections]
    if genre.formal:
        # No task is left with what the brief says of it while others have two remarks.
        have = _grow(growing, ways, worder, target, have, 1 / _MANY)
    have = _grow(growing, ways, worder, most, have, LATE)
    if _is_short(target, have) and worder.situation.area is not None:
        # What was spared of the field for other drafts comes before what goes with any work.
        worder.scorer.relent()
        again = [_reopened(g, ways) for g in growing]
        have = _grow(again, ways, worder, target, have, LATE)
        growing = [*growing, *again]
    have = _grow(growing, ways, worder, target, have)
    freed = sum([close_row(b) for s in plan.sections for b in s.blocks])
    freed += refer_to_topic(plan, worder)
    if freed:
        have = _grow(growing, ways, worder, target, have - freed)
    if _is_short(target, have):
        have += open_points(plan, worder, target - have + int(_OVER * target))
        worder.scorer.relent()
        # What was spared for other drafts fills this one, with what goes with it.
        _grow([_reopened(g, ways) for g in growing], ways, worder, target, have)
    refer_to_topic(plan, worder)


def _is_short(target: int, have: int) -> bool:
    return target - have >= max(_SHORTEST, _ENOUGH * target)


def _grow(
    growing: Sequence[_Growing],
    ways: Ways,
    worder: Worder,
    target: int,
    have: int,
    before: float = inf,
) -> int:
    """Grow the sections while something is wanting and can be said; how long all is then.

    Only by steps ``before`` a rank.
    """
    # Where no length was asked for, none is wanting.
    wanting = _WANTING * target if worder.situation.brief.target else target
    open_ = [g for g in growing if g.sites and g.sites[0][0] < before]
    while open_ and _is_short(target, have):
        # The place that comes first in the section that is furthest below its budget.
        place = max(open_, key=_lack)
        _, number, site = heappop(place.sites)
        step = site.steps.pop(0)
        if step.kind == "again":
            _seat_after(site.unit, place, ways)
        elif step.kind not in ("saying", "formula") or target - have >= wanting:
            # A sentence that would overshoot is no use; the last one may by a hair.
            most = target - have + int(_OVER * target)
            said = _take(step, site, place, worder, most)
            have += said
            place.lack -= said
        if site.steps:
            heappush(place.sites, (site.steps[0].rank, number, site))
        if not place.sites or place.sites[0][0] >= before:
            open_ = [g for g in open_ if g is not place]
    return have


def _take(step: Step, site: _Site, place: _Growing, worder: Worder, most: int) -> int:
    """Take a step of at most so many characters; how many were added."""
    offered = worder.scorer.offered
    added = add_beside(worder, place.section, site.unit, step.kind, most)
    if added:
        unit = site.unit
        if step.kind == "general" and unit.grows == "seat":
            site.steps.insert(0, replace(step, kind="again"))
        if step.kind in _PASSAGES and unit.grows == "follow" and added[0].move != "follow":
            unit = _apart(unit, place.section)
        elif step.kind == "passage" and unit.besides:
            # Its own place is left to what goes with any: a task has one such passage, not all.
            unit, added = _to_its_task(worder, place.section, unit, added)
        unit.grown += added
        if step.kind == "echo":
            # That is the comment it has; what a task's measures ask for waits for the others'.
            waits = [Step(_WAITS, "fitting")] if site.unit.grows == "task" else []
            site.steps = [s for s in site.steps if s.kind != "fitting" or s.rank > step.rank]
            site.steps = sorted(site.steps + waits, key=_step_rank)
        return sum([len(s.text) for s in added])
    lasts = step.kind in _LASTING or (step.kind == _SHARED and not worder.shelf.has_own)
    if lasts and offered == worder.scorer.offered:
        site.steps = [left for left in site.steps if left.kind != step.kind]
    return 0


def _to_its_task(
    worder: Worder, section: Section, unit: Unit, added: list[Sentence]
) -> tuple[Unit, list[Sentence]]:
    """Where a passage for what comes after counted tasks belongs, and what of it stands there.

    One that was written for a thing which a single task speaks of goes behind that task, without
    the words that lead on to other work.
    """
    said = [s for s in added if s.move != "besides"]
    written = worder.shelf.parts_of(said[0].pattern or "") if said else frozenset()
    tasks = _tasks_in(section)
    own = [parts for parts in tasks if any(_speaks_of(written, u, worder) for u in parts)]
    if len(own) != 1 or len(tasks) == 1:
        return unit, added
    # Behind the last of its measures the whole of a task is spoken of.
    told = ([u for u in own[0] if not _NAMED.isdisjoint(u.facts)] or own[0])[-1]
    return (told, said) if len(told.grown) < told.limit else (unit, added)


def _tasks_in(section: Section) -> list[list[Unit]]:
    """The tasks of a section, each as the units that tell it."""
    tasks: list[list[Unit]] = []
    for unit in section.units():
        if unit.goes_on and unit.grows == "task":
            tasks[-1].append(unit)
        elif unit.grows == "task":
            tasks.append([unit])
    return tasks


def _speaks_of(written: frozenset[Key], task: Unit, worder: Worder) -> bool:
    return not written.isdisjoint(worder.shelf.parts_in(_spoken_by(task)))


def _spoken_by(task: Unit) -> frozenset[str]:
    """What a task and its measures speak of, whatever of it has been commented on."""
    named = [e for name, fact in task.facts.items() if name in _NAMED for e in fact.exact]
    return spoken_of("，".join(named))


def _apart(unit: Unit, section: Section) -> Unit:
    """A paragraph behind the user's sentence for what does not speak of it."""
    behind = Unit("seat", unit.part, unit.moves, unit.focus, room=unit.room)
    section.blocks.insert(block_of(section, unit) + 1, Block("body", [behind]))
    return behind


_lack = attrgetter("lack")


def _waiting(sites: Iterable[_Site]) -> list[tuple[float, int, _Site]]:
    """Those that have steps, as a heap."""
    waiting = [(s.steps[0].rank, number, s) for number, s in enumerate(sites) if s.steps]
    heapify(waiting)
    return waiting


_step_rank = attrgetter("rank")


def _growing(section: Section, ways: Ways, most: int) -> _Growing:
    sites = _waiting(_site(u, ways) for u in _open_units(section, most))
    return _Growing(section, sites, section.budget - section.length, most)


def _open_units(section: Section, most: int) -> list[Unit]:
    """The units of a section beside which something may be said."""
    units = section.units()
    seats = [u for u in units if u.grows == "seat"]
    shut = set(map(id, seats[most:]))
    units = [u for u in units if id(u) not in shut]
    return [u for u in units if u.room and u.limit and (u.said or u.kind == "seat")]


def _reopened(place: _Growing, ways: Ways) -> _Growing:
    """The section with its places that did not grow, and more paragraphs beside those that did."""
    again = [step for step in ways["seat"] if step.kind == "again"]
    units = _open_units(place.section, place.most)
    sites = [_site(u, ways) for u in units if not u.grown]
    sites += [_Site(u, again.copy()) for u in units if u.grown and u.grows == "seat"]
    return _Growing(place.section, _waiting(sites), place.lack, place.most)


def _seat_after(old: Unit, place: _Growing, ways: Ways) -> None:
    """One more paragraph in a point that still has something to say."""
    section = place.section
    units = section.units()
    seats = [u.grows for u in units].count("seat")
    # A seat that could not be filled shows that its moves have nothing left.
    if not old.grown or seats >= place.most:
        return
    unit = replace(old, said=[], grown=[], besides=False)
    section.blocks.insert(block_of(section, old) + 1, Block("body", [unit]))
    site = _site(unit, ways)
    # The number of units grows with each: the newest comes after all of its rank.
    heappush(place.sites, (site.steps[0].rank, len(units) + 1, site))


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
