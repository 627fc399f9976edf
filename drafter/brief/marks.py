"""Marks: where each field of a brief stands in its YAML file."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from drafter.brief.mending import Mended
from drafter.errors import Place

__all__ = ["Marks", "Path"]

#: Keys and list positions from the top of the brief to a value.
Path = tuple[str | int, ...]


class Marks(Struct):
    """The file's name and lines and, for each path, the 1-based line and column of its value.

    A path is kept under Chinese keys, whatever was written. The lines are those that YAML read,
    ``mended`` tells where their characters stood when they were typed.
    """

    file: str | None = None
    lines: list[str] = field(default_factory=list)
    mended: Mended = Mended("")
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def typed(self, mark: Any) -> tuple[int, int]:
        """The 1-based line and column, as typed, of one of the YAML library's marks."""
        return mark.line + 1, self.mended.column(mark.line + 1, mark.column + 1)

    def place(self, path: Path) -> Place:
        """The place of a path, else of the nearest thing around it that is known."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.positions:
                line, column = self.positions[path[:length]]
                return Place(self.file, line, column, field_name(path))
        return Place(self.file, field=field_name(path))


def field_name(path: Path) -> str:
    """A path as a user reads it: ``要点[2].内容[1].任务``; positions count from 1."""
    out = ""
    for step in path:
        if isinstance(step, int):
            out += f"[{step + 1}]"
        else:
            out += f".{step}" if out else step
    return out
