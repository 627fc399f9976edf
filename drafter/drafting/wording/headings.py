"""Headings that match (对仗): a solver over heading clauses.

All composed headings of a speech have the same number of clauses and, clause by clause, lengths
within one character; no opening verb, closing word or clause comes twice. First are tried the
clauses that tell what the points do, one or two for each point; only where some point has none that
matches are the usual ones asked, too, of which a long one may carry the topic. Headings the user
gave are kept and set the measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_begun import CLASH, Begun
from drafter.drafting.wording.heading_bounds import Bounds
from drafter.drafting.wording.heading_choice import Choice
from drafter.drafting.wording.heading_measures import Measure, measures_of, shape_of
from drafter.drafting.wording.heading_pools import Pool, pools_of, widened
from drafter.drafting.wording.heading_words import Clause
from drafter.drafting.wording.wording import Worder
from drafter.speech import Origin, Sentence
from drafter.text.sentences import clauses as split_clauses

__all__ = ["Heading", "compose_headings"]

#: The whole heading, at most: two lines of a page.
_MOST = 36
#: The key of the choice all fixed headings of a genre share.
_SAME = 1
#: What it is worth to match the headings the user gave, clause by clause, or in their number.
_MATCHED = 24.0
#: A report names its parts (主要做法) rather than calling for anything.
_NAMED = 6.0
_SHARED_PAIR = 0.8
#: Headings that tell what their points do are worth at least so much, if none clashes.
_GOOD = 0.0
#: What a sum of a few likings may be off by: no measure is given up for less.
_ROUNDING = 1e-6


class Heading(Struct):
    """A heading's text without enumerator, and the patterns its clauses came from.

    ``tasked`` says that the point's only task stands in it, ``spelled`` that two of them do;
    ``told`` is what of it speaks of the point.
    """

    text: str
    patterns: tuple[str, ...] = ()
    origin: Origin = "brief"
    fields: tuple[str, ...] = ("要点.标题",)
    tasked: bool = False
    spelled: bool = False
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
        """Note what the clauses of a text begin and end with, and all they say."""
        for clause in split_clauses(text):
            self.texts.add(clause)
            self.verbs.add(clause[:2])
            self.nouns.add(clause[-2:])
            self.pairs.update(clause[i : i + 2] for i in range(len(clause) - 1))

    def take(self, parts: Sequence[Clause]) -> None:
        """Note the clauses of a heading."""
        for part in parts:
            bare = part.bare
            self.texts.add(bare)
            self.verbs.add(bare[:2])
            self.nouns.add(bare[-2:])
            self.pairs |= part.pairs


#: What headings are worth and the clauses of each, in the order of the open points.
_Filled = tuple[float, Sequence[list[Clause]]]
_NONE: _Filled = (float("-inf"), ())


def compose_headings(worder: Worder, points: Sequence[PointPlan]) -> list[Heading | None]:
    """A heading for each point, in order; None where no pattern is left for one."""
    out: list[Heading | None] = []
    users = [point.heading for point in points if point.heading]
    for point in points:
        earlier = sum(p.arc == point.arc for p in points[: len(out)])
        out.append(_like(users, _given(worder, point, earlier)))
    open_ = [i for i, h in enumerate(out) if h is None]
    if not open_:
        return out
    given = [h.text for h in out if h is not None]
    upward = worder.situation.genre.direction == "上行"
    pools = pools_of(worder, points, open_)
    value, filled = _NONE
    if not given and all(pool.first or pool.usual for pool in pools):
        value, filled = _search(pools, given, upward=upward)
    if value <= _GOOD:
        pools = widened(worder, points, open_, pools)
        _, filled = _search(pools, given, upward=upward)
    for i, pool, parts in zip(open_, pools, filled, strict=False):
        out[i] = _made_of(pool, parts)
    return out


def _search(pools: Sequence[Pool], given: Sequence[str], *, upward: bool) -> _Filled:
    """The best clauses for the open points in any measure, and what they are worth."""
    best = _NONE
    choices = [Choice(pool) for pool in pools]
    measures = [
        (measure, _NAMED * (upward and len(measure) == 1) + _MATCHED * matched)
        for measure, matched in measures_of([choice.lengths for choice in choices], given)
    ]
    for hope in Bounds(choices).best_first(measures):
        if hope.most + _ROUNDING <= best[0]:
            break
        value, filled = _solve(choices, hope.measure, given, hope.mosts, best[0] - hope.extra)
        if value + hope.extra > best[0]:
            best = value + hope.extra, filled
    return best


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


def _like(users: Sequence[str], heading: Heading | None) -> Heading | None:
    """A genre's own heading beside the user's: where these have one clause each, so has it.

    None where it has another measure than they: a heading is composed that matches.
    """
    if heading is None or heading.origin == "brief" or not users:
        return heading
    clauses = split_clauses(heading.text)
    if len(clauses) > 1 and all(len(split_clauses(text)) == 1 for text in users):
        heading.text = min(clauses, key=lambda clause: abs(len(clause) - len(users[0])))
    return heading if _measured(heading.text) == _measured(users[0]) else None


def _measured(text: str) -> tuple[int, ...]:
    """How long the clauses of a heading are."""
    return tuple(map(len, split_clauses(text)))


def _solve(
    choices: Sequence[Choice],
    measure: Measure,
    given: Sequence[str],
    mosts: Sequence[float],
    least: float,
) -> _Filled:
    """Fill one measure for every open point, the best clause first; the sum of what they score.

    Each point can add the one of ``mosts`` that is its own. Given up as soon as all can come to no
    more than ``least``: another measure does as well.
    """
    total = shape_of(measure)
    rest = sum(mosts) + _ROUNDING
    taken = _Taken()
    for text in given:
        taken.add(text)
    filled = []
    for choice, most in zip(choices, mosts, strict=True):
        begun = Begun(choice, measure)
        for _ in measure:
            clause, value = _best(begun, taken)
            if clause is None:
                return _NONE
            total += value / len(measure) / len(choices)
            begun.add(clause)
        total += begun.both() / len(choices)
        length = sum([len(p.text) for p in begun.parts]) + len(measure) - 1  # and commas
        total -= max(0, length - _MOST)
        rest -= most
        if total + rest <= least:
            return _NONE
        taken.take(begun.parts)
        filled.append(begun.parts)
    return total, filled


def _made_of(pool: Pool, parts: Sequence[Clause]) -> Heading:
    """The heading of these clauses, with where they come from."""
    text = "，".join(p.text for p in parts)
    alone = pool.alone is not None and pool.alone in text
    patterns = [p.candidate.pattern for p in parts if p.candidate]
    origins: set[Origin] = {p.origin for p in patterns}
    own = len(patterns) < len(parts)
    tasks = {p.key for p in parts if p.own == "task"}
    fields = ["主题.名称"] * any(p.topical for p in parts) + ["要点.内容"] * own
    return Heading(
        text,
        tuple(dict.fromkeys(p.id for p in patterns)),
        "brief" if not origins else origins.pop() if len(origins) == 1 else "authored",
        tuple(fields),
        alone and bool(tasks),
        len(tasks) > 1,
        "，".join(p.bare for p in parts if p.told and (p.candidate or alone)),
    )


def _best(begun: Begun, taken: _Taken) -> tuple[Clause | None, float]:
    """The best liked clause of the right length that shares nothing with those taken."""
    best: Clause | None = None
    value = float("-inf")
    less_of, texts = begun.pool.less, taken.texts
    for ranked in begun.choice.within(begun.span):
        for _, liking, clause in ranked:
            if liking <= value:
                # What is taken only lowers a score, and all are sorted: nothing better follows.
                break
            bare = clause.bare
            if bare in texts:
                continue
            score = liking - less_of(clause)
            if score <= value or not begun.takes(clause):
                continue
            heard = clause.heard & begun.heard[clause.own in ("task", "sentence")]
            clash = bare[:2] in taken.verbs or bare[-2:] in taken.nouns or heard
            score -= CLASH * bool(clash) + begun.less(clause)
            score -= _SHARED_PAIR * len(clause.pairs & taken.pairs)
            if score > value:
                best, value = clause, score
    return best, value
