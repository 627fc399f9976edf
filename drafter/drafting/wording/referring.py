"""Referring: the topic by its name once in a paragraph, then as what it is (这项工作).

A name of ten characters that comes three times in three sentences is heard as a form filled in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec.structs import replace

from drafter.drafting.planning.plan import Block, Plan, Unit
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["refer_to_topic"]

#: A name shorter than this is said again more easily than anything else.
_LONG = 5


def refer_to_topic(plan: Plan, worder: Worder) -> int:
    """Call the topic 这项工作 where its paragraph has named it before; the characters that frees.

    The user's own sentences and facts stay as they are, and so does what names an occasion. Where
    nobody sets or reports tasks (党课, 致辞), it is no work.
    """
    situation = worder.situation
    topic, genre = situation.words["topic"], situation.genre
    works = genre.formal or genre.direction == "上行"
    if situation.occasional or not works or len(topic) < _LONG:
        return 0
    called = next(say for cue, say in _ways()["called"] if re.search(cue, topic))
    blocks = [b for s in plan.sections for b in s.blocks if b.role != "heading"]
    return sum([_refer(block, topic, called) for block in blocks])


def _refer(block: Block, topic: str, called: str) -> int:
    named, freed = False, 0
    for unit in block.units:
        for told in (unit.said, unit.grown):
            for place, sentence in enumerate(told):
                if topic not in sentence.text:
                    continue
                if named and sentence.origin != "brief" and not _is_given(unit, topic):
                    told[place] = _referring(sentence, topic, called)
                    freed += len(sentence.text) - len(told[place].text)
                named = True
    return freed


def _is_given(unit: Unit, topic: str) -> bool:
    """Whether a fact of the brief that the unit tells names the topic: facts are not touched."""
    facts = (f for f in unit.facts.values() if f.name != "purpose")
    return any(topic in exact for fact in facts for exact in fact.exact)


def _referring(sentence: Sentence, topic: str, called: str) -> Sentence:
    found = _named(topic).search(sentence.text)
    if found is None or sentence.text.count(topic) > 1:
        return sentence
    text = sentence.text[: found.start("name")] + called + sentence.text[found.end("name") :]
    return replace(sentence, text=text)


@cache
def _named(topic: str) -> re.Pattern[str]:
    """The topic where 这项工作 can stand for it."""
    ways = _ways()
    return re.compile(
        f"(?:{ways['before']})(?P<name>{re.escape(topic)}(?:工作)?)(?:{ways['then']})"
    )


def _ways() -> dict[str, Any]:
    ways: dict[str, Any] = read_data("wording.yaml")["topic_again"]
    return ways
