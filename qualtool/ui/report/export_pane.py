"""How the report leaves the project: Word first, then the other kinds, one block, or a document."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _

KINDS = {"docx": "Word", "xlsx": "Excel", "html": "HTML", "md": "Markdown", "csv": "CSV"}
ROOM = 130  # pixels of the name of a document in the narrowest pane


class ExportPane(QWidget):
    """`wished` tells the ending and whether only the chosen block is meant."""

    wished = Signal(str, bool)
    refresh_wished = Signal()
    another_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.word = QPushButton(_("Export to Word"))
        self.word.setProperty("role", "primary")
        self.word.clicked.connect(lambda: self.wished.emit("docx", False))
        kinds = QHBoxLayout()
        kinds.setSpacing(0)
        kinds.addStretch(1)
        for ending, name in list(KINDS.items())[1:]:
            if ending != "xlsx":
                kinds.addWidget(_dot())
            button = _link(name)
            button.setAccessibleName(_("Export to {format}").format(format=name))
            button.clicked.connect(lambda _on=False, which=ending: self.wished.emit(which, False))
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.block = _link(_("this block alone"))
        self.block.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.block)
        for ending, name in KINDS.items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _on, which=ending: self.wished.emit(which, True))
        self.block.setMenu(menu)
        self.block.setAccessibleName(_("Export this block alone"))
        self.refresh = _link("")
        self.refresh.clicked.connect(self.refresh_wished)
        other = QMenu(self.refresh)
        other.addAction(_("Another document …")).triggered.connect(
            lambda _on: self.another_wished.emit()
        )
        self._other = other
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.word)
        column.addSpacing(6)
        column.addLayout(kinds)
        column.addWidget(self.block, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.refresh, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_document("")

    def show_document(self, name: str) -> None:
        """Say which document of the researcher's own is refreshed."""
        if name:
            words = _("update in {file}").format(file=name)
            short = self.refresh.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, ROOM)
            self.refresh.setText(_("update in {file}").format(file=short))
            self.refresh.setMenu(self._other)
            self.refresh.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        else:
            words = _("update in a document …")
            self.refresh.setText(words)
        self.refresh.setAccessibleName(words)
        self.refresh.setToolTip(
            _("Each block is replaced where it stands in your own Word document; the rest stays.")
        )

    def set_block(self, there: bool) -> None:
        """Whether a block is chosen that can be exported alone."""
        self.block.setEnabled(there)


def _link(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setProperty("role", "export-link")
    return button


def _dot() -> QLabel:
    dot = QLabel("·")
    dot.setContentsMargins(0, 0, 0, 0)
    dot.setProperty("role", "quiet")
    return dot
