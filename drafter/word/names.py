"""The styles a speech is made of, by the names Word, WPS and LibreOffice keep.

Ids are rewritten by other programs (LibreOffice numbers them, WPS uses digits); ``w:name`` stays,
so reading goes by name. Headings and the title are Word's built-in styles: the navigation pane,
tables of contents and outside checkers know those.
"""

from __future__ import annotations

from msgspec import Struct

from drafter.speech import Role

__all__ = [
    "CHARACTER_HEADING",
    "CONTINUED",
    "HEADINGS",
    "MINUTES",
    "ROLE_STYLES",
    "StyleName",
    "role_of_style",
    "style_of",
]


class StyleName(Struct, frozen=True):
    """A style's id in a file of ours and its name in any file."""

    id: str
    name: str


ROLE_STYLES: dict[Role, StyleName] = {
    "title": StyleName("Title", "Title"),
    "date": StyleName("SpeechDate", "讲话日期"),
    "speaker": StyleName("SpeechSpeaker", "讲话人"),
    "salutation": StyleName("SpeechSalutation", "讲话称谓"),
    "opening": StyleName("SpeechOpening", "讲话开头"),
    "body": StyleName("SpeechBody", "讲话正文"),
    "closing": StyleName("SpeechClosing", "讲话结尾"),
    "signature": StyleName("SpeechSignature", "讲话落款"),
}
#: A further stretch of a long paragraph (see :mod:`drafter.word.stretches`).
CONTINUED = StyleName("SpeechContinued", "讲话接排")
#: Notes in the margin, no part of the speech.
MINUTES = StyleName("SpeechMinutes", "讲话时长")
#: Word has nine heading levels.
HEADINGS: tuple[StyleName, ...] = tuple(
    StyleName(f"Heading{n}", f"heading {n}") for n in range(1, 10)
)
#: The character styles linked to them, for a heading inside a paragraph.
CHARACTER_HEADING: tuple[StyleName, ...] = tuple(
    StyleName(f"Heading{n}Char", f"Heading {n} Char") for n in range(1, 10)
)

_BY_NAME: dict[str, tuple[Role, int | None]] = {
    **{style.name.lower(): (role, None) for role, style in ROLE_STYLES.items()},
    **{style.name: ("heading", n) for n, style in enumerate(HEADINGS, 1)},
    **{f"标题 {n}": ("heading", n) for n in range(1, 10)},
    **{f"标题{n}": ("heading", n) for n in range(1, 10)},
    CONTINUED.name: ("body", None),
    "标题": ("title", None),
    "salutation": ("salutation", None),
    "称呼": ("salutation", None),
    "date": ("date", None),
    "日期": ("date", None),
    "signature": ("signature", None),
    "签名": ("signature", None),
}


def style_of(role: Role, level: int | None = None) -> StyleName:
    """The paragraph style of a role; for headings that of its level (1 to 9)."""
    if role == "heading":
        return HEADINGS[min(max(level or 1, 1), 9) - 1]
    return ROLE_STYLES[role]


def role_of_style(name: str) -> tuple[Role, int | None] | None:
    """Role and heading level a style name stands for, in any letter case; None for others."""
    return _BY_NAME.get(name.strip().lower())
