"""A small bank and a small corpus, written for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import Bank, Pattern, Support, load_pack, pattern_id, save_decisions, save_pack

SPEECH = """在全{level}{topic}动员会上的讲话
同志们：
今天，我们召开全{level}{topic}动员会，主要任务是部署下一步工作。下面，我就{topic}讲三点意见。
一、提高认识，切实增强做好{topic}的责任感
{topic}事关长远。
二、突出重点，全力推进{topic}
{tasks}
三、加强领导，确保{topic}取得实效
要密切配合，形成合力。
同志们，让我们迅速行动起来，夺取{topic}的全面胜利！
"""


def _mined(part: str, move: str, frame: str, speeches: int, **more: str) -> Pattern:
    slots = tuple(more.items())
    return Pattern(
        pattern_id(part, move, frame), part, move, frame, slots, support=Support(speeches, 2)
    )


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Four mined patterns (two accepted, one of them edited; one waiting; one rejected), two
    mined arcs and two authored patterns."""
    mined, own = tmp_path / "mined", tmp_path / "own"
    patterns = [
        _mined("opening", "purpose", "主要任务是{{ purpose }}。", 12, purpose="purpose"),
        _mined("points", "task", "大力推进{{ np }}。", 3, np="np"),
        _mined("points", "task", "扎实做好{{ np }}各项工作。", 2, np="np"),
        _mined("points", "why", "{{ np }}的重要作用。", 40, np="np"),
        _mined("arcs", "arc", "认识→任务→保障", 5),
        _mined("arcs", "arc", "成绩→任务", 2),
    ]
    save_pack(mined, {"id": "mined", "name": "试挖", "origin": "mined"}, patterns)
    decisions: dict[str, dict[str, object]] = {p.id: {"status": "accepted"} for p in patterns}
    del decisions[patterns[2].id]
    decisions[patterns[1].id] = {"status": "accepted", "frame": "大力推进{{ np }}工作。"}
    decisions[patterns[3].id] = {"status": "rejected"}
    save_decisions(mined, decisions)
    authored = [
        Pattern(
            "",
            "points",
            "why",
            "{{ topic }}<事关|关系>全局。",
            (("topic", "topic"),),
            "authored",
            genres=("mobilisation", "host"),
        ),
        Pattern("", "points", "why", "这件事不能等。", (), "authored"),
    ]
    save_pack(own, {"id": "own", "name": "自写", "origin": "authored"}, authored)
    return Bank([load_pack(mined), load_pack(own)])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three speeches, the longest about 河道清淤, and a copy of one of them."""
    folder = tmp_path / "讲话"
    folder.mkdir()
    for name, level, topic, times in (
        ("甲", "县", "河道清淤", 9),
        ("乙", "市", "校车安全", 4),
        ("丙", "镇", "秸秆禁烧", 1),
        ("丙的副本", "镇", "秸秆禁烧", 1),
    ):
        tasks = "要逐项排查，逐一整改，件件有着落。" * times
        text = SPEECH.format(level=level, topic=topic, tasks=tasks)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
