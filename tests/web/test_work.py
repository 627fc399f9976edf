"""The queue before the desk: in turn, and not for who has gone away."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from drafter.web.work import at_desk


def apart(work: Callable[[], Awaitable[None]]) -> None:
    """Run it in a thread of its own: a browser's driver keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, work).result()


def waiting() -> Request:
    """A request whose page still waits."""

    async def receive() -> Message:
        await anyio.sleep_forever()
        raise AssertionError

    return Request({"type": "http", "headers": []}, receive)


def gone() -> Request:
    """A request whose page was closed or has asked anew."""

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    return Request({"type": "http", "headers": []}, receive)


def test_work_is_done_one_after_the_other():
    under_way: list[int] = []
    most: list[int] = []

    def work() -> int:
        under_way.append(1)
        most.append(len(under_way))
        time.sleep(0.01)
        under_way.pop()
        return len(most)

    async def all_at_once() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(at_desk, waiting(), work)

    apart(all_at_once)
    assert most == [1] * 5


def test_nothing_is_drafted_for_who_has_gone_away():
    drafted: list[int] = []

    async def ask() -> None:
        with pytest.raises(ClientDisconnect):
            await at_desk(gone(), lambda: drafted.append(1))
        assert await at_desk(waiting(), lambda: "the next one") == "the next one"

    apart(ask)
    assert drafted == []
