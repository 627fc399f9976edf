"""What looks like a name in a text, by rules without lists of names: kept sentence by sentence.

Each rule has its room: ``bodies`` parts of an office by what they are for, ``shapes`` bodies and
stretches of the country by what their names are made of, ``localities`` places on the ground,
``undertakings`` campaigns, meetings and rules, ``claims`` honours, sayings and terms, ``numbered``
what goes by a number. Which of them
the brief does not have is told in ``unlisted``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from drafter.resources import read_data
from drafter.review.names.bodies import find_departments, find_general_organs
from drafter.review.names.claims import find_days, find_honours, find_sayings, find_terms
from drafter.review.names.headed import KINDS, find_headed
from drafter.review.names.localities import find_localities, may_begin_place, no_stems
from drafter.review.names.numbered import find_articles, find_counts, find_systems
from drafter.review.names.shapes import find_shaped_bodies, find_shaped_places
from drafter.review.names.strange import find_strange
from drafter.review.names.undertakings import (
    find_called,
    find_campaigns,
    find_committees,
    find_meetings,
    find_rules,
)
from drafter.review.stock import is_common_word
from drafter.text.acting_people import find_acting_people
from drafter.text.bare_people import find_bare_people
from drafter.text.dictionary import is_called_name, is_word
from drafter.text.gazetteer import Span
from drafter.text.introduced_people import find_introduced_people
from drafter.text.people import is_han
from drafter.text.placed_people import find_placed_people
from drafter.text.scanning import BySentence
from drafter.text.slotted_people import find_slotted_people

__all__ = ["headed", "signs_of"]

_SUFFIX = re.compile("[县市区镇乡]")
#: 市|委, 市|公安局: what a city has, and 城市 has not.
_ORGAN = re.compile("委(?!员)|政府|人民政府|[\u4e00-\u9fff]{2,6}?局(?![面部势])")
#: Of so many sentences it is kept what looks like a name in them.
_SENTENCES = 10_000


class _Sign(NamedTuple):
    """What looks like a name, by the rule that found it."""

    rule: str
    span: Span

    @property
    def start(self) -> int:
        """Where it begins in its text."""
        return self.span.start


def _signs(text: str) -> Iterator[_Sign]:
    for rule, find in _RULES.items():
        yield from (_Sign(rule, span) for span in find(text))
    for kind, sure, span in find_headed(text):
        yield _Sign(headed(kind, sure), span)


def headed(kind: str, sure: bool) -> str:
    """The rule by which names are found that end with a head of this kind."""
    return f"headed {kind}" + (" perhaps" if not sure else "")


def _moved(sign: _Sign, by: int) -> _Sign:
    text, start, end = sign.span.text, sign.span.start, sign.span.end
    return _Sign(sign.rule, Span(text, start + by, end + by))


_by_sentence = BySentence(_signs, _moved, _SENTENCES)


def signs_of(text: str) -> dict[str, list[Span]]:
    """What each rule finds; whether the brief has it is asked by who reports it."""
    found: dict[str, list[Span]] = {rule: [] for rule in (*_RULES, *_HEADED)}
    for sign in _by_sentence(text):
        found[sign.rule].append(sign.span)
    return found


@cache
def _no_stem_characters() -> frozenset[str]:
    return frozenset(read_data("review.yaml")["no_stem_characters"])


def _unknown(text: str) -> Iterator[Span]:
    """Two characters that are no everyday word, with the 县 or 市 after them.

    Before 镇 and 乡 also three (丁家营乡), where a name may begin.
    """
    places = read_data("places.yaml")
    guards = places["not_after_suffix"]
    for match in _SUFFIX.finditer(text):
        start, end = match.start() - 2, match.end()
        stem, suffix = text[max(0, start) : match.start()], match.group()
        if len(stem) < 2 or text[end : end + 1] in tuple(guards[suffix]):
            continue
        if stem in no_stems() or not _no_stem_characters().isdisjoint(stem[_heads(text, start) :]):
            continue
        # 县|城市 and 农产品|超市, but 江城市|公安局
        no_name = suffix == "市" and (
            stem[1] in places["no_cities"] or (stem[1] == "城" and not _ORGAN.match(text, end))
        )
        # 粮食|主产区 and 内涝|易发区 say what is found there.
        no_name = no_name or (suffix == "区" and stem[1] in places["no_areas"])
        if no_name or not all(map(is_han, stem)):
            continue
        # 去年|临县
        if not _is_cut(text, start) or is_called_name(stem):
            yield Span(stem + suffix, start, end)
        # 观音堂乡, though 观音 is a word.
        more = text[max(0, start - 1) : start]
        # 祝福|家乡 ends with a word of its own.
        longer = suffix in "镇乡" and not is_common_word(stem[1] + suffix)
        longer = longer and may_begin_place(text, start - 1) and more + stem[0] not in no_stems()
        if longer and is_han(more) and more not in _no_stem_characters():
            yield Span(more + stem + suffix, start - 1, end)


def _is_cut(text: str, start: int) -> bool:
    """Whether the first character ends a word, and no name may begin with it."""
    return is_word(text[max(0, start - 1) : start + 1]) and not may_begin_place(text, start)


def _heads(text: str, start: int) -> bool:
    """Whether a name begins here with where its place lies: 南岭市, 西泉县, not 西部县市."""
    lies = text[start] in "东南西北" and may_begin_place(text, start)
    return lies and not is_common_word(text[start : start + 2])


def _named(find: Callable[[str], Iterable[tuple[int, int]]]) -> Callable[[str], Iterator[Span]]:
    """What a rule finds as places, as stretches of the text."""
    return lambda text: (Span(text[start:end], start, end) for start, end in find(text))


_RULES: dict[str, Callable[[str], Iterable[Span]]] = {
    "people": _named(find_bare_people),
    "doers": _named(find_acting_people),
    "introduced": _named(find_introduced_people),
    "placed": _named(find_placed_people),
    "slotted": _named(find_slotted_people),
    "bodies": find_departments,
    "shaped_bodies": find_shaped_bodies,
    "shaped_places": find_shaped_places,
    "counts": find_counts,
    "articles": find_articles,
    "systems": find_systems,
    "organs": find_general_organs,
    "committees": find_committees,
    "meetings": find_meetings,
    "rules": find_rules,
    "called": find_called,
    "campaigns": find_campaigns,
    "honours": find_honours,
    "sayings": find_sayings,
    "terms": find_terms,
    "days": find_days,
    "counties": _unknown,
    "localities": find_localities,
    "strange": find_strange,
}
_HEADED = tuple(headed(kind, sure) for kind in KINDS for sure in (True, False))
