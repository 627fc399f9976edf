"""Labelled texts: each line of a .lab file is `tag|line`, so text and label stand side by side.

`@ KIND key=value …` opens a document. Tags: `-` noise outside it, `n` noise inside, `t` title,
`d` date, `p` speaker (they combine: `td`), `s` salutation (up to ‖ when body runs on), `o` opening,
`2:一` a heading of level 2 labelled 一 (up to ‖, else the whole line), `b` body, `c` closing,
`g` signature. ⟦…⟧ is noise inside a line. Blank lines are blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "labelled"
_INLINE = re.compile(r"⟦([^⟧]*)⟧")


@dataclass(frozen=True)
class Labelled:
    """One text with what a person found in it, in the form `drafter parse --json` prints."""

    name: str
    lines: tuple[str, ...]
    label: dict[str, Any]
    body: frozenset[int]


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[str] = []
        self.documents: list[dict[str, Any]] = []
        self.noise: list[int] = []
        self.body: set[int] = set()

    def document(self, header: str) -> None:
        kind, *pairs = header.split()
        facts = dict(p.split("=", 1) for p in pairs)
        empty: dict[str, Any] = {
            k: []
            for k in ("title_lines", "headings", "signature_lines", "noise_lines", "inline_noise")
        }
        nothing = dict.fromkeys(
            ("date", "date_line", "speaker", "salutation", "opening", "closing", "lines")
        )
        self.documents.append({**nothing, **empty, **facts, "kind": kind})

    def line(self, tag: str, text: str) -> None:
        number = len(self.lines) + 1
        bare = _INLINE.sub(r"\1", text).replace("‖", "")
        self.lines.append(bare)
        if not tag:
            return
        if tag == "-":
            self.noise.append(number)
            return
        doc = self.documents[-1]
        doc["lines"] = [doc["lines"][0] if doc["lines"] else number, number]
        for found in _INLINE.finditer(text):
            doc["inline_noise"].append({"line": number, "text": found.group(1)})
        marked = _INLINE.sub(r"\1", text)
        end = marked.index("‖") if "‖" in marked else len(marked)
        self._tagged(doc, tag, number, bare, end)

    def _tagged(self, doc: dict[str, Any], tag: str, number: int, bare: str, end: int) -> None:
        if ":" in tag:
            level, label = tag.split(":")
            doc["headings"].append(
                {
                    "line": number,
                    "level": int(level),
                    "label": label,
                    "end": end,
                    "text": bare[:end],
                }
            )
        if "n" in tag:
            doc["noise_lines"].append(number)
            return
        self.body.add(number)
        if "t" in tag:
            doc["title_lines"].append(number)
        if "d" in tag:
            doc["date_line"] = number
        if "s" in tag:
            doc["salutation"] = {"line": number, "text": bare[:end].strip().rstrip("：:，,")}
        if "g" in tag:
            doc["signature_lines"].append(number)
        for key, part in (("o", "opening"), ("c", "closing")):
            if key in tag:
                doc[part] = [doc[part][0] if doc[part] else number, number]


def read_labelled(path: Path) -> Labelled:
    """One .lab file as its text and its label."""
    reader = _Reader(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            reader.document(line[2:])
        else:
            tag, _, text = line.partition("|")
            reader.line(tag, text)
    label = {"id": path.stem, "documents": reader.documents, "noise_lines": reader.noise}
    return Labelled(path.stem, tuple(reader.lines), label, frozenset(reader.body))


def all_labelled() -> list[Labelled]:
    """Every labelled text of the folder, by name."""
    return [read_labelled(p) for p in sorted(FOLDER.glob("*.lab"))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `labelled` runs once a text."""
    if "labelled" in metafunc.fixturenames:
        texts = all_labelled()
        metafunc.parametrize("labelled", texts, ids=[t.name for t in texts])


@pytest.fixture(scope="session")
def every_labelled() -> list[Labelled]:
    """All labelled texts at once."""
    return all_labelled()
