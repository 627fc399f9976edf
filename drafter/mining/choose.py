"""Of many candidate formulae, those that explain the sentences best.

Three ways a candidate can be wrong, and the test for each:

- it holds a filler besides the formula (今天，我们召开…，总结经验…):
  :mod:`drafter.mining.refining`;
- it is what several formulae have in common (同志们，…！): its sentences are explained by richer
  ones that differ from it in more than one place;
- it is a filler that wanders through several formulae: every sentence it matches is matched better
  by another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from drafter.mining.candidates import Candidate
from drafter.mining.lexicon import MARKS
from drafter.mining.matching import Texts, contents
from drafter.mining.refining import NOTHING, Known, refinements
from drafter.mining.skeleton import is_slot

__all__ = ["choose", "telling_words"]

#: What is left of a candidate after better ones took their sentences must be this share.
REST = 0.2
#: A word is nearly as rare as another when it is met up to so many times as often.
NEARLY = 2


def choose(
    candidates: Sequence[Candidate],
    texts: Texts,
    sources: Callable[[Iterable[int]], frozenset[str]],
    least: int,
    known: Known = NOTHING,
) -> list[tuple[Candidate, list[int]]]:
    """The candidates worth keeping, each with the sentences it explains; the best first."""
    ordered = sorted(candidates, key=lambda c: (-c.score, c.text))
    refining = {u: [t for _, t in group] for u, group in groupby(_pairs(ordered), itemgetter(0))}
    genuine = refinements(ordered, refining, texts, known)
    dropped = {t for u, rich in refining.items() for t in _fillings(rich, genuine[u], genuine)}
    kept = [n for n in range(len(ordered)) if n not in dropped]
    explained = _assign(ordered, kept, genuine)
    out: list[tuple[Candidate, list[int]]] = []
    for n in kept:
        members = explained[n]
        enough = known.met(members) >= REST * known.met(ordered[n].matched)
        if enough and len(sources(members)) >= least:
            out.append((ordered[n], members))
    return out


def _pairs(ordered: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Each general candidate with each that refines it, tried on those with its rarest word."""
    having: dict[str, set[int]] = defaultdict(set)
    for n, candidate in enumerate(ordered):
        for word in set(candidate.items):
            having[word].add(n)
    for u, general in enumerate(ordered):
        words = telling_words(general.items, lambda word: len(having[word]))
        for t in sorted(set().union(*(having[word] for word in words))):
            if t != u and _refines(ordered[t], general):
                yield u, t


def _fillings(
    rich: Sequence[int], ways: set[int], genuine: Mapping[int, set[int]]
) -> Iterator[int]:
    """Of the refinements of a candidate those that are none of its ``ways``, nor of one of these.

    What 召开这次会议，目的就是… is said with besides is more than one filling of 召开…会议，….
    """
    vouched = set[int]().union(*(genuine.get(way, set()) for way in ways))
    yield from (t for t in rich if t not in ways and t not in vouched)


def telling_words(items: Iterable[str], times: Callable[[str], int]) -> list[str]:
    """The rarest word of a formula, by how many times words are met, and one nearly as rare.

    What may match a formula has one of them. Not all that match it have all of its words: where a
    slot begins or ends, one may be cut into another (不如|果园 and 不|如果|园), one of a single
    character the sooner.
    """
    words = {i for i in items if not is_slot(i) and i not in MARKS}
    ranked = sorted((len(word) == 1, times(word), word) for word in words)[:2]
    least = ranked[0][1] if ranked else 0
    return [word for n, (_, met, word) in enumerate(ranked) if not (n and 0 < NEARLY * least < met)]


def _refines(rich: Candidate, general: Candidate) -> bool:
    return (
        rich.literal > general.literal
        and len(rich.matched) <= len(general.matched)
        and rich.matched <= general.matched
        and contents(general.runs, rich.text) is not None
    )


def _assign(
    ordered: Sequence[Candidate], kept: Sequence[int], genuine: Mapping[int, set[int]]
) -> dict[int, list[int]]:
    """Each sentence to the best of the candidates that match it; a refinement goes first.

    A refinement says more, so that of the candidates of a sentence one has none among the others.
    """
    left = {n: set(ordered[n].matched) for n in kept}
    for n in kept:
        left[n].difference_update(*(ordered[t].matched for t in genuine.get(n, ()) if t in left))
    out: dict[int, list[int]] = {}
    taken: set[int] = set()
    for n in kept:
        out[n] = sorted(left[n] - taken)
        taken |= left[n]
    return out
