"""The YAML files of packs: read with errors that name the place, written the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drafter.errors import PackError, Place
from drafter.resources import load_yaml

__all__ = ["dump_yaml", "read_yaml"]


def read_yaml(file: Path, kind: type[list[Any]] | type[dict[Any, Any]]) -> Any:
    """What a file holds, a list or a mapping as asked for.

    Raises :class:`PackError` for anything else.
    """
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


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Keeps lists indented below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, False)


def dump_yaml(value: Any) -> str:
    """Deterministic YAML: keys in the order given, Chinese as it is, long lines unfolded."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))
