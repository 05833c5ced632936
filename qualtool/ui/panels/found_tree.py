"""Where words were found, by document, each place with a tick and the words around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from qualtool.i18n import gettext as _
from qualtool.store.correcting_rows import FieldHit, FoundWords, TextHit
from qualtool.ui import fonts, theme
from qualtool.ui.panels.row_table import paint_words

HIT = Qt.ItemDataRole.UserRole
PARTS = Qt.ItemDataRole.UserRole + 1
BECOMES = Qt.ItemDataRole.UserRole + 2
BEFORE = 36  # characters shown before a hit
Index = QModelIndex | QPersistentModelIndex


class FoundTree(QTreeWidget):
    """Space ticks or unticks; a group takes all of its places along."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAccessibleName(_("Where the words stand"))
        self.setItemDelegate(_FoundDelegate(self))
        self._becomes: Callable[[str], str] = str
        self.itemChanged.connect(self.ticked)

    def show_found(self, found: FoundWords) -> None:
        """Show what was found, all of it ticked."""
        self.blockSignals(True)
        self.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for hit in found.texts:
            key = f"text {hit.document_id}"
            group = groups.get(key) or self._group(groups, key, hit.document)
            before = hit.before[-BEFORE:]
            before = before if before == hit.before else "…" + before
            self._hit(group, hit, (f"{hit.place}   {before}", hit.words, hit.after))
        for field in found.fields:
            group = groups.get(field.what) or self._group(groups, field.what, field.what)
            start, end = field.spans[0]
            text = field.text
            before = text[max(0, start - BEFORE) : start]
            owner = f"{field.owner}   " if field.owner else ""
            self._hit(group, field, (owner + before, text[start:end], text[end : end + 120]))
        for group in groups.values():
            group.setText(0, f"{group.text(0)}   {group.childCount()}")
            group.setExpanded(True)
        self.blockSignals(False)
        self.ticked.emit()

    def show_becoming(self, becomes: Callable[[str], str]) -> None:
        """Show beside each place what it becomes; nothing beside what stays as it is."""
        self._becomes = becomes
        self.blockSignals(True)
        for item in self._items():
            self._tell(item)
        self.blockSignals(False)
        self.viewport().update()

    def texts(self) -> list[TextHit]:
        """The ticked places in texts."""
        return [hit for hit in self._chosen() if isinstance(hit, TextHit)]

    def fields(self) -> list[FieldHit]:
        """The ticked places elsewhere."""
        return [hit for hit in self._chosen() if isinstance(hit, FieldHit)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            on = item.checkState(0) == Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> Iterator[object]:
        for item in self._items():
            if item.checkState(0) == Qt.CheckState.Checked:
                yield item.data(0, HIT)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for group in filter(None, map(self.topLevelItem, range(self.topLevelItemCount()))):
            yield from filter(None, map(group.child, range(group.childCount())))

    def _tell(self, item: QTreeWidgetItem) -> None:
        before, words, after = item.data(0, PARTS)
        becomes = self._becomes(words)
        becomes = "" if becomes == words else f" → {becomes}"
        item.setData(0, BECOMES, becomes)
        said = "".join((before, words, becomes, after))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)

    def _group(self, groups: dict[str, QTreeWidgetItem], key: str, words: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [words])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        group.setCheckState(0, Qt.CheckState.Checked)
        group.setFont(0, fonts.interface(13, bold=True))
        groups[key] = group
        return group

    def _hit(
        self, group: QTreeWidgetItem, hit: TextHit | FieldHit, parts: tuple[str, str, str]
    ) -> None:
        shown = tuple(part.replace("\n", " ") for part in parts)
        item = QTreeWidgetItem(group)
        item.setCheckState(0, Qt.CheckState.Checked)
        item.setData(0, HIT, hit)
        item.setData(0, PARTS, shown)
        self._tell(item)


class _FoundDelegate(QStyledItemDelegate):
    """Paints a place with its words lit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        parts = index.data(PARTS)
        if parts is None:
            return
        before, words, after = parts
        becomes = index.data(BECOMES) or ""
        tick = option.widget.style().pixelMetric(
            QStyle.PixelMetric.PM_IndicatorWidth, option, option.widget
        )
        box = QRectF(option.rect).adjusted(tick + 14, 0, -12, 0)
        measure = QFontMetricsF(fonts.interface(13))
        left = box.left() + measure.horizontalAdvance(before)
        wide = measure.horizontalAdvance(words)
        lit = QRectF(left - 2, box.center().y() - 10, wide + 4, 20)
        painter.fillRect(lit.intersected(box), theme.current().colour("text_selection"))
        paint_words(
            painter, box, (before, "muted"), (words, "ink"), (becomes, "accent"), (after, "muted")
        )
