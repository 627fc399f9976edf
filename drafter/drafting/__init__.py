"""Drafting: a brief and a bank become a draft, every sentence of which knows where it is from.

It goes by stages, each of which knows only those before it: the setting (genre, level, topic,
facts), the stock to choose from, planning, wording; composing does them in turn for one speech, and
rendering puts it on its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.drafting.draft import Draft, Pending, Shortfall, draft_json

if TYPE_CHECKING:
    from drafter.bank import Bank
    from drafter.brief import Brief
    from drafter.speech import Paragraph, Sentence

__all__ = [
    "Draft",
    "Pending",
    "Shortfall",
    "alternatives",
    "draft",
    "draft_json",
    "other_sentences",
]


def _shipped_bank() -> Bank:
    from drafter.bank import shipped_bank

    return shipped_bank()


def draft(brief: Brief, *, bank: Bank | None = None, seed: int = 0) -> Draft:
    """A whole speech from a brief; the same brief, bank and seed give the same draft.

    Without a bank the shipped packs are used. Raises :class:`BriefError` for a genre, level or
    focus that does not exist.
    """
    from drafter.brief.model import brief_digest
    from drafter.drafting.planning.budget import shortfall_of
    from drafter.drafting.rendering import compose_page
    from drafter.speech import Speech

    bank = bank if bank is not None else _shipped_bank()
    composition, paragraphs, pending = compose_page(brief, bank, seed)
    situation = composition.situation
    speech = Speech(
        paragraphs,
        title=situation.title,
        date=brief.date.isoformat() if brief.date else None,
        speaker=situation.speaker or None,
        salutation=situation.salutation or None,
        genre=situation.genre.base,
    )
    return Draft(
        speech,
        seed=seed,
        patterns=bank.digest,
        brief=brief_digest(brief),
        rate=brief.rate,
        layout=brief.layout,
        pending=pending,
        shortfall=shortfall_of(situation, composition.points, speech.characters),
        budgets=tuple(section.budget for section in composition.plan.points),
    )


def alternatives(
    brief: Brief, draft: Draft, paragraph: str, *, bank: Bank | None = None, count: int = 3
) -> list[Paragraph]:
    """Up to ``count`` other wordings of one paragraph of a draft, with the same facts.

    ``draft`` is what :func:`draft` made of this brief and bank, ``paragraph`` a paragraph's id.
    Empty where nothing can be said otherwise (title, date, a heading the user gave). Raises
    :class:`UsageError` where the draft has no such paragraph.
    """
    from drafter.drafting.alternatives import other_wordings

    bank = bank if bank is not None else _shipped_bank()
    return other_wordings(brief, draft, paragraph, bank, count)


def other_sentences(
    brief: Brief,
    draft: Draft,
    paragraph: str,
    said: Sentence,
    *,
    bank: Bank | None = None,
    count: int = 3,
) -> list[Sentence]:
    """Up to ``count`` other wordings of one sentence of a draft's paragraph, with the same facts.

    ``said`` is the sentence as it stands there now: the draft's own, or one chosen for it. Empty
    for the user's own words. Raises :class:`UsageError` where the draft has no such paragraph.
    """
    from drafter.drafting.alternatives import other_sentences as others

    bank = bank if bank is not None else _shipped_bank()
    return others(brief, draft, paragraph, said, bank, count)
