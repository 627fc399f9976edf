"""The engines: the same bytes from Dask, and after being killed at any moment."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from drafter.errors import InputError
from drafter.mining import mine

_RUN = """
import sys
from pathlib import Path
import drafter.mining.partials as partials
partials.CHUNK_BYTES = 3000
from drafter.mining import mine
if __name__ == "__main__":
    mine([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]))
"""


@pytest.fixture
def corpus(tmp_path: Path, grammar: ModuleType) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for speech in grammar.speeches(20, seed=5)[0]:
        (folder / str(speech.source)).write_text(grammar.raw(speech), encoding="utf-8")
    return folder


def _bytes(pack: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in pack.iterdir()}


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra cluster is not installed"
)
def test_a_dask_cluster_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    mine([corpus], tmp_path / "local" / "pack")
    mine([corpus], tmp_path / "dask" / "pack", engine="dask", workers=2)
    assert _bytes(tmp_path / "dask" / "pack") == _bytes(tmp_path / "local" / "pack")


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_killed_again_and_again_goes_on_and_gives_the_same_bytes(
    corpus: Path, tmp_path: Path, workers: str
) -> None:
    mine([corpus], tmp_path / "whole")
    command = [sys.executable, _script(tmp_path), str(corpus), str(tmp_path / "pack"), workers]
    partial = tmp_path / ".pack.partial"
    stamps: dict[Path, int] = {}
    for more in (1, 3, 6):
        _killed(command, partial, more)
        left = {f: f.stat().st_mtime_ns for f in partial.glob("*.jsonl")}
        assert len(left) >= more
        assert stamps.items() <= left.items()
        assert not (tmp_path / "pack").exists()
        stamps = left
    subprocess.run(command, check=True, timeout=120)
    assert _bytes(tmp_path / "pack") == _bytes(tmp_path / "whole")
    assert not partial.exists()


@pytest.mark.slow
def test_a_run_killed_at_any_moment_gives_the_same_bytes_when_it_is_run_again(
    corpus: Path, tmp_path: Path
) -> None:
    mine([corpus], tmp_path / "whole")
    command = [sys.executable, _script(tmp_path), str(corpus), str(tmp_path / "pack"), "1"]
    start = time.monotonic()
    subprocess.run(command, check=True, timeout=120)
    taken = time.monotonic() - start
    moments = random.Random(7)
    for _ in range(4):
        shutil.rmtree(tmp_path / "pack", ignore_errors=True)
        with subprocess.Popen(command, start_new_session=True) as run:
            time.sleep(moments.uniform(0.3, 1.0) * taken)
            os.killpg(run.pid, signal.SIGKILL)
        subprocess.run(command, check=True, timeout=120)
        assert _bytes(tmp_path / "pack") == _bytes(tmp_path / "whole")


def _script(folder: Path) -> str:
    """A file to be run: spawned workers import it again."""
    path = folder / "run.py"
    path.write_text(_RUN, encoding="utf-8")
    return str(path)


def _killed(command: Sequence[str], partial: Path, least: int) -> None:
    """Run, and kill all its processes once there are ``least`` partial files."""
    with subprocess.Popen(command, start_new_session=True) as run:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list(partial.glob("*.jsonl"))) < least:
            time.sleep(0.002)
        os.killpg(run.pid, signal.SIGKILL)


def test_nothing_is_left_where_there_was_nothing_to_mine(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(
        "关于放假的通知\n各科室：\n明天放假。\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match="没有找到讲话稿"):
        mine([tmp_path / "notes"], tmp_path / "pack")
    assert [p.name for p in tmp_path.iterdir()] == ["notes"]
