"""Mined frames with open places that no brief can fill: completed, or without those clauses.

Formulae of the points are assembled to sentences instead
(:mod:`drafter.drafting.stock.assembling`).
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.bank import Pattern
from drafter.resources import read_data

__all__ = ["END", "OPEN_TYPES", "SLOT", "completed", "without_open_clauses"]

#: The types of slots that only a real text could fill.
OPEN_TYPES = frozenset({"np", "vp", "clause", "word", "time", "number", "date"})

#: A place of a frame, by its name, and the mark a sentence ends with.
SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
END = re.compile("[。！]$")


def completed(pattern: Pattern) -> Pattern:
    """A mined frame of opening or closing with its open places filled by what fits any speech.

    让我们更加紧密地团结起来，{{ clause }} is completed with 同心协力 (data/objects.yaml, 补足).
    """
    known = read_data("objects.yaml")["补足"] if pattern.origin == "mined" else ()
    given = next((e for e in known if e["frame"] == pattern.frame), None)
    if given is None:
        return pattern
    frame = SLOT.sub(lambda slot: given.get(slot[1], slot[0]), pattern.frame)
    left = tuple((name, kind) for name, kind in pattern.slots if name not in given)
    return replace(pattern, frame=frame, slots=left)


def without_open_clauses(pattern: Pattern) -> Pattern:
    """A heading or an exhortation without the clauses that only a real text could fill.

    提高认识，{{ clause }} is half of a heading; the solver sets the other half beside it.
    """
    types = dict(pattern.slots)
    if pattern.part not in ("headings", "closing") or OPEN_TYPES.isdisjoint(types.values()):
        return pattern
    end = END.search(pattern.frame)
    kept = [
        clause
        for clause in END.sub("", pattern.frame).split("，")
        if not any(types[name] in OPEN_TYPES for name in SLOT.findall(clause))
    ]
    frame = "，".join(kept)
    if not kept or (pattern.part == "closing" and not _stands_alone(frame)):
        return pattern
    left = tuple((name, kind) for name, kind in pattern.slots if name in SLOT.findall(frame))
    return replace(pattern, frame=frame + (end.group() if end else ""), slots=left)


def _stands_alone(frame: str) -> bool:
    return re.match(read_data("wording.yaml")["stands_alone"], frame) is not None
