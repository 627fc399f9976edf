"""Running the extraction: in this process, in several, or on a Dask cluster of this machine."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from drafter.errors import UsageError
from drafter.mining.partials import Chunk, extract

__all__ = ["Engine", "run"]

Engine = Literal["local", "dask"]
Progress = Callable[[int, int], None]


def run(
    chunks: Sequence[Chunk],
    folder: Path,
    key: str,
    *,
    engine: Engine = "local",
    workers: int = 1,
    progress: Progress | None = None,
) -> list[Path]:
    """The partial file of every chunk; ``progress`` is told how many of how many are done.

    Raises :class:`UsageError` where Dask is asked for and not installed.
    """
    work = partial(extract, folder=folder, key=key)
    made: list[Path] = []
    for path in _results(chunks, work, engine, workers):
        made.append(path)
        if progress:
            progress(len(made), len(chunks))
    return made


def _results(
    chunks: Sequence[Chunk], work: Callable[[Chunk], Path], engine: Engine, workers: int
) -> Iterator[Path]:
    if engine == "dask":
        yield from _dask(chunks, work, workers)
    elif workers <= 1 or len(chunks) <= 1:
        yield from map(work, chunks)
    else:
        # A fresh interpreter a worker: forking a process that has threads can deadlock.
        context = multiprocessing.get_context("spawn")
        with context.Pool(min(workers, len(chunks)), _leave_interrupts) as pool:
            yield from pool.imap_unordered(work, chunks)


def _leave_interrupts() -> None:
    """Ctrl-C at a terminal reaches every process; only the first has something to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _dask(chunks: Sequence[Chunk], work: Callable[[Chunk], Path], workers: int) -> Iterator[Path]:
    try:
        from dask.distributed import Client, LocalCluster, as_completed
    except ImportError:
        raise UsageError("没有安装 Dask，请先 pip install 'drafter[cluster]'") from None
    with (
        LocalCluster(
            n_workers=max(1, workers), threads_per_worker=1, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        futures = client.map(work, chunks, pure=False)
        for future in as_completed(futures):
            yield future.result()
