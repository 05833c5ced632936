"""Making codes and themes in the codebook itself, before there is a passage for them."""

from __future__ import annotations

from qualtool.i18n import gettext as _
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.workspaces.coding_acts import CodingActs


class CodebookMaking:
    """What is made has a name for now, which is typed over at once."""

    def __init__(self, panel: CodebookPanel, acts: CodingActs) -> None:
        self._panel, self._acts = panel, acts

    def new_code(self, theme_id: int | None = None, parent_id: int | None = None) -> None:
        """Make a code: in a theme, under a code, or in and under none."""
        made = self._acts.add_code(_("New code"), theme_id=theme_id, parent_id=parent_id)
        if made is not None:
            self._panel.choose_code(made)
            self._panel.start_renaming()

    def new_theme(self, parent_id: int | None = None) -> None:
        """Make a theme, or a sub-theme of one."""
        made = self._acts.add_theme(_("New theme"), parent_id=parent_id)
        if made is not None:
            self._panel.choose_theme(made)
            self._panel.start_renaming()
