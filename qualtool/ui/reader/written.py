"""Small words in rows, such as the names in the margin: laid out once and kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPixmap,
    QStaticText,
    QTextLayout,
    QTextOption,
    QTransform,
)

from qualtool.core.offsets import offsets_of
from qualtool.ui.reader.characters import last_boundary
from qualtool.ui.reader.face import Face


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Words in rows; `cut` where they did not all find room."""

    rows: tuple[QStaticText, ...]
    font: QFont
    width: float
    height: float  # of one row
    cut: bool

    def draw(self, painter: QPainter, left: float, top: float, pitch: float) -> None:
        """Draw the rows, `pitch` pixels apart, each in the middle of its own; 0 for just one."""
        if pitch:
            top += (pitch - self.height) / 2
        for number, row in enumerate(self.rows):
            painter.drawStaticText(QPointF(left, round(top + number * pitch)), row)

    def draw_on(
        self, painter: QPainter, left: int, top: int, pitch: int, ink: QColor, ground: QColor
    ) -> None:
        """Draw the rows in an ink on an even ground, from a picture that is kept of them."""
        ratio = painter.device().devicePixelRatio()
        if ratio != floor(ratio):  # a picture would be blurred between the dots of the screen
            painter.setPen(ink)
            painter.setFont(self.font)
            self.draw(painter, left, top, pitch)
            return
        key = (self, ink.rgb(), ground.rgb(), ratio)
        picture = _pictures.get(key)
        if picture is None:
            picture = _pictures[key] = self._picture(pitch, ink, ground, ratio)
            if len(_pictures) > _MOST_PICTURES:
                _pictures.popitem(last=False)
        else:
            _pictures.move_to_end(key)
        painter.drawPixmap(left - _SIDE, top, picture)

    def _picture(self, pitch: int, ink: QColor, ground: QColor, ratio: float) -> QPixmap:
        size = QSize(ceil(self.width) + 2 * _SIDE, pitch * len(self.rows))
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setPen(ink)
        painter.setFont(self.font)
        self.draw(painter, _SIDE, 0, pitch)
        painter.end()
        return picture


_SIDE: Final = 2  # pixels that a letter may reach over the edge of its row
_MOST_PICTURES: Final = 600  # of some twenty kilobytes
_pictures: OrderedDict[tuple[Written, int, int, float], QPixmap] = OrderedDict()
ALL: Final = 99  # rows: more than any name needs
_BREAKS = " -–/"
_kept: dict[tuple[str, str, bool, int, int], Written] = {}
_MOST = 4000  # kept; then all are made anew


def written(words: str, face: Face, width: float, rows: int = 1, *, bold: bool = False) -> Written:
    """Words in at most so many rows, broken between words; the last is cut where it must be."""
    key = (words, face.key, bold, max(1, floor(width)), rows)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        found = _kept.get((*key[:-1], ALL))
        if found is None or len(found.rows) > rows:
            found = _laid_out(words, face.small_bold if bold else face.small, key[3], rows)
        _kept[key] = found
    return found


def _laid_out(words: str, font: QFont, width: int, rows: int) -> Written:
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    rest = words
    whole = True
    while rest:
        if len(lines) + 1 == rows:
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            whole = lines[-1] == rest
            break
        line, rest = _first_line(rest, font, metrics, width)
        lines.append(line)
    return Written(
        rows=tuple(_static(line, font) for line in lines),
        font=font,
        width=max((metrics.horizontalAdvance(line) for line in lines), default=0.0),
        height=metrics.height(),
        cut=not whole,
    )


def _first_line(words: str, font: QFont, metrics: QFontMetricsF, width: int) -> tuple[str, str]:
    """What of some words finds room in a row, and the rest; a word too long for it is divided."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    until = offsets_of(words).to_code_points(line.textLength())
    if until >= len(words):
        return words.strip(), ""
    if words[until - 1] in _BREAKS or until < 2:
        return words[:until].strip(), words[until:].strip()
    bound = words.rfind("\u00a0", 0, until + 1)
    if words[bound - 1 : bound] == "·":
        bound -= 2  # the sign goes with what it stands before
    if bound > 2:  # what is held together finds no room in one row
        return words[:bound], words[bound + 1 :]
    hyphen = metrics.horizontalAdvance("-")
    while until > 2 and metrics.horizontalAdvance(words[:until]) + hyphen > width:
        until -= 1
    until = last_boundary(words, until) or until
    return f"{words[:until]}-", words[until:]


def _static(words: str, font: QFont) -> QStaticText:
    row = QStaticText(words)
    row.setTextFormat(Qt.TextFormat.PlainText)
    row.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    row.prepare(QTransform(), font)
    return row
