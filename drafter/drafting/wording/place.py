"""A place in the speech: what stands around the next sentence, and how that is heard."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.drafting.stock.looking import builds_of, opener_of

__all__ = ["NOWHERE", "Near", "Place"]


class Near(Struct):
    """What stands around a sentence: the two before it, the one after, and what it is about.

    ``scene`` is what all the pieces of content of the section are about: a sentence that suits
    another of them better is kept for it. ``starts`` says that nothing was said yet which the
    sentence could go on from. ``joined`` are the words that join the clauses of the formulae
    said next before and next after it in the section. ``told`` is what the user's heading of the
    point is about, ``elsewhere`` those of the other points: what speaks of those stands there.
    ``headed`` are the passages on what this point's heading names, ``reserved`` those on what only
    those of others do.
    ``task`` is what the task told here is called, None where none is: in a speech on one part of a
    field that names another for a passage (管好物业), its measures do not: they tell with whom it
    is done (与物业核对资料), and a sentence is enough for that.
    """

    before: tuple[str, ...] = ()
    after: str = ""
    about: frozenset[str] = frozenset()
    scene: tuple[frozenset[str], ...] = ()
    starts: bool = False
    joined: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    headed: frozenset[int] = frozenset()
    reserved: frozenset[int] = frozenset()
    task: frozenset[str] | None = None

    def third_alike(self, text: str) -> bool:
        """Whether a text put here would be the third in a row that begins alike."""
        own = opener_of(text)
        if not self.before or opener_of(self.before[-1]) != own:
            return False
        around = (*self.before[-2:-1], self.after)
        return own in map(opener_of, filter(None, around))


#: A word that is heard again wherever it stood.
_TODAY = "今天"

NOWHERE = Near()


class Place:
    """A :class:`Near`, looked at once for all candidates.

    ``openers`` are what the sentences around begin with, ``builds`` how those before are built,
    ``topics`` how many of those name the topic, and how ``often`` the speech has besides. ``near``
    says how much each candidate (by its key) has to do with the content of the place, and at
    ``most``; ``nearest`` with the content that it suits best of all that the section has.
    """

    __slots__ = ("builds", "most", "near", "nearest", "openers", "topics")

    def __init__(self, near: Near, topic: str, often: float = 0.0) -> None:
        around = [*near.before, near.after] if near.after else near.before
        self.openers = [opener_of(text) for text in around]
        if near.before and _TODAY in near.before[-1]:
            self.openers.append(_TODAY)  # …今天要往重里说。今天，我们…
        self.builds = [builds for text in near.before if (builds := builds_of(text))]
        self.topics = [topic in text for text in near.before].count(True) + often
        self.near: Mapping[int, float] = {}
        self.most = 0.0
        self.nearest: Mapping[int, float] | None = None
