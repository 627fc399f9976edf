"""Spokesmen: who speaks in the name of a unit, and what others do not say."""

from __future__ import annotations

import re

from drafter.brief.model import Brief
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.user_words import clean
from drafter.resources import read_data

__all__ = ["unsaid_by_speaker"]


def unsaid_by_speaker(brief: Brief, genre: Genre, level: str) -> tuple[str, ...]:
    """What only who heads the unit may say (我代表…), where the speaker heads a part of it.

    At a regular meeting nobody says it. Nothing where the brief tells of no post.
    """
    ways = read_data("spokesmen.yaml")
    post = clean(brief.speaker.post or "") if brief.speaker else ""
    part = level not in ways["heads"] and re.match(ways["post"], post) is not None
    return tuple(ways["unsaid"]) if part or genre.base in ways["genres"] else ()
