"""Packs of one's own: they come first, and their slots may bear names of their own."""

from __future__ import annotations

from pathlib import Path

from drafter.bank import Bank, load_bank, load_pack
from drafter.brief import make_brief
from drafter.drafting import draft

BRIEF = {
    "文种": "部署讲话",
    "会议": "全县防汛工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "防汛", "领域": "防汛抗旱"},
}
HEADINGS = """
- {move: heading, frame: '做好{{ topic }}，就是推进{{ topic2 }}', slots: {topic2: topic}}
- {move: heading, frame: '绷紧{{ work }}这根弦', slots: {work: topic}}
"""
POINTS = """
- move: why
  focus: 认识
  frame: 治水之要，贵在人人都把河当作自家的井。
- move: measure
  frame: "{{ units }}的河长手册要天天翻、段段记。"
"""


def test_slots_of_any_name_are_filled_and_one_topic_is_not_named_twice(tmp_path: Path):
    (tmp_path / "pack.yaml").write_text("{id: own, origin: authored}", encoding="utf-8")
    (tmp_path / "headings.yaml").write_text(HEADINGS, encoding="utf-8")
    bank = load_bank([tmp_path])
    texts = {
        paragraph.text
        for seed in range(12)
        for paragraph in draft(make_brief(BRIEF), bank=bank, seed=seed).speech.paragraphs
    }
    assert any("绷紧防汛这根弦" in text for text in texts)
    assert not any("就是推进" in text for text in texts)


MEASURES = """
- {move: measure, frame: '办法是{{ measures }}，{{ owner }}来办。'}
"""


def test_what_no_frame_says_stands_in_its_place(tmp_path: Path):
    """What is to be done comes before how and by whom, also where it has to be said plainly."""
    (tmp_path / "pack.yaml").write_text("{id: own, origin: authored}", encoding="utf-8")
    (tmp_path / "points.yaml").write_text(MEASURES, encoding="utf-8")
    bank = Bank([load_pack(tmp_path)])
    task = {"任务": "平整晒谷坪", "措施": ["划线编号"], "责任": "村委会"}
    brief = BRIEF | {"要点": [{"着眼": "任务", "内容": ["先说一句", task]}]}
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert "要平整晒谷坪。办法是划线编号，村委会来办。" in text


def test_the_users_own_patterns_come_first(rich, tmp_path: Path) -> None:
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: house\nname: 本单位\norigin: mined\n", "utf-8")
    (pack / "points.yaml").write_text(POINTS, "utf-8")
    mine = load_bank([pack])
    for seed in range(3):
        text = "".join(
            p.text for p in draft(make_brief(rich), bank=mine, seed=seed).speech.paragraphs
        )
        assert "治水之要，贵在人人都把河当作自家的井。" in text
        assert "各乡镇、各部门的河长手册要天天翻、段段记。" in text
