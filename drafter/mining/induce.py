"""Skeletons of one part of the speech → the formulae behind them.

A formula is found through any of its own words: the sentences that have the word (an anchor) make a
bundle, and what the bundle agrees on is the formula (:mod:`drafter.mining.align`). Words of fillers
make bundles too; what comes of them is weak, or only a richer copy of a formula, and is weeded
out in :mod:`drafter.mining.choose`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

import numpy as np

from drafter.mining.align import SHARE, backbones
from drafter.mining.candidates import Candidate
from drafter.mining.chance import more_than_chance
from drafter.mining.choose import choose, telling_words
from drafter.mining.coded import Array, Coded, among, batches
from drafter.mining.edges import with_edges
from drafter.mining.matching import contents
from drafter.mining.refining import WEAK, Known, nowhere
from drafter.mining.sentences import Sentences
from drafter.mining.shadows import without_shadows
from drafter.mining.shape import LEAST_LITERAL, says_enough, takes_hold
from drafter.mining.siblings import loosened, mere_fillings, shared_forms, untyped
from drafter.mining.singles import without_aspects
from drafter.mining.skeleton import Skeleton, merge_slots, unpacked, with_holes
from drafter.mining.whole_slots import LOOSE, filled_whole
from drafter.mining.workers import aside, spread

__all__ = ["WHOLE", "Induced", "induce"]

#: Where formulae explain more than this share of the sentences, these are formulae as a whole.
WHOLE = 0.5

#: Of a larger bundle an even sample is heard.
MOST_MEMBERS = 240
#: The words of a formula have so many characters at the least, each word counted once: 既要…，又要…
FEWEST_LITERAL = LEAST_LITERAL - 1

#: So many times the choice is made again: a filling may be seen behind another filling.
ROUNDS = 2

#: A formula and the sentences it explains.
_Kept = tuple[Candidate, list[int]]


@dataclass(frozen=True, slots=True)
class Induced:
    """A formula with the skeletons (as lines) it stands for, their joint evidence and ordinal."""

    items: Skeleton
    members: tuple[str, ...]
    sources: frozenset[str]
    topics: frozenset[str]
    ordinal: str = ""


def induce(
    sentences: Sentences, least: int, elsewhere: Callable[[str], int] = nowhere
) -> list[Induced]:
    """The formulae met in at least ``least`` independent sources, the most telling first.

    ``elsewhere`` tells how often other parts of the speeches have a run of characters.

    A formula that takes no hold of its sentence (…要加强对…的指导) counts only where sentences are
    formulae as a whole: elsewhere such are phrases of a field (…事业单位…).
    """
    met = _met(sentences, dict.fromkeys(_candidates(sentences, least), frozenset()), least)
    told = Known(times=sentences.times)
    kept = choose(met, sentences.searchable, sentences.sources, least, told)
    if sum(told.met(members) for _, members in kept) <= WHOLE * sum(sentences.times):
        holding = [c for c in met if takes_hold(c.items)]
        kept = choose(holding, sentences.searchable, sentences.sources, least, told)
    else:
        kept = _judged(sentences, met, kept, least, elsewhere)
    return [
        Induced(
            c.items,
            tuple(sentences.lines[n] for n in members),
            sentences.sources(members),
            sentences.topics(members),
        )
        for c, members in kept
    ]


def _candidates(sentences: Sentences, least: int) -> Iterable[Skeleton]:
    """What bundles agree on and what repeats by itself, in a sample of the sentences."""
    numbers, fewer = sentences.sample(least)
    sample, coded = sentences.some(numbers.tolist()), sentences.coded.some(numbers)
    groups = sample.reaching([*coded.anchored()], fewer)
    found: dict[str, Skeleton] = {}
    for items in chain(_formulae(coded, _ordered(groups)), _repeated(sample, fewer)):
        found.setdefault(with_holes(items), items)
    return found.values()


def _judged(
    sentences: Sentences,
    met: Sequence[Candidate],
    kept: Sequence[_Kept],
    least: int,
    elsewhere: Callable[[str], int],
) -> list[_Kept]:
    """The choice made again, by what the slots of the formulae kept before hold.

    Fillings that took each other's sentences at first are seen for what they are the second time.
    """
    chosen, left = kept, met
    for _ in range(ROUNDS):
        left, chosen = _chosen_again(sentences, left, chosen, least, elsewhere)
    # What stands open in a sentence that all say alike is no slot: it is somebody's sentence.
    likely = more_than_chance(chosen, sentences.coded)
    edged = _edged(sentences, [(c, members) for c, members in likely if sentences.vary(members)])
    return without_shadows(sentences, filled_whole(sentences, edged, least, elsewhere))


def _chosen_again(
    sentences: Sentences,
    met: Sequence[Candidate],
    kept: Sequence[_Kept],
    least: int,
    elsewhere: Callable[[str], int],
) -> tuple[list[Candidate], list[_Kept]]:
    """The candidates that are no fillings, with the forms these share, and those chosen of them."""
    held = _contents(sentences, kept)
    times = [sum(sentences.times[n] for n in members) for _, members in kept]
    mere = aside(partial(mere_fillings, times=times), held)
    loose = _loosened(sentences, kept)
    fillings = {items for items, runs in mere().items() if all(map(elsewhere, runs))}
    telling = {items: content for items, content in held.items() if items not in fillings}
    forms = shared_forms(telling, [c.items for c in met], elsewhere)
    fillings.update(loose.values())
    fillings.update(_hardly_more(sentences, met, forms))
    forms.update((items, frozenset()) for items in loose if items not in forms)
    whole = [c for c in met if c.items not in fillings]
    known = [replace(c, fillings=forms.pop(untyped(c.items), c.fillings)) for c in whole]
    open_ = [c for c in known + _met(sentences, forms, least) if sentences.vary(c.matched)]
    home = [c for c in open_ if _at_home(c, elsewhere)]
    told = Known(held, elsewhere, sentences.times)
    return home, choose(home, sentences.searchable, sentences.sources, least, told)


def _hardly_more(
    sentences: Sentences,
    met: Iterable[Candidate],
    forms: Mapping[Skeleton, frozenset[Skeleton]],
) -> Iterator[Skeleton]:
    """The candidates that nearly all sentences have which a form's filling stands for.

    …，要按时完成 is no formula where 到…，要按时完成 is 到…，要…, filled.
    """
    filled = frozenset[Skeleton]().union(*forms.values())
    left = [c for c in met if c.items not in filled and untyped(c.items) not in forms]
    having: dict[int, list[int]] = defaultdict(list)
    for n, candidate in enumerate(left if filled else ()):
        for number in candidate.matched:
            having[number].append(n)
    told = Known(times=sentences.times)
    for one in (c for c in met if c.items in filled):
        both: dict[int, int] = defaultdict(int)
        for number in one.matched & having.keys():
            for n in having[number]:
                both[n] += sentences.times[number]
        for other, met_in_both in ((left[n], often) for n, often in both.items()):
            nearly_all = met_in_both >= SHARE * told.met(other.matched)
            if nearly_all and contents(other.runs, one.text) is not None:
                yield other.items


def _loosened(sentences: Sentences, kept: Sequence[_Kept]) -> dict[Skeleton, Skeleton]:
    """Formulae without a word that is the filling's, each with the one that has it.

    各 of 各部门要结合实际 is, where one in twenty says 办公室要结合实际: what is the formula's only
    damage takes away.
    """
    loose: dict[Skeleton, Skeleton] = {}
    for candidate, _ in kept:
        for items in loosened(candidate.items):
            loose.setdefault(items, candidate.items)
    members = {c.items: found for c, found in kept}
    plain = {untyped(c.items): found for c, found in kept}
    taken = set(chain.from_iterable(members.values()))
    out: dict[Skeleton, Skeleton] = {}
    for items, fitting in zip(loose, sentences.searchable.matched(loose), strict=True):
        own = sum(sentences.times[n] for n in members[loose[items]])
        others = taken.difference(plain.get(items, ()))
        more = sum(sentences.times[n] for n in fitting.tolist() if n not in others)
        if LOOSE * own < more:
            out[items] = loose[items]
    return out


def _edged(sentences: Sentences, kept: Sequence[_Kept]) -> list[_Kept]:
    """The formulae with the words that nearly all of their sentences have in one of their slots."""
    worded, times = sentences.all_worded, sentences.times
    # A word within a slot is asked of the sentences that have its neighbours alone.
    told = [(c.items, worded(ms, SHARE * SHARE), [times[n] for n in ms]) for c, ms in kept]
    edged = zip(kept, spread(_with_edges, None, told), strict=True)
    return [(replace(c, items=items), members) for (c, members), items in edged]


def _with_edges(_: None, told: Sequence[tuple[Skeleton, list[str], list[int]]]) -> list[Skeleton]:
    return [with_edges(items, lines, weights) for items, lines, weights in told]


def _at_home(candidate: Candidate, elsewhere: Callable[[str], int]) -> bool:
    """Whether a formula says something, or else has words that other parts do not say more often.

    …稳妥到位 is no formula of headings where the speeches say of everything that it is 稳妥到位.
    """
    words = max(candidate.runs, key=len)
    is_tail = candidate.runs == ["", words]
    says = candidate.literal >= (WEAK if is_tail else LEAST_LITERAL)
    return says or elsewhere(words) <= len(candidate.matched)


def _ordered(groups: Iterable[Array]) -> list[Array]:
    """The distinct sets of skeletons, the largest first."""
    # Numbers of one length in bytes, the high ones first, sort as the numbers do.
    distinct = {group.astype(">u4").tobytes() for group in groups}
    ordered = sorted(distinct, key=lambda group: (-len(group), group))
    return [np.frombuffer(group, ">u4").astype(np.int64) for group in ordered]


def _formulae(coded: Coded, groups: Sequence[Array]) -> Iterator[Skeleton]:
    """What each bundle agrees on, unless a larger bundle agreed on the same words before."""
    heard = [group[:: -(-len(group) // MOST_MEMBERS)] for group in groups]
    first: dict[bytes, Array] = {}
    for group, common in zip(heard, spread(_common, coded, heard), strict=True):
        if common:
            first.setdefault(common, group)
    return filter(None, spread(_agreed, coded, list(first.values())))


def _repeated(sentences: Sentences, least: int) -> Iterator[Skeleton]:
    """The skeletons met often enough by themselves.

    下面，我讲{n}点意见 is outvoted in each of its bundles where 下面，围绕…，我再讲{n}点意见 has
    more kinds of sentences.
    """
    for items in (unpacked(line) for line, e in sentences.items() if e.count >= least):
        if says_enough(items):
            yield tuple(merge_slots(items))


def _common(coded: Coded, groups: Sequence[Array]) -> list[bytes]:
    """The words each group has in common, as one key; none where they are too few."""
    weighed = ((few, [coded.weights[group] for group in few]) for few in batches(groups))
    shared = chain.from_iterable(coded.shared(few, weights, SHARE) for few, weights in weighed)
    enough = ((words, words @ coded.worded >= FEWEST_LITERAL) for words in shared)
    return [np.packbits(words).tobytes() if is_enough else b"" for words, is_enough in enough]


def _agreed(coded: Coded, groups: Sequence[Array]) -> list[Skeleton | None]:
    """What each group agrees on, where that says enough."""
    found = [without_aspects(items) if items else None for items in backbones(coded, groups)]
    return [items if items and says_enough(items) else None for items in found]


def _met(
    sentences: Sentences, formulae: Mapping[Skeleton, frozenset[Skeleton]], least: int
) -> list[Candidate]:
    """Those of the formulae that are met in enough sources; each with its known fillings."""
    having = sentences.coded.having
    out: list[Candidate] = []
    for items, fitting in zip(formulae, sentences.searchable.matched(formulae), strict=True):
        here = _telling(items, fitting, having)
        sources = sentences.sources(here)
        if len(sources) >= least:
            topics = sentences.topics(here)
            out.append(Candidate(items, frozenset(here), sources, topics, formulae[items]))
    return out


def _telling(items: Skeleton, fitting: Array, having: Mapping[str, Array]) -> list[int]:
    """Those of the sentences that have a telling word of the formula, by the cut of both."""
    told = np.zeros(len(fitting), bool)
    for word in telling_words(items, lambda word: len(having.get(word, ()))):
        if word in having:
            told |= among(fitting, having[word])
    found: list[int] = fitting[told].tolist()
    return found


def _contents(sentences: Sentences, kept: Iterable[_Kept]) -> dict[Skeleton, str]:
    """What stands in the slots of the formulae, each content on a line."""
    return {
        c.items: "\n".join(
            content
            for number in members
            for content in contents(c.runs, sentences.texts[number]) or ()
        )
        for c, members in kept
    }
