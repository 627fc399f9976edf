"""Names that no list has: bare people, invented places, parts of offices, campaigns, meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.bodies import find_departments, find_general_organs
from drafter.review.checked import Checked
from drafter.review.localities import find_localities, may_begin_place, no_stems
from drafter.review.stock import is_common_word
from drafter.review.undertakings import find_campaigns, find_meetings, find_rules
from drafter.text.bare_people import find_bare_people
from drafter.text.entities import Entity
from drafter.text.gazetteer import Span
from drafter.text.people import is_han

__all__ = [
    "likely_bodies",
    "likely_campaigns",
    "likely_documents",
    "likely_organs",
    "likely_people",
    "likely_places",
]

_SUFFIX = re.compile("[县市区镇乡]")
#: So many characters at the end of a name show that the brief has it.
_TAIL = 5
_ORGANS = ("委", "政府", "人大", "政协", "纪委", "党委", "直", "里")


def likely_people(checked: Checked) -> Iterator[Span]:
    """要学习刘德胜: what can only be a name, and neither the brief nor any pattern says."""
    text, blob = checked.text, checked.brief_blob
    for start, end in find_bare_people(text):
        name = text[start:end]
        if name in blob or is_common_word(name) or _is_named(checked.entities, start, end):
            continue
        yield Span(name, start, end)


def likely_bodies(checked: Checked) -> Iterator[Span]:
    """财务科, 河长办: parts of an office or a firm that the brief does not have."""
    return _unknown_names(checked, find_departments(checked.text), formulae=False)


def likely_organs(checked: Checked) -> Iterator[Span]:
    """政法委, 组织部: organs of a kind, whose the sentence does not say."""
    return _unknown_names(checked, find_general_organs(checked.text), formulae=False)


def likely_documents(checked: Checked) -> Iterator[Span]:
    """全省经济工作会议, 环境保护法: meetings and rules that stand without marks."""
    yield from _unknown_names(checked, find_meetings(checked.text))
    yield from _unknown_names(checked, find_rules(checked.text))


def likely_campaigns(checked: Checked) -> Iterator[Span]:
    """雷霆行动, 创建全国文明城市: campaigns that stand without quotation marks."""
    return _unknown_names(checked, find_campaigns(checked.text))


def _unknown_names(
    checked: Checked, spans: Iterable[Span], *, formulae: bool = True
) -> Iterator[Span]:
    """Those of which neither the brief nor, with ``formulae``, a pattern has the greater part."""
    blob = checked.brief_blob
    for span in spans:
        # Read back too far (如实评估蓝天保卫战) a name still ends with what the brief has.
        tails = {span.text[at:] for at in range(max(1, len(span.text) - _TAIL + 1))}
        known = any(tail in blob for tail in tails)
        known = known or (formulae and is_common_word(span.text))
        if not known and not _is_named(checked.entities, span.start, span.end):
            yield span


def _is_named(named: Iterable[Entity | Span], start: int, end: int) -> bool:
    return any(e.start < end and start < e.end for e in named)


@cache
def _no_stem_characters() -> frozenset[str]:
    return frozenset(read_data("review.yaml")["no_stem_characters"])


def likely_places(checked: Checked) -> Iterator[Span]:
    """An invented or misspelt 清禾县: two characters before 县 that are no common word.

    区, 镇 and 乡 end so many words that they count only where a name may begin: after a mark, or
    after a word such as 在, 向, 学习.
    """
    text, blob = checked.text, checked.brief_blob
    named = _named(checked)
    for span in _unknown(text):
        if span.text in blob or _is_named(named, span.start, span.end):
            continue
        # 大家齐聚|县会议中心 and 这件事|县委 end one word and begin another.
        begins = "\n" + text[span.end - 1 : span.end + 3] in "\n" + blob
        sure = (
            len(span.text) == 3
            and span.text[2] in "县市"
            and not begins
            and not text.startswith(_ORGANS, span.end)
        )
        if may_begin_place(text, span.start) or (sure and not is_common_word(span.text[:2])):
            yield span
    for span in find_localities(text):
        # 我们召开|石桥村好婆婆表彰会: the verb before it is no part of the name.
        bare = next((span.text[n:] for n in (2, 3) if span.text[:n] in no_stems()), span.text)
        known = bare in blob or is_common_word(span.text)
        if not known and not _is_named(named, span.start, span.end):
            yield span


def _unknown(text: str) -> Iterator[Span]:
    """Two characters that are no everyday word, with the 县 or 市 after them.

    Before 镇 and 乡 also three (丁家营乡), where a name may begin.
    """
    guards = read_data("places.yaml")["not_after_suffix"]
    for match in _SUFFIX.finditer(text):
        start, end = match.start() - 2, match.end()
        stem, suffix = text[max(0, start) : match.start()], match.group()
        if len(stem) < 2 or text[end : end + 1] in tuple(guards[suffix]):
            continue
        if stem in no_stems() or not _no_stem_characters().isdisjoint(stem):
            continue
        city = suffix == "市" and stem[1] in "城超都"
        if not city and all(map(is_han, stem)):
            yield Span(stem + suffix, start, end)
            more = text[max(0, start - 1) : start]
            # 祝福|家乡 ends with a word of its own.
            longer = suffix in "镇乡" and not is_common_word(stem[1] + suffix)
            longer = longer and may_begin_place(text, start - 1)
            if longer and is_han(more) and more not in _no_stem_characters():
                yield Span(more + stem + suffix, start - 1, end)


def _named(checked: Checked) -> list[Span]:
    """What is named already; of an organ 县人民医院 the level may still be part of 青禾县."""
    kinds = ("place", "document", "person", "quote")
    spans = [Span(e.text, e.start, e.end) for e in checked.entities if e.kind in kinds]
    for e in checked.entities:
        if e.kind == "organisation":
            begin = e.start + (e.text[0] in "省市县区镇乡")
            spans.append(Span(e.text, begin, e.end))
    return spans
