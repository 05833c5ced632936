"""A document as it came in: one text, who speaks where, and where each place stood in the file.

Every reader gives a `Source`; the store keeps it. Offsets are Unicode code points in `text`,
ends are exclusive, times are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["interviewer", "participant", "other"]
LocatorKind = Literal["page", "paragraph", "line", "time"]
BlockKind = Literal["paragraph", "heading", "list_item", "table_row", "note"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A label in one document, and the role it most likely has."""

    label: str
    role: Role = "other"


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's unbroken speech: `text[start:end]`; `speaker` counts in `Source.speakers`."""

    start: int
    end: int
    speaker: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment in the recording at a place in the text."""

    offset: int
    ms: int


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in the original file: a page, a line, from this offset on."""

    offset: int
    kind: LocatorKind
    value: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is more than a paragraph: a heading (with its level), a list item."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the researcher should know about a file that was read all the same.

    `key` is stable; `message` is a sentence in the researcher's language, without interview text.
    """

    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that reading a file mended: `raw[raw_start:raw_end]` became `text[start:end]`.

    `kind` is one of `core.cleaning.KINDS`; both stretches may be empty, not both at once.
    """

    kind: str
    raw_start: int
    raw_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of the text that stands in the file's raw text word for word."""

    start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document read from a file.

    `text` is NFC, has `\\n` between paragraphs and no empty paragraphs; it holds no speaker
    labels and no time stamps: those are in `turns`. `turns`, `anchors`, `locators` and `blocks`
    are in order of their offsets, and turns do not overlap. `raw` is the text as it stands in the
    file, labels, stamps and faults and all; `origins` say in order of their offsets in `text` which
    stretches of it come from where in `raw` (in order there too, but for answers in a table), and
    `repairs` what was mended between them.

    `facts` holds what the file says of itself: `title`, `date`, `duration_ms`, `encoding`,
    `recogniser`.
    """

    text: str
    format: str
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    locators: tuple[Locator, ...] = ()
    blocks: tuple[Block, ...] = ()
    cautions: tuple[Caution, ...] = ()
    raw: str = ""
    origins: tuple[Origin, ...] = ()
    repairs: tuple[Repair, ...] = ()
    facts: Mapping[str, str | int] = field(default_factory=dict)
