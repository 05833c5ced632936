"""A report set as it will print: the same document model, on pages of A4."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtSvg import QSvgRenderer

from qualtool.core.report import (
    Block,
    Contents,
    Figure,
    Heading,
    Line,
    Margined,
    Report,
    Table,
    Text,
    caption,
    headline,
    sections,
)
from qualtool.formats.svg_words import FACE
from qualtool.ui.report.contents_setting import ContentsLine, set_contents
from qualtool.ui.report.lettering import (
    BODY,
    HAIR,
    HEADINGS,
    INK,
    LEAST_HEADING,
    QUIET,
    SMALL,
    TABLE,
    begin,
    face,
    insert,
    insert_runs,
)
from qualtool.ui.report.table_setting import (
    Room,
    cell_format,
    say_more,
    set_caption,
    set_head,
    set_table,
    table_format,
)

A4: Final = QSizeF(794, 1123)
MARGIN: Final = 76.0
QUOTATION: Final = 38.0  # how far a quotation that stands apart is set in
SLACK: Final = 24.0  # above and below a picture
LEAST_PICTURE: Final = 0.6  # of its size: smaller than that it rather begins a page
SHARPNESS: Final = 2  # dots of a drawing to a pixel of the page
_PICTURE: Final = "picture"


@dataclass(slots=True)
class Sheaf:
    """Pages of one size that follow one another, and how many rows were left out of them.

    `heading` and `opening` are the paragraphs that can be written in where they stand, by the
    number of the first and of the last.
    """

    document: QTextDocument
    size: QSizeF
    left_out: int = 0
    rows: int = 0  # that are set
    heading: int | None = None
    opening: tuple[int, int] | None = None
    begins: list[int] = field(default_factory=list)  # the paragraph that each block begins with
    pages: int = 0

    def box_of(self, what: str) -> QRectF | None:
        """Where the heading or the opening lies, to the right edge of the words."""
        numbers = self.opening
        if what == "heading":
            numbers = None if self.heading is None else (self.heading, self.heading)
        if numbers is None:
            return None
        layout, box = self.document.documentLayout(), QRectF()
        for number in range(numbers[0], numbers[1] + 1):
            box = box.united(layout.blockBoundingRect(self.document.findBlockByNumber(number)))
        box.setRight(self.size.width() - MARGIN)
        return box

    def page_of(self, place: int) -> int:
        """The page that block number `place` of this sheaf begins on, from 0."""
        at = self.document.findBlockByNumber(self.begins[place])
        top = self.document.documentLayout().blockBoundingRect(at).top()
        return int(top // self.size.height())

    @property
    def in_print(self) -> int:
        """How many pages it will be in print, about, where rows were left out."""
        return round(self.pages * (self.rows + self.left_out) / max(1, self.rows))


@dataclass(frozen=True, slots=True)
class Wished:
    """What the preview has that the print has not: words where an opening could stand."""

    opening: bool = False  # there is a text after the heading
    hint: str = ""  # said in its place where there is none
    contents: tuple[ContentsLine, ...] = ()  # what the contents list


AS_PRINTED: Final = Wished()


def sheaves(report: Report, wished: Wished = AS_PRINTED, room: Room | None = None) -> list[Sheaf]:
    """The report set on pages, a sheaf for each stretch of paper that lies the same way."""
    room = room or Room()
    return [
        _sheaf(lying, blocks, AS_PRINTED if number else wished, room)
        for number, (lying, blocks) in enumerate(sections(report))
    ]


def _sheaf(lying: bool, blocks: list[Block], wished: Wished, room: Room) -> Sheaf:
    size = A4.transposed() if lying else A4
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(face(BODY))
    document.setPageSize(size)
    document.setDocumentMargin(MARGIN)
    sheaf = Sheaf(document, size)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    width = size.width() - 2 * MARGIN
    for number, block in enumerate(blocks):
        sheaf.begins.append(cursor.blockNumber() + (number > 0))
        match block:
            case Heading():
                _set_heading(cursor, block)
                if sheaf.heading is None:
                    sheaf.heading = cursor.blockNumber()
                    if wished.hint and not wished.opening:
                        begin(cursor, below=8)
                        insert(cursor, wished.hint, size=BODY, italic=True, colour=HAIR)
                        sheaf.opening = (cursor.blockNumber(), cursor.blockNumber())
            case Contents():
                set_contents(cursor, block, wished.contents, width)
            case Text():
                before = cursor.blockNumber()
                _set_text(cursor, block)
                if wished.opening and number == 1:
                    sheaf.opening = (before + 1, cursor.blockNumber())
            case Table():
                left_out = set_table(cursor, block, width, room)
                sheaf.left_out += left_out
                sheaf.rows += sum(len(group.rows) for group in block.groups) - left_out
            case Figure():
                cursor.endEditBlock()  # only then it is known how far down the page it stands
                _set_figure(cursor, block, QSizeF(width, size.height() - 2 * MARGIN), number)
                cursor.beginEditBlock()
            case Margined():
                left_out = _set_margined(cursor, block, width, room)
                sheaf.left_out += left_out
                sheaf.rows += len(block.lines) - left_out
    cursor.endEditBlock()
    sheaf.pages = document.pageCount()
    return sheaf


def _set_heading(cursor: QTextCursor, heading: Heading) -> None:
    size = HEADINGS.get(heading.level, LEAST_HEADING)
    begin(cursor, above=10 if heading.level > 1 else 0, below=7)
    insert(cursor, headline(heading), size=size, bold=True)


def _set_text(cursor: QTextCursor, text: Text) -> None:
    for paragraph in text.paragraphs:
        if text.style == "list":
            begin(cursor, below=4, indent=20, hanging=14)
            insert(cursor, "•  ", size=BODY)
        else:
            begin(cursor, below=8, indent=QUOTATION if text.style == "quotation" else 0)
        insert_runs(cursor, paragraph, BODY)


def _set_figure(cursor: QTextCursor, figure: Figure, room: QSizeF, number: int) -> None:
    before = cursor.blockNumber()
    beside = sum(_height(words, room.width()) for words in (caption(figure), figure.note) if words)
    full = min(1.0, room.width() / figure.width, (room.height() - beside - SLACK) / figure.height)
    scale = min(full, (_left(cursor, room.height()) - beside - SLACK) / figure.height)
    anew = scale < full * LEAST_PICTURE
    scale = full if anew else scale
    if figure.caption_above:
        set_caption(cursor, caption(figure))
    size = QSizeF(figure.width * scale, figure.height * scale)
    name = f"{_PICTURE}{number}"
    document = cursor.document()
    kind = QTextDocument.ResourceType.ImageResource.value
    document.addResource(kind, QUrl(name), picture_of(figure, size))
    begin(cursor, above=4, below=4)
    exact = QTextBlockFormat()
    exact.setLineHeight(100, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    cursor.mergeBlockFormat(exact)
    shown = QTextImageFormat()
    shown.setName(name)
    shown.setWidth(size.width())
    shown.setHeight(size.height())
    cursor.insertImage(shown)
    if not figure.caption_above:
        set_caption(cursor, caption(figure))
    if figure.note:
        begin(cursor, below=8)
        insert(cursor, figure.note, size=SMALL, colour=QUIET)
    if anew:
        breaks = QTextBlockFormat()
        breaks.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(document.findBlockByNumber(before + 1)).mergeBlockFormat(breaks)


def _left(cursor: QTextCursor, high: float) -> float:
    """How much of the page, so high between its margins, is left below the cursor."""
    document = cursor.document()
    box = document.documentLayout().blockBoundingRect(cursor.block())
    return MARGIN + high - box.bottom() % document.pageSize().height()


def _height(words: str, width: float) -> float:
    """How high a caption or a note of a figure is, with what is above and below it."""
    measure = QFontMetricsF(face(TABLE))
    wrapped = int(Qt.TextFlag.TextWordWrap)
    return measure.boundingRect(QRectF(0, 0, width, 10_000), wrapped, words).height() * 1.06 + 14


def picture_of(figure: Figure, size: QSizeF) -> QImage:
    """The drawing at this size in pixels of the page, sharp when it is looked at closer."""
    if not figure.svg:
        return QImage.fromData(figure.png)
    image = QImage((size * SHARPNESS).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Qt takes a list of faces for the name of one.
    drawn = QSvgRenderer(QByteArray(figure.svg.replace(FACE.encode(), b"Inter")))
    drawn.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _set_margined(cursor: QTextCursor, text: Margined, width: float, room: Room) -> int:
    lines = text.lines[: max(1, room.rows)]
    room.rows -= len(lines)
    begin(cursor)
    grid = cursor.insertTable(len(lines) + 1, 4, table_format([0.5, 1.2, 6, 2], width))
    set_head(grid, list(text.heads))
    for row, line in enumerate(lines, 1):
        for place in range(4):
            at = grid.cellAt(row, place)
            look = cell_format()
            look.setTopPadding(1)
            look.setBottomPadding(1)
            at.setFormat(look)
            _set_line(at.firstCursorPosition(), line, place)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    left_out = len(text.lines) - len(lines)
    if left_out:
        say_more(cursor, left_out)
    return left_out


def _set_line(cursor: QTextCursor, line: Line, place: int) -> None:
    if place == 0:
        insert(cursor, line.number, size=SMALL, colour=QUIET)
    elif place == 1:
        insert(cursor, line.aside, size=SMALL, colour=QUIET)
    elif place == 2:
        for run in line.runs:
            colour = QUIET if run.muted else INK
            insert(cursor, run.text, bold=run.bold, italic=run.italic, colour=colour, tint=run.tint)
    else:
        for number, mark in enumerate(line.margin):
            if number:
                insert(cursor, "\n", size=SMALL)
            insert(cursor, mark.text, size=SMALL, tint=mark.colour)
