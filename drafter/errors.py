"""The one tree of errors a user can meet.

::

    DrafterError            anything the program says no to           exit status
    ├── UsageError          the command line is wrong                      2
    │   ├── MissingExtraError  an optional part is not installed           2
    │   └── OutputError     the output cannot be written there             2
    └── InputError          what was given cannot be used                  1
        ├── SourceError     a text, page, Word or PDF file cannot be read  1
        ├── NothingFoundError  no file given holds what is needed          1
        ├── BriefError      a brief has wrong keys or values               1
        ├── PackError       a pattern pack is not well-formed              1
        ├── TemplateError   a genre folder is not well-formed              1
        └── RefusedError    the work was refused for its content           1

Every error has a stable ``code``, a message in Chinese that says what to do, and, where it is
known, a :class:`Place`. ``str(error)`` is the line a user sees. A bug is never a DrafterError.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

__all__ = [
    "BriefError",
    "DrafterError",
    "InputError",
    "MissingExtraError",
    "NothingFoundError",
    "OutputError",
    "PackError",
    "Place",
    "RefusedError",
    "SourceError",
    "TemplateError",
    "UsageError",
    "apart",
]

T = TypeVar("T")


class Place(NamedTuple):
    """Where something stands: a file, a 1-based line and column, and the field's Chinese name."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """``file:line:column`` as far as it is known; empty when nothing is."""
        parts = [self.file or ""]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts) if any(parts) else ""


class DrafterError(Exception):
    """Something a user can mend: a code, one Chinese line, a place.

    ``others`` holds further errors found in the same pass, so that all are said at once.
    """

    code = "E000"
    exit_status = 1

    def __init__(
        self,
        message: str,
        *,
        place: Place | None = None,
        code: str | None = None,
        others: Sequence[DrafterError] = (),
    ) -> None:
        super().__init__(message)
        self.message = " ".join(message.split())
        self.place = place or Place()
        self.others = tuple(others)
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        """The line printed on stderr: ``file:line:column: code message``."""
        place = str(self.place)
        return f"{place}: {self.code} {self.message}" if place else f"{self.code} {self.message}"

    def lines(self) -> list[str]:
        """This error and its companions, one printable line each."""
        return [str(self), *(str(e) for e in self.others)]


class UsageError(DrafterError):
    """The command line is wrong: an unknown option, genre or layout."""

    code = "U001"
    exit_status = 2


class MissingExtraError(UsageError):
    """What was asked for needs libraries that are installed on request only."""

    def __init__(self, what: str, extra: str) -> None:
        # By name pip would fetch whatever the index calls drafter, not this folder.
        command = f".venv/bin/pip install -e '.[{extra}]'"
        super().__init__(f"{what}需要另装：在项目文件夹里运行 {command}")


class OutputError(UsageError):
    """The output cannot be written where it was asked for."""

    code = "U002"


class InputError(DrafterError):
    """What was given cannot be used."""

    code = "I001"


class SourceError(InputError):
    """A source file cannot be read as text."""

    code = "S001"


class NothingFoundError(InputError):
    """No file given holds what is needed; said after what was wrong with each of them."""

    def __init__(self, message: str, paths: Sequence[Path], failures: Iterable[str]) -> None:
        super().__init__(message, place=Place(str(paths[0]) if paths else None))
        self.failures = tuple(failures)

    def lines(self) -> list[str]:
        """A line for each file that could not be read, then this one."""
        return [*self.failures, str(self)]


def apart(items: Iterable[T | SourceError]) -> tuple[list[T], list[str]]:
    """What could be read, and one printable line for each that could not."""
    read: list[T] = []
    failures: list[str] = []
    for item in items:
        if isinstance(item, SourceError):
            failures.append(str(item))
        else:
            read.append(item)
    return read, failures


class BriefError(InputError):
    """A brief has a wrong key, a wrong value, or lacks a required one."""

    code = "B001"


class PackError(InputError):
    """A pattern pack is not well-formed."""

    code = "P001"


class TemplateError(InputError):
    """A genre folder or its template is not well-formed."""

    code = "T001"


class RefusedError(InputError):
    """The work was refused for its content."""

    code = "R001"
