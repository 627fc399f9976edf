"""Chrome: what a web page, a document site or a printed page puts around and into a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from drafter.resources import read_data
from drafter.text.scanning import matches_from

__all__ = [
    "Hints",
    "ends_text",
    "hints_in",
    "inline_noise",
    "is_chrome",
    "is_page_mark",
    "leads_to_others",
    "may_stand_inside",
]

#: A site's own lines are short; a longer line is a paragraph of the text.
_LONGEST_LABEL = 90
_LONGEST_SENTENCE = 200
_LONGEST_LEAD_IN = 400
#: So many short lines are remembered: most that come again do so soon.
_KEPT = 1 << 9
_BREADCRUMB = re.compile(
    r"[^。！？；]*(?:[>»›→][^。！？；]*){2,}$"
    r"|[^。！？；]{1,12}(?: ?[|｜┊┆│] ?[^。！？；|]{1,12}){2,}$"
    r"|[^。！？；，/]{2,8}(?: / [^。！？；，/]{2,10})+$"
)
#: One of these stands between the steps of a path; one of those in every line of code or of marks.
_STEP = re.compile(r"[>»›→|｜┊┆│/]")
_NO_CHINESE = re.compile(r"[!-~\d\s；…·•—–－]")
_PAGE_MARK = re.compile(r"[-—–－·. 第共页Pp/\d]+$")
#: Page marks and remains of markup inside a line. The first character of each is rare in prose, and
#: each alternative begins with one character, for which a line is scanned fast.
_INLINE_HINT = re.compile(
    r"— ?\d|– ?\d|－ ?\d|- ?\d{1,3} ?[—–－-]|第 ?\d+ ?页|</?[A-Za-z]|&[a-z#]|\[[\d图注]"
    r"|上[转接]第|下[转接]第|此处[隐省]|\.c[no]|www"
)
_INLINE = re.compile(
    r"(?<![\dA-Za-z])[—–－-]{1,2} ?\d{1,3} ?[—–－-]{1,2}(?![\dA-Za-z])"
    r"|(?<=[\u4e00-\u9fff])[—–－-] \d{1,3} [—–－-](?=\d)"
    r"|第 ?\d{1,3} ?页 ?[，,/]? ?共 ?\d{1,3} ?页"
    r"|</?[A-Za-z][^<>]{0,300}>|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|#\d{2,5})[;；]"
    r"|（[^（）]{0,30}(?:www\.|[A-Za-z\d]\.(?:com|cn|net|org))[^（）]{0,40}）"
    r"|(?:(?<=。)[….]{2,12}|[（【\[])?此处(?:隐藏|省略)\d*个?[字页][^。！？；]{0,20}?(?:[….]{2,12}|[）】\]]|$)"
    r"|（[上下][转接]第?.{1,3}版）|\[\d{1,3}\]|\[(?:图|图片|注|注释)\d{0,3}\]"
)
#: What each of them begins with.
_INLINE_HEADS = re.compile(r"[-—–－第<&（【\[….此]")
#: Words without which no line is chrome by the patterns that float, nor a lead-in.
_WORDS = ("floating_words", "lead_in_words")


@cache
def _section(name: str) -> re.Pattern[str]:
    """The patterns of a section of data/chrome.yaml as one."""
    found = [p for p in read_data("chrome.yaml")[name].splitlines() if p]
    return re.compile("|".join(f"(?:{p})" for p in found))


def _is_of(text: str, *sections: str) -> bool:
    """Whether a line is one of those of some sections, each of which is compiled once."""
    return any(_section(name).match(text) for name in sections)


@cache
def _words() -> tuple[int, Callable[..., list[tuple[int, int, int]]]]:
    """How many words float, and where they and those of lead-ins stand in a text, by their index.

    To look for them first is far faster than to try the patterns that need them.
    """
    import ahocorasick_rs

    floating, leading = (read_data("chrome.yaml")[name].split() for name in _WORDS)
    automaton = ahocorasick_rs.AhoCorasick([*floating, *leading])
    return len(floating), automaton.find_matches_as_indexes


def is_chrome(text: str, *, floating: bool = True, leading: bool = True) -> bool:
    """Whether a line, seen alone, belongs to the page and not to the text.

    ``text`` is folded and stripped; ``floating`` and ``leading`` say whether it may have one of
    the words of :class:`Hints`.
    """
    if len(text) > _LONGEST_SENTENCE:
        return _is_lead_in(text, leading=leading)
    label = text[-1] not in "。！？" and len(text) <= _LONGEST_LABEL
    if label and (_is_label(text) or (_STEP.search(text) and _BREADCRUMB.match(text))):
        return True
    if _section("sentences").match(text) is not None:
        return True
    if floating:
        if label and _is_of(text, "floating_stamps", "floating_tails"):
            return True
        if _section("floating_sentences").match(text):
            return True
    return _is_lead_in(text, leading=leading)


@lru_cache(_KEPT)
def _is_label(text: str) -> bool:
    """Whether a short line is one of a site's labels, by section: as one they are slower.

    Pages repeat their labels, and each other's.
    """
    if any(section.match(text) for section in _labels()):
        return True
    return _NO_CHINESE.search(text) is not None and _section("code").match(text) is not None


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    return tuple(_section(n) for n in ("tails", "neighbours", "place", "stamps", "inserts"))


def _is_lead_in(text: str, *, leading: bool) -> bool:
    """Whether a line is an editor's word about the texts on the page."""
    if len(text) > _LONGEST_LEAD_IN:
        return False
    if _section("lead_in_starts").match(text) is not None:
        return True
    if len(text) > _LONGEST_SENTENCE or not leading:
        return False
    return _section("lead_ins").search(text) is not None


class Hints(NamedTuple):
    """Which lines of a page may hold noise inside, or be chrome by a word that stands in them."""

    inside: frozenset[int]
    floating: frozenset[int]
    leading: frozenset[int]


def hints_in(lines: Sequence[str]) -> Hints:
    """The hints of all lines, looked for together: that takes far less than line by line."""
    noise = [m.start() for m in _all_inline_hints().finditer("\n".join(lines))]
    short = [line if len(line) <= _LONGEST_SENTENCE else "" for line in lines]
    count, find = _words()
    words = find("\n".join(short), overlapping=True)
    floating = [at for word, at, _ in words if word < count]
    leading = [at for word, at, _ in words if word >= count]
    return Hints(_lines_at(noise, lines), _lines_at(floating, short), _lines_at(leading, short))


def _lines_at(places: Sequence[int], lines: Sequence[str]) -> frozenset[int]:
    """The lines in which places of their joined text stand."""
    starts = list(accumulate([len(line) + 1 for line in lines], initial=0)) if places else []
    return frozenset([bisect_right(starts, at) - 1 for at in places])


def inline_noise(text: str) -> list[tuple[int, int]]:
    """Spans of page marks, markup and footnote marks inside a line that also holds text."""
    hinted = _INLINE_HINT.search(text) is not None
    found = [m.span() for m in matches_from(_INLINE_HEADS, _INLINE, text)] if hinted else []
    if _inline_hints().search(text) is None:
        return found
    more = [m.span() for m in _section("inline").finditer(text)]
    # Where both find something, the longer counts: [1] [2] 下一页.
    found = [a for a in found if not any(a[0] < b[1] and b[0] < a[1] for b in more)]
    return sorted([*found, *more])


@cache
def _all_inline_hints() -> re.Pattern[str]:
    return re.compile(f"{_INLINE_HINT.pattern}|{_inline_hints().pattern}", re.MULTILINE)


@cache
def _inline_hints() -> re.Pattern[str]:
    """The hints as plain alternatives: only so are they looked for by their first characters."""
    return re.compile("|".join(read_data("chrome.yaml")["inline_hints"].split("\n")[:-1]))


def ends_text(text: str) -> bool:
    """Whether a line of chrome stands after texts only: other articles, copyright, downloads."""
    after = ("neighbours", "sentences", "tails", "floating_tails", "floating_sentences")
    return _is_of(text, *after)


def leads_to_others(text: str) -> bool:
    """Whether a line of chrome stands over other texts: 上一篇, 相关文章, 猜你喜欢."""
    return _section("neighbours").match(text) is not None


def may_stand_inside(text: str) -> bool:
    """Whether a line of chrome also stands between the lines of a text: a page, a picture."""
    return is_page_mark(text) or _is_of(text, "inserts", "code")


def is_page_mark(text: str) -> bool:
    """Whether a line is the number of a printed page, on which the text may go on."""
    return _PAGE_MARK.match(text) is not None
