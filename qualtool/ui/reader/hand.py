"""The mouse over the text: selecting, choosing, dragging out and dropping in, tool tips."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from qualtool.core.namesakes import with_above
from qualtool.store.rows import CodingRow
from qualtool.ui.reader.dropping import carried, carries_codes, offered_span
from qualtool.ui.reader.gutter import shown_speaker
from qualtool.ui.reader.margin_painting import Target, target_at
from qualtool.ui.reader.pointer import Doing, Pointer, scroll_step
from qualtool.ui.reader.view import TextView

_TICK = 25  # milliseconds between the steps when a selection is drawn out of the view


class Hand(QObject):
    """Follows the mouse over a view, and says what was pointed at."""

    text_clicked = Signal(int)  # offset; nothing was selected
    menu_asked = Signal(int)  # offset
    coding_clicked = Signal(object)  # CodingRow, by its stripe or its name
    fold_clicked = Signal(list, QPoint)  # the CodingRows behind a "+3", and where on the screen
    codes_dropped = Signal(object, int, int)  # QMimeData, start, end

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self.apart: Callable[[], Mapping[int, str]] = dict  # what tells codes of one name apart
        self._pointer = Pointer()
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self._draw_on)
        self._mouse = QPointF()
        view.viewport().setMouseTracking(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def point_for_menu(self, place: QPointF) -> None:
        """Choose what a right click points at, unless it is on what is selected."""
        view = self._view
        target = target_at(view.targets, place)
        if target is not None:
            self.coding_clicked.emit(target.coding)
            return
        offset, selected = self._under(place), view.caret.selection
        if selected is not None and selected[0] <= offset < selected[1]:
            return
        view.set_caret(view.caret.at(offset), follow=False)
        self.menu_asked.emit(offset)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._view.page is None:
            return False
        match event:
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                return self._drop(event)
            case QDragMoveEvent():  # and entering, which is one too
                return self._drag_over(event)
            case QMouseEvent():
                return self._mouse_event(event)
            case QHelpEvent():
                return self._tell(event)
        if event.type() == QEvent.Type.DragLeave:
            self._view.offer(None)
        elif event.type() == QEvent.Type.Leave:
            self._view.hover(None)
        return False

    def _draw_on(self) -> None:
        step = scroll_step(self._mouse.y(), self._view.viewport().height())
        if step and self._pointer.doing is Doing.SELECTING:
            self._view.scroll_by(step)
            self._select_to(self._mouse)
        else:
            self._ticks.stop()

    def _mouse_event(self, event: QMouseEvent) -> bool:
        self._mouse = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress if left:
                self._press(event)
            case QEvent.Type.MouseButtonDblClick if left:
                self._press_twice(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease if left:
                self._release()
            case _:
                return event.button() == Qt.MouseButton.MiddleButton
        return True

    def _press(self, event: QMouseEvent) -> None:
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        target = target_at(view.targets, event.position())
        if target is not None:
            if target.folded:
                self.fold_clicked.emit(list(target.folded), event.globalPosition().toPoint())
            else:
                self.coding_clicked.emit(target.coding)
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        assert view.page is not None
        view.set_caret(
            self._pointer.pressed(
                view.page,
                view.caret,
                view.offset_at(event.position()),
                event.globalPosition(),
                extend=extend,
            ),
            follow=False,
        )

    def _press_twice(self, event: QMouseEvent) -> None:
        view = self._view
        if view.page is None or target_at(view.targets, event.position()) is not None:
            return
        offset = self._under(event.position())
        caret = self._pointer.pressed_twice(view.page, offset, event.globalPosition())
        view.set_caret(caret, follow=False)

    def _move(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event.position())
            return
        match self._pointer.doing:
            case Doing.LIFTING if self._pointer.far_enough(event.globalPosition()):
                self._lift()
            case Doing.PLACING if self._pointer.far_enough(event.globalPosition()):
                self._draw_out(event.position())
            case Doing.SELECTING:
                self._draw_out(event.position())

    def _release(self) -> None:
        self._ticks.stop()
        view = self._view
        match self._pointer.released():
            case Doing.LIFTING:
                view.set_caret(view.caret.at(view.offset_at(self._mouse)), follow=False)
                self.text_clicked.emit(view.caret.position)
            case Doing.PLACING if view.caret.selection is None:
                self.text_clicked.emit(self._under(self._mouse))

    def _draw_out(self, place: QPointF) -> None:
        self._select_to(place)
        if scroll_step(place.y(), self._view.viewport().height()):
            self._ticks.start()

    def _select_to(self, place: QPointF) -> None:
        view = self._view
        assert view.page is not None
        whole = self._pointer.takes_whole_words()
        offset = self._under(place) if whole else view.offset_at(place)
        caret = self._pointer.moved(view.page, view.caret, offset)
        view.set_caret(caret, follow=False)

    def _lift(self) -> None:
        """Carry the selection away, to be dropped on a code or into another program."""
        view = self._view
        selected = view.caret.selection
        self._pointer.released()
        if selected is None or view.page is None:
            return
        drag = QDrag(view)
        drag.setMimeData(carried(view.page, selected))
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_over(self, event: QDragMoveEvent) -> bool:
        if not carries_codes(event.mimeData()) or self._view.page is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        self._view.offer(self._offered(event.position()))
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._view.offer(None)
        if not carries_codes(event.mimeData()):
            event.ignore()
            return True
        event.acceptProposedAction()
        start, end = self._offered(event.position())
        if start < end:
            self.codes_dropped.emit(event.mimeData(), start, end)
        return True

    def _offered(self, place: QPointF) -> tuple[int, int]:
        view = self._view
        assert view.page is not None
        return offered_span(
            view.page, view.shown_codings(), view.caret.selection, self._under(place)
        )

    def _point_at(self, place: QPointF) -> None:
        view = self._view
        target = target_at(view.targets, place)
        shape = Qt.CursorShape.IBeamCursor
        if target is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif not view.measure.text_left - 8 <= place.x() <= view.measure.text_right + 8:
            shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        if target is not None:
            view.hover(None if target.folded else target.coding, in_margin=True)
        else:
            view.hover(self._coding_under(place))

    def _coding_under(self, place: QPointF) -> CodingRow | None:
        if not self._view.on_text(place):
            return None
        here = self._view.shown_codings().at(self._under(place))
        return here[0] if here else None

    def _under(self, place: QPointF) -> int:
        """The character under a place: the nearest place for the caret may be its other side."""
        view = self._view
        assert view.page is not None
        x, y = place.x() - view.measure.text_left, place.y() + view.scrolling.top
        return view.page.character_at(x, y)

    def _tell(self, event: QHelpEvent) -> bool:
        place = QPointF(event.pos())
        target = target_at(self._view.targets, place)
        words = self._target_words(target) if target is not None else self._speaker_at(place)
        if words:
            QToolTip.showText(event.globalPos(), words, self._view.viewport())
        else:
            QToolTip.hideText()
        return True

    def _target_words(self, target: Target) -> str:
        codings = target.folded or (target.coding,)
        return "\n".join(
            " · ".join(part for part in (self._named(each), each.coder, each.comment) if part)
            for each in codings
        )

    def _named(self, coding: CodingRow) -> str:
        return with_above(coding.code, self.apart().get(coding.code_id, ""))

    def _speaker_at(self, place: QPointF) -> str:
        view = self._view
        if view.page is None or place.x() > view.measure.text_left:
            return ""
        number = view.page.piece_at(int(place.y()) + view.scrolling.top)
        return shown_speaker(view.page, number)
