"""Passages copied from one source of a given corpus or archive.

Two limits: a single run of characters (:data:`RUN_LIMIT`) and all that comes from one source
(:data:`SHARE_LIMIT` of the draft). Not counted are the brief's own words, the formulae of the
pattern bank, and runs that several sources have: those are the common stock of the trade.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def check_copies(checked: Checked, corpus: CopyIndex) -> Iterator[Finding]:
    """``copied-run`` for each passage, ``copied-share`` for a source with too much of the draft."""
    words = checked.skeleton.text
    matches = corpus.matches(words)
    if not matches:
        return
    excused = _excused(checked)
    own = [m for m in matches if not _is_common(m, matches)]
    taken: dict[int, bytearray] = defaultdict(lambda: bytearray(len(words)))
    said: list[tuple[int, int]] = []
    for match in sorted(own, key=lambda m: (m.start - m.end, m.start, m.source)):
        free = sum(1 for at in range(match.start, match.end) if not excused[at])
        row = taken[match.source]
        for at in range(match.start, match.end):
            row[at] |= not excused[at]
        if free >= RUN_LIMIT and not any(s <= match.start and match.end <= e for s, e in said):
            said.append((match.start, match.end))
            yield _run(checked, corpus, match)
    for source, row in sorted(taken.items()):
        share = sum(row) / len(words)
        if share > SHARE_LIMIT:
            yield Finding(
                "copied-share",
                "error",
                None,
                corpus.names[source],
                f"全文有{share:.0%}的文字与“{corpus.names[source]}”相同，"
                f"超过{SHARE_LIMIT:.0%}，请改用自己的话",
            )


def _run(checked: Checked, corpus: CopyIndex, match: Match) -> Finding:
    start = checked.skeleton.origin(match.start)
    end = checked.skeleton.origin(match.end - 1) + 1
    passage = corpus.passage(match)
    shown = passage if len(passage) <= 80 else passage[:77] + "……"
    return Finding(
        "copied-run",
        "error",
        checked.id_at(start),
        checked.raw[start:end],
        f"连续{match.end - match.start}字与“{corpus.names[match.source]}”相同（原文：“{shown}”），"
        "请改写或删去",
    )


def _is_common(match: Match, matches: Sequence[Match]) -> bool:
    """Whether several sources have (nearly) the whole run."""
    need = 0.8 * (match.end - match.start)
    sources = {
        m.source for m in matches if min(m.end, match.end) - max(m.start, match.start) >= need
    }
    return len(sources) >= _COMMON


def _excused(checked: Checked) -> bytearray:
    """For each character of the bare text, 1 where the brief or the bank has it."""
    marks = bytearray(checked.covered)
    automaton = formulae()
    if automaton is not None:
        for _, start, end in automaton.find_matches_as_indexes(
            checked.skeleton.text, overlapping=True
        ):
            marks[start:end] = b"\x01" * (end - start)
    return marks
