"""Areas: which field of work a speech belongs to, as the packs call it.

The user's own word for the field decides; where no pack is called so, a pack whose name or alias
stands in that word, in the topic or in the meeting's name does. A pack may be for what a field is
at some levels (``within`` of its pack.yaml): of 教育教学, a university hears 高等教育. A ``wide``
field gives way to the one that the topic names. Where none of these shows a field, what kind of
unit it is does: 馆际借阅 in a library (``units``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.bank import Bank, named_parts
from drafter.bank.entries import Parts
from drafter.brief.model import Brief
from drafter.brief.vocabulary import level_of_unit
from drafter.drafting.setting.levels import is_place
from drafter.drafting.setting.user_words import clean
from drafter.resources import read_data

__all__ = ["area_beside", "area_of", "is_whole_field"]

#: An alias this short stands in too many words (安全 in 安全感) to show a field by itself; a pack
#: lists those that do under ``cues``.
_SHORT = 2
#: So many characters that a unit's name begins with are the unit's name.
_NAME = 3


def area_of(brief: Brief, bank: Bank, usual: str | None = None) -> str | None:
    """The field of work of a brief; what the brief says where no pack is for it, else None.

    Where its words lead to none it is the genre's ``usual`` one, else that of its unit.
    """
    words = _words_of(bank)
    found = _told(brief, words)
    if found is None:
        if usual is not None:
            return usual
        found = _of_unit(brief, words)
    # 大学 is what many briefs call 学校: the unit's name shows it as well.
    levels = (brief.unit.level, level_of_unit(clean(brief.unit.name)))
    narrower = (words.within.get((found or "", level or "")) for level in levels)
    return next(filter(None, narrower), found)


def area_beside(brief: Brief, bank: Bank, area: str | None) -> str | None:
    """The field that the topic names where its brief is of another: 农贸市场 under 城市管理.

    What that field says of the very thing is heard as well.
    """
    named = _named(brief.topic.name, brief, _words_of(bank).telling) if area else None
    return named if named != area else None


def is_whole_field(topic: str, area: str | None, bank: Bank) -> bool:
    """Whether a topic is the field of work itself (乡村振兴), not a part of it (农房改造).

    Nor is it where it names a part besides (项目建设用地保障), or a thing called after the field
    (文化旅游节). A pack knows other names of its field, which are too short to show it in a longer
    topic (全县水利工作, but no 水利工程移民).
    """
    if area is None:
        return False
    wording = read_data("wording.yaml")
    names = _words_of(bank).whole.get(area, ())
    if names and re.fullmatch(wording["whole_topic"].format("|".join(names)), topic):
        return True
    before, named, then = topic.partition(area)
    if not named or re.match(wording["called_after"], then):
        return False
    return not named_parts(f"{before}，{then}", bank.parts_of(area))


def _told(brief: Brief, words: _Words) -> str | None:
    """The field that the brief's words lead to, whatever its unit is."""
    names = words.names
    given = clean(brief.topic.area or "")
    if given in names:
        return _besides(brief, words, names[given])
    # What the user calls the field may hold a pack's name, or be a part of one.
    wide = [n for n in names if given and (n in given or given in n)]
    if wide:
        return names[max(wide, key=len)]
    for told in (brief.topic.name, brief.meeting or brief.title or ""):
        if found := _named(told, brief, words.telling):
            return found
    # A wide word for the field (平安建设) gives way to what the topic itself is called (反诈).
    return words.cues.get(given, given) or None


def _named(told: str, brief: Brief, telling: Mapping[str, str]) -> str | None:
    """The field that a topic or a meeting names.

    What a work is for comes before what is done (文物普查, 反诈宣传, 保密就是保安全), and both
    before where it is done: 农村客运.
    """
    text = _without_name(told, clean(brief.unit.name))
    where = read_data("wording.yaml")["where"]
    found = [n for n in telling if n in text]
    best = max(found, key=lambda n: (n not in where, len(n), -text.find(n)), default=None)
    return telling[best] if best else None


def _besides(brief: Brief, words: _Words, given: str) -> str:
    """The field the user gives, unless that only says in whose house another one is worked on.

    Of network security a hospital hears what is written for that, though it calls all it does
    医疗卫生; what is a part of the house's own field stays there. A wide field (民生保障) holds
    others: of 打击欺诈骗保, no part it speaks of itself, is heard what is written for 医疗保障.
    """
    unit = clean(brief.unit.name)
    houses = [area for word, area in words.units.items() if word in unit]
    topic = brief.topic.name
    own = any(word in topic for part in words.parts.get(given, ()) for word in part)
    if own or given not in (*houses, *words.wide):
        return given
    return _named(topic, brief, words.telling) or given


def _of_unit(brief: Brief, words: _Words) -> str | None:
    """The field of what the unit is, by the longest word, the first of those.

    A place has none, nor has what any unit does in its own house.
    """
    unit = clean(brief.unit.name)
    inside = re.search(read_data("wording.yaml")["housework"], brief.topic.name)
    if inside or is_place(level_of_unit(unit)):
        return None
    found = [w for w in words.units if w in unit]
    best = max(found, key=lambda word: (len(word), -unit.find(word)), default=None)
    return words.units[best] if best else None


def _without_name(text: str, unit: str) -> str:
    """A topic without what the unit calls itself: a firm called 麦香食品 is not about food."""
    names = (unit[:size] for size in range(len(unit), _NAME - 1, -1))
    return text.replace(next((n for n in names if n in text), "\n"), "")


class _Words(Struct, frozen=True):
    """Words that lead to a field: ``names`` what it is called, ``cues`` what shows it anywhere.

    ``telling`` are the names long enough to show it in a topic, with the cues. ``units`` are what
    units of the field are called, ``within`` leads from a field and a level to the field that takes
    its place there, ``parts`` are the words of the parts of a field, ``wide`` the fields that hold
    others. ``whole`` are other names of a whole field.
    """

    names: dict[str, str]
    cues: dict[str, str]
    telling: dict[str, str]
    units: dict[str, str]
    within: dict[tuple[str, str], str]
    parts: dict[str, Parts]
    wide: frozenset[str]
    whole: dict[str, tuple[str, ...]]


_WORDS: WeakKeyDictionary[Bank, _Words] = WeakKeyDictionary()


def _words_of(bank: Bank) -> _Words:
    """The words of every field of a bank; looked for once."""
    found = _WORDS.get(bank)
    if found is None:
        names: dict[str, str] = {}
        cues: dict[str, str] = {}
        units: dict[str, str] = {}
        within: dict[tuple[str, str], str] = {}
        for pack in bank.packs:
            if pack.area:
                for name in (pack.area, *(pack.meta.get("aliases") or ())):
                    names.setdefault(str(name), pack.area)
                cues.update((str(cue), pack.area) for cue in pack.meta.get("cues") or ())
                for unit in pack.meta.get("units") or ():
                    units.setdefault(str(unit), pack.area)
                for field, levels in (pack.meta.get("within") or {}).items():
                    within.update(((str(field), str(level)), pack.area) for level in levels)
        parts = {area: bank.parts_of(area) for area in {*names.values()}}
        wide = frozenset(p.area for p in bank.packs if p.area and p.meta.get("wide"))
        whole = {p.area: tuple(map(str, p.meta.get("whole") or ())) for p in bank.packs if p.area}
        telling = {name: area for name, area in names.items() if len(name) > _SHORT} | cues
        found = _WORDS[bank] = _Words(names, cues, telling, units, within, parts, wide, whole)
    return found
