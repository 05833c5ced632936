"""Said before an export of something that may tell who somebody is: show it, or export anyway."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.disclosed import KIND_WORDS, LEVEL_WORDS, Disclosed
from qualtool.reports.disclosed_matters import counted, gathered, places_said
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.panels.wrapped import WrappedLabel

_NAMED: Final = 5


def open_words(found: Sequence[Disclosed]) -> str:
    """How much is open, in words: "9 matters in 78 places are open"."""
    matters = gathered(found)
    words = ngettext("{counted} is open", "{counted} are open", len(matters))
    return words.format(counted=counted(matters))


class OpenFindingsSheet(Sheet):
    """`show_wished` or `export_wished`; Escape does neither."""

    show_wished = Signal()
    export_wished = Signal()

    def __init__(self, found: Sequence[Disclosed], file: str) -> None:
        matters = gathered(found)
        super().__init__(open_words(found), about=file, width=560)
        told = QLabel(_("This may tell who somebody is. Nothing is altered by itself: you decide."))
        told.setWordWrap(True)
        self.body.addWidget(told)
        for each in matters[:_NAMED]:
            said = f"{each.title}  {_(LEVEL_WORDS[each.level])}: {_(KIND_WORDS[each.kind])}"
            where = places_said(each) if len(each.places) > 1 else each.places[0].place
            self.body.addWidget(WrappedLabel(f"{said} · {where}" if where else said))
        left = len(matters) - _NAMED
        if left > 0:
            more = QLabel(ngettext("and {count} more", "and {count} more", left).format(count=left))
            more.setProperty("role", "quiet")
            self.body.addWidget(more)
        self.add_close(_("Cancel"))
        anyway = self.add_button(_("Export anyway"))
        anyway.clicked.connect(self._export)
        self.look = self.add_button(_("Show"), role="primary")
        self.look.clicked.connect(self._show)
        self.anyway = anyway
        self.setFocusProxy(self.look)

    def _export(self) -> None:
        self.closed.emit()
        self.export_wished.emit()

    def _show(self) -> None:
        self.closed.emit()
        self.show_wished.emit()
