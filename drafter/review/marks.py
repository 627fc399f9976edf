"""Punctuation by GB/T 15834-2011: full-width in Chinese text, quotes and brackets in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.speech import Paragraph
from drafter.text.enumerators import find_enumerator

__all__ = ["check_marks"]

_HAN = "\u4e00-\u9fff"
#: What a text without a finding does not have, a rule's pattern, its code and message. Patterns are
#: compiled when there may be something to find, which in most drafts is never.
_RULES = (
    (
        "[,;:!?.()]",
        (
            rf"(?<=[{_HAN}”’）》】])(?:[,;:!?](?![0-9])|\.(?![0-9A-Za-z]))"
            rf"|(?<=[0-9A-Za-z%])[,;!?](?=[{_HAN}“‘（《])|[()](?=[{_HAN}])|(?<=[{_HAN}])[()]"
        ),
        "half-width",
        "半角标点“{}”应改成全角（GB/T 15834-2011 第5.1条）",
    ),
    (
        "[\"＂'「」『』]",
        rf"[\"＂]|(?<=[{_HAN}])'|'(?=[{_HAN}])|[「」『』]",
        "straight-quote",
        "“{}”不是规范引号，应改成“ ”（GB/T 15834-2011 第4.8条）",
    ),
    (
        "[，。；：、！？（“‘《][，。；：、！？]",
        (
            # Said so that a text is searched for one class of characters.
            r"[，。；：、（“‘《](?:(?<=[，。；：、])(?=[，。；：、！？])|(?<=[！？][，。；：、])"
            r"|(?<=[（“‘《])(?=[，。；：、！？]))"
        ),
        "doubled-mark",
        "标点“{}”多余或连用，请删去（GB/T 15834-2011 第5.1条）",
    ),
    (
        "[.·…]",
        r"\.{3,}|·{3,}|(?<!…)…(?!…)",
        "wrong-mark",
        "省略号应写成“……”（GB/T 15834-2011 第4.11条）",
    ),
    (
        "[-—]",
        rf"(?<=[{_HAN}])(?:-{{2,}}|—)(?=[{_HAN}])",
        "wrong-mark",
        "破折号应写成“——”（GB/T 15834-2011 第4.10条）",
    ),
)
#: What none of the rules finds anything without.
_SIGNS = re.compile("|".join(needs for needs, *_ in _RULES))
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】", "〔": "〕"}
_CLOSERS = {v: k for k, v in _PAIRS.items()}
_CLAUSES = {"“": "4.8", "‘": "4.8", "（": "4.9", "《": "4.15", "【": "4.9", "〔": "4.9"}
_NAMES = {"“": "引号", "‘": "引号", "（": "括号", "《": "书名号", "【": "括号", "〔": "括号"}
#: How much of the text is shown around a mark.
_AROUND = 8
#: So many of one fault are each shown where they stand.
_EACH = 20


def check_marks(checked: Checked) -> Iterator[Finding]:
    """``half-width``, ``straight-quote``, ``doubled-mark``, ``wrong-mark``, ``unpaired``."""
    text = checked.raw
    for needs, pattern, code, message in _RULES if _SIGNS.search(text) else ():
        if re.search(needs, text) is None:
            continue
        matches = list(re.finditer(pattern, text))
        # A text typed so throughout is told of once.
        for match in matches if len(matches) <= _EACH else matches[:1]:
            line = text.rfind("\n", 0, match.start()) + 1
            around = text[max(line, match.start() - _AROUND) : match.end() + _AROUND]
            around = around.partition("\n")[0]
            said = message.format(match.group())
            said += f"，全文共{len(matches)}处" if len(matches) > _EACH else ""
            where = checked.id_at(match.start())
            yield Finding(code, "warning", where, around, f"{said}：见“{around}”")
    for paragraph in checked.paragraphs:
        yield from _unpaired(paragraph)


_ANY = re.compile("[“”‘’（）()《》【】〔〕]")


def _unpaired(paragraph: Paragraph) -> Iterator[Finding]:
    """Quotes and brackets that open and never close, or close and never opened.

    The bracket of an enumerator 1） is none.
    """
    if _ANY.search(paragraph.text) is None:
        return
    text = paragraph.text.replace("(", "（").replace(")", "）")
    mark = find_enumerator(text.lstrip())
    begin = mark.width + len(text) - len(text.lstrip()) if mark else 0
    opened: list[tuple[str, int]] = []
    for match in _ANY.finditer(text, begin):
        char, at = match.group(), match.start()
        if char in _PAIRS:
            opened.append((char, at))
        elif opened and opened[-1][0] == _CLOSERS[char]:
            opened.pop()
        else:
            yield _pair_finding(paragraph, _CLOSERS[char], at, "少了前一半")
    for char, at in opened:
        yield _pair_finding(paragraph, char, at, "少了后一半")


def _pair_finding(paragraph: Paragraph, kind: str, at: int, what: str) -> Finding:
    around = paragraph.text[max(0, at - _AROUND) : at + _AROUND]
    return Finding(
        "unpaired",
        "error",
        paragraph.id,
        around,
        f"{_NAMES[kind]}{what}（GB/T 15834-2011 第{_CLAUSES[kind]}条、第5.1.3条）：见“{around}”，"
        "请配对",
    )
