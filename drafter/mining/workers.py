"""Where work is done: in this process, in several of this machine, or on a Dask cluster.

What asks for work to be done does not ask where. What all pieces of work need goes through a file
once a process, not along with every piece.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from drafter.errors import MissingExtraError

__all__ = ["Engine", "aside", "each", "spread", "workers"]

Engine = Literal["local", "dask"]
T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

#: Pieces a process is given of one kind of work: the last to be done keeps the others waiting.
_PIECES = 8
#: Pieces another process has before it: one at work and one to go on with.
_AHEAD = 2


class _Workers(NamedTuple):
    """How many processes, what gives results as they come, and what has something done aside."""

    processes: int
    results: Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
    aside: Callable[[Callable[[Any], Any], Any], Callable[[], Any]]


_HERE = _Workers(1, map, partial)
_current: ContextVar[_Workers] = ContextVar("workers", default=_HERE)


@contextmanager
def workers(engine: Engine, count: int) -> Iterator[None]:
    """Until it is left, :func:`each`, :func:`spread` and :func:`aside` use ``count`` processes.

    Raises :class:`MissingExtraError` where Dask is asked for and not installed.
    """
    if engine == "dask":
        started = _dask(max(1, count))
    elif count > 1:
        started = _processes(count)
    else:
        yield
        return
    with started as found:
        token = _current.set(found)
        try:
            yield
        finally:
            _current.reset(token)


def each(function: Callable[[T], R], items: Sequence[T]) -> Iterable[R]:
    """The result of every item, in the order in which they are done."""
    return _current.get().results(function, items)


def aside(function: Callable[[T], R], item: T) -> Callable[[], R]:
    """Have something done in another process; what waits for the result and gives it.

    That is for when this process has work that no other shares. Where there is no other process,
    it is done when it is asked for.
    """
    return _current.get().aside(function, item)


def spread(function: Callable[[S, Sequence[T]], list[R]], shared: S, items: Sequence[T]) -> list[R]:
    """``function(shared, items)``, which has a result for every item, in order."""
    here = _current.get()
    pieces = min(here.processes * _PIECES, len(items))
    if here.processes == 1 or pieces < 2:
        return function(shared, items)
    out: list[Any] = [None] * len(items)
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        path = Path(folder) / "shared"
        with path.open("wb") as file:
            pickle.dump((function, shared), file, pickle.HIGHEST_PROTOCOL)
        _loaded.clear()
        _loaded[str(path)] = function, shared
        # Neighbours are alike in size: every piece has some of all sizes.
        work = [(str(path), start, items[start::pieces]) for start in range(pieces)]
        for start, results in here.results(_piece, work):
            out[start::pieces] = results
    _loaded.clear()
    return out


def _piece(work: tuple[str, int, Sequence[Any]]) -> tuple[int, list[Any]]:
    path, start, items = work
    if path not in _loaded:
        _loaded.clear()
        with Path(path).open("rb") as file:
            _loaded[path] = pickle.load(file)  # noqa: S301 - written by this run
    function, shared = _loaded[path]
    return start, function(shared, items)


#: What all pieces of the work in hand need, by the file it came from.
_loaded: dict[str, Any] = {}


@contextmanager
def _processes(count: int) -> Iterator[_Workers]:
    context = multiprocessing.get_context("fork" if _alone() else "spawn")
    others = count - 1
    with context.Pool(others, _leave_interrupts) as pool:
        work = _Others(pool, others)
        yield _Workers(count, work.shared_out, work.aside)


class _Others:
    """The other processes, which have a share in what this one does or do something aside."""

    def __init__(self, pool: Pool, count: int) -> None:
        self._pool = pool
        self._count = count
        self._aside: list[AsyncResult[Any]] = []

    def aside(self, function: Callable[[T], R], item: T) -> Callable[[], R]:
        """What gives the result of something that is begun at once."""
        begun = self._pool.apply_async(function, (item,))
        self._aside.append(begun)
        return begun.get

    def shared_out(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results as they come; this process is one of those that work.

        So it has something to do while the others start, and there is one interpreter less. Nothing
        is given to those that are at work aside: this process would have to wait for both.
        """
        left, given = deque(items), list[AsyncResult[R]]()
        while left or given:
            free = self._count - sum(not result.ready() for result in self._aside)
            while left and len(given) < _AHEAD * free:
                given.append(self._pool.apply_async(function, (left.popleft(),)))
            ready = next((n for n, result in enumerate(given) if result.ready()), None)
            if left and ready is None:
                yield function(left.popleft())
            else:
                yield given.pop(ready or 0).get()


def _alone() -> bool:
    """Whether this process may be forked, which saves the others to start and import anew.

    A lock that another thread holds then would stay locked in the fork for good; and on macOS the
    system's own libraries do not stand it. The threads of numpy's algebra end before a fork.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _leave_interrupts() -> None:
    """Ctrl-C at a terminal reaches every process; only the first has something to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _dask(count: int) -> Iterator[_Workers]:
    try:
        from dask.distributed import Client, LocalCluster, as_completed
    except ImportError:
        raise MissingExtraError("Dask ", "cluster") from None
    with (
        LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def results(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[Any]:
            for future in as_completed(client.map(function, items, pure=False)):
                yield future.result()

        def aside(function: Callable[[Any], Any], item: Any) -> Callable[[], Any]:
            return client.submit(function, item, pure=False).result  # type: ignore[no-any-return]

        yield _Workers(count, results, aside)
