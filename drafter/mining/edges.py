"""Words that stand in a slot in nearly all sentences of a formula: they are its own.

In the vote of a bundle they may have been outvoted by sentences that the formula does not stand for
(表扬 by …要给予表扬, where 我特别要表扬…，他为… was looked for; 做到 by …，确保…, where what is
left is …，…，做到…).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from drafter.mining.align import SHARE
from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.matching import contents, runs_of
from drafter.mining.skeleton import OPEN, WORK, Skeleton, is_slot, with_holes

__all__ = ["with_edges"]

#: The private characters behind HOLE that stand for words.
_FIRST = 0xF0000

#: What stands in a slot, by its words, and how often; slots hold the same many times.
_Held = Mapping[Skeleton, int]


def with_edges(items: Skeleton, lines: Sequence[str], weights: Sequence[int]) -> Skeleton:
    """The formula with the words its slots have in common, given the sentences it stands for."""
    runs = runs_of(items)
    held: list[dict[Skeleton, int]] = [defaultdict(int) for _ in runs[1:]]
    shown, word_of = _shown(lines)
    for line, n in zip(shown, weights, strict=True):
        for slot, words in zip(held, _contents(runs, line.split(" ")), strict=True):
            slot[words] += n
    slots = iter([_with_words(slot, word_of) if word_of else slot for slot in held])
    out: list[str] = []
    for item in items:
        out.extend(_settled(item, next(slots)) if is_slot(item) else [item])
    return tuple(out)


def _shown(lines: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """The lines, one private character for each slot, and what word of the work is which of them.

    A word is one character while runs are looked for, lest one be found in it.
    """
    text = "\n".join(lines)
    sign_of = {word: chr(_FIRST + n) for n, word in enumerate(sorted({*WORK.findall(text)}))}
    shown = WORK.sub(lambda found: sign_of[found[1]], text) if sign_of else text
    return with_holes([shown]).split("\n"), {sign: word for word, sign in sign_of.items()}


def _with_words(held: _Held, word_of: Mapping[str, str]) -> _Held:
    """What stands in a slot, with the words of the work for their signs."""
    return {tuple([word_of.get(word, word) for word in words]): n for words, n in held.items()}


def _contents(runs: Sequence[str], words: Sequence[str]) -> Iterator[Skeleton]:
    """What stands between the runs, by its words; a word that a run cuts through is its rest."""
    text, bounds = "".join(words), [*accumulate(map(len, words))]
    at = len(runs[0])
    for run, content in zip(runs[1:], contents(runs, text) or (), strict=False):
        end = at + len(content)
        first, last = bisect_right(bounds, at), bisect_left(bounds, end)
        if first < last:
            inside = words[first + 1 : last]
            yield text[at : bounds[first]], *inside, text[bounds[last - 1] : end]
        else:
            yield (content,)
        at = end + len(run)


def _settled(slot: str, held: _Held) -> list[str]:
    """The slot with the words that most of its contents have: all of them, at the edges, within."""
    enough, listed = SHARE * sum(held.values()), _listed()
    for words, n in held.items():
        if n >= enough and listed.issuperset(words):
            return [*words]
    before, rest = _begun([*held.items()], enough)
    behind, rest = _begun(rest, enough, back=True)
    return [*before, *_parted(slot, rest, enough), *behind[::-1]]


def _begun(
    held: Sequence[tuple[Skeleton, int]], enough: float, *, back: bool = False
) -> tuple[Skeleton, Sequence[tuple[Skeleton, int]]]:
    """The longest beginning that most of the contents have and go on behind, and what they go on.

    A single character that many words end in (动员会, 推进会) is none. ``back`` begins at the
    end.
    """
    shared: Skeleton = ()
    left = held
    while True:
        size = len(shared)
        at = ~size if back else size
        left = [(words, n) for words, n in left if len(words) > size + 1]
        word = _most([(words[at], n) for words, n in left], enough)
        if word not in _listed():
            break
        shared += (word,)
        left = [(words, n) for words, n in left if words[at] == word]
    if len("".join(shared)) < 2 and MARKS.isdisjoint(shared):
        return (), held
    return shared, [(words[:-size] if back else words[size:], n) for words, n in left]


def _parted(slot: str, held: Sequence[tuple[Skeleton, int]], enough: float) -> list[str]:
    """The slot, or two where most of the contents have a word or a mark within.

    A single character may stand in many words; a mark is what it is.
    """
    within = [(w, n) for words, n in held for w in {*words[1:-1]} if len(w) > 1 or w in MARKS]
    word = _most(within, enough)
    if word not in _listed():
        return [slot]
    before: dict[Skeleton, int] = defaultdict(int)
    behind: dict[Skeleton, int] = defaultdict(int)
    for words, n in held:
        if word in words[1:-1]:
            at = words.index(word, 1)
            before[words[:at]] += n
            behind[words[at + 1 :]] += n
    return [*_settled(OPEN, before), word, *_settled(OPEN, behind)]


def _most(held: Iterable[tuple[str, int]], enough: float) -> str | None:
    """The word that is met most, where it is met often enough."""
    met: dict[str, int] = defaultdict(int)
    for said, n in held:
        met[said] += n
    most = max(met.values(), default=0)
    if not met or most < enough:
        return None
    return min(said for said, n in met.items() if n == most)


@cache
def _listed() -> frozenset[str]:
    """The words of the lexicon and the marks: slots and pieces of words are neither."""
    return MARKS.union(frame_lexicon().classes, frame_lexicon().work)
