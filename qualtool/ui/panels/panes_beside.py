"""A table with the form of what is chosen in it at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

FORM_WIDTH = 314


def pane(form: QWidget) -> QWidget:
    """The pane that a form lies in."""
    made = QWidget()
    made.setProperty("role", "pane")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    made.setMinimumWidth(260)
    return made


def beside(table: QWidget, form_pane: QWidget) -> QSplitter:
    """A table, and the pane with its form."""
    across = QSplitter()
    across.setHandleWidth(1)
    across.addWidget(table)
    across.addWidget(form_pane)
    across.setStretchFactor(0, 1)
    across.setSizes([1000, FORM_WIDTH])
    across.setChildrenCollapsible(False)
    return across
