"""Terms: the character pairs that stand in for a text's words, and what content speaks of.

Two pairs may stand in different words: 运动会 and 动员会 hold those of 运动员. So a word of three
characters or more is told by its runs of three, and still told where the topic is a part of it
(普查员 under 普查).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from drafter.bank.acts import ACT_MARKS
from drafter.resources import read_data
from drafter.text.dictionary import words_in

__all__ = ["MARKS", "content_of", "part_of", "runs_within", "terms_of"]

#: No word goes on over these.
MARKS = re.compile(r"[，。；：、！？“”（）《》\s]")
#: A word between two words: where these meet, or they with it.
_MET = bytes([True] * 3)
#: Of so many texts and clauses it is kept what they speak of: those of some briefs.
_REMEMBERED = 1024


@lru_cache(_REMEMBERED)
def terms_of(text: str) -> frozenset[str]:
    """The character pairs of a text that stand inside clauses: a cheap stand-in for its words."""
    return frozenset().union(*map(_pairs_of, MARKS.split(text)))


@lru_cache(_REMEMBERED)
def content_of(text: str) -> frozenset[str]:
    """What a piece of content speaks of: its terms and its runs of three characters."""
    clauses = MARKS.split(text)
    return frozenset().union(*map(_runs_of, clauses)) if len(clauses) > 1 else _runs_of(text)


# The clauses of a brief are asked for by themselves, with their task and with the whole brief.
@lru_cache(_REMEMBERED)
def _pairs_of(clause: str) -> frozenset[str]:
    pairs = frozenset(_without_seams(clause))
    seams, known = _seams()
    if known.isdisjoint(pairs):  # as most clauses are
        return pairs
    met = [pair for pair in pairs & known if any(words in clause for words in seams[pair])]
    return pairs.difference(met) if met else pairs


def _without_seams(clause: str) -> Iterable[str]:
    """The pairs of a clause that are none of two words' meeting: who 核查房产 goes through no 查房.

    A word whose neighbours are words is one that they make where they meet, unless the first of
    them is made so itself (成立业主委员会: 立业 is none, for there is 成立).
    """
    pairs = [clause[i : i + 2] for i in range(len(clause) - 1)]
    words = bytes(words_in(clause))
    if _MET not in words:
        return pairs
    met = (at for at in range(1, len(pairs) - 1) if words.startswith(_MET, at - 1))
    seams = {at for at in met if at < 2 or not words[at - 2]}
    return [pair for at, pair in enumerate(pairs) if at not in seams]


@cache
def _seams() -> tuple[dict[str, list[str]], frozenset[str]]:
    """The words in longer ones that are another thing (健康检查 is no 检查), with those.

    They stand beside in a set, which is compared with the pairs of a clause.
    """
    seams: dict[str, list[str]] = {}
    for pair, words in read_data("wording.yaml")["seams"]:
        seams.setdefault(pair, []).append(words)
    return seams, frozenset(seams)


@lru_cache(_REMEMBERED)
def _runs_of(clause: str) -> frozenset[str]:
    # Cut out of the clause, not put together of its characters: that takes half as long again.
    return _pairs_of(clause).union([clause[i : i + 3] for i in range(len(clause) - 2)])


@lru_cache(_REMEMBERED)
def runs_within(text: str, size: int) -> frozenset[str]:
    """The runs of so many characters within the clauses of a text."""
    return frozenset([c[i : i + size] for c in MARKS.split(text) for i in range(len(c) - size + 1)])


def part_of(word: str) -> frozenset[str]:
    """The runs that, all together, tell the word for a part of a field in content.

    A kind of act in brackets (see matters.py) is told by itself; two words with a space between
    them (摊点 疏导) are told by both, wherever in the content they stand.
    """
    if word.startswith(ACT_MARKS):
        return frozenset({word})
    return frozenset().union(*map(_runs_of_word, word.split()))


def _runs_of_word(word: str) -> frozenset[str]:
    return terms_of(word) if len(word) < 3 else content_of(word) - terms_of(word)
