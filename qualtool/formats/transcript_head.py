"""The lines at the top of a transcript that tell of it: date, place, who took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qualtool.formats import known_labels as known
from qualtool.formats.labels import Opening
from qualtool.formats.pieces import Line


def lines_of_head(lines: Sequence[Line], found: Mapping[int, Opening]) -> frozenset[int]:
    """Lines such as "Dato: 3.4.2024" and "Intervjuer: Kari N" at the top that are not speech."""
    number, last, passed = 0, -1, []
    times = Counter(known.key_of(one.label) for one in found.values())
    while number < min(len(lines), 15):
        one = found.get(number)
        if one is not None and one.form == "colon":
            passed.append(number)
            if known.is_metadata(one.label):
                last = number
        elif len(lines[number].text.split()) > 12:
            break
        number += 1
    if last < 0:
        return frozenset()
    head = set()
    for number in passed:
        one = found[number]
        value = one.rest.rstrip()
        short = len(value.split()) <= 6 and (
            not value.endswith((".", "?", "!", "…")) or (value != "" and known.is_name(value))
        )
        once = times[known.key_of(one.label)] == 1
        if number <= last and not known.is_metadata(one.label):
            once = once or short
        if known.is_metadata(one.label) or (once and short and abs(number - last) <= 6):
            head.add(number)
    return frozenset(head)


def only_names_people(
    found: Mapping[int, Opening], head: frozenset[int], accepted: set[str]
) -> bool:
    """Whether all there is are lines such as "Intervjuer: Kari Nord", once each."""
    values = [
        one.rest.strip()
        for number, one in found.items()
        if number not in head and one.form == "colon" and known.key_of(one.label) in accepted
    ]
    full = any(len(value.split()) > 1 for value in values)
    return (
        full
        and len(values) <= len(accepted) <= 4
        and all(
            value and len(value.split()) <= 4 and known.is_name(value) and value[-1] not in ".?!…"
            for value in values
        )
    )
