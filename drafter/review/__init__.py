"""The review: a draft, or an edited Word file, against its brief and against other texts.

Nothing here trusts what a draft says of its own making: the text itself is read, because an edited
file has no record of where its sentences come from. The rules are loaded when the first draft is
reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.bank import Pattern
    from drafter.brief.model import Brief
    from drafter.drafting.draft import Draft
    from drafter.review.corpus import CopyIndex
    from drafter.review.finding import Finding, findings_json, is_clean
    from drafter.review.report import report_text
    from drafter.speech import Paragraph, Speech

__all__ = ["Finding", "findings_json", "is_clean", "report_text", "review"]

_HOMES = {
    "Finding": "finding",
    "findings_json": "finding",
    "is_clean": "finding",
    "report_text": "report",
}


def review(
    draft: Draft | Speech,
    brief: Brief,
    *,
    corpus: CopyIndex | None = None,
    own: tuple[Pattern, ...] = (),
    beside: Iterable[tuple[str, Paragraph]] = (),
) -> tuple[Finding, ...]:
    """Every finding on the draft, the gravest first, each level in the order of the text.

    With ``corpus`` the draft is also searched for passages copied from one of its sources. ``own``
    are patterns of the user's packs: what they say comes from somewhere, too. ``beside`` is what
    stands beside the text of a Word file (脚注, 文本框, 页眉), each with what it is called: it is
    searched for what is foreign or copied, and counts for nothing else.
    """
    from drafter.review.reviewing import run_rules

    return run_rules(draft, brief, corpus, own, beside)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"drafter.review.{home}"), name)
