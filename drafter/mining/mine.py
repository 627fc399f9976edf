"""The whole way from a corpus to a pack."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.bank import Pattern, save_pack
from drafter.errors import NothingFoundError, OutputError, Place, apart
from drafter.files import make_folder
from drafter.mining.build import default_support, frames
from drafter.mining.engine import run
from drafter.mining.gather import Corpus, gather
from drafter.mining.held import Held, summary
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.partials import chunks, work_key
from drafter.mining.skeleton import forget
from drafter.mining.workers import Engine
from drafter.mining.workers import workers as working
from drafter.reading.sources.walk import files_under

__all__ = ["Summary", "mine"]

#: So many new objects are looked through for garbage.
_YOUNG_OBJECTS = 200_000
#: pack.yaml lists so many contents by their hash; the digest covers them all.
LISTED = 100
_NO_SPEECH = "没有找到讲话稿：请给出含有讲话正文的文本、网页、Word 或 PDF"


@dataclass(frozen=True)
class Summary:
    """What a run made: the pack's folder, its patterns, what was held back, what failed."""

    folder: Path
    patterns: tuple[Pattern, ...]
    held: tuple[Held, ...]
    failures: tuple[str, ...]
    texts: int
    speeches: int
    sources: int
    characters: int
    least: int


def mine(
    paths: Sequence[Path],
    out: Path,
    *,
    engine: Engine = "local",
    workers: int = 1,
    min_support: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """Mine the speeches under ``paths`` into the pack folder ``out``.

    The pack depends on the texts and the program alone: not on the files' order, names or number of
    copies, nor on engine and workers. Raises :class:`InputError` where no speech was found and
    :class:`OutputError` where ``out`` cannot be written.
    """
    files, failures = apart(files_under(paths))
    work = _work_folder(out)
    pieces = list(chunks(files))
    with _seldom_collected(), working(engine, min(workers, len(pieces))):
        partials = run(pieces, work, work_key(), progress=progress)
        forget()
        corpus = gather(partials)
        failures.extend(corpus.failures)
        if not corpus.hashes:
            shutil.rmtree(work, ignore_errors=True)
            raise NothingFoundError(_NO_SPEECH, paths, failures)
        least = min_support or default_support(corpus.sources)
        patterns, held = frames(corpus, least)
    meta = _meta(paths, corpus, least, min_support) | {"held": summary(held)}
    save_pack(out, meta, patterns)
    shutil.rmtree(work, ignore_errors=True)
    return Summary(
        out,
        tuple(patterns),
        tuple(held),
        tuple(failures),
        corpus.texts,
        len(corpus.hashes),
        corpus.sources,
        corpus.characters,
        least,
    )


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for garbage seldom until it is left, in processes forked meanwhile as well.

    What is made here lasts, or goes by itself: to look for circles in it took a thirtieth of the
    time and found none.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_YOUNG_OBJECTS, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.freeze()  # what there is is taken for old, not looked through once more
        gc.unfreeze()
        gc.set_threshold(*before)


def _work_folder(out: Path) -> Path:
    """Where partial files lie until the pack is written: beside it, found again by a new run."""
    work = out.with_name(f".{out.name}.partial")
    if out.is_symlink() or out.exists():
        make_folder(out)  # a file of that name is better said before the work than after it
    try:
        make_folder(work)
    except OutputError as e:
        raise OutputError(e.message, place=Place(file=str(out))) from None
    return work


def _meta(paths: Sequence[Path], corpus: Corpus, least: int, asked: int | None) -> dict[str, Any]:
    """pack.yaml: what rebuilds the pack and what it was made of; no path, no date."""
    names = [p.resolve().name for p in paths]
    options = f" --min-support {asked}" if asked else ""
    return {
        "id": names[0],
        "name": f"从 {'、'.join(names)} 挖掘的句式",
        "version": "1.0.0",
        "compatible": ">=0.1,<1",
        "origin": "mined",
        "command": f"drafter mine {' '.join(names)} -o DIR{options}",
        "lexicon": frame_lexicon().version,
        "min_support": str(least),
        "sources": {
            "speeches": str(len(corpus.hashes)),
            "independent": str(corpus.sources),
            "characters": str(corpus.characters),
            "digest": "sha256:" + sha256("\n".join(corpus.hashes).encode()).hexdigest(),
            "hashes": corpus.hashes[:LISTED],
        },
        "masked": {kind: str(count) for kind, count in sorted(corpus.masked.items())},
    }
