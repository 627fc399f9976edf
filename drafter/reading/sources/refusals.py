"""Why a source cannot be read: one stable code and one Chinese line for every reason.

The formats raise these without a place; whoever knows the file's name adds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from drafter.errors import Place, SourceError

__all__ = ["LIMITS", "Limits", "Why", "named", "refusal"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a single source may cost, so that no file can exhaust the machine.

    Sizes are bytes unless they say otherwise. A speech of an hour is 15,000 characters, so every
    figure leaves a factor of fifty and more for honest files.
    """

    file: int = 100_000_000
    text: int = 64_000_000
    page: int = 20_000_000
    line_characters: int = 1_000_000
    xml_part: int = 32_000_000
    archive: int = 2_000_000_000
    archive_members: int = 100_000
    #: Unpacked size over packed size; Chinese text packs 2 to 4 times, Word's XML 10 to 30 times.
    archive_ratio: int = 100
    pdf_pages: int = 3000
    pdf_seconds: int = 60
    pdf_memory: int = 2_000_000_000
    convert_seconds: int = 120


LIMITS = Limits()


class Why(Enum):
    """A reason for not reading a source: its code and its message."""

    UNREADABLE = ("S001", "打不开（{}），请检查这个文件")
    MISSING = ("S002", "没有这个文件，或者读的时候它已经被移走，请检查路径")
    TOO_BIG = ("S003", "太大了（{}），请拆成较小的文件")
    EMPTY = ("S004", "里面没有文字，请检查是不是存错了文件")
    NOT_TEXT = ("S005", "不是能认出编码的文本，请另存为 UTF-8 的 .txt 或 .docx")
    CORRUPT = ("S006", "文件已损坏（{}），请重新下载或从原来的软件另存一份")
    LOCKED = ("S007", "有密码保护，请去掉密码后再试")
    GARBLED = ("S016", "文字层是乱码，字体没有说明编码，请先做文字识别（OCR）或找原稿")
    SCANNED = ("S008", "是扫描件，只有图片没有文字，请先做文字识别（OCR）再试")
    BOMB = ("S009", "解压后大得不合常理（{}），可能是压缩炸弹，没有解开")
    NO_OFFICE = (
        "S010",
        "旧格式要靠 LibreOffice 转换，本机没有安装：请安装后再试，或用 Word、WPS 另存为 .docx",
    )
    OFFICE_FAILED = (
        "S011",
        "LibreOffice 没能转换（{}），请用 Word、WPS 打开后另存为 .docx",
    )
    UNKNOWN = ("S012", "不支持 {} 格式，请另存为 .docx、.txt 或 .pdf")
    NESTED = ("S013", "压缩包里还套着压缩包，请先把里面的解开")
    NOTHING = ("S014", "文件夹里没有能读的文件（{}）")
    SEVERAL = ("S015", "这里不止一个文件，请指定其中一个")
    STUBBORN = ("S017", "这份 PDF 要求的时间或内存不合常理（{}），请用其他软件另存一份再试")
    INSIDE = ("S099", "整理这份文字时程序出错（{}），请把这个文件交给维护者")


def refusal(why: Why, detail: str = "") -> SourceError:
    """The error for one reason; ``detail`` fills the message's bracket."""
    code, message = why.value
    return SourceError(message.format(detail), code=code)


def named(error: SourceError, name: str) -> SourceError:
    """The same error, saying which file it is about."""
    return SourceError(error.message, place=Place(file=name), code=error.code)
