"""A sentence as a skeleton: the literals the lexicon allows, marks, and slots for all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.mining.lexicon import MARKS, Lexicon, frame_lexicon
from drafter.mining.masks import Masker
from drafter.text.segment import segment

__all__ = [
    "OPEN",
    "Skeleton",
    "is_slot",
    "literal_chars",
    "merge_slots",
    "skeleton",
]

#: An item is a literal word, a mark, or a slot ``{type}``; neighbouring slots are kept apart.
Skeleton = tuple[str, ...]

#: A slot of which nothing is known but that something stood there.
OPEN = "{x}"

#: Masks whose text says nothing of what it is.
_PLAIN = {"quote": OPEN, "mask": OPEN, "latin": OPEN}


def is_slot(item: str) -> bool:
    """Whether an item of a skeleton is a slot."""
    return item[0] == "{"


def literal_chars(items: Iterable[str]) -> int:
    """Literal characters, marks aside."""
    return sum(len(i) for i in items if not is_slot(i) and i not in MARKS)


def skeleton(text: str, masker: Masker) -> Skeleton:
    """The skeleton of one sentence: nothing of its own words survives but the lexicon's."""
    lexicon = frame_lexicon()
    out: list[str] = []
    at = 0
    for start, end, kind in masker.spans(text):
        _words(text[at:start], lexicon, out)
        if kind == "few":
            out.append(text[start:end])
        else:
            _slot(_PLAIN.get(kind, "{" + kind + "}"), out)
        at = end
    _words(text[at:], lexicon, out)
    return tuple(out)


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
