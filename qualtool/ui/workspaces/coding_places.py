"""The ways through a document: words found, places gone to, what is not coded, how it is cited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.operations import study
from qualtool.store.project import Project
from qualtool.ui.actions import worded_keys
from qualtool.ui.reader.finding import Finding
from qualtool.ui.reader.place_bar import PlaceBar
from qualtool.ui.reader.reader import Reader
from qualtool.ui.reader.uncoded import Uncoded
from qualtool.ui.workspaces.places_left import PlacesLeft

SCHEMES: Final = {
    "paragraph": mark("Paragraph numbers"),
    "line": mark("Line numbers"),
    "page": mark("Page numbers"),
    "time": mark("Times"),
}


class CodingPlaces(QObject):
    """Belongs to the coding workspace; its two bars stand above the text, one at a time."""

    said = Signal(str)
    place_changed = Signal(str)  # where the caret stands, and how much is coded

    def __init__(
        self, project: Project, reader: Reader, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(reader)
        self._project = project
        self._reader = reader
        self._refused = refused
        self._place = ""
        self._refused_to_go = False  # and the window still says so
        self.finding = Finding(reader)
        self.place_bar = PlaceBar(reader)
        self.uncoded = Uncoded(reader)
        self.left = PlacesLeft(project, reader.view)
        reader.place_changed.connect(self._on_place)
        reader.uncoded_wished.connect(self._go_uncoded)
        self.uncoded.changed.connect(self._tell_place)

    def find(self) -> None:
        """Look for words in the document."""
        self.place_bar.hide()
        self.finding.open()

    def find_next(self) -> None:
        """Go to the next place where they stand."""
        self.place_bar.hide()
        self.finding.next()

    def find_previous(self) -> None:
        """Go to the place before."""
        self.place_bar.hide()
        self.finding.previous()

    def go_to(self) -> None:
        """Ask for a place, and go there."""
        if self.finding.bar.isVisible():
            self.finding.close()
        self.place_bar.open()

    def toggle_uncoded(self) -> None:
        """Mark what is not coded, or no longer."""
        self.uncoded.set_shown(not self.uncoded.shown)
        if not self.uncoded.shown:
            self.said.emit(_("What is not coded is no longer marked."))

    def next_uncoded(self) -> None:
        """Go to the next stretch that is not coded."""
        self._go_uncoded(1)

    def previous_uncoded(self) -> None:
        """Go to the stretch before that is not coded."""
        self._go_uncoded(-1)

    def by_paragraph(self) -> None:
        """Cite places by paragraph numbers."""
        self.cite("paragraph")

    def by_line(self) -> None:
        """Cite places by line numbers."""
        self.cite("line")

    def by_page(self) -> None:
        """Cite places by page numbers."""
        self.cite("page")

    def by_time(self) -> None:
        """Cite places by times."""
        self.cite("time")

    def cite(self, scheme: str) -> None:
        """Cite places in this project by one of `SCHEMES`."""
        if scheme == self._scheme():
            return
        try:
            with self._project.edit("describe_study") as session:
                study.describe(session, citation=scheme)
        except QualtoolError as error:
            self._refused(error)

    def show_menu(self, place: QPoint) -> None:
        """Open a menu of all these ways."""
        menu = QMenu(self._reader)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _entry(menu, _("Find in the document"), "Ctrl+F", self.find)
        _entry(menu, _("Go to a place …"), "Ctrl+G", self.go_to)
        menu.addSeparator()
        shown = _entry(menu, _("Mark what is not coded"), "Ctrl+U", self.toggle_uncoded)
        shown.setCheckable(True)
        shown.setChecked(self.uncoded.shown)
        _entry(menu, _("Next place without a code"), "U", self.next_uncoded)
        _entry(menu, _("Previous place without a code"), "Shift+U", self.previous_uncoded)
        menu.addSeparator()
        cited = menu.addMenu(_("Cite places by"))
        cited.setEnabled(not self._project.read_only)
        now = self._scheme()
        for scheme, words in SCHEMES.items():
            entry = cited.addAction(_(words))
            entry.setCheckable(True)
            entry.setChecked(scheme == now)
            entry.triggered.connect(lambda _on=False, scheme=scheme: self.cite(scheme))
        menu.popup(place)

    def _scheme(self) -> str:
        page = self._reader.view.page
        return page.reading.citation if page is not None else ""

    def _go_uncoded(self, step: int) -> None:
        words = self.uncoded.go(step)
        if words or self._refused_to_go:
            self.said.emit(words)
        self._refused_to_go = bool(words)

    def _on_place(self, words: str) -> None:
        self._place = words
        self._tell_place()

    def _tell_place(self) -> None:
        parts = (self._place, self.uncoded.words())
        self.place_changed.emit(" · ".join(part for part in parts if part))


def _entry(menu: QMenu, words: str, keys: str, act: Callable[[], None]) -> QAction:
    entry = menu.addAction(f"{words}\t{worded_keys(keys)}")
    entry.triggered.connect(lambda _on=False: act())
    return entry
