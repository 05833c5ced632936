"""A fault of ours: what can be copied for a report, and the work goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _


class Fault(QDialog):
    """Says what happened to the work, shows the report, and lets it be copied."""

    def __init__(self, parent: QWidget, report: str, *, crashed: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Qualtool")
        self._report = report
        title = QLabel(
            _("Qualtool ended suddenly last time") if crashed else _("Something went wrong in us")
        )
        title.setProperty("role", "title")
        words = QLabel(
            _(
                "It is a fault in the program, not something you did. What you had done is saved. "
                "The report below says where in the program it happened; it holds nothing that "
                "anybody said in your material, and it is sent nowhere."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "quiet-text")
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(_("Report"))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy = QPushButton(_("Copy report"))
        self.copy.clicked.connect(self._copy)
        self.go_on = QPushButton(_("Continue"))
        self.go_on.setProperty("role", "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(text, 1)
        column.addLayout(buttons)
        self.resize(620, 420)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(_("Copied"))
