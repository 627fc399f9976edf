"""Suiting: which candidates can stand at a kind of place, whatever the speech has said.

Each test looks at the candidate alone and is the same object whenever the same is asked, so the
shelf tests its candidates once for all speeches.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from drafter.bank.acts import ACT_MARKS
from drafter.drafting.stock.assembling import is_assembled
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.looking import is_bound

__all__ = [
    "Test",
    "any_at_all",
    "both",
    "by_name",
    "comments",
    "general",
    "introduces",
    "like",
    "meant",
    "meant_beyond",
    "named",
    "names_topic",
    "of_a_field",
    "of_all",
    "of_its_field",
    "of_no_field",
    "own",
    "particular",
    "pointed",
    "single",
    "sober",
    "telling",
    "turning",
    "unbound",
]

Test = Callable[[Candidate], bool]


def any_at_all(_: Candidate) -> bool:
    """Every candidate."""
    return True


def comments(c: Candidate) -> bool:
    """What can stand after content: it does not lead up to something."""
    return not c.introduces or c.pattern.move == "lead"


def general(c: Candidate) -> bool:
    """What is written for no part of a field."""
    return not c.about


def of_no_field(c: Candidate) -> bool:
    """What is written for what any field may have or do."""
    return c.pattern.area is None


def of_its_field(c: Candidate) -> bool:
    """What comments and says why a field of work counts."""
    reasons = c.pattern.move == "why" and c.pattern.focus == "认识"
    return reasons and c.pattern.area is not None and comments(c)


def of_a_field(c: Candidate) -> bool:
    """What comments and is written for a field of work."""
    return c.pattern.area is not None and comments(c)


def of_all(c: Candidate) -> bool:
    """What is written for a field, or for no one thing of any."""
    return c.pattern.area is not None or not c.about


def by_name(c: Candidate) -> bool:
    """What comes back to the brief's own by name."""
    return c.recalls


def meant(c: Candidate) -> bool:
    """What is written for a field or a thing, or is the user's own."""
    return bool(c.about) or c.pattern.area is not None or c.own


def introduces(c: Candidate) -> bool:
    """What leads up to something."""
    return c.introduces


def turning(c: Candidate) -> bool:
    """What leads up to something and goes on from what was said before it."""
    return c.introduces and c.continues


def pointed(c: Candidate) -> bool:
    """What comments and is written for a focus."""
    return comments(c) and c.pattern.focus is not None


def single(c: Candidate) -> bool:
    """What comments and is no formula: those have a step of their own."""
    return comments(c) and not is_assembled(c.pattern)


def own(c: Candidate) -> bool:
    """What comments and is from the user's own packs."""
    return c.own and comments(c)


def named(c: Candidate) -> bool:
    """What comments and is for a focus, or for a thing by its name and no kind of act."""
    kinds = any(word.startswith(ACT_MARKS) for word in c.pattern.about)
    return comments(c) and not (kinds and c.pattern.focus is None)


def names_topic(c: Candidate) -> bool:
    """What comments and names the topic."""
    return comments(c) and "topic" in c.needs


def particular(c: Candidate) -> bool:
    """What comments and is no passage on the procedure of any work."""
    return comments(c) and not c.procedural


def sober(c: Candidate) -> bool:
    """What comments and is no passage of sayings."""
    return comments(c) and not (c.homely and c.passage)


def telling(c: Candidate) -> bool:
    """What comments and is no passage on why any work matters or how it stands."""
    return comments(c) and not c.sweeping


def unbound(c: Candidate) -> bool:
    """What is not bound to a thing that a point must speak of to have it."""
    return not is_bound(c.pattern)


@cache
def meant_beyond(genre: str) -> Test:
    """What is not for every speech of the genre: it is for some listeners, a field, a thing."""

    def meant(c: Candidate) -> bool:
        of_some = bool(c.pattern.genres) and genre not in c.pattern.genres
        return of_some or bool(c.about) or c.pattern.area is not None

    return meant


@cache
def both(one: Test, other: Test) -> Test:
    """What stands two tests."""
    return lambda c: one(c) and other(c)


@cache
def like(announcing: bool, introducing: bool) -> Test:
    """What announces a number of things, and leads up to something, or does neither."""
    return lambda c: (c.announces, c.introduces) == (announcing, introducing)
