"""A paragraph of the text opened to be corrected where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from qualtool.core.correction import Edit, between
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.paragraph_field import PAD, ParagraphField
from qualtool.ui.reader.view import TextView

Commit = Callable[[int, Sequence[Edit], str], bool]
EDGE = 4  # pixels between the field and the edge of the view, where a paragraph is taller than it


class Correcting(QObject):
    """Lays a field over the paragraph at the caret.

    `commit` is given the document, the edits and the text they are for; False keeps the field
    open with what was typed. F2 in the text asks for `wished`.
    """

    wished = Signal()
    begun = Signal()
    ended = Signal()

    def __init__(self, view: TextView, commit: Commit) -> None:
        super().__init__(view)
        self._view = view
        self._commit = commit
        self._span: tuple[int, int] | None = None
        self._document = -1
        self._whole = ""
        self._natural = 0  # the height of the paragraph's last piece as it was
        self._placed: object = None
        self._busy = self._clicked = False
        self.field = ParagraphField(view.viewport())
        self.field.finished.connect(self.leave)
        self.field.given_up.connect(self.cancel)
        self.field.step_wished.connect(self._step)
        self.field.left.connect(self._on_left)
        self.field.textChanged.connect(self._place)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @property
    def open(self) -> bool:
        """Whether a paragraph is being corrected."""
        return self._span is not None

    def begin(self) -> None:
        """Open the paragraph at the caret."""
        page = self._view.page
        if page is None or not self.leave():
            return
        page = self._view.page or page
        offset = self._view.caret.position
        start, end = page.pieces.paragraph(page.pieces.at(offset))
        self._document, self._whole = page.reading.document_id, page.reading.text
        self._span = start, end
        self._natural = page.heights[page.pieces.at(end)]
        self._view.reveal(offset, offset)
        text = self._whole[start:end]
        self._busy = True
        self.field.show_text(text, offset - start, page.face)
        self.field.document().clearUndoRedoStacks()
        self._busy = False
        self._place()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()
        self.field.ensureCursorVisible()
        self.begun.emit()

    def leave(self) -> bool:
        """Keep what was typed and close; False where it was refused, and the field stays."""
        if self._span is None or self._busy:
            return True
        start, end = self._span
        old, new, caret = self._whole[start:end], self.field.words(), self.field.caret()
        if new != old:
            self._busy = True
            try:
                kept = self._commit(self._document, edits_of(old, new, start), self._whole)
            finally:
                self._busy = False
            if not kept:
                return False
        self._close(start + caret)
        return True

    def cancel(self) -> None:
        """Close, and let the paragraph be as it was."""
        if self._span is not None:
            self._close(self._span[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._view:
            f2 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
            if f2 and kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if f2 and kind == QEvent.Type.KeyPress:
                self.wished.emit()
                return True
        elif kind == QEvent.Type.Paint and self.open and self._stands() != self._placed:
            QTimer.singleShot(0, self, self._set_anew)
        elif kind == QEvent.Type.MouseButtonPress and self._clicked:
            QTimer.singleShot(0, self, self.wished.emit)
        return False

    def _close(self, caret: int) -> None:
        page, focused = self._view.page, self.field.hasFocus()
        span, self._span, self._placed = self._span, None, None
        if page is not None and span is not None and page.reading.text is self._whole:
            page.heights.correct(page.pieces.at(span[1]), self._natural)
            self._view.scrolling.go_to(self._view.scrolling.top)
        self._busy = True
        self.field.hide()
        self._busy = False
        if page is not None and page.reading.document_id == self._document:
            caret = min(caret, len(page.reading.text))
            self._view.set_caret(Caret(caret, caret), follow=focused)
        if focused:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.viewport().update()
        self.ended.emit()

    def _step(self, step: int) -> None:
        if self._span is None:
            return
        (start, end), behind = self._span, len(self._whole) - self._span[1]
        if (step < 0 and start == 0) or (step > 0 and end == len(self._whole)):
            return
        if not self.leave() or self._view.page is None:
            return
        length = len(self._view.page.reading.text)
        place = start - 1 if step < 0 else length - behind + 1
        place = min(max(0, place), length)
        self._view.set_caret(Caret(place, place))
        self.begin()

    def _on_left(self, clicked: bool) -> None:
        if self._busy or self._span is None:
            return
        if self.leave() and clicked:
            # A click in the text goes on with the paragraph it is in.
            self._clicked = True
            QTimer.singleShot(0, self, self._forget_click)

    def _forget_click(self) -> None:
        self._clicked = False

    def _stands(self) -> object:
        view, page = self._view, self._view.page
        return view.scrolling.top, view.measure, page.face.key if page else "", view.height()

    def _set_anew(self) -> None:
        page = self._view.page
        if self._span is not None and page is not None and page.reading.text is self._whole:
            if self.field.document().defaultFont() != page.face.text:
                self._natural = page.heights[page.pieces.at(self._span[1])]
                self._busy = True
                self.field.dress(page.face)
                self._busy = False
            self._place()

    def _place(self) -> None:
        """Lay the field over its paragraph, and make room for it."""
        view, page = self._view, self._view.page
        if self._span is None or self._busy or page is None:
            return
        if page.reading.text is not self._whole:
            return
        measure, face = view.measure, page.face
        first, last = page.pieces.at(self._span[0]), page.pieces.at(self._span[1])
        self.field.resize(measure.text_width + 2 * PAD, max(self.field.height(), 3 * PAD))
        tall = round(self.field.document().size().height())
        above = sum(page.heights[number] for number in range(first, last))
        lowest = face.lowest if page.opens_turn(last) else 0
        if page.heights.correct(last, max(face.line, lowest, tall - above) + face.gap):
            view.scrolling.go_to(view.scrolling.top)
            view.viewport().update()
        room = view.viewport().height() - 2 * EDGE
        height = tall + 2 * PAD
        if height > room:
            height, top = room, EDGE
        else:
            self._follow(page.top(first), tall)
            top = page.top(first) - view.scrolling.top - PAD
        self.field.setGeometry(measure.text_left - PAD, top, measure.text_width + 2 * PAD, height)
        self._placed = self._stands()

    def _follow(self, top: int, tall: int) -> None:
        """Scroll to the line being written, while it is being written."""
        if self.sender() is not self.field:
            return
        view = self._view
        line = self.field.cursorRect().bottom() + top - view.scrolling.top
        below = line + 2 * PAD - view.viewport().height()
        if 0 < below < tall + view.viewport().height():
            view.scrolling.by(below)


def edits_of(old: str, new: str, start: int) -> tuple[Edit, ...]:
    """The edits that make a paragraph another; only what lies between what stays is compared."""
    same = _alike(old, new)
    most = min(len(old), len(new)) - same
    alike = _alike(old[len(old) - most :][::-1], new[len(new) - most :][::-1])
    while same and _inside_word(old, same):
        same -= 1
    while alike and _inside_word(old, len(old) - alike):
        alike -= 1
    while same and _inside_word(new, same):
        same -= 1
    while alike and _inside_word(new, len(new) - alike):
        alike -= 1
    return between(old[same : len(old) - alike], new[same : len(new) - alike], start + same)


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
