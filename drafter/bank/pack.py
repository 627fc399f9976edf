"""A pack of patterns: a folder with pack.yaml and one YAML file a part of the speech."""

from __future__ import annotations

import hashlib
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from drafter.bank.cache import recall_meta, recall_patterns, remember
from drafter.bank.decisions import decided, decisions_path, load_decisions
from drafter.bank.entries import Parts, parts_of, read_entries
from drafter.bank.pattern import Pattern
from drafter.bank.yaml_files import dump_yaml, read_yaml
from drafter.errors import PackError, Place
from drafter.files import make_folder, write_texts
from drafter.resources import read_data
from drafter.version import __version__

__all__ = ["Pack", "load_pack", "save_pack"]

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


def load_pack(folder: Path) -> Pack:
    """Read a pack folder.

    Raises :class:`PackError` with file and entry for anything that is not a well-formed pack.
    """
    meta_file = folder / "pack.yaml"
    if not meta_file.is_file():
        raise PackError("这不是句式包：没有 pack.yaml", place=Place(file=str(folder)))
    files = sorted(f for f in folder.iterdir() if f.suffix == ".yaml")
    decisions = decisions_path(folder)
    digest = _digest([*files, *([decisions] if decisions.is_file() else [])])
    known = recall_meta(digest)
    meta: dict[str, Any] = read_yaml(meta_file, dict) if known is None else known
    _check_version(meta, meta_file)
    name = str(meta.get("id") or folder.name)

    def read() -> tuple[Pattern, ...]:
        patterns = _patterns(folder, [f for f in files if f != meta_file], meta, name)
        remember(digest, meta, patterns)
        return patterns

    if known is None:
        # What is wrong with a pack is said when it is loaded; one that is remembered was right.
        _check_parts(meta, meta_file)
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
        patterns += read_entries(read_yaml(file, list), file, meta, name)
    if decisions_path(folder).is_file():
        patterns = list(decided(patterns, load_decisions(folder)))
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


def save_pack(folder: Path, meta: Mapping[str, Any], patterns: Iterable[Pattern]) -> None:
    """Write a pack folder: pack.yaml and one file a part, patterns in the order given.

    Files of parts that have no pattern any more are removed; the decisions beside it are kept.
    """
    make_folder(folder)
    by_part: dict[str, list[dict[str, Any]]] = {}
    for p in patterns:
        by_part.setdefault(p.part, []).append(_entry(p))
    files = {part: folder / f"{part}.yaml" for part in read_data("moves.yaml")}
    texts = {files[part]: dump_yaml(by_part[part]) for part in files if part in by_part}
    # Together: half a pack of today beside half one of yesterday would be no pack.
    write_texts({**texts, folder / "pack.yaml": dump_yaml(dict(meta))})
    for file in files.values():
        if file not in texts:
            file.unlink(missing_ok=True)


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
