"""A plan: the sections, paragraphs and things to say of a speech, before and while it is worded.

A :class:`Unit` is one thing to say. Wording fills its ``said``; where there is length to spare,
the budget adds sentences to its ``grown``, of the moves its ``room`` allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct, field

from drafter.drafting.setting.facts import Fact
from drafter.speech import Role, Sentence, known_length

__all__ = ["Block", "Grows", "Kind", "Plan", "Section", "Unit", "free_unit"]

_units_of = attrgetter("units")
#: The level of headings that are tasks.
_OF_A_TASK = 2

#: free: a sentence without a fact · tell: facts through frames · verbatim: the user's sentence ·
#: seat: nothing of its own, only a place where sentences may be added
Kind = Literal["free", "tell", "verbatim", "seat"]
#: How a place grows (see growing).
Grows = Literal["seat", "spare", "follow", "rule", "deed", "task", "item", "evidence", "single"]


class Unit(Struct):
    """One thing to say: how it is said, and where it may grow.

    ``must`` marks what may not be dropped when the speech is too long; ``about`` is the content
    that sentences beside it should go with; ``limit`` bounds ``grown``. ``count`` is how many
    things it announces (有三个方面…), 0 where nothing numbered follows; ``intro`` asks for a
    sentence that leads up to what follows, and for nothing else; ``opens`` allows one; ``turns``
    marks problems that come after achievements; ``cause`` is the problem a task answers,
    ``answers`` a word of one told before that it answers;
    ``starts`` marks what has nothing before it to go on from, ``besides`` what comes after things
    that were counted and is none of them; ``backbone`` asks for a passage, ``bound`` for one on
    what the heading names and for nothing else, ``spared`` for one of the field at least, as long
    as there is enough to say, ``pointed`` for a sentence of this very focus, and
    ``grows`` says how the place grows (see growing). ``thread`` is what leads over to it from the
    point before; ``goes_on`` marks what goes on telling the task of the unit before, ``at_once``
    what is told in one sentence.
    """

    kind: Kind
    part: str
    moves: tuple[str, ...]
    focus: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    text: str = ""
    fields: tuple[str, ...] = ()
    prefix: str = ""
    cause: str = ""
    answers: str = ""
    thread: str = ""
    must: bool = False
    about: frozenset[str] = frozenset()
    room: tuple[str, ...] = ()
    limit: int = 0
    count: int = 0
    intro: bool = False
    opens: bool = False
    starts: bool = False
    besides: bool = False
    turns: bool = False
    backbone: bool = False
    bound: bool = False
    spared: bool = False
    pointed: bool = False
    goes_on: bool = False
    at_once: bool = False
    grows: Grows = "single"
    said: list[Sentence] = field(default_factory=list)
    grown: list[Sentence] = field(default_factory=list)

    @property
    def is_wish(self) -> bool:
        """Whether it is a wish of the brief's own."""
        return self.kind == "verbatim" and self.grows == "follow" and self.focus == "希望"

    @property
    def sentences(self) -> list[Sentence]:
        """What it says, and what was added after it."""
        return [*self.said, *self.grown]


def free_unit(focus: str | None, move: str, **more: Any) -> Unit:
    """A sentence of a point without a fact of its own; ``more`` are the unit's other fields."""
    return Unit("free", "points", (move,), focus, **more)


class Block(Struct):
    """One paragraph: its role, its units; a heading has level and number.

    ``told`` is the brief's field that a heading's words are from.
    """

    role: Role
    units: list[Unit] = field(default_factory=list)
    level: int | None = None
    number: int | None = None
    heading: str = ""
    told: str = "要点.内容.任务"
    heading_said: Sentence | None = None

    @property
    def sentences(self) -> list[Sentence]:
        """All its sentences in order, the heading's own left out."""
        return [s for u in self.units for said in (u.said, u.grown) for s in said]

    @property
    def text(self) -> str:
        """What it says, the enumerator left out."""
        own = self.heading_said.text if self.heading_said else ""
        return own + "".join([s.text for s in self.sentences])

    @property
    def heads_task(self) -> bool:
        """Whether it is a task under its own heading: （一）."""
        return self.level == _OF_A_TASK

    @property
    def listed(self) -> list[Unit]:
        """The achievements or problems that it tells as a list: 一是…；二是…."""
        told = ("item", "evidence")
        return [u for u in self.units if u.kind == "verbatim" and u.grows in told]

    @property
    def length(self) -> int:
        """Spoken characters, the enumerator not counted."""
        own = known_length(self.heading_said.text) if self.heading_said else 0
        return own + sum([known_length(s.text) for s in self.sentences])


class Section(Struct, dict=True):
    """The opening, one point, or the closing, with its share of the length.

    ``told`` is what the user's heading of the point is about, ``elsewhere`` those of the others;
    ``headed`` are the passages that are on what its heading names, ``reserved`` those on what
    only the others name; ``things`` is how many achievements, problems, sentences and tasks it
    tells.
    """

    name: Literal["opening", "agenda", "point", "closing"]
    blocks: list[Block] = field(default_factory=list)
    focus: str | None = None
    weight: float = 1.0
    things: int = 0
    budget: int = 0
    told: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    headed: frozenset[int] = frozenset()
    reserved: frozenset[int] = frozenset()

    @property
    def length(self) -> int:
        """Spoken characters so far."""
        said = [s.text for unit in self.units() for s in (*unit.said, *unit.grown)]
        said += [b.heading_said.text for b in self.blocks if b.heading_said]
        return sum(map(known_length, said))

    @cached_property
    def scene(self) -> tuple[frozenset[str], ...]:
        """What each piece of its content is about."""
        return tuple(u.about for u in self.units() if u.must and u.room and u.about)

    def units(self) -> list[Unit]:
        """Its units in order, as they are now."""
        # A copy: paragraphs are added while a section is gone through.
        return list(chain.from_iterable(map(_units_of, self.blocks)))


class Plan(Struct):
    """The sections in order, and the fields the brief left open (field → placeholder)."""

    sections: list[Section]
    pending: dict[str, str] = field(default_factory=dict)

    @property
    def points(self) -> list[Section]:
        """The sections that are points."""
        return [s for s in self.sections if s.name == "point"]
