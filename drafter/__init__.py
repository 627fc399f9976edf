"""drafter: 讲话稿 from a brief, through patterns mined from real speeches.

The public names, each loaded when it is first used::

    read(path)                    a text file, page, Word or PDF → Reading (its speeches)
    mine(paths, out)              speeches → a pack of patterns in YAML
    load_bank(folders)            the user's packs and the shipped ones → Bank
    load_brief(path)              a YAML brief → Brief
    draft(brief, bank=, seed=)    Brief + Bank → Draft
    review(draft, brief)          Draft + Brief → findings
    write_word(draft)             Draft → the bytes of a .docx
    read_word(source)             a .docx, edited or not → WordReading

Everything a user can mend is raised as a :class:`drafter.errors.DrafterError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Bound here, not on first use: the room has the same name, and would hide its function.
from drafter.review import review
from drafter.version import __version__

if TYPE_CHECKING:
    from drafter.bank import load_bank
    from drafter.brief import load_brief
    from drafter.drafting import draft
    from drafter.mining import mine
    from drafter.reading import read
    from drafter.word import read_word, write_word


__all__ = [
    "__version__",
    "draft",
    "load_bank",
    "load_brief",
    "mine",
    "read",
    "read_word",
    "review",
    "write_word",
]

_HOMES = {
    "draft": "drafting",
    "load_bank": "bank",
    "load_brief": "brief",
    "mine": "mining",
    "read": "reading",
    "read_word": "word",
    "write_word": "word",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    return getattr(import_module(f"drafter.{home}"), name)
