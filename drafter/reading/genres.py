"""The genre (文种) of a speech, where its title or its first words say it."""

from __future__ import annotations

import re
from functools import cache

from drafter.resources import read_data

__all__ = ["genre_of"]

#: The occasion is named in the first sentences; later ones name other meetings.
_FIRST_WORDS = 120


@cache
def _rules(place: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = read_data("genre_cues.yaml")[place]
    return tuple((rule["genre"], re.compile(rule["pattern"])) for rule in rules)


def genre_of(title: str | None, opening: str) -> str | None:
    """The id of the genre, or None where neither title nor opening tells it."""
    for place, text in (("title", title or ""), ("opening", opening[:_FIRST_WORDS])):
        for genre, pattern in _rules(place):
            if pattern.search(text):
                return genre
    return None
