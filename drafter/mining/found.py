"""What a part of the speeches yields: whole sentences, their halves, formulae inside of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.mining.clauses import clause_frames
from drafter.mining.cues import cue_slots
from drafter.mining.induce import WHOLE, Induced, induce, sampled
from drafter.mining.singles import half_frames, halves, has_crumbs, single_frame
from drafter.mining.skeleton import Skeleton
from drafter.mining.tally import Tally

__all__ = ["found_in", "unexplained"]

_Shared = Callable[[str], bool]


def found_in(
    part: str, tallies: Mapping[Skeleton, Tally], least: int, shared: _Shared
) -> list[Induced]:
    """The formulae of one part; ``shared`` tells whether two sources have a run of literals."""
    if least == 1:
        found = list(_of_few(part, tallies, shared))
        rest = unexplained(tallies, found) if part == "points" else {}
    else:
        found = induce(tallies, least)
        rest = unexplained(tallies, found)
    if part == "points":
        inside = clause_frames(*sampled(rest, least))
        found += [Induced(f.items, (), f.sources, f.topics) for f in inside]
    elif rest:
        found += [replace(i, members=()) for i in induce(_grouped(rest, halves), least)]
    return found


def unexplained(
    tallies: Mapping[Skeleton, Tally], found: Iterable[Induced]
) -> Mapping[Skeleton, Tally]:
    """The sentences that no formula stands for, where they are the most; else none.

    What speeches say by whole formulae (mobilisations of one office) has no formulae inside of
    sentences but the parts of those.
    """
    explained = {items for f in found for items in f.members}
    rest = {items: tally for items, tally in tallies.items() if items not in explained}
    return rest if len(rest) >= WHOLE * len(tallies) else {}


def _of_few(part: str, tallies: Mapping[Skeleton, Tally], shared: _Shared) -> Iterator[Induced]:
    """Frames met twice, then, one sentence being enough, those of single ones and their halves."""
    shaped = _grouped(tallies, lambda items: [cue_slots(part, items)])
    # Two sentences agree by chance more often than by a formula: of pairs only clean ones count.
    yield from (i for i in induce(shaped, 2) if not has_crumbs(i.items))
    for items in sorted(shaped):
        frame = single_frame(items, shared)
        if frame is not None:
            tally = shaped[items]
            yield Induced(frame, (items,), tally.sources, tally.topics)
    if part != "points":
        for half, tally in _grouped(shaped, lambda items: half_frames(items, shared)).items():
            yield Induced(half, (), tally.sources, tally.topics)


def _grouped(
    tallies: Mapping[Skeleton, Tally], shapes: Callable[[Skeleton], Iterable[Skeleton]]
) -> dict[Skeleton, Tally]:
    """The shapes of the sentences, each with the evidence of all sentences that have it."""
    alike: dict[Skeleton, list[Tally]] = defaultdict(list)
    for items in sorted(tallies):
        for shape in shapes(items):
            alike[shape].append(tallies[items])
    return {shape: _together(group) for shape, group in alike.items()}


def _together(tallies: Iterable[Tally]) -> Tally:
    """One tally of several; a source may be in more than one, so counts do not simply add."""
    several = list(tallies)
    sources = frozenset[str]().union(*(t.sources for t in several))
    topics = frozenset[str]().union(*(t.topics for t in several))
    return Tally(len(sources), sources, topics)
