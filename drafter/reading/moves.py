"""The rhetorical move of a sentence, where its cue words make it clear."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from drafter.resources import read_data
from drafter.speech import Role

__all__ = ["move_of"]


@dataclass(frozen=True, slots=True)
class _Points:
    """Words that sentences of the points start with, by first character, and words they contain.

    ``found_in`` gives for a sentence the indexes of the contained words in it; ``moves`` and
    ``ranks`` go by the same index.
    """

    by_first: dict[str, tuple[tuple[str, str], ...]]
    found_in: Callable[[str], list[tuple[int, int, int]]]
    moves: tuple[str, ...]
    ranks: tuple[int, ...]


@cache
def _rules(part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = read_data("move_cues.yaml")[part]
    return tuple((rule["move"], re.compile(rule["pattern"])) for rule in data)


@cache
def _points() -> _Points:
    import ahocorasick_rs

    rules = read_data("move_cues.yaml")["points"]
    by_first: dict[str, list[tuple[str, str]]] = {}
    for rule in rules:
        for word in rule.get("starts", ()):
            by_first.setdefault(word[0], []).append((word, rule["move"]))
    ordered = {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in by_first.items()}
    contained = [
        (word, rule["move"], rank)
        for rank, rule in enumerate(rules)
        for word in rule.get("contains", ())
    ]
    words, moves, ranks = zip(*contained, strict=True)
    automaton = ahocorasick_rs.AhoCorasick(list(words))
    return _Points(ordered, automaton.find_matches_as_indexes, moves, ranks)


def move_of(sentence: str, role: Role) -> str | None:
    """The move of a folded sentence in a paragraph of ``role``; None where nothing tells it.

    Moves are those of drafter/data/moves.yaml. What a sentence starts with tells more than what
    it contains; of the words it contains, those of the earlier rule do.
    """
    if role in ("opening", "closing"):
        for move, pattern in _rules(role):
            if pattern.search(sentence):
                return move
        return None
    points = _points()
    for word, move in points.by_first.get(sentence[:1], ()):
        if sentence.startswith(word):
            return move
    found = points.found_in(sentence)
    if not found:
        return None
    return points.moves[min((points.ranks[i], i) for i, _, _ in found)[1]]
