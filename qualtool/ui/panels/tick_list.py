"""A list of things to switch on or off, each with how many times it occurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from qualtool.ui import theme
from qualtool.ui.material_words import counted


@dataclass(frozen=True, slots=True)
class Tick:
    """A thing to switch: its key, its words, how often it occurs; `on` is None for partly.

    `before` and `after` are what stands around the words, shown muted.
    """

    key: str
    words: str
    on: bool | None
    count: int
    before: str = ""
    after: str = ""


class TickList(QWidget):
    """Ticks under each other; what is switched is told by its key."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QCheckBox] = []
        self._ticks: Sequence[Tick] = ()
        self._words: list[_Words] = []
        self._counts: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these; a tick that was there keeps the focus."""
        self._ticks = ticks
        while len(self.boxes) < len(ticks):
            self._add(len(self.boxes))
        for number, box in enumerate(self.boxes):
            there = number < len(ticks)
            for widget in (box, self._words[number], self._counts[number]):
                widget.setVisible(there)
            if there:
                self._show(number, ticks[number])

    def _show(self, number: int, tick: Tick) -> None:
        box = self.boxes[number]
        box.blockSignals(True)
        box.setTristate(tick.on is None)
        box.setCheckState(_STATES[tick.on])
        box.blockSignals(False)
        said = " ".join(part for part in (tick.before, tick.words, tick.after) if part)
        box.setAccessibleName(f"{said}, {counted(tick.count)}")
        self._words[number].show_tick(tick)
        self._counts[number].setText(counted(tick.count) if tick.count else "")

    def _add(self, number: int) -> None:
        box = QCheckBox()
        box.clicked.connect(lambda on: self.switched.emit(self._ticks[number].key, on))
        words = _Words(box)
        count = QLabel()
        count.setProperty("role", "quiet")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(box, number, 0, top)
        self._grid.addWidget(words, number, 1)
        self._grid.addWidget(count, number, 2, top | Qt.AlignmentFlag.AlignRight)
        self.boxes.append(box)
        self._words.append(words)
        self._counts.append(count)


class _Words(QLabel):
    """The words of a tick, on as many lines as they need; a click on them is one on the tick."""

    def __init__(self, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        self.setWordWrap(True)

    def show_tick(self, tick: Tick) -> None:
        """Show the words of a tick, with what stands around them."""
        around = bool(tick.before or tick.after)
        self.setTextFormat(Qt.TextFormat.RichText if around else Qt.TextFormat.PlainText)
        parts = (_muted(tick.before), escape(tick.words), _muted(tick.after))
        self.setText(" ".join(part for part in parts if part) if around else tick.words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._box.click()


def _muted(words: str) -> str:
    colour = theme.current().colour("muted").name()
    return f'<span style="color: {colour}">{escape(words)}</span>' if words else ""


_STATES = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}
