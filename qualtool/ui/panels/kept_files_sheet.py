"""The files that documents came from: whether they are kept, how many, and those not needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from qualtool.analysis.originals import Kept
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.material_words import counted
from qualtool.ui.panels.sheet import Sheet

MEGABYTE = 1_000_000


class KeptFilesSheet(Sheet):
    """Says what is kept, and asks for no more of it, or more."""

    keeping_chosen = Signal(bool)
    removal_wished = Signal()

    def __init__(self, kept: Kept, *, keeps: bool, writable: bool) -> None:
        super().__init__(_("Original files"), width=560)
        self.keeps = QCheckBox(_("Keep the files that documents come from in the project"))
        self.keeps.setChecked(keeps)
        self.keeps.setEnabled(writable)
        self.keeps.toggled.connect(self.keeping_chosen)
        self.body.addWidget(self.keeps)
        self.body.addWidget(
            _quiet(
                _(
                    "They let you see any passage as it stood. They hold everything that was in "
                    "them, names too; those whose names are replaced are kept only if you say so "
                    "when they are imported."
                )
            )
        )
        self.kept = _quiet("")
        self.unused = _quiet("")
        self.remove = QPushButton(_("Remove them for good"))
        self.remove.setEnabled(writable)
        self.remove.clicked.connect(self.removal_wished)
        for widget in (self.kept, self.unused, self.remove):
            self.body.addWidget(widget)
        self.add_close()
        self.show_kept(kept)

    def show_kept(self, kept: Kept) -> None:
        """Show how many files are kept, and how many of them no document needs."""
        words = ngettext(
            "{count} file is kept, in the project file itself (about {size} MB).",
            "{count} files are kept, in the project file itself (about {size} MB).",
            kept.files,
        )
        said = words.format(
            count=counted(kept.files), size=counted(max(1, round(kept.size / MEGABYTE)))
        )
        self.kept.setText(said if kept.files else _("No files are kept."))
        unused = ngettext(
            "{count} belongs to no document any more: it was removed, or its import was undone. "
            "Without it, bringing the document back by undoing brings back its text alone. "
            "Backups that were made before still hold it.",
            "{count} belong to no document any more: they were removed, or their import was "
            "undone. Without them, bringing a document back by undoing brings back its text "
            "alone. Backups that were made before still hold them.",
            kept.unused,
        )
        self.unused.setText(unused.format(count=counted(kept.unused)))
        self.unused.setVisible(kept.unused > 0)
        self.remove.setVisible(kept.unused > 0)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "quiet-text")
    label.setWordWrap(True)
    return label
