"""A third hidden grammar: short frames, fillers of ordinary words that all frames share.

Here a list of words cannot tell fillers from frames: 职工 and 公开标准 are words a frame may hold.
Only that they come and go in one place, and stand in the slots of others too, tells it.
``speeches`` gives texts.
"""

from __future__ import annotations

import random
import re

#: (part of the pack, frame); ``{x}`` a clause, ``{n}`` a noun, ``{t}`` the topic, ``{d}`` a day.
FRAMES: tuple[tuple[str, str], ...] = (
    ("opening", "今天召开的会议，主要是{x}。"),
    ("opening", "刚才，{n}汇报了{t}情况，讲得很具体。"),
    ("opening", "{n}的发言让我很感动。"),
    ("opening", "就{t}，我再讲三点。"),
    ("headings", "增强信心，{x}"),
    ("headings", "以{n}为抓手，带动{n}"),
    ("headings", "把握{t}的方向"),
    ("headings", "努力做好{t}"),
    ("points", "要切实{x}，{x}。"),
    ("points", "要注重{n}。"),
    ("points", "要多{x}，少{x}。"),
    ("points", "既要{x}，又要{x}。"),
    ("points", "{n}要加强对{t}的指导。"),
    ("points", "由{n}负责，{n}配合，{d}前完成。"),
    ("points", "{n}重要，{n}更重要。"),
    ("points", "只有{x}，才能{x}。"),
    ("points", "{x}的同时，还要{x}。"),
    ("points", "要把{t}摆上重要议事日程。"),
    ("closing", "同志们，{t}时不我待，让我们{x}！"),
    ("closing", "只要我们{x}，就一定能够实现{t}的目标。"),
    ("closing", "希望{n}再接再厉，{x}。"),
)
_CLAUSES = (
    *(
        "摸清底数",
        "建立台账",
        "公开标准",
        "集中整改",
        "补齐短板",
        "优化流程",
        "严格把关",
        "简化手续",
    ),
    *(
        "巡回检查",
        "上门服务",
        "限期办结",
        "规范操作",
        "以点带面",
        "分类指导",
        "逐户走访",
        "定期通报",
    ),
)
_NOUNS = (
    *("质量", "作风", "纪律", "服务", "设备", "环境"),
    *("效率", "班组", "职工", "党员", "车间", "工会"),
)
_TOPICS = ("招生", "后勤", "宣传", "造林", "清淤", "搬迁")
_STOCK = "榆棠沂浔菱泖苇麓嵩沅蓟埠汀濂屏墩漕圩堰澧藻檀"


def _name(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(_STOCK) for _ in range(size))


def _filled(rng: random.Random, frame: str, own: str) -> str:
    def one(match: re.Match[str]) -> str:
        kind = match.group(1)
        if kind == "x":
            return rng.choice(_CLAUSES)
        if kind == "t":
            return rng.choice([f"{own}工程", f"{rng.choice(_TOPICS)}工作", rng.choice(_TOPICS)])
        if kind == "d":
            return f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        noun = rng.choice(_NOUNS)
        return rng.choice([noun, noun, f"{noun}和{rng.choice(_NOUNS)}", _name(rng, 2) + noun])

    return re.sub(r"\{(\w)\}", one, frame)


def _one(rng: random.Random, canaries: set[str]) -> str:
    own = _name(rng, 3)
    canaries.add(own)

    def of(part: str, count: int) -> list[str]:
        frames = [f for p, f in FRAMES if p == part]
        return [_filled(rng, f, own) for f in rng.sample(frames, count)]

    lines = [f"在{own}工程推进会上的讲话", "同志们：", "".join(of("opening", rng.randint(2, 3)))]
    for number, heading in zip("一二三", of("headings", rng.randint(2, 3)), strict=False):
        lines += [f"{number}、{heading}", "".join(of("points", rng.randint(3, 5)))]
    return "\n".join([*lines, "".join(of("closing", rng.randint(1, 2)))])


def speeches(count: int, seed: int) -> tuple[list[str], set[str]]:
    """``count`` texts and the names that may not come out."""
    rng = random.Random(seed)
    canaries: set[str] = set()
    return [_one(rng, canaries) for _ in range(count)], canaries
