"""Mining against jieba.cut of the same text, as ratios: python bench/mining.py [--size MB …].

One run grows a corpus of each size from the seeds (clauses shuffled between texts, so that no two
texts are copies), cuts it with jieba, mines it with jieba and with rjieba, with one process and
with two, kills a run and starts it again, and prints for each limit of the issue what was met and
whether it is kept. Of a large corpus jieba cuts every n-th text, and the time is that of the sample
times n. Beside the clock, which on a busy machine tells little, stand the CPU seconds of the first
process and of the others.
"""

from __future__ import annotations

import argparse
import atexit
import filecmp
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
FILE_BYTES = 16_000

_MINE = """
import sys
if sys.argv[4] == "jieba":
    sys.modules["rjieba"] = None
from pathlib import Path
from drafter.mining import mine
mine([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]))
"""
_CUT = """
import sys, logging, jieba, time
from pathlib import Path
jieba.setLogLevel(logging.WARNING)
jieba.initialize()
texts = [f.read_text(encoding="utf-8") for f in sorted(Path(sys.argv[1]).iterdir())]
start = time.process_time()
for text in texts[:: int(sys.argv[2])]:
    for _ in jieba.cut(text):
        pass
print((time.process_time() - start) * int(sys.argv[2]))
"""
#: Of a larger corpus jieba cuts a sample of about so many megabytes.
SAMPLE = 20
#: Ten times the corpus may take so many times the memory and still be flat.
FLAT = 1.5
#: So many times as fast two processes are to be as one, by the clock.
FASTER = 1.7
#: A run that was killed half-way goes on if to run it again takes no more than this of a whole run.
REST = 0.9


def grow(seeds: Path, folder: Path, megabytes: float, seed: int = 0) -> None:
    """Texts of the seeds' paragraphs, a third of the clauses of each drawn from other seeds."""
    rng = random.Random(seed)
    texts = [f.read_text(encoding="utf-8", errors="replace") for f in sorted(seeds.glob("*.txt"))]
    paragraphs = [[p for p in t.splitlines() if p.strip()] for t in texts]
    pool = [c for t in texts for c in re.findall(r"[\u4e00-\u9fff]{4,16}", t)]
    total, number = 0, 0
    while total < megabytes * 1_000_000:
        body = list(rng.choice(paragraphs))
        out, size = [], 0
        while body and size < FILE_BYTES:
            line = re.sub(
                r"[\u4e00-\u9fff]{4,16}",
                lambda m: rng.choice(pool) if rng.random() < 0.34 else m.group(),
                body.pop(0),
            )
            out.append(line)
            size += len(line.encode())
        data = "\n".join(out).encode()
        (folder / f"{number:06}.txt").write_bytes(data)
        total, number = total + len(data), number + 1


class Run(NamedTuple):
    """CPU seconds of the first process and of the others, wall seconds, peak MB of one process."""

    own: float
    others: float
    wall: float
    memory: float

    @property
    def cpu(self) -> float:
        """CPU seconds of all processes."""
        return self.own + self.others


@cache
def _compiled() -> dict[str, str]:
    """The environment with a folder for bytecode, which is made: an installed program has it.

    In a checkout that may not be written to, every run would compile the program anew.
    """
    folder = tempfile.mkdtemp(prefix="drafter-bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    env = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        (corpus / "speech.txt").write_text("同志们：\n今天，我们召开动员大会。\n", encoding="utf-8")
        with _script(_MINE) as script:
            command = [sys.executable, script, str(corpus), str(Path(name) / "pack"), "2", "jieba"]
            subprocess.run(command, check=True, capture_output=True, env=env)
    return env


@contextmanager
def _script(code: str) -> Iterator[str]:
    """A file that runs the code and prints what it took of CPU and memory."""
    wrapper = (
        "import json, resource\n"
        f"exec(compile({code!r}, 'bench', 'exec'))\n"
        "own, kids = (resource.getrusage(w) for w in "
        "(resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        "print(json.dumps([own.ru_utime + own.ru_stime, kids.ru_utime + kids.ru_stime,"
        " max(own.ru_maxrss, kids.ru_maxrss) / 1024]))\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as script:
        # Spawned workers import the main file again, so that it must do nothing by itself then.
        script.write("if __name__ == '__main__':\n" + indent(wrapper, "    "))
        script.flush()
        yield script.name


def mined(folder: Path, pack: Path, workers: int, segmenter: str) -> Run:
    """The corpus mined into the pack."""
    arguments = [str(folder), str(pack), str(workers), segmenter]
    with _script(_MINE) as script:
        start = time.perf_counter()
        command = [sys.executable, script, *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=_compiled())
    own, others, memory = json.loads(done.stdout.splitlines()[-1])
    return Run(own, others, time.perf_counter() - start, memory)


def resumed(folder: Path, pack: Path, parts: int) -> Run:
    """The corpus mined again after a run was killed that had made so many partial files.

    A partial file is of a quarter of a megabyte, so that two a megabyte are half of the way.
    """
    partial = pack.with_name(f".{pack.name}.partial")
    with _script(_MINE) as script:
        command = [sys.executable, script, str(folder), str(pack), "1", "rjieba"]
        with subprocess.Popen(command, start_new_session=True, env=_compiled()) as run:
            while run.poll() is None and len(list(partial.glob("*.jsonl"))) < parts:
                time.sleep(0.05)
            if run.poll() is None:  # else a small corpus was done before
                os.killpg(run.pid, signal.SIGKILL)
    return mined(folder, pack, 1, "rjieba")


def cut_seconds(folder: Path, megabytes: float) -> float:
    """CPU seconds jieba.cut takes for the corpus, its dictionary being loaded."""
    every = max(1, round(megabytes / SAMPLE))
    done = subprocess.run(
        [sys.executable, "-c", _CUT, str(folder), str(every)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def bench(seeds: Path, megabytes: float) -> float:
    """One size: print its ratios; the peak memory in MB."""
    with tempfile.TemporaryDirectory() as name:
        folder, here = Path(name) / "corpus", Path(name)
        folder.mkdir()
        grow(seeds, folder, megabytes)
        print(f"{megabytes:g} MB")
        runs = dict(_beside_jieba(folder, here, megabytes))
        one, two = runs["rjieba"], mined(folder, here / "two", 2, "rjieba")
        faster = one.wall / two.wall
        _say("one process : two processes, by the clock", faster, FASTER, faster >= FASTER)
        print(
            f"    {one.wall:.1f} s : {two.wall:.1f} s; CPU {two.own:.1f} s and {two.others:.1f} s"
        )
        again = resumed(folder, here / "killed", int(2 * megabytes))
        same = all(_same(here / "rjieba", here / other) for other in ("two", "killed"))
        rest = again.cpu / one.cpu
        _say("killed half-way, run again : one run", rest, REST, same and rest <= REST)
        print(f"    {again.cpu:.1f} s : {one.cpu:.1f} s CPU; the same packs: {same}")
    return max(run.memory for run in (*runs.values(), two))


def _beside_jieba(folder: Path, out: Path, megabytes: float) -> Iterator[tuple[str, Run]]:
    """The corpus mined with each segmenter, and what that takes of the time jieba.cut takes."""
    before = cut_seconds(folder, megabytes)
    for segmenter, limit in (("jieba", 0.6), ("rjieba", 0.2)):
        run = mined(folder, out / segmenter, 1, segmenter)
        # A machine drifts; what is compared stands between two measures of the same.
        after = cut_seconds(folder, megabytes)
        ratio = 2 * run.cpu / (before + after)
        _say(f"mining with {segmenter} : jieba.cut", ratio, limit, ratio <= limit)
        print(f"    {run.cpu:.1f} s : {(before + after) / 2:.1f} s CPU, {run.memory:.0f} MB")
        yield segmenter, run
        before = after


def _same(one: Path, other: Path) -> bool:
    """Whether two packs have the same bytes."""
    names = [f.name for f in one.iterdir()]
    _, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return not different and not missing


def _say(what: str, found: float, limit: float, kept: bool) -> None:
    print(f"  {what:42} {found:5.2f}  limit {limit:.2f}  {'ok' if kept else 'OVER'}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", action="append", type=float, metavar="MB", help="20 if not given")
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    options = parser.parse_args()
    if not options.seeds.is_dir():
        sys.exit(f"no seeds at {options.seeds}; give --seeds")
    peaks = {size: bench(options.seeds, size) for size in options.size or [20.0]}
    for size, peak in peaks.items():
        print(f"peak memory at {size:g} MB: {peak:.0f} MB")
    if len(peaks) > 1:
        growth = peaks[max(peaks)] / peaks[min(peaks)]
        _say("peak memory, largest : smallest", growth, FLAT, growth <= FLAT)


if __name__ == "__main__":
    main()
