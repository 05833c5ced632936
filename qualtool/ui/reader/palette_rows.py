"""The rows of the code palette: codes and themes that fit, and the code that could be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import fonts, theme
from qualtool.ui.reader.candidates import Candidate

Index = QModelIndex | QPersistentModelIndex
HEIGHT: Final = 30
_LEFT: Final = 34
_RIGHT: Final = 14
_MARK: Final = 9
_KEPT: Final = 400  # names that stay laid out


class Role(IntEnum):
    """What a row says of itself beyond its words."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate, its letters that were typed, and what tells it apart; or a name to be made."""

    candidate: Candidate | None
    name: str
    letters: tuple[tuple[int, int], ...] = ()
    aside: str = ""
    ticked: bool = False


class Rows(QAbstractListModel):
    """What the palette shows now."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_new(self, theme: str) -> None:
        """Say where the code that could be made would stand: under a theme, or nowhere."""
        for number, row in enumerate(self._rows):
            if row.candidate is None and row.aside != theme:
                self._rows = [
                    *self._rows[:number],
                    replace(row, aside=theme),
                    *self._rows[number + 1 :],
                ]
                self.dataChanged.emit(self.index(number), self.index(number))

    def shown(self) -> Sequence[Row]:
        """All rows, from the top."""
        return self._rows

    def row(self, number: int) -> Row | None:
        """A row, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name if row.candidate else new_words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.candidate.description or None if row.candidate else None
            case Role.ROW:
                return row
        return None


def new_words(row: Row) -> str:
    """A code that could be made, in words."""
    if row.aside:
        return _("New code “{name}” in {theme}").format(name=row.name, theme=row.aside)
    return _("New code “{name}”").format(name=row.name)


class RowDelegate(QStyledItemDelegate):
    """Paints a `Row`; a long name takes a second line before it is cut."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: dict[tuple[Row, float, str], list[QTextLayout]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Role.ROW)
        rows = option.widget
        assert isinstance(row, Row)
        assert isinstance(rows, QListView)
        return QSize(0, row_height(row, rows.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        colours = theme.current()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
        height, line = _faces().height, _faces().line
        middle = box.top() + height / 2
        _paint_mark(painter, row, QRectF(box.left() + 14, middle - _MARK / 2, _MARK, _MARK))
        painter.setPen(colours.colour("ink"))
        top = box.top() + (height - line) / 2
        for layout in self._kept_lines(row, box.width()):
            inner = layout.boundingRect().height()
            layout.draw(painter, QPointF(box.left() + _LEFT, top + (line - inner) / 2))
            top += line
        painter.setPen(colours.colour("muted"))
        painter.setFont(_faces().small)
        right = box.adjusted(0, 0, -_RIGHT, 0)
        right.setHeight(height)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, align, _right_words(row))
        painter.restore()

    def _kept_lines(self, row: Row, width: float) -> list[QTextLayout]:
        key = (row, width, theme.current().name)
        if key not in self._lines:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            self._lines[key] = _lines(row, width)
        return self._lines[key]


def row_height(row: Row, width: float) -> int:
    """How tall a row is in a palette of some width: that of one line, or of two."""
    faces = _faces()
    long = _measured(_whole(row), faces) * 1.03 >= _room(row, width)
    return faces.height + faces.line * long


@lru_cache(maxsize=4000)
def _measured(words: str, faces: _Faces, *, quiet: bool = False) -> float:
    """How wide words are: the same names are asked for at every key."""
    return (faces.quiet if quiet else faces.strong).horizontalAdvance(words)


@dataclass(frozen=True, slots=True, eq=False)  # there is one for each size of text
class _Faces:
    """The fonts of the rows and what follows from them, in the system's size of text."""

    name: QFont
    small: QFont
    strong: QFontMetricsF
    quiet: QFontMetricsF
    height: int  # of a row of one line
    line: int  # and of each further line


def _faces() -> _Faces:
    return _made_faces(fonts.points(1.0))


@lru_cache(maxsize=2)
def _made_faces(_scale: float) -> _Faces:
    line = round(QFontMetricsF(fonts.interface(13)).height()) + 2
    return _Faces(
        name=fonts.interface(13),
        small=fonts.interface(11),
        strong=QFontMetricsF(fonts.interface(13, bold=True)),
        quiet=QFontMetricsF(fonts.interface(11)),
        height=max(HEIGHT, line + 12),
        line=line,
    )


def _right_words(row: Row) -> str:
    candidate = row.candidate
    if candidate is None:
        return _("Shift Enter")
    if candidate.kind == "nowhere":
        return ""
    words = [str(candidate.count)]
    if candidate.kind == "theme":
        words.insert(0, _("theme"))
    if candidate.pin is not None:
        words.insert(0, _("key {number}").format(number=candidate.pin))
    if row.ticked:
        words.insert(0, "✓")
    return " · ".join(words)


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    if row.candidate is None:
        return new_words(row)
    if row.candidate.kind == "nowhere":
        return row.name
    count = row.candidate.count
    excerpts = ngettext("{count} excerpt", "{count} excerpts", count).format(count=count)
    return ", ".join(part for part in (row.name, row.aside, excerpts) if part)


def _paint_mark(painter: QPainter, row: Row, box: QRectF) -> None:
    if row.candidate is None or row.candidate.kind == "nowhere":
        pen = QPen(theme.current().colour("muted"), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        return
    mark = theme.current().code_colour(row.candidate.colour).mark
    if row.candidate.kind == "theme":
        painter.setPen(QPen(mark, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawRoundedRect(box, 2.5, 2.5)


def _room(row: Row, width: float) -> float:
    aside = _measured(_right_words(row), _faces(), quiet=True)
    return width - _LEFT - _RIGHT - 12 - aside


def _whole(row: Row) -> str:
    """What stands in a row: the name, and what tells it apart."""
    if row.candidate is None:
        return new_words(row)
    return f"{row.name}   {row.aside}" if row.aside else row.name


def _lines(row: Row, width: float) -> list[QTextLayout]:
    """The name in one line or two, its typed letters bold, and what tells it apart quieter."""
    room = _room(row, width)
    whole = _whole(row)
    name = row.name if row.candidate else whole
    formats = [_bold(start, end) for start, end in row.letters] if row.candidate else []
    if len(whole) > len(name):
        formats.append(_quiet(len(name), len(whole)))
    one = _layout(whole, formats, room)
    if one.lineCount() < 2:
        return [one]
    cut = one.lineAt(1).textStart()
    rest = whole[cut:]
    rest = _faces().strong.elidedText(rest, Qt.TextElideMode.ElideRight, room)
    first = [_clipped(each, 0, cut) for each in formats]
    second = [_clipped(each, cut, cut + len(rest)) for each in formats]
    return [
        _layout(whole[:cut], [each for each in first if each.length > 0], width),
        _layout(rest, [each for each in second if each.length > 0], width),
    ]


def _layout(words: str, formats: list[QTextLayout.FormatRange], room: float) -> QTextLayout:
    layout = QTextLayout(words, _faces().name)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    written = QTextCharFormat()
    written.setFontWeight(QFont.Weight.Bold)
    return _range(start, end, written)


def _quiet(start: int, end: int) -> QTextLayout.FormatRange:
    written = QTextCharFormat()
    written.setForeground(theme.current().colour("muted"))
    written.setFont(_faces().small)
    return _range(start, end, written)


def _range(start: int, end: int, written: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, written
    return found


def _clipped(each: QTextLayout.FormatRange, start: int, end: int) -> QTextLayout.FormatRange:
    left, right = max(each.start, start), min(each.start + each.length, end)
    return _range(left - start, max(left, right) - start, each.format)
