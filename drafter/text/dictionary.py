"""The words of two characters that Chinese has: what is none of them may be part of a name.

Text is not cut into words here. But where three characters make no word with each other, nor with
what stands before and after them, they are hardly anything but a name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from drafter.resources import data_lines

__all__ = ["is_called_name", "is_noun", "is_word", "stands_alone", "words_in"]

#: Of so many clauses it is remembered which words stand in them.
_REMEMBERED = 256


@cache
def _followers() -> dict[str, str]:
    """What makes a word after each character."""
    return {line[0]: line[1:] for line in data_lines("words.txt")}


def is_word(pair: str) -> bool:
    """Whether two characters are a word of the dictionary; fewer are none."""
    return len(pair) == 2 and pair[1] in _followers().get(pair[0], "")


@lru_cache(_REMEMBERED)  # a clause is asked for what it speaks of and for what is done in it
def words_in(text: str) -> tuple[bool, ...]:
    """For each two characters that follow one another in a text whether they are a word."""
    after = _followers().get
    return tuple([then in after(first, "") for first, then in pairwise(text)])


def stands_alone(text: str, at: int) -> bool:
    """Whether the character makes a word with neither neighbour: not the 全 of 安全."""
    return not (is_word(text[at : at + 2]) or is_word(text[max(0, at - 1) : at + 1]))


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """What makes a noun after each character, and what makes a name or a noun hardly ever seen."""
    cut = (line.partition(" ") for line in data_lines("nouns.txt"))
    return {nouns[0]: (nouns[1:], names) for nouns, _, names in cut}


def is_noun(pair: str) -> bool:
    """Whether two characters are a noun of the dictionary and no name."""
    return len(pair) == 2 and pair[1] in _nouns().get(pair[0], ("", ""))[0]


def is_called_name(pair: str) -> bool:
    """Whether the dictionary has two characters as a name (白云) or a rare noun (金谷).

    Some of its names are everyday words, too: 文明.
    """
    return len(pair) == 2 and pair[1] in _nouns().get(pair[0], ("", ""))[1]
