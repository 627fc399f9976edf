"""Beside: what stands around a unit in its section, before and after a sentence of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.setting.matters import matters_of
from drafter.drafting.stock.assembling import join_of, made_of_formulae
from drafter.drafting.wording.place import Near
from drafter.speech import Sentence

__all__ = ["block_of", "formula_beside", "joins_beside", "near_of"]

#: A sentence is heard together with so many before it.
_BEFORE = 2

_units_of = attrgetter("units")


def near_of(section: Section, unit: Unit) -> Near:
    """What will stand around the next sentence added to a unit."""
    heard, after = _heard_at(section, unit)
    starts = unit.starts or (section.name == "point" and not heard)
    return Near(
        heard,
        after,
        unit.about,
        section.scene,
        starts,
        told=section.told,
        elsewhere=section.elsewhere,
        headed=section.headed,
        reserved=section.reserved,
        task=_task_of(section, unit),
    )


def _heard_at(section: Section, unit: Unit) -> tuple[tuple[str, ...], str]:
    """The sentences last said where a unit ends, and the one that comes next."""
    blocks = section.blocks
    at = block_of(section, unit)
    own = blocks[at].units
    place = next(place for place, one in enumerate(own) if one is unit)
    before: list[Sentence] = []
    # A section has thirty units, and what is heard stands in the nearest two or three.
    for one in chain(own[place::-1], _backwards(blocks[:at])):
        before[:0] = one.sentences
        if len(before) >= _BEFORE:
            break
    behind = chain(own[place + 1 :], chain.from_iterable(map(_units_of, blocks[at + 1 :])))
    after = next((one.said[0].text for one in behind if one.said), "")
    return tuple([s.text for s in before[-_BEFORE:]]), after


def _backwards(blocks: Sequence[Block]) -> Iterator[Unit]:
    """The units of some blocks, the last first."""
    return (one for block in reversed(blocks) for one in reversed(block.units))


def _task_of(section: Section, unit: Unit) -> frozenset[str] | None:
    """What the task that a unit tells is called, there or in the heading above it."""
    if unit.grows != "task":
        return None
    block = section.blocks[block_of(section, unit)]
    told = next((u.facts["task"] for u in block.units if "task" in u.facts and not u.prefix), None)
    told = unit.facts.get("task", told)
    if told is not None:
        return matters_of(told.exact[0])
    heading = block.heading
    return matters_of(heading) if heading else section.told


def _parted(section: Section, unit: Unit) -> tuple[list[Unit], list[Unit]]:
    """The units of a section up to one, itself included, and those behind it."""
    units = section.units()
    behind = list(map(id, units)).index(id(unit)) + 1
    return units[:behind], units[behind:]


def block_of(section: Section, unit: Unit) -> int:
    """Which block of the section a unit stands in."""
    for at, block in enumerate(section.blocks):
        for one in block.units:
            if one is unit:
                return at
    raise ValueError("the unit stands in none of the section's blocks")


def formula_beside(section: Section, unit: Unit) -> bool:
    """Whether a formula here would be the fifth paragraph in a row with one: heard as a list."""
    at = block_of(section, unit)
    blocks = section.blocks
    if blocks[at].role != "body" or not blocks[at].sentences:
        return False
    return _formulae_along(reversed(blocks[:at])) + _formulae_along(blocks[at + 1 :]) > 3


def _formulae_along(blocks: Iterable[Block]) -> int:
    """How many paragraphs in a row, from the first on, have a formula."""
    row = 0
    for block in blocks:
        sentences = block.sentences if block.role == "body" else []
        if any(map(_is_formula, sentences)):
            row += 1
        elif sentences:
            break
    return row


def _is_formula(sentence: Sentence) -> bool:
    return made_of_formulae(sentence.pattern)


def joins_beside(section: Section, unit: Unit) -> frozenset[str]:
    """How the formulae next before and next after a unit's end are joined."""
    spoken, behind = _parted(section, unit)
    before = (s for one in reversed(spoken) for s in reversed(one.sentences))
    after = (s for one in behind for s in one.sentences)
    formulae = (next(filter(_is_formula, side), None) for side in (before, after))
    return frozenset(join_of(s.text) for s in formulae if s is not None)
