"""A report laid out as it will print: the same document model, set on pages of A4."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from qualtool.core.report import (
    Cell,
    Group,
    Heading,
    Paragraph,
    Report,
    Table,
    Text,
    caption,
    shown,
)
from qualtool.ui import fonts

# Points become pixels at this scale, so that a page is 794 pixels wide (96 to the inch).
PER_POINT = 96 / 72
A4 = QSizeF(794, 1123)
MARGIN = 76.0
MOST_ROWS = 120  # more would take longer to lay out than anyone looks at them here

INK, QUIET = QColor("#1E2126"), QColor("#5C626B")
RULE, HAIR = QColor("#1E2126"), QColor("#B9B6AE")


def page_size(report: Report) -> QSizeF:
    """The size of the report's pages in pixels: A4, lying where its table lies."""
    lying = any(isinstance(block, Table) and block.landscape for block in report.blocks)
    return A4.transposed() if lying else A4


def laid_out(report: Report) -> tuple[QTextDocument, int]:
    """The report as a document set on pages, and how many rows were left out of it."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    size = page_size(report)
    document.setDefaultFont(_font(10))
    document.setPageSize(size)
    document.setDocumentMargin(MARGIN)
    cursor = QTextCursor(document)
    left_out = 0
    for block in report.blocks:
        match block:
            case Heading():
                _write(cursor, block.text, size=16 - 2 * block.level, bold=True, below=6)
            case Text():
                for paragraph in block.paragraphs:
                    _start(cursor, below=8, indent=24 if block.style == "quotation" else 0)
                    _insert_runs(cursor, paragraph, 10)
            case Table():
                left_out += _write_table(cursor, block, size.width() - 2 * MARGIN)
    return document, left_out


def _write_table(cursor: QTextCursor, table: Table, width: float) -> int:
    if table.caption_above:
        _write(cursor, caption(table), size=10, italic=True, below=4)
    left_out = 0
    if table.groups:
        left_out = _write_rows(cursor, table, width)
    else:
        _write(cursor, table.empty, size=10, colour=QUIET, below=8)
    if not table.caption_above:
        _write(cursor, caption(table), size=10, italic=True, below=4, above=4)
    if table.note:
        _write(cursor, table.note, size=9, colour=QUIET, below=8)
    return left_out


def _write_rows(cursor: QTextCursor, table: Table, width: float) -> int:
    columns = shown(table)
    groups, left_out = _first(table)
    rows = 1 + sum(len(group.rows) + table.headed for group in groups)
    _start(cursor, below=0)
    grid = cursor.insertTable(rows, len(columns), _table_format(table, columns, width))
    for place, column in enumerate(columns):
        at = grid.cellAt(0, place)
        at.setFormat(_cell_format(top=RULE, bottom=RULE))
        _insert(at.firstCursorPosition(), table.columns[column].title, bold=True)
    line = 1
    for group in groups:
        if table.headed:
            grid.mergeCells(line, 0, 1, len(columns))
            at = grid.cellAt(line, 0)
            at.setFormat(_cell_format(bottom=HAIR))
            words = f"{group.title}  {group.note}" if group.note else group.title
            _insert(at.firstCursorPosition(), words, bold=True)
            line += 1
        for row in group.rows:
            for place, column in enumerate(columns):
                cell = row.cells[column]
                if cell is not None:
                    _fill(grid, line, place, cell, rows)
            line += 1
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return left_out


def _fill(grid: QTextTable, line: int, place: int, cell: Cell, rows: int) -> None:
    reach = min(cell.rows, rows - line)
    if reach > 1:
        grid.mergeCells(line, place, reach, 1)
    last = line + reach == rows
    at = grid.cellAt(line, place)
    at.setFormat(_cell_format(bottom=RULE if last else HAIR))
    cursor = at.firstCursorPosition()
    for number, paragraph in enumerate(cell.paragraphs):
        if number:
            block = QTextBlockFormat()
            block.setTopMargin(8)
            cursor.insertBlock(block)
        _insert_runs(cursor, paragraph, 9.5)


def _first(table: Table) -> tuple[list[Group], int]:
    """The groups that the first `MOST_ROWS` rows fill, whole rows that cells reach over kept."""
    kept: list[Group] = []
    room = MOST_ROWS
    total = sum(len(group.rows) for group in table.groups)
    for group in table.groups:
        if room <= 0:
            break
        rows = group.rows[:room]
        while len(rows) < len(group.rows) and None in group.rows[len(rows)].cells:
            rows = group.rows[: len(rows) + 1]
        kept.append(Group(group.title, rows, group.note))
        room -= len(rows)
    return kept, total - sum(len(group.rows) for group in kept)


def _table_format(table: Table, columns: tuple[int, ...], width: float) -> QTextTableFormat:
    look = QTextTableFormat()
    look.setBorder(0)
    look.setCellSpacing(0)
    look.setCellPadding(0)
    look.setBorderCollapse(True)
    look.setHeaderRowCount(1)
    look.setWidth(QTextLength(QTextLength.Type.FixedLength, width))
    total = sum(table.columns[column].width for column in columns)
    look.setColumnWidthConstraints(
        [
            QTextLength(QTextLength.Type.FixedLength, width * table.columns[column].width / total)
            for column in columns
        ]
    )
    look.setBottomMargin(8)
    return look


def _cell_format(
    *, top: QColor | None = None, bottom: QColor | None = None
) -> QTextTableCellFormat:
    look = QTextTableCellFormat()
    look.setTopPadding(4)
    look.setBottomPadding(5)
    look.setRightPadding(10)
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


def _write(
    cursor: QTextCursor,
    words: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    colour: QColor = INK,
    above: float = 0,
    below: float = 0,
) -> None:
    _start(cursor, above=above, below=below)
    _insert(cursor, words, size=size, bold=bold, italic=italic, colour=colour)


def _start(cursor: QTextCursor, *, above: float = 0, below: float = 0, indent: float = 0) -> None:
    look = QTextBlockFormat()
    look.setTopMargin(above * PER_POINT)
    look.setBottomMargin(below * PER_POINT)
    look.setLeftMargin(indent)
    look.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() == 0 and cursor.block().length() == 1:
        cursor.setBlockFormat(look)
    else:
        cursor.insertBlock(look)


def _insert_runs(cursor: QTextCursor, paragraph: Paragraph, size: float) -> None:
    for run in paragraph.runs:
        colour = QUIET if run.muted else INK
        _insert(cursor, run.text, size=size, bold=run.bold, italic=run.italic, colour=colour)


def _insert(
    cursor: QTextCursor,
    words: str,
    *,
    size: float = 9.5,
    bold: bool = False,
    italic: bool = False,
    colour: QColor = INK,
) -> None:
    look = QTextCharFormat()
    look.setFont(_font(size, bold=bold, italic=italic))
    look.setForeground(colour)
    cursor.insertText(words.replace("\n", "\u2028"), look)


def _font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    font = fonts.reading(points * PER_POINT)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
