"""The study's time as a picture: a lane for each phase, and what falls into it by its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import LaneItem, PhaseRow, Swimlanes
from qualtool.ui import fonts, theme
from qualtool.ui.material_words import short_date

HEAD: Final = 34  # pixels above the lanes, for the months
LEFT: Final = 190  # of a lane's name
_ROW: Final = 24  # an item
_EDGE: Final = 10
_RIGHT: Final = 24
_FEWEST_DAYS: Final = 30
_DOT: Final = 9.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An item where it is painted, and the phase of its lane (None: between or without)."""

    item: LaneItem
    box: QRectF
    phase_id: int | None


class SwimlanesPicture(QWidget):
    """Painted anew at each size. Arrow keys go from item to item, Enter opens the one."""

    item_opened = Signal(object)  # LaneItem
    item_chosen = Signal(object, object)  # LaneItem, phase id or None
    menu_wished = Signal(object, object, QPoint)  # LaneItem, phase id or None, where

    def __init__(self) -> None:
        super().__init__()
        self._shown: Swimlanes | None = None
        self._chosen: tuple[str, int, int | None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Phases with documents and activities"))
        self.setMouseTracking(True)

    def show_lanes(self, shown: Swimlanes | None) -> None:
        """Show these lanes; what was chosen stays so where it is there."""
        self._shown = shown
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()
        self._say_chosen()

    def sizeHint(self) -> QSize:
        return QSize(900, round(self._height(900)))

    def placed(self) -> list[Placed]:
        """All items where they are painted at the size of now, lane by lane."""
        return [each for _lane, _box, items in self._lanes() for each in items]

    def chosen(self) -> Placed | None:
        """The item that the keys are at."""
        return next((each for each in self.placed() if _key(each) == self._chosen), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.fillRect(self.rect(), colours.colour("surface"))
        if self._shown is not None:
            self._paint_months(painter)
            for lane, box, items in self._lanes():
                self._paint_lane(painter, lane, box)
                for each in items:
                    self._paint_item(painter, each, lane)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), said(found.item) if found else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        self._choose(found)
        if found is not None and event.button() == Qt.MouseButton.RightButton:
            self.menu_wished.emit(found.item, found.phase_id, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if found is not None:
            self.item_opened.emit(found.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        items = self.placed()
        now = next((n for n, each in enumerate(items) if _key(each) == self._chosen), -1)
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
        }.get(Qt.Key(event.key()))
        if step is not None and items:
            self._choose(items[min(max(now + step, 0), len(items) - 1)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now >= 0:
            self.item_opened.emit(items[now].item)
        elif event.key() == Qt.Key.Key_Menu and now >= 0:
            each = items[now]
            place = self.mapToGlobal(each.box.bottomLeft().toPoint())
            self.menu_wished.emit(each.item, each.phase_id, place)
        else:
            super().keyPressEvent(event)

    # where things are

    def _lanes(self) -> list[tuple[PhaseRow | str, QRectF, list[Placed]]]:
        shown = self._shown
        if shown is None:
            return []
        groups: list[tuple[PhaseRow | str, tuple[LaneItem, ...], int | None]] = [
            (lane.phase, lane.items, lane.phase.id) for lane in shown.lanes
        ]
        if shown.between:
            groups.append((_("In no phase"), shown.between, None))
        if shown.undated:
            groups.append((_("Without a date"), shown.undated, None))
        top = float(HEAD)
        found: list[tuple[PhaseRow | str, QRectF, list[Placed]]] = []
        for head, items, phase_id in groups:
            rows = self._packed(items)
            tall = max(len(rows), 2) * _ROW + 2 * _EDGE
            box = QRectF(0, top, self.width(), tall)
            placed = [
                Placed(item, QRectF(left, top + _EDGE + n * _ROW, wide, _ROW), phase_id)
                for n, row in enumerate(rows)
                for item, left, wide in row
            ]
            found.append((head, box, placed))
            top += tall
        return found

    def _packed(self, items: tuple[LaneItem, ...]) -> list[list[tuple[LaneItem, float, float]]]:
        """Items in as few rows as hold them without one lying on another."""
        measure = QFontMetricsF(fonts.interface(11.5))
        rows: list[list[tuple[LaneItem, float, float]]] = []
        ends: list[float] = []
        undated = float(LEFT)
        for item in items:
            words = measure.horizontalAdvance(item.name) + _DOT + 12
            first, last = self._x(item.date_from), self._x(item.date_to, last=True)
            if first is None or last is None:
                first = last = undated
            wide = last - first + words
            left = max(first, float(LEFT))
            if left + wide > self.width():  # its name stands before it where there is no room
                left = max(first - words + _DOT, float(LEFT))
            row = next((n for n, end in enumerate(ends) if end + 8 <= left), len(rows))
            if row == len(rows):
                rows.append([])
                ends.append(0.0)
            rows[row].append((item, left, wide))
            ends[row] = left + wide
        return rows

    def _x(self, day: str | None, *, last: bool = False) -> float | None:
        shown = self._shown
        if day is None or shown is None or shown.first is None or shown.last is None:
            return None
        begin = date.fromisoformat(shown.first).toordinal()
        days = max(date.fromisoformat(shown.last).toordinal() - begin + 1, _FEWEST_DAYS)
        room = max(self.width() - LEFT - _RIGHT, 100)
        return LEFT + room * (date.fromisoformat(day).toordinal() - begin + last) / days

    def _height(self, width: int) -> float:
        lanes = self._lanes()
        return lanes[-1][1].bottom() + 1 if lanes else HEAD + 80

    def _at(self, place: QPoint) -> Placed | None:
        return next((each for each in self.placed() if each.box.contains(place)), None)

    def _choose(self, found: Placed | None) -> None:
        self._chosen = _key(found) if found is not None else None
        self.update()
        self._say_chosen()
        if found is not None:
            self.item_chosen.emit(found.item, found.phase_id)

    def _say_chosen(self) -> None:
        found = self.chosen()
        self.setAccessibleDescription(said(found.item).replace("\n", ", ") if found else "")

    # how they look

    def _paint_months(self, painter: QPainter) -> None:
        shown = self._shown
        if shown is None or shown.first is None or shown.last is None:
            return
        colours = theme.current()
        painter.setFont(fonts.interface(11))
        measure = QFontMetricsF(fonts.interface(11))
        day = date.fromisoformat(shown.first).replace(day=1)
        end = date.fromisoformat(shown.last)
        reached = 0.0
        while day <= end:
            x = self._x(day.isoformat())
            if x is not None and x >= LEFT - 1:
                painter.setPen(QPen(colours.colour("line"), 1))
                painter.drawLine(int(x), HEAD - 8, int(x), self.height())
                words = str(day.year) if day.month == 1 else _month(day.month)
                if x >= reached:
                    painter.setPen(colours.colour("muted"))
                    painter.drawText(QRectF(x + 4, 8, 60, 18), Qt.AlignmentFlag.AlignLeft, words)
                    reached = x + measure.horizontalAdvance(words) + 12
            day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)

    def _paint_lane(self, painter: QPainter, head: PhaseRow | str, box: QRectF) -> None:
        colours = theme.current()
        painter.fillRect(QRectF(0, box.top(), box.width(), 1), colours.colour("line"))
        words, below = (head, "") if isinstance(head, str) else (head.name, _span_said(head))
        if isinstance(head, PhaseRow):
            code = colours.code_colour(head.colour)
            first = self._x(head.date_from) if head.date_from else float(LEFT)
            last = (
                self._x(head.date_to, last=True) if head.date_to else float(self.width() - _RIGHT)
            )
            if (head.date_from or head.date_to) and first is not None and last is not None:
                tint = QColor(code.tint)
                painter.fillRect(
                    QRectF(first, box.top() + 1, max(last - first, 2), box.height() - 1), tint
                )
            painter.fillRect(QRectF(0, box.top() + 1, 4, box.height() - 1), code.mark)
        painter.setPen(colours.colour("ink"))
        bold = fonts.interface(12.5, bold=True)
        painter.setFont(bold)
        room = QRectF(20, box.top() + 8, LEFT - 32, 20)
        cut = QFontMetricsF(bold).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setPen(colours.colour("muted"))
        painter.setFont(fonts.interface(11))
        painter.drawText(room.translated(0, 20), Qt.AlignmentFlag.AlignLeft, below)

    def _paint_item(self, painter: QPainter, each: Placed, head: PhaseRow | str) -> None:
        colours = theme.current()
        item, box = each.item, each.box
        colour = (
            colours.code_colour(head.colour).mark
            if isinstance(head, PhaseRow)
            else colours.colour("muted")
        )
        first, last = self._x(item.date_from), self._x(item.date_to, last=True)
        middle = box.center().y()
        painter.setPen(
            QPen(colour, 1.5, Qt.PenStyle.DashLine if item.about else Qt.PenStyle.SolidLine)
        )
        filled = item.target == "document"
        painter.setBrush(colour if filled else colours.colour("surface"))
        start = box.left() if first is None else max(first, float(LEFT))
        end = start + _DOT
        if first is not None and last is not None and last - first > 2 * _DOT:
            bar = QRectF(start + 1, middle - _DOT / 2, last - first, _DOT)
            painter.drawRoundedRect(bar, _DOT / 2, _DOT / 2)
            end = bar.right()
        else:
            painter.drawEllipse(QRectF(start + 1, middle - _DOT / 2, _DOT, _DOT))
        font = fonts.interface(11.5, bold=item.by_hand)
        painter.setFont(font)
        painter.setPen(colours.colour("ink"))
        before = box.left() < start - 1
        room = (
            QRectF(box.left(), box.top(), start - 5 - box.left(), box.height())
            if before
            else QRectF(end + 6, box.top(), self.width() - end - 8, box.height())
        )
        align = Qt.AlignmentFlag.AlignVCenter
        if before:
            align |= Qt.AlignmentFlag.AlignRight
        cut = QFontMetricsF(font).elidedText(
            item.name, Qt.TextElideMode.ElideRight, max(room.width(), 20.0)
        )
        painter.drawText(room, align, cut)
        if _key(each) == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(-3, 1, 3, -1), 4, 4)


def said(item: LaneItem) -> str:
    """An item in words: what, when, and what is odd about its place."""
    kind = _("Document") if item.target == "document" else _("Activity")
    lines = [f"{kind}: {item.name}", item.date]
    if item.straddles:
        lines.append(_("Its dates go beyond the phase."))
    if item.by_hand:
        lines.append(_("Put here by hand."))
    return "\n".join(line for line in lines if line)


def _span_said(phase: PhaseRow) -> str:
    if not phase.date_from and not phase.date_to:
        return _("no dates yet")
    return f"{short_date(phase.date_from or '') or '…'} – {short_date(phase.date_to or '') or '…'}"


def _key(each: Placed) -> tuple[str, int, int | None]:
    return each.item.target, each.item.id, each.phase_id


def _month(number: int) -> str:
    """A month's short name in the language of the program."""
    short = QLocale.FormatType.ShortFormat
    return QLocale().standaloneMonthName(number, short).rstrip(".").lower()[:3]
