"""Transcripts as tables without times: who speaks in one column, what is said in a later one.

So people type them in Word, perhaps with a number for each turn in front. The first column in
which nearly every cell names somebody, a few returning, is who speaks; the column after it with
most words is what is said. An empty name is the one above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from qualtool.formats import known_labels as known
from qualtool.formats.spoken_cues import Spoken

_SHARE: Final = 0.8
_MOST_SPEAKERS: Final = 15
_LONGEST_NAME: Final = 60
_FEWEST_ROWS: Final = 4


def spoken_by_name(rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> list[Spoken]:
    """Who says what in the rows with these numbers; nothing where it is no transcript."""
    columns = [
        [_cell(rows[number], at) for number in numbers]
        for at in range(max((len(rows[number]) for number in numbers), default=0))
    ]
    for at, cells in enumerate(columns[:-1]):
        names = [cell.rstrip(": ") for cell in cells]
        body = 0 if names[0] in names[1:] or known.is_known(names[0]) else 1
        if len(names) - body < _FEWEST_ROWS or not _name_people(names[body:]):
            continue
        words = max(range(at + 1, len(columns)), key=lambda other: sum(map(len, columns[other])))
        said = columns[words][body:]
        others = [cells[body:] for n, cells in enumerate(columns) if n not in (at, words)]
        if sum(" " in each for each in said) < 0.5 * len(said) or not all(map(_counts, others)):
            return []
        return _spoken(names[body:], said, numbers[body:])
    return []


def _spoken(names: Sequence[str], said: Sequence[str], numbers: Sequence[int]) -> list[Spoken]:
    found: list[Spoken] = []
    who = ""
    for name, words, number in zip(names, said, numbers, strict=True):
        who = name or who
        if words:
            found.append(Spoken(words, None, None, who, number))
    return found


def _name_people(names: Sequence[str]) -> bool:
    """Whether the cells of a column name a few people, who take turns."""
    filled = [name for name in names if name]
    labels = {known.key_of(name): name for name in filled}
    if len(filled) < 0.5 * len(names) or not 2 <= len(labels) <= _MOST_SPEAKERS:
        return False
    if len(filled) < 2 * len(labels) or max(map(len, filled)) > _LONGEST_NAME:
        return False
    if not all(_may_name(label) for label in labels.values()):
        return False
    if any(known.is_known(label) or known.is_initials(label) for label in labels.values()):
        return True
    changes = sum(one != other for one, other in pairwise(filled))
    return changes >= 0.6 * (len(filled) - 1)


def _counts(cells: Sequence[str]) -> bool:
    """Whether a column holds nothing but numbers of turns, or nothing at all."""
    return all(cell.rstrip(".)").isdigit() for cell in cells if cell)


def _may_name(label: str) -> bool:
    named = known.is_known(label) or known.is_initials(label) or known.is_name(label)
    return named and label[:1].isalpha() and not known.is_lead_in(label)


def _cell(row: Sequence[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""
