"""A table set on the pages of the preview, as many of its rows as are looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from qualtool.core.report import Cell, Group, Row, Table, caption, filled, shown
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.report.lettering import (
    BODY,
    HAIR,
    QUIET,
    RULE,
    SMALL,
    TABLE,
    begin,
    face,
    insert,
    insert_runs,
)

MOST_ROWS: Final = 120  # more would take longer to lay out than anyone looks at them here
MOST_CHARACTERS: Final = 24_000  # in the longest cells of the rows
BESIDE: Final = 12.0  # of the width of a column, no words; pixels


@dataclass(slots=True)
class Room:
    """How much more is set; `cut` where something was left out within a cell.

    `passed` is how many rows of tables are passed over before that.
    """

    rows: int = MOST_ROWS
    passed: int = 0
    characters: int = MOST_CHARACTERS
    cut: bool = False

    @property
    def is_full(self) -> bool:
        """Whether nothing more is set."""
        return self.rows <= 0 or self.characters <= 0


def set_table(cursor: QTextCursor, table: Table, width: float, room: Room) -> int:
    """Set a table with its caption and note; how many rows were left out of it."""
    if table.caption_above:
        set_caption(cursor, caption(table))
    left_out = 0
    if table.groups:
        left_out = _set_rows(cursor, table, width, room)
    else:
        begin(cursor, below=8)
        insert(cursor, table.empty, size=BODY, colour=QUIET)
    if not table.caption_above:
        set_caption(cursor, caption(table), above=4)
    if table.note:
        begin(cursor, above=3, below=8)
        insert(cursor, table.note, size=SMALL, colour=QUIET)
    return left_out


def set_caption(cursor: QTextCursor, words: str, *, above: float = 4) -> None:
    """Set the caption of a table or a figure."""
    if words:
        begin(cursor, above=above, below=5)
        insert(cursor, words, size=TABLE, italic=True, colour=QUIET)


def first_groups(table: Table, room: Room) -> tuple[list[Group], int]:
    """The groups and rows there is room for, and how many rows more there are.

    A cell that alone is longer than the room is cut after a paragraph.
    """
    kept: list[Group] = []
    taken = 0
    for group in table.groups:
        rows: list[Row] = []
        for row, whole in zip(group.rows, filled(group), strict=True):
            if room.passed > 0:
                room.passed -= 1
                continue
            if room.is_full:
                break
            if not rows and row is not group.rows[0]:  # what begins above it is said again
                row = Row(tuple(replace(each, rows=1) for each in whole))
            rows.append(_cut(row, room))
        if rows:
            kept.append(Group(group.title, tuple(rows), group.note))
        taken += len(rows)
        if room.is_full:
            break
    return kept, sum(len(group.rows) for group in table.groups) - taken


def _cut(row: Row, room: Room) -> Row:
    """The row as far as there is room for it; it is taken from the room."""
    room.rows -= 1
    least = room.characters
    cells: list[Cell | None] = []
    for cell in row.cells:
        if cell is None:
            cells.append(None)
            continue
        left, paragraphs = room.characters, []
        for paragraph in cell.paragraphs:
            paragraphs.append(paragraph)
            left -= sum(len(run.text) for run in paragraph.runs)
            if left <= 0:
                break
        if len(paragraphs) < len(cell.paragraphs):
            room.cut = True
            cell = replace(cell, paragraphs=tuple(paragraphs))
        least = min(least, left)
        cells.append(cell)
    room.characters = least
    return Row(tuple(cells))


def table_format(shares: list[float], width: float) -> QTextTableFormat:
    """A table of this width without lines, its columns sharing the width."""
    look = QTextTableFormat()
    look.setBorder(0)
    look.setCellSpacing(0)
    look.setCellPadding(0)
    look.setBorderCollapse(True)
    look.setHeaderRowCount(1)
    fixed = QTextLength.Type.FixedLength
    look.setWidth(QTextLength(fixed, width))
    total = sum(shares)
    look.setColumnWidthConstraints([QTextLength(fixed, width * each / total) for each in shares])
    look.setBottomMargin(8)
    return look


def fitted(shares: list[float], titles: list[str], width: float) -> list[float]:
    """The widths of the columns in pixels, none so narrow that a word of its head is divided.

    What the narrow ones need is taken from those that have more, as long as they have it.
    """
    measure = QFontMetricsF(face(TABLE, bold=True))
    wide = [width * share / sum(shares) for share in shares]
    least = [
        max(map(measure.horizontalAdvance, title.split()), default=0.0) + BESIDE for title in titles
    ]
    both = list(zip(wide, least, strict=True))
    short = sum(max(0.0, need - has) for has, need in both)
    spare = sum(max(0.0, has - need) for has, need in both)
    if short > spare:
        return wide
    return [
        need if has <= need else has - (has - need) * short / max(spare, 1.0) for has, need in both
    ]


def cell_format(*, top: QColor | None = None, bottom: QColor | None = None) -> QTextTableCellFormat:
    """A cell with a line above or below it."""
    look = QTextTableCellFormat()
    look.setTopPadding(4)
    look.setBottomPadding(5)
    look.setRightPadding(BESIDE - 2)
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    if top is not None:
        look.setTopBorder(1)
        look.setTopBorderBrush(top)
        look.setTopBorderStyle(solid)
    if bottom is not None:
        look.setBottomBorder(1)
        look.setBottomBorderBrush(bottom)
        look.setBottomBorderStyle(solid)
    return look


def set_head(grid: QTextTable, titles: list[str]) -> None:
    """Set the heads of the columns between two rules."""
    for place, title in enumerate(titles):
        at = grid.cellAt(0, place)
        at.setFormat(cell_format(top=RULE, bottom=RULE))
        insert(at.firstCursorPosition(), title, bold=True)


def _set_rows(cursor: QTextCursor, table: Table, width: float, room: Room) -> int:
    columns = shown(table)
    before = min(room.passed, sum(len(group.rows) for group in table.groups))
    groups, left_out = first_groups(table, room)
    if before:
        say_more(cursor, before)
    rows = 1 + sum(len(group.rows) + table.headed for group in groups)
    begin(cursor)
    titles = [table.columns[column].title for column in columns]
    shares = fitted([table.columns[column].width for column in columns], titles, width)
    grid = cursor.insertTable(rows, len(columns), table_format(shares, width))
    set_head(grid, titles)
    line = 1
    for group in groups:
        if table.headed:
            grid.mergeCells(line, 0, 1, len(columns))
            at = grid.cellAt(line, 0)
            at.setFormat(cell_format(bottom=HAIR))
            words = f"{group.title}  {group.note}" if group.note else group.title
            insert(at.firstCursorPosition(), words, bold=True)
            line += 1
        for row in group.rows:
            for place, column in enumerate(columns):
                cell = row.cells[column]
                if cell is not None:
                    _fill(grid, line, place, cell, rows)
            line += 1
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if left_out > before or room.cut:
        say_more(cursor, left_out - before)
    return left_out


def say_more(cursor: QTextCursor, left_out: int) -> None:
    """Say that the export goes on where the preview ends."""
    more = ngettext(
        "… {count} row more in the export", "… {count} rows more in the export", left_out
    )
    begin(cursor, above=4, below=8)
    words = more.format(count=left_out) if left_out else _("… more in the export")
    insert(cursor, words, size=TABLE, italic=True, colour=QUIET)


def _fill(grid: QTextTable, line: int, place: int, cell: Cell, rows: int) -> None:
    reach = min(cell.rows, rows - line)
    if reach > 1:
        grid.mergeCells(line, place, reach, 1)
    last = line + reach == rows
    at = grid.cellAt(line, place)
    at.setFormat(cell_format(bottom=RULE if last else HAIR))
    cursor = at.firstCursorPosition()
    for number, paragraph in enumerate(cell.paragraphs):
        if number:
            block = QTextBlockFormat()
            block.setTopMargin(8)
            cursor.insertBlock(block)
        insert_runs(cursor, paragraph, TABLE)
