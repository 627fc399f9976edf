"""Another hidden grammar, built differently from :mod:`grammar`: school, company and bureau speech.

Frames are written with slots at either end and twice the same; fillers are put together out of
characters at random, so that no list of words can know them; speeches differ in how many points
they have, in what stands before a body and in what is said between. ``speeches`` gives texts.
"""

from __future__ import annotations

import random
import re

#: (part of the pack, frame); ``_`` is a slot.
FRAMES: tuple[tuple[str, str], ...] = (
    ("opening", "在_之际，我们齐聚一堂，隆重召开_。"),
    ("opening", "_是在_的新形势下召开的一次重要会议。"),
    ("opening", "首先，我代表_，向_表示热烈的祝贺！"),
    ("opening", "刚才，_作了发言，讲得很实在，听了很受启发。"),
    ("opening", "这次会议的主要任务是，总结_，分析_，安排_。"),
    ("opening", "_介绍了经验，值得大家认真学习借鉴。"),
    ("opening", "结合_，我谈_点看法。"),
    ("opening", "为了把_引向深入，我再讲_个问题。"),
    ("headings", "深化对_的认识，做到思想先行"),
    ("headings", "坚定做好_的信心和决心"),
    ("headings", "围绕_，抓好_"),
    ("headings", "以更大的力度推动_再上新台阶"),
    ("headings", "以优良的作风保证_顺利完成"),
    ("headings", "把_作为头等大事来抓"),
    ("headings", "_必须常抓不懈"),
    ("points", "能不能抓好_，直接关系到_。"),
    ("points", "越是_，越要保持清醒的头脑。"),
    ("points", "要以_为突破口，带动_。"),
    ("points", "对_，要逐项明确责任人和完成时限。"),
    ("points", "凡是_的，一律不得_。"),
    ("points", "_要每月向_报告一次进展情况。"),
    ("points", "要注意_，防止出现_的现象。"),
    ("points", "一年来，_，取得了来之不易的成绩。"),
    ("points", "既要立足当前抓好_，又要着眼长远谋划_。"),
    ("points", "要把_纳入_的重要内容。"),
    ("closing", "同志们，做好_，责任重大，任务繁重。"),
    ("closing", "希望大家_，以实际行动迎接_。"),
    ("closing", "让我们携起手来，_，共同创造_的美好明天！"),
    ("closing", "只要我们_，就没有克服不了的困难。"),
    ("closing", "衷心祝愿_，祝大家工作顺利、阖家幸福！"),
)

_STOCK = "榆棠沂浔菱泖苇麓嵩沅蓟埠汀濂屏墩漕圩堰澧藻檀砚璞瑶琮钧铎锟镝骅骐鸢鹄隼鲲"
_MIDDLE = ("沟渠", "账册", "货栈", "灯塔", "窑口", "码头", "苗圃", "锅炉", "仓门", "电缆")
_END = ("清点", "粉刷", "搬迁", "检漏", "翻晒", "归置", "加固", "腾退", "描红", "换岗")
_DIRT = ("（此处有掌声）", "— 3 —", "第2页 共9页", "欢迎访问本站", "")
_CN = "一二三四五六七八九"


def _name(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(_STOCK) for _ in range(size))


def _filler(rng: random.Random, names: list[str]) -> str:
    kind = rng.randrange(5)
    if kind == 0:
        return rng.choice(names)
    if kind == 1:
        return _name(rng, 2) + rng.choice(_MIDDLE)
    if kind == 2:
        return rng.choice(_MIDDLE) + rng.choice(_END)
    if kind == 3:
        return f"{_name(rng, 2)}的{rng.choice(_MIDDLE)}{rng.choice(_END)}"
    return f"{rng.choice(_MIDDLE)}和{rng.choice(_MIDDLE)}{rng.choice(_END)}"


def _fill(rng: random.Random, frame: str, names: list[str]) -> str:
    def one(match: re.Match[str]) -> str:
        counted = re.match("(?:点|个)", frame[match.end() :])
        return rng.choice("二三四五") if counted else _filler(rng, names)

    return re.sub("_", one, frame)


def _one(rng: random.Random, canaries: set[str]) -> str:
    names = [_name(rng, 3) + rng.choice(("计划", "工程", "大院")), _name(rng, 2) + "厂"]
    canaries.update(names)

    def of(part: str, count: int) -> list[str]:
        frames = [f for p, f in FRAMES if p == part]
        return [_fill(rng, f, names) for f in rng.sample(frames, count)]

    lines = [f"在{names[0]}推进会上的讲话", "同志们:", "".join(of("opening", rng.randint(3, 5)))]
    for number, heading in enumerate(of("headings", rng.randint(2, 4))):
        lines.append(f"{_CN[number]}、{heading}")
        lines.append("".join(of("points", rng.randint(3, 6))))
        if rng.random() < 0.15:
            lines.append(rng.choice(_DIRT))
    lines.append("".join(of("closing", rng.randint(2, 3))))
    return "\n".join(line for line in lines if line)


def speeches(count: int, seed: int) -> tuple[list[str], set[str]]:
    """``count`` texts, half of them with half-width marks, and the names that may not come out."""
    rng = random.Random(seed)
    canaries: set[str] = set()
    half = str.maketrans("，：；！？（）", ",:;!?()")
    texts = [_one(rng, canaries) for _ in range(count)]
    return [t.translate(half) if n % 2 else t for n, t in enumerate(texts)], canaries
