"""A hidden grammar of speeches: frames of the trade, random fillers, dirt and canaries.

The miner must find the frames again and nothing of the fillers. ``speeches`` makes document models
(the reader is tested elsewhere), ``raw`` the texts of the same speeches as a web page has them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from drafter.speech import Paragraph, Sentence, Speech
from drafter.text.numerals import enumerator
from drafter.text.sentences import split_sentences

FRAMES: dict[str, list[str]] = {
    "occasion": [
        "今天，我们召开{meeting}，主要任务是{purpose}。",
        "今天，我们在这里隆重举行{meeting}，目的是{purpose}。",
        "这次{meeting}，是在{basis}的关键时期召开的一次重要会议。",
        "经{body}研究，今天召开{meeting}，专题研究部署{topic}工作。",
    ],
    "review": [
        "刚才，{who}作了表态发言，讲得都很好，我完全同意。",
        "刚才，{who}通报了{topic}情况，请大家认真抓好贯彻落实。",
        "会前，{who}组织观摩了{place}，大家很受启发。",
    ],
    "transition": [
        "下面，我就{topic}讲{n}点意见。",
        "下面，围绕{topic}，我再强调{n}个方面的问题。",
        "借此机会，我代表{body}，就做好{topic}提{n}点要求。",
    ],
    "heading1": [
        "提高思想认识，切实增强做好{topic}的责任感",
        "统一思想，充分认识{topic}的重要意义",
        "认清形势，准确把握{topic}面临的机遇和挑战",
    ],
    "heading2": [
        "突出工作重点，全力推进{topic}",
        "明确目标任务，扎实抓好{topic}各项工作",
        "强化措施，确保{topic}取得实效",
    ],
    "heading3": [
        "加强组织领导，为{topic}提供坚强保障",
        "压实工作责任，确保{topic}落到实处",
        "转变工作作风，努力开创{topic}新局面",
    ],
    "why": [
        "做好{topic}，事关{clause}，事关{clause}。",
        "{topic}是一项长期而艰巨的任务，必须常抓不懈。",
        "各级各部门要充分认识{topic}的重要性，自觉把思想和行动统一到{basis}上来。",
        "在看到成绩的同时，我们也要清醒地认识到，{clause}。",
    ],
    "task": [
        "要坚持问题导向，聚焦{clause}，扎实开展{task}。",
        "要把{task}作为首要任务，{clause}，确保按期完成。",
        "{owner}要切实履行主体责任，{clause}，做到件件有着落。",
        "对{clause}的，要严肃追究有关人员的责任。",
        "要建立健全{np}制度，形成{clause}的长效机制。",
    ],
    "closing": [
        "同志们，{topic}任务艰巨，使命光荣。",
        "让我们在{body}的坚强领导下，{clause}，为{aim}作出新的更大贡献！",
        "同志们，让我们以更加饱满的热情，{clause}，努力开创{topic}工作新局面！",
        "我相信，只要大家齐心协力，就一定能够{aim}！",
        "最后，祝大家身体健康、工作顺利！",
    ],
}

SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = ["晓岚", "志远", "海燕", "德旺", "文涛", "秀芹", "立群", "子墨"]
COUNTIES = ["安临县", "桐沙县", "石漳市", "云垛区", "宁浦县", "青岔县", "禾川市", "龙垌县"]
CAMPAIGNS = [
    "安全生产百日攻坚行动", "农村人居环境整治", "森林防火", "秸秆禁烧", "招商引资项目攻坚",
    "食品药品专项整治", "全域旅游创建", "教育教学质量提升工程", "河道清淤治理", "信访积案化解",
    "春耕备耕", "防汛抗旱", "冬季征兵", "老旧小区改造", "电商产业发展", "古树名木保护",
]  # fmt: skip
VERBS = [
    "排查",
    "治理",
    "修缮",
    "疏浚",
    "清运",
    "登记",
    "扶持",
    "改建",
    "巡护",
    "检修",
    "化解",
    "建设",
]
THINGS = [
    "重点行业隐患", "村庄道路", "老旧管网", "灌溉水渠", "林区火源", "危旧房屋", "合作社账目",
    "校园周边摊点", "粮食仓储设施", "电商服务站点", "矿山尾库", "信访积案", "招商项目", "经济指标",
]  # fmt: skip
STATES = ["进展较快", "存在差距", "任务很重", "基础薄弱", "成效明显", "压力不小", "有待加强"]
DIRT = ["　　", "第3页 共7页", "（未完待续）", "— 5 —", "**", "更多范文请关注本站"]


@dataclass
class Hidden:
    """What the judge knows: the frames used and the strings that may not come out."""

    canaries: set[str] = field(default_factory=set)


def _clause(rng: random.Random) -> str:
    kind = rng.randrange(4)
    if kind == 0:
        return rng.choice(VERBS) + rng.choice(THINGS)
    if kind == 1:
        return rng.choice(THINGS) + rng.choice(STATES)
    if kind == 2:
        return f"{rng.choice(THINGS)}和{rng.choice(THINGS)}{rng.choice(STATES)}"
    return f"{rng.choice(VERBS)}、{rng.choice(VERBS)}{rng.choice(THINGS)}"


def _fillers(rng: random.Random, county: str, campaign: str, person: str) -> dict[str, str]:
    home = "全" + county[-1]
    body = rng.choice(["{0}委、{0}政府", "{0}委", "{0}政府"]).format(county[-1])
    return {
        "meeting": rng.choice([home, county])
        + campaign
        + rng.choice(["动员会", "推进会", "调度会", "部署会议"]),
        "purpose": rng.choice(["研究", "部署", "总结", "推动"])
        + campaign
        + rng.choice(["", "，" + _clause(rng)]),
        "basis": rng.choice(["贯彻", "落实", "学习"])
        + rng.choice(["上级", body])
        + rng.choice(["全会精神", "会议要求", "部署"]),
        "body": body,
        "topic": campaign,
        "who": rng.choice(
            [person + "同志", f"{county[:2]}镇", f"{rng.choice(THINGS)[:2]}局", "三个单位"]
        ),
        "place": f"{county[:2]}{rng.choice(THINGS)}现场",
        "n": rng.choice("二三四五"),
        "clause": _clause(rng),
        "task": rng.choice(VERBS) + rng.choice(THINGS),
        "owner": rng.choice([f"{county[:2]}镇", "应急、水利等部门", person + "同志", "各村"]),
        "np": rng.choice(THINGS),
        "aim": rng.choice(["建设", "实现"]) + rng.choice(["美丽", "富裕", "和谐"]) + county[:2],
    }


def _sentence(rng: random.Random, frame: str, base: tuple[str, str, str]) -> str:
    out, rest = "", frame
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        out += before + _fillers(rng, *base)[name]
    return out + rest


def one(rng: random.Random, number: int, canary: bool) -> tuple[Speech, Hidden]:
    """One speech and what must not leak from it."""
    county, campaign = rng.choice(COUNTIES), rng.choice(CAMPAIGNS)
    person = rng.choice(SURNAMES) + rng.choice(GIVEN)
    hidden = Hidden({person, campaign, county, county[:2]})
    if canary:
        campaign = (
            rng.choice(["连心", "暖阳", "清风", "破浪"])
            + rng.choice(["护航", "惠民", "提升", "强基"])
            + "行动"
        )
        hidden.canaries.add(campaign)
    base = (county, campaign, person)
    paragraphs = [
        Paragraph("t", "title", f"在全{county[-1]}{campaign}动员会上的讲话"),
        Paragraph("s", "salutation", "同志们："),
    ]

    def add(role: str, text: str, **more: object) -> None:
        parts = tuple(Sentence(s) for s in split_sentences(text))
        paragraphs.append(Paragraph(f"p{len(paragraphs)}", role, text, sentences=parts, **more))  # type: ignore[arg-type]

    pick = lambda move: _sentence(rng, rng.choice(FRAMES[move]), base)  # noqa: E731
    add("opening", pick("occasion") + pick("review") + pick("transition"))
    for level, move in enumerate(("heading1", "heading2", "heading3"), 1):
        text = enumerator(1, level) + pick(move)
        add("heading", text, level=1, label=enumerator(1, level)[:-1], heading_end=len(text))
        body = pick("why") + "".join(pick("task") for _ in range(rng.randint(2, 4)))
        if rng.random() < 0.1:
            body += rng.choice(DIRT)
        add("body", body)
    add("closing", rng.choice(["", pick("closing")]) + pick("closing"))
    speech = Speech(tuple(paragraphs), title=paragraphs[0].text, source=f"{number:03}.txt")
    return speech, hidden


def speeches(count: int, seed: int, canary: bool = False) -> tuple[list[Speech], Hidden]:
    """``count`` speeches of the grammar and all that must not leak."""
    rng = random.Random(seed)
    made = [one(rng, n, canary) for n in range(count)]
    hidden = Hidden(set().union(*(h.canaries for _, h in made)))
    return [s for s, _ in made], hidden


def raw(speech: Speech) -> str:
    """The speech as a page of the web has it: half-width marks, a timestamp, a page number."""
    lines = [speech.title or "", "时间:2022-05-23 10:22:00", ""]
    lines += [p.text for p in speech.paragraphs if p.role != "title"]
    text = "\n".join(lines)
    return text.translate(str.maketrans("，：；！？（）", ",:;!?()")) + "\n第1页 共1页\n"
