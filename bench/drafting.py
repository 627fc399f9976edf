"""One warm draft with its review, 3,000 characters: what the web page waits for.

Printed are medians in milliseconds and, since machines differ, the ratio to ``jieba.cut`` of the
same text in the same run.

    .venv/bin/python bench/drafting.py
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

import jieba

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting import draft
from drafter.resources import shipped
from drafter.review import review

#: Milliseconds for a draft with its review.
_LIMIT = 15.0
_ROUNDS = 60


def _once(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


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
    rows: dict[str, list[float]] = {"draft": [], "review": [], "jieba.cut": []}
    for seed in range(_ROUNDS):
        # A new seed each time: nothing of the draft before can be used again.
        rows["draft"].append(_once(lambda seed=seed: draft(brief, bank=bank, seed=seed)))
        made = draft(brief, bank=bank, seed=seed)
        rows["review"].append(_once(lambda made=made: review(made, brief)))
        rows["jieba.cut"].append(_once(lambda: list(jieba.cut(text))))
    both = [a + b for a, b in zip(rows["draft"], rows["review"], strict=True)]
    ratio = statistics.median(a / b for a, b in zip(both, rows["jieba.cut"], strict=True))
    print(f"{made.characters} characters, {_ROUNDS} seeds")
    for name, times in rows.items():
        print(f"{name:16} median {statistics.median(times):6.2f} ms  (min {min(times):.2f})")
    median = statistics.median(both)
    verdict = "ok" if median <= _LIMIT else "OVER"
    print(f"{'draft + review':16} median {median:6.2f} ms  limit {_LIMIT:.2f}  {verdict}")
    print(f"draft + review / jieba.cut: {ratio:.2f}")


if __name__ == "__main__":
    main()
