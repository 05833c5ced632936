"""Excerpts in a list, each with the codings it is shown for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from qualtool.store.rows import CodingRow, ExcerptRow
from qualtool.ui.dragging import EXCERPTS, mime_of_excerpts

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    CARD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Card:
    """An excerpt, and those of its codings that the list is about."""

    excerpt: ExcerptRow
    codings: tuple[CodingRow, ...]

    @property
    def valence(self) -> str | None:
        """The valence the codings agree on."""
        found = {coding.valence for coding in self.codings}
        return found.pop() if len(found) == 1 else None


def cards(excerpts: Sequence[ExcerptRow], code_ids: Sequence[int]) -> list[Card]:
    """The excerpts with those of their codings that use one of these codes (any, where empty)."""
    wanted = set(code_ids)
    return [
        Card(row, tuple(c for c in row.codings if not wanted or c.code_id in wanted))
        for row in excerpts
    ]


class ExcerptsModel(QAbstractListModel):
    """A list of excerpts for a view."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[Card] = []

    def show(self, shown: Sequence[Card]) -> None:
        """Show these. Where the same excerpts stand in the same order, the view keeps its place."""
        same = [card.excerpt.id for card in shown] == [c.excerpt.id for c in self._cards]
        if same and shown:
            self._cards = list(shown)
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._cards = list(shown)
        self.endResetModel()

    def card(self, index: Index) -> Card | None:
        """The card behind an index."""
        return self._cards[index.row()] if index.isValid() else None

    def row_of(self, excerpt_id: int) -> int:
        """Where an excerpt stands, -1 where it is not shown."""
        return next((i for i, c in enumerate(self._cards) if c.excerpt.id == excerpt_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index)
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.excerpt.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{card.excerpt.document}, {card.excerpt.place}: {card.excerpt.text}"
            case Role.CARD:
                return card
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [EXCERPTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = [self._cards[index.row()].excerpt.id for index in indexes]
        return mime_of_excerpts(found)
