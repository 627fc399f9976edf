"""Figures, dates and times in running text, in Arabic and in Chinese numerals.

Numbers are written by GB/T 15835-2011: 1260处, 3.5亿元, 12%, but also 三千二百户, 八成, 百分之五.
Numerals that are part of a phrase (一是, 三个方面, 千方百计, 百日) are no figures. Enumerators at
the head of a paragraph are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from drafter.resources import read_data
from drafter.text.folding import to_half_digits
from drafter.text.later import later
from drafter.text.numerals import ordinal
from drafter.text.scanning import longest_first, matches_from

__all__ = ["find_quantities", "normal_date", "normal_number"]

_CN = "〇零一二三四五六七八九十"
_D = rf"(?:[0-9]{{1,2}}|[{_CN}]{{1,3}})"
_TAIL = r"(?:底|末|初|上旬|中旬|下旬|份)?(?:之?前|以前)?"
_ARABIC = re.compile(
    r"(?<![0-9A-Za-z.])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:[十百千万亿]+)?(?:[%％‰]|个百分点)?"
)
_CHINESE = re.compile(
    r"[百千万]分之[一二三四五六七八九十百零点]+|[一二三四五六七八九十]+分之[一二三四五六七八九十]+"
    r"|(?<![一二三四五六七八九十几多])[二两三四五六七八九]成(?![果效绩为立长了员熟功就本色天品型套交语见分败对批片才]|群(?!众))"
    r"|(?<!半)第?[一二两三四五六七八九十百千万亿零〇]{2,}"
)
#: A place in an order, and a growth: 全省第三, 前十名, 翻两番, 增长一成.
_RANK = re.compile(
    r"(?:全[国省市县区校球]|世界|年级|同类|行业)(?:排名|排|的)?"
    r"(?:第[一二三四五六七八九十]|前[一二三四五六七八九十]+)(?![线时责要流])"
    r"|全[国省市县区州镇校]首位|居(?:首位|榜首)|[ⅠⅡⅢⅣⅤ][类级]"
    r"|第[一二三四五六七八九]名|前[三五八]名|前三甲|前[二三四五六七八九]?十[强名位]"
    r"|翻了?[一二两三四五]?番(?!地|几)|(?<=[增减长降升高少占近约加])一成(?!不)|(?<=[增长升高快多翻])了?一倍"
    r"|(?<=连续|历时|整整|过去|今后|未来|坚持|先后)[两二三四五六七八九](?:年|天|周|届|次)"
    r"|(?<=缩短|减少|下降|压缩|增加|降低)了?一半|倒数第[一二三四五六七八九十]|[一二三四五六七八九]等[奖功]|[一二三四五]星级|[两二三]位数(?=[增的以])"
)
#: Few of those characters stand before one that its branches go on with.
_RANK_HEAD = re.compile(
    "[ⅠⅡⅢⅣⅤ居全世年同行第前翻一二三四五六七八九两倒了]"
    "(?=[国省市县区州镇校球界级类业首榜数一二三四五六七八九十两了番成倍半年天周届次等星位])"
)
#: The first characters of what :func:`_about` looks for.
_ABOUT_HEAD = re.compile("[近上逾超破过数几约半两一二三四五六七八九十百千万亿]")
#: What figures in Arabic and in Chinese numerals begin with.
_DIGIT, _FEW = re.compile("[0-9]"), re.compile("[二两三四五六七八九十]")
_NUMERAL = re.compile("[一二两三四五六七八九十百千万亿零〇第]")
_CAPITAL, _LETTER = re.compile("[\u4e00-\u9fff](?=[A-Z])"), re.compile("[A-Z]")
_UNITS = frozenset("十百千万亿")
_VAGUE = frozenset(("一百", "一千", "一万", "一亿", "第一百"))
_TWO_DIGITS = later(r"[一二两三四五六七八九]{2}")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．]")
_BEFORE_ENUMERATOR = "\n\u3000 （(。；：！？"

Kind = Literal["number", "date"]


@cache
def _date() -> re.Pattern[str]:
    """A date, a time of day, or a time by the calendar: 11月底前, 春节期间, 本周内, 第一季度."""
    days = read_data("quantities.yaml")["feasts"]
    heads, feasts = "".join(sorted({day[0] for day in days})), f"(?:{'|'.join(days)})"
    return re.compile(
        # Said first, so that most characters fail at once.
        rf"(?=[0-9{_CN}第本下上周星“今去明前后昨当年月季学八正腊半两五七早晚凌{heads}])(?:"
        rf"(?:[0-9]{{4}}|[{_CN}]{{4}})年(?:{_D}月(?:{_D}[日号]|{_TAIL})?|[上下]半年|底|初|末)?(?:之?前|以前)?"
        r"|(?<![0-9.])[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.])"
        rf"|[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|{_TAIL})"
        rf"|(?<![{_CN}每])(?:十[一二]|[一二三四五六七八九十])月(?:{_D}[日号]|底|末|初|上旬|中旬|下旬|份)(?:之?前|以前)?"
        r"|(?<![0-9])[0-9]{1,2}[日号](?![召线楼文])"
        r"|(?<![0-9:：])[0-9]{1,2}[:：][0-9]{2}(?![0-9:：])|[0-9]{1,2}[时点](?:[0-9]{1,2}分|整|半)?(?!以)"
        rf"|[今去明前后]年(?:{_D}月(?:{_D}[日号]|{_TAIL})?|[上下]半年|{feasts}|年?[底末](?:之?前|以前)?|[春夏秋冬])(?:之?前|以前)?"
        # A deadline that leaves the year or the month to be understood: 年底前, 学期末前.
        r"|(?:[年月季]|季度|学期)[底末](?:之?前|以前)"
        rf"|{feasts}节?(?:之?前|以前|之?后|以后|期间|小?长假|假期)"
        r"|(?:五一|七一|八一|十一)(?=前|后|期间|假期|长假|黄金周|放假)|[正腊]月(?:[初十廿二][一二三四五六七八九十]|底|末|里)"
        # Within so many days or weeks, or within this one.
        r"|(?:本周|本月|本季度|本学期|[今当]年|当[日天月])之?内(?![外容部心涵])"
        rf"|[{_CN}两半](?:周|个?月|天|日|年|个工作日|小时)(?:之内|以内|内(?![外容部心涵]))"
        r"|[本上下]个?月(?:底|末|初|中旬|上旬|下旬)(?:之?前|以前)?|[上下](?:周|星期)[一二三四五六日天末]|昨日|前天"
        r"|(?<![以一])[上下]周(?![一二三四五六日天末期边]|安排，|安排。|计划)|[今明][春夏秋冬](?![天]?[雨装种播耕收])"
        r"|(?<!第)[上下]半年(?:之?前|以前)?(?!度)"
        rf"|(?:上午|下午|早上|晚上|中午|凌晨)[{_CN}]{{1,3}}[点时]半?"
        r"|[昨明]天?(?:上午|下午|中午|早上|晚上|晚)(?![会辈年清])"
        r"|第?[一二三四1-4]季度(?:末|初)?|(?<!每)(?:本|下|上)?(?:周|星期)[一二三四五六日](?![次个])(?=[上下晚前，。、；]|[^一-龥]|$)"
        r"|[“]?十[一二三四五六]五[”]?(?=规划|期间|时期|时|末|以来|开局|收官))"
    )


@cache
def _measures() -> tuple[str, ...]:
    return longest_first(read_data("quantities.yaml")["measures"])


@cache
def _plate() -> re.Pattern[str]:
    """冀A12345: the number plate of one vehicle."""
    return re.compile(f"[{read_data('quantities.yaml')['plates']}][A-Z]·?[A-Z0-9]{{4,6}}")


@cache
def _small() -> re.Pattern[str]:
    """One numeral from 二 to 九 before a measure that makes it a figure."""
    measures = "|".join(_measures())
    return re.compile(
        rf"(?<![{_CN}百千万亿几第十数两每])(?:[二两三四五六七八九](?:{measures})|十(?!倍)(?:{measures}))(?![俱气同力])"
    )


@cache
def _about() -> re.Pattern[str]:
    """About so many: 近千人, 上百家, 十余次, 数以万计, 破万元, 半数以上."""
    data = read_data("quantities.yaml")
    measures = "|".join((*_measures(), *data["round_measures"]))
    few = "|".join(data["few_measures"])
    return re.compile(
        rf"(?:(?:[近逾超破数约]|(?<![胜强抵赛])过|[上几](?!十))[十百千万亿]{{1,3}}|(?<![{_CN}百千万几])十[余多几来]|(?<![{_CN}百千万亿几数上近])[百千万亿][余多]|[一二三四五六七八九]{{2}}[百千万]+)(?=[多余]?(?:{measures}))"
        "|(?<![一二三四五六七八九])[一二三四五六七八九]{2}[百千万](?=[，。；、！]|$)"
        "|(?<![一二三四五六七八九几数百])十(?:年[前后来内]|天[内前后]|个月)|数以[十百千万亿]{1,2}计|半数以上|半数(?=企业|单位|村|乡镇|部门|干部|群众|党员|农户|职工)|百十[来多]?万?(?=[户人家个名亩方吨元公斤米件])"
        "|(?<![一二三四五六七八九])[一二三四六七八九][一二三四六七八九]开(?=[，。、；的分比])|([两三四五六七八九])天\\1夜|[过超近]半数|一半以上"
        # 一个半小时, 七八里地
        "|[一两三四五六七八九]个半(?=小时|钟头|月|工作日)"
        rf"|(?<![{_CN}百千万亿几第])(?:三四|四五|五六|六七|七八|八九)(?:{measures}|{few})"
    )


@cache
def _idioms() -> tuple[str, ...]:
    return tuple(read_data("quantities.yaml")["idioms"])


def find_quantities(text: str) -> list[tuple[Kind, int, int]]:
    """Every date and figure as (kind, start, end), in order; none overlaps another."""
    if _WIDE.search(text):
        text = to_half_digits(text)
    found: list[tuple[Kind, int, int]] = [("date", *span) for span in _dates(text)]
    dates = [(start, end) for _, start, end in found]
    for start, end in _figures(text):
        inside = any(s < end and start < e for s, e in dates)
        if not inside and not _enumerates(text, start, end):
            found.append(("number", start, end))
    found.sort(key=lambda f: (f[1], -f[2]))
    return [f for i, f in enumerate(found) if i == 0 or f[1] >= found[i - 1][2]]


def _enumerates(text: str, start: int, end: int) -> bool:
    """Whether the number here counts paragraphs or points: 12. 十二、 （十二） 第十二，."""
    after = text[end : end + 1]
    if text[start] == "第":
        return after in tuple("，、")
    if not after or after not in "）)．.、" or text[end + 1 : end + 2].isdigit():
        return False
    return end - start <= 4 and (start == 0 or text[start - 1] in _BEFORE_ENUMERATOR)


def _dates(text: str) -> Iterator[tuple[int, int]]:
    for match in _date().finditer(text):
        yield match.span()


def _figures(text: str) -> Iterator[tuple[int, int]]:
    for match in matches_from(_DIGIT, _ARABIC, text):
        yield match.span()
    for match in matches_from(_CAPITAL, _plate(), text) if _LETTER.search(text) else ():
        yield match.span()
    for match in matches_from(_NUMERAL, _CHINESE, text):
        if text.startswith(_idioms(), match.start()) or not _is_figure(match.group()):
            continue
        # 一千句空话 and 不怕一万 are no counts; 一千户 is.
        more = text[match.end() : match.end() + 1] in ("多", "余", "来")
        if match.group() not in _VAGUE or more or text.startswith(_measures(), match.end()):
            yield match.span()
    for match in matches_from(_RANK_HEAD, _RANK, text):
        yield match.span()
    for match in matches_from(_ABOUT_HEAD, _about(), text):
        if not text.startswith(_idioms(), match.start()):
            yield match.span()
    for match in matches_from(_FEW, _small(), text):
        if not text.startswith(_idioms(), match.start()):
            yield match.span()


def _is_figure(written: str) -> bool:
    """Whether a run of numerals is one number: 三十二 and 一千二百 are, 一二 and 千万 are not."""
    if "分之" in written or written.endswith("成"):
        return True
    body = written.removeprefix("第")
    if len(body) < 2 or body[0] in "百千万亿零〇":
        return False
    if body[0] == "十":
        return body[1] not in _UNITS
    return any(c in _UNITS for c in body) and not _TWO_DIGITS().search(body)


@cache
def normal_number(written: str) -> str:
    """A figure in a form equal for equal figures: ``1,260`` and ``1260``, ``12％`` and ``12%``."""
    text = to_half_digits(written).replace(",", "").replace("％", "%").removeprefix("第")
    if text.startswith("百分之"):
        value = ordinal(text[3:])
        return f"{value}%" if value is not None else text
    if text and all(c in "一二两三四五六七八九十百千零〇" for c in text):
        value = ordinal(text)
        return str(value) if value is not None else text
    return text


_FULL_DATE = later(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_DIGIT_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


@cache
def normal_date(written: str) -> str:
    """A date in a form equal for equal dates: 2026-11-21 and 二〇二六年十一月二十一日."""
    text = to_half_digits(written).replace("：", ":")
    year = re.match(rf"[{_CN}]{{4}}(?=年)", text)
    if year:
        text = year.group().translate(_DIGIT_YEAR) + text[4:]
    text = re.sub(rf"[{_CN}]+(?=[月日号])", lambda m: str(ordinal(m.group()) or m.group()), text)
    text = text.replace("号", "日")
    full = _FULL_DATE().match(text)
    if full:
        year_, month, day = (int(g) for g in full.groups())
        return f"{year_}年{month}月{day}日" + text[full.end() :]
    return re.sub(r"(?<![0-9])0(?=[0-9][月日])", "", text)
