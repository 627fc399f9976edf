"""Saves through HTTP while the server is killed: is every acknowledged one there afterwards?

    python bench/kills.py [ROUNDS] [--workers N]

Each round starts ``drafter serve`` on the same folder, lets four clients save as fast as they can
(every other save is an autosave, every third goes on with a draft), and sends SIGKILL at a moment
drawn by lot. The next server is then asked for each version it had acknowledged, with its text.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

_SERVE = "import sys; from drafter.cli import main; sys.exit(main())"
_CLIENTS = 4
#: Seconds from the first acknowledged save to the kill.
_LONGEST = 0.5


@dataclass
class Report:
    """What was acknowledged (meeting saved → draft), how many were cut off, and what was lost."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    cut: int = 0
    refused: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    damaged: str = ""


class Server:
    """One ``drafter serve`` in a process group of its own, so that its workers die with it."""

    def __init__(self, data: Path, port: int, workers: int) -> None:
        command = [sys.executable, "-c", _SERVE, "serve", "--port", str(port), "--data", str(data)]
        self.port = port
        self.process = subprocess.Popen(
            [*command, "--workers", str(workers)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(600):
            try:
                if self.get("/static/icon.svg"):
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def get(self, path: str) -> str:
        """A page's text; empty where it is not there."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        return text if answer.status == 200 else ""

    def kill(self) -> None:
        """At once, as a power cut or the task manager does it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _save(port: int, name: str, number: int, draft: int | None) -> int | None:
    """Save a form under this name; the draft's number, or None where it was refused."""
    fields = {"文种": "动员讲话", "会议": name, "单位.名称": "安平县", "主题.名称": "防汛工作"}
    if draft is not None:
        fields["_.draft"] = str(draft)
    path = "/autosave" if number % 2 and draft is None else "/save"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    kind = {"content-type": "application/x-www-form-urlencoded", "hx-request": "true"}
    connection.request("POST", path, urlencode(fields), kind)
    answer = connection.getresponse()
    said = answer.read().decode()
    found = re.search(r"draft=(\d+)", answer.getheader("hx-replace-url", "") or "")
    return int(found[1]) if answer.status == 200 and "保存" in said and found else None


def _client(server: Server, name: str, report: Report, begun: threading.Event) -> None:
    draft: int | None = None
    for number in range(10_000):
        meeting = f"{name}第{number}次会议"
        try:
            saved = _save(server.port, meeting, number, draft if number % 3 == 2 else None)
        except (OSError, http.client.HTTPException):
            report.cut += 1
            return
        if saved is None:
            report.refused.append(meeting)
            return
        report.acknowledged[meeting] = draft = saved
        begun.set()


def one_round(
    data: Path, port: int, number: int, workers: int, chance: random.Random, report: Report
) -> None:
    """Serve, save, kill, serve again and look for what was acknowledged."""
    server, begun, mine = Server(data, port, workers), threading.Event(), Report()
    clients = [
        threading.Thread(target=_client, args=(server, f"第{number}轮{letter}", mine, begun))
        for letter in "甲乙丙丁"[:_CLIENTS]
    ]
    for client in clients:
        client.start()
    begun.wait(30)
    time.sleep(chance.uniform(0, _LONGEST))
    server.kill()
    for client in clients:
        client.join()
    again = Server(data, port, workers)
    pages = {draft: again.get(f"/history/{draft}") for draft in set(mine.acknowledged.values())}
    mine.lost = [m for m, draft in mine.acknowledged.items() if m not in pages[draft]]
    again.kill()
    report.acknowledged |= mine.acknowledged
    report.cut += mine.cut
    report.refused += mine.refused
    report.lost += mine.lost


def killed(rounds: int, workers: int = 1, seed: int = 0) -> Report:
    """What became of the saves of so many rounds; two kills a round, the second at rest."""
    import socket

    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    report, chance = Report(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        for number in range(1, rounds + 1):
            one_round(data, port, number, workers, chance, report)
        connection = sqlite3.connect(data / "history.db")
        report.damaged = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        states = "\n".join(row[0] for row in connection.execute("SELECT state FROM version"))
        connection.close()
        report.lost += [m for m in report.acknowledged if m not in states]
    return report


def main() -> int:
    """Run and print; exit status 1 for anything lost, refused or damaged."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    report = killed(options.rounds, options.workers)
    print(f"rounds {options.rounds}, workers {options.workers}")
    print(f"acknowledged {len(report.acknowledged)}, cut off {report.cut}")
    print(f"refused {len(report.refused)}, lost {len(report.lost)}, database {report.damaged}")
    return int(bool(report.lost or report.refused or report.damaged != "ok"))


if __name__ == "__main__":
    sys.exit(main())
