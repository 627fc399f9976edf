"""PDFs read in a process of their own, bounded in memory and time.

PDFium is native code and unpacks whatever a file tells it to: a file of one megabyte can ask for
gigabytes and for hours. In a process of its own that costs one file. The process is started for
the first PDF and serves all that follow; it ends with the one that started it.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import struct
import subprocess
import sys
import threading
from typing import IO, Any

from drafter.errors import SourceError
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["read_pdf_apart"]

_LENGTH = struct.Struct(">Q")
_lock = threading.Lock()
_workers: dict[int, subprocess.Popen[bytes]] = {}


def read_pdf_apart(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """What :func:`read_pdf` gives, from the other process.

    Raises :class:`SourceError` as that does, and when the file asks for too much.
    """
    with _lock:
        worker = _worker()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            worker.kill()

        timer = threading.Timer(limits.pdf_seconds, give_up)
        timer.start()
        try:
            answer = _ask(worker, data, limits)
        except (OSError, EOFError) as error:
            _end(worker)
            reason = f"{limits.pdf_seconds} 秒没有读完" if late.is_set() else "读到一半停了"
            raise refusal(Why.STUBBORN, reason) from error
        finally:
            timer.cancel()
    if "code" in answer:
        raise SourceError(answer["message"], code=answer["code"])
    return list(answer["lines"])


def _worker() -> subprocess.Popen[bytes]:
    """The process that serves this one; a forked child has a pipe of its own."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.poll() is not None:
        worker = subprocess.Popen(  # noqa: S603 - this module, run by this interpreter
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        _workers[os.getpid()] = worker
    return worker


def _ask(worker: subprocess.Popen[bytes], data: bytes, limits: Limits) -> dict[str, Any]:
    if worker.stdin is None or worker.stdout is None:
        raise EOFError
    _send(worker.stdin, json.dumps([limits.pdf_pages, limits.pdf_memory]).encode())
    _send(worker.stdin, data)
    answer: dict[str, Any] = json.loads(_receive(worker.stdout))
    return answer


def _end(worker: subprocess.Popen[bytes]) -> None:
    for pipe in (worker.stdin, worker.stdout):
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
    worker.kill()
    worker.wait()


@atexit.register
def _end_own() -> None:
    """End the process this one started; a forked child leaves its parent's alone."""
    worker = _workers.pop(os.getpid(), None)
    if worker is not None:
        _end(worker)


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    """One message; raises :class:`EOFError` where the other side has ended."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the other side closes its pipe."""
    from drafter.reading.sources.pdf import read_pdf

    with contextlib.suppress(EOFError):
        while True:
            pages, memory = json.loads(_receive(questions))
            data = _receive(questions)
            _bound_memory(memory)
            try:
                answer: dict[str, Any] = {"lines": read_pdf(data, Limits(pdf_pages=pages))}
            except SourceError as error:
                answer = {"code": error.code, "message": error.message}
            except MemoryError as error:
                raise EOFError from error
            _send(answers, json.dumps(answer).encode())


def _bound_memory(most: int) -> None:
    """Ask the system to refuse more than ``most`` bytes; Windows has no such limit."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
