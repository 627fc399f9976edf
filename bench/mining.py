"""Mining against jieba.cut of the same text, as ratios: python bench/mining.py [MB …].

One run grows a corpus from the seeds (clauses shuffled between texts, so that no two texts are
copies), cuts all of it with jieba, mines it with jieba and with rjieba, with one process and with
two, and prints CPU ratios, the speed-up and the peak memory of each size.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
import sys, logging, jieba
from pathlib import Path
jieba.setLogLevel(logging.WARNING)
jieba.initialize()
for file in sorted(Path(sys.argv[1]).iterdir()):
    for _ in jieba.cut(file.read_text(encoding="utf-8")):
        pass
"""


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


def measured(code: str, *arguments: str) -> tuple[float, float, float]:
    """CPU seconds with children, wall seconds, and peak memory in MB of one Python process."""
    wrapper = (
        "import json, resource, runpy, sys, time\n"
        f"exec(compile({code!r}, 'bench', 'exec'))\n"
        "own, kids = (resource.getrusage(w) for w in "
        "(resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        "print(json.dumps([own.ru_utime + own.ru_stime + kids.ru_utime + kids.ru_stime,"
        " max(own.ru_maxrss, kids.ru_maxrss) / 1024]))\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as script:
        # Spawned workers import the main file again, so that it must do nothing by itself then.
        script.write("if __name__ == '__main__':\n" + _indented(wrapper))
        script.flush()
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, script.name, *arguments], check=True, capture_output=True, text=True
        )
    cpu, memory = json.loads(done.stdout.splitlines()[-1])
    return cpu, time.perf_counter() - start, memory


def _indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


def bench(seeds: Path, megabytes: float) -> None:
    """One size: print its ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        folder.mkdir()
        grow(seeds, folder, megabytes)
        cut, _, _ = measured(_CUT, str(folder))
        print(f"{megabytes:g} MB: jieba.cut {cut:.1f} s CPU")
        for segmenter, bound in (("jieba", 0.6), ("rjieba", 0.2)):
            cpu, one, memory = measured(_MINE, str(folder), f"{name}/{segmenter}", "1", segmenter)
            ratio = f"{cpu / cut:.2f} x jieba.cut (<= {bound})"
            print(f"  mine with {segmenter}: {ratio}, {memory:.0f} MB")
        _, two, _ = measured(_MINE, str(folder), f"{name}/two", "2", "rjieba")
        print(f"  two processes: {one / two:.2f} x one (>= 1.7)")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", nargs="*", type=float, default=[20, 200])
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    options = parser.parse_args()
    if not options.seeds.is_dir():
        sys.exit(f"no seeds at {options.seeds}; give --seeds")
    for megabytes in options.megabytes:
        bench(options.seeds, megabytes)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak of all runs: {peak:.0f} MB")


if __name__ == "__main__":
    main()
