"""Heading clauses one by one: what each says, and which points it can be said of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.looking import PAIR, is_bound
from drafter.resources import read_data

__all__ = ["STATES", "Clause", "Liked", "Own", "is_told", "places_of", "ways_of"]


#: What of the brief a clause can be.
Own = Literal["task", "sentence", "measure", "faced"]
#: What tells how things stand: where there are two of such, they go together.
STATES: tuple[Own, ...] = ("sentence", "faced")


class Clause(Struct, frozen=True):
    """A clause a heading can be made of, and the pattern it is from; none for a task of the brief.

    ``bare`` is the text without topic and names; no two headings may share what it begins or ends
    with. ``heard`` are the character pairs a listener hears, the topic's included. ``worth`` is
    how well it would do whatever the seed says. What ``asks`` stands alone; what is ``moving`` goes
    with no point that only looks back, what is ``backward`` with no other. ``key`` is the
    candidate's, and ``of_field`` says that it is written for one field of work. ``own`` is what of
    the brief it is, where it is in its words: a task, a sentence, what is wanting as it is faced
    (正视审批效率不高的问题), or a measure, which goes with its own task alone.
    """

    text: str
    bare: str
    candidate: Candidate | None
    topical: bool
    pairs: frozenset[str]
    heard: frozenset[str]
    worth: float
    asks: bool
    moving: bool
    backward: bool
    key: int = 0
    of_field: bool = False
    own: Own | None = None

    @classmethod
    def of_brief(cls, text: str, place: int, own: Own | None) -> Clause:
        """The clause that is in the brief's words, called for as it may be; its ``place`` there.

        What is none of its texts (``own`` is None) counts them.
        """
        pairs = frozenset(text[i : i + 2] for i in range(len(text) - 1))
        key = -1 - place
        return cls(text, text, None, False, pairs, pairs, 0.0, False, False, False, key, own=own)

    @property
    def counts(self) -> bool:
        """Whether it only says how many things its point has: it stands beside another clause."""
        return self.candidate is None and self.own is None

    def says(self, other: Clause) -> bool:
        """Whether it is another clause over again, the same task, or one called for likewise."""
        kept = self.candidate is None and self.own != "measure"
        if kept and self.own == other.own and self.key == other.key:
            return True
        adverb = self.text[:PAIR]
        called = adverb == other.text[:PAIR] and adverb in read_data("heading_own.yaml")["adverbs"]
        return called or self.text == other.text

    @property
    def told(self) -> bool:
        """Whether it says what its point does: the task, or the thing that is done."""
        return self.own in ("task", "sentence", "faced") or (
            self.candidate is not None and is_told(self.candidate)
        )


def is_told(c: Candidate) -> bool:
    """Whether it is written for one thing of any field: that is done, or how something stands."""
    return is_bound(c.pattern) or (c.pattern.area is None and bool(c.about))


#: Clauses with how well each would do if nothing were taken yet.
Liked = list[tuple[float, Clause]]


def places_of(clause: Clause, focuses: Sequence[str]) -> tuple[int, ...]:
    """The places of the focuses a clause goes with: what gets things moving tells none of them.

    The empty focus is that of any clause. What is mined over no focus in particular goes with
    points on what is to be done (加大工作力度 tells no results).
    """
    c = clause.candidate
    own = None if c is None else c.focus
    loose = not (c is None or c.focus or c.own or c.about or clause.backward)
    still = read_data("wording.yaml")["heading_moves"]["never"] if clause.moving else ()
    back = read_data("wording.yaml")["heading_back"]["only"] if clause.backward else focuses
    return tuple(
        place
        for place, focus in enumerate(focuses)
        if own in (None, focus or own) and (own or focus not in still) and focus in back
        if not loose or _asks(focus)
    )


@cache
def _asks(focus: str) -> bool:
    """Whether a point on this focus says what is to be done; the empty one may be any."""
    return not focus or read_data("focuses.yaml")[focus]["support"][0] == "measure"


def ways_of(text: str) -> tuple[bool, bool, bool]:
    """Whether a clause asks something, gets things moving, and looks back."""
    cues = (_asking(), _moving(), _back())
    asks, moving, back = (cue.search(text) is not None for cue in cues)
    return asks, moving, back


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["interrogative"])


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["heading_moves"]["cue"])


@cache
def _back() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["heading_back"]["cue"])
