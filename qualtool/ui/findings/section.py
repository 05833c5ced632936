"""One theme of the findings: its title and definition, what was found in short, and the parts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.findings import ThemeFindings
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.findings_summary import FEWEST, MOST, word_count
from qualtool.ui import theme
from qualtool.ui.dragging import FINDINGS, ids_from
from qualtool.ui.findings.part import OwnWords, PartView
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.tree_rows import MARK

INDENT: Final = 16  # beside the words of a part stands what it is dragged by
INSET: Final = 5  # from the edge of a field to its words


class ThemeSection(QWidget):
    """Keeps its fields while what is written changes, so that nobody is disturbed in writing."""

    summed_up = Signal(int, str)
    begun = Signal(int, str)
    quote_wished = Signal(int)
    part_dropped = Signal(int, int, int)  # part, theme, position
    part_made = Signal(object)  # PartView

    def __init__(self, shown: ThemeFindings) -> None:
        super().__init__()
        self.shown = shown
        self.parts: list[PartView] = []
        self._drop: int | None = None
        self.setAcceptDrops(True)
        self._title = QLabel()
        self._title.setProperty("role", "heading" if shown.depth == 0 else "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._definition = QLabel()
        self._definition.setProperty("role", "quiet-text")
        self._definition.setWordWrap(True)
        self._definition.setTextFormat(Qt.TextFormat.PlainText)
        self.summary = OwnWords(shown.summary, _("In short"), _("What was found, in short …"))
        self.summary.written.connect(lambda words: self.summed_up.emit(self.theme_id, words))
        self.summary.textChanged.connect(self._count)
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._new = self._new_field()
        self._quote = QPushButton(_("Quote …"))
        self._quote.setProperty("role", "link")
        self._quote.clicked.connect(lambda: self.quote_wished.emit(self.theme_id))
        self._lay_out()
        self.show_findings(shown, frozenset())

    @property
    def theme_id(self) -> int:
        """Whose findings these are."""
        return self.shown.theme.id

    def show_findings(self, shown: ThemeFindings, held_back: Collection[int]) -> None:
        """Show what is written now; fields that are being written in stay as they are."""
        self.shown = shown
        name = shown.theme.report_title or shown.theme.name
        self._title.setText(name)
        self._mark.show_colour(shown.theme.colour, ring=shown.depth > 0)
        self._definition.setText(shown.theme.definition)
        self._definition.setVisible(bool(shown.theme.definition.strip()))
        self.summary.show_text(shown.summary)
        self.setAccessibleName(name)
        self._quote.setAccessibleName(_("Quote an excerpt of “{theme}”").format(theme=name))
        there = {view.part.id: view for view in self.parts}
        held = QApplication.focusWidget()
        wanted: list[PartView] = []
        for part in shown.parts:
            view = there.pop(part.id, None)
            if view is not None and (view.part.excerpt is None) != (part.excerpt is None):
                there[view.part.id], view = view, None
            if view is None:
                view = self._made(part.id, shown)
            view.show_part(
                part, held_back=part.excerpt is not None and part.excerpt.id in held_back
            )
            wanted.append(view)
        for view in there.values():
            self._body.removeWidget(view)
            view.hide()
            view.deleteLater()
        if wanted != self.parts:
            for place, view in enumerate(wanted):
                self._body.insertWidget(place, view)
                view.show()  # at once, so that it can be gone to
            self.parts = wanted
        if held is not None and not held.hasFocus() and any(view.field is held for view in wanted):
            held.setFocus(Qt.FocusReason.OtherFocusReason)  # it has changed its place meanwhile
        self._count()

    def only_read(self) -> None:
        """Let nothing be written here."""
        for field in (self.summary, self._new):
            field.setReadOnly(True)
        self._new.hide()
        self._quote.hide()
        self.setAcceptDrops(False)
        for view in self.parts:
            view.only_read()

    def begin(self) -> None:
        """Let something be written at the end."""
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def view(self, part_id: int) -> PartView | None:
        """The view of a part that stands here."""
        return next((each for each in self.parts if each.part.id == part_id), None)

    def stops(self) -> list[QWidget]:
        """What the keys come to from above to below."""
        found: list[QWidget] = [self.summary]
        for view in self.parts:
            found += view.stops()
        return [*found, self._new, self._quote]

    @property
    def new(self) -> OwnWords:
        """The field at the end, in which a part is begun."""
        return self._new

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop is None:
            return
        painter = QPainter(self)
        painter.fillRect(INDENT, self._drop_line(), self.width() - INDENT, 2,
                         theme.current().colour("accent"))  # fmt: skip
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        numbers = ids_from(event.mimeData(), FINDINGS)
        position = self._position(event.position().toPoint())
        self._drop = None
        self.update()
        if numbers:
            event.acceptProposedAction()
            self.part_dropped.emit(numbers[0], self.theme_id, position)

    def _follow(self, event: QDragMoveEvent) -> None:
        if ids_from(event.mimeData(), FINDINGS):
            self._drop = self._position(event.position().toPoint())
            event.acceptProposedAction()
            self.update()

    def _position(self, at: QPoint) -> int:
        middles = [view.geometry().center().y() for view in self.parts]
        return sum(middle < at.y() for middle in middles)

    def _drop_line(self) -> int:
        assert self._drop is not None
        if self._drop < len(self.parts):
            return self.parts[self._drop].geometry().top() - 3
        return self._new.geometry().top() - 3

    def _made(self, part_id: int, shown: ThemeFindings) -> PartView:
        """The view of a new part; one that was begun in the field at the end keeps that field."""
        part = next(each for each in shown.parts if each.id == part_id)
        field = None
        written = self._new.toPlainText().strip()
        if part.kind == "text" and part.text == written and written:
            field, self._new = self._new, self._new_field()
            field.written.disconnect()
            field.show_text(part.text)
            self._end.replaceWidget(field, self._new)
        view = PartView(part, shown.theme.colour, field=field)
        self.part_made.emit(view)
        return view

    def _new_field(self) -> OwnWords:
        field = OwnWords("", _("Your own words, at the end"), _("Write …"))
        field.written.connect(lambda words: self.begun.emit(self.theme_id, words))
        return field

    def _count(self) -> None:
        count = word_count(self.summary.toPlainText())
        words = ngettext("{count} word", "{count} words", count).format(count=count)
        usual = _("usually {fewest}–{most}").format(fewest=FEWEST, most=MOST)
        beyond = count and not FEWEST <= count <= MOST
        self._words.setText(f"{words}, {usual}" if beyond else words)
        self._words.setVisible(count > 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        top = 28 if self.shown.depth == 0 else 16
        column.setContentsMargins(0, top, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(INDENT + INSET - MARK)
        self._mark = ColourMark(self.shown.theme.colour)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 0, 0)
        inner.setSpacing(4)
        for label in (self._definition, self._words):
            label.setContentsMargins(INSET, 0, 0, 0)
        inner.addWidget(self._definition)
        inner.addWidget(self.summary)
        inner.addWidget(self._words)
        column.addLayout(inner)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 4, 0, 0)
        self._body.setSpacing(10)
        column.addLayout(self._body)
        self._end = QVBoxLayout()
        self._end.setContentsMargins(INDENT, 0, 0, 0)
        self._end.setSpacing(4)
        self._end.addWidget(self._new)
        self._end.addWidget(self._quote, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._end)
