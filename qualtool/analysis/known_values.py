"""Values of attributes that may tell who somebody is, and what of them may be shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.core import grouping
from qualtool.core.attribute_values import number, yes_no
from qualtool.core.day_spans import as_tables_write
from qualtool.core.names import folded
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.rows import CaseRow

_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 6  # words; what is longer is a sentence, and is not said again word by word


@dataclass(frozen=True, slots=True)
class Valued:
    """A value, the cases that have it, whether it may be shown and fits too few to hide among."""

    words: str
    case_ids: frozenset[int]
    open: bool
    rare: bool
    ordinary: bool


def shown_values(
    people: Iterable[CaseRow],
    attributes: Iterable[AttributeRow],
    meant: Mapping[int, Mapping[str, str]],
    language: str,
) -> dict[int, dict[int, str]]:
    """What is shown of each participant, grouped where it is to be, by the attribute's id.

    `meant` is what spellings count as, by the attribute.
    """
    open_ones = [each for each in attributes if each.visibility != "analysis"]
    found: dict[int, dict[int, str]] = {}
    for person in people:
        here = found[person.id] = {}
        for each in open_ones:
            written = person.attributes.get(each.name, "").strip()
            value = meant.get(each.id, {}).get(written, written)
            told = grouping.shown(
                each.kind, each.visibility, each.grouping, value, language=language
            )
            if told and told.strip():
                day = each.kind == "date" and each.visibility == "shown"
                here[each.id] = as_tables_write(told, language) if day else told.strip()
    return found


def told_values(
    attribute: AttributeRow,
    cases: Iterable[CaseRow],
    shown: Mapping[int, Mapping[int, str]],
    k: int,
    is_ordinary: Callable[[str], bool],
) -> Iterator[Valued]:
    """The values of an attribute that can be known again in a text.

    Those that may not be shown, and of what is shown those that fit at most `k` participants.
    """
    if attribute.kind in ("number", "date", "yes_no"):
        return  # "10 or more" and "yes" stand anywhere, and tell of nobody
    written: dict[str, set[int]] = {}
    open_values: dict[str, set[int]] = {}
    for case in cases:
        value = case.attributes.get(attribute.name, "").strip()
        told = shown.get(case.id, {}).get(attribute.id)
        if told:
            open_values.setdefault(told, set()).add(case.id)
        hidden = attribute.visibility != "shown" and folded(told or "") != folded(value)
        if value and hidden:
            written.setdefault(value, set()).add(case.id)
    for value, case_ids in written.items():
        if _can_be_known(value):
            yield Valued(
                value,
                frozenset(case_ids),
                open=False,
                rare=len(case_ids) <= k,
                ordinary=_ordinary(value, is_ordinary),
            )
    for value, case_ids in open_values.items():
        if len(case_ids) <= k and _can_be_known(value):
            yield Valued(
                value,
                frozenset(case_ids),
                open=True,
                rare=True,
                ordinary=_ordinary(value, is_ordinary),
            )


def _can_be_known(value: str) -> bool:
    words = _WORD.findall(value)
    if number(value) is not None or yes_no(value) is not None or len(words) > _LONGEST:
        return False
    return any(len(word) > 2 or (len(word) == 2 and word.isupper()) for word in words)


def _ordinary(value: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Whether all words of a value are everybody's: "lærer", but neither "NAV" nor "Solvik"."""
    words = _WORD.findall(value)
    if any(word.isupper() and len(word) > 1 for word in words):
        return False
    if any(word[0].isupper() and not is_ordinary(word) for word in words[1:]):
        return False
    return not words[0][0].isupper() or is_ordinary(words[0])
