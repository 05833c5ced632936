"""How the board looks: cards, headings, the dashed places that take what is dropped."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qualtool.ui import icons, theme
from qualtool.ui.board.contents import Aside, Card, Section
from qualtool.ui.board.layout import (
    AFTER_MARK,
    ASIDE,
    CARD,
    FOLD,
    HEADING,
    HINT,
    LINE,
    MARK,
    NEW,
    PADDING,
    TITLE,
    Spot,
    head_room,
    name_room,
)
from qualtool.ui.board.lettering import (
    CAPS,
    HEAD,
    NAME,
    QUOTE,
    SMALL,
    SUB_HEAD,
    Face,
    lettering,
    line_height,
)
from qualtool.ui.panels.memo_mark import ROOM, mark_box, paint_memo_mark
from qualtool.ui.panels.tree_rows import paint_mark

BAR_WIDTH, BAR_HEIGHT = 44, 5


@dataclass(frozen=True, slots=True)
class State:
    """How something stands: chosen, with the keys, or lit because something would drop there."""

    chosen: bool = False
    focus: bool = False
    lit: bool = False


def paint(painter: QPainter, spot: Spot, state: State) -> None:
    """Paint something where it stands."""
    match spot.what:
        case _ if spot.what == CARD:
            assert isinstance(spot.thing, Card)
            paint_card(painter, spot.thing, spot.box, state)
        case _ if spot.what == HEADING:
            assert isinstance(spot.thing, Section)
            _paint_heading(painter, spot.thing, spot.box, state)
        case _ if spot.what == LINE:
            assert isinstance(spot.thing, Section)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().code_colour(spot.thing.colour).mark)
            painter.drawRoundedRect(spot.box, 1.5, 1.5)
        case _ if spot.what == ASIDE:
            assert isinstance(spot.thing, Aside)
            _paint_aside(painter, spot.thing, spot.box, state)
        case _ if spot.what in (HINT, NEW):
            _paint_hint(painter, str(spot.thing), spot.box, state)
        case _ if spot.what in (TITLE, FOLD):
            _paint_title(painter, spot, state)


def paint_card(painter: QPainter, card: Card, box: QRect, state: State) -> None:
    """A card: its colour, name and counts, and how it is read."""
    colours = theme.current()
    _paint_frame(painter, box, state)
    top, left, width = box.top() + PADDING, box.left() + PADDING, box.width()
    said = card.key[0] == "excerpt"
    if said:
        words = lettering(card.name, QUOTE, width - 2 * PADDING)
        painter.fillRect(
            QRectF(box.left() + 1, box.top() + 8, 2, box.height() - 16),
            colours.code_colour(card.colour).mark,
        )
    else:
        words = lettering(card.name, NAME, name_room(width))
        middle = top + line_height(NAME) / 2
        paint_mark(painter, QRectF(left, middle - MARK / 2, MARK, MARK), card.colour)
        left += MARK + AFTER_MARK
    painter.setPen(colours.colour("ink"))
    words.layout.draw(painter, QPointF(left, top))
    below = QRectF(
        box.left() + PADDING, top + words.height + 4, width - 2 * PADDING, line_height(SMALL)
    )
    painter.setPen(colours.colour("muted"))
    counts = lettering(card.counts, SMALL, 4000)
    painter.save()
    painter.setClipRect(below.adjusted(0, -2, 0, 2), Qt.ClipOperation.IntersectClip)
    counts.layout.draw(painter, below.topLeft())
    painter.restore()
    right = below.right() - (BAR_WIDTH + 6 if _has_bar(card, width) else 0)
    if card.memos:
        right = paint_memo_mark(painter, right, below.center().y())
    if card.also_in:
        sign = mark_box(right, below.center().y())
        icons.paint(painter, "copy", sign, colours.colour("muted"))
    if _has_bar(card, width):
        _paint_balance(painter, card, below)


def memo_box(card: Card, box: QRect) -> QRectF:
    """Where the sign of memos stands on a card; empty without any."""
    if not card.memos:
        return QRectF()
    bar = BAR_WIDTH + 6 if _has_bar(card, box.width()) else 0
    middle = box.bottom() + 1 - PADDING - line_height(SMALL) / 2
    return mark_box(box.right() + 1 - PADDING - bar, middle)


def words_of(words: str, face: Face, role: str, painter: QPainter, at: QPointF, room: int) -> None:
    """Write words in a face and the colour of a role."""
    painter.setPen(theme.current().colour(role))
    lettering(words, face, room).layout.draw(painter, at)


def _paint_frame(painter: QPainter, box: QRect, state: State) -> None:
    colours = theme.current()
    edge = "accent" if state.chosen else "focus" if state.focus else "line"
    painter.setPen(QPen(colours.colour(edge), 2 if state.focus else 1))
    painter.setBrush(colours.colour("selection" if state.chosen else "surface"))
    inner = 1.0 if state.focus else 0.5
    painter.drawRoundedRect(QRectF(box).adjusted(inner, inner, -inner, -inner), 6, 6)


def _paint_heading(painter: QPainter, section: Section, box: QRect, state: State) -> None:
    if state.lit or state.chosen or state.focus:
        painter.setPen(
            QPen(theme.current().colour("focus"), 1) if state.focus else Qt.PenStyle.NoPen
        )
        painter.setBrush(
            theme.current().colour("selection" if state.lit or state.chosen else "hover")
        )
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    at = QPointF(box.left() + 4, box.top() + 4)
    face, role = (SUB_HEAD, "muted") if section.depth else (HEAD, "ink")
    room = head_room(section, box.width())
    words_of(section.name, face, role, painter, at, room)
    right = box.right() + 1 - 4
    middle = at.y() + line_height(face) / 2
    for name in _signs(section):
        icons.paint(
            painter, name, QRectF(right - 14, middle - 7, 14, 14), theme.current().colour("muted")
        )
        right -= 18
    if not section.depth:
        below = at + QPointF(0, lettering(section.name, face, room).height + 4)
        words_of(section.counts, SMALL, "muted", painter, below, box.width() - 8)


def _signs(section: Section) -> list[str]:
    return [
        name
        for name, on in (("right", section.collapsed), ("check", section.state == "kept"))
        if on
    ]


def _paint_aside(painter: QPainter, aside: Aside, box: QRect, state: State) -> None:
    _paint_frame(painter, box, state)
    top, left = box.top() + PADDING, box.left() + PADDING
    middle = top + line_height(NAME) / 2
    paint_mark(painter, QRectF(left, middle - MARK / 2, MARK, MARK), aside.colour, ring=True)
    room = name_room(box.width())
    at = QPointF(left + MARK + AFTER_MARK, top)
    words_of(aside.name, NAME, "muted", painter, at, room)
    if aside.reason:
        below = QPointF(left, top + lettering(aside.name, NAME, room).height + 4)
        words_of(aside.reason, SMALL, "muted", painter, below, box.width() - 2 * PADDING)


def _paint_hint(painter: QPainter, words: str, box: QRect, state: State) -> None:
    colours = theme.current()
    pen = QPen(colours.colour("accent" if state.lit or state.focus else "field_line"), 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(
        colours.colour("selection") if state.lit else QColor(Qt.GlobalColor.transparent)
    )
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    shown = lettering(words, NAME if words == "+" else SMALL, box.width() - 24)
    at = QPointF(
        box.left() + (box.width() - shown.width) / 2, box.top() + (box.height() - shown.height) / 2
    )
    if shown.layout.lineCount() > 1:
        painter.setPen(colours.colour("muted"))
        font = shown.layout.font()
        painter.setFont(font)
        painter.drawText(
            QRectF(box).adjusted(12, 0, -12, 0),
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            words,
        )
        return
    painter.setPen(colours.colour("muted"))
    shown.layout.draw(painter, at)


def _paint_title(painter: QPainter, spot: Spot, state: State) -> None:
    assert isinstance(spot.thing, tuple)
    words, count, folded = spot.thing
    box = spot.box
    if state.focus:
        painter.setPen(QPen(theme.current().colour("focus"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    at = QPointF(box.left() + 4, box.top() + 4)
    if spot.what == FOLD:
        middle = box.center().y()
        icons.paint(
            painter,
            "right" if folded else "down",
            QRectF(box.left() + 2, middle - 6, 12, 12),
            theme.current().colour("muted"),
        )
        at += QPointF(14, 0)
    words_of(words.upper(), CAPS, "muted", painter, at, box.width())
    if count is not None:
        shown = lettering(str(count), SMALL, 60)
        painter.setPen(theme.current().colour("muted"))
        shown.layout.draw(painter, QPointF(box.right() - 4 - shown.width, at.y()))


def _has_bar(card: Card, width: int) -> bool:
    """Whether there is something to balance, and room to show it."""
    if not any(card.balance.values()):
        return False
    taken = lettering(card.counts, SMALL, 4000).width + 2 * PADDING + BAR_WIDTH + 8
    return width >= taken + ROOM * (bool(card.memos) + bool(card.also_in))


def _paint_balance(painter: QPainter, card: Card, below: QRectF) -> None:
    total = sum(card.balance.get(sign, 0) for sign in "-±+") or 1
    left = below.right() - BAR_WIDTH
    top = below.center().y() - BAR_HEIGHT / 2
    colours = theme.current()
    for sign, role in (("-", "barrier"), ("±", "faint"), ("+", "opportunity")):
        width = BAR_WIDTH * card.balance.get(sign, 0) / total
        if width:
            painter.fillRect(QRectF(left, top, width, BAR_HEIGHT), colours.colour(role))
        left += width
