"""Which words of a quotation stand in a stretch of a text, in the same order.

Runs of two words or more are chained as sequences are in biology (Abouelhoda and Ohlebusch,
Chaining algorithms for multiple genome comparison, 2005): the chain that holds most weight and
jumps least. What lies between two runs is compared word by word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

Pair = tuple[int, int]  # a word of the quotation and the word of the text it is

_MOST_RUNS: Final = 160
_JUMP: Final = 0.35  # what a break in the chain costs, beside its length
_RARE: Final = 2.2  # a single word may begin a chain when it weighs so much


def aligned(
    quoted: Sequence[int],
    said: Sequence[int],
    weight: Callable[[int], float],
    open_at: frozenset[int] = frozenset(),
) -> list[Pair]:
    """The words of `quoted` that are found in `said`, both as numbers; 0 is like nothing.

    Before the words of the quotation in `open_at`, more may have been said.
    """
    runs = _runs(quoted, said, weight, open_at)
    if not runs:
        return []
    chain = _chain(runs)
    pairs: list[Pair] = []
    before_q = before_t = 0
    for at, (q, t, size, _weight) in enumerate(chain):
        gap_q = q - before_q
        if gap_q:
            low = before_t if at else max(0, t - gap_q - 2)
            near = at == 0 or t - before_t <= 3 * gap_q + 6
            if near:
                pairs += _between(quoted, said, (before_q, q), (low, t))
        pairs += [(q + step, t + step) for step in range(size)]
        before_q, before_t = q + size, t + size
    rest = len(quoted) - before_q
    if rest:
        end = min(len(said), before_t + rest + 2)
        pairs += _between(quoted, said, (before_q, len(quoted)), (before_t, end))
    return pairs


def _runs(
    quoted: Sequence[int],
    said: Sequence[int],
    weight: Callable[[int], float],
    open_at: frozenset[int],
) -> list[tuple[int, int, int, float]]:
    places: dict[int, list[int]] = {}
    for at, word in enumerate(said):
        if word:
            places.setdefault(word, []).append(at)
    found: list[tuple[int, int, int, float]] = []
    for q, word in enumerate(quoted):
        for t in places.get(word, ()) if word else ():
            if q and t and quoted[q - 1] == said[t - 1] and said[t - 1] and q not in open_at:
                continue
            size = 1
            while (
                q + size < len(quoted)
                and t + size < len(said)
                and quoted[q + size] == said[t + size]
                and quoted[q + size]
                and q + size not in open_at
            ):
                size += 1
            worth = sum(weight(each) for each in quoted[q : q + size])
            if size > 1 or worth >= _RARE:
                found.append((q, t, size, worth + 0.3 * (size - 1)))
    found.sort(key=lambda run: -run[3])
    return sorted(found[:_MOST_RUNS])


def _chain(runs: list[tuple[int, int, int, float]]) -> list[tuple[int, int, int, float]]:
    """The best chain of runs, each cut where it reaches into the one before."""
    best: list[tuple[float, int]] = []
    for at, (q, t, size, worth) in enumerate(runs):
        score, before = worth, -1
        for other in range(at):
            oq, ot, osize, _oworth = runs[other]
            if oq >= q or ot >= t:
                continue
            over = max(0, oq + osize - q, ot + osize - t)
            if over >= size:
                continue
            shift = abs((t - ot) - (q - oq))
            cost = _JUMP + 0.05 * min(shift, 40) + worth * over / size
            reached = best[other][0] + worth - cost
            if reached > score:
                score, before = reached, other
        best.append((score, before))
    at = max(range(len(runs)), key=lambda each: best[each][0])
    chain: list[tuple[int, int, int, float]] = []
    while at >= 0:
        chain.append(runs[at])
        at = best[at][1]
    chain.reverse()
    cut = [chain[0]]
    for q, t, size, worth in chain[1:]:
        oq, ot, osize, _oworth = cut[-1]
        over = max(0, oq + osize - q, ot + osize - t)
        cut.append((q + over, t + over, size - over, worth))
    return cut


def _between(
    quoted: Sequence[int], said: Sequence[int], in_quoted: Pair, in_said: Pair
) -> list[Pair]:
    """The words alike in two short stretches."""
    from rapidfuzz.distance import Indel

    (q, q_end), (t, t_end) = in_quoted, in_said
    left = [word or -1 for word in quoted[q:q_end]]
    pairs: list[Pair] = []
    for block in Indel.opcodes(left, list(said[t:t_end])):
        if block.tag == "equal":
            size = block.src_end - block.src_start
            pairs += [
                (q + block.src_start + step, t + block.dest_start + step) for step in range(size)
            ]
    return pairs
