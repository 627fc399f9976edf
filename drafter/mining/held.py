"""What does not ship, and why, told without the words it was held back for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.bank import Slot, parse_frame
from drafter.mining.audit import OWN_RUN
from drafter.mining.lexicon import frame_lexicon
from drafter.text.segment import segment

__all__ = ["Held", "HeldReason", "Piece", "held_reasons", "masked", "reasons_of", "summary"]

#: ("text", listed words), ("slot", type) or ("hidden", "").
Piece = tuple[str, str]

EXAMPLES = 4
_QUOTED = re.compile(r"“([^”]*)”")
#: A reason that quotes a whole run of which only some words are to blame.
_WHOLE_RUN = "不在句式词表里"
#: How a hidden word is written in pack.yaml.
_HIDDEN = "▢"


@dataclass(frozen=True, slots=True)
class Held:
    """A frame that does not ship, and why, in Chinese."""

    part: str
    frame: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldReason:
    """A kind of reason, how many frames it held back, and some of them as masked pieces."""

    reason: str
    count: int
    examples: tuple[tuple[Piece, ...], ...]


def held_reasons(held: Iterable[Held]) -> tuple[HeldReason, ...]:
    """The reasons, the commonest first; a frame with several counts under each."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for item in held:
        for kind in sorted({_QUOTED.sub("", reason) for reason in item.reasons}):
            groups[kind].append(item)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple(HeldReason(kind, len(items), tuple(_examples(items))) for kind, items in ordered)


def _examples(items: Sequence[Held]) -> list[tuple[Piece, ...]]:
    shown = dict.fromkeys(masked(item) for item in items)
    return list(shown)[:EXAMPLES]


def masked(item: Held) -> tuple[Piece, ...]:
    """A held frame in pieces, nothing of a source's own among them.

    Hidden is every word the frame lexicon does not list, all that a reason quotes, and a run long
    enough to be somebody's wording.
    """
    quoted = [
        words
        for reason in item.reasons
        if _WHOLE_RUN not in reason
        for words in _QUOTED.findall(reason)
        if words
    ]
    pieces: list[Piece] = []
    for part in parse_frame(item.frame).parts:
        if isinstance(part, Slot):
            pieces.append(("slot", part.name))
        elif isinstance(part, str):
            pieces.extend(_shown(part, quoted))
    return tuple(pieces)


def _shown(run: str, quoted: Iterable[str]) -> Iterator[Piece]:
    open_ = [
        known for word, known in frame_lexicon().literals(segment(run)) for _ in range(len(word))
    ]
    for words in quoted:
        for found in re.finditer(re.escape(words), run):
            open_[found.start() : found.end()] = [False] * len(words)
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or open_[end] != open_[start]:
            short = end - start < OWN_RUN
            yield ("text", run[start:end]) if open_[start] and short else ("hidden", "")
            start = end


def summary(held: Iterable[Held]) -> list[dict[str, Any]]:
    """The reasons as pack.yaml keeps them: reason, how many frames, some of them masked."""
    return [
        {
            "reason": reason.reason,
            "frames": str(reason.count),
            "examples": ["".join(map(_written, example)) for example in reason.examples],
        }
        for reason in held_reasons(held)
    ]


def _written(piece: Piece) -> str:
    kind, words = piece
    return {"slot": "{{ " + words + " }}", "hidden": _HIDDEN}.get(kind, words)


def reasons_of(meta: Mapping[str, Any]) -> tuple[HeldReason, ...]:
    """The reasons a pack's pack.yaml keeps; none for a pack that keeps none."""
    return tuple(
        HeldReason(
            str(entry["reason"]),
            int(entry["frames"]),
            tuple(tuple(_read(example)) for example in entry["examples"]),
        )
        for entry in meta.get("held") or ()
    )


def _read(example: str) -> Iterator[Piece]:
    for part in parse_frame(example).parts:
        if isinstance(part, Slot):
            yield "slot", part.name
        elif isinstance(part, str):
            for text in re.split(f"({_HIDDEN})", part):
                if text:
                    yield ("hidden", "") if text == _HIDDEN else ("text", text)
