"""How a level (层级) speaks of itself: 我县, 全县上下, 县委、县政府; from data/levels.yaml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from drafter.brief.model import Brief
from drafter.brief.vocabulary import level_of_unit
from drafter.drafting.setting.user_words import clean
from drafter.errors import BriefError, Place
from drafter.resources import read_data

__all__ = [
    "by_level",
    "is_place",
    "level_of",
    "level_words",
    "reach_words",
    "seat_words",
    "served_words",
    "unsaid_at",
]

_WORDS = ("we", "all", "home", "units", "leaders", "staff", "folk", "body")


def level_of(brief: Brief) -> str:
    """The level of the brief's unit: the one given, or the one its name shows.

    Raises :class:`BriefError` for a level that is not known.
    """
    levels = read_data("levels.yaml")
    given = brief.unit.level
    shown = level_of_unit(clean(brief.unit.name))
    if given is None:
        return shown or "单位"
    if given not in levels:
        near = difflib.get_close_matches(given, list(levels), 1, 0.3)
        hint = f"，是不是想写“{near[0]}”" if near else ""
        raise BriefError(
            f"没有“{given}”这个层级{hint}？可写的有：{'、'.join(levels)}",
            place=Place(field="单位.层级"),
        )
    # 乡镇 for 白石乡, 企业 for a bank: the name says more nearly what the unit calls itself. What
    # is in a county, at its rank, is not the county: 安平县应急管理局, 县 says whose it is.
    nearer = shown and (levels[shown].get("alike") == given or _is_within(shown, given))
    return shown if shown and nearer else given


def _is_within(shown: str, given: str) -> bool:
    """Whether a name shows a unit that is no place, where the level given is that of a place."""
    return is_place(given) and not is_place(shown)


def is_place(level: str | None) -> bool:
    """Whether units of a level are places with their people: 县, 街道, 村."""
    return level is not None and "县" in _line(level)


def level_words(level: str) -> dict[str, str]:
    """What a level calls itself, its parts and its people, by slot; what it lacks it borrows."""
    words: dict[str, str] = {}
    for entry in reversed(_entries(level)):
        words |= {k: v for k, v in entry.items() if k in _WORDS}
    return words


def seat_words(level: str, unit: str) -> dict[str, str]:
    """What is spoken for where the name of a unit shows which seat of a place it is, else nothing.

    A county's government does not speak for its party committee, nor its 宣传部 for any 部务会.
    """
    place = level_words(level)["home"].removeprefix("全")
    entry = next((e for e in _entries(level) if "seats" in e), {})
    seats: dict[str, str | dict[str, str]] = entry.get("seats", {})
    for name, called in seats.items():
        if found := re.search(name, unit):
            words = {"body": called} if isinstance(called, str) else called
            return {slot: found.expand(way.format(place)) for slot, way in words.items()}
    return {}


def unsaid_at(level: str) -> tuple[str, ...]:
    """What nobody says at a level: before children of a kindergarten nothing of 青春."""
    return tuple(word for entry in _entries(level) for word in entry.get("unsaid", ()))


def reach_words(
    level: str, meeting: str, given: str | None = None, unit: str = ""
) -> dict[str, str]:
    """How a bureau speaks to all of its province, city or county; nothing for other meetings.

    省民政厅 that calls a 全省…会议 speaks of 我省, not of its own rooms and sections; so does
    安平县水利局 that calls a 安平县…会议, and what the brief has ``given`` the level of a place,
    unless it is a house of its own (a hospital) or its own people meet (全局干部大会).
    """
    wording = read_data("wording.yaml")
    found = re.search(wording["reaching"], meeting)
    if found is None and (place := re.match(wording["placed"], unit.removeprefix("中共"))):
        called = meeting.startswith(place[0]) and not meeting.startswith(unit)
        found = place if called else None
    own = re.search(wording["own_people"], meeting) or _is_house(level)
    if found is None and given and not is_place(level) and not own:
        found = re.fullmatch("(省|市|州|县|区|旗)", given)
    if found is None:
        return {}
    ways: dict[str, str] = next(
        (entry["reach"] for entry in _entries(level) if "reach" in entry), {}
    )
    return {name: way.format(found[1]) for name, way in ways.items()}


def _is_house(level: str) -> bool:
    """Whether units of a level are houses of their own, where a level of places is but a rank."""
    return any(entry.get("inside") for entry in _entries(level))


def served_words(unit: str, meeting: str) -> dict[str, str]:
    """Whom a unit serves, where names tell: a waterworks its 用户, a union 职工; else nothing."""
    served = read_data("wording.yaml")["served"].items()
    named = f"{meeting}，{unit}"
    return next(({"folk": who} for who, name in served if re.search(name, named)), {})


def by_level(texts: Mapping[str, str], level: str) -> str:
    """The text for a level, for the level it is like, or the default."""
    return next((texts[name] for name in _line(level) if name in texts), texts.get("默认", ""))


def _line(level: str) -> list[str]:
    """A level, the one it is like, the one that is like, and so on."""
    levels = read_data("levels.yaml")
    line = [level]
    while like := levels[line[-1]].get("like"):
        line.append(like)
    return line


def _entries(level: str) -> list[dict[str, Any]]:
    """What data/levels.yaml says of each of them."""
    levels = read_data("levels.yaml")
    return [levels[name] for name in _line(level)]
