"""A list of excerpts as cards, worked on from where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from qualtool.core.depth import next_depth
from qualtool.core.theme_words import FITS
from qualtool.i18n import gettext as _
from qualtool.store.rows import ValenceRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.models.excerpts import Card, ExcerptsModel, Fetch, Head
from qualtool.ui.panels.excerpt_cards import GAP, ExcerptDelegate

_FIT_KEYS: dict[int, str] = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), FITS, strict=True))
_SIGNS = {"+": "+", "-": "-", "−": "-", "=": "±", "±": "±"}


class ExcerptList(QListView):
    """Excerpts one below the other; what is done is done to all that are chosen.

    Enter goes to the place in the text; a letter or Space opens the code palette, a digit uses a
    pinned code; `+ - =` set the valence, Ctrl+D the depth, `*` stars, `!` marks as not to be
    quoted, Delete takes the codings away that the list is about; in a theme's list Alt+1, Alt+2
    and Alt+3 say how it fits. A click on a head chooses its whole group.
    """

    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    valence_wished = Signal(list, object)  # codings, key or None
    valence_missing = Signal(str)  # the sign of one that the project does not have
    typical_wished = Signal(int)  # the excerpt that is typical of the code
    depth_wished = Signal(list, object)  # codings, semantic, latent or None
    star_wished = Signal(list, bool)  # excerpts, on
    do_not_quote_wished = Signal(list, bool)  # excerpts, on
    uncode_wished = Signal(list)  # codings
    palette_wished = Signal(list, QRect, str)  # excerpts, beside what (global), typed already
    pin_wished = Signal(list, int)  # excerpts, number
    theme_wished = Signal(list)  # excerpts, to stand in a theme themselves
    memos_pressed = Signal(int)  # excerpt
    fit_wished = Signal(list, object)  # excerpts, fits, stretches, against or None

    def __init__(self) -> None:
        super().__init__()
        self.model_ = ExcerptsModel()
        self.delegate = ExcerptDelegate(self)
        self.offers_themes = self.offers_typical = False
        self.setModel(self.model_)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._on_part = False  # a part of a card was pressed, not the card
        self.setAccessibleName(_("Excerpts"))
        self.setProperty("role", "cards")

    @property
    def click_opens(self) -> bool:
        """Whether a click on a card opens its place; else only one on the line that names it."""
        return not self.delegate.link_place

    def show_cards(self, cards: Sequence[Card], valences: Sequence[ValenceRow]) -> None:
        """Show these excerpts, with these valences to choose from."""
        self.delegate.valences = valences
        self.model_.show(cards)

    def show_found(
        self,
        ids: Sequence[int],
        heads: Mapping[int, Head],
        fetch: Fetch,
        valences: Sequence[ValenceRow],
    ) -> None:
        """Show excerpts that are read as they are reached. What is chosen stays chosen."""
        self.delegate.valences = valences
        chosen, top = {card.excerpt.id for card in self.chosen()}, self.verticalScrollBar().value()
        at = self.currentIndex().row()
        if self.model_.show_found(ids, heads, fetch) or not chosen:
            return
        last = self.model_.rowCount() - 1
        rows = [row for row in map(self.model_.row_of, chosen) if row >= 0]
        if last >= 0:
            self._choose_rows(sorted(rows) or [min(at, last)])
            self.doItemsLayout()
            self.verticalScrollBar().setValue(top)

    def show_context(self, on: bool) -> None:
        """Show the words around each excerpt, or no longer."""
        self.delegate.show_context = on
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def chosen(self) -> list[Card]:
        """The cards that are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = (self.model_.card(self.model_.index(row)) for row in rows)
        return [card for card in found if card is not None]

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
        left = card is not None and event.button() == Qt.MouseButton.LeftButton
        self._on_part = left and card is not None and self._press(event.position(), index, card)
        if not self._on_part:
            super().mousePressEvent(event)

    def _press(self, place: QPointF, index: QModelIndex, card: Card) -> bool:
        """Do what the part of a card stands for that is pressed; False where it is none."""
        whole = self.visualRect(index)
        if place.y() < whole.top() + self.delegate.head_height(index):
            self._choose_rows(self.model_.group_rows(index.row()))
            return True
        box = whole.adjusted(0, self.delegate.head_height(index), 0, -GAP)
        if self.delegate.memo_sign(card, box).contains(place):
            self.memos_pressed.emit(card.excerpt.id)
            return True
        if self.delegate.star_sign(card, box).contains(place):
            cards = self._with(index, card)
            starred = all(each.excerpt.starred for each in cards)
            self.star_wished.emit([each.excerpt.id for each in cards], not starred)
            return True
        for segment in self.delegate.segments(card, box):
            if segment.box.contains(place):
                self._wish_valence(self._with(index, card), segment.key)
                return True
        for segment in self.delegate.fit_segments(card, box):
            if segment.box.contains(place):
                self._wish_fit(self._with(index, card), segment.key)
                return True
        return False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._wish_place(self._card_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        chosen = self.chosen()
        here = self._card_at(event.position().toPoint())
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        left = event.button() == Qt.MouseButton.LeftButton and not self._on_part
        opens = self.click_opens or self._on_place_line(event.position())
        if left and chosen == [here] and plain and opens:
            self._wish_place(here)

    def _on_place_line(self, place: QPointF) -> bool:
        """Whether a point is on the line of a card that says where the excerpt stands."""
        index = self.indexAt(place.toPoint())
        top = self.visualRect(index).top() + self.delegate.head_height(index)
        return index.isValid() and place.y() < top + self.delegate.place_height()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        here = self._card_at(event.pos()) if by_mouse else None
        cards = self.chosen()
        if here is not None and here not in cards:
            cards = [here]
        if cards:
            menu = self.menu(cards)
            menu.popup(event.globalPos() if by_mouse else self.mapToGlobal(QPoint(16, 16)))

    def menu(self, cards: Sequence[Card]) -> QMenu:
        """What can be done with these."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        excerpt, ids = cards[0].excerpt, [card.excerpt.id for card in cards]
        starred = all(card.excerpt.starred for card in cards)
        never = all(card.excerpt.do_not_quote for card in cards)

        def add(words: str, keys: str, act: Callable[[], object]) -> None:
            shown = f"{words}\t{keys}" if keys else words
            menu.addAction(shown).triggered.connect(lambda: act())

        if len(cards) == 1:
            span = (excerpt.document_id, excerpt.start, excerpt.end)
            add(_("Show in the document"), "Enter", lambda: self._wish_place(cards[0]))
            add(
                _("Show in original"),
                worded_keys("Ctrl+Shift+O"),
                lambda: self.original_wished.emit(*span),
            )
            if cards[0].memos:
                add(_("Open the memo"), "", lambda: self.memos_pressed.emit(excerpt.id))
            menu.addSeparator()
        add(_("Code …"), _("Space"), lambda: self._wish_palette(cards, ""))
        add(
            _("No longer quotable") if starred else _("★ Quotable"),
            "*",
            lambda: self.star_wished.emit(ids, not starred),
        )
        add(
            _("May be quoted again") if never else _("Do not quote"),
            "!",
            lambda: self.do_not_quote_wished.emit(ids, not never),
        )
        if self.delegate.show_fits:
            menu.addSeparator()
            for number, (key, meant) in enumerate(FITS.items(), start=1):
                keys = worded_keys(f"Alt+{number}")
                add(_(meant), keys, partial(self._wish_fit, cards, key))
        if self.offers_typical and len(cards) == 1:
            words = _("Typical excerpt of the code")
            add(words, "", lambda: self.typical_wished.emit(excerpt.id))
        if self.offers_themes:
            add(
                _("Place in a theme …"),
                worded_keys("Ctrl+T"),
                lambda: self.theme_wished.emit(ids),
            )
        if codings := _codings(cards):
            add(
                _("Semantic or latent"),
                worded_keys("Ctrl+D"),
                lambda: self._wish_depth(cards),
            )
            menu.addSeparator()
            add(
                _("Take the code away"),
                worded_keys("Del"),
                lambda: self.uncode_wished.emit(codings),
            )
        return menu

    def event(self, event: QEvent) -> bool:
        # The keys of a list come before the window's shortcuts while it has the focus.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if plain and event.text().strip() and self.chosen():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.model_.fetch_all()
            self.selectAll()
            return
        cards = self.chosen()
        if not cards or not self._act(event, cards):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, cards: Sequence[Card]) -> bool:
        """Do what a key asks for with these; False where it asks for nothing."""
        key, words = event.key(), event.text()
        ids = [card.excerpt.id for card in cards]
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish_place(cards[0])
        elif key == Qt.Key.Key_Delete:
            self.uncode_wished.emit(_codings(cards))
        elif words == "*":
            self.star_wished.emit(ids, not all(card.excerpt.starred for card in cards))
        elif words == "!":
            self.do_not_quote_wished.emit(ids, not all(card.excerpt.do_not_quote for card in cards))
        elif words in _SIGNS:
            fitting = [v.key for v in self.delegate.valences if v.sign == _SIGNS[words]]
            if fitting:
                self._wish_valence(cards, fitting[0])
            else:
                self.valence_missing.emit(_SIGNS[words])
        elif event.key() == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier:
            self._wish_depth(cards)
        elif held == Qt.KeyboardModifier.AltModifier and key in _FIT_KEYS:
            if self.delegate.show_fits:
                self._wish_fit(cards, _FIT_KEYS[key])
        elif held:
            return False
        elif words and words in "123456789":
            self.pin_wished.emit(ids, int(words))
        elif key == Qt.Key.Key_Space or (words.isalpha() and words.isprintable()):
            self._wish_palette(cards, words.strip())
        else:
            return False
        return True

    def _choose_rows(self, rows: Sequence[int]) -> None:
        if not rows:
            return
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model_.index(row), self.model_.index(row))
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model_.index(rows[0]), select.NoUpdate)
        self.selectionModel().select(chosen, select.ClearAndSelect)

    def _card_at(self, place: QPoint) -> Card | None:
        index = self.indexAt(place)
        if place.y() < self.visualRect(index).top() + self.delegate.head_height(index):
            return None
        return self.model_.card(index)

    def _wish_palette(self, cards: Sequence[Card], typed: str) -> None:
        beside = self.visualRect(self.model_.index(self.model_.row_of(cards[0].excerpt.id)))
        seen = self.viewport().rect()
        beside = beside.intersected(seen) if beside.intersects(seen) else QRect(seen)
        beside.moveTopLeft(self.viewport().mapToGlobal(beside.topLeft()))
        self.palette_wished.emit([card.excerpt.id for card in cards], beside, typed)

    def _wish_valence(self, cards: Sequence[Card], key: str) -> None:
        already = all(card.valence == key for card in cards)
        self.valence_wished.emit(_codings(cards), None if already else key)

    def _wish_fit(self, cards: Sequence[Card], key: str) -> None:
        already = all(card.fit == key for card in cards)
        self.fit_wished.emit([card.excerpt.id for card in cards], None if already else key)

    def _with(self, index: QModelIndex, card: Card) -> list[Card]:
        """What is chosen, or a card that was clicked outside of it."""
        chosen = self.chosen()
        if card not in chosen:
            self.setCurrentIndex(index)
            return [card]
        return chosen

    def _wish_depth(self, cards: Sequence[Card]) -> None:
        depths = [coding.depth for card in cards for coding in card.codings]
        if depths:
            self.depth_wished.emit(_codings(cards), next_depth(depths))

    def _wish_place(self, card: Card | None) -> None:
        if card is not None:
            excerpt = card.excerpt
            self.place_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)


def _codings(cards: Sequence[Card]) -> list[int]:
    return [coding.id for card in cards for coding in card.codings]
