"""A new draft put onto an edited file: the brief's changes come in, the hand edits stay.

A three-way merge by paragraphs: the draft that was sent, what people made of it, and what the
drafter writes from the brief as it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.drafting.draft import Draft, Pending
from drafter.errors import InputError, Place
from drafter.speech import Paragraph
from drafter.word.asides import Aside, as_comments, emphases
from drafter.word.comments import Comment
from drafter.word.matching import match, moved
from drafter.word.printed import as_printed
from drafter.word.reading import read_word
from drafter.word.renumbering import bare, in_order, renumbered

__all__ = ["Kept", "Rebased", "rebase", "rebase_file"]

KeptKind = Literal["edited", "added", "removed", "outdated"]


class Kept(Struct, frozen=True):
    """A hand edit that stayed.

    ``edited``: changed by hand. ``added``: written by hand. ``removed``: taken out by hand.
    ``outdated``: changed by hand while the brief's change took it out of the new draft.
    ``new`` is what the new draft says there, where that differs from what was sent: the user has
    to see whether the brief's change belongs into the edited words; None where it does not matter.
    """

    kind: KeptKind
    paragraph: str
    text: str
    new: str | None = None


class Rebased(Struct, frozen=True):
    """The merged draft, the hand edits in it, and how many paragraphs follow the new draft.

    ``comments`` are those people left in the edited file, for :func:`write_word`'s ``notes``;
    notes and boxes are among them. ``base`` is the new draft without the hand edits, for its
    ``base``: so the next brief still tells the two apart. ``renumbered`` are hand-edited texts
    whose number moved, before and after; ``asides`` what the file has besides text.
    """

    draft: Draft
    kept: tuple[Kept, ...] = ()
    followed: int = 0
    comments: tuple[Comment, ...] = ()
    base: Draft | None = None
    renumbered: tuple[tuple[str, str], ...] = ()
    asides: tuple[Aside, ...] = ()

    @property
    def conflicts(self) -> tuple[Kept, ...]:
        """The hand edits that the brief's change concerns."""
        return tuple(k for k in self.kept if k.new is not None or k.kind == "outdated")


def rebase(new: Draft, sent: Draft, edited: Draft) -> Rebased:
    """``new`` with the hand edits that turned ``sent`` into ``edited``.

    Paragraphs nobody touched follow the new draft; touched ones stay. Where people moved
    paragraphs their order stands, else the new draft's.
    """
    return _Merge(new, sent, edited).result()


def rebase_file(
    new: Draft, source: Path | str | bytes, *, sent: Path | str | bytes | None = None
) -> Rebased:
    """``new`` put onto an edited Word file.

    ``sent`` is the file as it went out, needed where the edited one lost what was hidden in it
    (through ODT, say).

    Raises :class:`SourceError` for a file that cannot be read, and :class:`InputError` (W012) for
    one that does not say what draft it was made from.
    """
    original = read_word(sent) if sent is not None else None
    reading = read_word(source, sent=original.sent if original is not None else None)
    base = original.base if original is not None else reading.base
    if base is None:
        at = source if sent is None else sent
        message = (
            "文件里没有原稿信息（干净稿，或转过别的格式），分不清哪些是手改的，"
            "请给改过的原文件，或用 --sent 给出当初发出的那一份"
        )
        place = Place(file=None if isinstance(at, bytes) else str(at))
        raise InputError(message, place=place, code="W012")
    merged = rebase(as_printed(new), base, reading.draft)
    notes = reading.comments + as_comments(reading.asides)
    return replace(merged, comments=notes, asides=reading.asides + emphases(source))


class _Slot(Struct, frozen=True):
    """One paragraph of the result: its positions in the new and in the edited text."""

    new: int | None
    edited: int | None


class _Merge:
    def __init__(self, new: Draft, sent: Draft, edited: Draft) -> None:
        self.draft = new
        self.new = new.speech.paragraphs
        self.sent = sent.speech.paragraphs
        self.edited = edited.speech.paragraphs
        self.to_edited = match(self.sent, self.edited, by_id=True)
        self.to_new = match(self.sent, self.new, by_id=False)
        self.from_edited = {b: a for a, b in self.to_edited.items()}
        self.from_new = {b: a for a, b in self.to_new.items()}
        self.kept: list[Kept] = []
        self.followed = 0
        #: Where both texts count without a gap, a number that moved on is nobody's edit.
        self.counts = in_order(self.new) and in_order(self.edited)

    def _touched(self, sent: int) -> bool:
        was, now = self.sent[sent], self.edited[self.to_edited[sent]]
        if (was.role, was.level) != (now.role, now.level):
            return True
        return was.text != now.text and not (self.counts and bare(was) == bare(now))

    def _slots(self) -> list[_Slot]:
        """The result's paragraphs in order: the leading text's, the other's own ones put in."""
        by_new = [
            _Slot(n, self.to_edited.get(self.from_new.get(n, -1))) for n in range(len(self.new))
        ]
        by_edited = [
            _Slot(self.to_new.get(self.from_edited.get(n, -1)), n) for n in range(len(self.edited))
        ]
        if moved(self.to_edited):
            return _woven(by_edited, by_new)
        return _woven(by_new, by_edited)

    def result(self) -> Rebased:
        used: set[str] = {p.id for p in self.new}
        paragraphs: list[Paragraph] = []
        for slot in self._slots():
            paragraph = self._decide(slot)
            if paragraph is None:
                continue
            if slot.new is None:
                paragraph = replace(paragraph, id=_free(paragraph.id, used))
                used.add(paragraph.id)
            elif paragraph.id != self.new[slot.new].id:
                paragraph = replace(paragraph, id=self.new[slot.new].id)
            paragraphs.append(paragraph)
        final = renumbered(paragraphs) if self.counts else tuple(paragraphs)
        by_hand = {kept.text for kept in self.kept if kept.kind != "removed"}
        moved_on = tuple(
            (old.text, now.text)
            for old, now in zip(paragraphs, final, strict=True)
            if old.text != now.text and old.text in by_hand
        )
        return Rebased(
            self._draft(final),
            tuple(self.kept),
            self.followed,
            base=self.draft,
            renumbered=moved_on,
        )

    def _decide(self, slot: _Slot) -> Paragraph | None:
        """The paragraph for a slot; None leaves it out."""
        if slot.new is None and slot.edited is not None:
            return self._only_edited(slot.edited)
        if slot.new is None:
            return None
        new = self.new[slot.new]
        sent = self.from_new.get(slot.new)
        if sent is None:
            self.followed += 1
            return new
        changed = new.text if new.text != self.sent[sent].text else None
        if slot.edited is None:
            self.kept.append(Kept("removed", new.id, self.sent[sent].text, changed))
            return None
        if not self._touched(sent):
            self.followed += 1
            return new
        edited = self.edited[slot.edited]
        if edited.text == new.text:
            return new
        self.kept.append(Kept("edited", new.id, edited.text, changed))
        return edited

    def _only_edited(self, position: int) -> Paragraph | None:
        """A paragraph the new draft does not have: written by hand, or gone from the draft."""
        edited = self.edited[position]
        sent = self.from_edited.get(position)
        if sent is None:
            self.kept.append(Kept("added", edited.id, edited.text))
            return edited
        if not self._touched(sent):
            return None
        self.kept.append(Kept("outdated", edited.id, edited.text))
        return edited

    def _draft(self, paragraphs: tuple[Paragraph, ...]) -> Draft:
        speech = self.draft.speech
        title = "".join(p.text for p in paragraphs if p.role == "title")
        if title != "".join(p.text for p in self.new if p.role == "title"):
            speech = replace(speech, title=title or None)
        speech = replace(speech, paragraphs=paragraphs)
        return replace(self.draft, speech=speech, pending=_pending(self.draft.pending, paragraphs))


def _free(wanted: str, used: set[str]) -> str:
    """``wanted``, or with a number after it where the new draft uses the id for another one."""
    name, number = wanted, 1
    while name in used:
        number += 1
        name = f"{wanted}_{number}"
    return name


def _pending(pending: tuple[Pending, ...], paragraphs: Sequence[Paragraph]) -> tuple[Pending, ...]:
    """The places still to fill: those whose words still stand in their paragraph."""
    texts = {p.id: p.text for p in paragraphs}
    return tuple(p for p in pending if p.text in texts.get(p.paragraph, ""))


def _woven(first: Sequence[_Slot], second: Sequence[_Slot]) -> list[_Slot]:
    """``first`` with what only ``second`` has, each behind the slot it follows there."""
    own = set(first)
    behind: dict[_Slot | None, list[_Slot]] = {}
    anchor: _Slot | None = None
    for slot in second:
        if slot in own:
            anchor = slot
        else:
            behind.setdefault(anchor, []).append(slot)
    out = behind.get(None, [])
    for slot in first:
        out += [slot, *behind.get(slot, ())]
    return out
