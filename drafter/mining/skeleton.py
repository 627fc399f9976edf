"""A sentence as a skeleton: the literals the lexicon allows, marks, and slots for all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain
from sys import intern
from typing import NamedTuple, cast

from drafter.mining.counts import COUNT_OF, ORDINAL_OF
from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.masks import ITEM_OF, ITS_MARK, Masker, held_together, levels_in, masked
from drafter.resources import read_data
from drafter.text.segment import segment

__all__ = [
    "HOLE",
    "NO_SLOT",
    "OPEN",
    "WORK",
    "Packed",
    "Skeleton",
    "forget",
    "is_slot",
    "literal_chars",
    "merge_slots",
    "packed_skeletons",
    "skeleton",
    "unpacked",
    "with_holes",
    "with_work",
]

#: An item is a literal word, a mark, or a slot ``{type}``; neighbouring slots are kept apart.
Skeleton = tuple[str, ...]

#: What is told beside a line of no slot of it, but of what stood before its sentence.
NO_SLOT = "0"

#: A slot of which nothing is known but that something stood there.
OPEN = "{x}"

#: A word of the work stands as a slot of its own name, alone or with others of its kind.
WORK = re.compile(r"\{([一-龥]+)\}")
_WORKED = re.compile(r"\{[一-龥]+\}(?: \{[一-龥]+\})*")
_LEVEL = re.compile(r"\{(?:home|we)\}")
_OPEN_TWICE = f"{OPEN} {OPEN} "
_OPEN_OR_WORK = re.compile(r"\{(?:x|[一-龥]+)\} (?:\{(?:x|[一-龥]+)\} )+")
#: A slot again and again.
_ALIKE = re.compile(r"(\{(?!n\})\w+\} )\1+")
#: An ordinal goes with its verb, lest three single characters tell nothing.
_ORDERED = re.compile(rf"([{''.join(ORDINAL_OF)}]) ([^ {{] )")
#: Stands before and behind what a slot of a clause holds; a private character, on no line told.
_HOLDS = "\ue001"

#: Stands for a slot where a skeleton is searched as text; a private character, in no text.
HOLE = "\ue000"
_SLOT = re.compile(r"\{\w+\}")

#: What small places are called by listed words with (光明镇), and of what classes these are; 县 and
#: 区 begin names of offices more often.
_PLACES = frozenset("镇乡村")
_CALLED = frozenset({"verb", "adjective", "noun", "idiom"})

#: So many clauses are remembered, and up to as many older ones; some ten megabytes.
_REMEMBERED = 1 << 15
#: What ends a clause: a mark, or the end of the line.
_MARK = re.compile("([，。！？；：、\n])")
#: How a mark goes on the line of a skeleton.
_BEHIND = {mark: mark + " " for mark in MARKS} | {"\n": "\n"}
#: A literal word of two characters or more.
_TELLING = re.compile("(?:^| )[^ {]{2}")


def is_slot(item: str) -> bool:
    """Whether an item of a skeleton is a slot."""
    return item[0] == "{"


def with_holes(items: Iterable[str]) -> str:
    """The items joined, :data:`HOLE` for each slot."""
    text = "".join(items).replace(OPEN, HOLE)  # nearly all slots, and no expression is needed
    return _SLOT.sub(HOLE, text) if "{" in text else text


def literal_chars(items: Iterable[str]) -> int:
    """Literal characters, marks aside."""
    return sum([len(i) for i in items if i[0] != "{" and i not in MARKS])


class Packed(NamedTuple):
    """A skeleton as a line; whether it has a literal of two characters.

    ``held`` are the words of the work in its open slots, and what units call themselves by their
    level (全院, 我校), each behind its slot's number (:func:`with_work`).
    """

    line: str
    tells: bool
    held: str


def skeleton(text: str, masker: Masker) -> Skeleton:
    """The skeleton of one sentence: nothing of its own words survives but the lexicon's."""
    [packed] = packed_skeletons(masker.hide(text + "\n"))
    return unpacked(packed.line)


def with_work(line: str, held: str) -> str:
    """The line of a skeleton with what its slots hold (``1{学校},3{产值}``)."""
    pieces = line.split("{")
    for number, content in [told.split("{", 1) for told in held.split(",") if told]:
        if number != NO_SLOT:
            pieces[int(number)] = content + pieces[int(number)].partition("}")[2]
    return "{".join(pieces)


def packed_skeletons(hidden: str) -> Iterator[Packed]:
    """The skeleton of each line of a hidden text.

    Every line ends with its break. The sentences of many speeches are gone through together, since
    most of what is asked of one costs little more when it is asked of all; and speeches have few
    clauses of their own, so each clause is looked into once and its line kept.
    """
    # Clauses, each with its mark or its break behind it; what stands behind the last is empty.
    pieces = _MARK.split(held_together(hidden))[:-1]
    lines = _remembered()(pieces[::2])
    behind = map(_BEHIND.__getitem__, pieces[1::2])
    whole = "".join(chain.from_iterable(zip(lines, behind, strict=True)))
    for line in whole.split("\n")[:-1]:
        said, held = _apart(line) if _HOLDS in line else (line, "")
        yield Packed(said[:-1], _TELLING.search(said) is not None, held)


def _apart(line: str) -> tuple[str, str]:
    """A line without what its slots hold, and that."""
    pieces = line.split(_HOLDS)
    texts, contents = pieces[::2], pieces[1::2]
    numbers = accumulate([text.count("{") for text in texts])
    return "".join(texts), ",".join(map("{}{}".format, numbers, contents))


def unpacked(line: str) -> Skeleton:
    """The skeleton of its line; no item holds a blank, and lines sort as their skeletons do."""
    return tuple(map(intern, line.split(" "))) if line else ()


class _Remembered:
    """The skeletons of the clauses that were met last, each item with a blank behind it."""

    def __init__(self) -> None:
        self._new: dict[str, str] = {}
        self._old: dict[str, str] = {}

    def __call__(self, texts: Sequence[str]) -> Sequence[str]:
        """The skeleton of each clause; all that are not known are looked into together."""
        found: list[str | None] = [*map(self._new.get, texts)]
        if None not in found:
            return cast(list[str], found)
        if len(self._new) > _REMEMBERED:
            self._old, self._new = self._new, {}
        at = [n for n, line in enumerate(found) if line is None]
        missing = dict.fromkeys([texts[n] for n in at])
        self._new.update((text, self._old[text]) for text in missing if text in self._old)
        strange = [text for text in missing if text not in self._old]
        self._new.update(zip(strange, _looked_into(strange), strict=True))
        for n in at:
            found[n] = self._new[texts[n]]
        return cast(list[str], found)


@cache
def _remembered() -> _Remembered:
    return _Remembered()


def forget() -> None:
    """Let go of the clauses that are remembered, there being no more sentences to come."""
    _remembered.cache_clear()


def _looked_into(texts: Sequence[str]) -> list[str]:
    """Each clause's skeleton; what is masked and what cuts the text into words sees all at once."""
    lexicon = frame_lexicon()
    cut = segment(masked("".join([text + "\n" for text in texts]).translate(ITS_MARK)))
    words, known = lexicon.read(cut)
    strange = _slots()
    told = zip(words, known, strict=True)
    items = [word + " " if listed else strange[word] for word, listed in told]
    if not _PLACES.isdisjoint(words):
        _without_names_of_places(words, known, items)
    whole = "".join(items).replace("\n ", "\n")
    whole = _ORDERED.sub(r"\1\2", whole)
    for sign, item in ITEM_OF.items():
        whole = whole.replace(sign, item)
    held = _WORKED.sub(rf"{OPEN}{_HOLDS}\g<0>{_HOLDS}", _melted(whole))
    for sign, count in COUNT_OF.items():
        held = held.replace(sign, f"{{n}}{_HOLDS}{{{count}}}{_HOLDS}")
    lines = held.split("\n")[:-1]
    for n in [n for n, line in enumerate(lines) if "{home}" in line or "{we}" in line]:
        lines[n] = _holding_levels(lines[n], texts[n])
    return lines


class _Slots(dict[str, str]):
    """The slots of a word that no list has, each with a blank behind it, by the word."""

    def __missing__(self, word: str) -> str:
        parts = () if word.isspace() else frame_lexicon().of_work(word) or ("x",)
        if len(self) > _REMEMBERED:
            self.clear()
        slots = self[word] = "".join(["{" + part + "} " for part in parts])
        return slots


@cache
def _slots() -> _Slots:
    return _Slots()


@cache
def _kinds_of_places() -> frozenset[str]:
    return frozenset(read_data("mining.yaml")["kinds_of_places"])


def _without_names_of_places(words: Sequence[str], known: Sequence[bool], items: list[str]) -> None:
    """Take the listed words out of the items that small places are called by."""
    kind = frame_lexicon().kind
    for at in [n for n, word in enumerate(words) if word in _PLACES and not known[n]]:
        before = at - 1
        while before >= 0 and not items[before]:
            before -= 1
        if before < 0 or not known[before] or words[before] in _kinds_of_places():
            continue
        if kind(words[before]) in _CALLED:
            items[before] = ""


def _melted(told: str) -> str:
    """The items with slots that melt into one of their kind before them; numbers stay apart.

    A word of the work goes with what stands open beside it.
    """
    while _OPEN_TWICE in told:
        told = told.replace(_OPEN_TWICE, f"{OPEN} ")
    told = _OPEN_OR_WORK.sub(lambda run: f"{OPEN} " if OPEN in run[0] else run[0], told)
    return _ALIKE.sub(r"\1", told)


def _holding_levels(line: str, clause: str) -> str:
    """The line of a clause with what its slots of levels hold behind them, where that is told."""
    levels = levels_in(clause)
    if len(levels) != len(_LEVEL.findall(line)):  # 全县全县 are two of one slot
        return line
    said = iter(levels)
    return _LEVEL.sub(lambda at: f"{at.group()}{_HOLDS}{{{next(said)}}}{_HOLDS}", line)


def merge_slots(items: Sequence[str]) -> list[str]:
    """The items with slots that stand side by side made one open slot."""
    out: list[str] = []
    for item in items:
        if is_slot(item) and out and is_slot(out[-1]):
            out[-1] = OPEN
        else:
            out.append(item)
    return out
