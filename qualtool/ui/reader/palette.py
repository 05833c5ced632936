"""The code palette: opens at the selection, and a few letters and Enter code it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.names import tidy
from qualtool.i18n import gettext as _
from qualtool.store.rows import ValenceRow
from qualtool.ui import fonts, theme
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.palette_choice import Choice
from qualtool.ui.reader.palette_field import PaletteField
from qualtool.ui.reader.palette_new import Swatches
from qualtool.ui.reader.palette_parts import Chips, Hint
from qualtool.ui.reader.palette_rows import HEIGHT, Row, RowDelegate, Rows, row_height, spoken
from qualtool.ui.reader.shadow import REACH, paint_floating
from qualtool.ui.reader.signs import shown_sign, with_sign
from qualtool.ui.reader.speaking import announce

_WIDTH: Final = 372
_MOST_ROWS: Final = 8
_FIELD: Final = 38
_TALLEST: Final = 330
_GAP: Final = 6  # between the selection and the palette
_EDGE: Final = 8  # between the palette and the edge of the window


class Palette(QWidget):
    """Lies over the whole window with a card in it; says what was chosen, and when it is closed.

    A click beside the card closes it, as with any menu.
    """

    applied = Signal(list, object)  # Candidates, valence or None
    made = Signal(list, object, object)  # Candidates besides, the new one, valence
    in_vivo = Signal()
    followed = Signal(str)  # what was applied is to get a "comment" or a "memo"
    valence_missing = Signal(str)  # the sign of one that the project does not have
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.refusing: Callable[[Candidate, bool], str] = lambda _new, _placed: ""
        self.choice = Choice()
        self.field = PaletteField()
        self.rows = Rows()
        self.list = QListView()
        self.card = QWidget(self)
        self._valence_words = QLabel()
        self._chips = Chips()
        self._swatches = Swatches()
        self._hint = Hint()
        self._valences: Sequence[ValenceRow] = ()
        self._valence: ValenceRow | None = None
        self._ticked: list[Candidate] = []
        self._placing: Candidate | None = None  # a new code that is given its place
        self._place = QRect()
        self._above = False
        self._build()
        self._connect()
        window.installEventFilter(self)

    def open_at(
        self, place: QRect, typed: str = "", valences: Sequence[ValenceRow] = (), sign: str = ""
    ) -> None:
        """Open beside `place` (in the window's coordinates), with this typed already."""
        self._valences = valences
        self._valence = None
        self._ticked = []
        self._stop_placing()
        self._place = place
        window = self.window().rect()
        below = window.bottom() - place.bottom()
        self._above = below < _TALLEST and place.top() - window.top() > below
        self._chips.show_chips(())
        self.field.setText(typed)
        self.field.setCursorPosition(len(typed))
        self._show_valence()
        if sign:
            self._set_sign(sign)
        self.setGeometry(window)
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def current(self) -> Row | None:
        """The row that Enter would apply."""
        return self.rows.row(self.list.currentIndex().row())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.card.geometry())
        paint_floating(painter, frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.current().colour("line"), 1))
        line = self.list.mapTo(self, self.list.rect().topLeft()).y() - 1
        painter.drawLine(int(frame.left()) + 1, line, int(frame.right()) - 2, line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.close_up()  # what it stood beside has moved
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()

    def _build(self) -> None:
        self.setAccessibleName(_("Code palette"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Codes and themes that fit"))
        self.list.setMouseTracking(True)
        self._valence_words.setFont(fonts.interface(12))
        line = QHBoxLayout()
        line.addStrut(_field_height())
        line.setContentsMargins(14, 0, 14, 0)
        line.addWidget(self.field, 1)
        line.addWidget(self._valence_words)
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._chips)
        layout.addLayout(line)
        layout.addWidget(self._swatches)
        layout.addSpacing(1)
        layout.addWidget(self.list)
        layout.addWidget(self._hint)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self._step)
        self.field.applied.connect(self._apply)
        self.field.made_new.connect(self._make)
        self.field.ticked.connect(self._tick)
        self.field.unticked.connect(self._untick)
        self.field.sign_pressed.connect(self._set_sign)
        self.field.in_vivo_pressed.connect(self._make_in_vivo)
        self.field.let_go.connect(self._let_go)
        self.field.placing_pressed.connect(self._place_new)
        self.field.colour_stepped.connect(self._step_colour)
        self.field.follow_pressed.connect(self._apply_and_follow)
        self._swatches.colour_chosen.connect(self._colour_new)
        self.list.clicked.connect(self._apply_row)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def _search(self) -> None:
        typed = self.field.text()
        if self._placing is not None:
            rows = self.choice.places(typed)
        else:
            rows = self.choice.rows(typed, self._ticked)
        self.rows.show(rows)
        self._show_keys()
        # With something ticked and nothing typed, Enter applies just what is ticked.
        if rows and (typed.strip() or not self._ticked or self._placing):
            self.list.setCurrentIndex(self.rows.index(0))
        self.list.scrollToTop()
        self._fit(rows)

    def _fit(self, rows: Sequence[Row]) -> None:
        window = self.window().rect()
        width = min(_WIDTH, window.width() - 2 * _EDGE)
        rest = _field_height() + self._hint.height() + self._chips.heightForWidth(width - 2) + 3
        rest += self._swatches.height() if self._placing is not None else 0
        tall = sum(row_height(row, width - 2) for row in rows[:_MOST_ROWS])
        frame = placed(window, self._place, width, (rest, tall), above=self._above)
        self.list.setFixedHeight(frame.height() - rest)
        before = self.card.geometry()
        self.card.setGeometry(frame)
        if frame != before:
            grown = frame.united(before).adjusted(-REACH, -REACH, REACH, REACH)
            self.update(grown)

    def _step(self, rows: int) -> None:
        count = self.rows.rowCount()
        if count:
            at = self.list.currentIndex().row()
            reached = (0 if rows > 0 else count - 1) if at < 0 else at + rows
            reached = reached % count if abs(rows) == 1 else min(max(reached, 0), count - 1)
            self.list.setCurrentIndex(self.rows.index(reached))

    def _apply(self) -> None:
        row = self.current()
        if self._placing is not None:
            self._make_here(self._placed(self._placing))
            return
        if row is not None and row.candidate is None:
            self._make()
            return
        chosen = list(self._ticked)
        if row is not None and row.candidate is not None and row.candidate not in chosen:
            chosen.append(row.candidate)
        if chosen:
            self.choice.used(chosen)
            self.close_up()
            self.applied.emit(chosen, self._valence.key if self._valence else None)

    def _on_current(self) -> None:
        row = self.current()
        if row is None:
            return
        self._show_keys()
        if row.candidate is not None and self._placing is None:
            self.rows.place_new(row.name if row.candidate.kind == "theme" else "")
            self._fit(self.rows.shown())  # where it stands may take another line
        announce(self.field, spoken(row))  # the keys stay with the field

    def _apply_row(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._apply()

    def _make(self) -> None:
        if self._placing is not None:
            self._make_here(self._placed(self._placing))
        elif name := tidy(self.field.text()):
            self._make_here(Candidate("new", self._theme_above() or 0, name))

    def _make_here(self, new: Candidate) -> None:
        if words := self.refusing(new, self._placing is not None):
            self._hint.refuse(words, self.card.width())
            self._fit(self.rows.shown())
            announce(self.field, words)
            return
        besides, valence = list(self._ticked), self._valence.key if self._valence else None
        self.choice.used([*besides, new])
        self.close_up()
        self.made.emit(besides, new, valence)

    def _apply_and_follow(self, then: str) -> None:
        self._apply()
        if not self.isVisible():
            self.followed.emit(then)

    def _place_new(self) -> None:
        """Ask where what was typed is to stand, and show the colours it may have."""
        name = tidy(self.field.text())
        offered = any(row.candidate is None for row in self.rows.shown())
        if self._placing is not None or not name or not offered:
            return
        self._placing = Candidate("new", 0, name)
        self._swatches.show_colour("")
        self._swatches.show()
        self.field.ask_for_place(name)
        self._show_ticked()
        announce(self.field, self.field.accessibleName())

    def _placed(self, new: Candidate) -> Candidate:
        """The new code where the current row says."""
        row = self.current()
        place = row.candidate if row is not None else None
        if place is not None and place.kind == "theme":
            return replace(new, id=place.id)
        if place is not None and place.kind == "code":
            return replace(new, parent_id=place.id)
        return new

    def _stop_placing(self) -> None:
        self._placing = None
        self._swatches.hide()
        self.field.ask_for_code()

    def _step_colour(self, step: int) -> None:
        if self._placing is not None:
            self._swatches.step(step)

    def _colour_new(self, colour: str) -> None:
        if self._placing is not None:
            self._placing = replace(self._placing, colour=colour)
            self._chips.show_chips((*self._ticked, self._placing))
            announce(self.field, self._swatches.words())

    def _let_go(self) -> None:
        """Escape leaves the place of a new code open; otherwise the palette closes."""
        if self._placing is None or not self.field.hasFocus():
            self.close_up()
            return
        name = self._placing.name
        self._stop_placing()
        self._chips.show_chips(tuple(self._ticked))
        self.field.setText(name)

    def _show_keys(self) -> None:
        row = self.current()
        self._hint.show_keys(
            valences=bool(self._valences),
            typed=bool(self.field.text()),
            new=row is not None and row.candidate is None,
            placing=self._placing is not None,
        )

    def _theme_above(self) -> int | None:
        row = self.current()
        candidate = row.candidate if row is not None else None
        return candidate.id if candidate is not None and candidate.kind == "theme" else None

    def _make_in_vivo(self) -> None:
        self.close_up()
        self.in_vivo.emit()

    def _tick(self) -> None:
        row = self.current()
        if self._placing is not None:
            self._ticked.append(self._placed(self._placing))
            self._stop_placing()
            self._show_ticked()
            return
        if row is None:
            return
        chosen = row.candidate or Candidate("new", 0, row.name)
        if chosen in self._ticked:
            self._ticked.remove(chosen)
        else:
            self._ticked.append(chosen)
        self._show_ticked()

    def _untick(self) -> None:
        if self._ticked and self._placing is None:
            self._ticked.pop()
            self._show_ticked()

    def _show_ticked(self) -> None:
        placing = () if self._placing is None else (self._placing,)
        self._chips.show_chips((*self._ticked, *placing))
        if self.field.text():
            self.field.clear()  # which searches anew
        else:
            self._search()

    def _set_sign(self, sign: str) -> None:
        meant = with_sign(self._valences, sign)
        if meant is None:
            self.valence_missing.emit(sign)
            return
        self._valence = None if meant == self._valence else meant
        self._show_valence()

    def _show_valence(self) -> None:
        words = ""
        if self._valence is not None:
            words = f"{shown_sign(self._valence.sign)} {self._valence.name}"
        self._valence_words.setText(words)
        self._valence_words.setVisible(bool(words))


def _field_height() -> int:
    return max(_FIELD, round(QFontMetricsF(fonts.interface(14)).height()) + 20)


def placed(
    window: QRect, beside: QRect, width: int, heights: tuple[int, int], *, above: bool
) -> QRect:
    """A frame below or above `beside` and inside the window.

    `heights` are what it needs and what it would like besides; of the latter it gets what there is.
    """
    needed, wished = heights
    free = beside.top() - window.top() if above else window.bottom() - beside.bottom()
    height = needed + max(min(wished, free - _GAP - _EDGE - needed), min(wished, HEIGHT))
    top = beside.top() - _GAP - height if above else beside.bottom() + _GAP
    left = beside.left() - 12
    return QRect(
        max(min(left, window.right() - width - _EDGE), window.left() + _EDGE),
        max(min(top, window.bottom() - height - _EDGE), window.top() + _EDGE),
        width,
        height,
    )
