"""An account of what was achieved: related things in one sentence, the sentences joined.

A list (一是…二是…三是…) tells a scheme of the figures and nothing of the work. Told one after
another with what joins them (同时, 更可喜的是, 尤其难得的是) they are heard as what came about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafter.drafting.setting.situation import roll
from drafter.drafting.setting.terms import content_of
from drafter.resources import read_data

__all__ = ["MOST", "account_of"]

#: More than these are no account any more, they are a list.
MOST = 6
#: Things that go together are told in one sentence up to this length.
_SENTENCE = 42
#: No sentence tells more than these.
_TOGETHER = 3


def account_of(clauses: Sequence[str], *, topic: str, praised: bool, seed: int) -> list[str]:
    """The sentences that tell the achievements, in the brief's order.

    ``praised`` says that the speaker tells what others did: of one's own work nobody says how
    gladdening it is. What is of the ``topic`` tells no thing from another.
    """
    ways = _Joining(praised, roll(seed, *clauses))
    return [
        ways.before(group[0], first=not number) + "，".join(group) + "。"
        for number, group in enumerate(_grouped(clauses, content_of(topic)))
    ]


def _grouped(clauses: Sequence[str], common: frozenset[str]) -> list[list[str]]:
    """Neighbours of one kind or with words in common, as long as a sentence holds them."""
    groups: list[list[str]] = []
    for clause in clauses:
        last = groups[-1] if groups else []
        fits = last and len(last) < _TOGETHER and len("，".join([*last, clause])) <= _SENTENCE
        if fits and _goes_with(last[-1], clause, common):
            last.append(clause)
        else:
            groups.append([clause])
    return groups


def _goes_with(before: str, clause: str, common: frozenset[str]) -> bool:
    """Whether a thing can follow another in its sentence: neither has clauses of its own."""
    one, other = _kind_of(before), _kind_of(clause)
    if "，" in before + clause or one.get("apart") or other.get("apart"):
        return False
    alike = bool(one) and one == other
    return alike or not (content_of(before) & content_of(clause)).isdisjoint(
        content_of(clause) - common
    )


def _kind_of(clause: str) -> dict[str, Any]:
    """What kind of achievement it is; nothing where it is of none."""
    kinds = read_data("account.yaml")["kinds"]
    return next((kind for kind in kinds if re.search(kind["cue"], clause)), {})


class _Joining:
    """What joins the sentences of one account: no word twice, no plain one after another."""

    def __init__(self, praised: bool, chance: int) -> None:
        self._by = "by" if praised else "reported"
        self._chance = chance
        self._said: list[str] = []

    def before(self, clause: str, *, first: bool) -> str:
        """What stands before the sentence that begins with this thing."""
        ways = read_data("account.yaml")
        if first or re.search(ways["joined"], clause):
            return self._say("")
        own = [way for way in _kind_of(clause).get(self._by, ()) if self._is_new(way)]
        if own:
            return self._say(own[self._chance % len(own)])
        if self._said[-1]:
            # A joining word before each sentence would be a list again.
            done = re.search(ways["done"], clause) and ways["also"] not in self._said
            return self._say(ways["also"] if done else "")
        # What adds one thing more comes last.
        plain = [
            way for way in ways["plain" if len(self._said) == 1 else "more"] if self._is_new(way)
        ]
        return self._say(plain[self._chance % len(plain)] if plain else "")

    def _is_new(self, way: str) -> bool:
        """Whether it was not said yet, nor another that holds it or that it holds (与此同时)."""
        return not any(way in said or (said and said in way) for said in self._said)

    def _say(self, way: str) -> str:
        self._said.append(way)
        return way
