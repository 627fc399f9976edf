"""Seats: how many paragraphs without content of their own a section has room for."""

from __future__ import annotations

from drafter.drafting.planning.plan import Section
from drafter.drafting.planning.rules import KEEPING
from drafter.drafting.setting.genre import Genre
from drafter.resources import read_data

__all__ = ["most_seats"]

#: So many paragraphs without content of their own may stand in one point.
_SEATS = 8
#: So many at least beside deeds.
_LESSONS = 2
#: The same beside tasks of who may ask nothing.
_PLEDGES = 2
#: So many wishes to those who came to talk; beside the brief's own no more than those, or so many.
_HOPES, _BESIDE_HOPES = 7, 3
#: So many paragraphs of reasons and thanks beside results or problems among equals.
_REFLECTIONS = 4
#: So many on how rules are kept.
_KEPT = 1
#: Two on method for so many things reported; so many beside what is told of one's own work.
_FACTS, _OWN = 3, 3


def most_seats(section: Section, genre: Genre) -> int:
    """How many paragraphs without content of their own a section may have.

    Deeds teach by themselves: what is taught in general does not outgrow them. Nor is there much
    talk of method beside what there is to report: superiors came for that; where there is one
    thing, what opens the point is enough. A chair sums up what is to be done, lets people go;
    who came to talk does not hear one wish after another, nor many beside those of the brief.
    """
    deeds = sum([u.grows == "deed" for u in section.units()])
    if deeds:
        return max(_LESSONS, deeds)
    if section.name != "point":
        return _SEATS
    if any(u.grows == "seat" and u.room == (KEEPING,) for u in section.units()):
        return _KEPT
    if genre.direction == "上行" and section.things:
        often = _OWN if genre.words.get("we") == "我" else 1 + 2 * section.things // _FACTS
        return min(section.things + 1, often) if section.things > 1 else 0
    if genre.direction == "平行" and "reasons" in read_data("focuses.yaml")[section.focus]:
        return _REFLECTIONS
    if genre.direction == "平行" and _asks(section):
        given = sum([u.is_wish for u in section.units()])
        return max(_BESIDE_HOPES, given) if given else _HOPES
    if genre.direction == "上行" or genre.agenda:
        return max(1, section.things)
    # Promises that nothing given stands behind are empty.
    pledging = any("pledge" in u.room for u in section.units() if u.grows == "seat")
    promised = section.things + (genre.direction == "平行")
    return max(_PLEDGES, promised) if pledging else _SEATS


def _asks(section: Section) -> bool:
    """Whether a section's own paragraphs are wishes."""
    return any("hope" in u.room for u in section.units() if u.grows == "seat")
