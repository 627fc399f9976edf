"""A point laid into paragraphs: what opens it, its evidence, its content, what closes it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from drafter.brief.model import Task
from drafter.drafting.planning.content import ASKED, lay_content
from drafter.drafting.planning.evidence import Manner, lay_evidence, standing_apart, with_named
from drafter.drafting.planning.plan import Block, Section, Unit, free_unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.rules import KEEPING, is_of_rules
from drafter.drafting.setting.terms import content_of
from drafter.resources import read_data

__all__ = ["Ground", "has_mechanisms", "lay_point"]

#: A point of this many characters can open with a passage.
_AMPLE = 240


class Ground(Struct, frozen=True):
    """What a point is laid on: its ``manner``, and its ``share``, about how many characters it has.

    ``lasting`` says whether mechanisms stand here and not in a later point; ``answered`` whether a
    later point says what is to be done about what this one shows. A ``formal`` speech comes to the
    matter with the user's own sentence, where a point begins with one: what is said of any work
    comes after. Among ``equals`` results and problems are followed by why they matter to those
    present.
    """

    manner: Manner
    share: int
    lasting: bool = True
    answered: bool = False
    formal: bool = False
    equals: bool = False

    @property
    def directive(self) -> bool:
        """Whether the speaker may ask something of the listeners: it is their work he tells of."""
        return self.manner.praised


def lay_point(point: PointPlan, ground: Ground) -> Section:
    """The section of one point.

    What tells a task from the others are its words that are not those of the topic; longer words
    that hold it do (普查员).
    """
    ways, directive = read_data("focuses.yaml")[point.focus], ground.directive
    if ground.equals and "bare" in ways:
        point = with_named(point, ways["bare"])
    things = len(point.achievements) + len(point.problems) + len(point.items)
    section = Section("point", focus=point.focus, weight=point.weight, things=things)
    support = _support(point, ways, directive, ground.answered)
    ruled = directive and is_of_rules(point.items, point.focus)
    if ruled:
        support = (KEEPING,)
    evidence = lay_evidence(point, ground.manner)
    itself = _begins_itself(point, ground)
    front = Block("body", [] if itself else _front(point, ways, ground, bool(evidence)))
    # What announces the tasks stands right before them.
    lead = Block("body") if evidence and not _proves(point, ways) else front
    content = lay_content(point, ground.manner, ground.share, support, lead)
    seats = _seats(point, ways, support, ground)
    for unit in (u for block in seats for u in block.units if ruled and u.room != support):
        unit.grows, unit.room = "spare", (*unit.room, ASKED)
    if seats and any(u.count for block in (lead, front) for u in block.units):
        # What comes after the tasks that were counted is none of them, and says so.
        seats[0].units[0].besides = True
    told = [lead, *content] if lead is not front else content
    ordered = _in_order(point, ways, ground, told, evidence, seats)
    # What results are worth is said behind the results.
    told_first = point.focus == "成绩" and bool(evidence) and ordered[0] is evidence[0]
    section.blocks += [ordered[0], front, *ordered[1:]] if told_first else [front, *ordered]
    if itself and not (point.focus == "成绩" and point.achievements):  # deeds are results as well
        _open_with(point.items[0], section)
    section.blocks += [] if ruled else _summary(point, ways, directive)
    for unit in section.units():
        if unit.grows == "task":
            unit.about -= content_of(ground.manner.topic)
    return section


def _begins_itself(point: PointPlan, ground: Ground) -> bool:
    """Whether a point comes to the matter with the user's own sentence."""
    own = bool(point.items) and isinstance(point.items[0], str)
    return ground.formal and own and not point.is_of_problems


def _proves(point: PointPlan, ways: dict[str, Any]) -> bool:
    """Whether its evidence comes last: what is wanting leads on to the next point.

    What was done is proof that reasons go on from.
    """
    return ways.get("evidence") == "last" and bool(point.problems) and not point.is_of_problems


def _in_order(
    point: PointPlan,
    ways: dict[str, Any],
    ground: Ground,
    told: list[Block],
    evidence: list[Block],
    seats: list[Block],
) -> list[Block]:
    """The paragraphs behind what opens the point, in the order in which they are told."""
    if _turns_last(point):
        # Among what was achieved stands what somebody did for it: what is wanting comes after both.
        return [*evidence[:-1], *told, *seats, evidence[-1]]
    if _proves(point, ways):
        return [*told, *seats, *evidence]
    if _begins_itself(point, ground) and all(isinstance(i, str) for i in point.items):
        # What the user has to say first is told whole: what was done and is wanting comes after it.
        return [*told, *evidence, *seats]
    given, told = standing_apart(told) if evidence and not ground.formal else ([], told)
    for unit in (u for block in given for u in block.units):
        unit.limit = 0  # there is nothing to say of how large something is
    return [*given, *evidence, *told, *seats]


def _turns_last(point: PointPlan) -> bool:
    """Whether a point on results has problems too, and sentences that are neither."""
    return point.focus == "成绩" and all((point.achievements, point.problems, point.items))


def _open_with(sentence: Task | str, section: Section) -> None:
    """Put the paragraph that the user's sentence begins first."""
    own = next(b for b in section.blocks if any(u.text == sentence for u in b.units))
    section.blocks.remove(own)
    section.blocks.insert(0, own)


def _summary(point: PointPlan, ways: dict[str, Any], directive: bool) -> list[Block]:
    """The paragraph for what the point comes to; none where its focus has none.

    What is wanting is no achievement to be glad of. Who reports or gives thanks draws no general
    conclusions, only those of the point.
    """
    ends_wanting = point.focus == "成绩" and bool(point.problems)
    if "summary" not in ways["tail"] or ends_wanting:
        return []
    pointed = not directive or "pointed" in ways
    return [Block("body", [free_unit(point.focus, "summary", pointed=pointed)])]


def _support(
    point: PointPlan, ways: dict[str, Any], directive: bool, answered: bool
) -> tuple[str, ...]:
    """The moves that follow each piece of content.

    Measures wait for the point of tasks: between problems they would come before the user's own.
    """
    own = point.arc.support if point.arc else ()
    support = own or tuple(ways["support"])
    if answered and not own and not has_mechanisms(point):
        support = tuple(m for m in support if m != "measure")
    if directive or own:
        return support
    # Where nothing may be asked, pledges and reasons stand in for measures.
    pledges = ("pledge",) if "unasked" in ways else ()
    return tuple(dict.fromkeys((*support, *pledges, "why")))


def has_mechanisms(point: PointPlan) -> bool:
    """Whether a point of this focus ends in what mechanisms there are to be."""
    return "mechanism" in read_data("focuses.yaml")[point.focus]["tail"]


def _front(point: PointPlan, ways: dict[str, Any], ground: Ground, evident: bool) -> list[Unit]:
    """What opens the point: a passage where there is room for one.

    What announces a number of things (lead) is put before them, not here; nor is what leads up to
    achievements or problems where they have their own paragraph (``evident``). Under a heading of
    the user's nothing general comes before what is to be done; where something is asked of those
    who listen they do not hear words for any work first.
    """
    about = content_of("，".join([point.heading or "", *_texts(point)[:2]]))
    more = {
        "opens": not evident,
        "backbone": ground.share >= _AMPLE,
        "bound": bool(point.heading and point.items) and point.focus == "任务",
        "spared": ground.directive and bool(point.items),
    }
    return [free_unit(point.focus, move, about=about, **more) for move in ways["front"]]


def _texts(point: PointPlan) -> list[str]:
    """What a point says; where it only looks back, the problems before the achievements."""
    said = [i if isinstance(i, str) else i.task for i in point.items]
    return said or [*point.problems, *point.achievements] or point.wanting


def _seats(
    point: PointPlan, ways: dict[str, Any], support: tuple[str, ...], ground: Ground
) -> list[Block]:
    """Paragraphs the length may fill."""
    formal = ground.formal
    tail = tuple(m for m in ways["tail"] if m != "summary" and ground.lasting)
    seats = [Block("body", [_seat(point, room, formal)]) for room in (support, tail) if room]
    if ground.equals and "reasons" in ways:
        for unit in seats[0].units:
            unit.room = unit.moves = tuple(dict.fromkeys((*unit.room, "why")))
        seats.append(Block("body", [_seat(point, ("why",), formal, ways["reasons"])]))
    return seats


def _seat(point: PointPlan, room: tuple[str, ...], formal: bool, focus: str = "") -> Unit:
    """A paragraph that takes what the ``room`` says, of the point's focus or another."""
    # Beside what is to be done stands what speaks of it, after problems what such come from, among
    # results what such are worth. Why all of it matters is nothing that one sentence of it names.
    items = [] if room == ("why",) else _texts(point)
    if formal and (tasks := [i.task for i in point.items if isinstance(i, Task)]):
        # Beside tasks a sentence that mentions cleaners is not about cleaning: what is to be said
        # of it stands in its own paragraph.
        items = [text for text in items if text in tasks]
    told = items if point.items else point.problems or point.achievements or point.wanting
    if items and not formal:  # what came of the work stands beside what was done for it
        told = [*items, *point.problems, *point.achievements]
    about = content_of("，".join([point.heading or "", *told]))
    focus = focus or point.focus
    return Unit("seat", "points", room, focus, about=about, room=room, limit=4, grows="seat")
