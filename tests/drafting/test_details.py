"""What follows a measure, a result or a defect is written for that very thing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank, load_bank
from drafter.brief import make_brief
from drafter.drafting import alternatives, draft
from drafter.drafting.draft import Draft
from drafter.speech import Sentence
from tests.drafting.conftest import asked_by_tasks, is_called_up

#: A brief of a matter no pack is about: nothing of a field comes before what is said of any.
HEATING: dict[str, Any] = {
    "文种": "推进会讲话",
    "会议": "全区供热保障推进会",
    "单位": {"名称": "东岭区", "层级": "区"},
    "主题": {"名称": "供热保障工作"},
    "成绩": ["更换老旧管网12公里", "用户满意度达到96%", "培训抢修人员130人次"],
    "问题": ["换热站值守人员年龄偏大", "个别小区维修进度缓慢"],
    "要点": [
        {"着眼": "成绩"},
        {"着眼": "问题"},
        {
            "着眼": "任务",
            "内容": [
                {
                    "任务": "关心用热困难家庭",
                    "措施": ["由网格员入户走访", "建立台账"],
                    "责任": "各街道",
                },
                {"任务": "练好抢修队伍", "措施": ["每月组织一次应急演练"], "责任": "区供热公司"},
                {"任务": "签订供暖协议", "责任": "区住房城乡建设局"},
            ],
        },
        {"着眼": "责任", "内容": [{"任务": "畅通投诉渠道", "措施": ["公布服务热线"]}]},
    ],
    "篇幅": 2000,
}


def follows(made: Draft) -> list[tuple[str, Sentence]]:
    """What was written for one thing, with the text of its paragraph."""
    return [(p.text, s) for p, s in made.speech.sentences() if _is_of_a_thing(s)]


def _is_of_a_thing(said: Sentence) -> bool:
    """Whether it follows up one thing; what counts several (这里提三点) is of none."""
    return said.move == "follow" and said.pattern != "data/wording"


@pytest.mark.parametrize("seed", range(4))
def test_what_follows_was_written_for_a_thing_its_paragraph_names(bank: Bank, seed: int) -> None:
    made = draft(make_brief(HEATING), bank=bank, seed=seed)
    found = follows(made)
    assert len(found) >= 2
    for paragraph, said in found:
        pattern = bank.get(said.pattern or "")
        assert pattern is not None
        before = paragraph.partition(said.text)[0]
        asked = asked_by_tasks(HEATING, paragraph)
        assert asked.intersection(pattern.about) or is_called_up(pattern, before)


def test_each_measure_has_a_sentence_of_its_own(bank: Bank) -> None:
    points = [p for p in HEATING["要点"] if p["着眼"] != "任务"]
    steps = ["由网格员逐户走访困难家庭", "建立用热困难家庭台账"]
    task = {"任务": "关心用热困难家庭", "措施": steps, "责任": "各街道"}
    brief = HEATING | {"要点": [*points, {"着眼": "任务", "内容": [task]}]}
    several = 0
    for seed in range(6):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        (told,) = [p for p in made.speech.paragraphs if steps[0] in p.text]
        kinds = [p.about for s in told.sentences if (p := bank.get(s.pattern or "")) and p.about]
        assert len(kinds) == len(set(kinds))
        # What is said of those who have it in hand comes last, where nothing is said of the first.
        assert ("〈各家〉",) not in kinds[1:-1]
        several += len(kinds) > 1
    assert several


def test_a_list_runs_on_or_each_of_its_items_is_a_sentence(bank: Bank) -> None:
    """What is said of one of many does not break the row; what follows the last stands behind."""
    # So many that they are no account any more.
    done = ["改造庭院管网8公里", "加装平衡阀70只", "新开缴费网点5处", "培训管网巡线员40人"]
    done += ["更换老旧管网12公里", "新增热用户3400户", "新设换热站6座", "用户满意度达到96%"]
    behind = []
    for count in (7, 8):
        for seed in range(4):
            made = draft(make_brief({**HEATING, "成绩": done[-count:]}), bank=bank, seed=seed)
            listed = next(p.text for p in made.speech.paragraphs if "二是" in p.text)
            row = listed[listed.index("一是") : listed.index(done[-1])]
            assert row.count("；") in (0, count - 1)
            between = row.count("。") - (count - 1)
            assert row.count("；") or 2 * between >= count - 1
            behind.append(listed.partition("达到96%。")[2])
    assert any(word in text for text in behind for word in ("满意", "评价"))


def test_what_there_is_is_told_and_not_praised(bank: Bank) -> None:
    brief = {**HEATING, "成绩": ["全区设换热站86座"]}
    for seed in range(4):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        told = [s for _, s in made.speech.sentences() if "换热站86座" in s.text]
        assert [(s.text, s.pattern) for s in told] == [("全区设换热站86座。", None)]


def test_problems_behind_results_are_led_up_to_and_turned_to(bank: Bank) -> None:
    heads = {"任务": "抓住重点，把三件事办到位", "责任": "守住底线，把服务热线接起来"}
    points = [{**p, "标题": heads[p["着眼"]]} for p in HEATING["要点"] if p["着眼"] in heads]
    problems = ["投诉渠道不够畅通", "换热站值守人员年龄偏大", "个别小区维修进度缓慢"]
    brief = {**HEATING, "文种": "部署讲话", "问题": problems, "要点": points}
    for seed in range(6):
        opening = draft(make_brief(brief), bank=bank, seed=seed).speech.by_role("opening")
        (told,) = [p for p in opening if "换热站值守人员年龄偏大" in p.text]
        assert not told.text.startswith("一是")
        assert "一是" in told.text
        (glad,) = [p for p in opening if "更换老旧管网12公里" in p.text]
        assert not glad.text.startswith("更换老旧管网")


@pytest.mark.parametrize("seed", range(3))
def test_a_point_takes_up_the_one_before(bank: Bank, seed: int) -> None:
    made = draft(make_brief(HEATING), bank=bank, seed=seed)
    threads = [s for _, s in made.speech.sentences() if s.pattern == "data/wording"]
    assert len([s for s in threads if s.move == "transition"]) == 3


def test_no_point_is_led_over_to_in_the_words_of_another(bank: Bank) -> None:
    points = [{"着眼": "任务" if i % 2 else "责任"} for i in range(6)]
    for seed in range(4):
        made = draft(make_brief({**HEATING, "要点": points}), bank=bank, seed=seed)
        said = [s.text for _, s in made.speech.sentences() if s.pattern == "data/wording"]
        assert said
        assert len(said) == len(set(said))


def test_who_reports_leads_over_to_nothing(bank: Bank) -> None:
    made = draft(make_brief({**HEATING, "文种": "工作汇报"}), bank=bank)
    said = [s for _, s in made.speech.sentences() if s.pattern == "data/wording"]
    assert not [s for s in said if s.move == "transition"]


@pytest.mark.parametrize("seed", range(4))
def test_a_report_plans_no_more_than_the_brief(bank: Bank, seed: int) -> None:
    made = draft(make_brief({**HEATING, "文种": "工作汇报"}), bank=bank, seed=seed)
    moves = [s.move for p, s in made.speech.sentences() if not s.fields and p.role == "body"]
    assert "pledge" not in moves


@pytest.mark.parametrize("seed", range(3))
def test_the_procedure_of_any_work_is_spoken_of_once_in_a_thousand_characters(
    bank: Bank, seed: int
) -> None:
    made = draft(make_brief(HEATING), bank=bank, seed=seed)
    ids = {s.pattern for _, s in made.speech.sentences() if s.pattern}
    found = [bank.get(i) for i in ids]
    procedural = [
        p
        for p in found
        if p and p.pack == "formal" and p.move in ("measure", "mechanism") and len(p.frame) > 48
    ]
    assert len(procedural) <= 3


def test_what_follows_one_thing_gives_way_to_what_follows_the_same(bank: Bank) -> None:
    brief = make_brief(HEATING)
    made = draft(brief, bank=bank, seed=1)
    for paragraph in made.speech.by_role("body"):
        had = [s.pattern for s in paragraph.sentences if s.move == "follow"]
        for other in alternatives(brief, made, paragraph.id, bank=bank):
            assert [s.pattern for s in other.sentences if s.move == "follow"] == had


def test_a_users_pack_may_bear_the_name_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: safety\norigin: authored\n", encoding="utf-8")
    entry = "- move: measure\n  frame: 管子通不通，手一摸就知道。\n"
    (tmp_path / "points.yaml").write_text(entry, encoding="utf-8")
    made = draft(make_brief(HEATING), bank=load_bank([tmp_path]))
    assert "管子通不通，手一摸就知道。" in "".join(p.text for p in made.speech.paragraphs)


def test_what_has_a_subject_of_its_own_is_no_promise_in_the_first_person(bank: Bank) -> None:
    brief = {
        "文种": "任职表态",
        "会议": "干部大会",
        "单位": {"名称": "永安市第三小学", "层级": "学校"},
        "主题": {"名称": "担任第三小学校长"},
        "要点": [{"着眼": "作风", "内容": ["采购和招生的事一律集体研究", "向老教师请教"]}],
        "篇幅": 500,
    }
    said = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert "。采购和招生的事一律集体研究。" in said
    assert "我将向老教师请教" in said or "我会向老教师请教" in said


@pytest.mark.parametrize("topic", ["大学新生活", "人生新起点"])
def test_a_slogan_of_a_topic_is_named_and_not_worked_on(bank: Bank, topic: str) -> None:
    brief = {
        "文种": "开学（毕业）典礼讲话",
        "会议": "秋季开学典礼",
        "单位": {"名称": "江州理工大学"},
        "主题": {"名称": topic},
        "要点": [{"着眼": "希望", "内容": ["希望你们学会与不同的人相处"]}],
    }
    said = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert said.count(topic) == 1


@pytest.mark.parametrize(
    ("task", "unfit"),
    [
        ("上门探访独居老人", "合不合口"),
        ("组织职工技能竞赛", "冷暖"),
        ("公布权责清单", "办完"),
        ("盘活编制资源", "产权"),
        ("抓好粮食储备", "农时"),
        ("行前开展安全保密教育", "弱口令"),
        ("五老结对帮扶", "教的是技术"),
        ("建好应急广播终端", "宣传要选对时"),
        ("查阅档案", "钱、账、票三样对得上"),
    ],
)
def test_a_word_for_persons_or_things_calls_up_no_other_deed(
    bank: Bank, task: str, unfit: str
) -> None:
    """What is done for old people or with a list is not told by the word for them alone."""
    spoken = [p for p in bank if p.move == "follow" and any(word in task for word in p.about)]
    assert [p.frame for p in bank if p.move == "follow" and unfit in p.frame]
    assert [p.frame for p in spoken if unfit in p.frame] == []


@pytest.mark.parametrize("seed", range(3))
def test_who_reports_hears_no_orders_on_his_measures(bank: Bank, seed: int) -> None:
    report = HEATING | {"文种": "工作汇报", "会议": "全区供热保障汇报会"}
    made = draft(make_brief(report), bank=bank, seed=seed)
    found = [bank.get(s.pattern or "") for _, s in follows(made)]
    assert any(found)
    # How a measure is to be taken is said to those who take it.
    assert not [p.frame for p in found if p is not None and p.focus is None and not p.genres]


@pytest.mark.parametrize(
    ("measure", "unfit"),
    [
        ("对危桥先封后修", "排查排污口要"),
        ("按月考核发放报酬", "公益岗位的考核"),
        ("对重点部位安排查看", "查看情况要见到"),
        ("对各车间开展重点检查", "点检记录全部"),
        ("安装自动火灾报警装置", "余火"),
        ("规范校外培训机构", "签到和照片"),
        ("带头维护良好社会风气", "事情仍然要办"),
        ("聘请专家长期指导", "请家长来，就让"),
        ("与专家访谈两次", "家访"),
        ("处方查漏补缺", "地下管网的漏"),
        ("严格落实考试制度", "试制"),
        ("加固无人值守泵站", "交接班"),
        ("每人每月补贴200元", "到了日子就做"),
        ("按最低保护价敞开收购", "该保障的一个不能少"),
        ("把关键岗位人员选好", "不能推给下一道"),
        ("采纳职工创新建议", "完工"),
        ("落实离休干部待遇", "定下的待遇要足额"),
        ("争取用地指标拉动消费", "不提前通知"),
        ("规范平台账号管理", "柜子"),
        ("更换供热管网", "污水管网埋在"),
        ("严格控制作业面扬尘", "各科作业的总"),
        ("每月召开产品质量分析会", "考试分析"),
        ("保护学生隐私", "校门口最拥堵"),
        ("核实施工单位资质", "接到诉求"),
        ("引导游客错峰出行", "检查旅游市场"),
        ("推动企业入园发展", "等人到了门口"),
        ("拓展销售渠道", "展会上的样品"),
        ("出台发展会议经济的措施", "参加展会之前"),
        ("推动产品出海", "渔船出海之前"),
        ("财务报表按月公开", "向基层要数据"),
        ("下发文明公约", "内容相近的会"),
        ("把建议事项逐条答复", "院坝会"),
        ("按建筑面积分摊费用", "积分评定要由"),
        ("降低保证金门槛", "对不再符合救"),
        ("储备粮轮换入库", "轮岗换的是人"),
        ("教师德育能力培训", "师德体现在日"),
        ("学校对口帮扶两所村小", "校对要"),
        ("调整修订考核办法", "维修养护要赶"),
        ("逐宗核查房产土地", "交接班"),
        ("统一包装标识", "实行定置管理"),
        ("减少内容错误", "讲容错"),
        ("帮扶手册一户一本", "适老化改造应"),
        ("安排名医坐诊", "通报应当简短直观"),
        ("堵塞财务管理漏洞", "先断网"),
        ("专班会商重点项目", "主题班会可以"),
        ("患者应收尽收", "清缴欠费先要"),
        ("聘请专家驻场演出", "关键工序施工"),
    ],
)
def test_a_word_of_another_trade_or_inside_another_word_calls_up_nothing(
    bank: Bank, measure: str, unfit: str
) -> None:
    """A comment that does not fit its measure is worse than none: a guide is not 引导游客."""
    comments = [p for p in bank if p.move == "follow" and unfit in p.frame]
    assert comments
    assert [p.frame for p in comments if is_called_up(p, measure)] == []


def test_who_reports_says_what_such_results_are_worth(bank: Bank) -> None:
    """Not only what holds of any work: 满意率 is told otherwise than 投入资金."""
    brief = {
        "文种": "工作汇报",
        "会议": "食堂管理检查汇报会",
        "单位": {"名称": "青石小学", "层级": "学校"},
        "主题": {"名称": "食堂管理工作"},
        "成绩": ["投入46万元更新后厨设备", "家长满意率达到96.2%"],
        "问题": ["就餐座位不足"],
        "篇幅": 1200,
    }
    for seed in range(3):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        patterns = [bank.get(s.pattern or "") for _, s in made.speech.sentences()]
        told = {p.about for p in patterns if p is not None and p.move == "achievement"}
        assert any(about and {"满意率", "投入资金", "设备"} & {*about} for about in told)
