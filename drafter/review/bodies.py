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
from drafter.review.localities import may_begin_place
from drafter.text.gazetteer import Span

__all__ = ["find_departments", "find_general_organs"]

#: 各财务科室, 本院: of nobody in particular.
_OF_ANY = frozenset("各全本每该")


class _Rules(Struct, frozen=True):
    departments: re.Pattern[str]
    organs: re.Pattern[str]
    #: What must not follow a suffix: 部|门, 处|理.
    guards: dict[str, str]


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    data = read_data("organisations.yaml")
    kinds, suffixes = _any(data["departments"]), _any(data["department_suffixes"])
    everyday = frozenset(data["everyday_organs"])
    organs = [name for name in data["generic_organs"] if name not in everyday]
    return _Rules(
        departments=re.compile(
            rf"(?:第[一二三四五六七八九十])?(?:{kinds})({suffixes})|{_any(data['numbered_schools'])}"
        ),
        organs=re.compile(_any(organs)),
        guards={**data["suffix_guards"], **data["department_guards"]},
    )


def find_departments(text: str) -> Iterator[Span]:
    """财务科, 第二项目部, 一中: where a name may begin."""
    for match in _rules().departments.finditer(text):
        if may_begin_place(text, match.start(), short=True) and not _goes_on(match, text):
            yield Span(match.group(), *match.span())


def find_general_organs(text: str) -> Iterator[Span]:
    """政法委, 组织部, 法院: organs of a kind, of which nothing says whose they are."""
    for match in _rules().organs.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if before not in _OF_ANY and not _goes_on(match, text):
            yield Span(match.group(), *match.span())


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether the last character begins another word: 生产部|门, 审计处|理."""
    after = text[match.end() : match.end() + 1]
    return bool(after) and any(
        match.group().endswith(suffix) and after in marks
        for suffix, marks in _rules().guards.items()
    )
