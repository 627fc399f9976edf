"""Alternatives: other wordings of one paragraph, the same facts beside the same neighbours."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from drafter.bank import Bank
from drafter.brief.model import Brief
from drafter.drafting.composing import Composition
from drafter.drafting.draft import Draft
from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.rendering import compose_page, paragraph_of
from drafter.drafting.rewording import reworded
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.wording.beside import near_of
from drafter.drafting.wording.echoing import ECHO, echo
from drafter.drafting.wording.growing import frames_of
from drafter.drafting.wording.headings import compose_headings
from drafter.drafting.wording.listing import marked_like
from drafter.drafting.wording.memory import Memory
from drafter.drafting.wording.saying import number_run_in, run_on, word_unit
from drafter.drafting.wording.wording import Worder
from drafter.errors import UsageError
from drafter.speech import Paragraph, Sentence

__all__ = ["other_sentences", "other_wordings"]

#: Seeds of alternatives, far from those a user asks for.
_SEEDS = 7919
#: An alternative sentence may be so much longer than the one it stands for.
_LONGER = 10
#: What was written for this very thing, and what leads up to several, stays.
_KEPT = frozenset({"follow", "besides", "lead"})


def other_wordings(
    brief: Brief, draft: Draft, paragraph: str, bank: Bank, count: int
) -> list[Paragraph]:
    """Up to ``count`` other wordings of the paragraph with this id, each different from the rest.

    Raises :class:`UsageError` where the draft has no such paragraph.
    """
    composition, found, place = _found(brief, draft, paragraph, bank)
    if place is None:
        return []
    section, block = place
    seen = {found.text}
    out: list[Paragraph] = []
    wordings = _headings if block.level == 1 else _bodies
    for other in wordings(composition, section, block, count * 2):
        made = paragraph_of(found, other)
        if made.text not in seen:
            seen.add(made.text)
            out.append(made)
        if len(out) == count:
            break
    return out


def other_sentences(
    brief: Brief, draft: Draft, paragraph: str, said: Sentence, bank: Bank, count: int
) -> list[Sentence]:
    """Up to ``count`` other wordings of one sentence of the paragraph with this id.

    ``said`` is the sentence as it stands there now, in whatever words were chosen for it. Raises
    :class:`UsageError` where the draft has no such paragraph.
    """
    composition, _, place = _found(brief, draft, paragraph, bank)
    return [] if place is None else list(islice(reworded(composition, *place, said), count))


def _found(
    brief: Brief, draft: Draft, paragraph: str, bank: Bank
) -> tuple[Composition, Paragraph, tuple[Section, Block] | None]:
    """A draft composed again, and its paragraph of this id with its place in the plan."""
    composition, paragraphs, _ = compose_page(brief, bank, draft.seed)
    found = next((p for p in paragraphs if p.id == paragraph), None)
    if found is None:
        raise UsageError(f"这份讲话稿里没有编号为“{paragraph}”的段落")
    return composition, found, _place(composition, found)


def _place(composition: Composition, paragraph: Paragraph) -> tuple[Section, Block] | None:
    """The section and block a paragraph was rendered from; None for title, date and the like."""
    own = {id(s) for s in paragraph.sentences}
    for section in composition.plan.sections:
        for block in section.blocks:
            if any(id(s) in own for s in block.sentences):
                return section, block
            if (
                block.level == 1
                and paragraph.level == 1
                and paragraph.heading.endswith(block.heading)
            ):
                return section, block
    return None


def _worder(composition: Composition, number: int, memory: Memory) -> Worder:
    situation = replace(
        composition.situation, seed=composition.situation.seed + _SEEDS * (number + 1)
    )
    worder = Worder(situation, composition.worder.shelf, memory)
    # Other words for what stands there may come from anywhere.
    worder.scorer.relent()
    return worder


def _bodies(
    composition: Composition, section: Section, block: Block, tries: int
) -> Iterator[Block]:
    """The block worded anew; what was said anywhere, in other wordings too, is not said again."""
    memory = composition.worder.memory.copy()
    # What only one frame can say (the place of the meeting) may be said by it again.
    memory.keys -= {
        zlib.crc32(s.pattern.encode())
        for u in block.units
        if u.kind == "tell"
        for s in u.said
        if s.pattern
    }
    for number in range(tries):
        worder = _worder(composition, number, memory)
        if section.name == "opening":
            worder.scorer.count(len(composition.plan.points))
        other = replace(block, units=[_fresh(u) for u in block.units])
        beside = replace(section, blocks=[other if b is block else b for b in section.blocks])
        for old, unit in zip(block.units, other.units, strict=True):
            _reword(beside, old, unit, worder)
        number_run_in(other)
        run_on(other)
        yield other


def _fresh(unit: Unit) -> Unit:
    return replace(unit, said=[], grown=[], spared=False)


def _reword(section: Section, old: Unit, unit: Unit, worder: Worder) -> None:
    """Word a unit again, in as many sentences; one that finds no other words keeps its own."""
    word_unit(section, unit, worder)
    if not unit.said:
        unit.said = list(old.said)
    for said in frames_of(old.grown):
        if said[0].move in _KEPT:
            unit.grown += said
            continue
        worder.scorer.count(0)
        near = near_of(section, unit)
        if said[0].move == ECHO:
            unit.grown += echo(worder, section, unit, near, len(said[0].text) + _LONGER) or said
            continue
        room = sum(len(s.text) for s in said) + _LONGER
        wanted = Wanted(unit.part, unit.room, unit.focus)
        alike = wanted._replace(passage=len(said) > 1)
        found = worder.free(alike, near, room) or worder.free(wanted, near, room)
        unit.grown += [marked_like(said[0], found[0]), *found[1:]] if found else said


def _headings(
    composition: Composition, section: Section, block: Block, tries: int
) -> Iterator[Block]:
    """Other headings for one point, matched to the headings of the others."""
    points = composition.plan.points
    at = next(i for i, s in enumerate(points) if s is section)
    if composition.points[at].heading:
        return
    plans = [
        replace(p, heading=None if i == at else _heading_of(points[i]), arc=None)
        for i, p in enumerate(composition.points)
    ]
    for number in range(tries):
        worder = _worder(composition, number, Memory(*composition.situation.spoken_names))
        heading = compose_headings(worder, plans)[at]
        if heading is not None:
            said = heading.sentence()
            yield replace(block, heading=heading.text, heading_said=said)


def _heading_of(section: Section) -> str:
    return next((b.heading for b in section.blocks if b.level == 1), "")
