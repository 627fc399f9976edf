"""The finding on a fact that stands in the draft as another, whichever rule has seen it."""

from __future__ import annotations

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.text.dictionary import is_word

__all__ = ["altered", "names_level", "shortened"]

#: A message quotes no more of a text.
_MOST, _QUOTED = 60, 57
#: 县|委 is whose it is, the 工 of 代表工委 is not.
_LEVELS = frozenset("省市县区州镇乡村街党")


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


def names_level(told: str, stands: str) -> bool:
    """Whether one character of a name stands there as a level, as it does not in the brief's.

    Who speaks 代表|县委 has not misspelt the brief's 代表工委; 市委 for 县委 is a slip.
    """
    other = [at for at, pair in enumerate(zip(told, stands, strict=False)) if len(set(pair)) > 1]
    if len(told) != len(stands) or len(other) != 1:
        return False
    at = other[0]
    level = stands[at] in _LEVELS and told[at] not in _LEVELS
    return level and is_word(stands[at : at + 2])
