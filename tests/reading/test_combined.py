"""Heads and feet in every combination: a text says the same whatever page is round it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json

PARTS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("combined.yaml").read_text(encoding="utf-8")
)
SITE = "安平县门户网站"
NOBODY: dict[str, Any] = {"lines": []}


@dataclass
class Page:
    """A page as it is put together, with the tag of each of its lines."""

    lines: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    spaced: bool = False

    def add(self, tagged: list[str]) -> None:
        """Put `tag|line` rows below what the page holds, with a blank line between where spaced."""
        for row in tagged:
            tag, line = row.split("|", 1)
            if self.spaced and self.lines:
                self.lines.append("")
                self.tags.append("")
            self.lines.append(line)
            self.tags.append(tag)

    def own(self, lines: list[str]) -> None:
        """Lines of the page itself, outside its text."""
        self.add([f"-|{line}" for line in lines])

    def at(self, tag: str) -> list[int]:
        """The 1-based lines that have a tag."""
        return [n for n, tags in enumerate(self.tags, 1) if tag in tags]


def turn(name: str, n: int) -> Any:
    """The ``n``-th of a list, from its first again after its last."""
    found = PARTS[name]
    return found[n % len(found)]


def body_of(n: int) -> list[str]:
    """One of the bodies with one of the addresses."""
    bodies = list(PARTS["bodies"].values())
    address = turn("addresses", n)
    rows = bodies[n % len(bodies)].splitlines()
    return [f"s|{address}" if row.startswith("s|") else row for row in rows]


def signed_for(title: dict[str, Any], facts: dict[str, Any], n: int) -> dict[str, Any]:
    """A signature that says nothing else than the head does."""
    signed: dict[str, Any] = turn("signed", n)
    said = (facts.get("speaker") or title.get("speaker"), facts.get("date") or title.get("date"))
    again = (signed.get("speaker"), signed.get("date"))
    twice = any(a and b for a, b in zip(said, again, strict=True))
    return NOBODY if twice else signed


def page_with(title: dict[str, Any], facts: dict[str, Any], n: int) -> tuple[Page, Any]:
    """A page that holds a text with this title and these facts, and how the text is signed."""
    page = Page(spaced=n % 3 == 0)
    heading = "".join(line.split("|")[1] for line in title["lines"])
    stamps = turn("stamps", n // 2)
    page.own([SITE] if n % 2 else [])
    page.own(turn("above", n))
    page.own(turn("columns", n // 3))
    copied = n % 5 == 0
    page.own([f"{heading}_{SITE}"] if n % 5 == 1 else [heading, *stamps] if copied else [])
    inside = [f"n|{line}" for line in stamps] if not copied and n % 4 else []
    page.add(title["lines"])
    page.add([*inside, *facts["lines"]] if n % 4 == 1 else [*facts["lines"], *inside])
    page.add(body_of(n))
    signed = signed_for(title, facts, n // 5)
    page.add(signed["lines"])
    page.own(turn("below", n))
    return page, signed


def faults(page: Page, title: dict[str, Any], facts: dict[str, Any], signed: dict[str, Any]) -> Any:
    """What the reading of a page says otherwise than its tags."""
    found = reading_json(parse_text(SourceText("page", tuple(page.lines))))
    if len(found["documents"]) != 1:
        return {"documents": [d["lines"] for d in found["documents"]]}
    doc = found["documents"][0]
    inside = [n for n, tag in enumerate(page.tags, 1) if tag and tag != "-"]
    address = page.at("s")
    wanted = {
        "kind": "speech",
        "lines": [inside[0], inside[-1]],
        "title_lines": page.at("t"),
        "date": facts.get("date") or title.get("date") or signed.get("date"),
        "speaker": facts.get("speaker") or title.get("speaker") or signed.get("speaker"),
        "signature_lines": page.at("g"),
        "noise_lines": page.at("n"),
        "closing": [page.at("c")[0], page.at("c")[-1]],
    }
    got = {key: doc[key] for key in wanted}
    wanted |= {"address": address[0] if address else None, "headings": page.at("H")}
    got |= {
        "address": doc["salutation"]["line"] if doc["salutation"] else None,
        "headings": [h["line"] for h in doc["headings"]],
    }
    wanted["outside"], got["outside"] = page.at("-"), found["noise_lines"]
    return {k: (got[k], wanted[k]) for k in wanted if got[k] != wanted[k]}


@pytest.mark.parametrize(
    ("number", "title"),
    list(enumerate(PARTS["titles"])),
    ids=[title["lines"][-1].split("|")[1] for title in PARTS["titles"]],
)
def test_a_title_among_facts(number, title):
    """Every second of the facts; the next title has the others."""
    wrong = []
    for n, facts in enumerate(PARTS["facts"][number % 2 :: 2], start=5 * number):
        dated_twice = title.get("date") and any(r.startswith("d|") for r in facts["lines"])
        page, signed = page_with(title, NOBODY if dated_twice else facts, n)
        if said := faults(page, title, NOBODY if dated_twice else facts, signed):
            wrong.append((said, page.lines))
    assert wrong == []
