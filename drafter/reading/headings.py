"""Where a heading ends and the body that runs on in its line begins.

A heading ends at the first stop. Where it was glued to its body the place is found from what
headings are: a couplet as long as its siblings, with as many clauses, that ends in a closing
noun; the body begins like a sentence (我县…, 这次…), often with the topic said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.reading.heading_words import heading_words
from drafter.reading.seams import (
    couplet_seam,
    doubled_seam,
    of_one_metre,
    repeated_topic,
    sibling_seam,
)

__all__ = ["HeadingLine", "heading_ends"]

_STOP = re.compile(r"[。！？；：]")
#: How a time ends that opens a body (去年以来，), with the comma behind it.
_ENDS_TIME = "年来前期"
_TIME = re.compile(f"[{_ENDS_TIME}](?=.{{0,2}}，)")
#: Characters of a heading without its enumerator: longer than this it is unlikely to be one.
_LIKELY = 32
_SHORTEST = 4
_LONGEST = 48
_MOST_CLAUSES = 3
#: A sentence as short as this is a heading, and no heading with a body glued to it.
_SHORT_SENTENCE = 14
#: 抓实常规 深耕课堂 are even halves; a heading and a sentence behind a space are not.
_SHORTEST_SPACED, _UNEVEN = 6, 1.2
#: A cut must earn this much; less where the uncut sentence cannot be a heading at all.
_ENOUGH, _ENOUGH_IF_LONG = 4.0, 2.5
#: Couplets stand near one another; a law has hundreds of articles of one level.
_NEAR = 8
_RANK_OF_RUN_IN = 45
#: What a noun that often ends headings earns.
_OF_ENDING = 1.5


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading's line: its folded text, the width of its enumerator, its level and rank."""

    text: str
    width: int
    level: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Measure:
    """What the headings of one level are like: their length and number of commas."""

    length: float | None
    longest: int
    commas: float


def heading_ends(lines: Sequence[HeadingLine]) -> list[int]:
    """For each heading line its end, as characters from the start of its text."""
    stops = [_first_stop(line) for line in lines]
    ends = list(stops)
    for level in {line.level for line in lines}:
        own = [i for i, line in enumerate(lines) if line.level == level]
        measure = _measure(lines, stops, level)
        _cut(lines, stops, ends, own, measure)
        cut = [i for i in own if ends[i] < stops[i]]
        if measure.length is None and cut:
            said = [lines[i].text[lines[i].width : ends[i]] for i in cut]
            _cut(lines, stops, ends, [i for i in own if i not in cut], _measured(said))
        _cut_like_siblings(lines, stops, ends, own)
    return ends


def _cut_like_siblings(
    lines: Sequence[HeadingLine], stops: Sequence[int], ends: list[int], own: Sequence[int]
) -> None:
    """Cut what is still whole where a couplet of a heading that is known ends."""
    whole = [i for i in own if ends[i] == stops[i] and lines[i].rank < _RANK_OF_RUN_IN]
    for one, other in pairwise(whole):
        said = [lines[i].text[lines[i].width : stops[i]] for i in (one, other)]
        glued = all(stops[i] < len(lines[i].text) for i in (one, other))
        if glued and (at := couplet_seam(*said)) is not None:
            ends[one], ends[other] = lines[one].width + at, lines[other].width + at
    known = [lines[i].text[lines[i].width : ends[i]] for i in own]
    place = {i: n for n, i in enumerate(own)}
    for i in (i for i in own if lines[i].rank >= _RANK_OF_RUN_IN and stops[i] < len(lines[i].text)):
        near = known[max(0, place[i] - _NEAR) : place[i] + _NEAR + 1]
        at = of_one_metre(lines[i].text[lines[i].width : stops[i]], near)
        ends[i] = stops[i] if at is None else lines[i].width + at
    for i in (i for i in whole if ends[i] == stops[i]):
        line, stop = lines[i], stops[i]
        if stop < len(line.text) and not _ends_whole(line.text[line.width : stop]):
            alone = stop >= len(line.text) - 1 and stop - line.width <= _LIKELY
            near = known[max(0, place[i] - _NEAR) : place[i] + _NEAR + 1]
            at = sibling_seam(line.text[line.width : stop], near, alone=alone)
            ends[i] = stop if at is None else line.width + at


def _ends_whole(said: str) -> bool:
    """Whether a short first sentence ends as headings do, so that it is one: …取得明显成效。"""
    return len(said) <= _SHORT_SENTENCE and said.endswith(heading_words().closers)


def _cut(
    lines: Sequence[HeadingLine],
    stops: Sequence[int],
    ends: list[int],
    which: Sequence[int],
    measure: _Measure,
) -> None:
    """Set the ends of the headings among ``which`` that are glued to their bodies."""
    for i in which:
        ends[i] = _glued(lines[i], stops[i], measure) or stops[i]


def _first_stop(line: HeadingLine) -> int:
    found = _STOP.search(line.text, line.width)
    return found.start() if found else len(line.text)


def _measure(lines: Sequence[HeadingLine], stops: Sequence[int], level: int) -> _Measure:
    """The measure of a level, by the headings that stand alone or end as headings do."""
    words = heading_words()
    said = []
    for line, stop in zip(lines, stops, strict=True):
        text = line.text[line.width : stop]
        alone = stop >= len(line.text) - 1
        # Without a stop a line is a heading, however long; with one it may have body glued in.
        likely = len(text) <= (_LONGEST if stop == len(line.text) else _LIKELY)
        if line.level != level or not likely or not (alone or text.endswith(words.endings)):
            continue
        # A paragraph of one sentence may be glued to its heading; then it measures nothing.
        if stop == len(line.text) or not _has_seam(text):
            said.append(text)
    if not said:
        return _Measure(None, 0, 1.0)
    return _measured(said)


def _measured(said: Sequence[str]) -> _Measure:
    lengths = [len(t) for t in said]
    return _Measure(median(lengths), max(lengths), median(_clauses(t) for t in said))


def _clauses(text: str) -> int:
    """How many commas part the text."""
    return text.count("，") + text.count("、")


def _runs_on(said: str) -> bool:
    """Whether a short line is a heading and a short sentence: it has a seam and many clauses."""
    return _clauses(said) >= _MOST_CLAUSES - 1 and _has_seam(said)


def _has_seam(said: str) -> bool:
    """Whether a heading's ending and a sentence's beginning meet inside the text."""
    words = heading_words()
    return any(
        len(found.group()) > 1
        for found in words.opener.finditer(said, _SHORTEST)
        if words.closed(said, found.start())
    )


def _glued(line: HeadingLine, stop: int, measure: _Measure) -> int | None:
    """Where the body glued to a heading begins, or None where the stop parts them."""
    text = line.text
    said = text[line.width : stop]
    if stop == len(text) or line.rank >= _RANK_OF_RUN_IN:
        return None
    doubled = doubled_seam(said)
    if doubled is not None:
        return line.width + doubled
    if stop >= len(text) - 1 and len(said) <= _LIKELY and not _runs_on(said):
        return None
    space = _space(said)
    if space is not None:
        return line.width + space
    if _sounds_whole(said, measure):
        return None
    best, cut = 0.0, 0
    for at in _likely_seams(said, min(len(said) - 3, _LONGEST)):
        score = _worth(said, at, measure)
        if score > best + 1e-9:
            best, cut = score, at
    unlikely = len(said) > max(_LIKELY, 1.4 * measure.longest)
    if best >= (_ENOUGH_IF_LONG if unlikely else _ENOUGH):
        return line.width + cut
    return None


def _likely_seams(said: str, stop: int) -> Iterable[int]:
    """Where a heading may end before ``stop``: behind an ending; anywhere where a time opens."""
    if _TIME.search(said) is not None:
        return range(_SHORTEST, stop)
    last = heading_words().last
    return [at for at in range(_SHORTEST, stop) if said[at - 1] in last]


def _begins_with_time(right: str) -> bool:
    """Whether a body begins with a time and a comma, as sentences do: 去年以来，."""
    opener = heading_words().opener.match(right)
    after = right[opener.end() :][:3] if opener else ""
    return opener is not None and opener.group()[-1] in _ENDS_TIME and "，" in after


def _space(said: str) -> int | None:
    """A space that parts heading and body: what follows it is a sentence, not a further clause."""
    at = said.find(" ", _SHORTEST)
    while at > 0:
        rest = said[at:].strip()
        uneven = len(rest) >= len(said[:at]) * _UNEVEN or ("，" in rest and "，" not in said[:at])
        long = len(said) > _LIKELY or (at >= _SHORTEST_SPACED and uneven)
        if long and len(rest) > 8 and ("，" in rest or len(rest) > 14):
            return at
        at = said.find(" ", at + 1)
    return None


def _sounds_whole(said: str, measure: _Measure) -> bool:
    """Whether the whole first sentence is like its siblings, so that nothing is glued to it."""
    longest = max(_LIKELY, 1.25 * measure.longest)
    if _runs_on(said):
        return False
    if len(said) <= longest and heading_words().closed(said):
        return True
    return len(said) <= _SHORT_SENTENCE


def _worth(said: str, at: int, measure: _Measure) -> float:
    """How much like a heading's end and a body's beginning the place ``at`` looks."""
    words = heading_words()
    left, right = said[:at], said[at:]
    commas = _clauses(left)
    if (
        right[0] in "的和与及、，）”》性力感度"
        or left[-1] in "，、（“《"
        or commas >= _MOST_CLAUSES
    ):
        return 0.0
    score = 0.0
    if left.endswith(words.closers):
        score += 3.0
    elif left.endswith(words.endings):
        score += _OF_ENDING
    elif commas and commas == measure.commas and _begins_with_time(right):
        score += _OF_ENDING  # any word ends a couplet like its siblings, where a time opens a body
    else:
        return 0.0
    opener = words.opener.match(right)
    if opener:
        score += 2.0 if len(opener.group()) > 1 else 0.75
    topic = repeated_topic(left, right)
    if topic and words.near_predicate.match(right, topic):
        score += 2.5
    elif topic >= 4:
        score += 1.0
    if score <= _OF_ENDING:  # a noun that headings end with ends clauses too
        return 0.0
    if measure.length is not None:
        score += 1.0 - min(2.0, abs(at - measure.length) / 6)
        score += 0.5 if commas == measure.commas else -0.5
    elif commas == 1:
        score += 0.5
    return score
