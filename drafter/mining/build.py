"""Tallies → patterns: frames induced, named, audited, and what was held back with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isqrt

from drafter.bank import Pattern, Support, pattern_id
from drafter.mining.audit import audit_frame
from drafter.mining.cues import cue_slots
from drafter.mining.gather import Corpus
from drafter.mining.induce import Induced, induce
from drafter.mining.moves import focus_of, place_of
from drafter.mining.naming import named_frame
from drafter.mining.schemes import scheme_patterns
from drafter.mining.singles import has_crumbs, single_frame
from drafter.mining.skeleton import Skeleton, is_slot
from drafter.mining.tally import Tally

__all__ = ["Held", "default_support", "frames"]

#: A pattern names so many of its sources.
NAMED_SOURCES = 8
#: Corpora of fewer sources than this let one sentence stand for a frame.
SMALL = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A frame that does not ship, and why, in Chinese."""

    part: str
    frame: str
    reasons: tuple[str, ...]


def default_support(sources: int) -> int:
    """In how many sources a frame must be met, by the size of the corpus.

    1 under twelve sources (a few speeches hold few formulae twice), 2 under thirty, else a third of
    the square root and three at least: 3 of 42, 4 of 200. Chance agreements grow with the number of
    pairs, so the bound grows too.
    """
    if sources < SMALL:
        return 1
    return 2 if sources < 30 else max(3, isqrt(sources) // 3)


def frames(corpus: Corpus, least: int) -> tuple[list[Pattern], list[Held]]:
    """The corpus' patterns in their order in the pack, and the frames held back."""
    patterns: dict[str, Pattern] = {}
    held: dict[str, Held] = {}
    for part in sorted(corpus.tallies.parts):
        tallies = corpus.tallies.parts[part]
        shared = _shared(tallies)
        for found in _found(part, tallies, least, shared):
            frame, slots = named_frame(part, found.items)
            reasons = audit_frame(frame, shared=shared, own=corpus.names)
            if reasons:
                held.setdefault(frame, Held(part, frame, tuple(reasons)))
                continue
            pattern = _pattern(part, frame, slots, found)
            known = patterns.get(pattern.id)
            if known is None or _speeches(known) < _speeches(pattern):
                patterns[pattern.id] = pattern
    for pattern in scheme_patterns(corpus, least):
        patterns.setdefault(pattern.id, pattern)
    ordered = sorted(patterns.values(), key=lambda p: (p.part, p.move, -_speeches(p), p.id))
    return ordered, sorted(held.values(), key=lambda h: (h.part, h.frame))


def _speeches(pattern: Pattern) -> int:
    return pattern.support.speeches if pattern.support else 0


def _pattern(part: str, frame: str, slots: Mapping[str, str], found: Induced) -> Pattern:
    where, move = place_of(part, frame)
    support = Support(
        len(found.sources), len(found.topics), tuple(sorted(found.sources)[:NAMED_SOURCES])
    )
    return Pattern(
        id=pattern_id(where, move, frame),
        part=where,
        move=move,
        frame=frame,
        slots=tuple(slots.items()),
        origin="mined",
        focus=focus_of(frame) if where == "headings" else None,
        support=support,
    )


def _found(
    part: str, tallies: Mapping[Skeleton, Tally], least: int, shared: Callable[[str], bool]
) -> Iterator[Induced]:
    """Frames met in several sources, then, where one is enough, those of single sentences."""
    if least > 1:
        yield from induce(tallies, least)
        return
    shaped = _shaped(part, tallies)
    # Two sentences agree by chance more often than by a formula: of pairs only clean ones count.
    yield from (i for i in induce(shaped, 2) if not has_crumbs(i.items))
    for items in sorted(shaped):
        frame = single_frame(items, shared)
        if frame is not None:
            tally = shaped[items]
            yield Induced(frame, (items,), tally.sources, tally.topics)


def _shaped(part: str, tallies: Mapping[Skeleton, Tally]) -> dict[Skeleton, Tally]:
    """The tallies with the slots their cue words show; the same shape adds up."""
    out: dict[Skeleton, Tally] = {}
    for items, tally in sorted(tallies.items()):
        shape = cue_slots(part, items)
        known = out.get(shape)
        # One source may have two sentences of one shape, so counts do not simply add.
        sources = tally.sources | (known.sources if known else frozenset())
        topics = tally.topics | (known.topics if known else frozenset())
        out[shape] = Tally(len(sources), sources, topics)
    return out


def _shared(tallies: Mapping[Skeleton, Tally]) -> Callable[[str], bool]:
    """Whether two independent sources have a run of literals."""
    texts = [
        ("".join("\ue000" if is_slot(i) else i for i in items), tally.sources)
        for items, tally in tallies.items()
    ]
    known: dict[str, bool] = {}

    def shared(run: str) -> bool:
        if run not in known:
            known[run] = _several(sources for text, sources in texts if run in text)
        return known[run]

    return shared


def _several(groups: Iterable[frozenset[str]]) -> bool:
    seen: set[str] = set()
    for group in groups:
        seen |= group
        if len(seen) > 1:
            return True
    return False
