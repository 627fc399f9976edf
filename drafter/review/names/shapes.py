"""Bodies and stretches of the country that show by their shape, whatever they are called.

中央第三督察组, 河道管理处, 二车间, 驻军某部, 顺达物流; G318国道, 川渝两地, 翡翠城的物业. What each
is made of stands in organisations.yaml and places.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.names.localities import may_begin_place
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.gazetteer import Span
from drafter.text.name_characters import name_characters
from drafter.text.organisations import is_generic
from drafter.text.scanning import Words, either, heads_of, matches_from

__all__ = ["find_shaped_bodies", "find_shaped_places"]

_NUMERALS = "一二三四五六七八九十0-9"
#: So short a name known as such may be cut out of words: 集中|化解.
_CUT = 2


@cache
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What they begin with, and the expression."""
    data = read_data("organisations.yaml")
    begun = (data[name] for name in ("senders", "run", "line_posts", "services"))
    heads = "".join(sorted({word[0] for words in begun for word in words}))
    return re.compile(f"[{heads}第{_NUMERALS}某省市县区州中]"), re.compile(
        rf"(?:{either(data['senders'])})(?:第?[{_NUMERALS}]{{1,3}})?[\u4e00-\u9fff]{{0,8}}?"
        rf"(?:{either(data['sent'])})组"
        rf"|(?:{either(data['run'])})(?:{either(data['posts'])})|{either(data['line_posts'])}"
        rf"|第?[{_NUMERALS}]{{1,3}}(?:{either(data['shops'])})"
        rf"|(?:{either(data['services'])})[\u4e00-\u9fff]{{0,3}}?(?:{either(data['units'])})"
        rf"|[省市县区州][{_NUMERALS[:10]}](?:{either(data['numbered_bodies'])})"
        rf"|中(?:{either(data['builders'])})[{_NUMERALS[:10]}]{{1,3}}(?:{either(data['bureaus'])})"
        rf"|[省市县区州](?:{either(data['short_of_level'])})"
        rf"|[省市县区州][{data['investors']}]投(?![{data['not_after_investor']}])"
        rf"|某(?:集团军|部(?=官兵|战士|队|[{_NUMERALS}]+[连排营班])|旅|团|师|舰队|基地)"
    )


@cache
def _firm() -> re.Pattern[str]:
    """Two characters and a trade, as a firm is called (顺达物流).

    建设 and the like only with 集团 after them, or with a work of the firm: 宏达新材料项目.
    """
    data, names = read_data("organisations.yaml"), read_data("names.yaml")
    trades, wide = either(data["trades"]), either(data["wide_trades"])
    no = names["not_given"] + names["joining"] + data["no_firm_characters"]
    return re.compile(
        f"(?=([^\u0000-\u4dff\u9fff-\uffff{no}]{{2,3}}?)"
        f"((?:{trades})(?:集团|公司|股份)?|(?:{trades}|{wide})+(?:集团|公司|股份)"
        f"|(?:{wide})+(?=项目|[一二三]期|生产线)))"
    )


@cache
def _known() -> Words:
    return Words(read_data("organisations.yaml")["known_short"])


@cache
def _good_omens() -> frozenset[str]:
    return frozenset(read_data("organisations.yaml")["good_omens"])


@cache
def _trade() -> re.Pattern[str]:
    """The first two characters of a trade: few places of a text have them."""
    data = read_data("organisations.yaml")
    return heads_of((*data["trades"], *data["wide_trades"]))


def _firms(text: str) -> Iterator[re.Match[str]]:
    """What :func:`_firm` matches, tried only where a trade may stand after two or three."""
    begins = {m.start() - size for m in _trade().finditer(text) for size in (2, 3)}
    for start in sorted(begins):
        match = _firm().match(text, start) if start >= 0 else None
        if match is not None:
            yield match


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What they begin with, and the expression."""
    data = read_data("places.yaml")
    families = name_characters("telling_surnames")
    # 白家洼: a family that is a word, too, lives in a hamlet as well.
    of_any = "".join(sorted({*families, *read_data("names.yaml")["surnames"]}))
    short = f"(?:[{data['one_character']}]{{2,4}})"
    heads = (
        f"[{of_any}头{_NUMERALS[:10]}GSXY{data['one_character']}]|[东西南北内外](?=[一二三四五])"
    )
    return re.compile(heads), re.compile(
        rf"[东西南北内外][一二三四五]环(?![节境])|[{families}][{data['settled']}](?=[、，的和与]|一带|一片)|[{_NUMERALS[:10]}]里[{data['hamlets']}]|[头二三四五六七八九]道[{data['numbered_places']}]子?|[{of_any}]家(?:[{data['hamlets']}](?![子上里长]))|(?<![A-Za-z0-9])[GSXY][0-9]{{2,4}}(?:国道|省道|县道|乡道|高速|线)?(?![A-Za-z0-9])|{short}(?={either(data['of_those'])})"
    )


@cache
def _quarters() -> re.Pattern[str]:
    data = read_data("places.yaml")
    return re.compile(f"(?:{either(data['quarters'])})(?=的?(?:{either(data['of_quarters'])}))")


def find_shaped_bodies(text: str) -> Iterator[Span]:
    """Groups sent, posts, numbered shops, soldiers and firms, bodies by their known short name."""
    shaped = (match.span() for match in matches_from(*_bodies(), text))
    known = [_whole(text, *span) for span in _known().spans(text)]
    for start, end in (*shaped, *known):
        # 就上|支付宝: what is so long is hardly cut out of other words.
        long = end - start > _CUT and (start, end) in known
        if long or may_begin_place(text, start, short=True):
            yield Span(text[start:end], start, end)
    for match in _firms(text):
        start, end = match.start(), match.end(2)
        firm = text.endswith(("集团", "公司", "股份"), start, end) and not is_generic(
            match.group(1)
        )
        cut = is_word(text[max(0, start - 1) : start + 1])
        made = any(is_word(text[at : at + 2]) for at in (start, start + 1))
        # 宏达 is in the dictionary for the firms that are called so.
        cut = cut or (made and not firm and not _good_omens().issuperset(match.group(1)))
        if not cut and may_begin_place(text, start, short=True):
            yield Span(text[start:end], start, end)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A body known by its short name with whose it is before it: 中国|银联, 市|消协."""
    owners = read_data("organisations.yaml")["owners"]
    before = next((w for w in owners if text.endswith(w, 0, start)), "")
    return start - len(before), end


def _is_hamlet(text: str, start: int) -> bool:
    """Whether two characters may be a hamlet's name, or anything but one."""
    if text[start + 1] not in read_data("places.yaml")["settled"]:
        return True
    return not is_word(text[start : start + 2]) and may_begin_place(text, start, short=True)


def find_shaped_places(text: str) -> Iterator[Span]:
    """Numbered roads, provinces by one character each, quarters by who lives there."""
    for match in matches_from(*_places(), text):
        # 农家店
        if match.group()[1:2] == "家" and is_noun(match.group()[:2]):
            continue
        # 走了四里|山路
        if match.group()[1:2] == "里" and is_word(text[match.end() - 1 : match.end() + 1]):
            continue
        # 许楼, but no 陶楼梯: a hamlet by its family's name alone where a name may begin.
        if len(match.group()) > 2 or _is_hamlet(text, match.start()):
            yield Span(match.group(), *match.span())
    data = read_data("places.yaml")
    sorts, of_any = tuple(data["sorts_of_place"]), frozenset(data["of_any_village"])
    for match in _quarters().finditer(text):
        for start in range(match.start() - 2, max(-1, match.start() - 5), -1):
            stem = text[start : match.start()]
            if may_begin_place(text, start, short=True):
                # 清溪|口, though 溪口 is a word; 窗口 and 镇里 have no name before them.
                joined = is_word(stem[-1] + match.group()[0]) and not is_called_name(stem[-2:])
                if not (joined or stem.endswith(sorts) or of_any.intersection(stem)):
                    yield Span(text[start : match.end()], start, match.end())
                break
