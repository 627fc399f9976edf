"""What tells titles, and who speaks by them: the lists of drafter/data/reading.yaml as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["SpeakerWords", "TitleWords", "branches", "speaker_words", "title_words"]

_DIGIT = "〇○零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Patterns for the lines of titles.

    ``subtitle``, ``goes_on``, ``runs_on`` and ``given_at`` are for a match at the start of a line,
    ``called`` and ``given_to`` for a match of all of it, the others for a search.
    """

    speech: re.Pattern[str]
    subtitle: re.Pattern[str]
    called: re.Pattern[str]
    runs_on: re.Pattern[str]
    occasion: re.Pattern[str]
    series: re.Pattern[str]
    unfinished: re.Pattern[str]
    goes_on: re.Pattern[str]
    last_words: re.Pattern[str]
    given_at: re.Pattern[str]
    given_to: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Patterns for a match at the start of a title; ``who`` is the group of who speaks."""

    before_place: re.Pattern[str]
    before_duty: re.Pattern[str]
    before_wish: re.Pattern[str]
    column: re.Pattern[str]
    at_occasion: re.Pattern[str]
    attends: re.Pattern[str]


@cache
def title_words() -> TitleWords:
    """The words of titles, compiled once."""
    any_of = branches("title_words")
    return TitleWords(
        speech=re.compile(any_of["speech"]),
        # The dash of a subtitle; （摘要）, （专题党课讲稿）, （在全县教育大会上的讲话）
        subtitle=re.compile(
            rf"[—–-]{{1,4}} ?|（(?:{any_of['bracketed_alone']}"
            rf"|[^（）]*{any_of['bracketed']}{any_of['bracketed_forms']}?|[^（）]{{0,6}}稿)）$"
        ),
        called=re.compile(rf"[^。！？；：]{{0,20}}{any_of['called']}：[^。！？；：]{{6,30}}"),
        runs_on=re.compile(
            rf"(?P<title>[^。！？；：，]{{2,70}}?{any_of['runs_on']}】?) *"
            r"(?P<date>（[^（）]{4,16}）)? *"
        ),
        occasion=re.compile(rf"{any_of['occasion']}$"),
        series=re.compile(rf"{any_of['series']}$"),
        unfinished=re.compile(
            rf"(?:[的和与及、，“《（]|{any_of['unfinished']}|.{{4}}(?:学期|学年|年度?))$"
        ),
        # 暨2015年工作安排汇报 goes on what stands above it.
        goes_on=re.compile(r"暨|(?:和|及|与|并)(?=.{8})|上的|的"),
        last_words=re.compile(
            rf"{any_of['thanks']}{any_of['thanked']}?！$|^(?:预祝|祝)[^。？]{{4,}}！$"
        ),
        # （2011年8月4日在…会议上）, or its first line; 2011年8月4日…会议通过 below a law's name.
        given_at=re.compile(
            rf"[（(]?(?:\d{{4}}|[{_DIGIT}]{{4}})年.{{2,80}}(?:[上中]|{any_of['made_law']})[）)]?$"
            rf"|[（(]?\d{{4}}年\d{{1,2}}月\d{{1,2}}日在[^，。]{{4,40}}{any_of['given_in']}$"
        ),
        # 政府工作报告 above 在安平县第十七届人民代表大会第二次会议上.
        given_to=re.compile(rf"在.{{4,50}}{any_of['held']}上"),
    )


@cache
def speaker_words() -> SpeakerWords:
    """The words that tell who speaks, compiled once."""
    any_of = branches("speaker_words")
    return SpeakerWords(
        before_place=re.compile(
            r"(?:20[\dxX×*]{2}年?(?:度)?)?(?P<who>[^，。：“”《》—]{2,24}?)(?:同志)?(?:在|于|：在)"
            rf"(?=.{{2,70}}{any_of['at_a_place']})"
        ),
        before_duty=re.compile(
            r"(?P<who>[^，。：“”《》—]{2,24}?)(?:同志)?(?:个人)?(?:[\dxX×*]{4}年?度?)?"
            + any_of["on_duty"]
        ),
        # Before the feast only, so that the occasion's name is not taken into the post.
        before_wish=re.compile(
            r"(?P<who>[^，。：“”《》—会礼式节宴\d]{2,10}?)"
            rf"(?:国旗下讲话$|(?:[\d{_DIGIT}]{{4}}年?)?{any_of['feasts']}?{any_of['wishes']})"
        ),
        column=re.compile(rf"[\u4e00-\u9fff]{{2,3}}{any_of['column']}$"),
        at_occasion=re.compile(
            rf".*{any_of['occasions']}(?P<who>[^，。：“”《》—的\d]{{2,8}}){any_of['at_an_occasion']}$"
        ),
        # Names and posts beside each other are told apart by blanks alone: words of two to four
        # characters could be laid into a line without marks in more ways than can be tried.
        attends=re.compile(
            r"(?P<who>[\u4e00-\u9fff]{2,4}?)(?:[\u4e00-\u9fff]{2,}?)?(?: [\u4e00-\u9fff]{2,}?)*? ?"
            rf"{any_of['attends']}[^。，；：]{{0,16}}$"
        ),
    )


def branches(section: str) -> dict[str, str]:
    """Each list of a section of reading.yaml, by name, as a group of branches."""
    lists = read_data("reading.yaml")[section]
    return {name: f"(?:{either(words)})" for name, words in lists.items()}
