"""Old formats (.doc, .wps, .rtf, .odt) → .docx, by LibreOffice where it is installed.

It runs without a window, without macros and with a profile of its own, so it neither meets the
user's open LibreOffice nor leaves anything behind.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from drafter.reading.sources.docx import read_docx
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["find_office", "read_legacy"]

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def find_office() -> str | None:
    """LibreOffice's command, where this machine has it."""
    named = (shutil.which(name) for name in _NAMES)
    found = next((path for path in named if path), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read_legacy(data: bytes, suffix: str, limits: Limits = LIMITS) -> list[str]:
    """The lines of a document in an old format; ``suffix`` (``.doc``) says which.

    Raises :class:`SourceError` where LibreOffice is missing, refuses the file or takes too long.
    """
    office = find_office()
    if office is None:
        raise refusal(Why.NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "source" + suffix)
        source.write_bytes(data)
        _convert(office, source, limits.convert_seconds)
        result = source.with_suffix(".docx")
        if not result.is_file():
            raise refusal(Why.OFFICE_FAILED, "文件可能已损坏或有密码")
        return read_docx(result.read_bytes(), limits)


def _convert(office: str, source: Path, seconds: int) -> None:
    profile = (source.parent / "profile").as_uri()
    command = [
        office,
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(source.parent),
        str(source),
    ]
    try:
        # a group of its own: the command starts soffice.bin, which must end with it
        process = subprocess.Popen(  # noqa: S603 - a fixed command on a file written here
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise refusal(Why.OFFICE_FAILED, "启动不了") from error
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise refusal(Why.OFFICE_FAILED, f"{seconds} 秒没有转完") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
