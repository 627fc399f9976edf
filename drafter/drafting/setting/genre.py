"""What a genre (文种) is: how it is opened and closed, its points, and who listens to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from drafter.bank import Frame

__all__ = ["ArcPoint", "Direction", "Genre", "Narrow", "Step"]

Direction = Literal["下行", "上行", "平行"]
#: What a genre has of its field of work: all, what is written for the genre, or for parts as well.
Narrow = Literal["", "own", "parts"]


class Step(Struct, frozen=True):
    """One move of the opening or closing, with the conditions under which it is said."""

    move: str
    pending: str | None = None
    when: str | None = None
    unless: str | None = None


class ArcPoint(Struct, frozen=True):
    """One point of the genre's arc: its focus, share of the length, and what feeds it.

    ``support`` are the moves that follow its content, where not those of its focus; ``cues`` (a
    regular expression) are words by which content shows that it belongs here; a ``spare`` point
    is there for such content only.
    """

    focus: str
    weight: int = 1
    fields: tuple[str, ...] = ()
    pending: str | None = None
    heading: tuple[Frame, ...] = ()
    support: tuple[str, ...] = ()
    cues: str = ""
    spare: bool = False


class Genre(Struct, frozen=True):
    """A genre as its meta.yaml describes it; ``folder`` holds its template.

    ``formal`` genres speak as offices write: requirements and measures before sayings. A ``narrow``
    one has of its field of work only what is written for it, or for parts of the field besides:
    neighbours who burn no straw hear of straw, not of mountains and rivers. Where not ``mined``,
    the listeners are no office: frames mined from offices' speeches are not for them. ``variants``
    are its forms for occasions of their own, each with the words (a regular expression) by which a
    brief shows it; their id is the one that patterns name. What a form says in its points stands
    for what its genre does, or ``beside`` it: a talk with the young is a talk. ``others`` are
    occasions that are another genre's, with its id: before teachers alone nobody holds a ceremony.
    What is to ``avoid`` are words that nobody says there: who was elected was not sent by 组织.
    ``field`` is the field of work where neither the brief's words nor its topic show one. Where
    listeners have no ``duties`` (pupils), what is written for any office's tasks is not for them.
    Where no ``orders`` are given (a lecture), nobody is told how any office arranges its work.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    direction: Direction
    titles: tuple[Frame, ...]
    salutation: Mapping[str, str]
    hail: Mapping[str, str]
    head: tuple[str, ...]
    signature: tuple[str, ...]
    numbered: bool
    purposes: tuple[Frame, ...]
    words: Mapping[str, str]
    opening: tuple[tuple[Step, ...], ...]
    agenda: tuple[Step, ...]
    points: tuple[ArcPoint, ...]
    closing: tuple[tuple[Step, ...], ...]
    natural: int
    folder: Path
    area: bool = True
    narrow: Narrow = ""
    formal: bool = False
    mined: bool = True
    beside: bool = False
    avoid: tuple[str, ...] = ()
    variants: tuple[tuple[str, Genre], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    field: str | None = None
    duties: bool = True
    orders: bool = True

    @property
    def base(self) -> str:
        """The id of the genre that this is, or is a variant of."""
        return self.folder.name
