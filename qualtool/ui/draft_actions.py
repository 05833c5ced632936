"""What can be done with a draft of one's own, for the command palette and the help."""

from __future__ import annotations

from typing import Final

from qualtool.i18n import mark
from qualtool.ui.actions import Action, with_project, writing

DRAFTS: Final = (
    Action("go_appendix", mark("Appendix: the report, block by block"), "go_appendix", (), "",
           with_project, where="report"),
    Action("go_quotations", mark("Quotations: are those in the draft what was said?"),
           "at.quotations.begin", (), "", with_project, where="report"),
    Action("check_quotations", mark("Check the quotations of a draft …"), "at.quotations.open",
           (), "check", with_project, where="report"),
    Action("choose_draft", mark("Check another draft …"), "at.quotations.choose", (), "check",
           with_project, where="report"),
    Action("quotations_again", mark("Check the draft again"), "at.quotations.again", (), "",
           with_project, where="report"),
    Action("quotations_comments", mark("Write a copy of the draft with comments in the margin …"),
           "at.quotations.write_comments", (), "export", with_project, where="report"),
    Action("quotations_link", mark("Link the quotations of the draft to their excerpts"),
           "at.quotations.link", (), "excerpt", writing, where="report"),
    Action("quotation_code", mark("Code what was quoted …"), "at.quotations.code", (), "code",
           writing, where="report"),
    Action("quotation_open", mark("In the quotations: open where it was said"), keys=("Return",),
           where="report"),
    Action("quotation_problem", mark("In the quotations: the next problem, or the one before"),
           keys=("]", "[", "Alt+Down", "Alt+Up"), where="report"),
    Action("quotation_code_here", mark("In the quotations: code what was said"), keys=("C",),
           where="report"),
    Action("quotation_search", mark("In the quotations: search"), keys=("Ctrl+F",),
           where="report"),
    Action("quotation_check_here", mark("In the quotations and the claims: check the draft again"),
           keys=("F5",), where="report"),
    Action("go_claims", mark("Claims: do as many say so as the draft says?"), "at.claims.begin",
           (), "", with_project, where="report"),
    Action("claim_tie", mark("Tie a claim to a theme, a code or a question …"), "at.claims.tie",
           (), "", writing, where="report"),
    Action("claim_aside", mark("Set a sentence aside as no claim, or take it back"),
           "at.claims.set_aside", (), "", writing, where="report"),
    Action("claim_write", mark("Write a claim of your own"), "at.claims.write_own", (), "edit",
           writing, where="report"),
    Action("claim_tie_here", mark("In the claims: tie it, or go on to who says so"),
           keys=("Return", "T"), where="report"),
    Action("claim_judge", mark("In the claims: supports it, speaks against it, neither"),
           keys=("+", "-", "0"), where="report"),
    Action("claim_unjudge", mark("In the claims: as it is coded"), keys=("Del",), where="report"),
    Action("claim_aside_here", mark("In the claims: set aside, or take back"), keys=("A",),
           where="report"),
    Action("claim_write_here", mark("In the claims: write one of your own, or change it"),
           keys=("N", "F2"), where="report"),
)  # fmt: skip
