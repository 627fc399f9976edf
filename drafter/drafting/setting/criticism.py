"""Criticism: what accuses those present is not said where the brief criticises nobody."""

from __future__ import annotations

import re

from drafter.brief.model import Brief
from drafter.drafting.setting.genre import Genre
from drafter.resources import read_data

__all__ = ["accusing_in"]


def accusing_in(brief: Brief, genre: Genre) -> tuple[str, ...]:
    """What would accuse those present of how they work; nothing where the brief speaks of that.

    A meeting of one's own people ends in a point on conduct whether or not anybody was slack.
    """
    ways = read_data("accusing.yaml")
    if genre.base not in ways["genres"]:
        return ()
    headings = [point.heading or "" for point in brief.points]
    told = [brief.topic.name, brief.meeting or "", *brief.basis, *brief.problems, *headings]
    return () if re.search(ways["cue"], "\n".join(told)) else tuple(ways["unsaid"])
