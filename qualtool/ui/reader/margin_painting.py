"""Paints the margin, and remembers what was painted where, for the mouse and the tool tips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
)

from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow
from qualtool.ui import theme
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.hands import paint_line
from qualtool.ui.reader.margin import Name, Stripe, column_left, worded
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.painting import Emphasis, strong_tint
from qualtool.ui.reader.written import ALL, Written, written

_MOST_COLUMNS = 14  # further stripes share the last column; their names still stand apart
_FEWEST_COLUMNS = 2  # names begin beside these, so that most of them begin below each other
_PADDING = 6
_CARD = 170  # pixels
_BEYOND = 99  # pixels past the edge of the view to which a stripe is drawn
_CARD_ROWS = 3  # of one name; the tool tip has all of it


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
    return at.margin_left + column_left(max(_FEWEST_COLUMNS, min(columns, _MOST_COLUMNS))) + 5


def rows_wished(words: str, beside: int, at: Measure, face: Face) -> int:
    """How many rows a name needs beside so many columns of stripes."""
    width = at.margin_right - names_left(at, beside)
    return len(written(words, face, width, ALL).rows)


def _paint_stripe(
    painter: QPainter, stripe: Stripe, margin: Margin, at: Measure, emphasis: Emphasis
) -> Target:
    mark = theme.current().code_colour(stripe.coding.colour).mark
    column = min(stripe.column, _MOST_COLUMNS - 1)
    x = at.margin_left + column_left(column)
    room = column_left(column + 1) - column_left(column)
    top, bottom = stripe.top - margin.scroll + 2, stripe.bottom - margin.scroll - 3
    width = 3
    if emphasis.holds(stripe.coding):
        x, width = x - 1, 5
    # Where it begins may lie far above the view; no dash is drawn that cannot be seen.
    seen_top = max(top, -_BEYOND)
    seen_bottom = min(bottom, margin.bottom - margin.scroll + _BEYOND)
    seen = QRectF(x, seen_top, width, seen_bottom - seen_top)
    paint_line(painter, seen, mark, stripe.coding.hand)
    return Target(QRectF(x - 1, top, room, bottom - top), stripe.coding)


def _paint_name(
    painter: QPainter, name: Name, margin: Margin, at: Measure, face: Face, emphasis: Emphasis
) -> list[Target]:
    left = names_left(at, name.beside)
    row = face.row
    box = QRectF(left, name.top - margin.scroll, at.margin_right - left, row * name.rows)
    targets = []
    if name.folded:
        fold = _paint_fold(painter, name, box, face)
        box.setRight(fold.left() - 4)
        targets.append(Target(fold, name.coding, folded=name.folded))
    words = worded(name.coding, margin.sign_of)
    stands_out = emphasis.holds(name.coding)
    text = written(words, face, box.width(), name.rows, bold=stands_out)
    box.setHeight(row * len(text.rows))
    if stands_out:
        behind = QRectF(box.left() - 5, box.top(), text.width + 10, box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong_tint(name.coding.colour))
        painter.drawRoundedRect(behind, 4, 4)
        painter.setPen(_ink(name.coding, stands_out=stands_out))
        painter.setFont(face.small_bold)
        text.draw(painter, box.left(), box.top(), row)
    else:
        ink, ground = _ink(name.coding, stands_out=False), theme.current().colour("surface")
        text.draw_on(painter, left, name.top - margin.scroll, row, ink, ground)
    targets.append(Target(box, name.coding, words, text.cut))
    return targets


def _paint_fold(painter: QPainter, name: Name, row: QRectF, face: Face) -> QRectF:
    """Paint the "+3" behind which further names lie; where it is."""
    more = _("+{count}").format(count=len(name.folded))
    width = QFontMetricsF(face.small_bold).horizontalAdvance(more) + 10
    fold = QRectF(row.right() - width, row.top() + 1, width, row.height() - 2)
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
    """The names of the excerpt that stands out, in more rows, where they are cut or folded."""
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
    whole = [
        (
            each.coding,
            written(worded(each.coding, margin.sign_of), face, width, _CARD_ROWS, bold=True),
        )
        for each in stripes
    ]
    whole, left_out = _that_fit(whole, margin.bottom - margin.scroll, face.row, emphasis)
    height = sum(len(text.rows) * face.row for _coding, text in whole) + _PADDING
    height += face.row if left_out else 0
    top = max(4.0, min(top - _PADDING / 2, margin.bottom - margin.scroll - height - 4))
    card = QRectF(left - _PADDING - 0.5, round(top) + 0.5, width + _PADDING + 2, height)
    painter.setPen(QPen(theme.current().colour("field_line"), 1))
    painter.setBrush(theme.current().colour("surface"))
    painter.drawRoundedRect(card, 5, 5)
    painter.setFont(face.small_bold)
    y = card.top() + _PADDING / 2
    found = []
    for coding, text in whole:
        box = QRectF(left, y, width, face.row * len(text.rows))
        alone = emphasis.alone is not None and emphasis.alone.id == coding.id
        if alone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(strong_tint(coding.colour))
            painter.drawRoundedRect(box.adjusted(-4, 0, 0, 0), 4, 4)
        painter.setPen(_ink(coding, stands_out=alone))
        text.draw(painter, left, y, face.row)
        found.append(Target(box, coding, worded(coding, margin.sign_of)))
        y += box.height()
    if left_out:
        painter.setPen(theme.current().colour("ink"))
        more = _("+{count}").format(count=len(left_out))
        box = QRectF(left, y, width, face.row)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, more)
        found.append(Target(box, left_out[0], folded=tuple(left_out)))
    return found


def _that_fit(
    whole: list[tuple[CodingRow, Written]], height: float, row: int, emphasis: Emphasis
) -> tuple[list[tuple[CodingRow, Written]], list[CodingRow]]:
    """The names that a card in a view of this height has room for, and the codings left out.

    The one that is pointed at by key is always among the names.
    """
    room = int((height - 8 - _PADDING) // row)
    if sum(len(text.rows) for _coding, text in whole) <= room:
        return whole, []
    meant = emphasis.alone.id if emphasis.alone is not None else None
    first = next((n for n, (coding, _text) in enumerate(whole) if coding.id == meant), 0)
    ordered = whole[first:] + whole[:first]
    fitting: list[tuple[CodingRow, Written]] = []
    taken = 1  # for the words that say how many more there are
    for coding, text in ordered:
        taken += len(text.rows)
        if taken > room and fitting:
            break
        fitting.append((coding, text))
    return fitting, [coding for coding, _text in ordered[len(fitting) :]]


def _ink(coding: CodingRow, *, stands_out: bool) -> QColor:
    colours = theme.current()
    return colours.colour("ink") if stands_out else colours.code_colour(coding.colour).ink


def target_at(targets: Sequence[Target], place: QPointF) -> Target | None:
    """What is pointed at, the topmost of several."""
    return next((t for t in reversed(targets) if t.box.contains(place)), None)
