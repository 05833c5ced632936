"""Where in a text a quotation was taken from, though it may not be written quite the same.

First as it stands, then with case, spacing, quotation marks, dashes and ellipses folded, then by
likeness of words (normalised Indel similarity, as in rapidfuzz). Offsets are code points in the
text as it is, ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from qualtool.core.folding import INVISIBLE, QUOTES, Folded, alike, canonical, is_word_sign

Kind = Literal["exact", "folded", "approximate"]

THRESHOLD: Final = 85.0  # below this, a likeness is not taken for the passage
NEAR: Final = 3_000  # code points that an omission mark may stand for, at most
_MOST_PLACES: Final = 1_000  # counted no further
_MOST_PARTS: Final = 40
_EDGE: Final = 12  # code points of punctuation before or after that are looked at
_OMISSION: Final = re.compile(r"\[\s*(?:…|\.{2,})\s*\]|\(\s*(?:…|\.{2,})\s*\)")
_BARE: Final = re.compile(r"…|\.{3,}|\. \. \.")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation, and the words that stand in the text instead; either may be empty."""

    quoted: str
    said: str


@dataclass(frozen=True, slots=True)
class Found:
    """The passage of a text that a quotation is from.

    `score` is the likeness, 0 to 100; 100 for what is exact or folded. `places` is how many times
    the passage stands in the text as well as here; the first is given.
    """

    start: int
    end: int
    kind: Kind
    score: float = 100.0
    differences: tuple[Difference, ...] = ()
    places: int = 1


def find(quote: str, text: str | Folded, *, threshold: float = THRESHOLD) -> Found | None:
    """The passage a quotation is from, or None where nothing is as like it as `threshold`.

    White space around the quotation does not count. `[...]`, `(…)` and the like in it may stand
    for words left out; the passage then goes from the first part to the last. Give `Folded(text)`
    to look for many quotations in one text.
    """
    found = nearest(quote, text)
    return found if found is not None and found.score >= threshold else None


def nearest(quote: str, text: str | Folded) -> Found | None:
    """What is most like a quotation, however little; None where nothing can be compared."""
    folded = text if isinstance(text, Folded) else Folded(text)
    quote = quote.strip(INVISIBLE).strip().strip(INVISIBLE)
    if not quote:
        return None
    literal = _literal(quote, folded)
    if literal is not None and literal.score == 100:
        return literal
    parted = _in_parts(quote, folded, _OMISSION)
    if parted is not None or literal is not None:
        return parted or literal
    from qualtool.core.likeness import likest

    like = likest(_OMISSION.sub(" ", quote), folded)
    if like is not None and like.score >= 95:
        return like
    parted = _in_parts(quote, folded, _BARE) or _in_like_parts(quote, folded)
    return max((each for each in (parted, like) if each), key=_score, default=None)


def _literal(quote: str, folded: Folded) -> Found | None:
    """The quotation as it stands or folded; else with other punctuation, as approximate.

    A place where it is a whole word comes before one where it is part of a word, and what stands
    exactly so before what is folded.
    """
    exact, near = _exact(quote, folded.text), _folded(quote, folded)
    if exact is None or near is None or near.kind != "folded":
        return exact or near
    if _at_word_bounds(folded.text, exact) or not _at_word_bounds(folded.text, near):
        return replace(exact, places=max(exact.places, near.places))
    return near


def _exact(quote: str, text: str) -> Found | None:
    first = text.find(quote)
    if first < 0:
        return None
    places, whole, found = 0, 0, Found(first, first + len(quote), "exact")
    at = first
    while at >= 0 and places < _MOST_PLACES:
        places += 1
        here = Found(at, at + len(quote), "exact")
        if _at_word_bounds(text, here):
            if not whole:
                found = here
            whole += 1
        at = text.find(quote, at + len(quote))
    return replace(found, places=whole or places)


def _folded(quote: str, folded: Folded) -> Found | None:
    """The best place where the same letters and digits stand."""
    wanted = Folded(quote)
    letters = wanted.skeleton
    if not letters:
        return None
    best: Found | None = None
    best_rank = (0, 0)
    places = seen = 0
    at = folded.skeleton.find(letters)
    while at >= 0 and seen < _MOST_PLACES:
        seen += 1
        here = _at(wanted, folded, at, at + len(letters))
        if here is None:
            at = folded.skeleton.find(letters, at + 1)
            continue
        rank = (int(here.kind == "folded"), int(_at_word_bounds(folded.text, here)))
        if best is None or rank > best_rank:
            best, best_rank, places = here, rank, 0
        places += rank == best_rank
        at = folded.skeleton.find(letters, at + len(letters))
    return replace(best, places=places) if best else None


def _at(wanted: Folded, folded: Folded, first: int, last: int) -> Found | None:
    """The passage whose letters are these of the skeleton; None if they cut a sign in two."""
    starts, ends, text = folded.starts, folded.ends, folded.text
    cut_before = first > 0 and starts[first - 1] == starts[first]
    if cut_before or (last < len(starts) and starts[last] == starts[last - 1]):
        return None
    start, end = with_edges(wanted, text, starts[first], ends[last - 1])
    said, quoted = text[start:end], wanted.text
    if alike(quoted, said) or alike(quoted.strip(QUOTES), said):
        return Found(start, end, "folded")
    from qualtool.core.likeness import differences, likeness

    return Found(start, end, "approximate", likeness(quoted, said), differences(quoted, said))


def with_edges(wanted: Folded, text: str, start: int, end: int) -> tuple[int, int]:
    """A passage with the punctuation around it that the quotation has there too.

    `start` and `end` are those of the first and last word; `wanted` is the quotation.
    """
    lead = wanted.text[: wanted.starts[0]][-_EDGE:]
    trail = wanted.text[wanted.ends[-1] :][:_EDGE]
    room = 0
    while room < _EDGE and room < start and not is_word_sign(text[start - room - 1]):
        room += 1
    offered = [text[start - size : start] for size in range(room, 0, -1)]
    before = _fitting(lead, [signs for signs in offered if not signs[0].isspace()])
    room = 0
    while room < _EDGE and end + room < len(text) and not is_word_sign(text[end + room]):
        room += 1
    offered = [text[end : end + size] for size in range(room, 0, -1)]
    after = _fitting(trail, [signs for signs in offered if not signs[-1].isspace()])
    return start - before, end + after


def _fitting(edge: str, offered: list[str]) -> int:
    """How long the punctuation is that stands for an edge of the quotation; 0 for none."""
    bare = edge.strip(QUOTES + INVISIBLE)
    for signs in dict.fromkeys((canonical(edge), canonical(bare))):
        for each in offered:
            if signs and canonical(each) == signs:
                return len(each)
    return 0


def _in_parts(quote: str, folded: Folded, mark: re.Pattern[str]) -> Found | None:
    """The quotation's parts between omission marks, each word for word, in order and near."""
    parts = _parts(quote, mark)
    if not parts:
        return None
    best: tuple[int, int] | None = None
    places = 0
    for start, end in _places_of(parts[0], folded, 0, len(folded.text), most=_MOST_PARTS):
        for part in parts[1:]:
            following = next(_places_of(part, folded, end, end + NEAR, most=1), None)
            if following is None:
                break
            end = following[1]
        else:
            places += 1
            if best is None or end - start < best[1] - best[0]:
                best = (start, end)
    return Found(*best, "folded", places=places) if best else None


def _in_like_parts(quote: str, folded: Folded) -> Found | None:
    """The quotation's parts between omission marks, each as near as can be, in order and near."""
    parts = _parts(quote, _OMISSION)
    if len(parts) < 2:
        return None
    first = nearest(parts[0], folded)
    if first is None:
        return None
    found, end = [first], first.end
    for part in parts[1:]:
        following = nearest(part, folded.text[end : end + NEAR + len(part)])
        if following is None:
            return None
        found.append(replace(following, start=end + following.start, end=end + following.end))
        end = found[-1].end
    size = sum(map(len, parts))
    score = sum(each.score * len(part) for each, part in zip(found, parts, strict=True)) / size
    told = tuple(difference for each in found for difference in each.differences)
    return Found(found[0].start, end, "approximate", round(score, 1), told)


def _parts(quote: str, mark: re.Pattern[str]) -> list[str]:
    """What stands between the omission marks of a quotation; nothing where there are none."""
    cut = mark.split(quote)
    parts = [part.strip() for part in cut if any(map(is_word_sign, part))]
    return parts if len(cut) > 1 and len(parts) <= _MOST_PARTS else []


def _places_of(
    part: str, folded: Folded, low: int, high: int, *, most: int
) -> Iterator[tuple[int, int]]:
    """Where a part stands word for word between two offsets; at most so many places."""
    wanted = Folded(part)
    letters = wanted.skeleton
    first, last = bisect_left(folded.starts, low), bisect_left(folded.starts, high)
    at = folded.skeleton.find(letters, first, last)
    tried = 0
    while at >= 0 and most and tried < _MOST_PLACES:
        tried += 1
        here = _at(wanted, folded, at, at + len(letters))
        if here is not None and here.kind == "folded" and _at_word_bounds(folded.text, here):
            most -= 1
            yield here.start, here.end
        at = folded.skeleton.find(letters, at + len(letters), last)


def _at_word_bounds(text: str, found: Found) -> bool:
    """Whether a passage neither begins nor ends inside a word."""
    return not _inside_word(text, found.start) and not _inside_word(text, found.end)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and is_word_sign(text[at - 1]) and is_word_sign(text[at])


def _score(found: Found) -> float:
    return found.score
