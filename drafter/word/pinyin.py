"""Pinyin over characters a speaker may stumble at: rare ones, and people's names on request.

Readings come from pypinyin (the extra ``pinyin``); surnames with a reading of their own from
drafter/data/surnames.yaml.
"""

from __future__ import annotations

from typing import Any

from drafter.errors import MissingExtraError
from drafter.resources import read_data
from drafter.word.ooxml import escape, run_format

__all__ = ["Pinyin"]

#: GB 2312 sorts its 3,755 common characters into rows 16 to 55; what comes after is rare.
_FIRST_RARE = 0xD8


def _is_rare(char: str) -> bool:
    if not ("\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"):
        return False
    try:
        return char.encode("gb2312")[0] >= _FIRST_RARE
    except UnicodeEncodeError:
        return True


class Pinyin:
    """Finds what needs a reading and writes it as ruby.

    Raises :class:`MissingExtraError` where pypinyin is not installed.
    """

    def __init__(self, *, names: bool) -> None:
        try:
            from pypinyin import Style, pinyin
        except ImportError:
            raise MissingExtraError("注音", "pinyin") from None
        self._names = names
        self._pinyin: Any = pinyin
        self._tones = Style.TONE

    def _read(self, text: str) -> list[str]:
        """One reading a character; what is no ideograph reads as itself."""
        found = self._pinyin(text, style=self._tones, errors=list)
        return [item[0] for item in found]

    def readings(self, text: str) -> dict[int, str]:
        """The reading of each character that needs one, by its position."""
        out: dict[int, str] = {}
        rare = [at for at, char in enumerate(text) if _is_rare(char)]
        if rare:
            # The whole text, since the words around decide between two readings.
            every = self._read(text)
            if len(every) == len(text):
                out = {at: every[at] for at in rare if every[at] != text[at]}
        if self._names:
            from drafter.text.entities import find_entities

            for found in find_entities(text):
                if found.kind == "person":
                    for number, reading in enumerate(self._name(found.text)):
                        out[found.start + number] = reading
        return out

    def _name(self, name: str) -> list[str]:
        surnames = read_data("surnames.yaml")
        for length in (2, 1):
            known = surnames.get(name[:length])
            if known is not None:
                return [*known.split(), *self._read(name[length:])]
        return self._read(name)

    @staticmethod
    def ruby(char: str, reading: str, look: str, size: float) -> str:
        """One character with its reading above, at half its size."""
        half = round(size)
        small = run_format("宋体", size / 2)
        return (
            f'<w:r>{look}<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{half}"/>'
            f'<w:hpsRaise w:val="{round(size * 2) - 2}"/><w:hpsBaseText w:val="{round(size * 2)}"/>'
            f'<w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r>{small}<w:t>{escape(reading)}</w:t></w:r>'
            f"</w:rt><w:rubyBase><w:r>{look}<w:t>{escape(char)}</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>"
        )
