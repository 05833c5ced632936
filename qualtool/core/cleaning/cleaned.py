"""A file's text made clean: all repairs in their order, with the way back to what was there."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from qualtool.core.cleaning import (
    blank_lines,
    characters,
    footnotes,
    hyphens,
    leading_spaces,
    letters,
    line_breaks,
    pages,
)
from qualtool.core.cleaning.footnotes import Note
from qualtool.core.cleaning.kinds import KINDS
from qualtool.core.cleaning.mending import Mended, mend, untouched
from qualtool.core.source import Locator, Origin, Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text, and how it came out of the raw one.

    `origins` say in rising order which stretches stand in the raw text word for word; what is not
    in one comes from a repair. `locators` are the pages of the file, at offsets in `text`; `notes`
    are the footnotes that were lifted out of it.
    """

    raw: str
    text: str
    origins: tuple[Origin, ...]
    repairs: tuple[Repair, ...] = ()
    locators: tuple[Locator, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many repairs there are of each kind, in the order of `KINDS`."""
        return counted(self.repairs)


def clean(raw: str, left_alone: frozenset[str] = frozenset()) -> Cleaned:
    """A text of lines, as a file holds it, mended but for the kinds that are left alone.

    A fault that needs the researcher's eye is left as it is. What `KINDS` calls fixed is done in
    any case: `\\n` ends each line, no control characters, NFC.
    """
    mended = _signs(raw, left_alone)
    found = pages.paged(mended.text, left_alone)
    if found.pages:
        mended = mend(replace(mended, pages=found.pages), found.edits)
    mended = mend(mended, leading_spaces.edits(mended.text, left_alone))
    notes: tuple[Note, ...] = ()
    if "footnotes" not in left_alone:
        lifted = footnotes.lifted(mended.text, [at for at, _name in mended.pages if at])
        mended, notes = mend(mended, lifted.edits), lifted.notes
    if "blank_lines" not in left_alone:
        mended = mend(mended, blank_lines.edits(mended.text))
    edits = list(hyphens.edits(mended.text, left_alone))
    if "line_breaks" not in left_alone:
        # Both look at the lines as they were broken: how wide they are tells what goes on.
        joined = {edit.end for edit in edits}
        edits += line_breaks.edits(mended.text, joined)
    mended = mend(mended, sorted(edits, key=attrgetter("start")))
    return _closed(raw, mended, notes)


def clean_signs(raw: str, left_alone: frozenset[str] = frozenset()) -> Cleaned:
    """A text whose lines are paragraphs already: only what single signs are is mended.

    Form feeds stay, as the places where pages begin.
    """
    mended = _signs(raw, left_alone)
    return _closed(raw, mend(mended, hyphens.edits(mended.text, left_alone | {"hyphens"})), ())


def counted(repairs: tuple[Repair, ...]) -> Mapping[str, int]:
    """How many repairs there are of each kind, in the order of `KINDS`."""
    counts = Counter(repair.kind for repair in repairs)
    return {kind.key: counts[kind.key] for kind in KINDS if counts[kind.key]}


def _signs(raw: str, left_alone: frozenset[str]) -> Mended:
    mended = mend(untouched(raw), characters.edits(raw, left_alone))
    return mend(mended, letters.edits(mended.text))


def _closed(raw: str, mended: Mended, notes: tuple[Note, ...]) -> Cleaned:
    if not unicodedata.is_normalized("NFC", mended.text):
        mended = mend(mended, letters.edits(mended.text))  # two lines joined to one letter
    # Several pages may begin at one place where the ones between are empty.
    places = {at: name for at, name in mended.pages if at < len(mended.text)}
    locators = tuple(Locator(at, "page", name) for at, name in sorted(places.items()))
    return Cleaned(raw, mended.text, mended.origins, mended.repairs, locators, notes)
