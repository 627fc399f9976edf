"""Live previews under load: two workers, sixteen connections, Word files made meanwhile.

    python bench/web.py [SECONDS] [--workers N] [--pause MILLISECONDS]

Each connection types: it posts the form of a genre's example with something changed every time,
waits for the preview, and posts again. It is done twice: once with the pause the page itself makes
(400 ms after the last key, hx-trigger … delay:400ms), which is sixteen people who all type without
a stop, and once without any, which is a test of throughput alone; with ``--pause`` only with that
one. A seventeenth connection downloads one Word file after another. Printed are median, 95th
percentile and errors. The connections run on the same cores as the server, in one process.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from drafter.brief import parse_brief
from drafter.resources import shipped
from drafter.web.drafting_pages import brief_values

CONNECTIONS, WORKERS = 16, 2
#: Milliseconds the page waits after the last key.
DEBOUNCE = 400
LIMIT = 60.0
_SERVE = "import sys; from drafter.cli import main; sys.exit(main())"


@dataclass
class Tally:
    """Milliseconds of each answer, what went wrong, and CPU seconds the server took."""

    previews: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0


@contextmanager
def serving(workers: int = WORKERS) -> Iterator[tuple[int, int]]:
    """A server on a free port, with a history of its own; its port and its process group."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    with tempfile.TemporaryDirectory() as data:
        more = ["--port", str(port), "--data", data, "--workers", str(workers)]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        command = [sys.executable, "-c", _SERVE, "serve", *more]
        process = subprocess.Popen(
            command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            _await(port)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait()


def _await(port: int) -> None:
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


def _cpu(group: int) -> float:
    """CPU seconds of a process group so far; 0 where there is no /proc to tell."""
    total = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = file.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(told[2]) == group:
            total += int(told[11]) + int(told[12])
    return total / os.sysconf("SC_CLK_TCK") if total else 0.0


def briefs() -> list[dict[str, str]]:
    """The genres' examples as form fields: every one rich, every one different."""
    return [
        dict(_fields(brief_values(parse_brief(file.read_bytes(), name=file.parent.name)), ""))
        for file in sorted(shipped("templates").glob("*/example.yaml"))
    ]


def _fields(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Nested values as a browser sends them: 要点.0.内容.1.任务."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _fields(inner, f"{name}.{number}")
    elif value is not None:
        yield name, str(value)


def _type(fields: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The form after one more word somewhere: no two posts of a run are the same."""
    names = [n for n in fields if n.startswith(("成绩", "问题", "要点")) and n[-1].isdigit()]
    name = chance.choice(names or ["会议"])
    return {**fields, name: fields[name].rstrip("。") + f"共{chance.randrange(10**6)}项"}


def _post(connection: http.client.HTTPConnection, path: str, fields: dict[str, str]) -> bytes:
    body = urlencode(fields)
    headers = {"content-type": "application/x-www-form-urlencoded", "hx-request": "true"}
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    data = answer.read()
    if answer.status != 200 or answer.getheader("hx-retarget") == "#notice":
        raise RuntimeError(f"{path} {answer.status}: {data[:200].decode(errors='replace')}")
    return data


def _typist(
    port: int, number: int, fields: dict[str, str], pause: float, until: float, tally: Tally
) -> None:
    chance = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    time.sleep(pause * number / CONNECTIONS)
    while time.monotonic() < until:
        changed = _type(fields, chance)
        begun = time.perf_counter()
        try:
            shown = _post(connection, "/preview", changed).decode()
            if '<article class="page"' not in shown:
                raise RuntimeError("no draft: " + shown[:200])
        except (OSError, RuntimeError, http.client.HTTPException) as e:
            tally.errors.append(str(e))
            connection.close()
        tally.previews.append((time.perf_counter() - begun) * 1000)
        time.sleep(pause)


def _downloader(port: int, until: float, tally: Tally) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    chance, every = random.Random(99), briefs()
    while time.monotonic() < until:
        begun = time.perf_counter()
        try:
            data = _post(connection, "/download/docx", _type(chance.choice(every), chance))
            if data[:2] != b"PK":
                raise RuntimeError("no Word file")
        except (OSError, RuntimeError, http.client.HTTPException) as e:
            tally.errors.append(str(e))
            connection.close()
        tally.files.append((time.perf_counter() - begun) * 1000)
        time.sleep(1)


def measure(
    seconds: float,
    pause: float = DEBOUNCE / 1000,
    connections: int = CONNECTIONS,
    workers: int = WORKERS,
) -> Tally:
    """Previews and files of ``seconds`` under load, after a warm-up of every brief."""
    tally, every = Tally(), briefs()
    with serving(workers) as (port, group):
        _warm(port)
        tally.cpu = -_cpu(group)
        until = time.monotonic() + seconds
        people = [
            threading.Thread(
                target=_typist, args=(port, n, every[n % len(every)], pause, until, tally)
            )
            for n in range(connections)
        ]
        people.append(threading.Thread(target=_downloader, args=(port, until, tally)))
        for person in people:
            person.start()
        for person in people:
            person.join()
        tally.cpu += _cpu(group)
    return tally


def _warm(port: int) -> None:
    """Every worker has met every genre: the kernel shares connections out, so a few times."""
    for fields in briefs() * 4:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        _post(connection, "/preview", fields)
        connection.close()


def percentile(times: list[float], share: float) -> float:
    """The value below which this share of the times lies."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def report(tally: Tally, seconds: float, pause: float) -> bool:
    """Print what was measured; whether there was no error and the median is within the limit."""
    rate = len(tally.previews) / seconds
    print(f"pause {pause:.0f} ms between two posts of a connection: {rate:.0f} previews a second")
    for name, times in (("previews", tally.previews), ("Word files", tally.files)):
        print(
            f"  {name:10} {len(times):6}  median {statistics.median(times):7.1f} ms"
            f"  p95 {percentile(times, 0.95):7.1f} ms  max {max(times):7.1f} ms"
        )
    print(f"  errors     {len(tally.errors):6}  {tally.errors[:1] or ''}")
    each = 1000 * tally.cpu / len(tally.previews)
    print(f"  server CPU {tally.cpu:6.1f} s, {each:.1f} ms a preview, Word files included")
    return not tally.errors and statistics.median(tally.previews) <= LIMIT


def main() -> int:
    """Measure and print; exit status 1 for an error or a median above the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("--workers", type=int, default=WORKERS)
    parser.add_argument("--pause", type=float, help="milliseconds")
    options = parser.parse_args()
    pauses = [DEBOUNCE, 0] if options.pause is None else [options.pause]
    fine = True
    for pause in pauses:
        tally = measure(options.seconds, pause / 1000, workers=options.workers)
        fine = report(tally, options.seconds, pause) and fine
    print(f"load of the machine, this run included: {os.getloadavg()[0]:.1f}")
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
