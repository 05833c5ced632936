"""A part of the findings: words of one's own, or a quotation under the words that lead up to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.findings import Part
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.reports.wording import informant, quoted_words
from qualtool.store.rows import ExcerptRow
from qualtool.ui import icons, theme
from qualtool.ui.dragging import mime_of_finding
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.quotation_button import QuotationButton

RULE: Final = 3
_WAYS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnWords(CommentField):
    """A field for what is written between the quotations, set to be read."""

    most_lines = 400  # it grows: the page scrolls, not the field

    def __init__(self, text: str, name: str, placeholder: str) -> None:
        super().__init__(text, name, placeholder=placeholder)
        self.setProperty("role", "meaning")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class Grip(QWidget):
    """What a part is dragged by."""

    def __init__(self, part_id: int) -> None:
        super().__init__()
        self._part_id = part_id
        self._from: QPoint | None = None
        self.setFixedWidth(16)
        self.setMinimumHeight(20)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to another place, or press Alt and an arrow key"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("faint"))
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(4 + 5 * column, 7 + 5 * row, 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        way = event.position().toPoint() - self._from
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._from = None
            drag = QDrag(self)
            drag.setMimeData(mime_of_finding(self._part_id))
            drag.exec(Qt.DropAction.MoveAction)


class PartView(QWidget):
    """Shows one part. Alt+Up and Alt+Down move it; Delete on the quotation takes it away."""

    written = Signal(int, str)
    move_wished = Signal(int, int)  # part, one up (-1) or down (1)
    removed = Signal(int)
    place_wished = Signal(int, int, int)

    def __init__(self, part: Part, colour: str, *, field: OwnWords | None = None) -> None:
        super().__init__()
        self.part = part
        self._colour = colour
        alone = part.kind == "text"
        self.field = field or OwnWords(
            part.text,
            _("Your own words") if alone else _("Words that lead up to the quotation"),
            _("Write …") if alone else _("Lead up to the quotation …"),
        )
        self.field.written.connect(lambda words: self.written.emit(self.part.id, words))
        self.field.installEventFilter(self)
        self.quotation: QuotationButton | None = None
        self.away: QToolButton | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.field)
        if not alone:
            self._column.addWidget(self._quotation())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._grip = Grip(part.id)
        row.addWidget(self._grip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        self.note = QLabel()
        self.note.setProperty("role", "caution")
        self.note.setWordWrap(True)
        self.note.hide()
        self._column.addWidget(self.note)

    def show_part(self, part: Part, *, held_back: bool) -> None:
        """Show the part as it is now; what is being written stays."""
        self.part = part
        self.field.show_text(part.text)
        words = ""
        if part.kind == "quotation" and part.excerpt is None:
            words = _("The words of this quotation are gone from the document.")
        elif held_back:
            words = _("Must not be quoted: it is left out of what is written to a file.")
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def only_read(self) -> None:
        """Let nothing be written or moved here."""
        self.field.setReadOnly(True)
        self._grip.hide()
        if self.away is not None:
            self.away.hide()

    def stops(self) -> list[QWidget]:
        """What the keys come to from above to below."""
        more = [each for each in (self.quotation, self.away) if each is not None]
        return [self.field, *more]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.part.id)
        elif not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.field.tell()
        self.move_wished.emit(self.part.id, way)
        return True

    def _quotation(self) -> QWidget:
        whole = QWidget()
        whole.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(whole)
        row.setContentsMargins(20, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(_Rule(self._colour))
        excerpt = self.part.excerpt
        if excerpt is not None:
            said = self.quotation = QuotationButton(quoted_words(excerpt), about(excerpt))
            span = (excerpt.document_id, excerpt.start, excerpt.end)
            said.clicked.connect(lambda: self.place_wished.emit(*span))
            said.installEventFilter(self)  # a button takes the arrows for itself
            row.addWidget(said, 1)
        else:
            row.addStretch(1)
        away = self.away = QToolButton()
        away.setIconSize(QSize(14, 14))
        away.setIcon(icons.icon("close"))
        away.setAccessibleName(_("Take the quotation away"))
        away.setToolTip(_("Take the quotation away"))
        away.clicked.connect(lambda: self.removed.emit(self.part.id))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return whole


class _Rule(QWidget):
    """The line at the left of a quotation, in its theme's colour."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedWidth(RULE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().code_colour(self._colour).mark)
        painter.end()


def about(excerpt: ExcerptRow) -> str:
    """Who a quotation is from, and where it was said."""
    who = informant(excerpt, language()) or excerpt.document
    return f"{who} · {excerpt.place}"
