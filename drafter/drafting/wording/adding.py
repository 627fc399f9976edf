"""Adding: the sentences that one step of growth puts beside a unit.

They go with the content of the place: with a result or defect itself, with one measure of a task,
with the field; formulae that offices share come after what speaks of the matter.
"""

from __future__ import annotations

from drafter.drafting.planning.plan import Section, Unit
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.matters import in_turn, matters_of, owned_by, wanted_in
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.candidates import Shared
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import both, general, named, own, pointed, single
from drafter.drafting.wording.beside import formula_beside, joins_beside, near_of
from drafter.drafting.wording.echoing import ECHO, echo
from drafter.drafting.wording.passages import general_beside, passage_beside
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.sentences import (
    of_deed,
    of_demand,
    of_failing,
    of_measure,
    of_statement,
)
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence

__all__ = ["CLOSE", "add_beside", "asked_in"]

#: How much a sentence must have to do with the task it comes after.
CLOSE = 0.3
#: The same for a formula, whose words are those of many tasks; one that suits any field goes on
#: with its paragraph if they have a word in common.
_RELATED, _TOUCHING = 0.1, 0.04
#: The same for a sentence that goes on from a passage, which has many more words to share.
_AFTER = 0.5
#: The facts that may be several things, each worth a word.
_THINGS = ("measures", "further", "achievement", "problem")
#: How the kinds of goal, owner and time begin (see data/acts.yaml).
_KINDS_OF_ORDER = "〈"
#: Moves beside which measures may stand.
_MEASURES = frozenset({"measure", "mechanism", "goal"})


def add_beside(
    worder: Worder, section: Section, unit: Unit, kind: str, room: int
) -> list[Sentence]:
    """The sentences one step adds, none where nothing fits."""
    if not _takes(unit, kind, worder.situation.genre):
        return []
    if kind == "formula":
        return _formula(worder, section, unit, room)
    if kind == "shared":
        return _shared(worder, section, unit, room)
    place = (unit.part, unit.room, unit.focus)
    near = near_of(section, unit)
    if kind == "echo":
        return echo(worder, section, unit, near, room)
    if kind == "fitting":
        return _fitting(worder, unit, near, room)
    if kind == "near":
        return worder.free(Wanted(*place, passage=False, suits=single), near, room, least=CLOSE)
    if kind == "bare":
        return worder.free(Wanted(unit.part, ("follow",), unit.focus, suits=general), near, room)
    if unit.grown and (unit.grows == "seat" or not unit.about):
        # What follows a passage goes on with what it speaks of.
        near.about = content_of("".join(s.text for s in unit.grown))
    if kind in ("passage", "akin"):
        return passage_beside(worder, section, unit, near, room, akin=kind == "akin")
    if kind == "general":
        said = of_statement(worder, unit, near, room)
        return said or general_beside(worder, section, unit, near, room)
    if kind == "after":
        # What the user's own packs say needs no nearness to be preferred.
        said = _own(worder, unit, near, room)
        wanted = Wanted(*place, passage=False, suits=single)
        return said or worder.free(wanted, near, room, least=_AFTER)
    # A saying goes on from what stands before it.
    least = _TOUCHING if unit.grown and unit.grows == "seat" else 0.0
    # What is said of a result or a defect without being written for it names nothing of its own:
    # 丢掉一个客户不可怕 is no word on engineers who left, nor is 好的风气需要慢慢培养 on litter.
    suits = both(both(single, general), pointed) if unit.grows == "evidence" else single
    return worder.free(Wanted(*place, passage=False, suits=suits), near, room, least)


def _takes(unit: Unit, kind: str, genre: Genre) -> bool:
    """Whether a step can add anything here, whatever there is to choose from."""
    if unit.grows == "task" and len(unit.grown) >= unit.limit:
        return False  # more remarks on one task than that are a list of them
    if kind == "bare":
        return not unit.grown and genre.direction == "下行"
    if kind in ("fitting", "echo"):
        return True
    if kind == "general" and unit.grown:
        return False
    if unit.grows == "evidence" and unit.grown:
        return False  # what was said of the very thing is comment enough
    if kind == "near":
        return len(unit.grown) < 2
    praised = kind == "single" and unit.focus == "成绩" and genre.direction == "平行"
    if unit.grows == "seat" and (kind == "saying" or praised):
        # Sayings strung together are a paragraph of nothing, and so is one praise after another.
        return bool(unit.grown)
    return kind not in ("shared", "formula") or _takes_formula(unit, genre)


def _takes_formula(unit: Unit, genre: Genre) -> bool:
    """Whether a formula may stand here: one in a formal speech, or as a pledge of who reports.

    It goes beside a passage or a task; alone it would be a paragraph of nothing else. What the user
    says is wrong is followed by why, not by what is to be done in general.
    """
    alone = unit.grows == "seat" and not unit.grown
    wrong = unit.grows == "follow" and "problem" in unit.room
    # Nobody pledges the measures of his field where he tells of his own conduct.
    conduct = genre.direction != "下行" and unit.focus == "作风"
    # Nor those of offices where he tells of himself, but for his tasks.
    himself = genre.words.get("we") == "我" and unit.grows == "seat"
    if alone or wrong or conduct or himself or any(s.origin == "mined" for s in unit.grown):
        return False
    return genre.formal or (genre.direction == "上行" and "pledge" in unit.room)


def _fitting(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """What was written for the very thing the place speaks of: a measure, a result, a defect.

    What follows up results or defects has their focus. After a task or a deed stands a passage
    written for such, or, where there is none, what goes with it in any field, a task's measures a
    sentence each.
    """
    if unit.grows == "rule":
        return of_demand(worder, unit, near, room)
    follows = Wanted(unit.part, ("follow",), unit.focus)
    # Of a task told measure by measure the whole is spoken of behind the last.
    parts = unit.at_once and unit.limit == 1
    if unit.grows in ("task", "deed") and not (unit.grown or parts):
        passage = Wanted(unit.part, unit.room, unit.focus, passage=True)
        about = unit.about if near.task is None else unit.about & near.task
        if said := worder.free(passage, near, room, about=about):
            return said
    if unit.grows != "task":
        # Who has no duties hears of what his like do by what it is about, not by how often.
        pupils = not worder.situation.genre.duties
        follows = follows._replace(suits=named if pupils else pointed)
    elif unit.grown and unit.grown[0].move not in ("follow", ECHO):
        return []
    if said := of_failing(worder, unit, near, room):
        return said
    for asked in asked_in(unit):
        # What has the task in hand, and by when, is said to those whose task it is.
        matters = asked if worder.situation.directive else _unordered(asked)
        for about in filter(None, in_turn(matters)):
            if said := worder.free(follows, near, room, about=about):
                unit.about -= matters
                return said
    if unit.grows == "task":
        return of_measure(worder, unit, near, room, asked_in(unit))
    return of_deed(worder, unit, near, room) or of_demand(worder, unit, near, room)


def asked_in(unit: Unit) -> list[frozenset[str]]:
    """What is asked about at a place, the first first.

    A task's measures one by one, then what the task itself is called, then what kind of goal it has
    and who has it in hand, and its time: two measures together tell of things that neither does. Of
    results and defects those just said; those before have passed (收储点离地头远 is nobody's
    松懈).
    """
    things = [e for name in _THINGS if name in unit.facts for e in unit.facts[name].exact]
    if not things:
        return [unit.about]
    asked = [matters_of(thing) & unit.about for thing in things]
    if unit.grows != "task":
        return asked[::-1]
    last = [
        kinds(fact) & unit.about
        for name, kinds in (("result", wanted_in), ("owner", owned_by), ("deadline", wanted_in))
        for fact in (unit.facts[name].exact if name in unit.facts else ())
    ]
    return [*asked, unit.about.difference(*map(content_of, things), *asked, *last), *last]


def _unordered(matters: frozenset[str]) -> frozenset[str]:
    """Those that are no kind of goal, owner or time."""
    return frozenset([m for m in matters if not m.startswith(_KINDS_OF_ORDER)])


def _own(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """A sentence of the user's own packs."""
    if not worder.shelf.has_own:
        return []
    wanted = Wanted(unit.part, unit.room, unit.focus, passage=False, suits=own)
    return worder.free(wanted, near, room)


def _shared(worder: Worder, section: Section, unit: Unit, room: int) -> list[Sentence]:
    """A sentence of the user's own packs; what other offices say waits until length is wanting."""
    if not worder.shelf.has_own or formula_beside(section, unit):
        return []
    return _own(worder, unit, _near_formulae(section, unit), room)


def _near_formulae(section: Section, unit: Unit) -> Near:
    """What will stand around a formula added to a unit."""
    near = near_of(section, unit)
    near.joined = joins_beside(section, unit)
    return near


def _formula(worder: Worder, section: Section, unit: Unit, room: int) -> list[Sentence]:
    """A mined sentence: of what the place speaks of, of the field, of any; the user's own first.

    Where measures may stand it is one, where reasons alone do it is a reason; after a task or a
    sentence of the user's stands only what has to do with it, and nothing of any field.
    """
    asking = worder.situation.directive and not _MEASURES.isdisjoint(unit.room)
    # Formulae have no focus of their own: one order of them serves every place.
    place = (unit.part, ("measure", "mechanism") if asking else unit.room, None)
    least = _RELATED if unit.grows in ("task", "follow") else 0.0
    # What suits every field has nothing to do with a task: 培训护理员 wants no 技术支撑, nor has it
    # with an order: 发生事件的，一律倒查责任 wants no 政策宣传.
    kinds: tuple[Shared, ...] = ("part", "field") if least else ("part", "field", "any")
    asked = {kind: Wanted(*place, passage=False, shared=kind) for kind in kinds}
    offers = worder.scorer.offers
    asked = {kind: wanted for kind, wanted in asked.items() if offers(wanted, unit.about, least)}
    # Where there are none to choose from, it is no matter what stands around: so it is in all but
    # one of twenty places.
    if not (asked or worder.shelf.has_own) or formula_beside(section, unit):
        return []
    near = _near_formulae(section, unit)
    if said := _own(worder, unit, near, room):
        return said
    # What the place speaks of needs no other nearness; what is farther comes after it.
    part = asked.get("part")
    if part and (said := worder.free(part, near, room, about=unit.about)):
        return said
    if worder.situation.whole_field:
        # A topic that is the whole field speaks of no part of it by itself.
        asked.pop("part", None)
    for shared, wanted in asked.items():
        if shared == "any":
            # Nor is it said after what it does not go on with: 激励 wants no 资料归档.
            near.about, least = content_of("".join(s.text for s in unit.grown)), _TOUCHING
        if said := worder.free(wanted, near, room, least=least):
            return said
    return []
