"""Salutations: the words with which a text turns to those who hear it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from drafter.reading.cues import cues

__all__ = ["Salutation", "greets", "salutation_of"]

_LONGEST = 120
_LONGEST_LINE = 80


@dataclass(frozen=True, slots=True)
class Salutation:
    """A salutation: its text without the colon, and how many characters of its row it takes.

    ``spoken`` is false for the units a written text is sent to.
    """

    text: str
    end: int
    spoken: bool = True


def salutation_of(text: str) -> Salutation | None:
    """The address that begins a line, or None."""
    return _address(text[:_LONGEST])


@lru_cache(maxsize=1024)
def _address(text: str) -> Salutation | None:
    """The address of a beginning of a line; a reader asks for that of one line several times."""
    found = cues().salutation.match(text)
    line = text[:_LONGEST_LINE]
    if found is None and not line.endswith("："):
        return None
    if found is not None:
        more = cues().more_honoured.match(line, found.end())
        whole = text[: more.end("text")] if more else found["text"]
        return Salutation(whole.strip(), more.end() if more else found.end())
    found = cues().honoured.match(line)
    if found is not None:
        return Salutation(found["text"].strip(), found.end())
    found = cues().recipients.match(line)
    return Salutation(found["text"].strip(), found.end(), spoken=False) if found else None


def greets(text: str) -> bool:
    """Whether a line begins with a greeting (大家好！)."""
    return cues().greeting.match(text) is not None
