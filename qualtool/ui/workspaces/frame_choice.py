"""Which set of themes is shown, of several over the same material, and how sets come and go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from qualtool.analysis import board
from qualtool.analysis.board import FrameRow
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import frames
from qualtool.store.project import Project
from qualtool.ui import icons
from qualtool.ui.panels.name_sheet import NameSheet


class FrameChoice(QPushButton):
    """Names the set that is shown where there are several; its menu chooses and changes them."""

    frame_chosen = Signal(int)
    sheet_wished = Signal(object)  # QWidget
    refused = Signal(object)  # QualtoolError

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._rows: list[FrameRow] = []
        self.frame: int | None = None
        self.setProperty("role", "tab")
        self.clicked.connect(self._press)
        self.refresh()

    def refresh(self) -> None:
        """Look again at which sets there are; where the one shown is gone, show the first."""
        with self._project.read() as session:
            self._rows = board.frames(session)
        if self._row(self.frame) is None and self._rows:
            gone = self.frame is not None
            self.frame = self._rows[0].id
            if gone:
                self.frame_chosen.emit(self.frame)
        several = len(self._rows) > 1
        row = self._row(self.frame)
        self.setText(name_of(row).replace("&", "&&") if row is not None and several else "")
        self.setIcon(icons.icon("down" if several else "more"))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if several else Qt.LayoutDirection.LeftToRight
        )
        words = _("Sets of themes")
        shown = _("Set of themes: {name}").format(name=name_of(row)) if row and several else words
        self.setAccessibleName(shown)
        self.setToolTip(words)

    def choose(self, frame_id: int) -> None:
        """Show a set."""
        if frame_id != self.frame and self._row(frame_id) is not None:
            self.frame = frame_id
            self.refresh()
            self.frame_chosen.emit(frame_id)

    def menu_of_sets(self) -> QMenu:
        """The sets, and what can be done with the one that is shown."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self._rows) > 1:
            for row in self._rows:
                action = menu.addAction(name_of(row).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(row.id == self.frame)
                action.triggered.connect(lambda _on, frame=row.id: self.choose(frame))
            menu.addSeparator()
        self._offer(menu, _("New set of themes …"), self.ask_new)
        if self.frame is not None:
            self._offer(menu, _("Rename the set …"), self.ask_name)
        if len(self._rows) > 1:
            self._offer(menu, _("Earlier in the list"), lambda: self.move_by(-1))
            self._offer(menu, _("Later in the list"), lambda: self.move_by(1))
            menu.addSeparator()
            self._offer(menu, _("Remove the set"), self.remove)
        return menu

    def ask_new(self) -> None:
        """Ask for the name of a new set, and show it."""
        sheet = NameSheet(
            _("New set of themes"),
            _(
                "Another scheme over the same material, with themes and a board of its own. "
                "A code may serve in several sets."
            ),
            _("Make it"),
        )

        def make(name: str) -> None:
            made: list[int] = []
            if self._do("add_frame", lambda s: made.append(frames.add(s, name))):
                sheet.closed.emit()
                self.refresh()
                self.choose(made[0])

        sheet.named.connect(make)
        self.sheet_wished.emit(sheet)

    def ask_name(self) -> None:
        """Ask for another name of the set that is shown."""
        row = self._row(self.frame)
        if row is None:
            return
        sheet = NameSheet(_("Rename the set of themes"), "", _("Rename"), name=row.name)

        def rename(name: str) -> None:
            if self._do("rename_frame", lambda s: frames.rename(s, row.id, name)):
                sheet.closed.emit()

        sheet.named.connect(rename)
        self.sheet_wished.emit(sheet)

    def move_by(self, step: int) -> None:
        """Put the set that is shown before the one before it, or after the one after."""
        order = [row.id for row in self._rows]
        if self.frame not in order:
            return
        goal = order.index(self.frame) + step
        if 0 <= goal < len(order):
            moving, place = self.frame, goal + (step > 0)
            self._do("move_frames", lambda s: frames.move(s, [moving], place))

    def next_set(self) -> None:
        """Show the next set, after the last the first."""
        order = [row.id for row in self._rows]
        if self.frame in order:
            self.choose(order[(order.index(self.frame) + 1) % len(order)])

    def remove(self) -> None:
        """Take the set that is shown away, with its themes; codes and codings stay."""
        if (going := self.frame) is not None:
            self._do("remove_frame", lambda s: frames.remove(s, going))

    def _press(self) -> None:
        self.menu_of_sets().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _offer(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(lambda _on: act())

    def _row(self, frame_id: int | None) -> FrameRow | None:
        return next((row for row in self._rows if row.id == frame_id), None)

    def _do(self, action: str, act: Callable[[Any], object]) -> bool:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        return True


def name_of(row: FrameRow) -> str:
    """What a set is called; one without a name by how many themes it has."""
    words = ngettext("{count} theme", "{count} themes", row.themes).format(count=row.themes)
    return row.name or _("The first set · {themes}").format(themes=words)
