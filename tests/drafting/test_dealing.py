"""The content of a brief's only point goes to the points of the speech it is about."""

from __future__ import annotations

from drafter.drafting import draft

from .conftest import make_brief

BRIEF = {
    "文种": "警示教育讲话",
    "会议": "下河街道警示教育会",
    "单位": {"名称": "下河街道", "层级": "街道"},
    "主题": {"名称": "公车私用警示教育"},
    "问题": ["个别同志拿公车办私事，觉得顺路不算事"],
    "要点": [
        {
            "内容": [
                "前年一名副主任开公车回老家，路上出了事故，被撤了职",
                {"任务": "管住车钥匙", "措施": ["下班后钥匙统一入柜"], "责任": "党政办"},
            ]
        }
    ],
    "篇幅": 1200,
}


def parts(brief, seed=0):
    """The text of each numbered point, in order."""
    out = []
    for p in draft(make_brief(brief), seed=seed).speech.paragraphs:
        if p.role == "heading" and p.level == 1:
            out.append("")
        elif out and p.role in ("heading", "body"):
            out[-1] += p.text
    return out


def test_a_case_is_told_before_what_is_asked_for_because_of_it():
    for seed in range(3):
        lessons, causes, demands = parts(BRIEF, seed)
        assert "前年一名副主任" in lessons
        assert "拿公车办私事" in causes
        assert "下班后钥匙统一入柜" in demands


def test_a_speech_without_a_length_on_one_task_is_about_that_task():
    short = {k: v for k, v in BRIEF.items() if k != "篇幅"}
    assert parts(short) == []


def test_what_is_stated_stands_before_the_task_in_a_firms_speech():
    brief = {
        "文种": "企业年会（动员）讲话",
        "会议": "长兴木业安全日大会",
        "单位": {"名称": "长兴木业公司", "层级": "企业"},
        "主题": {"名称": "车间防火"},
        "问题": ["有人在木料堆边上抽烟"],
        "要点": [
            {
                "内容": [
                    "五月里锯台边的木屑冒了烟，幸好当班的小周看见了",
                    {"任务": "把火种挡在门外", "措施": ["进车间先交打火机"], "责任": "各班组"},
                ]
            }
        ],
        "篇幅": 1200,
    }
    for seed in range(3):
        stands, asked = parts(brief, seed)
        assert "五月里锯台边" in stands
        assert "进车间先交打火机" in asked


def test_who_takes_up_a_post_works_on_tasks_and_decides_with_others():
    brief = {
        "文种": "任职表态",
        "会议": "丰乐小学教师大会",
        "单位": {"名称": "丰乐小学", "层级": "学校"},
        "主题": {"名称": "任校长"},
        "要点": [
            {
                "内容": [
                    "我在丰乐小学教过八年书",
                    {"任务": "办好食堂", "措施": ["每周请家长来尝一次饭菜"]},
                    {"任务": "少填表格", "措施": ["一张表用一年"]},
                    "学校的钱怎么花，我不一个人说了算",
                ]
            }
        ],
        "篇幅": 1200,
    }
    for seed in range(3):
        told = parts(brief, seed)
        assert len(told) == 4
        assert "教过八年书" in told[0]
        assert "尝一次饭菜" in told[1]
        assert "一张表用一年" in told[1]
        assert "不一个人说了算" in told[2]


def test_what_people_did_well_is_told_with_the_results():
    brief = {
        "文种": "企业年会（动员）讲话",
        "会议": "长兴木业年会",
        "单位": {"名称": "长兴木业公司", "层级": "企业"},
        "主题": {"名称": "今年怎么干"},
        "成绩": ["去年卖出门板9万块"],
        "要点": [
            {
                "内容": [
                    "腊月里小周带着三个人连夜赶出一批急货",
                    {"任务": "添一条喷漆线", "措施": ["三月前装好"], "责任": "设备科"},
                ]
            }
        ],
        "篇幅": 1200,
    }
    for seed in range(3):
        results, *_, asked = parts(brief, seed)
        assert "腊月里小周" in results
        assert "三月前装好" in asked


def test_who_reports_on_himself_tells_what_was_done_before_what_is_wanting():
    brief = {
        "文种": "述职报告",
        "会议": "年度述职会",
        "单位": {"名称": "长兴木业公司", "层级": "企业"},
        "主题": {"名称": "分管仓储工作"},
        "成绩": ["盘活积压板材600方"],
        "问题": ["出库单有时补签"],
        "要点": [{"内容": ["暴雨那夜我和仓管员把底层板材全部垫高"]}],
        "篇幅": 1200,
    }
    for seed in range(3):
        told = parts(brief, seed)
        assert any("暴雨那夜" in t and "600方" in t for t in told)
        assert "出库单有时补签" in told[-1]
