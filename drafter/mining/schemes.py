"""Shapes that are more than one sentence: the arc of a speech's points, and enumerations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from drafter.bank import Pattern, Support, pattern_id
from drafter.mining.audit import audit_frame
from drafter.mining.gather import Corpus
from drafter.mining.naming import named_frame, slot_names
from drafter.text.numerals import chinese

__all__ = ["figure_patterns", "scheme_patterns"]

#: Longer lists of points are reports, not arcs anybody would follow.
MOST_POINTS = 7
#: A figure is all scheme: met in two sources it is nobody's own.
FIGURE_SOURCES = 2


def scheme_patterns(corpus: Corpus, least: int) -> Iterator[Pattern]:
    """Arcs and enumeration schemes with in how many speeches they were met."""
    for arc, count in sorted(corpus.arcs.items()):
        if count >= least and 2 <= len(arc) <= MOST_POINTS and "其他" not in arc:
            yield _pattern("arcs", "arc", "→".join(arc), {}, count)
    for (style, items), count in sorted(corpus.schemes.items()):
        if count >= least and items <= MOST_POINTS:
            slots = dict.fromkeys(islice(slot_names("task"), items), "task")
            frame = "；".join(
                style.replace("N", chinese(n)) + "{{ " + name + " }}"
                for n, name in enumerate(slots, 1)
            )
            yield _pattern("figures", "enumeration", frame + "。", slots, count)


def figure_patterns(corpus: Corpus) -> Iterator[Pattern]:
    """Parallels and groups of four that are met in several sources; none that fails the audit."""
    for (kind, items), count in sorted(corpus.figures.items()):
        if count < FIGURE_SOURCES:
            continue
        frame, slots = named_frame("figures", (*items, "。"))
        if not audit_frame(frame, own=corpus.names):
            yield _pattern("figures", kind, frame, slots, count)


def _pattern(part: str, move: str, frame: str, slots: dict[str, str], count: int) -> Pattern:
    return Pattern(
        id=pattern_id(part, move, frame),
        part=part,
        move=move,
        frame=frame,
        slots=tuple(slots.items()),
        origin="mined",
        support=Support(count, 1),
    )
