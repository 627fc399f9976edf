"""Invented briefs, and faults planted in their drafts, all from a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from drafter.brief import Brief, parse_brief
from drafter.speech import Speech
from drafter.text.divisions import divisions, place_stem

COUNTIES = ["安平县", "青禾县", "云溪县", "临泽县", "望江县"]
SPEAKERS = ["李明", "周文静", "欧阳立", "陈志远", "赵小荷"]
TOPICS = [
    ("安全生产百日攻坚行动", "安全生产"),
    ("人居环境整治提升行动", "乡村振兴"),
    ("营商环境优化提升年活动", "营商环境"),
    ("机关作风集中整顿", "作风建设"),
    ("重点项目攻坚会战", "项目建设"),
]
TASKS = [
    ("全面排查重点行业隐患", ["建立问题台账", "实行挂图作战"], "各乡镇、县直各部门"),
    ("集中清理农村积存垃圾", ["划定责任片区", "配齐保洁队伍"], "县农业农村局"),
    ("压减审批环节和办理时限", ["梳理事项清单", "推行帮办代办"], "县行政审批服务局"),
    ("整治不担当不作为问题", ["开展明察暗访", "公开通报典型"], "县委办公室"),
    ("加快产业园二期工程建设", ["倒排施工计划", "落实专班推进"], "县工业和信息化局"),
    ("做好群众来信来访办理", ["领导包案化解", "限时办结反馈"], "县信访局"),
]
DEADLINES = ["12月底前", "11月底前", "明年3月底前", "第四季度末"]
ACHIEVEMENTS = [
    "今年以来共排查整改隐患{}处",
    "新建改建农村公路{}公里",
    "帮助{}户困难家庭解决了实际问题",
    "办结各类事项{}件",
]


def invent_brief(seed: int, genre: str) -> Brief:
    """A rich brief of invented facts."""
    pick = random.Random(f"brief {seed}")
    county = COUNTIES[seed % len(COUNTIES)]
    topic, area = TOPICS[seed % len(TOPICS)]
    tasks = [
        {
            "任务": task,
            "措施": measures,
            "责任": owner,
            "时限": pick.choice(DEADLINES),
            "目标": f"达标率达到{pick.randint(61, 98)}%",
        }
        for task, measures, owner in pick.sample(TASKS, 3)
    ]
    return parse_brief(
        json.dumps(
            {
                "文种": genre,
                "会议": f"全县{topic}动员会",
                "时间": f"2026-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
                "地点": "县会议中心",
                "讲话人": {"姓名": SPEAKERS[seed % len(SPEAKERS)], "职务": "县委副书记、县长"},
                "单位": {"名称": county, "层级": "县"},
                "称谓": "同志们",
                "主题": {"名称": topic, "领域": area},
                "依据": [f"贯彻落实省、市{topic}部署要求"],
                "议程": [{"主体": "县政府办公室", "事项": "宣读了实施方案"}],
                "成绩": [a.format(pick.randint(23, 4987)) for a in pick.sample(ACHIEVEMENTS, 2)],
                "问题": ["个别单位主体责任落实不到位", "有的同志还有松懈情绪"],
                "要点": [{"着眼": "认识"}, {"着眼": "任务", "内容": tasks}, {"着眼": "责任"}],
                "号召": {"目标": "确保各项任务圆满完成", "寄语": "以实干实绩交出合格答卷"},
                "篇幅": 2400,
            },
            ensure_ascii=False,
        )
    )


@dataclass(frozen=True)
class Plant:
    """A draft with one fault: the codes any of which finds it, and the planted words."""

    speech: Speech
    codes: frozenset[str]
    words: str


def _edit(speech: Speech, index: int, text: str) -> Speech:
    paragraphs = list(speech.paragraphs)
    paragraphs[index] = replace(paragraphs[index], text=text, sentences=())
    return replace(speech, paragraphs=tuple(paragraphs))


def _spoken(speech: Speech) -> list[int]:
    roles = ("opening", "body", "closing")
    return [i for i, p in enumerate(speech.paragraphs) if p.role in roles and "。" in p.text]


def _insert(speech: Speech, pick: random.Random, sentence: str) -> Speech:
    """The sentence set into a paragraph, after one of its sentences."""
    index = pick.choice(_spoken(speech))
    text = speech.paragraphs[index].text
    stops = [i for i, c in enumerate(text) if c == "。"]
    at = pick.choice(stops) + 1
    return _edit(speech, index, text[:at] + sentence + text[at:])


def plant_places(speech: Speech, pick: random.Random, brief: Brief) -> Iterator[Plant]:
    """Another province, city or county left in the text, in full and for short."""
    others = [c for c in (*COUNTIES, "松源县", "海川县") if c != brief.unit.name]
    tree = divisions()
    frames = [
        "感谢{}多年来的关心支持。",
        "要学习{}的好做法。",
        "这项工作在{}已经铺开。",
        "{}要走在前列。",
    ]
    counties = [c for c in tree.counties if len(c) == 3 and c.endswith("县")]
    names = [pick.choice(counties), pick.choice(others)]
    names.append(pick.choice([c for c in tree.cities if len(c) == 3]))
    names.append("湖北省张家界")
    province = pick.choice([p for p in tree.provinces if p.endswith("省")])
    names.append(province + place_stem(pick.choice(tree.cities)))
    for name in names:
        sentence = pick.choice(frames).format(name)
        yield Plant(_insert(speech, pick, sentence), frozenset({"foreign-place"}), name)
    # The old speech's county where this one says 全县 or 我县.
    name = pick.choice(others)
    for word in ("全县", "我县"):
        spots = [i for i in _spoken(speech) if word in speech.paragraphs[i].text]
        if spots:
            index = pick.choice(spots)
            text = speech.paragraphs[index].text.replace(word, name, 1)
            found = frozenset({"foreign-place", "fact-altered"})
            yield Plant(_edit(speech, index, text), found, name)


def plant_people(speech: Speech, pick: random.Random, brief: Brief) -> Iterator[Plant]:
    """A foreign person with a post, and the speaker's name with one character changed."""
    for _ in range(2):
        name = pick.choice("王张刘陈杨黄吴徐孙马朱胡郭何林") + pick.choice(
            ["建国", "志强", "丽华", "海波", "雪梅", "敏", "涛", "永红"]
        )
        post = pick.choice(["副县长", "县长", "书记", "局长", "主任", "同志", "副主任"])
        frame = pick.choice(
            ["感谢{}的指导。", "刚才，{}作了通报。", "请{}抓好落实。", "由{}负责督办。"]
        )
        words = frame.format(name + post)
        yield Plant(_insert(speech, pick, words), frozenset({"foreign-person"}), name)
    known = (brief.speaker and brief.speaker.name) or ""
    for index, paragraph in enumerate(speech.paragraphs):
        if known and known in paragraph.text:
            changed = known[:-1] + pick.choice([c for c in "民敏芳强伟" if c != known[-1]])
            edited = _edit(speech, index, paragraph.text.replace(known, changed))
            yield Plant(edited, frozenset({"fact-altered", "foreign-person"}), changed)


def plant_organisations(speech: Speech, pick: random.Random) -> Iterator[Plant]:
    """An organ or company nobody named."""
    organs = [
        "市公安局",
        "清河县教育局",
        "省财政厅",
        "县总工会",
        "县人民医院",
        "鼎泰化工有限公司",
        "桑植县委宣传部",
        "清河县第二中学",
    ]
    frames = ["感谢{}的大力支持。", "这项工作由{}牵头。", "刚才，{}作了发言。"]
    for name in pick.sample(organs, 2):
        found = frozenset({"foreign-organisation", "foreign-place"})
        yield Plant(_insert(speech, pick, pick.choice(frames).format(name)), found, name)


def plant_figures(speech: Speech, pick: random.Random, brief: Brief) -> Iterator[Plant]:
    """Figures with digits exchanged, deadlines in another month, figures from nowhere."""
    codes = frozenset({"fact-altered", "foreign-number", "foreign-date"})
    for text in brief.achievements:
        digits = "".join(c for c in text if c.isdigit())
        changed = digits[1:] + digits[:1]
        changed = changed if changed != digits else str(int(digits) + 9)
        yield from _replaced(speech, digits, changed, codes)
    for month, other in (("12月底", "10月底"), ("11月底", "9月底"), ("3月底", "5月底")):
        yield from _replaced(speech, month, other, codes)
    yield Plant(_insert(speech, pick, f"全县共投入资金{pick.randint(2, 99)}亿元。"), codes, "亿")


def _replaced(speech: Speech, old: str, new: str, codes: frozenset[str]) -> Iterator[Plant]:
    for index, paragraph in enumerate(speech.paragraphs):
        at = paragraph.text.find(old)
        if at >= 0 and not paragraph.text[at - 1 : at].isdigit():
            text = paragraph.text[:at] + new + paragraph.text[at + len(old) :]
            yield Plant(_edit(speech, index, text), codes, new)
            return


def plant_copies(speech: Speech, pick: random.Random, source: str) -> Iterator[Plant]:
    """Thirty to sixty characters of a source set into the draft, its first comma changed."""
    for _ in range(2):
        begin = pick.randrange(len(source) - 80)
        passage = source[begin : begin + pick.randint(30, 60)].strip("，。；：、！？\n")
        words = passage.replace("\n", "").replace("，", "、", 1)
        yield Plant(_insert(speech, pick, words + "。"), frozenset({"copied-run"}), words[4:16])
