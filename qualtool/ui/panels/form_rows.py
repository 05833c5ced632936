"""Fields under each other with their words at the left, as every form here has them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

SIDE = 16
WORDS = 60  # the least room for the words before a field, so that fields are in line


def form_rows(rows: Iterable[tuple[str | QLabel, QWidget]]) -> QFormLayout:
    """A form of these words and fields; a row without words has the whole width."""
    form = QFormLayout()
    form.setContentsMargins(SIDE, 0, SIDE, 0)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(6)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    for words, field in rows:
        if isinstance(words, QLabel):
            form.addRow(words, field)
        elif words:
            form.addRow(field_words(words, field), field)
        else:
            form.addRow(field)
    return form


def field_words(words: str, field: QWidget) -> QLabel:
    """The words before a field."""
    label = QLabel(words)
    label.setProperty("role", "quiet")
    label.setMinimumWidth(WORDS)
    label.setBuddy(field)
    return label


def inset(widget: QWidget, below: int = 0) -> QVBoxLayout:
    """Something set in as far as the fields are."""
    column = QVBoxLayout()
    column.setContentsMargins(SIDE, 0, SIDE, below)
    column.addWidget(widget)
    return column


def tab_order(fields: Iterable[QWidget]) -> None:
    """Let Tab go through these in this order, also through those made later than the rest."""
    for one, following in pairwise(fields):
        QWidget.setTabOrder(one, following)


def shared(values: Iterable[str]) -> str | None:
    """What all say; None where they say different things."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
