"""What can be done to condense meaning, for the command palette and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

CONDENSATION: Final = (
    Action("go_condensation", mark("Condensation: units, meaning and theme"),
           "pages.at.condensation.setFocus", (), "", with_project, where="themes"),
    Action("condense", mark("Condense the meaning of a unit"),
           "pages.at.condensation.write", (), "edit", writing, where="themes"),
    Action("condensate", mark("Write the condensate of a theme"),
           "pages.at.condensation.write_condensate", (), "edit", writing, where="themes"),
    Action("gold_quotation", mark("Choose the gold quotation of a theme …"),
           "pages.at.condensation.choose_gold", (), "", writing, where="themes"),
    Action("condensation_gold", mark("In the condensation: let the unit be the gold quotation"),
           keys=("Alt+G",), where="themes"),
    Action("condensation_enter",
           mark("In the condensation: open the unit, write its meaning, choose its theme"),
           keys=("Return",), where="themes"),
    Action("condensation_on", mark("In the condensation: keep and go on, across or down"),
           keys=("Tab", "Ctrl+Return"), where="themes"),
)  # fmt: skip
