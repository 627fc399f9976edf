"""A fifth hidden grammar: formulae said in several ways, and words that a filling brings along.

Adverbs come and go, a formula has one of two words in a place, a number is told or left open (几),
what is filled in has 了 of its own, thanks are a sentence of five characters. Each way to say a
formula is a formula. ``speeches`` gives texts.
"""

from __future__ import annotations

import random
import re
from itertools import product

#: (part of the pack, frame); ``(a)`` may be left out, ``[a|b]`` is one of the two, ``{x}`` an
#: action, ``{c}`` what has been done, ``{o}`` a thing, ``{n}`` a number, ``{d}`` a day.
FRAMES: tuple[tuple[str, str], ...] = (
    ("opening", "大家晚上好，占用大家一点时间，研究{o}。"),
    ("opening", "前几天，我到{o}走了一圈，感受很深。"),
    ("opening", "我先讲几句，供大家参考。"),
    ("opening", "下面，我(再)讲{n}点意见。"),
    ("headings", "团结一致，管好{o}"),
    ("headings", "聚焦短板，推动{o}提质增效"),
    ("headings", "关于{o}问题"),
    ("points", "过去的一年，{c}，{c}，让人欣慰。"),
    ("points", "要(进一步)加强对{o}的[监督|监管]，坚决防止{o}出问题。"),
    ("points", "[主要领导|一把手]要亲自部署{o}，分管领导要具体抓。"),
    ("points", "督查室要对{o}跟踪问效，定期通报情况。"),
    ("points", "从下周开始，实行{o}日报告制度。"),
    ("points", "公司决定，从明年起{x}。"),
    ("points", "{d}前，要全部完成{o}任务。"),
    ("points", "能{x}的，马上{x}。"),
    ("closing", "同志们，{o}只有进行时，没有完成时。"),
    ("closing", "我相信，有大家的共同努力，{o}一定能取得好成绩。"),
    ("closing", "我就讲到这里，谢谢大家。"),
    ("closing", "谢谢大家！"),
)
_CHOICE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_STOCK = "榆棠沂浔菱泖苇麓嵩沅蓟埠汀濂屏墩漕圩堰澧藻檀砚笺釉窑舫橹槐椿桉柚"
_THINGS = ("水渠", "账册", "货栈", "码头", "苗圃", "锅炉", "电缆", "圩堤", "窑口", "渡船")
_ACTS = ("粉刷", "翻晒", "搬迁", "封存", "腾挪", "描红", "轮换", "分装", "铺装", "扎捆")


def ways(frame: str) -> set[str]:
    """All ways to say a frame."""
    pieces: list[list[str]] = []
    at = 0
    for found in _CHOICE.finditer(frame):
        either = found[2].split("|") if found[1] is None else ["", found[1]]
        pieces += [[frame[at : found.start()]], either]
        at = found.end()
    return {"".join(said) for said in product(*pieces, [frame[at:]])}


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(_STOCK) for _ in range(2))


def _filled(rng: random.Random, frame: str) -> str:
    def one(match: re.Match[str]) -> str:
        kind, thing = match.group(1), _name(rng) + rng.choice(_THINGS)
        if kind == "n":
            return rng.choice("三四五几")
        if kind == "d":
            return f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        if kind == "x":
            return rng.choice(_ACTS) + thing
        if kind == "c":
            return rng.choice([f"{thing}换了样", f"{_name(rng)}修了{thing}", f"{thing}好起来"])
        return thing

    return re.sub(r"\{(\w)\}", one, rng.choice(sorted(ways(frame))))


def _one(rng: random.Random) -> str:
    def of(part: str, count: int) -> list[str]:
        frames = [f for p, f in FRAMES if p == part]
        return [_filled(rng, f) for f in rng.sample(frames, count)]

    lines = [f"在{_name(rng)}工作会上的讲话", "同志们：", "".join(of("opening", rng.randint(2, 3)))]
    for number, heading in zip("一二三", of("headings", rng.randint(2, 3)), strict=False):
        lines += [f"{number}、{heading}", "".join(of("points", rng.randint(4, 6)))]
    return "\n".join([*lines, "".join(of("closing", rng.randint(1, 2)))])


def speeches(count: int, seed: int) -> tuple[list[str], set[str]]:
    """``count`` texts; what may not come out are characters that only fillings have."""
    rng = random.Random(seed)
    return [_one(rng) for _ in range(count)], {*_STOCK, *_THINGS}
