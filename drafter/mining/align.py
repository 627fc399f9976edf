"""A bundle of skeletons that share a formula → the formula: alignment, then a vote.

Progressive alignment of a whole bundle loses a literal as soon as one member lacks it; so every
member is aligned to one pivot only, and a literal of the pivot stays when enough members have it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

from drafter.mining.lexicon import MARKS
from drafter.mining.shape import is_whole, takes_hold
from drafter.mining.skeleton import OPEN, Skeleton, is_slot

__all__ = ["SHARE", "Member", "backbone", "common_words"]

#: A literal belongs to the formula when this share of the members has it; the rest is dirt.
SHARE = 0.8
#: A place is a slot when something stands there in at least this share of the members.
FILLED = 0.5
#: One kind of filler names a slot when it makes up this share of what stands there.
TYPED = 0.6
#: So many members settle a vote; more only cost time.
VOTERS = 32


@dataclass(frozen=True)
class Member:
    """A skeleton with its weight: in how many independent sources it was met."""

    items: Skeleton
    weight: int

    @cached_property
    def words(self) -> frozenset[str]:
        """Its literals, each once."""
        return frozenset([i for i in self.items if i[0] != "{"])


def backbone(members: Sequence[Member]) -> Skeleton | None:
    """The formula the members share, slots between its literals; None where they share none."""
    voters = _sample(members)
    total = sum(m.weight for m in voters)
    common = common_words(voters)
    if not any(i not in MARKS for i in common):
        return None
    pivot = _pivot(voters, common)
    # The vote can only take literals away: what is no formula now will be none after it.
    if not (is_whole(pivot, common) or takes_hold([i if i in common else OPEN for i in pivot])):
        return None
    places = [n for n, i in enumerate(pivot) if i in common]
    votes: Counter[int] = Counter()
    paths: list[tuple[Member, dict[int, int]]] = []
    for member in voters:
        path = _path(pivot, places, member.items, common)
        paths.append((member, path))
        for place in path:
            votes[place] += member.weight
    kept = [p for p in places if votes[p] >= SHARE * total]
    return _with_slots(pivot, kept, paths) if kept else None


def _sample(members: Sequence[Member]) -> list[Member]:
    """A sample that weighs as the members do, the same whatever the order given.

    Points at even distances along the members laid end to end by their weights, each a vote: were
    the heaviest heard with all their weight and of the others some, few would outvote many.
    """
    if len(members) <= VOTERS:
        return sorted(members, key=lambda m: (-m.weight, m.items))
    ordered = sorted(members, key=lambda m: (-m.weight, m.items))
    ends = list(accumulate(m.weight for m in ordered))
    step = ends[-1] / VOTERS
    votes = Counter(bisect_right(ends, n * step) for n in range(VOTERS))
    return [Member(ordered[n].items, weight) for n, weight in votes.items()]


def common_words(members: Sequence[Member]) -> frozenset[str]:
    """The literals that enough of the members have, wherever they stand."""
    enough = SHARE * sum(m.weight for m in members)
    counts = Counter(chain.from_iterable(m.words for m in members))
    for member in members:
        if member.weight > 1:
            counts.update(dict.fromkeys(member.words, member.weight - 1))
    return frozenset(i for i, n in counts.items() if n >= enough)


def _pivot(voters: Sequence[Member], common: frozenset[str]) -> Skeleton:
    """The shortest of the members that have most of the common literals."""
    return min((m.items for m in voters), key=lambda i: (-len(common.intersection(i)), len(i), i))


def _path(
    pivot: Skeleton, places: Sequence[int], items: Skeleton, common: frozenset[str]
) -> dict[int, int]:
    """The best alignment of the common literals: place in the pivot → place in the member.

    A word weighs the square of its length, a mark little; a pair that follows on a pair as its
    neighbour on both sides weighs more, so that a comma is taken beside its word.
    """
    theirs = [n for n, i in enumerate(items) if i in common]
    ours = [pivot[p] for p in places]
    words = [items[t] for t in theirs]
    if ours == words:
        return dict(zip(places, theirs, strict=True))
    where: dict[str, list[int]] = {}
    for c in range(len(words) - 1, -1, -1):
        where.setdefault(words[c], []).append(c)
    # best[r][c] is what the rows from r and the columns from c can give, take[r][c] what they
    # give when the first of both is a pair. Few words repeat, so few places are pairs at all.
    best = [[0.0] * (len(words) + 1)] * (len(ours) + 1)
    take: list[dict[int, float]] = [{}] * (len(ours) + 1)
    for r in range(len(ours) - 1, -1, -1):
        columns = where.get(ours[r])
        if columns is None:
            best[r] = best[r + 1]
            continue
        below, after = best[r + 1], take[r + 1]
        beside = r + 1 < len(ours) and places[r + 1] == places[r] + 1
        weight = _weight(ours[r])
        best[r], take[r] = row, taken = below.copy(), {}
        for c in columns:
            score = below[c + 1]
            if beside and c + 1 in after and theirs[c + 1] == theirs[c] + 1:
                score = max(score, after[c + 1] + 1.5)
            taken[c] = score = score + weight
            at = c
            while at >= 0 and row[at] < score:
                row[at] = score
                at -= 1
    return _walk(places, theirs, best, take)


def _walk(
    places: Sequence[int],
    theirs: Sequence[int],
    best: Sequence[Sequence[float]],
    take: Sequence[Mapping[int, float]],
) -> dict[int, int]:
    """The pairs that give the best, from the first places on."""
    path: dict[int, int] = {}
    r = c = 0
    while r < len(places) and c < len(theirs):
        if take[r].get(c) == best[r][c]:
            path[places[r]] = theirs[c]
            r, c = r + 1, c + 1
        elif best[r + 1][c] >= best[r][c + 1]:
            r += 1
        else:
            c += 1
    return path


def _weight(item: str) -> float:
    return 0.5 if item in MARKS else float(len(item) ** 2)


def _with_slots(
    pivot: Skeleton, kept: Sequence[int], paths: Sequence[tuple[Member, dict[int, int]]]
) -> Skeleton:
    """The kept literals with a slot wherever the members have something between them."""
    out: list[str] = []
    for left, right in zip([None, *kept], [*kept, None], strict=True):
        slot = _gap(left, right, paths)
        if slot:
            out.append(slot)
        if right is not None:
            out.append(pivot[right])
    return tuple(out)


def _gap(
    left: int | None, right: int | None, paths: Sequence[tuple[Member, dict[int, int]]]
) -> str | None:
    filled: Counter[str] = Counter()
    seen = 0
    for member, path in paths:
        if (left is not None and left not in path) or (right is not None and right not in path):
            continue
        start = -1 if left is None else path[left]
        end = len(member.items) if right is None else path[right]
        seen += member.weight
        between = member.items[start + 1 : end]
        if between:
            filled[between[0] if len(between) == 1 and is_slot(between[0]) else OPEN] += (
                member.weight
            )
    if not seen or sum(filled.values()) <= FILLED * seen:
        return None
    kind, count = min(filled.items(), key=lambda pair: (-pair[1], pair[0]))
    return kind if count >= TYPED * sum(filled.values()) else OPEN
