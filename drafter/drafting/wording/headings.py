"""Headings that match (对仗): a solver over heading clauses.

All composed headings of a speech have the same number of clauses and, clause by clause, lengths
within one character; no opening verb, closing word or clause comes twice; the long clause carries
the topic where the topic is short enough. Headings the user gave are kept and set the measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct, field

from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_clauses import Clause
from drafter.drafting.wording.heading_pools import Pool, pools_of
from drafter.drafting.wording.wording import Worder
from drafter.speech import Origin, Sentence
from drafter.text.sentences import clauses as split_clauses

__all__ = ["Heading", "compose_headings"]

#: A short clause opens a heading, a long one follows it.
_SHORT = range(3, 8)
_LONG = range(6, 30)
#: Two clauses that may be the point's own tasks.
_EVEN = range(6, 13)
#: The whole heading, at most: two lines of a page.
_MOST = 36
#: The key of the choice all fixed headings of a genre share.
_SAME = 1
#: What it is worth to match the headings the user gave, clause by clause, or in their number.
_MATCHED = 24.0
#: A report names its parts (主要做法) rather than calling for anything.
_NAMED = 6.0
_SHARED_PAIR = 0.8
#: How much less a second clause for the task the first is for: a point often has more than one.
_SAME_THING = 5.0
#: How much less a later task of the point where the heading begins.
_OUT_OF_TURN = 1.5
#: What is told by a clause that tells no task.
_NOTHING: frozenset[int] = frozenset({-1})
_CLASH = 50.0
#: Of so many measures it is kept what they are worth: all that are tried.
_MEASURES = 2048

#: Measures: lengths allowed for each clause.
Measure = tuple[range, ...]


class Heading(Struct):
    """A heading's text without enumerator, and the patterns its clauses came from.

    ``tasked`` says that the point's task stands in it, ``told`` what of it speaks of the point.
    """

    text: str
    patterns: tuple[str, ...] = ()
    origin: Origin = "brief"
    fields: tuple[str, ...] = ("要点.标题",)
    tasked: bool = False
    told: str = ""

    def sentence(self) -> Sentence:
        """The heading as a sentence with its provenance."""
        pattern = "+".join(self.patterns) or None
        return Sentence(self.text, "heading", pattern, self.origin, self.fields)


class _Taken(Struct):
    """What the headings chosen so far have used up."""

    verbs: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        for clause in split_clauses(text):
            self.texts.add(clause)
            self.verbs.add(clause[:2])
            self.nouns.add(clause[-2:])
            self.pairs.update(clause[i : i + 2] for i in range(len(clause) - 1))


def compose_headings(worder: Worder, points: Sequence[PointPlan]) -> list[Heading | None]:
    """A heading for each point, in order; None where no pattern is left for one."""
    out: list[Heading | None] = []
    for point in points:
        earlier = sum(p.arc == point.arc for p in points[: len(out)])
        out.append(_given(worder, point, earlier))
    open_ = [i for i, h in enumerate(out) if h is None]
    if not open_:
        return out
    given = [h.text for h in out if h is not None]
    best: tuple[float, dict[int, Heading]] = (float("-inf"), {})
    pools = pools_of(worder, points, open_)
    upward = worder.situation.genre.direction == "上行"
    likings = [_likings(pool) for pool in pools]
    tops = _Tops(likings)
    hopes = []
    for measure, matched in _measures(likings, given):
        extra = _NAMED * (upward and len(measure) == 1) + _MATCHED * matched
        hopes.append((_hope(measure, tops) + extra, extra, measure))
    for hope, extra, measure in sorted(hopes, key=lambda h: -h[0]):
        if hope <= best[0]:
            break
        value, chosen = _solve(open_, pools, measure, given)
        if value + extra > best[0]:
            best = value + extra, chosen
    for i, heading in best[1].items():
        out[i] = heading
    return out


def _given(worder: Worder, point: PointPlan, earlier: int) -> Heading | None:
    """The user's heading or the genre's own; with the same one ``earlier``, in its other words."""
    if point.heading:
        return Heading(point.heading, told=point.heading)
    frames = point.arc.heading if point.arc else ()
    frame = next((f for f in frames if all(s in worder.words for s in f.slots)), None)
    if frame:
        # One number for all points: wordings listed at the same place belong together.
        choice = int(worder.scorer.chance(_SAME) * frame.choices)
        choice = frame.choices - 1 - choice if earlier else choice
        name = f"templates/{worder.situation.genre.base}"
        return Heading(frame.fill(worder.words, choice), (name,), "authored", ())
    return None


def _likings(pool: Pool) -> dict[int, float]:
    """How well the best clause of each length is liked."""
    # The best of a length comes first among its like, so here it has the last word.
    best = {len(clause.text): liking for liking, clause in reversed(pool.usual)}
    for liking, clause in reversed(pool.first):
        length = len(clause.text)
        best[length] = max(liking, best.get(length, liking))
    return best


def _measures(
    likings: Sequence[dict[int, float]], given: Sequence[str]
) -> list[tuple[Measure, float]]:
    """The lengths worth trying, and how well each matches the headings given (2, 1 or 0)."""
    free = _free_measures(likings)
    if not given:
        return [(m, 0.0) for m in free]
    lengths = [[len(c) for c in split_clauses(g)] for g in given]
    count = len(lengths[0])
    out = [(m, float(len(m) == count)) for m in free]
    if all(len(x) == count for x in lengths):
        columns = list(zip(*lengths, strict=True))
        near = [range(max(c) - 1, min(c) + 2) or range(min(c), max(c) + 1) for c in columns]
        out.append((tuple(near), 2.0))
    return out


def _free_measures(likings: Sequence[dict[int, float]]) -> list[Measure]:
    short = _windows(likings, _SHORT)
    long = _windows(likings, _LONG)
    # Of the spans those of two lengths alone: all pairs of all spans would be two hundred.
    even = [span for span in _windows(likings, _EVEN) if len(span) == 2]
    out: list[Measure] = [(s, n) for s in short[:2] for n in long]
    out += [(n,) for n in [*long, *short]]
    out += [(s, s) for s in short[:1]]
    out += product(even, even)
    return out


def _windows(likings: Sequence[dict[int, float]], lengths: range) -> list[range]:
    """Spans of one or two lengths that a clause of every point has, the exact ones first."""
    exact = [n for n in lengths if all(n in have for have in likings)]
    near = [n for n in lengths if all(n in have or n + 1 in have for have in likings)]
    return [range(n, n + 1) for n in exact] + [range(n, n + 2) for n in near]


@lru_cache(_MEASURES)
def _shape(measure: Measure) -> float:
    """What a measure is worth before it is filled: exact lengths and two clauses sound best."""
    return -1.5 * sum([len(span) - 1 for span in measure]) + (2.0 if len(measure) == 2 else 0.0)


class _Tops(dict[range, float]):
    """How well the best clauses of all points are liked (their mean), by the span of lengths."""

    def __init__(self, likings: Sequence[dict[int, float]]) -> None:
        super().__init__()
        self._likings = likings

    def __missing__(self, span: range) -> float:
        tops = [max([liked[n] for n in span if n in liked], default=0.0) for liked in self._likings]
        self[span] = mean = sum(tops) / len(tops)
        return mean


def _hope(measure: Measure, tops: _Tops) -> float:
    """What a measure could score if no clause stood in another's way."""
    return _shape(measure) + sum([tops[span] for span in measure])


def _solve(
    open_: Sequence[int],
    pools: Sequence[Pool],
    measure: Measure,
    given: Sequence[str],
) -> tuple[float, dict[int, Heading]]:
    """Fill one measure for every open point, the best clause first; the sum of what they score."""
    taken = _Taken()
    for text in given:
        taken.add(text)
    total = _shape(measure)
    chosen: dict[int, Heading] = {}
    for index, pool in zip(open_, pools, strict=True):
        parts: list[Clause] = []
        for place, span in enumerate(measure):
            own = frozenset().union(*(p.heard for p in parts))
            whole = len(measure) == 1
            last = place == len(measure) - 1
            told = frozenset().union(*(pool.tells.get(p.key, ()) for p in parts))
            clause, value = _best(pool, span, taken, own, told, last=last, whole=whole)
            if clause is None:
                return float("-inf"), {}
            total += value / len(open_)
            parts.append(clause)
            taken.add(clause.bare)
        text = "，".join(p.text for p in parts)
        total -= max(0, len(text) - _MOST)
        chosen[index] = _made_of(text, parts, alone=pool.alone)
    return total, chosen


def _made_of(text: str, parts: Sequence[Clause], *, alone: bool) -> Heading:
    """The heading of these clauses, with where they come from; ``alone`` for one task."""
    patterns = [p.candidate.pattern for p in parts if p.candidate]
    origins: set[Origin] = {p.origin for p in patterns}
    tasked = len(patterns) < len(parts)
    fields = ["主题.名称"] * any(p.topical for p in parts) + ["要点.内容"] * tasked
    return Heading(
        text,
        tuple(dict.fromkeys(p.id for p in patterns)),
        "brief" if not origins else origins.pop() if len(origins) == 1 else "authored",
        tuple(fields),
        tasked and alone,
        "，".join(p.bare for p in parts if p.told and (p.candidate or alone)),
    )


def _best(
    pool: Pool,
    span: range,
    taken: _Taken,
    own: frozenset[str],
    told: frozenset[int],
    *,
    last: bool,
    whole: bool,
) -> tuple[Clause | None, float]:
    """The best liked clause of the right length that shares nothing with those taken.

    ``own`` are the character pairs of the heading so far: none comes twice in one heading;
    ``told`` are the places of the tasks that its clauses tell.
    """
    best: Clause | None = None
    value = float("-inf")
    for clauses in (pool.first, pool.usual):
        for liking, clause in clauses:
            if liking <= value:
                # What is taken only lowers a score, and all are sorted: nothing better follows.
                break
            bare = clause.bare
            if len(clause.text) not in span or bare in taken.texts or (clause.topical and not last):
                continue
            if clause.asks and not whole:
                continue
            clash = bare[:2] in taken.verbs or bare[-2:] in taken.nouns or clause.heard & own
            score = liking - _CLASH * bool(clash) - pool.less(clause)
            score -= _OUT_OF_TURN * (not (told or whole) and clause.key < -1)
            score -= _SHARED_PAIR * len(clause.pairs & taken.pairs)
            if told and told.issuperset(pool.tells.get(clause.key, _NOTHING)):
                score -= _SAME_THING
            if score > value:
                best, value = clause, score
    return best, value
