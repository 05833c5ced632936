"""Codes with names much alike, pair by pair, each with a way to merge the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.core.namesakes import with_above
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodeRow
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.sheet import Sheet


class SimilarSheet(Sheet):
    """Shows pairs; merging one is a wish."""

    merge_wished = Signal(int, int)

    def __init__(
        self, pairs: Sequence[tuple[CodeRow, CodeRow]], apart: Mapping[int, str] | None = None
    ) -> None:
        """`apart` tells codes of the same name apart."""
        self._apart = apart or {}
        count = len(pairs)
        words = ngettext("{count} pair", "{count} pairs", count).format(count=count)
        super().__init__(_("Similar codes"), about=words if pairs else "", width=680)
        self.buttons: list[QPushButton] = []
        for one, other in pairs:
            self.body.addWidget(self._pair(one, other))
        if not pairs:
            none = QLabel(_("No two codes have names much alike."))
            none.setProperty("role", "quiet-text")
            self.body.addWidget(none)
        self.add_close()

    def _pair(self, one: CodeRow, other: CodeRow) -> QWidget:
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        names = QVBoxLayout()
        names.setSpacing(2)
        for code in (one, other):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(ColourMark(code.colour))
            row.addWidget(ElidedLabel(with_above(code.name, self._apart.get(code.id, ""))), 1)
            count = ngettext("{count} excerpt", "{count} excerpts", code.excerpts)
            label = QLabel(count.format(count=code.excerpts))
            label.setProperty("role", "small")
            row.addWidget(label)
            names.addLayout(row)
        across.addLayout(names, 1)
        button = QPushButton(_("Merge …"))
        button.setAccessibleName(
            _("Merge “{one}” and “{other}”").format(one=one.name, other=other.name)
        )
        button.clicked.connect(lambda: self.merge_wished.emit(one.id, other.id))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(button)
        return made
