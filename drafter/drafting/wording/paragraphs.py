"""Paragraphs: which come first in a point, and which go on from one another."""

from __future__ import annotations

import re

from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.wording.growing import frames_of
from drafter.resources import read_data

__all__ = ["facts_early", "join_short", "own_together", "sayings_last", "tasks_last"]

#: A paragraph this short does not stand alone.
_SHORT = 40
#: A sentence of the user's longer than this is a paragraph.
_LONG = 60
#: One of so many characters takes in no more.
_FULL = 160
#: Nobody waits for what was done and what is wanting longer than so many paragraphs of reasons.
_REASONS = 2


def sayings_last(section: Section) -> None:
    """Of the paragraphs without content of their own those come first that hold a passage."""
    places = [i for i, b in enumerate(section.blocks) if _has_only_seats(b)]
    seats = sorted((section.blocks[i] for i in places), key=_only_says)
    for place, block in zip(places, seats, strict=True):
        section.blocks[place] = block


def facts_early(section: Section) -> None:
    """What was done and what is wanting stands behind so many paragraphs that tell why, not last.

    Nothing changes where something else than such paragraphs comes between.
    """
    blocks = section.blocks
    facts = [i for i, b in enumerate(blocks) if any(u.grows == "evidence" for u in b.units)]
    reasons = [i for i, b in enumerate(blocks) if b.sentences and _has_only_seats(b)]
    if not facts or len(reasons) <= _REASONS or reasons[-1] > facts[0]:
        return
    place = reasons[_REASONS]
    told = [blocks[i] for i in facts]
    rest = [b for i, b in enumerate(blocks) if i not in facts]
    section.blocks = [*rest[:place], *told, *rest[place:]]


def tasks_last(section: Section) -> None:
    """What is said of the whole of a point stands before its tasks under （一）（二）, not behind.

    Behind the last of them it would be heard as more of that one. What the tasks are announced by
    stays right before them, and what is to last comes last, unless the user has the last word:
    then nothing sums up what he said.
    """
    blocks = section.blocks
    lines = [i for i, b in enumerate(blocks) if b.heads_task]
    if not lines:
        return
    first, behind = lines[0], [b for b in blocks[lines[-1] + 1 :] if b.sentences]
    own = [b for b in behind if not _has_only_seats(b) and b.units[0].moves != ("summary",)]
    if own:
        behind = [b for b in behind if b.units[0].moves != ("summary",)]
    ahead = [b for b in behind if _has_only_seats(b) and not _lasts(b)]
    lasting = [b for b in behind if _has_only_seats(b) and _lasts(b)]
    for unit in (u for b in ahead for u in b.units):
        unit.grown = [s for s in unit.grown if s.move != "besides"]
    before = blocks[:first]
    if ahead:
        before = [*before[:-1], *_parted(before[-1], ahead)]
    rest = [b for b in behind if not _has_only_seats(b)]
    section.blocks = [*before, *blocks[first : lines[-1] + 1], *lasting, *rest]


def _parted(front: Block, ahead: list[Block]) -> list[Block]:
    """The paragraph that opens a point, others, and what announces the tasks, which ended it."""
    at = next((i for i, u in enumerate(front.units) if u.count and u.said), None)
    if at is None:
        return [front, *ahead]
    announced = Block(front.role, front.units[at:])
    front.units = front.units[:at]
    if not front.sentences:
        # What leads over from the point before goes before what is said first now.
        ahead[0].units[0].thread = next((u.thread for u in front.units if u.thread), "")
        return [*ahead, announced]
    return [front, *ahead, announced]


def _lasts(block: Block) -> bool:
    """Whether a paragraph says what is to last."""
    return next((s.move for s in block.sentences if s.move != "besides"), "") == "mechanism"


def own_together(section: Section) -> None:
    """The user's sentences that nothing was said of go on from one another, not between passages.

    One such sentence a paragraph, with a passage on something else on either side, leads nowhere.
    What stands between it and the user's sentence before it comes behind both, unless it is the
    user's own as well.
    """
    blocks: list[Block] = []
    open_: Block | None = None
    for block in section.blocks:
        if open_ is not None and _is_bare(block) and open_.length < _FULL:
            open_.units += block.units
            continue
        if block.sentences and not _has_only_seats(block):
            open_ = block if _is_own(block) else None
        blocks.append(block)
    section.blocks = blocks


def _is_own(block: Block) -> bool:
    """Whether a paragraph is what the user says, with or without a word on it."""
    return block.role == "body" and all(map(_is_said, block.units))


def _is_said(unit: Unit) -> bool:
    """Whether a thing to say is a sentence of the user's that stands by itself."""
    plain = unit.kind == "verbatim" and unit.grows == "follow" and not unit.is_wish
    return plain and not unit.cause and not unit.answers


def _is_bare(block: Block) -> bool:
    """Whether a paragraph is one sentence of the user's with nothing said of it."""
    single = block.role == "body" and len(block.units) == 1 and block.length <= _LONG
    return single and _is_said(block.units[0]) and not block.units[0].grown


def join_short(section: Section) -> None:
    """No paragraph of one short sentence beside others: it joins the next, or the one before.

    Behind tasks under headings of their own it would be of the last of them, or end the meeting
    (说清楚了，就各自去办): it is left out.
    """
    told = [b for b in section.blocks if b.sentences or b.role == "heading"]
    if len(told) > 1 and _ends_idly(told[-2:]):
        told.pop()
    blocks: list[Block] = []
    for block in told:
        last = blocks[-1] if blocks else None
        ends = block is told[-1]
        both = last is not None and last.role == block.role == "body"
        if last is not None and both and _goes_on(last, block, ends=ends):
            last.units += block.units
        else:
            blocks.append(block)
    section.blocks = blocks


def _goes_on(last: Block, block: Block, *, ends: bool) -> bool:
    """Whether a paragraph goes on from the one before it: one of them is a short sentence.

    What the user says of a matter (手艺在身上，谁也拿不走) goes with what he told before it, not
    with a passage on something else: before such it stands alone.
    """
    # What turns to what is wanting goes on from nothing that is praised.
    if any(u.turns for u in block.units):
        return False
    # A deed with what it teaches stands by itself.
    whole = any(u.grows == "deed" and u.grown for u in last.units)
    if _is_wished(last) and _is_wished(block):
        # Each wish stands with its own word; those without one run on.
        return _is_wished(block, bare=True) and block.length < _SHORT
    told = any(u.kind == "verbatim" for u in last.units)
    if block.length < _SHORT and (ends or (told and not whole and _is_remark(block))):
        return True
    hope = [u.moves for u in last.units] == [("hope",)]
    # What was put behind a sentence and does not speak of it is no more of one.
    beside = any(u.grows != "seat" for u in block.units)
    apart = _has_only_seats(block) and (hope or beside or _is_remark(last))
    return not whole and not apart and last.length < _SHORT


def _ends_idly(ends: list[Block]) -> bool:
    """Whether behind a task's own heading nothing is left but a short sentence on any work."""
    before, last = ends
    idle = all(u.kind in ("free", "seat") and not u.must for u in last.units)
    return before.heads_task and idle and 0 < last.length < _SHORT


def _is_remark(block: Block) -> bool:
    """Whether a paragraph is one sentence of the user's that tells of nobody and counts nothing."""
    if len(block.units) != 1 or block.units[0].kind != "verbatim" or block.units[0].grown:
        return False
    return re.search(read_data("wording.yaml")["remark"], block.units[0].text) is not None


def _is_wished(block: Block, *, bare: bool = False) -> bool:
    """Whether a paragraph begins with a wish of the brief's, a ``bare`` one alone."""
    first = next(iter(block.units), None)
    return first is not None and first.is_wish and not (bare and first.grown)


def _has_only_seats(block: Block) -> bool:
    return bool(block.units) and all(u.kind == "seat" for u in block.units)


def _only_says(block: Block) -> bool:
    """Whether each frame of a paragraph says one sentence: none is a passage."""
    return all(len(frame) == 1 for frame in frames_of(block.sentences))
