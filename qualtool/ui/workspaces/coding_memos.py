"""The signs of memos in the coding workspace: beside excerpts, documents, codes and themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import memos
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.models.codebook_nodes import Node
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.panels.documents import DocumentsPanel
from qualtool.ui.panels.tree_rows import CodebookDelegate, memo_key
from qualtool.ui.reader.memo_signs import MemoSigns, Noted
from qualtool.ui.reader.reader import Reader

_TIED = ("memo_link", "document_text")


class CodingMemos(QObject):
    """Shows where there are memos; a press on a sign chooses the newest of them."""

    memo_chosen = Signal(int)
    excerpt_chosen = Signal(int)

    def __init__(
        self,
        project: Project,
        reader: Reader,
        documents: DocumentsPanel,
        codebook: CodebookPanel,
    ) -> None:
        super().__init__(reader)
        self._project = project
        self._document: int | None = None
        self._spans: Mapping[int, tuple[int, int, int]] = {}
        self._counts: Mapping[int, int] = {}
        self._documents = documents
        self._view = reader.view
        self.signs = MemoSigns(reader.view)
        self.signs.pressed.connect(self._open_excerpts)
        documents.memos_pressed.connect(lambda row_id: self._open("document", [row_id]))
        self._codebook = codebook.tree
        self._rows = codebook.tree.itemDelegate()
        if isinstance(self._rows, CodebookDelegate):
            self._rows.memos_pressed.connect(self._open_node)
        self.refresh()

    def refresh(self) -> None:
        """Look again at what has memos."""
        with self._project.read() as session:
            found = memos.signs(session)
        self._spans, self._counts = found.spans, found.excerpts
        self._documents.show_memos(found.documents)
        if isinstance(self._rows, CodebookDelegate):
            self._rows.noted = {
                **{("code", row_id): count for row_id, count in found.codes.items()},
                **{("theme", row_id): count for row_id, count in found.themes.items()},
            }
            self._codebook.viewport().update()
        self._show()

    def on_changes(self, changes: Changes) -> None:
        """Look again where memos, or the excerpts that have some, were touched."""
        if changes.touches(*_TIED) or not changes.ids("excerpt").isdisjoint(self._spans):
            self.refresh()

    def show_document(self, document_id: int | None) -> None:
        """Show the signs of this document."""
        self._document = document_id
        self._show()

    def _show(self) -> None:
        self.signs.show(
            Noted(start, excerpt, self._counts[excerpt])
            for excerpt, (document, start, _end) in self._spans.items()
            if document == self._document
        )

    def _open_excerpts(self, excerpt_ids: Sequence[int]) -> None:
        self.excerpt_chosen.emit(excerpt_ids[0])
        _document, start, end = self._spans[excerpt_ids[0]]
        self._view.flash(start, end)  # where nothing is coded, nothing else shows the stretch
        self._open("excerpt", excerpt_ids)

    def _open_node(self, node: Node) -> None:
        key = memo_key(node)
        if key is not None:
            self._open(key[0], [key[1]])

    def _open(self, target: str, ids: Sequence[int]) -> None:
        with self._project.read() as session:
            found = memos.newest(session, target, ids)
        if found is not None:
            self.memo_chosen.emit(found)
