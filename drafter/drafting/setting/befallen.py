"""What befell: storms, thefts and power cuts among the problems are no fault of those who speak.

Nor is how things are: a short season, steep ground, old pipes.
"""

from __future__ import annotations

import re

from drafter.brief.model import Brief
from drafter.resources import read_data
from drafter.text.sentences import clauses as split_clauses

__all__ = ["blame_in", "is_befallen", "ways_of_telling"]


def is_befallen(problem: str) -> bool:
    """Whether a problem tells what befell somebody and nothing that was wanting."""
    return bool(ways_of_telling(problem))


def ways_of_telling(problem: str) -> tuple[str, ...]:
    """How what befell somebody, how the market turned, how things are, is told before its task.

    None of a problem that somebody is to answer for.
    """
    ways = read_data("befallen.yaml")
    clauses = split_clauses(problem)
    rest = [clause for clause in clauses if not re.search(ways["given"], clause)]
    if len(rest) < len(clauses) and not re.search(ways["wanting"], "，".join(rest)):
        return tuple(ways["say_given"])
    if re.search(ways["but"], problem):
        return ()
    for cue, say in (("cue", "say"), ("market", "say_market")):
        if re.search(ways[cue], problem):
            return tuple(ways[say])
    return ()


def blame_in(brief: Brief) -> tuple[str, ...]:
    """What would blame somebody for it; nothing where no problem of the brief befell anybody."""
    unsaid: list[str] = read_data("befallen.yaml")["unsaid"]
    return tuple(unsaid) if any(map(is_befallen, brief.problems)) else ()
