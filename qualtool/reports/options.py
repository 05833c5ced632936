"""What can be chosen about a table of the report, in the window and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from qualtool.analysis.memo_filter import MemoFilter

By = Literal["theme", "code", "case"]
RowPer = Literal["excerpt", "coding"]
Attribution = Literal["none", "pseudonym", "place"]
Marks = Literal["«»", "“”"]
Order = Literal["", "document", "case", "time", "name", "use"]
Form = Literal["table", "text"]
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

    `order` is how rows follow one another within what they are sorted under: as the table does by
    itself (empty), by document, case, time, name, or what is used most first. `form` is a table or
    running text. `theme_id`, `code_id`, `case_id` and `document_id` show only what belongs to one
    of these, sub-themes and sub-codes included; `scheme_id` is the scheme of phases, the first
    where None, none at all where 0.
    `transposed` puts participants side by side instead of below one another (None: where there
    are 4 to 8). `valences` shows what hinders and furthers beside the rest, `examples` a quotation
    under each statement, `totals` how many there are of everything, `sources` where the excerpts
    behind a summary stand, `with_memos` the memos on each theme under its findings (None: as long
    as nothing is written of any). `checklist` is the name of one
    (of `reports.checklist`). `without` are participants who have no row of their own in the table
    of participants.
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
    order: Order = ""
    form: Form = "table"
    theme_id: int | None = None
    code_id: int | None = None
    case_id: int | None = None
    document_id: int | None = None
    scheme_id: int | None = None
    transposed: bool | None = None
    valences: bool = False
    examples: bool = False
    totals: bool = False
    sources: bool = False
    with_memos: bool | None = None
    checklist: str = "coreq"
    without: frozenset[int] = frozenset()
