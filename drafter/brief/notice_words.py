"""The cue words of drafter/data/notice.yaml as parts of expressions."""

from __future__ import annotations

import re

from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["any_of"]


def any_of(name: str) -> str:
    """One list of words as a group of branches; the longest that fits is found."""
    return f"(?:{either(map(re.escape, read_data('notice.yaml')[name]))})"
