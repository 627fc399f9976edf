"""Going through a pack's patterns at a terminal: evidence in context, then accept, edit, reject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typer

from drafter.bank import (
    Pattern,
    load_decisions,
    load_pack,
    parse_frame,
    save_decisions,
)
from drafter.bank.names import move_name
from drafter.cli.terminal import Terminal
from drafter.errors import SourceError
from drafter.resources import read_data

__all__ = ["Evidence", "edited", "review_pack"]

_EXAMPLES = 3
_ACCEPT, _EDIT, _REJECT, _SKIP, _STOP = "用", "改了再用", "不用", "先跳过", "停下"
_ANSWERS = {answer: answer for answer in (_ACCEPT, _EDIT, _REJECT, _SKIP, _STOP)}


class Evidence:
    """The corpus' own sentences, to show where a frame comes from."""

    def __init__(self, paths: Iterable[Path]) -> None:
        from drafter.mining.zones import units
        from drafter.reading import read_all

        self._sentences = [
            (item.source, unit.text)
            for item in read_all(paths)
            if not isinstance(item, SourceError)
            for speech in item.speeches
            if speech.kind == "speech"
            for unit in units(speech)
        ]

    def of(self, pattern: Pattern) -> list[str]:
        """Some sentences the frame matches, each with its source."""
        from drafter.mining.coverage import Matcher

        matcher = Matcher([pattern])
        found = (f"{text}（{source}）" for source, text in self._sentences if matcher.find(text))
        return [text for text, _ in zip(found, range(_EXAMPLES), strict=False)]


def edited(pattern: Pattern, frame: str) -> dict[str, Any]:
    """The decision on a frame a person wrote anew: its slots typed by their names.

    Raises :class:`ValueError`, in Chinese, for a frame that is malformed, has an unknown slot, or
    holds what no frame may (digits, quotes, names).
    """
    from drafter.mining.audit import audit_frame

    types = read_data("slots.yaml")
    slots = {}
    for name in parse_frame(frame).slots:
        kind = pattern.slot_types.get(name) or name.rstrip("0123456789")
        if kind not in types:
            raise ValueError(f"没有“{name}”这种槽位，可用的见 data/slots.yaml")
        slots[name] = kind
    reasons = audit_frame(frame, reviewed=True)
    if reasons:
        raise ValueError("；".join(reasons))
    return {"status": "accepted", "frame": frame, "slots": slots}


def review_pack(folder: Path, corpus: Iterable[Path], *, everything: bool = False) -> None:
    """Ask about each pattern; every answer is saved before the next question."""
    decisions = dict(load_decisions(folder))
    saved = folder / "pack.yaml"
    pack = load_pack(folder)
    evidence = Evidence(corpus)
    waiting = [p for p in pack.patterns if everything or p.status == "proposed"]
    typer.echo(f"{saved.parent.name}：{len(waiting)} 条要看")
    decided = 0
    for number, pattern in enumerate(waiting, 1):
        typer.echo(f"\n[{number}/{len(waiting)}] {pattern.frame}")
        for line in _facts(pattern, evidence):
            typer.echo("  " + line)
        try:
            answer = Terminal().choose("怎么定？", _ANSWERS)
            decision = _decision(answer, pattern)
        except typer.Abort:  # what was decided is saved
            answer = _STOP
        if answer == _STOP:
            break
        if decision is not None:
            decisions[_key(pattern, decisions)] = decision
            save_decisions(folder, decisions)
            decided += 1
    typer.echo(f"这次定了 {decided} 条，还有 {_left(folder)} 条待审")


def _left(folder: Path) -> int:
    """How many of the pack's patterns nobody has decided on."""
    return sum(p.status == "proposed" for p in load_pack(folder).patterns)


def _key(pattern: Pattern, decisions: Mapping[str, Mapping[str, Any]]) -> str:
    """The id the pack knows it by: an edited pattern has another, its decision keeps the old."""
    return next((k for k, d in decisions.items() if d.get("frame") == pattern.frame), pattern.id)


def _facts(pattern: Pattern, evidence: Evidence) -> list[str]:
    slots = read_data("slots.yaml")
    out = [f"语步 {move_name(pattern.part, pattern.move)}（{pattern.part}.{pattern.move}）"]
    if pattern.slots:
        out.append("槽位 " + "，".join(f"{n}＝{slots[k]['name']}" for n, k in pattern.slots))
    if pattern.support:
        out.append(f"见于 {pattern.support.speeches} 个来源、{pattern.support.topics} 个主题")
    return out + [f"例：{text}" for text in evidence.of(pattern)]


def _decision(answer: str, pattern: Pattern) -> dict[str, Any] | None:
    if answer == _ACCEPT:
        return {"status": "accepted"}
    if answer == _REJECT:
        return {"status": "rejected"}
    return _ask_edit(pattern) if answer == _EDIT else None


def _ask_edit(pattern: Pattern) -> dict[str, Any] | None:
    def fault(frame: str) -> str:
        try:
            edited(pattern, frame)
        except ValueError as error:
            return str(error)
        return ""

    frame = Terminal().text("改成", default=pattern.frame, fault=fault)
    return edited(pattern, frame) if frame else None
