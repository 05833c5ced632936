"""The codebook as a tree: themes with their sub-themes, the codes under them, the rest last.

A code that lies in several themes stands under each of them. The tree shows rows and moves
nothing; what is dragged and dropped goes out as signals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualtool.core.namesakes import with_above
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodeRow, ThemeRow
from qualtool.ui.dragging import CODES, SPAN, THEMES, Span, ids_from, mime_of_codes, mime_of_themes
from qualtool.ui.models.codebook_nodes import Node as Node
from qualtool.ui.models.codebook_nodes import build as build

Index = QModelIndex | QPersistentModelIndex
_GROUND = Qt.ItemFlag.ItemIsDropEnabled
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_ROW = (
    _HEADING
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
)
_LEAF = _ROW | Qt.ItemFlag.ItemNeverHasChildren  # a view then asks for no more of thousands


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    NODE = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    HEADING = Qt.ItemDataRole.UserRole + 4


class CodebookModel(QAbstractItemModel):
    """The codebook for a tree view, as a tree or as a list."""

    span_dropped = Signal(object, object)  # Span, Node
    codes_dropped = Signal(list, object, object, int)  # codes, from theme, onto Node, place or -1
    themes_dropped = Signal(list, object, int)  # themes, onto theme or None, place or -1
    renamed = Signal(object, str)  # Node, name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node()
        self._held: list[tuple[tuple[int, int], int]] = []
        self._places: dict[int, list[Node]] | None = None  # of codes, and of themes as negative
        self.counted = True  # whether the figures of the rows are known
        self._ordered = True
        self.dragged_from: int | None = None

    def show(self, themes: Sequence[ThemeRow], codes: Sequence[CodeRow]) -> None:
        """Show these themes and codes as a tree."""
        self.show_rows(build(themes, codes))

    def show_rows(self, root: Node, *, ordered: bool = True) -> bool:
        """Show these rows; whether they are others than before, or elsewhere.

        `ordered` says that the rows stand as the researcher has put them, so that others can be
        dropped between them. Rows that are the same are only written anew.
        """
        self._ordered, self._places = ordered, None
        shape = _shape(root)
        if shape == self._held:
            self._write_anew(root)
            return False
        self.beginResetModel()
        self._root, self._held = root, shape
        self.endResetModel()
        return True

    def show_figures(self, codes: Mapping[int, CodeRow], themes: Mapping[int, ThemeRow]) -> None:
        """Write these codes and themes anew, of which nothing but the figures has changed."""
        places = self._found()
        changed: dict[int, CodeRow | ThemeRow] = dict(codes)
        changed.update((-theme_id, theme) for theme_id, theme in themes.items())
        for key, row in changed.items():
            for node in places.get(key, ()):
                if isinstance(row, CodeRow):
                    node.code = row
                else:
                    node.theme = row
                index = self.index_of(node)
                self.dataChanged.emit(index, index)

    def rows_of(self, code_ids: Iterable[int]) -> list[QModelIndex]:
        """The rows of some codes, wherever they stand."""
        places = self._found()
        return [self.index_of(node) for each in code_ids for node in places.get(each, ())]

    def _found(self) -> Mapping[int, list[Node]]:
        """The rows by code, and by theme as a number below nought."""
        if self._places is None:
            self._places = defaultdict(list)
            for node in self.nodes():
                if node.code is not None or node.theme is not None:
                    self._places[node.key[1] or -node.key[0]].append(node)
        return self._places

    def _write_anew(self, root: Node) -> None:
        for old, new in zip(self._root.below(), root.below(), strict=True):
            old.theme, old.code, old.fit = new.theme, new.code, new.fit
            old.apart = new.apart
        for parent in (self._root, *(node for node in self.nodes() if node.children)):
            if parent.children:
                first, last = parent.children[0], parent.children[-1]
                self.dataChanged.emit(self.index_of(first), self.index_of(last))

    def node(self, index: Index) -> Node:
        """The row behind an index; the root for an index that is none."""
        found: Node | None = index.internalPointer()
        return self._root if found is None else found

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a row."""
        return QModelIndex() if node.parent is None else self.createIndex(node.place, 0, node)

    def nodes(self) -> Iterable[Node]:
        """Every row, from the top."""
        return self._root.below()

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self.node(child).parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return name_of(node)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(node, counted=self.counted)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(node, counted=self.counted)
            case Role.NODE:
                return node
            case Role.COLOUR:
                row = node.theme or node.code
                return row.colour if row else ""
            case Role.COUNT:
                row = node.theme or node.code
                return row.excerpts if row and self.counted else None
            case Role.HEADING:
                return node.code is None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == name_of(node):
            return False
        self.renamed.emit(node, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        node: Node | None = index.internalPointer()
        if node is None:
            return _GROUND
        if node.code is None and node.theme is None:
            return _HEADING
        return _ROW if node.children else _LEAF

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [SPAN, CODES, THEMES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        nodes = [self.node(index) for index in indexes]
        codes = list(dict.fromkeys(node.code.id for node in nodes if node.code))
        if codes:
            self.dragged_from = nodes[0].theme_id
            return mime_of_codes(codes)
        return mime_of_themes([node.theme.id for node in nodes if node.theme])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        node = self.node(parent)
        if data.hasFormat(SPAN):
            return row < 0 and (node.code is not None or node.theme is not None)
        if data.hasFormat(THEMES):
            return node.code is None and self._ordered
        if node.heading == "retired" or (row >= 0 and not self._ordered):
            return False
        return data.hasFormat(CODES)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        node = self.node(parent)
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(SPAN):
            span = Span.from_mime(data)
            if span is not None:
                self.span_dropped.emit(span, node)
        elif data.hasFormat(CODES):
            place = _place_among_codes(node, row)
            self.codes_dropped.emit(ids_from(data, CODES), self.dragged_from, node, place)
        elif data.hasFormat(THEMES):
            onto = node.theme.id if node.theme else None
            self.themes_dropped.emit(ids_from(data, THEMES), onto, row)
        # The tree is made anew from the project; Qt must not remove the dragged rows itself.
        return False


def _place_among_codes(node: Node, row: int) -> int:
    if row < 0:
        return -1
    return sum(child.code is not None for child in node.children[:row])


def _shape(root: Node) -> list[tuple[tuple[int, int], int]]:
    """What must be the same for rows to be the same rows: which, and how many under each."""
    return [(node.key, len(node.children)) for node in root.below()]


def name_of(node: Node) -> str:
    """What a row is called."""
    row = node.theme or node.code
    if row is not None:
        return row.name
    return _("Retired") if node.heading == "retired" else _("Without theme")


def _counts(row: CodeRow | ThemeRow) -> str:
    excerpts = ngettext("{count} excerpt", "{count} excerpts", row.excerpts)
    cases = ngettext("{count} case", "{count} cases", row.cases)
    return f"{excerpts.format(count=row.excerpts)} · {cases.format(count=row.cases)}"


def _tip(node: Node, *, counted: bool) -> str:
    row = node.theme or node.code
    if row is None:
        return ""
    about = row.definition if isinstance(row, ThemeRow) else row.description
    name = with_above(row.name, node.apart)
    return "\n".join(part for part in (name, counted and _counts(row), about) if part)


def _spoken(node: Node, *, counted: bool) -> str:
    row = node.theme or node.code
    if row is None:
        return name_of(node)
    kind = _("theme") if node.theme else _("code")
    if node.code is not None and node.code.state == "retired":
        kind = _("retired code")
    said = f"{with_above(row.name, node.apart)}, {kind}"
    if counted:
        said = f"{said}, {_counts(row)}"
    return f"{said}, {node.fit.why}" if node.fit is not None and node.fit.why else said
