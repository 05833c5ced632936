"""Who is coding: one of the project's coders, or somebody new."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from qualtool.core.names import same
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CoderRow
from qualtool.ui.panels.sheet import Sheet


class ChooseCoder(Sheet):
    """Asks; `coder_chosen` carries a name.

    Letters are written in the field, wherever the keys are; without one they lead to a coder.
    """

    coder_chosen = Signal(str)

    def __init__(
        self,
        coders: Sequence[CoderRow],
        now: int | None,
        *,
        may_add: bool,
        counted: Collection[int] | None = None,
        suggested: str = "",
    ) -> None:
        """`counted` are the coders whose codings may be counted, None for all; `suggested` is a
        name that is offered as somebody new.
        """
        super().__init__(_("Who is coding?"), about=_("Stands by every coding"), width=440)
        self._buttons = dict[str, QPushButton]()
        self._typed, self._since = "", QElapsedTimer()
        for row in coders:
            words = ngettext("{count} coding", "{count} codings", row.codings)
            known = counted is None or row.id in counted
            much = f"   ·   {words.format(count=row.codings)}" if known else ""
            button = QPushButton(f"{row.name}{much}".replace("&", "&&"))
            button.setAccessibleName(row.name)
            button.setProperty("role", "choice-row")
            button.setCheckable(True)
            button.setChecked(row.id == now)
            button.clicked.connect(lambda _on=False, name=row.name: self.coder_chosen.emit(name))
            self.body.addWidget(button)
            self._buttons[row.name] = button
            if row.id == now or self.focusProxy() is None:
                self.setFocusProxy(button)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Somebody else’s name"))
        self.name.setAccessibleName(_("Somebody else’s name"))
        self.body.addWidget(self.name)
        self.name.setVisible(may_add)
        self.add_close(_("Cancel"))
        self.begin = self.add_button(_("Begin"), role="primary")
        self.begin.setEnabled(False)
        self.begin.setVisible(may_add)
        self.begin.clicked.connect(lambda: self.coder_chosen.emit(self._written()))
        self.name.textChanged.connect(lambda text: self.begin.setEnabled(bool(text.strip())))
        if may_add:
            self.name.setText(suggested)
        if not coders or suggested:
            self.setFocusProxy(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters that no button wants; the rest is every sheet's."""
        letter = event.text()
        # Held together, the two are the AltGr of some systems: it writes letters.
        held = event.modifiers() & (_CONTROL | _ALT)
        if not letter.strip() or not letter.isprintable() or held in (_CONTROL, _ALT):
            super().keyPressEvent(event)
        elif self.name.isVisible():
            self.name.setFocus(Qt.FocusReason.TabFocusReason)  # what is suggested gives way
            self.name.insert(letter)
        else:
            self._go_to(letter)

    def _go_to(self, letter: str) -> None:
        """Go to the coder whose name begins with what was typed just now."""
        paused = (
            not self._since.isValid()
            or self._since.elapsed() > QApplication.keyboardInputInterval()
        )
        self._typed = letter if paused else self._typed + letter
        self._since.start()
        wanted = self._typed.casefold()
        for name, button in self._buttons.items():
            if name.casefold().startswith(wanted):
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _written(self) -> str:
        """The name in the field, as the coder it means is written already."""
        written = self.name.text().strip()
        return next((name for name in self._buttons if same(name, written)), written)


_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
