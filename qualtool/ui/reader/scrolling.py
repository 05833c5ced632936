"""Keeps the text still while the heights of what is above it become known."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollBar

from qualtool.ui.reader.page import Page

_TRIES = 6  # heights settle in one or two; this only ends the search


class Scrolling(QObject):
    """Ties the top of what is seen to a scroll bar whose range is partly a guess.

    What has been seen stays where it was on the screen when something above it turns out taller
    or lower than was thought; only the bar's range and value are corrected.
    """

    moved = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._page: Page | None = None
        self._height = 0  # of the view
        self._correcting = False
        self.top = 0
        bar.valueChanged.connect(self._follow)

    def show(self, page: Page | None) -> None:
        """Begin at the top of a page."""
        self._page = page
        self.top = 0
        self._settle(0)

    def set_height(self, height: int) -> None:
        """Say how tall the view is."""
        self._height = height
        self._settle(self.top)

    def go_to(self, y: int) -> None:
        """Bring a height of the page to the top of the view, as far as there is page."""
        self._settle(y)

    def by(self, pixels: int) -> None:
        """Move down (up, where negative) by exactly so many pixels of text."""
        self._move(pixels)

    def _follow(self, value: int) -> None:
        if self._correcting:
            return
        step = value - self.top
        if abs(step) <= 2 * self._height:
            self._move(step)
        else:
            self._settle(value)

    def _move(self, step: int) -> None:
        page = self._page
        if page is None:
            return
        # What is passed on the way up is laid out first, from below, so that the text that is
        # seen now moves by just this step whatever the heights above it turn out to be.
        anchor = page.piece_at(self.top)
        inside = self.top - page.top(anchor)
        number = anchor
        while number >= 0 and page.top(number) > page.top(anchor) + inside + step:
            number -= 1
            if number >= 0:
                page.laid(number)
        self._settle(page.top(anchor) + inside + step)

    def _settle(self, top: int) -> None:
        page = self._page
        if page is None:
            self._correct(0, 0)
            return
        for _try in range(_TRIES):
            wanted = top
            for _piece in page.between(max(0, top), top + self._height):
                pass  # looking at a piece lays it out
            top = min(max(0, top), max(0, page.height - self._height))
            if top == wanted:
                break
        self._correct(top, max(0, page.height - self._height))

    def _correct(self, top: int, maximum: int) -> None:
        moved = top != self.top
        self.top = top
        self._correcting = True
        self._bar.setPageStep(max(1, self._height))
        self._bar.setRange(0, maximum)
        self._bar.setValue(top)
        self._correcting = False
        if moved:
            self.moved.emit()
