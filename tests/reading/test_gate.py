"""The evaluation gate: what reading reaches on the labelled texts never falls silently.

`floors.json` keeps the digest of the texts and the F1 of each measure. After a higher score, or
with other texts, `python tests/reading/test_gate.py` prints the file to be; only a hand lowers it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json
from drafter.text.folding import squeeze

FLOORS = Path(__file__).with_name("floors.json")
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
Fact = tuple[Any, ...]


def facts(found: dict[str, Any], lines: list[str]) -> dict[str, set[Fact]]:
    """What a parse or a label says, measure by measure."""
    out: dict[str, set[Fact]] = {"noise": {(n,) for n in found["noise_lines"]}}
    for doc in found["documents"]:
        for measure, said in _document(doc, lines):
            out.setdefault(measure, set()).add(said)
    return out


def _document(doc: dict[str, Any], lines: list[str]) -> Iterator[tuple[str, Fact]]:
    first, last = doc["lines"]
    yield "documents", (first, last)
    yield "kind", (first, last, doc["kind"])
    if doc["date"]:
        yield "date", (first, doc["date"])
    if doc["speaker"]:
        yield "speaker", (first, _hashed(doc["speaker"]))
    if doc["salutation"]:
        yield "salutation", (doc["salutation"]["line"], squeeze(doc["salutation"]["text"]))
    keys = {"title": "title_lines", "noise": "noise_lines", "signature": "signature_lines"}
    for measure, key in keys.items():
        yield from ((measure, (n,)) for n in doc[key])
    for measure in ("opening", "closing"):
        if doc[measure]:
            yield measure, tuple(doc[measure])
    for noise in doc["inline_noise"]:
        yield "inline_noise", (noise["line"], squeeze(noise["text"]))
    for h in doc["headings"]:
        said = squeeze(lines[h["line"] - 1][: h["end"]]).rstrip("。:：;；,，.!！?？")
        yield "headings", (h["line"], h["label"])
        yield "levels", (h["line"], h["label"], h["level"])
        yield "heading_text", (h["line"], said)


def _hashed(name: str) -> str:
    plain = squeeze(name)
    return (
        plain
        if len(plain) == 12 and plain.isascii()
        else hashlib.sha256(plain.encode()).hexdigest()[:12]
    )


def scores(texts: Iterable[tuple[list[str], dict[str, Any]]]) -> dict[str, float]:
    """F1 of every measure over all texts."""
    hit, wrong = Counter[str](), Counter[str]()
    for lines, label in texts:
        parsed = facts(reading_json(parse_text(SourceText("text", tuple(lines)))), lines)
        wanted = facts(label, lines)
        for measure in parsed.keys() | wanted.keys():
            got, want = parsed.get(measure, set()), wanted.get(measure, set())
            hit[measure] += len(got & want)
            wrong[measure] += len(got ^ want)
    return {
        m: round(2 * hit[m] / (2 * hit[m] + wrong[m]), 4) for m in sorted(hit.keys() | wrong.keys())
    }


def digest(texts: Iterable[tuple[list[str], dict[str, Any]]]) -> str:
    """One digest over texts and labels."""
    said = json.dumps(
        [[lines, label] for lines, label in texts], ensure_ascii=False, sort_keys=True
    )
    return hashlib.sha256(said.encode()).hexdigest()


def seeds() -> list[tuple[list[str], dict[str, Any]]]:
    """The shared seeds with their labels."""
    return [
        (
            (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8").split("\n"),
            json.loads(path.read_text(encoding="utf-8")),
        )
        for path in sorted((SEEDS / "labels").glob("*.json"))
    ]


def floors(name: str) -> dict[str, Any]:
    """The digest and the F1 of each measure that the texts of this name must reach."""
    held: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))[name]
    return held


def reached(name: str, texts: list[tuple[list[str], dict[str, Any]]]) -> dict[str, Any]:
    """What these texts reach of the floors of this name, in the same form."""
    found = scores(texts)
    return {"digest": digest(texts), "f1": {m: found.get(m, 0.0) for m in floors(name)["f1"]}}


def test_own_texts(every_labelled):
    own = [(list(t.lines), t.label) for t in every_labelled]
    assert reached("own", own) == floors("own"), "new texts? run this file to see new floors"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not beside this checkout")
def test_seeds():
    assert reached("seeds", seeds()) == floors("seeds"), "run this file to see new floors"


def _floors() -> dict[str, Any]:
    sys.path.insert(0, str(Path(__file__).parent))
    from conftest import all_labelled

    own = [(list(t.lines), t.label) for t in all_labelled()]
    sets = {"own": own} | ({"seeds": seeds()} if SEEDS.is_dir() else {})
    return {name: {"digest": digest(texts), "f1": scores(texts)} for name, texts in sets.items()}


if __name__ == "__main__":
    print(json.dumps(_floors(), indent=1))
