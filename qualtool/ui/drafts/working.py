"""What is shown while a draft is being checked: how far it is, and the way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _

WIDE = 280


class WorkingPane(QWidget):
    """A name, a line that grows, and a button."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("role", "empty-title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line = QProgressBar()
        self.line.setTextVisible(False)
        self.line.setFixedWidth(WIDE)
        self.stop = QPushButton(_("Stop"))
        self.stop.clicked.connect(lambda _on=False: self.stopped.emit())
        self.setFocusProxy(self.stop)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (self._title, self.line, self.stop):
            column.addWidget(part, 0, middle)
        column.addStretch(3)

    def show_name(self, name: str) -> None:
        """Say which draft it is; nothing is done of it yet."""
        words = _("Checking “{file}”").format(file=name)
        self._title.setText(words)
        self.line.setAccessibleName(words)
        self.line.setRange(0, 0)

    def show_far(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.line.setRange(0, total)
        self.line.setValue(done)
