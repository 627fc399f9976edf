"""How a level (层级) speaks of itself: 我县, 全县上下, 县委、县政府; from data/levels.yaml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from drafter.brief.model import Brief
from drafter.brief.vocabulary import level_of_unit
from drafter.drafting.facts import clean
from drafter.errors import BriefError, Place
from drafter.resources import read_data

__all__ = ["by_level", "level_of", "level_words", "reach_words"]

_WORDS = ("we", "all", "home", "units", "leaders", "staff", "folk", "body")


def level_of(brief: Brief) -> str:
    """The level of the brief's unit: the one given, or the one its name shows.

    Raises :class:`BriefError` for a level that is not known.
    """
    levels = read_data("levels.yaml")
    given = brief.unit.level
    shown = level_of_unit(clean(brief.unit.name))
    if given is None:
        return shown or "局"
    if given not in levels:
        near = difflib.get_close_matches(given, list(levels), 1, 0.3)
        hint = f"，是不是想写“{near[0]}”" if near else ""
        raise BriefError(
            f"没有“{given}”这个层级{hint}？可写的有：{'、'.join(levels)}",
            place=Place(field="单位.层级"),
        )
    # 乡镇 for 白石乡, 企业 for a bank: the name says more nearly what the unit calls itself.
    return shown if shown and levels[shown].get("alike") == given else given


def level_words(level: str) -> dict[str, str]:
    """What a level calls itself, its parts and its people, by slot; what it lacks it borrows."""
    levels = read_data("levels.yaml")
    entry = levels[level]
    base = level_words(entry["like"]) if "like" in entry else {}
    return base | {k: v for k, v in entry.items() if k in _WORDS}


def reach_words(level: str, meeting: str) -> dict[str, str]:
    """How a bureau speaks to all of its province, city or county; nothing for other meetings.

    省民政厅 that calls a 全省…会议 speaks of 我省, not of its own rooms and sections.
    """
    levels = read_data("levels.yaml")
    found = re.match("全(省|市|州|县|区|旗)", meeting)
    while found and "reach" not in levels[level] and "like" in levels[level]:
        level = levels[level]["like"]
    ways = levels[level].get("reach", {}) if found else {}
    return {name: way.format(found[1]) for name, way in ways.items() if found}


def by_level(texts: Mapping[str, str], level: str) -> str:
    """The text for a level, for the level it is like, or the default."""
    levels = read_data("levels.yaml")
    while level not in texts and "like" in levels[level]:
        level = levels[level]["like"]
    return texts.get(level, texts.get("默认", ""))
