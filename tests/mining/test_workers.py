"""Work done by several processes gives what one process gives."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drafter.mining.matching import Texts
from drafter.mining.workers import aside, each, workers

# Every other process starts an interpreter of its own.
pytestmark = pytest.mark.slow


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted as Linux lists them")
def test_mining_has_no_threads_that_wait_for_algebra() -> None:
    code = (
        "import os, drafter.mining as m; "
        "print(len(os.listdir('/proc/self/task')), 'OPENBLAS_NUM_THREADS' in os.environ)"
    )
    env = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert told.stdout.split() == [b"1", b"False"]


@pytest.mark.parametrize("count", [1, 3])
def test_every_item_has_its_result(count: int) -> None:
    with workers("local", count):
        assert sorted(each(str.upper, list("abcdefg"))) == list("ABCDEFG")


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_done_aside_is_there_when_it_is_asked_for(count: int) -> None:
    with workers("local", count):
        waiting = [aside(len, "一" * n) for n in range(6)]
        assert [wait() for wait in waiting] == [0, 1, 2, 3, 4, 5]


def _process(_: None) -> int:
    return os.getpid()


def test_another_process_does_what_is_aside() -> None:
    with workers("local", 2):
        assert aside(_process, None)() != os.getpid()


def _until_there(path: Path) -> bool:
    end = time.monotonic() + 20
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return path.exists()


def test_nothing_is_shared_with_a_process_that_is_at_work_aside(tmp_path: Path) -> None:
    with workers("local", 2):
        busy = aside(_until_there, tmp_path / "end")
        assert set(each(_process, [None] * 4)) == {os.getpid()}
        (tmp_path / "end").touch()
        assert busy()


def test_what_fails_in_another_process_fails_here() -> None:
    with workers("local", 2), pytest.raises(ValueError, match="invalid literal"):
        list(each(int, ["1", "2", "甲"]))


_done_here: list[str] = []


def _done(_: None) -> list[str]:
    return _done_here


def _done_elsewhere() -> list[str]:
    return aside(_done, None)()


@contextmanager
def _another_thread() -> Iterator[None]:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


def test_other_processes_know_what_this_one_has_done_unless_it_has_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forked = threading.active_count() == 1 and sys.platform == "linux"
    monkeypatch.setattr(sys.modules[__name__], "_done_here", ["词典"])
    with workers("local", 2):
        assert _done_elsewhere() == (["词典"] if forked else [])
    with _another_thread(), workers("local", 2):
        assert _done_elsewhere() == []


def test_formulae_are_found_alike_by_one_process_and_by_several() -> None:
    rng = random.Random(3)
    words = ["要", "加强", "领导", "，", "的", "{x}", "确保", "。"]
    formulae = [tuple(rng.choices(words, k=rng.randint(3, 6))) for _ in range(40)]
    texts = Texts(["".join(rng.choices("要加强领导，的确保。", k=12)) for _ in range(200)])
    by_one = [found.tolist() for found in texts.matched(formulae)]
    with workers("local", 2):
        assert [found.tolist() for found in texts.matched(formulae)] == by_one
    assert any(by_one)
