"""How tall each piece of a document is, and so where each begins, as far as is known."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights in pixels, one after the other, of which one can be corrected at a time.

    A Fenwick tree (P. M. Fenwick, 1994): a correction, the top of a piece and the piece at a
    height each take a number of steps that grows as the logarithm of the number of pieces.
    """

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        sums = [0, *accumulate(self._heights)]
        self.total = sums[-1]
        self._tree = [sums[at] - sums[at - (at & -at)] for at in range(len(sums))]
        self._top_step = 1 << max(0, len(self._heights).bit_length() - 1)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    def tops(self) -> list[int]:
        """Where each piece begins, all at once."""
        return [0, *accumulate(self._heights)][:-1]

    def top(self, number: int) -> int:
        """Where a piece begins."""
        tree, top = self._tree, 0
        while number > 0:
            top += tree[number]
            number &= number - 1
        return top

    def correct(self, number: int, height: int) -> int:
        """Say how tall a piece really is; by how much everything below it moves."""
        change = height - self._heights[number]
        if change:
            self._heights[number] = height
            self.total += change
            tree, at = self._tree, number + 1
            while at < len(tree):
                tree[at] += change
                at += at & -at
        return change

    def at(self, y: int) -> int:
        """The piece that lies at a height; the first above all, the last below all."""
        tree, number, step = self._tree, 0, self._top_step
        while step:
            further = number + step
            if further < len(tree) and tree[further] <= y:
                number = further
                y -= tree[further]
            step >>= 1
        return min(number, len(self._heights) - 1)
