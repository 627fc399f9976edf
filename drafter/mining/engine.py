"""Running the extraction: the partial file of every chunk, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from drafter.mining.partials import Chunk, extract
from drafter.mining.workers import each

__all__ = ["run"]

Progress = Callable[[int, int], None]


def run(
    chunks: Sequence[Chunk], folder: Path, key: str, *, progress: Progress | None = None
) -> list[Path]:
    """The partial file of every chunk; ``progress`` is told how many of how many are done."""
    made: list[Path] = []
    for path in each(partial(extract, folder=folder, key=key), chunks):
        made.append(path)
        if progress:
            progress(len(made), len(chunks))
    return made
