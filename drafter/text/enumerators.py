"""Enumerators at the start of a line: 一、 第一部分 （一） 1. （1） ① 第一， 一是 一要 其一.

Ranks follow GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）) with 第一部分 above and run-in ordinals
below; they only break ties, since a text may nest its glyphs in any order.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from drafter.resources import read_data
from drafter.text.later import later
from drafter.text.numerals import GLYPHS, ordinal
from drafter.text.scanning import either

__all__ = ["Enumerator", "bare_label", "find_enumerator", "second_of"]


class Enumerator(Struct, frozen=True):
    """One enumerator: its glyph style, bare label, number, and how many characters it takes.

    ``sure`` is false for shapes that begin ordinary sentences too (一靠, 1 加强) and count only
    beside a sibling.
    """

    style: str
    label: str
    number: int
    width: int
    rank: int
    sure: bool = True


#: No enumerator, with what must follow it, is longer.
_WIDEST = 64
_CN = "[一二三四五六七八九十百〇零]{1,5}"
#: Bullets and marks of emphasis before an enumerator: **一、, ★1.
_ORNAMENTS = frozenset("*#●◆■▲★☆※>•◎◇□►▶")
_ORNAMENT = later(r"[*#●◆■▲★☆※>•◎◇□►▶]{1,4} *(?![*#●◆■▲★☆※>•◎◇□►▶ ])")
#: Glyphs that hold a stop or brackets: ⒈ ⑴ ㈠.
_MARKED_GLYPHS = frozenset(chr(c) for a, n in ((0x2474, 40), (0x3220, 10)) for c in range(a, a + n))
_AFTER_GLYPH = " 、，．.："
_RANKS = {
    "part": 0,
    "cn": 10,
    "cnparen": 20,
    "cnr": 25,
    "ord": 45,
    "ar": 30,
    "dec": 35,
    "arparen": 40,
}
_RANKS |= {"bare": 50, "named": 45, "unit": 45, "arr": 40, "glyph": 50, "qi": 55, "run": 60}
#: Units that divide a whole text; the others count points inside it.
_DIVISIONS = frozenset(("部分", "章", "节", "编", "篇", "板块", "课", "讲"))
#: 一、二等奖 and 3、4月份 number nothing; but 一、一年来工作回顾 does.
_NUMBER_GOES_ON = later(
    f"({_CN}|\\d{{1,2}})(?:[、，]|[等级期产类线楼月日号班届季批]|点(?![感体意建要希打想认启思看说倡])|年(?P<grade>级)?(?!来|多来|工作|的|目标)|(?:至|到|—|-))"
)


#: 希望一：, 关键词二：: what is numbered stands before the number. Days of the week are no list.
_NAMED = later(rf"(?!星期|礼拜)(?P<noun>[\u4e00-\u9fff]{{2,3}})(?P<named>{_CN}|\d{{1,2}}) ?[：:]")
_NUMERALS = frozenset("一二三四五六七八九十123456789")
#: 第一笔账，: a measure and what it measures, beside siblings only; 第一次， begins a sentence.
_MEASURES = "个样笔把堂道封颗盏份种件句条张本段座杯根面扇双股块桩声幅味剂盘首篇"
#: What digits count, or are part of; before other words they were ① ② before a site folded them.
_COUNTED = (
    "年月日时点分秒个名位项条件家户亩万亿千百十多倍元米吨公斤里度级等期届次轮天周岁人类种批组队"
    "支所座处台套辆艘架栋间层楼号路线区村镇乡县市省国大小中高低以至到余几来班对把场本部张篇句步者"
)
#: What an enumerator begins with tells which shapes it can have.
_SHAPES = dict.fromkeys("一二三四五六七八九十", "counted")
_SHAPES |= dict.fromkeys("(（〔﹙［[【", "bracketed") | dict.fromkeys("0123456789", "arabic")
_SHAPES |= {"第": "ordinal", "其": "listed"}


@cache
def _shape(name: str) -> re.Pattern[str]:
    """The shapes of enumerators that begin alike; compiled when one is met, they take long."""
    #: A bare number needs a mark after it; a space will do where a heading follows.
    gap = r" +(?=[\u4e00-\u9fff“《]|\d{4}年)"
    if name == "ordinal":
        return _ordinal_shape()
    if name == "bracketed":
        return re.compile(
            rf"[（〔﹙［【] ?(?P<cnparen>{_CN}) ?[）〕﹚］】][ 、，．：]*"
            r"|[（〔﹙［] ?(?P<arparen>\d{1,2}) ?[）〕﹚］][ 、，．：]*"
        )
    if name == "listed":
        return re.compile(rf"其(?P<qi>{_CN}) ?(?:[，、：]|(?=是|要|在))")
    if name == "counted":
        data = read_data("enumerators.yaml")
        runs = "|".join(data["runs"])
        siblings = either(data["sibling_runs"])
        return re.compile(
            rf"(?P<cn>{_CN}) ?(?P<cnmark>[、．。，：]|\.(?!\d)|[）] ?[、．]?|{gap})[ 、．]*"
            rf"|(?P<run>{_CN})(?P<verb>{runs})[：，]?"
            rf"|(?P<try>{_CN})(?P<tryverb>{siblings})"
        )
    #: 1.1加强 numbers a heading, 1.5万 counts something.
    heading = r"(?=[\u4e00-\u9fff“《])(?![万亿千百多倍个元米吨公亩年月日])"
    return re.compile(
        rf"(?P<dec>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?P<decmark>[、． ]|{heading})"
        r"|(?P<ar>\d{1,2}) ?"
        rf"(?P<armark>[、．，：]|\.(?!\d(?!\d{{3}}年))|[）] ?[、．.]?|{gap})[ 、．]*"
        rf"|(?P<bare>\d{{1,2}})(?=[\u4e00-\u9fff“《])(?![{_COUNTED}])"
    )


def _ordinal_shape() -> re.Pattern[str]:
    units = either(read_data("enumerators.yaml")["units"])
    end = r"(?=[ ：:、，．。；—-]|$)"
    #: 第一 stands for a point before a mark, or before 是 and 要; 第一要务 is a word.
    point = r"(?:[，、：．。；]|\.(?!\d)| +(?=[\u4e00-\u9fff“《])|(?=是|要(?![求点素件闻务])|就是))"
    return re.compile(
        rf"第 ?(?P<part>{_CN}|\d{{1,2}}) ?(?P<unit>{units})"
        rf"(?:[ ：:、，．]+|{end}|(?=是|就是)|(?<=部分)(?=[\u4e00-\u9fff]))"
        rf"|第(?P<ord>{_CN}|\d{{1,2}}) ?{point}"
        rf"|第(?P<meas>{_CN}|\d{{1,2}})(?P<measure>[{_MEASURES}][\u4e00-\u9fff]{{0,2}})[，：](?=.)"
    )


def find_enumerator(text: str, start: int = 0) -> Enumerator | None:
    """The enumerator that stands at ``start`` in folded text, or None.

    ``width`` counts from ``start`` and takes in the marks that part it from its heading.
    """
    if start >= len(text):
        return None
    if text[start] in _ORNAMENTS and (bare := _ORNAMENT().match(text, start)):
        inner = find_enumerator(text, bare.end())
        return replace(inner, width=inner.width + bare.end() - start) if inner else None
    if text[start] not in _SHAPES:
        if text[start] not in GLYPHS:
            return _named(text, start)
        after = len(text) - len(text[start + 1 :].lstrip(_AFTER_GLYPH))
        return _made("glyph", text[start], after - start)
    return _numbered(text[start : start + _WIDEST])


def _named(text: str, start: int) -> Enumerator | None:
    """The enumerator behind the noun that it numbers, as the first word of a line: 希望一：."""
    if _NUMERALS.isdisjoint(text[start + 2 : start + 4]):
        return None
    found = _NAMED().match(text, start)
    if found is None:
        return None
    return _made("named", found["named"], found.end() - start, sub=found["noun"], sure=False)


@lru_cache(maxsize=4096)
def _numbered(text: str) -> Enumerator | None:
    """The enumerator of a beginning of a line; a reader asks for that of one line several times."""
    found = _shape(_SHAPES[text[0]]).match(text)
    return None if found is None else _understood(found, text)


def bare_label(label: str) -> str:
    """A label without the stop or the brackets that are part of its glyph: ⒈ as 1, ㈠ as 一."""
    if label[:1] in _MARKED_GLYPHS:
        return normalize("NFKC", label).strip(".()")
    return label


def second_of(first: Enumerator, text: str) -> bool:
    """Whether the second point of the series that ``first`` begins stands after a stop in ``text``.

    Looked for are points that run on in a paragraph: 第二， 二是 其二.
    """
    words = {"ord": "第二[，、：]", "qi": "其二"}
    word = words.get(first.style) or f"二{first.style.removeprefix('run')}"
    return re.search(f"[。；，]{word}", text) is not None


def _understood(found: re.Match[str], text: str) -> Enumerator | None:
    name = found.lastgroup or ""
    kind = {
        "unit": "part",
        "measure": "meas",
        "cnmark": "cn",
        "verb": "run",
        "tryverb": "try",
        "armark": "ar",
        "decmark": "dec",
    }.get(name, name)
    label, width = found[kind], found.end()
    if kind in ("part", "cn", "ar"):
        onward = _NUMBER_GOES_ON().match(text, found.end())
        if kind != "part" and onward and _goes_on(label, onward):
            return None
        return _marked(kind, label, found, width)
    if kind == "bare":
        return _made("bare", label, width, sure=False)
    if kind == "meas":
        return _made("unit", label, width, sub=found["measure"][0], sure=False)
    if kind in ("run", "try"):
        verb = found["verb"] or found["tryverb"]
        if kind == "run" and text[found.end() : found.end() + 1] == label:
            return None
        return _made("run", label, width, sub=verb, sure=kind == "run")
    if kind == "dec":
        parts = label.replace("．", ".").split(".")
        style = f"dec{len(parts)}"
        return Enumerator(style, label, int(parts[-1]), width, _RANKS["dec"], sure=False)
    return _made(kind, label, width)


def _goes_on(label: str, onward: re.Match[str]) -> bool:
    """Whether a second number goes on the first: 三、四年级 does, 二、八年级的特点 does not.

    Nobody writes one in characters and the other in digits: 一、7月底前完成 is a first point.
    """
    if label.isdecimal() != onward[1].isdecimal():
        return False
    step = (ordinal(onward[1]) or 0) - (ordinal(label) or 0)
    return step == 1 if onward["grade"] else step > 0


def _marked(kind: str, label: str, found: re.Match[str], width: int) -> Enumerator | None:
    if kind == "part":
        unit = found["unit"]
        return _made("part" if unit in _DIVISIONS else "unit", label, width, sub=unit)
    mark = found["cnmark"] if kind == "cn" else found["armark"]
    if mark[:1] == "）":
        return _made("cnr" if kind == "cn" else "arr", label, width)
    return _made(kind, label, width, sure=mark[:1] not in "，： ")


def _made(
    kind: str, label: str, width: int, *, sub: str = "", sure: bool = True
) -> Enumerator | None:
    number = ordinal(label)
    if number is None or number == 0:
        return None
    return Enumerator(kind + sub, label, number, width, _RANKS[kind], sure)
