"""A theme as it is defined: its name, the idea that carries it, what belongs and what does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.store.rows import ThemeRow
from qualtool.ui.panels.comment_field import CommentField


class ThemeForm(QScrollArea):
    """Each field says what was written when it is left, or after a pause."""

    described = Signal(int, str, str)  # theme, field, words
    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown: ThemeRow | None = None
        self._name = QLineEdit()

    def show_theme(self, row: ThemeRow) -> None:
        """Show a theme as it is now; a field that is being written in is left alone."""
        if self._shown == row:
            return
        writing = self._shown is not None and self._shown.id == row.id and self._has_focus()
        self._shown = row
        if not writing:
            self.setWidget(self._page(row))

    def start_naming(self) -> None:
        """Let the name be typed over."""
        self._name.setFocus()
        self._name.selectAll()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)

    def _page(self, row: ThemeRow) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(4)
        name = self._name = QLineEdit(row.name)
        name.setProperty("role", "title-field")
        name.setAccessibleName(_("Name"))
        name.setCursorPosition(0)
        name.editingFinished.connect(lambda: self._rename(row, name))
        column.addWidget(name)
        fields = [
            (
                "concept",
                _("Central organising concept"),
                row.concept,
                _("The idea it rests on …"),
            ),
            ("definition", _("Definition"), row.definition, _("What the theme says …")),
            ("in_scope", _("Belongs here"), row.in_scope, "…"),
            ("out_of_scope", _("Does not belong here"), row.out_of_scope, "…"),
            ("decision_rules", _("Decision rules"), row.decision_rules, _("When in doubt …")),
            ("report_title", _("Title in the report"), row.report_title, row.name),
            ("label", _("Short label for tables"), row.label, row.name),
        ]
        for key, title, words, hint in fields:
            head = QLabel(title.upper())
            head.setProperty("role", "section")
            column.addSpacing(12)
            column.addWidget(head)
            field = CommentField(words, title, placeholder=hint)
            field.setProperty("role", "prose")
            field.written.connect(
                lambda text, field_key=key: self.described.emit(row.id, field_key, text)
            )
            column.addWidget(field)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return page

    def _rename(self, row: ThemeRow, field: QLineEdit) -> None:
        name = field.text().strip()
        known = self._shown.name if self._shown else row.name
        if name and name != known:
            self.renamed.emit(row.id, name)
        elif not name:
            field.setText(known)
