"""Which codes the text tells of now: what the mouse points at, else what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qualtool.store.rows import CodingRow
from qualtool.ui.reader import speaking
from qualtool.ui.reader.chosen import Chosen
from qualtool.ui.reader.view import TextView


class Lit(QObject):
    """Says whenever they are others: to the codebook, to mark them, and to a screen reader."""

    changed = Signal(object, bool)  # code ids; whether they are chosen, not only pointed at

    def __init__(self, view: TextView, chosen: Chosen) -> None:
        super().__init__(view)
        self._chosen = chosen
        self._pointed: CodingRow | None = None
        self._codes: frozenset[int] = frozenset()
        view.pointed.connect(self._on_pointed)
        chosen.shown.connect(self._on_chosen)
        self._view = view
        self._said = ""

    def _on_pointed(self, coding: CodingRow | None) -> None:
        self._pointed = coding
        self._tell()

    def _on_chosen(self) -> None:
        self._tell()
        words = speaking.chosen_words(self._chosen.whole(), self._chosen.pointed())
        if words != self._said and self._view.hasFocus():
            speaking.announce(self._view, words)
        self._said = words

    def _tell(self) -> None:
        meant = [self._pointed] if self._pointed is not None else self._chosen.codings()
        codes = frozenset(each.code_id for each in meant)
        if codes != self._codes:
            self._codes = codes
            self.changed.emit(codes, self._pointed is None)
