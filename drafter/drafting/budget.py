"""The budget: growing a worded plan to the asked length, or trimming it, without saying twice.

Length is shared among the points by the genre's weights and by what each has to carry. A speech
grows only as far as its content bears: a few sentences for each fact, and not beyond.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.brief.model import Brief
from drafter.drafting.draft import Shortfall
from drafter.drafting.plan import Block, Plan, Section, Unit
from drafter.drafting.planning import PointPlan
from drafter.drafting.scoring import Near
from drafter.drafting.wording import Worder
from drafter.speech import Sentence

__all__ = ["bearable", "fit", "level_out", "natural_length", "near_of", "share_out", "shortfall_of"]

#: A speech is on target within this share of the asked length.
TOLERANCE = 0.05
#: Characters that content bears: for each of its own, and for the occasion itself.
_BEARS, _BASE = 6.0, 1200
_NATURAL_BEARS, _NATURAL_BASE = 2.2, 600
#: So many paragraphs without content of their own may stand in one point.
_SEATS = 5
#: A sentence is heard together with so many before it.
_BEFORE = 2
#: The shortest sentence worth adding.
_SHORTEST = 16
#: How far the last sentence may overshoot.
_OVER = 0.02


def bearable(facts: int) -> int:
    """How long a speech with this much content (characters) can be without hollow talk."""
    return round(_BASE + _BEARS * facts)


def natural_length(usual: int, facts: int) -> int:
    """How long a speech becomes when the brief asks for no length."""
    return round(min(_NATURAL_BASE + _NATURAL_BEARS * facts, max(usual, 1.4 * facts)))


def share_out(points: list[PointPlan], length: int) -> list[int]:
    """The characters each point gets: half by the arc's weights, half by its content."""
    weights = sum(p.weight for p in points) or 1
    masses = sum(p.mass for p in points) or 1
    return [round(length * (p.weight / weights * 0.5 + p.mass / masses * 0.5)) for p in points]


def level_out(shares: list[int], most: list[float]) -> list[int]:
    """The shares with what exceeds ``most`` passed on to the points that can take more."""
    out = [float(min(s, m)) for s, m in zip(shares, most, strict=True)]
    for _ in shares:
        over = sum(shares) - sum(out)
        open_ = [i for i, m in enumerate(most) if m - out[i] > 1]
        if over < 1 or not open_:
            break
        for i in open_:
            out[i] = min(most[i], out[i] + over / len(open_))
    return [round(o) for o in out]


@dataclass(slots=True)
class _Site:
    """A unit that may grow, with its section."""

    section: Section
    unit: Unit
    closed: bool = False

    @property
    def fullness(self) -> float:
        return len(self.unit.grown) / self.unit.limit


def fit(plan: Plan, worder: Worder, target: int, length: Callable[[], int]) -> None:
    """Grow or trim the plan until ``length()`` is near ``target`` characters."""
    _trim(plan, target, length)
    sites = [
        _Site(s, u)
        for s in plan.sections
        for b in s.blocks
        for u in b.units
        if u.room and u.limit and (u.said or u.kind == "seat")
    ]
    lacks = {id(s): s.budget - s.length for s in plan.sections}
    have = length()
    while (room := target - have) >= _SHORTEST:
        site = _neediest(sites, lacks) or _another(plan, sites, lacks)
        if site is None:
            return
        # A sentence that would overshoot is no use; the last one may by a hair.
        added = _grow(site, worder, room + int(_OVER * target))
        if added is None:
            site.closed = True
        else:
            have += len(added.text)
            lacks[id(site.section)] -= len(added.text)


def _neediest(sites: list[_Site], lacks: dict[int, int]) -> _Site | None:
    """The emptiest place in the section that is furthest below its budget."""
    # Places that are full or have nothing left to say do not open again.
    sites[:] = [s for s in sites if not s.closed and len(s.unit.grown) < s.unit.limit]
    if not sites:
        return None
    neediest = max(sites, key=lambda s: lacks[id(s.section)]).section
    return min((s for s in sites if s.section is neediest), key=lambda s: s.fullness)


def _another(plan: Plan, sites: list[_Site], lacks: dict[int, int]) -> _Site | None:
    """One more paragraph in the point that lacks most and still has something to say."""
    for section in sorted(plan.points, key=lambda s: -lacks[id(s)]):
        seats = [(b, u) for b in section.blocks for u in b.units if u.kind == "seat"]
        # A seat that could not be filled shows that its moves have nothing left.
        full = [(b, u) for b, u in seats if len(u.grown) == u.limit]
        if not full or len(seats) >= _SEATS:
            continue
        block, old = full[0]
        unit = replace(old, said=[], grown=[])
        place = next(i for i, b in enumerate(section.blocks) if b is block)
        section.blocks.insert(place, Block("body", [unit]))
        sites.append(_Site(section, unit))
        return sites[-1]
    return None


def _grow(site: _Site, worder: Worder, room: int) -> Sentence | None:
    unit = site.unit
    worder.scorer.count(0)
    sentence = worder.free(unit.part, unit.room, unit.focus, near_of(site.section, unit), room)
    if sentence is not None:
        unit.grown.append(sentence)
    return sentence


def near_of(section: Section, unit: Unit) -> Near:
    """What will stand around the next sentence added to a unit."""
    units = [u for b in section.blocks for u in b.units]
    at = next(i for i, u in enumerate(units) if u is unit)
    before: list[str] = []
    for earlier in units[at::-1]:
        for said in (earlier.grown, earlier.said):
            before.extend(s.text for s in reversed(said))
        if len(before) >= _BEFORE:
            break
    after = next((u.said[0].text for u in units[at + 1 :] if u.said), "")
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


def shortfall_of(brief: Brief, points: list[PointPlan], have: int) -> Shortfall | None:
    """What to add to the brief where the speech is shorter than asked; None where it is not."""
    asked = brief.target
    if asked is None or have >= asked * (1 - TOLERANCE):
        return None
    return Shortfall(asked, have, tuple(_wanting(brief, points)))


def _wanting(brief: Brief, points: list[PointPlan]) -> Iterator[str]:
    """Fields that would lengthen the speech, the most useful first."""
    tasks = [i for p in points for i in p.items if not isinstance(i, str)]
    if not brief.points:
        yield "要点"
    elif any(not p.content for p in brief.points) or not tasks:
        yield "要点.内容"
    if tasks and any(not t.measures for t in tasks):
        yield "要点.内容.措施"
    for path, given in (
        ("问题", brief.problems),
        ("成绩", brief.achievements),
        ("议程", brief.agenda),
        ("依据", brief.basis),
    ):
        if not given:
            yield path
    if tasks and any(not t.goal for t in tasks):
        yield "要点.内容.目标"
    if not brief.topic.area:
        yield "主题.领域"
    if not brief.closing.goal:
        yield "号召.目标"
    if not brief.closing.message:
        yield "号召.寄语"
    if brief.points and tasks and all(p.content for p in brief.points):
        yield "要点.内容"
