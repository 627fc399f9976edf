"""Where one text stands among the rows of a page."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.reading.head import Head

__all__ = ["Extent"]


@dataclass(frozen=True, slots=True)
class Extent:
    """One text: its head and the last of its rows, as indexes of rows.

    ``announced`` is the running heading it stands under, without its number, else empty.
    """

    head: Head
    last: int
    announced: str = ""
