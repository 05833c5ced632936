"""What fills the window between header and foot: the welcome screen, a workspace, or a sheet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from qualtool import settings
from qualtool.ui import remembering, theme
from qualtool.ui.panels.sheet import SheetPage
from qualtool.ui.workspaces import entry

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project

# Workspaces with nothing in them that measures itself by its style while it is made.
_DRESSED_AFTERWARDS: Final = ("material", "coding")


class Pages(QStackedWidget):
    """Makes each workspace when it is first shown, and passes on what they wish for.

    A workspace's signals are connected by their names; see `qualtool.ui.workspaces`.
    """

    said = Signal(str)
    refused = Signal(object)
    place_changed = Signal(str)
    document_opened = Signal(int)
    place_wished = Signal(int, int, int)
    code_wished = Signal(int)
    theme_wished = Signal(int)
    document_wished = Signal(int)
    memo_wished = Signal(object)
    memo_chosen = Signal(int)
    coder_wished = Signal(object)
    original_wished = Signal(int, int, int)
    corrected = Signal(object)
    lost_wished = Signal()
    look_again_wished = Signal()
    workspace_wished = Signal(str)
    import_wished = Signal()
    job_wished = Signal(object)
    text_size_wished = Signal(int)
    sheet_changed = Signal()  # another sheet is in view, or none

    def __init__(self, welcome: QWidget) -> None:
        super().__init__()
        self._welcome = welcome
        self.addWidget(welcome)
        self._project: Project | None = None
        self._made: dict[str, QWidget] = {}
        self._sheets: dict[str, SheetPage] = {}  # by the workspace they lie over; "" over all
        self._places: dict[str, str] = {}
        self._sheet: QWidget | None = None  # the one in view
        self._missed: dict[str, list[Changes]] = {}  # what happened while others were in view
        self._shown = ""
        self.guid = ""  # of the project
        self._frame: int | None = None  # the set of themes that was chosen last

    def show_project(self, project: Project | None) -> None:
        """Forget the workspaces of the project before; show the welcome screen until one is."""
        self.setCurrentWidget(self._welcome)
        for key in tuple(self._sheets):
            self.close_sheet(key)
        for made in self._made.values():
            self.removeWidget(made)
            made.hide()
            for timer in made.findChildren(QTimer):
                timer.stop()  # what it put off must not meet a project that is closed
            made.deleteLater()
        self._made.clear()
        self._places.clear()
        self._missed.clear()
        self._shown = ""
        self._project = project
        self.guid, self._frame = "", None
        if project is not None:
            from qualtool.analysis import study

            with project.read() as session:
                self.guid = study.guid(session)
            self._frame = remembering.frame_in(self.guid)

    def show_workspace(self, key: str) -> None:
        """Show a workspace, or the sheet that lies over it."""
        from qualtool.store.journal import joined

        assert self._project is not None
        self.close_sheet("")
        self._call(self._shown, "aside")
        if key not in self._made:
            self._make(key, self._project)
        came, self._shown = key != self._shown, key
        if missed := self._missed.pop(key, None):
            self._call(key, "on_changes", joined(missed))
        self._show_top()
        made = self._made[key]
        if came and self.currentWidget() is made and made.focusProxy() is not None:
            made.setFocus()  # its keys are at hand at once

    def shown(self) -> str:
        """The key of the workspace in view; empty on the welcome screen."""
        return self._shown

    def top(self) -> QWidget:
        """What fills the window: the sheet, the workspace under it, or the welcome screen."""
        return self.currentWidget() or self._welcome

    def sheet(self) -> QWidget | None:
        """The sheet in view."""
        page = self.currentWidget()
        return page.sheet if isinstance(page, SheetPage) else None

    def workspace(self, key: str) -> QWidget | None:
        """A workspace that has been made."""
        return self._made.get(key)

    def header_widget(self) -> QWidget | None:
        """What the workspace in view wants to have in the header."""
        found = self._call(self._shown, "header_widget")
        return found if isinstance(found, QWidget) else None

    def place(self) -> str:
        """Where the workspace in view says it stands."""
        return self._places.get(self._shown, "")

    def tell(self, method: str, *arguments: Any, only: str = "") -> None:
        """Call a method on every workspace that has been made and has it, or on one."""
        for key in (only,) if only else tuple(self._made):
            self._call(key, method, *arguments)

    def on_changes(self, changes: Changes) -> None:
        """Tell the workspace in view what a step touched, and the others when they are shown."""
        for key in self._made:
            if key == self._shown:
                self._call(key, "on_changes", changes)
            else:
                self._missed.setdefault(key, []).append(changes)

    def leave(self) -> None:
        """Let every workspace and sheet keep what is half written: the project is closing."""
        self.tell("aside")
        for page in self._sheets.values():
            if (aside := getattr(page.sheet, "aside", None)) is not None:
                aside()

    # sheets

    def show_sheet(self, sheet: QWidget, *, over: str = "") -> None:
        """Lay a sheet over one workspace, or over whatever is in view until that is left."""
        self.close_sheet(over)
        page = SheetPage(sheet)
        page.came_from = QApplication.focusWidget()
        self._sheets[over] = page
        self.addWidget(page)
        closed = getattr(sheet, "closed", None)
        if closed is not None:
            closed.connect(lambda: self.close_sheet(over))
        self._show_top()
        QTimer.singleShot(0, page, lambda: _focus_first(sheet))

    def close_sheet(self, over: str = "") -> None:
        """Take a sheet away."""
        page = self._sheets.pop(over, None)
        if page is not None:
            inside = page.isAncestorOf(QApplication.focusWidget() or self)
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
            self._show_top()
            if inside:
                self._take_up(page.came_from)

    # inside

    def _take_up(self, before: QWidget | None) -> None:
        """Give the keys back to what had them before a sheet, or to the workspace in view."""
        shown = self.currentWidget()
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        elif shown is not None and shown.focusProxy() is not None:
            shown.setFocus()

    def _show_top(self) -> None:
        below = self._made.get(self._shown, self._welcome)
        self.setCurrentWidget(self._sheets.get("") or self._sheets.get(self._shown) or below)
        if self.sheet() is not self._sheet:
            self._sheet = self.sheet()
            self.sheet_changed.emit()

    def _make(self, key: str, project: Project) -> None:
        # With one there already, taking its style off and putting it on costs what is won.
        at_once = key in _DRESSED_AFTERWARDS and not self._made
        with theme.undressed() if at_once else nullcontext():
            made = entry(key).build(project)
            self._made[key] = made
            self.addWidget(made)
        if self._frame is not None:
            self._call(key, "show_frame", self._frame)
        now = settings.load()
        self._call(key, "set_text_size", now.text_size)
        self._call(key, "set_face", now.reader_face)
        self._call(key, "set_spacing", now.reader_spacing)
        for name, heard in self._wishes(key).items():
            signal = getattr(made, name, None)
            if signal is not None:
                signal.connect(heard)

    def _wishes(self, key: str) -> dict[str, Callable[..., None]]:
        return {
            "said": self.said.emit,
            "refused": self.refused.emit,
            "place_changed": lambda words: self._note_place(key, words),
            "document_opened": self.document_opened.emit,
            "place_wished": self.place_wished.emit,
            "code_wished": self.code_wished.emit,
            "theme_wished": self.theme_wished.emit,
            "document_wished": self.document_wished.emit,
            "memo_wished": self.memo_wished.emit,
            "memo_chosen": self.memo_chosen.emit,
            "coder_wished": self.coder_wished.emit,
            "original_wished": self.original_wished.emit,
            "corrected": self.corrected.emit,
            "lost_wished": self.lost_wished.emit,
            "look_again_wished": self.look_again_wished.emit,
            "workspace_wished": self.workspace_wished.emit,
            "import_wished": self.import_wished.emit,
            "job_wished": self.job_wished.emit,
            "text_size_wished": self.text_size_wished.emit,
            "frame_chosen": self._show_frame,
            "sheet_wished": lambda sheet: self.show_sheet(sheet, over=key),
        }

    def _show_frame(self, frame_id: int) -> None:
        self._frame = frame_id
        remembering.keep_frame(self.guid, frame_id)
        self.tell("show_frame", frame_id)

    def _note_place(self, key: str, words: str) -> None:
        self._places[key] = words
        if key == self._shown:
            self.place_changed.emit(words)

    def _call(self, key: str, method: str, *arguments: Any) -> Any:
        act = getattr(self._made.get(key), method, None)
        return act(*arguments) if act is not None else None


def _focus_first(sheet: QWidget) -> None:
    """Begin where a sheet says, else at the first thing that can be written in or pressed."""
    now = QApplication.focusWidget()
    if sheet.isVisible() and sheet.focusProxy() is not None:
        sheet.setFocus(Qt.FocusReason.TabFocusReason)
    elif sheet.isVisible() and (now is None or not sheet.isAncestorOf(now)):
        sheet.setFocus(Qt.FocusReason.TabFocusReason)
        sheet.focusNextChild()
