"""Rows: plain sentences of a brief that are built alike and told one after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from drafter.brief.model import Task
from drafter.text.people import is_han

__all__ = ["rows_in"]

#: Sentences with so many characters in common at the beginning are a row.
_ALIKE = 2
#: So many that begin with the same character are one too, of up to so many characters each.
_ROW, _SHORT = 3, 40


def rows_in(items: Sequence[Task | str]) -> set[int]:
    """The places of the sentences that go on with the row the one before them is of.

    算环境账…, 算安全账…, 算经济账… are one thing: nothing is said between them.
    """
    texts = [i if isinstance(i, str) else "" for i in items]
    pairs = enumerate(pairwise(texts), 1)
    rows = {n for n, (told, text) in pairs if told and told[:_ALIKE] == text[:_ALIKE]}
    for first, group in groupby(range(len(texts)), key=lambda n: texts[n][:1]):
        places = list(group)
        short = all(len(texts[n]) <= _SHORT for n in places)
        if len(places) >= _ROW and short and is_han(first):
            rows.update(places[1:])
    return rows
