"""How much of real speeches the bank's patterns account for, by move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.bank import Bank, Pattern
from drafter.mining.moves import place_of
from drafter.mining.zones import Unit, units
from drafter.reading import Reading

__all__ = ["Covered", "Matcher", "covered", "share"]

#: A pattern with fewer literal characters says too little to count as a match.
LEAST_LITERAL = 4
#: What a slot may stand for in a real sentence: any stretch of it, since 主要任务是… may go on for
#: nearly all of a sentence (zones.LONGEST).
SLOT = r"(.{1,220}?)"
_END = re.compile(r"[。！？；：，]+$")


@dataclass(frozen=True, slots=True)
class Covered:
    """A sentence of a real speech, its place, and the pattern that matches it, if any.

    The place is opening, transition, headings or closing.
    """

    source: str
    place: str
    text: str
    pattern: Pattern | None


class Matcher:
    """Finds the pattern of a sentence: of those that match, the one with the most literals."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        ranked = sorted(
            (p for p in patterns if p.part != "arcs" and p.parsed.literal >= LEAST_LITERAL),
            key=lambda p: (-p.parsed.literal, p.id),
        )
        self._tests = [(p, _anchor(p), _compiled(p)) for p in ranked]

    def find(self, text: str) -> Pattern | None:
        """The pattern that matches the whole sentence, its end mark aside."""
        bare = _END.sub("", text)
        for pattern, anchor, compiled in self._tests:
            if anchor in bare and compiled.fullmatch(bare):
                return pattern
        return None


def _compiled(pattern: Pattern) -> re.Pattern[str]:
    expression = pattern.parsed.pattern(SLOT).pattern
    return re.compile(re.sub(r"[。！？；：，]+$", "", expression))


def _anchor(pattern: Pattern) -> str:
    """The longest literal; a sentence without it need not be tried."""
    pieces = [_END.sub("", p) for p in pattern.parsed.parts if isinstance(p, str)]
    return max(pieces, key=len, default="")


def covered(readings: Iterable[Reading], bank: Bank) -> Iterator[Covered]:
    """The sentences of opening, transition, headings and closing, each with its pattern."""
    matcher = Matcher(_accepted(bank))
    for reading in readings:
        for speech in reading.speeches:
            if speech.kind != "speech":
                continue
            for unit in units(speech):
                if unit.part != "points":
                    yield Covered(reading.source, _place(unit), unit.text, matcher.find(unit.text))


def _accepted(bank: Bank) -> Iterator[Pattern]:
    """The accepted patterns, each once, but those that an earlier pack rejects.

    One that the user has mined again and not reviewed yet is still the one that was accepted.
    """
    seen: set[str] = set()
    for pattern in (p for pack in bank.packs for p in pack.patterns):
        if pattern.id not in seen and pattern.status != "proposed":
            seen.add(pattern.id)
            if pattern.status == "accepted":
                yield pattern


def _place(unit: Unit) -> str:
    if unit.part == "opening" and place_of("opening", unit.text)[1] == "transition":
        return "transition"
    return unit.part


def share(found: Iterable[Covered]) -> dict[str, tuple[int, int]]:
    """Place → (matched, all), and ``all`` over the places."""
    out: dict[str, tuple[int, int]] = {}
    for item in found:
        for key in (item.place, "all"):
            matched, total = out.get(key, (0, 0))
            out[key] = (matched + (item.pattern is not None), total + 1)
    return out
