"""The draft as a whole: its length against what was asked, its title and its salutation."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.review.checked import Checked
from drafter.review.finding import Finding

__all__ = ["check_whole"]

#: A draft may be this share longer or shorter than asked.
_TOLERANCE = 0.05


def check_whole(checked: Checked) -> Iterator[Finding]:
    """``no-title``, ``no-salutation``, ``no-text``, ``too-long``, ``too-short``."""
    roles = {p.role for p in checked.paragraphs if p.text.strip()}
    if not roles & {"opening", "heading", "body", "closing"}:
        yield Finding("no-text", "error", None, "", "稿子没有正文，请检查文件是否选对")
        return
    if "title" not in roles and not checked.speech.title:
        yield Finding("no-title", "warning", None, "", "稿子没有标题，请在最前面补上标题")
    if "salutation" not in roles:
        yield Finding(
            "no-salutation", "warning", None, "", "稿子没有称谓（如“同志们：”），请补在正文之前"
        )
    yield from _length(checked)


def _length(checked: Checked) -> Iterator[Finding]:
    asked, have = checked.brief.target, checked.speech.characters
    if asked is None:
        return
    share = abs(have - asked) / asked
    if share <= _TOLERANCE:
        return
    text = f"{have}字"
    if have > asked:
        mend = f"比要求的{asked}字多{share:.0%}，请删减{have - asked}字左右"
        yield Finding("too-long", "warning", None, text, f"全文{have}字，{mend}")
        return
    short = checked.draft.shortfall if checked.draft else None
    if short is not None:
        fields = f"在提纲里补充{'、'.join(short.fields)}" if short.fields else "给提纲补充内容"
        mend = f"比要求的{asked}字少{share:.0%}；提纲内容已经用完，{fields}后可以更长"
        yield Finding("too-short", "note", None, text, f"全文{have}字，{mend}")
        return
    mend = f"比要求的{asked}字少{share:.0%}，请充实{asked - have}字左右"
    yield Finding("too-short", "warning", None, text, f"全文{have}字，{mend}")
