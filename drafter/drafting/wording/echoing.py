"""Echoing: a sentence that comes back to a unit by a few words of its own facts.

It says what to look at in the very things a task is done to, or what a count of persons or
complaints means; so it is on the matter whatever the field. One stands beside every other task at
most, and of each kind of words one in a speech: more would be heard as a trick.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from drafter.drafting.planning.plan import Section, Unit
from drafter.drafting.setting.echoes import echoes_in, echoes_of_task
from drafter.drafting.setting.facts import Fact
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.wording.beside import block_of
from drafter.drafting.wording.memory import sentences_of
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence

__all__ = ["ECHO", "echo", "echoes_at"]

#: The move of such sentences.
ECHO = "echo"
#: What comes along with other words: it may come again beside others.
_BESIDES = frozenset({"due", "keeper", "span"})
#: How much more a frame is liked for each word of the brief that it weaves in.
_WOVEN = 1.2
#: How much less what says little of the matter: whose it is, that something is written down.
_LESS = {"keeper": 2.0, "drawn": 1.5}
#: So many results of an account are come back to.
_RESULTS = 2
#: So many sets of words are looked at, and so many frames of each.
_SETS, _TRIES = 4, 3
#: Where a report tells what was done; elsewhere tasks are what is to be done.
_DONE = frozenset({"成绩", "创新", "启示"})


def echo(worder: Worder, section: Section, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """The sentence that comes back to what a unit says, of at most ``room`` characters.

    Empty where the unit has no such words, its neighbour is come back to already, or all that fits
    was said.
    """
    if not _is_open(worder, section, unit):
        return []
    facts = echoes_at(section, unit)
    found = _best(worder, unit, facts, near, room) if facts else None
    if found is None:
        return []
    candidate, text = found
    worder.echoed |= candidate.facts - _BESIDES
    fields = list(dict.fromkeys(facts[name].field for name in sorted(candidate.facts)))
    return worder.say(candidate, text, fields, sentences_of(text))


def echoes_at(section: Section, unit: Unit) -> Mapping[str, Fact]:
    """What can come back of what a unit tells: of a task, or of a result or problem just told."""
    if unit.grows == "task":
        told = {name: fact.exact for name, fact in unit.facts.items()}
        heading = section.blocks[block_of(section, unit)].heading
        return echoes_of_task(
            told.get("task", (heading,))[0],
            told.get("measures", told.get("further", ())),
            told.get("result", ("",))[0],
            "、".join(told.get("owner", ())),
            told.get("deadline", ("",))[0],
        )
    if unit.moves == ("achievement",) or unit.moves == ("problem",):
        field = "成绩" if unit.moves == ("achievement",) else "问题"
        return echoes_in("，".join(s.text for s in unit.said), field)
    return {}


def _is_open(worder: Worder, section: Section, unit: Unit) -> bool:
    """Whether a unit may be come back to: nothing is said of it yet, nor is its neighbour.

    Who has no duties (pupils) hears nothing of how tasks are seen to be done.
    """
    if unit.grown or (unit.grows == "task" and not worder.situation.genre.duties):
        return False
    alike = [u for u in section.units() if u.grows == unit.grows or u.moves == unit.moves]
    at = next((n for n, other in enumerate(alike) if other is unit), 0)
    if unit.grows != "task" and sum(map(_is_echoed, alike)) >= _RESULTS:
        return False
    return not any(_is_echoed(u) for u in alike[max(0, at - 1) : at + 2])


def _is_echoed(unit: Unit) -> bool:
    return any(s.move == ECHO for s in unit.grown)


def _focus(worder: Worder, unit: Unit) -> str | None:
    """The focus of the frames that go with a unit."""
    if unit.grows != "task":
        return "成绩" if unit.moves == ("achievement",) else "问题"
    upward = worder.situation.genre.direction == "上行"
    return "创新" if upward and unit.focus in _DONE else "任务"


def _best(
    worder: Worder, unit: Unit, facts: Mapping[str, Fact], near: Near, room: int
) -> tuple[Candidate, str] | None:
    """The frame that says most of it best, filled; None where none fits."""
    names = frozenset(facts) - worder.echoed
    each = worder.scorer.best_of_each(unit.part, (ECHO,), _focus(worder, unit), near, names)
    sets = [(most + sum(map(_worth, key)), key, found) for key, most, found in each]
    sets.sort(key=lambda found: (-found[0], sorted(found[1])))
    for _, key, found in sets[:_SETS]:
        said = {name: facts[name] for name in sorted(key)}
        for _, candidate in islice(found, _TRIES):
            text = worder.fact_text(candidate, said)
            if text and len(text) <= room and not _is_heard(worder, near, text):
                return candidate, text
    return None


def _worth(name: str) -> float:
    """How much it counts that a frame weaves some words in."""
    return _WOVEN - _LESS.get(name, 0.0)


def _is_heard(worder: Worder, near: Near, text: str) -> bool:
    return near.third_alike(text) or worder.memory.repeats(text)
