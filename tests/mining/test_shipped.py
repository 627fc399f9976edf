"""The shipped packs: rebuilt byte for byte from the shared texts, and clean."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from drafter.bank import load_pack
from drafter.mining import mine
from drafter.mining.audit import OWN_RUN, audit_frame, literal_runs
from drafter.mining.masks import Masker
from drafter.reading import Reading, read_all
from drafter.resources import read_data, shipped
from drafter.text.folding import squeeze

_SHARED = Path(__file__).parents[2].parent / "shared"
_MINED = {"seeds": _SHARED / "seeds", "reports": _SHARED / "corpus" / "reports"}
_PACKS = sorted(n for n in _MINED if (shipped("patterns") / n).is_dir())


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", _PACKS)
def test_mining_again_gives_the_shipped_pack_byte_for_byte(name: str, tmp_path: Path) -> None:
    if not _MINED[name].is_dir():
        pytest.skip("the shared texts are not beside this checkout")
    mine([_MINED[name]], tmp_path / "again")
    ours = shipped("patterns") / name
    compared = filecmp.dircmp(ours, tmp_path / "again")
    assert (compared.left_only, compared.right_only) == ([], [])
    for file in compared.common_files:
        assert (tmp_path / "again" / file).read_bytes() == (ours / file).read_bytes(), file


@pytest.mark.parametrize("name", _PACKS)
def test_every_pattern_that_may_be_used_passes_the_audit(name: str) -> None:
    pack = load_pack(shipped("patterns") / name)
    found = {
        p.frame: reasons
        for p in pack.patterns
        if p.status != "rejected" and p.part != "arcs"
        if (reasons := audit_frame(p.frame, reviewed=p.status == "accepted"))
    }
    assert pack.patterns
    assert found == {}


@pytest.mark.parametrize("name", _PACKS)
def test_every_accepted_frame_is_there_once_and_its_slots_are_of_known_types(name: str) -> None:
    accepted = [p for p in load_pack(shipped("patterns") / name).patterns if p.status == "accepted"]
    frames = [p.frame for p in accepted if p.part != "arcs"]
    assert sorted(set(frames)) == sorted(frames)
    types = {kind for p in accepted for kind in p.slot_types.values()}
    assert types <= set(read_data("slots.yaml"))


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", _PACKS)
def test_no_frame_has_a_name_or_a_long_wording_of_one_source(name: str) -> None:
    if not _MINED[name].is_dir():
        pytest.skip("the shared texts are not beside this checkout")
    speeches = [
        (reading.source, speech)
        for reading in read_all([_MINED[name]])
        if isinstance(reading, Reading)
        for speech in reading.speeches
        if speech.kind == "speech"
    ]
    texts = [(s, "".join(squeeze(p.text) for p in speech.paragraphs)) for s, speech in speeches]
    names = {n for _, speech in speeches for n in Masker(speech).names}
    found = []
    for pattern in load_pack(shipped("patterns") / name).patterns:
        if pattern.status != "accepted" or pattern.part == "arcs":
            continue
        found += [(pattern.frame, n) for n in names if n in pattern.frame]
        for run in literal_runs(pattern.frame):
            bare = run.strip("，。！？；：、")
            if len(bare) >= OWN_RUN and len({s for s, text in texts if bare in text}) == 1:
                found.append((pattern.frame, bare))
    assert found == []


def test_three_hundred_mined_patterns_are_accepted_and_more_than_one_sees_to_each_part() -> None:
    accepted = [
        p
        for name in _PACKS
        for p in load_pack(shipped("patterns") / name).patterns
        if p.status == "accepted" and p.origin == "mined"
    ]
    assert len({p.frame for p in accepted}) >= 300
    assert {p.part for p in accepted} == set(read_data("moves.yaml"))
    assert {p.move for p in accepted if p.part == "figures"} == {
        "concession",
        "enumeration",
        "fourfold",
        "parallel",
    }
