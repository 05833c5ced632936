"""The documents, above the codebook: a click or Enter opens one in the reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import documents
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import DocumentRow
from qualtool.ui import fonts, theme
from qualtool.ui.models.documents import DocumentsModel, Role
from qualtool.ui.panels.memo_mark import paint_memo_mark, pressed
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.tree_rows import COUNT_ROOM, ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Paints a document: its name, a quiet detail, a sign for memos, how many excerpts."""

    memos_pressed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.memos: Mapping[int, int] = {}  # how many, by document

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, round(QFontMetricsF(fonts.interface(13)).height()) + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        assert isinstance(row, DocumentRow)
        colours = theme.current()
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
        inner = box.adjusted(16, 0, -16, 0)
        small, font = fonts.interface(11), fonts.interface(13)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        count = str(row.excerpts) if row.excerpts else "–"
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, count)
        room = inner.adjusted(0, 0, -COUNT_ROOM, 0)
        if row.id in self.memos:
            room.setRight(paint_memo_mark(painter, room.right(), box.center().y()))
        measure = QFontMetricsF(font)
        name = measure.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        rest = room.adjusted(measure.horizontalAdvance(name) + 8, 0, 0, 0)
        if rest.width() > 30:
            detail = QFontMetricsF(small).elidedText(
                str(index.data(Role.DETAIL)), Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest.translated(0, 0.5), middle, detail)
        painter.setFont(font)
        painter.setPen(colours.colour("ink"))
        painter.drawText(room, middle, name)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.colour("accent"))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row, box = index.data(Role.ROW), QRectF(option.rect)
        if row.id in self.memos and pressed(event, box.right() - 16 - COUNT_ROOM, box.center().y()):
            self.memos_pressed.emit(row.id)
            return True
        return super().editorEvent(event, model, option, index)


class DocumentsPanel(QWidget):
    """The list of documents."""

    document_chosen = Signal(int)
    memos_pressed = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.model = DocumentsModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.delegate = DocumentDelegate(self.list)
        self.delegate.memos_pressed.connect(self.memos_pressed)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Documents"))
        self.head = SectionHead(_("Documents"))
        self._hint = QLabel(_("Drop transcripts here, or anywhere in the window."))
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(self._tell_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show the documents as they are now."""
        with self._project.read() as session:
            rows = documents.documents(session, wait=False)
        self.model.show(rows)
        self.head.set_count(len(rows))
        self._hint.setVisible(not rows)

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched documents or what is counted in them."""
        if changes.touches("document", "excerpt", "coding"):
            self.refresh()

    def show_memos(self, counts: Mapping[int, int]) -> None:
        """Show a sign beside these documents."""
        self.delegate.memos = counts
        self.list.viewport().update()

    def choose(self, document_id: int) -> None:
        """Make a document the chosen one."""
        row = self.model.row_of(document_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def first(self) -> int | None:
        """The first document, None where there is none."""
        return self.model.index(0).data(Role.ROW).id if self.model.rowCount() else None

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.document_chosen.emit(index.data(Role.ROW).id)
