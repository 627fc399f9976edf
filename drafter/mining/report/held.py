"""What the audit held back, by reason, shown without the words it was held back for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from drafter.bank import Slot, parse_frame
from drafter.errors import InputError, Place
from drafter.mining.build import Held
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.report.names import PARTS, slot_name
from drafter.resources import load_yaml
from drafter.text.segment import segment

__all__ = ["HeldReason", "held_reasons", "load_held", "masked"]

EXAMPLES = 4
_QUOTED = re.compile(r"“([^”]*)”")
#: A reason that quotes a whole run of which only some words are to blame.
_WHOLE_RUN = "不在句式词表里"


@dataclass(frozen=True, slots=True)
class HeldReason:
    """A kind of reason, how many frames it held back, and some of them as masked pieces."""

    reason: str
    count: int
    examples: tuple[tuple[tuple[str, str], ...], ...]


def held_reasons(held: Iterable[Held]) -> tuple[HeldReason, ...]:
    """The reasons, the commonest first; a frame with several counts under each."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for item in held:
        for kind in sorted({_QUOTED.sub("", reason) for reason in item.reasons}):
            groups[kind].append(item)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple(HeldReason(kind, len(items), tuple(_examples(items))) for kind, items in ordered)


def _examples(items: Sequence[Held]) -> list[tuple[tuple[str, str], ...]]:
    shown = dict.fromkeys(masked(item) for item in items)
    return list(shown)[:EXAMPLES]


def masked(item: Held) -> tuple[tuple[str, str], ...]:
    """A held frame as ("text", listed words), ("slot", name) and ("hidden", "") pieces.

    Hidden is every word the frame lexicon does not list and all that a reason quotes, so that no
    name of a source reaches the page.
    """
    quoted = [
        words
        for reason in item.reasons
        if _WHOLE_RUN not in reason
        for words in _QUOTED.findall(reason)
        if words
    ]
    pieces: list[tuple[str, str]] = []
    for part in parse_frame(item.frame).parts:
        if isinstance(part, Slot):
            pieces.append(("slot", slot_name(part.name)))
        elif isinstance(part, str):
            pieces.extend(_shown(part, quoted))
    return tuple(pieces)


def _shown(run: str, quoted: Iterable[str]) -> Iterator[tuple[str, str]]:
    open_ = [
        known for word, known in frame_lexicon().literals(segment(run)) for _ in range(len(word))
    ]
    for words in quoted:
        for found in re.finditer(re.escape(words), run):
            open_[found.start() : found.end()] = [False] * len(words)
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or open_[end] != open_[start]:
            yield ("text", run[start:end]) if open_[start] else ("hidden", "")
            start = end


def load_held(path: Path) -> tuple[Held, ...]:
    """What ``drafter mine --held`` wrote.

    Raises :class:`InputError` for a file that cannot be read or is none of these.
    """
    wrong = InputError(
        "这不是 drafter mine --held 写出的文件，请换一个", place=Place(file=str(path))
    )
    try:
        entries = load_yaml(path.read_bytes())
        found = tuple(Held(e["part"], e["frame"], tuple(e["reasons"])) for e in entries)
        for item in found:
            parse_frame(item.frame)
    except OSError:
        raise InputError("读不出来，请检查文件名和权限", place=Place(file=str(path))) from None
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError, ValueError):
        raise wrong from None
    if any(item.part not in PARTS for item in found):
        raise wrong
    return found
