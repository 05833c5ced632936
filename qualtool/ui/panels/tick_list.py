"""A list of things to switch on or off, each with how many times it occurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from qualtool.ui.material_words import counted
from qualtool.ui.panels.elided import ElidedLabel


@dataclass(frozen=True, slots=True)
class Tick:
    """A thing to switch: its key, its words, what becomes of it, how often; None: partly on."""

    key: str
    words: str
    on: bool | None
    count: int
    becomes: str = ""


class TickList(QWidget):
    """Ticks under each other; what is switched is told by its key."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QCheckBox] = []
        self._ticks: Sequence[Tick] = ()
        self._becomes: list[ElidedLabel] = []
        self._counts: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these; a tick that was there keeps the focus."""
        self._ticks = ticks
        while len(self.boxes) < len(ticks):
            self._add(len(self.boxes))
        for number, box in enumerate(self.boxes):
            there = number < len(ticks)
            for widget in (box, self._becomes[number], self._counts[number]):
                widget.setVisible(there)
            if there:
                self._show(number, ticks[number])

    def _show(self, number: int, tick: Tick) -> None:
        box = self.boxes[number]
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: _PARTLY}
        box.blockSignals(True)
        box.setTristate(tick.on is None)
        box.setCheckState(states[tick.on])
        box.blockSignals(False)
        box.setText(tick.words.replace("&", "&&"))
        becomes = f"{tick.words} → {tick.becomes}" if tick.becomes else tick.words
        box.setAccessibleName(f"{becomes}, {counted(tick.count)}")
        self._becomes[number].setText(f"→ {tick.becomes}" if tick.becomes else "")
        self._counts[number].setText(counted(tick.count))

    def _add(self, number: int) -> None:
        box = QCheckBox()
        box.clicked.connect(lambda on: self.switched.emit(self._ticks[number].key, on))
        becomes = ElidedLabel(role="quiet")
        count = QLabel()
        count.setProperty("role", "quiet")
        self._grid.addWidget(box, number, 0)
        self._grid.addWidget(becomes, number, 1)
        self._grid.addWidget(count, number, 2, Qt.AlignmentFlag.AlignRight)
        self.boxes.append(box)
        self._becomes.append(becomes)
        self._counts.append(count)


_PARTLY = Qt.CheckState.PartiallyChecked
