"""Chrome: what a web page, a document site or a printed page puts around and into a text."""

from __future__ import annotations

import re
from functools import cache

from drafter.resources import read_data

__all__ = ["ends_text", "inline_noise", "is_chrome", "is_lead_in"]

#: A site's own lines are short; a longer line is a paragraph of the text.
_LONGEST_LABEL = 90
_LONGEST_SENTENCE = 200
_LONGEST_LEAD_IN = 400
_BREADCRUMB = re.compile(
    r"[^。！？；]*(?:[>»›→][^。！？；]*){2,}$"
    r"|[^。！？；]{1,12}(?: ?[|｜┊┆│] ?[^。！？；|]{1,12}){2,}$"
)
#: Page marks and remains of markup inside a line. The first character of each is rare in prose.
_INLINE_HINT = re.compile(r"[—–<&\[]|第 ?\d+ ?页|[上下][转接]第")
_INLINE = re.compile(
    r"[—–－-]{1,2} ?\d{1,3} ?[—–－-]{1,2}(?!\d)"
    r"|第 ?\d{1,3} ?页 ?[，,/]? ?共 ?\d{1,3} ?页"
    r"|</?[A-Za-z][^<>]{0,300}>|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|#\d{2,5});"
    r"|（[上下][转接]第?.{1,3}版）|\[\d{1,3}\]|\[(?:图|图片|注|注释)\d{0,3}\]"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = read_data("chrome.yaml")

    def joined(*names: str) -> re.Pattern[str]:
        found = [p for n in names for p in data[n].splitlines() if p]
        return re.compile("|".join(f"(?:{p})" for p in found))

    labels = joined("place", "stamps", "neighbours", "tails", "code")
    return labels, joined("sentences"), joined("lead_ins")


@cache
def _hints() -> tuple[str, ...]:
    """Words without which no line is a lead-in: to look for them first is far faster."""
    return tuple(read_data("chrome.yaml")["lead_in_words"].split())


def is_chrome(text: str) -> bool:
    """Whether a line, seen alone, belongs to the page and not to the text.

    ``text`` is folded and stripped.
    """
    if len(text) > _LONGEST_SENTENCE:
        return is_lead_in(text)
    labels, sentences, _ = _patterns()
    label = text[-1] not in "。！？" and len(text) <= _LONGEST_LABEL
    if label and (labels.match(text) or _BREADCRUMB.match(text)):
        return True
    return sentences.match(text) is not None or is_lead_in(text)


def is_lead_in(text: str) -> bool:
    """Whether a line is an editor's word about the texts on the page."""
    if len(text) > _LONGEST_LEAD_IN:
        return False
    if _lead_in_starts().match(text) is not None:
        return True
    if len(text) > _LONGEST_SENTENCE or not any(word in text for word in _hints()):
        return False
    return _patterns()[2].search(text) is not None


@cache
def _lead_in_starts() -> re.Pattern[str]:
    return re.compile("|".join(read_data("chrome.yaml")["lead_in_starts"].split()))


def inline_noise(text: str) -> list[tuple[int, int]]:
    """Spans of page marks, markup and footnote marks inside a line that also holds text."""
    if _INLINE_HINT.search(text) is None:
        return []
    return [m.span() for m in _INLINE.finditer(text)]


def ends_text(text: str) -> bool:
    """Whether a line of chrome stands after texts only: other articles, copyright, downloads."""
    return _tail().match(text) is not None


@cache
def _tail() -> re.Pattern[str]:
    data = read_data("chrome.yaml")
    found = [p for n in ("neighbours", "sentences", "tails") for p in data[n].splitlines() if p]
    return re.compile("|".join(f"(?:{p})" for p in found))
