"""The pages of the themes workspace: the board first, then other ways to see the same themes.

A page is a QWidget made with the open project alone, imported and made when it is first shown.
One line in `PAGES` gives it its tab, such as
``Page("map", mark("Map"), "qualtool.ui.map.view", "ThemeMap")``. What it has of the following
is used, what it has not is done without:

- ``refresh()``; ``on_changes(changes)``: look again at what a step touched. While another page is
  in view what happens is gathered, and told when this one is shown again;
- ``show_frame(id)``: show this set of themes, called when it is made and when another is chosen;
- ``show_theme(id)``: this theme has been chosen elsewhere;
- ``aside()``: it is being left: keep what is half written;
- ``memo_target() -> Target``: what a memo would be written on, of what is chosen;
- signals: ``theme_chosen(int)``, ``code_chosen(int)``: shown in the pane at the right;
  ``refused(object)``, ``said(str)``, ``place_wished(int, int, int)``,
  ``original_wished(int, int, int)``, ``memo_wished(object)``, ``memo_chosen(int)``,
  ``sheet_wished(QWidget)``, ``job_wished(object)``: as those of a workspace.

Which tabs are shown is for the profile of the project to say (`offer`); a page without a tab is
reached by what is done on it, and by showing all pages.

What can be done on a page stands in ``ui/action_table.py`` with ``where="themes"`` and a handler
that begins with ``pages.at.KEY.``, as in ``pages.at.map.export``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.journal import Changes, joined
from qualtool.store.project import Project

BOARD: Final = "board"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the words of its tab; `alone` where nothing is to stand at its right."""

    key: str
    words: str
    module: str
    name: str
    alone: bool = False

    def build(self, project: Project) -> QWidget:
        """Import and make the page."""
        return cast("QWidget", getattr(import_module(self.module), self.name)(project))


PAGES: Final[tuple[Page, ...]] = (
    Page("map", mark("Map"), "qualtool.ui.map.page", "ThemeMap"),
    Page("findings", mark("Findings"), "qualtool.ui.findings.page", "FindingsPage", alone=True),
    Page("matrix", mark("Matrix"), "qualtool.ui.matrix.page", "MatrixPage", alone=True),
    Page("condensation", mark("Condensation"), "qualtool.ui.condensation.page",
         "CondensationPage", alone=True),
)  # fmt: skip


class ThemePages(QStackedWidget):
    """Shows one page at a time; `tabs` choose which, for the line at the top."""

    turned = Signal(str)  # the key of the page that is in view now
    page_made = Signal(object)  # QWidget

    def __init__(
        self, project: Project, board: QWidget, pages: Sequence[Page] | None = None
    ) -> None:
        super().__init__()
        self._project = project
        self._pages = {page.key: page for page in (PAGES if pages is None else pages)}
        self._made: dict[str, QWidget] = {BOARD: board}
        self._missed: dict[str, list[Changes]] = {}
        self._frame: int | None = None
        self._offered: frozenset[str] | None = None
        self.all_shown = False
        self.at = _At(self)
        self.addWidget(board)
        self.tabs = QWidget()
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out_tabs()

    def shown(self) -> str:
        """The key of the page in view."""
        return next(key for key, made in self._made.items() if made is self.currentWidget())

    def show_page(self, key: str) -> None:
        """Show a page, made if this is the first time."""
        before = self.shown()
        made = self.page(key)
        if key != before:
            _call(self._made[before], "aside")
        if missed := self._missed.pop(key, None):
            _call(made, "on_changes", joined(missed))
        self.setCurrentWidget(made)
        self._buttons[key].setChecked(True)
        self._show_tabs()
        if key != before:
            self.turned.emit(key)

    def offer(self, keys: Collection[str] | None) -> None:
        """Show the tabs of these pages besides the board, or of all; and of the one in view."""
        self._offered = None if keys is None else frozenset(keys)
        self._show_tabs()

    def toggle_all(self) -> None:
        """Show the tabs of all pages, or only of those that are offered."""
        self.all_shown = not self.all_shown
        self._show_tabs()

    def page(self, key: str) -> QWidget:
        """A page, made if it has not been. Raises KeyError."""
        if key not in self._made:
            made = self._made[key] = self._pages[key].build(self._project)
            self.addWidget(made)
            if self._frame is not None:
                _call(made, "show_frame", self._frame)
            self.page_made.emit(made)
        return self._made[key]

    def is_alone(self) -> bool:
        """Whether the page in view has the room at the right for itself."""
        page = self._pages.get(self.shown())
        return page is not None and page.alone

    def show_frame(self, frame_id: int) -> None:
        """Let every page show this set of themes."""
        self._frame = frame_id
        self.tell("show_frame", frame_id)

    def on_changes(self, changes: Changes) -> None:
        """Tell the page in view what a step touched, and the others when they are shown."""
        for key, made in self._made.items():
            if made is self.currentWidget():
                _call(made, "on_changes", changes)
            else:
                self._missed.setdefault(key, []).append(changes)

    def tell(self, method: str, *arguments: object) -> None:
        """Call a method of every page that has been made and has it."""
        for made in self._made.values():
            _call(made, method, *arguments)

    def _lay_out_tabs(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout(self.tabs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, words in (
            (BOARD, _("Board")),
            *((p.key, _(p.words)) for p in self._pages.values()),
        ):
            tab = self._buttons[key] = QPushButton(words)
            tab.setAccessibleName(words)
            tab.setCheckable(True)
            tab.setProperty("role", "tab")
            tab.clicked.connect(lambda _on, chosen=key: self.show_page(chosen))
            group.addButton(tab)
            row.addWidget(tab)
            tab.setVisible(len(self._pages) > 0)
        self._buttons[BOARD].setChecked(True)

    def _show_tabs(self) -> None:
        every = self.all_shown or self._offered is None
        for key, tab in self._buttons.items():
            wanted = every or key in (BOARD, self.shown()) or key in (self._offered or ())
            tab.setVisible(wanted and len(self._pages) > 0)


class _At:
    """The pages by their keys, for the handlers of the action table; shows what it is asked for."""

    def __init__(self, pages: ThemePages) -> None:
        self._pages = pages

    def __getattr__(self, key: str) -> QWidget:
        try:
            self._pages.show_page(key)
        except KeyError:
            raise AttributeError(key) from None
        return self._pages.page(key)


def _call(widget: QWidget, method: str, *arguments: object) -> Any:
    act = getattr(widget, method, None)
    return act(*arguments) if act is not None else None
