"""Evidence: the achievements and problems of a brief laid into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.drafting.planning.account import MOST, account_of
from drafter.drafting.planning.plan import Block, Kind, Unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.together import people_in
from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.matters import spoken_of
from drafter.drafting.setting.user_words import as_clause, as_sentence, is_single, join_clauses
from drafter.resources import read_data
from drafter.text.numerals import chinese

__all__ = ["Manner", "hold_up", "lay_evidence", "lay_review", "with_named"]

#: So many achievements or problems make a list, of clauses up to this length.
_LIST, _MEMBER = 3, 45
#: Two up to this length together are said in one breath.
_PAIR = 44


class Manner(Struct, frozen=True):
    """How a speech tells its results: whether its points are ``numbered`` and it counts things.

    ``praised`` are those of others, not of the speaker; no thing is told from another by words of
    the ``topic``; the ``seed`` decides among ways to say it.
    """

    numbered: bool = True
    praised: bool = True
    topic: str = ""
    seed: int = 0


def hold_up(points: Sequence[PointPlan], *, beside: bool = False) -> None:
    """Tell what somebody did (驾驶员周宏救了老人) where lessons are drawn that have no deed yet.

    Among figures it is a line of a list; held up it can be learnt from. Some achievements stay.
    Where lessons have content of their own, or none are drawn, it is held up ``beside`` the
    figures, if whoever speaks has deeds to praise.
    """
    home = next((p for p in points if p.achievements and p.focus in ("成绩", "认识")), None)
    lessons = next((p for p in points if p.focus == "启示"), None)
    if home is None:
        return
    deeds = [t for t in home.achievements if _names_somebody(t)]
    rest = [t for t in home.achievements if t not in deeds]
    if not deeds:
        return
    if lessons is not None and not lessons.items and rest and home.focus == "成绩":
        lessons.items, lessons.field = [as_sentence(t) for t in deeds], "成绩"
    elif beside and not _goes_on(deeds, home.achievements):
        home.have([*(told := [as_sentence(t) for t in deeds]), *home.items])
        home.held.update(told)
    else:
        return
    home.achievements = rest


def _goes_on(deeds: Sequence[str], achievements: Sequence[str]) -> bool:
    """Whether what stands behind a deed is of the same person: he is named first."""
    of_one = len(achievements) > 1 and achievements[0] == deeds[0]
    return of_one or any("他" in text or "她" in text for text in achievements)


def _names_somebody(text: str) -> bool:
    called = re.search(read_data("wording.yaml")["somebody_did"], text)
    return called is not None or bool(people_in(text))


def with_named(point: PointPlan, bare: str) -> PointPlan:
    """The point with the clauses that only name a problem among its problems: they want a frame."""
    named = [i for i in point.items if isinstance(i, str) and re.search(bare, as_clause(i))]
    problems = list(dict.fromkeys([*point.problems, *map(as_clause, named)]))
    if not named or len(named) < len(point.items):
        return point
    return replace(point, items=[], problems=problems)


def lay_review(review: PointPlan, manner: Manner) -> list[Block]:
    """Achievements and problems that stand before the points, each as a paragraph."""
    blocks = lay_evidence(review, manner)
    for block in blocks:
        block.role = "opening"
    return blocks


def lay_evidence(point: PointPlan, manner: Manner) -> list[Block]:
    """What was achieved and what is wanting, each as a paragraph."""
    blocks: list[Block] = []
    for clauses, move, field in (
        (point.achievements, "achievement", "成绩"),
        (point.problems, "problem", "问题"),
    ):
        if clauses:
            blocks.append(Block("body", _evidence_units(clauses, move, field, manner)))
    if blocks:
        blocks[0].units[0].starts = True
    if len(blocks) > 1:
        blocks[1].units[0].turns = True
    return blocks


def _evidence_units(clauses: Sequence[str], move: str, field: str, manner: Manner) -> list[Unit]:
    """Achievements or problems: a few go through frames, more are told after a lead.

    Achievements are an account, as long as they are not too many, problems 一是…；二是…. Where
    nothing is numbered they are told one after another, and nothing is said between them.
    """
    units: list[Unit]
    numbered = manner.numbered
    if len(clauses) >= _LIST and all(is_single(c) and len(c) <= _MEMBER for c in clauses):
        if numbered and move == "achievement" and len(clauses) <= MOST:
            return _accounted(clauses, move, field, manner)
        count = len(clauses) if numbered else 0
        lead = Unit("free", "points", (move, "lead"), field, count=count, intro=True, must=True)
        units = [lead, *(_listed(i, c, move, field) for i, c in enumerate(clauses, 1))]
        if not numbered:
            for unit, clause in zip(units[1:], clauses, strict=True):
                unit.text, unit.limit = f"{clause}。", 0
            units[-1].limit = 1
    else:
        facts = _told_apart(clauses, move, field)
        # What one of them means is said beside it, not behind the last.
        units = [
            _of_evidence("tell", move, field, facts={move: f}, about=spoken_of("，".join(f.exact)))
            for f in facts
        ]
    units[-1].grows = "evidence"
    if move == "problem":
        # Behind them it is said how they are set right, not once more that there are some.
        units[-1].room = ("problem", "summary")
    return units


def _accounted(clauses: Sequence[str], move: str, field: str, manner: Manner) -> list[Unit]:
    """Achievements as one account: what leads up to it, its sentences, to whom they are owed.

    Some have room for what they mean; reports had gone on to general words on method instead.
    """
    told = account_of(clauses, topic=manner.topic, praised=manner.praised, seed=manner.seed)
    units = [
        _of_evidence("verbatim", move, field, text=text, fields=(field,), about=spoken_of(text))
        for text in told
    ]
    # The last tells what came of it all: there is a word on it, and on no two in a row.
    for unit in units[-2::-2]:
        unit.grows, unit.room, unit.limit = "single", (), 0
    return [
        Unit("free", "points", ("lead",), field, intro=True, must=True),
        *units,
        Unit("free", "points", ("credit",), field),
    ]


def _listed(number: int, clause: str, move: str, field: str) -> Unit:
    """An achievement or problem of a list, with room to say what it means."""
    text = f"{chinese(number)}是{clause}。"
    return _of_evidence(
        "verbatim", move, field, text=text, fields=(field,), about=spoken_of(clause)
    )


def _of_evidence(kind: Kind, move: str, field: str, **more: Any) -> Unit:
    return Unit(
        kind, "points", (move,), field, must=True, room=(move,), limit=1, grows="item", **more
    )


def _told_apart(clauses: Sequence[str], move: str, field: str) -> list[Fact]:
    """A fact for each clause; two short ones are one, or each would get a comment of its own."""
    together = join_clauses(list(clauses))
    if len(clauses) == 2 and len(together) <= _PAIR and is_single(together):
        return [Fact(move, {move: together}, tuple(clauses), field)]
    return [Fact(move, {move: c} if _takes_praise(c) else {}, (c,), field) for c in clauses]


def _takes_praise(clause: str) -> bool:
    """Whether it can go on from words of praise or blame.

    What there is (设床位120张), what the speaker tells of himself and what somebody did is told,
    not praised: nobody wears out two motorbikes thanks to those who listen.
    """
    standing = read_data("wording.yaml")["standing"]
    return is_single(clause) and not re.search(standing, clause) and not _names_somebody(clause)


def standing_apart(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The paragraphs on what there is, and the others: how large it is comes before what it did.

    The school that has 52 majors is told before the prizes its students won.
    """
    cue = read_data("wording.yaml")["there_is"]
    apart = [any(re.search(cue, u.text) for u in block.units[:1]) for block in blocks]
    paired = list(zip(blocks, apart, strict=True))
    return [b for b, stands in paired if stands], [b for b, stands in paired if not stands]
