"""A list of excerpts as cards, worked on from where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from qualtool.i18n import gettext as _
from qualtool.store.rows import ValenceRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.models.excerpts import Card, ExcerptsModel
from qualtool.ui.panels.excerpt_cards import GAP, ExcerptDelegate

_SIGNS = {"+": "+", "-": "-", "−": "-", "=": "±", "±": "±"}


class ExcerptList(QListView):
    """Excerpts one below the other. Enter goes to the place in the text; `+ - =` set the valence,
    `*` stars, Delete takes the codings away that the list is about.
    """

    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    valence_wished = Signal(list, object)  # codings, key or None
    star_wished = Signal(int, bool)  # excerpt, on
    uncode_wished = Signal(list)  # codings

    def __init__(self) -> None:
        super().__init__()
        self.model_ = ExcerptsModel()
        self.delegate = ExcerptDelegate(self)
        self.setModel(self.model_)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(_("Excerpts"))
        self.setProperty("role", "cards")

    def show_cards(self, cards: Sequence[Card], valences: Sequence[ValenceRow]) -> None:
        """Show these excerpts, with these valences to choose from."""
        self.delegate.valences = valences
        self.model_.show(cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.delegate.forget_sizes()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.delegate.forget_sizes()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        card = self.model_.card(index)
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            box = self.visualRect(index).adjusted(0, 0, 0, -GAP)
            for segment in self.delegate.segments(card, box):
                if segment.box.contains(event.position()):
                    self.setCurrentIndex(index)
                    self._wish_valence([card], segment.key)
                    return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._wish_place(self.model_.card(self.indexAt(event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        chosen = self.selectedIndexes()
        if event.button() == Qt.MouseButton.LeftButton and len(chosen) == 1:
            self._wish_place(self.model_.card(chosen[0]))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        card = self.model_.card(index)
        if card is None:
            return
        excerpt = card.excerpt
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Show in the document") + "\tEnter").triggered.connect(
            lambda: self._wish_place(card)
        )
        original = menu.addAction(f"{_('Show in original')}\t{worded_keys('Ctrl+Shift+O')}")
        original.triggered.connect(
            lambda: self.original_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)
        )
        menu.popup(event.globalPos() if by_mouse else self.mapToGlobal(QPoint(16, 16)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cards = [c for i in self.selectedIndexes() if (c := self.model_.card(i)) is not None]
        words = event.text()
        if not cards:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish_place(cards[0])
        elif event.key() == Qt.Key.Key_Delete:
            self.uncode_wished.emit([c.id for card in cards for c in card.codings])
        elif words == "*":
            for card in cards:
                self.star_wished.emit(card.excerpt.id, not card.excerpt.starred)
        elif words in _SIGNS:
            sign = _SIGNS[words]
            fitting = [v.key for v in self.delegate.valences if v.sign == sign]
            if fitting:
                self._wish_valence(cards, fitting[0])
        else:
            super().keyPressEvent(event)

    def _wish_valence(self, cards: Sequence[Card], key: str) -> None:
        already = all(card.valence == key for card in cards)
        codings = [c.id for card in cards for c in card.codings]
        self.valence_wished.emit(codings, None if already else key)

    def _wish_place(self, card: Card | None) -> None:
        if card is not None:
            excerpt = card.excerpt
            self.place_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)
