"""The draft as it stands on paper: nothing XML cannot hold, full-width punctuation in Chinese.

What the writer writes is this form, and reading an untouched file gives exactly it back.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.drafting.draft import Draft, Pending
from drafter.speech import Paragraph, Sentence
from drafter.text.folding import fold_quotes
from drafter.word.ooxml import printable

__all__ = ["as_printed", "full_width", "spans_of"]

_FULL = str.maketrans(",;:!?", "，；：！？")
_HALF = re.compile(r'[,;:!?()."＂「」『』]')
_QUOTES = re.compile('["＂「」『』]')
_MARK = re.compile(r"[,;:!?.]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LATIN = re.compile(r"[0-9A-Za-z]")


def full_width(text: str) -> str:
    """``text`` with half-width punctuation of Chinese context made full-width.

    The number of characters stays the same; numbers, times, addresses and foreign sentences are
    left alone.
    """
    if not _HALF.search(text) or not _has_chinese(text):
        return text
    text = _BRACKETS.sub(lambda m: _brackets(m, text), text)
    if _QUOTES.search(text) and text.count('"') % 2 == 0:
        # An odd one is an inch mark or a slip; guessing would turn the rest inside out.
        text = fold_quotes(text)
    return _MARK.sub(lambda m: _mark(m, text), text)


def _has_chinese(text: str) -> bool:
    """Whether an ideograph stands in the text; a regular expression would take long to build."""
    return any("\u3400" <= c <= "\u9fff" or c == "〇" or c >= "\U00020000" for c in text)


def _mark(match: re.Match[str], text: str) -> str:
    """A mark beside Chinese, spaces aside, is Chinese punctuation.

    Unless letters or digits hold it on both sides (1,260; 9:30; http://…).
    """
    mark = match.group()
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    if mark == ".":
        ends = _has_chinese(before) or (before != "" and before in "”’》】）")
        return "。" if ends and not (_LATIN.match(after) or after == ".") else mark
    follows = text[match.end() : match.end() + 20].lstrip()[:1]
    beside = _has_chinese(before + follows)
    if beside or (before and before in "》】）％%") or (follows and follows in "《【（“"):
        return mark.translate(_FULL)
    return mark


def _brackets(match: re.Match[str], text: str) -> str:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    # At the start of a Chinese paragraph they are an enumerator, (1) → （1）; behind a Latin letter
    # or a digit they belong to it, f(x).
    beside = not before or _has_chinese(before + after)
    chinese = _has_chinese(match.group(1)) or (beside and not _LATIN.match(before))
    return f"（{match.group(1)}）" if chinese else match.group()


def spans_of(text: str, pieces: tuple[str, ...]) -> list[tuple[int, int] | None]:
    """Where each piece stands in ``text``, looked for one after the other; None if nowhere."""
    out: list[tuple[int, int] | None] = []
    at = 0
    for piece in pieces:
        start = text.find(piece, at) if piece else -1
        if start < 0:
            out.append(None)
        else:
            at = start + len(piece)
            out.append((start, at))
    return out


def _printed(paragraph: Paragraph) -> Paragraph:
    raw = printable(paragraph.text)
    lead = len(raw) - len(raw.lstrip())
    folded = full_width(raw)
    texts = tuple(printable(s.text) for s in paragraph.sentences)
    sentences: list[Sentence] = []
    for sentence, text, span in zip(paragraph.sentences, texts, spans_of(raw, texts), strict=True):
        shown = full_width(text) if span is None else folded[span[0] : span[1]]
        sentences.append(
            sentence if shown.strip() == sentence.text else replace(sentence, text=shown.strip())
        )
    end = paragraph.heading_end
    if end is not None:
        end = min(max(len(printable(paragraph.text[:end])) - lead, 0), len(folded.strip()))
    return replace(
        paragraph, text=folded.strip(), heading_end=end, sentences=tuple(sentences), lines=None
    )


def _printed_pending(pending: Pending, texts: dict[str, tuple[str, str]]) -> Pending:
    """The pending place in the words that stand in the printed paragraph."""
    shown = printable(pending.text)
    raw, printed = texts.get(pending.paragraph, ("", ""))
    at = raw.find(shown)
    shown = full_width(shown) if at < 0 else printed[at : at + len(shown)]
    return replace(pending, text=shown)


def as_printed(draft: Draft) -> Draft:
    """The draft the way :func:`drafter.word.write_word` puts it into the file.

    Empty paragraphs are left out; source lines, which paper does not have, are forgotten.
    """
    printed = [(p, _printed(p)) for p in draft.speech.paragraphs]
    texts = {old.id: (printable(old.text).strip(), new.text) for old, new in printed}
    paragraphs = tuple(new for _, new in printed if new.text)
    speech = replace(draft.speech, paragraphs=paragraphs, trace=None)
    pending = tuple(_printed_pending(p, texts) for p in draft.pending)
    return replace(draft, speech=speech, pending=pending)
