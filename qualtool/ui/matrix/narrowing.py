"""Which cases and themes the matrix shows: cases by what is known of them, themes by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from qualtool.analysis.matrix import Matrix
from qualtool.core import case_kind
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.describing_rows import GridRow
from qualtool.store.rows import ThemeRow
from qualtool.ui import icons

KIND: Final = 0  # stands for the kind of a case among the numbers of attributes


class Narrowing(QPushButton):
    """A button whose menu ticks what is to be shown; nothing ticked shows all."""

    changed = Signal()

    def __init__(self, fill: Callable[[QMenu], None]) -> None:
        super().__init__()
        self._fill = fill
        self.setProperty("role", "tab")
        self.setIcon(icons.icon("down"))
        self.setIconSize(QSize(14, 14))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self._press)

    def menu_of_choices(self) -> QMenu:
        """What can be ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        return menu

    def say(self, words: str) -> None:
        """Say on the button what is shown."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def add_tick(
        self, menu: QMenu, words: str, on: bool, chosen: set[object], value: object
    ) -> None:
        """A tick in a menu, which adds a value to what is chosen or takes it out."""

        def switch(now: bool) -> None:
            (chosen.add if now else chosen.discard)(value)
            self.changed.emit()

        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(switch)

    def _press(self) -> None:
        self.menu_of_choices().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))


class CaseNarrowing:
    """By kind, and by the values of attributes; of several attributes each must fit."""

    def __init__(self) -> None:
        self.button = Narrowing(self._fill)
        self._matrix: Matrix | None = None
        self.wanted: dict[int, set[object]] = {}

    def shown(self, matrix: Matrix) -> list[GridRow]:
        """The cases that fit."""
        self._matrix = matrix
        wanted = {key: values for key, values in self.wanted.items() if values}
        found = [
            row
            for row in matrix.cases
            if all(_value(row, key) in values for key, values in wanted.items())
        ]
        if not wanted:
            self.button.say(_("All cases"))
        else:
            words = ngettext("{count} of {all} case", "{count} of {all} cases", len(matrix.cases))
            self.button.say(words.format(count=len(found), all=len(matrix.cases)))
        return found

    def show_all(self) -> None:
        """Show every case again."""
        self.wanted.clear()
        self.button.changed.emit()

    def _fill(self, menu: QMenu) -> None:
        menu.addAction(_("All cases")).triggered.connect(lambda _on: self.show_all())
        matrix = self._matrix
        if matrix is None:
            return
        menu.addSeparator()
        names = {KIND: _("Kind"), **{each.id: each.name for each in matrix.attributes}}
        for key, name in names.items():
            values = sorted({_value(row, key) for row in matrix.cases}, key=str.casefold)
            if len(values) < 2:
                continue
            part = menu.addMenu(name.replace("&", "&&"))
            chosen = self.wanted.setdefault(key, set())
            for value in values:
                words = case_kind.name(value, language()) if key == KIND else value
                self.button.add_tick(part, words or _("Not known"), value in chosen, chosen, value)


class ThemeNarrowing:
    """The themes that are to be shown as columns."""

    def __init__(self) -> None:
        self.button = Narrowing(self._fill)
        self._themes: Sequence[ThemeRow] = ()
        self.wanted: set[object] = set()

    def shown(self, matrix: Matrix) -> list[ThemeRow]:
        """The themes that are to be shown."""
        self._themes = matrix.themes
        self.wanted &= {row.id for row in matrix.themes}
        if not self.wanted:
            self.button.say(_("All themes"))
            return list(matrix.themes)
        found = [row for row in matrix.themes if row.id in self.wanted]
        words = ngettext("{count} of {all} theme", "{count} of {all} themes", len(matrix.themes))
        self.button.say(words.format(count=len(found), all=len(matrix.themes)))
        return found

    def show_all(self) -> None:
        """Show every theme again."""
        self.wanted.clear()
        self.button.changed.emit()

    def _fill(self, menu: QMenu) -> None:
        menu.addAction(_("All themes")).triggered.connect(lambda _on: self.show_all())
        menu.addSeparator()
        for row in self._themes:
            name = row.name if row.parent_id is None else f"    {row.name}"
            self.button.add_tick(menu, name, row.id in self.wanted, self.wanted, row.id)


def _value(row: GridRow, key: int) -> str:
    return row.kind if key == KIND else row.values.get(key, "")
