"""Passages copied from one source of a given corpus or archive.

Two limits: a single run of characters (:data:`RUN_LIMIT`; a word changed in it hides nothing) and
all that comes from one source (:data:`SHARE_LIMIT` of the draft). Not counted are the brief's own
words, the formulae of the pattern bank, and runs that several sources have: those are the common
stock of the trade.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.stock import formulae

if TYPE_CHECKING:
    from drafter.review.corpus import CopyIndex, Match

__all__ = ["RUN_LIMIT", "SHARE_LIMIT", "check_copies"]

#: Characters in a row that are nobody's formula and stand in one source.
RUN_LIMIT = 16
#: Share of the draft's characters that may come from one source in shorter runs.
SHARE_LIMIT = 0.10
#: A run that this many sources have is common property.
_COMMON = 3
#: How much of a run another source must have for it to have the run.
_ALIKE = 0.8
#: Runs with fewer characters of their own count for nothing.
_COUNTED = 8


def check_copies(checked: Checked, corpus: CopyIndex) -> Iterator[Finding]:
    """``copied-run`` for each passage, ``copied-share`` for a source with too much of the draft."""
    words = checked.skeleton.text
    excused = _excused(checked)
    free = list(accumulate((not known for known in excused), initial=0))
    matches = [m for m in corpus.matches(words, excused) if free[m.end] - free[m.start] >= _COUNTED]
    own = _of_few(matches)
    said: list[tuple[int, int]] = []
    taken: dict[int, bytearray] = defaultdict(lambda: bytearray(len(words)))
    for match in sorted(own, key=lambda m: (m.start - m.end, m.start, m.source)):
        taken[match.source][match.start : match.end] = b"\x01" * (match.end - match.start)
        start, end, alike = match.start, match.end, match.end - match.start
        if free[end] - free[start] < RUN_LIMIT:
            start, end, alike = corpus.widened(words, match)
        known = end - start - (free[end] - free[start])
        if alike - known < RUN_LIMIT or any(s <= start and end <= e for s, e in said):
            continue
        said.append((start, end))
        yield _run(checked, corpus, match, (start, end, alike))
    for source, row in sorted(taken.items()):
        share = sum(r > e for r, e in zip(row, excused, strict=True)) / len(words)
        if share > SHARE_LIMIT:
            yield _share(corpus.names[source], share)


def _share(source: str, share: float) -> Finding:
    return Finding(
        "copied-share",
        "error",
        None,
        source,
        f"全文有{share:.0%}的文字与“{source}”相同，超过{SHARE_LIMIT:.0%}，请改用自己的话",
    )


def _run(checked: Checked, corpus: CopyIndex, match: Match, wide: tuple[int, int, int]) -> Finding:
    start = checked.skeleton.origin(wide[0])
    end = checked.skeleton.origin(wide[1] - 1) + 1
    alike = "连续" if wide[:2] == (match.start, match.end) else "改了个别字，仍有"
    passage = corpus.passage(match)
    shown = passage if len(passage) <= 80 else passage[:77] + "……"
    return Finding(
        "copied-run",
        "error",
        checked.id_at(start),
        checked.raw[start:end],
        f"{alike}{wide[2]}字与“{corpus.names[match.source]}”相同（原文：“{shown}”），请改写或删去",
    )


def _of_few(matches: Sequence[Match]) -> list[Match]:
    """The runs that fewer than three sources have (nearly) whole."""
    if not matches:
        return []
    import numpy as np

    starts = np.array([m.start for m in matches])
    ends = np.array([m.end for m in matches])
    sources = np.array([m.source for m in matches])
    kept = []
    for match in matches:
        shared = np.minimum(ends, match.end) - np.maximum(starts, match.start)
        alike = shared >= _ALIKE * (match.end - match.start)
        if len(set(sources[alike].tolist())) < _COMMON:
            kept.append(match)
    return kept


def _excused(checked: Checked) -> bytearray:
    """For each character of the bare text, 1 where the brief or the bank has it.

    Of a frame's short pieces (…的具体行动) only those that touch a text of the brief.
    """
    given = checked.covered
    marks = bytearray(given)
    words = checked.skeleton.text
    long, short = formulae()
    for _, start, end in long.find_matches_as_indexes(words, overlapping=True):
        marks[start:end] = b"\x01" * (end - start)
    for _, start, end in short.find_matches_as_indexes(words, overlapping=True):
        if (start and given[start - 1]) or (end < len(given) and given[end]):
            marks[start:end] = b"\x01" * (end - start)
    return marks
