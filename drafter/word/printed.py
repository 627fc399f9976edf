"""The draft as it stands on paper: nothing XML cannot hold, full-width punctuation in Chinese.

What the writer writes is this form, and reading an untouched file gives exactly it back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.drafting.draft import Draft, Pending
from drafter.speech import Paragraph, Sentence
from drafter.text.folding import fold_quotes
from drafter.word.ooxml import printable

__all__ = ["as_printed", "full_width", "spans_of"]

_IDEOGRAPH = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = re.compile(f"[{_IDEOGRAPH}]")
_NEAR = f"[{_IDEOGRAPH}》】）％%]"
_FULL = str.maketrans(",;:!?", "，；：！？")
_HALF = re.compile(r'[,;:!?()."＂「」『』]')
_QUOTES = re.compile('["＂「」『』]')
#: A mark beside Chinese, spaces aside, is Chinese punctuation, unless letters or digits hold it
#: on both sides (1,260; 9:30; http://…).
_MARK = re.compile(rf"(?<={_NEAR})[,;:!?]|[,;:!?](?=\s*[{_IDEOGRAPH}《【（“])")
_STOP = re.compile(rf"(?<=[{_IDEOGRAPH}”’》】）])\.(?![0-9A-Za-z.])")
_LATIN = re.compile(r"[0-9A-Za-z]")
_BRACKETS = re.compile(r"\(([^()]*)\)")


def full_width(text: str) -> str:
    """``text`` with half-width punctuation of Chinese context made full-width.

    The number of characters stays the same; numbers, times, addresses and foreign sentences are
    left alone.
    """
    if not _HALF.search(text) or not _CHINESE.search(text):
        return text
    text = _BRACKETS.sub(lambda m: _brackets(m, text), text)
    if _QUOTES.search(text) and text.count('"') % 2 == 0:
        # An odd one is an inch mark or a slip; guessing would turn the rest inside out.
        text = fold_quotes(text)
    text = _MARK.sub(lambda m: m.group().translate(_FULL), text)
    return _STOP.sub("。", text)


def _brackets(match: re.Match[str], text: str) -> str:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    # At the start of a Chinese paragraph they are an enumerator, (1) → （1）; behind a Latin letter
    # or a digit they belong to it, f(x).
    beside = not before or any(_CHINESE.search(part) for part in (before, after))
    chinese = _CHINESE.search(match.group(1)) or (beside and not _LATIN.match(before))
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
