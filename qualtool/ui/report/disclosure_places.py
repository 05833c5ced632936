"""The places of one matter: one shown with its words, forward and back, and all in a list."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.disclosure import Level
from qualtool.i18n import gettext as _
from qualtool.reports.disclosed import LEVEL_WORDS, Disclosed
from qualtool.reports.disclosed_matters import Gathered
from qualtool.ui import icons
from qualtool.ui.panels.wrapped import WrappedLabel, opened

AROUND: Final = 60  # characters shown on each side of the words
_ROWS: Final = 6  # of the list that are in view


class DisclosurePlaces(QWidget):
    """The arrows at the sides go from place to place; the list shows all of them.

    Where there is one place alone, there are only its words.
    """

    moved = Signal()  # another place is shown
    shown = Signal(object)  # Disclosed, to be seen in the report
    left = Signal()  # the keys go back to the card

    def __init__(self, matter: Gathered, at: int, *, unfolded: bool) -> None:
        super().__init__()
        self._matter = matter
        self.at = at
        self.list: PlacesList | None = None
        self.head: PlacesHead | None = None
        self._where: WrappedLabel | None = None
        self._why: WrappedLabel | None = None  # made when a place has a reason of its own
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        if len(matter.places) > 1:
            self.head = PlacesHead(mixed=len(matter.levels) > 1)
            self.head.back.clicked.connect(lambda: self.step(-1))
            self.head.forward.clicked.connect(lambda: self.step(1))
            self.head.fold.toggled.connect(self._unfold)
            self._where = WrappedLabel(role="small")
            self._column.addWidget(self.head)
            self._column.addWidget(self._where)
        self._column.addWidget(self._words)
        self._show()
        if self.head is not None:
            self.head.fold.setChecked(unfolded)

    @property
    def place(self) -> Disclosed:
        """The place that is shown."""
        return self._matter.places[self.at]

    @property
    def unfolded(self) -> bool:
        """Whether the list is shown."""
        return self.head is not None and self.head.fold.isChecked()

    def said(self) -> str:
        """The place that is shown, in words to be heard."""
        around = "".join(self.place.around(AROUND)).strip()
        if self.head is None:
            return around
        place = self.place
        number, level = self.head.number.text(), _(LEVEL_WORDS[place.level])
        said = (number, level, where_said(place), around, self._matter.own_why(place))
        return ", ".join(part for part in said if part)

    def step(self, step: int) -> None:
        """Show the place after (1) or before (-1) this one, where there is one."""
        self.go(self.at + step)

    def go(self, at: int) -> None:
        """Show this place, counted from 0; the first or the last where there is none such."""
        at = min(max(0, at), len(self._matter.places) - 1)
        if at != self.at:
            self.at = at
            self._show()
            self.moved.emit()

    def turn_list(self) -> None:
        """Show the list, or fold it away."""
        if self.head is not None:
            self.head.fold.toggle()

    # inside

    def _show(self) -> None:
        place = self.place
        if self.head is not None:
            self.head.show_place(self.at, len(self._matter.places), place.level)
        if self._where is not None:
            self._where.setText(where_said(place))
        before, words, after = place.around(AROUND)
        there = bool(before.strip() or after.strip())
        marked = f"{_html(before)}<b>{_html(words)}</b>{_html(after)}"
        self._words.setText(marked if there else "")
        self._words.setAccessibleName(f"{before}{words}{after}")
        self._words.setVisible(there)
        why = self._matter.own_why(place)
        if why and self._why is None:
            self._why = WrappedLabel(role="small")
            self._column.insertWidget(self._column.indexOf(self._words) + 1, self._why)
        if self._why is not None:
            self._why.setText(why)
            self._why.setVisible(bool(why))
        if self.list is not None and self.list.currentRow() != self.at:
            self.list.setCurrentRow(self.at)

    def _unfold(self, open_: bool) -> None:
        if open_ and self.list is None:  # it is made when it is asked for: there may be hundreds
            self.list = PlacesList(self._matter, self.at)
            self.list.currentRowChanged.connect(self.go)
            self.list.itemClicked.connect(lambda _item: self.shown.emit(self.place))
            self.list.wished.connect(lambda: self.shown.emit(self.place))
            self.list.left.connect(self.left)
            self._column.addWidget(self.list)
        if self.list is not None:
            self.list.setVisible(open_)
            self.list.scrollToItem(self.list.currentItem())


class PlacesHead(QWidget):
    """Which place of how many is shown, the way to the others, and how sure it is there."""

    def __init__(self, *, mixed: bool) -> None:
        super().__init__()
        self.back = _arrow("left", _("The place before"))
        self.forward = _arrow("right", _("The next place"))
        self.number = QLabel()
        self.number.setProperty("role", "small")
        self.fold = QPushButton()
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(_("List of places"))
        self.fold.setToolTip(_("List of places"))
        self.fold.setIcon(icons.icon("down"))
        self.fold.toggled.connect(lambda on: self.fold.setIcon(icons.icon("up" if on else "down")))
        self._level = QLabel() if mixed else None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.back)
        across.addWidget(self.number)
        across.addWidget(self.forward)
        if self._level is not None:
            self._level.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            across.addWidget(self._level)
        across.addStretch(1)
        across.addWidget(self.fold)

    def show_place(self, at: int, count: int, level: Level) -> None:
        """Say that this place is shown, counted from 0."""
        self.number.setText(_("{number} of {count}").format(number=at + 1, count=count))
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at + 1 < count)
        if self._level is not None and self._level.property("role") != f"level-{level}":
            self._level.setText(_(LEVEL_WORDS[level]))
            self._level.setProperty("role", f"level-{level}")
            self._level.style().unpolish(self._level)
            self._level.style().polish(self._level)


class PlacesList(QListWidget):
    """Every place in the order of the report; the arrows choose, Enter shows it there."""

    wished = Signal()
    left = Signal()

    def __init__(self, matter: Gathered, at: int) -> None:
        super().__init__()
        self.setProperty("role", "finding-places")
        self.setAccessibleName(_("Places of {words}").format(words=matter.title))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        mixed = len(matter.levels) > 1
        for each in matter.places:
            where = where_said(each)
            said = f"{where} · {_(LEVEL_WORDS[each.level])}" if mixed else where
            item = QListWidgetItem(said)
            around = "".join(each.around(AROUND)).strip()
            item.setToolTip(around)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}: {around}")
            self.addItem(item)
        self.setCurrentRow(at)
        rows = min(len(matter.places), _ROWS)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()  # the keys of the card
        else:
            super().keyPressEvent(event)


def _arrow(icon: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same on the card
    return button


def where_said(place: Disclosed) -> str:
    """Where a place is, in words, and how often the same text stands beside it."""
    if place.times < 2:
        return place.place
    return _("{place} and {count} more").format(place=place.place, count=place.times - 1)


def _html(words: str) -> str:
    return escape(opened(words), quote=False)
