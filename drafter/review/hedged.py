"""Facts that stand word for word, with something before or behind that makes another of them.

力争|完成投资17.3亿元 tells as hoped for what was done, 有关|乡镇 leaves to some what all have to
do, and 12月底前|后 and 98%|左右 are no dates and figures of the brief. What patterns say before or
behind an open place (力争{{ goal }}) is none of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.altered import altered
from drafter.review.checked import Checked
from drafter.review.facts import Fact
from drafter.review.finding import Finding
from drafter.review.skeleton import fold
from drafter.review.stock import is_common_word
from drafter.text.scanning import longest_first, places_of
from drafter.text.sentences import sentence_at

__all__ = ["check_hedged"]

#: Where what patterns say between their open places begins and ends in the stock.
_EDGE = "\n"
#: Of a shorter fact (降本) the words stand anywhere.
_LEAST = 4
#: What divides the clauses of a fact.
_CLAUSES = re.compile("[，；、]")


class _Hedges(Struct, frozen=True):
    """What stands before and behind a fact, by its field."""

    before: dict[str, tuple[str, ...]]
    behind: tuple[str, ...]
    figures: tuple[str, ...]
    all_of: tuple[str, ...]
    some_of: tuple[str, ...]
    #: What denies any clause of a fact.
    denied: tuple[str, ...]


@cache
def _hedges() -> _Hedges:
    data = read_data("hedges.yaml")
    return _Hedges(
        before={field: longest_first(words) for field, words in data["before"].items()},
        behind=longest_first(data["behind"]),
        figures=tuple(data["figure_ends"]),
        all_of=longest_first(data["all_of"]),
        some_of=longest_first(data["some_of"]),
        denied=longest_first(data["denied"]),
    )


def check_hedged(checked: Checked) -> Iterator[Finding]:
    """``fact-altered`` for the first such place of each fact."""
    if checked.made:
        return  # what is told was put there from the brief
    for fact in checked.facts:
        span = _hedged(checked, fact) or _denied(checked, fact) or _of_some(checked, fact)
        if span is None or checked.is_excused(*span):
            continue
        yield altered(checked, fact.field, fact.text, span)


def _hedged(checked: Checked, fact: Fact) -> tuple[int, int] | None:
    """Where the fact stands with such a word, which neither the brief nor a pattern has there."""
    hedges, text, words = _hedges(), checked.text, fold(fact.text).strip("。")
    before = hedges.before.get(fact.field.rpartition(".")[2], ())
    behind = hedges.behind if words.endswith(hedges.figures) else ()
    if len(words) < _LEAST or not (before or behind):
        return None
    for start in places_of(words, text):
        end = start + len(words)
        head = next((w for w in before if text.endswith(w, 0, start)), "")
        tail = next((w for w in behind if text.startswith(w, end)), "")
        span = start - len(head), end + len(tail)
        known = text[slice(*span)] in checked.brief_blob
        # What was achieved no pattern hopes for, whatever else it may (力争{{ goal }}).
        told = head and fact.field == "成绩"
        said = not told and _is_said(text, span, start, end)
        if span != (start, end) and not known and not said:
            return span
    return None


def _denied(checked: Checked, fact: Fact) -> tuple[int, int] | None:
    """Where a clause of a fact stands denied: 生产原煤860万吨，未|完成季度计划的102%.

    Not where the brief has it so.
    """
    if fact.loose or fact.field == "问题":
        return None
    for clause in _CLAUSES.split(fold(fact.text).strip("。"))[1:]:
        if len(clause) < _LEAST:
            continue
        for start in places_of(clause, checked.text):
            head = next((w for w in _hedges().denied if checked.text.endswith(w, 0, start)), "")
            denied = checked.text[start - len(head) : start + len(clause)]
            if head and denied not in checked.brief_blob:
                return start - len(head), start + len(clause)
    return None


def _is_said(text: str, span: tuple[int, int], start: int, end: int) -> bool:
    """Whether patterns say what stands before an open place or behind one."""
    if span[0] < start:
        return is_common_word(text[max(0, span[0] - 1) : start] + _EDGE)
    return is_common_word(_EDGE + text[end : span[1] + 1])


def _of_some(checked: Checked, fact: Fact) -> tuple[int, int] | None:
    """Where 有关乡镇 stands, which nobody says, for the brief's 各乡镇."""
    if fact.field.rpartition(".")[2] not in ("责任", "主体"):
        return None
    hedges = _hedges()
    for name in fold(fact.text).split("、"):
        whole = next((w for w in hedges.all_of if name.startswith(w)), None)
        noun = name.removeprefix(whole or "")
        if whole is None or not noun:
            continue
        for some in hedges.some_of:
            stands = some + noun
            if stands in checked.brief_blob or is_common_word(stands):
                continue
            for start in places_of(stands, checked.text):
                if _tells(checked, fact, start):
                    return start, start + len(stands)
    return None


def _tells(checked: Checked, fact: Fact, at: int) -> bool:
    """Whether the sentence says what they do: 部分村 may be slow for another reason."""
    sentence = checked.text[slice(*sentence_at(checked.text, at))]
    told = (f.text for f in checked.facts if fact.near in (f.near, f.text) and f.text != fact.text)
    return any(fold(words) in sentence for words in told)
