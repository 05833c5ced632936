"""Splitting a code: which of its excerpts a new code takes over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from qualtool.core.context import sentence_after, sentence_before
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import ExcerptRow
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.because import Because
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.panels.tick_list import Tick, TickList

_SHOWN = 220  # code points of an excerpt
AROUND = 160  # code points before and after it, where no sentence ends sooner


class SplitSheet(Sheet):
    """Asks for a name and for excerpts; `split_wished` carries both."""

    split_wished = Signal(str, list)

    def __init__(
        self,
        about: str,
        excerpts: Sequence[ExcerptRow],
        chosen: Collection[int],
        like: Callable[[str], str],
    ) -> None:
        """`about` names the code; `like` says of a name which code it is much like, if any."""
        super().__init__(_("Split a code"), about=about, width=720)
        self._excerpts = excerpts
        self._chosen = set(chosen)
        self._like = like
        self.name = QLineEdit()
        self.name.textChanged.connect(lambda _words: self._look())
        self.alike = QLabel()
        self.alike.setProperty("role", "quiet-text")
        self.alike.setWordWrap(True)
        rows = Rows()
        rows.ask(_("New code"), self.name)
        rows.addWidget(self.alike, rows.rowCount(), 1)
        self.because = Because()
        rows.ask(_("Why"), self.because)
        self.body.addLayout(rows)
        self._count = QLabel()
        self._count.setProperty("role", "question")
        self._count.setIndent(0)
        self.body.addWidget(self._count)
        self.ticks = TickList()
        self.ticks.setAccessibleName(_("Excerpts for the new code"))
        self.ticks.switched.connect(self._switch)
        self.ticks.show_ticks([self._tick(row) for row in excerpts])
        self.body.addWidget(self.ticks)
        self.add_close(_("Cancel"))
        self.split = self.add_button(_("Split"), role="primary")
        self.split.clicked.connect(self._say)
        self.setFocusProxy(self.name)
        self._look()

    def refuse(self, words: str) -> None:
        """Say beside the name why it cannot be given; it stays in its field."""
        self.alike.setText(words)
        self.alike.setVisible(bool(words))
        self.name.setFocus()

    def _tick(self, row: ExcerptRow) -> Tick:
        around = row.before + row.text + row.after
        end = len(row.before) + len(row.text)
        said = sentence_before(around, len(row.before), AROUND)
        who = f"{row.case or row.document}:"
        return Tick(
            str(row.id),
            excerpted(_in_line(row.text), _SHOWN),
            row.id in self._chosen,
            0,
            before=f"{who} {_in_line(said)}".rstrip(),
            after=_in_line(sentence_after(around, end, AROUND)),
        )

    def _switch(self, key: str, on: bool) -> None:
        if on:
            self._chosen.add(int(key))
        else:
            self._chosen.discard(int(key))
        self._look()

    def _look(self) -> None:
        name = self.name.text().strip()
        alike = self._like(name) if name else ""
        self.alike.setText(alike)
        self.alike.setVisible(bool(alike))
        count = len(self._chosen)
        self._count.setText(
            ngettext(
                "{count} of {total} excerpts goes to the new code",
                "{count} of {total} excerpts go to the new code",
                count,
            ).format(count=count, total=len(self._excerpts))
        )
        self.split.setEnabled(bool(name and self._chosen))

    def _say(self) -> None:
        ids = [row.id for row in self._excerpts if row.id in self._chosen]
        self.split_wished.emit(self.name.text().strip(), ids)


def _in_line(words: str) -> str:
    return " ".join(words.split())
