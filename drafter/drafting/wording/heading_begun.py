"""A heading as it is filled clause by clause: what may come next, and what it is worth."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.drafting.wording.heading_choice import BACKWARD, OUT_OF_TURN, Choice
from drafter.drafting.wording.heading_measures import Measure
from drafter.drafting.wording.heading_own import SHORT
from drafter.drafting.wording.heading_words import STATES, Clause
from drafter.resources import read_data

__all__ = ["BOTH", "BOTH_OWN", "CLASH", "SAME_THING", "SILENT", "Begun"]

#: How much less a second clause for the task the first is for: a point often has more than one.
SAME_THING = 5.0
#: How much less a heading that tells nothing of what its point says.
SILENT = 8.0
#: How much less one task of several that is the whole heading.
_ALONE = 6.0
#: How much less two sentences that say how things stand than two that say what to do, and what is
#: not the second of them behind the first.
_STATED = 11.0
#: What is told by a clause that tells no task.
_NOTHING: frozenset[int] = frozenset({-1})
#: What it is worth that two clauses tell two tasks of a point, and that they do in its own words.
BOTH, BOTH_OWN = 7.0, 15.0
#: Of so many clauses it is kept whether they count: each is asked in many measures.
_REMEMBERED = 512
#: How much less a clause that clashes with another.
CLASH = 50.0


def _counts_again(one: Clause, other: Clause) -> bool:
    """Whether one of two clauses counts the things of a point and the other does so, too."""
    return (one.counts and _counts(other.text)) or (other.counts and _counts(one.text))


@lru_cache(_REMEMBERED)
def _counts(text: str) -> bool:
    """Whether a clause says how many things there are."""
    return re.search(read_data("heading_own.yaml")["counted_beside"], text) is not None


class Begun:
    """A heading as far as it is filled: its clauses, and what tasks they tell.

    ``span`` is how long the next clause is, and ``last`` says that it is the last one.
    """

    def __init__(self, choice: Choice, measure: Measure) -> None:
        self.choice, self.pool, self.measure = choice, choice.pool, measure
        self.parts: list[Clause] = []
        self.told: frozenset[int] = frozenset()
        self.whole = self.last = len(measure) == 1
        self.span = measure[0]
        self.heard: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()
        self.by: int | None = None

    def add(self, clause: Clause) -> None:
        """Take a clause; ``by`` is the key of the task that a measure before it is for.

        ``heard`` are the character pairs of all clauses, and of those that are written: none comes
        twice in one heading, but two tasks in the brief's own words may share some.
        """
        self.parts.append(clause)
        filled, size = len(self.parts), len(self.measure)
        self.span, self.last = self.measure[min(filled, size - 1)], filled == size - 1
        self.told |= self.pool.tells.get(clause.key, frozenset())
        self.by = clause.key if clause.own == "measure" else None
        written = frozenset() if clause.own in ("task", "sentence") else clause.heard
        self.heard = self.heard[0] | clause.heard, self.heard[1] | written

    def both(self) -> float:
        """What it is worth that the heading tells more than one task of its point.

        In their own words that is not what heads the lines that say them. A heading that tells
        nothing of a point that could be told, or a remark where there are tasks, is worth less.
        """
        doing = self.choice.doing
        if not (self.told & doing if doing else self.told) and self.choice.speaks:
            return -SILENT
        if self.whole or len(self.told) < 2:
            return -_ALONE * (self.whole and len(doing) > 1)
        if not all(p.own for p in self.parts):
            return BOTH * self.pool.strict
        return -BOTH_OWN if self.pool.lined else BOTH_OWN - _STATED * self.pool.stated

    def takes(self, clause: Clause) -> bool:
        """Whether a clause may come next, whatever other headings say."""
        if clause.topical and not self.last:
            return False
        for part in self.parts:
            if clause.says(part):
                return False
        if (clause.asks and not self.whole) or (clause.counts and self.whole):
            return False
        if self.pool.crowded and any(_counts_again(clause, part) for part in self.parts):
            return False
        if self.pool.stated and clause.own in STATES:
            return self._is_of_two(clause)
        if clause.own == "sentence":  # it stands below
            return not self.whole or (self.choice.several and self.pool.strict)
        if clause.own == "task":  # of several none is the whole heading as it stands below
            return not (self.whole and clause.text in self.pool.standing)
        if clause.own != "measure":
            return True
        if self.last:  # behind its own task
            return bool(self.parts) and self.parts[-1].own == "task" and self._is_next(clause)
        return len(clause.text) in SHORT and self.choice.has_task(clause.key, self.measure[1])

    def _is_of_two(self, clause: Clause) -> bool:
        """Whether it is one of two sentences that say how things stand, and the other goes, too."""
        if self.parts:
            return self.parts[0].own in STATES
        return not self.whole and self.choice.has_other(clause.key, self.measure[-1])

    def _is_next(self, clause: Clause) -> bool:
        return self.parts[-1].key == clause.key

    def less(self, clause: Clause) -> float:
        """How much less a clause is worth here: one that tells what is told, or out of turn."""
        if self.by is not None:
            # What a measure is for is told behind it.
            return 0.0 if clause.key == self.by else CLASH
        opens = not self.parts
        halved = self.pool.stated and not opens and self.parts[0].own in STATES
        if halved and clause.own not in STATES:
            return _STATED
        less = OUT_OF_TURN * (not (self.told or self.whole) and clause.key < -1)
        less += BACKWARD * (opens and clause.own == "sentence" and not self.pool.stated)
        if self.told and self.told.issuperset(self.pool.tells.get(clause.key, _NOTHING)):
            less += SAME_THING * (clause.own != "measure")
        return less
