"""Who speaks or signs: names and posts in the lines of a head or a foot, and in a title."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.reading.cues import cues
from drafter.reading.title_words import speaker_words
from drafter.text.folding import squeeze
from drafter.text.people import is_name

__all__ = [
    "attends",
    "is_byline",
    "is_mask",
    "named_first",
    "names_person",
    "names_post",
    "names_post_and_person",
    "speaker_in_title",
    "speaker_of",
]

_LONGEST, _LONGEST_LINE = 40, 60
_MASK = re.compile(r"[×xX*＊某○〇□_ ]{2,12}$")
_MASKED_NAME = re.compile(r"[\u4e00-\u9fff]?[×xX*＊某○_]{1,4}$")
#: A name set wide, as under the title of a report: 栗 俊 昌.
_SPACED_NAME = re.compile(r"[\u4e00-\u9fff]( +[\u4e00-\u9fff]){1,2}")
#: 毕业生代表刘畅：愿你归来仍是少年.
_BEFORE_COLON = re.compile(r"(?:【[^】]{2,8}】)?(?P<who>[^，。：“”《》]{3,16})：")
#: A form's first line: 姓名：李明  职务：局长.
_NAMED = re.compile(r"姓 *名 ?[： ] ?([\u4e00-\u9fff]{2,4})(?: |$)")
_NAME_SENTENCE = re.compile(r"([\u4e00-\u9fff]{2,4})[。：]")


def is_mask(text: str) -> bool:
    """Whether a line hides a name: ×××, 某某某, or Latin crosses."""
    return _MASK.match(text) is not None


def _bare(text: str) -> str:
    text = text.strip("（）() —–[]【】")
    named = _NAMED.match(text)
    if named is not None:
        return named.group(1)
    if cues().signature_label.match(text):
        text = text.split("：", 1)[-1].strip() if "：" in text else text.split(" ", 1)[-1].strip()
    return text.removesuffix("同志").strip()


def _is_name(text: str) -> bool:
    bare = squeeze(text)
    if not 2 <= len(bare) <= 4 or "某" in bare:
        return False
    return cues().person.match(text) is not None or _SPACED_NAME.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Whether a short line names a person, a post or a unit and says nothing else."""
    return 2 <= len(text) <= _LONGEST and text[-1] not in "。！？；：，" and _byline(text)


@lru_cache(maxsize=256)
def _byline(text: str) -> bool:
    """Whether a line signs, by its words; a reader asks for that of one line several times."""
    if cues().signature_label.match(text) or is_mask(text) or speaker_of(text) is not None:
        return True
    pieces = _bare(text).split()
    return bool(pieces) and all(
        cues().unit_end.match(p) or names_post(p) or _MASKED_NAME.match(p) or _is_name(p)
        for p in pieces
    )


def speaker_of(text: str) -> str | None:
    """The name (else the post) in a line that says nothing but who speaks.

    A masked name is no name.
    """
    return _speaker(text) if len(text) <= _LONGEST_LINE else None


@lru_cache(maxsize=1024)
def _speaker(text: str) -> str | None:
    """Who speaks by a short line; a reader asks for that of one line several times."""
    if cues().place_label.match(text):
        return None
    text = _bare(text)
    if not 2 <= len(text) <= _LONGEST:
        return None
    before, _, inside = text.replace("，", "（", 1).partition("（")
    if "）" not in inside and _is_name(before.strip()) and _post_in(inside):
        return squeeze(before)
    post = _post_in(text)
    if post is None:
        if _is_name(text):
            return squeeze(text)
        first, last = text.split(" ")[0], text.split(" ")[-1]
        before, after = squeeze(text[: len(text) - len(last)]), squeeze(text[len(first) :])
        if before and _is_name(last) and _is_role(before):
            return last
        return first if after and is_name(first) and _is_role(after) else None
    rest = text[post.end() :].strip(" ：（）")
    if rest and names_post(rest):  # 副总经理 安全总监: two posts of nobody named
        return squeeze(text)
    if rest and _is_name(rest):
        return squeeze(rest)
    if rest and _is_name(last := rest.split(" ")[-1]):  # 学生代表 三（2）班 李明
        return squeeze(last)
    lead = text[: post.start("post")].strip() or text.split(" ")[0].strip("（")
    if len(lead) < len(text) and _is_name(lead):
        return squeeze(lead)
    return post["post"] if not rest or _MASKED_NAME.match(rest) else None


def _is_role(text: str) -> bool:
    """Whether a text is a unit, or what somebody is: 优秀员工, 高三（5）班."""
    return cues().unit_end.match(text) is not None or cues().role.fullmatch(text) is not None


def speaker_in_title(title: str) -> str | None:
    """The person or post a title names as the speaker: 校长在…上的讲话, 李明同志述职报告."""
    words = speaker_words()
    if words.column.match(title):
        return None
    for shape in (words.before_place, words.before_duty, words.before_wish):
        found = shape.match(title)
        if found is None:
            continue
        who = found["who"].strip()
        # 任职 looks like a name too: a bare name needs 同志, or a place where it speaks.
        named = shape is words.before_place or "同志" in found.group()
        # Who applies for a post does not hold it (办公室主任竞聘演讲稿), and a post that reports on
        # its duty is a kind of report (小学班主任述职报告); one that speaks somewhere is a speaker.
        kind_only = shape is words.before_duty
        name = _before_post(who)
        if name is not None and not (kind_only and "竞" in found.group()):
            return name
        if (not kind_only and names_post(who)) or (named and _is_name(who)):
            return who
        speaker = speaker_of(who)
        if speaker is not None and speaker != who and len(speaker) < len(who):
            return speaker
    quoted = _BEFORE_COLON.match(title)
    if quoted is not None and names_post_and_person(quoted["who"]):
        return speaker_of(quoted["who"])
    held = words.at_occasion.match(title)
    if held is not None and cues().post_alone.fullmatch(held["who"]):
        return held["who"]
    return None


def _before_post(who: str) -> str | None:
    """The name that stands before a bare post: 李明 in 李明总裁; 安平县县长 names nobody."""
    for width in (3, 2):
        if cues().post_alone.fullmatch(who[width:]) and is_name(who[:width]):
            return who[:width]
    return None


def named_first(text: str) -> str | None:
    """The name that stands alone as the first sentence of a body (李明。今天，…), a lost byline."""
    found = _NAME_SENTENCE.match(text)
    return found.group(1) if found is not None and _is_name(found.group(1)) else None


def attends(text: str) -> bool:
    """Whether a line says who chaired, attended or spoke, as the second line of a headline."""
    found = speaker_words().attends.match(text)
    return found is not None and _is_name(found["who"])


def names_post(text: str) -> bool:
    """Whether a text is a post and names nobody, or by the family name only (周校长)."""
    return cues().any_post.search(text) is not None and cues().post.fullmatch(text) is not None


def _post_in(text: str) -> re.Match[str] | None:
    """The first words of a line that end with a post."""
    return cues().post.match(text) if cues().any_post.search(text) else None


def names_person(text: str) -> bool:
    """Whether a short line says who speaks, and by name."""
    said = speaker_of(text)
    return said is not None and not names_post(said)


def names_post_and_person(text: str) -> bool:
    """Whether a line names a person with the post (县长张海涛), as no menu does."""
    return _post_in(text) is not None and not names_post(text) and bool(speaker_of(text))
