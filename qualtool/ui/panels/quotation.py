"""What was said, in the inspector: a long passage is shortened until all of it is asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qualtool.core.counting import words as words_in
from qualtool.core.offsets import offsets_of
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.panels.short_label import lines_of

LINES: Final = 8
_SPARED: Final = 2  # so many lines more are shown rather than left out
_GAP: Final = " … "


class Quotation(QWidget):
    """Its first lines and its last words, and a link to the rest.

    What is copied across the words left out has them in it.
    """

    opened = Signal(bool)  # whether all of it is to be shown from now on

    def __init__(self, words: str, *, whole: bool) -> None:
        super().__init__()
        self._whole = words
        self._opened = whole
        self.words = _Words(words)
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self.link.setObjectName("whole-quotation")
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.link.clicked.connect(self._turn)
        self.link.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _turn(self) -> None:
        self._opened = not self._opened
        self._fit()
        self.opened.emit(self._opened)

    def _fit(self) -> None:
        self.words.ensurePolished()
        font = self.words.font()
        lines = lines_of(self._whole, font, self.width(), LINES + _SPARED + 1)
        long = len(lines) > LINES + _SPARED
        if long and not self._opened:
            head = "".join(lines[: LINES - 1]).rstrip()
            room = round(self.width() / QFontMetricsF(font).averageCharWidth() * 0.8)
            tail = self._whole[-room:].partition(" ")[2] or self._whole[-room:]
            self.words.show_ends(head, tail)
        else:
            self.words.show_ends(self._whole, "")
        count = words_in(self._whole)
        self.link.setText(
            _("Show less")
            if self._opened
            else ngettext("Show all {count} word", "Show all {count} words", count).format(
                count=count
            )
        )
        self.link.setVisible(long)


class _Words(QLabel):
    def __init__(self, whole: str) -> None:
        super().__init__(whole)
        self._whole = whole
        self._head = len(whole)
        self.setAccessibleName(whole)
        self.setProperty("role", "quotation")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_ends(self, head: str, tail: str) -> None:
        shown = f"{head}{_GAP}{tail}" if tail else head
        self._head = len(head)
        # The menu of the mouse would copy what is shown, and not what is left out.
        self.setContextMenuPolicy(
            Qt.ContextMenuPolicy.NoContextMenu if tail else Qt.ContextMenuPolicy.DefaultContextMenu
        )
        if shown != self.text():
            self.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selectedText()
        start = offsets_of(self.text()).to_code_points(self.selectionStart())
        gap = chosen.find(_GAP, max(0, self._head - start))
        if not event.matches(QKeySequence.StandardKey.Copy) or not chosen or gap < 0:
            super().keyPressEvent(event)
            return
        after = len(self.text()) - start - len(chosen)
        until = len(self._whole) - after
        QGuiApplication.clipboard().setText(self._whole[start:until])
