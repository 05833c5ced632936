"""Which kinds of files can be read, and what of each is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from qualtool import plugins
from qualtool.i18n import gettext as _
from qualtool.ui.panels.sheet import Sheet


class Formats(Sheet):
    """Shows what the readers say of themselves."""

    def __init__(self) -> None:
        super().__init__(
            _("Files that can be read"), about=_("Told by their content, not by their name"),
            width=820,
        )  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        for row, reader in enumerate(plugins.readers()):
            kind = QLabel(f"{_(reader.title)}\n{', '.join(reader.endings)}")
            kept = QLabel(_(reader.keeps) if reader.keeps else "")
            kept.setWordWrap(True)
            kept.setProperty("role", "quiet-text")
            for column, label in enumerate((kind, kept)):
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.add_close()
