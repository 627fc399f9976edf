"""Words that stand in a slot in nearly all sentences of a formula: they are its own.

In the vote of a bundle they may have been outvoted by sentences that the formula does not stand for
(表扬 by …要给予表扬, where 我特别要表扬…，他为… was looked for; 做到 by …，确保…, where what is
left is …，…，做到…).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

import numpy as np

from drafter.mining.align import SHARE
from drafter.mining.lexicon import MARKS, MORE, frame_lexicon
from drafter.mining.matching import contents, runs_of
from drafter.mining.skeleton import OPEN, WORK, Skeleton, is_slot, with_holes
from drafter.resources import read_data

__all__ = ["with_edges"]

#: So many have a single character of grammar that is the formula's.
NEARLY = 0.95
#: The private characters behind HOLE that stand for words.
_FIRST = 0xF0000
_SIGN = re.compile("[\U000f0000-\U000fffff]")

#: What stands in a slot, a blank between its words, and how often; slots hold the same many times.
_Held = Mapping[str, int]


def with_edges(items: Skeleton, lines: Sequence[str], weights: Sequence[int]) -> Skeleton:
    """The formula with the words its slots have in common, given the sentences it stands for."""
    runs = runs_of(items)
    held: list[dict[str, int]] = [defaultdict(int) for _ in runs[1:]]
    shown, word_of = _shown(lines)
    for said, n in zip(_contents(runs, shown), weights, strict=True):
        for slot, content in zip(held, said, strict=True):
            slot[content] += n
    slots = iter([_with_words(slot, word_of) if word_of else slot for slot in held])
    out: list[str] = []
    for item in items:
        out.extend(_settled(item, next(slots), _tails(items)) if is_slot(item) else [item])
    return tuple(out)


def _tails(items: Skeleton) -> frozenset[str]:
    """The single characters behind slots of the formula: 关 of 过好…关、…关."""
    behind = (item for slot, item in pairwise(items) if is_slot(slot))
    return frozenset(item for item in behind if len(item) == 1 and item not in MARKS)


def _shown(lines: Sequence[str]) -> tuple[str, Mapping[str, str]]:
    """The lines, one private character for each slot, and what word of the work is which of them.

    A word is one character while runs are looked for, lest one be found in it.
    """
    text = "\n".join(lines)
    sign_of = {word: chr(_FIRST + n) for n, word in enumerate(sorted({*WORK.findall(text)}))}
    shown = WORK.sub(lambda found: sign_of[found[1]], text) if sign_of else text
    return with_holes([shown]), {sign: word for word, sign in sign_of.items()}


def _with_words(held: _Held, word_of: Mapping[str, str]) -> _Held:
    """What stands in a slot, with the words of the work for their signs."""
    contents = _SIGN.sub(lambda sign: word_of[sign.group()], "\n".join(held)).split("\n")
    return dict(zip(contents, held.values(), strict=True))


def _contents(runs: Sequence[str], shown: str) -> Iterator[list[str]]:
    """What stands between the runs in each line; a word that a run cuts through is its rest.

    The runs are looked for in the lines without the blanks; where each character stood tells what
    they had between them.
    """
    letters = np.frombuffer(shown.encode("utf-32-le"), np.uint32)
    stood = np.flatnonzero(letters != ord(" ")).tolist()
    begin = 0
    for text in shown.replace(" ", "").split("\n"):
        at = begin + len(runs[0])
        out: list[str] = []
        for run, content in zip(runs[1:], contents(runs, text) or (), strict=False):
            end = at + len(content)
            out.append(shown[stood[at] : stood[end - 1] + 1])
            at = end + len(run)
        yield out
        begin += len(text) + 1


def _settled(slot: str, held: _Held, tails: Set[str] = frozenset()) -> list[str]:
    """The slot with the words that most of its contents have: all of them, at the edges, within.

    A single character goes behind it that is one of the ``tails`` of other slots.
    """
    enough, listed = SHARE * sum(held.values()), _listed()
    for content, n in held.items():
        if n >= enough and listed.issuperset(content.split(" ")):
            return content.split(" ")
    before, rest = _begun([*held.items()], enough)
    behind, rest = _begun(rest, enough, back=True, small=tails)
    return [*before, *_parted(slot, rest, enough, tails), *behind[::-1]]


def _begun(
    held: Sequence[tuple[str, int]],
    enough: float,
    *,
    back: bool = False,
    small: Set[str] = frozenset(),
) -> tuple[Sequence[str], Sequence[tuple[str, int]]]:
    """The longest beginning that most of the contents have and go on behind, and what they go on.

    A single character that many words end in (动员会, 推进会) is none, but for the ``small``.
    ``back`` begins at the end.
    """
    shared: list[str] = []
    left, often = held, 0
    while True:
        left = [(content, n) for content, n in left if " " in content]
        met: dict[str, int] = defaultdict(int)
        for content, n in left:
            met[content[content.rindex(" ") + 1 :] if back else content[: content.index(" ")]] += n
        word = _most(met, enough)
        if word not in _listed():
            break
        shared.append(word)
        often = met[word]
        size = len(word) + 1
        if back:
            left = [(content[:-size], n) for content, n in left if content.endswith(f" {word}")]
        else:
            left = [(content[size:], n) for content, n in left if content.startswith(f"{word} ")]
    if not shared:
        return (), held
    if len("".join(shared)) < 2 and MARKS.isdisjoint(shared) and small.isdisjoint(shared):
        joints = read_data("mining.yaml")["joints"]
        if often < enough * NEARLY / SHARE or shared[0] not in joints:
            return (), held
    return shared, left


def _parted(
    slot: str, held: Sequence[tuple[str, int]], enough: float, tails: Set[str]
) -> list[str]:
    """The slot, or two where most of the contents have a word or a mark within."""
    word = _within(held, enough)
    if word not in _listed():
        return [slot]
    before: dict[str, int] = defaultdict(int)
    behind: dict[str, int] = defaultdict(int)
    for content, n in held:
        first, found, last = content.partition(f" {word} ")
        if found:
            before[first] += n
            behind[last] += n
    return [*_settled(OPEN, before, tails), word, *_settled(OPEN, behind, tails)]


def _within(held: Sequence[tuple[str, int]], enough: float) -> str | None:
    """The word or mark that most of the contents have within, if it is met often enough.

    A single character may stand in many words; a mark is what it is. What is met in so many of all
    is met in some of half of them, where it is looked for.
    """
    total = unheard = sum([n for _, n in held])
    met: dict[str, int] = defaultdict(int)
    for content, n in held:
        for word in {*content.split(" ")[1:-1]}:
            met[word] += n
        unheard -= n
        if 2 * unheard < total:
            break
    likely = [word for word, n in met.items() if n + unheard >= enough]
    told = [word for word in likely if len(word) > 1 or word in MARKS]
    return _most({w: sum([n for said, n in held if f" {w} " in said]) for w in told}, enough)


def _most(met: Mapping[str, int], enough: float) -> str | None:
    """The word that is met most, where it is met often enough."""
    most = max(met.values(), default=0)
    return min(word for word, n in met.items() if n == most) if met and most >= enough else None


@cache
def _listed() -> frozenset[str]:
    """The words of the lexicon, numbers and marks: slots and pieces of words are none."""
    return MARKS.union(frame_lexicon().classes, frame_lexicon().work, MORE)
