"""What can be done with the findings, for the command palette and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

FINDINGS: Final = (
    Action("go_findings", mark("Findings: write and arrange them"), "pages.at.findings.begin",
           (), "edit", with_project, where="themes"),
    Action("findings_quote", mark("Quote excerpts in the findings …"),
           "pages.at.findings.quote", (), "excerpt", writing, where="themes"),
    Action("findings_export", mark("Export the findings as text …"),
           "pages.at.findings.export_text", (), "export", with_project, where="themes"),
    Action("findings_summary", mark("Export the summary of findings as a table …"),
           "pages.at.findings.export_summary", (), "export", with_project, where="themes"),
    Action("findings_move", mark("In the findings: move the part up or down"),
           keys=("Alt+Up", "Alt+Down"), where="themes"),
    Action("findings_remove", mark("In the findings: take the quotation away"), keys=("Del",),
           where="themes"),
)  # fmt: skip
