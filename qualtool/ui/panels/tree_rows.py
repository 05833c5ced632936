"""How the rows of the left pane look: a mark, a name, a quiet detail and a count."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.models.codebook import Node, Role, name_of
from qualtool.ui.panels.memo_mark import paint_memo_mark, pressed

ROW_HEIGHT = 26
MARK = 10
COUNT_ROOM = 28
NAME_SHARE, WHY_ROOM = 0.5, 140  # of a row that fits by its description

Index = QModelIndex | QPersistentModelIndex


def paint_mark(painter: QPainter, box: QRectF, colour: str, *, ring: bool = False) -> None:
    """The coloured square of a code, or the ring of a sub-theme."""
    mark = theme.current().code_colour(colour).mark
    if ring:
        painter.setPen(QPen(mark, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = box.adjusted(0.8, 0.8, -0.8, -0.8)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
    painter.drawRoundedRect(box, 3, 3)


class CodebookDelegate(QStyledItemDelegate):
    """Paints a theme or code of the codebook, with a sign where there are memos on it."""

    memos_pressed = Signal(object)  # Node
    naming = Signal(str, object)  # what is being typed as a name, Node
    refused = Signal(str)  # why what was typed cannot be the name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refusing: Callable[[str, Node], str] = lambda _name, _node: ""
        self._named: Node | None = None  # whose name is being typed
        self.field: QLineEdit | None = None  # where it is
        self.noted: Mapping[tuple[str, int], int] = {}  # memos on ("code", id) and ("theme", id)
        self.lit: frozenset[int] = frozenset()  # codes that the text tells of
        self.aside = False  # whether something else has been chosen since

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            node = self._named = index.data(Role.NODE)
            self.field = made
            made.textEdited.connect(lambda words: self.naming.emit(words, node))
        return made

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A name that cannot be given stays in its field, with what was typed."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        entered = isinstance(event, QKeyEvent) and pressed and event.key() in keys
        if entered and isinstance(editor, QLineEdit) and self._named is not None:
            words = self.refusing(editor.text(), self._named)
            if words:
                self.refused.emit(words)
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, round(QFontMetricsF(fonts.interface(13)).height()) + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = index.data(Role.NODE)
        assert isinstance(node, Node)
        colours = theme.current()
        view = option.widget
        assert isinstance(view, QTreeView)
        state = option.state
        box = QRectF(option.rect)
        row = QRectF(0, box.top(), view.viewport().width(), box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected and (not self.aside or view.hasFocus()):
            painter.fillRect(row, colours.colour("selection"))
        if node.code is not None and node.code.id in self.lit:
            _paint_lit(painter, row, node.code.colour)
        left = box.left() + 16
        middle = box.center().y() + 0.5
        if node.children:
            centre = QPointF(box.left() + 7, middle)
            _paint_chevron(painter, centre, opened=view.isExpanded(index))
        shown = node.theme or node.code
        if shown is not None:
            mark = QRectF(left, middle - MARK / 2, MARK, MARK)
            sub_theme = node.theme is not None and node.theme.parent_id is not None
            retired = node.code is not None and node.code.state == "retired"
            painter.setOpacity(0.45 if retired else 1)
            paint_mark(painter, mark, shown.colour, ring=sub_theme)
            painter.setOpacity(1)
            left += MARK + 8
        right = row.right() - 16
        count = index.data(Role.COUNT)
        if count is not None:
            painter.setFont(fonts.painted(11))
            painter.setPen(colours.colour("muted"))
            painter.drawText(
                QRectF(right - COUNT_ROOM, box.top(), COUNT_ROOM, box.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(count) if count else "–",
            )
            right -= COUNT_ROOM
        if memo_key(node) in self.noted:
            right = paint_memo_mark(painter, right, middle)
        if node.code is not None and node.code.pin:
            right = _paint_pin(painter, node.code.pin, right, middle)
        _paint_name(painter, node, name_of(node), QRectF(
            left, box.top(), right - left, box.height()
        ))  # fmt: skip
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        node, view, box = index.data(Role.NODE), option.widget, QRectF(option.rect)
        if memo_key(node) in self.noted and isinstance(view, QTreeView):
            right = view.viewport().width() - 16 - COUNT_ROOM
            if pressed(event, right, box.center().y()):
                self.memos_pressed.emit(node)
                return True
        return super().editorEvent(event, model, option, index)


def memo_key(node: Node) -> tuple[str, int] | None:
    """What a row shows, as memos are tied to it."""
    if node.code is not None:
        return "code", node.code.id
    return ("theme", node.theme.id) if node.theme is not None else None


def _paint_name(painter: QPainter, node: Node, name: str, box: QRectF) -> None:
    """The name, in it what the filter finds in bold; behind it why else the row fits."""
    look = theme.current()
    heading = node.theme is not None and node.theme.parent_id is None
    retired = node.code is not None and node.code.state == "retired"
    quiet = retired or (node.theme is None and node.code is None)
    plain, bold = fonts.painted(13, bold=heading), fonts.painted(13, bold=True)
    fit, width = node.fit, box.width() - 4
    why = (fit.why or _("much like it")) if fit is not None and not fit.marks else ""
    beside = " · ".join(part for part in (node.apart if node.alone else "", why) if part)
    if beside:
        needed = QFontMetricsF(fonts.interface(11)).horizontalAdvance(beside) + 12
        width = max(width * NAME_SHARE, width - min(needed, WHY_ROOM))
    strong = fit is not None and bool(fit.marks)
    shown = fonts.elided(name, width, 13, bold=strong or heading)
    painter.setPen(look.colour("muted" if quiet else "ink"))
    left, place = box.left(), 0
    for start, end in (*(fit.marks if fit is not None else ()), (len(shown), len(shown))):
        for part, font in ((shown[place:start], plain), (shown[start:end], bold)):
            if part:
                painter.setFont(font)
                painter.drawText(
                    QRectF(left, box.top(), box.right() - left, box.height()),
                    Qt.AlignmentFlag.AlignVCenter,
                    part,
                )
                if fit is not None or beside:
                    left += QFontMetricsF(font).horizontalAdvance(part)
        place = max(place, end)
    if not beside:
        return
    small = fonts.interface(11)
    painter.setFont(small)
    painter.setPen(look.colour("muted"))
    room = QRectF(left + 8, box.top(), box.right() - left - 12, box.height())
    cut = QFontMetricsF(small).elidedText(beside, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_lit(painter: QPainter, row: QRectF, colour: str) -> None:
    """The tint of a code that the text tells of, and at the edge its mark: not by colour alone."""
    code = theme.current().code_colour(colour)
    painter.fillRect(row, code.tint)
    painter.fillRect(QRectF(row.left(), row.top(), 3, row.height()), code.mark)


def _paint_chevron(painter: QPainter, centre: QPointF, *, opened: bool) -> None:
    x, y = centre.x(), centre.y()
    points = (
        [QPointF(x - 3.5, y - 1.5), QPointF(x, y + 2), QPointF(x + 3.5, y - 1.5)]
        if opened
        else [QPointF(x - 1.5, y - 3.5), QPointF(x + 2, y), QPointF(x - 1.5, y + 3.5)]
    )
    painter.setPen(QPen(theme.current().colour("muted"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _paint_pin(painter: QPainter, number: int, right: float, middle: float) -> float:
    box = QRectF(right - 16, middle - 8, 16, 16)
    painter.setPen(QPen(theme.current().colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(fonts.painted(10))
    painter.setPen(theme.current().colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
    return right - 20
