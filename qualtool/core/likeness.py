"""The passage most like a quotation, and the words in which the two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from qualtool.core.folding import Folded, canonical
from qualtool.core.quotes import Difference, Found, with_edges

LONGEST: Final = 20_000  # code points; a longer quotation is only looked for word for word
_FEWEST_LETTERS: Final = 12  # in fewer, one changed letter makes other words too easily
_FEWEST_WORDS: Final = 3
_VOTERS: Final = 80  # words of the quotation that are looked up, the rarest
_PLACES: Final = 200  # places of one word in the text that are looked at
_CANDIDATES: Final = 6
_LONG: Final = 400  # words; in so many, the votes alone tell the place
_SLACK: Final = 4  # words by which a passage may have slipped within one candidate
_STEPS: Final = (8, 3, 1)
_TOLD: Final = 2_000  # words in which differences are told apart


def likest(quote: str, folded: Folded) -> Found | None:
    """The run of words most like a quotation; None where it is too short or too long to tell."""
    wanted = Folded(quote)
    words = wanted.words
    if not (
        len(words) >= _FEWEST_WORDS
        and len(wanted.skeleton) >= _FEWEST_LETTERS
        and len(quote) <= LONGEST
    ):
        return None
    best: tuple[float, int, int] | None = None
    flat = " ".join(word.folded for word in words)
    most = _CANDIDATES if len(words) <= _LONG else 1
    for first in _candidates([word.folded for word in words], folded)[:most]:
        found = _climb(flat, folded, first, first + len(words))
        if best is None or found[0] > best[0]:
            best = found
    if best is None:
        return None
    score, first, last = best
    start, end = with_edges(
        wanted, folded.text, folded.words[first].start, folded.words[last - 1].end
    )
    said = folded.text[start:end]
    return Found(start, end, "approximate", _rounded(score), differences(quote, said))


def likeness(one: str, other: str) -> float:
    """How like two texts are, 0 to 100: the normalised Indel similarity of their folded forms."""
    from rapidfuzz import fuzz

    return _rounded(fuzz.ratio(canonical(one), canonical(other)))


def differences(quoted: str, said: str) -> tuple[Difference, ...]:
    """The words in which a quotation and the passage differ, in order."""
    from rapidfuzz.distance import Indel

    first, second = quoted.split(), said.split()
    if len(first) > _TOLD or len(second) > _TOLD:
        return ()
    changes = Indel.opcodes([_word(each) for each in first], [_word(each) for each in second])
    found: list[Difference] = []
    joined = -1
    for change in changes:
        if change.tag == "equal":
            continue
        left = " ".join(first[change.src_start : change.src_end])
        right = " ".join(second[change.dest_start : change.dest_end])
        if joined == change.src_start and found:
            last = found.pop()
            left, right = f"{last.quoted} {left}".strip(), f"{last.said} {right}".strip()
        found.append(Difference(left, right))
        joined = change.src_end
    return tuple(found)


def _rounded(score: float) -> float:
    """To one decimal; what is not the same is never said to be 100 % like."""
    return min(round(score, 1), 99.9)


@lru_cache(maxsize=8192)
def _word(word: str) -> str:
    return canonical(word)


def _candidates(words: Sequence[str], folded: Folded) -> list[int]:
    """The places, as numbers of words, where a passage with these words may begin.

    Each rare word of the quotation votes for where the quotation would begin if it stood here.
    """
    voters = [(at, word) for at, word in enumerate(words) if word in folded.places]
    if len(voters) * 2 < len(words):
        voters += _misspelt(words, folded)
    voters.sort(key=lambda voter: len(folded.places[voter[1]]))
    votes: Counter[int] = Counter()
    for at, word in voters[:_VOTERS]:
        places = folded.places[word]
        step = -(-len(places) // _PLACES)
        for place in places[::step]:
            votes[place - at] += 1
    spread = {
        start: sum(votes.get(start + slip, 0) for slip in range(-_SLACK, _SLACK + 1))
        for start, _count in votes.most_common(200)
    }
    chosen: list[int] = []
    for start in sorted(spread, key=lambda each: (-spread[each], -votes[each], each)):
        if all(abs(start - other) > _SLACK for other in chosen):
            chosen.append(start)
        if len(chosen) == _CANDIDATES or spread[start] * 3 < spread[chosen[0]]:
            break
    return chosen


def _misspelt(words: Sequence[str], folded: Folded) -> list[tuple[int, str]]:
    """Words of the text that are like words of the quotation which the text has not."""
    from rapidfuzz import fuzz, process

    unknown = [(at, word) for at, word in enumerate(words) if word not in folded.places]
    rare = sorted(unknown, key=lambda each: -len(each[1]))[:12]
    vocabulary = list(folded.places)
    found: list[tuple[int, str]] = []
    for at, word in rare:
        hit = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=70)
        if hit is not None:
            found.append((at, hit[0]))
    return found


def _climb(quote: str, folded: Folded, first: int, last: int) -> tuple[float, int, int]:
    """The run of words around a candidate that is most like the quotation, and how like."""
    from rapidfuzz import fuzz

    count = len(folded.words)
    first = min(max(first, 0), count - 1)
    last = min(max(last, first + 1), count)
    best = fuzz.ratio(quote, folded.between(first, last))
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for left, right in (
                (first - step, last),
                (first + step, last),
                (first, last - step),
                (first, last + step),
                (first - step, last - step),
                (first + step, last + step),
            ):
                if not 0 <= left < right <= count:
                    continue
                score = fuzz.ratio(quote, folded.between(left, right), score_cutoff=best)
                if score > best:
                    best, first, last, moved = score, left, right, True
                    break
    return best, first, last
