"""Some rounds of the benchmark of kills: every acknowledged save is there after SIGKILL."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is what POSIX has"),
]


@pytest.fixture(scope="module")
def kills(bench: Callable[[str], ModuleType]) -> ModuleType:
    return bench("kills")


def test_every_acknowledged_save_outlives_a_kill(kills: ModuleType):
    report = kills.killed(3)
    assert report.lost == []
    assert report.refused == []
    assert report.damaged == "ok"
    assert len(report.acknowledged) >= 3
    assert report.cut >= 3, "the kills came while saves were under way"


def test_workers_end_with_a_killed_server(kills: ModuleType, tmp_path: Path):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    server = kills.Server(tmp_path, port, 2)
    server.process.kill()
    server.process.wait()
    freed = False
    for _ in range(100):
        with socket.socket() as s:
            freed = s.connect_ex(("127.0.0.1", port)) != 0
        if freed:
            break
        time.sleep(0.1)
    else:
        os.killpg(server.process.pid, signal.SIGKILL)
    assert freed, "a worker still holds the port"
