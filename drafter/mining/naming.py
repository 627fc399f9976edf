"""Names and types for the slots of a frame, so that a draft can fill it.

What stands beside a slot says what it is (data/mining.yaml, slot_cues), else the class of the word
before it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import count
from typing import Any

from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.skeleton import is_slot, merge_slots
from drafter.resources import read_data

__all__ = ["free_name", "named_frame", "slot_names"]

#: Masks that say only what was hidden; the others are slots of their own.
_TYPED = {"{person}": "np", "{place}": "np"}
_HOLE = "⟨⟩"
_VERBAL = {"modal", "adverb"}
_NOMINAL = {"verb", "preposition", "measure", "pronoun", "conjunction", "adjective", "particle"}


def named_frame(part: str, items: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The frame's text with ``{{ name }}`` slots, and each slot's type; neighbours are one slot."""
    merged = _nouns_whole(part, merge_slots(items))
    slots: dict[str, str] = {}
    out: list[str] = []
    for place, item in enumerate(merged):
        if not is_slot(item):
            out.append(item)
            continue
        kind = _kind(part, merged, place)
        name = free_name(kind, slots)
        slots[name] = kind
        out.append("{{ " + name + " }}")
    return "".join(out), slots


def free_name(kind: str, taken: Container[str]) -> str:
    """The first of the names for slots of the kind that no other slot of the frame has."""
    return next(name for name in slot_names(kind) if name not in taken)


def slot_names(kind: str) -> Iterator[str]:
    """What the slots of one kind are called in a frame, one after another: task, task2, task3 …"""
    yield kind
    for number in count(2):
        yield f"{kind}{number}"


def _nouns_whole(part: str, items: Sequence[str]) -> list[str]:
    """The items, what ends a noun a part of the slot before it: 们, the 会 of a meeting's name.

    前 behind a time stays the formula's, and the slot takes a time without it.
    """
    ends, by = re.compile(read_data("mining.yaml")["meeting_end"]), read_data("mining.yaml")["by"]
    out: list[str] = []
    for item, after in zip(items, [*items[1:], ""], strict=True):
        if item == "会" and out and is_slot(out[-1]) and ends.match(after):
            out[-1] = "{meeting}"
        elif item in by and out and _may_be_time(part, out[-1], after):
            out[-1:] = ["{by}" if part == "points" and item == by[0] else "{time}", item]
        elif item != "们" or not out or not is_slot(out[-1]):
            out.append(item)
    return out


def _may_be_time(part: str, slot: str, after: str) -> bool:
    """Whether what stands before 前 is a time, or a task's: no event, as in 换届前的一次会议."""
    return slot == "{time}" or (part == "points" and is_slot(slot) and after != "的")


def _kind(part: str, items: Sequence[str], place: int) -> str:
    known = items[place][1:-1]
    typed = _TYPED.get(items[place]) or (known if known in read_data("slots.yaml") else None)
    left = "".join(_HOLE if is_slot(i) else i for i in items[:place])
    right = "".join(_HOLE if is_slot(i) else i for i in items[place + 1 :])
    if typed == "time":
        return "deadline" if part == "points" and re.search("底|内", right[:2]) else "time"
    if typed:
        return typed
    for parts, before, after, slot in _cues():
        if (not parts or part in parts) and before.search(left) and after.search(right):
            return slot
    return _by_class(part, items, place, right)


@cache
def _cues() -> tuple[tuple[frozenset[str], re.Pattern[str], re.Pattern[str], str], ...]:
    rules: list[dict[str, Any]] = read_data("mining.yaml")["slot_cues"]
    return tuple(
        (
            frozenset(r.get("parts", ())),
            re.compile(r.get("left", "")),
            re.compile(r.get("right", "")),
            r["slot"],
        )
        for r in rules
    )


def _by_class(part: str, items: Sequence[str], place: int, right: str) -> str:
    """By grammar: an adverb wants a verb phrase, a verb or preposition a noun phrase."""
    before = items[place - 1] if place else ""
    kind = frame_lexicon().kind(before) if before and before not in MARKS else None
    if kind in _VERBAL:
        return "task" if part == "points" and right[:1] in "，。；" else "vp"
    if right.startswith(("的", "和", "与", "等", "、")) or before == "、" or kind in _NOMINAL:
        return "np"
    if before in {"", "，", "；", "。"} and right[:1] in {"，", "。", "；", "！", ""}:
        return "clause"
    return "np"
