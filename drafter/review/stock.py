"""The common stock of the trade: what the shipped patterns say in words of their own.

Loaded only where a rule needs it: to tell a copied passage from a formula, and an unknown name
from an ordinary word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import Any

from drafter.bank import Choice, Pattern, Slot, shipped_bank
from drafter.caching import digest_of, keep_data, kept
from drafter.resources import read_data
from drafter.review.skeleton import bare

__all__ = [
    "formulae",
    "is_common_word",
    "is_piece",
    "is_said_beside",
    "literals",
    "stretches",
]

#: Changes whenever what is taken from patterns does; texts of so many banks are kept.
_KIND, _PAIRS_KIND, _MOST = "stock-2", "stock-pairs-1", 3
#: Between what follows one character and what follows another; no pattern says it.
_BETWEEN = "\0"
#: A literal piece of a frame this long is a formula by itself; a shorter one only beside a fact.
_PIECE = 8
_SHORT = 3
#: What blocks of nouns say of themselves.
_NO_NOUNS = frozenset({"about", "levels", "所求"})
#: So many wordings of one stretch are written out.
_WORDINGS = 64


@cache
def _words() -> str:
    """All literal text of the shipped patterns, kept between runs: all are opened for it."""
    bank = shipped_bank()
    nouns = "\n".join(_nouns())
    digest = digest_of((bank.digest + nouns).encode())
    text = kept(_KIND, digest)
    if text is None:
        text = "\n".join([*dict.fromkeys(literals(bank)), nouns])
        keep_data(_KIND, digest, text.encode(), most=_MOST)
    return text


def _nouns() -> Iterator[str]:
    """What formulae are filled with (data/objects.yaml), with the word that stands behind it."""
    for blocks in read_data("objects.yaml").values():
        for block in blocks:
            for kind, nouns in block.items():
                if isinstance(nouns, list) and kind not in _NO_NOUNS:
                    behind = "" if kind.startswith("~") else kind
                    yield from (noun + behind for noun in nouns)


def literals(bank: Iterable[Pattern]) -> Iterator[str]:
    """The literal pieces of patterns, choices included."""
    for pattern in bank:
        for part in pattern.parsed.parts:
            yield from (part,) if isinstance(part, str) else getattr(part, "options", ())


@cache
def _followers() -> dict[str, str]:
    """What stands after each character anywhere in the shipped patterns, kept between runs."""
    words = _words()
    digest = digest_of(words.encode())
    table = kept(_PAIRS_KIND, digest)
    if table is None:
        after = defaultdict(list)
        for first, then in sorted(map(tuple, set(map(add, words, words[1:])))):
            after[first].append(then)
        table = _BETWEEN.join(first + "".join(then) for first, then in after.items())
        keep_data(_PAIRS_KIND, digest, table.encode(), most=_MOST)
    return {line[0]: line[1:] for line in table.split(_BETWEEN) if line}


@lru_cache(8192)
def is_common_word(word: str) -> bool:
    """Whether the shipped patterns use it, and so nobody can take it for a name."""
    # What no pattern has is told by a pair that none has: half a megabyte is seldom searched in
    # vain, which takes half a millisecond.
    followers = _followers()
    if any(then not in followers.get(first, "") for first, then in pairwise(word)):
        return False
    return word in _words()


def is_piece(text: str) -> bool:
    """Whether a shipped pattern says just this between two of its open places or choices."""
    return text in _pieces()


@cache
def _pieces() -> frozenset[str]:
    return frozenset(_words().split("\n"))


@lru_cache(8192)
def is_said_beside(before: str, name: str, after: str) -> bool:
    """Whether the shipped patterns say it with one of its neighbours, or nothing else beside it.

    财政部 is no word of theirs though they say 财政部门; ``before`` and ``after`` are a character.
    """
    if not is_common_word(name):
        return False
    return any(map(is_common_word, (before + name, name + after, f"\n{name}\n")))


@cache
def formulae() -> tuple[Any, Any]:
    """The literal stretches of the accepted patterns as automata over bare text: long, short."""
    from ahocorasick_rs import AhoCorasick

    pieces: set[str] = set()
    pieces.update(map(bare, stretches(p for p in shipped_bank() if p.status == "accepted")))
    long = sorted(p for p in pieces if len(p) >= _PIECE)
    short = sorted(p for p in pieces if _SHORT <= len(p) < _PIECE)
    return AhoCorasick(long), AhoCorasick(short)


def stretches(patterns: Iterable[Pattern]) -> Iterator[str]:
    """What patterns say between their open places, in every wording."""
    for pattern in patterns:
        yield from _stretches(pattern.parsed.parts)


def _stretches(parts: Sequence[str | Slot | Choice]) -> Iterator[str]:
    """The texts a frame gives between its slots, each wording of a choice written out."""
    wordings = [""]
    for part in parts:
        if isinstance(part, Slot):
            yield from wordings
            wordings = [""]
        else:
            options = part.options if isinstance(part, Choice) else (part,)
            wordings = [w + o for w in wordings for o in options][:_WORDINGS]
    yield from wordings
