"""Slots by their cue words alone, for sentences that have no others to be compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from drafter.mining.skeleton import Skeleton, is_slot
from drafter.resources import read_data

__all__ = ["cue_slots"]


def cue_slots(part: str, items: Sequence[str]) -> Skeleton:
    """The skeleton with what stands between cue words as one slot each (主要任务是…。)."""
    current = list(items)
    for parts, cue, slot in _cues():
        if part in parts:
            current = _apply(current, cue, "{" + slot + "}")
    return tuple(current)


@cache
def _cues() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    rules: list[dict[str, Any]] = read_data("mining.yaml")["cue_slots"]
    return tuple((frozenset(r["parts"]), re.compile(r["cue"]), r["slot"]) for r in rules)


def _apply(items: list[str], cue: re.Pattern[str], slot: str) -> list[str]:
    shown = [f"⟨{i[1:-1]}⟩" if is_slot(i) else i for i in items]
    found = cue.search("".join(shown))
    if not found:
        return items
    start, end = found.span("slot")
    edges = [0]
    for text in shown:
        edges.append(edges[-1] + len(text))
    # A cue that cuts through a word is none.
    if start not in edges or end not in edges:
        return items
    first, last = edges.index(start), edges.index(end)
    inside = items[first:last]
    if len(inside) == 1 and is_slot(inside[0]) and inside[0] != "{x}":
        return items
    return [*items[:first], slot, *items[last:]]
