import pytest

from .small import brief_with, found, speech_with


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("这里要写【请填写：雪量】。", "placeholder"),
        ("由{{ owner }}负责。", "leftover"),
        ("由XX单位负责。", "leftover"),
        ("由××单位负责。", "leftover"),
        ("由某局负责。", "leftover"),
        ("请某某同志发言。", "leftover"),
        ("共计____吨。", "leftover"),
        ("由**负责。", "leftover"),
    ],
)
def test_places_nobody_filled(text, code):
    (finding,) = found(speech_with(text), brief_with(), "placeholder", "leftover")
    assert (finding.code, finding.level, finding.paragraph) == (code, "error", "p6")


def test_a_sentence_said_twice():
    speech = speech_with(
        "雪情就是命令，扫雪就是责任。天亮之前要扫完。", "雪情就是命令，扫雪就是责任。"
    )
    (finding,) = found(speech, brief_with())
    assert (finding.code, finding.level, finding.paragraph) == ("repeated-sentence", "error", "p7")
    assert "前面（第6段）" in finding.message


@pytest.mark.parametrize("before", ["", "先", "先要"])
@pytest.mark.parametrize("again", ["", "再", "再次"])
def test_a_run_of_just_twelve_is_found_wherever_it_stands(before, again):
    run = "每一条背街小巷都清理干净"
    speech = speech_with(f"{before}{run}，不留死角。", f"{again}{run}，学生好走。")
    (finding,) = found(speech, brief_with())
    assert (finding.code, finding.text) == ("repeated-run", run)
    shorter = speech_with(f"{before}{run}，不留死角。", f"{again}{run[1:]}，学生好走。")
    assert not found(shorter, brief_with())


def test_a_run_of_twelve_characters_said_twice():
    run = "把每一条背街小巷都清理干净"
    speech = speech_with(f"今夜要{run}，不留死角。", f"明晨再{run}，学生好走。")
    (finding,) = found(speech, brief_with())
    assert (finding.code, finding.level, finding.text) == ("repeated-run", "warning", run)
    assert "前面（第6段）" in finding.message


def test_the_briefs_own_words_may_come_again():
    speech = speech_with("全县冬季清雪动员会开得及时。", "全县冬季清雪动员会开得成功。")
    assert found(speech, brief_with()) == []


def test_short_sentences_may_come_again():
    assert found(speech_with("谢谢大家！", "谢谢大家！"), brief_with()) == []


@pytest.mark.parametrize(
    ("text", "code", "clause"),
    [
        ("雪大,路滑。", "half-width", "5.1"),
        ("要快(要净)。", "half-width", "5.1"),
        ('要打好"清雪仗"。', "straight-quote", "4.8"),
        ("要快，，要净。", "doubled-mark", "5.1"),
        ("要快、要净...", "wrong-mark", "4.11"),
        ("要快--要净。", "wrong-mark", "4.10"),
        ("要打好“最后一公里的仗。", "unpaired", "4.8"),
        ("要快（要净。", "unpaired", "4.9"),
        ("要快要净》。", "unpaired", "4.15"),
    ],
)
def test_marks_by_clause(text, code, clause):
    codes = {f.code: f for f in found(speech_with(text), brief_with())}
    assert code in codes
    assert f"第{clause}条" in codes[code].message


@pytest.mark.parametrize(
    "text", ["1）先主路。", "比例为3.5%、1,260元、9:30开始。", "他说：“要快。”"]
)
def test_marks_in_numbers_and_enumerators_are_right(text):
    codes = ("half-width", "straight-quote", "doubled-mark", "wrong-mark", "unpaired")
    assert found(speech_with(text), brief_with(), *codes) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("清雪１２６０吨。", "wide-digit"),
        ("定在2026年十一月开始。", "mixed-date"),
        ("共有3千多人。", "mixed-number"),
        ("需要三、四个小时。", "round-number"),
        ("一路清了1260户，一路清了三千户。", "mixed-form"),
    ],
)
def test_forms_of_numbers(text, code):
    (finding,) = found(speech_with(text), brief_with(), code)
    assert "GB/T 15835-2011" in finding.message


def test_the_number_of_a_heading_makes_no_round_number_with_what_it_counts():
    assert found(speech_with("一、三项成绩来之不易"), brief_with(), "round-number") == []


def test_forms_the_brief_itself_mixes_are_only_noted():
    brief = brief_with(成绩=["东区清了1260户", "西区清了三千户"])
    (finding,) = found(speech_with("东区清了1260户，西区清了三千户。"), brief)
    assert (finding.code, finding.level) == ("mixed-form", "note")


def test_an_ordinal_is_no_other_form_of_a_count():
    speech = speech_with("要看住三百个路口。先清第3个路口，再清第4个路口。")
    assert found(speech, brief_with(成绩=["第3个路口", "第4个路口"]), "mixed-form") == []


def test_banned_words():
    (finding,) = found(speech_with("雪天不能躺平。"), brief_with(禁用=["躺平"]))
    assert (finding.code, finding.level, finding.text) == ("banned", "error", "躺平")


def test_posts_follow_the_roster():
    brief = brief_with(
        名单=[{"姓名": "李明", "职务": "县长"}, {"姓名": "周文静", "职务": "副县长"}]
    )
    assert found(speech_with("李明、周文静同志作了部署。"), brief) == []
    (finding,) = found(speech_with("周文静、李明同志作了部署。"), brief)
    assert finding.code == "roster-order"
    assert "“李明”在名单里排在“周文静”前面" in finding.message


def test_length_title_and_salutation():
    short = found(speech_with(), brief_with(篇幅=500))
    assert [(f.code, f.level) for f in short] == [("too-short", "warning")]
    long = found(
        speech_with("雪情就是命令，扫雪就是责任，" + "快扫" * 60 + "。"), brief_with(篇幅=100)
    )
    assert "too-long" in [f.code for f in long]
    bare = found(speech_with(title="", salutation=""), brief_with())
    assert {f.code for f in bare} == {"no-title", "no-salutation"}


def test_a_file_without_a_speech():
    speech = speech_with(opening="", closing="", title="", date="", speaker="", salutation="")
    assert "no-text" in [f.code for f in found(speech, brief_with())]


def test_a_text_typed_with_narrow_marks_throughout_is_told_of_once():
    (finding,) = found(speech_with("雪大,路滑," * 15 + "慢行。"), brief_with(), "half-width")
    assert "全文共30处" in finding.message
