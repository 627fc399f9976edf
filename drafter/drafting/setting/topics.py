"""The topic in a sentence: what names only a field of work is worked on with 工作 behind it."""

from __future__ import annotations

import re
from functools import cache

from drafter.resources import read_data
from drafter.text.people import is_name
from drafter.text.scanning import places_of

__all__ = [
    "as_work",
    "feted_in",
    "looks_ahead",
    "miscalled",
    "mourned_in",
    "named_in",
    "owns_nothing",
    "runs_in",
    "worked_on",
]

#: How many characters a name has: most have three.
_NAMES = (3, 2, 4)


def as_work(topic: str) -> str:
    """A topic that is an ill by itself as what is done about it; any other topic as it is.

    工程领域腐败案件 is no work to be moved ahead, 工程领域腐败案件警示教育 is.
    """
    wording = read_data("wording.yaml")
    if topic.startswith(tuple(wording["verbs"])):
        return topic
    return topic + next((done for ill, done in wording["ills"] if re.search(ill, topic)), "")


def worked_on(text: str, topic: str) -> str:
    """The text with 工作 behind a topic that names only a field, where something is done with it.

    安排部署森林防火 is 安排部署森林防火工作; 推进项目建设 stays.
    """
    if not topic or topic not in text:
        return text
    for whole, done, then in _ways_of_work():
        if not whole.search(topic):
            ends = [
                start + len(topic)
                for start in places_of(topic, text)
                if done.search(text, 0, start)
            ]
            for end in reversed(ends):
                if then.match(text, end):
                    text = f"{text[:end]}工作{text[end:]}"
    return text


def runs_in(text: str, topic: str) -> bool:
    """Whether a topic that is a thing to do (守好粮仓) runs into the word behind it without 的.

    What begins with a verb and ends as the name of a work (服务企业专项行动) is a name.
    """
    verbs = tuple(read_data("wording.yaml")["verbs"])
    named, _, _ = _ways_of_work()[0]
    if not topic.startswith(verbs) or named.search(topic):
        return False
    behind = text.partition(topic)[2]
    return bool(behind) and not behind.startswith("的")


def miscalled(text: str, topic: str) -> bool:
    """Whether a heading calls the topic what it is not: 加强冬季清洁取暖建设.

    A 作风 or a 队伍 is built; heating, or the upkeep of a road, is not, nor is a state moved ahead
    (推进高考安全).
    """
    before, _, behind = text.partition(topic)
    state = read_data("wording.yaml")["states"]
    if not behind and re.search(state["called"], before) and re.search(state["ends"], topic):
        return True
    calls = read_data("wording.yaml")["heading_calls"].items()
    return any(behind.startswith(name) and not re.search(ends, topic) for name, ends in calls)


def looks_ahead(topic: str) -> bool:
    """Whether a topic is still to come (新一年经营发展): it has no results to tell of."""
    return re.search(read_data("wording.yaml")["topic_ahead"], topic) is not None


def owns_nothing(topic: str) -> bool:
    """Whether a topic is a course of work (产业发展, 创建文明城市), which has no things of its own.

    The 优良品种 are those of an industry, not of its 发展.
    """
    wording = read_data("wording.yaml")
    return topic.startswith(tuple(wording["verbs"])) or bool(re.search(wording["course"], topic))


def named_in(topic: str) -> dict[str, str]:
    """What a topic names that headings can ask about, by slot: nobody 理解 a 弘扬工匠精神.

    ``vow`` is what it says to live by (弘扬工匠精神), ``case`` the ill it warns of (滥伐林木案件 of
    滥伐林木案件警示教育), ``mishap`` what such are called where it is an accident; a slot is
    missing where the topic names none.
    """
    wording = read_data("wording.yaml")
    found = {"vow": re.match(wording["vows"], topic), "case": re.match(wording["cases"], topic)}
    named = {slot: match[1] for slot, match in found.items() if match}
    if re.search(wording["mishaps"]["cue"], topic):
        named["mishap"] = wording["mishaps"]["called"]
    return named


def feted_in(meeting: str) -> dict[str, str]:
    """Whose day a meeting is held for (护士 of 护士节表彰大会), as slots take them."""
    days = read_data("wording.yaml")["feted"].items()
    return next(({"feted": str(who)} for day, who in days if day in meeting), {})


def mourned_in(*texts: str) -> dict[str, str]:
    """Who is mourned, by the name that a meeting or a topic gives, as slots take it.

    穆桂芳先生 of 市豫剧团穆桂芳先生追思会, and of 追思穆桂芳先生. Nothing where nobody is named.
    """
    ways = read_data("wording.yaml")["mourned"]
    for text in texts:
        for match in re.finditer(f"{ways['title']}(?={ways['after']})", text):
            sizes = (
                size
                for size in _NAMES
                if is_name(text[max(0, match.start() - size) : match.start()])
            )
            if size := next(sizes, 0):
                return {"late": text[match.start() - size : match.end()]}
        named = re.search(f"{ways['before']}(?P<name>.{{2,4}}?)(?P<title>{ways['title']})$", text)
        if named and is_name(named["name"]):
            return {"late": named["name"] + named["title"]}
    return {}


@cache
def _ways_of_work() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """What a topic is that needs no 工作, what is done with one, and what may follow it then."""
    ways = read_data("wording.yaml")["field_topic"]
    pairs = (("whole", "done_with"), ("doable", "doing"))
    return tuple(
        (re.compile(ways[whole]), re.compile(f"(?:{ways[done]})$"), re.compile(ways["then"]))
        for whole, done in pairs
    )
