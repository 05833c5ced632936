"""What can be chosen about a table of the report, in the window and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from qualtool.analysis.memo_filter import MemoFilter

By = Literal["theme", "code", "case"]
RowPer = Literal["excerpt", "coding"]
Attribution = Literal["none", "pseudonym", "place"]
Marks = Literal["«»", "“”"]
_SHARED: Final = MemoFilter(private=False)


@dataclass(frozen=True, slots=True)
class Options:
    """The choices; None or empty is what the study, the language or the table itself suggests.

    `by` and `row_per` say how excerpts are sorted and what has a row of its own; `columns` which
    are shown, by their keys and in this order. `context` is how many characters around an excerpt
    come along. `attribution` is who a quotation is ascribed to: nobody, the pseudonym, or the
    pseudonym and the place in the document. `starred` shows only starred excerpts (True) or all.
    `depth` shows whether each coding is semantic or latent, too.
    `stacked` gives a main theme one row with all its sub-themes. `headed` gives each group of rows
    a heading, `apart` a sheet of its own in a spreadsheet. `number` is the table's. `memos` says
    which memos are shown.
    """

    language: str = ""
    by: By = "theme"
    row_per: RowPer = "excerpt"
    columns: tuple[str, ...] = ()
    context: int = 0
    marks: Marks | None = None
    attribution: Attribution | None = None
    starred: bool | None = None
    depth: bool = False
    stacked: bool = False
    headed: bool = False
    apart: bool = False
    caption_above: bool = True
    landscape: bool | None = None
    number: int = 1
    frame_id: int | None = None
    memos: MemoFilter = _SHARED
