"""What befell: storms, thefts and power cuts among the problems are no fault of those who speak."""

from __future__ import annotations

import re

from drafter.brief.model import Brief
from drafter.resources import read_data

__all__ = ["blame_in", "is_befallen"]


def is_befallen(problem: str) -> bool:
    """Whether a problem tells what befell somebody and nothing that was wanting."""
    ways = read_data("befallen.yaml")
    return bool(re.search(ways["cue"], problem)) and not re.search(ways["but"], problem)


def blame_in(brief: Brief) -> tuple[str, ...]:
    """What would blame somebody for it; nothing where no problem of the brief befell anybody."""
    unsaid: list[str] = read_data("befallen.yaml")["unsaid"]
    return tuple(unsaid) if any(map(is_befallen, brief.problems)) else ()
