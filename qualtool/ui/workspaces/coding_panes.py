"""The three panes of coding, and the text alone for whoever only reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualtool import settings
from qualtool.i18n import gettext as _
from qualtool.ui.actions import worded_keys
from qualtool.ui.panels.folding_side import EDGE, Edge, FoldingSide
from qualtool.ui.panels.reader_head import ReaderHead
from qualtool.ui.panes import first_in
from qualtool.ui.reader.reader import Reader

_KEPT = "coding-panes"  # where the sizes lie among the settings
LEFT, RIGHT = 280, 314
HEIGHTS = (220, 560)  # of the documents and the codebook
WIDEST = 2000
LEFT_LEAST, RIGHT_LEAST = 184, 284  # narrower only by hand: what is in them would be cut
RIGHT_BY_HAND = 220


class CodingPanes(QSplitter):
    """Lists at the left, the text with its head and bars, what is chosen at the right."""

    def __init__(
        self,
        lists: Sequence[QWidget],
        head: ReaderHead,
        bars: Sequence[QWidget],
        reader: Reader,
        inspector: QWidget,
    ) -> None:
        super().__init__()
        self._head, self._reader = head, reader
        left = QSplitter(Qt.Orientation.Vertical)
        left.setProperty("role", "pane")
        for each in lists:
            left.addWidget(each)
        kept = _kept()
        left.setSizes(list(kept[2:]))
        self._lists = left
        left.setChildrenCollapsible(False)
        left.setFocusProxy(lists[-1])
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (head, *bars):
            column.addWidget(each)
        column.addWidget(reader, 1)
        self._centre = QStackedWidget()
        self._centre.addWidget(centre)
        self._centre.setFocusProxy(reader)
        inspector.setProperty("role", "pane")
        inspector.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lists = FoldingSide(
            left, LEFT_LEAST, Edge(_("Documents and codebook"), worded_keys("Shift+F4"), "right")
        )
        self.beside = FoldingSide(
            inspector, RIGHT_BY_HAND, Edge(_("What is chosen"), worded_keys("F4"), "left")
        )
        self._sides = (self.lists, self.beside)
        self._away: set[FoldingSide] = set()  # put away though there is room
        self._asked: FoldingSide | None = None  # let out though there is no room for both
        self._alone = False  # where there is no room for both, the lists are folded, too
        self.setHandleWidth(1)
        for part in (self.lists, self._centre, self.beside):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.setSizes([kept[0], 800, kept[1]])
        self._wished = (kept[0], kept[1])
        self.lists.out_wished.connect(self.toggle_lists)
        self.beside.out_wished.connect(self.toggle_beside)
        self.splitterMoved.connect(self._on_moved)
        self.setChildrenCollapsible(False)
        head.reading_mode_chosen.connect(self._read)

    def set_empty(self, page: QWidget) -> None:
        """What stands instead of the text where there is none."""
        self._centre.addWidget(page)

    def show_text(self, on: bool) -> None:
        """Show the text, or what stands instead of it."""
        self._centre.setCurrentIndex(0 if on else 1)

    def reading(self) -> bool:
        """Whether the text is shown alone, without codes."""
        return self._head.reading.isChecked()

    def toggle_reading(self) -> None:
        """Show the text alone, or all of it again."""
        self._head.reading.toggle()

    def leave_reading(self) -> None:
        """Show codes and panes again: something in them is asked for."""
        self._head.reading.setChecked(False)

    def toggle_lists(self) -> None:
        """Fold documents and codebook away, or let them out."""
        self._toggle(self.lists)

    def toggle_beside(self) -> None:
        """Fold what is chosen away, or let it out."""
        self._toggle(self.beside)

    def let_out(self, side: FoldingSide) -> None:
        """Show a pane that something in it is asked for, also where another must give way."""
        self.leave_reading()
        self._away.discard(side)
        if not side.out():
            self._asked = side
            self._alone = self._alone and side is not self.lists
            self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where the text has nothing to let go of, leads out of reading."""
        if event.key() == Qt.Key.Key_Escape and self.reading():
            self.leave_reading()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room what is chosen gives way first, then the lists."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.reading():
            self._share_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep how wide the panes were made, and how tall the lists, for the next time."""
        super().hideEvent(event)
        documents, codebook = self._lists.sizes()
        if documents + codebook:  # or they have never been shown
            said = " ".join(map(str, (*self._wished, documents, codebook)))
            layout = settings.load().layout
            if layout.get(_KEPT, "") != said:
                settings.change(layout={**layout, _KEPT: said})

    def _share_out(self) -> None:
        """Share out the width, to the text first; a pane there is no room for is folded."""
        room = self.width() - 2 * self.handleWidth()
        centre = self._reader.view.room()
        out = self._that_fit(room - centre)
        focus = QApplication.focusWidget()
        for side in self._sides:
            if side not in out and focus is not None and side.pane.isAncestorOf(focus):
                self._reader.setFocus()
            side.fold(side not in out)
        left, right = (
            wished if side in out else EDGE
            for side, wished in zip(self._sides, self._wished, strict=True)
        )
        right = max(min(right, room - left - centre), min(right, RIGHT_LEAST))
        left = max(min(left, room - right - centre), min(left, LEFT_LEAST))
        self.setSizes([left, room - left - right, right])

    def _that_fit(self, room: int) -> set[FoldingSide]:
        """The panes that are out where there is so much room for both."""
        wanted = {side for side in self._sides if side not in self._away}
        if self._fit(wanted, room):
            self._asked, self._alone = None, False
            return wanted
        if self._asked in wanted:
            return {self._asked}
        lists = {self.lists} & wanted
        return lists if self._fit(lists, room) and not self._alone else set()

    def _fit(self, out: set[FoldingSide], room: int) -> bool:
        left = LEFT_LEAST if self.lists in out else EDGE
        return left + (RIGHT_LEAST if self.beside in out else EDGE) <= room

    def _toggle(self, side: FoldingSide) -> None:
        if self.reading() or not side.out():
            self.let_out(side)
            if (first := first_in(side.pane)) is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        room = self.width() - 2 * self.handleWidth() - self._reader.view.room()
        if self._fit({each for each in self._sides if each not in self._away}, room):
            self._away.add(side)
        else:
            self._asked, self._alone = None, self._alone or side is self.lists
        self._share_out()

    def _on_moved(self, _place: int, _handle: int) -> None:
        left, _centre, right = self.sizes()
        self._wished = (
            left if self.lists.out() else self._wished[0],
            right if self.beside.out() else self._wished[1],
        )

    def _read(self, on: bool) -> None:
        for side in self._sides:
            side.setVisible(not on)
        if not on:
            self._share_out()
        self._reader.set_reading_mode(on)
        self._reader.setFocus()


def _kept() -> tuple[int, int, int, int]:
    """How wide the panes were made, and how tall the lists; as they come where never."""
    said = settings.load().layout.get(_KEPT, "").split()
    sizes = [min(int(each), WIDEST) for each in said if each.isdecimal()]
    if len(sizes) != 4 or sizes[0] < LEFT_LEAST or sizes[1] < RIGHT_BY_HAND:
        return (LEFT, RIGHT, *HEIGHTS)
    return (sizes[0], sizes[1], sizes[2], sizes[3])
