"""An index of candidates by the character pairs and runs they hold.

What a piece of content is about is looked up once for all candidates instead of compared with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.looking import GRAM, PAIR

__all__ = ["Index", "Postings", "postings_of"]

#: How much the most telling pair counts, and what makes content as near as can be: three of them.
_PAIR, _FULL = 340, 1000
#: A pair that stands in so many frames tells all it can; one in so many tells nothing.
_RARE, _COMMON = 3, 25
#: Of so many pieces of content it is remembered what they have to do with candidates.
_REMEMBERED = 256


class Postings(Struct, frozen=True, array_like=True):
    """Which candidates (by key) have a pair or a run; a pair also says how much it counts.

    Most runs stand in one candidate only: those are ``lone``, written one after the other, and
    ``holders`` says in which one each stands. The others are ``shared``.
    """

    pairs: dict[str, tuple[int, list[int]]]
    shared: dict[str, list[int]]
    lone: str
    holders: list[int]


def postings_of(candidates: Iterable[Candidate], counts: Mapping[str, int]) -> Postings:
    """The postings of candidates.

    ``counts`` says in how many frames a pair stands: the fewer, the more it tells.
    """
    pairs: dict[str, tuple[int, list[int]]] = {}
    runs: dict[str, list[int]] = {}
    held: set[int] = set()
    for candidate in candidates:
        if candidate.key in held:
            continue
        held.add(candidate.key)
        for pair in _pieces(candidate.terms, PAIR):
            count = counts.get(pair, 1)
            if count < _COMMON:
                # Whole numbers, so that a sum is the same in whatever order it is made.
                weight = _PAIR if count <= _RARE else _PAIR * _RARE // count
                pairs.setdefault(pair, (weight, []))[1].append(candidate.key)
        for run in _pieces(candidate.grams, GRAM):
            runs.setdefault(run, []).append(candidate.key)
    lone = {run: keys[0] for run, keys in runs.items() if len(keys) == 1}
    shared = {run: keys for run, keys in runs.items() if len(keys) > 1}
    return Postings(pairs, shared, "".join(lone), list(lone.values()))


class Index:
    """What content and runs have to do with candidates."""

    def __init__(self, candidates: Iterable[Candidate], postings: Postings) -> None:
        """``postings`` are those of the candidates."""
        self._shared = postings.shared
        self._lone = dict(zip(_pieces(postings.lone, GRAM), postings.holders, strict=True))
        self._pairs = postings.pairs
        # Two sets are compared by the hashes they keep, three times as fast as with a dictionary.
        self._known = frozenset(postings.pairs)
        self._grams = {c.key: c.grams for c in candidates}
        self._alike: dict[int, Sequence[int]] = {}
        # While a brief is typed, or drafted with another seed, most of its content stays; and of
        # what is new in it few pairs stand in any candidate.
        #: The pairs of some content that stand in candidates: no others count.
        self.telling = lru_cache(_REMEMBERED)(self._telling_of)
        self._near = lru_cache(_REMEMBERED)(self._nearness)
        self._most = lru_cache(_REMEMBERED)(self._most_near)
        self._nearest = lru_cache(_REMEMBERED)(self._nearest_of)
        #: How much each candidate has to do with the content of a scene that it suits best.
        self.nearest = lru_cache(_REMEMBERED)(self._nearest_in)
        self._close = lru_cache(_REMEMBERED)(self._close_to)

    def nearness(self, about: frozenset[str]) -> Mapping[int, float]:
        """How much each candidate has to do with some content, 0 to 1; the rest are absent."""
        return self._near(self.telling(about))

    def most(self, about: frozenset[str]) -> float:
        """How much the nearest candidate has to do with some content."""
        return self._most(self.telling(about))

    def close(self, about: frozenset[str], least: float) -> Set[int]:
        """The candidates that have so much to do with some content."""
        return self._close(self.telling(about), least)

    def _nearest_in(self, scene: tuple[frozenset[str], ...]) -> Mapping[int, float]:
        return self._nearest(tuple(map(self.telling, scene)))

    def _telling_of(self, about: frozenset[str]) -> frozenset[str]:
        return about & self._known

    def _nearness(self, telling: frozenset[str]) -> Mapping[int, float]:
        sums: dict[int, int] = {}
        for weight, keys in map(self._pairs.__getitem__, telling):
            for key in keys:
                sums[key] = sums.get(key, 0) + weight
        return {key: 1.0 if value > _FULL else value / _FULL for key, value in sums.items()}

    def _close_to(self, telling: frozenset[str], least: float) -> Set[int]:
        return frozenset([key for key, near in self._near(telling).items() if near >= least])

    def _most_near(self, telling: frozenset[str]) -> float:
        return max(self._near(telling).values(), default=0.0)

    def _nearest_of(self, scene: tuple[frozenset[str], ...]) -> Mapping[int, float]:
        return _Nearest([self._near(telling) for telling in scene])

    def holders(self, runs: Set[str]) -> Iterator[int]:
        """The candidates whose literal text has some of the runs, one each time it has one."""
        lone, shared = self._lone, self._shared
        return chain(
            map(lone.__getitem__, lone.keys() & runs),
            chain.from_iterable(map(shared.__getitem__, shared.keys() & runs)),
        )

    def alike(self, key: int) -> Sequence[int]:
        """The candidates that share runs with one, itself left out, one for each run they share."""
        found = self._alike.get(key)
        if found is None:
            runs = self._shared.keys() & _pieces(self._grams.get(key, ""), GRAM)
            others = chain.from_iterable(map(self._shared.__getitem__, runs))
            found = self._alike[key] = [other for other in others if other != key]
        return found


class _Nearest(dict[int, float]):
    """How near each candidate is to what it is nearest to; worked out for those asked for."""

    def __init__(self, nearness: Sequence[Mapping[int, float]]) -> None:
        super().__init__()
        self._nearness = nearness

    def __missing__(self, key: int) -> float:
        self[key] = most = max([near.get(key, 0.0) for near in self._nearness], default=0.0)
        return most


def _pieces(text: str, size: int) -> list[str]:
    """A set written in one string, taken apart again."""
    return [text[i : i + size] for i in range(0, len(text), size)]
