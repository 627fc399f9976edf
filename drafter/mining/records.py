"""What one source file gives to mining: the skeletons of its sentences, and nothing of its words.

A record is plain values and is kept as JSON, so that extraction can run anywhere and a run that was
killed goes on from the records it has.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from drafter.mining.figures import figures
from drafter.mining.masks import Masker
from drafter.mining.moves import focus_of
from drafter.mining.skeleton import Skeleton, skeleton
from drafter.mining.sources import content_hash, signature
from drafter.mining.zones import units
from drafter.reading import Reading
from drafter.speech import Speech

#: Enumerations by their first words, N being the ordinal.
_STYLES = ("N是", "N要", "第N，")

__all__ = ["Record", "from_json", "records_of"]


@dataclass(frozen=True, slots=True)
class Record:
    """One speech as mining sees it.

    ``keys`` make it one source with others that share one; ``units`` are (part, skeleton);
    ``arc`` is the focus of each main heading; ``schemes`` the enumerations inside paragraphs,
    ``figures`` (kind, skeleton) of what runs in parallel there.
    ``names`` are the speaker's and the topic's own names, for the audit alone.
    """

    hash: str
    keys: tuple[str, ...]
    topic: str
    units: tuple[tuple[str, Skeleton], ...]
    arc: tuple[str, ...]
    schemes: tuple[tuple[str, int], ...]
    figures: tuple[tuple[str, Skeleton], ...]
    characters: int
    names: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def from_json(value: dict[str, Any]) -> Record:
    """The record :meth:`Record.to_json` was made of."""
    return Record(
        value["hash"],
        tuple(value["keys"]),
        value["topic"],
        tuple((part, tuple(items)) for part, items in value["units"]),
        tuple(value["arc"]),
        tuple((scheme, count) for scheme, count in value["schemes"]),
        tuple((kind, tuple(items)) for kind, items in value["figures"]),
        value["characters"],
        tuple(value["names"]),
    )


def records_of(reading: Reading) -> list[Record]:
    """A record a speech; articles and teasers give none. Texts of one page share a key."""
    speeches = [s for s in reading.speeches if s.kind == "speech"]
    hashes = sorted(content_hash(s) for s in speeches)
    page = hashlib.sha256("".join(hashes).encode()).hexdigest()[:12]
    return [_record(s, ["page:" + page]) for s in speeches]


def _record(speech: Speech, keys: Iterable[str]) -> Record:
    masker = Masker(speech)
    own = content_hash(speech)
    topic = masker.topics[-1] if masker.topics else own
    found = []
    for unit in units(speech):
        items = skeleton(unit.text, masker)
        if any(not i.startswith("{") and len(i) > 1 for i in items):
            found.append((unit.part, items))
    return Record(
        own,
        (*keys, *signature(speech)),
        hashlib.sha256(topic.encode()).hexdigest()[:12],
        tuple(found),
        _arc(speech),
        tuple(_schemes(speech)),
        tuple(f for p in speech.paragraphs for f in figures(p.text)),
        speech.characters,
        masker.names,
    )


def _arc(speech: Speech) -> tuple[str, ...]:
    focuses = [focus_of(p.heading) for p in speech.by_role("heading") if p.level == 1]
    return tuple(f or "其他" for f in focuses)


def _schemes(speech: Speech) -> Iterable[tuple[str, int]]:
    """Enumerations that run inside a paragraph (一是…二是…), with how many items they have."""
    for paragraph in speech.paragraphs:
        for style in _STYLES:
            count = _items(paragraph.text, style)
            if count >= 2:
                yield style, count


def _items(text: str, style: str) -> int:
    count = 0
    for ordinal in "一二三四五六七八九":
        if not re.search("(?:^|[。；：，！])" + style.replace("N", ordinal), text):
            break
        count += 1
    return count
