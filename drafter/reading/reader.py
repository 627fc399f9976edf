"""Files → readings: the way from a path to the texts in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from drafter.errors import SourceError
from drafter.reading.model import Reading, SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.sources import open_sources
from drafter.reading.sources.refusals import Why, named, refusal

__all__ = ["read", "read_all"]


def read(path: Path | str) -> Reading:
    """The texts in one file; ``-`` is standard input.

    Raises :class:`SourceError` when it cannot be read, or is a folder or an archive of several.
    """
    found = list(islice(read_all([path]), 2))
    if len(found) > 1:
        raise named(refusal(Why.SEVERAL), str(path))
    if isinstance(found[0], SourceError):
        raise found[0]
    return found[0]


def read_all(
    paths: Iterable[Path | str], *, details: bool = True
) -> Iterator[Reading | SourceError]:
    """The texts of every file under ``paths``, in order; folders and archives are gone through.

    One file is held at a time. What cannot be read comes as its error, and the rest goes on.
    ``details`` says whether texts come with their genre, the places of their parts in the source
    and the sentences of paragraphs with their moves, which takes a fifth of the time.
    """
    for source in open_sources(map(Path, paths)):
        yield source if isinstance(source, SourceError) else _parsed(source, details=details)


def _parsed(source: SourceText, *, details: bool) -> Reading | SourceError:
    """The reading of one source; a fault of the program costs this file, not the whole run."""
    try:
        return parse_text(source, details=details)
    except Exception as error:
        return named(refusal(Why.INSIDE, type(error).__name__), source.name)
