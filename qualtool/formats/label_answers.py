"""Names that answer in a short conversation, where each opens a line or two and no more.

A name that stands once or twice is no label by itself. It is one where it follows, each time, on
who asks, in a text that nearly all goes by labels.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from qualtool.formats import known_labels as known
from qualtool.formats.label_candidates import Candidate
from qualtool.formats.label_slips import resembled
from qualtool.formats.labels import Opening
from qualtool.formats.pieces import Line

_MOST: Final = 4  # people who answer in a conversation as short as that
_ALL_BUT: Final = 0.8  # of the paragraphs that open with a label
_MOST_OF: Final = 0.6  # likewise, where a label says that somebody asks
_MANY: Final = 0.4  # likewise, of names that return


def answering(
    lines: Sequence[Line],
    found: Mapping[int, Opening],
    head: Collection[int],
    candidates: Mapping[str, Candidate],
    accepted: set[str],
    *,
    cues: bool = False,
) -> set[str]:
    """The labels, as `known_labels.key_of` has them, of those who answer to the accepted ones.

    Where a label says that somebody answers ("Informant"), no name is needed for that. Without any
    accepted label there is nobody, unless these are `cues` of a recording that all
    open with a name, and somebody asks.
    """
    possible = {
        key
        for key, each in candidates.items()
        if key not in accepted
        and each.forms["colon"] == each.count
        and known.is_name(each.label)
        and not known.is_lead_in(each.label)
        and not resembled(key, candidates, accepted)
    }
    answers = any(known.role_of(candidates[key].label) == "participant" for key in accepted)
    if not possible or answers:
        return set()
    said = _labels_in_order(lines, found, head)
    if not accepted:
        asked = any("?" in one.rest for one in found.values())
        every = cues and asked and 1 < len(possible) <= _MOST and set(said) <= possible
        return possible if every else set()
    chosen: set[str] = set()
    while True:
        more = {key for key in possible - chosen if _follows(key, said, {*accepted, *chosen})}
        if not more:
            break
        chosen |= more
    if not 0 < len(chosen) <= _MOST or not said:
        return set()
    share = sum(key in accepted or key in chosen for key in said) / len(said)
    askers = {key for key in accepted if known.role_of(key) == "interviewer"}
    return {key for key in chosen if share >= _needed(key, said, askers, found)}


def _labels_in_order(
    lines: Sequence[Line], found: Mapping[int, Opening], head: Collection[int]
) -> list[str]:
    """What each paragraph below the head opens with; "" for no label."""
    said: list[str] = []
    for number, line in enumerate(lines):
        if number in head:
            continue
        one = found.get(number)
        key = known.key_of(one.label) if one is not None and one.form == "colon" else ""
        if key or not line.continues:
            said.append(key)
    return said


def _follows(key: str, said: Sequence[str], others: Collection[str]) -> bool:
    """Whether a label stands after one of the others each time, or after itself."""
    places = [at for at, each in enumerate(said) if each == key]
    if not places or not all(at and said[at - 1] in {key, *others} for at in places):
        return False
    return any(said[at - 1] in others for at in places)


def _needed(
    key: str, said: Sequence[str], askers: Collection[str], found: Mapping[int, Opening]
) -> float:
    """How much of a text has to open with labels for one of them to count."""
    returns = said.count(key) > 1
    if not askers:
        return _ALL_BUT if returns else 2.0
    if returns:
        return _MANY
    asked = any("?" in one.rest for one in found.values() if known.key_of(one.label) in askers)
    return _MOST_OF if asked else 2.0
