"""A pack depends on what the texts say, not on files, copies, workers or the look of the marks."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from drafter.files import write_bytes
from drafter.mining import mine
from drafter.mining.partials import chunks, extract, work_key


@pytest.fixture(scope="module")
def texts(grammar: ModuleType) -> list[str]:
    speeches, _ = grammar.speeches(24, seed=11)
    return [grammar.raw(s) for s in speeches]


def _pack(folder: Path, texts: list[str], names: list[str], **options: int) -> dict[str, bytes]:
    corpus = folder / "texts"
    corpus.mkdir(parents=True)
    for name, text in zip(names, texts, strict=True):
        (corpus / name).write_text(text, encoding="utf-8")
    mine([corpus], folder / "pack", **options)  # type: ignore[arg-type]
    return {f.name: f.read_bytes() for f in (folder / "pack").iterdir()}


@pytest.fixture(scope="module")
def reference(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    names = [f"{n:03}.txt" for n in range(len(texts))]
    return _pack(tmp_path_factory.mktemp("reference"), texts, names)


def test_the_order_and_names_of_the_files_do_not_matter(
    texts: list[str], reference: dict[str, bytes], tmp_path: Path
) -> None:
    names = [f"{len(texts) - n:03}-讲话.txt" for n in range(len(texts))]
    assert _pack(tmp_path, texts, names) == reference


def test_a_hundred_copies_of_one_file_count_as_one(
    texts: list[str], reference: dict[str, bytes], tmp_path: Path
) -> None:
    names = [f"{n:03}.txt" for n in range(len(texts))] + [f"copy{n:03}.txt" for n in range(100)]
    assert _pack(tmp_path, texts + [texts[0]] * 100, names) == reference


def test_full_width_marks_instead_of_half_width_do_not_matter(
    texts: list[str], reference: dict[str, bytes], tmp_path: Path
) -> None:
    table = str.maketrans(",;!?()", "，；！？（）")
    names = [f"{n:03}.txt" for n in range(len(texts))]
    assert _pack(tmp_path, [t.translate(table) for t in texts], names) == reference


def test_traditional_characters_do_not_matter(
    texts: list[str], reference: dict[str, bytes], tmp_path: Path
) -> None:
    from opencc import OpenCC

    names = [f"{n:03}.txt" for n in range(len(texts))]
    convert = OpenCC("s2t").convert
    assert _pack(tmp_path, [convert(t) for t in texts], names) == reference


@pytest.mark.slow
def test_two_workers_give_what_one_gives(
    texts: list[str],
    reference: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drafter.mining.partials.CHUNK_BYTES", 5000)
    names = [f"{n:03}.txt" for n in range(len(texts))]
    assert _pack(tmp_path, texts, names, workers=2) == reference


def test_a_killed_run_goes_on_from_its_partial_files(
    texts: list[str],
    reference: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drafter.mining.partials.CHUNK_BYTES", 5000)
    corpus = tmp_path / "texts"
    corpus.mkdir()
    for n, text in enumerate(texts):
        (corpus / f"{n:03}.txt").write_text(text, encoding="utf-8")
    left = tmp_path / ".pack.partial"
    left.mkdir()
    pieces = list(chunks(sorted(corpus.iterdir())))
    done = extract(pieces[0], left, work_key())
    made: list[Path] = []

    def noted(path: Path, data: bytes) -> None:
        made.append(path)
        write_bytes(path, data)

    monkeypatch.setattr("drafter.mining.partials.write_bytes", noted)
    mine([corpus], tmp_path / "pack")
    assert {f.name: f.read_bytes() for f in (tmp_path / "pack").iterdir()} == reference
    assert len(made) == len(pieces) - 1 > 0
    assert done not in made
    assert not left.exists()
