"""How fast the machine is just now: a fixed piece of work, measured in between.

A shared machine is at times half as fast as a moment before, and figures of two hours or machines
cannot be compared as they are. What all can be compared by is how they stand to this one: Qt's own
plain text field, without codings, taking up and painting a text of 1,600,000 characters.
"""

from __future__ import annotations

from time import process_time

from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts


class Yardstick:
    """Measure it as often as what is to be compared, in turn with that."""

    def __init__(self, qtbot: QtBot, text: str) -> None:
        self._field, self._text = QPlainTextEdit(), text
        self._times: list[float] = []
        qtbot.addWidget(self._field)
        self._field.setFont(fonts.reading(16.5))
        self._field.resize(790, 790)
        self._field.show()
        self._open()

    def measure(self) -> None:
        """Open the text once more."""
        start = process_time()
        self._open()
        self._times.append((process_time() - start) * 1000)
        self._field.setPlainText("")
        QApplication.processEvents()

    @property
    def middle(self) -> float:
        """What it took, in milliseconds of the processor."""
        return sorted(self._times)[len(self._times) // 2]

    def __str__(self) -> str:
        least, most = min(self._times), max(self._times)
        return (
            f"yardstick: a bare QPlainTextEdit opens the text in {self.middle:.1f} ms just now "
            f"({least:.1f} to {most:.1f})"
        )

    def _open(self) -> None:
        self._field.setPlainText(self._text)
        self._field.viewport().repaint()
