"""What can be done in the framework matrix, for the command palette and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

MATRIX: Final = (
    Action("go_matrix", mark("Matrix of cases and themes"), "pages.at.matrix.setFocus", (), "",
           with_project, where="themes"),
    Action("matrix_write", mark("Sum up a case on a theme in the matrix"),
           "pages.at.matrix.write", (), "edit", writing, where="themes"),
    Action("matrix_rate", mark("Judge how a case stands on a theme"),
           "pages.at.matrix.rate", (), "edit", writing, where="themes"),
    Action("matrix_judge", mark("Judge how the cases stand on a theme"),
           "pages.at.matrix.judge", (), "edit", writing, where="themes"),
    Action("matrix_cases", mark("Choose which cases the matrix shows"),
           "pages.at.matrix.narrow_cases", (), "", with_project, where="themes"),
    Action("matrix_themes", mark("Choose which themes the matrix shows"),
           "pages.at.matrix.narrow_themes", (), "", with_project, where="themes"),
    Action("matrix_all", mark("Show all cases and themes in the matrix"),
           "pages.at.matrix.show_all", (), "", with_project, where="themes"),
    Action("matrix_edit", mark("In the matrix: write in the cell, or just type"),
           keys=("Return",), where="themes"),
    Action("matrix_on", mark("In the matrix: keep and go on, across or down"),
           keys=("Tab", "Ctrl+Return"), where="themes"),
    Action("matrix_back", mark("In the matrix: leave the cell as it was"), keys=("Esc",),
           where="themes"),
    Action("matrix_states", mark("In the matrix: not asked, declined, nothing said"),
           keys=("Alt+1", "Alt+2", "Alt+3"), where="themes"),
    Action("matrix_behind", mark("In the matrix: the excerpts behind the cell"),
           keys=("Alt+Return",), where="themes"),
    Action("matrix_link", mark("In the matrix: tie the excerpt to the cell, or let it go"),
           keys=("Space",), where="themes"),
)  # fmt: skip
