"""Passages copied from one source of a given corpus or archive.

Two limits: a single run of characters (:data:`RUN_LIMIT`, less where it is a whole sentence; a word
changed in it hides nothing) and all that comes from one source (:data:`SHARE_LIMIT` of the draft).
Not counted are the brief's own words, the formulae of the pattern bank, and runs that several
sources have: those are the common stock of the trade.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.formulae import mark_formulae
from drafter.review.passages import Passage, passages_of, spelled_out
from drafter.review.scattered import scattered_passages
from drafter.text.scanning import without_overlaps
from drafter.text.sentences import SENTENCE_STOPS, sentence_at
from drafter.text.traditional import simplified

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafter.review.corpus import CopyIndex, Match

_Run = TypeVar("_Run", "Match", Passage)

__all__ = ["RUN_LIMIT", "SHARE_LIMIT", "check_copies"]

#: Characters in a row that are nobody's formula and stand in one source.
RUN_LIMIT = 16
#: As many and two more where words in between differ: two phrases of the trade may come together.
_CHANGED_LIMIT = 18
#: A sentence that is nearly all another's, of so many characters, is copied be it shorter: a phrase
#: of the trade is part of one. What is all another's but for
#: a word may be shorter still.
_SENTENCE_LIMIT, _NEARLY_ALL = 14, 0.75
_WHOLE_LIMIT, _ALL = 12, 0.85
#: A sentence put together from pieces of one source, each of so many characters, all of so many.
_PIECE, _PATCHED = 8, 20
#: Share of the draft's characters that may come from one source in shorter runs.
SHARE_LIMIT = 0.10
#: A draft of which a source has so much is that source; less than so much makes no odds.
_SAME, _APART = 0.8, 0.01
#: A run that this many sources have is common property.
_COMMON = 3
#: How much of a run another source must have for it to have the run.
_ALIKE = 0.8
#: From so many characters of its own on, as the index finds them, a passage is looked at.
_BEGUN = 10
#: Of the runs that add up to a share, how long each is and how many characters of it are its own.
_LONG, _COUNTED = 12, 8


def check_copies(checked: Checked, corpus: CopyIndex) -> Iterator[Finding]:
    """``copied-run`` for each passage, ``copied-share`` for a source with too much of the draft."""
    # As the archive is: a passage may have come from a text in traditional characters.
    words = simplified(checked.skeleton.text)
    excused = _excused(checked)
    free = list(accumulate((not known for known in excused), initial=0))
    matches = corpus.matches(words, excused)
    said: list[tuple[int, int]] = []
    begun = [p for p in passages_of(matches) if _own(p, free) >= _BEGUN]
    spelled = (spelled_out(p, words, corpus) for p in begun)
    passages = [p for p in spelled if _own(p, free) >= _limit(checked, p)]
    own = [m for m in matches if free[m.end] - free[m.start] >= _PIECE]
    passages += _patched(checked, _of_few(own, corpus.families))
    passages += scattered_passages(words, _stops(checked), matches, corpus, free)
    few = _of_few(passages, corpus.families)
    for passage in sorted(few, key=lambda p: (-p.alike, p.start, p.source)):
        if not any(s <= passage.start and passage.end <= e for s, e in said):
            said.append((passage.start, passage.end))
            yield _run(checked, corpus, passage)
    taken: dict[int, bytearray] = defaultdict(lambda: bytearray(len(words)))
    long = [
        m for m in matches if m.end - m.start >= _LONG and free[m.end] - free[m.start] >= _COUNTED
    ]
    for match in _of_few(long, corpus.families):
        taken[match.source][match.start : match.end] = b"\x01" * (match.end - match.start)
    shares = {
        source: sum(r > e for r, e in zip(row, excused, strict=True)) / len(words)
        for source, row in sorted(taken.items())
    }
    told: set[int] = set()
    for source, share in sorted(shares.items(), key=lambda item: -item[1]):
        # Of the versions of one text the one that has most.
        if share > SHARE_LIMIT and corpus.families[source] not in told:
            told.add(int(corpus.families[source]))
            yield _share(checked, corpus, [m for m in matches if m.source == source], share)


def _limit(checked: Checked, passage: Passage) -> int:
    """How many characters of a passage must be its own for it to be copied."""
    begin, end = _sentence(checked, passage.start, "；" + SENTENCE_STOPS)
    if passage.alike >= _ALL * (end - begin):
        return _WHOLE_LIMIT
    if passage.alike >= _NEARLY_ALL * (end - begin):
        return _SENTENCE_LIMIT
    return RUN_LIMIT if len(passage.runs) == 1 else _CHANGED_LIMIT


def _sentence(checked: Checked, at: int, stops: str) -> tuple[int, int]:
    """Where the sentence around a place of the bare text begins and ends in that."""
    bare, text = checked.skeleton, checked.text
    begin, end = sentence_at(text, bare.origin(at), stops)
    return bare.position(begin), bare.position(end)


def _stops(checked: Checked) -> list[int]:
    """Where the sentences of the bare text end."""
    text, position = checked.text, checked.skeleton.position
    return sorted({position(at) for at, char in enumerate(text) if char in SENTENCE_STOPS})


def _patched(checked: Checked, matches: Sequence[Match]) -> Iterator[Passage]:
    """Sentences put together from pieces that one source has in other places."""
    pieces: dict[tuple[int, tuple[int, int]], list[Match]] = defaultdict(list)
    for match in matches:
        pieces[match.source, _sentence(checked, match.start, SENTENCE_STOPS)].append(match)
    for (source, (begin, end)), found in pieces.items():
        runs = tuple(without_overlaps([(match.start, match.end) for match in found]))
        alike = sum(stop - start for start, stop in runs)
        if len(runs) > 1 and (alike >= _PATCHED or alike >= _NEARLY_ALL * (end - begin)):
            longest = max(found, key=lambda match: match.alike)
            stop = longest.place + longest.alike
            yield Passage(runs[0][0], runs[-1][1], source, longest.place, stop, runs)


def _own(passage: Passage, free: Sequence[int]) -> int:
    """How many of the characters that the source has are neither the brief's nor a formula's."""
    return sum(free[end] - free[start] for start, end in passage.runs)


def _share(checked: Checked, corpus: CopyIndex, matches: Sequence[Match], share: float) -> Finding:
    """How much of the draft one source has, and how much with what is the brief's or a formula."""
    row = bytearray(len(checked.skeleton.text))
    for match in matches:
        if match.alike >= _LONG:
            row[match.start : match.end] = b"\x01" * match.alike
    whole, source = sum(row) / len(row), corpus.names[matches[0].source]
    if whole >= _SAME:
        told = f"全文有{whole:.0%}的文字与“{source}”相同，几乎就是同一篇"
        told += f"（其中不是提纲和句式里的话占全文{share:.0%}）" if whole - share > _APART else ""
        mend = "请改用自己的话；若对照的文件里混进了这份稿子，请移走再查"
    else:
        besides = "除提纲和句式里的话外，" if whole - share > _APART else ""
        told = f"{besides}全文有{share:.0%}的文字与“{source}”相同，超过{SHARE_LIMIT:.0%}"
        mend = "请改用自己的话"
    return Finding("copied-share", "error", None, source, f"{told}，{mend}")


def _run(checked: Checked, corpus: CopyIndex, passage: Passage) -> Finding:
    start = checked.skeleton.origin(passage.start)
    end = checked.skeleton.origin(passage.end - 1) + 1
    alike = "连续" if len(passage.runs) == 1 else "改了个别字，仍有"
    source, twin = corpus.names[passage.source], corpus.passage(passage.place, passage.stop)
    shown = twin if len(twin) <= 80 else twin[:77] + "……"
    return Finding(
        "copied-run",
        "error",
        checked.id_at(start),
        checked.raw[start:end],
        f"{alike}{passage.alike}字与“{source}”相同（原文：“{shown}”），请改写或删去",
    )


def _of_few(runs: Sequence[_Run], families: NDArray[np.uint32]) -> list[_Run]:
    """The runs or passages that fewer than three sources have (nearly) whole.

    Versions of one text (``families``) are one source.
    """
    if not runs:
        return []
    import numpy as np

    starts, ends, sources, sizes = np.array([(r.start, r.end, r.source, r.alike) for r in runs]).T
    kept = []
    for run in runs:
        shared = np.minimum(ends, run.end) - np.maximum(starts, run.start)
        alike = (shared >= _ALIKE * (run.end - run.start)) & (sizes >= _ALIKE * run.alike)
        if len(set(families[sources[alike]].tolist())) < _COMMON:
            kept.append(run)
    return kept


def _excused(checked: Checked) -> bytearray:
    """For each character of the bare text, 1 where the brief or the bank has it.

    Of a frame's short pieces (…的具体行动) only those that touch a text of the brief.
    """
    marks = bytearray(checked.covered)
    mark_formulae(marks, checked.skeleton.text, checked.own_patterns)
    return marks
