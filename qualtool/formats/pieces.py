"""What a file is taken apart into before it becomes a `Source`: lines, and then pieces of speech.

A reader turns a file into lines. The lines are searched for speakers and time stamps, which
leaves pieces: words that one person said. `assembling` puts the pieces together to one text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from qualtool.core.source import BlockKind, Caution


@dataclass(slots=True)
class Line:
    """A line or paragraph as a file has it, tidied (`core.tidying`) and without line breaks.

    A line that `continues` belongs to the same paragraph as the one before, unless it turns out
    to open with a label. `bold` is how many characters at its beginning are bold. A `\\f` in the
    text is where a page begins.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    bold: int = 0
    continues: bool = False


@dataclass(slots=True)
class Piece:
    """Words without label and stamp, and who says them when.

    A piece that `joins` is put behind the one before with a space; others are paragraphs of
    their own. A piece of a block (heading, list item, table row) is nobody's unless `speaker` is
    given. `end_ms` without `start_ms` is a stamp that closes the words. A piece `apart` is somebody
    else's than the one before, even where nobody is named.
    """

    text: str
    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    kind: BlockKind = "paragraph"
    level: int = 0
    joins: bool = False
    apart: bool = False


@dataclass(slots=True)
class Findings:
    """What was learnt of a file beside its words."""

    recogniser: str
    facts: dict[str, str | int] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)
