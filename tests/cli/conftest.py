"""Somebody at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

#: Types keys, then calls what asks for them.
Answered = Callable[..., Any]


@pytest.fixture
def answered() -> Iterator[Answered]:
    """What a call gives for which somebody types these keys.

    It runs in a thread of its own: a browser that other tests left open has a loop in this one.
    """
    with (
        create_pipe_input() as keys,
        create_app_session(input=keys, output=DummyOutput()),
        ThreadPoolExecutor() as pool,
    ):

        def call(typed: str, asking: Callable[..., Any], *args: Any) -> Any:
            keys.send_text(typed)
            return pool.submit(copy_context().run, asking, *args).result()

        yield call
