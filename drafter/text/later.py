"""Regular expressions compiled when they are first used.

A class of Chinese characters takes up to a millisecond to compile, and most runs of the program
never meet what most of its expressions look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

__all__ = ["later"]


def later(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A call that gives the compiled expression."""
    return cache(lambda: re.compile(pattern))
