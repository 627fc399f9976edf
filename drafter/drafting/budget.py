"""The budget: how long a speech can be, what each point gets of it, and what is missing.

Length is shared among the points by the genre's weights and by what each has to carry. A speech
grows only as far as its content bears: a few sentences for each fact, and not beyond.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.brief.model import Brief
from drafter.drafting.draft import Shortfall
from drafter.drafting.planning import PointPlan

__all__ = ["bearable", "level_out", "natural_length", "share_out", "shortfall_of"]

#: A speech is on target within this share of the asked length.
TOLERANCE = 0.05
#: Characters that content bears: for each of its own, for each thing it names (a sentence or two
#: can be said about it), and for the occasion itself.
_BEARS, _EACH, _BASE = 6.0, 45, 1200
_NATURAL_BEARS, _NATURAL_BASE = 2.2, 600


def bearable(facts: int, things: int) -> int:
    """How long a speech with this much content can be without hollow talk.

    ``facts`` is its characters, ``things`` how many achievements, problems, sentences, tasks and
    measures it names.
    """
    return round(_BASE + _BEARS * facts + _EACH * things)


def natural_length(usual: int, facts: int) -> int:
    """How long a speech becomes when the brief asks for no length."""
    return round(min(_NATURAL_BASE + _NATURAL_BEARS * facts, max(usual, 1.4 * facts)))


def share_out(points: list[PointPlan], length: int) -> list[int]:
    """The characters each point gets: half by the arc's weights, half by its content.

    Where no point has content the weights alone decide.
    """
    weights = sum(p.weight for p in points) or 1
    masses = sum(p.mass for p in points)
    if not masses:
        return [round(length * p.weight / weights) for p in points]
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
