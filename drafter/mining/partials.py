"""Partial results as files, so that workers send nothing and a killed run loses nothing.

The files of a corpus are cut into chunks; what a chunk gives is one file of JSON lines, named by
what the chunk holds. A run started again finds it and goes on.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec

from drafter.errors import SourceError
from drafter.files import write_bytes
from drafter.mining.records import Record, records_of
from drafter.resources import data_file
from drafter.version import __version__

__all__ = ["Chunk", "Head", "chunks", "extract", "heads", "record_at", "work_key"]

#: A chunk is closed once it holds so many bytes: large enough to be worth a task (a tenth of a
#: second), small enough to keep two workers busy to the end and memory low.
CHUNK_BYTES = 250_000
#: So many files are read before they are mined.
_AT_A_TIME = 32
#: What a line of a partial file holds; a file of another form is not gone on with.
_FORM = "9"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some files of the corpus, in order."""

    files: tuple[Path, ...]


class Head(msgspec.Struct, frozen=True):
    """Of a line what decides whose copy it is; ``failure`` is the error line of what failed."""

    hash: str = ""
    keys: tuple[str, ...] = ()
    failure: str = ""


def chunks(files: Sequence[Path]) -> Iterator[Chunk]:
    """The files in chunks of about :data:`CHUNK_BYTES`."""
    held: list[Path] = []
    size = 0
    for file in files:
        held.append(file)
        size += _size(file)
        if size >= CHUNK_BYTES:
            yield Chunk(tuple(held))
            held, size = [], 0
    if held:
        yield Chunk(tuple(held))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _content(file: Path) -> bytes:
    """The bytes of a file; none where it cannot be read, which the reader will say."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""


def work_key() -> str:
    """What a partial file depends on besides its texts: the program and its data.

    Nearly all of the data has a say, by what is read as a heading or a name and what is masked.
    """
    seen = hashlib.sha256(f"{__version__} {_FORM}".encode())
    for file in sorted(data_file("").glob("*.*")):
        seen.update(file.read_bytes())
    return seen.hexdigest()[:12]


def extract(chunk: Chunk, folder: Path, key: str) -> Path:
    """The chunk's partial file, made unless it is there already."""
    digest = hashlib.sha256(key.encode())
    for file in chunk.files:
        digest.update(os.fsencode(file.name))
        digest.update(_content(file))
    target = folder / f"{digest.hexdigest()[:24]}.jsonl"
    if not target.is_file():
        write_bytes(target, b"".join(_lines(chunk)))
    return target


def _lines(chunk: Chunk) -> Iterator[bytes]:
    from drafter.reading import read_all

    encode = msgspec.json.Encoder().encode
    results = read_all(chunk.files, details=False)
    # What has been read is mined some files at a time: a processor that goes from the one work to
    # the other with every file takes a tenth longer for both.
    while some := list(islice(results, _AT_A_TIME)):
        records = records_of([r for r in some if not isinstance(r, SourceError)])
        for result in some:
            if isinstance(result, SourceError):
                yield encode({"failure": str(result)}) + b"\n"
            else:
                yield b"".join([encode(record) + b"\n" for record in next(records)])


def heads(path: Path) -> Iterator[tuple[Head, int]]:
    """What every line of a partial file begins with, and at which byte the line begins."""
    decode = msgspec.json.Decoder(Head).decode
    offset = 0
    with path.open("rb") as lines:
        for line in lines:
            yield decode(line), offset
            offset += len(line)


def record_at(path: Path, offset: int) -> Record:
    """The record whose line begins at a byte of a partial file."""
    with path.open("rb") as lines:
        lines.seek(offset)
        return _records().decode(lines.readline())


@cache
def _records() -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(Record)
