"""Things joined into groups: what is like something that is like a third is one with both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["Groups"]

#: What is joined: names or numbers, which have an order.
T = TypeVar("T", str, int)


class Groups(Generic[T]):
    """Members joined into groups; a group is called by the least of them, whatever the order."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    @property
    def of(self) -> dict[T, T]:
        """Each member with what its group is called, in the order they were given."""
        return {member: self._find(member) for member in self._parent}

    def join(self, one: T, other: T) -> None:
        """Make one group of those of two members."""
        low, high = sorted((self._find(one), self._find(other)))
        self._parent[high] = low

    def _find(self, member: T) -> T:
        parent = self._parent
        root = member
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root
