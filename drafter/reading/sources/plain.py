"""Text → lines, as ``cat -n`` counts them."""

from __future__ import annotations

from drafter.reading.sources.decoding import decode
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["checked", "read_plain", "split_lines"]


def read_plain(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The lines of a text file.

    Raises :class:`SourceError` for what is no text or too big.
    """
    if len(data) > limits.text:
        raise refusal(Why.TOO_BIG, f"文本超过 {limits.text // 1_000_000} MB")
    return split_lines(decode(data))


def split_lines(text: str) -> list[str]:
    """Lines parted at line feeds only, a carriage return before one removed.

    ``str.splitlines`` would also part at form feeds and U+2028, and every line number after one
    would differ from what an editor shows.
    """
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def checked(lines: list[str], limits: Limits = LIMITS) -> tuple[str, ...]:
    """The lines as they are handed over.

    Raises :class:`SourceError` where there is no text at all, or a line that is no paragraph any
    more.
    """
    if not any(line.strip() for line in lines):
        raise refusal(Why.EMPTY)
    longest = max(map(len, lines))
    if longest > limits.line_characters:
        raise refusal(Why.TOO_BIG, f"有一行长达 {longest} 字")
    return tuple(lines)
