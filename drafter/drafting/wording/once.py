"""Once: what two sentences would say is left to the first, be it in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from drafter.drafting.setting.terms import runs_within
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["ideas_of", "phrases_in", "purpose_once", "things_in"]

#: Of so many frames it is kept which ideas they have: of those weighed for some speeches.
_REMEMBERED = 4096
#: What a passage names within so many characters is what it is on.
_BEGINNING = 20
#: So many characters in a row are a phrase that is heard again.
_PHRASE = 6
#: The field of a brief that a sentence on the purpose is from, and those it may tell besides.
_PURPOSE, _MORE = "主题.名称", frozenset({"会议", "地点", "依据"})


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


def phrases_in(text: str) -> frozenset[str]:
    """The runs of six characters within the clauses of a text, which are heard again."""
    return runs_within(text, _PHRASE)


def purpose_once(said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without the one on the purpose where the occasion has told it already.

    今天召开…，就是想听听心里话。 needs no 这次会议的目的是… behind it, and what is met on tells
    what the meeting is for. A sentence that tells more than the purpose stays.
    """
    told = re.compile(read_data("once.yaml")["purpose"])
    occasions = [s for s in said if s.move == "occasion"]
    if not any(_PURPOSE in s.fields or told.search(s.text) for s in occasions):
        return list(said)
    return [s for s in said if s.move != "purpose" or not _MORE.isdisjoint(s.fields)]
