"""Which words of a quotation differ from what was said."""

from __future__ import annotations

from itertools import pairwise

from qualtool.core.quoted_parts import HeldText, Part
from qualtool.core.quoted_words import STOP, QuotedWords
from qualtool.core.quotes import Difference
from qualtool.core.word_alignment import Pair


def differences(
    words: QuotedWords, text: HeldText, part: Part, low: int, high: int
) -> tuple[Pair, list[Difference]]:
    """Where the words from `low` to `high` of a quotation differ from a text, and the passage.

    The passage is start and end in code points.
    """
    first, last = part.said
    head, tail = part.quoted[0] - low, high - part.quoted[1]
    begins = first - _back(text, first, head, words.stops, part.quoted[0])
    ends = last + _forth(text, last, tail, words.stops, part.quoted[1])
    told: list[Difference] = []
    if head:
        told.append(_differ(words, text, (low, part.quoted[0]), (begins, first)))
    for (q, t), (next_q, next_t) in pairwise(part.pairs):
        told += _gap(words, text, (q + 1, next_q), (t + 1, next_t))
    if tail:
        told.append(_differ(words, text, (part.quoted[1], high), (last, ends)))
    bounds = text.bounds
    return (bounds[begins][0], bounds[ends - 1][1]), told


def _gap(words: QuotedWords, text: HeldText, quoted: Pair, said: Pair) -> list[Difference]:
    """What differs between two words that agree; nothing, if the quotation tells of it."""
    if quoted[0] == quoted[1] and said[0] == said[1]:
        return []
    open_at = [at for at in range(quoted[0], quoted[1] + 1) if at in words.open]
    if not open_at:
        return [_differ(words, text, quoted, said)]
    before, after = open_at[0] - quoted[0], quoted[1] - open_at[-1]
    told: list[Difference] = []
    if before:
        to = min(said[1], said[0] + before)
        told.append(_differ(words, text, (quoted[0], open_at[0]), (said[0], to)))
    if after:
        start = max(said[0], said[1] - after)
        told.append(_differ(words, text, (open_at[-1], quoted[1]), (start, said[1])))
    return told


def _differ(words: QuotedWords, text: HeldText, quoted: Pair, said: Pair) -> Difference:
    first, last = said
    there = text.content[text.bounds[first][0] : text.bounds[last - 1][1]] if last > first else ""
    return Difference(" ".join(words.written[slice(*quoted)]), " ".join(there.split()))


def _back(text: HeldText, first: int, most: int, stops: frozenset[int], quoted: int) -> int:
    """How many words before a place may be what a quotation begins with; at most so many.

    They go no further back than the sentence, unless one begins in the quotation there too.
    """
    count = 0
    while count < most and first - count > 0:
        at = first - count
        ends = STOP.search(text.content, text.bounds[at - 1][1], text.bounds[at][0])
        if ends and quoted - count not in stops:
            break
        count += 1
    return count


def _forth(text: HeldText, last: int, most: int, stops: frozenset[int], quoted: int) -> int:
    """The same behind a place."""
    count = 0
    while count < most and last + count < len(text.bounds):
        at = last + count
        ends = STOP.search(text.content, text.bounds[at - 1][1], text.bounds[at][0])
        if ends and quoted + count not in stops:
            break
        count += 1
    return count
