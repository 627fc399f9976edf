"""What the bank's parts, moves and statuses are called in Chinese (data/bank.yaml, moves.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from drafter.resources import read_data

__all__ = ["move_name", "part_names", "status_names"]


def part_names() -> Mapping[str, str]:
    """The parts of a speech in the order they are heard, each with its name."""
    return cast("Mapping[str, str]", read_data("bank.yaml")["parts"])


def status_names() -> Mapping[str, str]:
    """What can have been decided on a pattern, each with its name."""
    return cast("Mapping[str, str]", read_data("bank.yaml")["statuses"])


def move_name(part: str, move: str) -> str:
    """The name of a part's move."""
    return str(read_data("moves.yaml")[part][move])
