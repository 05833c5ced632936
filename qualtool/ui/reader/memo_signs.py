"""A small sign before the line where an excerpt with memos begins; pressing it opens them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from qualtool.i18n import ngettext
from qualtool.ui import icons
from qualtool.ui.reader.view import TextView

SIZE, LEFT = 18, 19  # pixels: of a sign, and how far before the text it begins


@dataclass(frozen=True, slots=True, order=True)
class Noted:
    """An excerpt with memos: where it begins, its number, and how many they are."""

    start: int
    excerpt_id: int
    memos: int


class MemoSigns(QObject):
    """Lays the signs over a view, for as much as is seen of it."""

    pressed = Signal(list)  # excerpt ids

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._noted: list[Noted] = []
        self._starts: list[int] = []
        self._signs: list[QToolButton] = []
        self._shown: list[tuple[int, ...]] = []  # the excerpts behind each sign
        view.viewport().installEventFilter(self)

    def show(self, noted: Iterable[Noted]) -> None:
        """Show signs for these excerpts of the document that is open."""
        self._noted = sorted(noted)
        self._starts = [each.start for each in self._noted]
        self.place()

    def signs(self) -> list[QToolButton]:
        """The signs there are, those not needed now hidden."""
        return list(self._signs)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Whatever moves the text paints it anew.
        if event.type() == QEvent.Type.Paint and (self._noted or self._shown):
            self.place()
        return False

    def place(self) -> None:
        """Put each sign where its line is seen now."""
        lines = self._lines()
        while len(self._signs) < len(lines):
            self._signs.append(self._new_sign(len(self._signs)))
        self._shown = [tuple(each.excerpt_id for each in here) for here in lines.values()]
        for sign, (at, here) in zip(self._signs, lines.items(), strict=False):
            count = sum(each.memos for each in here)
            words = ngettext("{count} memo", "{count} memos", count).format(count=count)
            if sign.toolTip() != words:
                sign.setToolTip(words)
                sign.setAccessibleName(words)
            if sign.pos() != QPoint(*at):
                sign.move(*at)
            if sign.isHidden():
                sign.show()
        for sign in self._signs[len(lines) :]:
            if not sign.isHidden():
                sign.hide()

    def _lines(self) -> dict[tuple[int, int], list[Noted]]:
        """The excerpts that begin on each line in view, by where its sign stands."""
        view, page = self._view, self._view.page
        if page is None or not self._noted:
            return {}
        height, top = view.viewport().height(), view.scrolling.top
        found: dict[tuple[int, int], list[Noted]] = {}
        for piece in page.between(top, top + height):
            first = bisect_left(self._starts, piece.start)
            for each in self._noted[first : bisect_left(self._starts, piece.end)]:
                box = view.box_of(each.start)
                y = box.top() + (box.height() - SIZE) // 2
                found.setdefault((view.measure.text_left - LEFT, y), []).append(each)
        return found

    def _new_sign(self, number: int) -> QToolButton:
        sign = QToolButton(self._view.viewport())
        sign.setIcon(icons.icon("memo"))
        sign.setIconSize(QSize(13, 13))
        sign.setFixedSize(SIZE, SIZE)
        sign.setProperty("role", "sign")
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setCursor(Qt.CursorShape.PointingHandCursor)
        sign.clicked.connect(lambda: self.pressed.emit(list(self._shown[number])))
        return sign
