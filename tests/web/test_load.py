"""The benchmark's five-second version: previews and Word files at once, no error."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.mark.slow
def test_sixteen_people_type_while_files_are_made(bench: Callable[[str], ModuleType]):
    tally = bench("web").measure(5)
    assert tally.errors == []
    assert len(tally.previews) >= 48, "each of the sixteen got several answers"
    assert tally.files, "Word files were made meanwhile"
    # A machine that runs other tests at the same time is no place for the 60 ms of the benchmark.
    assert statistics.median(tally.previews) < 1500
