"""A draft from whatever file holds it: Word, JSON, Markdown or plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli.streams import STANDARD, read_bytes, say
from drafter.errors import Place, RefusedError, SourceError
from drafter.files import reason

if TYPE_CHECKING:
    from drafter.drafting.draft import Draft
    from drafter.reading import Reading, SourceText
    from drafter.speech import Paragraph, Speech

__all__ = ["bytes_of", "open_draft"]

#: Far more than any speech in any format; a device would give bytes for ever.
_MOST_BYTES = 100_000_000
_ZIP = b"PK\x03\x04"
#: Where the characters of Unicode's plane 15 begin, which no text has: all are for private use.
_PRIVATE = 0xF0000


def open_draft(
    name: str, own: Iterable[str] = ()
) -> tuple[Draft | Speech, tuple[tuple[str, Paragraph], ...]]:
    """The draft in a file (``-`` is standard input), told apart by what the file holds.

    Word files come back with their roles and, where they still carry it, their shortfall, and with
    what stands beside the text, each by its name; texts are read like any speech, but what the
    brief's ``own`` texts have of markup is no page's. Raises :class:`SourceError` where there is no
    draft in it.
    """
    data = read_bytes(name)
    if data is None:
        data = bytes_of(name)
    if data.startswith(_ZIP) and not name.lower().endswith((".zip", ".pptx", ".xlsx")):
        from drafter.word import beside, read_word

        reading = read_word(data if name == STANDARD else Path(name))
        return reading.draft, tuple(beside(reading.asides))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        return _from_json(name, data), ()
    return _from_text(name, data, own), ()


def bytes_of(name: str, kind: str = "一份稿子") -> bytes:
    """What a file holds; raises :class:`SourceError` where it cannot be read.

    ``kind`` is what is asked for in place of a folder.
    """
    try:
        with Path(name).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise SourceError("没有这个文件，请检查路径", place=Place(file=name)) from None
    except IsADirectoryError:
        raise SourceError(f"这是一个文件夹，请给出{kind}", place=Place(file=name)) from None
    except OSError as e:
        raise SourceError(
            f"读不出来（{reason(e)}），请检查路径和权限", place=Place(file=name)
        ) from None
    if len(data) > _MOST_BYTES:
        raise SourceError(f"文件太大，不像{kind}（上限 100 MB）", place=Place(file=name))
    return data


def _from_json(name: str, data: bytes) -> Draft:
    from drafter.drafting.draft import draft_from_json

    try:
        plain: Any = json.loads(data.decode("utf-8-sig"))
        return draft_from_json(plain.get("draft", plain))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SourceError(
            "不是 drafter 的稿子 JSON（应由 draft --format json 或 read 写出）",
            place=Place(file=name),
        ) from None


def _from_text(name: str, data: bytes, own: Iterable[str]) -> Speech:
    from drafter.cli.typed import as_typed
    from drafter.reading import parse_text
    from drafter.reading.sources import source_from_bytes

    source = _with_markup_as_words(source_from_bytes(name, data), own)
    reading: Reading = parse_text(source)
    if not reading.speeches:
        raise RefusedError("里面没有找到讲话稿", place=Place(file=name))
    if len(reading.speeches) > 1:
        raise RefusedError(
            f"里面有{len(reading.speeches)}篇文字，请一次核对一篇", place=Place(file=name)
        )
    if reading.noise_lines:
        lines = "、".join(map(str, reading.noise_lines[:20]))
        say(f"第 {lines} 行不像稿子正文，没有核对")
    return _with_markup(as_typed(reading.speeches[0], source.lines))


def _with_markup_as_words(source: SourceText, own: Iterable[str]) -> SourceText:
    """The lines with what looks like a page's remains in the brief too put out of the reader's way.

    The name <b>李明</b> of a brief stands in its draft as it is. For each character of the markup
    stands one for private use, which :func:`_with_markup` takes back.
    """
    from dataclasses import replace

    from drafter.drafting.setting.user_words import clean
    from drafter.reading.chrome import inline_noise

    texts = dict.fromkeys(form for text in own for form in (text, clean(text)))
    found = {text[a:b] for text in texts for a, b in inline_noise(text)}
    lines = "\n".join(source.lines)
    for words in sorted(found, key=len, reverse=True):
        lines = lines.replace(words, "".join(chr(_PRIVATE + ord(c)) for c in words))
    return replace(source, lines=tuple(lines.split("\n"))) if found else source


def _with_markup(speech: Speech) -> Speech:
    """The speech with the brief's markup in its paragraphs again."""
    from msgspec.structs import replace

    back = {
        ord(c): ord(c) - _PRIVATE for p in speech.paragraphs for c in p.text if ord(c) > _PRIVATE
    }
    paragraphs = tuple(replace(p, text=p.text.translate(back)) for p in speech.paragraphs)
    return replace(speech, paragraphs=paragraphs) if back else speech
