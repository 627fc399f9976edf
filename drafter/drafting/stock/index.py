"""An index of candidates by the character pairs they hold.

What a piece of content is about is looked up once for all candidates instead of compared with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from drafter.drafting.setting.terms import terms_of
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.looking import GRAM, PAIR
from drafter.drafting.stock.remembering import remembered
from drafter.resources import read_data
from drafter.text.sentences import split_sentences

__all__ = ["Index", "Postings", "fronts_of", "postings_of", "runs_in"]

#: How much the most telling pair counts, and what makes content as near as can be: three of them.
_PAIR, _FULL = 340, 1000
#: A pair that stands in so many frames tells all it can; one in so many tells nothing.
_RARE, _COMMON = 3, 25
#: The same among the first sentences of passages, where no pair tells nothing; and what makes one a
#: sentence on what a heading names.
_TELLING, _ON_IT = 4, 700
#: Of so many pieces of content it is remembered what they have to do with candidates.
_REMEMBERED = 256
#: Of so many candidates the runs are kept taken apart: of those weighed at a place.
_APART = 2048


#: How much each pair counts, and which candidates (by key) have it.
Postings = dict[str, tuple[int, list[int]]]


def postings_of(candidates: Iterable[Candidate], counts: Mapping[str, int]) -> Postings:
    """The postings of candidates.

    ``counts`` says in how many frames a pair stands: the fewer, the more it tells.
    """
    pairs: Postings = {}
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
    return pairs


def fronts_of(candidates: Iterable[Candidate]) -> Postings:
    """The postings of passages by their first sentences, which say what each of them is on.

    What a heading says is done (加强, 突出) is no matter of a passage, nor is what one says that
    was written for a thing of any field: its words ask for that.
    """
    verbs = frozenset(read_data("wording.yaml")["verbs"])
    pairs: dict[str, list[int]] = {}
    passages = (c for c in candidates if c.passage and (c.pattern.area or not c.about))
    for c in {c.key: c for c in passages}.values():
        for pair in terms_of(split_sentences(c.pattern.frame)[0]) - verbs:
            pairs.setdefault(pair, []).append(c.key)
    return {
        pair: (min(_FULL, _FULL * _TELLING // len(keys)), keys)
        for pair, keys in sorted(pairs.items())
    }


class Index:
    """What content has to do with candidates."""

    def __init__(self, postings: Postings, fronts: Postings) -> None:
        self._pairs = postings
        self._fronts = fronts
        self._fronted = frozenset(fronts)
        #: The passages whose first sentence is on what a heading names.
        self.on_heading = remembered(self, Index._on_heading, _REMEMBERED)
        # Two sets are compared by the hashes they keep, three times as fast as with a dictionary.
        self._known = frozenset(postings)
        # While a brief is typed, or drafted with another seed, most of its content stays; and of
        # what is new in it few pairs stand in any candidate.
        #: The pairs of some content that stand in candidates: no others count.
        self.telling = remembered(self, Index._telling_of, _REMEMBERED)
        self._near = remembered(self, Index._nearness, _REMEMBERED)
        self._nearest = remembered(self, Index._nearest_of, _REMEMBERED)
        #: How much each candidate has to do with the content of a scene that it suits best.
        self.nearest = remembered(self, Index._nearest_in, _REMEMBERED)
        self._close = remembered(self, Index._close_to, _REMEMBERED)
        #: The :meth:`nearness` of some content, and that of the nearest candidate.
        self.around = remembered(self, Index._around, _REMEMBERED)

    def nearness(self, about: frozenset[str]) -> Mapping[int, float]:
        """How much each candidate has to do with some content, 0 to 1; the rest are absent."""
        return self._near(self.telling(about))

    def close(self, about: frozenset[str], least: float) -> Set[int]:
        """The candidates that have so much to do with some content."""
        return self._close(self.telling(about), least)

    def _on_heading(self, heading: frozenset[str]) -> frozenset[int]:
        sums: dict[int, int] = {}
        for weight, keys in map(self._fronts.__getitem__, heading & self._fronted):
            for key in keys:
                sums[key] = sums.get(key, 0) + weight
        return frozenset([key for key, value in sums.items() if value >= _ON_IT])

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

    def _around(self, about: frozenset[str]) -> tuple[Mapping[int, float], float]:
        near = self.nearness(about)
        return near, max(near.values(), default=0.0)

    def _nearest_of(self, scene: tuple[frozenset[str], ...]) -> Mapping[int, float]:
        return _Nearest([self._near(telling) for telling in scene])


class _Nearest(dict[int, float]):
    """How near each candidate is to what it is nearest to; worked out for those asked for."""

    def __init__(self, nearness: Sequence[Mapping[int, float]]) -> None:
        super().__init__()
        self._nearness = nearness

    def __missing__(self, key: int) -> float:
        self[key] = most = max([near.get(key, 0.0) for near in self._nearness], default=0.0)
        return most


@lru_cache(_APART)
def runs_in(grams: str) -> frozenset[str]:
    """The runs of a candidate, by which it is felt to repeat what was said."""
    return frozenset(_pieces(grams, GRAM))


def _pieces(text: str, size: int) -> list[str]:
    """A set written in one string, taken apart again."""
    return [text[i : i + size] for i in range(0, len(text), size)]
