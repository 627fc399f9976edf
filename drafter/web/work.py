"""Where the drafting is done: threads beside the event loop, a few at a time.

Drafting is pure computing, so two at once in one process only make both late. Drafts wait their
turn in one queue, files to download in another: a big Word file never stands before a preview.
Who has gone away while waiting (a closed tab, a page loaded anew) is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.requests import ClientDisconnect, Request

__all__ = ["at_desk", "at_press"]

T = TypeVar("T")


@cache
def _desk() -> CapacityLimiter:
    return CapacityLimiter(1)


@cache
def _press() -> CapacityLimiter:
    return CapacityLimiter(1)


async def at_desk(request: Request, work: Callable[[], T]) -> T:
    """The result of drafting work, done in a thread when its turn comes.

    Raises :class:`ClientDisconnect` where nobody waits for it any more.
    """
    async with _desk():
        if await request.is_disconnected():
            raise ClientDisconnect
        return await to_thread.run_sync(work)


async def at_press(work: Callable[[], T]) -> T:
    """The result of making a file, done in a thread of its own queue.

    It is made to its end: what a closing page sends to be kept has nobody waiting for it.
    """
    return await to_thread.run_sync(work, limiter=_press())
