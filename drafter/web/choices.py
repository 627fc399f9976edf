"""What a person fixed in a draft: other wordings chosen for sentences, paragraphs locked.

Both travel in the form. A chosen wording is kept under the sentence it replaces, so it holds as
long as the draft says that sentence; a locked paragraph is kept whole under its place (section
and number within it), so it stays whatever the brief becomes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.drafting import Draft
from drafter.errors import RefusedError
from drafter.speech import Paragraph, Sentence, Speech

__all__ = ["Choices", "anchors"]

_MAX_CHARACTERS = 200_000


def anchors(speech: Speech) -> dict[str, str]:
    """Paragraph id → place: the section it stands in and its number there (``2.1``).

    Sections are the head, the opening, each first-level point, the closing and the foot.
    """
    places: dict[str, str] = {}
    counts: dict[str, int] = {}
    point = 0
    for p in speech.paragraphs:
        if p.role == "heading" and p.level == 1:
            point += 1
        section = str(point) if p.role in ("heading", "body") else p.role
        counts[section] = counts.get(section, 0) + 1
        places[p.id] = f"{section}.{counts[section]}"
    return places


@dataclass(frozen=True)
class Choices:
    """``wordings``: replaced sentence → the sentence chosen; ``locks``: place → paragraph."""

    wordings: dict[str, Sentence] = field(default_factory=dict)
    locks: dict[str, Paragraph] = field(default_factory=dict)

    @classmethod
    def load(cls, text: str) -> Choices:
        """From the form's hidden field. Raises :class:`RefusedError` for what it never holds."""
        if not text.strip():
            return cls()
        if len(text) > _MAX_CHARACTERS:
            raise RefusedError("锁定的内容太多，请先解锁一些")
        try:
            plain = json.loads(text)
            wordings = {str(k): _sentence(v) for k, v in plain["wordings"].items()}
            locks = {str(k): _paragraph(v) for k, v in plain["locks"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise RefusedError("页面里记着的选择读不出来，请刷新页面") from None
        return cls(wordings, locks)

    def dump(self) -> str:
        """For the form's hidden field; empty when nothing is fixed."""
        if not self.wordings and not self.locks:
            return ""
        plain = {
            "wordings": {k: _plain(v) for k, v in self.wordings.items()},
            "locks": {k: _plain_paragraph(v) for k, v in self.locks.items()},
        }
        return json.dumps(plain, ensure_ascii=False)

    def choose(self, said: str, instead: Sentence) -> Choices:
        """With another wording for a sentence; choosing for a chosen one replaces the choice."""
        original = next((k for k, v in self.wordings.items() if v.text == said), said)
        kept = {k: v for k, v in self.wordings.items() if k != original}
        if instead.text != original:
            kept[original] = instead
        return replace(self, wordings=kept)

    def lock(self, place: str, paragraph: Paragraph) -> Choices:
        """With a paragraph locked as it stands."""
        return replace(self, locks={**self.locks, place: paragraph})

    def unlock(self, place: str) -> Choices:
        """With a paragraph following the brief again."""
        return replace(self, locks={k: v for k, v in self.locks.items() if k != place})

    def apply(self, draft: Draft) -> Draft:
        """The draft with what was fixed; nothing fixed, the draft itself."""
        if not self.wordings and not self.locks:
            return draft
        places = anchors(draft.speech)
        changed = tuple(self._apply(p, places[p.id]) for p in draft.speech.paragraphs)
        return replace(draft, speech=replace(draft.speech, paragraphs=changed))

    def _apply(self, p: Paragraph, place: str) -> Paragraph:
        locked = self.locks.get(place)
        if locked is not None and locked.role == p.role:
            return replace(locked, id=p.id)
        if not any(s.text in self.wordings for s in p.sentences):
            return p
        sentences = tuple(self.wordings.get(s.text, s) for s in p.sentences)
        end = p.heading_end
        if end is not None and p.sentences[0].text in self.wordings:
            end += len(sentences[0].text) - len(p.sentences[0].text)
        return replace(
            p, text="".join(s.text for s in sentences), sentences=sentences, heading_end=end
        )


def _plain(s: Sentence) -> dict[str, Any]:
    return {
        "text": s.text,
        "move": s.move,
        "pattern": s.pattern,
        "origin": s.origin,
        "fields": list(s.fields),
    }


def _sentence(v: dict[str, Any]) -> Sentence:
    origin = v["origin"] if v["origin"] in ("mined", "authored", "brief") else None
    return Sentence(str(v["text"]), v["move"], v["pattern"], origin, tuple(map(str, v["fields"])))


def _plain_paragraph(p: Paragraph) -> dict[str, Any]:
    return {
        "role": p.role,
        "text": p.text,
        "level": p.level,
        "label": p.label,
        "heading_end": p.heading_end,
        "sentences": [_plain(s) for s in p.sentences],
    }


def _paragraph(v: dict[str, Any]) -> Paragraph:
    return Paragraph(
        id="",
        role=v["role"],
        text=str(v["text"]),
        level=v["level"],
        label=v["label"],
        heading_end=v["heading_end"],
        sentences=tuple(_sentence(s) for s in v["sentences"]),
    )
