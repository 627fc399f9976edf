"""A sentence as a skeleton: the literals the lexicon allows, marks, and slots for all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import and_, attrgetter
from sys import intern
from typing import NamedTuple

from drafter.mining.lexicon import MARKS, Lexicon, frame_lexicon
from drafter.mining.masks import Masker, goes_on, spans
from drafter.text.segment import segment

__all__ = [
    "HOLE",
    "OPEN",
    "Skeleton",
    "is_slot",
    "literal_chars",
    "merge_slots",
    "packed_skeleton",
    "skeleton",
    "unpacked",
    "with_holes",
]

#: An item is a literal word, a mark, or a slot ``{type}``; neighbouring slots are kept apart.
Skeleton = tuple[str, ...]

#: A slot of which nothing is known but that something stood there.
OPEN = "{x}"

#: Stands for a slot where a skeleton is searched as text; a private character, in no text.
HOLE = "\ue000"
_SLOT = re.compile(r"\{\w+\}")

#: So many clauses are remembered; some ten megabytes.
_REMEMBERED = 1 << 16
_CLAUSES = re.compile("[^，。！？；：、]+[，。！？；：、]?|[，。！？；：、]")


def is_slot(item: str) -> bool:
    """Whether an item of a skeleton is a slot."""
    return item[0] == "{"


def with_holes(items: Iterable[str]) -> str:
    """The items joined, :data:`HOLE` for each slot."""
    return _SLOT.sub(HOLE, "".join(items))


def literal_chars(items: Iterable[str]) -> int:
    """Literal characters, marks aside."""
    return sum([len(i) for i in items if i[0] != "{" and i not in MARKS])


def skeleton(text: str, masker: Masker) -> Skeleton:
    """The skeleton of one sentence: nothing of its own words survives but the lexicon's."""
    return unpacked(packed_skeleton(text, masker)[0])


def packed_skeleton(text: str, masker: Masker) -> tuple[str, bool]:
    """The skeleton as one line, and whether it has a literal word of two characters or more.

    Speeches have few clauses of their own, so each clause is looked into once and its line kept.
    """
    made = list(map(_clause, texts := _CLAUSES.findall(masker.hide(text))))
    if any(map(and_, [c.opens for c in made[1:]], [c.ends for c in made])):
        made = list(map(_clause, _rejoined(texts)))
    return " ".join([c.line for c in made if c.line]), any(map(_TELLING, made))


def _rejoined(texts: Iterable[str]) -> list[str]:
    """The clauses without the cuts inside of 党委、政府 and 1，260."""
    out: list[str] = []
    for text in texts:
        joined = out and _clause(text).opens and _clause(out[-1]).ends
        out.append(out.pop() + text if joined else text)
    return out


def unpacked(line: str) -> Skeleton:
    """The skeleton of its line; no item holds a blank, and lines sort as their skeletons do."""
    return tuple(map(intern, line.split(" "))) if line else ()


class _Clause(NamedTuple):
    """A clause's skeleton as a line, whether it has a literal of two characters or more.

    ``opens`` and ``ends``: it begins or ends with what may go on over a mark.
    """

    line: str
    telling: bool
    opens: bool
    ends: bool


_TELLING = attrgetter("telling")


@lru_cache(_REMEMBERED)
def _clause(text: str) -> _Clause:
    lexicon = frame_lexicon()
    out: list[str] = []
    at = 0
    for start, end, kind in spans(text):
        _words(text[at:start], lexicon, out)
        if kind == "few":
            out.append(text[start:end])
        else:
            _slot("{" + kind + "}", out)
        at = end
    _words(text[at:], lexicon, out)
    telling = any(len(item) > 1 and not is_slot(item) for item in out)
    return _Clause(" ".join(out), telling, *goes_on(text))


def _words(text: str, lexicon: Lexicon, out: list[str]) -> None:
    if not text:
        return
    for word, literal in lexicon.literals(segment(text)):
        if literal:
            out.append(word)
        elif not word.isspace():
            _slot(OPEN, out)


def _slot(kind: str, out: list[str]) -> None:
    """Add a slot; an open one melts into the slot before it, unless that is a number's."""
    if out and out[-1] == kind and kind != "{n}":
        return
    out.append(kind)


def merge_slots(items: Sequence[str]) -> list[str]:
    """The items with slots that stand side by side made one open slot."""
    out: list[str] = []
    for item in items:
        if is_slot(item) and out and is_slot(out[-1]):
            out[-1] = OPEN
        else:
            out.append(item)
    return out
