"""The small parts of the code palette: what has been chosen so far, and which keys there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.reader.candidates import Candidate

_ROW: Final = 22
_GAP: Final = 6
_EDGE: Final = 14
_HINT: Final = 32


class Chips(QWidget):
    """The codes that will be applied together, each with its colour; they wrap to new lines."""

    def __init__(self) -> None:
        super().__init__()
        self._candidates: Sequence[Candidate] = ()
        self.hide()

    def show_chips(self, candidates: Sequence[Candidate]) -> None:
        """Show these, or nothing."""
        self._candidates = candidates
        self.setVisible(bool(candidates))
        self.setAccessibleName(", ".join(each.name for each in candidates))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return int(boxes[-1].bottom()) + _GAP if boxes else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.interface(12))
        metrics = QFontMetricsF(fonts.interface(12))
        for candidate, box in zip(self._candidates, self._boxes(self.width()), strict=True):
            code = theme.current().code_colour(candidate.colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(code.tint)
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(theme.current().colour("ink"))
            room = box.adjusted(8, 0, -8, 0)
            cut = metrics.elidedText(candidate.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()

    def _boxes(self, width: int) -> list[QRectF]:
        metrics = QFontMetricsF(fonts.interface(12))
        boxes: list[QRectF] = []
        x, y = float(_EDGE), 8.0
        for candidate in self._candidates:
            wide = min(metrics.horizontalAdvance(candidate.name) + 17, width - 2 * _EDGE)
            if x + wide > width - _EDGE and x > _EDGE:
                x, y = float(_EDGE), y + _ROW + 4
            boxes.append(QRectF(x, y, wide, _ROW))
            x += wide + _GAP
        return boxes


class Hint(QWidget):
    """The line at the foot that names the keys, or says why a name cannot be given.

    Of the keys, what does not fit is left out from the right.
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._refusal = ""
        self.setFixedHeight(_HINT)

    def refuse(self, words: str, width: int) -> None:
        """Say why something cannot be, in so many lines as are needed in a width."""
        self._refusal = words
        self.setAccessibleName(words)
        box = QFontMetricsF(fonts.interface(12)).boundingRect(
            QRectF(0, 0, width - 2 * _EDGE, 400), Qt.TextFlag.TextWordWrap, words
        )
        self.setFixedHeight(max(_HINT, round(box.height()) + 18))
        self.update()

    def show_keys(
        self, *, valences: bool, typed: bool, new: bool = False, placing: bool = False
    ) -> None:
        """Name the keys, with those of the valences where the project has any.

        Where something is `typed` the signs belong to it, and Alt makes them a valence. On a
        code that is `new`, and while it is given its place, other keys are of use.
        """
        if placing:
            self._tell([_("Enter make"), _("Alt ← → colour"), _("Tab one more"), _("Esc back")])
            return
        if new:
            self._tell(
                [_("Enter make"), _("Alt Enter place, colour"), _("Tab one more"), _("Esc close")]
            )
            return
        self._parts = [_("Enter apply"), _("Tab one more")]
        if valences:
            self._parts.append(_("Alt + − = valence") if typed else _("+ − = valence"))
        self._tell([*self._parts, _("Ctrl I in vivo"), _("Esc close")])

    def _tell(self, parts: list[str]) -> None:
        self._parts, self._refusal = parts, ""
        self.setFixedHeight(_HINT)
        self.setAccessibleName(" · ".join(self._parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        if self._refusal:
            painter.setPen(theme.current().colour("trouble"))
            painter.setFont(fonts.interface(12))
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            room = QRectF(self.rect()).adjusted(_EDGE, 1, -_EDGE, 0)
            painter.drawText(room, wrapped, self._refusal)
            painter.end()
            return
        painter.setPen(theme.current().colour("muted"))
        painter.setFont(fonts.interface(11))
        metrics = QFontMetricsF(fonts.interface(11))
        x = float(_EDGE)
        for part in self._parts:
            wide = metrics.horizontalAdvance(part)
            if x + wide > self.width() - _EDGE + 1:
                break
            box = QRectF(x, 1, wide + 2, self.height() - 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, part)
            x += wide + 14
        painter.end()
