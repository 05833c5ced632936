"""The pages of the report one below the other, as they will print, on the ground they lie on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame

from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.report import lettering
from qualtool.ui.report.leaf_painting import paint_leaf, places_of
from qualtool.ui.report.leaves import GAP, Leaf, Leaves, Part
from qualtool.ui.report.paper_field import PaperField, Writable
from qualtool.ui.report.setting import Sheaf

NEAR: Final = 6.0  # pixels around a paragraph that can be pressed to write in it


class ReportPreview(QAbstractScrollArea):
    """Shows the parts of a report; what is not set yet is wished for when it comes into view."""

    part_wished = Signal(int)
    part_pressed = Signal(int)
    written = Signal(int, str, str)  # key, heading or opening, the words
    text_size_wished = Signal(int)
    moved = Signal()  # another page is in view

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the report as it will print"))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().sliderPressed.connect(self._let_go)
        self._parts: list[Part] = []
        self._leaves = Leaves()
        self._writable: dict[int, tuple[Writable, ...]] = {}
        self._marks: dict[int, list[QTextCursor]] = {}  # by the sheaf they are in
        self._chosen: int | None = None
        self._zoom = 1.0
        self._stays = False  # at the chosen part, whatever comes before it, until it is scrolled
        self.field = PaperField(self.viewport())
        self.field.hide()
        self.field.written.connect(self._tell_written)
        self.field.left.connect(self._leave_field)

    # what is shown

    def show_parts(self, keys: Sequence[int]) -> None:
        """Show these parts in this order; what is set of them already stays as it is."""
        there = {part.key: part for part in self._parts}
        kept = [there.get(key) or Part(key) for key in keys]
        if [part.key for part in self._parts] == list(keys):
            return
        with _Held(self):
            self._parts = kept
            self._marks.clear()

    def became(self, keys: Mapping[int, int]) -> None:
        """Parts have other keys from now on; what is set of them stays."""
        now: dict[int | None, int] = dict(keys.items())
        for part in self._parts:
            part.key = keys.get(part.key, part.key)
        self._writable = {keys.get(key, key): each for key, each in self._writable.items()}
        self._chosen = now.get(self._chosen, self._chosen)
        self.field.key = now.get(self.field.key, self.field.key)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages so many times as large as they fit."""
        with _Held(self):
            self._zoom = zoom
        self._place_field()

    def set_part(self, key: int, sheaves: list[Sheaf], writable: Sequence[Writable] = ()) -> None:
        """Show a part as it is set now; the page in view stays in view."""
        part = self._part(key)
        if part is None:
            return
        with _Held(self):
            for sheaf in part.sheaves:
                self._marks.pop(id(sheaf), None)
            part.sheaves = sheaves
            self._writable[key] = tuple(writable)
        if self.field.key == key:
            now = [each.words for each in writable if each.what == self.field.what]
            self.field.show_text(now[0] if now else "")
        self._place_field()

    def has(self, key: int) -> bool:
        """Whether a part has been set."""
        part = self._part(key)
        return part is not None and bool(part.sheaves)

    def rows_of(self, key: int) -> int:
        """How many rows of tables and lines are set of a part."""
        part = self._part(key)
        return sum(sheaf.rows for sheaf in part.sheaves) if part is not None else 0

    def go_to(self, key: int) -> None:
        """Bring the first page of a part to the top, and let this be the chosen one."""
        self._chosen = key
        self._stays = True
        if leaves := self._leaves.of(key):
            self._bring(leaves[0])
        self.viewport().update()
        self.moved.emit()

    @property
    def pages(self) -> int:
        """How many pages have been set."""
        return sum(sheaf.pages for part in self._parts for sheaf in part.sheaves)

    @property
    def left_out(self) -> int:
        """How many rows of all parts that have been set are in the export alone."""
        return sum(sheaf.left_out for part in self._parts for sheaf in part.sheaves)

    def pages_of(self, key: int) -> int:
        """How many pages a part will be in print, about; 0 where that is not known yet."""
        part = self._part(key)
        return part.in_print if part is not None and part.sheaves else 0

    def place(self) -> tuple[int | None, int | None]:
        """The page of the whole report that is in view, and how many there are; None: unknown."""
        if not self._leaves.all:
            return None, None
        leaf = self._leaves.all[self._leaves.at(self._top() + self.viewport().height() / 3)]
        known = all(part.sheaves for part in self._parts)
        return leaf.number, sum(part.in_print for part in self._parts) if known else None

    def page_of(self, key: int, block: int) -> int | None:
        """The page of the whole report that a block of a part begins on, where that is known."""
        leaves = self._leaves.of(key)
        if not leaves or leaves[0].number is None:
            return None
        before = 0
        for sheaf in leaves[0].part.sheaves:
            if block < len(sheaf.begins):
                return leaves[0].number + before + sheaf.page_of(block)
            block -= len(sheaf.begins)
            before += sheaf.in_print
        return leaves[0].number

    def is_in_view(self, key: int) -> bool:
        """Whether any page of a part is seen, or it is the chosen one."""
        top, bottom = self._top(), self._top() + self.viewport().height()
        seen = any(
            leaf.box.top() < bottom and leaf.box.bottom() > top for leaf in self._leaves.of(key)
        )
        return seen or key == self._chosen

    # words

    def mark(self, key: int, words: str, within: str = "") -> bool:
        """Mark these words in a part, and show the first; whether they are on its pages.

        In the paragraphs that hold the text `within`, where there are any; else wherever they are.
        """
        self._marks.clear()
        part = self._part(key)
        first: tuple[Sheaf, QTextCursor] | None = None
        for sheaf in part.sheaves if part is not None else ():
            found = places_of(sheaf.document, words, within)
            self._marks[id(sheaf)] = found
            if found and first is None:
                first = sheaf, found[0]
        self.viewport().update()
        if first is None:
            return False
        self._show_place(*first)
        return True

    def write(self, key: int, what: str) -> bool:
        """Write in the heading or the opening of a part, where it stands; whether it can be."""
        writable = next((each for each in self._writable.get(key, ()) if each.what == what), None)
        box = self._box_of(key, what)
        if writable is None or box is None:
            return False
        view = self.viewport().height()
        self._stays = False
        if box.top() < self._top() + GAP or box.bottom() > self._top() + view - GAP:
            self.verticalScrollBar().setValue(round(box.top() - view / 4))
        leaf = self._leaves.of(key)[0]
        size = lettering.HEADINGS[1] if what == "heading" else lettering.BODY
        self.field.begin(key, writable.what, writable.words, writable.hint, size * leaf.scale)
        self._place_field()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def aside(self) -> None:
        """Keep what is being written."""
        if self.field.isVisible():
            self.field.tell()

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        with _Held(self):
            pass
        self._place_field()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._place_field()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._stays = False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.text_size_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._stays = False
        bar, step = self.verticalScrollBar(), QAbstractSlider.SliderAction
        match event.key():
            case Qt.Key.Key_Home:
                bar.triggerAction(step.SliderToMinimum)
            case Qt.Key.Key_End:
                bar.triggerAction(step.SliderToMaximum)
            case Qt.Key.Key_Space:
                bar.triggerAction(step.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._written_at(event.position())
        shape = Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (found := self._written_at(event.position())) is not None:
            self.part_pressed.emit(found[0])
            self.write(*found)
        elif (leaf := self._leaf_at(event.position())) is not None:
            self.part_pressed.emit(leaf.part.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(event.rect(), theme.current().colour("desk"))
        top = self._top()
        for leaf in self._leaves.all[self._leaves.at(top) :]:
            if leaf.box.top() - top > self.viewport().height():
                break
            painter.save()
            painter.translate(leaf.box.left() - self._left(), leaf.box.top() - top)
            painter.scale(leaf.scale, leaf.scale)
            marks = self._marks.get(id(leaf.sheaf), ())
            paint_leaf(painter, leaf, marks)
            painter.restore()
            if leaf.sheaf is None:
                self.part_wished.emit(leaf.part.key)

    # inside

    def _let_go(self) -> None:
        self._stays = False

    def _part(self, key: int) -> Part | None:
        return next((part for part in self._parts if part.key == key), None)

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    def measure(self) -> None:
        """Lay the pages on the ground anew."""
        self._leaves.lay_out(self._parts, self.viewport().width(), self._zoom)
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width())
        wide = round(self._leaves.width) - self.viewport().width()
        across.setRange(0, max(0, wide))
        view = self.viewport().height()
        self.verticalScrollBar().setPageStep(view - round(2 * GAP))
        self.verticalScrollBar().setRange(0, max(0, round(self._leaves.height) - view))

    def anchor(self) -> tuple[int, int, float] | None:
        """What is at the top of the view: the part, its page, and how far down that."""
        if not self._leaves.all:
            return None
        leaf = self._leaves.all[self._leaves.at(self._top() + GAP + 1)]
        pages = self._leaves.of(leaf.part.key)
        down = (self._top() - leaf.box.top()) / leaf.scale
        return leaf.part.key, pages.index(leaf), down

    def back_to(self, anchor: tuple[int, int, float] | None) -> None:
        """Bring to the top what was there."""
        chosen = self._leaves.of(self._chosen) if self._stays and self._chosen is not None else []
        pages = self._leaves.of(anchor[0]) if anchor is not None else []
        if chosen:
            self._bring(chosen[0])
        elif anchor is not None and pages:
            leaf = pages[min(anchor[1], len(pages) - 1)]
            self.verticalScrollBar().setValue(round(leaf.box.top() + anchor[2] * leaf.scale))
        self.viewport().update()

    def _bring(self, leaf: Leaf) -> None:
        """Bring the corner of a page to that of the view; its middle where it is narrower."""
        beside = max(GAP, (self.viewport().width() - leaf.box.width()) / 2)
        self.verticalScrollBar().setValue(round(leaf.box.top() - GAP))
        self.horizontalScrollBar().setValue(round(leaf.box.left() - beside))

    def _leaf_at(self, place: QPointF) -> Leaf | None:
        ground = place + QPointF(self._left(), self._top())
        return next((leaf for leaf in self._leaves.all if leaf.box.contains(ground)), None)

    def _written_at(self, place: QPointF) -> tuple[int, str] | None:
        leaf = self._leaf_at(place)
        ground = place + QPointF(self._left(), self._top())
        if leaf is None:
            return None
        for each in self._writable.get(leaf.part.key, ()):
            box = self._box_of(leaf.part.key, each.what)
            if box is not None and box.adjusted(0, -NEAR, 0, NEAR).contains(ground):
                return leaf.part.key, each.what
        return None

    def _box_of(self, key: int, what: str) -> QRectF | None:
        """Where on the ground a paragraph lies that can be written in."""
        leaves = self._leaves.of(key)
        sheaf = leaves[0].sheaf if leaves else None
        box = sheaf.box_of(what) if sheaf is not None else None
        if box is None:
            return None
        first = leaves[0]
        corner = first.box.topLeft() + box.topLeft() * first.scale
        return QRectF(corner, box.size() * first.scale)

    def _show_place(self, sheaf: Sheaf, cursor: QTextCursor) -> None:
        box = sheaf.document.documentLayout().blockBoundingRect(cursor.block())
        page = int(box.top() // sheaf.size.height())
        leaf = next(
            (each for each in self._leaves.all if each.sheaf is sheaf and each.page == page), None
        )
        if leaf is None:
            return
        down = leaf.box.top() + (box.top() - page * sheaf.size.height()) * leaf.scale
        view = self.viewport().height()
        self._stays = False
        if not self._top() + GAP < down < self._top() + view - 4 * GAP:
            self.verticalScrollBar().setValue(round(down - view / 3))

    def _place_field(self) -> None:
        if self.field.key is None:
            return
        box = self._box_of(self.field.key, self.field.what)
        if box is not None:
            self.field.place(box.translated(-self._left(), -self._top()))

    def _tell_written(self, words: str) -> None:
        if self.field.key is not None:
            self.written.emit(self.field.key, self.field.what, words)

    def _leave_field(self) -> None:
        if self.field.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end()


class _Held:
    """What is in view stays there while the pages around it change."""

    def __init__(self, preview: ReportPreview) -> None:
        self._preview = preview

    def __enter__(self) -> None:
        self._anchor = self._preview.anchor()

    def __exit__(self, *_error: object) -> None:
        self._preview.measure()
        self._preview.back_to(self._anchor)
        self._preview.moved.emit()
