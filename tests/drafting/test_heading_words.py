"""What of the brief's own words is a clause of a heading, and what is none."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.matters import said_in
from drafter.drafting.wording.heading_own import _spoken, _ways


def _headings(points: list[dict], bank: Bank, seed: int, **other: str) -> list[str]:
    brief = {
        "文种": "部署讲话",
        "会议": "全乡村容整治会议",
        "单位": "石桥乡人民政府",
        "主题": "村容整治",
        "要点": points,
        "篇幅": "1200",
        **other,
    }
    speech = draft(make_brief(brief), bank=bank, seed=seed).speech
    return [p.text for p in speech.by_role("heading") if p.level == 1]


@pytest.mark.parametrize("seed", range(3))
def test_half_of_a_sentence_and_what_was_seen_on_the_way_are_no_heading(
    seed: int, bank: Bank
) -> None:
    points = [
        {
            "着眼": "形势",
            "内容": ["路口一堆垃圾，能熏走一车游客", "走了九个村，六个村的渠里有杂物"],
        },
        {"着眼": "任务", "内容": ["门前的杂物自家清", "渠里的杂物村里清"]},
    ]
    first, _ = _headings(points, bank, seed)
    assert "一堆垃圾" not in first
    assert "走了" not in first


@pytest.mark.parametrize("seed", range(3))
def test_one_of_two_defects_is_not_told_as_if_it_were_all(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "问题", "内容": ["保洁员年纪偏大", "清运车常常误点到不了村口"]},
        {"着眼": "任务", "内容": [{"任务": "添置清运车辆", "措施": ["每片一辆"]}]},
    ]
    first, _ = _headings(points, bank, seed)
    assert ("保洁员年纪偏大" in first) == ("清运车" in first)


def test_a_task_may_leave_out_which_thing_is_meant(bank: Bank) -> None:
    points = [
        {"内容": [{"任务": "把河沟里的陈年垃圾清干净"}, {"任务": "拆掉路边的废旧棚子"}]},
        {"内容": [{"任务": "兑现保洁奖金", "措施": ["按月发放"]}]},
    ]
    told = [_headings(points, bank, seed)[0] for seed in range(4)]
    assert any("把陈年垃圾清干净" in heading for heading in told)


def test_what_a_task_is_done_to_is_kept_where_it_says_nothing_without(bank: Bank) -> None:
    points = [
        {"内容": [{"任务": "守住防汛安全的底线", "措施": ["夜里巡堤"]}]},
        {"内容": [{"任务": "备足物资", "措施": ["一村一库"]}]},
    ]
    told = [heading for seed in range(4) for heading in _headings(points, bank, seed)]
    assert not any("守住底线" in heading for heading in told)


def test_who_asks_for_no_favours_speaks_of_his_conduct(bank: Bank) -> None:
    points = [
        {"内容": ["我从乡下来，先当学生后当局长"]},
        {"内容": [{"任务": "修通三条断头路", "措施": ["一路一班"]}]},
        {"内容": ["工程上的事一律上会，我不批条子"]},
    ]
    last = _headings(points, bank, 0, 文种="任职表态")[-1]
    assert "廉" in last or "清" in last


@pytest.mark.parametrize("seed", range(2))
def test_what_is_to_be_kept_from_harm_offers_no_chances(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "形势", "内容": ["沿街门店违规住人，夜里没有人管"]},
        {"着眼": "任务", "内容": [{"任务": "清理违规住人场所", "措施": ["夜查"]}]},
    ]
    told = _headings(points, bank, seed, 主题="冬春火灾防控")
    assert not any(word in heading for heading in told for word in ("机遇", "机会", "时机"))


def test_a_genre_s_headings_have_one_clause_where_the_user_s_have(bank: Bank) -> None:
    points = [
        {"标题": "独立生活", "内容": ["自己洗衣服，自己管钱"]},
        {"内容": ["图书馆的灯每晚亮到十点，不要只为考试读书"]},
        {"内容": ["和说不同方言的人做朋友"]},
    ]
    told = _headings(points, bank, 0, 文种="开学典礼讲话", 单位="江畔大学", 主题="大学第一课")
    assert all("，" not in heading for heading in told)


def test_what_only_lags_is_told_as_a_problem_though_its_place_is_for_tasks(bank: Bank) -> None:
    points = [
        {"内容": ["清运准点率提高到九成"]},
        {"内容": ["渠里的杂物堵塞严重", "保洁登记漏项多"]},
        {"内容": [{"任务": "添置清运车辆", "措施": ["每片一辆"]}]},
    ]
    brief = {"文种": "例会讲话", "会议": "月度例会", "单位": "石桥乡人民政府", "主题": "村容整治"}
    speech = draft(make_brief({**brief, "要点": points, "篇幅": "900"}), bank=bank, seed=0).speech
    second = next(p.text for p in speech.by_role("heading") if p.text.startswith("二"))
    assert not any(word in second for word in ("抓", "推进", "任务"))


def test_accidents_are_warned_of_in_words_of_their_own(bank: Bank) -> None:
    points = [
        {"内容": ["超员的车从卡口前开过去，没有人拦"]},
        {"内容": ["赶集日缺公交", "劝导站有牌子没有人"]},
        {"内容": [{"任务": "加开赶集日公交", "措施": ["每周加班次"]}]},
    ]
    told = _headings(points, bank, 0, 文种="警示教育讲话", 主题="交通安全警示教育")
    assert not any(word in heading for heading in told for word in ("案件", "蜕变", "思想的病灶"))


def test_what_a_report_asks_for_stands_under_its_own_name(bank: Bank) -> None:
    points = [
        {"着眼": "成绩", "内容": ["改造小区16个"]},
        {"着眼": "问题", "内容": ["配套资金还有缺口"]},
        {"内容": ["恳请市局支持解决配套资金"]},
    ]
    told = _headings(points, bank, 0, 文种="工作汇报", 单位="北关区住房和城乡建设局")
    assert told[-1].endswith(("请求事项", "恳请支持"))


@pytest.mark.parametrize("seed", range(2))
def test_what_states_something_and_goes_on_is_half_a_thought(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "认识", "内容": ["住户分得再好，车一混装就白分了"]},
        {"着眼": "任务", "内容": [{"任务": "杜绝混装混运", "措施": ["一车一证"]}]},
    ]
    assert not any("再好" in heading for heading in _headings(points, bank, seed))


def test_results_are_told_once_and_what_follows_them_is_what_is_wanting(bank: Bank) -> None:
    points = [
        {"内容": ["年画卷扫完了，一页没有损坏"]},
        {"内容": ["外包人员换得勤"]},
        {"内容": [{"任务": "稳住外包人员", "措施": ["按件计酬"]}]},
        {"内容": [{"任务": "守住库房", "措施": ["双人双锁"]}]},
    ]
    told = [_headings(points, bank, seed, 文种="推进会讲话", 主题="档案整理") for seed in range(3)]
    assert not any(w in heads[1] for heads in told for w in ("成果", "成绩", "来之不易", "势头"))


def test_a_genre_s_heading_of_another_measure_than_the_user_s_is_not_taken(bank: Bank) -> None:
    points = [
        {"标题": "下足功夫抓服务", "内容": ["推行专员包企"]},
        {"着眼": "任务", "内容": [{"任务": "打通部门数据", "时限": "六月前"}]},
    ]
    first, second = _headings(points, bank, 0, 文种="工作汇报", 单位="北关区商务局")
    assert abs(len(first) - len(second)) <= 1


def test_who_shows_what_is_paid_speaks_of_his_conduct_not_of_care(bank: Bank) -> None:
    points = [
        {"内容": ["我教了十七年书"]},
        {"内容": ["食堂和工程的钱，一笔一笔公开"]},
        {"内容": ["老师家里有事，先来找我"]},
    ]
    told = _headings(points, bank, 0, 文种="任职表态", 单位="溪口小学", 主题="就任校长")
    assert "廉" in told[1]
    assert any(word in told[2] for word in ("将心比心", "以诚待人"))


def test_figures_written_in_characters_are_left_to_the_text(bank: Bank) -> None:
    points = [
        {
            "内容": [
                {"任务": "走访开发区二十家小微企业", "措施": ["两人一组"]},
                {"任务": "清收三笔逾期贷款"},
            ]
        },
        {"内容": ["柜面不许刷手机", "大额取款必须双人复核"]},
    ]
    fields = {"文种": "例会讲话", "单位": "临江农商银行城东支行", "主题": "本周工作"}
    first, _ = _headings(points, bank, 0, **fields)
    assert "清收逾期贷款" in first
    assert "走访开发区小微企业" in first


@pytest.mark.parametrize("seed", range(3))
def test_a_state_is_not_moved_ahead_and_no_heading_asks(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "认识", "内容": ["十二年苦读，不容一场疏漏"]},
        {
            "内容": [
                {"任务": f"{what}", "措施": ["专人"]}
                for what in ("押运试卷", "屏蔽信号", "备用供电")
            ]
        },
        {"着眼": "责任", "内容": [{"任务": "压实考点主任责任", "措施": ["一考点一专班"]}]},
    ]
    told = _headings(points, bank, seed, 主题="高考安全")
    assert not any(h.endswith(("推进高考安全", "哪些实事")) for h in told)


def test_a_task_that_is_only_named_leaves_the_heading_to_two_that_are_told(bank: Bank) -> None:
    points = [
        {
            "内容": [
                {"任务": "清理空壳合作社", "措施": ["两年没业务的注销"]},
                {"任务": "帮合作社贷到款", "措施": ["农机具可抵押"]},
                {"任务": "培训财务人员"},
            ]
        },
        {"着眼": "责任", "内容": [{"任务": "落实包社干部", "措施": ["一人一社"]}]},
    ]
    told = [_headings(points, bank, seed, 主题="合作社发展")[0] for seed in range(3)]
    assert not any("培训" in heading for heading in told)


def test_no_fault_in_a_year_is_a_result(bank: Bank) -> None:
    points = [{"内容": ["收银员一年没有一次差错"]}, {"内容": ["货架整齐就是最好的广告"]}]
    fields = {"文种": "总结表彰讲话", "单位": "乐家超市有限公司", "主题": "先进表彰"}
    told = _headings(points, bank, 0, **fields)
    assert not any(word in told[0] for word in ("不足", "问题", "短板", "差距"))


@pytest.mark.parametrize("seed", range(3))
def test_a_rule_beside_a_task_is_told_in_its_own_words(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "任务", "内容": [{"任务": "更换老旧护栏", "措施": ["分段施工"]}]},
        {
            "着眼": "责任",
            "内容": [{"任务": "组建抢修队伍", "措施": ["轮班值守"]}, "谁开挖谁恢复路面"],
        },
    ]
    assert "谁开挖谁恢复路面" in _headings(points, bank, seed)[1]


@pytest.mark.parametrize(
    ("hope", "said"),
    [
        ("希望各乡镇像护眼睛一样护住河道", "像护眼睛一样护住河道"),
        ("希望各位老师常下班级", "常下班级"),
        ("希望企业善待员工", "善待员工"),
    ],
)
def test_who_a_wish_is_for_is_left_out_whole(hope: str, said: str) -> None:
    assert _spoken(hope)[0] == said


def test_what_a_task_is_done_for_may_be_left_out_and_who_is_moved_may_not() -> None:
    assert "腾退闲置校舍" in _ways("腾退闲置校舍作创业场地")
    assert "整理试卷论文" in _ways("整理近三年试卷论文")
    assert not _ways("动员19户尽快开工")
    # What ends where its figure stood is no clause, nor is a word cut in two one.
    assert not _ways("每桌不超过300元")
    assert set(map(len, _ways("健全科室协作制度"))) >= {8}
    assert all("协作" in way for way in _ways("健全科室协作制度"))
    assert all("工作" in way for way in _ways("组建前期工作专班"))


@pytest.mark.parametrize("seed", range(3))
def test_what_no_focus_has_heads_no_results(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "成绩", "内容": ["清运垃圾320吨", "新栽行道树60棵"]},
        {"着眼": "任务", "内容": [{"任务": "添置清运车辆", "措施": ["每片一辆"]}]},
    ]
    first, _ = _headings(points, bank, seed)
    assert not any(way in first for way in ("力度", "措施", "开拓", "狠抓", "真抓"))


def test_who_is_wished_something_may_be_named_and_how_often_left_out() -> None:
    assert "老师带头种花" in _spoken("希望老师带头种花")
    assert _spoken("希望大家带头种花") == ("带头种花",)
    assert _spoken("施工期间有不便，请大家多体谅") == ()
    assert "擦一遍门窗玻璃" in _spoken("每天擦一遍门窗玻璃")
    assert "当好新人的引路人" in _spoken("希望受表彰的同志当好新人的引路人")


def test_what_is_the_case_now_is_told_without_the_time() -> None:
    assert "来水明显偏少" in _spoken("今春来水明显偏少，两处泵站抽不上水")


@pytest.mark.parametrize("seed", range(3))
def test_what_came_of_the_work_is_told_by_its_kind(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "成绩", "内容": ["窗口排号时间缩短到6分钟"]},
        {"着眼": "任务", "内容": [{"任务": "检修叫号设备"}, {"任务": "培训新进导办员"}]},
    ]
    first, _ = _headings(points, bank, seed)
    assert any(way in first for way in ("快", "提速", "效率"))


@pytest.mark.parametrize("seed", range(3))
def test_a_clause_on_customers_is_for_what_tells_of_the_market(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "形势", "内容": ["行车吊钩险些脱落"]},
        {"着眼": "任务", "内容": [{"任务": "检修行车吊钩"}, {"任务": "更换磨损钢索"}]},
    ]
    first, _ = _headings(points, bank, seed, 文种="企业动员讲话")
    assert not any(way in first for way in ("市场", "客户"))


def test_work_that_is_done_in_a_plant_is_no_homework() -> None:
    assert "〖作业〗" in said_in("减少机械抄写作业")
    assert "〖作业〗" not in said_in("违章作业停岗学习")


@pytest.mark.parametrize("seed", range(3))
def test_two_defects_are_told_in_their_own_words_where_they_match(seed: int, bank: Bank) -> None:
    points = [
        {"着眼": "问题", "内容": ["路灯常年不亮", "井盖松动没人换"]},
        {"着眼": "任务", "内容": [{"任务": "更换老旧路灯"}, {"任务": "加固松动井盖"}]},
    ]
    first, _ = _headings(points, bank, seed)
    assert "路灯常年不亮" in first
    assert "井盖松动没人换" in first


def test_colleagues_who_blame_each_other_bring_no_complaint() -> None:
    assert said_in("两个班组互相埋怨") >= {"〖争执〗"}
    assert "〖怨声〗" not in said_in("两个班组互相埋怨")
    assert "〖得客〗" not in said_in("签约居民超过三千")
