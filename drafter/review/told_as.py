"""Problems told as what was achieved, and the other way round: 令人高兴的是，个别企业责任不落实.

The words of both stand in the draft as they are. But patterns that have a place for a problem say
something else beside it (针对…的问题) than those that have one for an achievement (…，这份成绩人人
有份); where a fact stands beside what only the other sort has, it stands in the wrong place. Where
no such words are near, two that changed places are told by their company: one of each sort is alone
among several of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.bank import shipped_bank
from drafter.resources import read_data
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import fold
from drafter.review.stock import between
from drafter.text.people import is_han
from drafter.text.scanning import places_of

__all__ = ["check_told_as"]

_ACHIEVED, _PROBLEM = "achievement", "problem"
#: The two sorts, by their slots, as the brief calls them.
_SORTS = {_ACHIEVED: "成绩", _PROBLEM: "问题"}
#: What leads from a problem to the task that answers it, in data/wording.yaml.
_ANSWERED = ("before", "alone", "heard", "seen", "faults", "mine")
#: So much of what stands before a place and behind it tells of which sort it is.
_BEFORE, _BEHIND = 5, 6
#: So many of it are characters, not marks; of what leads to a task (针对) fewer.
_LEAST, _LED = 3, 2
#: Where the place is.
_PLACE = "\1"


class _Beside(Struct, frozen=True):
    """What patterns say before and behind the places of one sort, and of no other."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


class _Told(Struct, frozen=True):
    """Where a fact of a sort stands, in which paragraph."""

    at: int
    sort: str
    fact: str
    paragraph: int


def check_told_as(checked: Checked) -> Iterator[Finding]:
    """``fact-swapped`` for the first such place of each achievement and problem."""
    brief = checked.brief
    if checked.made or not (brief.achievements and brief.problems):
        return  # what is told was put there from the brief
    told = sorted(_told(checked), key=lambda t: t.at)
    wrong = [t for t in told if _is_framed(checked.text, t)] + _alone(told)
    for fact, place in {t.fact: t for t in reversed(wrong)}.items():
        own, other = _SORTS[place.sort], _SORTS[_other(place.sort)]
        message = f"提纲里“{fact}”是{own}，稿子当作{other}来说，请核对是否写串了"
        yield Finding("fact-swapped", "error", checked.id_at(place.at), fact, message)


def _told(checked: Checked) -> Iterator[_Told]:
    brief = checked.brief
    for sort, facts in ((_ACHIEVED, brief.achievements), (_PROBLEM, brief.problems)):
        for fact in facts:
            for at in places_of(fold(fact).strip("。"), checked.text):
                yield _Told(at, sort, fact, checked.index_at(at))


def _other(sort: str) -> str:
    return _PROBLEM if sort == _ACHIEVED else _ACHIEVED


def _is_framed(text: str, told: _Told) -> bool:
    """Whether what stands beside it stands only beside facts of the other sort."""
    beside, end = _beside()[_other(told.sort)], told.at + len(fold(told.fact).strip("。"))
    return text.endswith(beside.before, 0, told.at) or text.startswith(beside.behind, end)


def _alone(told: list[_Told]) -> list[_Told]:
    """One achievement among problems and one problem before achievements, where there are both."""
    company = Counter((t.paragraph, t.sort) for t in told)
    odd = [t for t in told if company[t.paragraph, t.sort] == 1 and _is_led(told, t)]
    beside_own = {t.fact for t in told if company[t.paragraph, t.sort] > 1}
    odd = [t for t in odd if t.sort == _PROBLEM or t.fact not in beside_own]
    return odd if {t.sort for t in odd} == set(_SORTS) else []


def _is_led(told: list[_Told], alone: _Told) -> bool:
    """Whether several others stand in its paragraph; a problem may follow what was achieved."""
    others = [t for t in told if t.paragraph == alone.paragraph and t.sort != alone.sort]
    leads = any(alone.sort == _ACHIEVED or t.at > alone.at for t in others)
    return leads and len({t.fact for t in others}) > 1


@cache
def _beside() -> dict[str, _Beside]:
    """By sort, what only patterns of that sort say beside it."""
    places = {sort: list(_places(sort)) for sort in _SORTS}
    before = {sort: {text for text, _ in found} for sort, found in places.items()}
    behind = {sort: {text for _, text in found} for sort, found in places.items()}
    return {
        sort: _Beside(
            tuple(sorted(before[sort] - before[_other(sort)] - {""})),
            tuple(sorted(behind[sort] - behind[_other(sort)] - {""})),
        )
        for sort in _SORTS
    }


def _places(sort: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each place of this sort, empty where it tells too little."""
    for pattern in shipped_bank():
        if f"{{{{ {sort} }}}}" in pattern.frame:
            for text in between(pattern.parsed, lambda slot: _PLACE if slot == sort else ""):
                yield from _around(text, _PLACE, _LEAST)
    if sort == _PROBLEM:
        cause = read_data("wording.yaml")["cause"]
        for name in _ANSWERED:
            for frame in [cause[name]] if isinstance(cause[name], str) else cause[name]:
                yield from _around(frame, "{}", _LED)


def _around(text: str, place: str, least: int) -> Iterator[tuple[str, str]]:
    for at in places_of(place, text):
        end = at + len(place)
        before, behind = text[max(0, at - _BEFORE) : at], text[end : end + _BEHIND]
        yield _telling(before, least), _telling(behind, least)


def _telling(beside: str, least: int) -> str:
    """What stands beside a place, if it has so many characters."""
    return beside if sum(map(is_han, beside)) >= least else ""
