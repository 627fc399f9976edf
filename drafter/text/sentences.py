"""Sentences: where they end, and the clauses inside them."""

from __future__ import annotations

import re

__all__ = ["SENTENCE_STOPS", "clauses", "sentence_at", "split_sentences"]

#: A sentence ends with 。！？ or ……, and takes closing quotes and brackets with it.
_SENTENCE = re.compile(r"[^。！？…]*(?:[。！？]|…+)+[”’）》】]*|[^。！？…]+$")
_CLAUSE = re.compile(r"[，；：、。！？]")
#: What ends a sentence of a text of several lines.
SENTENCE_STOPS = "。！？\n"


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph, end marks kept; joined they are the paragraph again."""
    if "“" not in text and "（" not in text:
        return _SENTENCE.findall(text)
    out: list[str] = []
    depth = 0
    current = ""
    for piece in _SENTENCE.findall(text):
        current += piece
        depth += piece.count("“") - piece.count("”") + piece.count("（") - piece.count("）")
        # A stop inside quotes or brackets does not end the sentence around them.
        if depth <= 0 or len(current) > 400:
            out.append(current)
            current, depth = "", 0
    if current:
        out.append(current)
    return out


def sentence_at(text: str, at: int, stops: str = SENTENCE_STOPS) -> tuple[int, int]:
    """Where the sentence around a place of a text begins and ends, its stop left out."""
    begin = max(text.rfind(stop, 0, at) for stop in stops) + 1
    ends = [end for stop in stops if (end := text.find(stop, at)) >= 0]
    return begin, min(ends, default=len(text))


def clauses(text: str) -> list[str]:
    """The clauses between marks, marks and empty ones left out."""
    return [c for c in _CLAUSE.split(text) if c]
