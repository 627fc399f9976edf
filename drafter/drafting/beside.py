"""Beside: what stands around a unit in its section, before and after a sentence of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drafter.drafting.assembling import join_of, made_of_formulae
from drafter.drafting.place import Near
from drafter.drafting.plan import Section, Unit
from drafter.speech import Sentence

__all__ = ["block_of", "formula_beside", "joins_beside", "near_of"]

#: A sentence is heard together with so many before it.
_BEFORE = 2


def near_of(section: Section, unit: Unit) -> Near:
    """What will stand around the next sentence added to a unit."""
    units = section.units()
    spoken: list[list[Sentence]] = []
    for one in units:
        spoken += (one.said, one.grown)
        if one is unit:
            break
    before: list[str] = []
    for sentences in reversed(spoken):
        before += [s.text for s in reversed(sentences)]
        if len(before) >= _BEFORE:
            break
    # What is left of the units stands behind this one.
    after = next((u.said[0].text for u in units if u.said), "")
    starts = unit.starts or (section.name == "point" and not before)
    heard = tuple(before[_BEFORE - 1 :: -1])
    told, elsewhere = section.told, section.elsewhere
    return Near(heard, after, unit.about, section.scene, starts, told=told, elsewhere=elsewhere)


def block_of(section: Section, unit: Unit) -> int:
    """Which block of the section a unit stands in."""
    return next(i for i, b in enumerate(section.blocks) if any(u is unit for u in b.units))


def formula_beside(section: Section, unit: Unit) -> bool:
    """Whether a formula here would be the fourth paragraph in a row with one: heard as a list."""
    at = block_of(section, unit)
    if section.blocks[at].role != "body" or not section.blocks[at].sentences:
        return False
    sides = (reversed(section.blocks[:at]), section.blocks[at + 1 :])
    told = ([b.sentences for b in side if b.role == "body" and b.sentences] for side in sides)
    runs = (takewhile(_has_formula, paragraphs) for paragraphs in told)
    return sum(len(list(run)) for run in runs) > 2


def _has_formula(sentences: Sequence[Sentence]) -> bool:
    return any(made_of_formulae(s.pattern) for s in sentences)


def joins_beside(section: Section, unit: Unit) -> frozenset[str]:
    """How the formulae next before and next after a unit's end are joined."""
    before: list[str] = []
    after: list[str] = []
    side = before
    for one in section.units():
        side += [s.text for s in one.sentences if made_of_formulae(s.pattern)]
        if one is unit:
            side = after
    return frozenset(map(join_of, before[-1:] + after[:1]))
