"""A pack of patterns: a folder with pack.yaml and one YAML file a part of the speech.

Beside a mined pack ``NAME/`` may lie ``NAME.decisions.yaml``: what a person said of its candidates.
It is kept apart so that mining the same texts again gives the same pack, byte for byte, and no
decision is lost.
"""

from __future__ import annotations

import hashlib
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, cast, get_args

import yaml
from msgspec.structs import replace

from drafter.bank.cache import recall_meta, recall_patterns, remember
from drafter.bank.entries import Parts, parts_of, read_entries
from drafter.bank.frame import parse_frame
from drafter.bank.pattern import Pattern, Status, pattern_id
from drafter.errors import PackError, Place
from drafter.files import make_folder, write_text
from drafter.resources import load_yaml, read_data
from drafter.version import __version__

__all__ = [
    "Pack",
    "decisions_path",
    "dump_yaml",
    "load_decisions",
    "load_pack",
    "save_decisions",
    "save_pack",
]

#: One clause of ``compatible``.
_CLAUSE = re.compile(r"(>=|<=|>|<|==)\s*(\d+(?:\.\d+)*)")
_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}


class Pack:
    """A pack: its id, metadata (pack.yaml, plain values) and digest; patterns load when asked for.

    A bank holds packs for many fields of work, and a draft needs those of one.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's own name
        meta: Mapping[str, Any],
        digest: str,
        folder: Path,
        load: Callable[[], tuple[Pattern, ...]],
    ) -> None:
        """``load`` gives the patterns, once, when they are first asked for."""
        self.id, self.meta, self.digest, self.folder = id, meta, digest, folder
        self._load = load

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All patterns of the pack, in the order of its files."""
        return self._load()

    @property
    def area(self) -> str | None:
        """The field of work the whole pack is for; None for a general one."""
        return self.meta.get("area") or None

    @property
    def parts(self) -> Parts:
        """The parts of the field that a pattern is written for where it names them."""
        return parts_of(self.meta)


def decisions_path(folder: Path) -> Path:
    """Where the decisions on a pack lie: beside its folder."""
    return folder.with_name(folder.name + ".decisions.yaml")


def load_pack(folder: Path) -> Pack:
    """Read a pack folder.

    Raises :class:`PackError` with file and entry for anything that is not a well-formed pack.
    """
    meta_file = folder / "pack.yaml"
    if not meta_file.is_file():
        raise PackError("这不是句式包：没有 pack.yaml", place=Place(file=str(folder)))
    files = sorted(f for f in folder.iterdir() if f.suffix == ".yaml")
    decided = decisions_path(folder)
    digest = _digest([*files, *([decided] if decided.is_file() else [])])
    known = recall_meta(digest)
    meta: dict[str, Any] = _read(meta_file, dict) if known is None else known
    _check_version(meta, meta_file)
    _check_parts(meta, meta_file)
    name = str(meta.get("id") or folder.name)

    def read() -> tuple[Pattern, ...]:
        patterns = _patterns(folder, [f for f in files if f != meta_file], meta, name)
        remember(digest, meta, patterns)
        return patterns

    if known is None:
        # What is wrong with a pack is said when it is loaded.
        patterns = read()
        return Pack(name, meta, digest, folder, lambda: patterns)
    return Pack(name, meta, digest, folder, lambda: recall_patterns(digest) or read())


def _patterns(
    folder: Path, files: Iterable[Path], meta: Mapping[str, Any], name: str
) -> tuple[Pattern, ...]:
    """The patterns of a pack's files, with what was decided on them."""
    parts = read_data("moves.yaml")
    patterns: list[Pattern] = []
    for file in files:
        if file.stem not in parts:
            raise PackError(f"文件名应是 {'、'.join(parts)} 之一", place=Place(file=str(file)))
        patterns += read_entries(_read(file, list), file, meta, name)
    if decisions_path(folder).is_file():
        patterns = list(_decide(patterns, load_decisions(folder)))
    return tuple(patterns)


def _digest(files: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of a pack's files and the decisions on it."""
    hasher = hashlib.sha256()
    for file in files:
        try:
            data = file.read_bytes()
        except OSError:
            raise PackError("读不出来，请检查权限", place=Place(file=str(file))) from None
        hasher.update(f"{file.name} {len(data)}\n".encode() + data)
    return hasher.hexdigest()


def _read(file: Path, kind: type) -> Any:
    try:
        value = load_yaml(file.read_bytes())
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark
        line = mark.line + 1 if mark else None
        raise PackError("不是合格的 YAML", place=Place(file=str(file), line=line)) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise PackError("读不出来，文件可能已损坏", place=Place(file=str(file))) from None
    if not isinstance(value, kind):
        raise PackError(
            "开头应是一个列表" if kind is list else "开头应是“键: 值”", place=Place(file=str(file))
        )
    return value


def load_decisions(folder: Path) -> dict[str, dict[str, Any]]:
    """Pattern id → {status, frame?, slots?}; empty where nobody decided anything yet."""
    file = decisions_path(folder)
    if not file.is_file():
        return {}
    decisions = dict(_read(file, dict))
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


def _check_parts(meta: Mapping[str, Any], file: Path) -> None:
    try:
        parts_of(meta)
    except ValueError as e:
        raise PackError(str(e), place=Place(file=str(file))) from None


def _check_version(meta: Mapping[str, Any], file: Path) -> None:
    """A pack made for another range of versions may mean something else by its slots."""
    asked = str(meta.get("compatible") or "")
    for clause in filter(None, map(str.strip, asked.split(","))):
        found = _CLAUSE.fullmatch(clause)
        if found is None:
            raise PackError(
                f"compatible 应写成 >=0.1,<1 这样，现为 {asked}", place=Place(file=str(file))
            )
        have, wanted = _numbers(__version__), _numbers(found.group(2))
        if not _HOLDS[found.group(1)](have, wanted):
            raise PackError(
                f"这个句式包要用 drafter {asked}，现在是 {__version__}，请换版本或重新挖掘",
                place=Place(file=str(file)),
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))[:3]


def save_decisions(folder: Path, decisions: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the decisions beside the pack, sorted by id."""
    text = dump_yaml({k: dict(decisions[k]) for k in sorted(decisions)})
    write_text(decisions_path(folder), text)


def _decide(
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
                (n, (said.get("slots") or {}).get(n) or pattern.slot_types.get(n) or n)
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


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Keeps lists indented below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, False)


def dump_yaml(value: Any) -> str:
    """Deterministic YAML: keys in the order given, Chinese as it is, long lines unfolded."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def save_pack(folder: Path, meta: Mapping[str, Any], patterns: Iterable[Pattern]) -> None:
    """Write a pack folder: pack.yaml and one file a part, patterns in the order given.

    Files of parts that have no pattern any more are removed; the decisions beside it are kept.
    """
    make_folder(folder)
    by_part: dict[str, list[dict[str, Any]]] = {}
    for p in patterns:
        by_part.setdefault(p.part, []).append(_entry(p))
    for part in read_data("moves.yaml"):
        file = folder / f"{part}.yaml"
        if part in by_part:
            write_text(file, dump_yaml(by_part[part]))
        else:
            file.unlink(missing_ok=True)
    write_text(folder / "pack.yaml", dump_yaml(dict(meta)))


def _entry(p: Pattern) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": p.id, "move": p.move}
    for key, value in (("genres", p.genres), ("levels", p.levels), ("tones", p.tones)):
        if value:
            entry[key] = list(value)
    if p.area:
        entry["area"] = p.area
    if p.focus:
        entry["focus"] = p.focus
    if p.about:
        entry["about"] = list(p.about)
    entry["frame"] = p.frame
    if p.slots:
        entry["slots"] = dict(p.slots)
    entry["origin"] = p.origin
    if p.support:
        entry["support"] = {
            "speeches": p.support.speeches,
            "topics": p.support.topics,
            "sources": list(p.support.sources),
        }
    return entry
