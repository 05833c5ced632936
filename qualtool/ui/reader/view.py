"""The text itself: painted, scrolled, and walked through by the caret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from qualtool.core.coverage import Coverage
from qualtool.core.hits import Hits
from qualtool.store.rows import CodingRow, Reading
from qualtool.ui import theme
from qualtool.ui.reader.ahead import Ahead
from qualtool.ui.reader.caret import Caret, moved
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.drawn import Drawn
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.frame import Frame, draw_ahead, paint_frame, paint_nothing
from qualtool.ui.reader.grips import Grips
from qualtool.ui.reader.left import Held, Left, Top
from qualtool.ui.reader.margin import Columns
from qualtool.ui.reader.margin_painting import Target
from qualtool.ui.reader.marked import Marked
from qualtool.ui.reader.measure import Measure, measure_for, room_for
from qualtool.ui.reader.overview import WIDTH, Overview
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.painting import Emphasis, Look
from qualtool.ui.reader.scrolling import Scrolling
from qualtool.ui.reader.wheel import Wheel

_FLASH = 1400  # milliseconds
Span = tuple[int, int]


class TextView(QAbstractScrollArea):
    """Shows a page and its codings; offsets are code points."""

    caret_moved = Signal()
    pointed = Signal(object)  # the CodingRow under the mouse, or None
    zoom_wished = Signal(int)  # steps, by the wheel with Ctrl held

    def __init__(self, face: Face, sign_of: Callable[[str | None], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self.coded = Coded()
        self.caret = Caret()
        self.targets: list[Target] = []
        self.measure: Measure = measure_for(600, face)
        self._face = face
        self._sign_of = sign_of
        self._speakers: tuple[str, ...] = ()
        self._columns = Columns()
        self._drawn = Drawn()
        self.left: dict[int, Left] = {}  # how each document was left
        self._held: Held | None = None
        self._hidden = False
        self._emphasis = Emphasis()
        self._marked = Marked()
        self._hovered: tuple[CodingRow, bool] | None = None
        self._offered: Span | None = None
        self._flash: tuple[Span, float] | None = None
        self.grips: Grips | None = None
        self._wheel = Wheel(self._move, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.scrolling = Scrolling(self.verticalScrollBar(), self)
        self.overview = Overview(self.verticalScrollBar(), self)
        self._late = QTimer(self, singleShot=True, interval=120)
        self._late.timeout.connect(self.overview.forget)
        self._ahead = Ahead(self._draw_ahead, self)
        self.scrolling.moved.connect(self._on_moved)
        theme.signals.changed.connect(self._on_theme)

    def show_page(self, reading: Reading | None, coded: Coded) -> None:
        """Show a document where it was left, the first time from its beginning; or no document."""
        self.leave()
        self._speakers = tuple(each.label for each in reading.speakers) if reading else ()
        self.measure = measure_for(self.viewport().width(), self._face, self._speakers)
        self.page = Page(reading, self._face, self.measure.text_width) if reading else None
        self._flash = self._offered = self._held = None
        self.hover(None)
        self._wheel.stop()
        self._drawn.forget()
        self._columns = Columns()
        self.scrolling.show(self.page)
        left = self.left.get(reading.document_id) if reading else None
        self.caret = Caret()
        if left is not None and self.page is not None:
            length = len(self.page.reading.text)
            self.caret = Caret(min(left.caret.position, length), min(left.caret.anchor, length))
            self._return_to(left.top)
        self.set_coded(coded)
        self.overview.forget()

    def leave(self) -> None:
        """Note how the document that is shown is left."""
        if self.page is not None:
            document_id = self.page.reading.document_id
            self.left.pop(document_id, None)  # so that the one left last stands last
            self.left[document_id] = Left(self.caret, self._top())

    def set_coded(self, coded: Coded) -> None:
        """Show these codings."""
        self.coded = coded
        self.hover(None)  # what the mouse points at may be gone
        self._show_marks()
        self._late.start()  # the text comes first; its map may follow in a moment
        self.viewport().update()

    def set_hidden(self, hidden: bool) -> None:
        """Hide the codings, or show them again."""
        self._hidden = hidden
        self._show_marks()
        self.overview.forget()
        self.viewport().update()

    def shown_codings(self) -> Coded:
        """The codings that are painted now."""
        return Coded() if self._hidden else self.coded

    def set_face(self, face: Face) -> None:
        """Set the text anew; what stands at the top of the view stays there."""
        self._face = face
        self._set_anew()

    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Let codings stand out in the text and in the margin."""
        self._emphasis = emphasis
        self.viewport().update()

    def mark_hits(self, hits: Hits) -> None:
        """Mark places that were found, in the text and on its map."""
        self._mark(Marked(hits, self._marked.uncoded))

    def mark_uncoded(self, uncoded: Coverage) -> None:
        """Mark what is not coded, beside the text and on its map."""
        self._mark(Marked(self._marked.hits, uncoded))

    def hover(self, coding: CodingRow | None, *, in_margin: bool = False) -> None:
        """Let a coding under the mouse stand out: in the text only when it is the margin's."""
        hovered = (coding, in_margin) if coding is not None else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
            self.pointed.emit(coding)

    def offer(self, span: Span | None) -> None:
        """Show what would be coded if a drag ended here."""
        if span != self._offered:
            self._offered = span
            self.viewport().update()

    def show_grips(self, grips: Grips | None) -> None:
        """Show the ends of an excerpt as they can be taken hold of, or are being moved."""
        if grips != self.grips:
            self.grips = grips
            self.viewport().update()

    def set_caret(self, caret: Caret, *, follow: bool = True) -> None:
        """Move the caret and what is selected, and scroll so that it is seen."""
        if caret == self.caret:
            return
        self.caret = caret
        if follow:
            self._show_caret()
        self.viewport().update()
        self.caret_moved.emit()

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a stretch is seen with what stands before it; not at all if it is."""
        if self.page is None:
            return
        for _try in range(3):
            top = self.page.caret_box(start).top()
            bottom = self.page.caret_box(end).bottom()
            height = self.viewport().height()
            seen = self.scrolling.top
            if seen + 8 <= top and (bottom <= seen + height - 8 or top <= seen + height // 4):
                break
            self.scrolling.go_to(round(top) - height // 4)

    def flash(self, start: int, end: int) -> None:
        """Light a stretch up for a moment."""
        fade = QVariantAnimation(self)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.setDuration(_FLASH)
        fade.valueChanged.connect(lambda value: self._light((start, end), value))
        fade.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def offset_at(self, place: QPointF) -> int:
        """The offset that is nearest to a place of the view."""
        assert self.page is not None
        return self.page.offset_at(
            place.x() - self.measure.text_left, place.y() + self.scrolling.top
        )

    def on_text(self, place: QPointF) -> bool:
        """Whether a place of the view lies on the writing itself."""
        if self.page is None:
            return False
        y = int(place.y()) + self.scrolling.top
        piece = self.page.shown(self.page.piece_at(y))
        return piece.laid.covers(place.x() - self.measure.text_left, y - piece.top)

    def box_of(self, offset: int) -> QRect:
        """Where in the view the caret stands before an offset."""
        assert self.page is not None
        box = self.page.caret_box(offset)
        return box.translated(self.measure.text_left, -self.scrolling.top).toAlignedRect()

    def seen_part_of(self, start: int, end: int) -> QRect:
        """What is seen of a stretch, from its first line to its last; x where it begins."""
        first, last = self.box_of(start), self.box_of(end)
        height = self.viewport().height()
        top = min(max(first.top(), 8), height - 8)
        bottom = min(max(last.bottom(), top + 1), height - 8)
        return QRect(first.left(), top, 1, max(1, bottom - top))

    def room(self) -> int:
        """How wide the view must be for the text not to be cramped, in pixels."""
        return room_for(self._face, self._speakers) + WIDTH

    def scroll_by(self, pixels: int) -> None:
        """Scroll at once."""
        self.scrolling.by(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.page is not None:
            caret = moved(event, self.page, self.caret, self.viewport().height())
            if caret is not None:
                event.accept()
                self.set_caret(caret)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.page is None:
            event.ignore()
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
        elif not event.pixelDelta().isNull():
            self.scrolling.by(-event.pixelDelta().y())
        else:
            lines = -event.angleDelta().y() / 120 * 3
            self._wheel.turn(lines * self.page.face.line)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.page is None:
            paint_nothing(painter, self.viewport().rect())
        else:
            targets = paint_frame(painter, self._frame(self.page), event.rect())
            self.targets = self.targets if targets is None else targets
            self._ahead.start()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.viewport().geometry()
        self.overview.setGeometry(inner.right() + 1, inner.top(), WIDTH, inner.height())
        self.overview.forget()
        self._set_anew()
        self.scrolling.set_height(self.viewport().height())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _frame(self, page: Page) -> Frame:
        marked, in_text, in_margin = self._marked, self._emphasis, self._emphasis
        if self._hovered is not None:
            coding, from_margin = self._hovered
            pointed = self._emphasis.with_pointed(coding)
            in_margin = pointed
            in_text = pointed if from_margin else in_text
        return Frame(
            page=page,
            coded=self.grips.coded if self.grips and self.grips.coded else self.shown_codings(),
            columns=self._columns,
            drawn=self._drawn,
            measure=self.measure,
            look=Look(
                self._face, self.caret.selection, self._offered, self._flash, in_text, marked.hits
            ),
            margin_emphasis=in_margin,
            top=self.scrolling.top,
            height=self.viewport().height(),
            caret=self.caret.position if self.hasFocus() else None,
            sign_of=self._sign_of,
            grips=self.grips,
            uncoded=marked.uncoded,
        )

    def _set_anew(self) -> None:
        self.measure = measure_for(self.viewport().width(), self._face, self._speakers)
        page = self.page
        if page is None or (page.width, page.face) == (self.measure.text_width, self._face):
            self.viewport().update()
            return
        self._drawn.forget()
        top = self._top()
        page.set_in(self._face, self.measure.text_width)
        self._columns = Columns()
        self._return_to(top)
        self._show_marks()
        self.overview.forget()
        self.viewport().update()

    def _top(self) -> Top:
        assert self.page is not None
        if self._held is not None and self._held.height == self.scrolling.top:
            return self._held.top
        offset = self.page.offset_at(0, self.scrolling.top)
        return Top(offset, self.scrolling.top - round(self.page.caret_box(offset).top()))

    def _return_to(self, top: Top) -> None:
        assert self.page is not None
        self._held = None
        if top.offset == 0 and top.below <= 0:
            self.scrolling.go_to(0)
            return
        box = self.page.caret_box(min(top.offset, len(self.page.reading.text)))
        self.scrolling.go_to(round(box.top()) + top.below)
        self._held = Held(top, self.scrolling.top)

    def _show_caret(self) -> None:
        page = self.page
        if page is None:
            return
        line, height = page.face.line, self.viewport().height()
        for _try in range(3):
            box = page.caret_box(self.caret.position)
            top = self.scrolling.top
            if box.top() < top + line // 2:
                far = box.top() < top - height
                self.scrolling.go_to(round(box.top()) - (height // 3 if far else line))
            elif box.bottom() > top + height - line // 2:
                far = box.bottom() > top + 2 * height
                below = height // 3 if far else height - 2 * line
                self.scrolling.go_to(round(box.top()) - below)
            else:
                break

    def _show_marks(self) -> None:
        self.overview.show_coded(self.page, self.shown_codings())

    def _mark(self, marked: Marked) -> None:
        self._marked = marked
        self.overview.show_marked(marked)
        self.viewport().update()

    def _move(self, step: int) -> bool:
        top = self.scrolling.top
        self.scrolling.by(step)
        return self.scrolling.top != top

    def _light(self, span: Span, strength: float) -> None:
        self._flash = (span, strength) if strength > 0 else None
        self.viewport().update()

    def _on_moved(self) -> None:
        self.viewport().update()
        self._late.start()

    def _draw_ahead(self) -> bool:
        page = self.page if self.isVisible() else None
        return page is not None and draw_ahead(self._frame(page), self.devicePixelRatioF())

    def _on_theme(self) -> None:
        self._drawn.forget()
        self.overview.forget()
        self.viewport().update()
