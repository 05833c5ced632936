"""The large buttons of the welcome screen: the ways in, and the projects opened last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, icons, theme
from qualtool.ui.document_words import worded_date


class WayIn(QAbstractButton):
    """A way into the program: an icon, what it is, and a line that says more."""

    def __init__(self, icon: str, title: str, about: str, keys: str = "") -> None:
        super().__init__()
        self._icon, self._about, self._keys = icon, about, keys
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(fonts.interface(14, bold=True))
        about = QFontMetricsF(fonts.interface(12))
        width = max(title.horizontalAdvance(self.text()), about.horizontalAdvance(self._about))
        return QSize(round(width) + 84, round(title.height() + about.height()) + 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(look.colour("focus" if self.hasFocus() else "line"))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        middle = box.height() / 2
        icons.paint(painter, self._icon, QRectF(18, middle - 11, 22, 22), look.colour("accent"))
        title, about = fonts.interface(14, bold=True), fonts.interface(12)
        heights = QFontMetricsF(title).height(), QFontMetricsF(about).height()
        top = middle - (sum(heights) + 3) / 2
        room = box.width() - 58 - 16
        painter.setFont(title)
        painter.setPen(look.colour("ink"))
        words = QFontMetricsF(title).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(58, top, room, heights[0]), Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(about)
        painter.setPen(look.colour("muted"))
        line = QFontMetricsF(about).elidedText(self._about, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(58, top + heights[0] + 3, room, heights[1]), 0, line)
        if self._keys:
            corner = QRectF(58, top, room, heights[0])
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight, self._keys)


class RecentProject(QAbstractButton):
    """A project opened before: its name, the folder, and when it was last changed."""

    forget_wished = Signal(str)

    def __init__(self, path: str) -> None:
        super().__init__()
        file = Path(path)
        self.path = path
        self._folder, self._when = _folder_in_words(file), _when(file)
        self.setText(file.stem)
        self.setAccessibleName(file.stem)
        self.setAccessibleDescription(f"{self._folder}, {self._when}")
        self.setToolTip(path)
        forget = QAction(_("Take off this list"), self)
        forget.triggered.connect(lambda _on=False: self.forget_wished.emit(path))
        self.addAction(forget)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forget_wished.emit(self.path)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        lines = (
            QFontMetricsF(fonts.interface(13)).height()
            + QFontMetricsF(fonts.interface(11)).height()
        )
        return QSize(200, round(lines) + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(look.colour("focus" if self.hasFocus() else "hover"))
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        name, small = fonts.interface(13, weight=fonts.MEDIUM), fonts.interface(11)
        heights = QFontMetricsF(name).height(), QFontMetricsF(small).height()
        top = (box.height() - sum(heights) - 2) / 2
        left, room = 12.0, box.width() - 24
        when = QFontMetricsF(small).horizontalAdvance(self._when)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        line = QRectF(left, top, room, heights[0])
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._when
        )
        folder = QFontMetricsF(small).elidedText(self._folder, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(left, top + heights[0] + 2, room, heights[1]), 0, folder)
        painter.setFont(name)
        painter.setPen(look.colour("ink"))
        words = QFontMetricsF(name).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room - when - 12
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)


def _folder_in_words(file: Path) -> str:
    folder = str(file.parent)
    home = str(Path.home())
    return "~" + folder[len(home) :] if folder.startswith(home) else folder


def _when(file: Path) -> str:
    try:
        changed = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return _("not found")
    return worded_date(changed.date().isoformat())
