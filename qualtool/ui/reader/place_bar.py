"""The bar above the text in which a place is typed to go there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qualtool.core.errors import QualtoolError
from qualtool.core.jumps import Known, offset_of, wanted_place
from qualtool.i18n import gettext as _
from qualtool.ui import icons
from qualtool.ui.reader.reader import Reader


class PlaceBar(QWidget):
    """Goes to a paragraph, line, page or time of the document that is shown."""

    went = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Go to a place"))
        self.field.setFixedWidth(160)
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(self._tell)
        self.words = QLabel()
        self.words.setProperty("role", "quiet")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        away = QToolButton()
        away.setIcon(icons.icon("close"))
        away.setProperty("role", "flat")
        away.setAccessibleName(_("Close"))
        away.setToolTip(_("Close"))
        away.clicked.connect(self.close_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(QLabel(_("Go to")))
        row.addWidget(self.field)
        row.addWidget(self.words, 1)
        row.addWidget(away)
        self.setFixedHeight(40)
        self.hide()

    def open(self) -> None:
        """Show the bar, its field at hand."""
        if self._reader.view.page is None:
            return
        self._tell()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_up(self) -> None:
        """Take the bar away."""
        self.hide()
        self._reader.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        """Say what may be typed, as far as the document has it."""
        page = self._reader.view.page
        reading = page.reading if page is not None else None
        parts = [_("line") if reading and reading.citation == "line" else _("paragraph")]
        if reading is not None and any(each.kind == "page" for each in reading.locators):
            parts.append(_("page: p. 12"))
        if reading is not None and (
            reading.anchors or any(turn.start_ms is not None for turn in reading.turns)
        ):
            parts.append(_("time: 05:12"))
        self.words.setText(" · ".join(parts))

    def _go(self) -> None:
        page = self._reader.view.page
        if page is None:
            return
        reading = page.reading
        place = wanted_place(self.field.text(), reading.citation)
        if place is None:
            self._say(_("Write a number, a page such as p. 12, or a time such as 05:12."))
            return
        known = Known(reading.text, reading.turns, reading.anchors, reading.locators)
        try:
            offset = offset_of(place, known)
        except QualtoolError as error:
            self._say(str(error))
            return
        self.close_up()
        number = page.pieces.at(offset)
        self._reader.reveal(offset)
        self._reader.view.flash(offset, page.pieces.ends[number])
        self.went.emit()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.field.selectAll()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
