"""What was held back, from the list that mining wrote or from what the packs keep of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import yaml

from drafter.bank import Bank, parse_frame
from drafter.bank.names import part_names
from drafter.errors import InputError, Place
from drafter.mining.held import EXAMPLES, Held, HeldReason, Piece, reasons_of
from drafter.mining.report.names import slot_name
from drafter.resources import load_yaml

__all__ = ["kept_by", "load_held", "masked_by", "named"]


#: What is put out of sight before frames are looked for, by the type of the slot that takes it.
_MASKED = {
    "x": "词表以外的词，引号、书名号里的话",
    "number": "数字",
    "time": "日期、时间",
    "n": "“三点意见”的“三”",
    "person": "人名",
    "body": "领导机关",
    "we": "“我县”之类的自称",
    "home": "“全县”之类的范围",
    "topic": "主题、活动的名称",
    "meeting": "会议的名称",
}


def kept_by(bank: Bank) -> tuple[HeldReason, ...] | None:
    """What the bank's packs keep of what was held back when they were mined; None if none does."""
    counts: dict[str, int] = defaultdict(int)
    examples: dict[str, dict[tuple[Piece, ...], None]] = defaultdict(dict)
    keeping = [pack for pack in bank.packs if "held" in pack.meta]
    for reason in (r for pack in keeping for r in reasons_of(pack.meta)):
        counts[reason.reason] += reason.count
        examples[reason.reason].update(dict.fromkeys(reason.examples))
    ordered = sorted(counts, key=lambda kind: (-counts[kind], kind))
    found = (HeldReason(k, counts[k], tuple(list(examples[k])[:EXAMPLES])) for k in ordered)
    return tuple(found) if keeping else None


def masked_by(bank: Bank) -> tuple[tuple[str, int], ...]:
    """What was put out of sight in the sentences mined, by what it was, the commonest first."""
    counts: dict[str, int] = defaultdict(int)
    for pack in bank.packs:
        for kind, count in (pack.meta.get("masked") or {}).items():
            counts[_MASKED.get(kind) or slot_name(kind)] += int(count)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def named(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with each slot under its Chinese name."""
    return [(kind, slot_name(words) if kind == "slot" else words) for kind, words in pieces]


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
    if any(item.part not in part_names() for item in found):
        raise wrong
    return found
