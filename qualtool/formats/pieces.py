"""What a file is taken apart into before it becomes a `Source`: lines, and then pieces of speech.

A reader turns a file into lines. The lines are searched for speakers and time stamps, which
leaves pieces: words that one person said. `assembling` puts the pieces together to one text.

How `Source.raw`, `origins`, `repairs` and the pages get filled: a reader makes its lines with one
call of `cleaned_lines`, and hands them with the same `findings` to `source_from_lines`.

- `lines_of_raw(raw, choices, findings)`: for a text whose line breaks are those of the paper or
  the window it came from (plain text, PDF). `raw` is the text as it stands in the file, untidied,
  with `\f` between pages; page numbers, hyphens and line breaks are mended.
- `lines_cleaned(lines, choices, findings)`: for lines that are paragraphs already (DOCX, ODT, RTF,
  HTML). Give them with the untidied text; only single signs are mended, each line keeps its kind.

Either puts a `Cleaned` into `findings.cleaned` and a `place` into each line: the stretch of the
clean text that its words stand in. A `Piece` made of a line (or of part of it) takes its `place`
along, and `assembling` finds the words in it. A reader that goes another way calls
`core.cleaning.clean_signs`, sets `findings.cleaned`, and gives places to its pieces itself, as the
cues do. What has no place is read all the same; it only cannot be shown in the original.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from qualtool.core.cleaning import Cleaned
from qualtool.core.source import BlockKind, Caution

Place = tuple[int, int]  # from, to: a stretch of the cleaned text of a file


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
    place: Place | None = None


@dataclass(slots=True)
class Piece:
    """Words without label and stamp, and who says them when.

    A piece that `joins` is put behind the one before with a space; others are paragraphs of
    their own. A piece of a block (heading, list item, table row) is nobody's unless `speaker` is
    given. `end_ms` without `start_ms` is a stamp that closes the words. A piece `apart` is somebody
    else's than the one before, even where nobody is named; one that `goes_on` is of the same turn.
    """

    text: str
    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    kind: BlockKind = "paragraph"
    level: int = 0
    joins: bool = False
    apart: bool = False
    goes_on: bool = False
    place: Place | None = None


@dataclass(slots=True)
class Findings:
    """What was learnt of a file beside its words."""

    recogniser: str
    facts: dict[str, str | int] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)
    cleaned: Cleaned | None = None  # the text that the places of lines and pieces are in
