"""The characters that names are made of, by what they tell: lists of names.yaml in groups."""

from __future__ import annotations

from functools import cache

from drafter.resources import read_data

__all__ = ["name_characters"]


@cache
def name_characters(key: str) -> str:
    """The characters of one list of names.yaml, without the blanks between its groups."""
    return "".join(read_data("names.yaml")[key].split())
