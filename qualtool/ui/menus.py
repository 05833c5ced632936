"""The menu, made from the table of what can be done: behind one button, or the system's own bar."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qualtool.i18n import gettext as _
from qualtool.ui.action_table import MENUS
from qualtool.ui.actions import Actions

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow

RecentPaths = Callable[[], Sequence[str]]
Open = Callable[[Path], object]


def whole_menu(window: MainWindow, actions: Actions, recent: RecentPaths, open_: Open) -> QMenu:
    """Everything that stands in a menu, as one menu with its parts as sub-menus."""
    menu = QMenu(window)
    for key, words in MENUS.items():
        _fill(window, menu.addMenu(_(words)), key, actions, recent, open_)
    return menu


def fill_menu_bar(window: MainWindow, actions: Actions, recent: RecentPaths, open_: Open) -> None:
    """The bar at the top of the screen, where the system has one; elsewhere there is none."""
    if platform.system() != "Darwin":
        return
    bar = window.menuBar()
    bar.clear()
    for key, words in MENUS.items():
        _fill(window, bar.addMenu(_(words)), key, actions, recent, open_)


def _fill(
    window: MainWindow,
    menu: QMenu,
    key: str,
    actions: Actions,
    recent: RecentPaths,
    open_: Open,
) -> None:
    section: int | None = None
    for action in actions:
        if action.menu != key:
            continue
        if section is not None and action.section != section:
            menu.addSeparator()
        section = action.section
        menu.addAction(actions[action.key])
        if action.ticked is not None:
            menu.aboutToShow.connect(
                lambda made=actions[action.key], is_on=action.ticked: made.setChecked(is_on(window))
            )
        if action.key == "open_project":
            _add_recent(menu, recent, open_)


def _add_recent(menu: QMenu, recent: RecentPaths, open_: Open) -> None:
    below = menu.addMenu(_("Open recent"))

    def fill() -> None:
        below.clear()
        for path in recent():
            action = QAction(Path(path).stem.replace("&", "&&"), below)
            action.setToolTip(path)
            action.triggered.connect(lambda _on=False, path=path: open_(Path(path)))
            below.addAction(action)
        below.menuAction().setEnabled(not below.isEmpty())

    below.setToolTipsVisible(True)
    below.aboutToShow.connect(fill)
    fill()
