"""What a method chapter says of the material, counted as it is now, and what disagrees in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.core import case_kind
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.describing_rows import (
    About,
    Disagreement,
    Figure,
    FigureRow,
    Figures,
)
from qualtool.ui.material_words import counted, kind_name, short_date
from qualtool.ui.models.documents_table import Role
from qualtool.ui.models.words_table import Line, WordsTable
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.panels.row_table import RowTable
from qualtool.ui.panels.section import SectionHead

_NUMBERS = frozenset({1, 2, 3, 4})
_LONGEST = 38  # letters of a name
_SHOWN = 12  # places named under a disagreement


class FiguresView(RowTable):
    """Enter or a double click leads to the documents that a row counts."""

    documents_wished = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.table = WordsTable(_NUMBERS)
        self.setModel(self.table)
        self.setAccessibleName(_("Figures of the material"))
        self.doubleClicked.connect(lambda _index: self._wish())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish()
        else:
            super().keyPressEvent(event)

    def _wish(self) -> None:
        row = self.currentIndex().data(Role.ROW)
        if isinstance(row, FigureRow) and row.document_ids:
            self.documents_wished.emit(list(row.document_ids))


class FiguresPage(QWidget):
    """The figures at the left, what disagrees at the right, each with the way there."""

    documents_wished = Signal(list)
    about_wished = Signal(object)  # About

    def __init__(self) -> None:
        super().__init__()
        self.view = FiguresView()
        self.view.documents_wished.connect(self.documents_wished)
        self.odd = QVBoxLayout()
        self.odd.setContentsMargins(16, 0, 16, 16)
        self.odd.setSpacing(4)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        about = QLabel(_("Counted as the material is now. Press Enter to see what is counted."))
        about.setProperty("role", "quiet")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 16, 16, 14)
        bar.addWidget(about)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside(left, pane(self._odd_pane())))

    def show_figures(
        self,
        figures: Figures,
        schemes: Mapping[int, str],
        disagreements: Sequence[Disagreement],
    ) -> None:
        """Show these figures, divided also by the phases of each scheme, and what disagrees."""
        titles = (
            *(_("What"), _("Documents"), _("Words"), _("Length, minutes"), _("Cases")),
            *(_("From"), _("To")),
        )
        self.view.table.show(titles, list(_lines(figures, schemes)))
        head, mode = self.view.horizontalHeader(), QHeaderView.ResizeMode
        for section in range(len(titles)):
            head.setSectionResizeMode(section, mode.ResizeToContents if section else mode.Stretch)
        self._show_odd(disagreements)

    def _show_odd(self, disagreements: Sequence[Disagreement]) -> None:
        while (item := self.odd.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._head.set_count(len(disagreements))
        if not disagreements:
            self.odd.addWidget(_said(_("Nothing disagrees."), "quiet"))
        for each in disagreements:
            self.odd.addWidget(_said(each.message, "question"))
            for about in each.about[:_SHOWN]:
                self.odd.addWidget(self._door(about))
            if (more := len(each.about) - _SHOWN) > 0:
                words = ngettext("and {count} more", "and {count} more", more)
                self.odd.addWidget(_said(words.format(count=more), "quiet"))
            self.odd.addSpacing(10)

    def _door(self, about: About) -> QPushButton:
        words = f"{about.name} – {about.detail}" if about.detail else about.name
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        door = QPushButton(shown.replace("&", "&&"))
        door.setProperty("role", "link")
        door.setAccessibleName(words)
        door.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        door.setToolTip(words)
        door.clicked.connect(partial(self.about_wished.emit, about))
        return door

    def _odd_pane(self) -> QWidget:
        self._head = SectionHead(_("What disagrees"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        column.addLayout(self.odd)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area


def _lines(figures: Figures, schemes: Mapping[int, str]) -> Iterator[Line]:
    yield _line(_("All documents"), figures.everything)
    for row in figures.by_kind:
        yield _line(kind_name(row.kind), row)
    if len(figures.by_case_kind) > 1:
        yield _parting(_("By kind of case"))
        for row in figures.by_case_kind:
            yield _line(case_kind.name(row.case_kind, language()), row)
    for scheme_id, rows in figures.by_phase.items():
        yield _parting(schemes.get(scheme_id, ""))
        for row in rows:
            where = row.phase or _("In no phase")
            yield _line(f"{where} · {kind_name(row.kind)}", row)


def _line(words: str, row: FigureRow) -> Line:
    figure = row.figure
    cells = (
        words,
        counted(figure.documents),
        counted(figure.words),
        _minutes(figure),
        counted(figure.cases),
        short_date(figure.date_from or ""),
        short_date(figure.date_to or ""),
    )
    told = ""
    if figure.timed < figure.documents:
        told = ngettext(
            "{timed} of {count} document has a length",
            "{timed} of {count} documents have a length",
            figure.documents,
        ).format(timed=figure.timed, count=figure.documents)
    return Line(cells, row, told)


def _minutes(figure: Figure) -> str:
    if not figure.timed:
        return "–"
    said = counted(round(figure.duration_ms / 60_000))
    return said if figure.timed == figure.documents else f"{said} *"


def _parting(words: str) -> Line:
    return Line((words.upper(), *("",) * 6), None)


def _said(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
