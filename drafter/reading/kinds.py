"""Kinds of text: written to be spoken, written to be read, or a cut-off teaser."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.cues import cues
from drafter.speech import Kind

__all__ = ["kind_of"]

#: How a text addresses its readers shows in its first and its last pages.
_SAMPLE = 4000
#: Who writes of himself so often speaks: news, notices and plans do not.
_OFTEN = 2
#: A text with this score is a speech; wording that tells of others takes so much of it at most.
_SPEECH, _MOST_TOLD = 0.5, 3.0


def kind_of(
    title: str, texts: Sequence[str], *, salutation: bool, closing: bool, announced: str = ""
) -> Kind:
    """Speech, article or excerpt, by what the title, the salutation and the wording say.

    ``announced`` is the heading of a collection it stands under: it names all its texts alike,
    so it says less than a title.
    """
    if _cut_off(texts) and len(texts) <= 2 and title:
        return "excerpt"
    score = 0.0
    if cues().speech_title.match(title):
        score += 2
    if cues().article_title.match(title):
        score -= 2
    score += bool(cues().speech_title.match(announced))
    score -= bool(cues().article_title.match(announced))
    score += 2.5 * salutation + 0.5 * closing
    if score - _MOST_TOLD >= _SPEECH:
        return "speech"
    body = "\n".join(texts)
    if len(body) > 2 * _SAMPLE:
        body = body[:_SAMPLE] + body[-_SAMPLE:]
    weight = 2000 / max(len(body), 600)
    score += min(2.0, 0.5 * weight * len(cues().spoken.findall(body)))
    score += len(cues().first_person.findall(body)) >= _OFTEN
    if _SPEECH <= score < _SPEECH + _MOST_TOLD:  # else what it tells of others changes nothing
        score -= min(_MOST_TOLD, 0.8 * weight * len(cues().told.findall(body)))
    return "speech" if score >= _SPEECH else "article"


def _cut_off(texts: Sequence[str]) -> bool:
    last = texts[-1].rstrip() if texts else ""
    return last.endswith(("..", "…")) or (bool(last) and last[-1] not in "。！？”）：；.")
