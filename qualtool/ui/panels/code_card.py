"""A code as a card on the board: its colour, name, counts, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodeRow
from qualtool.ui import fonts, theme
from qualtool.ui.dragging import mime_of_codes
from qualtool.ui.memo_words import counted_memos
from qualtool.ui.panels.memo_mark import ROOM, mark_box, paint_memo_mark
from qualtool.ui.panels.tree_rows import MARK, paint_mark

PADDING = 10
BAR_WIDTH, BAR_HEIGHT = 44, 5

_NOWHERE = QRectF(-100, -100, 0, 0)
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card shows of a code; `balance` is the codings with each sign (`-`, `+`, `±`).

    `memos` is how many are written on it.
    """

    code: CodeRow
    balance: dict[str, int]
    cases: int
    memos: int = 0


class CodeCard(QWidget):
    """A card that can be chosen, dragged and moved by key. `theme_id` is where it lies."""

    pressed = Signal(object, bool)  # the card, whether it is added to those chosen
    opened = Signal(int)  # code
    memos_pressed = Signal(int)  # code
    key_pressed = Signal(object, QKeyEvent)

    def __init__(self, facts: CardFacts, theme_id: int | None) -> None:
        super().__init__()
        self.facts = facts
        self.theme_id = theme_id
        self.chosen = False
        self.dragged_with: list[int] = []
        self._pressed_at: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(facts.code.description or facts.code.name)
        memos = [counted_memos(facts.memos)] if facts.memos else []
        self.setAccessibleName(", ".join([facts.code.name, self.counts(), *memos]))

    def counts(self) -> str:
        """Excerpts and cases in words."""
        code = self.facts.code
        count = ngettext("{count} excerpt", "{count} excerpts", code.excerpts)
        cases = _("{count} of {all}").format(count=code.cases, all=self.facts.cases)
        return f"{count.format(count=code.excerpts)} · {cases}"

    def set_chosen(self, chosen: bool) -> None:
        """Show the card as chosen, or not."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(180))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        small = QFontMetrics(fonts.interface(11)).height()
        return PADDING * 2 + self._name_height(width) + 4 + small

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        marked = self.chosen or self.hasFocus()
        painter.setPen(QPen(colours.colour("accent" if marked else "line"), 1.5 if marked else 1))
        painter.setBrush(colours.colour("selection" if self.chosen else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        top = PADDING
        font = fonts.interface(13)
        line = QFontMetrics(font).height()
        paint_mark(
            painter,
            QRectF(PADDING, top + (line - MARK) / 2, MARK, MARK),
            self.facts.code.colour,
        )
        painter.setFont(font)
        painter.setPen(colours.colour("ink"))
        left = PADDING + MARK + 8
        height = self._name_height(self.width())
        painter.drawText(
            QRectF(left, top, self.width() - left - PADDING, height),
            self.facts.code.name,
            _WRAPPED,
        )
        small = fonts.interface(11)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        base = top + height + 4
        below = QRectF(PADDING, base, self.width() - 2 * PADDING, QFontMetrics(small).height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self.counts())
        if self.facts.memos:
            sign = self._memo_sign()
            paint_memo_mark(painter, sign.right(), sign.center().y())
        if self._has_bar():
            self._paint_balance(painter, below)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self._memo_sign().adjusted(-4, -4, 4, 4).contains(event.position()):
                self.memos_pressed.emit(self.facts.code.id)
                return
            self._pressed_at = event.position().toPoint()
            more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if more or not self.chosen:
                self.pressed.emit(self, more)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        drag = QDrag(self)
        drag.setMimeData(mime_of_codes(self.dragged_with or [self.facts.code.id]))
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(16, 16))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and not event.modifiers():
            self.pressed.emit(self, False)
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.facts.code.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.chosen:
            self.pressed.emit(self, False)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _memo_sign(self) -> QRectF:
        """Where the sign of memos stands; nowhere without any."""
        small = QFontMetrics(fonts.interface(11)).height()
        middle = PADDING + self._name_height(self.width()) + 4 + small / 2
        bar = BAR_WIDTH + 6 if self._has_bar() else 0
        return mark_box(self.width() - PADDING - bar, middle) if self.facts.memos else _NOWHERE

    def _has_bar(self) -> bool:
        """Whether there is something to balance, and room to show it."""
        taken = QFontMetrics(fonts.interface(11)).horizontalAdvance(self.counts())
        taken += 2 * PADDING + BAR_WIDTH + 8 + (ROOM if self.facts.memos else 0)
        return any(self.facts.balance.values()) and self.width() >= taken

    def _name_height(self, width: int) -> int:
        room = max(40, width - 2 * PADDING - MARK - 8)
        layout = QTextLayout(self.facts.code.name, fonts.interface(13))
        layout.setTextOption(_WRAPPED)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            height += line.height()
        layout.endLayout()
        return round(height + 0.49)

    def _paint_balance(self, painter: QPainter, below: QRectF) -> None:
        total = sum(self.facts.balance.values())
        left = below.right() - BAR_WIDTH
        top = below.center().y() - BAR_HEIGHT / 2
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        for sign, role in (("-", "barrier"), ("±", "faint"), ("+", "opportunity")):
            width = BAR_WIDTH * self.facts.balance.get(sign, 0) / total
            painter.fillRect(QRectF(left, top, width, BAR_HEIGHT), colours.colour(role))
            left += width
