"""Once: what two sentences would say is left to the first, be it in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["ideas_of", "purpose_once", "things_in"]

#: Of so many frames it is kept which ideas they have: of those weighed for some speeches.
_REMEMBERED = 4096
#: What a passage names within so many characters is what it is on.
_BEGINNING = 20


@cache
def _cues(what: str) -> re.Pattern[str]:
    """One expression for the ``ideas`` or the ``things`` of the data, each a group by its name."""
    named = read_data("once.yaml")[what].items()
    return re.compile("|".join(f"(?P<{name}>{cue})" for name, cue in named))


def _named(what: str, text: str) -> frozenset[str]:
    return frozenset(m.lastgroup for m in _cues(what).finditer(text) if m.lastgroup)


@lru_cache(_REMEMBERED)
def ideas_of(frame: str) -> frozenset[str]:
    """The ideas of a frame that a speech has room for once (病根清楚了, 找准问题)."""
    return _named("ideas", frame)


@lru_cache(_REMEMBERED)
def things_in(text: str) -> frozenset[str]:
    """The things of any office that a text names where it begins: 经费 of 要落实经费投入。"""
    front = re.split("[。；：]", text, maxsplit=1)[0][:_BEGINNING]
    return _named("things", front)


def purpose_once(said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without the one on the purpose where the occasion has told it already.

    今天召开…，就是想听听心里话。 needs no 这次会议的目的是… behind it.
    """
    told = re.compile(read_data("once.yaml")["purpose"])
    if not any(s.move == "occasion" and told.search(s.text) for s in said):
        return list(said)
    return [s for s in said if s.move != "purpose"]
