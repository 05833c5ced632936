"""The memos on something as a few quiet lines, each of which opens its memo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import MemoRow
from qualtool.ui import icons
from qualtool.ui.memo_words import facts, heading
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.name_button import NameButton

MOST = 4


class MemoRows(QWidget):
    """Hidden where there are none, unless one may be written from here (`offers`)."""

    memo_chosen = Signal(int)
    memo_wished = Signal()

    def __init__(self, *, offers: bool = False) -> None:
        super().__init__()
        self._offers = offers
        self._shown: tuple[MemoRow, ...] | None = None
        self._whole = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_memos(self, memos: Sequence[MemoRow]) -> None:
        """Show these, the newest first; of many the first few, until the rest is asked for."""
        if self._shown != tuple(memos):
            self._shown, self._whole = tuple(memos), False
            self._fill(memos)

    def _show_all(self) -> None:
        self._whole = True
        self._fill(self._shown or ())

    def _fill(self, memos: Sequence[MemoRow]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(memos) or self._offers)
        shown = memos if self._whole else memos[:MOST]
        for memo in shown:
            self._column.addWidget(self._row(memo))
        if left := len(memos) - len(shown):
            words = ngettext("{count} more memo", "{count} more memos", left).format(count=left)
            self._column.addWidget(_link(words, self._show_all), 0, Qt.AlignmentFlag.AlignLeft)
        if self._offers:
            words = _("Write a memo")
            self._column.addWidget(_link(words, self.memo_wished), 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, memo: MemoRow) -> QWidget:
        row = QFrame()
        row.setProperty("role", "memo-row")
        across = QHBoxLayout(row)
        across.setContentsMargins(8, 4, 8, 4)
        across.setSpacing(4)
        sign = QToolButton()
        sign.setIcon(icons.icon("memo"))
        sign.setIconSize(QSize(13, 13))
        sign.setProperty("role", "flat")
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.clicked.connect(lambda: self.memo_chosen.emit(memo.id))
        name = NameButton(heading(memo), facts(memo))
        name.setProperty("role", "memo-name")
        name.setAccessibleName(_("Open the memo “{memo}”").format(memo=heading(memo)))
        name.setObjectName(f"memo-{memo.id}")
        name.clicked.connect(lambda: self.memo_chosen.emit(memo.id))
        across.addWidget(sign)
        across.addWidget(name, 1, Qt.AlignmentFlag.AlignLeft)
        across.addWidget(ElidedLabel(facts(memo).partition(" · ")[0], role="small"))
        return row


def _link(words: str, pressed: SignalInstance | Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setProperty("role", "link")
    button.setObjectName("memo-link")
    button.clicked.connect(pressed)
    return button
