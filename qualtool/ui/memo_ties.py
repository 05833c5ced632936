"""Choosing what a memo is tied to: anything in the project, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualtool.core.memo_kind import TARGETS
from qualtool.i18n import gettext as _
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.palette_items import Item

if TYPE_CHECKING:
    from qualtool.ui.panels.command_palette import CommandPalette

_STUDY, _CHOSEN = "study", "chosen"


def ask(
    window: QWidget, things: Iterable[Item], chosen: Target, tell: Callable[[Target], None]
) -> CommandPalette:
    """Open a palette of things a memo can be tied to; `tell` hears which.

    `chosen` is what is chosen in the workspace; a passage or an excerpt is offered first.
    """
    from qualtool.ui.panels.command_palette import CommandPalette

    items = [item for item in things if item.kind != "action"]
    whole = TARGETS[""]
    items.insert(0, Item("action", _STUDY, _(whole), icon="memo"))
    if chosen.span is not None or chosen.kind == "excerpt":
        words = _("The passage that is chosen in the text")
        items.insert(0, Item("action", _CHOSEN, words, icon="excerpt"))

    def hear(item: Item) -> None:
        if item.key == _STUDY:
            tell(Target())
        elif item.key == _CHOSEN:
            tell(chosen)
        else:
            tell(Target(item.kind, int(item.key)))

    palette = CommandPalette(window, items)
    palette.field.setPlaceholderText(_("Tie the memo to …"))
    palette.field.setAccessibleName(_("Tie the memo to"))
    palette.chosen.connect(hear)
    palette.open()
    return palette
