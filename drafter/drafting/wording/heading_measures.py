"""Heading measures: of how many clauses the headings of a speech are, and how long each is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from operator import attrgetter

from drafter.text.sentences import clauses as split_clauses

__all__ = ["Measure", "measures_of", "shape_of"]

#: A short clause opens a heading, a long one follows it.
_SHORT = range(3, 8)
_LONG = range(6, 30)
#: Two clauses that may be the point's own tasks.
_EVEN = range(4, 13)
#: A heading shorter than this is a mere saying (公私分明), and so much less is it worth.
_THIN, _TERSE = 5, 6.0
#: A last clause that is shorter than the first sounds lame, and so much less for each character
#: but one.
_LAME = 1.0
#: Of so many measures it is kept what they are worth: all that are tried.
_MEASURES = 2048
#: Of so many points' lengths it is kept which measures they can have.
_KEPT = 64

_start = attrgetter("start")

#: Measures: lengths allowed for each clause.
Measure = tuple[range, ...]


def measures_of(
    lengths: Sequence[frozenset[int]], given: Sequence[str]
) -> list[tuple[Measure, float]]:
    """The lengths worth trying, and how well each matches the headings given (2, 1 or 0).

    ``lengths`` are those that the clauses of each point have.
    """
    free = _free_measures(tuple(lengths))
    if not given:
        return [(m, 0.0) for m in free]
    kept = [[len(c) for c in split_clauses(g)] for g in given]
    count = len(kept[0])
    out = [(m, float(len(m) == count)) for m in free]
    if all(len(x) == count for x in kept):
        columns = list(zip(*kept, strict=True))
        near = [range(max(c) - 1, min(c) + 2) or range(min(c), max(c) + 1) for c in columns]
        out.append((tuple(near), 2.0))
    return out


@lru_cache(_KEPT)
def _free_measures(lengths: tuple[frozenset[int], ...]) -> list[Measure]:
    short = _windows(lengths, _SHORT)
    long = _windows(lengths, _LONG)
    # Of the spans those of two lengths alone: all pairs of all spans would be two hundred.
    even = [span for span in _windows(lengths, _EVEN) if len(span) == 2]
    out: list[Measure] = [(s, n) for s in short[:2] for n in long]
    out += [(n,) for n in [*long, *short]]
    out += [(s, s) for s in short[:1]]
    out += product(even, even)
    return list(dict.fromkeys(out))


def _windows(lengths: Sequence[frozenset[int]], tried: range) -> list[range]:
    """Spans of one or two lengths that a clause of every point has, the exact ones first."""
    exact = [n for n in tried if all(n in have for have in lengths)]
    near = [n for n in tried if all(n in have or n + 1 in have for have in lengths)]
    return [range(n, n + 1) for n in exact] + [range(n, n + 2) for n in near]


@lru_cache(_MEASURES)
def shape_of(measure: Measure) -> float:
    """What a measure is worth before it is filled: exact lengths and two clauses sound best."""
    thin = _TERSE * (max(measure, key=_start).start < _THIN) / len(measure)
    lame = _LAME * max(0, measure[0].start - measure[-1].start - 1)
    return -1.5 * sum([len(s) - 1 for s in measure]) + 2.0 * (len(measure) == 2) - thin - lame
