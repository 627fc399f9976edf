"""The review of a 3,000-character draft: without a corpus, and against an archive of 20 MB.

Peers of the same run: ``jieba.cut`` of the draft's text (what a review by word segmentation would
begin with), and for copies the plain way, every 13-character run of the draft looked up in the
archive's text.

    .venv/bin/python bench/review.py
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting import draft
from drafter.resources import shipped
from drafter.review import review
from drafter.review.corpus import open_index
from drafter.review.skeleton import bare

_MEGABYTES = 20
_FILES = 100
_LIMIT_REVIEW = 6.0
_LIMIT_COPIES = 50.0


def _median(work: Callable[[], object], rounds: int) -> float:
    """Median milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _archive(folder: Path) -> str:
    """Files of sentences made of the bank's words in random order; their whole text."""
    pick = random.Random(20)
    words = [
        w for p in load_bank() for part in p.parsed.parts if isinstance(part, str) for w in part
    ]
    size = _MEGABYTES * 1_000_000 // 3 // _FILES
    whole = []
    for number in range(_FILES):
        text = "".join(pick.choices(words, k=size))
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
        whole.append(text)
    return "\n".join(whole)


def main() -> None:
    import jieba

    brief = load_brief(shipped("templates") / "mobilisation" / "example.yaml")
    made = draft(brief)
    text = "\n".join(p.text for p in made.speech.paragraphs)
    list(jieba.cut(text))
    review(made, brief)
    ours = _median(lambda: review(made, brief), 101)
    theirs = _median(lambda: list(jieba.cut(text)), 21)
    print(f"review of {made.characters} characters: {ours:.2f} ms (limit {_LIMIT_REVIEW})")
    print(f"  / jieba.cut of the text: {ours / theirs:.2f}")
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "archive", Path(place) / "cache"
        folder.mkdir()
        whole = _archive(folder)
        start = time.perf_counter()
        open_index([folder], cache=cache)
        built = time.perf_counter() - start
        opened = _median(lambda: open_index([folder], cache=cache), 5)
        index = open_index([folder], cache=cache)
        review(made, brief, corpus=index)
        full = _median(lambda: review(made, brief, corpus=index), 21)
        words = bare(text)
        plain = _median(lambda: [words[i : i + 13] in whole for i in range(len(words) - 12)], 1)
    copies = full - ours
    print(f"archive of {_MEGABYTES} MB: index built in {built:.1f} s, opened in {opened:.0f} ms")
    print(f"copy check from the index: {copies:.2f} ms (limit {_LIMIT_COPIES})")
    print(f"  / plain search of every run: {copies / plain:.5f}")


if __name__ == "__main__":
    main()
