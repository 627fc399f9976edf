"""The user's words made fit to stand in a sentence: cleaned, unmarked, shaped for their slot.

Nothing here changes what is said: control characters and line breaks go, half-width marks of
Chinese text become full-width, an end mark is dropped or supplied.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.resources import read_data
from drafter.text.dictionary import is_word
from drafter.text.folding import INVISIBLE, fold_punctuation, fold_quotes, on_one_line
from drafter.text.later import later

__all__ = [
    "acts",
    "as_clause",
    "as_done",
    "as_sentence",
    "clean",
    "has_doer",
    "is_single",
    "join_clauses",
    "meeting_called",
    "split_head",
    "want",
]

#: All that cleaning changes inside a text: what is invisible, blanks, marks that are not print's.
_UNCLEAN = re.compile(f'[{INVISIBLE}\t\n \u3000",;:!?().「」『』＂]')
_END = "。；，、：;,. "
_STOPS = re.compile(r"[。！？；]")
_FINISHED = re.compile(r"[。！？…][”’）》】]*$")
#: Between two Chinese characters a blank is a typing slip.
_GAP = later(
    r"(?<=[\u4e00-\u9fff，。；：、！？”）》])[ \u3000]+(?=[\u4e00-\u9fff，。；：、！？“（《])"
)


def clean(text: str) -> str:
    """The text on one line, invisible characters gone, punctuation full-width."""
    text = text.strip()
    if _UNCLEAN.search(text) is None:
        return text
    text = fold_punctuation(fold_quotes(on_one_line(text)))
    return (_GAP().sub("", text) if " " in text or "\u3000" in text else text).strip()


def as_clause(text: str) -> str:
    """Without the mark it ends with, so that a frame can go on after it."""
    return clean(text).rstrip(_END)


def meeting_called(meeting: str) -> str:
    """A meeting's name without the 在 that only tells where it is: 在某村调研座谈会.

    Titles and sentences say that 在 themselves (在…上的讲话). In 在职教工大会 and 在京校友座谈会 it
    is part of a word, but not in 在家长学校开班式: 家长 is one, 长学 none.
    """
    name = as_clause(meeting)
    if not name.startswith("在"):
        return name
    word = is_word(name[:2]) or name[1:2] in read_data("wording.yaml")["staying"]
    cut = is_word(name[1:3]) and not is_word(name[2:4])
    return name if word and not cut else name[1:]


def as_sentence(text: str) -> str:
    """With an end mark, as it was given or a full stop."""
    text = clean(text)
    return text if _FINISHED.search(text) else as_clause(text) + "。"


def is_single(text: str) -> bool:
    """Whether the text is one clause that a frame can hold: no full stop or semicolon inside."""
    return not _STOPS.search(text)


@lru_cache(1024)
def has_doer(text: str) -> bool:
    """Whether a measure is a sentence of its own, which no verb may govern.

    It says who does it (校长陪餐) or what it is done with (板材限高堆放).
    """
    return names_doer(text) or not acts(text)


def names_doer(text: str) -> bool:
    """Whether a measure says who does it: 校长陪餐."""
    return re.match(read_data("measures.yaml")["doers"], text) is not None


def acts(text: str) -> bool:
    """Whether a phrase begins with a verb, how it is done, or with whom: 我将 may stand before."""
    return re.match(read_data("measures.yaml")["acts"], text) is not None


def join_clauses(clauses: list[str]) -> str:
    """Several clauses as one: with 、 where all are short and plain, else with commas."""
    if all("，" not in c and "、" not in c and len(c) <= 12 for c in clauses):
        return "、".join(clauses)
    return ("；" if any("，" in c for c in clauses) else "，").join(clauses)


def split_head(text: str, heads: str) -> tuple[str, str]:
    """(head, rest) where the text begins with one of the words listed under ``heads``."""
    for head in read_data("wording.yaml")[heads]:
        if text.startswith(head) and len(text) > len(head) + 1:
            return head, text[len(head) :].lstrip("，")
    return "", text


def as_done(what: str) -> str:
    """What somebody did, told as done: 宣读了表彰决定 of an agenda that says 宣读表彰决定."""
    if "了" in what:
        return what
    found = re.match(read_data("wording.yaml")["agenda_done"], what)
    return f"{what[: found.end()]}了{what[found.end() :]}" if found else what


def want(text: str) -> str:
    """Without a leading 要, which frames bring themselves; 要求 and the like stay."""
    kept = read_data("wording.yaml")["not_want"]
    if text.startswith("要") and len(text) > 2 and not text.startswith(tuple(kept)):
        return text[1:]
    return text
