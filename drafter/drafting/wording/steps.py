"""Steps: how each kind of place of a speech may grow, and in what order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from drafter.drafting.setting.genre import Genre

__all__ = ["LATE", "Step", "Ways", "ways_of"]

#: From this rank on comes what goes with any matter: first whatever is said of this one is said, in
#: all points.
LATE = 5


class Step(Struct, frozen=True):
    """One way a place may grow; within a section the lowest ``rank`` comes first.

    ``passage`` is one written for a field, a thing or by the user, ``general`` one that goes with
    any; ``again`` is no sentence but one more paragraph of the same kind; ``fitting`` is what was
    written for the very thing the place speaks of (现身说法), ``akin`` a passage that has to do
    with it, ``after`` a sentence that goes on from a passage, ``shared`` one of the user's packs
    that goes with the place, ``formula`` any mined one, ``near`` what has much to do with the task,
    ``saying`` one where the length cannot do without; ``echo`` comes back to the place's own facts
    by a few words of theirs, before what was written for any; ``bare`` is how any task is begun of
    which nothing else is told.
    """

    rank: float
    kind: Literal[
        "passage", "akin", "single", "near", "after", "again", "fitting", "shared", "formula",
        "saying", "echo", "general", "bare",
    ]  # fmt: skip


#: How each kind of place grows, in order; ``item`` is an achievement or problem told among others,
#: ``evidence`` the last of them.
_STEPS = {
    "seat": (
        Step(0, "passage"),
        Step(2, "after"),
        Step(2, "formula"),
        Step(3, "again"),
        Step(LATE, "general"),
        Step(6, "single"),
        Step(6, "single"),
    ),
    # What has nothing to do with the user's sentence has a paragraph of its own while it can.
    "follow": (
        Step(0, "fitting"),
        Step(0, "akin"),
        Step(4, "near"),
        Step(4, "passage"),
        Step(6, "general"),
    ),
    # A rule says what it says: a word on keeping it, and another where there is length to spare.
    "rule": (Step(0, "fitting"), Step(6, "fitting")),
    # Where all the rules are commented on and something is wanting still.
    "spare": (Step(7, "passage"), Step(8, "passage"), Step(9, "passage")),
    # What a deed teaches stands beside it before anything is taught in general.
    "deed": (Step(0, "fitting"), Step(0, "passage")),
    "task": (Step(0, "echo"), Step(0, "fitting"), Step(1, "near"), Step(4, "near")),
    # A word on one of several comes between them: only where the length cannot do without.
    "item": (Step(LATE, "echo"), Step(LATE, "fitting")),
    "evidence": (Step(0, "echo"), Step(0, "fitting"), Step(0, "fitting"), Step(2, "single")),
    "single": (Step(2, "single"), Step(5, "single")),
}
#: The same in a formal speech: the user's own formulae stand beside passages and tasks; those that
#: all offices have come last, where the length cannot do without.
_FORMAL = {
    "seat": (
        Step(1, "passage"),
        Step(2, "shared"),
        Step(3, "again"),
        # Another paragraph may stand before it now that does not end in a formula.
        Step(3, "shared"),
        Step(LATE, "general"),
        Step(5, "after"),
        Step(6, "saying"),
        Step(7, "formula"),
    ),
    "follow": (
        Step(0, "fitting"),
        Step(0, "shared"),
        Step(3, "akin"),
        Step(3, "passage"),
        Step(4, "near"),
        Step(6, "general"),
        Step(7, "formula"),
    ),
    "task": (
        Step(0, "echo"),
        Step(0, "fitting"),
        Step(0, "shared"),
        Step(2, "near"),
        Step(4, "near"),
        Step(7, "formula"),
    ),
    **{kind: _STEPS[kind] for kind in ("spare", "rule", "deed", "item", "evidence", "single")},
}
#: The same for who reports: nothing is added to a passage that only says it again.
_REPORTING = _STEPS | {
    "seat": (Step(0, "passage"), Step(2, "formula"), Step(3, "again"), Step(LATE, "general"))
}
#: The steps of each kind of place.
Ways = Mapping[str, tuple[Step, ...]]


def ways_of(genre: Genre) -> Ways:
    """How each kind of place grows in a speech of this genre, the steps in order."""
    if genre.formal:
        return _FORMAL
    return _REPORTING if genre.direction == "上行" else _STEPS
