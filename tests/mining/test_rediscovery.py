"""The miner finds the frames of a hidden grammar again, and nothing of what filled them."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from drafter.bank import load_pack
from drafter.mining import mine

_SLOT = re.compile(r"\{\{\s*\w+\s*\}\}|\{\w+\}")
_PARTS = {
    "occasion": "opening",
    "review": "opening",
    "transition": "opening",
    "heading1": "headings",
    "heading2": "headings",
    "heading3": "headings",
    "why": "points",
    "task": "points",
    "closing": "closing",
}


def _write(
    folder: Path, grammar: ModuleType, count: int, seed: int, canary: bool = False
) -> set[str]:
    folder.mkdir()
    speeches, hidden = grammar.speeches(count, seed, canary)
    for speech in speeches:
        (folder / str(speech.source)).write_text(grammar.raw(speech), encoding="utf-8")
    return hidden.canaries


def _wanted(grammar: ModuleType) -> set[tuple[str, str]]:
    # A pair of turns is a figure wherever it stands.
    return {
        ("figures" if "的同时，" in f else _PARTS[move], _SLOT.sub("_", f))
        for move, frames in grammar.FRAMES.items()
        for f in frames
    }


@pytest.mark.slow
def test_hidden_frames_are_found_again_and_nothing_leaks(
    tmp_path: Path, grammar: ModuleType
) -> None:
    canaries = _write(tmp_path / "texts", grammar, 200, seed=7)
    mine([tmp_path / "texts"], tmp_path / "pack", workers=2)
    pack = load_pack(tmp_path / "pack")
    got = {
        (p.part, _SLOT.sub("_", p.frame))
        for p in pack.patterns
        if p.part != "arcs" and p.move != "enumeration"
    }
    wanted = _wanted(grammar)
    assert len(got & wanted) / len(wanted) >= 0.9, sorted(wanted - got)
    assert len(got & wanted) / len(got) >= 0.9, sorted(got - wanted)
    shipped = "".join(f.read_text(encoding="utf-8") for f in (tmp_path / "pack").iterdir())
    assert [c for c in sorted(canaries) if c in shipped] == []


@pytest.mark.slow
def test_canaries_planted_in_every_speech_do_not_come_out(
    tmp_path: Path, grammar: ModuleType
) -> None:
    canaries = _write(tmp_path / "texts", grammar, 50, seed=3, canary=True)
    summary = mine([tmp_path / "texts"], tmp_path / "pack", min_support=1)
    shipped = "".join(f.read_text(encoding="utf-8") for f in (tmp_path / "pack").iterdir())
    assert len(summary.patterns) > 30
    assert [c for c in sorted(canaries) if c in shipped] == []


def _found_again(folder: Path, grammar: ModuleType, seed: int) -> tuple[set[str], list[str]]:
    """What comes out of 200 speeches of a hidden grammar: its frames, and fillings that leak."""
    texts, canaries = grammar.speeches(200, seed)
    (folder / "texts").mkdir()
    for number, text in enumerate(texts):
        (folder / "texts" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    mine([folder / "texts"], folder / "pack", workers=2)
    patterns = load_pack(folder / "pack").patterns
    shipped = "".join(f.read_text(encoding="utf-8") for f in (folder / "pack").iterdir())
    got = {_SLOT.sub("_", p.frame) for p in patterns if p.part != "arcs"}
    return got, [c for c in sorted(canaries) if c in shipped]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 5])
@pytest.mark.parametrize("name", ["second_grammar", "third_grammar", "fourth_grammar"])
def test_frames_of_other_grammars_are_found_again_and_nothing_leaks(
    tmp_path: Path, request: pytest.FixtureRequest, name: str, seed: int
) -> None:
    grammar: ModuleType = request.getfixturevalue(name)
    wanted = {_SLOT.sub("_", frame).replace("三点", "_点") for _, frame in grammar.FRAMES}
    got, leaks = _found_again(tmp_path, grammar, seed)
    assert len(got & wanted) / len(wanted) >= 0.9, sorted(wanted - got)
    assert len(got & wanted) / len(got) >= 0.9, sorted(got - wanted)
    assert leaks == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_each_way_to_say_a_formula_is_found(
    tmp_path: Path, fifth_grammar: ModuleType, seed: int
) -> None:
    wanted = {_SLOT.sub("_", w) for _, f in fifth_grammar.FRAMES for w in fifth_grammar.ways(f)}
    got, leaks = _found_again(tmp_path, fifth_grammar, seed)
    assert len(got & wanted) / len(wanted) >= 0.9, sorted(wanted - got)
    assert len(got & wanted) / len(got) >= 0.9, sorted(got - wanted)
    assert leaks == []
