"""Tallies → patterns: frames induced, named, audited, and what was held back with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import isqrt
from typing import NamedTuple

from drafter.bank import Pattern, Support, pattern_id
from drafter.mining.audit import audit_frame, without_slogans
from drafter.mining.campaigns import is_slogan, slogans_in, without_campaigns
from drafter.mining.found import found_in
from drafter.mining.gather import Corpus
from drafter.mining.held import Held
from drafter.mining.induce import Induced
from drafter.mining.matching import Texts
from drafter.mining.moves import focus_of, place_of
from drafter.mining.naming import named_frame
from drafter.mining.schemes import figure_patterns, scheme_patterns
from drafter.mining.sentences import Sentences
from drafter.mining.shape import is_framing
from drafter.mining.singles import has_crumbs
from drafter.mining.skeleton import Skeleton
from drafter.mining.strays import without_strays
from drafter.mining.workers import aside

__all__ = ["default_support", "frames"]

#: A pattern names so many of its sources.
NAMED_SOURCES = 8
#: Corpora of fewer sources than this let one sentence stand for a frame.
SMALL = 12


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
    work = {work.part: work for work in _work(corpus, least)}
    # All processes have a share in the largest part; what only one can do at first takes so long
    # that another has done the small ones meanwhile.
    largest = max(work, key=lambda part: len(work[part].sentences), default="")
    others = [part for part in work if part != largest]
    waiting = aside(_all_found, [work[part] for part in others])
    found = {largest: _found(work[largest])} if largest else {}
    found.update(zip(others, waiting(), strict=True))
    parts = _without_strays([found[part] for part in work])
    slogans = {
        slogan
        for part, tallies in corpus.tallies.parts.items()
        for slogan in slogans_in(part, tallies, corpus.sources)
    }
    formulae = _distinct(chain.from_iterable(p.patterns for p in parts))
    mined = without_campaigns(formulae, slogans)
    loose = "points" not in work or found["points"].loose
    figures = figure_patterns(corpus) if loose else ()
    patterns = _distinct(chain(mined, scheme_patterns(corpus, least), figures))
    held: dict[str, Held] = {}
    for frame in chain.from_iterable(p.held for p in parts):
        held.setdefault(frame.frame, frame)
    patterns.sort(key=lambda p: (p.part, p.move, -p.speeches, p.id))
    return patterns, sorted(held.values(), key=lambda h: (h.part, h.frame))


class _Found(NamedTuple):
    """What a part gives: patterns, what is held back, whether most sentences are no formulae."""

    patterns: list[Pattern]
    held: list[Held]
    loose: bool


@dataclass(frozen=True)
class _Work:
    """A part of the speeches with all that finding its formulae needs to know.

    ``others`` are the texts of the other parts, ``names`` the sources' own.
    """

    part: str
    sentences: Sentences
    least: int
    others: tuple[Texts, ...]
    names: Collection[str]

    def elsewhere(self, run: str) -> int:
        """How often the other parts have a run of characters."""
        return sum(text.count(run) for text in self.others)


def _work(corpus: Corpus, least: int) -> Iterator[_Work]:
    parts = {
        part: Sentences.of(tallies, corpus.tallies.constant(part))
        for part, tallies in sorted(corpus.tallies.parts.items())
    }
    for part, sentences in parts.items():
        others = tuple(said.searchable for other, said in parts.items() if other != part)
        yield _Work(part, sentences, least, others, corpus.names)


def _all_found(parts: Iterable[_Work]) -> list[_Found]:
    return [_found(work) for work in parts]


def _found(work: _Work) -> _Found:
    """The patterns of the formulae of a part, their frames named and audited."""
    found, loose = found_in(work.part, work.sentences, work.least, work.elsewhere)
    patterns: list[Pattern] = []
    held: list[Held] = []
    for formula in found:
        for items in _eased(formula.items):
            bare, slots = named_frame(work.part, items)
            shared = partial(work.sentences.shared, likely=formula.members)
            reasons = audit_frame(bare, shared=shared, own=work.names, work=not loose)
            frame = formula.ordinal + bare
            if formula.ordinal:
                reasons += audit_frame(frame, own=work.names, work=not loose)
            if not slots and is_slogan(work.part, frame):
                reasons.append(f"“{frame}”没有空位，像是口号")
            if reasons:
                held.append(Held(work.part, frame, tuple(reasons)))
            else:
                patterns.append(_pattern(work.part, frame, slots, formula))
    return _Found(patterns, held, loose)


def _without_strays(parts: Sequence[_Found]) -> list[_Found]:
    """The parts that say whole formulae without what strayed from one into another."""
    whole = [part for part in parts if not part.loose]
    left = iter(without_strays([part.patterns for part in whole]))
    return [part if part.loose else part._replace(patterns=next(left)) for part in parts]


def _distinct(patterns: Iterable[Pattern]) -> list[Pattern]:
    """Each frame once: found in two parts of speeches it belongs where it is met most."""
    kept: dict[str, Pattern] = {}
    for pattern in patterns:
        known = kept.get(pattern.frame)
        if known is None or known.speeches < pattern.speeches:
            kept[pattern.frame] = pattern
    return list(kept.values())


def _eased(items: Skeleton) -> Iterator[Skeleton]:
    """The formula, and what is left of it without the turns of an era where that is one still."""
    yield items
    eased = without_slogans(items)
    if eased != items and is_framing(eased) and not has_crumbs(eased):
        yield eased


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
