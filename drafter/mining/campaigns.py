"""What is somebody's own though it is made of listed words: campaigns and slogans are slots.

No list of words can hold 满意在基层 back, and where every text says it, it varies nowhere. But then
it is what very many formulae take hold of: 把… and 围绕… and 通过…, whatever they say of it; or one
says what is meant by it (满意在基层，就是要…). And a sentence that leaves nothing open and does
nothing to the meeting (干出样子，干出名堂) is a slogan, as is a heading of no matter of meetings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from msgspec.structs import replace

from drafter.bank import Pattern, Slot, pattern_id
from drafter.mining.audit import literal_runs
from drafter.mining.lexicon import ALL_MARKS
from drafter.mining.naming import free_name
from drafter.mining.shape import LEAST_LITERAL
from drafter.mining.skeleton import is_slot, unpacked
from drafter.mining.tally import Tally
from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["is_slogan", "slogans_in", "without_campaigns"]

#: A name has so many characters.
SHORTEST, LONGEST = 4, 12
#: So many formulae have it, taken hold of in so many ways, with so many things behind it.
FORMULAE, WAYS = 4, 3
#: A slogan of this share of the sources is one wherever its words stand.
OFTEN = 0.1

#: A clause of a heading has so many characters at the least; shorter ones are a slogan's (转作风).
WHOLE_CLAUSE = 4

_CLAUSE = re.compile(r"[^，。！？；：、]+")
_END = "$"


@dataclass
class _Met:
    """Where a run of characters was met: formulae, parts, words before it, characters behind."""

    frames: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)

    def is_name(self) -> bool:
        """Whether many formulae, in two parts, take hold of it and go on behind it in many ways."""
        many = len(self.frames) >= FORMULAE and len(self.parts) > 1
        return many and min(len(self.before), len(self.behind)) >= WAYS


def without_campaigns(patterns: Sequence[Pattern], slogans: Iterable[str]) -> list[Pattern]:
    """The patterns with a slot for every name they share; without those that then say nothing.

    The slogans told (:func:`slogans_in`) are names, too, and what a pattern says the meaning of.
    """
    names = {*_names(patterns), *_defined(patterns), *slogans}
    if not names:
        return list(patterns)
    found = re.compile(either(names))
    return [p for pattern in patterns if (p := _opened(pattern, found))]


def slogans_in(part: str, tallies: Mapping[str, Tally], sources: int) -> Iterator[str]:
    """The slogans among the sentences of a part, their last marks aside.

    They are met in many of the sources: 成绩来之不易, said by a few, is of the words of formulae.
    """
    for line, tally in tallies.items():
        if tally.count >= OFTEN * sources and not any(map(is_slot, unpacked(line))):
            sentence = line.replace(" ", "")
            if is_slogan(part, sentence):
                yield _pattern("hail").sub("", sentence).rstrip(ALL_MARKS)


def is_slogan(part: str, sentence: str) -> bool:
    """Whether words with nothing open are nobody's formula.

    A sentence is one that does something to who is there; a heading, one with a clause of what
    meetings are about whatever they are for (统一思想, 提高认识).
    """
    if part != "headings":
        return not _pattern("acts").search(_pattern("hail").sub("", sentence))
    return not any(map(_is_matter, _CLAUSE.findall(sentence)))


def _is_matter(clause: str) -> bool:
    """Whether a clause ends in what any meeting is about, or begins as what is done about it."""
    said = clause.endswith(_words("matters")) or clause.startswith(_words("official"))
    return said and len(clause) >= WHOLE_CLAUSE


def _defined(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The names that patterns say the meaning of."""
    for pattern in patterns:
        if found := _pattern("defined").match(pattern.frame):
            name = found["name"]
            last = _CLAUSE.findall(name)[-1]
            plain = any(_pattern(key).search(name) for key in ("no_name", "acts"))
            if not plain and not _is_matter(last):
                yield name


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(read_data("mining.yaml")[key])


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(read_data("mining.yaml")[key])


def _names(patterns: Iterable[Pattern]) -> list[str]:
    told = [(pattern, *piece) for pattern in patterns for piece in _pieces(pattern.frame)]
    # Nearly all runs are met in one formula alone: nothing more is asked of those.
    times = Counter(run for _, _, run, _ in told)
    met: dict[str, _Met] = defaultdict(_Met)
    for pattern, before, run, behind in told:
        if times[run] >= FORMULAE:
            here = met[run]
            here.frames.add(pattern.frame)
            here.parts.add(pattern.part)
            here.behind.add(behind)
            if taker := _takers().search(before):
                here.before.add(taker.group())
    return [run for run, here in met.items() if here.is_name()]


def _clauses(frame: str) -> Iterator[str]:
    """What a frame says word for word, clause by clause."""
    for run in literal_runs(frame):
        yield from _CLAUSE.findall(run)


def _pieces(frame: str) -> Iterator[tuple[str, str, str]]:
    """What stands before, each run of a name's length, and the character behind it."""
    for clause in _clauses(frame):
        for start in range(len(clause)):
            for end in range(start + SHORTEST, min(start + LONGEST, len(clause)) + 1):
                yield clause[:start], clause[start:end], clause[end : end + 1] or _END


@cache
def _takers() -> re.Pattern[str]:
    """The words that take a name for their object, at the end of a text."""
    return re.compile(f"(?:{either(read_data('mining.yaml')['takers'])})$")


def _opened(pattern: Pattern, names: re.Pattern[str]) -> Pattern | None:
    """The pattern with slots for the names; None where too little is left of it."""
    slots: dict[str, str] = {}
    out: list[str] = []

    def slot(kind: str) -> str:
        name = free_name(kind, slots)
        slots[name] = kind
        return "{{ " + name + " }}"

    for part in pattern.parsed.parts:
        if isinstance(part, Slot):
            out.append(slot(pattern.slot_types.get(part.name, part.name)))
        elif isinstance(part, str):
            out.append(names.sub(lambda _: slot("topic"), part))
    frame = "".join(out)
    if frame == pattern.frame:
        return pattern
    if sum(map(len, _clauses(frame))) < LEAST_LITERAL:
        return None
    known_by = pattern_id(pattern.part, pattern.move, frame)
    return replace(pattern, id=known_by, frame=frame, slots=tuple(slots.items()))
