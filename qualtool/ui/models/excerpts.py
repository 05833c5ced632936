"""Excerpts in a list, each with the codings it is shown for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from qualtool.core.theme_words import FIT
from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow, ExcerptRow
from qualtool.ui.dragging import EXCERPTS, mime_of_excerpts
from qualtool.ui.memo_words import counted_memos

Index = QModelIndex | QPersistentModelIndex
CHUNK: Final = 16  # excerpts read at a time


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    CARD = Qt.ItemDataRole.UserRole + 1
    HEAD = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Card:
    """An excerpt, those of its codings that the list is about, and how many memos are on it.

    `fit` is how it fits the theme that the list is about, where that has been marked.
    """

    excerpt: ExcerptRow
    codings: tuple[CodingRow, ...]
    memos: int = 0
    fit: str | None = None

    @property
    def valence(self) -> str | None:
        """The valence the codings agree on."""
        found = {coding.valence for coding in self.codings}
        return found.pop() if len(found) == 1 else None


Fetch = Callable[[Sequence[int]], Sequence[Card]]


def _nothing(_ids: Sequence[int]) -> Sequence[Card]:
    return ()


def cards(
    excerpts: Sequence[ExcerptRow],
    code_ids: Sequence[int],
    noted: Mapping[int, int] = MappingProxyType({}),
    fits: Mapping[int, str] = MappingProxyType({}),
) -> list[Card]:
    """The excerpts with those of their codings that use one of these codes (any, where empty).

    `noted` says how many memos there are, and `fits` how it fits a theme, by excerpt.
    """
    wanted = set(code_ids)
    return [
        Card(
            row,
            tuple(c for c in row.codings if not wanted or c.code_id in wanted),
            noted.get(row.id, 0),
            fits.get(row.id),
        )
        for row in excerpts
    ]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the first excerpt of a group: its name, and how many are in it."""

    name: str
    count: int


class ExcerptsModel(QAbstractListModel):
    """A list of excerpts for a view; their words are fetched some at a time, as they are reached.

    It has as many rows as have been fetched.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[int] = []
        self._heads: Mapping[int, Head] = {}
        self._fetch: Fetch = _nothing
        self._cards: list[Card] = []

    def show(self, shown: Sequence[Card]) -> None:
        """Show these, which are read already, in one group."""
        by_id = {card.excerpt.id: card for card in shown}
        self.show_found(list(by_id), {}, lambda ids: [by_id[each] for each in ids])

    def show_found(self, ids: Sequence[int], heads: Mapping[int, Head], fetch: Fetch) -> bool:
        """Show these excerpts, with heads above some. True where the view keeps its place.

        That is where the same excerpts stand in the same order.
        """
        same = list(ids) == self._ids and bool(ids)
        loaded = len(self._cards) if set(ids) & set(self._ids[:CHUNK]) else 0
        self._fetch = fetch
        if same:
            self._heads = heads
            self._cards = list(fetch(self._ids[:loaded]))
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))
            return True
        self.beginResetModel()
        self._ids, self._heads = list(ids), heads
        self._cards = list(fetch(self._ids[: max(loaded, CHUNK)])) if ids else []
        self.endResetModel()
        return False

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return not parent.isValid() and len(self._cards) < len(self._ids)

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:  # noqa: B008
        self._fetch_until(len(self._cards) + CHUNK)

    def fetch_all(self) -> None:
        """Read all that is left."""
        self._fetch_until(len(self._ids))

    def total(self) -> int:
        """How many there are, read or not."""
        return len(self._ids)

    def group_rows(self, row: int) -> range:
        """The rows of the group whose head stands above a row, all of them read; none without."""
        head = self._heads.get(self._ids[row])
        if head is None:
            return range(0)
        self._fetch_until(row + head.count)
        return range(row, row + head.count)

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
                return _spoken(card)
            case Role.CARD:
                return card
            case Role.HEAD:
                return self._heads.get(card.excerpt.id)
        return None

    def _fetch_until(self, count: int) -> None:
        first, count = len(self._cards), min(count, len(self._ids))
        if first < count:
            read = self._fetch(self._ids[first:count])
            self.beginInsertRows(QModelIndex(), first, count - 1)
            self._cards.extend(read)
            self.endInsertRows()

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


def _spoken(card: Card) -> str:
    """The excerpt in words: its place, who coded it, what stands by it, and what was said."""
    excerpt = card.excerpt
    parts = [f"{excerpt.document}, {excerpt.place}"]
    parts += [
        _("coded by {whose}").format(whose=name)
        for name in dict.fromkeys(each.coder for each in card.codings if each.initials)
    ]
    if excerpt.starred:
        parts.append(_("quotable"))
    if excerpt.do_not_quote:
        parts.append(_("do not quote"))
    if card.fit:
        parts.append(_(FIT[card.fit]))
    if card.memos:
        parts.append(counted_memos(card.memos))
    return f"{', '.join(parts)}: {excerpt.text}"
