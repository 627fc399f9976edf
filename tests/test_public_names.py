"""The names others build on, pinned; and the whole way once through them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import drafter
from drafter.drafting.plain import plain_text


def test_the_public_names_are_these():
    assert drafter.__all__ == [
        "__version__",
        "draft",
        "load_bank",
        "load_brief",
        "mine",
        "read",
        "read_word",
        "review",
        "write_word",
    ]
    assert all(callable(getattr(drafter, name)) for name in drafter.__all__[1:])


def test_importing_the_package_opens_no_room(root: Path):
    code = "import sys, drafter; print([m for m in sys.modules if m.count('.') and 'drafter' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout == "['drafter.review', 'drafter.version']\n"


def test_the_review_stays_a_function_when_its_room_is_opened():
    from drafter.review import checked

    assert checked.Checked
    assert not isinstance(drafter.review, type(checked))


def test_corpus_to_word_and_back(root: Path, tmp_path: Path):
    brief = drafter.load_brief(root / "templates" / "mobilisation" / "example.yaml")
    made = drafter.draft(brief, seed=4)
    assert not [f for f in drafter.review(made, brief) if f.level == "error"]
    word = tmp_path / "speech.docx"
    word.write_bytes(drafter.write_word(made))
    back = drafter.read_word(word)
    assert [p.text for p in back.speech.paragraphs] == [p.text for p in made.speech.paragraphs]
    text = tmp_path / "texts" / "speech.txt"
    text.parent.mkdir()
    text.write_text(plain_text(made.speech), encoding="utf-8")
    (speech,) = drafter.read(text).speeches
    assert speech.outline() == made.speech.outline()
    summary = drafter.mine([text.parent], tmp_path / "pack")
    assert summary.speeches == 1
    bank = drafter.load_bank([tmp_path / "pack"])
    assert bank.packs[0].id == "texts"
