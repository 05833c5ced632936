"""Long lists and tables of which a copy with one thing changed is made in no time.

The one before stays as it is. A plain copy of 20,000 rows touches each of them in the memory of
the machine, which takes longer than all else that a key press does with them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from operator import eq
from typing import Final, Generic, TypeVar, overload

_BLOCK: Final = 256  # rows
_CHANGES: Final = 256  # from which on a table is written anew

Item = TypeVar("Item")
Key = TypeVar("Key")


class Blocks(Sequence[Item]):
    """Rows in order, of which a changed copy shares all but one block; made by `rows_of`."""

    __slots__ = ("_blocks", "_ends")

    def __init__(self, blocks: Sequence[Sequence[Item]]) -> None:
        self._blocks = blocks
        self._ends = list(accumulate(map(len, blocks)))

    def without(self, at: int) -> Blocks[Item]:
        """The rows without the one at a number."""
        number, place = self._place(at)
        block = self._blocks[number]
        return self._with(number, [*block[:place], *block[place + 1 :]])

    def with_row(self, at: int, row: Item) -> Blocks[Item]:
        """The rows with one more, which stands before the one that had the number `at`."""
        if not self._blocks:
            return Blocks([[row]])
        number, place = self._place(max(0, at - 1))
        place += at > 0
        block = self._blocks[number]
        return self._with(number, [*block[:place], row, *block[place:]])

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(self._blocks)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> list[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | list[Item]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number, place = self._place(at + len(self) if at < 0 else at)
        return self._blocks[number][place]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of any list: what is in it is compared

    def _place(self, at: int) -> tuple[int, int]:
        if not 0 <= at < len(self):
            raise IndexError(at)
        number = bisect_right(self._ends, at)
        return number, at - (self._ends[number - 1] if number else 0)

    def _with(self, number: int, block: list[Item]) -> Blocks[Item]:
        half = len(block) // 2
        parts = [block[:half], block[half:]] if len(block) > 2 * _BLOCK else [block]
        return Blocks([*self._blocks[:number], *filter(None, parts), *self._blocks[number + 1 :]])


def rows_of(rows: Sequence[Item]) -> Blocks[Item]:
    """Rows in the order given."""
    return Blocks([rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)])


class Changed(Mapping[Key, Item], Generic[Key, Item]):
    """A table with a few of its values changed, or gone; made by `but`."""

    __slots__ = ("changes", "table")

    def __init__(self, table: dict[Key, Item], changes: dict[Key, Item | None]) -> None:
        self.table, self.changes = table, changes

    def __getitem__(self, key: Key) -> Item:
        if key not in self.changes:
            return self.table[key]
        found = self.changes[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        kept = (key for key in self.table if key not in self.changes)
        return chain(kept, (key for key, found in self.changes.items() if found is not None))

    def __len__(self) -> int:
        return sum(1 for _key in self)


def but(table: Mapping[Key, Item], changes: Mapping[Key, Item | None]) -> Mapping[Key, Item]:
    """A table with these values changed, and without those that are None now."""
    if isinstance(table, Changed):
        changes = {**table.changes, **changes}
        table = table.table
    if len(changes) <= _CHANGES:
        return Changed(table if isinstance(table, dict) else dict(table), dict(changes))
    written = {key: found for key, found in table.items() if key not in changes}
    written.update((key, found) for key, found in changes.items() if found is not None)
    return written
