"""A measure is told by the kind of act it is as well as by its words."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank, load_bank
from drafter.bank.acts import ACT_MARKS, known_acts, known_in
from drafter.brief import make_brief as brief_from
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.plan import Unit
from drafter.drafting.setting.facts import task_facts
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.matters import (
    in_turn,
    matters_of,
    owned_by,
    said_in,
    spoken_of,
    wanted_in,
)
from drafter.drafting.setting.situation import situate
from drafter.drafting.setting.terms import MARKS, content_of, part_of
from drafter.drafting.stock.shelf import shelf_for
from drafter.drafting.wording.adding import asked_in
from drafter.resources import read_data
from drafter.text.needed import needed_by
from tests.drafting.conftest import make_brief


def kinds(measure: str) -> set[str]:
    return {m for m in matters_of(measure) if m[0] in "（〔"}


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("更换水表五千只", {"（换新）", "〔数得清〕", "〔修换〕"}),
        ("背街小巷加装路灯六百盏", {"（添置）", "〔数得清〕"}),
        ("直播带货抽样送检", {"（抽检）"}),
        ("电梯困人三十分钟内到场", {"〔限时〕"}),
        # How often a thing is done is no number of things, nor is a rate.
        ("玩具每周消毒两次", {"（消毒）", "〔定期〕"}),
        ("文化课不少于每周二十节", set()),
        # A longer word that holds it is another thing.
        ("化验员交流心得", set()),
        ("清理隔离带", {"（清除）"}),
        # What is wrong has a shape, too.
        ("检验报告出得慢", {"〔慢〕"}),
        ("馆藏目录与实物对不上", {"〔对不上〕"}),
        # So has what has come of it.
        ("淘汰老旧货车210辆", {"〔退掉〕"}),
        # Who is tested is examined, not measured; what is dried is not published.
        ("组织保密知识测试", {"（考人）"}),
        ("把戏台搭到晒谷场上", {"〔挪地方〕"}),
        # Who publishes results has measured before; what something is done to is not done.
        ("公布水质检测结果", {"（公布）"}),
        ("对农产品检测室人员轮训", set()),
        ("请居民走一遍新修的路", set()),
        # People are kept ready, not in store; who must go is not called in.
        ("备好扑火力量", set()),
        ("不合格的限期退出", set()),
        # Data are shared, nobody brings them together.
        ("对接户籍和婚姻数据", {"（共享数据）"}),
        ("对接两家果汁厂", {"〔对接〕"}),
        # What an act only names (a fund for it, who is good at it, a place of it) is not done.
        ("筹集维修基金", set()),
        ("请来两名学科带头人", set()),
        ("值班电话转到派出所", set()),
        ("工地门口建冲洗台", set()),
        ("垃圾收缴率提高", set()),
        # Nor is what two words make where they meet.
        ("支部书记在社区带班", set()),
        ("简化线上报修", {"（网上办）"}),
        ("把红白事写进村规", {"〔写明〕"}),
        # Who is examined before tries nothing; what is stopped at once is not done at once.
        ("焊工先考试后上岗", {"（考人）", "〔先后〕"}),
        ("井下超限当场停工", {"〔当场停〕"}),
        # What comes first in a row is no step without which the next is not done.
        ("清雪先主路后支路", {"〔排次序〕"}),
        ("研发人员不低于一成", {"〔下限〕"}),
        ("每名委员联系四户", {"（挂联）"}),
    ],
)
def test_an_act_is_known_by_its_shape(measure: str, told: set[str]) -> None:
    assert kinds(measure) == told


def test_what_has_a_shape_holds_what_the_shape_needs() -> None:
    """No kind is missed because its shape was not tried."""
    classes = read_data("acts.yaml")["words"]
    words = {f"【{name}】": f"(?:{branches})" for name, branches in classes.items()}
    shapes = [re.sub("【.+?】", lambda m: words[m[0]], shape) for shape in known_acts().values()]
    clauses = {c for p in load_bank() if p.pack == "details" for c in MARKS.split(p.frame)}
    found = 0
    for shape in shapes:
        held = list(filter(re.compile(shape).search, clauses))
        needed = needed_by(shape)
        found += bool(held and needed)
        assert all(not needed or any(string in clause for string in needed) for clause in held)
    assert found > len(shapes) / 2


def test_what_is_written_about_a_thing_is_a_document() -> None:
    matters = matters_of("修订消防演练方案")
    assert {"（写文件）", "（改文件）"} == kinds("修订消防演练方案")
    assert not part_of("消防演练") <= matters
    assert not part_of("演练") <= matters
    # The name it goes by stays: 考核办法 of whatever it is.
    assert part_of("考核办法") <= matters_of("制定师徒结对考核办法")
    assert part_of("演练") <= matters_of("组织消防演练")


@pytest.mark.parametrize(
    ("measure", "act", "told"),
    [
        ("值班电话写在门牌上", "值班", False),
        ("调解书当面签收", "调解", False),
        ("儿童推车抽检结果发到商场", "抽检", False),
        ("抽检结果发到商场", "抽检", True),
        ("落实值班制度", "值班", True),
        ("培训员工两百名", "培训", True),
        ("举办培训班", "培训", True),
        ("熏蒸前清点人数", "清点", True),
    ],
)
def test_an_act_that_tells_the_kind_of_a_thing_is_not_done(
    measure: str, act: str, told: bool
) -> None:
    assert (part_of(act) <= matters_of(measure)) == told


def test_a_longer_word_is_told_though_its_act_is_not() -> None:
    assert part_of("举报电话") <= matters_of("举报电话贴到楼道")
    # One that ends so is none: who lends 检测仪 tests no water.
    assert not part_of("水质检测") <= matters_of("把水质检测仪借给学生用")


def test_a_verb_of_one_character_stands_by_itself() -> None:
    assert "（建设施）" in kinds("修机关食堂")
    assert "（建设施）" not in kinds("修改机关食堂管理办法")


@pytest.mark.parametrize(
    ("measure", "kind", "told"),
    [
        ("培养护理骨干", "（修理）", False),
        ("养护绿化带", "（修理）", True),
        ("健全部门联席制度", "〈全部〉", False),
        ("从严查处超载", "（查处）", True),
    ],
)
def test_an_act_that_two_words_make_where_they_meet_is_none(
    measure: str, kind: str, told: bool
) -> None:
    assert (kind in kinds(measure)) == told


@pytest.mark.parametrize(
    ("content", "word", "told"),
    [
        ("逐宗核查房产", "查房", False),
        ("协调解决用地", "调解", False),
        ("成立业主委员会", "业主", True),
        ("调解矛盾纠纷", "调解", True),
    ],
)
def test_words_that_others_make_where_they_meet_are_not_told(
    content: str, word: str, told: bool
) -> None:
    assert (part_of(word) <= content_of(content)) == told


def test_the_act_is_asked_for_before_the_words_and_the_way_last() -> None:
    acts, words, ways = in_turn(matters_of("每月更换水表"))
    assert acts == {"（换新）"}
    assert ways == {"〔定期〕"}
    assert "水表" in words


def test_each_kind_of_act_has_comments_and_each_comment_a_kind() -> None:
    packs = ("details", "demands", "people")
    named = {w for p in load_bank() if p.pack in packs for w in p.about if w[0] in ACT_MARKS}
    sayings = set(known_in("sayings"))
    assert named == set(known_acts()) - sayings
    headed = {w for p in load_bank() if p.part == "headings" for w in p.about if w[0] == "〖"}
    assert headed == sayings


def test_two_measures_together_call_up_nothing_that_neither_does() -> None:
    task = Task(task="改善供水", measures=("更换水表", "走访住户"))
    told = "，".join([task.task, *task.measures])
    unit = Unit(
        "tell", "points", ("task",), "任务", task_facts(task),
        about=content_of(told) | matters_of(told), grows="task",
    )  # fmt: skip
    asked = asked_in(unit)
    assert [("（换新）" in a, part_of("走访") <= a) for a in asked] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_comment_on_defects_is_on_the_one_just_said() -> None:
    """收储点离地头远 is nobody's fault; that the officials are lax was said before it."""
    problems = [
        "少数干部作风松懈，收购季节坐在办公室里等电话、等报表",
        "部分收储点离地头太远，农户卖一车粮要在路上来回跑半天",
    ]
    brief = make_brief(
        {
            "文种": "推进会讲话",
            "会议": "全区粮食收购推进会",
            "单位": {"名称": "东岭区", "层级": "区"},
            "主题": {"名称": "粮食收购工作"},
            "问题": problems,
            "要点": [{"着眼": "问题"}, {"着眼": "任务", "内容": ["备足仓容"]}],
            "篇幅": 1000,
        }
    )
    bank = load_bank()
    found = 0
    for seed in range(4):
        last: frozenset[str] = frozenset()
        for _, said in draft(brief, bank=bank, seed=seed).speech.sentences():
            last = next((matters_of(p) for p in problems if p in said.text), last)
            pattern = bank.get(said.pattern or "")
            if pattern is not None and pattern.move == "follow" and pattern.focus == "问题":
                found += 1
                assert any(part_of(word) <= last for word in pattern.about)
    assert found


def test_a_measure_is_followed_by_what_such_an_act_takes() -> None:
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全县供水工作部署会",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": "供水工作"},
            "要点": [
                {
                    "着眼": "任务",
                    "内容": [
                        {"任务": "压降漏损", "措施": ["更换水表五千只"]},
                        {"任务": "改善服务", "措施": ["停水前发短信告知", "合并三个营业点"]},
                    ],
                }
            ],
            "篇幅": 1200,
        }
    )
    bank = load_bank()
    for seed in range(3):
        said = [
            pattern
            for _, sentence in draft(brief, bank=bank, seed=seed).speech.sentences()
            if sentence.pattern and (pattern := bank.get(sentence.pattern)) is not None
        ]
        assert any("（发通知）" in pattern.about for pattern in said)
        assert any("（合并）" in pattern.about for pattern in said)


@pytest.mark.parametrize(
    ("goal", "kinds"),
    [
        ("剩余1735座全部销号", {"〈全数〉"}),
        ("四季度同类投诉不超过5件", {"〈压住〉"}),
        ("新增持证工匠500名", {"〈办成数〉"}),
        ("群众打电话48小时内有人上门", {"〈限时〉"}),
        ("一季度开工率达到60%", {"〈升到〉"}),
        ("安全度汛", {"〈稳住〉"}),
        # A figure to come down to is not one to come up to.
        ("亏损面降到五成以下", {"〈压住〉"}),
        ("巡查留下记录", set()),
    ],
)
def test_a_goal_is_known_by_what_it_asks_for(goal: str, kinds: set[str]) -> None:
    assert wanted_in(goal) == kinds
    # What a measure does is not asked for it.
    assert not matters_of(goal) & set(wanted_in(goal))


@pytest.mark.parametrize(
    ("owner", "kinds"),
    [
        ("各乡镇", {"〈各家〉"}),
        ("县住房城乡建设局、各乡镇", {"〈各家〉"}),
        ("县发展改革局、县财政局", {"〈几家〉"}),
        # That one office has it in hand tells nothing of the task.
        ("信息科", set()),
        ("张明", set()),
        ("全体职工", set()),
    ],
)
def test_an_owner_is_several_or_each_of_many(owner: str, kinds: set[str]) -> None:
    assert owned_by(owner) == kinds


def test_goal_and_owner_are_told_of_after_the_measures() -> None:
    task = Task(task="清理渠道", measures=["分段包干"], owner="各村", goal="全部清完")
    about = matters_of("清理渠道，分段包干") | wanted_in("全部清完") | owned_by("各村")
    unit = Unit("tell", "points", ("task",), "任务", task_facts(task), about=about, grows="task")
    assert asked_in(unit)[-2:] == [{"〈全数〉"}, {"〈各家〉"}]


@pytest.mark.parametrize("text", ["谁的门前谁来管，坏了当天就修", "各单位一户不落、全部办结"])
def test_what_is_meant_is_found_as_if_every_shape_were_tried(text: str) -> None:
    words = read_data("acts.yaml")["words"]
    found = {
        part: {
            name for name, shape in known_in(part).items()
            if re.search(re.sub(r"【(.+?)】", lambda m: f"(?:{words[m[1]]})", shape), text)
        }
        for part in ("aims", "owners", "sayings")
    }  # fmt: skip
    assert found["sayings"] == said_in(text)
    assert (found["aims"], found["owners"]) == (wanted_in(text), owned_by(text))


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("用大数据筛查可疑单据", "〔筛线索〕"),
        ("系统比对筛出异常用电", "〔筛线索〕"),
        ("给老人做眼病筛查", "〔筛查〕"),
    ],
)
def test_what_is_screened_is_people_or_records(measure: str, told: str) -> None:
    assert {"〔筛线索〕", "〔筛查〕"} & kinds(measure) == {told}


def test_a_word_of_debts_is_none_where_two_words_meet() -> None:
    assert "清欠" not in content_of("摸清欠薪底数")
    assert "清欠" in content_of("抓紧清欠")


#: What firms and windows report, and a word of what is to be said of it alone.
REPORTED = [
    ("问题", "货款回款慢，年底还有九百万元没有收回", "收钱|账面|担子|力气"),
    ("问题", "新产品试制周期长，错过了旺季", "市场不等人"),
    ("问题", "一线工人平均年龄46岁", "补人|接的人"),
    ("问题", "网上办件老人不会用", "老人进不来"),
    ("成绩", "连续安全生产1460天", "能保证今后也|一天一天数"),
    ("成绩", "吨煤电耗降到21.3度", "积月累就是一|省下来"),
    ("成绩", "客户复购率提高到71%", "回头的客户"),
]


@pytest.mark.parametrize(("focus", "fact", "word"), REPORTED)
def test_what_firms_and_windows_report_has_words_of_its_own(focus: str, fact: str, word: str):
    bank = load_bank()
    about = matters_of(fact)
    own = [
        p.frame
        for pack in bank.packs
        if pack.id == "experience"
        for p in pack.patterns
        if p.move == "follow" and p.focus == focus
        if any(part_of(a) <= about for a in p.about)
    ]
    assert [f for f in own if re.search(word, f)]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_for_one_of_the_counted_tasks_stands_behind_it(bank: Bank, seed: int) -> None:
    """After the counted tasks comes what is besides them, not a word more on the first of them."""
    tasks = [
        {"任务": "规范病历书写", "措施": ["科室每日自查病历"], "目标": "甲级病历率达到95%"},
        {"任务": "改造门诊停车场", "措施": ["划出救护车通道"]},
        {"任务": "办好食堂", "措施": ["每周公布菜谱"]},
    ]
    points = [{"着眼": "任务", "内容": tasks}, {"着眼": "责任", "内容": ["谁的科谁负责"]}]
    brief = brief_from(
        {
            "文种": "推进会讲话",
            "会议": "全院医疗质量会",
            "单位": {"名称": "青岚县人民医院", "层级": "医院"},
            "主题": {"名称": "医疗质量提升", "领域": "医疗卫生"},
            "要点": points,
            "篇幅": 1800,
        }
    )
    genre = genre_for(brief)
    situation = situate(brief, genre, bank, seed)
    fields = situation.area, situation.beside
    shelf = shelf_for(bank, genre, True, situation.level, fields, brief.tone)
    named = [shelf.parts_in(spoken_of("，".join([t["任务"], *t["措施"]]))) for t in tasks]
    for p in draft(brief, bank=bank, seed=seed).speech.paragraphs:
        moves = [s.move for s in p.sentences]
        if "besides" in moves:
            written = shelf.parts_of(p.sentences[moves.index("besides") + 1].pattern or "")
            assert sum(not written.isdisjoint(parts) for parts in named) != 1
