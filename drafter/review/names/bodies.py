"""Parts of offices and firms that the brief does not have: 财务科, 河长办, 政法委.

Only what a speech of any unit could not mean without saying whose it is; with a level or a place
before it (县政法委) drafter/text/organisations.py finds it as an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.names.localities import may_begin_place
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word, stands_alone
from drafter.text.gazetteer import Span
from drafter.text.people import is_han
from drafter.text.scanning import Words, either, matches_from

__all__ = ["find_departments", "find_general_organs"]

#: 各财务科室, 本院: of nobody in particular.
_OF_ANY = frozenset("各全本每该")
#: 建投 and 晚报 are cut out of other words.
_CUT_INTO = frozenset("投报")


class _Rules(Struct, frozen=True):
    #: What parts of an office are for, and the words for a part that may follow.
    departments: Words
    parts: re.Pattern[str]
    schools: Words
    organs: Words
    everyday: frozenset[str]
    #: What must not follow a suffix: 部|门, 处|理.
    guards: dict[str, str]
    #: Characters that no name reaches over.
    stops: frozenset[str]


@cache
def _rules() -> _Rules:
    data = read_data("organisations.yaml")
    # 运输二队 is one of several, as 财务科 is one of its kind.
    teams = "[一二三四五六七八九十](?:队|中队|大队|厂|班|组|车间|支部)(?![一二三四五六七八九十人])"
    parts = f"{either(data['department_suffixes'])}|{teams}"
    everyday = frozenset(data["everyday_organs"])
    return _Rules(
        departments=Words(data["departments"]),
        parts=re.compile(parts),
        schools=Words(data["numbered_schools"]),
        organs=Words(name for name in data["generic_organs"] if name not in everyday),
        everyday=everyday,
        guards={**data["suffix_guards"], **data["department_guards"]},
        stops=frozenset(stop for stop in data["body_stops"] if len(stop) == 1),
    )


#: 市|投促|局: an office of a level by two characters for its field.
_SHORT_OFFICE = re.compile(
    "[省市县区州][\u4e00-\u9fff]{2}(?:[局厅](?![面部势级长])|院(?![子校士内落长]))"
)
#: 县应急保障局: by more for its field, whatever words those are.
_LONG_OFFICE = re.compile("[省市县区州][\u4e00-\u9fff]{3,8}?[局厅](?![面部势级长])")
#: 市渔政支队: a force by its field.
_FORCE = re.compile("[省市县区州][\u4e00-\u9fff]{2,8}?(?:支队|总队|大队(?!人))")
_LEVELS = re.compile("[省市县区州]")


def find_departments(text: str) -> Iterator[Span]:
    """财务科, 第二项目部, 一中: where a name may begin."""
    rules = _rules()
    yield from _offices_of_level(text)
    spans = [(_school_begins(text, start), end) for start, end in rules.schools.spans(text)]
    before = (-1, -1)
    for start, middle in rules.departments.spans(text):
        # 生产|技术|科 is one.
        begin = before[0] if before[1] == start else start
        before = (begin, middle)
        part = rules.parts.match(text, middle)
        if part is not None:
            of_level = text[begin - 1 : begin] in tuple("省市县区镇乡")
            first = begin - 2 * (text[begin - 2 : begin - 1] == "第") - of_level
            spans.append((first, part.end()))
    for start, end in spans:
        known = text[start:end] in rules.everyday or _goes_on(text, start, end)
        if may_begin_place(text, start, short=True) and not known:
            yield Span(text[start:end], start, end)


def _offices_of_level(text: str) -> Iterator[Span]:
    """市投促局, 省地勘院: what offices are for cut short, which makes no word on either side.

    And what they are for in more words, which end in no word for something else.
    """
    for match in matches_from(_LEVELS, _SHORT_OFFICE, text):
        start, end = match.span()
        made = any(is_word(text[at : at + 2]) for at in range(start + 1, end - 1))
        if not made and may_begin_place(text, start, short=True):
            yield Span(match.group(), start, end)
    for expression in (_LONG_OFFICE, _FORCE):
        for match in matches_from(_LEVELS, expression, text):
            start, end = match.span()
            # 县里的大局 is none: 大局 is a word, and no name reaches over 的.
            made = text[end - 1] != "队" and is_word(text[end - 2 : end])
            over = (
                text[at] in _rules().stops and stands_alone(text, at) for at in range(start, end)
            )
            if not made and not any(over) and may_begin_place(text, start, short=True):
                yield Span(match.group(), start, end)


def _school_begins(text: str, start: int) -> int:
    """Where the name of a school called by a number begins: 江州|三中, with its town."""
    for begin in (start - 2, start - 3):
        town = text[max(0, begin) : start]
        if begin >= 0 and may_begin_place(text, begin, short=True):
            return start if is_common_word(town) or not all(map(is_han, town)) else begin
    return start


def find_general_organs(text: str) -> Iterator[Span]:
    """政法委, 组织部, 法院: organs of a kind, of which nothing says whose they are."""
    for start, end in _rules().organs.spans(text):
        before = text[max(0, start - 1) : start]
        # 新建|投产 is built and opens, of no 建投.
        cut = text[end - 1] in _CUT_INTO and is_word(before + text[start])
        if before not in _OF_ANY and not cut and not _goes_on(text, start, end):
            yield Span(text[start:end], start, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the last character begins another word: 生产部|门, 审计处|理."""
    after, name = text[end : end + 1], text[start:end]
    return bool(after) and any(
        name.endswith(suffix) and after in marks for suffix, marks in _rules().guards.items()
    )
