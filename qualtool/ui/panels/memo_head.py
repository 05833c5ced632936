"""What a memo is on: its name, which leads there, and for a passage its words and codes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qualtool.core.names import excerpted
from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.store.rows import MemoRow
from qualtool.ui import icons
from qualtool.ui.memo_words import about
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.elided import ElidedLabel

LONGEST = 240  # code points of a passage

ICONS = {"document": "document", "case": "case", "excerpt": "excerpt", "coding": "excerpt"}


class MemoHead(QWidget):
    """`pressed` wishes to go to what the memo is on, `untied` that it be on nothing."""

    pressed = Signal()
    untied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = ColourMark("slate")
        self.door = QToolButton()
        self.door.setProperty("role", "link-name")
        self.door.setIconSize(QSize(14, 14))
        self.door.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.door.clicked.connect(self.pressed)
        self.loose = QToolButton()
        self.loose.setIcon(icons.icon("close"))
        self.loose.setIconSize(QSize(12, 12))
        self.loose.setProperty("role", "flat")
        self.loose.setToolTip(_("Untie it: let it be on the study as a whole"))
        self.loose.setAccessibleName(_("Untie the memo"))
        self.loose.clicked.connect(self.untied)
        self._words = QLabel()
        self._words.setProperty("role", "passage")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._codes = ElidedLabel(role="small")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.loose)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self._codes)

    def show_memo(self, row: MemoRow) -> None:
        """Say what this memo is on."""
        name = about(row)
        coloured = row.target in ("code", "theme")
        self._mark.setVisible(coloured)
        self._mark.show_colour(row.colour or "slate")
        self.door.setIcon(icons.icon("memo" if coloured else ICONS.get(row.target, "memo")))
        self.door.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextOnly
            if coloured
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self.door.setText(excerpted(name, 48).replace("&", "&&"))
        leads = (bool(row.target) and row.target_id is not None) or row.span is not None
        self.door.setEnabled(leads)
        self.loose.setVisible(leads)
        self.door.setToolTip(_("Go to {name}").format(name=name) if leads else "")
        self.door.setAccessibleName(
            _("The memo is on {name}. Go there.").format(name=name) if leads else name
        )
        words = " ".join(row.words.split())
        self._words.setText(quoted(excerpted(words, LONGEST)) if words else "")
        self._words.setVisible(bool(words))
        self._codes.setText(" · ".join(row.codes))
        self._codes.setVisible(bool(row.codes))
