"""The budget: how long a speech can be, what each point gets of it, and what is missing.

Length is shared among the points by the genre's weights and by what each has to carry. A speech
grows only as far as its content bears: a few sentences for each fact, and not beyond.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.drafting.draft import Shortfall
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.situation import Situation

__all__ = ["bearable", "level_out", "natural_length", "share_out", "shortfall_of"]

#: A speech is on target within this share of the asked length.
TOLERANCE = 0.05
#: Characters that content bears: for each of its own, for each thing it names (a sentence or two
#: can be said about it), and for the occasion itself.
_BEARS, _EACH, _BASE = 6.0, 45, 1200
_NATURAL_BEARS, _NATURAL_BASE = 2.2, 600
#: What each character of content brings with it where there is room.
_CARRIES = 3.0
#: What is said of each thing, and the most of a speech that is shared out by content.
_COMMENT, _OWN = 40, 0.65
#: No point gets less than this much of an even share: one of a sentence is no point.
_LEAST = 0.6


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

    The less content there is for the length the more the weights decide, or the only sentence of
    a thin brief would draw the whole speech to its point.
    """
    weights = sum(p.weight for p in points) or 1
    masses = [p.mass + _COMMENT * p.things for p in points]
    total = sum(masses) or 1
    own = min(_OWN, _CARRIES * sum([p.mass for p in points]) / max(length, 1))
    least = _LEAST / max(len(points), 1)
    parts = [
        max(least, p.weight / weights * (1 - own) + mass / total * own)
        for p, mass in zip(points, masses, strict=True)
    ]
    return [round(length * part / sum(parts)) for part in parts]


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


def shortfall_of(situation: Situation, points: list[PointPlan], have: int) -> Shortfall | None:
    """What to add to the brief where the speech is shorter than asked; None where it is not."""
    asked = situation.brief.target
    if asked is None or have >= asked * (1 - TOLERANCE):
        return None
    return Shortfall(asked, have, tuple(_wanting(situation, points)))


def _wanting(situation: Situation, points: list[PointPlan]) -> Iterator[str]:
    """Fields that would lengthen a speech of this genre, the most useful first.

    One more task is worth a paragraph; a field of work, where none shows, brings what its packs
    have to say of any task.
    """
    brief, genre = situation.brief, situation.genre
    tasks = [i for p in points for i in p.items if not isinstance(i, str)]
    yield "要点.内容" if brief.points else "要点"
    if any(not t.measures for t in tasks):
        yield "要点.内容.措施"
    if genre.area and situation.area is None:
        yield "主题.领域"
    told = {f for arc in genre.points for f in arc.fields}
    opens = {step.move for steps in genre.opening for step in steps}
    for path, given, said in (
        ("问题", brief.problems, "问题" in told),
        ("成绩", brief.achievements, "成绩" in told),
        ("议程", brief.agenda, "review" in opens or bool(genre.agenda)),
        ("依据", brief.basis, "basis" in opens),
    ):
        if said and not given:
            yield path
    if any(not t.goal for t in tasks):
        yield "要点.内容.目标"
    if not brief.closing.goal:
        yield "号召.目标"
    if not brief.closing.message:
        yield "号召.寄语"
