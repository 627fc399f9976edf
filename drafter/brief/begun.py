"""A brief begun from a notice or plan: what was found in it, as YAML to go on with."""

from __future__ import annotations

from typing import Any

import yaml

from drafter.brief.model import Brief
from drafter.brief.normal import keys_of
from drafter.brief.notice import find_offers
from drafter.brief.offers import accepted
from drafter.brief.vocabulary import areas, genres
from drafter.errors import RefusedError
from drafter.reading import SourceText, parse_text
from drafter.reading.genres import genre_of

__all__ = ["begun_brief", "refuse_speech"]

_HEAD = "# 从“{name}”里读出的提纲。请逐项核对，补上没有的，删去不讲的。\n"
_A_SPEECH = (
    "这是一篇讲话稿，不是通知、方案：别人讲过的话不能当作这次要讲的；"
    "请给开这次会的通知、方案，或逐项填写"
)
#: What a brief needs, and what is written where the notice does not tell it.
_NEEDED = {
    "文种": "# 文种:    # 必填，如 动员讲话\n",
    "会议": "# 会议:    # 必填，会议全称\n",
    "单位": "# 单位: {名称: , 层级: }    # 必填\n",
    "主题": "# 主题: {名称: , 领域: }    # 必填\n",
}


def begun_brief(text: str, name: str, genre: str | None = None) -> str:
    """The brief as YAML, with a line of comment for each thing needed that ``text`` does not tell.

    ``genre`` is an id; without one it is what the meeting's name tells. Raises
    :class:`RefusedError` where nothing is found, and for a speech.
    """
    refuse_speech(text)
    offers = find_offers(text, areas())
    if not offers:
        raise RefusedError(
            "没有认出会议、时间、任务这些内容；请换一份文件，或用 drafter new 逐项填"
        )
    found = accepted({}, offers)
    meeting = str(found.get("会议", ""))
    known = genre or genre_of(meeting or None, "")
    if known is not None and known in genres():
        found["文种"] = genres()[known][0]
    values = {key: _filled(found[key]) for key in keys_of(Brief) if found.get(key)}
    missing = [line for key, line in _NEEDED.items() if key not in values]
    said = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return _HEAD.format(name=name) + "".join(missing) + str(said)


def refuse_speech(text: str) -> None:
    """Raises :class:`RefusedError` for what was said at another meeting, be it the user's own."""
    read = parse_text(SourceText("通知", tuple(text.splitlines()))).speeches
    if any(speech.kind == "speech" for speech in read):
        raise RefusedError(_A_SPEECH)


def _filled(value: Any) -> Any:
    """The value without what is blank in it."""
    if isinstance(value, dict):
        return {k: _filled(v) for k, v in value.items() if v not in ("", [], {}, None)}
    return [_filled(v) for v in value] if isinstance(value, list) else value
