"""What reading hands over: the texts of one source file."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.speech import Speech

__all__ = ["Reading", "SourceText"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source as lines of text, before anything is understood.

    ``name`` is what the user calls it (a path, or ``archive.zip/inner.txt``); line ``n`` of a
    plain text is ``lines[n - 1]``, line breaks and a byte-order mark removed, else untouched.
    """

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The texts found in one source, and the lines that belong to none of them (1-based)."""

    source: str
    speeches: tuple[Speech, ...]
    noise_lines: tuple[int, ...] = ()
