"""Where the drafting is done: threads beside the event loop, a few at a time.

Drafting is pure computing, so two at once in one process only make both late. Drafts wait their
turn in one queue, files to download in another: a big Word file never stands before a preview.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

__all__ = ["at_desk", "at_press"]

T = TypeVar("T")


@cache
def _desk() -> CapacityLimiter:
    return CapacityLimiter(1)


@cache
def _press() -> CapacityLimiter:
    return CapacityLimiter(1)


async def at_desk(work: Callable[[], T]) -> T:
    """The result of drafting work, done in a thread when its turn comes."""
    return await to_thread.run_sync(work, limiter=_desk())


async def at_press(work: Callable[[], T]) -> T:
    """The result of making a file, done in a thread of its own queue."""
    return await to_thread.run_sync(work, limiter=_press())
