"""Radicals used as characters → the characters themselves.

Some PDF printers write ⼀ (U+2F00, the radical) for 一 (U+4E00), and whatever is copied from such a
file looks right and matches nothing. One character becomes one character, so columns stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from drafter.resources import read_data

__all__ = ["unify"]

_RADICAL = re.compile("[\u2e80-\u2fd5]")


def unify(lines: list[str]) -> list[str]:
    """The lines with every radical that is a whole character written as that character."""
    if _RADICAL.search("\n".join(lines)) is None:  # most often
        return lines
    return [_RADICAL.sub(lambda match: _character(match.group()), line) for line in lines]


def _character(radical: str) -> str:
    """The Kangxi radicals have a compatibility mapping; the supplement only Unicode's table."""
    return str(_supplement().get(radical, unicodedata.normalize("NFKC", radical)))


@cache
def _supplement() -> dict[str, str]:
    pairs = read_data("radicals.yaml")["supplement"]
    return {pair[0]: pair[1] for pair in pairs.split()}
