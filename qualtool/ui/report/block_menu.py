"""What can be done with a block of the report, as the menu on it offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.report.composing import Piece


class Doing(Protocol):
    """Who does it."""

    def write_heading(self) -> None: ...
    def write_opening(self) -> None: ...
    def copy_block(self) -> None: ...
    def toggle_freeze(self) -> None: ...
    def remove_block(self) -> None: ...
    def export_block(self) -> None: ...


def block_menu(doing: Doing, piece: Piece | None, *, writable: bool) -> QMenu:
    """The menu of the chosen block; of the title where that is None."""
    menu = QMenu(doing if isinstance(doing, QWidget) else None)

    def offer(words: str, act: Callable[[], None], *, writes: bool = True) -> None:
        action = menu.addAction(words)
        action.setEnabled(writable or not writes)
        action.triggered.connect(lambda _on: act())

    offer(_("Rename"), doing.write_heading)
    if piece is None:
        return menu
    frozen = piece.frozen_ms is not None
    offer(_("Write the opening paragraph"), doing.write_opening)
    offer(_("Duplicate"), doing.copy_block)
    words = _("Let it follow again") if frozen else _("Freeze as it is now")
    offer(words, doing.toggle_freeze)
    menu.addSeparator()
    offer(_("Export this block alone to Word …"), doing.export_block, writes=False)
    menu.addSeparator()
    offer(_("Take it out"), doing.remove_block)
    return menu
