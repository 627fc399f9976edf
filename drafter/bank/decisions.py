"""Decisions: what a person said of a pack's candidates.

Beside a mined pack ``NAME/`` they lie in ``NAME.decisions.yaml``, so that mining the same texts
again gives the same pack, byte for byte, and no decision is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast, get_args

from msgspec.structs import replace

from drafter.bank.frame import parse_frame
from drafter.bank.pattern import Pattern, Status, pattern_id
from drafter.bank.yaml_files import dump_yaml, read_yaml
from drafter.errors import PackError, Place
from drafter.files import write_text
from drafter.resources import read_data

__all__ = ["decided", "decisions_path", "load_decisions", "save_decisions"]


def decisions_path(folder: Path) -> Path:
    """Where the decisions on a pack lie: beside its folder."""
    return folder.with_name(folder.name + ".decisions.yaml")


def load_decisions(folder: Path) -> dict[str, dict[str, Any]]:
    """Pattern id → {status, frame?, slots?}; empty where nobody decided anything yet."""
    file = decisions_path(folder)
    if not file.is_file():
        return {}
    decisions = dict(read_yaml(file, dict))
    for key, said in decisions.items():
        what = _wrong_decision(said)
        if what:
            raise PackError(f"“{key}”：{what}", place=Place(file=str(file)))
    return decisions


def _wrong_decision(said: Any) -> str:
    """What is wrong with one decision; empty where nothing is."""
    if not isinstance(said, dict):
        return "应是“键: 值”"
    # With a new frame the status says only that it was edited; it counts as accepted.
    if not said.get("frame") and said.get("status", "proposed") not in get_args(Status):
        return f"status 应是 {'、'.join(get_args(Status))} 之一，现为 {said['status']}"
    slots = said.get("slots") or {}
    if not isinstance(slots, dict):
        return "slots 应是“键: 值”"
    unknown = [str(kind) for kind in slots.values() if kind not in read_data("slots.yaml")]
    if unknown:
        return f"槽位的类型 {'、'.join(unknown)} 不在 data/slots.yaml 里"
    try:
        if said.get("frame"):
            parse_frame(str(said["frame"]))
    except ValueError as e:
        return str(e)
    return ""


def save_decisions(folder: Path, decisions: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the decisions beside the pack, sorted by id."""
    text = dump_yaml({k: dict(decisions[k]) for k in sorted(decisions)})
    write_text(decisions_path(folder), text)


def decided(
    patterns: Iterable[Pattern], decisions: Mapping[str, Mapping[str, Any]]
) -> Iterable[Pattern]:
    """The patterns with what a person said of them; an edited one gets its new frame and id."""
    for pattern in patterns:
        said = decisions.get(pattern.id)
        if not said:
            yield pattern
            continue
        frame = said.get("frame")
        if frame:
            parsed = parse_frame(frame)
            slots = tuple(
                (n, _type_of(n, said.get("slots") or {}, pattern.slot_types))
                for n in dict.fromkeys(parsed.slots)
            )
            yield replace(
                pattern,
                id=pattern_id(pattern.part, pattern.move, frame),
                frame=frame,
                slots=slots,
                status="accepted",
            )
        else:
            yield replace(pattern, status=cast(Status, said.get("status", "proposed")))


def _type_of(slot: str, said: Mapping[str, str], before: Mapping[str, str]) -> str:
    """The type a person gave the slot; else what it had before, or its name without its number."""
    return said.get(slot) or before.get(slot) or slot.rstrip("0123456789")
