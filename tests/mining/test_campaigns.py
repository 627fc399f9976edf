"""A campaign that all speeches share becomes a slot though each of its words is listed."""

from __future__ import annotations

import pytest

from drafter.bank import Pattern, pattern_id
from drafter.mining.campaigns import is_slogan, slogans_in, without_campaigns
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.tally import Tally

_NAME = "满意在基层"
_FRAMES = (
    ("points", f"要把{_NAME}作为头等大事，{{{{ task }}}}。"),
    ("points", f"要围绕{_NAME}查找{{{{ np }}}}。"),
    ("points", f"通过{_NAME}，大家的作风变了，{{{{ clause }}}}。"),
    ("opening", f"下面，我就{_NAME}讲{{{{ n }}}}点意见。"),
)


def _pattern(part: str, frame: str) -> Pattern:
    slots = tuple((name, name) for name in ("task", "np", "clause", "n") if f" {name} " in frame)
    return Pattern(
        id=pattern_id(part, "task", frame),
        part=part,
        move="task",
        frame=frame,
        slots=slots,
        origin="mined",
    )


def _opened(*frames: tuple[str, str]) -> list[str]:
    return [p.frame for p in without_campaigns([_pattern(*one) for one in frames], ())]


def test_a_name_that_formulae_take_hold_of_in_many_ways_is_a_slot_in_all_of_them() -> None:
    assert frame_lexicon().covers(_NAME)
    assert _opened(*_FRAMES) == [f.replace(_NAME, "{{ topic }}") for _, f in _FRAMES]


def test_a_formula_that_was_little_but_the_name_goes() -> None:
    assert len(_opened(*_FRAMES, ("headings", f"抓好{_NAME}，{{{{ clause }}}}"))) == len(_FRAMES)


def test_words_that_begin_formulae_are_no_name() -> None:
    frames = [
        ("points", "切实加强{{ np }}建设。"),
        ("points", "要切实加强{{ np }}，{{ clause }}。"),
        ("headings", "切实加强对{{ np }}的领导"),
        ("closing", "切实加强和改进{{ np }}。"),
    ]
    assert _opened(*frames) == [frame for _, frame in frames]


def test_a_name_in_few_formulae_is_left_to_the_other_checks() -> None:
    assert _opened(*_FRAMES[:3]) == [frame for _, frame in _FRAMES[:3]]


_SLOGAN = "干出样子、干出名堂"
_HOLDING = f"{{{{ np }}}}上下{_SLOGAN}，完成{{{{ task }}}}。"
_LINE = "干 出 样子 、 干 出 名堂 ！"


def _tally(count: int) -> Tally:
    sources = set(map(str, range(count)))
    return Tally(count, sources, sources)


def test_a_sentence_that_many_say_and_that_says_nothing_to_the_meeting_is_a_slogan() -> None:
    thanks = "谢谢 大家 ！"
    said = {_LINE: _tally(20), thanks: _tally(40)}
    assert [*slogans_in("closing", said, 50)] == [_SLOGAN]
    assert [*slogans_in("closing", {_LINE: _tally(3)}, 50)] == []


def test_whom_a_slogan_hails_is_none_of_it() -> None:
    assert [*slogans_in("closing", {f"同志们 ， {_LINE}": _tally(20)}, 50)] == [_SLOGAN]


def test_a_slogan_is_a_slot_in_other_formulae() -> None:
    assert frame_lexicon().covers(_SLOGAN)
    (left,) = without_campaigns([_pattern("points", _HOLDING)], [_SLOGAN])
    assert left.frame == "{{ np }}上下{{ topic }}，完成{{ task }}。"


@pytest.mark.parametrize(
    "said", ["撸起袖子加油干", "实干兴邦", "马上就办，真抓实干", "转作风、提效能", "谁不落实谁落后"]
)
def test_a_heading_of_no_matter_of_meetings_is_a_slogan(said: str) -> None:
    assert frame_lexicon().covers(said)
    assert is_slogan("headings", said)


@pytest.mark.parametrize(
    "said", ["统一思想，提高认识", "明确分工，各负其责", "强化监管，消除隐患", "存在的主要问题"]
)
def test_a_heading_of_a_matter_of_meetings_is_a_formula(said: str) -> None:
    assert not is_slogan("headings", said)


def test_a_sentence_that_does_something_to_the_meeting_is_a_formula_with_nothing_open() -> None:
    assert not is_slogan("closing", "最后，祝大家身体健康、工作顺利！")
    assert is_slogan("closing", f"同志们，{_SLOGAN}！")


@pytest.mark.parametrize("name", ["撸起袖子加油干", "开局就是决战，起步就是冲刺"])
def test_what_a_formula_tells_the_meaning_of_is_a_name_in_all(name: str) -> None:
    said = "要以{0}的劲头，{{{{ task }}}}。"
    frames = [("points", "所谓{0}，就是{{{{ task }}}}。"), ("points", said)]
    filled = [(part, frame.format(name)) for part, frame in frames]
    open_ = [frame.format("{{ topic }}") for _, frame in frames]
    assert _opened(*filled) == open_


@pytest.mark.parametrize("said", ["归根到底", "最根本的一条", "狠抓落实", "总的考虑", "我们的目的"])
def test_what_leads_up_to_a_meaning_is_no_name(said: str) -> None:
    frame = f"{said}，就是要{{{{ task }}}}。"
    assert _opened(("points", frame)) == [frame]


@pytest.mark.parametrize(
    ("sentence", "slogan"),
    [
        ("我先讲几句，供大家参考。", False),
        ("你们是新的希望。", False),
        ("我自豪，我光荣。", True),
        ("敢想敢干敢担当。", True),
        ("同志们，号角已经吹响，关键在于行动。", False),
        ("成绩属于过去，未来任重道远。", False),
        ("机遇、创新、超越。", True),
    ],
)
def test_what_a_speaker_says_of_his_speech_or_to_the_meeting_is_no_slogan(
    sentence: str, slogan: bool
) -> None:
    assert is_slogan("opening", sentence) is slogan
