"""The finding on a fact that stands in the draft as another, whichever rule has seen it."""

from __future__ import annotations

from drafter.review.checked import Checked
from drafter.review.finding import Finding

__all__ = ["altered", "shortened"]

#: A message quotes no more of a text.
_MOST, _QUOTED = 60, 57


def altered(checked: Checked, field: str, told: str, span: tuple[int, int]) -> Finding:
    """``fact-altered`` for what stands there instead of what the brief has told.

    The place is excused: no later rule reports it again.
    """
    checked.excused.append(span)
    stands = checked.raw[slice(*span)]
    message = (
        f"与提纲里的“{field}”不一致：提纲写“{shortened(told)}”，稿子写“{shortened(stands)}”，"
        "请按提纲改回，或先改提纲"
    )
    return Finding("fact-altered", "error", checked.id_at(span[0]), stands, message)


def shortened(text: str) -> str:
    """A text as a message of one line quotes it."""
    text = text.replace("\n", "")
    return text if len(text) <= _MOST else f"{text[:_QUOTED]}……"
