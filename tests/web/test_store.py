"""The history: what is saved is there, whoever dies."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.web.store import Snapshot, Store


def save(store: Store, draft: int | None = None, *, automatic: bool = False, title: str = "甲"):
    return store.save(snapshot(title), draft=draft, automatic=automatic)


def snapshot(title: str) -> Snapshot:
    return Snapshot(
        title=title,
        genre="mobilisation",
        characters=10,
        seed=0,
        patterns="sha256:0",
        state={"会议": title},
        text="全文",
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "deep" / "history.db")


def test_versions_of_a_draft(store: Store):
    draft, first = save(store)
    same, second = save(store, draft, title="乙")
    assert same == draft
    assert [v.id for v in store.versions(draft)] == [second, first]
    assert [v.title for v in store.newest()] == ["乙"]
    whole = store.get(first)
    assert whole is not None
    assert (whole.state, whole.text) == ({"会议": "甲"}, "全文")


def test_automatic_versions_are_thinned_out_but_not_those_saved_by_hand(store: Store):
    draft, by_hand = save(store)
    for _ in range(30):
        save(store, draft, automatic=True)
    versions = store.versions(draft)
    assert len(versions) == 21
    assert versions[-1].id == by_hand


def test_a_deleted_draft_is_gone_and_its_number_is_not_used_again(store: Store):
    draft, version = save(store)
    store.delete(draft)
    assert store.get(version) is None
    assert store.newest() == []
    other, _ = save(store, draft)
    assert other > draft


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from drafter.web.store import Snapshot, Store
store = Store(Path({path!r}))
number = 0
while True:
    number += 1
    made = Snapshot(title='x', genre='g', characters=1, seed=0, patterns='p',
                    state={{'number': number}}, text=str(number) * 5000)
    _, version = store.save(made, draft=1)
    print(version, number, flush=True)
"""


@pytest.mark.slow
def test_every_acknowledged_save_survives_a_kill(tmp_path: Path, root: Path):
    """Fifty times killed while it saves on and on; each save it told of is there and whole."""
    path = tmp_path / "history.db"
    store = Store(path)
    save(store)
    told: dict[int, int] = {}
    for kill in range(50):
        told |= told_before_a_kill(root, path, least=1 + kill % 4)
    assert len(told) >= 50
    for version, number in told.items():
        kept = store.get(version)
        assert kept is not None, f"version {version} was acknowledged and is gone"
        assert (kept.state, kept.text) == ({"number": number}, str(number) * 5000)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def told_before_a_kill(root: Path, path: Path, *, least: int) -> dict[int, int]:
    """The versions a writer told of, ``least`` and more, each with the number it saved there."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER.format(root=str(root), path=str(path))],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(least)]
    writer.kill()
    lines += writer.stdout.read().splitlines()
    writer.wait()
    return {int(v): int(n) for v, n in (x.split() for x in lines if len(x.split()) == 2)}
