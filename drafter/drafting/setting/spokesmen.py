"""Spokesmen: who speaks in the name of a unit, and what others do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.brief.model import Brief, Task
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.levels import by_level
from drafter.drafting.setting.user_words import clean
from drafter.resources import read_data

__all__ = ["unsaid_by_speaker", "unsaid_outside_offices"]


def unsaid_by_speaker(brief: Brief, genre: Genre, level: str) -> tuple[str, ...]:
    """What only who heads the unit may say (我代表…), where the speaker heads a part of it.

    At a regular meeting nobody says it. Nothing where the brief tells of no post.
    """
    ways = read_data("spokesmen.yaml")
    post = clean(brief.speaker.post or "") if brief.speaker else ""
    part = level not in ways["heads"] and re.match(ways["post"], post) is not None
    return tuple(ways["unsaid"]) if part or genre.base in ways["genres"] else ()


def unsaid_outside_offices(brief: Brief, level: str) -> tuple[str, ...]:
    """What offices say of the people and of those below (群众, 基层), for who is none of them.

    What the brief says itself may be said, and where it speaks of the Party all but what only who
    governs a place says (乡镇, 辖区).
    """
    ways = read_data("spokesmen.yaml")
    words = by_level(ways["offices"], level)
    governing = by_level(ways["governing"], level)
    told = "\n".join(_told(brief)) if words or governing else ""
    heard = f"{told}\n{brief.salutation or ''}"  # whom it calls 乡亲们 it may call so again
    party = re.search(ways["offices"]["party"], told) is not None
    unsaid = governing if party else (*words, *governing)
    return tuple(word for word in unsaid if word not in heard)


def _told(brief: Brief) -> Iterator[str]:
    """The texts of a brief that say what it is about."""
    yield from (brief.genre, brief.topic.name, brief.meeting or "", *brief.basis)
    yield from (*brief.achievements, *brief.problems)
    for point in brief.points:
        yield point.heading or ""
        for item in point.content:
            yield from (item.task, *item.measures) if isinstance(item, Task) else (item,)
