"""Breaking a long title by sense into a trapezoid or a diamond (GB/T 9704-2012, 7.3.1).

Breaks stand only at joints the word list knows (drafter/data/title.yaml); where it knows none
that fit, the lines are cut at even lengths between plain ideographs. No word segmenter is loaded:
a title is written on every run of the drafter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, chain, combinations, pairwise
from math import comb

from drafter.resources import read_data
from drafter.text.scanning import places_of

__all__ = ["break_title", "width"]

#: Never cut: a number with its unit, Latin words, a place to fill, a short quotation or book title.
_WHOLE = re.compile(
    r"[0-9０-９]+(?:年|月|日|个|次|届|期|周年|%|·|\.)*[0-9]*|[A-Za-z0-9.+\-]+"
    r"|【[^】]*】|《[^》]{1,8}》|“[^”]{1,8}”|（[^）]*）|——|……"
)
#: May not begin a line, may not end one: closing marks and particles, opening marks and 在.
_NOT_FIRST = frozenset("的上下中里了着过、，。：；！？”’》）】… \u3000")
_NOT_LAST = frozenset("在第《“‘（【不各")
_MOST_LINES = 5
#: So many ways to break are tried at most for one number of lines; a tenth of a second.
_MOST_TRIES = 6_000
#: A name in marks too long for one line; a cut inside costs this much more than one around it, and
#: stays so many characters off the marks.
_LONG_NAME = re.compile(r"《[^》]{9,}》|“[^”]{9,}”")
_INSIDE, _OFF_MARKS = 2.5, 3
#: The ordinal of a meeting or a congress; what it counts follows on the same line.
_ORDINAL = re.compile("第[一二三四五六七八九十百]+(?:次|届|期|轮|批)")
_OPENS = re.compile(r"[《（]|——")
_SPACES = re.compile(r"[ \u3000]+")
#: A title on one line leaves a character free at either side, else it looks like text.
_MARGIN = 2
#: How much worse a cut between any two ideographs is than one at a joint of sense.
_BLIND = 8.0


def width(text: str) -> float:
    """Width in full-width characters: ASCII letters and digits count half."""
    return sum(0.5 if unicodedata.east_asian_width(c) in ("Na", "H") else 1.0 for c in text)


def break_title(text: str, room: float) -> tuple[int, ...]:
    """The positions before which the title breaks, for lines of ``room`` characters.

    Empty for a title that stands well on one line. A dash (——) that opens a subtitle always
    begins a line.
    """
    dash = text.find("——")
    if 0 < dash < len(text) - 2:
        head = break_title(text[:dash], room)
        tail = break_title(text[dash:], room) if dash else ()
        return (*head, dash, *(dash + at for at in tail))
    if width(text) <= room - _MARGIN:
        return ()
    best: tuple[float, tuple[int, ...]] | None = None
    least = max(2, -int(-width(text) // room))
    if least > _MOST_LINES:
        # A whole paragraph in the title's style: no shape can be given to it.
        return _even(text, room)
    joints = _likely(_joints(text), text, least)
    for lines in range(least, _MOST_LINES + 1):
        if best is not None and lines > least + 1:
            break
        for cuts in combinations(sorted(joints), lines - 1):
            score = _score(text, cuts, room, joints) + 4.0 * (lines - least)
            if score < (best or (_HOPELESS, ()))[0]:
                best = score, cuts
        if best is not None and best[0] < _BLIND:
            break
    return best[1] if best else _patched(text, room, joints, least) or _even(text, room)


_HOPELESS = 1000.0
#: So far from where even lines would end a cut between any two ideographs is tried.
_STRAY = 2


def _patched(
    text: str, room: float, joints: dict[int, float], least: int
) -> tuple[int, ...] | None:
    """The best lines with as few cuts off the joints as the room allows; None where none fit."""
    held = _held(text)
    for lines in (least, least + 1):
        share = width(text) / lines
        goals = [share * number for number in range(1, lines)]
        near = {
            at: _BLIND
            for at in range(1, len(text))
            if at not in held
            and _allowed(text, at)
            and min(abs(width(text[:at]) - goal) for goal in goals) <= _STRAY
        }
        costs = _likely(near | joints, text, lines - 1)
        scored = (
            (_score(text, cuts, room, costs), cuts)
            for cuts in combinations(sorted(costs), lines - 1)
        )
        best = min(scored, default=(_HOPELESS, ()))
        if best[0] < _HOPELESS:
            return best[1]
    return None


def _likely(joints: dict[int, float], text: str, lines: int) -> dict[int, float]:
    """The best joints where there are too many to try all their combinations."""
    if comb(len(joints), lines) <= _MOST_TRIES:
        return joints
    share = width(text) / lines
    off = {at: abs(width(text[:at]) / share - round(width(text[:at]) / share)) for at in joints}
    count = next(n for n in range(len(joints), 0, -1) if comb(n, lines) <= _MOST_TRIES)
    best = sorted(joints, key=lambda at: (joints[at] + 2 * off[at], at))[:count]
    return {at: joints[at] for at in joints if at in best}


def _score(text: str, cuts: tuple[int, ...], room: float, joints: dict[int, float]) -> float:
    """How bad these lines are: too long is hopeless, then shape, then the joints."""
    widths = [width(text[a:b]) for a, b in pairwise((0, *cuts, len(text)))]
    if max(widths) > room:
        return _HOPELESS
    full = 1.0 if max(widths) > room - _MARGIN else 0.0
    return full + _shape(widths) + sum(joints[cut] for cut in cuts)


def _shape(widths: list[float]) -> float:
    """0 for a good trapezoid or diamond; more for a rectangle, an hourglass or a stub."""
    longest, shortest = max(widths), min(widths)
    penalty = 0.0
    peak = widths.index(longest)
    falls = all(a >= b for a, b in pairwise(widths[peak:]))
    if not (falls and all(a <= b for a, b in pairwise(widths[: peak + 1]))):
        penalty += 6.0
    if longest - shortest < 1:
        penalty += 2.0
    if shortest < 0.45 * longest:
        penalty += 8.0 * (0.45 - shortest / longest) + 1.0
    return penalty + (longest - shortest) / longest


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in read_data("title.yaml").items()}


def _held(text: str) -> set[int]:
    """Positions inside what is never cut: the list's words, numbers, names in marks."""
    held: set[int] = set()
    for word in chain.from_iterable(_words().values()):
        for at in places_of(word, text):
            held.update(range(at + 1, at + len(word)))
    for match in chain(_WHOLE.finditer(text), _ORDINAL.finditer(text)):
        held.update(range(match.start() + 1, match.end()))
    return held


def _joints(text: str) -> dict[int, float]:
    """Positions where a line may begin, with how bad each is (0 is best)."""
    words = _words()
    held = _held(text)
    cost: dict[int, float] = {}
    for word in words["begin"]:
        for at in places_of(word, text):
            cost[at] = 0.5
    for word in words["end"]:
        for at in places_of(word, text):
            after = at + len(word)
            if cost.get(after, 1) <= 0.5 and len(word) > 1:
                # One word ends and another begins here: the best joint there is.
                cost[after] = 0.1
            else:
                cost[after] = min(cost.get(after, 9), 0.5 if len(word) > 1 else 1.5)
    for match in _WHOLE.finditer(text):
        cost.setdefault(match.end(), 1.5)
    for match in _ORDINAL.finditer(text):
        cost.setdefault(match.start(), 0.8)
    for match in _OPENS.finditer(text):
        cost.setdefault(match.start(), 0.8)
    for match in _SPACES.finditer(text):
        # What the writer set apart with a space stands well on a line of its own.
        cost[match.end()] = 0.1
    for at in places_of("、", text):
        cost[at + 1] = 0.5
    _spare_names(text, cost)
    return {at: c for at, c in cost.items() if at not in held and _allowed(text, at)}


def _spare_names(text: str, cost: dict[int, float]) -> None:
    """Make cuts inside a long name in marks dearer than those around it."""
    for match in _LONG_NAME.finditer(text):
        cost.setdefault(match.end(), 1.5)
        for at in range(match.start() + 1, match.end()):
            if min(at - match.start(), match.end() - at) <= _OFF_MARKS:
                cost.pop(at, None)
            elif at in cost:
                cost[at] += _INSIDE


def _allowed(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST


def _even(text: str, room: float) -> tuple[int, ...]:
    """Lines of about the same length, cut where nothing forbids it; for titles without joints."""
    held = _held(text)
    so_far = [0.0, *accumulate(map(width, text))]
    free = [at for at in range(1, len(text)) if at not in held and _allowed(text, at)]
    lines = max(2, -int(-so_far[-1] // max(room - 1, 1)))
    share = so_far[-1] / lines
    cuts: set[int] = set()
    first = 0
    for number in range(1, lines):
        goal = share * number
        while first + 1 < len(free) and so_far[free[first + 1]] <= goal:
            first += 1
        near = free[first : first + 2]
        cuts.update(sorted(near, key=lambda at: abs(so_far[at] - goal))[:1])
    return tuple(sorted(cuts))
