"""What a memo is written on in each workspace: whatever was chosen last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from qualtool.ui.memo_target import Target
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.panels.documents import DocumentsPanel
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.reader.reader import Reader


class Row(Protocol):
    """Anything that has a number."""

    @property
    def id(self) -> int:
        """Its number."""


class Table(Protocol):
    """A table whose rows can be chosen."""

    def isVisible(self) -> bool:
        """Whether it is in view."""

    def chosen(self) -> Sequence[Row]:
        """The rows that are chosen, from the top."""


def in_coding(
    document_id: int | None,
    *,
    reader: Reader,
    documents: DocumentsPanel,
    codebook: CodebookPanel,
    inspector: Inspector,
) -> Target:
    """The code or theme of the codebook, the excerpt of the inspector, or what the text says.

    That of the pane which has the focus comes first. In the text it is the passage that is
    selected, else the chosen excerpt, else the document.
    """
    focus = QApplication.focusWidget()
    if _within(codebook, focus) and (nodes := codebook.tree.nodes()):
        if (code := nodes[0].code) is not None:
            return Target("code", code.id)
        if (theme := nodes[0].theme) is not None:
            return Target("theme", theme.id)
    if _within(inspector, focus):
        return inspector.memo_target()
    if document_id is None:
        return Target()
    if not _within(documents, focus):
        if (span := reader.selection()) is not None:
            return Target(span=(document_id, *span))
        if (excerpt := reader.chosen_excerpt()) is not None:
            return Target("excerpt", excerpt)
    return Target("document", document_id)


def in_tables(*tables: tuple[str, Table]) -> Target:
    """The first chosen row of the table that is in view; each with the name of what it shows."""
    for kind, table in tables:
        if table.isVisible() and (rows := table.chosen()):
            return Target(kind, rows[0].id)
    return Target()


def _within(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
