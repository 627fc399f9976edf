"""What one source file gives to mining: the skeletons of its sentences, and nothing of its words.

A record is plain values and is kept as JSON, so that extraction can run anywhere and a run that was
killed goes on from the records it has.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from typing import NamedTuple
from zlib import crc32

from drafter.mining.figures import Figures, figures_in
from drafter.mining.masks import Masker
from drafter.mining.moves import focus_of
from drafter.mining.ordinals import with_ordinal
from drafter.mining.skeleton import OPEN, Packed, packed_skeletons
from drafter.mining.sources import Wording, content_hash, signature, wordings
from drafter.mining.tally import Said
from drafter.mining.zones import Unit, units
from drafter.reading import Reading
from drafter.speech import Speech

_SLOT = re.compile(r"\{(\w+)\}")
#: Enumerations by their first words, N being the ordinal.
_STYLES = ("N是", "N要", "第N，")
_ORDINALS = "一二三四五六七八九"


def _item(words: str) -> tuple[str, re.Pattern[str]]:
    """The words that begin an item, and where they do."""
    return words, re.compile(f"(?:^|[。；：，！]){words}")


_ITEMS = {style: [_item(style.replace("N", n)) for n in _ORDINALS] for style in _STYLES}

__all__ = ["Record", "records_of"]


@dataclass(frozen=True, slots=True)
class Record:
    """One speech as mining sees it.

    ``keys`` make it one source with others that share one; ``said`` is what each part says,
    ``masked`` what was put out of sight in that and how often;
    ``arc`` is the focus of each main heading; ``schemes`` the enumerations inside paragraphs,
    ``figures`` (kind, skeleton) of what runs in parallel there.
    ``names`` are the speaker's and the topic's own names, for the audit alone.
    """

    hash: str
    keys: tuple[str, ...]
    topic: str
    said: dict[str, Said]
    masked: dict[str, int]
    arc: tuple[str, ...]
    schemes: tuple[tuple[str, int], ...]
    figures: Figures
    characters: int
    names: tuple[str, ...]


class _Text(NamedTuple):
    """A speech on its way to its record: its wording and hash, its page, names, sentences."""

    speech: Speech
    said: Wording
    hash: str
    page: str
    masker: Masker
    units: list[Unit]


def records_of(readings: Iterable[Reading]) -> Iterator[list[Record]]:
    """For each reading a record a speech; articles and teasers give none.

    Texts of one page share a key. The skeletons of all readings are made together.
    """
    told = [[s for s in reading.speeches if s.kind == "speech"] for reading in readings]
    said = iter(wordings([*chain.from_iterable(told)]))
    found = [_texts(speeches, list(islice(said, len(speeches)))) for speeches in told]
    texts = list(chain.from_iterable(found))
    hidden = [t.masker.hide("".join([u.text + "\n" for u in t.units])) for t in texts]
    lines = packed_skeletons("".join(hidden))
    strung = iter(figures_in([p.text for t in texts for p in t.speech.paragraphs]))
    for some in found:
        yield [
            _record(
                text,
                list(islice(lines, len(text.units))),
                list(islice(strung, len(text.speech.paragraphs))),
            )
            for text in some
        ]


def _texts(speeches: Sequence[Speech], said: Sequence[Wording]) -> list[_Text]:
    """The speeches of one page, given what is said in each."""
    hashes = [content_hash(wording.letters) for wording in said]
    page = "page:" + hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest()[:12]
    return [
        _Text(speech, wording, own, page, Masker(speech), list(units(speech)))
        for speech, wording, own in zip(speeches, said, hashes, strict=True)
    ]


def _record(text: _Text, lines: Sequence[Packed], strung: Sequence[Figures]) -> Record:
    speech, said, own, page, masker, found = text
    topic = masker.topics[-1] if masker.topics else own
    told = _said(found, lines)
    return Record(
        own,
        (page, *signature(said.hashes)),
        hashlib.sha256(topic.encode()).hexdigest()[:12],
        told,
        _masked(line for part in told.values() for line in part.lines),
        _arc(speech),
        tuple(_schemes(speech)),
        tuple(chain.from_iterable(strung)),
        speech.characters,
        masker.names,
    )


def _said(found: Sequence[Unit], lines: Sequence[Packed]) -> dict[str, Said]:
    """What each part says, by the units and their skeletons; those that tell nothing aside."""
    out: dict[str, Said] = {}
    for unit, packed in zip(found, lines, strict=True):
        if packed.tells:
            said = out.get(unit.part) or out.setdefault(unit.part, Said([], [], []))
            said.lines.append(packed.line)
            said.wordings.append(crc32(unit.text.encode()))
            said.held.append(with_ordinal(packed.held, unit.ordinal))
    return out


def _masked(lines: Iterable[str]) -> Counter[str]:
    """How many slots of each kind the lines have; nearly all are open ones, counted first."""
    text = " ".join(lines)
    others = text.replace(OPEN, "")
    opened = (len(text) - len(others)) // len(OPEN)
    return Counter({OPEN[1:-1]: opened}) + Counter(_SLOT.findall(others))


def _arc(speech: Speech) -> tuple[str, ...]:
    focuses = [focus_of(p.heading) for p in speech.by_role("heading") if p.level == 1]
    return tuple(f or "其他" for f in focuses)


def _schemes(speech: Speech) -> Iterable[tuple[str, int]]:
    """Enumerations that run inside a paragraph (一是…二是…), with how many items they have."""
    for paragraph in speech.paragraphs:
        for style, items in _ITEMS.items():
            if items[0][0] in paragraph.text:
                count = sum(1 for _ in takewhile(bool, _found(paragraph.text, items)))
                if count >= 2:
                    yield style, count


def _found(text: str, items: Iterable[tuple[str, re.Pattern[str]]]) -> Iterator[bool]:
    """Of each item of an enumeration whether it stands in the text."""
    return (words in text and begins.search(text) is not None for words, begins in items)
