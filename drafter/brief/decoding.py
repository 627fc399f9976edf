"""The bytes of a brief → its text, in whatever encoding an editor saved it."""

from __future__ import annotations

import codecs

from drafter.errors import BriefError, Place, SourceError

__all__ = ["SEE_EXAMPLE", "SEE_NOTICE", "decode"]

#: How whoever has no brief sees one, at a terminal and in the form.
SEE_EXAMPLE = "可先看样例（命令 drafter new --example，网页里点“看样例”）"

#: How a notice becomes a brief, at a terminal and in the form.
SEE_NOTICE = (
    "若是通知、方案，可从中读出提纲（命令 drafter new --from 文件 -o 提纲.yaml，"
    "网页里点“读通知、方案”）"
)

#: How files begin that are no plain text, and what they are.
_OTHER_FILES = (
    (b"PK\x03\x04", " Word 文件（或别的压缩包）"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件"),
    (b"{\\rtf", " RTF 文件"),
    (b"%PDF", " PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)


def decode(data: bytes, name: str) -> str:
    """UTF-8 (with or without a mark), else UTF-16 or GB18030 as Windows' Notepad saves them.

    Next to all of Big5 is valid GB18030, too, and reads as nonsense; so it is told by what it says.
    """
    for start, kind in _OTHER_FILES:
        if data.startswith(start):
            raise BriefError(
                f"这是{kind}，不是提纲；提纲是纯文本，{SEE_EXAMPLE}；{SEE_NOTICE}",
                place=Place(name),
                code="B002",
            )
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and not (encoding == "gb18030" and _is_big5(data)):
            return text
    raise BriefError(
        "这个文件的编码读不了（不是 UTF-8，也不是 GB18030）；"
        "请用编辑器打开，另存为 UTF-8 编码的文本",
        place=Place(name),
        code="B002",
    )


def _is_big5(data: bytes) -> bool:
    from drafter.reading.sources.decoding import detect

    try:
        return detect(data)[0].startswith("big5")
    except SourceError:
        return False
