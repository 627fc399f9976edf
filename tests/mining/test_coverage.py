"""Which sentences of real speeches a bank's patterns account for."""

from __future__ import annotations

from pathlib import Path

from drafter.bank import Bank, Pack, Pattern
from drafter.mining.coverage import Matcher, covered, share
from drafter.reading import parse_text
from drafter.reading.model import SourceText

_TEXT = """在全县粮食安全工作会议上的讲话
同志们：
今天，我们召开全县粮食安全工作会议。下面，我讲三点意见。
一、提高认识，增强抓好粮食安全的责任感
粮食安全是大事。
二、突出重点，扎实推进仓储设施建设
要修好粮仓。
三、精耕细作
要种好地。
同志们，秋收在即，让我们一起努力！
"""


def _pattern(number: int, part: str, move: str, frame: str, status: str = "accepted") -> Pattern:
    return Pattern(f"{part}.{move}.{number}", part, move, frame, status=status)  # type: ignore[arg-type]


def test_the_pattern_with_the_most_literals_is_named() -> None:
    short = _pattern(1, "headings", "heading", "提高认识，{{ clause }}")
    long = _pattern(2, "headings", "heading", "提高认识，增强抓好{{ topic }}的责任感")
    assert Matcher([short, long]).find("提高认识，增强抓好粮食安全的责任感") is long


def test_a_frame_of_three_literal_characters_matches_nothing() -> None:
    assert (
        Matcher([_pattern(1, "closing", "address", "同志们，{{ clause }}")]).find(
            "同志们，秋收在即！"
        )
        is None
    )


def test_end_marks_do_not_matter() -> None:
    pattern = _pattern(1, "opening", "transition", "下面，我讲{{ n }}点意见。")
    assert Matcher([pattern]).find("下面，我讲三点意见：") is pattern


def test_shares_are_counted_by_place_and_rejected_patterns_do_not_count() -> None:
    patterns = (
        _pattern(1, "opening", "transition", "下面，我讲{{ n }}点意见。"),
        _pattern(2, "headings", "heading", "突出重点，扎实推进{{ topic }}"),
        _pattern(3, "opening", "occasion", "今天，我们召开{{ meeting }}。", "rejected"),
    )
    bank = Bank([Pack("own", {}, "", Path("own"), lambda: patterns)])
    reading = parse_text(SourceText("稿.txt", tuple(_TEXT.splitlines())))
    found = share(covered([reading], bank))
    assert found["transition"] == (1, 1)
    assert found["opening"] == (0, 1)
    assert found["headings"] == (1, 3)
    assert found["all"][0] == 2


def test_a_pattern_mined_again_counts_as_the_one_that_was_accepted() -> None:
    frame = "下面，我讲{{ n }}点意见。"
    mine, ours = (
        Pack(name, {}, "", Path(name), lambda status=status: (_lead(frame, status),))
        for name, status in (("own", "proposed"), ("seeds", "accepted"))
    )
    reading = parse_text(SourceText("稿.txt", tuple(_TEXT.splitlines())))
    found = share(covered([reading], Bank([mine, ours], trusted=["own"])))
    assert found["transition"] == (1, 1)


def _lead(frame: str, status: str) -> Pattern:
    return _pattern(1, "opening", "transition", frame, status)
