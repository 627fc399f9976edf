"""What written packs say beside a brief happened nowhere: truths, demands and questions only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.bank import Pattern, Slot, load_bank
from drafter.resources import load_yaml
from drafter.text.sentences import split_sentences

WORDS = load_yaml((Path(__file__).parent / "happenings.yaml").read_bytes())
DONE = re.compile(WORDS["done"])
SOME = re.compile(f"{WORDS['some']}(?:{'|'.join(WORDS['bearers'])})")
SINCE = re.compile("|".join(WORDS["since"]))
GENERAL = re.compile(f"{'|'.join(WORDS['general'])}|{WORDS['asked']}")
NEW = re.compile(rf"(?:^|[，；。、将]|继续)(?:{'|'.join(WORDS['new'])})")
COMPLAINED = re.compile(WORDS["complained"])

WRITTEN = [p for pack in load_bank().packs for p in pack.patterns if p.origin == "authored"]


def sentences(pattern: Pattern) -> Iterator[str]:
    """The sentences that have no place for what the brief tells, with the first word of choices."""
    frame = re.sub(r"<([^|>]*)\|[^>]*>", r"\1", pattern.frame)
    told = {p.name for p in pattern.parsed.parts if isinstance(p, Slot)} & set(WORDS["told"])
    for sentence in split_sentences(frame):
        if not any(re.search(rf"{{{{ {name} }}}}", sentence) for name in told):
            yield sentence


def happened(sentence: str) -> bool:
    """Whether it says that something came about, or how it stands with somebody here."""
    return bool(DONE.search(sentence) or SOME.search(sentence)) and not GENERAL.search(sentence)


def tells(pattern: Pattern) -> bool:
    """Whether it stands where a speech tells what was reached and what is amiss."""
    if pattern.move in ("achievement", "problem"):
        return True
    return pattern.move in ("why", "summary") and pattern.focus == "成绩"


@pytest.mark.parametrize(
    ("sentence", "tells_of"),
    [
        ("街面干净了，巷子亮堂了，出门的心情也跟着好了。", True),
        ("各界人士出了不少好主意。", True),
        ("有的单位台账不全，一试设备不响。", True),
        ("规矩立起来了，办事才有准绳。", False),
        ("路平不平、灯亮了没有，走的人最清楚。", False),
        ("单位里的台账最怕记了不用。", False),
        ("联络站一年开不了几回门，牌子再亮也没有用。", False),
    ],
)
def test_what_is_told_is_known_from_what_is_true(sentence: str, tells_of: bool) -> None:
    assert happened(sentence) == tells_of


def test_no_result_and_no_defect_is_told_that_the_brief_does_not() -> None:
    found = [s for p in WRITTEN if tells(p) for s in sentences(p) if happened(s)]
    assert found == []


def test_no_time_gone_by_is_told() -> None:
    """一年来 begins a report; what then follows must be the brief's."""
    spoken = [p for p in WRITTEN if p.part == "points"]
    assert [s for p in spoken for s in sentences(p) if SINCE.search(s)] == []


def test_who_reports_intends_but_plans_no_measure_of_his_own() -> None:
    """A report's pledge is a promise to those above: what will be set up must be the brief's."""
    pledges = [p for p in WRITTEN if p.move == "pledge" and {"report", "duty"} & {*p.genres}]
    assert pledges
    assert [s for p in pledges for s in sentences(p) if NEW.search(s)] == []


def test_nobody_at_a_symposium_is_said_to_have_complained() -> None:
    """The answer is written before they speak: it may promise to listen, not say what they said."""
    answers = [p for p in WRITTEN if p.move == "pledge" and "symposium" in p.genres]
    assert answers
    assert [s for p in answers for s in sentences(p) if COMPLAINED.search(s)] == []
