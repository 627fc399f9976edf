"""Where a text ends: what pages put below it is noise, what belongs to it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json

TAILS = yaml.safe_load(Path(__file__).with_name("tails.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(kind, TAILS[kind][name], gap, id=f"{kind}-{name}-{'gaps' if gap else 'dense'}")
    for kind in ("official", "school")
    for name in TAILS[kind]
    for gap in (False, True)
]


def _part(found, line):
    """The tag of a line: what the reading made of it."""
    if line in found["noise_lines"]:
        return "-"
    doc = found["documents"][0]
    if line in doc["signature_lines"]:
        return "g"
    if not doc["lines"][0] <= line <= doc["lines"][1]:
        return "next text"
    closes = doc["closing"]
    return "c" if closes and closes[0] <= line <= closes[1] else "b"


@pytest.mark.parametrize(("kind", "tail", "gap"), CASES)
def test_what_stands_below_a_text(kind, tail, gap):
    lines = TAILS[f"{kind}_text"].splitlines()
    wanted = {}
    followed = False
    for tag, text in (row.split("|", 1) for row in tail.splitlines()):
        lines += [""] if gap else []
        if tag == "@":
            lines += TAILS["next_text"].splitlines()
            followed = True
        else:
            lines.append(text)
            wanted[len(lines)] = tag
    found = reading_json(parse_text(SourceText("page", tuple(lines))))
    assert {line: _part(found, line) for line in wanted} == wanted
    assert len(found["documents"]) == 1 + followed
