"""What ``about`` calls the kinds of act, the ways, results and faults (acts.yaml)."""

from __future__ import annotations

from functools import cache

from drafter.resources import read_data

__all__ = ["ACT_MARKS", "known_acts"]

#: What the names begin with: no word of a measure does.
ACT_MARKS = ("（", "〔")
#: The names of what stands in each part of acts.yaml.
_NAMES = {"acts": "（{}）", "ways": "〔{}〕", "gains": "〔{}〕", "faults": "〔{}〕"}


@cache
def known_acts() -> dict[str, str]:
    """The shape of each of them, as acts.yaml writes it, under its name in ``about``."""
    data = read_data("acts.yaml")
    return {
        name.format(kind): shape
        for part, name in _NAMES.items()
        for kind, shape in data[part].items()
    }
