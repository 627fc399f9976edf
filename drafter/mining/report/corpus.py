"""Figures of a corpus: where moves stand, which arcs the points follow, how long speeches are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from drafter.bank.names import part_names
from drafter.errors import SourceError
from drafter.mining.moves import focus_of
from drafter.mining.sources import content_hash, wordings
from drafter.reading import Reading
from drafter.resources import read_data
from drafter.speech import SPOKEN_ROLES, Paragraph, Speech, spoken_length

__all__ = ["BINS", "UNNAMED", "CorpusFigures", "HeatRow", "Length", "corpus_figures", "placed"]

#: A speech in twentieths: in one of 3000 characters a bin is one short paragraph.
BINS = 20
#: The focus of a heading whose words do not say what it is about.
UNNAMED = "其他"
_ROLES = {"opening": "opening", "closing": "closing", "body": "points", "heading": "points"}


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A move and how many of its sentences stand in each twentieth of their speech."""

    part: str
    move: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All sentences of the move."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Length:
    """A speech's length in spoken characters, and where it is: the ``number``-th of its file.

    ``number`` is 0 for a file that holds one speech.
    """

    source: str
    number: int
    characters: int
    points: int


@dataclass(frozen=True, slots=True)
class CorpusFigures:
    """A corpus in numbers; texts that are no speeches and copies are counted and left out.

    ``arcs`` are (focus of each main heading, speeches), most met first; ``lengths`` run from the
    longest speech to the shortest; ``labelled`` of ``sentences`` show their move.
    """

    speeches: int
    others: int
    copies: int
    failures: tuple[str, ...]
    characters: int
    sentences: int
    labelled: int
    heat: tuple[HeatRow, ...]
    arcs: tuple[tuple[tuple[str, ...], int], ...]
    lengths: tuple[Length, ...]


@dataclass
class _Counts:
    """What is counted while the readings go by, one at a time."""

    seen: set[str] = field(default_factory=set)
    others: int = 0
    copies: int = 0
    sentences: int = 0
    labelled: int = 0
    failures: list[str] = field(default_factory=list)
    heat: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    arcs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    lengths: list[Length] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Count the speeches of one source."""
        speeches = [s for s in reading.speeches if s.kind == "speech"]
        self.others += len(reading.speeches) - len(speeches)
        name = PurePath(reading.source).name
        for number, speech in enumerate(speeches, 1):
            own = content_hash(wordings([speech])[0].letters)
            if own in self.seen:
                self.copies += 1
                continue
            self.seen.add(own)
            self._speech(speech, name, number if len(speeches) > 1 else 0)

    def _speech(self, speech: Speech, source: str, number: int) -> None:
        for part, move, place in placed(speech):
            self.heat[part, move, min(BINS - 1, int(place * BINS))] += 1
        moves = [sentence.move for _, sentence in speech.sentences()]
        self.sentences += len(moves)
        self.labelled += sum(move is not None for move in moves)
        main = [p for p in speech.by_role("heading") if p.level == 1]
        if main:
            self.arcs[tuple(_focus(p.heading) for p in main)] += 1
        self.lengths.append(Length(source, number, speech.characters, len(main)))


def corpus_figures(readings: Iterable[Reading | SourceError]) -> CorpusFigures:
    """The figures of all speeches of the readings; one reading is held at a time."""
    counts = _Counts()
    for reading in readings:
        if isinstance(reading, SourceError):
            counts.failures.append(str(reading))
        else:
            counts.add(reading)
    return CorpusFigures(
        speeches=len(counts.lengths),
        others=counts.others,
        copies=counts.copies,
        failures=tuple(counts.failures),
        characters=sum(length.characters for length in counts.lengths),
        sentences=counts.sentences,
        labelled=counts.labelled,
        heat=tuple(_heat(counts.heat)),
        arcs=tuple(sorted(counts.arcs.items(), key=lambda item: (-item[1], item[0]))),
        lengths=tuple(sorted(counts.lengths, key=_longest_first)),
    )


def _longest_first(length: Length) -> tuple[int, str, int]:
    return -length.characters, length.source, length.number


def _heat(counts: Counter[tuple[str, str, int]]) -> Iterator[HeatRow]:
    """The moves that were met, in the order of the speech's parts."""
    moves = read_data("moves.yaml")
    for part in part_names():
        for move in moves[part]:
            row = tuple(counts[part, move, n] for n in range(BINS))
            if any(row):
                yield HeatRow(part, move, row)


def _focus(heading: str) -> str:
    """What a heading is about: as mining sees it, else by the cue words of data/focuses.yaml."""
    known = focus_of(heading)
    if known:
        return known
    rules = read_data("focuses.yaml").items()
    return next((f for f, rule in rules if any(c in heading for c in rule["cues"])), UNNAMED)


def placed(speech: Speech) -> Iterator[tuple[str, str, float]]:
    """(part, move, place) of each heading and each sentence whose move is known.

    The place is that of its middle, 0 at the first spoken character and 1 at the last.
    """
    total = speech.characters
    done = 0
    for paragraph in speech.paragraphs:
        if paragraph.role not in SPOKEN_ROLES:
            continue
        for part, move, middle in _within(paragraph):
            yield part, move, (done + middle) / total
        done += spoken_length(paragraph.text)


def _within(paragraph: Paragraph) -> Iterator[tuple[str, str, float]]:
    """(part, move, spoken characters before its middle) in one paragraph."""
    if paragraph.role == "heading":
        yield "headings", "heading", spoken_length(paragraph.heading) / 2
    part = _ROLES.get(paragraph.role)
    at = 0
    for sentence in paragraph.sentences:
        found = paragraph.text.find(sentence.text, at)
        start = at if found < 0 else found
        at = start + len(sentence.text)
        if part and sentence.move in read_data("moves.yaml")[part]:
            before = spoken_length(paragraph.text[:start])
            yield part, str(sentence.move), before + spoken_length(sentence.text) / 2
