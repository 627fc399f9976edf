"""One number in each of Word's number formats (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from drafter.text.numerals import chinese

__all__ = ["written"]

#: Formats that count as people do in Chinese: 一 … 十 十一 … 二十.
_CHINESE_NAMES = (
    "chineseCounting chineseCountingThousand taiwaneseCounting taiwaneseCountingThousand "
    "japaneseCounting koreanCounting"
)
_CHINESE = frozenset(_CHINESE_NAMES.split())
_DIGITWISE_NAMES = "ideographDigital taiwaneseDigital japaneseDigitalTenThousand"
_DIGITWISE = frozenset(_DIGITWISE_NAMES.split())
_LEGAL_NAMES = "chineseLegalSimplified ideographLegalTraditional japaneseLegal"
_LEGAL = frozenset(_LEGAL_NAMES.split())
_LEGAL_FORMS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_CHINESE_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
#: Characters that stand in the order of counting: the first one and how many there are.
_RUNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
    "upperLetter": ("A", 26),
    "lowerLetter": ("a", 26),
}
_CYCLES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def written(number: int, form: str) -> str:
    """``number`` in the format named ``form``; unknown formats count 1, 2, 3, as Word does."""
    spelled = _spelled(number, form)
    if spelled is not None:
        return spelled
    if form == "decimalZero":
        return f"{number:02d}"
    if form.startswith("decimalFullWidth"):
        return str(number).translate(_FULL_DIGITS)
    return str(number)


def _spelled(number: int, form: str) -> str | None:
    if form in _CHINESE | _LEGAL and 0 <= number <= 9999:
        text = chinese(number)
        return text.translate(_LEGAL_FORMS) if form in _LEGAL else text
    if form in _DIGITWISE:
        return str(number).translate(_CHINESE_DIGITS)
    if form in _CYCLES and number >= 1:
        return _CYCLES[form][(number - 1) % len(_CYCLES[form])]
    if form in _RUNS:
        first, count = _RUNS[form]
        return chr(ord(first) + number - 1) if 1 <= number <= count else None
    if form in {"upperRoman", "lowerRoman"} and 1 <= number <= 3999:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return None


def _roman(number: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        out += letters * count
    return out
