"""The move of a frame and the focus of a heading, read off their own literal words."""

from __future__ import annotations

import re
from functools import cache

from drafter.resources import read_data

__all__ = ["focus_of", "place_of"]


@cache
def _rules(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(cue)) for name, cue in key_rules(key))


def key_rules(key: str) -> list[list[str]]:
    """The rules of mining.yaml under ``a`` or ``a.b``."""
    value = read_data("mining.yaml")
    for step in key.split("."):
        value = value[step]
    return list(value)


def place_of(part: str, frame: str) -> tuple[str, str]:
    """The part and move a frame belongs to; a pair of turns is a figure wherever it stands."""
    if part == "points" and _concession().search(frame):
        return "figures", "concession"
    for move, cue in _rules(f"frame_moves.{part}"):
        if cue.search(frame):
            return part, move
    raise LookupError(part)


@cache
def _concession() -> re.Pattern[str]:
    return re.compile(read_data("mining.yaml")["concession"])


def focus_of(heading: str) -> str | None:
    """What a heading is about (着眼); None where its words do not say."""
    for focus, cue in _rules("heading_focus"):
        if cue.search(heading):
            return focus
    return None
