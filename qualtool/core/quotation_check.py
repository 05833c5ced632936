"""Is each quotation what was said?

Each quotation of a draft is looked for in all texts and gets a verdict: *verbatim*; *marked*, when
nothing but typography differs and what was left out or put in is marked so; *altered*, with the
words that differ; *joined* from several places; *not_found*. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from qualtool.core.folding import INVISIBLE
from qualtool.core.quoted_differences import differences
from qualtool.core.quoted_parts import HeldText, Part, Search, is_open
from qualtool.core.quoted_words import (
    WORD,
    QuotedWords,
    as_written,
    folded_word,
    without_insertions,
)
from qualtool.core.quotes import Difference
from qualtool.core.shingles import Shingles, place_of
from qualtool.core.word_alignment import Pair

Verdict = Literal["verbatim", "marked", "altered", "joined", "not_found"]

_ALIKE: Final = 0.42  # of the weight of a quotation's words that must be found
_LIKE: Final = 64.0  # likeness to what was said
_LOST: Final = 6  # words that may be changed; of more, most must be right
_MOSTLY: Final = 0.6
_JOINED: Final = 0.85
_FEW: Final = 8  # words; of fewer, so many may be changed
_LOST_OF_FEW: Final = 2
_TELLING: Final = 6  # words; fewer that were found must have a seldom one among them
_RARE: Final = 0.72  # of what a word weighs that was said but once
_SHORT: Final = 4  # words; fewer must stand word for word
_NEAR: Final = 0.2  # of the weight of a quotation's words that must stand in what may be meant
_SPACE: Final = re.compile(r"\s*\n\s*| {2,}|\t+ *")
_VANISH: Final = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words of a quotation stand: the key of the text, start and end in code points."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation's verdict.

    `score` is 0 to 100: how like the quotation is what was said. `passages` are in the order of
    the quotation; one, unless it is joined. `places` is how many times it was said so. `near` is
    what may be meant by a quotation that was not found: where most of its telling words stand.
    `elsewhere` is where the same words were said besides.
    """

    verdict: Verdict
    score: float = 0.0
    passages: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    places: int = 0
    near: tuple[Passage, ...] = ()
    elsewhere: tuple[Passage, ...] = ()


def check(
    quotations: Sequence[str],
    texts: Iterable[tuple[int, str]],
    told: Callable[[int, int], object] = lambda _done, _all: None,
) -> list[Checked]:
    """The verdict on each quotation, looked for in texts given with their keys.

    `told` is called before each quotation with how many are done and how many there are.
    """
    written = [as_written(quotation) for quotation in quotations]
    changed = [without_insertions(quotation) for quotation in quotations]
    wanted = [words.folded for words in (*written, *filter(None, changed))]
    shingles = Shingles(wanted)
    read: list[HeldText] = []
    for key, content in texts:
        shingles.add(content)
        read.append(HeldText(key, content))
    checker = _Checker(Search(shingles), read)
    found: list[Checked] = []
    for quotation, one, other in zip(quotations, written, changed, strict=True):
        told(len(found), len(quotations))
        found.append(checker.verdict(quotation, one, other))
    return found


@dataclass(slots=True)
class _Checker:
    """Judges quotations against texts that have been read."""

    search: Search
    texts: list[HeldText]

    def verdict(self, quotation: str, one: QuotedWords, other: QuotedWords | None) -> Checked:
        """The best that can be said of a quotation, with and without words in brackets."""
        judged = self._judged(quotation, one)
        if other is None or judged.verdict in ("verbatim", "marked"):
            return judged
        changed = self._judged(quotation, other)
        return max(changed, judged, key=_goodness)

    def _judged(self, quotation: str, words: QuotedWords) -> Checked:
        numbers = self.search.shingles.numbered(words.folded)
        if not numbers:
            return Checked("not_found")
        if all(numbers) and (places := self.search.shingles.runs_from(numbers)):
            return self._word_for_word(quotation, words, places)
        if len(numbers) < _SHORT:
            return Checked("not_found")
        parts = self.search.parts(numbers, words.open)
        if not self._tells(words, numbers, parts):
            return Checked("not_found", near=self._near(numbers, parts))
        told: list[Difference] = []
        passages: list[Passage] = []
        for at, part in enumerate(parts):
            # What stands between two parts is told with the first.
            low = part.quoted[0] if at else 0
            high = parts[at + 1].quoted[0] if at + 1 < len(parts) else len(numbers)
            text = self.texts[part.text]
            (start, end), differs = differences(words, text, part, low, high)
            passages.append(Passage(text.key, start, end))
            told += differs
        if len(parts) > 1:
            return Checked("joined", self._score(words, parts), tuple(passages), tuple(told), 1)
        verdict: Verdict = "altered" if told else "marked"
        score = self._score(words, parts) if told else 100.0
        return Checked(verdict, score, tuple(passages), tuple(told), 1)

    def _near(self, numbers: Sequence[int], parts: Sequence[Part]) -> tuple[Passage, ...]:
        """Where so many of a quotation's telling words stand that it may be meant; best first."""
        whole = self.search.weight(numbers, range(len(numbers)))
        worth = [(self.search.weight(numbers, (q for q, _t in p.pairs)), p) for p in parts]
        telling = [each for each in worth if each[0] >= _NEAR * whole and len(each[1].pairs) > 1]
        return tuple(
            Passage(text.key, text.bounds[part.said[0]][0], text.bounds[part.said[1] - 1][1])
            for _weight, part in sorted(telling, key=lambda each: -each[0])
            for text in [self.texts[part.text]]
        )

    def _word_for_word(self, quotation: str, words: QuotedWords, places: Sequence[int]) -> Checked:
        """All words stand in a row somewhere: typed the same, or with other signs and capitals."""
        count = len(words.folded)
        for number in places:
            text, at = place_of(number)
            start, end = self._edges(quotation, self.texts[text], at, at + count)
            said = self.texts[text].content[start:end]
            if not words.changed and _plain(said) == _plain(quotation):
                others = self._others(places, number, count)
                return _checked("verbatim", self.texts[text], start, end, others)
        text, at = place_of(places[0])
        bounds = self.texts[text].bounds
        start, end = bounds[at][0], bounds[at + count - 1][1]
        others = self._others(places, places[0], count)
        return _checked("marked", self.texts[text], start, end, others)

    def _others(self, places: Sequence[int], chosen: int, count: int) -> tuple[Passage, ...]:
        """Where a row of so many words stands besides."""
        found: list[Passage] = []
        for number in places:
            if number != chosen:
                text, at = place_of(number)
                bounds = self.texts[text].bounds
                last = bounds[at + count - 1][1]
                found.append(Passage(self.texts[text].key, bounds[at][0], last))
        return tuple(found)

    def _edges(self, quotation: str, text: HeldText, first: int, last: int) -> Pair:
        """A row of words with the signs around it that the quotation has too."""
        start, end = text.bounds[first][0], text.bounds[last - 1][1]
        found = list(WORD.finditer(quotation))
        lead = quotation[: found[0].start()].lstrip()
        trail = quotation[found[-1].end() :].rstrip()
        if lead and text.content[max(0, start - len(lead)) : start] == lead:
            start -= len(lead)
        if trail and text.content[end : end + len(trail)] == trail:
            end += len(trail)
        return start, end

    def _score(self, words: QuotedWords, parts: Sequence[Part]) -> float:
        """How like the quotation is what was said, but for what is marked as left out."""
        from rapidfuzz import fuzz

        said: list[str] = []
        for part in parts:
            bounds, content = self.texts[part.text].bounds, self.texts[part.text].content
            at = part.said[0]
            for (q, t), (next_q, next_t) in pairwise((*part.pairs, (part.quoted[1], part.said[1]))):
                said += [content[slice(*bounds[each])] for each in range(at, t + 1)]
                at = next_t if is_open(words.open, q, next_q) else t + 1
        whole = " ".join(map(folded_word, said))
        return min(99.9, round(fuzz.ratio(" ".join(words.folded), whole), 1))

    def _tells(self, words: QuotedWords, numbers: Sequence[int], parts: Sequence[Part]) -> bool:
        """Whether so much of a quotation is found that it can be called changed, not made up."""
        found = {q for part in parts for q, _t in part.pairs}
        lost = len(numbers) - len(found)
        share = self.search.weight(numbers, found) / self.search.weight(
            numbers, range(len(numbers))
        )
        score = self._score(words, parts) if parts else 0.0
        if not parts or share < _ALIKE or score < _LIKE:
            return False
        if len(parts) > 1:
            return share >= _JOINED
        heaviest = max(self.search.weight(numbers, [at]) for at in found)
        rare = _RARE * self.search.shingles.heaviest
        if lost and len(found) < _TELLING and heaviest < rare:
            return False  # words that stand together everywhere tell nothing
        if len(numbers) < _FEW:
            return lost <= _LOST_OF_FEW
        return lost <= _LOST or share >= _MOSTLY


def _checked(
    verdict: Verdict, text: HeldText, start: int, end: int, others: tuple[Passage, ...]
) -> Checked:
    here = (Passage(text.key, start, end),)
    return Checked(verdict, 100.0, here, (), 1 + len(others), elsewhere=others)


def _goodness(checked: Checked) -> tuple[int, float]:
    order = ("not_found", "joined", "altered", "marked", "verbatim")
    return order.index(checked.verdict), checked.score


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _VANISH.sub("", text)).strip()
