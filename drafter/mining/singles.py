"""Frames of a small corpus: one sentence is evidence enough when nothing in it is anybody's own.

Its first and its last clause are formulae by themselves as well: 加强领导，… and …，确保…取得实效
go with others than each other.

Seven speeches hold few formulae twice. A sentence whose literals are all formula and whose rest
are slots is a frame by itself, if no run of its words is long enough to be somebody's wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.shape import LEAST_LITERAL as LEAST_OF_HALF
from drafter.mining.shape import is_framing
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, literal_chars, merge_slots
from drafter.resources import read_data

__all__ = ["OWN_RUN", "half_frames", "halves", "has_crumbs", "single_frame", "without_aspects"]

#: A literal run this long that only one source has is that source's wording.
OWN_RUN = 8
LEAST_LITERAL, MOST_SLOTS, LONGEST = 6, 4, 56
_CONTENT = {"noun", "verb", "adjective", "idiom", "phrase", None}
_OPAQUE = {"{person}", "{number}", "{time}"}


def single_frame(items: Skeleton, shared: Callable[[str], bool]) -> Skeleton | None:
    """The frame of one sentence, or None; ``shared`` tells whether two sources have a run."""
    if any(i in _OPAQUE for i in items):
        return None
    frame = merge_slots(_shorten(list(items), shared))
    slots = sum(map(is_slot, frame))
    literal = literal_chars(frame)
    if not 1 <= slots <= MOST_SLOTS or literal < max(LEAST_LITERAL, 3 * slots):
        return None
    if not is_framing(frame) or literal + 2 * slots > LONGEST:
        return None
    return None if has_crumbs(frame) else tuple(frame)


def halves(items: Skeleton) -> Iterator[Skeleton]:
    """The sentence's beginning with all the rest as one slot, and its end so."""
    end = items[-1:] if items[-1] in MARKS else ()
    bare = items[: len(items) - len(end)]
    breaks = [n for n, item in enumerate(bare) if item == "，"]
    first = next((n for n in breaks if literal_chars(bare[:n]) >= LEAST_OF_HALF), None)
    last = next((n for n in breaks[::-1] if literal_chars(bare[n:]) >= LEAST_OF_HALF), None)
    if first is not None:
        yield (*bare[:first], "，", OPEN, *end)
    if last is not None:
        yield (OPEN, *bare[last:], *end)


def half_frames(items: Skeleton, shared: Callable[[str], bool]) -> Iterator[Skeleton]:
    """The halves of one sentence that frame it, nobody's own wording in them."""
    for half in halves(items):
        frame = merge_slots(_shorten(list(half), shared))
        slots = sum(map(is_slot, frame))
        opaque = any(i in _OPAQUE for i in frame)
        if slots <= MOST_SLOTS and not opaque and is_framing(frame) and not has_crumbs(frame):
            yield tuple(frame)


def without_aspects(frame: Skeleton) -> Skeleton:
    """The frame with one slot for two that only 了 or the like parts: it goes with a filling."""
    aspects = read_data("mining.yaml")["aspects"]
    if frozenset(aspects).isdisjoint(frame):
        return frame
    last = len(frame) - 1
    kept = [
        OPEN
        if 0 < n < last and w in aspects and is_slot(frame[n - 1]) and is_slot(frame[n + 1])
        else w
        for n, w in enumerate(frame)
    ]
    return tuple(merge_slots(kept))


def has_crumbs(frame: Sequence[str]) -> bool:
    """Whether a frame has scraps of words between its slots."""
    return any(_is_crumb(frame, n) for n in range(len(frame)))


def _is_crumb(frame: Sequence[str], place: int) -> bool:
    """A single character between two slots, unless grammar holds it there."""
    word = frame[place]
    if is_slot(word) or word in MARKS or len(word) > 1:
        return False
    if word in read_data("mining.yaml")["joints"]:
        return False
    around = [frame[n] for n in (place - 1, place + 1) if 0 <= n < len(frame)]
    return all(is_slot(a) or a in MARKS for a in around)


def _shorten(items: list[str], shared: Callable[[str], bool]) -> list[str]:
    """Put slots into every run of somebody's own wording until none is left."""
    while True:
        run = next((r for r in _runs(items) if _own(items, r, shared)), None)
        if run is None:
            return items
        start, end = _victim(items, *run)
        items[start:end] = [OPEN]


def _runs(items: Sequence[str]) -> list[tuple[int, int]]:
    out, start = [], None
    for n, item in enumerate([*items, OPEN]):
        if is_slot(item):
            if start is not None:
                out.append((start, n))
            start = None
        elif start is None:
            start = n
    return out


def _own(items: Sequence[str], run: tuple[int, int], shared: Callable[[str], bool]) -> bool:
    text = "".join(items[run[0] : run[1]])
    return len(text) >= OWN_RUN and not shared(text)


def _victim(items: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """What of a run becomes a slot: a whole clause inside it, else the rear of its longest phrase.

    The beginning of a sentence carries its formula (我们要…), so a clause behind it goes first.
    """
    whole = [c for c in _clauses(items, start, end) if c[1] - c[0] > 1 or len(items[c[0]]) > 2]
    inner = whole[1:] if len(whole) > 1 and whole[0][0] == 0 else whole
    if inner:
        middle = (start + end) / 2
        return min(inner, key=lambda c: (abs((c[0] + c[1]) / 2 - middle), c))
    return _rear(items, start, end)


def _clauses(items: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """The clauses between marks that lie in the run as a whole, no slot touching them."""
    out, at = [], start
    for n in range(start, end + 1):
        if n == end or items[n] in MARKS:
            left = at == 0 or items[at - 1] in MARKS
            right = n == len(items) or items[n] in MARKS
            if n > at and left and right:
                out.append((at, n))
            at = n + 1
    return out


def _rear(items: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The second half of the longest stretch of content words; one word at the least."""
    lexicon = frame_lexicon()
    best, at = (start, start + 1), start
    for n in range(start, end + 1):
        word = items[n] if n < end else ""
        if n == end or word in MARKS or lexicon.kind(word) not in _CONTENT:
            if len("".join(items[at:n])) > len("".join(items[best[0] : best[1]])):
                best = (at, n)
            at = n + 1
    return (best[0] + (best[1] - best[0]) // 2, best[1])
