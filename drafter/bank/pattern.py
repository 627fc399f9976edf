"""One pattern: a frame, where it belongs, and the evidence for it."""

from __future__ import annotations

import hashlib
from typing import Literal

from msgspec import Struct

from drafter.bank.frame import Frame, parse_frame

__all__ = ["Pattern", "Status", "Support", "pattern_id"]

Status = Literal["accepted", "proposed", "rejected"]


class Support(Struct, frozen=True, array_like=True):
    """Evidence: in how many speeches and topics a frame was met, and (bounded) in which sources."""

    speeches: int
    topics: int
    sources: tuple[str, ...] = ()


class Pattern(Struct, frozen=True, array_like=True):
    """A frame with its place in a speech.

    ``part`` is the part of the speech (opening, headings, points, closing, figures, arcs) and
    ``move`` one of that part's moves (data/moves.yaml). Empty ``genres``, ``levels`` or ``tones``
    mean any. ``area`` is the field of work (领域) and ``focus`` the point's focus (着眼) the frame
    is written for; None means any. ``about`` names the part of that field the frame
    speaks of (粮食 within 乡村振兴) in words of at least two characters: it is for briefs that
    speak of one of them or of the whole field; empty means any. ``slots`` maps a slot's name to
    its type (data/slots.yaml).
    """

    id: str
    part: str
    move: str
    frame: str
    slots: tuple[tuple[str, str], ...] = ()
    origin: Literal["mined", "authored"] = "mined"
    genres: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    area: str | None = None
    focus: str | None = None
    about: tuple[str, ...] = ()
    support: Support | None = None
    status: Status = "proposed"
    pack: str = ""

    @property
    def parsed(self) -> Frame:
        """The frame's parts."""
        return parse_frame(self.frame)

    @property
    def slot_types(self) -> dict[str, str]:
        """Slot name → slot type."""
        return dict(self.slots)

    @property
    def speeches(self) -> int:
        """In how many independent sources it was met; 0 for an authored one."""
        return self.support.speeches if self.support else 0


def pattern_id(part: str, move: str, frame: str) -> str:
    """A stable id: the same frame has the same id in every pack and after every re-mining."""
    digest = hashlib.sha256(frame.encode()).hexdigest()[:8]
    return f"{part}.{move}.{digest}"
