"""What a part of the speeches yields: whole sentences, their halves, formulae inside of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from drafter.mining.clauses import clause_frames
from drafter.mining.cues import cue_slots
from drafter.mining.induce import WHOLE, Induced, induce
from drafter.mining.ordinals import ordinal_of
from drafter.mining.sentences import Sentences
from drafter.mining.singles import half_frames, halves, has_crumbs, single_frame
from drafter.mining.skeleton import Skeleton, unpacked
from drafter.mining.tally import Tally

__all__ = ["found_in", "unexplained"]


def found_in(
    part: str, sentences: Sentences, least: int, elsewhere: Callable[[str], int]
) -> tuple[list[Induced], bool]:
    """The formulae of one part, and whether it is loose: most of its sentences are none.

    ``elsewhere`` tells how often the other parts have a run.
    """
    few = least == 1
    found = list(_of_few(part, sentences)) if few else induce(sentences, least, elsewhere)
    rest = unexplained(sentences, found)
    if part == "points":
        numbers, fewer = rest.sample(least)
        inside = clause_frames(rest.some(numbers.tolist()), fewer)
        found += [Induced(f.items, (), f.sources, f.topics) for f in inside]
        if not (few or rest):
            found = _counted(sentences, found)
    elif rest and not few:
        parts = Sentences.of(_grouped(rest, halves))
        found += [replace(i, members=()) for i in induce(parts, least, elsewhere)]
    return found, bool(rest)


def _counted(sentences: Sentences, found: Iterable[Induced]) -> list[Induced]:
    """The formulae with the ordinals that are theirs, where formulae are sentences as a whole."""
    told = dict(sentences.items())
    return [replace(i, ordinal=ordinal_of(map(told.__getitem__, i.members))) for i in found]


def unexplained(sentences: Sentences, found: Iterable[Induced]) -> Sentences:
    """The sentences that no formula stands for, where they are the most; else none.

    What speeches say by whole formulae (mobilisations of one office) has no formulae inside of
    sentences but the parts of those.
    """
    explained = {line for f in found for line in f.members}
    rest = [n for n, line in enumerate(sentences.lines) if line not in explained]
    times = sentences.times
    many = sum(times[n] for n in rest) >= WHOLE * sum(times)
    return sentences.some(rest if many else ())


def _of_few(part: str, sentences: Sentences) -> Iterator[Induced]:
    """Frames met twice, then, one sentence being enough, those of single ones and their halves."""
    shaped = Sentences.of(_grouped(sentences, lambda items: [cue_slots(part, items)]))
    # Two sentences agree by chance more often than by a formula: of pairs only clean ones count.
    yield from (i for i in induce(shaped, 2) if not has_crumbs(i.items))
    for line, tally in shaped.items():
        frame = single_frame(unpacked(line), sentences.shared)
        if frame is not None:
            yield Induced(frame, (line,), *_of(tally))
    if part != "points":
        own = _grouped(shaped, lambda items: half_frames(items, sentences.shared))
        for half, tally in own.items():
            yield Induced(unpacked(half), (), *_of(tally))


def _of(tally: Tally) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(tally.sources), frozenset(tally.topics)


def _grouped(
    sentences: Sentences, shapes: Callable[[Skeleton], Iterable[Skeleton]]
) -> dict[str, Tally]:
    """The shapes of the sentences, each with the evidence of all sentences that have it."""
    alike: dict[str, list[Tally]] = defaultdict(list)
    for line, tally in sentences.items():
        for shape in shapes(unpacked(line)):
            alike[" ".join(shape)].append(tally)
    return {shape: _together(group) for shape, group in alike.items()}


def _together(tallies: Iterable[Tally]) -> Tally:
    """One tally of several; a source may be in more than one, so counts do not simply add."""
    several = list(tallies)
    sources = set[str]().union(*(t.sources for t in several))
    topics = set[str]().union(*(t.topics for t in several))
    return Tally(len(sources), sources, topics)
