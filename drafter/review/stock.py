"""The common stock of the trade: what the shipped patterns say in words of their own.

Loaded only where a rule needs it: to tell a copied passage from a formula, and an unknown name
from an ordinary word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from operator import add

from drafter.bank import Choice, Frame, Pattern, Slot, shipped_bank
from drafter.caching import digest_of, keep_data, kept
from drafter.resources import read_data

__all__ = [
    "between",
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


def stretches(patterns: Iterable[Pattern]) -> Iterator[str]:
    """What patterns say between their open places, in every wording."""
    for pattern in patterns:
        yield from between(pattern.parsed, lambda _: "")


def between(frame: Frame, filling: Callable[[str], str]) -> Iterator[str]:
    """The texts a frame gives between its slots, each wording of a choice written out.

    A slot for which ``filling`` has a word stands for that, and divides nothing.
    """
    wordings = [""]
    for part in frame.parts:
        filled = filling(part.name) if isinstance(part, Slot) else ""
        if isinstance(part, Slot) and not filled:
            yield from wordings
            wordings = [""]
        else:
            options = part.options if isinstance(part, Choice) else (filled or str(part),)
            wordings = [w + o for w in wordings for o in options][:_WORDINGS]
    yield from wordings
