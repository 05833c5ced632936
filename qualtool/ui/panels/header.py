"""The line at the top: which project, how much it holds, the search, and who is coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import theme
from qualtool.ui.panels.elided import ElidedLabel

if TYPE_CHECKING:
    from qualtool.store.rows import StudyRow

HEIGHT, SEARCH = 44, 280


class SearchButton(QPushButton):
    """Looks like a field and opens the command palette; shows the keys that do so at its right."""

    def __init__(self, keys: str) -> None:
        super().__init__(_("Search or do something …"))
        self._keys = keys
        self.setProperty("role", "search")
        self.setAccessibleName(_("Search or do something"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(SEARCH)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(SEARCH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self.fontMetrics().horizontalAdvance(self.text())
        keys = self.fontMetrics().horizontalAdvance(self._keys)
        if self.width() > words + keys + 40:
            painter = QPainter(self)
            painter.setPen(theme.current().colour("muted"))
            box = self.rect().adjusted(0, 0, -11, 0)
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, middle, self._keys)


class CoderChip(QPushButton):
    """Who is coding; the disc says that somebody is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("coder"))
        painter.drawEllipse(QPointF(16, self.height() / 2), 5, 5)


class Header(QWidget):
    """Shows the project; a workspace may put a widget of its own beside the counts."""

    search_wished = Signal()
    coder_wished = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        self._name = ElidedLabel(role="strong")
        self._counts = ElidedLabel(role="quiet")
        self._slot = QHBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._guest: QWidget | None = None
        self.search = SearchButton(keys)
        self.search.clicked.connect(self.search_wished)
        self.coder = CoderChip()
        self.coder.clicked.connect(self.coder_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        row.addWidget(self._name)
        row.addWidget(self._counts)
        row.addLayout(self._slot)
        row.addStretch(1)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.coder, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_study(self, study: StudyRow, coder: str) -> None:
        """Name the project, what it holds, and who is coding."""
        self._name.setText(study.name)
        counts = (
            ngettext("{count} document", "{count} documents", study.documents).format(
                count=study.documents
            ),
            ngettext("{count} code", "{count} codes", study.codes).format(count=study.codes),
            ngettext("{count} theme", "{count} themes", study.themes).format(count=study.themes),
        )
        self._counts.setText(" · ".join(counts))
        self.coder.setText(coder or _("Who is coding?"))
        self.coder.setAccessibleName(
            _("Coder: {name}").format(name=coder) if coder else _("Who is coding?")
        )

    def counts(self) -> str:
        """What it says the project holds."""
        return self._counts.text()

    def show_guest(self, guest: QWidget | None) -> None:
        """Let a workspace's own widget stand beside the counts; None takes the last one away."""
        if self._guest is guest:
            return
        if self._guest is not None:
            self._slot.removeWidget(self._guest)
            self._guest.hide()
            self._guest.setParent(None)
        self._guest = guest
        if guest is not None:
            self._slot.addWidget(guest)
            guest.show()
