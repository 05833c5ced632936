"""What of a draft that was checked is tied to the project: its quotations, each with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document (code points) with the words that stood there when it was found."""

    document_id: int
    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a draft that was found, with where its parts stand.

    `number` counts the draft's quotations from 1, `paragraph` its paragraphs. `verdict` is that of
    `core.quotation_check`; more than one place has what is joined.
    """

    number: int
    text: str
    verdict: str
    paragraph: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """What came of tying a draft's quotations to excerpts.

    `quotations` are tied now; for `made` of their places there was no excerpt before; `dropped`
    were tied before and are no longer; `changed` could not be tied, as the text is another now.
    """

    draft_id: int
    quotations: int
    made: int
    dropped: int
    changed: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in the claims of a draft.

    `added` are new, `kept` were known. `gone` stand in the draft no longer: those of them that
    were tied to something are kept without a place, the others are dropped.
    """

    draft_id: int
    added: int
    kept: int
    gone: int
