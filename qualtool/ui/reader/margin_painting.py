"""Paints the margin, and remembers what was painted where, for the mouse and the tool tips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow
from qualtool.ui import theme
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.margin import COLUMN, ROW, Name, Stripe, worded
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.painting import Emphasis, strong_tint

_MOST_COLUMNS = 14  # further stripes share the last column; their names still stand apart
_FEWEST_COLUMNS = 2  # names begin beside these, so that most of them begin below each other
_PADDING = 6
_CARD = 170  # pixels


@dataclass(frozen=True, slots=True)
class Target:
    """Something in the margin that can be pointed at; `folded` are the names behind a "+3"."""

    box: QRectF
    coding: CodingRow
    words: str = ""
    cut: bool = False
    folded: tuple[CodingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Margin:
    """What is in the margin of one frame. `scroll` is the top of the view on the page."""

    stripes: Sequence[Stripe]
    names: Sequence[Name]
    scroll: int
    bottom: int
    sign_of: Callable[[str | None], str]


def paint_margin(
    painter: QPainter, margin: Margin, at: Measure, face: Face, emphasis: Emphasis
) -> list[Target]:
    """Paint stripes and names; what can be pointed at, the topmost last."""
    targets = [_paint_stripe(painter, stripe, margin, at, emphasis) for stripe in margin.stripes]
    for name in margin.names:
        targets += _paint_name(painter, name, margin, at, face, emphasis)
    return targets + _paint_card(painter, margin, targets, at, face, emphasis)


def names_left(at: Measure, columns: int) -> int:
    """Where a name begins that stands beside so many columns of stripes."""
    return at.margin_left + max(_FEWEST_COLUMNS, min(columns, _MOST_COLUMNS)) * COLUMN + 5


def _paint_stripe(
    painter: QPainter, stripe: Stripe, margin: Margin, at: Measure, emphasis: Emphasis
) -> Target:
    mark = theme.current().code_colour(stripe.coding.colour).mark
    column = min(stripe.column, _MOST_COLUMNS - 1)
    x = at.margin_left + column * COLUMN
    top, bottom = stripe.top - margin.scroll + 2, stripe.bottom - margin.scroll - 3
    width = 3
    if emphasis.holds(stripe.coding):
        x, width = x - 1, 5
    painter.fillRect(QRectF(x, top, width, bottom - top), mark)
    return Target(QRectF(x - 1, top, COLUMN, bottom - top), stripe.coding)


def _paint_name(
    painter: QPainter, name: Name, margin: Margin, at: Measure, face: Face, emphasis: Emphasis
) -> list[Target]:
    left = names_left(at, name.beside)
    box = QRectF(left, name.top - margin.scroll, at.margin_right - left, ROW)
    targets = []
    if name.folded:
        fold = _paint_fold(painter, name, box, face)
        box.setRight(fold.left() - 4)
        targets.append(Target(fold, name.coding, folded=name.folded))
    words = worded(name.coding, margin.sign_of)
    stands_out = emphasis.holds(name.coding)
    font = face.small_bold if stands_out else face.small
    lines = [words]
    if QFontMetricsF(font).horizontalAdvance(words) > box.width():
        if name.rows > 1:
            box.setLeft(names_left(at, name.beside_all))
        lines = wrapped(words, font, box.width(), name.rows)
        box.setHeight(ROW * len(lines))
    if stands_out:
        wide = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong_tint(name.coding.colour))
        painter.drawRoundedRect(QRectF(box.left() - 5, box.top(), wide + 10, box.height()), 4, 4)
    painter.setPen(_ink(name.coding, stands_out=stands_out))
    painter.setFont(font)
    _write(painter, box, lines)
    targets.append(
        Target(box, name.coding, words, "".join("".join(lines).split()) != "".join(words.split()))
    )
    return targets


def _paint_fold(painter: QPainter, name: Name, row: QRectF, face: Face) -> QRectF:
    """Paint the "+3" behind which further names lie; where it is."""
    more = _("+{count}").format(count=len(name.folded))
    width = QFontMetricsF(face.small_bold).horizontalAdvance(more) + 10
    fold = QRectF(row.right() - width, row.top() + 1, width, ROW - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().colour("line"))
    painter.drawRoundedRect(fold, 7, 7)
    painter.setPen(theme.current().colour("ink"))
    painter.setFont(face.small_bold)
    painter.drawText(fold, Qt.AlignmentFlag.AlignCenter, more)
    return fold


def _paint_card(
    painter: QPainter,
    margin: Margin,
    targets: Sequence[Target],
    at: Measure,
    face: Face,
    emphasis: Emphasis,
) -> list[Target]:
    """The names of the excerpt that stands out, in full, where they are cut or folded away."""
    stripes = [each for each in margin.stripes if each.coding.excerpt_id in emphasis.excerpts]
    seen = {target.coding.id: target for target in targets if target.words}
    if all(each.coding.id in seen and not seen[each.coding.id].cut for each in stripes):
        return []
    shown = [seen[each.coding.id].box for each in stripes if each.coding.id in seen]
    top = min(
        (box.top() for box in shown), default=min(each.top for each in stripes) - margin.scroll
    )
    left = min((box.left() for box in shown), default=at.margin_right)
    left = max(min(left, at.margin_right - _CARD), at.margin_left + _PADDING)
    width = at.margin_right - left
    written = [
        (each.coding, wrapped(worded(each.coding, margin.sign_of), face.small_bold, width, 99))
        for each in stripes
    ]
    height = sum(len(lines) * ROW for _coding, lines in written) + _PADDING
    top = max(4.0, min(top - _PADDING / 2, margin.bottom - margin.scroll - height - 4))
    card = QRectF(left - _PADDING - 0.5, round(top) + 0.5, width + _PADDING + 2, height)
    painter.setPen(QPen(theme.current().colour("field_line"), 1))
    painter.setBrush(theme.current().colour("surface"))
    painter.drawRoundedRect(card, 5, 5)
    painter.setFont(face.small_bold)
    y = card.top() + _PADDING / 2
    found = []
    for coding, lines in written:
        box = QRectF(left, y, width, ROW * len(lines))
        painter.setPen(_ink(coding, stands_out=False))
        _write(painter, box, lines)
        found.append(Target(box, coding, worded(coding, margin.sign_of)))
        y += box.height()
    return found


def wrapped(words: str, font: QFont, width: float, rows: int) -> list[str]:
    """Words in at most so many rows, broken between words; the last is cut where it must be."""
    metrics = QFontMetricsF(font)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) + 1 == rows:
            rest = metrics.elidedText(words[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            break
        lines.append(words[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


def _write(painter: QPainter, box: QRectF, lines: Sequence[str]) -> None:
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for number, line in enumerate(lines):
        row = QRectF(box.left(), box.top() + number * ROW, box.width() + 1, ROW)
        painter.drawText(row, align, line)


def _ink(coding: CodingRow, *, stands_out: bool) -> QColor:
    colours = theme.current()
    return colours.colour("ink") if stands_out else colours.code_colour(coding.colour).ink


def target_at(targets: Sequence[Target], place: QPointF) -> Target | None:
    """What is pointed at, the topmost of several."""
    return next((t for t in reversed(targets) if t.box.contains(place)), None)
