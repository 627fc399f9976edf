"""Standard input and output, files, and what is said on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.errors import UsageError

__all__ = ["STANDARD", "read_bytes", "say", "write_bytes"]

#: The file name that means standard input or output.
STANDARD = "-"


def say(message: str) -> None:
    """One line for the user, on stderr."""
    print(message, file=sys.stderr)


def read_bytes(name: str) -> bytes | None:
    """Standard input whole for ``-``; None for a file, which its own reader opens."""
    if name != STANDARD:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("“-”表示从标准输入读，但没有内容传进来")
    return sys.stdin.buffer.read()


def write_bytes(name: str, data: bytes, *, binary: bool = False) -> None:
    """To a file in one step, or to standard output for ``-``.

    Raises :class:`UsageError` where a Word file would be poured onto a terminal.
    """
    if name != STANDARD:
        from drafter.files import write_bytes as write

        write(Path(name), data)
        return
    if binary and sys.stdout.isatty():
        raise UsageError("Word 文件不能显示在终端上，请用 -o 文件名.docx 保存")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
