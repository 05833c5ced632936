"""The import sheet: what was recognised in each file, shown before anything enters the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.exchange import Choices
from qualtool.core.names import folded
from qualtool.core.pseudonyms import Naming, Place
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations.importing import Incoming
from qualtool.store.name_key import NameKey
from qualtool.ui.incoming_words import counts_said
from qualtool.ui.material_words import counted
from qualtool.ui.models import naming
from qualtool.ui.models.incoming import Entry, coming, made_per_case, read_anew
from qualtool.ui.models.naming import Pseudonyms
from qualtool.ui.panels.form_rows import tab_order
from qualtool.ui.panels.import_details import Answer, ImportDetails
from qualtool.ui.panels.import_preview import ImportPreview, upright_line
from qualtool.ui.panels.import_table import ImportTable
from qualtool.ui.panels.row_table import row_height

READING, SHOWING = range(2)
DETAILS_WIDTH = 300
ROWS_LEAST = 3  # and these however little room there is
PREVIEW_WISHED = 300  # pixels for the text, which the table gives way to
ROWS_SEEN = 8  # rows of the table that are seen before it has to be scrolled, where there is room


class ImportSheet(QWidget):
    """Lies over the workspace. Nothing is kept anywhere before `import_wished`."""

    page_of_work = True  # it waits while something else is looked at

    import_wished = Signal(list)  # of Incoming
    closed = Signal()  # it is done with, by Import or without
    reading_wished = Signal(object, str, object)  # Incoming, how it is to be read: reader, Choices
    forget_wished = Signal()  # who is who, as it is remembered
    raw_wished = Signal(object)  # Incoming whose file is to be shown as it stands

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.note = QLabel(_("Nothing is stored yet"))
        self.note.setProperty("role", "quiet")
        self.replaces = QCheckBox(_("Replace names"))
        self.replaces.setToolTip(_("Real names become pseudonyms before anything is stored"))
        self._pseudonyms = Pseudonyms(numbers=True)
        self.files = ImportTable()
        self.preview = ImportPreview()
        self.details = ImportDetails()
        self.counts = QLabel()
        self.counts.setProperty("role", "quiet")
        self.counts.setWordWrap(True)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "plain")
        self.accept = QPushButton()
        self.accept.setProperty("role", "primary")
        self._reading_words = QLabel()
        self._reading_words.setProperty("role", "quiet")
        self._reading_words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._pages = QStackedWidget()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self.setAccessibleName(_("Import files"))
        self.files.rows_chosen.connect(lambda _rows: self._show_chosen(fresh=True))
        self.files.import_wished.connect(self._accept)
        self.files.table.chosen.connect(self._show_counts)
        self.files.table.dataChanged.connect(lambda *_a: self._show_chosen(fresh=False))
        self.details.answered.connect(self._answer)
        self.details.pseudonym_said.connect(self._say_pseudonym)
        self.replaces.toggled.connect(self._replace_names)
        names = self.details.names
        names.switched.connect(self._switch_places)
        names.other_named.connect(self._name_other)
        names.forget_wished.connect(self._forget)
        names.numbers.toggled.connect(self._replace_numbers)
        self.preview.switched.connect(self._switch_places)
        self.details.reading_wished.connect(self._wish_reading)
        columns = self.preview.columns
        columns.columns_chosen.connect(self._wish_columns)
        columns.per_case_chosen.connect(lambda on: self._answer(lambda e: made_per_case(e, on)))
        self.cancel.clicked.connect(self.closed)
        self.accept.clicked.connect(self._accept)

    # what is shown

    def show_reading(self, done: int, total: int, name: str) -> None:
        """Show that files are being read: how many, and which one now."""
        if not self.accept.isHidden():
            self._pages.setCurrentIndex(READING)
            self.accept.hide()
            self.replaces.hide()
            self.cancel.setFocus()
        words = ngettext("Reading {count} file", "Reading {count} files", total)
        self._title.setText(words.format(count=counted(total)) if total else _("Reading files"))
        self._show_bar(done, total, name)

    def show_entries(
        self, entries: Sequence[Entry], *, cases: Sequence[str], names: Sequence[str]
    ) -> None:
        """Show what was found, with the cases and document names that the project has."""
        self.details.set_known(cases, names)
        self._pages.setCurrentIndex(SHOWING)
        taken = frozenset(folded(each) for each in (*cases, *names))
        self._pseudonyms = replace(self._pseudonyms, taken=taken)
        self.files.show_entries(naming.apply(entries, self._pseudonyms))
        self._show_title()
        self._share_height()
        self.files.setFocus()

    def show_key(self, key: NameKey) -> None:
        """Show what was chosen for names in this study before, and which are remembered."""
        said = {folded(each.name): each for each in key.names}
        self._pseudonyms = replace(self._pseudonyms, said=said)
        self.details.names.remembers.setChecked(key.remembers)
        self.details.names.show_remembered(len(key.names))
        self.replaces.setChecked(key.replaces)

    def key(self) -> NameKey:
        """What is chosen for names, with everybody whose file comes in."""
        entries = [each for each in self.files.table.entries if each.chosen.wanted]
        met = {folded(n.name): n for each in entries for n in each.namings}
        names = {**self._pseudonyms.said, **met}
        return NameKey(
            self.replaces.isChecked(),
            self.details.names.remembers.isChecked(),
            tuple(names.values()),
        )

    def show_raw(self, path: Path, text: str) -> None:
        """Show how a file stands, if it is still the chosen one."""
        chosen = self._one_chosen()
        if chosen is not None and chosen.found.path == path:
            self.preview.show_raw(text)

    def show_read_anew(self, found: Incoming) -> None:
        """Show a file that was read in another way."""
        for row, entry in enumerate(self.files.table.entries):
            if entry.found.path == found.path:
                self.files.table.change([row], lambda each: read_anew(each, found))
                self._name_people()
                if self._one_chosen() is self.files.table.entries[row]:
                    self._show_chosen(fresh=True)

    def show_writing(self, done: int, total: int, name: str) -> None:
        """Show how far the documents are being written: at once, as nothing else is done now."""
        first = not self.accept.isHidden()
        self._show_bar(done, total, name)
        if first:
            words = ngettext("Importing {count} document", "Importing {count} documents", total)
            self._title.setText(words.format(count=counted(total)))
            self.note.hide()
            self.replaces.hide()
            self.accept.hide()
            self.cancel.hide()
            self._pages.setCurrentIndex(READING)
        for widget in (self, self._pages.currentWidget()):
            if widget is not None and (layout := widget.layout()) is not None:
                layout.activate()
        for widget in (self,) if first else (self.bar, self._reading_words, self.counts):
            widget.repaint()

    def show_again(self) -> None:
        """Let things be chosen again, after the documents could not be written."""
        self._pages.setCurrentIndex(SHOWING)
        self._show_title()
        self._show_counts()

    # keys and size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_height()

    # inside

    def _one_chosen(self) -> Entry | None:
        rows = self.files.chosen_rows()
        return self.files.table.entries[rows[0]] if len(rows) == 1 else None

    def _show_title(self) -> None:
        count = len(self.files.table.entries)
        words = ngettext("Import {count} file", "Import {count} files", count)
        self._title.setText(words.format(count=counted(count)))
        self.note.show()
        for button in (self.accept, self.cancel, self.replaces):
            button.show()

    def _show_bar(self, done: int, total: int, name: str) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self._reading_words.setText(name)
        progress = _("{done} of {total}").format(done=counted(done), total=counted(total))
        self.counts.setText(progress if total else "")

    def _show_chosen(self, *, fresh: bool) -> None:
        entries = self.files.table.entries
        rows = self.files.chosen_rows()
        self.details.show_entries([entries[row] for row in rows])
        one = self._one_chosen()
        self.preview.show_entry(one)
        tab_order(
            (
                self.replaces,
                self.files,
                *self.preview.in_order(),
                *self.details.in_order(),
                self.cancel,
                self.accept,
            )
        )
        if fresh and one is not None:
            self.raw_wished.emit(one.found)

    def _show_counts(self) -> None:
        entries = self.files.table.entries
        self.counts.setText(counts_said(entries))
        count = len(coming(entries))
        words = ngettext("Import {count}", "Import {count}", count)
        self.accept.setText(words.format(count=counted(count)) if count else _("Import"))
        self.accept.setEnabled(count > 0)

    def _answer(self, answer: Answer) -> None:
        self.files.table.change(self.files.chosen_rows(), answer)
        self._name_people()

    def _replace_names(self, on: bool) -> None:
        self.details.set_replacing(on)
        self._pseudonyms = replace(self._pseudonyms, on=on)
        self._name_people()
        self._show_chosen(fresh=False)

    def _replace_numbers(self, on: bool) -> None:
        self._pseudonyms = replace(self._pseudonyms, numbers=on)
        self._name_people()

    def _say_pseudonym(self, name: str, pseudonym: str) -> None:
        self._pseudonyms = self._pseudonyms.saying(name, pseudonym)
        self._name_people()

    def _name_other(self, other: Naming) -> None:
        others = (*self._pseudonyms.others, other)
        self._pseudonyms = replace(self._pseudonyms, others=others)
        self._name_people()

    def _switch_places(self, places: list[Place], on: bool) -> None:
        self._answer(lambda entry: naming.switched(entry, places, on))

    def _forget(self) -> None:
        self._pseudonyms = replace(self._pseudonyms, said={})
        self.details.names.show_remembered(0)
        self.forget_wished.emit()
        self._name_people()

    def _name_people(self) -> None:
        entries = self.files.table.entries
        self.files.table.change_all(naming.apply(entries, self._pseudonyms))

    def _wish_reading(self, reader: str, choices: Choices) -> None:
        one = self._one_chosen()
        if one is not None:
            self.reading_wished.emit(one.found, reader, choices)

    def _wish_columns(self, columns: list[tuple[str, str]]) -> None:
        one = self._one_chosen()
        if one is not None:
            choices = replace(one.found.choices, columns=tuple(columns))
            self.reading_wished.emit(one.found, one.found.reader, choices)

    def _accept(self) -> None:
        wanted = naming.coming_in(
            self.files.table.entries, keep_originals=self.details.names.originals.isChecked()
        )
        if wanted and self.accept.isVisible() and self.accept.isEnabled():
            self.import_wished.emit(wanted)

    def _share_height(self) -> None:
        rows = min(ROWS_SEEN, max(2, len(self.files.table.entries)))
        head = self.files.horizontalHeader().sizeHint().height()
        wish = head + rows * row_height() + 16
        total = self._body.height()
        least = head + ROWS_LEAST * row_height()
        table = min(wish, max(least, total - PREVIEW_WISHED), int(total * 0.55))
        self._body.setSizes([table, max(1, total - table)])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 18, 22, 16)
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self.note, 1)
        head.addWidget(self.replaces)
        below = QWidget()
        across = QHBoxLayout(below)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.preview, 1)
        across.addWidget(upright_line())
        self.details.setFixedWidth(DETAILS_WIDTH)
        across.addWidget(self.details)
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._body.addWidget(self.files)
        self._body.addWidget(below)
        self._body.setChildrenCollapsible(False)
        self._pages.addWidget(self._reading_page())
        self._pages.addWidget(self._body)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 11, 22, 11)
        foot.setSpacing(8)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_line())
        column.addWidget(self._pages, 1)
        column.addWidget(_line())
        column.addLayout(foot)

    def _reading_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(22, 0, 22, 0)
        column.setSpacing(12)
        column.addStretch(2)
        self.bar.setFixedWidth(360)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._reading_words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
