"""Leading on: how the paragraphs of a point that tell no fact go on from one another.

Each of them could stand anywhere. Heard in a row without a word between they are one sudden
beginning after another, so reasons come before what is to be done, that before what lasts; what
has most to do with the paragraph before comes next, and words of a speaker say how it goes on
(首先、其次、最后; 还要看到; 着眼长远).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile, groupby, pairwise
from operator import itemgetter
from typing import Any

from msgspec.structs import replace

from drafter.drafting.planning.plan import Block, Plan, Section
from drafter.drafting.setting.situation import Situation, roll
from drafter.drafting.setting.terms import runs_within
from drafter.drafting.stock.assembling import made_of_formulae
from drafter.resources import read_data
from drafter.speech import Sentence, spoken_length
from drafter.text.numerals import chinese

__all__ = ["in_sequence", "lead_on"]

#: So many paragraphs that say what to do can be told by ordinals, in so many points of a speech.
_COUNTED, _POINTS = range(3, 6), 2
#: What only leads on.
_LEADS = ("besides", "transition")
#: Where a speech may leave them uncounted, it does in one of so many points.
_BARE = 3
#: Paragraphs that have so many runs of three characters in common go on from one another without
#: a word.
_AKIN, _RUN = 2, 3
#: Of so many sentences it is kept with which words they begin: they come in draft after draft.
_LOOKED_AT = 1024
#: In what order the kinds of paragraphs come, by the move of what they say first.
_REASONS, _DOINGS, _LASTING = range(3)
_KINDS = {"why": _REASONS, "achievement": _REASONS, "problem": _REASONS, "lesson": _REASONS}
_KINDS |= {"mechanism": _LASTING}


def in_sequence(section: Section) -> None:
    """Put paragraphs that stand in a row and tell no fact in the order of a train of thought.

    Reasons, what to do, what lasts; within each, what has most in common with the one before.
    """
    blocks: list[Block] = []
    for idle, row in groupby(section.blocks, key=_is_idle):
        told = list(row)
        blocks += _sequence(told) if idle else told
    section.blocks = blocks


def lead_on(plan: Plan, situation: Situation, room: int) -> int:
    """Begin such paragraphs with words that lead on, within ``room`` characters; gives the rest.

    Only where the speaker says to listeners what is to be done, under headings, and no pupils or
    villagers.
    """
    genre = situation.genre
    if not (situation.directive and genre.duties and (genre.formal or genre.mined)):
        return room
    turn, counted = roll(situation.seed, "leading"), 0
    for section in plan.points:
        if not section.blocks or section.blocks[0].role != "heading":
            continue
        idle = [list(row) for is_idle, row in groupby(section.blocks, key=_is_idle) if is_idle]
        for kind, row in ((k, list(r)) for run in idle for k, r in groupby(run, key=_kind)):
            turn += 1
            begun = _besides(row[0])
            counts = kind == _DOINGS and len(row) in _COUNTED and counted < _POINTS
            counts &= genre.formal and (begun or turn % _BARE > 0)
            # （一）（二） behind 首先、其次 would be two lists of one point.
            counts &= not any(block.heads_task for block in section.blocks)
            counts = counts and all(_takes(block, "unmarked") for block in row)
            marks = situation.allowed(_ways()["ordinals"].get(str(len(row)), ()))
            counts = counts and len(marks) == len(row)
            if counts:
                lead = "" if begun else _lead(section, row, situation, turn)
                if begun or lead:
                    used = _count(row, lead, room)
                    counted += used > 0
                    room -= used
                    continue
            # 着眼长远 leads to no tasks.
            joined = min(kind, _DOINGS) if _is_before_tasks(row[0], section) else kind
            room -= _join(row, joined, situation, turn, room)
    return room


def _is_before_tasks(block: Block, section: Section) -> bool:
    """Whether counted tasks come behind a paragraph."""
    behind = dropwhile(lambda b: b is not block, section.blocks)
    return any(b.heads_task for b in behind)


def _is_idle(block: Block) -> bool:
    """Whether a paragraph of the body begins with what tells no fact."""
    if block.role != "body" or not block.units or block.units[0].kind != "seat":
        return False
    return any(unit.said or unit.grown for unit in block.units)


def _kind(block: Block) -> int:
    first = _first(block)
    kind = _KINDS.get(first.move or "", _DOINGS)
    return _LASTING if kind == _DOINGS and _begins("last", first.text) else kind


@lru_cache(_LOOKED_AT)
def _begins(which: str, text: str) -> bool:
    """Whether a text begins with one of the words so named in the data."""
    return re.match(_ways()[which], text) is not None


def _shared(block: Block, before: Block) -> int:
    """How many runs of three characters two paragraphs have in common."""
    return len(_runs(block.text) & _runs(before.text))


def _runs(text: str) -> frozenset[str]:
    return runs_within(text, _RUN)


def _besides(block: Block) -> bool:
    """Whether a paragraph begins with what leads on from tasks that were counted."""
    return block.sentences[0].move == "besides"


def _first(block: Block) -> Sentence:
    """What a paragraph says first of its own."""
    said = block.sentences
    return said[0] if _is_own(said[0]) else next(filter(_is_own, said), said[0])


def _is_own(sentence: Sentence) -> bool:
    """Whether it does not only lead on from counted tasks or from another point."""
    return sentence.move not in _LEADS


def _sequence(row: Sequence[Block]) -> list[Block]:
    """The paragraphs by kind, then each behind the one it has most in common with.

    What leads on from counted tasks stays first. Formulae were chosen so that none is built like
    the one before: their paragraphs keep their order.
    """
    if sum(any(made_of_formulae(s.pattern) for s in block.sentences) for block in row) > 1:
        return list(row)
    first = int(_besides(row[0]))
    out = list(row[:first])
    left = [(_kind(block), _runs(block.text), block) for block in row[first:]]
    left.sort(key=itemgetter(0))
    said = _runs(out[0].text) if out else frozenset[str]()
    while left:
        kind = left[0][0]
        among = (one for one in left if one[0] == kind)
        nearest = max(among, key=lambda one: len(one[1] & said))
        left.remove(nearest)
        said = nearest[1]
        out.append(nearest[2])
    return out


def _takes(block: Block, which: str) -> bool:
    """Whether a paragraph can begin with a word that leads on: it has none and asks nothing."""
    text = _first(block).text
    return not _begins(which, text) and "？" not in text


def _lead(section: Section, row: Sequence[Block], situation: Situation, turn: int) -> str:
    """What announces paragraphs that are told by ordinals; empty where the point has no words."""
    behind = row[0] is not section.blocks[1]
    ways = _ways()["leads"].get(section.focus, {}).get("behind" if behind else "first", [])
    ways = situation.allowed(ways)
    count = chinese(len(row))
    return ways[turn % len(ways)].format(count) if ways else ""


def _count(row: Sequence[Block], lead: str, room: int) -> int:
    """Mark paragraphs by ordinals, the first behind what announces them; how much that takes."""
    marks = _ways()["ordinals"][str(len(row))]
    takes = spoken_length(lead) + sum(map(len, marks))
    if takes > room:
        return 0
    for block, mark in zip(row, marks, strict=True):
        _mark(block, mark)
    if lead:
        row[0].units[0].grown.insert(0, Sentence(lead, "lead", "data/wording", "authored"))
    return takes


def _join(row: Sequence[Block], kind: int, situation: Situation, turn: int, room: int) -> int:
    """Begin paragraphs that go on from nothing with a word that does; what that takes.

    No two in a row have one.
    """
    joins = _ways()["joins"]
    ways = joins["reasons" if kind == _REASONS else "doings"]
    used, last = 0, -2
    if kind == _LASTING and _takes(row[0], "unlasting"):
        used += _marked(row[0], joins["lasting"], situation, turn, room)
        last = 0 if used else last
    which = "unseen" if kind == _REASONS else "unmarked"
    for number, (before, block) in enumerate(pairwise(row), 1):
        if number - last > 1 and _takes(block, which) and _shared(block, before) < _AKIN:
            used += _marked(block, ways, situation, turn + number // 2, room - used)
            last = number
    return used


def _marked(block: Block, ways: list[str], situation: Situation, turn: int, room: int) -> int:
    ways = situation.allowed(ways)
    mark = ways[turn % len(ways)] if ways else ""
    if len(mark) > room:
        return 0
    _mark(block, mark)
    return len(mark)


def _mark(block: Block, mark: str) -> None:
    """Begin what a paragraph says of its own with a word that leads on to it."""
    first = _first(block)
    for unit in block.units:
        for told in (unit.said, unit.grown):
            for place, sentence in enumerate(told):
                if sentence is first:
                    told[place] = replace(sentence, text=mark + sentence.text)
                    return


def _ways() -> dict[str, Any]:
    ways: dict[str, Any] = read_data("wording.yaml")["leading"]
    return ways
