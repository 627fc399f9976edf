"""Runs the rules over a draft, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.brief.model import Brief
from drafter.drafting.draft import Draft
from drafter.review.apart import check_apart
from drafter.review.checked import Checked
from drafter.review.figures import check_figures
from drafter.review.finding import LEVELS, Finding
from drafter.review.hedged import check_hedged
from drafter.review.leftovers import check_leftovers
from drafter.review.marks import check_marks
from drafter.review.missing import check_facts
from drafter.review.names.foreign import check_foreign
from drafter.review.near_facts import check_near_facts
from drafter.review.numbering import check_numbering
from drafter.review.repetition import check_repetition
from drafter.review.slips import check_slips
from drafter.review.spoken import check_spoken
from drafter.review.swapped import check_swapped
from drafter.review.told_as import check_told_as
from drafter.review.unsourced import check_unsourced
from drafter.review.whole import check_whole
from drafter.review.wording import check_banned, check_roster
from drafter.speech import Paragraph, Speech

if TYPE_CHECKING:
    from drafter.bank import Pattern
    from drafter.review.corpus import CopyIndex

__all__ = ["run_rules"]

#: The rules in the order they run: the facts first, because what they report no other rule repeats.
_RULES: tuple[Callable[[Checked], Iterable[Finding]], ...] = (
    check_leftovers,
    check_facts,
    check_swapped,
    check_apart,
    check_spoken,
    check_told_as,
    check_hedged,
    check_foreign,
    check_near_facts,
    check_slips,
    check_numbering,
    check_repetition,
    check_marks,
    check_figures,
    check_banned,
    check_roster,
    check_unsourced,
    check_whole,
)
#: Those of them that ask what is said at all: of a footnote nothing is missing, nor in its place.
_BESIDE = (check_leftovers, check_foreign, check_banned)


def run_rules(
    draft: Draft | Speech,
    brief: Brief,
    corpus: CopyIndex | None = None,
    own: tuple[Pattern, ...] = (),
    beside: Iterable[tuple[str, Paragraph]] = (),
) -> tuple[Finding, ...]:
    """Every finding on the draft, the gravest first, each level in the order of the text.

    With ``corpus`` the draft is also searched for passages copied from one of its sources; what the
    user's ``own`` patterns say nobody added by hand. ``beside`` is what stands beside the text: a
    footnote, a box, each with what it is called.
    """
    checked = Checked(draft, brief, own)
    found = [finding for rule in _RULES for finding in rule(checked)]
    if corpus is not None:
        from drafter.review.copying import check_copies

        found.extend(check_copies(checked, corpus))
    found.extend(_beside(beside, brief, corpus))
    place = {p.id: i for i, p in enumerate(checked.paragraphs)}
    order = list(LEVELS)
    found.sort(key=lambda f: (order.index(f.level), place.get(f.paragraph or "", -1)))
    return tuple(found)


def _beside(
    beside: Iterable[tuple[str, Paragraph]], brief: Brief, corpus: CopyIndex | None
) -> Iterator[Finding]:
    """What is foreign or copied beside the text, each told with where it stands."""
    for called, paragraph in beside:
        checked = Checked(Speech((paragraph,)), brief)
        found = [finding for rule in _BESIDE for finding in rule(checked)]
        if corpus is not None:
            from drafter.review.copying import check_copies

            # How much of a footnote one source has says nothing more than the run itself.
            copies = check_copies(checked, corpus)
            found += [copy for copy in copies if copy.code == "copied-run"]
        for finding in found:
            place, message = finding.paragraph or None, f"{called}里，{finding.message}"
            yield replace(finding, paragraph=place, message=message)
