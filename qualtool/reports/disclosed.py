"""Something in a report that may tell who somebody is: where it stands, why, and what can be done.

A row for a list; `reports.disclosure` makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from qualtool.core.disclosure import Kind, Level
from qualtool.i18n import mark
from qualtool.store.disclosure_rows import DecisionRow, Matter

# A word that is cut, at either end; one that is as long as there is room stays.
_OPENING: Final = re.compile(r"\S{0,20}\s+(?=\S)|")
_CLOSING: Final = re.compile(r"(?<=\S)\s+\S{0,20}\Z|\Z")
_SPACES: Final = re.compile(r"\s+")

Remedy: TypeAlias = Literal["display_text", "generalise", "withhold", "fine"]
# What can be done, as it is said on a button.
REMEDIES: Final[dict[Remedy, str]] = {
    "display_text": mark("Change the display text"),
    "generalise": mark("Generalise"),
    "withhold": mark("Withhold"),
    "fine": mark("It is fine"),
}
LEVEL_WORDS: Final[dict[Level, str]] = {
    "certain": mark("certain"),
    "likely": mark("likely"),
    "possible": mark("possible"),
}
KIND_WORDS: Final[dict[Kind, str]] = {
    "name": mark("Name"),
    "place": mark("Place"),
    "workplace": mark("Workplace"),
    "organisation": mark("Organisation"),
    "attribute": mark("What is known of a case"),
    "email": mark("E-mail address"),
    "phone": mark("Telephone number"),
    "birth_number": mark("Birth number"),
    "birth_date": mark("Date of birth"),
    "age": mark("Age"),
    "account": mark("Account number"),
    "organisation_number": mark("Organisation number"),
    "address": mark("Address"),
    "plate": mark("Number plate"),
    "link": mark("Link"),
    "pronoun": mark("Gender"),
    "job": mark("Job"),
    "combination": mark("Combination"),
    "searchable": mark("Can be found again"),
}


@dataclass(frozen=True, slots=True)
class Disclosed:
    """`text[start:end]` may tell who somebody is; `words` are those words.

    `why` is a sentence, `place` says where in words ("Table 5, excerpt 41"). `block` counts the
    report's blocks from 0 and is None in a draft, whose name is `draft`; `row` counts the rows of
    a table or the paragraphs of a draft from 1. `times` is how often the very same text stands in
    the block. `excerpt_id` and `document` tell of a quotation. `attribute_ids` are what would have
    to be shown less of. `matter` is what a decision on this place is about, `everywhere` what one
    on all places of the same is; `decided` is the decision that holds, None while it is open.
    `known`: the project knows the words; they were not found by how they are written.
    """

    kind: Kind
    level: Level
    words: str
    text: str
    start: int
    end: int
    why: str
    place: str
    matter: Matter
    everywhere: Matter
    remedies: tuple[Remedy, ...]
    block: int | None = None
    label: str = ""
    row: int | None = None
    times: int = 1
    draft: str = ""
    excerpt_id: int | None = None
    document_id: int | None = None
    document: str = ""
    attribute_ids: tuple[int, ...] = ()
    known: bool = False
    decided: DecisionRow | None = None

    def around(self, count: int) -> tuple[str, str, str]:
        """The words as they stand, with at most `count` characters before and after them.

        What is cut off is cut between words, and said with "…"; all on one line.
        """
        start, end = max(0, self.start - count), self.end + count
        before, after = self.text[start : self.start], self.text[self.end : end]
        if start and (cut := _OPENING.match(before)):
            before = "…" + before[cut.end() :]
        if end < len(self.text) and (cut := _CLOSING.search(after)):
            after = after[: cut.start()] + "…"
        words = self.text[self.start : self.end]
        return _SPACES.sub(" ", before), _SPACES.sub(" ", words), _SPACES.sub(" ", after)


def still_open(found: Iterable[Disclosed]) -> tuple[Disclosed, ...]:
    """Those on which nothing is decided yet."""
    return tuple(each for each in found if each.decided is None)
