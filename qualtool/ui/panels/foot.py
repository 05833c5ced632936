"""The line at the foot: what just happened, and the way back from it; how things stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.jobs import State
from qualtool.ui.notices import Notice, Way
from qualtool.ui.panels.elided import ElidedLabel

HEIGHT = 28


class Foot(QWidget):
    """Shows notices at the left, the running job beside them, and the state at the right."""

    cancel_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        self._notice: Notice | None = None
        self._quiet = False
        self._words = ElidedLabel(role="foot")
        self._words.setAccessibleName(_("What just happened"))
        self.way, self.other = QPushButton(), QPushButton()
        for link in (self.way, self.other):
            link.setProperty("role", "link")
            link.hide()
        self._ways: tuple[Way | None, Way | None] = (None, None)
        self.way.clicked.connect(lambda: self._go(0))
        self.other.clicked.connect(lambda: self._go(1))
        self._job = ElidedLabel(role="foot")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "link")
        self.cancel.clicked.connect(self.cancel_wished)
        self._place, self._state = "", ""
        self._standing = QLabel()
        self._standing.setProperty("role", "foot")
        self._standing.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._words)
        row.addWidget(self.way)
        row.addWidget(self.other)
        row.addSpacing(10)
        for part in (self._job, self._bar, self.cancel):
            row.addWidget(part)
            part.hide()
        row.addStretch(1)
        row.addWidget(self._standing)

    def set_quiet(self, quiet: bool) -> None:
        """Be there only while there is something to say, as on the welcome screen."""
        self._quiet = quiet
        self._appear()

    def show_notice(self, notice: Notice | None) -> None:
        """Say one thing; nothing for None."""
        self._notice = notice
        self._words.setText(notice.words if notice else "")
        self._words.setToolTip("")
        self._words.setProperty("kind", notice.kind if notice else "done")
        self._words.style().polish(self._words)
        self._ways = (notice.way, notice.other) if notice else (None, None)
        for link, way in zip((self.way, self.other), self._ways, strict=True):
            link.setVisible(way is not None)
            if way is not None:
                link.setText(way.words)
        if notice is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.words))
        self._appear()

    def show_job(self, state: State | None) -> None:
        """Show how far a job is; nothing for None."""
        for part in (self._job, self._bar, self.cancel):
            part.setVisible(state is not None)
        if state is not None:
            self._job.setText(state.words)
            self._bar.setRange(0, state.total)
            self._bar.setValue(state.done)
        self._appear()

    def show_place(self, words: str) -> None:
        """Where the reader stands."""
        self._place = words
        self._stand()

    def show_state(self, words: str) -> None:
        """How the project stands: saved, or for reading only."""
        self._state = words
        self._stand()

    def state(self) -> str:
        """How it says the project stands."""
        return self._state

    def _stand(self) -> None:
        self._standing.setText(" · ".join(each for each in (self._place, self._state) if each))

    def _appear(self) -> None:
        self.setVisible(not self._quiet or self._notice is not None or self._bar.isVisibleTo(self))

    def _go(self, which: int) -> None:
        way = self._ways[which]
        if way is not None:
            way.act()
