"""What can be done while a sheet is open: nothing that would go on unseen behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

# The window itself and how it looks: no sheet is left by these, and no study changed.
HARMLESS: Final = frozenset(
    {
        "quit", "full_screen", "menu",
        "larger", "smaller", "ordinary", "change_face", "change_spacing",
        "look_system", "look_light", "look_dark", "look_contrast",
    }
)  # fmt: skip
STEPS: Final = frozenset({"undo", "redo"})


def left_on(sheet: QWidget | None) -> frozenset[str] | None:
    """The keys of what can be done over this sheet; None where everything can.

    A sheet says by `page_of_work` that it is worked on as a workspace is, and by `shows_steps`
    that what is undone is seen on it.
    """
    if sheet is None or getattr(sheet, "page_of_work", False):
        return None
    return HARMLESS | STEPS if getattr(sheet, "shows_steps", False) else HARMLESS
