"""Rewording: other sentences for one sentence of a draft, at its own place in its paragraph.

What says facts is said by other frames for the same facts. What says none (a sentence of a passage
too) gives way to a sentence of its move and focus, the nearest in meaning first; it stands between
its neighbours as they are, so whoever chooses it sees it there.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.drafting.composing import Composition
from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import both, comments, general, like
from drafter.drafting.wording.beside import near_of
from drafter.drafting.wording.covers import Telling, cover
from drafter.drafting.wording.echoing import ECHO, echo
from drafter.drafting.wording.listing import marked_like
from drafter.drafting.wording.saying import answering
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence

__all__ = ["reworded"]

#: How much a sentence has to do with the one it may stand for: the nearest are looked for first.
_NEARNESS = (0.3, 0.15, 0.0)
#: It may be so many characters longer.
_LONGER = 24


def reworded(
    composition: Composition, section: Section, block: Block, said: Sentence
) -> Iterator[Sentence]:
    """Other sentences for one of this block, each different from all that the speech says."""
    if said.pattern is None:
        return
    memory = composition.worder.memory.copy()
    worder = Worder(composition.situation, composition.worder.shelf, memory)
    worder.scorer.count(len(composition.plan.points) if section.name == "opening" else 0)
    if said.move == ECHO:
        yield from _echoing(worder, section, block, said)
        return
    unit, facts = _unit(block, said)
    if unit is None:
        return
    if facts:
        linked = bool(unit.cause) and unit.cause in said.text
        yield from _telling(worder, section, unit, facts, linked)
    else:
        yield from _free(worder, section, unit, said)


def _echoing(worder: Worder, section: Section, block: Block, said: Sentence) -> Iterator[Sentence]:
    """One sentence after another that comes back to the same place by words of its facts."""
    places = [u for u in block.units if any(s.move == ECHO for s in u.grown)]
    if not places:
        return
    unit = next((u for u in places if said.text in [s.text for s in u.grown]), places[0])
    bare = replace(unit, grown=[])
    beside = replace(section, blocks=[replace(block, units=[bare])])
    near, room = near_of(section, unit), len(said.text) + _LONGER
    while found := echo(worder, beside, bare, near, room):
        worder.echoed = frozenset()
        yield found[0]


def _unit(block: Block, said: Sentence) -> tuple[Unit | None, dict[str, Fact]]:
    """The unit a sentence belongs to, and the facts of that unit that it says."""
    for unit in block.units:
        facts = {
            name: fact
            for name, fact in unit.facts.items()
            if fact.field in said.fields and all(e in said.text for e in fact.exact)
        }
        if facts:
            return unit, facts
    own = (u for u in block.units if any(s.text == said.text for s in u.sentences))
    return next(own, next(iter(block.units), None)), {}


def _telling(
    worder: Worder, section: Section, unit: Unit, facts: dict[str, Fact], linked: bool
) -> Iterator[Sentence]:
    """One frame after another that says just these facts; ``linked`` ones their problem too."""
    telling = Telling(unit.part, unit.moves, facts, unit.focus, near_of(section, unit))
    while True:
        chosen = cover(worder, telling, 1)
        if not chosen or chosen[0][0].facts != facts.keys():
            return
        ((frame, text),) = chosen
        worder.memory.keys.add(frame.key)
        if linked and text:
            text = answering(unit, text)
        if text:
            pattern = frame.pattern
            fields = [*(f.field for f in facts.values()), *(["问题"] if linked else [])]
            carried = tuple(dict.fromkeys(fields))
            yield Sentence(text, pattern.move, pattern.id, pattern.origin, carried)


def _free(worder: Worder, section: Section, unit: Unit, said: Sentence) -> Iterator[Sentence]:
    """One sentence after another that does what this one does, the nearest first."""
    near = near_of(section, unit)
    near.about = content_of(said.text)
    moves, room = (said.move or "",), len(said.text) + _LONGER
    own = _candidate(worder, unit, said)
    suits = comments if own is None or own.passage else like(own.announces, own.introduces)
    if own is not None and own.announces:
        worder.scorer.count(unit.count or len(section.blocks))
    # What was written for one thing gives way to what was written for the same, then to what
    # would be said of anything.
    about = frozenset[str]().union(*own.about) if own else None
    kinds = ((about, suits), (None, both(suits, general))) if about else ((None, suits),)
    for spoken, kind in kinds:
        wanted = Wanted(unit.part, moves, unit.focus, passage=False, suits=kind)
        for least in _NEARNESS:
            while found := worder.free(wanted, near, room, least=least, about=spoken):
                yield marked_like(said, found[0])


def _candidate(worder: Worder, unit: Unit, said: Sentence) -> Candidate | None:
    """The candidate a sentence was made from."""
    known = worder.shelf.wider(unit.part, (said.move or "",), unit.focus)
    return next((c for c in known if c.pattern.id == said.pattern), None)
