"""What may never ship, checked on finished frames: the last wall behind the default-deny lexicon.

The same checks run when a corpus is mined, when the shipped packs are tested, and on frames a
person edited. A person may accept words outside the lexicon; nothing else can be waved through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from functools import cache
from itertools import combinations

from drafter.bank import parse_frame
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, merge_slots
from drafter.resources import read_data
from drafter.text.entities import find_entities

__all__ = ["OWN_RUN", "audit_frame", "literal_runs", "without_slogans"]

#: A literal run this long that only one source has is that source's wording.
OWN_RUN = 8

_FORBIDDEN = (
    ("数字", re.compile(r"[0-9０-９]")),
    ("引号", re.compile(r"[“”‘’\"'「」『』]")),
    ("书名号或括号", re.compile(r"[《》〈〉（）()【】〔〕]")),
    ("遮盖符", re.compile(r"[*＊×]|[xXＸ]{1,}|[〇○□■]")),
    ("西文", re.compile(r"[A-Za-z]")),
)
_ENTITIES = {
    "person": "人名",
    "place": "地名",
    "organisation": "单位名",
    "date": "日期",
    "document": "文件名",
}


#: Names of these kinds are names whatever their words are (大众公司, 关于改进作风的意见); other
#: entities that are listed words are chance.
_OF_WORDS = frozenset(("organisation", "document"))


@cache
def _slogans() -> re.Pattern[str]:
    return re.compile(read_data("mining.yaml")["slogans"])


def literal_runs(frame: str) -> list[str]:
    """The stretches of a frame between its slots, marks included."""
    return [p for p in parse_frame(frame).parts if isinstance(p, str)]


def without_slogans(items: Sequence[str]) -> Skeleton:
    """The frame with a slot for each turn of an era in it: its shape may outlive them.

    让我们团结在…周围，…，为…而努力奋斗 is the frame of a call, whatever it calls to gather around.
    """
    shown = ["⟨⟩" if is_slot(i) else i for i in items]
    edges = [0]
    for text in shown:
        edges.append(edges[-1] + len(text))
    spans = [m.span() for m in _slogans().finditer("".join(shown))]
    eased = [
        OPEN if any(edges[n] < end and start < edges[n + 1] for start, end in spans) else item
        for n, item in enumerate(items)
    ]
    return tuple(merge_slots(eased))


def audit_frame(
    frame: str,
    *,
    shared: Callable[[str], bool] | None = None,
    own: Collection[str] = (),
    reviewed: bool = False,
    work: bool = False,
) -> list[str]:
    """Why a frame may not ship, in Chinese; empty where it may.

    ``shared`` says whether two sources have a run; ``own`` are names of the sources that no frame
    may hold; ``reviewed`` lets words outside the lexicon pass, a person having accepted them, and
    ``work`` those of the work, all sentences of the frame having them.
    """
    runs = literal_runs(frame)
    text = "".join(runs)
    reasons = [f"含{name}" for name, pattern in _FORBIDDEN if pattern.search(text)]
    slogan = _slogans().search("⟨⟩".join(runs))
    if slogan:
        reasons.append(f"“{slogan.group()}”是一个时期的提法")
    lexicon = frame_lexicon()
    for run in runs:
        reasons.extend(
            f"含{_ENTITIES[entity.kind]}“{entity.text}”"
            for entity in find_entities(run)
            if entity.kind in _ENTITIES
            and entity.text not in lexicon
            and (entity.kind in _OF_WORDS or not lexicon.covers(entity.text))
        )
        if not reviewed and not lexicon.covers(run, work=work):
            reasons.append(f"“{run}”有词不在句式词表里")
        if shared is not None and len(run) >= OWN_RUN and not shared(run):
            reasons.append(f"“{run}”只在一个来源里出现")
    reasons.extend(f"含来源的名称“{name}”" for name in sorted(_names_in(text, own)))
    return reasons


def _names_in(text: str, names: Collection[str]) -> Iterable[str]:
    """The names the text holds; of the many names of a corpus none is looked for by itself."""
    if not isinstance(names, Set):
        return {name for name in names if name in text}
    pairs = combinations(range(len(text) + 1), 2)
    return {piece for start, end in pairs if (piece := text[start:end]) in names}
