"""Of many candidate formulae, those that explain the sentences best.

Three ways a candidate can be wrong, and the test for each:

- it holds a filler besides the formula (今天，我们召开…，总结经验…): a run inside one slot of a
  more general candidate that only a part of its sentences has, or that one topic alone has;
- it is what several formulae have in common (同志们，…！): its sentences are explained by richer
  ones that differ from it in more than one place;
- it is a filler that wanders through several formulae: every sentence it matches is matched better
  by another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from drafter.mining.align import SHARE
from drafter.mining.lexicon import MARKS
from drafter.mining.matching import contents, runs_of
from drafter.mining.skeleton import HOLE, Skeleton, is_slot, literal_chars, with_holes

__all__ = ["Candidate", "choose", "telling_words"]

#: A richer candidate keeps its own when it has this share of the general one's sentences.
SPLIT = 0.25
#: A general candidate with this many literal characters is a formula of its own right; one with
#: fewer than the second number hardly is one.
WHOLE, WEAK = 8, 6
#: What is left of a candidate after better ones took their sentences must be this share.
REST = 0.2
#: So few wordings that are nearly all that ever stands in one slot, each met in its share of the
#: sources, are ways to say the formula (让我们振奋精神，…, 让我们坚定信心，…); fillers are more.
FEW, EACH, ALL = 3, 0.15, 0.9
#: A word is nearly as rare as another when it is met up to so many times as often.
NEARLY = 2


@dataclass(frozen=True, eq=False)
class Candidate:
    """A possible formula, the sentences (by index) it matches, and their sources and topics.

    ``fillings`` are formulae known to be this one, filled.
    """

    items: Skeleton
    matched: frozenset[int]
    sources: frozenset[str]
    topics: frozenset[str]
    fillings: frozenset[Skeleton] = frozenset()

    @cached_property
    def runs(self) -> list[str]:
        """The literals before, between and behind the slots."""
        return runs_of(self.items)

    @cached_property
    def literal(self) -> int:
        """Literal characters, marks aside."""
        return literal_chars(self.items)

    @property
    def score(self) -> int:
        """Support times the square of the literal: what naming the formula saves."""
        return len(self.sources) * self.literal**2

    @cached_property
    def text(self) -> str:
        """The items joined, a private character for each slot."""
        return with_holes(self.items)


def choose(
    candidates: Sequence[Candidate],
    texts: Sequence[str],
    sources: Callable[[Iterable[int]], frozenset[str]],
    least: int,
    held: Mapping[Skeleton, str] = MappingProxyType({}),
) -> list[tuple[Candidate, list[int]]]:
    """The candidates worth keeping, each with the sentences it explains; the best first.

    ``held`` has formulae with what stands in their slots, where that is known.
    """
    ordered = sorted(candidates, key=lambda c: (-c.score, c.text))
    genuine: dict[int, set[int]] = defaultdict(set)
    dropped: set[int] = set()
    for u, group in groupby(_pairs(ordered), key=itemgetter(0)):
        rich = [t for _, t in group]
        others = [own for items, own in held.items() if not _is_it(ordered[u], items)]
        genuine[u] = {t for t in rich if _is_formula(ordered[t], ordered[u], texts, others)}
        if held:
            genuine[u] |= _alternatives(ordered, u, rich, others)
        dropped.update(set(rich) - genuine[u])
    kept = [n for n in range(len(ordered)) if n not in dropped]
    explained = _assign(ordered, kept, genuine)
    out: list[tuple[Candidate, list[int]]] = []
    for n in kept:
        members = explained[n]
        enough = len(members) >= REST * len(ordered[n].matched)
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


def _is_formula(
    rich: Candidate, general: Candidate, texts: Sequence[str], others: Iterable[str]
) -> bool:
    """Whether what ``rich`` has more than ``general`` is formula rather than filler.

    ``others`` is what stands in the slots of other formulae.
    """
    if rich.items in general.fillings or len(rich.topics) < 2 <= len(general.topics):
        return False
    share = len(rich.sources) / max(1, len(general.sources))
    if share >= SHARE:
        # Were it a character only (既要抓…，又要抓…): what nearly all have is no filler.
        return True
    touched = _added(rich, general)
    if not touched:
        # A character more, or a slot that ends elsewhere, makes no other formula.
        return False
    if len(touched) == 1:
        slot, content, runs = touched[0]
        if content == runs[0] or general.literal >= WHOLE:
            return False
        if len(runs) > 1:
            return _together([(slot, r) for r in runs], rich, general, texts)
        weak = share >= SPLIT and general.literal < WEAK
        return weak and not any(runs[0] in own for own in others)
    return _together([(n, r) for n, _, runs in touched for r in runs], rich, general, texts)


def _added(rich: Candidate, general: Candidate) -> list[tuple[int, str, list[str]]]:
    """The slots of the general candidate in which the rich one has words: content and words."""
    held = enumerate(contents(general.runs, rich.text) or ())
    return [(n, content, runs) for n, content in held if (runs := _runs(content))]


def _is_it(general: Candidate, items: Skeleton) -> bool:
    return contents(general.runs, with_holes(items)) is not None


def _alternatives(
    ordered: Sequence[Candidate], u: int, rich: Iterable[int], others: Sequence[str]
) -> set[int]:
    """Of the refinements of a formula those that are a few ways to say it.

    A wording that stands in the slots of others is a filler, however few they are.
    """
    general = ordered[u]
    found: dict[tuple[int, str], int] = {}
    for t in sorted(rich, key=lambda t: (-len(ordered[t].matched), t)):
        added = [(n, run) for n, _, runs in _added(ordered[t], general) for run in runs]
        if len(added) == 1 and len(ordered[t].sources) >= EACH * len(general.sources):
            found.setdefault(added[0], t)
    for slot in sorted({slot for slot, _ in found}):
        runs = {run: t for (n, run), t in found.items() if n == slot}
        ways = {t for run, t in runs.items() if not any(run in own for own in others)}
        if 1 < len(ways) <= FEW and _are_all(general, [ordered[t] for t in ways]):
            return ways
    return set()


def _are_all(general: Candidate, ways: Sequence[Candidate]) -> bool:
    """Whether a sentence of the formula is one of the ways and no other."""
    matched = frozenset[int]().union(*(way.matched for way in ways))
    sources = frozenset[str]().union(*(way.sources for way in ways))
    return (
        len(matched) == sum(len(way.matched) for way in ways)
        and len(matched) >= ALL * len(general.matched)
        and len(sources) >= ALL * len(general.sources)
    )


def _runs(content: str) -> list[str]:
    return [r for r in content.split(HOLE) if len(r.strip("，。！？；：、")) >= 2]


def _together(
    extras: Sequence[tuple[int, str]], rich: Candidate, general: Candidate, texts: Sequence[str]
) -> bool:
    """Whether the additions come together: fillers of two places vary on their own."""
    alone: dict[tuple[int, str], int] = dict.fromkeys(extras, 0)
    for text in (texts[index] for index in general.matched):
        if any(words in text for _, words in alone):
            held = contents(general.runs, text) or ()
            for slot, words in alone if held else ():
                alone[slot, words] += words in held[slot]
            if max(alone.values()) * 0.7 > len(rich.matched):
                return False
    return True


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
