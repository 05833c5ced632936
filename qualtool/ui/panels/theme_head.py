"""What stands above all that is said of a theme: its name, and what it is so far."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from qualtool.analysis.theme_meaning import ThemeMeaning
from qualtool.core.theme_words import STATES, TO_STATE
from qualtool.i18n import gettext as _
from qualtool.ui.document_words import worded_lately
from qualtool.ui.panels.decision_strip import waiting_in_words
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.meaning_field import INSET, NameField
from qualtool.ui.panels.reason_line import ReasonLine

_BUTTON = 4  # pixels from the edge of the state to its words


class ThemeHead(QWidget):
    """The name can be written in; the state is chosen from a menu, with a reason or without."""

    renamed = Signal(int, str)
    state_wished = Signal(int, str, str)  # theme, state, why
    look_again_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: ThemeMeaning | None = None
        self._wanted = ""
        self.name = NameField(_("Name of the theme"))
        self.name.written.connect(self._rename)
        self._before = ElidedLabel(role="quiet")
        self._after = ElidedLabel(role="quiet")
        self._why = QLabel()
        self._why.setProperty("role", "quiet")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self.state = QPushButton()
        self.state.setProperty("role", "state")
        self._menu = QMenu(self.state)
        self.state.setMenu(self._menu)
        self.reason = ReasonLine()
        self.reason.answered.connect(self._set_state)
        self.reason.dropped.connect(self.state.setFocus)
        line = self._line = QHBoxLayout()
        line.setSpacing(2)
        for part in (self._before, self.state, self._after):
            line.addWidget(part)
        line.addStretch(1)
        self.waiting = QPushButton()
        self.waiting.setProperty("role", "link")
        self.waiting.clicked.connect(self.look_again_wished)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - INSET, 14, 16 - INSET, 8)
        column.setSpacing(2)
        self._why.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(self.name)
        column.addLayout(line)
        column.addWidget(self._why)
        column.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2)
        column.addWidget(self.reason)

    def show_theme(self, row: ThemeMeaning, waiting: int = 0) -> None:
        """Show a theme as it is now; so many of its codings wait for another look."""
        self.waiting.setText(waiting_in_words(waiting))
        self.waiting.setVisible(waiting > 0)
        if self._shown is None or self._shown.theme_id != row.theme_id:
            self.name.tell()
            self.reason.drop()
        self._shown = row
        self.name.show_text(row.name)
        title = row.fields.get("label") or row.above
        self._before.setText(f"{title} ·" if title and title != row.name else "")
        self._before.setVisible(bool(self._before.text()))
        # The words of a button stand some pixels inside it.
        inset = INSET if self._before.text() else INSET - _BUTTON
        self._line.setContentsMargins(inset, 0, 0, 0)
        self.state.setText(_(STATES[row.state]))
        self.state.setAccessibleName(
            _("The theme is so far: {state}").format(state=self.state.text())
        )
        reworded = _("reworded {date}").format(date=worded_lately(row.reworded))
        self._after.setText(f"· {reworded}" if row.reworded else "")
        self._why.setText(_("because {reason}").format(reason=row.reason))
        self._why.setVisible(bool(row.reason))
        self._menu.clear()
        for key, words in TO_STATE.items():
            if key != row.state:
                self._menu.addAction(f"{_(words)} …").triggered.connect(
                    lambda _on=False, key=key: self.ask_state(key)
                )

    def ask_state(self, state: str) -> None:
        """Ask why the theme is to be kept, set aside or a candidate again, and then make it so."""
        self._wanted = state
        self.reason.ask("", _(TO_STATE[state]))

    def _set_state(self, why: str) -> None:
        if self._shown is not None:
            self.state_wished.emit(self._shown.theme_id, self._wanted, why)
        self.state.setFocus()

    def _rename(self, name: str) -> None:
        if self._shown is not None:
            self.renamed.emit(self._shown.theme_id, name)
