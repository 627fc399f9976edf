"""Campaigns, meetings and rules with a name of their own that stand without marks.

雷霆行动, 创建全国文明城市, 全省经济工作会议, 环境保护法. A name is read back from what it ends
with to the last word that cannot belong to it; what says only which sort it is (专项行动,
民生工程, 有关管理办法) names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.names.claims import find_sayings
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.gazetteer import Span
from drafter.text.scanning import Words, either, heads_of, matches_from, places_of

__all__ = [
    "find_called",
    "find_campaigns",
    "find_committees",
    "find_meetings",
    "find_rules",
    "is_undertaking",
]

#: How many characters before its last word a name is looked for.
_REACH = 14
_NO_HAN = re.compile("[^\u4e00-\u9fff]")
_NUMERALS = "一二三四五六七八九十"
#: 第九届荷花节: what is held again and again.
_EDITION = re.compile(
    f"(?:第[{_NUMERALS}0-9]{{1,3}}|首)届[\u4e00-\u9fff]{{2,12}}?(?:节|会|赛|周|展|论坛)"
)
#: 九届二次全会: a session by its number, of whichever body.
_SESSION = re.compile(
    f"[{_NUMERALS}0-9]{{1,3}}届[{_NUMERALS}0-9]{{1,3}}次(?:全会|全委会|全体会议|会议|党代会|人代会|职代会)"
)
#: 引汉济渭, 北煤南运: works that bring something from one place to another, each by its character.
_BROUGHT = re.compile(
    "引[\u4e00-\u9fff][济入补][\u4e00-\u9fff](?!驻)|[东西南北][水气电煤油粮数牛羊][东西南北中][\u4e00-\u9fff]"
)
_BRINGS = re.compile("引(?=.[济入补])|[东西南北](?=[水气电煤油粮数牛羊][东西南北中])")
#: 棚改三期: which part of a work it is. A 长期 or 第三期 is none.
_STAGE = re.compile(
    "[\u4e00-\u9fff]{2}(?<![上下前后每这那第几各分共有办])[一二三四五六七八九]期(?![间叠刊限望末])"
)
#: 中博会, 药博会: fairs are called so by one character.
_FAIR = re.compile("[\u4e00-\u9fff]博会")
#: ISO9001, GB/T 9704: standards by their letters.
_STANDARD = re.compile(
    r"(?<![A-Za-z])(?:(?:ISO|GB|DB|JGJ|HJ|AQ|IATF|OHSAS)(?:/[A-Z])? ?[0-9]{2,}(?:[-—:][0-9]+)?"
    r"|HACCP|GMP|GSP)(?![A-Za-z])"
)
_CAPITAL = re.compile("[A-Z]")
_LEVEL = re.compile("[省市县区州]")
#: So long what a rule is about is named, whatever words it is made of: 道路交通安全条例.
_TELLING = 6
#: 昨天的|会议: so long a meeting is of no sort.
_REACH_OF_SORT = 3
#: What somebody plans for so many years says in so many characters what it is about.
_PLANNED = 4


class _Rules(Struct, frozen=True):
    campaigns: Words
    campaign_ends: Words
    levels: Words
    #: Words for when a meeting was.
    told: Words
    meeting: re.Pattern[str]
    rules: Words
    rule_ends: Words
    #: Words that no name reaches over, and words in which one of those stands for nothing.
    stops: Words
    wholes: frozenset[str]
    words: re.Pattern[str]
    #: What begins, and what is, a campaign called by an image or by two words of general use.
    called: tuple[re.Pattern[str], re.Pattern[str]]
    #: What stands after quotation marks that have the name of one: “双创双服”活动, “清风”平台.
    quoted: re.Pattern[str]
    #: 行动|力, 活动|室 and 保护法|律 are other words.
    not_after_campaign: frozenset[str]
    not_after_rule: frozenset[str]
    #: 冷链仓储|项目已经投产: of no project as such it is said that it was begun or done.
    done_project: re.Pattern[str]
    committee_ends: Words
    law: re.Pattern[str]
    #: 省厅那个|暂行规定: one of which is said whose it is.
    that_rule: re.Pattern[str]
    #: 三抓三促: so many of one thing and so many of another, which only quotation marks tell.
    slogan: re.Pattern[str]
    #: What a level has drawn up, by what it is about.
    plan: re.Pattern[str]
    year_plans: Words


@cache
def _rules() -> _Rules:
    data, bodies = read_data("review.yaml"), read_data("organisations.yaml")
    # 清廉村居建设: what is made so, what it is, and how.
    made = product(*(data[key] for key in ("made_so", "made_places", "being_made")))
    wholes = (*bodies["body_wholes"], *data["undertaking_wholes"])
    meetings = either(data["meeting_suffixes"])
    words = either(data["undertaking_words"])
    calling, images = "|".join(data["calling_words"]), "|".join(data["images"])
    how = f"(?:{either(data['how_called'])})?"
    undertakings = either(data["undertaking_suffixes"])
    idioms = either(read_data("claims.yaml")["counted_idioms"])
    not_after = f"[{data['not_after_campaign']}]"
    return _Rules(
        campaigns=Words([*data["known_undertakings"], *map("".join, made)]),
        campaign_ends=Words(data["undertaking_suffixes"]),
        levels=Words(data["meeting_levels"]),
        told=Words(data["told_meetings"]),
        meeting=re.compile(
            rf"(?:[{_NUMERALS}]{{1,3}}届)?(?:第?[{_NUMERALS}]{{1,3}}次)?"
            rf"(?:(?![{data['no_meeting_characters']}])[\u4e00-\u9fff]){{0,16}}?(?:{meetings})议?(?!室)"
        ),
        rules=Words(data["known_rules"]),
        rule_ends=Words(data["rule_suffixes"]),
        stops=Words([*bodies["body_stops"], *wholes]),
        wholes=frozenset(wholes),
        words=re.compile(rf"(?:{words})*\Z"),
        called=(
            heads_of((*data["calling_words"], *data["images"], "百日")),
            re.compile(
                f"(?:(?:{images}){how}|(?:{calling}){{2}})(?:{undertakings})(?!{not_after})"
                f"|百日(?:{either(data['hundred_days'])})"
            ),
        ),
        quoted=re.compile(
            f"”(?:{how}(?:{undertakings})(?!{not_after})|{either(data['quoted_heads'])})"
        ),
        not_after_campaign=frozenset(data["not_after_campaign"]),
        not_after_rule=frozenset(data["not_after_rule"]),
        done_project=re.compile(
            f"项目(?=(?:(?:{'|'.join(data['project_how'])})+(?:建成)?|建成)"
            f"(?:{'|'.join(data['project_done'])}))"
        ),
        committee_ends=Words(data["committee_suffixes"]),
        slogan=re.compile(
            f"(?!{idioms})[二两三四五六七八九][\u4e00-\u9fff][一二两三四五六七八九][\u4e00-\u9fff]"
        ),
        plan=re.compile(
            f"[省市县区州](?!级)[\u4e00-\u9fff]{{3,{_REACH}}}?(?:{either(data['plans'])})"
        ),
        year_plans=Words(data["year_plans"]),
        that_rule=re.compile(
            f"(?P<rule>[那这](?<=[{data['rule_givers']}].)[个份部套][\u4e00-\u9fff]{{2,8}}?"
            f"(?:{either(data['told_rules'])}))"
        ),
        law=re.compile(
            f"(?:{'|'.join(data['law_cues'])})(?P<rule>[\u4e00-\u9fff]{{2,14}}?(?<![{data['no_law']}])法)"
            "(?=[，。、；》的第]|规定|要求|有关|办理|处理|从严)"
        ),
    )


def find_campaigns(text: str) -> Iterator[Span]:
    """雷霆行动, 荷花节: with a name of its own before the word for what it is."""
    for start, end in _rules().campaigns.spans(text):
        yield Span(text[start:end], start, end)
    for match in _shaped(text):
        yield Span(match.group(), *match.span())
    yield from _projects(text)
    yield from _named(text, _rules().campaign_ends, _rules().not_after_campaign)


def find_called(text: str) -> Iterator[Span]:
    """春雷行动, 安居富民工程, 百日会战: campaigns by what they are called after.

    Of others (扫雪行动) what stands before the word may just say what is done.
    """
    for match in matches_from(*_rules().called, text):
        yield Span(match.group(), *match.span())


def is_undertaking(text: str, start: int, end: int) -> bool:
    """Whether what stands in quotation marks there is what an undertaking is called.

    Such a word ends it (“白雪行动”) or follows (“清风”行动), or it is a saying by its number
    (“千企帮千村”).
    """
    said, rules = text[start:end], _rules()
    named = _named(said, rules.campaign_ends, rules.not_after_campaign)
    whole = any(s.text == said for s in (*find_sayings(said), *named))
    whole = whole or rules.slogan.fullmatch(said) is not None
    # 暖企惠企|百日行
    whole = whole or any(s.end == len(said) for s in find_called(said))
    return whole or bool(rules.quoted.match(text, end))


def _shaped(text: str) -> Iterator[re.Match[str]]:
    """What shows by its shape alone."""
    if "博会" in text:
        yield from _FAIR.finditer(text)
    yield from matches_from(_BRINGS, _BROUGHT, text)
    yield from _stages(text)


def _stages(text: str) -> Iterator[re.Match[str]]:
    """Parts of a work, looked for by their last character."""
    end = 0
    for at in places_of("期", text):
        match = _STAGE.match(text, at - 3) if at - 3 >= end else None
        if match is not None:
            end = match.end()
            yield match


def _projects(text: str) -> Iterator[Span]:
    """What one project is for, where it is told how far it is."""
    for match in _rules().done_project.finditer(text):
        start, end = _name_begins(text, match.start()), match.end()
        stem = text[start : match.start()]
        if len(stem) > 3 and not _rules().words.match(stem) and not is_common_word(stem[-4:]):
            yield Span(text[start:end], start, end)


def find_meetings(text: str) -> Iterator[Span]:
    """全省经济工作会议, 第九届荷花节: a meeting with the level that holds it, or its edition.

    昨天的|现场观摩会: one of which is said when it was, too.
    """
    held = (*_EDITION.finditer(text), *_SESSION.finditer(text)) if "届" in text else ()
    for edition in held:
        yield Span(edition.group(), *edition.span())
    for _, end in _rules().told.spans(text):
        match = _rules().meeting.match(text, end)
        if match is not None and len(match.group()) > _REACH_OF_SORT:
            yield Span(match.group(), *match.span())
    for start, end in _rules().levels.spans(text):
        match = _rules().meeting.match(text, end)
        if match is not None:
            yield Span(text[start : match.end()], start, match.end())


def find_rules(text: str) -> Iterator[Span]:
    """环境保护法, 信访工作条例: laws and rules without 《》."""
    rules = _rules()
    for start, end in rules.rules.spans(text):
        yield Span(text[start:end], start, end)
    for match in (*rules.law.finditer(text), *rules.that_rule.finditer(text)):
        yield Span(match.group("rule"), *match.span("rule"))
    for match in matches_from(_LEVEL, rules.plan, text):
        # 县里制定的实施方案 says what is done about one.
        over = [
            at
            for at in rules.stops.spans(match.group())
            if match.group()[slice(*at)] not in rules.wholes
        ]
        cut = is_word(text[max(0, match.start() - 1) : match.start() + 1])
        if not over and not cut:
            yield Span(match.group(), *match.span())
    for match in matches_from(_CAPITAL, _STANDARD, text):
        yield Span(match.group(), *match.span())
    plans = _named(text, rules.year_plans, frozenset(), _PLANNED) if "年" in text else ()
    # 今后三年规划 says of none what it is about.
    yield from (plan for plan in plans if plan.text.index("年") > _PLANNED)
    yield from _named(text, rules.rule_ends, rules.not_after_rule, _TELLING)


def find_committees(text: str) -> Iterator[Span]:
    """城市更新工作领导小组: what was set up for a while, by what it is for."""
    return _named(text, _rules().committee_ends, frozenset())


def _named(
    text: str, ends: Words, not_after: frozenset[str], telling: int = _REACH
) -> Iterator[Span]:
    """Before each ending what is more than its sort; ``telling`` characters are always more."""
    for middle, end in ends.spans(text):
        if text[end : end + 1] in not_after and not text.startswith("规定", end):
            continue
        start = _name_begins(text, middle)
        stem = text[start:middle]
        # A law is one by its last word already: 道路交通安全法.
        sort = text[end - 1] != "法" and len(stem) < telling and _is_sort(stem)
        if len(stem) < 2 or sort:
            continue
        if not is_common_word(text[max(start, middle - 4) : end]) or _is_more(stem[:-4]):
            yield Span(text[start:end], start, end)


def _is_sort(stem: str) -> bool:
    """Whether it only says which sort it is, and what is done with it: 切实解决|支部|活动."""
    while len(stem) > 2 and is_word(stem[:2]) and _is_verb(stem[:2]):
        stem = stem[2:]
    return _rules().words.match(stem) is not None


def _is_verb(pair: str) -> bool:
    return not (is_noun(pair) or is_called_name(pair))


def _is_more(stem: str) -> bool:
    """Whether more than a sort stands before what patterns say: 夏季治安|打击整治行动."""
    return len(stem) > 2 and not (_rules().words.match(stem) or is_common_word(stem))


def _name_begins(text: str, end: int) -> int:
    """Where the name whose last word stands at ``end`` begins: after a mark or a word like 开展."""
    begin = max(0, end - _REACH)
    marks = [m.end() for m in _NO_HAN.finditer(text, begin, end)]
    begin = marks[-1] if marks else begin
    rules, before = _rules(), text[begin:end]
    stops = [at for start, at in rules.stops.spans(before) if before[start:at] not in rules.wholes]
    return begin + stops[-1] if stops else begin
