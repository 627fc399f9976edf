"""The benchmark's five-second version: previews and Word files at once, no error."""

from __future__ import annotations

import importlib.util
import statistics
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_sixteen_people_type_while_files_are_made(root: Path):
    spec = importlib.util.spec_from_file_location("bench_web", root / "bench" / "web.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    sys.modules["bench_web"] = bench
    spec.loader.exec_module(bench)
    tally = bench.measure(5)
    assert tally.errors == []
    assert len(tally.previews) >= 48, "each of the sixteen got several answers"
    assert tally.files, "Word files were made meanwhile"
    # A machine that runs other tests at the same time is no place for the 60 ms of the benchmark.
    assert statistics.median(tally.previews) < 1500
