"""How an excerpt looks in a list: where it stands, its words, and the valence to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.core.depth import SIGNS
from qualtool.core.quotation_marks import quoted
from qualtool.core.theme_words import FITS
from qualtool.i18n import gettext as _
from qualtool.store.rows import ValenceRow
from qualtool.ui import fonts, theme
from qualtool.ui.models.excerpts import Card, Head, Role
from qualtool.ui.panels.memo_mark import mark_box, paint_memo_mark

PADDING = 12
GAP = 8
SEGMENT_HEIGHT = 22
SEGMENT_GAP = 6
STAR = 20
LONGEST = 1200  # code points of an excerpt that a card shows
HEAD = 34  # pixels of the line above a group

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Segment:
    """A valence of a card, or how it fits, and where on the card that can be clicked."""

    key: str
    words: str
    box: QRectF


class ExcerptDelegate(QStyledItemDelegate):
    """Paints a `Card`, and says where its valences lie."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.valences: Sequence[ValenceRow] = ()
        self.show_codes = False
        self.show_document = True  # in the place; not where a head says it
        self.show_context = False
        self.link_place = False  # the place alone opens it, and is seen to
        self.show_fits = False  # how each fits the theme that the list is about
        self._heights: dict[tuple[int, int, bool, bool, bool, str], int] = {}

    def forget_sizes(self) -> None:
        """Measure anew: the fonts or the valences have changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(Role.CARD)
        assert isinstance(card, Card)
        width = _card_width(option)
        excerpt = card.excerpt
        shown = excerpt.display_text or excerpt.text
        key = (excerpt.id, width, self.show_codes, self.show_context, self.show_fits, shown)
        if key not in self._heights:
            self._heights[key] = self._height(card, width)
        return QSize(width, self._heights[key] + self.head_height(index))

    def head_height(self, index: Index) -> int:
        """How far above a card the head of its group reaches; 0 where it has none."""
        if index.data(Role.HEAD) is None:
            return 0
        return HEAD if index.row() else HEAD - 8

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(Role.CARD)
        assert isinstance(card, Card)
        colours = theme.current()
        head = index.data(Role.HEAD)
        box = QRectF(option.rect).adjusted(0, self.head_height(index), 0, -GAP)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(head, Head):
            _paint_head(painter, head, box)
        painter.setPen(QPen(colours.colour("accent" if selected else "line"), 2 if focused else 1))
        painter.setBrush(colours.colour("selection" if selected else "surface"))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
        left, top, width = box.left() + PADDING, box.top() + PADDING, box.width() - 2 * PADDING
        top += self._paint_place(painter, card, left, top, width) + 4
        layout, height = self._words(card, width)
        painter.setPen(colours.colour("ink"))
        layout.draw(painter, QPointF(left, top))
        top += height + 6
        if self.show_codes:
            top += self._paint_codes(painter, card, left, top, width)
        for segment in self.segments(card, box.toRect()):
            self._paint_segment(painter, segment, chosen=segment.key == card.valence)
        for segment in self.fit_segments(card, box.toRect()):
            self._paint_segment(painter, segment, chosen=segment.key == card.fit)
        painter.restore()

    def segments(self, card: Card, box: QRect) -> list[Segment]:
        """The valences of a card that lies in `box`, left to right."""
        if not card.codings:
            return []
        signs = {each.key: each.sign.replace("-", "−") for each in self.valences}
        said = [(v.key, f"{signs[v.key]} {v.name}".strip()) for v in self.valences]
        short = {v.key: signs[v.key] or v.name[:1] for v in self.valences}
        return _in_a_row(said, short, box, box.bottom() - PADDING - SEGMENT_HEIGHT + 1)

    def fit_segments(self, card: Card, box: QRect) -> list[Segment]:
        """How a card that lies in `box` may fit the theme the list is about, left to right."""
        if not self.show_fits:
            return []
        below = SEGMENT_HEIGHT + SEGMENT_GAP if self.segments(card, box) else 0
        top = box.bottom() - PADDING - SEGMENT_HEIGHT + 1 - below
        said = [(key, _(words)) for key, words in FITS.items()]
        return _in_a_row(said, {key: words[:1] for key, words in said}, box, top)

    def place_height(self) -> float:
        """How far down from the top of a card the line reaches that says where it stands."""
        return PADDING + QFontMetricsF(fonts.interface(11)).height() + 2

    def star_sign(self, card: Card, box: QRect) -> QRectF:
        """Where a card that lies in `box` is starred by a click; only in the list of a theme."""
        if not self.show_fits:
            return QRectF()
        height = QFontMetricsF(fonts.interface(11)).height()
        left = box.left() + box.width() - PADDING - STAR + 4
        return QRectF(left, box.top() + PADDING - 4, STAR, height + 8)

    def memo_sign(self, card: Card, box: QRect) -> QRectF:
        """Where the sign of memos stands on a card that lies in `box`; nowhere without any."""
        if not card.memos:
            return QRectF()
        middle = box.top() + PADDING + QFontMetricsF(fonts.interface(11)).height() / 2
        right = box.left() + box.width() - PADDING - (STAR if self.show_fits else 0)
        return mark_box(right, middle).adjusted(-4, -4, 4, 4)

    def _words(self, card: Card, width: float) -> tuple[QTextLayout, float]:
        """The words of a card, where they stand in the text if that is to be seen."""
        words = _shown_words(card)
        if not self.show_context:
            return _laid_out(words, width)
        before = " ".join(card.excerpt.before.split())
        after = " ".join(card.excerpt.after.split())
        before = f"… {before} " if before else ""
        after = f" {after} …" if after else ""
        quiet = ((0, _units(before)), (_units(before + words), _units(after)))
        return _laid_out(f"{before}{words}{after}", width, quiet)

    def _height(self, card: Card, width: int) -> int:
        inner = width - 2 * PADDING
        _layout, words = self._words(card, inner)
        height = 2 * PADDING + GAP + QFontMetricsF(fonts.interface(11)).height() + 4 + words
        if self.show_codes:
            height += 20
        if card.codings and self.valences:
            height += SEGMENT_GAP + SEGMENT_HEIGHT
        if self.show_fits:
            height += SEGMENT_GAP + SEGMENT_HEIGHT
        return round(height)

    def _paint_place(
        self, painter: QPainter, card: Card, left: float, top: float, width: float
    ) -> float:
        excerpt = card.excerpt
        font = fonts.interface(11)
        place = excerpt.place[:1].upper() + excerpt.place[1:]
        words = f"{excerpt.document}, {excerpt.place}" if self.show_document else place
        if signs := dict.fromkeys(each.initials for each in card.codings if each.initials):
            words += f" · {', '.join(signs)}"
        if depths := dict.fromkeys(SIGNS[each.depth] for each in card.codings if each.depth):
            words += f"  {' '.join(depths)}"
        if excerpt.starred and not self.show_fits:
            words += "  ★"
        if excerpt.do_not_quote:
            words += " · " + _("do not quote")
        measure = QFontMetricsF(font)
        if self.show_fits:
            star = self.star_sign(card, QRect(int(left) - PADDING, 0, int(width) + 2 * PADDING, 0))
            painter.setFont(fonts.interface(13))
            painter.setPen(theme.current().colour("ink" if excerpt.starred else "faint"))
            box = QRectF(star.left(), top, star.width(), measure.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "★" if excerpt.starred else "☆")
            width -= STAR
        if card.memos:
            right = paint_memo_mark(painter, left + width, top + measure.height() / 2)
            width = right - left
        painter.setFont(font)
        painter.setPen(theme.current().colour("accent" if self.link_place else "muted"))
        cut = measure.elidedText(words, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QPointF(left, top + measure.ascent()), cut)
        return measure.height()

    def _paint_codes(
        self, painter: QPainter, card: Card, left: float, top: float, width: float
    ) -> float:
        font = fonts.interface(11)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        right = left + width
        for name, colour in dict.fromkeys((c.code, c.colour) for c in card.codings):
            room = right - left - 14
            if room < 24:
                break
            code = theme.current().code_colour(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(code.mark)
            painter.drawRoundedRect(QRectF(left, top + 4, 8, 8), 2, 2)
            painter.setPen(code.ink)
            cut = measure.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left + 13, top + 2 + measure.ascent()), cut)
            left += 13 + measure.horizontalAdvance(cut) + 12
        return 20

    def _paint_segment(self, painter: QPainter, segment: Segment, *, chosen: bool) -> None:
        colours = theme.current()
        painter.setPen(QPen(colours.colour("accent" if chosen else "line"), 1))
        painter.setBrush(colours.colour("accent") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(segment.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colours.colour("on_accent" if chosen else "muted"))
        painter.setFont(fonts.interface(11))
        painter.drawText(segment.box, Qt.AlignmentFlag.AlignCenter, segment.words)


def _in_a_row(
    said: Sequence[tuple[str, str]], short: Mapping[str, str], box: QRect, top: float
) -> list[Segment]:
    """Segments beside each other in a card; those there is no room for by their short words."""
    measure = QFontMetricsF(fonts.interface(11))
    left = float(box.left() + PADDING)
    found: list[Segment] = []
    for key, words in said:
        width = measure.horizontalAdvance(words) + 16
        if left + width > box.right() - PADDING and found:
            words = short[key]
            width = measure.horizontalAdvance(words) + 16
        found.append(Segment(key, words, QRectF(left, top, width, SEGMENT_HEIGHT)))
        left += width
    return found


def _card_width(option: QStyleOptionViewItem) -> int:
    widget = option.widget
    viewport = getattr(widget, "viewport", None)
    return int(viewport().width()) if viewport else int(option.rect.width())


def _shown_words(card: Card) -> str:
    words = card.excerpt.display_text or card.excerpt.text
    if len(words) > LONGEST:
        words = words[:LONGEST].rstrip() + " …"
    return quoted(words.replace("\n", "\u2028"))


def _paint_head(painter: QPainter, head: Head, card: QRectF) -> None:
    font = fonts.interface(12, bold=True)
    measure = QFontMetricsF(font)
    base = card.top() - 8
    count = str(head.count)
    taken = measure.horizontalAdvance(count)
    painter.setFont(font)
    painter.setPen(theme.current().colour("ink"))
    name = measure.elidedText(
        head.name or _("No case"), Qt.TextElideMode.ElideRight, card.width() - taken - 20
    )
    painter.drawText(QPointF(card.left() + 2, base), name)
    painter.setFont(fonts.interface(12))
    painter.setPen(theme.current().colour("muted"))
    painter.drawText(QPointF(card.right() - taken - 4, base), count)


def _units(words: str) -> int:
    """How many UTF-16 units words take in a layout of Qt's."""
    return len(words.encode("utf-16-le")) // 2


def _laid_out(
    words: str, width: float, quiet: Sequence[tuple[int, int]] = ()
) -> tuple[QTextLayout, float]:
    """Words in lines, with their height; `quiet` are stretches (start, length) in muted ink."""
    layout = QTextLayout(words, fonts.reading(14.5))
    muted = QTextCharFormat()
    muted.setForeground(theme.current().colour("muted"))
    ranges = []
    for start, length in quiet:
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = start, length, muted
        ranges.append(stretch)
    layout.setFormats(ranges)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * 1.1
    layout.endLayout()
    return layout, height
