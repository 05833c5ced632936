"""Where the words of a quotation stand in texts: in one place, or joined from several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from qualtool.core.quoted_words import WORD
from qualtool.core.shingles import Shingles
from qualtool.core.word_alignment import Pair, aligned

_WINDOWS: Final = 6
_SKIPPED: Final = 12  # words that may be left out unmarked before it is another place
_OMITTED: Final = 150  # words that a mark may stand for
_MOST_OMITTED: Final = 400
_PART: Final = 4  # words of a part that comes from elsewhere, at least
_PART_ALIKE: Final = 0.85  # of the weight of its words that must be found there


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation found in one place of a text: its words, paired."""

    text: int
    pairs: tuple[Pair, ...]

    @property
    def quoted(self) -> Pair:
        """From which word of the quotation, and until before which."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def said(self) -> Pair:
        """From which word of the text, and until before which."""
        return self.pairs[0][1], self.pairs[-1][1] + 1


@dataclass(slots=True)
class HeldText:
    """A text with its key, and where each of its words stands (code points)."""

    key: int
    content: str
    _bounds: list[Pair] = field(default_factory=list)

    @property
    def bounds(self) -> list[Pair]:
        """Start and end of each word."""
        if not self._bounds:
            self._bounds = [match.span() for match in WORD.finditer(self.content)]
        return self._bounds


@dataclass(slots=True)
class Search:
    """Looks for quotations in texts that have been read."""

    shingles: Shingles

    def parts(self, numbers: Sequence[int], open_at: frozenset[int]) -> list[Part]:
        """The places a quotation is from, in its order: one, or several where it is joined.

        `numbers` are its words; before those in `open_at` it says that something was left out.
        """
        inner = sum(0 < at < len(numbers) for at in open_at)
        best = self._best(numbers, 0, min(_MOST_OMITTED, _OMITTED * inner), open_at)
        if best is None:
            return []
        parts = [part for part in _split(best, open_at) if len(part.pairs) > 1]
        if len(parts) > 1:
            parts = [part for part in parts if len(part.pairs) >= _PART - 1] or parts[:1]
        tried: set[Pair] = set()
        while free := [each for each in _free(parts, len(numbers), open_at) if each not in tried]:
            tried.update(free)
            for first, last in free:
                if (part := self._elsewhere(numbers, first, last)) is not None:
                    parts = [*_without(parts, part.quoted), part]
                    break
        return sorted(parts, key=_quoted)

    def _best(
        self,
        numbers: Sequence[int],
        first: int = 0,
        room: int = 0,
        open_at: frozenset[int] = frozenset(),
    ) -> Part | None:
        """The likeliest place of words of a quotation, `first` being the number of their first."""
        best: Part | None = None
        most = 0.0
        for window in self.shingles.windows(numbers, _WINDOWS, room):
            said = self.shingles.texts[window.text][window.first : window.last]
            pairs = aligned(numbers, said, self.shingles.weight, open_at)
            worth = self.weight(numbers, (q for q, _t in pairs)) - _spread(pairs)
            if pairs and worth > most:
                most = worth
                placed = tuple((first + q, window.first + t) for q, t in pairs)
                best = Part(window.text, placed)
        return best

    def _elsewhere(self, numbers: Sequence[int], first: int, last: int) -> Part | None:
        """Where else words of a quotation stand nearly as they are, if they do."""
        wanted = numbers[first:last]
        part = self._best(wanted, first)
        if part is None:
            return None
        for piece in _split(part, frozenset()):
            low, high = piece.quoted
            count = len(piece.pairs)
            found = self.weight(numbers, (q for q, _t in piece.pairs))
            whole = self.weight(numbers, range(low, high))
            if count >= max(_PART, _PART_ALIKE * (last - first)) and found >= _PART_ALIKE * whole:
                return piece
        return None

    def weight(self, numbers: Sequence[int], which: Iterable[int]) -> float:
        """How much some of a quotation's words tell, given by their places in it."""
        return sum(self.shingles.weight(numbers[at]) for at in which)


def _split(part: Part, open_at: frozenset[int]) -> Iterator[Part]:
    """A part cut where more was left out than may be, marked or not."""
    begun = 0
    for at, ((q, t), (next_q, next_t)) in enumerate(pairwise(part.pairs), 1):
        skipped = next_t - t - (next_q - q)
        allowed = _OMITTED if is_open(open_at, q, next_q) else _SKIPPED
        if skipped > allowed:
            yield Part(part.text, part.pairs[begun:at])
            begun = at
    yield Part(part.text, part.pairs[begun:])


def _free(parts: Sequence[Part], count: int, open_at: frozenset[int]) -> list[Pair]:
    """Runs of words that are not found, or but for a word or two, in any part.

    So are those between two marks that are found by less than three quarters.
    """
    found = sorted({q for part in parts for q, _t in part.pairs})
    runs: list[Pair] = []
    for q in found:
        if runs and runs[-1][1] == q:
            runs[-1] = runs[-1][0], q + 1
        else:
            runs.append((q, q + 1))
    firm = [run for run in runs if run[1] - run[0] >= _PART - 1] or runs
    free = list(pairwise([0, *(at for run in firm for at in run), count]))[::2]
    if inner := sorted(at for at in open_at if 0 < at < count):
        for low, high in pairwise([0, *inner, count]):
            if 4 * sum(low <= q < high for q in found) < 3 * (high - low):
                free.append((low, high))
    return [each for each in free if each[1] - each[0] >= _PART]


def _without(parts: Sequence[Part], quoted: Pair) -> list[Part]:
    """Parts without the words of another; what is left of one on both sides of it is two."""
    left: list[Part] = []
    for part in parts:
        before = tuple(pair for pair in part.pairs if pair[0] < quoted[0])
        after = tuple(pair for pair in part.pairs if pair[0] >= quoted[1])
        left += [Part(part.text, pairs) for pairs in (before, after) if len(pairs) > 1]
    return left


def is_open(open_at: frozenset[int], before: int, after: int) -> bool:
    """Whether a mark stands between two words of a quotation."""
    return any(at in open_at for at in range(before + 1, after + 1))


def _spread(pairs: Sequence[Pair]) -> float:
    """What a scattered find loses against one in a row."""
    return 0.2 * sum(
        next_t - t != 1 or next_q - q != 1 for (q, t), (next_q, next_t) in pairwise(pairs)
    )


def _quoted(part: Part) -> Pair:
    return part.quoted
