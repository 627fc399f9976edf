"""One warm draft with its review, 3,000 characters: what the web page waits for.

Twice: the same brief with another seed each time (换一稿), and each time a brief of which no text
was seen before, so that nothing kept of earlier drafts helps. Printed are medians and minima in
milliseconds and, since machines differ, the ratio to ``jieba.cut`` of one text in the same run.

    .venv/bin/python bench/drafting.py
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

import jieba
from msgspec.structs import replace

from drafter.bank import Bank, load_bank
from drafter.brief import load_brief
from drafter.brief.model import Brief, Task
from drafter.drafting import draft
from drafter.resources import shipped
from drafter.review import review

#: Milliseconds for a draft with its review.
_LIMIT = 15.0
_ROUNDS = 60
_DIGITS = "甲乙丙丁戊己庚辛壬癸"

Result = TypeVar("Result")


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What a call gives, and its milliseconds."""
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1000


def _another(brief: Brief, number: int) -> Brief:
    """The brief with a word of its own in each of its texts."""
    tag = "".join(_DIGITS[int(d)] for d in f"{number:03d}")

    def told(text: str | None) -> str | None:
        return text and text[:-1] + tag + text[-1]

    def content(item: Task | str) -> Task | str:
        if isinstance(item, str):
            return item[:-1] + tag + item[-1]
        measures = tuple(told(m) or "" for m in item.measures)
        return replace(item, task=told(item.task) or "", measures=measures)

    points = tuple(
        replace(p, heading=told(p.heading), content=tuple(map(content, p.content)))
        for p in brief.points
    )
    texts = {
        name: tuple(told(text) or "" for text in getattr(brief, name))
        for name in ("basis", "achievements", "problems")
    }
    closing = replace(
        brief.closing, goal=told(brief.closing.goal), message=told(brief.closing.message)
    )
    return replace(brief, meeting=told(brief.meeting), points=points, closing=closing, **texts)


def _measure(name: str, work: Iterable[tuple[Brief, int]], bank: Bank, text: str) -> None:
    rows: dict[str, list[float]] = {"draft": [], "review": [], "jieba.cut": []}
    for brief, seed in work:
        made, drafting = _timed(partial(draft, brief, bank=bank, seed=seed))
        _, reviewing = _timed(partial(review, made, brief))
        _, cutting = _timed(partial(jieba.lcut, text))
        for row, spent in zip(rows.values(), (drafting, reviewing, cutting), strict=True):
            row.append(spent)
    both = [a + b for a, b in zip(rows["draft"], rows["review"], strict=True)]
    ratio = statistics.median(a / b for a, b in zip(both, rows["jieba.cut"], strict=True))
    print(f"{name}, {_ROUNDS} drafts")
    for part, times in {**rows, "draft + review": both}.items():
        print(f"  {part:16} median {statistics.median(times):6.2f} ms  (min {min(times):.2f})")
    verdict = "ok" if statistics.median(both) <= _LIMIT else "OVER"
    print(f"  limit of the median {_LIMIT:.2f} ms  {verdict}; {ratio:.2f} × jieba.cut")


def main() -> None:
    brief = load_brief(shipped("templates") / "mobilisation" / "example.yaml")
    bank = load_bank()
    made = draft(brief, bank=bank)
    review(made, brief)
    text = "\n".join(p.text for p in made.speech.paragraphs)
    list(jieba.cut(text))
    # As the server does: what stays is not looked through again and again (web/run.py).
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    print(f"{made.characters} characters")
    _measure("another seed", ((brief, seed) for seed in range(_ROUNDS)), bank, text)
    # Made before they are drafted: a brief is read once and drafted often.
    briefs = [_another(brief, number) for number in range(_ROUNDS)]
    _measure("another brief", ((brief, 0) for brief in briefs), bank, text)


if __name__ == "__main__":
    main()
