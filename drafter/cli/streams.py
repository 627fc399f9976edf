"""Standard input and output, files, and what is said on stderr."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

from drafter.errors import UsageError

__all__ = ["STANDARD", "forget_output", "prepare", "read_bytes", "say", "write_bytes"]

#: The file name that means standard input or output.
STANDARD = "-"
_AS_GIVEN = "drafter.as-given"


def prepare() -> None:
    """Make the standard streams fit for Chinese, whatever the locale, and whole where one is shut.

    A stream that cannot say Chinese becomes UTF-8; what a narrower one cannot say is escaped.
    """
    codecs.register_error(_AS_GIVEN, _as_given)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - for the whole run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        # Results that go nowhere are an error, which this stream reports when it is written to.
        shut = os.open(os.devnull, os.O_RDONLY)
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(shut, "w")), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _says_chinese(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors=_AS_GIVEN)


def _as_given(error: UnicodeError) -> tuple[str | bytes, int]:
    """Bytes of a file name that were no text when read go out as they came in."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    if all("\udc80" <= c <= "\udcff" for c in text):
        return text.encode("ascii", "surrogateescape"), error.end
    return text.encode("ascii", "backslashreplace").decode(), error.end


def _says_chinese(encoding: str) -> bool:
    try:
        codecs.encode("讲话稿：", encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def forget_output() -> None:
    """Drop what is left to print: nobody can receive it, and Python would complain at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a file of its own
        return


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
