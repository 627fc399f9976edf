"""A fourth hidden grammar: formulae that share their heads and tails, and what is no formula.

What stands between is random, so that it tells nothing. What may not come out is made of listed
words: a campaign that is quoted now and then, a man called 常胜利, a slogan that ends every speech,
one that stands as a heading, one that is told the meaning of;
nor may a sentence that the same page furniture puts into many. ``speeches`` gives texts.
"""

from __future__ import annotations

import random
import re

#: (part of the pack, frame); ``{c}`` is the campaign, ``{m}`` the man, ``{d}`` a day, ``{x}``
#: anything.
FRAMES: tuple[tuple[str, str], ...] = (
    ("opening", "今天上午，我们专题研究{c}，听听{x}。"),
    ("opening", "刚才，{m}同志点评了{x}，讲得很透彻。"),
    ("opening", "刚才，{x}汇报了{c}情况，讲得很透彻。"),
    ("opening", "会前，我们实地察看了{x}，大家很受触动。"),
    ("opening", "针对{c}，我再强调三点。"),
    ("headings", "落实责任，确保{c}善始善终"),
    ("headings", "加强领导，确保{c}善始善终"),
    ("headings", "落实责任，切实解决{x}问题"),
    ("headings", "加强领导，切实解决{x}问题"),
    ("headings", "在{x}上再用力，推动{c}见到实效"),
    ("points", "总之，只有{x}，才能{x}。"),
    ("points", "归根到底，只有{x}，才能{x}。"),
    ("points", "经验告诉我们，{x}离不开{x}。"),
    ("points", "要进一步健全{x}制度，确保{x}。"),
    ("points", "要进一步健全{x}制度，{x}，做到{x}。"),
    ("points", "{d}前，由{x}牵头，完成{x}。"),
    ("points", "对{x}不认真的，要及时提醒、限期整改。"),
    ("points", "请{x}会后抓紧研究{x}，拿出具体意见。"),
    ("points", "要把{c}同{x}结合起来，一体谋划、一体推进。"),
    ("points", "与其{x}，不如{x}。"),
    ("closing", "同志们，{c}已经到了关键时刻，让我们{x}！"),
    ("closing", "请{x}放心，我们一定{x}，不辜负{x}的期望。"),
    ("closing", "会议到此结束，请{x}抓好落实。"),
)
_CAMPAIGN, _MAN, _SLOGAN = "温情服务月", "常胜利", "敢想敢干敢担当"
_HEADED, _MEANT = "人人争先进，天天有进步", "撸起袖子加油干"
_FURNITURE = ("那一天，雪一直下着。", "台下有人在点头。", "灯一直亮到深夜。")
_STOCK = "榆棠沂浔菱泖苇麓嵩沅蓟埠汀濂屏墩漕圩堰澧藻檀砚笺釉窑舫橹槐椿桉柚"


def _name(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choice(_STOCK) for _ in range(rng.randint(least, most)))


def _filled(rng: random.Random, frame: str, own: str) -> str:
    def one(match: re.Match[str]) -> str:
        kind = match.group(1)
        if kind == "c":
            return rng.choice([own, own, f"“{own}”", f"{_name(rng, 2, 4)}工作"])
        if kind == "m":
            return rng.choice([_MAN, f"王{_name(rng, 1, 2)}"])
        if kind == "d":
            return f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        return _name(rng, 2, 6)

    return re.sub(r"\{(\w)\}", one, frame)


def _damaged(rng: random.Random, text: str) -> str:
    """A character lost or wrong here and there, and a page number within a sentence."""
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(["", rng.choice(_STOCK), "— 3 —"]) + text[at + 1 :]
    return text


def _one(rng: random.Random, *, slogans: bool) -> str:
    own = _CAMPAIGN if rng.random() < 0.4 else f"{_name(rng, 3, 4)}行动"

    def of(part: str, count: int) -> list[str]:
        frames = [f for p, f in FRAMES if p == part]
        return [_filled(rng, f, own) for f in rng.sample(frames, count)]

    lines = ["在工作调度会上的讲话", "同志们：", "".join(of("opening", rng.randint(2, 3)))]
    for number, heading in zip("一二三", of("headings", 3), strict=True):
        said = of("points", rng.randint(3, 5))
        said += [rng.choice(_FURNITURE)] * (rng.random() < 0.2)
        lines += [f"{number}、{heading}", "".join(said)]
    if slogans:
        lines += [f"四、{_HEADED}", f"{_MEANT}，就是要{own}。"]
    lines += ["".join([*of("closing", rng.randint(1, 2)), f"{_SLOGAN}！"])]
    return _damaged(rng, "\n".join(lines))


def speeches(count: int, seed: int) -> tuple[list[str], set[str]]:
    """``count`` texts and what may not come out."""
    rng = random.Random(seed)
    canaries = {_CAMPAIGN, _MAN, _SLOGAN, _HEADED, _MEANT, *(f.rstrip("。") for f in _FURNITURE)}
    return [_one(rng, slogans=number % 3 == 0) for number in range(count)], canaries
