import pytest

from .small import brief_with, found, speech_with

TASK = {
    "任务": "清扫全县主干道积雪",
    "措施": ["备足融雪物资", "分路段包干"],
    "责任": "县住房和城乡建设局",
    "时限": "12月底前",
    "目标": "雪停后6小时主路见黑",
}
SAID = (
    "要清扫全县主干道积雪，备足融雪物资，分路段包干，"
    "由县住房和城乡建设局负责，12月底前完成准备，确保雪停后6小时主路见黑。"
)


def test_a_speech_that_says_its_brief_raises_nothing():
    assert found(speech_with(), brief_with()) == []
    assert found(speech_with(SAID), brief_with(要点=[{"内容": [TASK]}])) == []


def test_a_missing_fact_is_named_with_its_field_and_task():
    speech = speech_with(SAID.replace("分路段包干，", ""))
    (finding,) = found(speech, brief_with(要点=[{"内容": [TASK]}]))
    assert (finding.code, finding.level) == ("fact-missing", "error")
    assert finding.text == "分路段包干"
    assert "措施" in finding.message
    assert "清扫全县主干道积雪" in finding.message


@pytest.mark.parametrize(
    ("field", "fact"),
    [
        ("依据", "深入落实省清雪工作视频会议精神"),
        ("成绩", "去年冬天出动清雪车辆460台次"),
        ("问题", "背街小巷清雪不及时"),
        ("下一步", ""),
    ][:3],
)
def test_lists_of_the_brief_must_be_said(field, fact):
    brief = brief_with(**{field: [fact]})
    assert [f.text for f in found(speech_with(), brief, "fact-missing")] == [fact]
    assert found(speech_with(fact + "。"), brief) == []


@pytest.mark.parametrize(
    ("old", "new", "stands"),
    [
        ("12月底前", "11月底前", "11月底前"),
        ("6小时", "9小时", "9小时"),
        ("县住房和城乡建设局", "县交通运输局", "县交通运输局"),
    ],
)
def test_an_altered_fact_shows_both_versions_once(old, new, stands):
    brief = brief_with(要点=[{"内容": [TASK]}])
    (finding,) = found(speech_with(SAID.replace(old, new)), brief)
    assert finding.code == "fact-altered"
    assert stands in finding.text
    assert old in finding.message
    assert new in finding.message


def test_another_name_in_the_speakers_line():
    (finding,) = found(speech_with(speaker="县长　李民"), brief_with())
    assert finding.code == "fact-altered"
    assert "李明" in finding.message
    assert finding.paragraph == "p3"


def test_another_day():
    (finding,) = found(speech_with(date="（2026年11月12日）"), brief_with())
    assert finding.code == "fact-altered"


@pytest.mark.parametrize(
    "date", ["（2026-11-21）", "２０２６年１１月２１日", "二〇二六年十一月二十一日"]
)
def test_the_same_day_in_another_form_is_the_same(date):
    assert found(speech_with(date=date), brief_with(), "fact-missing", "fact-altered") == []


def test_a_year_may_be_left_out():
    brief = brief_with(成绩=["今年上半年出动清雪车辆460台次"])
    said = "今年上半年出动清雪车辆460台次，上半年的底子打得好。"
    assert found(speech_with(said), brief) == []


def test_marks_blanks_and_width_make_no_other_fact():
    brief = brief_with(成绩=["去年冬天出动清雪车辆1,460台次,无一起事故"])
    said = "去年冬天出动清雪车辆１４６０台次，无一起事故。"
    assert found(speech_with(said), brief, "fact-missing", "fact-altered", "foreign-number") == []


def test_a_chair_announces_an_item_before_it_happens():
    brief = brief_with(议程=[{"主体": "县政府办公室", "事项": "宣读了实施方案"}])
    assert found(speech_with("下面，请县政府办公室宣读实施方案。"), brief) == []


def test_a_frame_may_bring_the_word_a_goal_begins_with():
    brief = brief_with(号召={"目标": "确保人民群众出行平安"})
    assert found(speech_with("我们要努力，力争人民群众出行平安。"), brief) == []


def test_a_fact_of_several_clauses_may_be_said_in_several_sentences():
    brief = brief_with(问题=["机械老化严重，夜间力量不足"])
    assert found(speech_with("一是机械老化严重；二是夜间力量不足。"), brief) == []


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("人居环境整治提升行动要抓实，人居环境整治提升工程要抓细。", "人居环境整治提升工程"),
        ("先到海澜精密设备厂学习，再到海兰精密设备厂学习。", "海兰精密设备厂"),
        (
            "冬春清雪保畅行动要抓实，人居环境整治提升行动和人居环境整顿提升行动都要抓细。",
            "人居环境整顿提升行动",
        ),
    ],
)
def test_a_name_said_rightly_once_and_wrongly_once(said, stands):
    brief = brief_with(主题={"名称": "人居环境整治提升行动"}, 依据=["学习“海澜精密设备厂”的做法"])
    altered = found(speech_with(said), brief, "fact-altered")
    assert [f.text for f in altered] == [stands]


def test_a_name_cut_short_or_put_to_another_use_is_no_slip():
    brief = brief_with(地点="县会议中心", 主题={"名称": "重点项目建设"})
    said = "大家在会议中心开会，重点项目建设要快，重点项目建成要早用，县会议中心要供暖。"
    assert found(speech_with(said), brief, "fact-altered") == []


def test_what_begins_within_another_word_is_no_slip():
    brief = brief_with(单位={"名称": "望江街道", "层级": "街道"})
    assert found(speech_with("希望全街道上下一起扫雪。"), brief, "fact-altered") == []
    assert found(
        speech_with("今天，望海街道上下一起扫雪。"), brief, "fact-altered", "foreign-place"
    )


def test_a_topic_that_ends_with_another_character_is_a_slip():
    brief = brief_with(主题={"名称": "城区清雪保障"})
    said = "城区清雪保障要抓实，城区清雪保阳也要抓细。"
    assert [f.text for f in found(speech_with(said), brief, "fact-altered")] == ["城区清雪保阳"]
    for said in ("城区清雪保障有力，城区清雪保持通畅。", "城区清雪保障到人。"):
        assert found(speech_with(said), brief, "fact-altered") == []


def test_what_goes_on_over_the_end_of_a_sentence_alters_nothing() -> None:
    brief = brief_with(要点=[{"内容": [{"任务": "完善应急预案", "措施": ["备足融雪剂"]}]}])
    said = "完善应急预案，备足融雪剂，月底前完成。应急预案要逐条练过。"
    assert found(speech_with(said), brief, "fact-altered") == []
    changed = said.replace("完善应急预案", "完善应急方案")
    assert found(speech_with(changed), brief, "fact-altered") != []
