"""The shipped packs: rebuilt byte for byte from the shared texts, and clean."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from drafter.bank import load_pack
from drafter.mining import mine
from drafter.mining.audit import audit_frame
from drafter.resources import shipped

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
