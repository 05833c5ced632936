"""Merging codes: which become one, under which name, and what that moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qualtool.analysis.merging import Moving
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.panels.because import Because
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.sheet import Sheet


class MergeSheet(Sheet):
    """Asks which code stays; `merge_wished` names it."""

    merge_wished = Signal(int)

    def __init__(
        self,
        names: Mapping[int, str],
        into: int | None,
        preview: Callable[[int], Sequence[Moving]],
        *,
        title: str = "",
    ) -> None:
        super().__init__(title or _("Merge codes"), width=560)
        self._preview = preview
        self._into = into
        head = QLabel(_("The code that stays"))
        head.setProperty("role", "question")
        head.setIndent(0)
        self.stays = Choice({}, _("The code that stays"))
        for code_id, name in names.items():
            self.stays.addItem(name, str(code_id))
        self.stays.setPlaceholderText(_("Choose a code"))
        self.stays.show_key(None if into is None else str(into))
        self.stays.chosen.connect(lambda key: self._show(int(key)))
        self.body.addWidget(head)
        self.body.addWidget(self.stays)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self._total = QLabel()
        self._total.setProperty("role", "quiet-text")
        self._total.setWordWrap(True)
        self.body.addWidget(self._total)
        self.because = Because()
        self.body.addWidget(self.because)
        self.add_close(_("Cancel"))
        self.merge = self.add_button(_("Merge"), role="primary")
        self.merge.clicked.connect(lambda: self.merge_wished.emit(self._into))
        self.merge.setEnabled(False)
        self.setFocusProxy(self.stays)
        if into is not None:
            self._show(into)

    def said(self) -> list[str]:
        """What the sheet says would move, a line for each code."""
        found = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def _show(self, into: int) -> None:
        self._into = into
        self.merge.setEnabled(True)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        rows = self._preview(into)
        for row in rows:
            label = QLabel(_told(row))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._rows.addWidget(label)
        twice = sum(row.coinciding for row in rows)
        words = _("No excerpt is lost. What is said of the codes, memos and themes move along.")
        if twice:
            words = (
                ngettext(
                    "{count} excerpt has both codes and keeps one, with the comments of both.",
                    "{count} excerpts have both codes and keep one, with the comments of both.",
                    twice,
                ).format(count=twice)
                + " "
                + words
            )
        self._total.setText(words)


def _told(row: Moving) -> str:
    words = ngettext(
        "“{code}”: {count} excerpt moves", "“{code}”: {count} excerpts move", row.excerpts
    )
    return words.format(code=row.name, count=row.excerpts)
