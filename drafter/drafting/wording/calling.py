"""Calling: what a passage only names, as headings do (健全会审制度。), is called for.

Behind other sentences such a one is heard as a line of a list that was left in the text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from msgspec.structs import replace

from drafter.drafting.planning.plan import Plan, Unit
from drafter.drafting.setting.situation import Situation
from drafter.drafting.wording.growing import frames_of
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["call_for"]

#: What names something to be done is no longer than this, and of these moves; one of several
#: clauses, or that calls for it already, does not. Nor does one that says something of what its
#: first word names (服务好不好由老人评, 整治市容不能只靠突击).
_LINE, _MOVES = 22, ("measure", "mechanism")
_CALLS = re.compile("[，：；？要不是靠看由才]|必须|应当|务必|可以|首先|最")


def call_for(plan: Plan, situation: Situation, room: int) -> None:
    """Begin such sentences with what calls for them (要), within ``room`` characters.

    Only in formal speeches to those whose work it is; of two passages in a row one does.
    """
    if not (situation.directive and situation.genre.formal):
        return
    calls = "".join(situation.allowed([read_data("wording.yaml")["leading"]["calls"]]))
    if not calls:
        return
    verbs = tuple(read_data("wording.yaml")["verbs"])
    for section in plan.points:
        passages = [(unit, told) for unit in section.units() for told in frames_of(unit.grown)]
        passages = [(unit, told) for unit, told in passages if len(told) > 1]
        before = ""
        for unit, told in passages:
            text = _bare(told[0].text)
            named = told[0].move in _MOVES and _names_only(text, verbs)
            if named and not before.startswith(calls) and room >= len(calls):
                text = calls + text
                _say(unit, told[0], text)
                room -= len(calls)
            before = text


def _names_only(text: str, verbs: tuple[str, ...]) -> bool:
    return len(text) <= _LINE and text.startswith(verbs) and not _CALLS.search(text)


def _say(unit: Unit, said: Sentence, text: str) -> None:
    """Put a text for a sentence behind the word that leads on to it."""
    mark = said.text.removesuffix(_bare(said.text))
    place = next(i for i, s in enumerate(unit.grown) if s is said)
    unit.grown[place] = replace(said, text=mark + text)


def _bare(text: str) -> str:
    """A sentence without the word that leads on to it (see leading_on)."""
    mark, comma, rest = text.partition("，")
    return rest if comma and mark + comma in _marks() else text


@cache
def _marks() -> frozenset[str]:
    ways = read_data("wording.yaml")["leading"]
    return frozenset(chain.from_iterable([*ways["ordinals"].values(), *ways["joins"].values()]))
