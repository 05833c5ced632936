"""How the codebook is shown: as a tree or a list, with retired codes or without; remembered."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from qualtool import settings
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.ui import icons
from qualtool.ui.models.codebook_nodes import Order

_ORDER, _RETIRED = "codebook:order", "codebook:retired"
_WORDS = {
    "tree": mark("Tree of themes and codes"),
    "name": mark("List by name"),
    "used": mark("List by use"),
    "colour": mark("List by colour"),
}


class CodebookLook(QObject):
    """What is chosen of it, and the button that offers the choice."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        kept = settings.load().layout
        order = kept.get(_ORDER, "tree")
        self.order: Order = cast("Order", order) if order in get_args(Order) else "tree"
        self.retired = kept.get(_RETIRED, "") == "yes"
        self.button = QToolButton()
        self.button.setIcon(icons.icon("more"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setAccessibleName(_("How the codebook is shown"))
        self.button.setToolTip(_("How the codebook is shown"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu = QMenu(self.button)
        self._orders = {key: self._order_action(key, words) for key, words in _WORDS.items()}
        group = QActionGroup(self)
        for action in self._orders.values():
            group.addAction(action)
        self.menu.addSeparator()
        self._show = self.menu.addAction(_("Show retired codes"))
        self._show.setCheckable(True)
        self._show.triggered.connect(self.show_retired)
        self.button.setMenu(self.menu)
        self._mark()

    def as_tree(self) -> None:
        """Show themes with their codes under them."""
        self._choose("tree")

    def by_name(self) -> None:
        """Show one list of codes, by name."""
        self._choose("name")

    def by_use(self) -> None:
        """Show one list of codes, the most used first."""
        self._choose("used")

    def by_colour(self) -> None:
        """Show one list of codes, by colour."""
        self._choose("colour")

    def toggle_retired(self) -> None:
        """Show retired codes, or no longer."""
        self.show_retired(not self.retired)

    def show_retired(self, on: bool) -> None:
        """Show retired codes, or do not."""
        self.retired = on
        self._tell()

    def _choose(self, order: Order) -> None:
        self.order = order
        self._tell()

    def _tell(self) -> None:
        layout = dict(settings.load().layout)
        layout[_ORDER] = self.order
        layout[_RETIRED] = "yes" if self.retired else ""
        settings.change(layout=layout)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self._orders[self.order].setChecked(True)
        self._show.setChecked(self.retired)

    def _order_action(self, key: str, words: str) -> QAction:
        action = self.menu.addAction(_(words))
        action.setCheckable(True)
        action.triggered.connect(lambda _checked: self._choose(cast("Order", key)))
        return action
