"""Parsing against ``jieba.cut`` over the same text, and memory over a folder of many files.

Texts are those of ``../shared`` where it lies beside the checkout, else ones made here. Speed is
processor time of the two in turn, best of several rounds; memory is the peak of a process of its
own for 100 and for 10,000 files. Printed are ratios of one run.

    .venv/bin/python bench/parsing.py [--files 10000]
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from drafter.reading import SourceText, parse_text

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
ROUNDS = 3
FEW = 100
#: Read a folder and say how many files there were and the process's peak of memory in bytes.
_WORKER = """
import resource, sys
from pathlib import Path
from drafter.reading import read_all
count = sum(1 for _ in read_all([Path(sys.argv[1])]))
unit = 1 if sys.platform == "darwin" else 1024
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=10_000)
    many = options.parse_args().files
    texts = list(_texts())
    size = sum(len(text.encode()) for text in texts)
    # before jieba is loaded: a child's peak starts at what its parent held when it was started
    few_peak, many_peak = _peak(texts, FEW), _peak(texts, many)
    parsing, cutting = _speeds(texts)
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB, best of {ROUNDS} rounds, processor time")
    print(f"parse_text {size / parsing / 1e6:8.2f} MB/s")
    print(f"jieba.cut  {size / cutting / 1e6:8.2f} MB/s")
    print(f"parse_text / jieba.cut: {cutting / parsing:.1f} times as fast")
    print(
        f"peak of memory over {FEW} files {few_peak / 1e6:.1f} MB, {many} {many_peak / 1e6:.1f} MB"
    )
    print(f"{many} files / {FEW} files: {many_peak / few_peak:.2f} times the memory")


def _texts() -> Iterator[str]:
    found = sorted(SHARED.glob("seeds/*.txt")) + sorted(SHARED.glob("corpus/reports/*.txt"))
    if found:
        yield from (path.read_text("utf-8") for path in found)
        return
    for number in range(60):
        points = "".join(
            f"{label}、抓好第{number + i}项重点工作\n"
            + "各乡镇各部门要对照任务清单逐条梳理，做到底数清、情况明、责任实，按时销号。" * 20
            + "\n"
            for i, label in enumerate("一二三四五")
        )
        head = f"在安平县第{number}次工作例会上的讲话\n同志们：\n今天我们开会。下面，我讲五点意见。"
        yield f"{head}\n{points}"


def _speeds(texts: list[str]) -> tuple[float, float]:
    """Seconds of processor time of parse_text and of jieba.cut over all texts."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    sources = [SourceText(str(i), tuple(text.split("\n"))) for i, text in enumerate(texts)]
    parse_text(sources[0])  # loads its data

    def parse() -> None:
        for source in sources:
            parse_text(source)

    def cut() -> None:
        for text in texts:
            for _ in jieba.cut(text):
                pass

    rounds = [(_seconds(parse), _seconds(cut)) for _ in range(ROUNDS)]
    return min(p for p, _ in rounds), min(c for _, c in rounds)


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peak(texts: list[str], count: int) -> int:
    """The peak of memory, in bytes, of a process that reads ``count`` files one after another."""
    short = sorted(texts, key=len)[: max(5, len(texts) // 4)]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            text = short[number % len(short)][:8000]
            Path(folder, f"{number:06d}.txt").write_text(f"{text}\n{number}\n", "utf-8")
        run = subprocess.run(
            [sys.executable, "-c", _WORKER, folder], check=True, capture_output=True, text=True
        )
    read, peak = map(int, run.stdout.split())
    if read != count:
        raise SystemExit(f"read {read} of {count} files")
    return peak


if __name__ == "__main__":
    main()
