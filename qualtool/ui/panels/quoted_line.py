"""In which drafts an excerpt is quoted, in a quiet line or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from qualtool.analysis.quoted_in import QuotedIn
from qualtool.core.quotation_words import verdict_said
from qualtool.i18n import gettext as _

MOST: Final = 3
_TRUE: Final = frozenset({"verbatim", "marked"})


class QuotedLine(QLabel):
    """Hidden where it is quoted nowhere; says so where it is not quoted as it was said."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_quoted(self, rows: Sequence[QuotedIn]) -> None:
        """Show where it is quoted; of many places the first few and “…”."""
        lines = list(dict.fromkeys(map(_line, rows)))
        self.setText("\n".join([*lines[:MOST], *(["…"] if len(lines) > MOST else [])]))
        self.setVisible(bool(lines))


def _line(row: QuotedIn) -> str:
    words = _("Quoted in “{draft}”, paragraph {number}").format(
        draft=row.draft, number=row.paragraph
    )
    return words if row.verdict in _TRUE else f"{words}: {verdict_said(row.verdict)}"
