"""Timing whole processes side by side, in turn, so that a drifting machine touches both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

__all__ = ["compare", "ratio_row"]


def _once(command: Sequence[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one run; raises CalledProcessError when the command fails."""
    before = os.times()
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = os.times()
    cpu = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return wall, cpu


def compare(
    ours: Sequence[str], theirs: Sequence[str], *, rounds: int = 9
) -> tuple[list[float], list[float]]:
    """Ratios ours/theirs of wall and of CPU time, one a round, after a warm-up of each."""
    _once(ours)
    _once(theirs)
    wall: list[float] = []
    cpu: list[float] = []
    for _ in range(rounds):
        a, b = _once(ours), _once(theirs)
        wall.append(a[0] / b[0])
        cpu.append(a[1] / b[1])
    return wall, cpu


def ratio_row(name: str, ratios: Sequence[float], limit: float) -> str:
    """One line: the median ratio with its spread, and whether it keeps the limit."""
    median = statistics.median(ratios)
    verdict = "ok" if median <= limit else "OVER"
    return (
        f"{name:34} median {median:5.2f}  (min {min(ratios):.2f}, max {max(ratios):.2f})"
        f"  limit {limit:.2f}  {verdict}"
    )


if __name__ == "__main__":
    sys.exit("run one of the benchmarks beside this file")
