"""A label that takes so many lines and no more: cut with “…”, whole in its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from qualtool.core.offsets import offsets_of

NARROWEST = 60  # pixels
_PER_LINE = 400  # characters: more than one line ever has


def lines_of(words: str, font: QFont, width: int, most: int) -> list[str]:
    """The first lines of words in a width; a word too long for one is divided."""
    words = words[: most * _PER_LINE]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    to_code_points = offsets_of(words).to_code_points
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(words[to_code_points(start) : to_code_points(end)])
    layout.endLayout()
    return lines


class ShortLabel(QLabel):
    """Shows as much of its words as find room in its lines; the whole is its accessible name."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def show_words(self, words: str) -> None:
        """Show these words."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        measure, width = QFontMetricsF(self.font()), self.contentsRect().width()
        lines = lines_of(self._whole, self.font(), width, self._lines + 1)
        longest = max((measure.horizontalAdvance(w) for w in self._whole.split()), default=0)
        if len(lines) <= self._lines and longest <= width:
            shown = self._whole
        else:
            *before, last = lines[: self._lines]
            rest = self._whole[sum(map(len, before)) :]
            if len(lines) > self._lines:
                last = measure.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            shown = "\n".join(line.strip() for line in (*before, last))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if len(lines) > self._lines else "")
