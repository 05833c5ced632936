"""The quotations of a draft in its order, narrowed by verdict, informant, theme and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from qualtool.analysis.quotations import QuotationRow
from qualtool.core.quotation_marks import quoted
from qualtool.ui.drafts import wording
from qualtool.ui.panels.row_table import Index

ROW: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotations are to be shown; empty for all."""

    verdict: str = ""
    informant: str = ""
    theme: str = ""
    words: str = ""

    def fits(self, row: QuotationRow) -> bool:
        """Whether a quotation is one of them."""
        return (not self.verdict or row.checked.verdict == self.verdict) and self.but_verdict(row)

    def but_verdict(self, row: QuotationRow) -> bool:
        """Whether it is, whatever its verdict."""
        if self.informant and not any(
            each.informant == self.informant and not each.interviewer for each in row.said
        ):
            return False
        if self.theme and not any(self.theme in each.themes for each in row.said):
            return False
        return not self.words or all(part in _all(row) for part in self.words.casefold().split())


class QuotationModel(QAbstractListModel):
    """Holds all the quotations, and shows those that are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[QuotationRow] = ()
        self.wanted = Wanted()
        self.rows: list[QuotationRow] = []

    def show_rows(self, rows: Sequence[QuotationRow]) -> None:
        """Show these from now on."""
        self._all = rows
        self.narrow(self.wanted)

    def narrow(self, wanted: Wanted) -> None:
        """Show those of them that fit."""
        self.beginResetModel()
        self.wanted = wanted
        self.rows = [row for row in self._all if wanted.fits(row)]
        self.endResetModel()

    def counts(self) -> Counter[str]:
        """How many there are of each verdict among those that fit but for it."""
        return Counter[str](
            row.checked.verdict for row in self._all if self.wanted.but_verdict(row)
        )

    def total(self) -> int:
        """How many there are in the draft."""
        return len(self._all)

    def place_of(self, row: QuotationRow) -> int:
        """Where a quotation is shown, by where it stands in the draft; -1 if it is not."""
        key = _key(row)
        return next((at for at, each in enumerate(self.rows) if _key(each) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return quoted(" ".join(row.quotation.text.split()))
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = [
                    wording.name(row.checked.verdict),
                    quoted(" ".join(row.quotation.text.split())),
                    wording.place_in_draft(row),
                    wording.whose(row),
                    *wording.warnings(row),
                ]
                return ", ".join(part for part in parts if part)
            case _ if role == ROW:
                return row
        return None


def _key(row: QuotationRow) -> tuple[int, int]:
    return row.quotation.paragraph, row.quotation.start


def _all(row: QuotationRow) -> str:
    said = [part for each in row.said for part in (each.text, each.informant, each.document)]
    return " ".join([row.quotation.text, *said]).casefold()
