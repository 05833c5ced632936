"""Where in a transcript the questions of a guide are asked, though in other words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qualtool.core.folding import Folded, canonical

LEAST: Final = 55.0  # 0 to 100; below it nothing is suggested
SURE: Final = 75.0
AHEAD: Final = 12.0  # of the runner-up, for a match to be sure
_FEWEST_WORDS: Final = 3
_LEAST_RECALL: Final = 0.34
_ALIKE: Final = 75.0  # two forms of one word: "jobber", "jobbet"
_SHORT: Final = 4  # letters; so short a word has to be the very same
_SENTENCE: Final = re.compile(r"(?<=[.?!…])\s+")


@dataclass(frozen=True, slots=True)
class Match:
    """A question found in what is said: their numbers, the score, and the runner-up."""

    said: int
    question: int
    score: float
    second: int | None
    second_score: float

    @property
    def sure(self) -> bool:
        """Whether the question is very like what is said, and no other nearly so."""
        return self.score >= SURE and self.score - self.second_score >= AHEAD


@dataclass(frozen=True, slots=True)
class _Piece:
    """One or two sentences of what is said, or a question."""

    plain: str
    words: tuple[str, ...]


def matches(
    questions: Sequence[str], said: Sequence[str], *, least: float = LEAST
) -> tuple[Match, ...]:
    """For each thing said the likeliest question, where the score is at least `least`.

    The score of a question in one or two sentences is 40 % the likeness of their letters
    (rapidfuzz `ratio`, or `partial_ratio` where the sentences are long enough to hold the
    question), 45 % how much of the question's words is said and 15 % how much of what is said is
    the question's; words count by how rare they are (inverse document frequency). Another form of
    a word counts as the word (rapidfuzz `ratio` of 75 or more). Of a runner-up below `least`
    nothing is said.
    """
    asked = [_piece(each) for each in questions]
    spoken = [_pieces(each) for each in said]
    weights = _weights([*asked, *(piece for pieces in spoken for piece in pieces)])
    forms = _forms(asked, weights)
    found: list[Match] = []
    for number, pieces in enumerate(spoken):
        scores = sorted(
            (
                (_best(question, pieces, weights, forms, least), -at)
                for at, question in enumerate(asked)
            ),
            reverse=True,
        )
        if scores and scores[0][0] >= least:
            (score, first), (second_score, second) = scores[0], (*scores, (0.0, 1))[1]
            found.append(
                Match(
                    number,
                    -first,
                    round(score, 1),
                    -second if second_score > 0 else None,
                    round(second_score, 1),
                )
            )
    return tuple(found)


def _pieces(text: str) -> tuple[_Piece, ...]:
    """Each sentence, and each two that follow one another, with words enough to be a question."""
    sentences = [each for each in _SENTENCE.split(text) if each.strip()]
    pairs = [f"{one} {other}" for one, other in pairwise(sentences)]
    pieces = map(_piece, (*sentences, *pairs))
    return tuple(piece for piece in pieces if len(piece.words) >= _FEWEST_WORDS)


def _piece(text: str) -> _Piece:
    return _Piece(canonical(text), tuple(word.folded for word in Folded(text).words))


def _weights(pieces: Iterable[_Piece]) -> Mapping[str, float]:
    """How much each word counts: ln(1 + N / n), with n of N pieces that have it."""
    sets = [set(piece.words) for piece in pieces]
    counts = Counter(word for words in sets for word in words)
    return {word: math.log(1 + len(sets) / count) for word, count in counts.items()}


def _forms(asked: Iterable[_Piece], weights: Mapping[str, float]) -> dict[str, frozenset[str]]:
    """For each word of the questions the words that are forms of it."""
    from rapidfuzz import fuzz

    found: dict[str, frozenset[str]] = {}
    for word in {word for piece in asked for word in piece.words}:
        if len(word) <= _SHORT:
            found[word] = frozenset((word,))
            continue
        found[word] = frozenset(
            other
            for other in weights
            if other[:3] == word[:3] and fuzz.ratio(word, other) >= _ALIKE
        )
    return found


def _best(
    question: _Piece,
    pieces: Iterable[_Piece],
    weights: Mapping[str, float],
    forms: Mapping[str, frozenset[str]],
    least: float,
) -> float:
    return max((_score(question, piece, weights, forms, least) for piece in pieces), default=0.0)


def _score(
    question: _Piece,
    piece: _Piece,
    weights: Mapping[str, float],
    forms: Mapping[str, frozenset[str]],
    least: float,
) -> float:
    """The score; 0 where it cannot come to `least`."""
    from rapidfuzz import fuzz

    spoken, wanted = set(piece.words), set(question.words)
    whole = sum(weights[word] for word in wanted)
    shared = [word for word in wanted if forms[word] & spoken]
    recall = sum(weights[word] for word in shared) / whole if whole else 0.0
    if recall < _LEAST_RECALL:
        return 0.0
    known = frozenset[str]().union(*(forms[word] for word in shared)) & spoken
    precision = sum(weights[word] for word in known) / sum(weights[word] for word in spoken)
    if 40 + 45 * recall + 15 * precision < least:
        return 0.0  # however like the letters are
    holds = len(piece.plain) >= len(question.plain)
    letters = (fuzz.partial_ratio if holds else fuzz.ratio)(question.plain, piece.plain)
    return 0.4 * letters + 45 * recall + 15 * precision
