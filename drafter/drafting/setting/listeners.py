"""Listeners: how those who listen are addressed, and what is not said to them."""

from __future__ import annotations

import re

from drafter.brief.model import Brief
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.levels import by_level, unsaid_at
from drafter.drafting.setting.user_words import clean
from drafter.resources import read_data

__all__ = ["hail_of", "salutation_of", "strangers_of", "unspoken_in"]


def salutation_of(brief: Brief, genre: Genre, level: str, meeting: str) -> str:
    """How the speech addresses its listeners: as the brief says, else as is usual there."""
    if brief.salutation:
        return clean(brief.salutation).rstrip("：: ，,")
    if named := _named(genre, level, meeting):
        return named
    usual = by_level(genre.salutation, level)
    pupils = read_data("wording.yaml")["pupils"]
    if level in pupils["levels"] and re.search(pupils["meetings"], meeting):
        return usual.replace(pupils["colleagues"], pupils["instead"])
    return _children(usual, level)


def hail_of(brief: Brief, genre: Genre, level: str, meeting: str, salutation: str) -> str:
    """What the speaker calls out later: as the listeners are addressed, else as usual."""
    usual = _children(by_level(genre.hail, level), level)
    others = brief.salutation or _named(genre, level, meeting)
    named = usual and (not others or usual in salutation)
    return usual if named else _last_address(salutation)


def strangers_of(level: str, meeting: str, *own: str) -> list[str]:
    """How others are addressed: 同志们 is not said to 各位领导, nor 青春 to little children.

    Nor are others greeted or thanked (祝同志们…) than those who are spoken to, nor is anybody asked
    what only others can do.
    """
    said = "".join(own)
    if not said:
        return [*unsaid_at(level)]
    wording = read_data("wording.yaml")
    others = [a for a in wording["addresses"] if a not in said]
    unfit = [
        word
        for entry in read_data("listeners.yaml")["unsaid"]
        if re.search(entry["cue"], f"{meeting}，{said}")
        for word in entry["words"]
        if word not in said
    ]
    return [
        *unsaid_at(level),
        *unfit,
        *(way.format(a) for a in others for way in wording["addressing"]),
    ]


def _named(genre: Genre, level: str, meeting: str) -> str:
    """Whom a meeting called by its listeners (家长会) is for; nobody where somebody reports."""
    if genre.direction == "上行" or genre.words.get("we") == "我":
        return ""
    ways = read_data("listeners.yaml")["addressed"]
    fits = (w for w in ways if level in w["levels"] and re.search(w["meetings"], meeting))
    return next((str(way["salutation"]) for way in fits), "")


def unspoken_in(brief: Brief, genre: Genre) -> list[str]:
    """What would answer those who spoke before, where nobody did."""
    talks = genre.direction == "平行" and not brief.agenda
    return list(read_data("listeners.yaml")["unspoken"]) if talks else []


def _children(usual: str, level: str) -> str:
    """The address with the level's own name for its pupils: 小朋友们."""
    called = read_data("listeners.yaml")["pupils"].get(level)
    pupils: str = read_data("wording.yaml")["pupils"]["instead"]
    return usual.replace(pupils, called) if called else usual


def _last_address(salutation: str) -> str:
    """The last group addressed: 同志们 of 尊敬的各位领导，同志们."""
    return re.sub("^(尊敬|亲爱|敬爱)的", "", re.split(r"[，,！：]", salutation)[-1])
