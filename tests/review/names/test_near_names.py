"""Names almost like those of the brief."""

from ..small import brief_with, found, speech_with


def test_a_bare_name_almost_the_rosters_is_found():
    brief = brief_with(名单=[{"姓名": "周文静", "职务": "副县长"}])
    (finding,) = found(speech_with("分管这项工作的是周文净，大家找得到她。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周文净")
    brief = brief_with(名单=[{"姓名": "赖有才", "职务": "副县长"}])
    (finding,) = found(speech_with("分管这项工作的是赖国才，大家找得到他。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "赖国才")


def test_an_everyday_word_like_a_name_of_the_brief_is_none():
    brief = brief_with(名单=[{"姓名": "周敏", "职务": "副县长"}])
    assert found(speech_with("考虑要周全，安排要细致。"), brief) == []
    (finding,) = found(speech_with("刚才，周明讲得好。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周明")


def test_a_name_of_two_characters_runs_into_no_word() -> None:
    brief = brief_with(讲话人={"姓名": "周立", "职务": "县长"})
    speaker = {"speaker": "县长　周立"}
    assert found(speech_with("拆成月目标、周计划。", **speaker), brief, "fact-altered") == []
    (finding,) = found(speech_with("刚才，周丽讲得好。", **speaker), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周丽")


def test_a_rare_word_before_a_slip_in_the_units_name_hides_nothing():
    brief = brief_with(单位={"名称": "临江市公安局", "层级": "市"})
    (finding,) = found(speech_with("今天举行东江市公安局清雪动员会。"), brief, "fact-altered")
    assert finding.text == "东江市公安局"
