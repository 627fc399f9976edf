"""Passages of a draft that a source has too, be it with words changed here and there.

Where words were changed in what was copied, runs of characters are left that follow each other in
the draft as they do in the source, with little between them. Such runs are one passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match as Block
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from drafter.review.corpus import CopyIndex, Match

__all__ = ["Passage", "passages_of", "spelled_out"]

#: So far apart, in the draft and in the source, two runs may be found that are one passage.
_APART = 16
#: Of so many runs before it, as the source has them, each is looked at for one to go on from.
_BACK = 24
#: A change takes away so many characters at the most and puts in as many, and what is left between
#: two changes counts from so many on.
_CHANGE, _AGAIN = 8, 3
#: Where draft has next to each other what the source has apart, a clause of so many characters was
#: left out, between clauses of so many.
_LEFT_OUT, _CLAUSE = 16, 4
#: So far to both sides of what was found a passage is looked at for more of it.
_AROUND = 24


class Passage(NamedTuple):
    """A stretch of the draft's bare text, where its twin stands in the archive, and its runs."""

    start: int
    end: int
    source: int
    place: int
    stop: int
    runs: tuple[tuple[int, int], ...]

    @property
    def alike(self) -> int:
        """How many of its characters the source has."""
        return sum(end - start for start, end in self.runs)


def passages_of(matches: Sequence[Match]) -> list[Passage]:
    """The longest passages that runs make together.

    ``matches`` come in the order of the archive.
    """
    best: list[Passage] = []
    gone_on: set[int] = set()
    for match in matches:
        start, end, source, place = match
        passage = Passage(start, end, source, place, place + end - start, ((start, end),))
        before = [
            (last.alike, index)
            for index, last in enumerate(best[-_BACK:], max(0, len(best) - _BACK))
            if _goes_on(last, passage)
        ]
        if before:
            _, index = max(before)
            gone_on.add(index)
            passage = _joined(best[index], passage)
        best.append(passage)
    return [p for index, p in enumerate(best) if index not in gone_on]


def _goes_on(passage: Passage, run: Passage) -> bool:
    """Whether a passage goes on with a run, in the draft and in the source."""
    return (
        passage.source == run.source
        and passage.end < run.end
        and passage.stop < run.stop
        and passage.start < run.start <= passage.end + _APART
        and passage.place < run.place <= passage.stop + _APART
    )


def _joined(passage: Passage, run: Passage) -> Passage:
    """Both as one; of characters that both have, as where a word was taken out, once."""
    start = max(run.start, passage.end, run.start + passage.stop - run.place)
    runs = (*passage.runs, (min(start, run.end), run.end))
    return Passage(passage.start, run.end, passage.source, passage.place, run.stop, runs)


def spelled_out(passage: Passage, words: str, corpus: CopyIndex) -> Passage:
    """The passage with all that draft and source have alike in it and around it.

    What lies between changes may be too short to be found from the index.
    """
    begin, place = max(0, passage.start - _AROUND), max(0, passage.place - _AROUND)
    before, twin, after = (
        corpus.passage(place, passage.place),
        corpus.passage(passage.place, passage.stop),
        corpus.passage(passage.stop, passage.stop + _AROUND),
    )
    # Not into the sources beside it.
    before = before.rpartition(corpus.CUT)[2]
    theirs = before + twin + after.partition(corpus.CUT)[0]
    place = passage.place - len(before)
    ours = words[begin : passage.end + _AROUND]
    alike = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    blocks = _together([block for block in alike if block.size >= _AGAIN])
    if not blocks:
        return passage
    first, last = blocks[0], blocks[-1]
    return Passage(
        begin + first.a,
        begin + last.a + last.size,
        passage.source,
        place + first.b,
        place + last.b + last.size,
        tuple((begin + block.a, begin + block.a + block.size) for block in blocks),
    )


def _together(blocks: list[Block]) -> list[Block]:
    """Of the blocks those with the most characters that have only small changes between them."""
    groups: list[list[Block]] = []
    for block in blocks:
        last = groups[-1][-1] if groups else None
        if last and (_is_change(last, block) or _is_left_out(last, block)):
            groups[-1].append(block)
        else:
            groups.append([block])
    return max(groups, key=lambda group: sum(b.size for b in group), default=[])


def _is_change(last: Block, block: Block) -> bool:
    """Whether little was put in, and little taken away, between two blocks."""
    return max(block.a - last.a, block.b - last.b) <= last.size + _CHANGE


def _is_left_out(last: Block, block: Block) -> bool:
    """Whether nothing but a clause of the source was left out between two blocks."""
    joined = block.a == last.a + last.size and min(last.size, block.size) >= _CLAUSE
    return joined and block.b - last.b <= last.size + _LEFT_OUT
