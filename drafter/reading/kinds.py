"""Kinds of text: written to be spoken, written to be read, or a cut-off teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.reading.cues import cues
from drafter.speech import Kind

__all__ = ["kind_of"]

_TOLD = re.compile(
    r"(?:会议|活动|他|她|同志|书记|主席|县长|市长|部长|局长|校长|会上)(?:还)?(?:强调|指出|要求|认为|表示|说道)|记者|(?:本报|本网|通讯员)|据悉|据了解|讯[）)] |日前|近日"
)
_SPOKEN = re.compile(
    r"同志们|同学们|老师们|朋友们|各位|大家|今天,?我们|下面，|我讲|我代表|我就|汇报如下|报告如下|述职|我谨|请予?(?:审议|评议|批评)|谢谢|我们一定要|我深感|我的(?:讲话|发言|演讲|报告)|刚才"
)


#: How a text addresses its readers shows in its first and its last pages.
_SAMPLE = 4000


def kind_of(title: str, texts: Sequence[str], *, salutation: bool, closing: bool) -> Kind:
    """Speech, article or excerpt, by what the title, the salutation and the wording say."""
    body = "\n".join(texts)
    if len(body) > 2 * _SAMPLE:
        body = body[:_SAMPLE] + body[-_SAMPLE:]
    if _cut_off(texts) and len(texts) <= 2 and title:
        return "excerpt"
    score = 0.0
    if cues().speech_title.match(title):
        score += 2
    if cues().article_title.match(title):
        score -= 2
    score += 2.5 * salutation + 0.5 * closing
    weight = 2000 / max(len(body), 600)
    score += min(2.0, 0.5 * weight * len(_SPOKEN.findall(body)))
    score -= min(3.0, 0.8 * weight * len(_TOLD.findall(body)))
    return "speech" if score >= 0.5 else "article"


def _cut_off(texts: Sequence[str]) -> bool:
    last = texts[-1].rstrip() if texts else ""
    return last.endswith(("..", "…")) or (bool(last) and last[-1] not in "。！？”）：；.")
