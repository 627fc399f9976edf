"""Candidates: patterns looked over, and how much each is liked before anything is said."""

from __future__ import annotations

import zlib
from typing import Literal

from msgspec.structs import asdict

from drafter.bank import WHOLE_FIELD, Pattern
from drafter.drafting.setting.honouring import HONOURED
from drafter.drafting.setting.recalling import RECALLED
from drafter.drafting.stock.looking import Look, is_of_a_deed

__all__ = ["Candidate", "Shared", "as_candidate"]

#: How much more a candidate is liked: the user's own packs before all, then what fits narrowly;
#: most narrowly what was written for this genre in this field.
_OWN, _AREA, _FOCUS, _GENRE, _LEVEL, _MINED = 9.0, 1.6, 0.6, 0.6, 0.3, 1.5
_GENRE_IN_AREA = 2.0
#: What comes back to the brief's own tasks by name, before what could be said of any.
_RECALLING = 4.0
#: The words that do so.
_BY_NAME = RECALLED | HONOURED
#: What is written for so few levels (a village, a school) comes before offices' terms there.
_FEW, _OWN_LEVEL = 3, 2.8

#: In a formal genre: what sayings are liked less, as passages and alone; what a passage of the
#: field and a mined frame are liked more; one of the field in plain words comes after those.
_SAYINGS, _SAYING, _OF_FIELD, _FOLKSY, _SHARED = 6.5, 3.0, 2.2, 1.0, 1.5
#: Moves in which a saying stands where a requirement or its reason could.
_ASKING = frozenset({"why", "measure", "mechanism", "goal", "summary"})

#: Moves that say how a work is arranged, checked and kept up.
_PROCEDURE = frozenset({"measure", "mechanism"})
#: What passages on any work say much the same about, however they are worded.
_SWEEPING = frozenset({"认识", "形势", "问题"})
#: Mined frames of a part of a field of work, of the whole field, or of any.
Shared = Literal["part", "field", "any"]


class Candidate(Look, frozen=True):
    """A pattern with its look; ``key`` is the number that the seed is mixed with.

    ``register`` is how much better than others it suits a formal speech.
    """

    pattern: Pattern
    liking: float
    key: int
    focus: str | None
    register: float

    @property
    def shared(self) -> Shared | None:
        """How widely a mined frame can be used; None for what was written for this project."""
        pattern = self.pattern
        if pattern.origin != "mined":
            return None
        if pattern.area is None:
            return "any"
        return "field" if {*pattern.about} <= {WHOLE_FIELD} else "part"

    @property
    def procedural(self) -> bool:
        """Whether it is a passage in offices' terms on how any work is arranged and checked."""
        of_any = not (self.homely or self.own or _narrow(self.pattern))
        return self.passage and of_any and self.pattern.move in _PROCEDURE

    @property
    def sweeping(self) -> bool:
        """Whether it is a passage on why any work matters, how it stands or what it lacks."""
        any_work = self.passage and not (self.own or _narrow(self.pattern))
        return any_work and self.pattern.move == "why" and self.focus in _SWEEPING

    @property
    def recalls(self) -> bool:
        """Whether it comes back to the brief's own tasks, owners or people by name."""
        return not self.needs.isdisjoint(_BY_NAME)

    @property
    def rare(self) -> bool:
        """Whether one genre has it for one field or thing, or it is for a kind of deed, or recalls.

        There are a few of each: none can be left to other drafts.
        """
        of_one = self.pattern.area is not None or (self.passage and bool(self.about))
        narrow = of_one and len(self.pattern.genres) == 1
        return narrow or self.recalls or is_of_a_deed(self.pattern)

    @property
    def own(self) -> bool:
        """Whether it is from one of the user's own packs."""
        return self.liking >= _OWN


def as_candidate(pattern: Pattern, look: Look, own: bool) -> Candidate:
    """The pattern with its look; ``own`` marks one of the user's own packs."""
    recalls = not look.needs.isdisjoint(_BY_NAME)
    liking = (
        _OWN * own
        + _RECALLING * recalls
        + _AREA * _narrow(pattern)
        + _FOCUS * (pattern.focus is not None)
        + _GENRE * bool(pattern.genres)
        + _GENRE_IN_AREA * (bool(pattern.genres) and pattern.area is not None)
        + (_LEVEL if len(pattern.levels) > _FEW else _OWN_LEVEL) * bool(pattern.levels)
        + _MINED * (pattern.origin == "mined" and pattern.part != "closing")
    )
    own_look = asdict(look) | {"homely": look.homely and not (recalls or _narrow(pattern))}
    return Candidate(
        **own_look,
        register=0.0 if recalls else _register(pattern, look),
        pattern=pattern,
        liking=liking,
        key=zlib.crc32(pattern.id.encode()),
        focus=pattern.focus,
    )


def _narrow(pattern: Pattern) -> bool:
    """Whether it is of a field of work, or of one thing that is done in many (培训、巡查)."""
    return pattern.area is not None or bool(pattern.about)


def _register(pattern: Pattern, look: Look) -> float:
    """How well a pattern suits a formal speech: measures of the field before sayings."""
    if pattern.part != "points":
        return 0.0
    if look.homely and not _narrow(pattern) and pattern.move in _ASKING:
        return -_SAYINGS if look.passage else -_SAYING
    if pattern.area is not None and look.passage:
        return _FOLKSY if look.homely else _OF_FIELD
    return _SHARED * (pattern.origin == "mined")
