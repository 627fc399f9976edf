"""Sources → lines of text: every format people keep speeches in, told apart by content.

One module a format, each from bytes to a list of lines; here they are put together. Whatever a
file holds, the outcome is its text or a :class:`SourceError` that says why not and what to do.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from drafter.errors import SourceError
from drafter.reading.model import SourceText
from drafter.reading.sources.archive import members
from drafter.reading.sources.docx import read_docx
from drafter.reading.sources.kinds import ZIP_MARKS, Kind, kind_of, suffix_of, zip_kind
from drafter.reading.sources.legacy import read_legacy
from drafter.reading.sources.markdown import read_markdown
from drafter.reading.sources.packed import open_zip
from drafter.reading.sources.pdfworker import read_pdf_apart
from drafter.reading.sources.plain import checked, read_plain
from drafter.reading.sources.radicals import unify
from drafter.reading.sources.refusals import LIMITS, Limits, Why, named, refusal
from drafter.reading.sources.walk import display_name, files_under, os_refusal
from drafter.reading.sources.web import read_mhtml, read_page

__all__ = ["LIMITS", "Limits", "open_sources", "source_from_bytes"]

#: So many bytes of a file are read at once: most files are no longer.
_FIRST = 1 << 16


def open_sources(
    paths: Iterable[Path], limits: Limits = LIMITS
) -> Iterator[SourceText | SourceError]:
    """The text of every file under ``paths``, in order, one at a time.

    A folder gives all its files, an archive all its members, ``-`` what stands on standard input.
    What cannot be read comes as the error it gave, named by its file; the rest goes on.
    """
    for item in files_under(paths):
        if isinstance(item, SourceError):
            yield item
        elif str(item) == "-":
            yield from _stream_texts("-", sys.stdin.buffer, limits)
        else:
            yield from _file_texts(item, limits)


def source_from_bytes(name: str, data: bytes, limits: Limits = LIMITS) -> SourceText:
    """The text of one file's bytes; ``name`` is what the user calls it.

    Raises :class:`SourceError`, named, for everything that is not a readable text.
    """
    try:
        if len(data) > limits.file:
            raise refusal(Why.TOO_BIG, f"超过 {limits.file // 1_000_000} MB")
        lines = _lines(kind_of(name, data), name, data, limits)
        return SourceText(name, checked(unify(lines), limits))
    except SourceError as error:
        raise named(error, name) from error
    except Exception as error:  # a fault of the program costs this file, not the whole run
        raise named(refusal(Why.INSIDE, type(error).__name__), name) from error


def _lines(kind: Kind, name: str, data: bytes, limits: Limits) -> list[str]:
    match kind:
        case "plain":
            return read_plain(data, limits)
        case "markdown":
            return read_markdown(data, limits)
        case "page":
            return read_page(data, limits)
        case "mhtml":
            return read_mhtml(data, limits)
        case "word":
            return read_docx(data, limits)
        case "pdf":
            return read_pdf_apart(data, limits)
        case "legacy":
            return read_legacy(data, suffix_of(name) or ".doc", limits)
        case "archive":
            raise refusal(Why.SEVERAL)


def _file_texts(path: Path, limits: Limits) -> Iterator[SourceText | SourceError]:
    name = display_name(path)
    try:
        with path.open("rb") as file:
            yield from _stream_texts(name, file, limits)
    except OSError as error:
        yield named(os_refusal(error), name)


def _stream_texts(name: str, file: IO[bytes], limits: Limits) -> Iterator[SourceText | SourceError]:
    """The one text of a file, or the many of an archive, which is never read as a whole."""
    if not file.seekable():
        file = io.BytesIO(file.read(limits.file + 1))
    data = file.read(_FIRST)
    try:
        if data.startswith(ZIP_MARKS):
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            with open_zip(file, size, limits) as container:
                if zip_kind(container.namelist()) == "archive":
                    yield from _member_texts(name, container, limits)
                    return
            file.seek(len(data))
        if len(data) == _FIRST:
            data += file.read(limits.file + 1 - _FIRST)
        yield source_from_bytes(name, data, limits)
    except SourceError as error:
        yield named(error, name)


def _member_texts(
    name: str, container: zipfile.ZipFile, limits: Limits
) -> Iterator[SourceText | SourceError]:
    for inner, data in members(container, limits):
        try:
            if isinstance(data, SourceError):
                raise data
            yield source_from_bytes(f"{name}/{inner}", data, limits)
        except SourceError as error:
            yield named(error, f"{name}/{inner}")
