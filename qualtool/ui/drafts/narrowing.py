"""What stands above the list of quotations: the verdicts, the words looked for, what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.drafts import wording
from qualtool.ui.drafts.chips import Chips
from qualtool.ui.drafts.model import Wanted
from qualtool.ui.panels.elided import ElidedLabel

PAUSE_MS = 120  # after which what was typed is looked for


class Narrowing(QWidget):
    """Holds what is wanted; whoever shows quotations listens to it."""

    changed = Signal()
    left_down = Signal()  # the keys go on to the list

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Wanted()
        self.verdicts = Chips(wording.kinds())
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Search the quotations …"))
        self.field.setAccessibleName(_("Search the quotations"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._only = ElidedLabel(role="quiet")
        self._all = QPushButton(_("Show all"))
        self._all.setProperty("role", "link")
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(PAUSE_MS)
        self._typed.timeout.connect(self._look)
        self.field.textChanged.connect(lambda _words: self._typed.start())
        self.verdicts.pressed.connect(lambda verdict: self.want(verdict=verdict))
        self._all.clicked.connect(lambda _on=False: self.show_all())
        only = QHBoxLayout()
        only.addWidget(self._only)
        only.addWidget(self._all)
        only.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.verdicts)
        column.addWidget(self.field)
        column.addLayout(only)
        self._show_only()

    def want(self, **parts: object) -> None:
        """Want something else of these: verdict, informant, theme, words."""
        self.wanted = replace(self.wanted, **parts)  # type: ignore[arg-type]  # named by callers
        self._show_only()
        self.changed.emit()

    def show_all(self) -> None:
        """Want every quotation."""
        self.wanted = Wanted()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._show_only()
        self.changed.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are of each verdict."""
        self.verdicts.show_counts(counts, self.wanted.verdict)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter goes on to the list; Escape empties the field, then shows all."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._look()
                    self.left_down.emit()
                    return True
                case Qt.Key.Key_Escape:
                    self.show_all()
                    self.left_down.emit()
                    return True
        return False

    def _look(self) -> None:
        self._typed.stop()
        if self.field.text() != self.wanted.words:
            self.want(words=self.field.text())

    def _show_only(self) -> None:
        parts = [part for part in (self.wanted.informant, self.wanted.theme) if part]
        self._only.setText(" · ".join(parts))
        self._only.setVisible(bool(parts))
        self._all.setVisible(self.wanted != Wanted())
