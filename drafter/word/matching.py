"""Which paragraph of one text is which of another: by id, by equal text, then by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from drafter.speech import Paragraph

__all__ = ["likeness", "match", "moved"]

#: From this share of common characters on, one paragraph is taken for the other, reworded.
_ALIKE = 0.5
#: So many pairs at most are compared between two fixed points: a bound, not a quality.
_MOST_PAIRS = 4000


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by the characters they share in order."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def match(old: Sequence[Paragraph], new: Sequence[Paragraph], *, by_id: bool) -> dict[int, int]:
    """Positions in ``new`` by positions in ``old``; paragraphs without a partner are left out.

    ``by_id`` trusts equal ids, which hold between a file and the draft it was written from, not
    between two drafts.
    """
    pairs: dict[int, int] = {}
    if by_id:
        places = {p.id: n for n, p in enumerate(new)}
        pairs = {n: places[p.id] for n, p in enumerate(old) if p.id in places}
    _equal(old, new, pairs)
    for olds, news in list(_gaps(len(old), len(new), pairs)):
        _alike(old, new, olds, news, pairs)
    return pairs


def _equal(old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    olds = [n for n in range(len(old)) if n not in pairs]
    news = [n for n in range(len(new)) if n not in taken]
    blocks = SequenceMatcher(
        None, [_key(old[n]) for n in olds], [_key(new[n]) for n in news], autojunk=False
    ).get_matching_blocks()
    for a, b, size in blocks:
        pairs.update(zip(olds[a : a + size], news[b : b + size], strict=True))


def _key(paragraph: Paragraph) -> tuple[str, str]:
    return paragraph.role, paragraph.text


def _gaps(olds: int, news: int, pairs: dict[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """The unmatched stretches between partners that stand in the same order on both sides."""
    taken = set(pairs.values())
    last_old = last_new = -1
    for a, b in [*sorted(pairs.items()), (olds, news)]:
        if b <= last_new:
            continue
        left = [n for n in range(last_old + 1, a) if n not in pairs]
        right = [n for n in range(last_new + 1, b) if n not in taken]
        if left and right and len(left) * len(right) <= _MOST_PAIRS:
            yield left, right
        last_old, last_new = a, b


def _alike(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    olds: list[int],
    news: list[int],
    pairs: dict[int, int],
) -> None:
    """Pair what is alike, the likest first, so that no pair crosses another."""
    scored = sorted(
        (-score, a, b)
        for a in olds
        for b in news
        if old[a].role == new[b].role and (score := _score(old[a], new[b])) >= _ALIKE
    )
    chosen: list[tuple[int, int]] = []
    for _, a, b in scored:
        if all((a < x) == (b < y) and a != x and b != y for x, y in chosen):
            chosen.append((a, b))
    pairs.update(chosen)


def _score(old: Paragraph, new: Paragraph) -> float:
    """Likeness; there is one title, date, speaker and salutation, and one of each heading."""
    if old.role in ("title", "date", "speaker", "salutation", "signature"):
        return 1.0
    same_heading = old.role == "heading" and (old.level, old.label) == (new.level, new.label)
    return max(likeness(old.text, new.text), _ALIKE if same_heading else 0.0)


def moved(pairs: dict[int, int]) -> set[int]:
    """The old positions whose partners left the common order: all outside a longest rising run."""
    tails: list[int] = []
    holders: list[int] = []
    before: dict[int, int | None] = {}
    for old, new in sorted(pairs.items()):
        at = bisect_left(tails, new)
        tails[at:] = [new, *tails[at + 1 :]]
        holders[at:] = [old, *holders[at + 1 :]]
        before[old] = holders[at - 1] if at else None
    kept: set[int] = set()
    step = holders[-1] if holders else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(pairs) - kept
