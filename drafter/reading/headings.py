"""Where a heading ends and the body that runs on in its line begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["heading_ends"]

_STOP = re.compile(r"[。！？；：]")
#: A heading sentence longer than this, in a line that holds body, has body glued to it.
_LONG = 38


def heading_ends(texts: Sequence[str], widths: Sequence[int]) -> list[int]:
    """For each heading line its end, as characters from the start of ``texts[i]``.

    ``widths[i]`` are the characters of its enumerator.
    """
    return [_end(text, width) for text, width in zip(texts, widths, strict=True)]


def _end(text: str, width: int) -> int:
    stop = _STOP.search(text, width)
    end = stop.start() if stop else len(text)
    space = text.find(" ", width + 4, end)
    if stop and end > _LONG and space > 0:
        return space
    return end
