"""Packs of one's own, whose slots bear names of their own."""

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
